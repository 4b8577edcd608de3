"""The binding in use does not lose references to None (PySide6 6.12.0 on Python 3.11 does)."""

import sys

from PySide6.QtCore import QTimer


def test_calls_that_return_nothing_keep_none_alive(qapp: object) -> None:
    """It loses one a call, until the process aborts: a thousand calls would show it."""
    del qapp
    timer = QTimer()
    before = sys.getrefcount(None)
    for _ in range(1000):
        timer.setInterval(10)
    assert sys.getrefcount(None) > before - 500
