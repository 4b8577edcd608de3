"""Dragging a section of the outline to another place among those beside it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication

from confnotes.ui.report.rows import OutlineRow, beside


class OutlineDrag:
    """What the mouse holds and where it would fall. `rect_of(key)` is where a row stands."""

    def __init__(self, rect_of: Callable[[str], QRect]) -> None:
        self._rect_of = rect_of
        self._from = QPoint()
        self._rows: Sequence[OutlineRow] = ()
        self.key = ""
        self.after: str | None = None

    def press(self, key: str, at: QPoint, rows: Sequence[OutlineRow]) -> None:
        """Take hold of a section; nothing is dragged before the mouse has gone a little way."""
        self.key, self._from, self._rows, self.after = key, at, rows, None

    def move(self, at: QPoint) -> None:
        """Find the place nearest to the pointer."""
        far = (at - self._from).manhattanLength() >= QApplication.startDragDistance()
        if not self.key or (self.after is None and not far):
            return
        self.after = ""
        for key in self._others():
            if self._rect_of(key).center().y() < at.y():
                self.after = key

    def drop(self) -> tuple[str, str] | None:
        """Let go: return the section and the one it comes to stand after ("" for the first
        place), None where it stays."""
        key, after = self.key, self.after
        there = beside(self._rows, key)
        self.press("", QPoint(), ())
        if after is None or key not in there:
            return None
        at = there.index(key)
        return None if after == (there[at - 1] if at else "") else (key, after)

    def line(self) -> int | None:
        """Return the height at which it would fall, None while nothing is dragged."""
        others = self._others()
        if self.after is None or not others:
            return None
        if not self.after:
            return self._rect_of(others[0]).top()
        return self._rect_of(self._last_under(self.after)).bottom()

    def _others(self) -> list[str]:
        return [one for one in beside(self._rows, self.key) if one != self.key]

    def _last_under(self, key: str) -> str:
        at = next(n for n, row in enumerate(self._rows) if row.key == key)
        last = at
        while last + 1 < len(self._rows) and self._rows[last + 1].level > self._rows[at].level:
            last += 1
        return self._rows[last].key
