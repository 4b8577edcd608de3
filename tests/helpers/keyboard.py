"""A real keyboard: keys reach the focused window through the X server and its input method."""

import re
import subprocess
import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QPointF, QRect, QRectF, QSizeF, Qt, QTimer
from PySide6.QtWidgets import QWidget

SECONDS = 10.0


def pump(milliseconds: int) -> None:
    """Let Qt run for a while: the input method answers through its event loop."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def until(condition: Callable[[], object], seconds: float = SECONDS) -> bool:
    """Let Qt run until something is so; False when it takes too long."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        pump(10)
    return True


def xdotool(*words: str, seconds: float = SECONDS) -> str:
    """Run xdotool while Qt goes on; return what it said."""
    process = subprocess.Popen(["xdotool", *words], stdout=subprocess.PIPE, text=True)
    if not until(lambda: process.poll() is not None, seconds):
        process.kill()
    said, _ = process.communicate()
    return said


def press(*keys: str) -> None:
    """Press keys one after the other, by the names X gives them ("space", "ctrl+Next")."""
    for key in keys:
        xdotool("key", key)


def write(letters: str, delay: int = 20) -> None:
    """Type ASCII letters, `delay` ms a key; Mozc makes kana of them."""
    xdotool("type", "--delay", str(delay), letters, seconds=SECONDS + len(letters) * delay / 250)


def candidate_list() -> QRect | None:
    """Return where Mozc's list of candidates stands on the screen, None while there is none."""
    for window in xdotool("search", "--onlyvisible", "--class", "mozc_renderer").split():
        said = xdotool("getwindowgeometry", "--shell", window)
        found = {name: int(number) for name, number in re.findall(r"(\w+)=(-?\d+)", said)}
        if found.get("WIDTH", 0) > 10:
            return QRect(found["X"], found["Y"], found["WIDTH"], found["HEIGHT"])
    return None


def caret_on_screen(widget: QWidget) -> QRect:
    """Return the rectangle that a widget tells the input method, in pixels of the screen."""
    told = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    rect = told.toRect() if isinstance(told, QRectF) else told
    assert isinstance(rect, QRect)
    ratio = widget.devicePixelRatioF()
    return QRect(
        (QPointF(widget.mapToGlobal(rect.topLeft())) * ratio).toPoint(),
        (QSizeF(rect.size()) * ratio).toSize(),
    )
