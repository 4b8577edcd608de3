"""Fields to type into: one line, several lines, and a choice from a list."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QSizePolicy, QTextEdit, QWidget

from confnotes.ui.parts import paint
from confnotes.ui.parts.buttons import Pressable
from confnotes.ui.parts.icons import icon as menu_icon
from confnotes.ui.parts.theme import theme
from confnotes.ui.parts.tokens import Step


class LineField(QWidget):
    """One line to type into. `edited` comes with each change by hand, `finished` on Enter and
    when the focus leaves with a changed text, `cancelled` on Escape."""

    edited = Signal(str)
    finished = Signal(str)
    submitted = Signal(str)
    cancelled = Signal()

    def __init__(
        self,
        name: str,
        placeholder: str = "",
        *,
        icon: str = "",
        height: int = 36,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.icon_name = icon
        self.wrong = False
        self.reverts = True  # Escape takes back what was typed since the field was entered
        self._height = height
        self._before = ""
        self.edit = QLineEdit(self)
        self.edit.setFrame(False)
        self.edit.setTextMargins(-2, 0, -2, 0)  # QLineEdit's own: words stand on the margin
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(placeholder)
        self.edit.setAttribute(Qt.WidgetAttribute.WA_MacShowFocusRect, on=False)
        self.edit.installEventFilter(self)
        self.edit.textEdited.connect(self.edited)
        self.edit.returnPressed.connect(self._entered)
        self.edit.editingFinished.connect(self._finish)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.edit)
        self.setFocusProxy(self.edit)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._refit()
        theme().changed.connect(self._refit)

    def text(self) -> str:
        """Return what is in the field, without white space at its ends."""
        return self.edit.text().strip()

    def setText(self, text: str) -> None:
        """Show a text; a caret in it stays where it is when nothing changes."""
        if text != self.edit.text():
            self.edit.setText(text)
            self.edit.setCursorPosition(0)
        self._before = text

    def begin(self, text: str) -> None:
        """Show the text of another thing: undo does not lead back to the last one's."""
        self.edit.setText(text)  # forgets what was typed, also where the text is the same
        self.edit.setCursorPosition(0)
        self._before = text

    def set_wrong(self, wrong: bool) -> None:
        """Show or clear that what was typed cannot be used."""
        self.wrong = wrong
        self.update()

    def commit(self) -> None:
        """Tell a changed text now, as when the focus leaves."""
        self._finish()

    def _entered(self) -> None:
        self._finish()
        self.submitted.emit(self.text())

    def _finish(self) -> None:
        if self.edit.text() != self._before:
            self._before = self.edit.text()
            self.finished.emit(self.text())

    def _refit(self) -> None:
        px = theme().px
        self.edit.setFont(theme().font(Step.BASE, field=True))
        self._row.setContentsMargins(px(36) if self.icon_name else px(12), 0, px(12), 0)
        self.setFixedHeight(px(self._height))
        self.update()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self.edit:
            if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
                self.update()
            elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_Escape:
            return False
        if self.reverts and self.edit.text() != self._before:
            self.edit.setText(self._before)
            self.edited.emit(self._before)
            return True
        self.cancelled.emit()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_field(painter, QRectF(self.rect()), focused=self.edit.hasFocus(), wrong=self.wrong)
        if self.icon_name:
            side = theme().px(16)
            box = QRectF(theme().px(12), (self.height() - side) / 2, side, side)
            paint.paint_icon(painter, self.icon_name, box, theme().tokens.text2)


def paint_field(
    painter: QPainter, rect: QRectF, *, focused: bool, wrong: bool = False, enabled: bool = True
) -> None:
    """Paint the ground and frame of a field; any focus shows, since one types there."""
    t, radius = theme().tokens, float(theme().px(8))
    if focused:
        paint.band(painter, rect, radius, t.surface, t.red if wrong else t.accent, width=2)
    else:
        frame = t.red_line if wrong else t.line2 if enabled else t.line
        paint.band(painter, rect, radius, t.surface, frame)


class TextField(QTextEdit):
    """Several lines of plain text; grows with them from `rows` up to `most` lines.

    `edited` comes with each change by hand (also while composing, as Qt says it), `finished`
    when the focus leaves with a changed text and on Ctrl+Enter.
    """

    edited = Signal()
    finished = Signal(str)

    def __init__(
        self,
        name: str,
        placeholder: str = "",
        *,
        rows: int = 2,
        most: int = 12,
        step: Step = Step.BASE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rows, self._most, self._step = rows, most, step
        self._before = ""
        self._filling = False
        self.preedit = ""
        """What is being composed here by an input method, and is not in the text yet."""
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._refit()
        theme().changed.connect(self._refit)

    def text(self) -> str:
        """Return the text as it stands; a composition in progress is not in it."""
        return self.toPlainText()

    @property
    def composing(self) -> bool:
        """Whether an input method has an open composition in this field."""
        return bool(self.preedit)

    def setText(self, text: str) -> None:
        """Show a text. The same text is left alone; an open composition is never disturbed."""
        self._before = text
        if text == self.toPlainText() or self.preedit:
            return
        self._filling = True
        self.setPlainText(text)
        self._space_lines()
        self._filling = False

    def begin(self, text: str) -> None:
        """Show the text of another thing: undo does not lead back to the last one's."""
        self.setText(text)
        self.document().clearUndoRedoStacks()

    def commit(self) -> None:
        """Tell a changed text now, as when the focus leaves."""
        if self.text() != self._before:
            self._before = self.text()
            self.finished.emit(self._before)

    def _changed(self) -> None:
        if not self._filling and not self.preedit:
            self.edited.emit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.preedit = event.preeditString()
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.preedit = ""
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.commit()
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if entered and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.commit()
            return
        super().keyPressEvent(event)

    def _space_lines(self) -> None:
        """Give every block one fixed line height, whatever its glyphs."""
        undo = self.document().isUndoRedoEnabled()
        self.document().setUndoRedoEnabled(False)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        spacing = QTextBlockFormat()
        spacing.setLineHeight(
            theme().px(self._step.line), QTextBlockFormat.LineHeightTypes.FixedHeight.value
        )
        cursor.mergeBlockFormat(spacing)
        self.document().setUndoRedoEnabled(undo)

    def _refit(self) -> None:
        px = theme().px
        self._filling = True
        self.document().setDefaultFont(theme().font(self._step, field=True))
        self.setFont(theme().font(self._step, field=True))
        self.document().setDocumentMargin(0)
        self.setViewportMargins(px(12), px(8), px(8), px(8))
        if not self.preedit:
            self._space_lines()
        self._filling = False
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        px, line = theme().px, theme().px(self._step.line)
        rows = min(max(round(self.document().size().height() / line), self._rows), self._most)
        high = rows * line + px(16) + 2
        if self.maximumHeight() != high or self.minimumHeight() != high:
            self.setFixedHeight(high)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(240), self.maximumHeight())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            painter = QPainter(self)
            rect = QRectF(self.rect())
            paint_field(painter, rect, focused=self.hasFocus(), enabled=self.isEnabled())
            painter.end()
            return True
        return super().event(event)


class ComboField(Pressable):
    """A choice from a short list, shown as a field; opens a menu. `chosen` tells the key."""

    chosen = Signal(object)

    def __init__(
        self, name: str, *, height: int = 36, quiet: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self._name = name
        self._height = height
        self._quiet = quiet
        self._items: list[tuple[object, str]] = []
        self._apart: list[tuple[object, str]] = []
        self._key: object = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open_menu)
        self._say()

    def label_text(self) -> str:
        """Return what the field is called."""
        return self._name

    def set_items(
        self, items: Sequence[tuple[object, str]], apart: Sequence[tuple[object, str]] = ()
    ) -> None:
        """Set what can be chosen: (key, words) in order. Those `apart` stand at the menu's end, do
        something once, and are never in force: the arrow keys do not pass over them."""
        self._items, self._apart = list(items), list(apart)
        self.refit()
        self._say()

    def key(self) -> object:
        """Return the key in force."""
        return self._key

    def set_key(self, key: object) -> None:
        """Show the item of that key."""
        self._key = key
        self._say()
        self.update()

    def words(self) -> str:
        """Return the words of the item in force."""
        return next((words for key, words in self._items if key == self._key), "")

    def _say(self) -> None:
        self.setText(self.words())
        self.setAccessibleName(f"{self._name}: {self.words()}" if self.words() else self._name)

    def open_menu(self) -> None:
        """Open the list below the field."""
        menu = QMenu(self)
        menu.setMinimumWidth(self.width())
        menu.setAccessibleName(self._name)
        for key, words in self._items:
            action = menu.addAction(words)
            if key == self._key:
                action.setIcon(menu_icon("check", "accent"))
                menu.setActiveAction(action)
            action.setData(key)
            action.triggered.connect(lambda _on=False, key=key: self._choose(key))
        if self._apart:
            menu.addSeparator()
        for key, words in self._apart:
            action = menu.addAction(words.replace("&", "&&"))
            action.triggered.connect(lambda _on=False, key=key: self.chosen.emit(key))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))

    def _choose(self, key: object) -> None:
        if key != self._key:
            self.set_key(key)
            self.chosen.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = [key for key, _ in self._items]
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None or not keys:
            super().keyPressEvent(event)
            return
        at = keys.index(self._key) + step if self._key in keys else 0
        self._choose(keys[min(max(at, 0), len(keys) - 1)])

    def sizeHint(self) -> QSize:
        px, font = theme().px, theme().font(Step.BASE, 500)
        widest = max((paint.width(words, font) for _, words in self._items), default=0)
        return QSize(round(widest) + px(48), px(self._height))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(72), theme().px(self._height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t, px = theme().tokens, theme().px
        rect, radius = QRectF(self.rect()), float(px(8))
        fill = t.press if self.isDown() else t.hover if self.hovered else t.surface
        if self.ring and self.hasFocus():
            paint.band(painter, rect, radius, fill, t.accent, width=2)
        elif not self._quiet or self.hovered:
            paint.band(painter, rect, radius, fill, None if self._quiet else t.line2)
        ink = t.text if self.isEnabled() else t.disabled
        words = rect.adjusted(px(12), 0, -px(32), 0)
        paint.draw_text(painter, words, self.text(), theme().font(Step.BASE, 500), ink)
        side = px(14)
        box = QRectF(rect.right() - px(26), rect.center().y() - side / 2, side, side)
        paint.paint_icon(painter, "chevron_down", box, t.text2)
