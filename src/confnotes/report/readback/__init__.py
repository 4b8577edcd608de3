"""What was written, read again by parsers that know nothing of the writer, and compared."""
