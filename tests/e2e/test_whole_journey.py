"""From a published schedule to a finished report, as a person does it: by keys, mouse and input
method in the real window, on a real notebook, closed and opened again before the export."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from confnotes.app import services_for
from confnotes.services.notebook import Mode
from confnotes.ui.application import Run, application
from confnotes.ui.shell.memory import Memory
from helpers.commandline import PRETALX_ICS
from helpers.person import Person, wait_until

BUTTON = QAccessible.Role.Button
FIELD = QAccessible.Role.EditableText
ROW = QAccessible.Role.ListItem

EXPECTED = """\
# Trip report: Harbour Conf 2026

I spent May 4–5, 2026, in Porto at Harbour Conf 2026.

## What I chose, and why

- “Opening” — The harbour comes first.

## Day 1, Monday, May 4

### Opening

Mara Quill · ★★★★☆ (4 out of 5)

- Boats need logs too
- 灯台 matters[^1]

> Keep the light on.

— Mara Quill

Someone asked, “Who pays for the lamp?” The answer was, “The harbour does.”

We should write down the tide.

## Looking back

I will be back, for the 灯台.[^2]

[^1]: Built in 1894, they said.

[^2]: And for the cake.
"""


@pytest.fixture(scope="module", autouse=True)
def app() -> QApplication:
    """Return the application as the program dresses it."""
    made = application()
    made.setQuitOnLastWindowClosed(False)
    return made


class Desk:
    """A computer with confnotes on it: programs begin and end, the notebook stays."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._run: Run | None = None
        self.person = Person()

    def begin(self) -> None:
        """Start the program."""
        notebook = self._folder / "trip.confnotes"
        memory = Memory(self._folder / "settings.toml")
        self._run = Run(lambda: services_for(notebook, Mode.WRITE), notebook, memory)
        self._run.begin()
        assert self._run.window is not None
        self._run.window.resize(1280, 800)
        self._run.window.activateWindow()
        self.person.rest()

    def end(self) -> None:
        """Close the window, which ends the program."""
        if self._run is not None:
            self.person.key("Ctrl+Q")
            self._run.end()
            if self._run.window is not None:
                self._run.window.deleteLater()
            self._run = None
        self.person.rest()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Return a desk with nothing on it but a schedule file."""
    (tmp_path / "harbour.ics").write_bytes(PRETALX_ICS)
    made = Desk(tmp_path)
    yield made
    made.end()


def on_its_mark(row: QRect) -> QPoint:
    """Where the choice mark of a card of Plan is."""
    return QPoint(row.right() - 17, row.top() + 16)


def fourth_star(stars: QRect) -> QPoint:
    """Where the fourth of five stars is."""
    return QPoint(stars.left() + stars.width() * 7 // 10 - 2, stars.center().y())


def import_schedule(person: Person, path: Path) -> None:
    person.click("Choose a file", BUTTON)
    wait_until(lambda: QApplication.activeModalWidget() is not None, "the file dialog")
    person.type(str(path))
    person.key("Return")
    person.sees("Import 2 sessions", BUTTON)
    for field, words in (("Name", "Harbour Conf 2026"), ("City", "Porto")):
        person.click(field, FIELD)
        person.key("Ctrl+A")
        person.type(words)
    person.click("Import 2 sessions", BUTTON)


def choose(person: Person) -> None:
    person.click("9:00–9:30, Opening, Mara Quill, Boathouse, not chosen", ROW, at=on_its_mark)
    person.sees("9:00–9:30, Opening, Mara Quill, Boathouse, considered", ROW)
    person.click("9:00–9:30, Opening, Mara Quill, Boathouse, considered", ROW, at=on_its_mark)
    person.sees("9:00–9:30, Opening, Mara Quill, Boathouse, going", ROW)
    person.click("9:00–9:30, Opening, Mara Quill", ROW)
    person.click("Why this one", FIELD)
    person.type("The harbour comes first.")


def take_notes(person: Person) -> None:
    person.key("Alt+2")
    person.click("Day before", BUTTON)
    person.click("9:00–9:30, Opening", ROW)
    person.sees("Notes", FIELD)
    person.type("Boats need logs too")
    person.key("Return")
    person.type("! We should write down the tide")
    person.key("Return")
    person.compose("ｔ", "と", "とうだい", "灯台", commit="灯台")
    person.type(" matters")
    person.key("Ctrl+Shift+F")
    person.type("Built in 1894, they said.")
    person.key("Return", "Return")
    person.type("Q: Who pays for the lamp?")
    person.key("Return")
    person.type("A: The harbour does.")
    person.key("Return")
    person.type('" Keep the light on.')
    person.key("Return")
    person.type("? how high it is")
    person.click("Rating", at=fourth_star)
    person.sees("Rating: 4", None)


def write_the_end(person: Person) -> None:
    person.key("Alt+4")
    person.click("Language of the report: English")
    person.click("Looking back", ROW)
    person.sees("Heading", FIELD)
    person.click("Text of the section", FIELD)
    person.type("I will be back, for the ")
    person.compose("と", "灯台", commit="灯台")
    person.type(".")
    person.key("Ctrl+Shift+F")
    person.type("And for the cake.")


def export(person: Person, folder: Path) -> None:
    person.click("Where the report appears", BUTTON)
    person.click("GitHub", QAccessible.Role.MenuItem)
    person.sees("Where the report appears: GitHub", BUTTON)
    person.click("Export", BUTTON)
    person.key("Ctrl+A")
    person.type(str(folder))
    person.click("Write the report here", BUTTON)
    wait_until(lambda: bool(list(folder.glob("*.md"))), "the report in its folder")


def test_a_schedule_becomes_a_report(desk: Desk, tmp_path: Path) -> None:
    desk.begin()
    person = desk.person
    import_schedule(person, tmp_path / "harbour.ics")
    choose(person)
    take_notes(person)
    write_the_end(person)
    desk.end()

    desk.begin()
    person.key("Alt+4")
    export(person, tmp_path / "report")
    (report,) = (tmp_path / "report").glob("*.md")
    assert report.read_text(encoding="utf-8") == EXPECTED
