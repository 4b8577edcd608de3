"""confnotes: notes for people who attend conferences."""

__version__ = "0.1.0"
