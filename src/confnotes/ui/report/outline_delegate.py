"""How a row of the outline is painted, and where in it one can click."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from confnotes.ui.parts import paint
from confnotes.ui.parts.paint import Align
from confnotes.ui.parts.theme import MEDIUM, SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.report.outline_model import Index, Role
from confnotes.ui.report.rows import OutlineRow

ROW = 34
_EDGE, _ARROW, _CHECK, _WORDS, _STEP = 8, 8, 24, 50, 20


class OutlineDelegate(QStyledItemDelegate):
    """Paints rows: arrow, check box, heading, and at the right whose text it is."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ring = False

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(theme().px(120), theme().px(ROW))

    @staticmethod
    def arrow_rect(rect: QRect, level: int) -> QRectF:
        """Return where the fold arrow of a row stands."""
        return _square(rect, _EDGE + level * _STEP, 14)

    @staticmethod
    def check_rect(rect: QRect, level: int) -> QRectF:
        """Return where the check box of a row stands."""
        return _square(rect, _EDGE + _CHECK - _ARROW + level * _STEP, 16)

    def words_rect(self, rect: QRect, level: int) -> QRectF:
        """Return where the heading of a row stands."""
        px = theme().px
        left = rect.left() + px(_EDGE + _WORDS - _ARROW + level * _STEP)
        return QRectF(left, rect.top(), rect.right() - px(58) - left, rect.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(Role.ROW)
        if not isinstance(row, OutlineRow):
            return
        t, px = theme().tokens, theme().px
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        current = bool(state & QStyle.StateFlag.State_Selected)
        card = QRectF(rect).adjusted(px(8), 1, -px(8), -1)
        if current:
            paint.band(painter, card, px(8), t.raised if t.dark else t.surface, t.line)
        elif state & QStyle.StateFlag.State_MouseOver:
            paint.band(painter, card, px(8), t.hover)
        if current and self.ring and state & QStyle.StateFlag.State_HasFocus:
            paint.focus_ring(painter, card, px(8))
        if row.below:
            name = "chevron_right" if row.folded else "chevron_down"
            paint.paint_icon(painter, name, self.arrow_rect(rect, row.level), t.text2)
        paint.draw_check(painter, self.check_rect(rect, row.level), on=row.shown)
        weight = SEMIBOLD if current else MEDIUM if row.level == 0 else 400
        font = theme().font(Step.BASE, weight)
        ink = t.text if row.printed else t.text3
        paint.draw_text(painter, self.words_rect(rect, row.level), row.heading, font, ink)
        self._paint_right(painter, QRectF(rect).adjusted(0, 0, -px(20), 0), row)

    def _paint_right(self, painter: QPainter, rect: QRectF, row: OutlineRow) -> None:
        t, px = theme().tokens, theme().px
        small = theme().font(Step.SMALL, tabular=True)
        if row.folded:
            paint.draw_text(painter, rect, str(row.below), small, t.text2, Align.RIGHT)
        elif row.written:
            box = QRectF(rect.right() - px(14), rect.center().y() - px(7), px(14), px(14))
            paint.paint_icon(painter, "pencil", box, t.text2)
            if row.changed:
                side = px(7)
                dot = QRectF(box.left() - px(12), rect.center().y() - side / 2, side, side)
                paint.band(painter, dot, side / 2, t.amber_solid)
        elif row.empty and not row.below:
            words = QCoreApplication.translate("OutlineDelegate", "empty")
            paint.draw_text(painter, rect, words, small, t.text3, Align.RIGHT)
        elif not row.below:
            words = QCoreApplication.translate("OutlineDelegate", "auto")
            paint.draw_text(painter, rect, words, small, t.text2, Align.RIGHT)

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index
    ) -> QWidget:
        editor = QLineEdit(parent)
        editor.setFrame(False)
        editor.setFont(theme().font(Step.BASE, field=True))
        editor.setAccessibleName(QCoreApplication.translate("OutlineDelegate", "Heading"))
        editor.setAutoFillBackground(True)
        editor.setStyleSheet(
            f"background: {theme().tokens.surface.name()};"
            f"border: 2px solid {theme().tokens.accent.name()}; border-radius: 6px; padding: 0 4px;"
        )
        return editor

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        row = index.data(Role.ROW)
        if isinstance(row, OutlineRow):
            rect: QRect = option.rect
            words = self.words_rect(rect, row.level).toRect()
            px = theme().px
            editor.setGeometry(words.adjusted(-px(8), px(2), px(46), -px(2)))

    def editorEvent(
        self,
        _event: QEvent,
        _model: object,
        _option: QStyleOptionViewItem,
        _index: Index,
    ) -> bool:
        return False  # the view reads clicks: Qt's own check box lies elsewhere


def _square(rect: QRect, left: float, side: float) -> QRectF:
    px = theme().px
    return QRectF(
        rect.left() + px(left), rect.center().y() + 0.5 - px(side) / 2, px(side), px(side)
    )
