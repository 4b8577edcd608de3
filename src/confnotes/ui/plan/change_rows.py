"""What the sheet of changes says of each session: old and new side by side, what is one's own."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from confnotes.domain.agenda import clashes
from confnotes.domain.choice import Choice, Intent
from confnotes.domain.differences import Aspect
from confnotes.domain.revisions import Revision, RevisionKind
from confnotes.domain.session import SessionFacts
from confnotes.domain.times import Planned, TimeForm, form_of, zone
from confnotes.services.planning import placed
from confnotes.services.views import ProgrammeView, SessionView
from confnotes.ui.parts import words
from confnotes.ui.plan.model import intent_words

translate = QCoreApplication.translate

ORDER = (
    RevisionKind.MOVED,
    RevisionKind.RENAMED,
    RevisionKind.CANCELLED,
    RevisionKind.BACK,
    RevisionKind.NEW,
    RevisionKind.GONE,
    RevisionKind.REPLACED,
    RevisionKind.OTHER,
)
"""The kinds as their tabs stand."""


@dataclass(frozen=True, slots=True)
class Part:
    """A few words of a line; `changed` when they differ between old and new. `glue` stands
    between them and the part before."""

    text: str
    changed: bool = False
    glue: str = " · "


@dataclass(frozen=True, slots=True)
class Side:
    """A session as one state of the schedule has it: its title, and below when, where and what
    else changed. `title` is a fact (not words of ours) unless `said`."""

    title: Part
    below: tuple[Part, ...] = ()
    said: bool = False


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One session that changes. `old` is None for a new one; `clash`: what the move causes;
    `intent` and `own` say what of one's own is on it; `asks` when it may be the same after all."""

    id: str
    kind: RevisionKind
    yours: bool
    old: Side | None
    now: Side
    clash: str = ""
    intent: Intent = Intent.NONE
    own: str = ""

    @property
    def asks(self) -> bool:
        """Whether a person has to say if it is another session."""
        return self.kind is RevisionKind.REPLACED


@dataclass(frozen=True, slots=True)
class ChangeHead:
    """What stands above a group: its words, how many, and a quiet note."""

    words: str
    count: int
    note: str


Row = ChangeRow | ChangeHead
Chosen = Callable[[SessionView], Choice]


def kind_words(kind: RevisionKind) -> str:
    """Return what a kind of change is called."""
    return {
        RevisionKind.MOVED: translate("Changes", "Moved"),
        RevisionKind.RENAMED: translate("Changes", "Renamed"),
        RevisionKind.CANCELLED: translate("Changes", "Cancelled"),
        RevisionKind.BACK: translate("Changes", "Back"),
        RevisionKind.NEW: translate("Changes", "New"),
        RevisionKind.GONE: translate("Changes", "Gone"),
        RevisionKind.REPLACED: translate("Changes", "Replaced"),
        RevisionKind.OTHER: translate("Changes", "Details"),
    }[kind]


def change_rows(
    found: Sequence[Revision],
    bearing: frozenset[str],
    view: ProgrammeView,
    chosen: Chosen,
    walk: timedelta = timedelta(),
) -> list[ChangeRow]:
    """Return a row for each session that changes, in the order of the programme; `walk` is how
    long the way from a room to another takes."""
    causes = _clashes(found, view, chosen, walk)
    timezone = view.conference.timezone
    rows = [
        _row(one, view.by_id.get(one.id), one.id in bearing, timezone, causes.get(one.id, ""))
        for one in sorted(found, key=lambda one: _start(one, timezone))
    ]
    return [_with_choice(row, view.by_id.get(row.id), chosen) for row in rows]


def grouped(rows: Iterable[ChangeRow]) -> list[Row]:
    """Return rows below their heads: what is one's own first."""
    all_rows = list(rows)
    groups = (
        (
            translate("Changes", "Yours"),
            translate("Changes", "what you chose, and what has notes"),
            [row for row in all_rows if row.yours],
        ),
        (
            translate("Changes", "The rest"),
            translate("Changes", "neither chosen nor with notes"),
            [row for row in all_rows if not row.yours],
        ),
    )
    out: list[Row] = []
    for head, note, members in groups:
        if members:
            out += [ChangeHead(head, len(members), note), *members]
    return out


def said(row: Row, *, on: bool, same: bool) -> str:
    """Return a row in words, for a screen reader."""
    if isinstance(row, ChangeHead):
        return f"{row.words}: {row.count}"
    sides = [_said(side) for side in (row.old, row.now) if side is not None]
    parts = [kind_words(row.kind), " → ".join(sides), row.clash]
    if row.asks:
        parts.append(decision_words(same=same))
    if row.yours:
        parts += [intent_words(row.intent), row.own]
    parts.append(translate("Changes", "applied") if on else translate("Changes", "left as it is"))
    return ", ".join(part for part in parts if part)


def decision_words(*, same: bool) -> str:
    """Return what is decided of a session in another's place."""
    if same:
        return translate("Changes", "The same, renamed")
    return translate("Changes", "Another session")


def lines_words(count: int) -> str:
    """Return how many lines of notes there are."""
    if count == 1:
        return translate("Changes", "1 line")
    return translate("Changes", "{n} lines").format(n=count)


# -- one row ------------------------------------------------------------------------------


def _start(one: Revision, timezone: str) -> tuple[bool, str]:
    facts = one.old.facts if one.old else one.now.facts if one.now else SessionFacts()
    start, _ = Planned(facts.start, facts.end, facts.duration).span(timezone)
    return (start is None, "" if start is None else start.isoformat())


def _row(
    one: Revision, view: SessionView | None, yours: bool, timezone: str, clash: str
) -> ChangeRow:
    before = one.old.facts if one.old else None
    after = one.now.facts if one.now else None
    old_below = _below(before, after, timezone)
    new_below = _below(after, before, timezone)
    renamed = before is not None and any(v.aspect is Aspect.TITLE for v in one.values)
    ends = one.kind in (RevisionKind.CANCELLED, RevisionKind.GONE)
    extra_old, extra_new = _extra(one)
    old = None
    if before is not None:
        title = Part(before.title or "", renamed or ends or one.kind is RevisionKind.REPLACED)
        old = Side(title, (*old_below, *extra_old))
    if ends:
        plain = None if old is None else Side(old.title, _unmarked(old_below))
        return ChangeRow(one.id, one.kind, yours, plain, _ending(one.kind, view, yours), clash)
    new_title = "" if after is None else after.title or ""
    below = new_below if before is not None else _unmarked(new_below)
    marked = renamed or one.kind is RevisionKind.REPLACED
    now = Side(Part(new_title, marked), (*below, *extra_new))
    return ChangeRow(one.id, one.kind, yours, old, now, clash)


def _ending(kind: RevisionKind, view: SessionView | None, yours: bool) -> Side:
    """Return what is said in the place of a session that will not be."""
    if kind is RevisionKind.CANCELLED:
        stays = translate("Changes", "stays in the programme, struck through")
        return Side(Part(translate("Changes", "Cancelled")), (Part(stays),), said=True)
    title = translate("Changes", "Not in the new programme")
    if not yours:
        below = translate("Changes", "goes: there is nothing of yours on it")
    elif view is not None and view.lines:
        has = translate("Changes", "stays, marked, for its notes ({lines})")
        below = has.format(lines=lines_words(view.lines))
    else:
        below = translate("Changes", "stays, marked, for what is yours on it")
    return Side(Part(title), (Part(below),), said=True)


def _below(
    facts: SessionFacts | None, other: SessionFacts | None, timezone: str
) -> tuple[Part, ...]:
    """Return day, time and room, each marked where it is not the other state's."""
    if facts is None:
        return ()
    mine = _places(facts, timezone)
    theirs = mine if other is None else _places(other, timezone)
    parts = zip(mine, theirs, ("", "  ", " · "), strict=True)
    return tuple(Part(one, one != two, glue) for one, two, glue in parts if one)


def _unmarked(parts: Iterable[Part]) -> tuple[Part, ...]:
    return tuple(replace(part, changed=False) for part in parts)


def _places(facts: SessionFacts, timezone: str) -> tuple[str, str, str]:
    start, end = Planned(facts.start, facts.end, facts.duration).span(timezone)
    if start is None:
        return translate("Plan", "No time"), "", facts.room or ""
    dated = form_of(facts.start) is TimeForm.DATE
    span = "" if dated else words.span(start, end, timezone)
    return words.day_month(_local(start, timezone).date()), span, facts.room or ""


def _local(instant: datetime, timezone: str) -> datetime:
    return instant.astimezone(zone(timezone))


def _extra(one: Revision) -> tuple[list[Part], list[Part]]:
    """Return what else changed, in words, for the old and for the new side."""
    old: list[Part] = []
    new: list[Part] = []
    if one.kind is RevisionKind.REPLACED:
        return old, new  # another session: all of it is different
    for value in one.values:
        if value.aspect is Aspect.SPEAKERS:
            old.append(Part(value.old or "–", changed=True))
            new.append(Part(value.new or "–", changed=True))
    named = {
        Aspect.TEXT: translate("Changes", "description"),
        Aspect.OTHER: translate("Changes", "other details"),
    }
    new += [Part(named[v.aspect], changed=True) for v in one.values if v.aspect in named]
    return old, new


def _said(side: Side) -> str:
    return ", ".join(part.text for part in (side.title, *side.below) if part.text)


# -- what is one's own --------------------------------------------------------------------


def _with_choice(row: ChangeRow, view: SessionView | None, chosen: Chosen) -> ChangeRow:
    if view is None:
        return row
    choice, session = chosen(view), view.session
    own: list[str] = []
    if choice.watch_later:
        own.append(translate("Changes", "watch later"))
    if session.rating:
        own.append("★" * session.rating)
    if view.lines:
        own.append(lines_words(view.lines))
    if session.own != SessionFacts():
        own.append(translate("Changes", "edited by you"))
    words_of = " · ".join(own)
    old = row.old
    if row.asks and old is not None:  # the question stands where else one's own does
        intent = "" if choice.intent is Intent.NONE else intent_words(choice.intent)
        yours = tuple(Part(told) for told in (intent, words_of) if told)
        old = replace(old, below=(*old.below, *yours))
    return replace(row, old=old, intent=choice.intent, own=words_of)


def _clashes(
    found: Sequence[Revision], view: ProgrammeView, chosen: Chosen, walk: timedelta
) -> Mapping[str, str]:
    """Return what the changes bring into the way of what one goes to, by session."""
    revised = {one.id: one.now.facts for one in found if one.old is not None and one.now}
    gone = {one.id for one in found if one.now is None or one.kind is RevisionKind.REPLACED}
    timezone = view.conference.timezone
    after = {
        one.session.id: placed(
            replace(one.session, given=revised.get(one.session.id, one.session.given)), timezone
        )
        for one in view.sessions
        if one.session.id not in gone
    }
    intents = {one.session.id: chosen(one).intent for one in view.sessions}
    before = {
        frozenset((one.first, one.second))
        for one in clashes(((v.session, intents[v.session.id]) for v in view.sessions), walk=walk)
    }
    out: dict[str, str] = {}
    meant = ((session, intents[key]) for key, session in after.items())
    for clash in clashes(meant, walk=walk):
        if not clash.firm or frozenset((clash.first, clash.second)) in before:
            continue
        for identity in {clash.first, clash.second} & revised.keys():
            other = after[clash.other(identity)]
            if other.start_at is not None:
                told = translate("Changes", "clashes with yours at {time}")
                out[identity] = told.format(time=words.clock(other.start_at, timezone))
    return out
