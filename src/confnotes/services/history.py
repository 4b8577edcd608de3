"""Earlier states of a session's notes: looking at them, and bringing them back."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from confnotes.domain.attachments import AttachmentUse
from confnotes.domain.audience import narrowest
from confnotes.domain.changes import ChangeSet
from confnotes.domain.comparing import Compared, Difference, compared
from confnotes.domain.conference import Speaker
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.footnotes import Footnote, cited
from confnotes.domain.history import HistoryStep, state_before
from confnotes.domain.notes import Line, LineKind, audiences
from confnotes.services.base import Service
from confnotes.services.listing import session_of
from confnotes.services.notes import put_footnote, put_lines
from confnotes.storage.reading import Reading


@dataclass(frozen=True, slots=True)
class EarlierState:
    """A state in the list of them. `number` names it.

    `at` is when it was reached (UTC) or, when that is not known (`exact` is false), the moment it
    ended. `added`, `changed` and `removed` count the lines of the step that followed; `footnotes`
    its footnotes. `words` are the first that it changed, "" when it only moved lines.
    """

    number: int
    at: datetime
    exact: bool
    added: int
    changed: int
    removed: int
    footnotes: int
    words: str


@dataclass(frozen=True, slots=True)
class StateView:
    """An earlier state beside now. `footnotes` are those its lines cite, as they were;
    `changed_footnotes` those of them that read differently now, or are gone. `captions` are of
    pictures, by line."""

    session_id: str
    number: int
    rows: tuple[Compared, ...]
    footnotes: tuple[Footnote, ...]
    changed_footnotes: tuple[Footnote, ...]
    captions: Mapping[str, str]

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines of the state, in order."""
        return tuple(row.then for row in self.rows if row.then is not None)

    def count(self, difference: Difference) -> int:
        """Return how many lines differ in that way."""
        return sum(row.difference is difference for row in self.rows)

    @property
    def differs(self) -> bool:
        """Whether bringing the state back would change anything."""
        return bool(self.changed_footnotes) or any(
            row.difference is not Difference.SAME for row in self.rows
        )


class HistoryService(Service):
    """What a session's notes were before."""

    def states(self, session_id: str) -> tuple[EarlierState, ...]:
        """Return the earlier states of a session in which something was written, the newest first.

        ConfnotesError session.gone (id).
        """
        with self._notebook.reading() as unit:
            session_of(unit, session_id)
            lines = unit.all(Line, session_id=session_id)
            steps = unit.history(session_id)
        return tuple(_states(steps, lines))

    def state(self, session_id: str, number: int) -> StateView:
        """Return an earlier state; ConfnotesError session.gone (id), history.gone (number)."""
        with self._notebook.reading() as unit:
            now = unit.all(Line, session_id=session_id)
            lines, notes, notes_now = _before(unit, session_id, number, now)
            uses = unit.all(AttachmentUse, line_id=[line.id for line in lines])
        changed = tuple(note for note in notes if notes_now.get(note.id) != note)
        captions = {use.line_id: use.caption for use in uses if use.line_id is not None}
        rows = compared(lines, now)
        return StateView(session_id, number, rows, notes, changed, captions)

    def bring_back(
        self,
        session_id: str,
        number: int,
        line_ids: Collection[str] | None = None,
        *,
        initiator: object = None,
    ) -> ChangeSet:
        """Make the notes of a session what they were in an earlier state, its footnotes too.

        With `line_ids`, only those lines come back or read as they did, with the footnotes they
        cite that are gone; all else stays. What the notes are now is in the history, whatever
        comes. A line that another session has by now stays there, and comes back under an id of
        its own. ConfnotesError session.gone (id), history.gone (number).
        """
        with self._change(initiator) as unit:
            session = session_of(unit, session_id)
            now = unit.all(Line, session_id=session_id)
            lines, notes, notes_now = _before(unit, session_id, number, now)
            known = {one.id for one in unit.all(Speaker, conference_id=session.conference_id)}
            lines = tuple(
                line if line.speaker_id in known else replace(line, speaker_id=None)
                for line in lines
            )
            unit.past.keep = True
            wanted = lines if line_ids is None else _with(now, lines, line_ids)
            put_lines(unit, session_id, [replace(one, position=n) for n, one in enumerate(wanted)])
            keys = set(_cited(one for one in lines if line_ids is None or one.id in line_ids))
            taken = {note.key for note in notes_now.values()}
            for note in notes:
                there = notes_now.get(note.id)
                gone = there is None and note.key in keys and note.key not in taken
                if gone or (line_ids is None and there not in (None, note)):
                    put_footnote(unit, note)
        return unit.changes


def _before(
    unit: Reading, session_id: str, number: int, now: Sequence[Line]
) -> tuple[tuple[Line, ...], tuple[Footnote, ...], Mapping[str, Footnote]]:
    """Return lines and cited footnotes of a state, and the conference's footnotes as they are."""
    session = session_of(unit, session_id)
    steps = unit.history(session_id, number)
    if not steps or steps[-1].number != number:
        raise ConfnotesError("history.gone", number=number)
    footnotes = unit.all(Footnote, conference_id=session.conference_id)
    lines, notes = state_before((step.back for step in steps), session_id, now, footnotes)
    keys = set(_cited(lines))
    present = {note.id: note for note in footnotes}
    return lines, tuple(note for note in notes if note.key in keys), present


def _cited(lines: Iterable[Line]) -> list[str]:
    return cited(text for line in lines for text in (line.text, line.gist, line.answer))


def _states(steps: Sequence[HistoryStep], lines: Sequence[Line]) -> Iterator[EarlierState]:
    after = {line.id: line for line in lines}
    for place, step in enumerate(steps):
        before = step.back.lines(after)
        if any(_says(line) for line in before.values()):
            older = steps[place + 1] if place + 1 < len(steps) else None
            back = step.back
            yield EarlierState(
                step.number,
                step.first_at if older is None else older.last_at,
                older is not None,
                len(back.added),
                len(back.changed),
                len(back.removed),
                len(back.footnotes),
                _first_words(step, after),
            )
        after = before


def _says(line: Line) -> bool:
    return bool(line.text.strip()) or line.kind is not LineKind.POINT


def _first_words(step: HistoryStep, after: Mapping[str, Line]) -> str:
    """Return the first words that a step took away, changed or, when it only added, brought."""
    back = step.back
    added = [after[one] for one in back.added if one in after]
    texts = [line.text for line in (*back.removed.values(), *back.changed.values(), *added)]
    texts += [note.text for note in back.footnotes.values() if note is not None]
    return next((text.strip() for text in texts if text.strip()), "")


def _with(now: Sequence[Line], then: Sequence[Line], line_ids: Collection[str]) -> tuple[Line, ...]:
    """Return the lines of now with some of an earlier state put among them, or in their place.

    A line that comes alone is for nobody whom it was not for below its parents.
    """
    place = {line.id: number for number, line in enumerate(now)}
    out: list[Line] = list(now)
    below: dict[int, list[Line]] = {}
    above = -1
    for line, audience in zip(then, audiences(then), strict=True):
        at = place.get(line.id)
        if at is not None:
            above = at
        if line.id not in line_ids:
            continue
        fresh = replace(line, audience=narrowest(line.audience, audience))
        if at is not None:
            out[at] = fresh
        else:
            below.setdefault(above, []).append(fresh)
    found = [*below.get(-1, ())]
    for at, line in enumerate(out):
        found += [line, *below.get(at, ())]
    return tuple(found)
