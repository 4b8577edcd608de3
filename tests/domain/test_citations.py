"""Footnotes with their places: in reading order, undefined ones, unused ones."""

from datetime import UTC, datetime

from confnotes.domain.citations import Cited, Where, citations
from confnotes.domain.conference import Conference
from confnotes.domain.contents import Contents
from confnotes.domain.footnotes import Footnote
from confnotes.domain.notes import Line, LineKind
from confnotes.domain.session import Session, SessionFacts


def session(name: str, hour: int, *, summary: str = "") -> Session:
    start = datetime(2026, 5, 4, hour, tzinfo=UTC)
    return Session(name, "c", "e", SessionFacts(title=name), start_at=start, summary=summary)


def found(*lines: Line, summary: str = "", notes: tuple[str, ...] = ()) -> tuple[Cited, ...]:
    return citations(
        Contents(
            Conference("c", "Demo", "UTC"),
            sessions=(session("late", 11, summary=summary), session("early", 9)),
            lines=lines,
            footnotes=tuple(Footnote(key, "c", key, f"text of {key}") for key in notes),
        )
    )


def test_they_come_in_the_order_of_the_sessions_and_their_lines() -> None:
    out = found(
        Line("3", "late", 0, "third[^a-3]"),
        Line("2", "early", 1, "second[^a-2] and again[^a-1]"),
        Line("1", "early", 0, "first[^a-1]"),
        notes=("a-1", "a-2", "a-3"),
    )
    assert [one.key for one in out] == ["a-1", "a-2", "a-3"]
    assert [place.line_id for place in out[0].places] == ["1", "2"]
    assert out[2].places[0].title == "late"
    assert all(one.used for one in out)


def test_what_does_not_exist_stands_behind_and_what_is_unused_last() -> None:
    out = found(
        Line("1", "early", 0, "no such[^7], twice[^7]"),
        summary="cited here[^a-2]",
        notes=("a-1", "a-2"),
    )
    assert [(one.key, one.note is None, one.used) for one in out] == [
        ("a-2", False, True),
        ("7", True, False),
        ("a-1", False, False),
    ]
    assert out[0].places[0].where is Where.SESSION
    assert len(out[1].places) == 1


def test_code_cites_nothing() -> None:
    code = Line("1", "early", 0, "[^a-1]", kind=LineKind.CODE)
    span = Line("2", "early", 1, "as `[^a-1]` says")
    assert [one.used for one in found(code, span, notes=("a-1",))] == [False]


def test_a_gist_and_an_answer_cite_too() -> None:
    line = Line("1", "early", 0, "x", gist="so[^a-1]", answer="yes[^a-2]")
    out = found(line, notes=("a-1", "a-2"))
    assert [one.places[0].words for one in out] == ["so[^a-1]", "yes[^a-2]"]
