"""The queue of what one missed: lines not caught, quotes not sure of, things to do."""

from collections import defaultdict
from dataclasses import replace

from confnotes.domain.changes import ChangeSet
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.notes import Line, LineKind
from confnotes.domain.text import stored, stored_line
from confnotes.services.base import Service
from confnotes.services.listing import programme_view, session_of
from confnotes.services.views import Asks, OpenLine

_NEIGHBOURS = 1


def asks(line: Line) -> Asks | None:
    """Return what a line still asks of one, None when it asks nothing."""
    if line.kind is LineKind.UNCLEAR and not line.resolved:
        return Asks.UNCLEAR
    if line.kind is LineKind.TODO and not line.done:
        return Asks.TODO
    if line.kind is LineKind.QUOTE and line.unsure:
        return Asks.UNSURE
    return None


class QueueService(Service):
    """Walks through what is open, and takes what one found out."""

    def open_lines(self, conference_id: str) -> tuple[OpenLine, ...]:
        """Return all that is open in a conference: sessions by start, lines in their order."""
        with self._notebook.reading() as unit:
            view = programme_view(unit, conference_id)
            by_session: dict[str, list[Line]] = defaultdict(list)
            for line in unit.within(Line, conference_id):
                by_session[line.session_id].append(line)
        out: list[OpenLine] = []
        for session in view.sessions:
            lines = sorted(by_session[session.session.id], key=lambda line: line.position)
            for at, line in enumerate(lines):
                if (ask := asks(line)) is not None:
                    before = tuple(lines[max(at - _NEIGHBOURS, 0) : at])
                    after = tuple(lines[at + 1 : at + 1 + _NEIGHBOURS])
                    out.append(OpenLine(ask, line, session, before, after))
        return tuple(out)

    def set_answer(
        self, line_id: str, answer: str, *, resolved: bool, initiator: object = None
    ) -> ChangeSet:
        """Keep what was said where a line was not caught (the first guess stays as it is), and
        whether that settles it; ConfnotesError line.gone (id)."""
        return self._edit(line_id, initiator, answer=stored(answer), resolved=resolved)

    def set_done(self, line_id: str, on: bool, *, initiator: object = None) -> ChangeSet:
        """Tick a to-do, or untick it; ConfnotesError line.gone (id)."""
        return self._edit(line_id, initiator, done=on)

    def set_quote(
        self, line_id: str, text: str, *, sure: bool, initiator: object = None
    ) -> ChangeSet:
        """Keep what a quote really said, and whether one is sure of it now.

        ConfnotesError line.gone (id), line.empty when nothing would be left of the quote.
        """
        if not (words := stored_line(text).strip()):
            raise ConfnotesError("line.empty")
        return self._edit(line_id, initiator, text=words, unsure=not sure)

    def set_video_offset(
        self, session_id: str, second: float | None, *, initiator: object = None
    ) -> ChangeSet:
        """Say at which second of the video the talk begins (None: not known)."""
        with self._change(initiator) as unit:
            unit.put(replace(session_of(unit, session_id), video_offset=second))
        return unit.changes

    def _edit(self, line_id: str, initiator: object, **values: object) -> ChangeSet:
        with self._change(initiator) as unit:
            line = unit.get(Line, line_id)
            if line is None:
                raise ConfnotesError("line.gone", id=line_id)
            unit.put(replace(line, **values))  # type: ignore[arg-type]  # names checked above
        return unit.changes
