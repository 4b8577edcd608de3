"""The shape of a dump: which rows stand nested in which, under what key.

A row is an object of its columns, in the order of the schema. It leaves out what its place says
already (a line in a session's `lines` has no `session_id`) and what is worked out anew (`folded`).
Every table of the schema has its place here except `notebook`, which is about the file and not
about a conference.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Column, Table

from confnotes.storage.mapping import Value
from confnotes.storage.schema import TABLES
from confnotes.storage.schema.columns import LATER, Back, Flag, Names

FORMAT = "confnotes-dump"
VERSION = 1
Json = str | int | float | bool | list["Json"] | dict[str, "Json"] | None


@dataclass(frozen=True, slots=True)
class Branch:
    """Rows of `table` that stand under `key` of the row that their column `parent` names.

    `leaves_out` are further columns that are empty there. One that is not `always` there is left
    out when it has no rows.
    """

    key: str
    table: str
    parent: str
    leaves_out: tuple[str, ...] = ()
    always: bool = True


_BRANCHES: Mapping[str, tuple[Branch, ...]] = {
    "conference": (
        # One that is at hand has none, nor has what an older program dumped.
        Branch("shelved", "shelved", "conference_id", always=False),
        Branch("facts", "fact", "conference_id"),
        Branch("days", "day", "conference_id"),
        Branch("events", "event", "conference_id"),
        Branch("speakers", "speaker", "conference_id"),
        Branch("sessions", "session", "conference_id"),
        Branch("footnotes", "footnote", "conference_id"),
        # What an older program dumped has none.
        Branch("kept_names", "kept_name", "conference_id", always=False),
        Branch("attachments", "attachment", "conference_id"),
        Branch("reports", "report", "conference_id"),
        # What an older program dumped has none.
        Branch("layouts", "saved_layout", "conference_id", always=False),
        Branch("deletions", "deletion", "conference_id"),
    ),
    "event": (
        Branch("rooms", "room", "event_id"),
        Branch("tracks", "track", "event_id"),
        Branch("sources", "source", "event_id"),
    ),
    "source": (Branch("feeds", "feed", "source_id", always=False),),
    "session": (
        Branch("speakers", "credit", "session_id"),
        Branch("links", "link", "session_id"),
        Branch("sources", "session_source", "session_id"),
        Branch("lines", "line", "session_id"),
        # What an older program dumped has none.
        Branch("history", "history", "session_id", always=False),
        Branch("transcript", "transcript", "session_id", always=False),
    ),
    "line": (Branch("uses", "attachment_use", "line_id", ("section_id",), always=False),),
    "report": (
        Branch("settings", "report_setting", "report_id"),
        Branch("sections", "section", "report_id"),
    ),
    "saved_layout": (Branch("sections", "saved_section", "layout_id"),),
    "saved_section": (Branch("texts", "saved_text", "section_id"),),
    "section": (
        Branch("sources", "section_source", "section_id"),
        Branch("texts", "section_text", "section_id"),
        Branch("uses", "attachment_use", "section_id", ("line_id",), always=False),
    ),
}
_OF_ANY = (
    Branch("versions", "version", "owner_id", ("conference_id",), always=False),
    Branch("language_marks", "language_mark", "owner_id", ("conference_id",), always=False),
)
UNOWNED = tuple(
    Branch(f"unowned_{branch.key}", branch.table, "conference_id", always=False)
    for branch in _OF_ANY
)
"""Second versions and languages of what is no longer there; they keep their `owner_id`."""
_WITHOUT_TEXTS = frozenset(
    {
        "deletion", "history", "kept_name", "language_mark", "saved_layout", "saved_section",
        "saved_text", "shelved", "transcript", "version",
    }
)  # fmt: skip
WORKED_OUT = frozenset({"folded"})
"""Columns that are made anew when a dump is loaded."""
SPOKEN = ("name", "affiliation")
"""What a session's speaker shows besides its columns: as this session prints them."""


def branches(table: str) -> tuple[Branch, ...]:
    """Return what stands nested in a row of that table."""
    own = _BRANCHES.get(table, ())
    texts = () if table in _WITHOUT_TEXTS else _OF_ANY
    return own + texts + (UNOWNED if table == "conference" else ())


def columns(table: Table, branch: Branch | None) -> Iterator[Column[object]]:
    """Yield the columns that a row of `table` shows where it stands in a dump."""
    left_out = {branch.parent, *branch.leaves_out} if branch is not None else set()
    for column in table.c:
        if column.name not in left_out and column.name not in WORKED_OUT:
            yield column


def always(column: Column[object]) -> bool:
    """Return whether every row shows that column: what came later is only there where it says
    something, so that what an older program dumped has none."""
    return LATER not in column.info


def to_json(column: Column[object], value: Value) -> Json:
    """Return the value of a column as a dump shows it."""
    if value is None:
        return None
    if isinstance(column.type, Flag):
        return bool(value)
    if isinstance(column.type, Names | Back):
        found: Json = json.loads(str(value))
        return found
    return value


def from_json(column: Column[object], value: Json) -> Value:
    """Return what `to_json` showed as such, as the column keeps it."""
    if isinstance(column.type, Flag):
        return int(value is True)
    if isinstance(column.type, Names):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(column.type, Back):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    if isinstance(value, list | dict):
        raise TypeError(column.name)
    return value


def tables_of_a_conference() -> frozenset[str]:
    """Return the tables that have a place in a dump."""
    return frozenset(TABLES) - {"notebook"}
