"""What was found in a schedule file: its first sessions a day, and its problems by kind."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from confnotes.domain.errors import ConfnotesError, Problem, Severity
from confnotes.ui.parts import paint, words
from confnotes.ui.parts.theme import MEDIUM, SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step

if TYPE_CHECKING:
    from confnotes.services.schedules import PreviewDay  # the parsers are not for start-up

Messages = Callable[[ConfnotesError | Problem], str]


@dataclass(frozen=True, slots=True)
class Kind:
    """Problems of one kind: the sentence of the first, how many, and where."""

    sentence: str
    severity: Severity
    count: int
    place: str


def kinds(problems: Sequence[Problem], messages: Messages) -> list[Kind]:
    """Return the problems by kind, what was left out or assumed before what is missing."""
    groups: dict[str, list[Problem]] = {}
    for problem in problems:
        groups.setdefault(problem.code, []).append(problem)
    order = (Severity.SKIPPED, Severity.ASSUMED, Severity.MISSING)
    out = [
        Kind(
            messages(replace(group[0], place="")),
            group[0].severity,
            len(group),
            _places([p.place for p in group if p.place]),
        )
        for group in groups.values()
    ]
    return sorted(out, key=lambda kind: order.index(kind.severity))


_SHOWN = 3


def _places(places: Sequence[str]) -> str:
    some = list(dict.fromkeys(places))
    more = len(some) - _SHOWN
    return ", ".join(some[:_SHOWN]) + (f" … +{more}" if more > 0 else "")


def problem_list(problems: Sequence[Problem], messages: Messages) -> str:
    """Return all problems as text, one a line with its place, for the clipboard."""
    return "\n".join(messages(problem) for problem in problems)


class _Rows(QWidget):
    """A card of painted rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def rows(self) -> int:
        """Return how many rows there are."""
        raise NotImplementedError

    def row_height(self) -> int:
        """Return how high a row is, unscaled."""
        raise NotImplementedError

    def paint_row(self, painter: QPainter, rect: QRectF, row: int) -> None:
        """Paint one row."""
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        return QSize(200, self.rows() * theme().px(self.row_height()) + theme().px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        t, px = theme().tokens, theme().px
        paint.band(painter, QRectF(self.rect()), px(8), t.surface, t.line)
        high = px(self.row_height())
        for row in range(self.rows()):
            rect = QRectF(px(20), px(4) + row * high, self.width() - px(40), high)
            if rect.toRect().intersects(event.rect()):
                self.paint_row(painter, rect, row)


_ROWS_A_DAY = ((3, 3), (5, 2), (1000, 1))
"""Up to so many days, so many rows a day: the problems below stay in sight."""


class Preview(_Rows):
    """The first sessions of each day in the zone chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[PreviewDay | tuple[str, str, str]] = []

    def set_days(self, days: "Sequence[PreviewDay]") -> None:
        """Show these days."""
        self._rows = []
        most = next(rows for limit, rows in _ROWS_A_DAY if len(days) <= limit)
        for day in days:
            self._rows.append(day)
            for start, end, title, room in day.first[:most]:
                self._rows.append((_span(start, end), title, room))
        said = "; ".join(
            f"{row[0]} {row[1]}" if isinstance(row, tuple) else _day(row) for row in self._rows
        )
        self.setAccessibleName(said)
        self.updateGeometry()
        self.update()

    def rows(self) -> int:
        return len(self._rows)

    def row_height(self) -> int:
        return 32

    def paint_row(self, painter: QPainter, rect: QRectF, row: int) -> None:
        t, px = theme().tokens, theme().px
        item = self._rows[row]
        if not isinstance(item, tuple):
            font = theme().font(Step.SMALL, SEMIBOLD)
            used = paint.draw_text(painter, rect, _day(item), font, t.text2)
            rest = rect.adjusted(used + px(10), 0, 0, 0)
            said = "" if item.number is None else words.day_number(item.number)
            paint.draw_text(painter, rest, said, theme().font(Step.SMALL), t.text3)
            return
        time, title, room = item
        small = theme().font(Step.SMALL, tabular=True)
        paint.draw_text(painter, rect, time, small, t.text2)
        wide = min(paint.width(room, small), rect.width() * 0.35)
        place = QRectF(rect.right() - wide - 1, rect.top(), wide + 1, rect.height())
        paint.draw_text(painter, place, room, small, t.text2, paint.Align.RIGHT)
        middle = rect.adjusted(px(96), 0, -(wide + px(16)), 0)
        paint.draw_text(painter, middle, title, theme().font(Step.BASE, MEDIUM), t.text)


def _day(day: "PreviewDay") -> str:
    if day.date is None:
        return QCoreApplication.translate("Preview", "Without a time")
    return words.long_day(day.date)


def _span(start: datetime | None, end: datetime | None) -> str:
    first, last = _hour(start), _hour(end)
    return f"{first}–{last}" if first and last else first


def _hour(value: datetime | None) -> str:
    return "" if value is None else f"{value.hour}:{value.minute:02}"


class Problems(_Rows):
    """Problems by kind: a sign, the sentence, how many, where."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds: list[Kind] = []

    def set_kinds(self, found: Sequence[Kind]) -> None:
        """Show these kinds."""
        self._kinds = list(found)
        self.setAccessibleName("; ".join(f"{k.sentence} {k.place}" for k in found))
        self.setToolTip("\n".join(k.sentence for k in found))
        self.updateGeometry()
        self.update()

    def rows(self) -> int:
        return len(self._kinds)

    def row_height(self) -> int:
        return 48

    def paint_row(self, painter: QPainter, rect: QRectF, row: int) -> None:
        t, px = theme().tokens, theme().px
        kind = self._kinds[row]
        missing = kind.severity is Severity.MISSING
        box = QRectF(rect.left(), rect.center().y() - px(8), px(16), px(16))
        ink = t.text2 if missing else t.amber
        paint.paint_icon(painter, "info" if missing else "warning", box, ink)
        if row:
            painter.fillRect(rect.adjusted(px(32), 0, 0, 1 - rect.height()), t.line)
        half = rect.height() / 2
        upper = QRectF(rect.left() + px(32), rect.top() + px(5), rect.width() - px(32), half - 3)
        if not kind.place:
            upper = rect.adjusted(px(32), 0, 0, 0)
        count = f"× {kind.count}" if kind.count > 1 else ""
        wide = paint.width(count, theme().font(Step.SMALL, tabular=True)) + px(8)
        font = theme().font(Step.BASE, MEDIUM)
        paint.draw_text(painter, upper.adjusted(0, 0, -wide, 0), kind.sentence, font, t.text)
        small = theme().font(Step.SMALL, tabular=True)
        paint.draw_text(painter, upper, count, small, t.text2, paint.Align.RIGHT)
        lower = upper.translated(0, half - px(5))
        paint.draw_text(painter, lower, kind.place, small, t.text3)
