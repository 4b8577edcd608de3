"""What else can be done with the open session: the menu behind its dots."""

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

_GROUPS: tuple[tuple[str, ...], ...] = (
    ("copy_markdown",),
    ("picture", "alternative", "enlarge"),
    ("move_lines", "move_all", "swap_notes"),
    ("history",),
    ("start_now", "as_planned"),
)


def session_menu(parent: QWidget, actions: Mapping[str, QAction]) -> QMenu:
    """Return the menu, made of the workspace's own actions; it goes when it closes."""
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    for names in _GROUPS:
        if menu.actions():
            menu.addSeparator()
        menu.addActions([actions[name] for name in names])
    return menu
