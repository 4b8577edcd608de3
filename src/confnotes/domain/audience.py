"""Whom a text is for."""

from enum import StrEnum


class Audience(StrEnum):
    """PUBLIC goes into every report, INSIDE into the company's only, PRIVATE into none."""

    PUBLIC = "public"
    INSIDE = "inside"
    PRIVATE = "private"


_ORDER = (Audience.PUBLIC, Audience.INSIDE, Audience.PRIVATE)


def narrowest(*audiences: Audience) -> Audience:
    """Return the least public of the given: what hangs below a line is no more public than it."""
    return max(audiences, key=_ORDER.index, default=Audience.PUBLIC)


def reaches(text: Audience, report: Audience) -> bool:
    """Return whether a text for `text` may stand in a report for `report`; private never may."""
    return text is not Audience.PRIVATE and _ORDER.index(text) <= _ORDER.index(report)
