"""Answers go to standard output, problems to standard error; as text or as JSON."""

import json
import sys
from collections.abc import Iterable, Mapping

from confnotes.domain.errors import ConfnotesError, Problem, Severity
from confnotes.messages import Messages


class Output:
    """Where a command says what it did."""

    def __init__(self, messages: Messages) -> None:
        self._messages = messages

    def say(self, code: str, **facts: str | int) -> None:
        """Print a sentence of the catalogue as an answer."""
        print(self._messages.sentence(code, facts), file=sys.stdout)

    def line(self, text: str) -> None:
        """Print a line of an answer as it is."""
        print(text, file=sys.stdout)

    def json(self, value: Mapping[str, object]) -> None:
        """Print one object on one line (JSON Lines)."""
        print(json.dumps(value, ensure_ascii=False, allow_nan=False), file=sys.stdout)

    def warn(self, code: str, **facts: str | int) -> None:
        """Print a sentence of the catalogue as a problem."""
        print(f"confnotes: {self._messages.sentence(code, facts)}", file=sys.stderr)

    def error(self, error: ConfnotesError) -> None:
        """Print what an error says to a person."""
        print(f"confnotes: {self._messages.error(error)}", file=sys.stderr)

    def problems(self, problems: Iterable[Problem]) -> None:
        """Print problems found in a file: what was left out first, what is only missing last.

        Problems of one kind that differ only in their place are said once, with a count.
        """
        order = {Severity.SKIPPED: 0, Severity.ASSUMED: 1, Severity.MISSING: 2}
        groups: dict[tuple[str, tuple[tuple[str, str | int], ...]], list[Problem]] = {}
        for problem in problems:
            key = (problem.code, tuple(sorted(problem.facts.items())))
            groups.setdefault(key, []).append(problem)
        for group in sorted(groups.values(), key=lambda g: order[g[0].severity]):
            first = self._messages.problem(group[0])
            if len(group) > 1:
                first += self._messages.sentence("cli.and_more", {"count": len(group) - 1})
            print(f"confnotes: {first}", file=sys.stderr)

    def problem_objects(self, problems: Iterable[Problem]) -> list[dict[str, object]]:
        """Return problems as JSON objects, each with its sentence."""
        return [
            {
                "code": p.code,
                "severity": p.severity.value,
                "place": p.place,
                "facts": dict(p.facts),
                "sentence": self._messages.sentence(p.code, p.facts),
            }
            for p in problems
        ]
