"""The fixed wording of a report: phrases of `resources/report/{ja,en}.toml`, filled in.

A phrase is a string with `{places}`, or a list of strings that say the same; of a list the next
one is taken at each use, so that two neighbours do not begin alike.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from confnotes.domain.inline import Inline, Words, plain
from confnotes.report.blocks import Inlines, joined

_PLACE = re.compile(r"\{([a-z_]+)\}")
_CLOSED_STOP = re.compile(r"[.。]$|[.!?…][”’)]$|[。！？][」』]$")
Part = str | Sequence[Inline]


class Wording:
    """The phrases of one language, with a memory of which variants were used (one per report)."""

    def __init__(self, catalogue: Mapping[str, Any]) -> None:
        self._catalogue = catalogue
        self._used: dict[str, int] = {}

    def phrase(self, key: str, turn_of: str = "") -> str:
        """Return the phrase `section.name`, the next of its variants; KeyError when unknown.

        Phrases told with the same `turn_of` take their turns together.
        """
        found: Any = self._catalogue
        for name in key.split("."):
            found = found[name]
        if isinstance(found, str):
            return found
        kept = turn_of or key
        turn = self._used.get(kept, 0)
        self._used[kept] = turn + 1
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

    def fill_in_turn(self, key: str, turn_of: str, **parts: Part) -> Inlines:
        """Return the phrase filled in, its variant the next of all told as `turn_of`."""
        return filled(self.phrase(key, turn_of), **parts)

    def words(self, key: str, **parts: str) -> str:
        """Return the phrase as plain words."""
        return _PLACE.sub(lambda match: parts[match.group(1)], self.phrase(key))


def _after(told: Sequence[Part], piece: str) -> str:
    """Return a piece of a phrase without a full stop that would double the one before it."""
    last = told[-1] if told else ""
    shown = last if isinstance(last, str) else plain(last)
    closed = _CLOSED_STOP.search(shown) is not None
    return piece[1:] if closed and piece[:1] in (".", "。") else piece


def filled(template: str, **parts: Part) -> Inlines:
    """Return `template` as an inline tree with its `{places}` filled in.

    Where a part ends in a stop of its own (Acme Inc., “Why?”), the phrase's stop after it goes.
    """
    out: list[Part] = []
    at = 0
    for match in _PLACE.finditer(template):
        out.append(_after(out, template[at : match.start()]))
        out.append(parts[match.group(1)])
        at = match.end()
    out.append(_after(out, template[at:]))
    return joined(*(part if not isinstance(part, str) else (Words(part),) for part in out if part))
