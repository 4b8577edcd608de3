"""Which sessions of a programme one wants to see: words, facets, only one's own. No Qt."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cached_property

from confnotes.domain.choice import Choice, Intent
from confnotes.domain.text import folded
from confnotes.services.views import SessionView


class Facet(Enum):
    """What a programme can be narrowed by."""

    TRACK = "track"
    ROOM = "room"
    SPEAKER = "speaker"
    LANGUAGE = "language"
    KIND = "kind"


@dataclass(frozen=True)
class Filter:
    """What is asked for: every word of `text`, one of the values of each facet, `mine` alone."""

    text: str = ""
    chosen: Mapping[Facet, frozenset[str]] = field(default_factory=dict)
    mine: bool = False

    @property
    def active(self) -> bool:
        """Whether it asks for anything."""
        return bool(self.text.strip() or self.mine or any(self.chosen.values()))

    def with_values(self, facet: Facet, values: Iterable[str]) -> "Filter":
        """Return this filter with other values of one facet."""
        return replace(self, chosen={**self.chosen, facet: frozenset(values)})


_NEARLY_ALL = 2 / 3


def values_of(view: SessionView, facet: Facet) -> tuple[str, ...]:
    """Return what a session has of a facet."""
    facts = view.session.facts
    match facet:
        case Facet.TRACK:
            found: Sequence[str | None] = (facts.track,)
        case Facet.ROOM:
            found = (facts.room,)
        case Facet.SPEAKER:
            found = [speaker.name for speaker in view.speakers]
        case Facet.LANGUAGE:
            found = (facts.language,)
        case Facet.KIND:
            found = (view.session.kind.value,)
    return tuple(one for one in found if one)


def is_mine(choice: Choice) -> bool:
    """Return whether one has said anything of a thing that asks to see it."""
    return choice.intent is not Intent.NONE or choice.watch_later


class Finder:
    """Looks through the sessions of one programme; what is searched is folded once."""

    def __init__(self, sessions: Sequence[SessionView]) -> None:
        self._sessions = sessions

    @cached_property
    def _searched(self) -> dict[str, str]:
        return {view.session.id: _words(view) for view in self._sessions}

    def values(self, facet: Facet) -> list[tuple[str, int]]:
        """Return the values of a facet with how many sessions have each, in order of words."""
        counted = Counter(value for view in self._sessions for value in values_of(view, facet))
        return sorted(counted.items(), key=lambda pair: folded(pair[0]))

    def told_languages(self) -> frozenset[str]:
        """Return the languages worth saying: all but the one that nearly everything is in."""
        counted = Counter(dict(self.values(Facet.LANGUAGE)))
        if not counted:
            return frozenset()
        usual, count = counted.most_common(1)[0]
        nearly_all = count >= _NEARLY_ALL * sum(counted.values())
        return frozenset(counted) - ({usual} if nearly_all else set())

    def matching(
        self,
        views: Iterable[SessionView],
        wanted: Filter,
        choice_of: Callable[[SessionView], Choice],
    ) -> list[SessionView]:
        """Return those of `views` that a filter lets through, in their order."""
        words = folded(wanted.text).split()
        facets = [(facet, chosen) for facet, chosen in wanted.chosen.items() if chosen]
        return [
            view
            for view in views
            if (not wanted.mine or is_mine(choice_of(view)))
            and all(chosen.intersection(values_of(view, facet)) for facet, chosen in facets)
            and (not words or all(word in self._searched[view.session.id] for word in words))
        ]


def _words(view: SessionView) -> str:
    facts = view.session.facts
    names = (f"{speaker.name} {speaker.affiliation}" for speaker in view.speakers)
    said = (facts.title, facts.subtitle, facts.track, facts.room, facts.code, *names)
    return folded("\n".join(one for one in said if one))
