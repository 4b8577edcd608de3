"""Wrong room, swapped talks: lines go to another session, or two sessions exchange theirs.

A line keeps its identity, and with it everything that names it: moment, kind, footnotes it cites,
pictures that stand at it, its second version. Each use case is a new arrangement of the lines that
two sessions have, so that it can neither lose nor double one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from confnotes.domain.changes import ChangeSet
from confnotes.domain.errors import ConfnotesError, NotebookError
from confnotes.domain.notes import Line
from confnotes.services.base import Service
from confnotes.services.listing import session_of
from confnotes.services.pictures import id_of_its_own
from confnotes.storage.writing import Writing


@dataclass(frozen=True, slots=True)
class Moved:
    """A move that can be taken back: the lines that went from the source to the target, and the
    source's lines (id, depth) in order before. `swapped`: all lines of both changed places."""

    source_id: str
    target_id: str
    line_ids: tuple[str, ...] = ()
    before: tuple[tuple[str, int], ...] = ()
    swapped: bool = False


class MovingService(Service):
    """Notes that change session."""

    def move_lines(
        self,
        source_id: str,
        line_ids: Sequence[str],
        target_id: str,
        *,
        initiator: object = None,
    ) -> tuple[Moved, ChangeSet]:
        """Move lines to the end of another session's notes, as one block in their order.

        Ids that the source does not have are passed over. ConfnotesError session.gone (id),
        session.other_conference, NotebookError notebook.not_saved (path).
        """
        wanted = {*line_ids, *(id_of_its_own(identity, source_id) for identity in line_ids)}
        with self._change(initiator) as unit:
            source, target = _lines_of(unit, source_id, target_id)
            going = [line for line in source if line.id in wanted]
            staying = [line for line in source if line.id not in wanted]
            arranged = {source_id: staying, target_id: [*target, *_as_block(going)]}
            if going:
                _arrange(unit, arranged)
        self._read_back(arranged)
        before = tuple((line.id, line.depth) for line in source)
        return Moved(source_id, target_id, _ids(going), before), unit.changes

    def swap(
        self, source_id: str, target_id: str, *, initiator: object = None
    ) -> tuple[Moved, ChangeSet]:
        """Exchange all notes of two sessions; errors as `move_lines` has them."""
        with self._change(initiator) as unit:
            source, target = _lines_of(unit, source_id, target_id)
            arranged = {source_id: target, target_id: source}
            _arrange(unit, arranged)
        self._read_back(arranged)
        return Moved(source_id, target_id, _ids([*source, *target]), swapped=True), unit.changes

    def take_back(self, moved: Moved, *, initiator: object = None) -> ChangeSet:
        """Bring moved lines back to where they stood, as they are by now.

        A line that has left the target since is passed over. Errors as `move_lines` has them.
        """
        if moved.swapped:
            return self.swap(moved.source_id, moved.target_id, initiator=initiator)[1]
        depths = dict(moved.before)
        with self._change(initiator) as unit:
            source, target = _lines_of(unit, moved.source_id, moved.target_id)
            gone = set(moved.line_ids)
            back = [replace(line, depth=depths[line.id]) for line in target if line.id in gone]
            arranged = {
                moved.source_id: _in_place([i for i, _ in moved.before], source, back),
                moved.target_id: [line for line in target if line.id not in gone],
            }
            if back:
                _arrange(unit, arranged)
        self._read_back(arranged)
        return unit.changes

    def _read_back(self, arranged: dict[str, list[Line]]) -> None:
        with self._notebook.reading() as unit:
            found = {session_id: unit.all(Line, session_id=session_id) for session_id in arranged}
        if any(_ids(found[session_id]) != _ids(lines) for session_id, lines in arranged.items()):
            raise NotebookError("notebook.not_saved", path=str(self._notebook.path))


def _lines_of(unit: Writing, source_id: str, target_id: str) -> tuple[list[Line], list[Line]]:
    source, target = session_of(unit, source_id), session_of(unit, target_id)
    if source.conference_id != target.conference_id:  # footnotes and pictures would stay behind
        raise ConfnotesError("session.other_conference")
    if source_id == target_id:
        raise ValueError(source_id)
    return list(unit.all(Line, session_id=source_id)), list(unit.all(Line, session_id=target_id))


def _arrange(unit: Writing, arranged: dict[str, list[Line]]) -> None:
    unit.past.keep = True  # what both were like before is found in their histories
    for session_id, lines in arranged.items():
        for position, line in enumerate(lines):
            unit.put(replace(line, session_id=session_id, position=position))


def _as_block(lines: Sequence[Line]) -> list[Line]:
    """Return lines that hung below others as lines that stand alone."""
    out: list[Line] = []
    base, above = lines[0].depth if lines else 0, -1
    for line in lines:
        above = min(max(line.depth - base, 0), above + 1)
        out.append(replace(line, depth=above))
    return out


def _in_place(before: Sequence[str], here: Sequence[Line], back: Sequence[Line]) -> list[Line]:
    """Return the lines that are here with those that come back, each behind the line that stood
    above it (the nearest one that is here)."""
    coming = {line.id: line for line in back}
    known = {line.id for line in here}
    behind: dict[str, list[Line]] = {}
    anchor = ""
    for identity in before:
        if identity in coming:
            behind.setdefault(anchor, []).append(coming[identity])
        elif identity in known:
            anchor = identity
    out = behind.get("", [])
    for line in here:
        out += [line, *behind.get(line.id, ())]
    return out


def _ids(lines: Sequence[Line]) -> tuple[str, ...]:
    return tuple(line.id for line in lines)
