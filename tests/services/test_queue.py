"""What is open in a conference, and what one finds out about it."""

from dataclasses import replace

import pytest

from confnotes.domain.changes import Kind
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line, LineKind
from confnotes.services.bundle import Services
from confnotes.services.views import Asks


def write(opened: Services, session_id: str, *said: tuple[LineKind, str]) -> list[Line]:
    lines = [Line(new_id(), session_id, n, text, kind=kind) for n, (kind, text) in enumerate(said)]
    opened.notes.save(session_id, lines)
    return lines


@pytest.fixture
def lines(opened: Services, session_id: str) -> list[Line]:
    """Return notes with one of each that asks something."""
    made = write(
        opened,
        session_id,
        (LineKind.POINT, "one"),
        (LineKind.POINT, "two"),
        (LineKind.POINT, "three"),
        (LineKind.UNCLEAR, "something about lamps"),
        (LineKind.QUOTE, "Light is slow"),
        (LineKind.TODO, "read the paper"),
    )
    opened.notes.save(session_id, [replace(x, unsure=x.kind is LineKind.QUOTE) for x in made])
    return made


def test_open_lines_stand_between_their_neighbours(
    opened: Services, conference_id: str, session_id: str, lines: list[Line]
) -> None:
    found = opened.queue.open_lines(conference_id)
    assert [item.asks for item in found] == [Asks.UNCLEAR, Asks.UNSURE, Asks.TODO]
    assert [x.text for x in found[0].before] == ["three"]
    assert [x.text for x in found[0].after] == ["Light is slow"]
    assert found[2].after == ()
    assert {item.session.session.id for item in found} == {session_id}


def test_sessions_come_in_their_order(
    opened: Services, conference_id: str, session_id: str, lines: list[Line]
) -> None:
    early, _ = opened.programme.add_session(conference_id, "Early", start="2026-05-04T09:00:00")
    write(opened, early, (LineKind.UNCLEAR, ""))
    found = opened.queue.open_lines(conference_id)
    assert [item.session.session.title for item in found] == ["Early"] + ["Lighthouses"] * 3
    assert len(lines) == 6


def test_an_answer_settles_a_line_and_the_guess_stays(
    opened: Services, conference_id: str, session_id: str, lines: list[Line]
) -> None:
    line = lines[3]
    opened.queue.set_answer(line.id, "lamps turn", resolved=False)
    assert opened.queue.open_lines(conference_id)[0].line.answer == "lamps turn"
    changes = opened.queue.set_answer(line.id, "lamps turn\nonce a minute", resolved=True)
    assert changes.changed == {(Kind.LINES, session_id)}
    kept = next(x for x in opened.notes.view(session_id).lines if x.id == line.id)
    assert (kept.text, kept.answer) == ("something about lamps", "lamps turn\nonce a minute")
    assert Asks.UNCLEAR not in {item.asks for item in opened.queue.open_lines(conference_id)}
    opened.queue.set_answer(line.id, kept.answer, resolved=False)
    assert opened.queue.open_lines(conference_id)[0].asks is Asks.UNCLEAR


def test_a_quote_is_heard_again_and_a_todo_is_done(
    opened: Services, conference_id: str, session_id: str, lines: list[Line]
) -> None:
    opened.queue.set_quote(lines[4].id, " Light is not\nslow ", sure=True)
    opened.queue.set_done(lines[5].id, True)
    kept = {x.id: x for x in opened.notes.view(session_id).lines}
    assert (kept[lines[4].id].text, kept[lines[4].id].unsure) == ("Light is not slow", False)
    assert [item.asks for item in opened.queue.open_lines(conference_id)] == [Asks.UNCLEAR]
    with pytest.raises(ConfnotesError) as caught:
        opened.queue.set_quote(lines[4].id, "  ", sure=True)
    assert caught.value.code == "line.empty"


def test_a_video_begins_somewhere(opened: Services, session_id: str) -> None:
    opened.queue.set_video_offset(session_id, 95.0)
    assert opened.programme.session(session_id).session.video_offset == 95.0
    opened.queue.set_video_offset(session_id, None)
    assert opened.programme.session(session_id).session.video_offset is None


def test_what_is_gone_is_said_so(opened: Services, session_id: str, lines: list[Line]) -> None:
    opened.notes.save(session_id, [])
    with pytest.raises(ConfnotesError) as caught:
        opened.queue.set_done(lines[5].id, True)
    assert caught.value.code == "line.gone"
