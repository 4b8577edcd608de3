"""Dates and times as the interface says them, in its language."""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from confnotes.domain.times import zone
from confnotes.ui.parts.theme import theme

_DAYS_EN = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_DAYS_JA = "月火水木金土日"
_HOUR = 3600
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def weekday(day: date) -> str:
    """Return the short name of the weekday ("Mon", 月)."""
    return (_DAYS_JA if theme().japanese else _DAYS_EN)[day.weekday()]


def short_day(day: date) -> str:
    """Return weekday and day of the month, as a tab says it ("Mon 18", 18日（月）)."""
    if theme().japanese:
        return f"{day.day}日（{weekday(day)}）"
    return f"{weekday(day)} {day.day}"


def day_month(day: date) -> str:
    """Return weekday, day and short month ("Wed 20 Nov", 11月20日（水）)."""
    if theme().japanese:
        return f"{day.month}月{day.day}日（{weekday(day)}）"
    return f"{weekday(day)} {day.day} {_MONTHS[day.month - 1][:3]}"


def long_day(day: date) -> str:
    """Return weekday, day and month ("Mon 18 November", 11月18日（月）)."""
    if theme().japanese:
        return day_month(day)
    return f"{weekday(day)} {day.day} {_MONTHS[day.month - 1]}"


def full_day(day: date) -> str:
    """Return the day with its year ("Mon 18 Nov 2019", 2019年11月18日（月）)."""
    return f"{day.year}年{day_month(day)}" if theme().japanese else f"{day_month(day)} {day.year}"


def day_number(number: int) -> str:
    """Return how people call that day ("Day 0", 0日目)."""
    return QCoreApplication.translate("Words", "Day {n}").format(n=number)


def clock(instant: datetime, zone_name: str) -> str:
    """Return the wall time of an instant ("9:00", "14:25")."""
    local = instant.astimezone(zone(zone_name))
    return f"{local.hour}:{local.minute:02}"


def span(start: datetime | None, end: datetime | None, zone_name: str) -> str:
    """Return "9:00–10:30"; the start alone where the end is not known; "" without a start."""
    if start is None:
        return ""
    first = clock(start, zone_name)
    return first if end is None or end == start else f"{first}–{clock(end, zone_name)}"


def elapsed(seconds: int) -> str:
    """Return seconds as `05:26`, from an hour on as `1:05:26`."""
    minutes, second = divmod(seconds, 60)
    if seconds < _HOUR:
        return f"{minutes:02}:{second:02}"
    return f"{minutes // 60}:{minutes % 60:02}:{second:02}"


def zone_city(name: str) -> str:
    """Return the place in an IANA zone's name ("Los Angeles" of America/Los_Angeles)."""
    return name.rsplit("/", 1)[-1].replace("_", " ")


def zone_label(name: str, at: datetime) -> str:
    """Return zone, abbreviation and offset ("America/Los_Angeles (PST, UTC−8)")."""
    local = at.astimezone(zone(name))
    offset = local.utcoffset()
    minutes = 0 if offset is None else round(offset.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    written = f"UTC{'−' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "")
    short = local.tzname() or ""
    return (
        f"{name} ({short}, {written})"
        if short[:1].isalpha() and short != name
        else f"{name} ({written})"
    )
