"""Days typed as people write them."""

import re
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from confnotes.ui.parts import words
from confnotes.ui.parts.fields import LineField

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR_FIRST = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[\s.]+([a-z]{3})[a-z]*\.?,?\s+(\d{4})")
_MONTH_FIRST = re.compile(r"([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")


def parse_day(text: str) -> date | None:
    """Return the day a text names, None when it names none.

    Reads 2019-11-18, 2019/11/18, 2019年11月18日, 18 Nov 2019 and Nov 18, 2019, with or without
    a weekday.
    """
    low = text.lower().translate({0xFF10 + n: str(n) for n in range(10)})
    try:
        if found := _YEAR_FIRST.search(low):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if (found := _DAY_FIRST.search(low)) and found[2] in _MONTHS:
            return date(int(found[3]), _MONTHS.index(found[2]) + 1, int(found[1]))
        if (found := _MONTH_FIRST.search(low)) and found[1] in _MONTHS:
            return date(int(found[3]), _MONTHS.index(found[1]) + 1, int(found[2]))
    except ValueError:
        return None
    return None


class DateField(LineField):
    """A day; shown in the interface's way, typed in any. Up and Down step by a day.

    `day_changed` tells the new day (None: none given).
    """

    day_changed = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        example = QCoreApplication.translate("DateField", "e.g. 2026-03-23")
        super().__init__(name, example, parent=parent)
        self._day: date | None = None
        self.edited.connect(self._typed)
        self.finished.connect(lambda _text: self._show())

    def day(self) -> date | None:
        """Return the day in the field (None: none, or what was typed is no day)."""
        return self._day

    def set_day(self, day: date | None) -> None:
        """Show a day, without telling."""
        self._day = day
        self._show()

    def set_typed(self, text: str) -> None:
        """Show a text as if it had been typed, without telling."""
        self.set_day(parse_day(text))
        if self._day is None and text:
            self.setText(text)
            self.set_wrong(True)

    def _show(self) -> None:
        if self._day is not None or not self.text():
            self.set_wrong(False)
            self.setText("" if self._day is None else words.full_day(self._day))

    def _typed(self, text: str) -> None:
        day = parse_day(text)
        self.set_wrong(bool(text.strip()) and day is None)
        self._tell(day)

    def _tell(self, day: date | None) -> None:
        if day != self._day:
            self._day = day
            self.day_changed.emit(day)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
            if step is not None and self._day is not None:
                self._tell(self._day + timedelta(days=step))
                self._show()
                return True
        return super().eventFilter(watched, event)
