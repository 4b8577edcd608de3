"""Lines that begin as they do in ordinary English, Japanese and Markdown stay as typed."""

from collections.abc import Iterable

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from confnotes.domain.notes import LineKind
from helpers.hands import compose
from helpers.notes_desk import Desk
from helpers.sheet import KEYS, Sheet

ENGLISH = (
    "A sidecar beside each pod",
    "A/B tests",
    "Q3 results, Q4 plans",
    "Q&A at the end",
    "What? No.",
    "?? unclear slide",
    "!important",
    "!= is not",
    '"Quoted" words',
    "“Typographic” ones",
    "'tis so",
    "*args and **kwargs",
    "#1 reason",
    "#hashtag",
    "C# and F#",
    "[sic] he said",
    "[x]y",
    "-5 degrees",
    "--force",
    "1. first",
    "2) second",
    "(in brackets)",
    "/etc/hosts",
    "@ada said",
    "$HOME",
    "> 90 %",
    "~half",
    "e.g. this",
    ": colon first",
)
MARKDOWN = (
    "![alt](picture.png)",
    "**strong** words",
    "*stressed* words",
    "__also__",
    "[^1] cites",
    "[link](https://example.org)",
    "`code` first",
    "```",
    "## heading",
    "---",
    "| a | b |",
    "<br>",
    "-- two",
    "+ plus",
    "1) one",
)
JAPANESE = (
    "「引用」と言った",
    "『本』の話",
    "（括弧）から",
    "【重要】",
    "、から",
    "。から",
    "…から",
    "ー長音",
    "・中黒",
    "※注",
    "〜から",
    "→次へ",
    "①最初",
    "Ｑ３の結果",
    "Ａ社の例",
    "＃タグ",
    "質問：なぜ",
    "答え",
    "々",
    "ｶﾅ",
    "😀から",
    "𠮷野家",
)
SIGNS = ('"', "!", "?", "*", "Q:", "A:", "[ ]", "[x]", "#")
AT_ONCE = ("”", "！", "？", "＊", "Ｑ：", "Ａ：")


def _rows(sheet: Sheet) -> list[tuple[str, LineKind]]:
    return [(row.text, row.kind) for row in sheet.document.rows()]


def test_they_stay_as_typed(sheet: Sheet) -> None:
    for text in [*ENGLISH, *MARKDOWN, *JAPANESE]:
        sheet.open(text)
        sheet.type(text)
        assert _rows(sheet) == [(text, LineKind.POINT)]


def test_they_stay_as_confirmed_in_one(sheet: Sheet) -> None:
    for text in JAPANESE:
        sheet.open(text)
        for length in range(1, 4):
            compose(sheet.editor, text[:length])
        compose(sheet.editor, "", text)
        compose(sheet.editor, "")
        assert _rows(sheet) == [(text, LineKind.POINT)]


def test_the_file_has_them_line_after_line(desk: Desk) -> None:
    lines = [*ENGLISH, *MARKDOWN, *JAPANESE]
    for number, text in enumerate(lines):
        if number:
            desk.key(KEYS.Key_Return)
        _type(desk, text)
    desk.workspace.leave()
    desk.tasks.settle()
    held = desk.lines("Running")
    assert [(line.text, line.kind, line.depth) for line in held] == [
        (text, LineKind.POINT, 0) for text in lines
    ]


def _type(desk: Desk, letters: Iterable[str]) -> None:
    for letter in letters:
        if letter.isascii():
            desk.type(letter)
        else:
            compose(desk.editor, letter)
            compose(desk.editor, "", letter)


@pytest.mark.usefixtures("qapp")
@settings(max_examples=150)
@given(st.text('AQ?!*#[]x:"^1- (>`「？＊Ｑ：a', min_size=1, max_size=7))
def test_only_a_sign_and_its_blank_make_a_mark(text: str) -> None:
    marked = text.startswith(AT_ONCE) or text.startswith(tuple(f"{sign} " for sign in SIGNS))
    assume(not text.startswith(("- ", "[^1]:")))  # the bullet that is there, a footnote's text
    sheet = Sheet()
    sheet.editor.hide()
    try:
        sheet.type(text)
        ((shown, kind),) = _rows(sheet)
    finally:
        sheet.close()
    assert (kind is LineKind.POINT) is not marked
    if not marked:
        assert shown == text
