"""History: whatever was saved, every state that is offered is what was there, and comes back."""

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from confnotes.domain.audience import Audience
from confnotes.domain.changes import Kind
from confnotes.domain.comparing import Difference
from confnotes.domain.conference import Speaker
from confnotes.domain.errors import ConfnotesError, DumpError
from confnotes.domain.footnotes import Footnote
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line, LineKind
from confnotes.services.bundle import Services
from confnotes.services.notebook import Mode
from confnotes.storage import engine
from confnotes.storage.schema import history as history_table
from helpers.notebooks import services

NOW = datetime(2026, 5, 5, 9, 3, tzinfo=UTC)


@dataclass
class Clock:
    """A clock that stands until it is set on."""

    now: datetime = field(default=NOW)

    def __call__(self) -> datetime:
        return self.now

    def on(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def opened(tmp_path: Path, clock: Clock) -> Iterator[Services]:
    found = services(tmp_path / "trip.confnotes", clock=clock)
    yield found
    found.close()


def _line(session_id: str, text: str, **more: Any) -> Line:
    return replace(Line(new_id(), session_id, 0, text, written_at=NOW), **more)


def _texts(opened: Services, session_id: str) -> list[str]:
    return [line.text for line in opened.notes.view(session_id).lines]


def _state_texts(opened: Services, session_id: str) -> list[list[str]]:
    return [
        [line.text for line in opened.history.state(session_id, one.number).lines]
        for one in opened.history.states(session_id)
    ]


def test_each_state_can_be_looked_at(opened: Services, clock: Clock, session_id: str) -> None:
    lines = [_line(session_id, text) for text in ("one", "二", "three")]
    opened.notes.save(session_id, lines)
    clock.on(minutes=5)
    lines[1] = replace(lines[1], text="二つ", kind=LineKind.KEY)
    opened.notes.save(session_id, lines)
    clock.on(minutes=5)
    opened.notes.save(session_id, [_line(session_id, "new"), lines[2], lines[1]])
    states = opened.history.states(session_id)
    assert [(one.at, one.added, one.changed, one.removed, one.words) for one in states] == [
        (NOW + timedelta(minutes=5), 1, 0, 1, "one"),
        (NOW, 0, 1, 0, "二"),
    ]
    assert all(one.exact for one in states)
    assert _state_texts(opened, session_id) == [["one", "二つ", "three"], ["one", "二", "three"]]
    view = opened.history.state(session_id, states[1].number)
    assert [(row.line.text, row.difference) for row in view.rows] == [
        ("new", Difference.SINCE),
        ("one", Difference.MISSING),
        ("二", Difference.CHANGED),
        ("three", Difference.SAME),
    ] or view.count(Difference.MOVED) == 1


def test_saves_that_follow_closely_are_one_step(
    opened: Services, clock: Clock, session_id: str
) -> None:
    line = _line(session_id, "")
    for n in range(61):  # one a second
        opened.notes.save(session_id, [replace(line, text=f"typed {n}")])
        clock.on(seconds=1)
    assert opened.history.states(session_id) == ()  # all of it since there was nothing
    opened.notes.save(session_id, [replace(line, text="over a minute")])
    assert _state_texts(opened, session_id) == [["typed 60"]]
    clock.on(seconds=11)
    opened.notes.save(session_id, [replace(line, text="after a pause")])
    assert _state_texts(opened, session_id) == [["over a minute"], ["typed 60"]]


def test_what_was_undone_at_once_leaves_no_step(
    opened: Services, clock: Clock, session_id: str
) -> None:
    lines = [_line(session_id, text) for text in ("one", "two")]
    opened.notes.save(session_id, lines)
    clock.on(minutes=2)
    before = _steps(opened)
    for changed in ([lines[0]], lines, lines[::-1], lines, [*lines, _line(session_id, "x")], lines):
        opened.notes.save(session_id, changed)
        clock.on(seconds=1)
    assert _steps(opened) == before


def _steps(opened: Services) -> int:
    readers = engine.readers(opened.notebook.path, engine.Access.READ)
    with closing(readers.connect()) as connection:
        found = connection.scalar(select(func.count()).select_from(history_table))
    readers.dispose()
    return int(found or 0)


@pytest.mark.parametrize(
    ("texts", "left"),
    [
        (["a" * 300, "b"], 1),  # many letters
        (["a", "b", "c", "d"], 1),  # many lines
        (["only this line", ""], 0),  # all that there was
    ],
)
def test_a_large_deletion_is_a_step_of_its_own_for_ever(
    opened: Services, clock: Clock, session_id: str, texts: list[str], left: int
) -> None:
    lines = [_line(session_id, text) for text in texts]
    opened.notes.save(session_id, lines)
    clock.on(seconds=1)
    kept = [_line(session_id, "x")] if left else []
    opened.notes.save(session_id, kept)
    assert _state_texts(opened, session_id) == [texts]
    clock.on(days=30)
    for n in range(3):
        opened.notes.save(session_id, [*kept, _line(session_id, str(n))])
        clock.on(days=30)
    assert texts in _state_texts(opened, session_id)


def test_old_states_are_one_an_hour(opened: Services, clock: Clock, session_id: str) -> None:
    lines: list[Line] = []
    for n in range(90):  # an hour and a half
        lines.append(_line(session_id, f"line {n}"))
        opened.notes.save(session_id, lines)
        clock.on(minutes=1)
    assert len(opened.history.states(session_id)) == 89
    clock.on(days=1)
    opened.notes.save(session_id, [*lines, _line(session_id, "next day")])
    assert len(opened.history.states(session_id)) == 90
    clock.on(days=4)
    opened.notes.save(session_id, lines)
    states = opened.history.states(session_id)
    assert len(states) == 3
    counts = [len(opened.history.state(session_id, one.number).lines) for one in states]
    assert counts == [91, 90, 57]


def test_a_state_comes_back_whole_and_can_be_taken_back(
    opened: Services, clock: Clock, session_id: str
) -> None:
    lines = [_line(session_id, text) for text in ("one", "two", "three")]
    opened.notes.save(session_id, lines)
    clock.on(minutes=1)
    later = [replace(lines[2], text="3"), _line(session_id, "new")]
    opened.notes.save(session_id, later)
    was = opened.history.states(session_id)[0]
    before = opened.notes.view(session_id).lines
    changes = opened.history.bring_back(session_id, was.number)
    assert changes.changed == {(Kind.LINES, session_id)}
    now = opened.notes.view(session_id).lines
    assert [(line.id, line.text, line.written_at) for line in now] == [
        (line.id, line.text, NOW) for line in lines
    ]
    newest = opened.history.states(session_id)[0]
    assert opened.history.state(session_id, newest.number).lines == before
    opened.history.bring_back(session_id, newest.number)
    assert opened.notes.view(session_id).lines == before


def test_single_lines_come_back_among_those_of_now(
    opened: Services, clock: Clock, session_id: str
) -> None:
    lines = [_line(session_id, text) for text in "abcdef"]
    opened.notes.save(session_id, lines)
    clock.on(minutes=1)
    new = _line(session_id, "new")
    opened.notes.save(session_id, [lines[0], new, replace(lines[3], text="D"), lines[5]])
    was = opened.history.states(session_id)[0]
    wanted = {lines[1].id, lines[3].id, lines[4].id}
    opened.history.bring_back(session_id, was.number, wanted)
    assert _texts(opened, session_id) == ["a", "b", "new", "d", "e", "f"]
    assert opened.notes.view(session_id).lines[1].id == lines[1].id


def test_a_line_that_hung_below_a_private_one_stays_private(
    opened: Services, clock: Clock, session_id: str
) -> None:
    parent = _line(session_id, "not for others", audience=Audience.PRIVATE)
    child = _line(session_id, "neither is this", depth=1)
    opened.notes.save(session_id, [parent, child])
    clock.on(minutes=1)
    opened.notes.save(session_id, [])
    was = opened.history.states(session_id)[0]
    opened.history.bring_back(session_id, was.number, {child.id})
    found = opened.notes.view(session_id).lines[0]
    assert (found.id, found.audience) == (child.id, Audience.PRIVATE)


def test_footnotes_come_back_with_the_state_that_cites_them(
    opened: Services, clock: Clock, conference_id: str, session_id: str
) -> None:
    one = Footnote(new_id(), conference_id, "s-1", "as it was")
    two = Footnote(new_id(), conference_id, "s-2", "of another line")
    lines = [_line(session_id, "said[^s-1]"), _line(session_id, "and[^s-2]")]
    opened.notes.save(session_id, lines, [one, two])
    clock.on(minutes=1)
    opened.notes.save(session_id, lines, [replace(one, text="later")])
    clock.on(minutes=1)
    opened.notes.save(session_id, lines[:1])
    clock.on(minutes=1)
    opened.notes.delete_footnote(two.id)
    states = opened.history.states(session_id)
    assert [state.footnotes for state in states] == [1, 0, 1]
    views = [opened.history.state(session_id, state.number) for state in states]
    assert [[note.text for note in view.footnotes] for view in views] == [
        ["later"],
        ["later", "of another line"],
        ["as it was", "of another line"],
    ]
    assert views[2].changed_footnotes == (one, two)
    opened.history.bring_back(session_id, states[2].number, {lines[1].id})
    texts = {note.key: note.text for note in opened.notes.footnotes(conference_id)}
    assert texts == {"s-1": "later", "s-2": "of another line"}
    opened.history.bring_back(session_id, states[2].number)
    assert opened.notes.footnotes(conference_id) == (one, two)
    clock.on(minutes=1)
    opened.notes.put_footnote(replace(one, text="by the list of footnotes"))
    newest = opened.history.states(session_id)[0]
    assert opened.history.state(session_id, newest.number).footnotes == (one, two)


def test_what_other_screens_change_is_in_the_history(
    opened: Services, clock: Clock, session_id: str
) -> None:
    line = _line(session_id, "inaudible", kind=LineKind.UNCLEAR)
    opened.notes.save(session_id, [line])
    clock.on(minutes=1)
    opened.queue.set_answer(line.id, "It is in the car.", resolved=True)
    was = opened.history.states(session_id)[0]
    assert was.changed == 1
    opened.history.bring_back(session_id, was.number)
    found = opened.notes.view(session_id).lines[0]
    assert (found.answer, found.resolved) == ("", False)


def test_a_speaker_who_is_gone_is_no_longer_named(
    opened: Services, clock: Clock, conference_id: str, session_id: str
) -> None:
    speaker = Speaker(new_id(), conference_id, "Mara Quill")
    line = _line(session_id, "quoted", speaker_id=speaker.id)
    with opened.notebook.writing() as unit:
        unit.put(speaker)
    opened.notes.save(session_id, [line])
    clock.on(minutes=1)
    opened.notes.save(session_id, [])
    with opened.notebook.writing() as unit:
        unit.delete(Speaker, speaker.id)
    was = opened.history.states(session_id)[0]
    opened.history.bring_back(session_id, was.number)
    assert opened.notes.view(session_id).lines == (replace(line, position=0, speaker_id=None),)


def test_another_run_has_the_history_and_so_has_a_dump(
    opened: Services, clock: Clock, conference_id: str, session_id: str, tmp_path: Path
) -> None:
    opened.notes.save(session_id, [_line(session_id, "first[^s-1]")], [])
    clock.on(minutes=1)
    opened.notes.put_footnote(Footnote(new_id(), conference_id, "s-1", "note"))
    clock.on(minutes=1)
    opened.notes.save(session_id, [_line(session_id, "second")])
    expected = _state_texts(opened, session_id)
    assert len(expected) == 2
    dumped, _ = opened.exchange.dump(conference_id, tmp_path / "trip.json")
    with closing(services(opened.notebook.path, Mode.READ)) as again:
        assert _state_texts(again, session_id) == expected
    with closing(services(tmp_path / "other.confnotes")) as other:
        other.exchange.load(dumped)
        assert _state_texts(other, session_id) == expected
        newest = other.history.states(session_id)[0]
        other.history.bring_back(session_id, newest.number)
        assert _texts(other, session_id) == ["first[^s-1]"]


def test_a_dump_with_a_history_that_says_nothing_real_is_refused(
    opened: Services, clock: Clock, conference_id: str, session_id: str, tmp_path: Path
) -> None:
    opened.notes.save(session_id, [_line(session_id, "first")])
    clock.on(minutes=1)
    opened.notes.save(session_id, [])
    dumped, _ = opened.exchange.dump(conference_id, tmp_path / "trip.json")
    tree = json.loads(dumped.read_text(encoding="utf-8"))
    back = tree["conference"]["sessions"][0]["history"][1]["back"]
    next(iter(back["removed"].values()))["written_at"] = "2026-13-41T00:00:00Z"
    dumped.write_text(json.dumps(tree), encoding="utf-8")
    with (
        closing(services(tmp_path / "other.confnotes")) as other,
        pytest.raises(DumpError) as caught,
    ):
        other.exchange.load(dumped)
    assert caught.value.code == "dump.bad_value"


def test_what_is_not_there_is_said(opened: Services, session_id: str) -> None:
    for call, code in (
        (lambda: opened.history.states("gone"), "session.gone"),
        (lambda: opened.history.state("gone", 1), "session.gone"),
        (lambda: opened.history.state(session_id, 7), "history.gone"),
        (lambda: opened.history.bring_back(session_id, 7), "history.gone"),
    ):
        with pytest.raises(ConfnotesError) as caught:
            call()
        assert caught.value.code == code


@dataclass(frozen=True)
class Save:
    """One save of a document: the lines of `session` (0 or 1) as (line, text), after a pause."""

    session: int
    lines: tuple[tuple[int, str], ...]
    pause: float


@st.composite
def saves(draw: st.DrawFn) -> list[Save]:
    """Draw saves of two sessions over one pool of lines: they come, go, return, move and change,
    within a session and between the two."""
    out = []
    texts = st.sampled_from(["", "same", "同じ", "other", "x" * 120])
    pauses = st.sampled_from([1.0, 1.0, 2.0, 8.0, 30.0, 4000.0, 90_000.0, 400_000.0])
    for _ in range(draw(st.integers(2, 9))):
        lines = draw(st.lists(st.integers(0, 5), unique=True, max_size=6))
        out.append(
            Save(
                draw(st.integers(0, 1)),
                tuple((line, draw(texts)) for line in lines),
                draw(pauses),
            )
        )
    return out


@settings(max_examples=30)
@given(plan=saves(), data=st.data())
def test_every_state_offered_was_there_and_comes_back(
    opened: Services, clock: Clock, conference_id: str, plan: list[Save], data: st.DataObject
) -> None:
    sessions = [opened.programme.add_session(conference_id, "Talk")[0] for _ in range(2)]
    ids = [new_id() for _ in range(6)]
    seen: list[list[tuple[Line, ...]]] = [[()], [()]]  # all states of each, the plain way
    for save in plan:
        here = sessions[save.session]
        lines = [Line(ids[n], here, 0, text, written_at=NOW) for n, text in save.lines]
        opened.notes.save(here, lines)
        seen[save.session].append(opened.notes.view(here).lines)
        clock.on(seconds=save.pause)
    for session_id, known in zip(sessions, seen, strict=True):
        offered = opened.history.states(session_id)
        at = len(known) - 1
        for state in offered:
            lines_then = opened.history.state(session_id, state.number).lines
            at = _last(known, lines_then, at)
        whole = [lines for lines in known if lines]
        if offered and whole:
            state = data.draw(st.sampled_from(offered))
            view = opened.history.state(session_id, state.number)
            now = opened.notes.view(session_id).lines
            opened.history.bring_back(session_id, state.number)
            assert _bare(opened.notes.view(session_id).lines) == _bare(view.lines)
            other = opened.notes.view(sessions[session_id == sessions[0]]).lines
            found = {line.id for line in opened.notes.view(session_id).lines}
            assert found & {line.id for line in view.lines} >= {
                line.id for line in view.lines if line.id not in {one.id for one in other}
            }
            if any(line.text for line in now) and view.differs:
                newest = opened.history.states(session_id)[0]
                assert opened.history.state(session_id, newest.number).lines == now
        clock.on(days=1)


def _last(known: list[tuple[Line, ...]], wanted: tuple[Line, ...], until: int) -> int:
    """Return where a state was last seen, at `until` or before; it must have been there."""
    places = [n for n in range(until + 1) if known[n] == wanted]
    assert places, wanted
    return places[-1]


def _bare(lines: tuple[Line, ...]) -> list[Line]:
    """Return the lines without their ids: one that lives elsewhere by now comes under another."""
    return [replace(line, id="") for line in lines]
