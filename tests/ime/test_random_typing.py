"""Whatever goes on meanwhile: twenty times Japanese at random, through IBus and Mozc."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from pytestqt.qtbot import QtBot

from confnotes.domain.notes import LineKind
from confnotes.ui.application import application
from confnotes.ui.parts.theme import theme
from helpers.keyboard import press, pump, until, write
from helpers.later_schedules import state
from helpers.notes_desk import Desk, open_title

WORDS = {
    "nihongo": ("にほんご", "日本語"),
    "kaigi": ("かいぎ", "会議"),
    "tochuu": ("とちゅう", "途中"),
    "kekka": ("けっか", "結果"),
    "tesuto": ("てすと", "テスト"),
}
FOREIGN = ("ctrl+Next", "ctrl+1", "ctrl+slash", "ctrl+5", "alt+Up", "ctrl+shift+f", "F11")
KINDS = {"ctrl+1": LineKind.THOUGHT, "ctrl+2": LineKind.QUOTE, "ctrl+5": LineKind.KEY}
Lines = list[tuple[str, LineKind]]


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    """Return the Notes workspace in a real window, its sessions from a schedule."""
    application()
    made = Desk(tmp_path, qtbot, state(0))
    assert until(made.workspace.isActiveWindow)
    pump(100)
    press("Hiragana_Katakana")
    pump(50)
    dark = theme().tokens.dark
    yield made
    theme().set_dark(dark)
    made.close()


class Writer:
    """Somebody who writes Japanese, and a list of what must stand there."""

    def __init__(self, desk: Desk, seed: int) -> None:
        self.desk, self.dice = desk, Random(seed)
        self.lines: Lines = [("", LineKind.POINT)]
        self.imports = 0
        self.log: list[str] = []
        self.fired: list[str] = []
        for name, action in desk.workspace.actions_by_name.items():
            action.triggered.connect(lambda _on=False, n=name: self.fired.append(n))

    def word(self) -> None:
        """Compose one word and confirm it; anything may happen before it is."""
        letters, (kana, kanji) = self.dice.choice([*WORDS.items()])
        write(letters, self.dice.choice((1, 4, 15)))
        assert until(lambda: self.preedit() == kana), (self.preedit(), self.seen())
        before = len(self.fired)
        for _ in range(self.dice.randint(0, 2)):
            self.meanwhile()
            assert (self.preedit(), self.seen()) == (kana, self.lines), " ".join(self.log)
        end = self.dice.choice(("Return", "space", "F7", "F10", "Escape"))
        out = {"Return": kana, "space": kanji, "F10": letters, "Escape": ""}.get(end, "")
        self.log.append(f"{letters} {end}")
        press(end)
        if end in ("space", "F7", "F10"):
            assert until(lambda: self.preedit() not in (kana, ""))
            out = out or self.preedit()
            assert self.preedit() == out
            self.meanwhile(keys=False)
            press("Return")
        text, kind = self.lines[-1]
        self.lines[-1] = text + out, kind
        assert until(lambda: not self.preedit() and self.seen() == self.lines), (
            self.preedit(),
            self.seen(),
            self.lines,
        )
        assert self.fired[before:] == []

    def meanwhile(self, *, keys: bool = True) -> None:
        """What goes on in the program, or a key that is the input method's now."""
        desk = self.desk
        what = self.dice.randint(0, 5 if keys else 3)
        self.log.append(str(what))
        match what:
            case 0:
                desk.workspace.saver.flush()
            case 1:
                desk.now += timedelta(seconds=7)
                desk.workspace._tick()
            case 2:
                self.imports += 1
                schedules, draft = desk.services.schedules, state(self.imports)
                desk.tasks.write(lambda: schedules.apply(desk.conference, draft))
            case 3:
                theme().set_dark(not theme().tokens.dark)
            case _:
                self.log.append(self.dice.choice(FOREIGN))
                press(self.log[-1])
        pump(30)

    def between(self) -> None:
        """The next line, or a mark on or off."""
        text, kind = self.lines[-1]
        if self.dice.random() < 0.4 and text:
            press("Return")
            self.lines.append(("", LineKind.POINT))
        elif self.dice.random() < 0.3:
            chord = self.dice.choice([*KINDS])
            press(chord)
            self.lines[-1] = text, LineKind.POINT if kind is KINDS[chord] else KINDS[chord]
        assert until(lambda: self.seen() == self.lines), (self.seen(), self.lines)

    def preedit(self) -> str:
        """Return what is being composed."""
        return self.desk.editor.textCursor().block().layout().preeditAreaText()

    def seen(self) -> Lines:
        """Return what stands in the window."""
        return [(row.text, row.kind) for row in self.desk.editor.notes.rows()]


@pytest.mark.parametrize("seed", range(20))
def test_nothing_is_lost_misplaced_or_fired(desk: Desk, seed: int) -> None:
    writer = Writer(desk, seed)
    for _ in range(8):
        writer.word()
        writer.between()
    assert open_title(desk).startswith("Running")
    pump(100)
    desk.workspace.leave()
    assert desk.tasks.settle()
    while writer.lines and writer.lines[-1] == ("", LineKind.POINT):
        writer.lines.pop()
    assert [(line.text, line.kind) for line in desk.lines("Running")] == writer.lines, " ".join(
        writer.log
    )
