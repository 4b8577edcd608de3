"""The addresses of pictures that a place takes only by upload: pasted back once, and kept."""

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from confnotes.domain.errors import ConfnotesError
from confnotes.services.report_views import Upload
from confnotes.ui.parts.fields import LineField
from confnotes.ui.parts.labels import Hairline, Label, WrapLabel
from confnotes.ui.parts.order import chain
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step

_IMAGE = re.compile(r"!\[[^\]]*\]\(\s*<?([^\s)>]+)|<img\b[^>]*?\bsrc=[\"']([^\"']+)", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://|\[?f:id:")
_BREAK = re.compile(r"[\s\u2028\u2029]+")


def addresses(text: str) -> list[str]:
    """Return the addresses in what a place's editor gives, in order: bare ones, `[f:id:…]`, images
    of Markdown or HTML. Other words beside an image are passed over."""
    images = [one or other for one, other in _IMAGE.findall(text)]
    return images or [part for part in _BREAK.split(text.strip()) if part]


class _Row(QWidget):
    """One picture: its number and name, and the address it has there."""

    def __init__(self, upload: Upload) -> None:
        super().__init__()
        self.name = upload.name
        self.label = Label(f"{upload.number}. {upload.name}", Step.SMALL, SEMIBOLD)
        self.field = LineField(upload.name, "https://…", height=32)
        self.hint = WrapLabel("", Step.SMALL, role="red")
        self.hint.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        for widget in (self.label, self.field, self.hint):
            column.addWidget(widget)

    def complain(self, words: str) -> None:
        self.field.set_wrong(bool(words))
        self.hint.setText(words)
        self.hint.setVisible(bool(words))


class UploadFields(QWidget):
    """`written(name, address)`: a picture has that address there ("" for none). `check` returns
    what is wrong with an address ("" for nothing)."""

    written = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.check: Callable[[str], ConfnotesError | None] = lambda _address: None
        self.said: Callable[[ConfnotesError], str] = str
        self.title = Label("", Step.BASE, SEMIBOLD)
        self.hint = WrapLabel(
            self.tr(
                "Upload them there in this order, and paste what you get. A list of several fills "
                "the fields below it, too."
            ),
            Step.SMALL,
            role="text2",
        )
        self.rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(8))
        for widget in (self.title, self.hint):
            self._column.addWidget(widget)
        self.line = Hairline()
        self._column.addWidget(self.line)
        self.hide()

    def show_uploads(self, place: str, uploads: Sequence[Upload]) -> None:
        """Show the pictures a place asks for, in the order of the report (none: nothing is asked);
        what is being typed stays."""
        asked = [one for one in uploads if one.asks]
        self.setVisible(bool(asked))
        self.title.setText(self.tr("Addresses of the pictures at {place}").format(place=place))
        if [one.name for one in asked] != [row.name for row in self.rows]:
            self._build(asked)
        for row, upload in zip(self.rows, asked, strict=True):
            if not row.field.edit.hasFocus() and not row.field.wrong:
                row.field.setText(upload.address)

    def _build(self, asked: Sequence[Upload]) -> None:
        for row in self.rows:
            row.hide()
            self._column.removeWidget(row)
            row.deleteLater()
        self.rows = [_Row(upload) for upload in asked]
        for at, row in enumerate(self.rows):
            self._column.insertWidget(2 + at, row)
            row.field.edited.connect(lambda text, at=at: self._typed(at, text))
            row.field.finished.connect(lambda text, at=at: self._finished(at, text))
        chain([row.field.edit for row in self.rows])

    def _typed(self, at: int, text: str) -> None:
        """A whole list pasted into a field fills those below it."""
        self.rows[at].complain("")
        found = addresses(text)
        if not all(_ADDRESS.match(one) for one in found) or found == [text.strip()]:
            return
        for row, address in zip(self.rows[at:], found, strict=False):
            row.field.setText(address)
            self._keep(row, address)

    def _finished(self, at: int, text: str) -> None:
        self._keep(self.rows[at], text.strip())

    def _keep(self, row: _Row, address: str) -> None:
        wrong = self.check(address) if address else None
        row.complain("" if wrong is None else self.said(wrong))
        if wrong is None:
            self.written.emit(row.name, address)

    def flush(self) -> None:
        """Hand on what is being typed."""
        for row in self.rows:
            if row.field.edit.hasFocus():
                self._keep(row, row.field.text())
