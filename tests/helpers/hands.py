"""The hands of a person at a real widget: keys, mouse, and an input method."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
KEYS = Qt.Key


def write(widget: QWidget, text: str) -> None:
    """Type: ASCII by keys (a line break is Enter), other letters as an input method commits."""
    for letter in text:
        if letter == "\n":
            QTest.keyClick(widget, KEYS.Key_Return)
        elif letter.isascii():
            QTest.keyClicks(widget, letter)
        else:
            compose(widget, "", letter)


def compose(widget: QWidget, preedit: str, commit: str = "") -> None:
    """Let an input method show `preedit`, having committed `commit` first."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(widget, event)


def key(widget: QWidget, which: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    """Press and release a key."""
    QTest.keyClick(widget, which, held)


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """Press and release the left button."""
    where = widget.rect().center() if at is None else at
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NONE, where)


def double_click(widget: QWidget, at: QPoint) -> None:
    """Double-click the left button."""
    QTest.mouseDClick(widget, Qt.MouseButton.LeftButton, NONE, at)
