"""Photos on their way into the notes: found, read, matched, attached as approved, taken back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from confnotes.domain.attachments import Attachment
from confnotes.domain.changes import ChangeSet, Kind
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line, LineKind
from confnotes.domain.placing import Match, Standing, match
from confnotes.services.bundle import Services
from confnotes.services.photo_views import AttachedPhotos, Photo, Placement
from confnotes.services.pictures import PicturesSaid
from helpers import photos
from helpers.notebooks import services

TALK = datetime(2026, 5, 5, 9, 0, tzinfo=UTC)  # 10:00 in Lisbon, where it is summer
ROOM = (32, 24)


def at(minutes: float) -> datetime:
    return TALK + timedelta(minutes=minutes)


def wall(minutes: float) -> datetime:
    return datetime(2026, 5, 5, 10, 0) + timedelta(minutes=minutes)  # noqa: DTZ001 (a wall time)


@pytest.fixture
def noted(opened: Services, session_id: str) -> str:
    """Return a session in which two lines were written, at its 1st and its 10th minute."""
    lines = [
        Line(new_id(), session_id, n, f"minute {m}", written_at=at(m))
        for n, m in enumerate((1, 10))
    ]
    opened.notes.save(session_id, lines)
    return session_id


def taken(opened: Services, folder: Path, *minutes: float) -> list[Photo]:
    """Return photos of a camera, taken in those minutes of the talk, as read."""
    files = photos.put(folder, **{f"p{n}": photos.plain(wall(m)) for n, m in enumerate(minutes)})
    return [opened.photos.read(path, ROOM) for path in files]


def approve(
    opened: Services, conference_id: str, session_id: str, found: Sequence[Photo], *when: float
) -> tuple[AttachedPhotos, ChangeSet]:
    kept = [opened.photos.keep(photo) for photo in found]
    placed = [
        Placement(one, session_id, at(m), caption=f"c{m}")
        for one, m in zip(kept, when, strict=True)
    ]
    return opened.photos.attach(conference_id, placed)


def shown(opened: Services, session_id: str) -> list[str]:
    """Return the lines of a session, pictures in brackets with their file's name."""
    view = opened.notes.view(session_id)
    files = {one.id: one for one in view.attachments}
    pictures = {use.line_id: files[use.attachment_id].name for use in view.uses}
    assert [line.position for line in view.lines] == list(range(len(view.lines)))
    return [
        f"[{pictures[line.id]}] {line.text}" if line.kind is LineKind.IMAGE else line.text
        for line in view.lines
    ]


def test_folders_are_searched_all_the_way_down(opened: Services, tmp_path: Path) -> None:
    for name in ("b.JPG", "a.heic", "film.mp4", "deep/er/c.png", ".hidden/d.jpg", ".e.jpg"):
        path = tmp_path / "dump" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    (tmp_path / "dump" / "round").symlink_to(tmp_path / "dump")
    single = tmp_path / "dump" / "film.mp4"
    found = opened.photos.find([tmp_path / "dump", single, single])
    names = [str(path.relative_to(tmp_path / "dump")) for path in found.files]
    assert names == ["a.heic", "b.JPG", "deep/er/c.png", "film.mp4"]
    assert (found.others, found.more) == (1, False)
    assert opened.photos.find([tmp_path / "none"]).files == (tmp_path / "none",)


def test_what_cannot_be_read_is_said_with_its_name(opened: Services, tmp_path: Path) -> None:
    with pytest.raises(ConfnotesError) as caught:
        opened.photos.read(tmp_path / "gone.jpg", ROOM)
    assert (caught.value.code, caught.value.facts["name"]) == ("photo.cannot_read", "gone.jpg")


def test_photos_find_their_session_by_the_time(
    opened: Services, conference_id: str, noted: str, tmp_path: Path
) -> None:
    opened.programme.add_session(
        conference_id, "Next door", start="2026-05-05T10:00:00", duration=2700, room="Hall"
    )
    plan = opened.photos.plan(conference_id)
    standings = {slot.session_id: slot.standing for slot in plan.slots}
    assert sorted(standings.values()) == [Standing.NONE, Standing.ATTENDED]
    assert match(at(12), plan.slots) == Match(noted)
    assert [line.text for line in plan.lines[noted]] == ["minute 1", "minute 10"]
    assert plan.by_id[noted].session.title == "Lighthouses"


def test_nothing_is_attached_by_reading_or_keeping(
    opened: Services, conference_id: str, noted: str, told: list[ChangeSet], tmp_path: Path
) -> None:
    (photo,) = taken(opened, tmp_path / "dump", 5)
    kept = opened.photos.keep(photo)
    assert shown(opened, noted) == ["minute 1", "minute 10"]
    assert told == []
    with opened.notebook.reading() as unit:
        assert unit.all(Attachment, conference_id=conference_id) == ()
    opened.photos.give_up([kept])
    assert not list(opened.notebook.attachments.iterdir())


def test_giving_up_leaves_what_something_names(
    opened: Services, conference_id: str, noted: str, tmp_path: Path
) -> None:
    (photo,) = taken(opened, tmp_path / "dump", 5)
    kept = opened.photos.keep(photo)
    opened.notes.add_attachment(conference_id, photo.path.read_bytes(), "image/jpeg")
    opened.photos.give_up([kept])
    assert len(list(opened.notebook.attachments.iterdir())) == 1


def test_approved_photos_stand_after_the_line_written_before_them(
    opened: Services, conference_id: str, noted: str, tmp_path: Path
) -> None:
    found = taken(opened, tmp_path / "dump", 12, 5, 6, 0)
    attached, changes = approve(opened, conference_id, noted, found, 12, 5, 6, 0)
    assert shown(opened, noted) == [
        "[p3.jpg] c0",
        "minute 1",
        "[p1.jpg] c5",
        "[p2.jpg] c6",
        "minute 10",
        "[p0.jpg] c12",
    ]
    assert attached.sessions == 1
    assert changes.touches(Kind.LINES, noted)
    view = opened.notes.view(noted)
    assert [one.written_at for one in view.lines] == [at(m) for m in (0, 1, 5, 6, 10, 12)]
    originals = {one.sha256: opened.notes.attachment_path(one) for one in view.attachments}
    assert {path.read_bytes() for path in originals.values()} == {
        photo.path.read_bytes() for photo in found
    }
    assert {(one.width, one.height) for one in view.attachments} == {(64, 48)}
    assert {one.taken_at for one in view.attachments} == {at(m) for m in (0, 5, 6, 12)}


def test_photos_put_after_one_line_stand_there_in_their_order(
    opened: Services, conference_id: str, noted: str, tmp_path: Path
) -> None:
    found = taken(opened, tmp_path / "dump", 6, 5)
    first = opened.notes.view(noted).lines[0].id
    placed = [
        Placement(opened.photos.keep(photo), noted, at(m), after=first)
        for photo, m in zip(found, (26, 25), strict=True)
    ]
    placed.append(Placement(placed[0].kept, noted, None, after=""))
    opened.photos.attach(conference_id, placed)
    assert shown(opened, noted) == [
        "[p0.jpg] ",
        "minute 1",
        "[p1.jpg] ",
        "[p0.jpg] ",
        "minute 10",
    ]


def test_one_approval_is_taken_back_as_a_whole(
    opened: Services, conference_id: str, noted: str, told: list[ChangeSet], tmp_path: Path
) -> None:
    found = taken(opened, tmp_path / "dump", 5, 12)
    before = opened.notes.view(noted).lines
    attached, _ = approve(opened, conference_id, noted, found, 5, 12)
    assert opened.photos.plan(conference_id).attached == {one.sha256: noted for one in found}
    stayed, changes = opened.photos.take_back(attached)
    assert (stayed, opened.notes.view(noted).lines) == (0, before)
    assert told[-1] == changes
    assert opened.photos.plan(conference_id).attached == {}
    assert opened.photos.take_back(attached) == (0, ChangeSet())
    approve(opened, conference_id, noted, found, 5, 12)  # and may be attached again
    assert len(opened.notes.view(noted).attachments) == 2
    assert [state.number for state in opened.history.states(noted)]


def test_what_was_written_since_stays(
    opened: Services, conference_id: str, noted: str, tmp_path: Path
) -> None:
    other, _ = opened.programme.add_session(conference_id, "Other room")
    found = taken(opened, tmp_path / "dump", 2, 3, 4, 5)
    attached, _ = approve(opened, conference_id, noted, found, 2, 3, 4, 5)
    view = opened.notes.view(noted)
    lines = list(view.lines)
    lines[1] = replace(lines[1], text="what it shows")
    lines.insert(0, Line(new_id(), noted, 0, "a new line"))
    (described,) = [use for use in view.uses if use.line_id == lines[3].id]
    said = PicturesSaid(reworded=(replace(described, alternative="a rope"),))
    opened.notes.save(noted, lines, pictures=said)
    opened.moving.move_lines(noted, [lines[4].id], other)
    stayed, _ = opened.photos.take_back(attached)
    assert stayed == 3
    assert shown(opened, noted) == [
        "a new line",
        "minute 1",
        "[p0.jpg] what it shows",
        "[p1.jpg] c3",
        "minute 10",
    ]
    assert shown(opened, other) == ["[p2.jpg] c4"]


def test_a_photo_that_is_there_is_kept_once(
    opened: Services, conference_id: str, noted: str, tmp_path: Path
) -> None:
    data = photos.plain(wall(5))
    known, _ = opened.notes.add_attachment(conference_id, data, "image/jpeg", "pasted.jpg")
    (path,) = photos.put(tmp_path / "dump", copy=data)
    photo = opened.photos.read(path, ROOM)
    kept = opened.photos.keep(photo)
    assert kept.fresh == frozenset()
    opened.photos.attach(conference_id, [Placement(kept, noted, at(5))])
    view = opened.notes.view(noted)
    assert [one.id for one in view.attachments] == [known.id]


def test_heic_is_kept_and_shown_as_jpeg(
    opened: Services, conference_id: str, noted: str, tmp_path: Path
) -> None:
    path = tmp_path / "IMG_1.HEIC"
    path.write_bytes(photos.heic(datetime(2026, 5, 5, 1, 5)))  # noqa: DTZ001 (a wall time)
    photo = opened.photos.read(path, ROOM)
    opened.photos.attach(conference_id, [Placement(opened.photos.keep(photo), noted, at(5))])
    (picture,) = opened.notes.view(noted).attachments
    assert (picture.media_type, picture.name) == ("image/jpeg", "IMG_1.jpg")
    assert opened.notes.attachment_path(picture).read_bytes()[:3] == b"\xff\xd8\xff"
    with opened.notebook.reading() as unit:
        (original,) = unit.all(Attachment, conference_id=conference_id, sha256=photo.sha256)
    assert opened.notes.attachment_path(original).read_bytes() == path.read_bytes()
    assert opened.photos.plan(conference_id).attached == {
        photo.sha256: noted,
        picture.sha256: noted,
    }
    file, count = opened.exchange.dump(conference_id, tmp_path / "out.json")
    assert count == 2
    again = services(tmp_path / "again.confnotes")
    again.exchange.load(file)
    assert again.photos.plan(conference_id).attached.keys() == {photo.sha256, picture.sha256}
    again.close()


def test_nothing_is_attached_when_a_file_changed_or_a_session_is_gone(
    opened: Services, conference_id: str, noted: str, tmp_path: Path
) -> None:
    first, second = taken(opened, tmp_path / "dump", 5, 6)
    second.path.write_bytes(photos.plain(wall(7)))
    with pytest.raises(ConfnotesError) as caught:
        opened.photos.keep(second)
    assert (caught.value.code, caught.value.facts) == ("photo.changed", {"name": "p1.jpg"})
    kept = opened.photos.keep(first)
    elsewhere, _ = opened.programme.create_conference("Another", "Europe/Lisbon")
    foreign, _ = opened.programme.add_session(elsewhere, "Not here")
    for session, code in (("gone", "session.gone"), (foreign, "session.other_conference")):
        placed = [Placement(kept, noted, at(5)), Placement(kept, session, at(6))]
        with pytest.raises(ConfnotesError) as caught:
            opened.photos.attach(conference_id, placed)
        assert caught.value.code == code
    assert shown(opened, noted) == ["minute 1", "minute 10"]
