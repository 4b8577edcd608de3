"""How much of a schedule is read. Real ones hold up to 3 MB, 1,400 sessions and 21,000 characters
of abstract; each limit leaves room for ten times that, and keeps a hostile file harmless."""

MAX_BYTES = 32 * 1024 * 1024
"""Bytes of a file, after unpacking."""

MAX_PARTS = 1_000_000
"""Opening signs (`<` in XML, `{` and `[` in JSON): what a parser would make objects of."""

MAX_SESSIONS = 20_000
"""Sessions of one file."""

MAX_TITLE = 1_000
"""Characters of a title, a name, a room."""

MAX_TEXT = 100_000
"""Characters of an abstract or a biography."""

MAX_RECORD = 250_000
"""Characters of the source's record; a longer one is not kept."""

MAX_LINKS = 50
"""Links of one session."""

MAX_SPEAKERS = 200
"""Speakers of one session."""

MAX_LIKE_PROBLEMS = 50
"""Problems of one code that are listed one by one; the rest is counted."""
