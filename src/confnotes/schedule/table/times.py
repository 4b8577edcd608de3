"""Dates and times as people write them into spreadsheets."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from confnotes.schedule.when import iso

_YEARS = range(1970, 2201)
_YMD = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_NUMBERS = re.compile(r"(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*(?:\2\s*(\d{4}|\d{2})|\.?)")
_KANJI = re.compile(r"(\d{1,2})月\s*(\d{1,2})日")
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar janvier", "feb february februar fevrier février",
            "mar march märz maerz mars", "apr april avril", "may mai", "jun june juni juin",
            "jul july juli juillet", "aug august aout août", "sep sept september septembre",
            "oct october okt oktober octobre", "nov november novembre",
            "dec december dez dezember decembre décembre",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?\s+([^\W\d]{3,9})\.?(?:,?\s+(\d{4}))?")
_MONTH_DAY = re.compile(r"([^\W\d]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?")
_WEEKDAYS = (
    "mon monday montag lundi 月", "tue tues tuesday dienstag mardi 火",
    "wed wednesday mittwoch mercredi 水", "thu thur thurs thursday donnerstag jeudi 木",
    "fri friday freitag vendredi 金", "sat saturday samstag sonnabend samedi 土",
    "sun sunday sonntag dimanche 日",
)  # fmt: skip
_WEEKDAY = {name: n for n, names in enumerate(_WEEKDAYS) for name in names.split()}
_NAMED_DAY = re.compile(r"([^\W\d_]+?)(?:曜日?|曜)?[.,]?")
_NUMBERED_DAY = re.compile(r"(?:day|tag|jour)\s*(\d{1,2})|(\d{1,2})\s*日目", re.IGNORECASE)
_BESIDE = re.compile(r"\s*[(（][^()（）]{1,12}[)）]")
_CLOCK = re.compile(
    r"(?P<before>午前|午後|am|pm)?\s*(?P<hour>\d{1,2})"
    r"(?:\s*(?::|：|h|時|Uhr)\s*(?P<minute>\d{2})?\s*分?(?::(?P<second>\d{2})(?:\.\d+)?)?)?"
    r"\s*(?P<after>[ap]\.?\s?m\.?|Uhr)?",
    re.IGNORECASE,
)
_FOUR = re.compile(r"([01]\d|2[0-4])([0-5]\d)")
_TO = re.compile(r"\s*(?:[–—~〜～→]|(?<=[\d.mM分時])\s*-\s*(?=[\d午apAP])|\bto\b|\bbis\b)\s*")
_TIME_AT_END = re.compile(r"(?<=[\d日)）])[\sT]+(?=(?:午|[ap]m|\d{1,2}\s*(?:[:：h時]|[ap]\.?m|$)))",
                          re.IGNORECASE)  # fmt: skip
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Calendar:
    """What dates without a year, weekdays and numbered days are counted from, and whether the day
    stands before the month in 4/5/2026."""

    first_day: date | None = None
    day_first: bool = True

    def date_of(self, text: str) -> date | None:
        """Return the date that a cell says; None when it says none, or one that needs a first day
        where there is none."""
        text = text.strip()[:_LONGEST]
        bare = _bare(text)
        found = iso(bare)
        if isinstance(found, date):
            return found.date() if isinstance(found, datetime) else found
        for pattern, order in ((_YMD, "ymd"), (_NUMBERS, "numbers"), (_KANJI, "md")):
            if match := pattern.fullmatch(bare):
                return self._numeric(match, order)
        return self._in_words(bare) or self._relative(text)

    def _numeric(self, match: re.Match[str], order: str) -> date | None:
        if order == "ymd":
            return _date(int(match[1]), int(match[2]), int(match[3]))
        if order == "md":
            return self._without_year(int(match[1]), int(match[2]))
        first, second, year = int(match[1]), int(match[3]), match[4]
        day_first = self.day_first or match[2] == "."
        day, month = (first, second) if day_first else (second, first)
        if year is None:
            return self._without_year(month, day)
        return _date(_whole_year(year), month, day)

    def _in_words(self, text: str) -> date | None:
        if match := _DAY_MONTH.fullmatch(text):
            day, month, year = int(match[1]), match[2], match[3]
        elif match := _MONTH_DAY.fullmatch(text):
            day, month, year = int(match[2]), match[1], match[3]
        else:
            return None
        number = _MONTHS.get(month.lower())
        if number is None:
            return None
        return _date(int(year), number, day) if year else self._without_year(number, day)

    def _without_year(self, month: int, day: int) -> date | None:
        """Return the date nearest to the first day."""
        if self.first_day is None:
            return None
        first = self.first_day
        found = [
            on
            for year in (first.year - 1, first.year, first.year + 1)
            if (on := _date(year, month, day)) is not None
        ]
        return min(found, key=lambda on: abs(on - first)) if found else None

    def _relative(self, text: str) -> date | None:
        if self.first_day is None:
            return None
        if numbered := _NUMBERED_DAY.search(text):
            days = int(numbered[1] or numbered[2]) - 1
            return self.first_day + timedelta(days=days) if days >= 0 else None
        weekday = weekday_of(text)
        if weekday is None:
            return None
        return self.first_day + timedelta(days=(weekday - self.first_day.weekday()) % 7)


def weekday_of(text: str) -> int | None:
    """Return the weekday that a cell names, Monday 0; None when it names none."""
    match = _NAMED_DAY.fullmatch(text.strip())
    return _WEEKDAY.get(match[1].lower()) if match else None


def _bare(text: str) -> str:
    """Return a date without the weekday beside it: "5/4 (Mon)", "Mon, 4 May"."""
    bare = _BESIDE.sub("", text).strip()
    first, _, rest = bare.partition(" ")
    return rest.strip() if rest and weekday_of(first) is not None else bare


def needs_first_day(text: str, *, day_first: bool) -> bool:
    """Return whether a cell names a day that only a first day turns into a date."""
    with_one = Calendar(date(2024, 2, 26), day_first)
    return Calendar(None, day_first).date_of(text) is None and with_one.date_of(text) is not None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


def _whole_year(year: str) -> int:
    """Return a year of two digits in the century it means: 70 and later are of the last one."""
    number = int(year)
    return number if len(year) == 4 else number + (1900 if number >= 70 else 2000)


def order_of(dates: Iterable[str], first_day: date | None = None) -> bool | None:
    """Return whether the day stands first in a table's dates of the form 4/5/2026.

    A number over twelve tells. Else the order in which the days lie closer together, for a
    conference takes a few days, then that in which they are nearer to its first day; None where
    both are as good.
    """
    found = [m for text in dates if (m := _NUMBERS.fullmatch(_bare(text)))]
    if any(int(m[1]) > 12 for m in found):
        return True
    if any(int(m[3]) > 12 for m in found):
        return False
    spans = [_spread(found, Calendar(date(2024, 1, 1), first)) for first in (True, False)]
    if spans[0] == spans[1] and first_day is not None:
        spans = [_distance(found, Calendar(first_day, first)) for first in (True, False)]
    if spans[0] == spans[1]:
        return None
    return spans[0] < spans[1]


def _distance(found: Iterable[re.Match[str]], calendar: Calendar) -> int:
    """Return how many days the dates are from the first day, in all."""
    first = calendar.first_day
    days = [calendar.date_of(match[0]) for match in found]
    return sum(abs((on - first).days) for on in days if on is not None and first is not None)


def _spread(found: Iterable[re.Match[str]], calendar: Calendar) -> int:
    days = [on for m in found if (on := calendar.date_of(m[0].replace(".", "/"))) is not None]
    return (max(days) - min(days)).days if days else 0


# -- times of day -----------------------------------------------------------------------


def clock_of(text: str) -> int | None:
    """Return the minutes after midnight of `9:30`, `9:30 p.m.`, `午後3時`, `0930` or a bare hour;
    None for anything else. 24:00 and later (to 29:59, as Japanese programmes write the night) are
    of the next day."""
    text = text.strip()[:_LONGEST]
    if four := _FOUR.fullmatch(text):
        return int(four[1]) * 60 + int(four[2])
    match = _CLOCK.fullmatch(text)
    if match is None:
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["before"] or match["after"] or "").lower().replace(".", "").replace(" ", "")
    if half in ("am", "pm", "午前", "午後"):
        if hour > 12 or (hour == 0 and half == "pm"):
            return None
        hour = hour % 12 + (12 if half in ("pm", "午後") else 0)
    return hour * 60 + minute if hour < 30 and minute < 60 else None


@dataclass(frozen=True, slots=True)
class When:
    """What a cell says: a moment, or its parts; None where it says nothing of it."""

    moment: datetime | None = None
    day: date | None = None
    minutes: int | None = None

    @property
    def says_nothing(self) -> bool:
        """Whether nothing could be read."""
        return self.moment is None and self.day is None and self.minutes is None


def when(text: str, calendar: Calendar) -> When:
    """Return what a cell of a start or end says: a time of day, a date, or both."""
    text = text.strip()
    found = iso(text[:_LONGEST])
    if isinstance(found, datetime):
        return When(moment=found)
    if (minutes := clock_of(text)) is not None:
        return When(minutes=minutes)
    if parts := _TIME_AT_END.split(text[:_LONGEST], maxsplit=1):
        day = calendar.date_of(parts[0])
        minutes = clock_of(parts[1]) if len(parts) > 1 else None
        if len(parts) == 1 or minutes is not None:
            return When(day=day, minutes=minutes)
    return When()


def day_beside(text: str) -> str:
    """Return the part of a cell before its time of day, "" where there is none."""
    parts = _TIME_AT_END.split(text.strip()[:_LONGEST], maxsplit=1)
    return parts[0] if len(parts) > 1 else ""


def from_to(text: str) -> tuple[str, str]:
    """Return (start, end) of a cell such as "10:00–10:45"; "" for an end that is not there."""
    if iso(text.strip()[:_LONGEST]) is not None:
        return text, ""
    parts = _TO.split(text.strip()[: 2 * _LONGEST])
    both = len(parts) == 2 and parts[0] and any(ch.isdigit() for ch in parts[1])
    return (parts[0], parts[1]) if both else (text.strip(), "")


def at(day: date, minutes: int) -> datetime:
    """Return the wall time so many minutes after a day's midnight."""
    return datetime.combine(day, time.min) + timedelta(minutes=minutes)
