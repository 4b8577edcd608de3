"""Notes: what is saved is what is there, whatever was typed, removed and brought back."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from confnotes.domain.attachments import Attachment, AttachmentUse
from confnotes.domain.changes import ChangeSet, Kind
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.footnotes import Footnote
from confnotes.domain.identity import new_id
from confnotes.domain.notes import MAX_DEPTH, Line
from confnotes.domain.picture_sizes import pixels
from confnotes.domain.report import Report, Section, SectionKind, SectionText
from confnotes.domain.text import Language
from confnotes.services.bundle import Services
from helpers.values import values

NOW = datetime(2026, 5, 5, 9, 3, tzinfo=UTC)


def _line(session_id: str, text: str, **more: object) -> Line:
    return replace(Line(new_id(), session_id, 0, text, written_at=NOW), **more)  # type: ignore[arg-type]  # fields of Line


def _texts(opened: Services, session_id: str) -> list[str]:
    return [line.text for line in opened.notes.view(session_id).lines]


def test_lines_are_saved_in_the_order_given(
    opened: Services, told: list[ChangeSet], session_id: str
) -> None:
    lines = [_line(session_id, text) for text in ("one", "二", "three")]
    saved, changes = opened.notes.save(session_id, lines)
    assert (saved.session_id, len(saved.lines), saved.changed) == (session_id, 3, 3)
    assert changes.changed == {(Kind.LINES, session_id)}
    assert told[-1] == changes
    assert _texts(opened, session_id) == ["one", "二", "three"]
    saved, _ = opened.notes.save(session_id, [lines[2], lines[0]])
    assert (len(saved.lines), saved.changed) == (2, 3)  # one gone, two moved
    assert _texts(opened, session_id) == ["three", "one"]


def test_only_what_changed_is_written(opened: Services, session_id: str) -> None:
    lines = [_line(session_id, f"line {n}") for n in range(5)]
    opened.notes.save(session_id, lines)
    saved, changes = opened.notes.save(session_id, lines)
    assert saved.changed == 0
    assert not changes
    lines[3] = replace(lines[3], text="other")
    saved, _ = opened.notes.save(session_id, lines)
    assert saved.changed == 1


def test_a_line_keeps_its_first_moment_also_when_it_comes_back(
    opened: Services, session_id: str
) -> None:
    line = _line(session_id, "one")
    opened.notes.save(session_id, [line])
    later = replace(line, text="two", written_at=NOW + timedelta(minutes=5))
    opened.notes.save(session_id, [later])
    assert opened.notes.view(session_id).lines[0].written_at == NOW
    opened.notes.save(session_id, [])
    opened.notes.save(session_id, [later])
    assert opened.notes.view(session_id).lines == (replace(later, written_at=NOW),)


def test_text_is_stored_as_one_composed_line(opened: Services, session_id: str) -> None:
    odd = _line(session_id, "か\u3099\tb\nc\x07\ud83d", depth=99, tags=("e\u0301",))
    opened.notes.save(session_id, [odd])
    found = opened.notes.view(session_id).lines[0]
    assert (found.text, found.depth, found.tags) == ("が b c", MAX_DEPTH, ("é",))


def test_a_line_moves_between_sessions_with_its_identity(
    opened: Services, conference_id: str, session_id: str
) -> None:
    other, _ = opened.programme.add_session(conference_id, "Other")
    line = _line(session_id, "wrong room")
    opened.notes.save(session_id, [line])
    opened.notes.save(session_id, [])
    _, changes = opened.notes.save(other, [line])
    assert opened.notes.view(other).lines == (replace(line, session_id=other),)
    assert changes.touches(Kind.LINES, other)
    assert _texts(opened, session_id) == []


def test_footnotes_go_down_with_their_lines(
    opened: Services, told: list[ChangeSet], conference_id: str, session_id: str
) -> None:
    note = Footnote(new_id(), conference_id, "s1-1", "In their own voice.")
    line = _line(session_id, "said[^s1-1]")
    _, changes = opened.notes.save(session_id, [line], [note])
    assert changes.changed == {(Kind.LINES, session_id), (Kind.FOOTNOTE, note.id)}
    assert opened.notes.footnotes(conference_id) == (note,)
    assert opened.notes.view(session_id).footnotes == (note,)
    clash = replace(note, id=new_id())
    told.clear()
    with pytest.raises(ConfnotesError) as caught:
        opened.notes.save(session_id, [], [clash])
    assert caught.value.code == "footnote.key_taken"
    assert told == []
    assert _texts(opened, session_id) == ["said[^s1-1]"]  # all of a save, or nothing


def test_footnotes_are_edited_and_deleted(opened: Services, conference_id: str) -> None:
    note = Footnote(new_id(), conference_id, "s1-1", "one")
    opened.notes.put_footnote(note)
    changes = opened.notes.put_footnote(replace(note, text="two"))
    assert changes.changed == {(Kind.FOOTNOTE, note.id)}
    assert [one.text for one in opened.notes.footnotes(conference_id)] == ["two"]
    for key in ("", "a b", "日本", "-a"):
        with pytest.raises(ConfnotesError) as caught:
            opened.notes.put_footnote(replace(note, key=key))
        assert caught.value.code == "footnote.bad_key"
    opened.notes.delete_footnote(note.id)
    assert opened.notes.footnotes(conference_id) == ()


def test_the_zero_can_be_set_and_taken_back(opened: Services, session_id: str) -> None:
    opened.notes.start_now(session_id, NOW)
    assert opened.programme.session(session_id).session.zero == NOW
    opened.notes.start_now(session_id, None)
    planned = datetime(2026, 5, 5, 9, tzinfo=UTC)
    assert opened.programme.session(session_id).session.zero == planned


PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x05\x00\x00\x00\x03" + b"\x00" * 9


def test_a_picture_is_kept_once_by_its_hash(
    opened: Services, conference_id: str, session_id: str
) -> None:
    line = _line(session_id, "look")
    opened.notes.save(session_id, [line])
    one, changes = opened.notes.add_attachment(
        conference_id, PNG, "image/png", "../../etc/passwd.png"
    )
    two, same = opened.notes.add_attachment(conference_id, PNG, "image/png", "again.png")
    assert one == two
    assert (one.width, one.height, one.size) == (5, 3, len(PNG))
    assert changes.changed == {(Kind.ATTACHMENT, one.id)}
    assert not same
    path = opened.notes.attachment_path(one)
    assert path == opened.notebook.attachments / f"{hashlib.sha256(PNG).hexdigest()}.png"
    assert path.read_bytes() == PNG
    assert [file.name for file in opened.notebook.attachments.iterdir()] == [path.name]
    use = AttachmentUse(new_id(), one.id, line_id=line.id, caption="絵")
    changes = opened.notes.put_use(use)
    assert changes.touches(Kind.LINES, session_id)
    view = opened.notes.view(session_id)
    assert (view.attachments, view.uses) == ((one,), (use,))
    assert view.session.pictures == 1


def test_what_is_no_picture_any_more_is_refused(opened: Services, conference_id: str) -> None:
    for call, code in (
        (lambda: opened.notes.add_attachment(conference_id, b"", "image/png"), "attachment.empty"),
        (lambda: opened.notes.add_attachment("gone", b"x", "image/png"), "conference.gone"),
        (lambda: opened.notes.put_use(AttachmentUse("u", "gone", "l")), "attachment.gone"),
        (lambda: opened.notes.save("gone", []), "session.gone"),
        (lambda: opened.notes.view("gone"), "session.gone"),
    ):
        with pytest.raises(ConfnotesError) as caught:
            call()
        assert caught.value.code == code
    assert not opened.notebook.attachments.exists()


def test_a_type_nobody_shows_is_kept_as_bytes(opened: Services) -> None:
    attachment = Attachment("a", "c", "0" * 64, "../x/evil", 1)
    assert opened.notes.attachment_path(attachment).name == "0" * 64 + ".bin"


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (PNG, (5, 3)),
        (b"GIF89a\x05\x00\x03\x00", (5, 3)),
        (b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x0b\x08\x00\x03\x00\x05\x01", (5, 3)),
        (b"\xff\xd8\xff\xe0", (None, None)),
        (b"\xff\xd8" + b"\xff\xe0\x00\x00" * 5, (None, None)),
        (b"<svg/>", (None, None)),
        (b"", (None, None)),
    ],
)
def test_sizes_are_read_from_the_header(data: bytes, size: tuple[int | None, int | None]) -> None:
    assert pixels(data) == size


@st.composite
def typing(draw: st.DrawFn) -> list[list[Line]]:
    """Draw states of a document: lines come, go, return, move and change; texts may be alike."""
    pool = draw(
        st.lists(
            values(
                Line,
                session_id=st.just("s"),
                speaker_id=st.none(),
                text=st.sampled_from(["", "same", "同じ", "other"]),
            ),
            min_size=1,
            max_size=6,
            unique_by=lambda line: line.id,
        )
    )
    states = []
    for _ in range(draw(st.integers(1, 6))):
        chosen = draw(st.lists(st.sampled_from(pool), unique_by=lambda line: line.id))
        texts = st.sampled_from(["", "same", "同じ", "new"])
        states.append([replace(line, text=draw(texts)) for line in chosen])
    return states


@settings(max_examples=40)
@given(states=typing())
def test_after_each_save_the_file_is_the_model(
    opened: Services, conference_id: str, states: list[list[Line]]
) -> None:
    session_id, _ = opened.programme.add_session(conference_id, "Talk")
    names: dict[str, str] = {}
    first: dict[str, datetime | None] = {}
    for state in states:
        lines = [replace(one, id=names.setdefault(one.id, new_id())) for one in state]
        for line in lines:
            first[line.id] = first.get(line.id) or line.written_at
        saved, _ = opened.notes.save(session_id, lines)
        model = tuple(
            replace(line, session_id=session_id, position=position, written_at=first[line.id])
            for position, line in enumerate(lines)
        )
        assert tuple(map(_plain, opened.notes.view(session_id).lines)) == tuple(map(_plain, model))
        assert [(x.id, x.text) for x in saved.lines] == [(x.id, x.text) for x in model]


def _plain(line: Line) -> Line:
    """Return the line with the texts that a save may tidy made alike (line breaks, tabs)."""
    return replace(line, gist="", answer="", tags=())


def test_pictures_lie_beside_the_notebook(opened: Services, tmp_path: Path) -> None:
    assert opened.notebook.attachments == tmp_path / "trip.files"


def test_a_footnote_cited_elsewhere_is_in_use(
    opened: Services, conference_id: str, session_id: str
) -> None:
    other, _ = opened.programme.add_session(conference_id, "Another")
    notes = [Footnote(new_id(), conference_id, f"s-{n}", "x") for n in range(1, 6)]
    lines = [Line(new_id(), session_id, 0, "here[^s-1]")]
    opened.notes.save(session_id, lines, notes)
    opened.notes.save(other, [Line(new_id(), other, 0, "there[^s-2] `[^s-5]`")])
    opened.review.set_text(session_id, "summary", "in sum[^s-3]")
    report = Report(new_id(), conference_id)
    section = Section(new_id(), report.id, "conclusion", SectionKind.CONCLUSION)
    text = SectionText(new_id(), section.id, Language.EN, "the end[^s-4]")
    with opened.notebook.writing(None) as unit:
        unit.put(report, section, text)
    view = opened.notes.view(session_id)
    assert view.cited_elsewhere == {"s-2", "s-3", "s-4"}
    assert opened.notes.view(other).cited_elsewhere == {"s-1", "s-3", "s-4"}


def test_a_line_alive_elsewhere_is_not_taken_away_by_an_undone_cut(
    opened: Services, conference_id: str, session_id: str
) -> None:
    other, _ = opened.programme.add_session(conference_id, "Other")
    cut = _line(session_id, "moving words")
    opened.notes.save(session_id, [cut])
    opened.notes.save(session_id, [])
    opened.notes.save(other, [replace(cut, text="moving words plus new ones")])
    for _ in range(2):
        opened.notes.save(session_id, [cut])
        assert _texts(opened, other) == ["moving words plus new ones"]
        assert _texts(opened, session_id) == ["moving words"]
    first = opened.notes.view(session_id).lines[0]
    assert first.id != cut.id
    assert first.written_at == cut.written_at


def test_one_id_twice_is_two_lines(opened: Services, session_id: str) -> None:
    one = _line(session_id, "first")
    two = replace(one, text="second")
    for _ in range(2):
        opened.notes.save(session_id, [one, two])
        assert _texts(opened, session_id) == ["first", "second"]
    assert len({line.id for line in opened.notes.view(session_id).lines}) == 2


def test_what_others_wrote_since_one_looked_stays(opened: Services, session_id: str) -> None:
    lines = [_line(session_id, text) for text in ("one", "two", "three")]
    saved, _ = opened.notes.save(session_id, lines)
    theirs = [replace(saved.lines[0], text="theirs"), saved.lines[1], _line(session_id, "added")]
    opened.notes.save(session_id, theirs)  # "three" is gone
    mine = [lines[0], replace(lines[1], text="mine"), lines[2]]
    base = saved.lines
    for text in ("mine", "mine, and on"):  # still without a look at what the others wrote
        mine[1] = replace(mine[1], text=text)
        base = opened.notes.save(session_id, mine, base=base)[0].lines
        assert _texts(opened, session_id) == ["theirs", text, "added"]
        assert [line.position for line in opened.notes.view(session_id).lines] == [0, 1, 2]


def test_a_line_that_has_the_id_made_for_another_is_kept_beside_it(
    opened: Services, conference_id: str, session_id: str
) -> None:
    other, _ = opened.programme.add_session(conference_id, "Another")
    moved = _line(other, "moved there")
    opened.notes.save(other, [moved])
    opened.notes.save(session_id, [moved])  # its cut undone here
    (made,) = opened.notes.view(session_id).lines
    assert made.id != moved.id
    wanted = [replace(made, text="brought back"), moved]
    base = opened.notes.view(session_id).lines
    for _ in range(2):
        saved, _changes = opened.notes.save(session_id, wanted, base=base)
        base = saved.lines
        assert _texts(opened, session_id) == ["brought back", "moved there"]
    assert len({line.id for line in opened.notes.view(session_id).lines}) == 2
    assert _texts(opened, other) == ["moved there"]
