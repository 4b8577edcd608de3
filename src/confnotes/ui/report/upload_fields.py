"""Where the report's pictures went: a field for each that its place takes by upload."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from confnotes.domain.errors import ConfnotesError
from confnotes.services.report_places import address_given, addresses_given
from confnotes.services.report_views import AddressView
from confnotes.ui.parts.autosave import Autosave
from confnotes.ui.parts.fields import LineField
from confnotes.ui.parts.labels import Hairline, Label, WrapLabel
from confnotes.ui.parts.order import follow
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.report.thumbnail import Thumbnail

_HATENA = "hatena"


class UploadRow(QWidget):
    """One picture's address at a place. `written(address)` as one goes, `pasted(addresses)` for
    several at once, `entered` on Enter. What is no address stays in the field and is not told."""

    written = Signal(str)
    pasted = Signal(object)
    entered = Signal()

    def __init__(self, place: str, label: str, view: AddressView, file: Path) -> None:
        super().__init__()
        self.view = view
        self._place = place
        self._name = self.tr("Address at {place}").format(place=label)
        self._odd = False
        self._last = ""
        hatena = place == _HATENA
        self.thumbnail = Thumbnail(file, view.path, 84, 64)
        self.caption = WrapLabel("", Step.SMALL, role="text2")
        self.field = LineField(self._name, "[f:id:…]  /  https://…" if hatena else "https://…")
        self.refusal = WrapLabel(
            self.tr("Not kept: Hatena gives [f:id:…], or an address that begins with https://")
            if hatena
            else self.tr("Not kept: an address begins with https://"),
            Step.SMALL,
            role="red",
        )
        self.refusal.hide()
        self._save = Autosave(self)
        self._lay_out()
        self._save.due.connect(self._tell)
        self.field.edited.connect(self._edited)
        self.field.edit.editingFinished.connect(self.flush)
        self.field.submitted.connect(lambda _text: self.entered.emit())

    def _lay_out(self) -> None:
        px = theme().px
        column = QVBoxLayout()
        column.setSpacing(px(6))
        column.addWidget(self.caption)
        column.addWidget(self.field)
        column.addWidget(self.refusal)
        column.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(12))
        row.addWidget(self.thumbnail, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def show_address(self, view: AddressView) -> None:
        """Show what is kept; what is being typed stays, and what was refused."""
        self.view = view
        name = f"{view.number}. {view.path}"
        self.caption.setText(name)
        self.field.edit.setAccessibleName(f"{name}: {self._name}")
        typing = self.field.edit.hasFocus() and self._given() == view.address
        if not (self._save.pending or self._odd or typing):
            self._put(view.address)

    def take(self, address: str) -> None:
        """Take an address out of a list; who pasted it tells."""
        self._save.drop()
        self.view = replace(self.view, address=address)
        self._put(address)

    def refused(self) -> str:
        """Return what stands here and is no address ("" where all is well)."""
        return self.field.edit.text() if self._odd else ""

    def keep_refused(self, text: str) -> None:
        """Show again what was refused."""
        self.field.setText(text)
        self._last, self._odd = text, True
        self._say(wrong=True)

    def flush(self) -> None:
        """Tell what was typed, and say so where it is no address."""
        self._tell()
        self._say(wrong=self._odd)
        if not self._odd:
            self._put(self.view.address)

    def _put(self, address: str) -> None:
        self.field.setText(address)
        self._last, self._odd = address, False
        self._say(wrong=False)

    def _say(self, *, wrong: bool) -> None:
        self.field.set_wrong(wrong)
        self.refusal.setVisible(wrong)
        self.field.edit.setAccessibleDescription(self.refusal.text() if wrong else "")

    def _edited(self, text: str) -> None:
        added = self._added(text)
        found = addresses_given(self._place, added) if len(added) > 1 else ()
        if len(found) > 1:
            self._last = text
            self._save.drop()
            self.pasted.emit(found)
            return
        if found and text != added:  # pasted onto another: it is meant instead
            self.field.edit.setText(found[0])
        self._last = self.field.edit.text()
        if self._given() is not None:
            self._say(wrong=False)
        self._save.touch()

    def _added(self, text: str) -> str:
        """Return what came into the field with the last edit; all of it, where that went in for
        something selected."""
        caret = self.field.edit.cursorPosition()
        behind = text[caret:]
        at = len(self._last) - len(behind)
        grown = 0 <= at <= caret and self._last == text[:at] + behind
        return text[at:caret] if grown else text

    def _given(self) -> str | None:
        """Return the address in the field as it is kept; None where there is none."""
        text = self.field.text()
        try:
            return address_given(self._place, text)
        except ConfnotesError:
            found = addresses_given(self._place, text)
        # An address with something behind it is a mistake, its notation is none.
        return found[0] if len(found) == 1 and not text.lower().startswith("http") else None

    def _tell(self) -> None:
        self._save.drop()
        address = self._given()
        self._odd = address is None
        if address is not None and address != self.view.address:
            self.view = replace(self.view, address=address)
            self.written.emit(address)


class UploadFields(QWidget):
    """The addresses of all pictures of a report at one place, in reading order. `kept(place,
    addresses by key)` as one goes: what is typed belongs to the place it was typed for. `above` is
    what Tab comes from. `entered(row)`: one is led to that row."""

    kept = Signal(str, object)
    entered = Signal(object)

    def __init__(self, above: QWidget) -> None:
        super().__init__()
        self._above = above
        self._place = ""
        self.rows: dict[str, UploadRow] = {}
        self._refused: dict[tuple[str, str], str] = {}
        self.title = Label("", Step.SMALL, SEMIBOLD)
        self.sentence = WrapLabel(
            self.tr(
                "Upload the pictures in this order and paste what the place gives for each, or "
                "all at once into the first. Every later export has them."
            ),
            Step.SMALL,
            role="text2",
        )
        self.surplus = WrapLabel("", Step.SMALL, role="amber")
        self.surplus.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(10))
        for part in (self.title, self.sentence, self.surplus):
            column.addWidget(part)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme().px(12))
        column.addLayout(self._list)
        column.addSpacing(theme().px(6))
        column.addWidget(Hairline())
        self._label = ""
        self.hide()

    def show_uploads(
        self, place: str, label: str, views: Sequence[tuple[AddressView, Path]]
    ) -> None:
        """Show what is kept for each picture (with its file) at a place; none: it takes none by
        upload."""
        if place != self._place:
            self._clear()
        self._place, self._label = place, label
        wanted = [view.key for view, _ in views]
        for key in [key for key in self.rows if key not in wanted]:
            self._drop(key)
        if list(self.rows) != wanted:
            self._order(views)
        for view, _ in views:
            self.rows[view.key].show_address(view)
        self.setVisible(bool(views))
        self._count()

    def _order(self, views: Sequence[tuple[AddressView, Path]]) -> None:
        """Bring the rows in reading order; those that stay keep what is being typed in them."""
        rows, before = {}, self._above
        for at, (view, file) in enumerate(views):
            row = self.rows.get(view.key) or self._add(view, file)
            self._list.removeWidget(row)
            self._list.insertWidget(at, row)
            follow(before, row)
            rows[view.key] = before = row
        self.rows = rows

    def _add(self, view: AddressView, file: Path) -> UploadRow:
        row = UploadRow(self._place, self._label, view, file)
        self._list.addWidget(row)
        if refused := self._refused.pop((self._place, view.key), ""):
            row.keep_refused(refused)
        place, key = self._place, view.key
        row.written.connect(lambda address: self._written(place, {key: address}))
        row.pasted.connect(lambda addresses: self._pasted(key, addresses))
        row.entered.connect(lambda: self._next(key))
        return row

    def enter(self) -> bool:
        """Go to the first picture without an address; return whether there is one."""
        waiting = [row for row in self.rows.values() if not row.view.address]
        if waiting:
            self._lead_to(waiting[0])
        return bool(waiting)

    def last_stop(self) -> QWidget:
        """Return what Tab comes from to what stands below."""
        return list(self.rows.values())[-1] if self.rows else self._above

    def forget(self) -> None:
        """Another report is shown: what stands here is none of its own."""
        self._clear()
        self._refused.clear()
        self.hide()

    def flush(self) -> None:
        """Hand on what was typed."""
        for row in self.rows.values():
            row.flush()

    def _clear(self) -> None:
        self.flush()
        for key in list(self.rows):
            self._drop(key)
        self.surplus.hide()

    def _drop(self, key: str) -> None:
        row = self.rows.pop(key)
        row.flush()
        if refused := row.refused():
            self._refused[self._place, key] = refused
        row.hide()
        self._list.removeWidget(row)
        row.deleteLater()

    def _written(self, place: str, addresses: dict[str, str]) -> None:
        self.kept.emit(place, addresses)
        self._count()

    def _pasted(self, key: str, addresses: Sequence[str]) -> None:
        """Give a list that was pasted into a picture's field to it and those below. What has an
        address is passed over while that leaves none of the list without a picture."""
        rows = list(self.rows.values())
        rows = rows[rows.index(self.rows[key]) :]
        waiting = [row for row in rows if not row.view.address]
        if self.rows[key] in waiting and len(addresses) <= len(waiting):
            rows = waiting
        given = dict(zip((row.view.key for row in rows), addresses, strict=False))
        for one, address in given.items():
            self.rows[one].take(address)
        left = len(addresses) - len(given)
        self.surplus.setText(
            self.tr("More addresses than pictures: the last {n} were left out.").format(n=left)
        )
        self.surplus.setVisible(left > 0)
        self._written(self._place, given)

    def _next(self, key: str) -> None:
        """Go to the field below."""
        keys = list(self.rows)
        at = keys.index(key) + 1
        if at < len(keys):
            self._lead_to(self.rows[keys[at]])

    def _lead_to(self, row: UploadRow) -> None:
        row.field.setFocus(Qt.FocusReason.TabFocusReason)
        self.entered.emit(row)

    def _count(self) -> None:
        have = sum(1 for row in self.rows.values() if row.view.address)
        self.title.setText(
            self.tr("Addresses at {place} ({n} of {all})").format(
                place=self._label, n=have, all=len(self.rows)
            )
        )
