"""The JSON Schema of a dump, made from the tables so that it cannot tell another story.

`resources/dump.schema.json` is this, for people and other programs to read; a test holds the two
equal. `python -m confnotes.storage.dump_schema > resources/dump.schema.json` writes it anew.
"""

import json
from typing import Any

from sqlalchemy import Column

from confnotes.domain.notes import MAX_DEPTH
from confnotes.domain.session import RATINGS
from confnotes.storage.schema import TABLES
from confnotes.storage.schema import columns as c
from confnotes.storage.stepping import NOTE_PLACE, PLACE
from confnotes.storage.tree import (
    FORMAT,
    SPOKEN,
    VERSION,
    WORKED_OUT,
    Branch,
    always,
    branches,
    columns,
)

Schema = dict[str, Any]

UUID = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"
_DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_TIME = r"T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{6})?"
_INSTANT = f"^{_DATE}{_TIME}Z$"
_PLANNED = rf"^{_DATE}({_TIME}(Z|[+-][0-9]{{2}}:[0-9]{{2}}(:[0-9]{{2}})?)?)?$"
# No control characters but tab and line break, and no half of a surrogate pair.
_WORDS = "^[^\\x00-\\x08\\x0b-\\x1f\\x7f\\ud800-\\udfff]*$"
_WHOLE = 2**53 - 1
_KINDS: dict[type, tuple[str, Schema]] = {
    c.Words: ("text", {"type": "string", "pattern": _WORDS}),
    c.Identity: ("uuid", {"type": "string", "pattern": UUID}),
    c.Instant: ("instant", {"type": "string", "pattern": _INSTANT}),
    c.Planned: ("planned", {"type": "string", "pattern": _PLANNED}),
    c.CalendarDate: ("date", {"type": "string", "pattern": f"^{_DATE}$"}),
    c.Names: ("texts", {"type": "array", "items": {"$ref": "#/definitions/text"}}),
    c.Flag: ("flag", {"type": "boolean"}),
    c.Number: ("number", {"type": "integer", "minimum": -_WHOLE, "maximum": _WHOLE}),
    c.Back: ("step_back", {"type": "object"}),
    c.Real: ("real", {"type": "number", "exclusiveMinimum": -1e9, "exclusiveMaximum": 1e9}),
}
_FURTHER: dict[tuple[str, str], Schema] = {
    ("session", "rating"): {"minimum": RATINGS.start, "maximum": RATINGS.stop - 1},
    ("line", "depth"): {"minimum": 0, "maximum": MAX_DEPTH},
    ("footnote", "key"): {"pattern": "^[A-Za-z0-9][A-Za-z0-9_-]*$"},
    ("attachment", "sha256"): {"pattern": "^[0-9a-f]{64}$"},
    ("attachment", "size"): {"minimum": 1},
    ("attachment", "media_type"): {"pattern": "^[a-z0-9.+-]+/[a-z0-9.+-]+$"},
    ("deletion", "table"): {"enum": sorted(TABLES)},
}

_NOT_IN_STEPS = PLACE | NOTE_PLACE | WORKED_OUT | {"author_id", "changed_at", "deleted_at"}


def schema() -> Schema:
    """Return the schema of a dump (JSON Schema, draft 7)."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A conference in confnotes",
        "description": (
            "Everything about one conference. Attachments lie beside the file, in a folder "
            "<stem>.files, each as <sha256>.<extension of its media type>. Imported and own facts "
            "stand side by side (title, own_title): own wins."
        ),
        "type": "object",
        "properties": {
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            "authors": {"type": "array", "items": {"$ref": "#/definitions/author"}},
            "conference": {"$ref": "#/definitions/conference"},
        },
        "required": ["format", "version", "authors", "conference"],
        "additionalProperties": False,
        "definitions": dict(sorted(_definitions().items())),
    }


def _definitions() -> dict[str, Schema]:
    found = dict(_KINDS.values())
    found |= {f"{name}_or_none": _or_none(kind) for name, kind in _KINDS.values()}
    del found["step_back_or_none"]
    found |= _step_back()
    waiting: list[tuple[str, Branch | None]] = [("author", None), ("conference", None)]
    while waiting:
        table, branch = waiting.pop()
        name = definition_name(table, branch)
        if name not in found:
            found[name] = _object(table, branch)
            waiting += [(below.table, below) for below in branches(table)]
    return found


def definition_name(table: str, branch: Branch | None) -> str:
    """Return what the schema calls a row of that table there; places that differ have two names."""
    if branch is None:
        return table
    if branch.key.startswith("unowned_"):
        return f"unowned_{table}"
    return f"{table}_of_{branch.parent.removesuffix('_id')}" if branch.leaves_out else table


def _object(table: str, branch: Branch | None) -> Schema:
    properties = {column.name: _column(column) for column in columns(TABLES[table], branch)}
    if table == "credit":
        told = {"type": "string", "description": "as this session prints it; repeats, for readers"}
        properties |= dict.fromkeys(SPOKEN, told)
    required = [
        name for name in properties if name not in TABLES[table].c or always(TABLES[table].c[name])
    ]
    for below in branches(table):
        name = definition_name(below.table, below)
        properties[below.key] = {"type": "array", "items": {"$ref": f"#/definitions/{name}"}}
        if below.always:
            required.append(below.key)
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _step_back() -> dict[str, Schema]:
    """Return what a step of a session's history is: see `domain.history.StepBack`."""
    line = {col.name: _column(col) for col in TABLES["line"].c if col.name not in _NOT_IN_STEPS}
    note = {c.name: _column(c) for c in TABLES["footnote"].c if c.name not in _NOT_IN_STEPS}
    ids = {"type": "array", "items": {"$ref": "#/definitions/uuid"}}
    after = {"$ref": "#/definitions/uuid_or_none"}
    by_id = {"propertyNames": {"pattern": UUID}}
    lines = _closed({}) | by_id | {"additionalProperties": {"$ref": "#/definitions/line_then"}}
    then = {"oneOf": [{"type": "null"}, {"$ref": "#/definitions/footnote_then"}]}
    run = _closed({"after": after, "ids": ids}) | {"required": ["after", "ids"]}
    return {
        "line_then": _closed(line)
        | {"description": "a line as it was; what it says nothing of is as in a new line"},
        "footnote_then": _closed(note) | {"required": list(note)},
        "step_back": _closed(
            {
                "added": ids | {"description": "lines that go out"},
                "changed": lines | {"description": "lines by id, as they were"},
                "removed": lines | {"description": "lines that come back, by id"},
                "runs": {
                    "type": "array",
                    "items": run,
                    "description": "lines to be put below `after`, or at the top",
                },
                "footnotes": _closed({})
                | by_id
                | {
                    "additionalProperties": then,
                    "description": "footnotes by id, as they were; null: there was none",
                },
            }
        ),
    }


def _closed(properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _column(column: Column[Any]) -> Schema:
    kind = column.type
    further = _FURTHER.get((column.table.name, column.name))
    if isinstance(kind, c.OneOf):
        none = [None] if column.nullable else []
        found: Schema = {"enum": [*(value.value for value in kind.values), *none]}
    elif further is not None:
        found = _KINDS[type(kind)][1] | further
        found = _or_none(found) if column.nullable else found
    else:
        name = _KINDS[type(kind)][0] + ("_or_none" if column.nullable else "")
        found = {"$ref": f"#/definitions/{name}"}
    return {"description": column.comment, **found} if column.comment else found


def _or_none(kind: Schema) -> Schema:
    return kind | {"type": [kind["type"], "null"]}


def written() -> str:
    """Return the schema as its file has it."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    import sys

    sys.stdout.write(written())
