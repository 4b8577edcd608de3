"""What was typed into a form of the side panel and not saved: kept until it is."""

from collections.abc import Callable
from dataclasses import dataclass

Key = tuple[str, str, str]
"""The conference, which form, and what it is about ("" for something new)."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a form holds, and what writes it (None: it cannot be written as it stands)."""

    typed: object
    keep: Callable[[], object] | None


class Drafts:
    """The drafts of all forms."""

    def __init__(self) -> None:
        self._of: dict[Key, Draft] = {}

    def put(self, key: Key, draft: Draft) -> None:
        """Keep a draft."""
        self._of[key] = draft

    def typed(self, key: Key) -> object | None:
        """Return what was typed there and not saved (None: nothing)."""
        draft = self._of.get(key)
        return None if draft is None else draft.typed

    def drop(self, key: Key) -> None:
        """Forget a draft: it was saved, or is not wanted."""
        self._of.pop(key, None)

    def whole(self) -> list[object]:
        """Return what was typed into the forms that could be written as they are."""
        return [draft.typed for draft in self._of.values() if draft.keep is not None]

    def take(self) -> list[tuple[Key, Draft]]:
        """Return the drafts that can be written, and forget them."""
        whole = [(key, draft) for key, draft in self._of.items() if draft.keep is not None]
        for key, _draft in whole:
            self.drop(key)
        return whole
