"""The outline: which sections a report has, in which order, with the stored ones laid over.

Sections have ranks, so that a stored position says between which two others a section stands,
whatever sessions come or go: the fixed ones are a million million apart, days stand at their date
between the fourth and the fifth, sessions at their minute within a day.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from confnotes.domain.conference import Event, EventKind
from confnotes.domain.report import Section, SectionKind
from confnotes.domain.telling import telling_of
from confnotes.report import layouts
from confnotes.report.snapshot import Snapshot, Talk

STEP = 1_000_000_000_000
_FIXED = {
    SectionKind.OPENING: 1,
    SectionKind.ABOUT: 2,
    SectionKind.WHY: 3,
    SectionKind.DAY: 4,
    SectionKind.RECOMMENDED: 5,
    SectionKind.AROUND: 6,
    SectionKind.WATCH: 7,
    SectionKind.CONCLUSION: 8,
    SectionKind.THANKS: 9,
    SectionKind.RELATED: 10,
    SectionKind.ADDENDUM: 11,
}
_UNDATED = STEP - 1_000_000
_PER_DAY = 1_000_000
_PER_MINUTE = 1_000_000
_PER_SESSION = 10_000
_PER_EVENT = 1000
_NEVER = 4_000_000_000


@dataclass(frozen=True, slots=True)
class Planned:
    """A section before anything is written in it.

    `talks` are the sessions it tells of; `day` is None where no date is known, `until` the last
    day of several that stand together; `words` are what a group is called in the notes.
    """

    key: str
    kind: SectionKind
    rank: int
    level: int = 0
    parent: str | None = None
    talks: tuple[Talk, ...] = ()
    day: date | None = None
    event: Event | None = None
    children: tuple["Planned", ...] = field(default=())
    words: str = ""
    until: date | None = None

    @property
    def talk(self) -> Talk | None:
        """The one session this section is about, if it is about one."""
        single = self.kind is SectionKind.SESSION or self.key.startswith("session:")
        return self.talks[0] if single and self.talks else None


def plan(snapshot: Snapshot) -> tuple[Planned, ...]:
    """Return the top sections in order, each with its children."""
    sections = [_fixed(kind) for kind in _FIXED if kind not in _FROM_NOTES]
    layout = snapshot.report.layout
    sections += _recommended(snapshot) if layout != layouts.LIKED else []
    around = [t for t in snapshot.attended if t.around and not t.session.recommended]
    if around and layout != layouts.DIARY:
        parent = _fixed(SectionKind.AROUND)
        sections.append(replace(parent, children=_children(parent.key, around)))
    grouped = layouts.groups(snapshot)
    sections += [_group(group, number) for number, group in enumerate(grouped)]
    if alone := _alone(snapshot):
        sections.append(alone)
    else:
        sections += _days(snapshot) if not grouped else ()
    return _overlaid(snapshot, sections)


def _alone(snapshot: Snapshot) -> Planned | None:
    """Return the section of the session that a report is about, where there is something to tell:
    no day stands above it."""
    talks = [t for t in snapshot.attended if not t.around and not t.session.recommended]
    one = layouts.session_of(snapshot.report.layout) and len(talks) == len(snapshot.attended) == 1
    if not one:
        return None
    (talk,) = talks
    if not (talk.lines or talk.session.summary.strip() or talk.session.takeaway.strip()):
        return None
    rank = _FIXED[SectionKind.DAY] * STEP
    key = f"session:{talk.session.id}"
    return Planned(key, SectionKind.SESSION, rank, talks=(talk,), day=talk.day)


def _group(group: layouts.Group, number: int) -> Planned:
    """Return the section of sessions that stand together."""
    key, rank = f"group:{group.key}", _FIXED[SectionKind.DAY] * STEP + number * _PER_DAY
    children = _children(key, group.talks) if group.told else ()
    return Planned(
        key, SectionKind.GROUP, rank, talks=group.talks, children=children, words=group.words
    )


_FROM_NOTES = frozenset({SectionKind.DAY, SectionKind.RECOMMENDED, SectionKind.AROUND})


def natural_rank(kind: str) -> int | None:
    """Return where the sections of a kind begin that stand in every report; None for others."""
    return next((rank * STEP for one, rank in _FIXED.items() if one == kind), None)


def _fixed(kind: SectionKind) -> Planned:
    return Planned(kind.value, kind, _FIXED[kind] * STEP)


def _recommended(snapshot: Snapshot) -> list[Planned]:
    """Return the section of the recommended session, or one with several below it."""
    talks = [talk for talk in snapshot.attended if talk.session.recommended]
    rank = _FIXED[SectionKind.RECOMMENDED] * STEP
    if not talks:
        return []
    if len(talks) == 1:
        # The key stays the session's: its text goes with it when it is recommended, or no more.
        return [
            Planned(
                f"session:{talks[0].session.id}",
                SectionKind.RECOMMENDED,
                rank,
                talks=tuple(talks),
            )
        ]
    parent = _fixed(SectionKind.RECOMMENDED)
    return [replace(parent, children=_children(parent.key, talks))]


def _days(snapshot: Snapshot) -> Iterator[Planned]:
    """Yield a section for each day and event that one attended."""
    groups: dict[tuple[date | None, str], list[Talk]] = {}
    for talk in snapshot.attended:
        if not talk.around or snapshot.report.layout == layouts.DIARY:
            groups.setdefault((talk.day, talk.event.id), []).append(talk)
    if telling_of(snapshot.settings).days_together:
        groups = dict(_joined(groups))
    mains = {day: talks[0] for (day, _), talks in groups.items() if not _is_beside(talks[0].event)}
    for (day, _), talks in groups.items():
        yield _day(day, talks[0].event, talks, mains.get(day))


def _joined(
    groups: Mapping[tuple[date | None, str], list[Talk]],
) -> Iterator[tuple[tuple[date | None, str], list[Talk]]]:
    """Yield the groups with all dated ones of the conference itself as one, at its first day."""
    main = [key for key, talks in groups.items() if key[0] and not _is_beside(talks[0].event)]
    for key, talks in groups.items():
        if key not in main:
            yield key, talks
        elif key == main[0]:
            yield key, [talk for one in main for talk in groups[one]]


def _is_beside(event: Event) -> bool:
    return event.kind is EventKind.COLOCATED


def _day(day: date | None, event: Event, talks: Sequence[Talk], main: Talk | None) -> Planned:
    """Return the section of a day or event; an event that began before the conference did that
    day (`main` is what one heard first there) stands before it."""
    beside = _is_beside(event)
    before = beside and main is not None and _minute(talks[0]) < _minute(main)
    until = max((talk.day for talk in talks if talk.day), default=day)
    several = until != day
    when = "all" if several else day.isoformat() if day else "none"
    key = f"event:{event.id}@{when}" if beside or several else f"day:{when}"
    offset = _UNDATED if day is None else day.toordinal() * _PER_DAY
    rank = (
        _FIXED[SectionKind.DAY] * STEP
        + offset
        + ((event.position + 1) * _PER_EVENT if beside else 0)
        - (_PER_DAY // 2 if before else 0)
    )
    kind = SectionKind.EVENT if beside or several else SectionKind.DAY
    own = [talk for talk in talks if not talk.session.recommended]
    return Planned(
        key,
        kind,
        rank,
        talks=tuple(talks),
        day=day,
        event=event,
        children=_children(key, own),
        until=until if several else None,
    )


def _children(parent: str, talks: Sequence[Talk]) -> tuple[Planned, ...]:
    out: list[Planned] = []
    for talk in talks:
        rank = _minute(talk) * _PER_MINUTE
        if out and rank <= out[-1].rank:
            rank = out[-1].rank + _PER_SESSION
        key = f"session:{talk.session.id}"
        out.append(Planned(key, SectionKind.SESSION, rank, 1, parent, talks=(talk,), day=talk.day))
    return tuple(out)


def _minute(talk: Talk) -> int:
    """Return the minute a session begins at, counted from 1970; without a time, after all."""
    return _NEVER if talk.starts is None else int(talk.starts.timestamp() // 60)


def _overlaid(snapshot: Snapshot, sections: Sequence[Planned]) -> tuple[Planned, ...]:
    """Return the sections in order, with the author's own among them and positions as stored."""
    tops = [_moved(snapshot, section) for section in sections]
    by_id = {section.id: key for key, section in snapshot.sections.items()}
    known = {top.key for top in tops}
    for section in snapshot.sections.values():
        if section.kind is not SectionKind.OWN:
            continue
        parent = by_id.get(section.parent_id or "")
        if parent in known:
            tops = [_adopting(top, section) if top.key == parent else top for top in tops]
        else:
            tops.append(Planned(section.key, section.kind, _position(section)))
    return tuple(
        replace(top, children=tuple(sorted(top.children, key=_rank)))
        for top in sorted(tops, key=_rank)
    )


def _position(section: Section) -> int:
    """Return where an own section stands; one without a place stands before the conclusion."""
    before = _FIXED[SectionKind.CONCLUSION] * STEP - 1
    return before if section.position is None else section.position


def _adopting(top: Planned, section: Section) -> Planned:
    child = Planned(section.key, section.kind, _position(section), 1, top.key)
    return replace(top, children=(*top.children, child))


def _moved(snapshot: Snapshot, section: Planned) -> Planned:
    """Return a section at the place that was stored for it, and its children at theirs."""
    stored = snapshot.sections.get(section.key)
    rank = section.rank if stored is None or stored.position is None else stored.position
    children = tuple(_moved(snapshot, child) for child in section.children)
    return replace(section, rank=rank, children=children)


def _rank(section: Planned) -> tuple[int, str]:
    return section.rank, section.key


def flat(sections: Sequence[Planned]) -> tuple[Planned, ...]:
    """Return the sections in reading order, children after their parent."""
    return tuple(part for top in sections for part in (top, *top.children))
