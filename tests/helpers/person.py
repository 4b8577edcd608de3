"""A person in front of the window: sees what a screen reader is told, has a mouse, keys and an
input method, and nothing else. No widget, model or service is called."""

from collections.abc import Callable, Iterator
from typing import Any, cast

from PySide6.QtCore import QCoreApplication, QEventLoop, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

PATIENCE_MS = 10_000


def wait_until(condition: Callable[[], bool], what: str) -> None:
    """Let the application run until `condition` holds; AssertionError naming `what` if it never
    does."""
    if condition():
        return
    loop = QEventLoop()
    ticks, end = QTimer(), QTimer()
    ticks.timeout.connect(lambda: loop.quit() if condition() else None)
    end.setSingleShot(True)
    end.timeout.connect(loop.quit)
    ticks.start(10)
    end.start(PATIENCE_MS)
    loop.exec()
    ticks.stop()
    assert condition(), f"never came: {what}"


class Thing:
    """Something on the screen, as told to a screen reader."""

    def __init__(self, interface: QAccessibleInterface) -> None:
        self.name = interface.text(QAccessible.Text.Name)
        self.value = interface.text(QAccessible.Text.Value)
        self.role = interface.role()
        self.rect: QRect = interface.rect()

    def __repr__(self) -> str:
        return f"{self.role.name} {self.name!r} {self.rect.getRect()}"


def _hidden(interface: QAccessibleInterface) -> bool:
    """Return whether it and all in it cannot be seen (the stubs do not list the bit fields)."""
    return bool(getattr(interface.state(), "invisible", False))


def _walk(interface: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    if interface is None or not interface.isValid() or _hidden(interface):
        return
    yield interface
    for index in range(interface.childCount()):
        yield from _walk(interface.child(index))


class Person:
    """Whoever uses the window that is in front."""

    def __init__(self) -> None:
        # As when a screen reader runs: else lists tell their old rows after a change.
        QAccessible.setActive(True)

    @property
    def window(self) -> QWidget:
        """The window in front: a pop-up or dialog over the main one."""
        front = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if front is None and QApplication.activeWindow() is None:
            # A window manager would give the focus back when a dialog closes; offscreen has none.
            main = next(w for w in QApplication.topLevelWidgets() if w.isVisible())
            main.activateWindow()
            return main
        found = front or QApplication.activeWindow()
        assert found is not None
        return found

    def things(self) -> list[Thing]:
        """Return all that is visible in the window in front."""
        root = QAccessible.queryAccessibleInterface(self.window)
        return [Thing(interface) for interface in _walk(root)]

    def find(self, name: str, role: QAccessible.Role | None = None) -> Thing | None:
        """Return the first visible thing whose name begins so (and with that role)."""
        for thing in self.things():
            if role in (None, thing.role) and thing.name.startswith(name):
                return thing
        return None

    def sees(self, name: str, role: QAccessible.Role | None = None) -> Thing:
        """Wait until a thing of that name is there, and return it."""
        wait_until(lambda: self.find(name, role) is not None, f"{role} {name!r}")
        found = self.find(name, role)
        assert found is not None
        return found

    def click(
        self,
        name: str,
        role: QAccessible.Role | None = None,
        *,
        at: Callable[[QRect], QPoint] = QRect.center,
        twice: bool = False,
    ) -> None:
        """Click on the thing of that name (in its middle, or where `at` says)."""
        where = at(self.sees(name, role).rect)
        window = self.window
        target = window.childAt(window.mapFromGlobal(where)) or window
        press = QTest.mouseDClick if twice else QTest.mouseClick
        press(target, Qt.MouseButton.LeftButton, pos=target.mapFromGlobal(where))
        self.rest()

    def key(self, *chords: str) -> None:
        """Press chords one after the other: `key("Ctrl+Shift+F", "Return")`."""
        for chord in chords:
            # A sequence gives its combinations by index, which its stub does not say.
            combination = cast("Any", QKeySequence(chord))[0]
            QTest.keyClick(self._typing_into(), combination.key(), combination.keyboardModifiers())
            self.rest()

    def type(self, text: str) -> None:
        """Type text that a keyboard gives directly."""
        for letter in text:
            QTest.keyClicks(self._typing_into(), letter)
        self.rest()

    def compose(self, *steps: str, commit: str) -> None:
        """Type Japanese: each step is what the input method shows, then what it commits.

        As real input methods do, one more empty event follows the commit.
        """
        for step in steps:
            self._input(QInputMethodEvent(step, []))
        last = QInputMethodEvent("", [])
        last.setCommitString(commit)
        self._input(last)
        self._input(QInputMethodEvent("", []))
        self.rest()

    def rest(self) -> None:
        """Let the application do what it has to do now."""
        QCoreApplication.sendPostedEvents()
        loop = QEventLoop()
        QTimer.singleShot(0, loop.quit)
        loop.exec()

    def _input(self, event: QInputMethodEvent) -> None:
        QCoreApplication.sendEvent(self._typing_into(), event)
        self.rest()

    def _typing_into(self) -> QWidget:
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return popup
        return QApplication.focusWidget() or self.window
