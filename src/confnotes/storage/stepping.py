"""Steps back as JSON: what a line was is said by its columns, those as in a new line left out."""

import json
from typing import Any

from confnotes.domain.footnotes import Footnote
from confnotes.domain.history import Run, StepBack
from confnotes.domain.notes import Line
from confnotes.storage.mapping import Mapping, mapping_of
from confnotes.storage.tree import Json, from_json, to_json

Object = dict[str, Any]

_LINE: Mapping[Line] = mapping_of(Line)
_NOTE: Mapping[Footnote] = mapping_of(Footnote)
PLACE = frozenset({"id", "session_id", "position"})
"""Columns of a line that its place in a step says, or the step's runs."""
NOTE_PLACE = frozenset({"id", "conference_id"})
"""Columns of a footnote that the step's place says."""
_NEW = _LINE.values(Line("", "", 0, ""))


def to_text(back: StepBack) -> str:
    """Return a step as its column keeps it; nothing stands in it for what is empty."""
    out: Object = {}
    if back.added:
        out["added"] = list(back.added)
    if back.changed:
        out["changed"] = {i: _line_json(line) for i, line in back.changed.items()}
    if back.removed:
        out["removed"] = {i: _line_json(line) for i, line in back.removed.items()}
    if back.runs:
        out["runs"] = [{"after": run.after, "ids": list(run.ids)} for run in back.runs]
    if back.footnotes:
        out["footnotes"] = {
            i: None if note is None else _note_json(note) for i, note in back.footnotes.items()
        }
    return json.dumps(out, ensure_ascii=False, separators=(",", ":"))


def from_text(text: str, conference_id: str = "") -> StepBack:
    """Return the step that a column keeps; ValueError, KeyError or TypeError when it is none."""
    found: Object = json.loads(text)
    return StepBack(
        tuple(found.get("added", ())),
        {i: _line(i, one) for i, one in found.get("changed", {}).items()},
        {i: _line(i, one) for i, one in found.get("removed", {}).items()},
        tuple(Run(run["after"], tuple(run["ids"])) for run in found.get("runs", ())),
        {
            i: None if one is None else _note(i, conference_id, one)
            for i, one in found.get("footnotes", {}).items()
        },
    )


def _line_json(line: Line) -> Object:
    columns = _LINE.table.c
    return {
        name: to_json(columns[name], value)
        for name, value in _LINE.values(line).items()
        if name not in PLACE and value != _NEW[name]
    }


def _line(identity: str, found: dict[str, Json]) -> Line:
    columns = _LINE.table.c
    values = _NEW | {name: from_json(columns[name], value) for name, value in found.items()}
    values["id"] = identity
    return _LINE.decode([values[name] for name in _LINE.names])


def _note_json(note: Footnote) -> Object:
    return {name: value for name, value in _NOTE.values(note).items() if name not in NOTE_PLACE}


def _note(identity: str, conference_id: str, found: Object) -> Footnote:
    values = {**found, "id": identity, "conference_id": conference_id}
    return _NOTE.decode([values[name] for name in _NOTE.names])
