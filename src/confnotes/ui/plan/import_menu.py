"""The ways to a newer schedule: from where it came, a file, an address, the clipboard."""

from PySide6.QtCore import QPoint, QUrl, Signal
from PySide6.QtWidgets import QMenu, QWidget

from confnotes.services.bundle import Services
from confnotes.ui.parts.buttons import IconButton
from confnotes.ui.parts.icons import icon


class ImportButton(IconButton):
    """`file_asked`: a file is to be chosen, `fetch_asked` the address ("": to be typed),
    `paste_asked`: it is in the clipboard."""

    file_asked = Signal()
    fetch_asked = Signal(str)
    paste_asked = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__("import", "", parent=parent)
        self.set_words(self.tr("Import the schedule again"))
        self._services = services
        self._conference: str | None = None
        self.clicked.connect(self.open_menu)

    def set_conference(self, conference_id: str | None) -> None:
        """Say whose schedule it is (None: there is none)."""
        self._conference = conference_id

    def menu(self) -> QMenu:
        """Return the menu."""
        menu = QMenu(self)
        menu.setAccessibleName(self.accessibleName())
        for address in self._addresses():
            words = self.tr("Look for changes at {host}").format(host=QUrl(address).host())
            action = menu.addAction(words.replace("&", "&&"))
            action.setIcon(icon("refresh"))
            action.triggered.connect(
                lambda _on=False, address=address: self.fetch_asked.emit(address)
            )
        if menu.actions():
            menu.addSeparator()
        for words, name, asked in (
            (self.tr("Choose a file…"), "folder", self.file_asked),
            (self.tr("From an address…"), "link", None),
            (self.tr("Paste from the clipboard"), "blank", self.paste_asked),
        ):
            action = menu.addAction(words)
            action.setIcon(icon(name))
            if asked is None:
                action.triggered.connect(lambda _on=False: self.fetch_asked.emit(""))
            else:
                action.triggered.connect(lambda _on=False, asked=asked: asked.emit())
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _addresses(self) -> tuple[str, ...]:
        if self._conference is None:
            return ()
        return tuple(f.address for f in self._services.schedules.feeds(self._conference))

    def open_menu(self) -> None:
        """Open the menu below the button."""
        menu = self.menu()
        corner = QPoint(self.width() - menu.sizeHint().width(), self.height() + 4)
        menu.popup(self.mapToGlobal(corner))
