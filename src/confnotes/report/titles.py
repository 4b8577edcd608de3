"""The title of a report: one's own, else what its pattern makes of the facts there are."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from confnotes.domain.inline import plain
from confnotes.domain.text import Language
from confnotes.report import layouts
from confnotes.report.pattern import Filled, fill, places, words_beside
from confnotes.report.sessions import title
from confnotes.report.teller import Teller

PLACES = (
    "conference", "short_name", "year", "city", "country", "dates", "day", "date", "session",
    "author",
)  # fmt: skip
"""What a title's pattern can name, in the order it is offered."""

_NUMBERED = re.compile(r"#\s?\d|第\s?\d+\s?回|\bvol(?:ume)?\.?\s?\d", re.IGNORECASE)
_COUNTRY = re.compile(r"[,，、]\s*([^,，、]+)$")
_NAMES = frozenset(("conference", "short_name", "city", "session"))
"""Places whose words may name the year themselves."""


def setting_key(language: Language) -> str:
    """Return the setting (of all places a report appears in) that keeps a language's pattern."""
    return f"title.{language}"


@dataclass(frozen=True, slots=True)
class TitleFacts:
    """What can stand in a title. `values` has every place, "" where nothing is known; `undated`
    the dates without their year; `default` is the pattern where none was set, `fallback` the one
    that always says something."""

    values: Mapping[str, str]
    undated: Mapping[str, str] = field(default_factory=dict)
    default: str = "{conference}"

    def filled(self, pattern: str) -> Filled:
        """Return what a pattern makes of the facts, "" for the default one. Of a year that is said
        already nothing is said again; a pattern of which nothing is left is as none."""
        pattern = pattern.strip() or self.default
        found = fill(pattern, self._told(pattern), self._said(pattern))
        if found.text:
            return found
        text = fill(self.default, self._told(self.default), self._said(self.default)).text
        return Filled(text or self.values["conference"], found.unknown, found.missing, found.lone)

    def _said(self, pattern: str) -> frozenset[str]:
        """Return "year" where one of the names in a pattern says it."""
        named = [self.values[name] for name in places(pattern) if name in _NAMES]
        return frozenset(("year",)) if self._in(*named) else frozenset()

    def _told(self, pattern: str) -> Mapping[str, str]:
        """Return the values, the dates without a year that is said beside them."""
        named = [self.values[name] for name in places(pattern) if name in (*_NAMES, "year")]
        return {**self.values, **self.undated} if self._in(words_beside(pattern), *named) else (
            self.values
        )  # fmt: skip

    def _in(self, *words: str) -> bool:
        year = self.values["year"]
        said = re.compile(rf"(?<!\d){year}(?!\d)")
        return bool(year) and any(said.search(one) for one in words)


def report_title(teller: Teller) -> str:
    """Return the report's title; what its pattern names in vain is a finding."""
    snapshot = teller.snapshot
    if snapshot.report.title.strip():
        return teller.say(snapshot.report.id, "title", snapshot.report.title).strip()
    facts = facts_of(teller)
    pattern = snapshot.settings.get(setting_key(snapshot.language), "")
    found = facts.filled(pattern)
    if found.lone:
        teller.found("report.title_unknown", "{ }")
    for name in found.unknown:
        teller.found("report.title_unknown", f"{{{name}}}")
    for name in found.missing if pattern.strip() else ():
        teller.found("report.title_missing", f"{{{name}}}")
    for name in places(pattern.strip() or facts.default):
        _note(teller, name)
    return found.text


def _note(teller: Teller, name: str) -> None:
    """Tell once more what the title says, so that words in the other language are found."""
    if name in PLACES:
        _value(teller, name)


def facts_of(teller: Teller) -> TitleFacts:
    """Return what can stand in a report's title."""
    with teller.unheard():
        values = {name: _value(teller, name) for name in PLACES}
        undated = dict(_undated(teller))
    return TitleFacts(values, undated, _default(teller, values["conference"]))


def _default(teller: Teller, name: str) -> str:
    """Return the pattern of the report's layout; a numbered conference goes without its year."""
    layout = teller.snapshot.report.layout
    key = layout if layout in (layouts.LIKED, layouts.DIARY) else "full"
    if layouts.one_session(teller.snapshot):
        key = "session"
    elif layouts.one_day(teller.snapshot):
        key = "day"
    pattern = teller.wording.phrase(f"title.{key}")
    return pattern.replace(" {year}", "") if _NUMBERED.search(name) else pattern


def _value(teller: Teller, name: str) -> str:
    """Return what stands for a place, "" where nothing is known."""
    snapshot, prose = teller.snapshot, teller.prose
    conference, author = snapshot.conference, snapshot.contents.author
    match name:
        case "conference":
            return teller.conference_name()
        case "short_name":
            return teller.short_name()
        case "year":
            return str(snapshot.dates[0].year) if snapshot.dates else ""
        case "city" | "country":
            city = teller.name(conference.id, "city", conference.city)
            country = _COUNTRY.search(city)
            if name == "country":
                return country[1].strip() if country else ""
            return city[: country.start()].strip() if country else city
        case "dates":
            return prose.date_range(*snapshot.dates, year=True) if snapshot.dates else ""
        case "author":
            named = teller.name(author.id, "name", author.name) if author else ""
            return named or (author.handle.strip() if author else "")
        case "session":
            talk = layouts.one_session(snapshot)
            return plain(title(teller, talk)) if talk else ""
    day = layouts.one_day(snapshot)
    if day is None:
        return ""
    if name == "date":
        return prose.day(day, year=True)
    known = snapshot.days.get(day)
    return prose.day_number(known.number, known.number) if known else ""


def _undated(teller: Teller) -> Iterator[tuple[str, str]]:
    snapshot, prose = teller.snapshot, teller.prose
    if snapshot.dates and snapshot.dates[0].year == snapshot.dates[1].year:
        yield "dates", prose.date_range(*snapshot.dates, year=False)
    day = layouts.one_day(snapshot)
    if day is not None and snapshot.dates and day.year == snapshot.dates[0].year:
        yield "date", prose.day(day, year=False)
