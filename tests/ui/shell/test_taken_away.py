"""Words of a composition that was taken away do not come back when the focus leaves."""

import time
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from confnotes.ui.shell.taken_away import LATE_MS, TakenAway
from helpers.hands import compose


class Two:
    """Two fields in a window; the first has the focus."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        column = QVBoxLayout(self.window)
        self.first, self.second = QLineEdit(), QLineEdit()
        column.addWidget(self.first)
        column.addWidget(self.second)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        self.first.setFocus()
        qtbot.waitUntil(self.first.hasFocus)
        app = QApplication.instance()
        assert app is not None
        listener = app.findChild(TakenAway)
        assert listener is not None
        self.listener = listener
        self._wait = qtbot.waitUntil

    def take_away(self, field: QLineEdit) -> None:
        """Compose something, and press Escape."""
        for shown in ("け", "けす", ""):
            compose(field, shown)

    def later(self) -> None:
        """Let the moment pass in which a commit could still be real."""
        self._wait(lambda: self.listener.settled)


@pytest.fixture
def two(qtbot: QtBot) -> Iterator[Two]:
    """Return a window with two fields."""
    made = Two(qtbot)
    yield made
    made.window.close()


def test_a_late_commit_of_what_was_taken_away_is_none(two: Two) -> None:
    two.take_away(two.first)
    two.later()
    compose(two.first, "")  # an empty event more
    compose(two.first, "", "けす")
    assert two.first.text() == ""
    compose(two.first, "", "けす")  # only once is it not meant
    assert two.first.text() == "けす"


def test_what_is_hidden_and_committed_in_one_go_is_real(two: Two) -> None:
    compose(two.first, "한")
    compose(two.first, "")
    time.sleep(2 * LATE_MS / 1000)  # the field was slow about it: the commit waits in the queue
    compose(two.first, "", "한")
    assert two.first.text() == "한"


def test_other_words_and_words_composed_again_are_real(two: Two) -> None:
    two.take_away(two.first)
    two.later()
    compose(two.first, "", "消す")
    assert two.first.text() == "消す"
    two.take_away(two.first)
    two.later()
    compose(two.first, "けす")
    compose(two.first, "", "けす")
    assert two.first.text() == "消すけす"
    two.later()
    compose(two.first, "", "けす")  # the last one was confirmed, not taken away
    assert two.first.text() == "消すけすけす"


def test_another_field_begins_anew(two: Two) -> None:
    two.take_away(two.first)
    two.second.setFocus()
    two.later()
    compose(two.second, "", "けす")
    assert two.second.text() == "けす"
    two.first.deleteLater()
    two.take_away(two.second)
    two.later()
    compose(two.second, "", "けす")
    assert two.second.text() == "けす"
