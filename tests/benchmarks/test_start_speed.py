"""Start-up: the first picture of the window, and a command, against the barest Qt window and
the barest Python that does anything. Whole processes, so that imports count."""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.benchmark

ROUNDS = 5
BARE_WINDOW = (
    "from PySide6.QtWidgets import QApplication, QPlainTextEdit;"
    "a = QApplication([]); w = QPlainTextEdit(); w.show(); w.grab()"
)
OUR_WINDOW = (
    "from confnotes.app import services_for; from confnotes.services.notebook import Mode;"
    "from pathlib import Path; s = services_for(Path({notebook!r}), Mode.WRITE);"
    "from confnotes.ui.application import check_window; check_window(s); s.close()"
)
BARE_COMMAND = "import sqlite3, json, argparse"
OUR_COMMAND = "from confnotes.app import main; main(['conferences', '--notebook', {notebook!r}])"
SAMPLE = "from confnotes.app import main; main(['sample', '--notebook', {notebook!r}])"


def seconds(script: str) -> float:
    """Return the median time of whole processes that run a script."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    times = []
    for _ in range(ROUNDS + 1):
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, "-c", script], check=True, env=environment, capture_output=True
        )
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


def test_start_up(tmp_path: Path) -> None:
    notebook = str(tmp_path / "n.confnotes")
    subprocess.run([sys.executable, "-c", SAMPLE.format(notebook=notebook)], check=True)
    bare, ours = seconds(BARE_WINDOW), seconds(OUR_WINDOW.format(notebook=notebook))
    print(
        f"\nwindow on the sample: {ours:.3f} s, bare window {bare:.3f} s, ratio {ours / bare:.1f}"
    )
    bare, ours = seconds(BARE_COMMAND), seconds(OUR_COMMAND.format(notebook=notebook))
    print(f"a command: {ours:.3f} s, bare Python {bare:.3f} s, ratio {ours / bare:.1f}")
