"""Photos as bytes: what they are, when they were taken, a small picture. Pillow lives here."""
