"""The two menus of the rail: which conference, and how the window looks."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from confnotes.domain.conference import Shelf
from confnotes.services.views import ConferenceSummary
from confnotes.settings import REACTIONS, WALKS, Settings
from confnotes.ui.parts.icons import icon
from confnotes.ui.parts.theme import theme

translate = QCoreApplication.translate


def _pick(menu: QMenu, words: str, chosen: Callable[[], None], *, on: bool) -> None:
    """Add a row that is ticked when it is in force."""
    action = menu.addAction(words)
    action.setIcon(icon("check", "accent") if on else icon("blank"))
    action.triggered.connect(lambda _on=False: chosen())


def _head(menu: QMenu, words: str) -> None:
    action = menu.addAction(words)
    action.setEnabled(False)


def conference_menu(
    parent: QWidget,
    conferences: Sequence[ConferenceSummary],
    current: str | None,
    switch: Callable[[str], None],
    shelving: Sequence[QAction],
    beginning: Sequence[QAction],
) -> QMenu:
    """Return the switcher: the conferences at hand, newest first, the archive and the trash where
    there is something in them, what puts the one that is shown away, and what begins one."""
    menu = _menu(parent)
    for shelf in (None, Shelf.ARCHIVED, Shelf.TRASHED):
        there = [one.conference for one in conferences if one.shelf is shelf]
        if not there:
            continue
        into = menu if shelf is None else menu.addMenu(_shelf_words(shelf))
        into.menuAction().setIcon(icon("blank"))
        for conference in there:
            _pick(
                into,
                conference.title.replace("&", "&&"),
                partial(switch, conference.id),
                on=conference.id == current,
            )
    for actions in (shelving, beginning):
        if not menu.isEmpty():
            menu.addSeparator()
        menu.addActions(list(actions))
    return menu


def _shelf_words(shelf: Shelf) -> str:
    if shelf is Shelf.ARCHIVED:
        return translate("Menus", "Archive")
    return translate("Menus", "Trash (choose to bring back)")


def settings_menu(
    parent: QWidget,
    settings: Settings,
    change: Callable[..., None],
    actions: dict[str, QAction],
) -> QMenu:
    """Return the settings: theme, language, text size, shortcuts. `change(field=value)` sets."""
    menu = _menu(parent)
    _head(menu, translate("Menus", "Theme"))
    for key, words in (
        ("auto", translate("Menus", "As the system")),
        ("light", translate("Menus", "Light")),
        ("dark", translate("Menus", "Dark")),
    ):
        _pick(menu, words, partial(change, theme=key), on=settings.theme == key)
    menu.addSeparator()
    _head(menu, translate("Menus", "Language"))
    for key, words in (
        ("auto", translate("Menus", "As the system")),
        ("en", "English"),
        ("ja", "日本語"),
    ):
        _pick(menu, words, partial(change, language=key), on=settings.language == key)
    menu.addSeparator()
    _head(menu, translate("Menus", "Text size: {n}").format(n=theme().text_size))
    menu.addActions([actions[name] for name in ("larger", "smaller", "normal")])
    menu.addSeparator()
    _head(menu, translate("Menus", "A line's time is earlier than its first letter by"))
    for seconds in REACTIONS:
        words = translate("Menus", "{n} s").format(n=seconds)
        _pick(menu, words, partial(change, reaction=seconds), on=settings.reaction == seconds)
    menu.addSeparator()
    _head(menu, translate("Menus", "The way between two rooms takes"))
    for minutes in WALKS:
        words = translate("Menus", "{n} min").format(n=minutes)
        _pick(menu, words, partial(change, walk=minutes), on=settings.walk == minutes)
    menu.addSeparator()
    menu.addActions([actions["shortcuts"], actions["quit"]])
    return menu


def _menu(parent: QWidget) -> QMenu:
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def open_at(menu: QMenu, point: QPoint, *, upwards: bool = False) -> None:
    """Open a menu beside what was pressed."""
    if upwards:
        point = QPoint(point.x(), point.y() - menu.sizeHint().height() + theme().px(40))
    menu.popup(point)
