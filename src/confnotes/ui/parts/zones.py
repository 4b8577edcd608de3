"""The time zone field: all zones this machine knows, found by any part of their name."""

from datetime import UTC, datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, QTimeZone, Signal
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCompleter,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from confnotes.domain.text import folded
from confnotes.domain.times import zone_names
from confnotes.ui.parts import paint, words
from confnotes.ui.parts.fields import LineField
from confnotes.ui.parts.theme import theme

_SEARCH = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


def computer_zone() -> str:
    """Return the IANA zone of this computer; "UTC" where it cannot be told."""
    name = bytes(QTimeZone.systemTimeZoneId().data()).decode()
    if name not in zone_names() or name.startswith("Etc/U"):  # Etc/UTC, Etc/UCT, Etc/Universal
        return "UTC"
    return name


def zone_of(text: str) -> str | None:
    """Return the zone that a typed text names (its name, label or city), None if it does not."""
    bare = folded(text.split("(", maxsplit=1)[0].strip()).replace(" ", "_")
    exact = {folded(name): name for name in zone_names()}
    if bare in exact:
        return exact[bare]
    cities = [name for name in zone_names() if folded(name).rsplit("/", 1)[-1] == bare]
    return cities[0] if len(cities) == 1 else None


class _Completer(QCompleter):
    """Completes to the zone's label, found by name, city or abbreviation."""

    def pathFromIndex(self, index: Index) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole))


class RowDelegate(QStyledItemDelegate):
    """Plain rows of a pop-up list in our colours."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t, px = theme().tokens, theme().px
        state = option.state
        rect = QRectF(option.rect)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            paint.band(painter, rect.adjusted(px(4), 1, -px(4), -1), px(6), t.accent_soft)
        label = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        inner = rect.adjusted(px(12), 0, -px(12), 0)
        paint.draw_text(painter, inner, label, theme().font(), t.text)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(theme().px(120), theme().px(32))


def popup_list() -> QListView:
    """Return a list for a pop-up, in our colours."""
    view = QListView()
    view.setObjectName("popup")  # the style sheet frames it
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setUniformItemSizes(True)
    view.setMouseTracking(True)
    return view


class ZoneField(LineField):
    """A zone, typed by any part of its name or picked; `zone_changed` tells its name or None."""

    zone_changed = Signal(object)

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, placeholder, icon="globe", parent=parent)
        self._zone: str | None = None
        self._at = datetime.now(UTC)
        self._model = QStandardItemModel(self)
        self._completer = _Completer(self._model, self)
        self._completer.setCompletionRole(_SEARCH)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setMaxVisibleItems(9)
        popup = popup_list()
        popup.setAccessibleName(name)
        self._completer.setPopup(popup)
        popup.setItemDelegate(RowDelegate(popup))  # setPopup puts one of its own in
        self.edit.setCompleter(self._completer)
        self._completer.activated.connect(self._completed)
        self.edited.connect(self._typed)
        self.finished.connect(lambda _text: self._show())

    def zone(self) -> str | None:
        """Return the zone in force (None: none, or what was typed names none)."""
        return self._zone

    def set_zone(self, name: str | None, at: datetime | None = None) -> None:
        """Show a zone, without telling; `at` is the instant its offset is shown for."""
        self._at = at or self._at
        self._zone = name
        self.set_wrong(False)
        self._show()

    def set_at(self, at: datetime) -> None:
        """Show offsets as they are at that instant."""
        if at != self._at:
            self._at = at
            self._model.clear()
            if not self.edit.hasFocus():
                self._show()

    def set_typed(self, text: str) -> None:
        """Show a text as if it had been typed, without telling."""
        self.set_zone(zone_of(text))
        if self._zone is None and text:
            self.setText(text)
            self.set_wrong(True)

    def _fill(self) -> None:
        """Fill the list when it is first needed: 600 names take a moment."""
        if self._model.rowCount():
            return
        for name in sorted(zone_names()):
            label = words.zone_label(name, self._at)
            item = QStandardItem(label)
            item.setData(f"{label} {name.replace('_', ' ')}", _SEARCH)
            self._model.appendRow(item)

    def _show(self) -> None:
        if self._zone is not None:
            self.set_wrong(False)
            self.setText(words.zone_label(self._zone, self._at))
        elif not self.wrong:
            self.setText("")

    def _completed(self, label: str) -> None:
        self._tell(zone_of(label))
        self._show()

    def _typed(self, text: str) -> None:
        self._fill()
        name = zone_of(text)
        self.set_wrong(bool(text.strip()) and name is None)
        self._tell(name)

    def _tell(self, name: str | None) -> None:
        if name != self._zone:
            self._zone = name
            self.zone_changed.emit(name)
