"""What comes from elsewhere: the document becomes what the file is, in one step that undo takes
back."""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor

from confnotes.domain.notes import Line, LineKind
from confnotes.ui.notes import merging
from confnotes.ui.notes.document import NotesDocument

NOW = datetime(2026, 5, 5, 9, tzinfo=UTC)


@st.composite
def states(draw: st.DrawFn) -> tuple[list[Line], list[Line]]:
    """Draw two states of a session: lines came, went, were moved and changed."""

    def state() -> list[Line]:
        chosen = draw(st.lists(st.sampled_from("abcdefg"), unique=True, min_size=1))
        return [
            Line(
                one,
                "s",
                place,
                draw(st.sampled_from(["one", "二[^k]", "x"])),
                draw(st.integers(0, 2)),
                draw(st.sampled_from([LineKind.POINT, LineKind.QUOTE])),
                NOW,
            )
            for place, one in enumerate(chosen)
        ]

    return state(), state()


def _document(lines: list[Line]) -> NotesDocument:
    document = NotesDocument(lambda: NOW)
    document.set_lines("s", lines, ["k"])
    return document


def _merge(document: NotesDocument, before: list[Line], after: list[Line]) -> bool:
    merging.take_facts(document, {}, after)
    return merging.merge(document, {line.id: line for line in before}, after)


@settings(max_examples=60)
@given(pair=states())
def test_the_document_becomes_the_file_and_undo_takes_it_back(
    qapp: object, pair: tuple[list[Line], list[Line]]
) -> None:
    before, after = pair
    document = _document(before)
    assert _merge(document, before, after) == (before != after)
    assert document.lines() == after
    document.undo()
    assert document.lines() == before
    assert not document.isUndoAvailable()
    document.redo()
    assert document.lines() == after


def test_all_lines_come_back_into_an_emptied_session(qapp: object) -> None:
    document = _document([])
    after = [Line(one, "s", place, one, written_at=NOW) for place, one in enumerate("abc")]
    assert _merge(document, [], after)
    assert document.lines() == after


def test_what_is_typed_meanwhile_stays(qapp: object) -> None:
    before = [Line(one, "s", place, one, written_at=NOW) for place, one in enumerate("abc")]
    document = _document(before)
    cursor = QTextCursor(document)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertText("! and more")
    after = [before[2], replace(before[0], text="A"), Line("d", "s", 2, "d", written_at=NOW)]
    _merge(document, before, after)
    assert [line.text for line in document.lines()] == ["c! and more", "A", "d"]


def test_a_large_deletion_comes_back_at_once(qapp: object) -> None:
    before = [Line(f"l{n}", "s", n, f"line {n}", written_at=NOW) for n in range(3000)]
    document = _document(before[:3])
    _merge(document, before[:3], before)
    assert document.lines() == before
