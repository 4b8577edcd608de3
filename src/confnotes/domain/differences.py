"""What a later schedule says differently: pure comparison, nothing is changed here.

Sessions are matched by the id and start their source gives, then by the id, then by title and
start, then by a title that is unique on both sides. Counters, stamps and the source's record are
not compared: many sources change them at every download.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from confnotes.domain.conference import Confidence, Source
from confnotes.domain.contents import Contents
from confnotes.domain.draft import Draft, DraftSession
from confnotes.domain.session import Credit, Origin, SessionFacts, SessionState
from confnotes.domain.text import folded, stored, stored_line
from confnotes.domain.times import Planned

_MARKS = re.compile(
    r"\[[^\]]{0,30}\]|【[^】]{0,30}】|\b(?:CANCELL?ED|SOLD OUT|POSTPONED)\b\s*[:：-]?|"
    r"(?:中止|満席)[:：]"
)
_SIGNS = re.compile(r"[^\w]+")
_SERIES = re.compile(r"\s*[:：|｜]\s*")
_PLACEHOLDER = re.compile(
    r"\b(?:tb[adc]|to be (?:announced|determined|confirmed))\b|未定|調整中", re.IGNORECASE
)
ANOTHER_TALK = 0.3
"""Below which likeness of titles one id with nobody in common names another session."""


class Aspect(StrEnum):
    """What of a session can differ."""

    TITLE = "title"
    TIME = "time"
    ROOM = "room"
    STATE = "state"
    SPEAKERS = "speakers"
    TEXT = "text"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Known:
    """A session of the notebook as its schedule gave it; `keys` are (id, start) in its source.

    `own_speakers`: who speaks was written by hand, so that a schedule has no say in it;
    `sure_speakers`: all of them were said by a schedule or a page, and not guessed.
    """

    session_id: str
    facts: SessionFacts
    keys: frozenset[tuple[str, str | None]] = frozenset()
    speakers: tuple[str, ...] = ()
    own_speakers: bool = False
    sure_speakers: bool = False

    def speakers_stay(self, now: DraftSession) -> bool:
        """Return whether a later state has nothing to say of the speakers: it names none, it
        guesses under the same title what is known for sure, or they are one's own."""
        if self.own_speakers or not now.speakers:
            return True
        guesses = all(one.confidence is Confidence.GUESSED for one in now.speakers)
        same = same_title(self.facts.title or "", now.facts.title or "")
        return guesses and self.sure_speakers and same


@dataclass(frozen=True, slots=True)
class Value:
    """One thing that is said differently: as it was, and as it is now ("" for nothing)."""

    aspect: Aspect
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Match:
    """A session that both know, with what differs."""

    known: Known
    now: DraftSession
    values: tuple[Value, ...] = ()

    def differs_in(self, *aspects: Aspect) -> bool:
        """Return whether one of these aspects differs."""
        return any(value.aspect in aspects for value in self.values)


@dataclass(frozen=True, slots=True)
class Differences:
    """All of it. `same` and the lists of changes hold the sessions that both know: one that was
    moved and renamed is in both lists. `replaced`: an id that names another session now; both are
    to be kept. `gone` are sessions that the later schedule does not have."""

    matched: tuple[Match, ...] = ()
    new: tuple[DraftSession, ...] = ()
    gone: tuple[Known, ...] = ()
    replaced: tuple[Match, ...] = ()

    @property
    def moved(self) -> tuple[Match, ...]:
        """Sessions at another time or in another room."""
        return self._that(lambda one: one.differs_in(Aspect.TIME, Aspect.ROOM))

    @property
    def renamed(self) -> tuple[Match, ...]:
        """Sessions with another title."""
        return self._that(lambda one: one.differs_in(Aspect.TITLE))

    @property
    def cancelled(self) -> tuple[Match, ...]:
        """Sessions that are called off now."""
        return self._that(
            lambda one: (
                one.differs_in(Aspect.STATE) and one.now.facts.state is SessionState.CANCELLED
            )
        )

    @property
    def changed(self) -> tuple[Match, ...]:
        """Sessions with any difference."""
        return self._that(lambda one: bool(one.values))

    def _that(self, holds: Callable[[Match], bool]) -> tuple[Match, ...]:
        return tuple(one for one in self.matched if holds(one))


def known_sessions(contents: Contents, source_ids: Iterable[str]) -> tuple[Known, ...]:
    """Return the sessions of a conference that came with these sources."""
    wanted = frozenset(source_ids)
    keys: dict[str, set[tuple[str, str | None]]] = defaultdict(set)
    for source in contents.session_sources:
        if source.source_id in wanted:
            keys[source.session_id].add((source.key, source.start))
    names = {speaker.id: speaker.name for speaker in contents.speakers}
    people: dict[str, list[Credit]] = defaultdict(list)
    for credit in sorted(contents.credits, key=lambda one: one.position):
        people[credit.session_id].append(credit)
    # An id that names another session by now no longer finds the one that is missing.
    missing = {one.id for one in contents.sessions if one.given.state is SessionState.MISSING}
    taken = {key for one, held in keys.items() if one not in missing for key, _ in held}
    for one in missing & keys.keys():
        keys[one] = {(key, start) for key, start in keys[one] if key not in taken}
    return tuple(
        Known(
            one.id,
            one.given,
            frozenset(keys[one.id]),
            tuple(credit.name or names.get(credit.speaker_id, "") for credit in people[one.id]),
            any(credit.origin is Origin.OWN for credit in people[one.id]),
            bool(people[one.id])
            and all(credit.confidence is Confidence.GIVEN for credit in people[one.id]),
        )
        for one in contents.sessions
        if one.id in keys
    )


def source_of(contents: Contents, draft: Draft) -> Source | None:
    """Return the source whose later state a draft is: of several of its kind the one it has most
    of, by id and start, or by title and start."""
    fitting = [one for one in contents.sources if one.kind is draft.kind]
    if len(fitting) < 2:
        return next(iter(fitting), None)
    local = draft.with_local_times()
    shares: dict[str, int] = {}
    for source in fitting:
        known = known_sessions(contents, [source.id])
        facts: set[Hashable] = set()
        for one in known:
            title = folded(one.facts.title or "")
            facts |= {(title, one.facts.start), *one.keys}
            facts |= {("both", key, title) for key, _start in one.keys}
        shares[source.id] = max(
            sum(
                weight for one in state.sessions for place, weight in _places(one) if place in facts
            )
            for state in (draft, local)
        )
    return max(fitting, key=lambda one: shares[one.id])


def _places(one: DraftSession) -> Iterable[tuple[Hashable, int]]:
    """Return where a session may be found again, with how much that says: many schedules count
    1, 2, 3."""
    key, title = stored(one.key), folded(stored_line(one.facts.title or ""))
    return ((key, one.facts.start), 1), ((title, one.facts.start), 1), (("both", key, title), 2)


def differences(
    known: Sequence[Known], later: Sequence[DraftSession], timezone: str
) -> Differences:
    """Return what `later` says differently of the sessions that are known. Times are compared as
    instants in the conference's zone."""
    pairs = _matched(known, later)
    matched: list[Match] = []
    replaced: list[Match] = []
    for old, new in pairs:
        match = Match(old, new, tuple(_values(old, new, timezone)))
        by_id = any(key == new.key for key, _ in old.keys)
        (replaced if by_id and _is_another(old, new) else matched).append(match)
    met = {id(old) for old, _ in pairs}
    there = {id(new) for _, new in pairs}
    return Differences(
        tuple(matched),
        tuple(one for one in later if id(one) not in there),
        tuple(one for one in known if id(one) not in met),
        tuple(replaced),
    )


# -- matching ---------------------------------------------------------------------------


def _matched(
    known: Sequence[Known], later: Sequence[DraftSession]
) -> list[tuple[Known, DraftSession]]:
    left, right = list(known), list(later)
    pairs: list[tuple[Known, DraftSession]] = []
    for old_words, new_words in _RULES:
        found = _unique_pairs(left, right, old_words, new_words)
        pairs += found
        met, there = {id(old) for old, _ in found}, {id(new) for _, new in found}
        left = [one for one in left if id(one) not in met]
        right = [one for one in right if id(one) not in there]
    order = {id(one): number for number, one in enumerate(later)}
    return sorted(pairs, key=lambda pair: order[id(pair[1])])


def _unique_pairs(
    left: Sequence[Known],
    right: Sequence[DraftSession],
    old_words: Callable[[Known], Iterable[Hashable]],
    new_words: Callable[[DraftSession], Hashable],
) -> list[tuple[Known, DraftSession]]:
    """Return the pairs with one word in common that nobody else has, on either side."""
    by_word: dict[Hashable, Known] = {}
    counts: Counter[Hashable] = Counter()
    for old in left:
        for word in set(old_words(old)):
            counts[word] += 1
            by_word[word] = old
    others = Counter(new_words(new) for new in right)
    pairs: list[tuple[Known, DraftSession]] = []
    met: set[int] = set()
    for new in right:
        word = new_words(new)
        if word is None or counts[word] != 1 or others[word] != 1 or id(by_word[word]) in met:
            continue
        met.add(id(by_word[word]))
        pairs.append((by_word[word], new))
    return pairs


def plain_title(title: str) -> str:
    """Return a title as it is compared: without marks such as [SOLD OUT], signs and width."""
    return _SIGNS.sub(" ", folded(unicodedata.normalize("NFKC", _MARKS.sub(" ", title)))).strip()


def _title_and_start(facts: SessionFacts) -> Hashable:
    title = plain_title(facts.title or "")
    return (title, facts.start) if title else None


def _title_and_people(facts: SessionFacts, speakers: Iterable[str]) -> Hashable:
    title = plain_title(facts.title or "")
    return (title, frozenset(folded(name) for name in speakers)) if title else None


_RULES: tuple[
    tuple[Callable[[Known], Iterable[Hashable]], Callable[[DraftSession], Hashable]], ...
] = (
    (lambda old: old.keys, lambda new: (new.key, new.facts.start)),
    (lambda old: [key for key, _ in old.keys], lambda new: new.key),
    (lambda old: [_title_and_start(old.facts)], lambda new: _title_and_start(new.facts)),
    (
        lambda old: [_title_and_people(old.facts, old.speakers)],
        lambda new: _title_and_people(new.facts, (one.name for one in new.speakers)),
    ),
)


# -- comparing --------------------------------------------------------------------------


def _values(old: Known, new: DraftSession, timezone: str) -> Iterable[Value]:
    before, after = old.facts, new.facts
    if not same_title(before.title or "", after.title or ""):
        yield Value(Aspect.TITLE, before.title or "", after.title or "")
    if _span(before, timezone) != _span(after, timezone):
        yield Value(Aspect.TIME, _times(before), _times(after))
    for aspect, name in ((Aspect.ROOM, "room"), (Aspect.STATE, "state"), (Aspect.TEXT, "abstract")):
        silent = SessionState.SCHEDULED if aspect is Aspect.STATE else ""
        one, other = getattr(before, name) or silent, getattr(after, name) or silent
        if one != other:
            yield Value(aspect, str(one), str(other))
    names = [one.name for one in new.speakers]
    same = {folded(name) for name in names} == {folded(name) for name in old.speakers}
    if not same and not old.speakers_stay(new):
        yield Value(Aspect.SPEAKERS, ", ".join(old.speakers), ", ".join(names))
    rest = [
        (getattr(before, name), getattr(after, name))
        for name in ("subtitle", "kind", "format", "code", "language", "track")
    ]
    if any(one != other for one, other in rest):
        yield Value(Aspect.OTHER, _joined(one for one, _ in rest), _joined(o for _, o in rest))


def same_title(old: str, new: str) -> bool:
    """Return whether titles are one: a calendar may have the speakers behind it in one state, and
    not in the other."""
    shorter, longer = sorted((old, new), key=len)
    return shorter == longer or (bool(shorter) and longer.startswith(f"{shorter} - "))


def _span(facts: SessionFacts, timezone: str) -> object:
    return Planned(facts.start, facts.end, facts.duration).span(timezone)


def _times(facts: SessionFacts) -> str:
    return "/".join(part for part in (facts.start, facts.end) if part)


def _joined(values: Iterable[object]) -> str:
    return ", ".join(str(value) for value in values if value)


def _is_another(old: Known, new: DraftSession) -> bool:
    """Return whether an id was given to another session: the titles have hardly anything in common
    and no speaker is the same. A placeholder that gets its title stays what it is."""
    before, after = old.facts.title or "", new.facts.title or ""
    if not before or not after or _PLACEHOLDER.search(before) or _PLACEHOLDER.search(after):
        return False
    names = {folded(name) for name in old.speakers}
    if names & {folded(one.name) for one in new.speakers}:
        return False
    titles = (plain_title(title) for title in _without_series(before, after))
    shorter, longer = sorted(titles, key=len)
    # A title that grew (a subtitle, speakers behind it) is the same.
    return not (shorter and longer.startswith(shorter)) and likeness(shorter, longer) < ANOTHER_TALK


def _without_series(one: str, other: str) -> tuple[str, str]:
    """Return titles without the words before a colon that both begin with ("Lightning Talk: …"):
    these say nothing of whether the talks are the same."""
    left, right = _SERIES.split(one), _SERIES.split(other)
    while len(left) > 1 and len(right) > 1 and folded(left[0]) == folded(right[0]):
        left, right = left[1:], right[1:]
    return " ".join(left), " ".join(right)


def likeness(one: str, other: str) -> float:
    """Return how alike two texts are, from 0 to 1: the pairs of signs they share (Dice)."""
    if one == other:
        return 1.0
    left, right = (Counter(pairwise(text)) for text in (one, other))
    total = left.total() + right.total()
    return 2 * (left & right).total() / total if total else 0.0
