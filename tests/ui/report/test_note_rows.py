"""The notes beside the text, and how they go into it."""

from datetime import UTC, datetime

import pytest

from confnotes.domain.audience import Audience
from confnotes.domain.notes import Line, LineKind
from confnotes.ui.report.note_rows import as_markdown, note_rows, placed

ZERO = datetime(2026, 5, 1, 1, 0, tzinfo=UTC)
LATER = datetime(2026, 5, 1, 1, 9, 2, tzinfo=UTC)


def line(text: str, kind: LineKind = LineKind.POINT, **given: object) -> Line:
    return Line(text, "s", 0, text, kind=kind, written_at=LATER, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (line("a point"), "- a point"),
        (line("inner", depth=2), "  - inner"),
        (line("said", LineKind.QUOTE), "> said"),
        (line("said", LineKind.QUOTE, gist="meant"), "> said\n\nmeant"),
        (line("x = 1", LineKind.CODE), "```\nx = 1\n```"),
        (line("Part", LineKind.HEADING), "### Part"),
        (line("mine", LineKind.THOUGHT), "mine"),
        (line("guess", LineKind.UNCLEAR, resolved=True, answer="it was"), "- it was"),
    ],
)
def test_a_line_goes_in_as_its_kind(one: Line, expected: str) -> None:
    assert as_markdown(one) == expected


def test_what_is_never_printed_is_not_offered() -> None:
    lines = [
        line("point"),
        line("open", LineKind.UNCLEAR),
        line("later", LineKind.TODO),
        line("secret", audience=Audience.PRIVATE),
        line("ours", audience=Audience.INSIDE),
    ]
    public = note_rows(lines, ZERO, Audience.PUBLIC, "")
    assert [row.text for row in public] == ["point"]
    inside = note_rows(lines, ZERO, Audience.INSIDE, "")
    assert [row.text for row in inside] == ["point", "ours"]


def test_a_line_knows_its_moment_and_whether_it_stands_in_the_text() -> None:
    rows = note_rows([line("k3s runs"), line("other")], ZERO, Audience.PUBLIC, "- **k3s** runs\n")
    assert [(row.second, row.standing) for row in rows] == [(542, True), (542, False)]


@pytest.mark.parametrize(
    ("before", "words", "after", "expected"),
    [
        ("", "- a", "", "- a"),
        ("- a", "- b", "", "- a\n- b"),
        ("Prose.", "- b", "", "Prose.\n\n- b"),
        ("Prose.\n", "> q", "", "Prose.\n\n> q"),
        ("Prose.\n\n", "> q", "More.", "Prose.\n\n> q\n\nMore."),
        ("- a", "- b", "- c", "- a\n- b\n- c"),
    ],
)
def test_what_is_put_in_stands_apart_as_markdown_wants_it(
    before: str, words: str, after: str, expected: str
) -> None:
    assert before + placed(before, words, after) + after == expected
