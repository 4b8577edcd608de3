"""Moments as shown: the reaction offset, and nudging a line's moment by a key."""

from datetime import timedelta
from pathlib import Path

from confnotes.settings import Settings, read
from confnotes.ui.notes.moments import Moments
from helpers.notes_desk import NOON, Desk
from helpers.sheet import ALT, CTRL, KEYS

_LATE = NOON + timedelta(minutes=5, seconds=26)


def test_a_moment_is_shown_earlier_by_the_reaction() -> None:
    assert Moments(NOON, reaction=5).short(_LATE) == "05:21"
    assert Moments(NOON, reaction=5).short(_LATE, nudge=-20) == "05:01"
    assert Moments(NOON, reaction=5).short(NOON + timedelta(seconds=2)) == "00:00"


def test_the_window_hands_the_reaction_on(desk: Desk) -> None:
    desk.workspace.take_settings(Settings(reaction=8))
    assert desk.workspace.sheet.moments.reaction == 8
    desk.workspace.show_session(desk.ids["Late"])
    assert desk.workspace.sheet.moments.reaction == 8


def test_a_senseless_reaction_in_the_file_is_the_default(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("reaction = 4000\n")
    assert read(path).reaction == Settings().reaction
    path.write_text("reaction = 12\n")
    assert read(path).reaction == 12


def test_a_key_nudges_the_moment_of_a_line_and_the_file_has_it(desk: Desk) -> None:
    desk.type("one\ntwo\n")
    desk.key(KEYS.Key_Up)
    steps = desk.editor.notes.availableUndoSteps()
    for _ in range(3):
        desk.key(KEYS.Key_PageUp, ALT)
    desk.key(KEYS.Key_PageDown, ALT)
    desk.tasks.flush()
    assert [line.nudge for line in desk.lines("Running")] == [0, -10]
    assert [line.written_at for line in desk.lines("Running")] == [NOON, NOON]
    assert desk.editor.notes.availableUndoSteps() == steps
    identity = desk.editor.row().id
    desk.workspace.show_session(desk.ids["Late"])
    desk.workspace.show_session(desk.ids["Running"])
    told = desk.editor._told_moment(identity, desk.workspace.sheet.moments)
    assert told == "2026-05-01 12:10:00, moved by -10 s"


def test_a_selection_is_nudged_as_a_whole_and_an_empty_line_not_at_all(desk: Desk) -> None:
    desk.type("one\ntwo\n")
    desk.editor.selectAll()
    desk.key(KEYS.Key_PageDown, ALT)
    desk.tasks.flush()
    assert [line.nudge for line in desk.lines("Running")] == [5, 5]


def test_undo_takes_back_a_corrected_moment_before_it_takes_words(desk: Desk) -> None:
    desk.type("one\ntwo")
    for _ in range(2):
        desk.key(KEYS.Key_PageUp, ALT)
    desk.key(KEYS.Key_Z, CTRL)
    desk.tasks.flush()
    assert [line.nudge for line in desk.lines("Running")] == [0, -5]
    desk.key(KEYS.Key_Z, CTRL)
    desk.tasks.flush()
    assert [(line.text, line.nudge) for line in desk.lines("Running")] == [("one", 0), ("two", 0)]
    desk.key(KEYS.Key_PageUp, ALT)
    desk.type("!")
    desk.key(KEYS.Key_Z, CTRL)
    desk.tasks.flush()
    assert desk.lines("Running")[1].nudge == -5
