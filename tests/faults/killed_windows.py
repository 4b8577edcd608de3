"""Type in the real Notes workspace until killed; every state is told through a pipe, as JSON.

Run as a program: `killed_windows.py NOTEBOOK SESSION SEED PIPE`. Each line that it writes has the
moment (time.monotonic) and the lines as they stand in the window: [text, kind]. Nothing here waits
for a save: it comes when the window wants it.
"""

import json
import os
import random
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from confnotes.services.bundle import open_services
from confnotes.services.notebook import Mode
from confnotes.ui.application import application
from confnotes.ui.notes.workspace import NotesWorkspace
from confnotes.ui.shell.bridge import Bridge
from confnotes.ui.shell.tasks import Tasks

WORDS = ("mesh ", "k3s ", "sidecar ", "Q3 ", "車載", "遅い", "？", "。")
CHORDS = (Qt.Key.Key_Slash, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_5)
PAUSE_MS = 30


class Typist:
    """Somebody who never stops."""

    def __init__(self, workspace: NotesWorkspace, seed: int, pipe: int) -> None:
        self.editor, self.dice, self.pipe = workspace.sheet.editor, random.Random(seed), pipe
        self.waiting: list[str] = []

    def step(self) -> None:
        """Do one key, one commit or one chord, and tell what stands in the window then."""
        dice, editor = self.dice, self.editor
        if self.waiting:
            QTest.keyClicks(editor, self.waiting.pop(0))
        elif (chance := dice.random()) < 0.12:
            QTest.keyClick(editor, Qt.Key.Key_Return)
        elif chance < 0.2:
            QTest.keyClick(editor, dice.choice(CHORDS), Qt.KeyboardModifier.ControlModifier)
        else:
            word = dice.choice(WORDS)
            if word.isascii():
                self.waiting = list(word)
            else:
                event = QInputMethodEvent("", [])
                event.setCommitString(word)
                QApplication.sendEvent(editor, QInputMethodEvent("な", []))
                QApplication.sendEvent(editor, event)
        self.tell()

    def tell(self) -> None:
        """Say what stands there; lines that are empty at the end are none."""
        lines = [[line.text, line.kind.value] for line in self.editor.notes.lines()]
        os.write(self.pipe, (json.dumps([time.monotonic(), lines]) + "\n").encode())


def main(notebook: Path, session_id: str, seed: int, pipe: int) -> None:
    """Type until killed."""
    app = application()
    services = open_services(notebook, Mode.WRITE, wording={})
    tasks, bridge = Tasks(), Bridge(services.hub)
    workspace = NotesWorkspace(services, tasks, bridge)
    workspace.resize(1280, 760)
    workspace.set_conference(services.programme.session(session_id).session.conference_id)
    workspace.show()
    workspace.show_session(session_id)
    workspace.sheet.editor.setFocus()
    typist = Typist(workspace, seed, pipe)
    typist.tell()
    timer = QTimer()
    timer.setInterval(PAUSE_MS)
    timer.timeout.connect(typist.step)
    timer.start()
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
