"""What a check found, mended in one step that can be taken back exactly."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from confnotes.domain.changes import ChangeSet
from confnotes.domain.choice import Attendance
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.footnotes import Footnote
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line
from confnotes.domain.report import Report, Section, SectionKind
from confnotes.domain.session import Link, LinkKind, LinkState
from confnotes.report.outcome import Place
from confnotes.services.base import Service
from confnotes.services.listing import session_of
from confnotes.storage.writing import Writing


@dataclass(frozen=True, slots=True)
class Mended:
    """What one step changed: each row as it was before, None where there was none."""

    before: tuple[tuple[type, str, object | None], ...]


class _Step:
    """Writes, and remembers what was there."""

    def __init__(self, unit: Writing) -> None:
        self.unit = unit
        self.before: list[tuple[type, str, object | None]] = []

    def put(self, row: Line | Link | Section | Report, was: object | None) -> None:
        self.before.append((type(row), row.id, was))
        self.unit.put(row)


class MendingService(Service):
    """Does what a check advises where that needs nobody's words."""

    @staticmethod
    def can(code: str, place: Place) -> bool:
        """Return whether there is a step that mends that check there."""
        return code in _MENDS and _is_told(code, place)

    def mend(
        self, report: Report, code: str, place: Place, *, initiator: object = None
    ) -> tuple[Mended, ChangeSet]:
        """Mend it; ConfnotesError line.gone (id), session.gone (id), footnote.gone (id)."""
        with self._change(initiator) as unit:
            step = _Step(unit)
            _MENDS[code](step, report, place)
        return Mended(tuple(step.before)), unit.changes

    def take_back(self, mended: Mended, *, initiator: object = None) -> ChangeSet:
        """Make it what it was before; what was written since in the same row is written over."""
        with self._change(initiator) as unit:
            for cls, identity, was in reversed(mended.before):
                if was is None:
                    unit.delete(cls, identity)
                else:
                    unit.put(was)
        return unit.changes


def _is_told(code: str, place: Place) -> bool:
    """Return whether a place names the row that is to change."""
    if code in ("report.todo", "report.unclear"):
        return bool(place.line_id)
    if code in ("report.no_link", "report.not_attended"):
        return bool(place.session_id)
    if code == "report.unused_footnote":
        return bool(place.row_id)
    return bool(place.section_key)


def _line(step: _Step, place: Place) -> Line:
    line = step.unit.get(Line, place.line_id or "")
    if line is None:
        raise ConfnotesError("line.gone", id=place.line_id or "")
    return line


def _done(step: _Step, _report: Report, place: Place) -> None:
    """Tick a to-do."""
    line = _line(step, place)
    step.put(replace(line, done=True), line)


def _settled(step: _Step, _report: Report, place: Place) -> None:
    """Let a line go that was not caught: without an answer it is not printed."""
    line = _line(step, place)
    step.put(replace(line, resolved=True), line)


def _no_video(step: _Step, _report: Report, place: Place) -> None:
    """Say that neither slides nor a video will come."""
    session = session_of(step.unit, place.session_id or "")
    links = step.unit.all(Link, session_id=session.id)
    known = next((one for one in links if one.kind is LinkKind.VIDEO and not one.url), None)
    link = known or Link(new_id(), session.id, LinkKind.VIDEO)
    step.put(replace(link, state=LinkState.NONE), known)


def _attended(step: _Step, _report: Report, place: Place) -> None:
    """Say that one was there."""
    session = session_of(step.unit, place.session_id or "")
    choice = replace(session.choice, attendance=Attendance.ATTENDED)
    step.before.append((type(session), session.id, session))
    step.unit.put(replace(session, choice=choice))


def _no_footnote(step: _Step, _report: Report, place: Place) -> None:
    """Delete a footnote that nothing cites."""
    note = step.unit.get(Footnote, place.row_id)
    if note is None:
        raise ConfnotesError("footnote.gone", id=place.row_id)
    step.before.append((Footnote, note.id, note))
    step.unit.delete(Footnote, note.id)


def _left_out(step: _Step, report: Report, place: Place) -> None:
    """Leave a section out."""
    if step.unit.get(Report, report.id) is None:
        step.put(report, None)
    key = place.section_key or ""
    known = next(iter(step.unit.all(Section, report_id=report.id, key=key)), None)
    section = known or Section(new_id(), report.id, key, SectionKind(key.partition(":")[0]))
    step.put(replace(section, shown=False), known)


_MENDS: Mapping[str, Callable[[_Step, Report, Place], None]] = {
    "report.todo": _done,
    "report.unclear": _settled,
    "report.no_link": _no_video,
    "report.not_attended": _attended,
    "report.unused_footnote": _no_footnote,
    "report.empty_section": _left_out,
    "report.no_conclusion": _left_out,
}
"""What mends a check."""
