"""The fixed wording of a report: phrases of `resources/report/{ja,en}.toml`, filled in.

A phrase is a string with `{places}`, or a list of strings that say the same; of a list the next
one is taken at each use, so that two neighbours do not begin alike.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from confnotes.domain.inline import Inline, Words
from confnotes.report.blocks import Inlines, joined

_PLACE = re.compile(r"\{([a-z_]+)\}")
Part = str | Sequence[Inline]


class Wording:
    """The phrases of one language, with a memory of which variants were used (one per report)."""

    def __init__(self, catalogue: Mapping[str, Any]) -> None:
        self._catalogue = catalogue
        self._used: dict[str, int] = {}

    def phrase(self, key: str) -> str:
        """Return the phrase `section.name`, the next of its variants; KeyError when unknown."""
        found: Any = self._catalogue
        for name in key.split("."):
            found = found[name]
        if isinstance(found, str):
            return found
        turn = self._used.get(key, 0)
        self._used[key] = turn + 1
        return str(found[turn % len(found)])

    def used(self) -> dict[str, int]:
        """Return which variants were used, to go back to."""
        return dict(self._used)

    def use_again(self, used: Mapping[str, int]) -> None:
        """Go back to an earlier memory of used variants."""
        self._used = dict(used)

    def fill(self, key: str, **parts: Part) -> Inlines:
        """Return the phrase as an inline tree, its places filled with words or inline trees."""
        return filled(self.phrase(key), **parts)

    def words(self, key: str, **parts: str) -> str:
        """Return the phrase as plain words."""
        return _PLACE.sub(lambda match: parts[match.group(1)], self.phrase(key))


def filled(template: str, **parts: Part) -> Inlines:
    """Return `template` as an inline tree with its `{places}` filled in."""
    out: list[Part] = []
    at = 0
    for match in _PLACE.finditer(template):
        out.append(template[at : match.start()])
        out.append(parts[match.group(1)])
        at = match.end()
    out.append(template[at:])
    return joined(*(part if not isinstance(part, str) else (Words(part),) for part in out if part))
