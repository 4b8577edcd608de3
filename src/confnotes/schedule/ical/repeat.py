"""Events that repeat: bounded daily and weekly rules are followed, others are named and left."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from confnotes.schedule.ical.times import Moment, parsed

_MAX_DAYS = 62
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_UNDERSTOOD = frozenset({"FREQ", "COUNT", "UNTIL", "INTERVAL", "BYDAY", "WKST"})


def occurrences(start: Moment, rule: str) -> tuple[Moment, ...] | None:
    """Return the starts of a DAILY or WEEKLY rule (RFC 5545, 3.3.10) that ends within two months.

    The wall time stays, as the RFC has it. None: the rule has no end, or is of another kind.
    """
    given = dict(
        part.partition("=")[::2] for part in rule.upper().replace(" ", "").split(";") if part
    )
    if not given.keys() <= _UNDERSTOOD or not ("COUNT" in given or "UNTIL" in given):
        return None
    days = _days(start, given)
    until = parsed(given["UNTIL"]) if "UNTIL" in given else None
    try:
        count = int(given.get("COUNT", _MAX_DAYS + 1))
    except ValueError:
        return None
    if days is None or ("UNTIL" in given and until is None):
        return None
    found = [day for day in days if until is None or not _after(day, until)]
    if "COUNT" in given and len(found) < count and until is None:
        return None
    return tuple(found[: max(count, 1)]) if until is None or _ends_in_time(start, until) else None


def _ends_in_time(start: Moment, until: Moment) -> bool:
    return not _after(until, start + timedelta(days=_MAX_DAYS - 1))


def _days(start: Moment, given: dict[str, str]) -> list[Moment] | None:
    """Return the starts of two months."""
    interval = int(given.get("INTERVAL", "1")) if given.get("INTERVAL", "1").isdecimal() else 0
    weekdays = [_WEEKDAYS.index(d) for d in given.get("BYDAY", "").split(",") if d in _WEEKDAYS]
    if not 0 < interval <= _MAX_DAYS or len(weekdays) != len(given.get("BYDAY", "").split(",")) * (
        "BYDAY" in given
    ):
        return None
    if given.get("FREQ") == "DAILY":
        return [d for n, d in _two_months(start) if n % interval == 0 and _on(d, weekdays)]
    if given.get("FREQ") != "WEEKLY":
        return None
    wanted = weekdays or [start.weekday()]
    monday = start.weekday()
    return [
        day
        for n, day in _two_months(start)
        if (n + monday) // 7 % interval == 0 and _on(day, wanted)
    ]


def _two_months(start: Moment) -> Iterator[tuple[int, Moment]]:
    return ((n, start + timedelta(days=n)) for n in range(_MAX_DAYS))


def _on(day: Moment, weekdays: list[int]) -> bool:
    return not weekdays or day.weekday() in weekdays


def _after(one: Moment, other: Moment) -> bool:
    """Whether `one` is later; a date counts as its whole day, a wall time as written."""
    if isinstance(one, datetime) and isinstance(other, datetime):
        if (one.tzinfo is None) != (other.tzinfo is None):
            return one.replace(tzinfo=None) > other.replace(tzinfo=None)
        return one > other
    return _date(one) > _date(other)


def _date(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
