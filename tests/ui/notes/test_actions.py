"""The chords of Notes."""

from confnotes.domain.notes import LineKind
from confnotes.ui.notes.actions import CHORDS, NOTES
from confnotes.ui.parts.line_kinds import LINE_WORDS
from confnotes.ui.shell.actions import WINDOW, clashes


def test_no_chord_stands_twice() -> None:
    assert clashes(WINDOW, NOTES) == set()


def test_every_mark_has_its_chord_and_its_words() -> None:
    unmarked = {LineKind.POINT, LineKind.IMAGE, LineKind.LINK}
    assert set(CHORDS) == set(LINE_WORDS) == set(LineKind) - unmarked
