"""What the window remembers: settings in force, kept in their file as soon as they change."""

import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from confnotes import settings as store
from confnotes.settings import Settings
from confnotes.ui.parts.theme import system_is_dark, theme
from confnotes.ui.shell.rail import WORKSPACES

logger = logging.getLogger(__name__)

_WIDE, _HIGH = 1280, 800


class Memory(QObject):
    """Settings, applied to the theme and written down. `path` None: kept for this run only."""

    def __init__(self, path: Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self.settings = Settings() if path is None else store.read(path)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(lambda _scheme: self.apply())

    def change(self, **changed: Any) -> None:
        """Set fields of the settings, put them in force, and keep them."""
        made = replace(self.settings, **changed)
        if made == self.settings:
            return
        self.settings = made
        self.apply()
        self._write()

    def _write(self) -> None:
        if self._path is None:
            return
        try:
            store.write(self._path, self.settings)
        except OSError as error:
            # A setting that is lost at the end of the run is no reason to disturb anybody.
            logger.info("settings were not kept: %s", error)

    def apply(self) -> None:
        """Put theme and text size in force."""
        wanted = self.settings.theme
        theme().set_dark(wanted == "dark" or (wanted == "auto" and system_is_dark()))
        theme().set_text_size(self.settings.text_size)

    def workspace(self) -> str:
        """Return the workspace that was in front last."""
        last = self.settings.workspace
        return last if last in WORKSPACES else "plan"

    def place(self, window: QWidget) -> None:
        """Put a window where it was, if that is on a screen; else in its usual size."""
        where = self.settings.geometry
        room = QGuiApplication.primaryScreen().availableGeometry()
        rect = QRect(*where) if where is not None else QRect()
        if where is not None and any(s.geometry().intersects(rect) for s in _screens()):
            window.setGeometry(rect)
        else:
            window.resize(min(_WIDE, room.width()), min(_HIGH, room.height()))
        if self.settings.maximised:
            window.showMaximized()

    def remember(self, window: QWidget) -> None:
        """Keep where a window is."""
        rect = window.normalGeometry() if window.isMaximized() else window.geometry()
        where = (rect.x(), rect.y(), rect.width(), rect.height())
        self.change(geometry=where, maximised=window.isMaximized())


def _screens() -> list[Any]:
    return QGuiApplication.screens()
