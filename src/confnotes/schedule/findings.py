"""The problems met while one file is read."""

from collections import Counter

from confnotes.domain.errors import Fact, Problem, Severity
from confnotes.schedule.limits import MAX_LIKE_PROBLEMS


class Findings:
    """Collects problems in the order they are met; many of one code are listed only in part."""

    def __init__(self) -> None:
        self._problems: list[Problem] = []
        self._counts: Counter[str] = Counter()

    def missing(self, code: str, place: str = "", **facts: Fact) -> None:
        """Note a gap: something the file does not say, or says unreadably."""
        self._add(Severity.MISSING, code, place, facts)

    def assumed(self, code: str, place: str = "", **facts: Fact) -> None:
        """Note something that was read in the likeliest way."""
        self._add(Severity.ASSUMED, code, place, facts)

    def skipped(self, code: str, place: str = "", **facts: Fact) -> None:
        """Note something that was left out."""
        self._add(Severity.SKIPPED, code, place, facts)

    def _add(self, severity: Severity, code: str, place: str, facts: dict[str, Fact]) -> None:
        self._counts[code] += 1
        if self._counts[code] <= MAX_LIKE_PROBLEMS:
            self._problems.append(Problem(code, severity, place, facts))

    def count(self, code: str) -> int:
        """Return how often a code was noted."""
        return self._counts[code]

    def all(self) -> tuple[Problem, ...]:
        """Return the problems; after the listed ones of a code, one that counts the rest."""
        rest = tuple(
            Problem("schedule.more_of_these", Severity.MISSING, "", {"of": code, "count": left})
            for code, count in self._counts.items()
            if (left := count - MAX_LIKE_PROBLEMS) > 0
        )
        return (*self._problems, *rest)
