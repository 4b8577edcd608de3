"""Lines that change session: identity stays, none is lost, none stands twice."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from confnotes.domain.attachments import AttachmentUse
from confnotes.domain.changes import ChangeSet, Kind
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.footnotes import Footnote
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line, LineKind
from confnotes.services.bundle import Services
from confnotes.services.moving import Moved
from helpers.notebooks import services

NOW = datetime(2026, 5, 5, 9, 3, tzinfo=UTC)


@pytest.fixture
def other_id(opened: Services, conference_id: str) -> str:
    """Return a second session of the same conference."""
    return opened.programme.add_session(conference_id, "Harbours")[0]


def _lines(session_id: str, *rows: str) -> list[Line]:
    """Return lines; two blanks before the words are one level."""
    return [
        Line(
            new_id(),
            session_id,
            at,
            row.strip(),
            (len(row) - len(row.lstrip())) // 2,
            written_at=NOW,
        )
        for at, row in enumerate(rows)
    ]


def _picture(opened: Services, session_id: str) -> list[str]:
    return [f"{'  ' * line.depth}{line.text}" for line in opened.notes.view(session_id).lines]


def test_lines_go_to_the_end_of_the_other_session_with_all_that_names_them(
    opened: Services, conference_id: str, session_id: str, other_id: str, told: list[ChangeSet]
) -> None:
    lines = _lines(session_id, "a", "b[^n]", "  c", "d")
    lines[1] = replace(lines[1], kind=LineKind.KEY, nudge=3, tags=("t",))
    opened.notes.save(session_id, lines, [Footnote(new_id(), conference_id, "n", "note")])
    opened.notes.save(other_id, _lines(other_id, "x", "  y"))
    attachment, _ = opened.notes.add_attachment(conference_id, b"GIF89a", "image/gif", "p.gif")
    use = AttachmentUse(new_id(), attachment.id, line_id=lines[2].id)
    opened.notes.put_use(use)
    moved, changes = opened.moving.move_lines(session_id, [lines[2].id, lines[1].id], other_id)
    assert changes.changed == {(Kind.LINES, session_id), (Kind.LINES, other_id)}
    assert told[-1] == changes
    assert _picture(opened, session_id) == ["a", "d"]
    assert _picture(opened, other_id) == ["x", "  y", "b[^n]", "  c"]
    view = opened.notes.view(other_id)
    assert view.lines[2] == replace(lines[1], session_id=other_id, position=2)
    assert (view.uses, view.attachments) == ((use,), (attachment,))
    assert opened.notes.view(session_id).cited_elsewhere == {"n"}
    opened.moving.take_back(moved)
    assert opened.notes.view(session_id).lines == tuple(lines)
    assert _picture(opened, other_id) == ["x", "  y"]


def test_what_hung_below_others_stands_alone_and_hangs_again_when_taken_back(
    opened: Services, session_id: str, other_id: str
) -> None:
    lines = _lines(session_id, "a", "  b", "    c", "    d", "e")
    opened.notes.save(session_id, lines)
    moved, _ = opened.moving.move_lines(session_id, [line.id for line in lines[2:4]], other_id)
    assert _picture(opened, other_id) == ["c", "d"]
    opened.moving.take_back(moved)
    assert _picture(opened, session_id) == ["a", "  b", "    c", "    d", "e"]


def test_what_was_written_since_stays_where_it_is_when_a_move_is_taken_back(
    opened: Services, session_id: str, other_id: str
) -> None:
    first, second, third = lines = _lines(session_id, "a", "b", "c")
    opened.notes.save(session_id, lines)
    moved, _ = opened.moving.move_lines(session_id, [second.id], other_id)
    new, mended = _lines(session_id, "new", "b, mended")
    opened.notes.save(session_id, [first, new, third])
    there = _lines(other_id, "there")
    opened.notes.save(other_id, [replace(mended, id=second.id), *there])
    opened.moving.take_back(moved)
    assert _picture(opened, session_id) == ["a", "b, mended", "new", "c"]
    assert _picture(opened, other_id) == ["there"]


def test_two_sessions_exchange_their_notes_and_have_them_back(
    opened: Services, session_id: str, other_id: str
) -> None:
    here, there = _lines(session_id, "a", "  b"), _lines(other_id, "x")
    opened.notes.save(session_id, here)
    opened.notes.save(other_id, there)
    moved, _ = opened.moving.swap(session_id, other_id)
    assert _picture(opened, session_id) == ["x"]
    assert _picture(opened, other_id) == ["a", "  b"]
    opened.moving.take_back(moved)
    assert opened.notes.view(session_id).lines == tuple(here)
    assert opened.notes.view(other_id).lines == tuple(there)


def test_a_line_that_its_session_keeps_under_another_id_moves_too(
    opened: Services, session_id: str, other_id: str
) -> None:
    (line,) = _lines(session_id, "cut there, pasted here, and the cut undone")
    opened.notes.save(other_id, [line])
    opened.notes.save(session_id, [line])
    opened.moving.move_lines(session_id, [line.id], other_id)
    assert _picture(opened, session_id) == []
    assert _picture(opened, other_id) == [line.text, line.text]


def test_nothing_goes_to_another_conference(opened: Services, session_id: str) -> None:
    conference, _ = opened.programme.create_conference("Elsewhere", "UTC")
    far, _ = opened.programme.add_session(conference, "Far")
    lines = _lines(session_id, "a")
    opened.notes.save(session_id, lines)
    with pytest.raises(ConfnotesError) as caught:
        opened.moving.move_lines(session_id, [lines[0].id], far)
    assert caught.value.code == "session.other_conference"
    assert _picture(opened, session_id) == ["a"]


_STEPS = st.lists(
    st.one_of(
        st.tuples(
            st.just("move"), st.integers(0, 2), st.sets(st.integers(0, 6)), st.integers(0, 2)
        ),
        st.tuples(st.just("swap"), st.integers(0, 2), st.just(set()), st.integers(0, 2)),
        st.tuples(st.just("back"), st.just(0), st.just(set()), st.just(0)),
        st.tuples(st.just("drop"), st.integers(0, 2), st.sets(st.integers(0, 6)), st.just(0)),
        st.tuples(st.just("write"), st.integers(0, 2), st.just(set()), st.just(0)),
    ),
    max_size=12,
)


@settings(max_examples=12)
@given(_STEPS)
def test_whatever_is_moved_each_line_stands_in_just_one_session(
    steps: Sequence[tuple[str, int, set[int], int]],
) -> None:
    with TemporaryDirectory() as folder:
        opened = services(Path(folder) / "n.confnotes")
        conference, _ = opened.programme.create_conference("C", "UTC")
        ids = [opened.programme.add_session(conference, f"S{n}")[0] for n in range(3)]
        for at, session in enumerate(ids):
            opened.notes.save(session, _lines(session, *(f"{at}{n}" for n in range(3))))
        model = {line.text: s for s in ids for line in opened.notes.view(s).lines}
        last: Moved | None = None
        written = 0
        for what, one, which, two in steps:
            here, there = ids[one], ids[two]
            lines = opened.notes.view(here).lines
            picked = [line for line in lines if line.position in which]
            if what == "move" and here != there:
                last, _ = opened.moving.move_lines(here, [line.id for line in picked], there)
                model |= {line.text: there for line in picked}
            elif what == "swap" and here != there:
                last, _ = opened.moving.swap(here, there)
                exchanged = {here: there, there: here}
                model = {text: exchanged.get(at, at) for text, at in model.items()}
            elif what == "back" and last is not None:
                now = {line.id: line.text for line in opened.notes.view(last.target_id).lines}
                opened.moving.take_back(last)
                if last.swapped:
                    turned = {last.source_id: last.target_id, last.target_id: last.source_id}
                    model = {text: turned.get(at, at) for text, at in model.items()}
                else:
                    model |= {now[i]: last.source_id for i in last.line_ids if i in now}
            elif what == "drop":
                opened.notes.save(here, [line for line in lines if line not in picked])
                model = {t: at for t, at in model.items() if t not in {p.text for p in picked}}
            elif what == "write":
                written += 1
                opened.notes.save(here, [*_lines(here, f"new {written}"), *lines])
                model[f"new {written}"] = here
            found = [(line.text, s) for s in ids for line in opened.notes.view(s).lines]
            assert sorted(found) == sorted(model.items())
            for session in ids:
                places = [line.position for line in opened.notes.view(session).lines]
                assert places == list(range(len(places)))
        opened.close()
