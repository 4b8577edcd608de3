"""What was put away of a programme: the archive and the trash, and the way back from there."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QStyleOptionViewItem, QVBoxLayout, QWidget

from confnotes.domain.conference import Shelf
from confnotes.services.views import SessionView
from confnotes.ui.parts import paint
from confnotes.ui.parts.buttons import Button, IconButton, Look
from confnotes.ui.parts.choices import Segmented
from confnotes.ui.parts.item_list import ITEM, Index, ItemDelegate, ItemList, ItemModel
from confnotes.ui.parts.labels import Label, WrapLabel
from confnotes.ui.parts.theme import MEDIUM, SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.plan.given import when


class _Model(ItemModel[SessionView]):
    """Sessions, each with its day, time and room."""

    def __init__(self) -> None:
        super().__init__()
        self.zone = "UTC"

    def key_of(self, item: SessionView) -> str:
        return item.session.id

    def below(self, item: SessionView) -> str:
        """Return what stands below a title."""
        parts = (when(item, self.zone), item.session.facts.room or "")
        return " · ".join(part for part in parts if part)

    def said(self, item: SessionView) -> str:
        return ", ".join(part for part in (item.session.title, self.below(item)) if part)


class _Delegate(ItemDelegate):
    def __init__(self, model: _Model) -> None:
        super().__init__()
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = index.data(ITEM)
        if not isinstance(item, SessionView):
            return
        t, px = theme().tokens, theme().px
        self.ground(painter, option)
        rect = QRectF(option.rect).adjusted(px(24), px(8), -px(20), 0)
        words = QRectF(rect.left(), rect.top(), rect.width(), px(22))
        paint.draw_text(painter, words, item.session.title, theme().font(Step.BASE, MEDIUM), t.text)
        below = words.translated(0, px(21))
        font = theme().font(Step.SMALL, tabular=True)
        paint.draw_text(painter, below, self._model.below(item), font, t.text2)


class AwayList(ItemList[SessionView]):
    """Arrows move; `back` on Enter or Space, `thrown` on Delete."""

    back = Signal()
    thrown = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self.back.emit()
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.thrown.emit()
            case _:
                super().keyPressEvent(event)


class AwayPanel(QWidget):
    """`put` asks for a session to be put there (a Shelf, or None for the programme); `closed`:
    it is to be put away itself."""

    put = Signal(str, object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._away: Sequence[SessionView] = ()
        self.title = Label(self.tr("Archive and trash"), Step.SUBTITLE, SEMIBOLD)
        self.shut = IconButton("close", self.tr("Close"), size=32, icon_size=16)
        self.which = Segmented(
            self.tr("Show"),
            [
                (Shelf.ARCHIVED, self.tr("Archive"), "archive"),
                (Shelf.TRASHED, self.tr("Trash"), "trash"),
            ],
        )
        self.which.set_key(Shelf.ARCHIVED)
        self.hint = WrapLabel("", Step.SMALL, role="text2")
        self.model = _Model()
        self.list = AwayList(self.model, _Delegate(self.model))
        self.back = Button(self.tr("Bring back"), Look.PRIMARY, icon="undo")
        self.throw = Button(self.tr("To the trash"), Look.GHOST, icon="trash")
        self._lay_out()
        self.shut.clicked.connect(self.closed)
        self.which.chosen.connect(lambda _key: self._show())
        self.list.back.connect(lambda: self._put(None))
        self.list.thrown.connect(lambda: self._put(Shelf.TRASHED))
        self.back.clicked.connect(lambda: self._put(None))
        self.throw.clicked.connect(lambda: self._put(Shelf.TRASHED))

    def _lay_out(self) -> None:
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(px(24), px(14), px(12), px(10))
        head.addWidget(self.title, 1)
        head.addWidget(self.shut)
        column.addLayout(head)
        upper = QVBoxLayout()
        upper.setContentsMargins(px(24), 0, px(20), px(8))
        upper.setSpacing(px(12))
        upper.addWidget(self.which)
        upper.addWidget(self.hint)
        column.addLayout(upper)
        column.addWidget(self.list, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(px(24), px(10), px(20), px(14))
        foot.setSpacing(px(8))
        foot.addWidget(self.back)
        foot.addWidget(self.throw)
        foot.addStretch()
        column.addLayout(foot)

    def stops(self) -> list[QWidget]:
        """Return what takes the focus, from top to bottom."""
        return [self.shut, *self.which.members(), self.list, self.back, self.throw]

    def show_away(self, away: Sequence[SessionView], zone: str, wanted: str = "") -> None:
        """Show what is put away, standing on `wanted`; nothing left closes it."""
        self._away, self.model.zone = away, zone
        asked = next((one for one in away if one.session.id == wanted), None)
        if asked is not None:
            self.which.set_key(asked.session.shelf)
        elif away and not self._on(self.which.key()):
            self.which.set_key(away[0].session.shelf)
        self._show(wanted or None)
        if not away and self.isVisible():
            self.closed.emit()

    def begin(self) -> None:
        """Take the keyboard."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on(self, shelf: object) -> list[SessionView]:
        return [one for one in self._away if one.session.shelf is shelf]

    def _show(self, wanted: str | None = None) -> None:
        shelf = self.which.key()
        there = self._on(shelf)
        archive = shelf is Shelf.ARCHIVED
        self.list.setAccessibleName(
            self.tr("Sessions in the archive") if archive else self.tr("Sessions in the trash")
        )
        if archive:
            hint = self.tr(
                "Out of the programme. What you wrote about them stays in Review, in the search "
                "and in the report."
            )
            nothing = self.tr("Nothing is in the archive.")
        else:
            hint = self.tr("Nowhere but here, with all that is yours. Nothing is erased.")
            nothing = self.tr("Nothing is in the trash.")
        self.hint.setText(hint if there else nothing)
        self.list.show_items(there, wanted)
        self.back.setEnabled(bool(there))
        self.throw.setVisible(archive and bool(there))

    def _put(self, shelf: Shelf | None) -> None:
        item = self.list.current()
        if item is not None and item.session.shelf is not shelf:
            self.put.emit(item.session.id, shelf)
