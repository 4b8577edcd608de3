"""Shown in Japanese, no screen has an English text left, and none is cut by its control."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QMenu, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from confnotes import assets
from confnotes.domain.text import Language
from confnotes.services.bundle import Services
from confnotes.ui.application import sentences, speak
from confnotes.ui.parts.buttons import Button
from confnotes.ui.parts.labels import Label, WrapLabel
from confnotes.ui.plan.workspace import PlanWorkspace
from confnotes.ui.shell import menus
from confnotes.ui.shell.bridge import Bridge
from confnotes.ui.shell.memory import Memory
from confnotes.ui.shell.tasks import Tasks
from confnotes.ui.shell.translation import Interpreter
from confnotes.ui.shell.window import MainWindow, Means
from helpers.window import at_noon

FOLDERS = ("parts", "shell", "start", "plan")


def english() -> list[re.Pattern[str]]:
    """Return what an English text of ours looks like, filled in or not."""
    out = []
    for folder in FOLDERS:
        root = ET.parse(assets.resources() / "i18n" / f"{folder}_ja.ts").getroot()
        for message in root.iter("message"):
            source, made = message.findtext("source", ""), message.findtext("translation", "")
            letters = re.sub(r"\{\w+\}", "", source)
            if source != made and re.search(r"[A-Za-z]{2}", letters):
                parts = re.split(r"\{\w+\}", source)
                out.append(re.compile(".*".join(map(re.escape, parts))))
    return out


@pytest.fixture
def window(
    qtbot: QtBot, services: Services, tasks: Tasks, bridge: Bridge, conference: str
) -> Iterator[MainWindow]:
    """Return the window in Japanese, on a conference."""
    del conference
    interpreter = Interpreter()
    speak(interpreter, "ja")
    memory = Memory(None)
    means = Means(
        services, tasks, bridge, sentences(Language.JA), memory, Path("sample.json"), at_noon
    )
    made = MainWindow(means)
    made.resize(1024, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    made.deleteLater()
    speak(interpreter, "en")


def texts(root: QWidget) -> Iterator[str]:
    """Yield all that a window says, to eyes and to screen readers."""
    for widget in [root, *root.findChildren(QWidget)]:
        yield widget.accessibleName()
        yield widget.toolTip()
        if isinstance(widget, QAbstractButton | Label | WrapLabel):
            yield widget.text()
        if isinstance(widget, QLineEdit | QTextEdit):
            yield widget.placeholderText()
        if isinstance(widget, QMenu):
            yield from (action.text() for action in widget.actions())


def test_no_english_is_left(qtbot: QtBot, window: MainWindow) -> None:
    del qtbot
    plan = window.workspace("plan")
    assert isinstance(plan, PlanWorkspace)
    plan.new_session()
    menu = menus.settings_menu(
        window, window._means.memory.settings, lambda **_changed: None, window.actions_by_name
    )
    window.start.start_by_hand("")
    window.show_shortcuts()
    patterns = english()
    said = {text for text in texts(window) if text}
    left = {t for t in said if any(p.fullmatch(t) for p in patterns)}
    menu.close()
    assert left == set()
    assert len(said) > 100


@pytest.mark.parametrize("size", [13, 16])
def test_no_word_is_cut(window: MainWindow, size: int) -> None:
    window._means.memory.change(text_size=size)
    window.resize(round(1024 * size / 13), round(700 * size / 13))
    for page in (window.start.doors, window.start.by_hand, window.start.confirm):
        window.stack.setCurrentWidget(window.start)
        window.start.setCurrentWidget(page)
        for made in page.findChildren(Button):
            if made.isVisible() and made.text():
                # its padding may shrink by half before a letter is lost
                assert made.width() >= made.sizeHint().width() - 12, made.text()


def test_days_are_said_in_japanese(window: MainWindow) -> None:
    plan = window.workspace("plan")
    assert isinstance(plan, PlanWorkspace)
    tabs = plan.tabs
    keys = tabs.keys()
    assert [tabs.tab(key).accessibleName() for key in keys] == [
        "1日（金） 1日目",
        "2日（土） 2日目",
        "時刻なし 未定",
    ]
