"""Which change a written row is, as those who show things are told."""

from collections.abc import Iterator, Mapping

from sqlalchemy import Connection, select

from confnotes.domain.changes import Kind
from confnotes.storage.schema import TABLES

_OWN = {
    "conference": Kind.CONFERENCE,
    "event": Kind.EVENT,
    "session": Kind.SESSION,
    "footnote": Kind.FOOTNOTE,
    "attachment": Kind.ATTACHMENT,
    "fact": Kind.FACT,
    "author": Kind.AUTHOR,
    "report": Kind.REPORT,
    "saved_layout": Kind.LAYOUT,
}
_THROUGH = {
    "shelved": ("conference_id", Kind.CONFERENCE),
    "day": ("conference_id", Kind.CONFERENCE),
    "speaker": ("conference_id", Kind.CONFERENCE),
    "kept_name": ("conference_id", Kind.NAMES),
    "room": ("event_id", Kind.EVENT),
    "track": ("event_id", Kind.EVENT),
    "source": ("event_id", Kind.EVENT),
    "credit": ("session_id", Kind.SESSION),
    "session_source": ("session_id", Kind.SESSION),
    "link": ("session_id", Kind.SESSION),
    "transcript": ("session_id", Kind.SESSION),
    "line": ("session_id", Kind.LINES),
    "version": ("owner_id", Kind.TEXTS),
    "language_mark": ("owner_id", Kind.TEXTS),
    "report_setting": ("report_id", Kind.REPORT),
    "section": ("report_id", Kind.REPORT),
    "saved_section": ("layout_id", Kind.LAYOUT),
}


def changes_of(
    connection: Connection, table: str, values: Mapping[str, object]
) -> Iterator[tuple[Kind, str]]:
    """Yield what changed when a row with these values was written in, or taken from, `table`."""
    if table in _OWN:
        yield _OWN[table], str(values["id"])
    elif table in _THROUGH:
        column, kind = _THROUGH[table]
        yield kind, str(values[column])
    elif table in ("section_source", "section_text"):
        yield from _above(connection, "section", values["section_id"])
    elif table == "saved_text":
        yield from _above(connection, "saved_section", values["section_id"])
    elif table == "attachment_use":
        yield Kind.ATTACHMENT, str(values["attachment_id"])
        if values["line_id"] is not None:
            yield from _above(connection, "line", values["line_id"])
        else:
            yield from _above(connection, "section", values["section_id"])


def _above(connection: Connection, table: str, identity: object) -> Iterator[tuple[Kind, str]]:
    column, kind = _THROUGH[table]
    columns = TABLES[table].c
    found = connection.scalar(select(columns[column]).where(columns.id == identity))
    if found is not None:
        yield kind, str(found)
