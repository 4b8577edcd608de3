"""What the window remembers reaches the file, and places the window again."""

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from confnotes import settings
from confnotes.ui.parts.theme import theme
from confnotes.ui.shell.memory import Memory


def test_a_change_is_in_force_and_in_the_file_at_once(qapp: object, tmp_path: Path) -> None:
    del qapp
    path = tmp_path / "settings.toml"
    memory = Memory(path)
    memory.change(theme="dark", text_size=16)
    assert theme().tokens.dark
    assert theme().text_size == 16
    assert settings.read(path).theme == "dark"
    assert Memory(path).settings == memory.settings


def test_a_folder_that_cannot_be_written_disturbs_nobody(qapp: object, tmp_path: Path) -> None:
    del qapp
    (tmp_path / "file").write_text("")
    memory = Memory(tmp_path / "file" / "settings.toml")
    memory.change(theme="dark")
    assert memory.settings.theme == "dark"


def test_a_window_comes_back_where_it_was(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = QWidget(), QWidget()
    for widget in (first, second):
        qtbot.addWidget(widget)
    first.setGeometry(20, 30, 700, 500)
    memory = Memory(tmp_path / "settings.toml")
    memory.remember(first)
    Memory(tmp_path / "settings.toml").place(second)
    assert second.geometry() == first.geometry()


def test_a_window_left_on_a_screen_that_is_gone_comes_into_sight(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    memory = Memory(None)
    memory.change(geometry=(90000, 90000, 700, 500))
    memory.place(widget)
    assert widget.geometry().x() < 90000
