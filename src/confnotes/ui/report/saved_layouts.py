"""Saved layouts in the settings of a report: keeping one, naming and deleting those there are."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from confnotes.domain.text import folded
from confnotes.services.report_views import OwnText, SavedLayoutView
from confnotes.ui.parts.buttons import Button, IconButton, Look
from confnotes.ui.parts.choices import CheckBox
from confnotes.ui.parts.fields import LineField
from confnotes.ui.parts.labels import Label, WrapLabel
from confnotes.ui.parts.theme import MEDIUM, theme
from confnotes.ui.parts.tokens import Step

OTHER = Qt.FocusReason.OtherFocusReason
TAB = Qt.FocusReason.TabFocusReason


def shown_name(view: SavedLayoutView) -> str:
    """Return what a saved layout is called; whose it is where two have one name."""
    return f"{view.name} ({view.conference})" if view.conference else view.name


def same_name(one: str, other: str) -> bool:
    """Return whether two names would be one."""
    return folded(one.strip()) == folded(other.strip())


class LayoutSaver(QWidget):
    """Asks for a name, and which texts of one's own sections go along. `asked(name, keys)`."""

    asked = Signal(str, object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: Sequence[str] = ()
        self.name = LineField(self.tr("Name of the layout"), self.tr("Name of the layout"))
        self.hint = WrapLabel("", Step.SMALL, role="text2")
        self.boxes: dict[str, CheckBox] = {}
        """Which texts go along, by the key of their section."""
        self.keep = Button(self.tr("Save"), Look.DEFAULT, icon="check")
        self.stop = Button(self.tr("Cancel"), Look.GHOST)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(6))
        self._texts = QVBoxLayout()
        self._texts.setSpacing(0)
        row = QHBoxLayout()
        row.addWidget(self.keep)
        row.addWidget(self.stop)
        row.addStretch()
        self._column.addWidget(self.name)
        self._column.addWidget(self.hint)
        self._column.addLayout(self._texts)
        self._column.addLayout(row)
        self.name.edited.connect(self._say)
        self.name.submitted.connect(self._ask)
        self.keep.clicked.connect(self._ask)
        self.stop.clicked.connect(self.left)

    def begin(self, names: Sequence[str], texts: Sequence[OwnText]) -> None:
        """Ask anew: `names` there are, `texts` that could go along."""
        self._names = names
        for box in self.boxes.values():
            self._texts.removeWidget(box)
            box.deleteLater()
        self.boxes = {}
        for text in texts:
            heading = text.heading or self.tr("Untitled section")
            said = self.tr("With the text of “{heading}”")
            if text.here:
                said = self.tr("With the text of “{heading}” (about this conference)")
            box = CheckBox(said.format(heading=heading))
            box.setChecked(not text.here)
            self._texts.addWidget(box)
            self.boxes[text.key] = box
        before: QWidget = self.name
        for box in self.boxes.values():
            QWidget.setTabOrder(before, box)
            before = box
        QWidget.setTabOrder(before, self.keep)
        QWidget.setTabOrder(self.keep, self.stop)
        self.name.begin("")
        self._say()
        self.show()
        self.name.setFocus(TAB)

    def _say(self, _text: str = "") -> None:
        name = self.name.text()
        there = next((one for one in self._names if same_name(one, name)), "")
        self.keep.set_words(self.tr("Replace") if there else self.tr("Save"))
        self.keep.setEnabled(bool(name))
        replaces = self.tr("“{name}” is there: it will be replaced.").format(name=there)
        keeps = self.tr(
            "Keeps the order, what is left out, your headings and sections, and the patterns of "
            "titles. Days and sessions are those of each conference."
        )
        self.hint.setText(replaces if there else keeps)
        self.hint.set_role("amber" if there else "text2")
        self.name.edit.setAccessibleDescription(self.hint.text())

    def _ask(self) -> None:
        if self.name.text():
            keys = [key for key, box in self.boxes.items() if box.isChecked()]
            self.asked.emit(self.name.text(), keys)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class LayoutRow(QWidget):
    """A saved layout: its name, and what can be done with it."""

    renamed = Signal(str, str)
    deleted = Signal(str)

    def __init__(self, view: SavedLayoutView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = view
        name = shown_name(view)
        self.label = Label(name, Step.BASE, MEDIUM)
        self.field = LineField(self.tr("New name of “{name}”").format(name=name), height=32)
        self.field.hide()
        self.rename = IconButton("pencil", self.tr("Rename “{name}”").format(name=name), size=28)
        self.trash = IconButton("trash", self.tr("Delete “{name}”").format(name=name), size=28)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(2))
        row.addWidget(self.label, 1)
        row.addWidget(self.field, 1)
        row.addWidget(self.rename)
        row.addWidget(self.trash)
        self.rename.clicked.connect(self.begin_naming)
        self.trash.clicked.connect(lambda: self.deleted.emit(view.id))
        self.field.submitted.connect(self._name)

    def begin_naming(self) -> None:
        """Open the name for editing."""
        self.field.begin(self.view.name)
        self.label.hide()
        self.field.show()
        self.field.edit.selectAll()
        self.field.setFocus(OTHER)

    def end_naming(self) -> None:
        """Show the name as it is."""
        self.field.hide()
        self.label.show()
        self.rename.setFocus(TAB)

    def _name(self, name: str) -> None:
        if name and name != self.view.name:
            self.renamed.emit(self.view.id, name)
        self.end_naming()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.field.isVisible():
            self.end_naming()
        else:
            super().keyPressEvent(event)


class SavedLayouts(QWidget):
    """`save_asked` wants `begin_saving`; `saved(name, keys)`, `renamed(id, name)`, `deleted(id)`
    and `undo_asked` as one goes."""

    save_asked = Signal()
    saved = Signal(str, object)
    renamed = Signal(str, str)
    deleted = Signal(str)
    undo_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._views: Sequence[SavedLayoutView] = ()
        self.rows: list[LayoutRow] = []
        self.add = Button(self.tr("Save as a layout"), Look.GHOST, icon="plus", height=28)
        self.manage = Button("", Look.GHOST, icon="list", height=28)
        self.manage.setCheckable(True)
        self.words = WrapLabel("", Step.SMALL, role="text2")
        self.undo = Button(self.tr("Undo"), Look.SOFT, icon="undo", height=28)
        self.saver = LayoutSaver()
        self._list = QVBoxLayout()
        self._list.setSpacing(theme().px(2))
        self._lay_out()
        for hidden in (self.manage, self.words, self.undo, self.saver):
            hidden.hide()
        self.add.clicked.connect(self.save_asked)
        self.manage.toggled.connect(self._show_rows)
        self.undo.clicked.connect(self._take_back)
        self.saver.asked.connect(self._save)
        self.saver.left.connect(self._end_saving)

    def _lay_out(self) -> None:
        top, said = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.add)
        top.addWidget(self.manage)
        top.addStretch()
        said.addWidget(self.words, 1)
        said.addWidget(self.undo)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(6))
        column.addLayout(said)
        column.addLayout(top)
        column.addWidget(self.saver)
        column.addLayout(self._list)

    def show_layouts(self, views: Sequence[SavedLayoutView]) -> None:
        """Show the layouts there are."""
        if list(views) == [row.view for row in self.rows]:
            return
        at = next((n for n, row in enumerate(self.rows) if _in(row)), None)
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._views, self.rows = tuple(views), [LayoutRow(view) for view in views]
        before: QWidget = self.saver.stop
        for row in self.rows:
            row.renamed.connect(self._rename)
            row.deleted.connect(self.deleted)
            self._list.addWidget(row)
            for part in (row.field, row.rename, row.trash):
                QWidget.setTabOrder(before, part)
                before = part
        self.manage.set_words(self.tr("Saved layouts ({n})").format(n=len(views)))
        self.manage.setVisible(bool(views))
        self._show_rows()
        if at is not None:
            rows = self.rows
            (rows[min(at, len(rows) - 1)].trash if rows else self.add).setFocus(TAB)

    def begin_saving(self, texts: Sequence[OwnText]) -> None:
        """Ask how to save the layout."""
        self.add.hide()
        self.say("")
        self.saver.begin([view.name for view in self._views], texts)

    def say(self, words: str, *, undo: bool = False) -> None:
        """Say what was done ("" for nothing), and offer to take it back."""
        focus = self.undo.hasFocus()
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self.undo.setVisible(undo)
        self.undo.setAccessibleName(f"{self.undo.text()}: {words}")
        if words:
            heard = QAccessibleEvent(self.words, QAccessible.Event.Alert)
            QAccessible.updateAccessibility(heard)
        if focus and not undo:
            self.add.setFocus(TAB)

    def forget(self) -> None:
        """Forget what was done and begun."""
        self.say("")
        self.saver.hide()
        self.add.show()

    def _take_back(self) -> None:
        self.undo_asked.emit()

    def _save(self, name: str, keys: object) -> None:
        self._end_saving()
        self.saved.emit(name, keys)

    def _end_saving(self) -> None:
        self.saver.hide()
        self.add.show()
        self.add.setFocus(TAB)

    def _rename(self, layout_id: str, name: str) -> None:
        if any(same_name(view.name, name) and view.id != layout_id for view in self._views):
            self.say(self.tr("“{name}” is there already: choose another name.").format(name=name))
        else:
            self.renamed.emit(layout_id, name)

    def _show_rows(self, _on: bool = False) -> None:
        for row in self.rows:
            row.setVisible(self.manage.isChecked())


def _in(row: LayoutRow) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and row.isAncestorOf(focus)
