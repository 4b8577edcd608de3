"""The facts about a conference as a list, for an author who likes them better so than told."""

from collections.abc import Callable, Iterator, Sequence

from confnotes.domain.conference import Fact, FactKind
from confnotes.domain.inline import Address
from confnotes.report.blocks import Inlines, joined
from confnotes.report.opening import readable
from confnotes.report.prose import is_online
from confnotes.report.teller import Teller

Value = Callable[[FactKind], str]
_COUNTED = (
    (FactKind.ATTENDEES, "person"),
    (FactKind.FIRST_ATTENDEES, "person"),
    (FactKind.SESSIONS, "talk"),
    (FactKind.VIDEOS, "video"),
)


class FactsList:
    """Says what is known in rows, each a label and what it is; `cited` gives the references."""

    def __init__(
        self,
        teller: Teller,
        facts: dict[FactKind, Fact],
        value: Callable[[FactKind], Inlines],
        typed: Value,
        cited: Callable[[Sequence[Fact]], Inlines],
        free: Callable[[str], bool],
    ) -> None:
        self._teller, self._facts = teller, facts
        self._value, self._typed, self._cited, self._free = value, typed, cited, free

    def rows(self) -> list[Inlines]:
        """Return the rows, those of which nothing is known left out."""
        kind, prose = FactKind, self._teller.prose
        made: list[tuple[str, Inlines | str, tuple[FactKind, ...]]] = [
            ("dates", self._dates(), ()),
            ("hours", self._told(kind.HOURS), (kind.HOURS,)),
            ("venue", self._place(), ()),
            ("host", self._told(kind.HOST), (kind.HOST,)),
        ]
        if kind.EDITION in self._facts:
            made.append(("edition", prose.ordinal(self._typed(kind.EDITION)), (kind.EDITION,)))
        for one, unit in _COUNTED:
            if one in self._facts:
                made.append((one, prose.amount(unit, self._typed(one)), (one,)))
        made += [
            ("fee", self._fee(), (kind.FEE,)),
            ("next", self._next(), (kind.NEXT_CITY, kind.NEXT_YEAR)),
            ("site", self._site(), ()),
        ]
        return [self._row(*row) for row in made if row[1]]

    def _row(self, label: str, value: Inlines | str, kinds: tuple[FactKind, ...]) -> Inlines:
        wording = self._teller.wording
        facts = [self._facts[kind] for kind in kinds if kind in self._facts]
        row = wording.fill("facts.row", label=wording.phrase(f"facts.{label}"), value=value)
        return joined(row, self._cited(facts))

    def _told(self, kind: FactKind) -> Inlines:
        return self._value(kind) if kind in self._facts else ()

    def _dates(self) -> str:
        teller = self._teller
        if teller.snapshot.dates is None:
            return ""
        first, last = teller.snapshot.dates
        teller.date_range(first, last)  # the years are named from here on
        one = first == last
        prose = teller.prose
        return prose.day(first, year=True) if one else prose.date_range(first, last, year=True)

    def _place(self) -> str:
        """Return the venue and the city it is in, each once."""
        places = list(dict.fromkeys(self._places()))
        if len(places) < 2 or places[1] in places[0]:
            return "".join(places[:1])
        return self._teller.wording.words("facts.in_city", venue=places[0], city=places[1])

    def _places(self) -> Iterator[str]:
        conference = self._teller.snapshot.conference
        for name, words in (("venue", conference.venue), ("city", conference.city)):
            if is_online(words):
                yield self._teller.wording.phrase("facts.online")
            elif words.strip() and (said := readable(self._teller, conference.id, name, words)):
                yield said

    def _fee(self) -> Inlines | str:
        if FactKind.FEE in self._facts and self._free(self._typed(FactKind.FEE)):
            return self._teller.wording.phrase("facts.free")
        return self._told(FactKind.FEE)

    def _next(self) -> str:
        wording, given = self._teller.wording, {}
        if FactKind.NEXT_CITY in self._facts:
            city = self._typed(FactKind.NEXT_CITY)
            given["city"] = wording.phrase("facts.online") if is_online(city) else city
        if FactKind.NEXT_YEAR in self._facts:
            year = self._teller.prose.year(self._typed(FactKind.NEXT_YEAR))
            given["year"] = year.removeprefix("in ")
        return wording.words("facts." + "_".join(["when", *given]), **given) if given else ""

    def _site(self) -> Inlines:
        url = self._teller.site(always=True)
        return (Address(url, joined(url)),) if url else ()
