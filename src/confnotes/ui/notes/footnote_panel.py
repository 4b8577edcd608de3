"""The footnotes of the session in the side panel: read, edited in place, found in the text."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from confnotes.ui.parts import paint
from confnotes.ui.parts.buttons import Button, IconButton, Look
from confnotes.ui.parts.fields import TextField
from confnotes.ui.parts.labels import Label, WrapLabel
from confnotes.ui.parts.panels import Scroll
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step

Entry = tuple[str, str, str, str]
"""(key, number or "", text, where it is cited)"""


class FootnoteCard(QWidget):
    """One footnote. Enter or a click on the words edits, a click on the place goes there."""

    edited = Signal(str, str)
    jumped = Signal(str)
    deleted = Signal(str)

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self._number = ""
        self._current = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.words = WrapLabel("", Step.BASE)
        self.place = Label("", Step.CAPTION, role="text3", tabular=True)
        self.field = TextField(self.tr("Text of the footnote"), rows=2)
        self.field.hide()
        self.field.finished.connect(self._finished)
        self.trash = IconButton("trash", self.tr("Delete this footnote"), size=24, icon_size=16)
        self.trash.clicked.connect(lambda: self.deleted.emit(self.key))
        self._row = QHBoxLayout(self)
        self._column = QVBoxLayout()
        foot = QHBoxLayout()
        foot.addWidget(self.place, 1)
        foot.addWidget(self.trash)
        self._column.addWidget(self.words)
        self._column.addWidget(self.field)
        self._column.addLayout(foot)
        self._row.addLayout(self._column)
        self._refit()
        theme().changed.connect(self._refit)

    def _refit(self) -> None:
        px = theme().px
        self._row.setContentsMargins(px(36), px(8), px(8), px(6))
        self._column.setSpacing(0)

    def show_entry(self, number: str, text: str, place: str, *, current: bool) -> None:
        """Show number, text and place; a text being edited here is left alone."""
        self._number, self._current = number, current
        self.words.setText(text or self.tr("(no text yet)"))
        self.words.set_role("text" if text else "text3")
        self.place.setText(place)
        self.trash.setVisible(not number)
        if self.field.isHidden():
            self.field.setText(text)
        self.setAccessibleName(f"{number} {text} {place}".strip())
        self.update()

    def edit(self) -> None:
        """Edit the text here."""
        self.words.hide()
        self.field.show()
        self.field.setFocus()

    def _finished(self, text: str) -> None:
        self.edited.emit(self.key, text)

    def close_field(self) -> None:
        """Show the words again."""
        self.field.commit()
        self.field.hide()
        self.words.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not self.field.isHidden():
                self.close_field()
                self.setFocus()
            else:
                self.edit()
        elif event.key() == Qt.Key.Key_Escape and not self.field.isHidden():
            self.close_field()
            self.setFocus()
        elif event.key() == Qt.Key.Key_Space:
            self.jumped.emit(self.key)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.position().y() >= self.place.y():
            self.jumped.emit(self.key)
        else:
            self.edit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t, px = theme().tokens, theme().px
        rect = QRectF(self.rect())
        if self._current:
            fill = t.raised if t.dark else t.surface
            paint.band(painter, rect, px(8), fill, t.line)
        if self.hasFocus():
            paint.focus_ring(painter, rect, px(8))
        side = px(20)
        disc = QRectF(px(8), px(9), side, side)
        paint.band(painter, disc, side / 2, t.accent_soft if self._number else t.press)
        font = theme().font(Step.CAPTION, SEMIBOLD, tabular=True)
        ink = t.accent if self._number else t.text3
        paint.draw_text(painter, disc, self._number or "–", font, ink, paint.Align.CENTRE)


class FootnotePanel(QWidget):
    """Cards in the order of the text, those no line cites apart below."""

    edited = Signal(str, str)
    jumped = Signal(str)
    deleted = Signal(str)
    restored = Signal()
    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: dict[str, FootnoteCard] = {}
        self.empty = WrapLabel("", Step.SMALL, role="text3")
        self.add = Button(self.tr("Add footnote"), Look.GHOST, icon="plus", hint="Ctrl+Shift+F")
        self.add.clicked.connect(self.asked)
        self.unused = Label(self.tr("Not used in the text"), Step.SMALL, SEMIBOLD, "text2")
        self.back = Button(self.tr("Footnote deleted. Bring it back"), Look.GHOST, icon="undo")
        self.back.clicked.connect(self.restored)
        self._scroll = Scroll()
        self._used, self._rest = QVBoxLayout(), QVBoxLayout()
        body = self._scroll.body
        self._hint = QVBoxLayout()
        self._hint.addWidget(self.empty)
        body.addLayout(self._hint)
        body.addLayout(self._used)
        body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        body.addSpacing(theme().px(8))
        body.addWidget(self.unused)
        body.addLayout(self._rest)
        body.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        self.back.hide()
        self._refit()
        theme().changed.connect(self._refit)

    def _refit(self) -> None:
        px = theme().px
        self._scroll.body.setContentsMargins(px(12), px(10), px(12), px(12))
        self._hint.setContentsMargins(px(8), 0, px(8), 0)
        for rows in (self._used, self._rest):
            rows.setSpacing(px(2))

    def show_entries(self, used: list[Entry], unused: list[Entry], current: set[str]) -> None:
        """Show the session's footnotes; `current` are those of the caret's line."""
        wanted = [entry[0] for entry in (*used, *unused)]
        for key in [key for key in self._cards if key not in wanted]:
            card = self._cards.pop(key)
            card.hide()
            card.deleteLater()
        for entries, rows in ((used, self._used), (unused, self._rest)):
            for at, (key, number, text, place) in enumerate(entries):
                card = self._card(key)
                if rows.indexOf(card) != at:
                    rows.insertWidget(at, card)
                card.show_entry(number, text, place, current=key in current)
        self.unused.setVisible(bool(unused))
        self.empty.setVisible(not used)
        self.empty.setText(
            self.tr("What you would say in passing goes into a footnote; the text goes on.")
        )

    def _card(self, key: str) -> FootnoteCard:
        card = self._cards.get(key)
        if card is None:
            card = self._cards[key] = FootnoteCard(key)
            card.edited.connect(self.edited)
            card.jumped.connect(self.jumped)
            card.deleted.connect(self.deleted)
        return card

    def cards(self) -> dict[str, FootnoteCard]:
        """Return the cards by the key of their footnote."""
        return self._cards

    def show_deleted(self, deleted: bool) -> None:
        """Offer to bring the footnote back that was deleted last."""
        self.back.setVisible(deleted)

    def commit(self) -> None:
        """Hand over what is being edited."""
        for card in self._cards.values():
            if not card.field.isHidden():
                card.close_field()
