"""Ctrl+K with Japanese through IBus and Mozc: found while it is composed, and its keys stay its."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from confnotes import assets
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line
from confnotes.domain.text import Language
from confnotes.services.bundle import open_services
from confnotes.services.notebook import Mode
from confnotes.ui.application import application, sentences
from confnotes.ui.notes.workspace import NotesWorkspace
from confnotes.ui.shell.bridge import Bridge
from confnotes.ui.shell.memory import Memory
from confnotes.ui.shell.palette_items import Item
from confnotes.ui.shell.tasks import Tasks
from confnotes.ui.shell.window import MainWindow, Means
from helpers.keyboard import press, pump, until, write
from helpers.window import at_noon


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """Return the window with a few lines of notes, Mozc in hiragana mode, Ctrl+K open."""
    application().setQuitOnLastWindowClosed(False)
    wording = {lang: assets.read_toml(f"report/{lang}.toml") for lang in (Language.JA, Language.EN)}
    services = open_services(tmp_path / "n.confnotes", Mode.WRITE, wording=wording)
    conference, _ = services.programme.create_conference("Demo", "Asia/Tokyo")
    session, _ = services.programme.add_session(conference, "Opening")
    texts = ("くるまの話", "くらうどの話", "車載の話", "車庫")
    services.notes.save(session, [Line(new_id(), session, n, t) for n, t in enumerate(texts)])
    tasks, bridge = Tasks(), Bridge(services.hub)
    said = sentences(Language.EN)
    made = MainWindow(Means(services, tasks, bridge, said, Memory(None), None, at_noon))
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.activateWindow()
    assert until(made.isActiveWindow)
    pump(100)  # the input method says hello to the focused widget
    press("ctrl+k")
    assert until(made.finder.palette.field.hasFocus)
    press("Hiragana_Katakana")
    pump(50)
    yield made
    made.close()
    tasks.close()
    bridge.close()
    services.close()


def found(window: MainWindow) -> list[str]:
    """Return the lines of notes in the list."""
    rows = window.finder.palette.list.rows.rows()
    return [row.spans[0].text for row in rows if isinstance(row, Item) and row.kind is not None]


def test_it_is_found_while_it_is_composed_and_enter_confirms_first(window: MainWindow) -> None:
    palette = window.finder.palette
    write("kurum")
    assert until(lambda: palette.field.preedit == "くるｍ"), palette.field.preedit
    assert until(lambda: found(window) == ["くるまの話"])  # ｍ is no letter yet
    write("a")
    assert until(lambda: palette.field.preedit == "くるま")
    press("space")
    assert until(lambda: found(window) == ["車載の話", "車庫"]), palette.field.preedit
    press("Return")
    assert until(lambda: palette.field.text() == "車")
    pump(100)
    assert palette.isVisible()
    press("Return")
    assert until(lambda: not palette.isVisible())
    notes = window.workspace("notes")
    assert isinstance(notes, NotesWorkspace)
    assert until(lambda: notes.sheet.editor.textCursor().block().text() == "車載の話")


def test_escape_and_arrows_are_the_input_methods_until_it_is_done(window: MainWindow) -> None:
    palette = window.finder.palette
    write("kuru")
    assert until(lambda: found(window) == ["くるまの話"])
    press("space", "Down", "Up")
    pump(100)
    assert palette.isVisible()
    press("Escape", "Escape", "Escape")  # candidates, conversion, kana: three steps at most
    assert until(lambda: palette.field.preedit == "")
    pump(100)
    if palette.isVisible():
        assert palette.field.text() == ""
        press("Escape")
    assert until(lambda: not palette.isVisible())
