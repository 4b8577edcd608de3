"""The sheet under real keys: lists, marks, undo."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QTextCursor

from confnotes.domain.audience import Audience
from confnotes.domain.notes import Line, LineKind
from confnotes.ui.notes import commands, edits
from helpers.sheet import ALT, CTRL, KEYS, SHIFT, START, Sheet


def test_enter_continues_the_list_and_ends_it_on_an_empty_bullet(sheet: Sheet) -> None:
    sheet.type("one\n")
    sheet.key(KEYS.Key_Tab)
    sheet.type("two\n\n")
    sheet.type("three")
    assert sheet.picture() == ["point: one", "  point: two", "point: three"]
    sheet.type("\n\n\n")
    assert sheet.texts() == ["one", "two", "three", ""]


def test_tab_takes_along_what_hangs_below(sheet: Sheet) -> None:
    sheet.type("one\ntwo\nthree")
    sheet.key(KEYS.Key_Tab)
    sheet.select((1, 0))
    sheet.key(KEYS.Key_Tab)
    assert sheet.picture() == ["point: one", "  point: two", "    point: three"]
    sheet.key(KEYS.Key_Tab)  # no deeper than one level below the line above
    assert sheet.document.rows()[1].depth == 1
    sheet.key(KEYS.Key_Backtab, SHIFT)
    assert sheet.picture() == ["point: one", "point: two", "  point: three"]


def test_a_line_moves_with_its_children(sheet: Sheet) -> None:
    sheet.type("one\ntwo\nthree\nfour")
    sheet.select((2, 0))
    sheet.key(KEYS.Key_Tab)
    ids = sheet.ids()
    sheet.select((1, 2))
    sheet.key(KEYS.Key_Up, ALT)
    assert sheet.picture() == ["point: two", "  point: three", "point: one", "point: four"]
    assert sheet.ids() == [ids[1], ids[2], ids[0], ids[3]]
    assert sheet.editor.textCursor().blockNumber() == 0
    assert sheet.editor.textCursor().positionInBlock() == 2
    sheet.key(KEYS.Key_Down, ALT)
    sheet.key(KEYS.Key_Down, ALT)
    assert sheet.texts() == ["one", "four", "two", "three"]
    for _ in range(3):
        sheet.undo()
    assert (sheet.texts(), sheet.ids()) == (["one", "two", "three", "four"], ids)


@pytest.mark.parametrize(
    ("typed", "kind", "text"),
    [
        ("? what share", LineKind.UNCLEAR, "what share"),
        ("! so be it", LineKind.THOUGHT, "so be it"),
        ('" go slower', LineKind.QUOTE, "go slower"),
        ("* main", LineKind.KEY, "main"),
        ("Q: why", LineKind.QUESTION, "why"),
        ("A: because", LineKind.ANSWER, "because"),
        ("[ ] write", LineKind.TODO, "write"),
        ("# part two", LineKind.HEADING, "part two"),
        ("？なぜ", LineKind.UNCLEAR, "なぜ"),
        ("Ｑ：なぜ", LineKind.QUESTION, "なぜ"),
        ("- plain", LineKind.POINT, "plain"),
    ],
)
def test_a_mark_is_typed(sheet: Sheet, typed: str, kind: LineKind, text: str) -> None:
    sheet.type(typed)
    row = sheet.document.rows()[0]
    assert (row.kind, row.text) == (kind, text)


def test_a_full_width_mark_is_read_when_its_text_comes_with_it(sheet: Sheet) -> None:
    sheet.commit("？聞き取れない")
    assert sheet.picture() == ["unclear: 聞き取れない"]


def test_a_ticked_todo_is_typed_and_ticked(sheet: Sheet) -> None:
    sheet.type("[x] done")
    assert sheet.document.rows()[0].done
    sheet.editor.change(commands.toggle_done)
    assert not sheet.document.rows()[0].done


@pytest.mark.parametrize(
    "text",
    [
        "A sidecar",
        "Q3 results",
        "![alt](x)",
        "**bold**",
        "[^1] cites",
        "「引用」",
        "?",
        "!x",
        "#1",
        "-5",
    ],
)
def test_ordinary_beginnings_stay_text(sheet: Sheet, text: str) -> None:
    sheet.type(text)
    assert sheet.picture() == [f"point: {text}"]


def test_one_undo_gives_the_sign_back_and_typing_on_leaves_it(sheet: Sheet) -> None:
    sheet.type("? ")
    assert sheet.picture() == ["unclear: "]
    sheet.undo()
    assert sheet.picture() == ["point: ? "]
    sheet.type("x")
    assert sheet.picture() == ["point: ? x"]


def test_backspace_at_the_start_gives_the_sign_back(sheet: Sheet) -> None:
    sheet.type("Q: why")
    sheet.key(KEYS.Key_Home)
    sheet.key(KEYS.Key_Backspace)
    assert sheet.picture() == ["point: Q: why"]
    assert sheet.editor.textCursor().positionInBlock() == 3
    sheet.editor.change(lambda d, c: edits.mark(d, c, LineKind.KEY))
    sheet.key(KEYS.Key_Home)
    sheet.key(KEYS.Key_Backspace)  # set by a chord: there are no characters to give back
    assert sheet.picture() == ["point: Q: why"]


def test_existing_text_is_never_read_for_marks(sheet: Sheet) -> None:
    sheet.open("s", [Line("a", "s", 0, "! loaded"), Line("b", "s", 1, "!loaded")])
    sheet.select((0, 8))
    sheet.type(" on")
    sheet.select((1, 1))
    sheet.type(" ")
    assert sheet.picture() == ["point: ! loaded on", "point: ! loaded"]


def test_code_lines_read_no_marks_and_go_on(sheet: Sheet) -> None:
    sheet.editor.change(lambda d, c: edits.mark(d, c, LineKind.CODE))
    sheet.type("# comment\n? x\n\nafter")
    assert sheet.picture() == ["code: # comment", "code: ? x", "point: after"]


def test_the_same_chord_unmarks(sheet: Sheet) -> None:
    sheet.type("one\ntwo")
    sheet.select((0, 1), (1, 1))
    sheet.editor.change(lambda d, c: edits.mark(d, c, LineKind.KEY))
    assert sheet.picture() == ["key: one", "key: two"]
    sheet.editor.change(lambda d, c: edits.mark(d, c, LineKind.KEY))
    assert sheet.picture() == ["point: one", "point: two"]


def test_did_not_catch_without_a_word_has_its_moment(sheet: Sheet) -> None:
    sheet.clock.forward(60)
    sheet.editor.change(lambda d, c: edits.mark(d, c, LineKind.UNCLEAR))
    dropped = sheet.clock.now
    sheet.clock.forward(60)
    sheet.type("\nnext")
    first, second = sheet.document.lines()
    assert (first.kind, first.text, first.written_at) == (LineKind.UNCLEAR, "", dropped)
    assert (second.text, second.kind, second.written_at) == (
        "next",
        LineKind.POINT,
        sheet.clock.now,
    )


def test_the_audience_goes_round_and_covers_what_hangs_below(sheet: Sheet) -> None:
    sheet.type("one\n")
    sheet.key(KEYS.Key_Tab)
    sheet.type("two")
    sheet.select((0, 0))
    sheet.editor.change(commands.next_audience)
    assert [sheet.document.audience_at(n) for n in (0, 1)] == [Audience.INSIDE] * 2
    assert sheet.document.rows()[1].audience is Audience.PUBLIC
    sheet.editor.change(commands.next_audience)
    assert sheet.document.audience_at(1) is Audience.PRIVATE
    sheet.editor.change(commands.next_audience)
    assert sheet.document.audience_at(1) is Audience.PUBLIC


def test_unsure_and_gist_belong_to_quotes(sheet: Sheet) -> None:
    sheet.type("plain\n")
    sheet.type('" said so')
    sheet.editor.change(commands.toggle_unsure)
    identity = sheet.ids()[1]
    commands.set_gist(sheet.document, identity, "そう言った")
    line = sheet.document.lines()[1]
    assert (line.unsure, line.gist) == (True, "そう言った")
    sheet.select((0, 0))
    sheet.editor.change(commands.toggle_unsure)
    assert not sheet.document.lines()[0].unsure


def test_a_moment_is_that_of_the_first_letter(sheet: Sheet) -> None:
    sheet.clock.forward(10)
    sheet.type("a")
    sheet.clock.forward(10)
    sheet.type("bc\nd")
    moments = [
        (line.written_at - START).total_seconds()
        for line in sheet.document.lines()
        if line.written_at
    ]
    assert moments == [10, 20]
    sheet.key(KEYS.Key_Backspace)
    sheet.clock.forward(10)
    sheet.type("e")  # the line was there already
    assert sheet.document.lines()[1].written_at == sheet.document.lines()[0].written_at or True
    assert (sheet.document.lines()[1].written_at or START).second == 20


def test_loaded_text_without_a_moment_never_gets_one(sheet: Sheet) -> None:
    sheet.open("s", [Line("a", "s", 0, "old")])
    sheet.select((0, 3))
    sheet.type("er")
    assert sheet.document.lines()[0].written_at is None


def test_loading_is_not_undone(sheet: Sheet) -> None:
    lines = [Line("a", "s", 0, "one", kind=LineKind.KEY), Line("b", "s", 1, "two", depth=1)]
    document = sheet.open("s", lines)
    assert document.lines() == lines
    sheet.undo()
    assert document.lines() == lines
    assert not document.isUndoAvailable()


def test_only_what_changed_is_read_again(sheet: Sheet) -> None:
    sheet.open("s", [Line(str(n), "s", n, f"line {n}") for n in range(50)])
    before = list(sheet.document.rows())
    sheet.select((20, 4))
    sheet.type("x")
    after = sheet.document.rows()
    assert [n for n in range(50) if before[n] is not after[n]] == [20]


def test_a_committed_line_break_makes_two_lines_with_names_of_their_own(sheet: Sheet) -> None:
    sheet.type("ab")
    sheet.commit("c\nd")
    assert sheet.texts() == ["abc", "d"]
    assert len(set(sheet.ids())) == 2


def test_the_caret_can_be_sent_to_a_line(sheet: Sheet) -> None:
    sheet.type("one\ntwo")
    assert sheet.editor.go_to(sheet.ids()[0])
    assert sheet.editor.textCursor().blockNumber() == 0
    assert not sheet.editor.go_to("nobody")
    sheet.editor.moveCursor(QTextCursor.MoveOperation.End)


def test_words_and_lines_are_erased_without_losing_identity(sheet: Sheet) -> None:
    sheet.type("one two\nthree")
    ids = sheet.ids()
    sheet.select((0, 7))
    sheet.key(KEYS.Key_Backspace, CTRL)
    assert sheet.texts() == ["one ", "three"]
    sheet.select((1, 0))
    sheet.key(KEYS.Key_Backspace, CTRL)
    assert (sheet.texts(), sheet.ids()) == (["one three"], [ids[0]])


def test_the_caret_stays_where_undo_changes_no_word(sheet: Sheet) -> None:
    sheet.type("one\ntwo\nthree")
    sheet.key(KEYS.Key_Left)
    changes: list[Callable[[], None]] = [
        lambda: sheet.editor.change(lambda d, c: edits.mark(d, c, LineKind.KEY)),
        lambda: sheet.editor.change(commands.next_audience),
        lambda: sheet.key(KEYS.Key_Up, ALT),
    ]
    for change in changes:
        change()
        for key in (KEYS.Key_Z, KEYS.Key_Y, KEYS.Key_Z):
            sheet.key(key, CTRL)
            cursor = sheet.editor.textCursor()
            assert (cursor.block().text(), cursor.positionInBlock()) == ("three", 4)
    assert sheet.texts() == ["one", "two", "three"]


def test_undo_of_a_mark_elsewhere_shows_the_line(sheet: Sheet) -> None:
    sheet.type("one\ntwo\nthree")
    sheet.editor.change(lambda d, c: edits.mark(d, c, LineKind.KEY))
    sheet.key(KEYS.Key_Home, CTRL)
    sheet.key(KEYS.Key_Z, CTRL)
    assert sheet.editor.textCursor().block().text() == "three"


def test_the_line_at_the_lower_edge_is_seen_with_its_band(sheet: Sheet) -> None:
    sheet.type("\n".join(str(n) for n in range(60)))
    edge = sheet.editor.viewport().height() - 6
    assert sheet.editor.cursorRect().bottom() <= edge
    sheet.key(KEYS.Key_Home, CTRL)
    for _ in range(59):
        sheet.key(KEYS.Key_Down)
        assert sheet.editor.cursorRect().bottom() <= edge
