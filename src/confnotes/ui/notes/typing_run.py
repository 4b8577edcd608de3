"""Which letters at a line's start were typed just now: only these are read for a mark."""

from dataclasses import dataclass

from confnotes.domain.notes import LineKind, Sign, typed_sign
from confnotes.ui.notes.rows import Row

_BULLET = "- "
_UNREAD = frozenset({LineKind.CODE, LineKind.IMAGE})


@dataclass
class TypingRun:
    """The first `length` letters of the line `identity` were typed, without a break."""

    identity: str = ""
    length: int = 0

    def typed(self, identity: str, at: int, count: int) -> None:
        """Hear that `count` letters were typed at offset `at` of a line."""
        same = identity == self.identity
        if at == 0:
            self.length = count + (self.length if same else 0)
            self.identity = identity
        elif same and at <= self.length:
            self.length += count

    def erased(self, identity: str, at: int) -> None:
        """Hear that the letter before offset `at` went."""
        if identity == self.identity and at <= self.length:
            self.length -= 1

    def end(self) -> None:
        """Whatever stands in the lines is existing text from now on."""
        self.identity, self.length = "", 0

    def sign(self, row: Row) -> Sign | None:
        """Return the mark that was just typed at the start of this line, None if there is none."""
        if row.id != self.identity or row.kind in _UNREAD:
            return None
        sign = typed_sign(row.text)
        if sign is None and row.kind is LineKind.POINT and row.text.startswith(_BULLET):
            sign = Sign(LineKind.POINT, len(_BULLET))  # every line has its bullet already
        return sign if sign is not None and sign.length <= self.length else None
