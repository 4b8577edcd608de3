"""The schema of a notebook, as SQLAlchemy Core tables.

Core and not the ORM: loading 2,000 sessions with 20,000 lines took 110 ms with Core and 382 ms
with the ORM (60 ms with bare sqlite3); importing the ORM alone adds 40 ms to every start; and
the domain's frozen values need no identity map, which would only be a second truth beside them.

Tables and columns bear the names that a dump uses. What a file really contains is made by the
numbered migrations; a test holds the two equal.
"""

from collections.abc import Mapping

from sqlalchemy import Table

from confnotes.storage.schema.columns import METADATA
from confnotes.storage.schema.keeping import deletion, notebook
from confnotes.storage.schema.notes import (
    attachment,
    attachment_use,
    footnote,
    history,
    kept_name,
    language_mark,
    line,
    transcript,
    version,
)
from confnotes.storage.schema.programme import (
    author,
    conference,
    credit,
    day,
    event,
    fact,
    feed,
    link,
    room,
    session,
    session_source,
    shelved,
    source,
    speaker,
    track,
)
from confnotes.storage.schema.report import (
    report,
    report_setting,
    saved_layout,
    saved_section,
    saved_text,
    section,
    section_source,
    section_text,
)

TABLES: Mapping[str, Table] = dict(METADATA.tables)
"""All tables by name."""

FOLDED: Mapping[str, tuple[str, ...]] = {
    "line": ("text", "gist", "answer"),
    "footnote": ("text",),
    "session": ("title", "own_title", "heading", "reason", "summary", "takeaway"),
}
"""The columns of which a table's `folded` column is the search form, one to a line."""

__all__ = [
    "FOLDED",
    "METADATA",
    "TABLES",
    "attachment",
    "attachment_use",
    "author",
    "conference",
    "credit",
    "day",
    "deletion",
    "event",
    "fact",
    "feed",
    "footnote",
    "history",
    "kept_name",
    "language_mark",
    "line",
    "link",
    "notebook",
    "report",
    "report_setting",
    "room",
    "saved_layout",
    "saved_section",
    "saved_text",
    "section",
    "section_source",
    "section_text",
    "session",
    "session_source",
    "shelved",
    "source",
    "speaker",
    "track",
    "transcript",
    "version",
]
