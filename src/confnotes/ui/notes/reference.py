"""The raised number of a footnote, as an inline object of the document."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, QRectF, QSizeF
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)

from confnotes.ui.notes.rows import KEY_PROPERTY
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step

UNKNOWN = "?"


class ReferenceObject(QPyTextObject):
    """Draws the number that `numbers` gives a key at this moment."""

    def __init__(self, document: QTextDocument, numbers: Mapping[str, int]) -> None:
        super().__init__(document)
        self._numbers = numbers

    def shown(self, form: QTextFormat) -> str:
        """Return the number as shown."""
        number = self._numbers.get(form.stringProperty(KEY_PROPERTY))
        return UNKNOWN if number is None else str(number)

    def intrinsicSize(self, _document: QTextDocument, _at: int, form: QTextFormat) -> QSizeF:
        wide = QFontMetricsF(_font()).horizontalAdvance(self.shown(form))
        return QSizeF(wide + theme().px(4), theme().px(17))

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        _document: QTextDocument,
        _at: int,
        form: QTextFormat,
    ) -> None:
        painter.save()
        font = _font()
        painter.setFont(font)
        painter.setPen(theme().tokens.accent)
        painter.drawText(
            QRectF(rect.left() + theme().px(2), rect.top(), rect.width(), font.pixelSize() * 1.3),
            self.shown(form),
        )
        painter.restore()


def _font() -> QFont:
    return theme().font(Step.CAPTION, SEMIBOLD, tabular=True)
