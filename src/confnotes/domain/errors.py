"""Errors and problems carry a code and facts; `resources/messages` holds the sentences."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Fact = str | int
Facts = Mapping[str, Fact]


class Severity(StrEnum):
    """How much a problem matters: a gap, something assumed, or something left out."""

    MISSING = "missing"
    ASSUMED = "assumed"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing found wrong in what was read.

    `place` names where in the file, in words a person can find again ("line 611",
    "day 2, room Hall A, event 4"); empty when the whole file is meant.
    """

    code: str
    severity: Severity
    place: str = ""
    facts: Facts = field(default_factory=dict)


class ConfnotesError(Exception):
    """Something a person can act on: a code of `resources/messages`, and the facts it names.

    Never a bug: those stay ordinary exceptions and reach the crash report.
    """

    def __init__(self, code: str, /, **facts: Fact) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts: Facts = facts

    def __str__(self) -> str:
        facts = ", ".join(f"{key}={value!r}" for key, value in self.facts.items())
        return f"{self.code}({facts})"


class ScheduleError(ConfnotesError):
    """A schedule could not be read at all; nothing was imported."""


class FetchError(ConfnotesError):
    """An address could not be fetched, or has no schedule; nothing was imported."""


class NotebookError(ConfnotesError):
    """The notebook file cannot be used as asked; it was left untouched."""


class DumpError(ConfnotesError):
    """A dump could not be written or loaded; nothing was changed."""


class UsageError(ConfnotesError):
    """A request that makes no sense as asked (command line status 2)."""
