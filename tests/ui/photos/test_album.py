"""What is decided about photos, without a window."""

from datetime import timedelta
from pathlib import Path

import pytest

from confnotes.domain.conference import Shelf
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.photos import CameraClock
from confnotes.services.bundle import Services
from confnotes.ui.photos.album import Album, Entry, Mark
from confnotes.ui.photos.model import Head, Tile
from confnotes.ui.photos.rows import Rows
from confnotes.ui.photos.sheet_layout import lay_out
from helpers import photos
from ui.photos.conftest import wall

ROOM = (32, 24)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "photos"


@pytest.fixture
def album(services: Services, conference: str, talk: str) -> Album:
    del talk
    return Album(services.photos.plan(conference), "America/Los_Angeles")


def fill(album: Album, services: Services, folder: Path, **made: bytes) -> dict[str, Entry]:
    """Read photos into an album; return them by name."""
    paths = photos.put(folder, **made)
    for entry in album.add(paths):
        try:
            album.take(entry, services.photos.read(entry.path, ROOM))
        except ConfnotesError as error:
            entry.problem = error
    return {entry.path.stem: entry for entry in album.entries}


def heads(album: Album) -> list[tuple[str, str, str]]:
    return [(row.title, row.quiet, row.chosen) for row in Rows().of(album) if isinstance(row, Head)]


def test_what_is_certain_is_chosen_and_all_else_waits(
    album: Album, services: Services, folder: Path, talk: str
) -> None:
    known = services.programme.view(album.plan.conference.id).sessions
    assert known
    made = fill(
        album,
        services,
        folder,
        certain=photos.plain(wall(5)),
        near=photos.plain(wall(55)),
        never=photos.plain(wall(600)),
        timeless=photos.jpeg(),
        twice=photos.plain(wall(5)),
        text=b"Dear diary",
    )
    marks = {name: (one.mark, one.session_id) for name, one in made.items()}
    assert marks == {
        "certain": (Mark.ATTACH, talk),
        "near": (Mark.ASK, talk),
        "never": (Mark.ASK, ""),
        "timeless": (Mark.ASK, ""),
        "twice": (Mark.SKIP, talk),
        "text": (Mark.ASK, ""),
    }
    assert made["twice"].copy_of == "certain.jpg"
    assert heads(album) == [
        ("No certain session at this time", "3 photos", ""),
        ("Meshes at sea", "Fri 1 May 10:00 · A", "1 of 2 chosen"),
        ("Cannot be shown", "1 file", ""),
    ]
    counts = album.counts()
    assert (counts.chosen, counts.skipped, counts.asking, counts.broken) == (1, 1, 3, 1)
    assert counts.all == 6


def test_words_of_tiles(album: Album, services: Services, folder: Path) -> None:
    made = fill(
        album,
        services,
        folder,
        first=photos.plain(wall(1)),
        middle=photos.plain(wall(5)),
        last=photos.plain(wall(20)),
        near=photos.plain(wall(55)),
        timeless=photos.jpeg(),
        text=b"Dear diary",
    )
    tiles = {r.entry.path.stem: (r.when, r.fate) for r in Rows().of(album) if isinstance(r, Tile)}
    assert tiles == {
        "first": ("10:01", "at the top"),
        "middle": ("10:05", "line at 02:00"),
        "last": ("10:20", "end of the notes"),
        "near": ("10:55", "Meshes at sea?"),
        "timeless": ("", "no time"),
        "text": ("", "text.jpg"),
    }
    said = {r.entry.path.stem: r.said for r in Rows().of(album) if isinstance(r, Tile)}
    assert said["middle"] == "middle.jpg, 10:05, line at 02:00, chosen"
    assert said["text"].startswith("“text.jpg” is not a photo")
    assert made["middle"].camera == "OLYMPUS CORPORATION E-M10MarkIII"


def test_what_a_person_said_stays(
    album: Album, services: Services, folder: Path, talk: str, conference: str
) -> None:
    other = album.plan.sessions[0].session.id
    made = fill(
        album, services, folder, a=photos.plain(wall(5)), b=photos.plain(wall(600)),
        c=photos.plain(wall(6)),
    )  # fmt: skip
    assert album.accept([made["b"]]) == [made["b"]]  # there is no place for it yet
    album.put_in([made["b"]], other)
    album.skip([made["c"]])
    album.set_clock(made["a"].camera, CameraClock("", timedelta(minutes=1)))
    album.set_plan(services.photos.plan(conference))
    assert [(made[n].session_id, made[n].mark) for n in "abc"] == [
        (talk, Mark.ATTACH),
        (other, Mark.ATTACH),
        (talk, Mark.SKIP),
    ]
    album.put_in([made["b"]], "")
    assert (made["b"].session_id, made["b"].mark) == ("", Mark.ASK)
    assert album.chosen() == [made["a"]]


def test_a_guess_is_accepted_where_it_was_guessed(
    album: Album, services: Services, folder: Path, talk: str
) -> None:
    made = fill(album, services, folder, near=photos.plain(wall(55)))
    assert album.accept([made["near"]]) == []
    assert (made["near"].group, made["near"].mark) == (talk, Mark.ATTACH)


def test_a_session_that_is_gone_takes_no_photo(
    album: Album, services: Services, folder: Path, conference: str
) -> None:
    made = fill(album, services, folder, a=photos.plain(wall(600)))
    gone, _ = services.programme.add_session(conference, "Pier talk")
    album.set_plan(services.photos.plan(conference))
    album.put_in([made["a"]], gone)
    services.shelves.put_sessions({gone: Shelf.TRASHED})
    album.set_plan(services.photos.plan(conference))
    assert (made["a"].session_id, made["a"].mark) == ("", Mark.ASK)


def test_a_copy_is_the_one_that_came_later_also_after_an_undo(
    album: Album, services: Services, folder: Path
) -> None:
    made = fill(album, services, folder, a=photos.plain(wall(5)), b=photos.plain(wall(5)))
    album.drop([made["a"]])
    assert made["b"].copy_of == ""
    album.bring_back([made["a"]])
    assert (made["a"].copy_of, made["b"].copy_of) == ("", "a.jpg")
    assert (made["a"].mark, made["b"].mark) == (Mark.ATTACH, Mark.SKIP)


def test_a_photo_goes_line_by_line(
    album: Album, services: Services, folder: Path, talk: str
) -> None:
    made = fill(album, services, folder, a=photos.plain(wall(5)))
    lines = album.plan.lines[talk]
    assert album.place(made["a"]) == 1
    assert album.step_line(made["a"], 1)
    assert made["a"].after == lines[1].id
    assert not album.step_line(made["a"], 1)
    assert album.step_line(made["a"], -1)
    assert album.step_line(made["a"], -1)
    assert (album.place(made["a"]), made["a"].after) == (0, "")
    assert not album.step_line(made["a"], -1)


def test_each_camera_has_its_own_clock_and_its_own_guess(
    album: Album, services: Services, folder: Path, talk: str
) -> None:
    home = timedelta(hours=-16)  # Los Angeles in May, seen from Tokyo
    made = fill(
        album,
        services,
        folder,
        phone=photos.phone(wall(5), "+09:00"),
        **{f"c{m}": photos.plain(wall(m) + home) for m in (3, 9, 14, 21)},
    )
    assert made["c3"].group == ""
    assert album.cameras() == ["OLYMPUS CORPORATION E-M10MarkIII", "Apple iPhone 11"]
    album.take_guesses(album.questions().answers())
    assert set(album.guesses) == {"OLYMPUS CORPORATION E-M10MarkIII"}
    assert {one.group for one in made.values()} == {talk}
    album.as_they_are("OLYMPUS CORPORATION E-M10MarkIII")
    assert made["c3"].group == ""
    assert not album.guesses
    album.take_guesses(album.questions().answers())  # nobody is told twice
    assert not album.guesses


def test_tiles_stand_in_rows_below_their_heads(
    album: Album, services: Services, folder: Path
) -> None:
    fill(
        album, services, folder, text=b"x",
        **{f"p{m}": photos.plain(wall(m)) for m in range(2, 9)},
    )  # fmt: skip
    rows = Rows().of(album)
    laid = lay_out(rows, 560, round)
    assert laid.lines == [[0], [1, 2, 3], [4, 5, 6], [7], [8], [9]]
    assert all(a.bottom() < b.top() for a, b in zip(laid.rects[:1], laid.rects[1:2], strict=True))
    assert not any(a.intersects(b) for n, a in enumerate(laid.rects) for b in laid.rects[n + 1 :])
    assert laid.below(3, 1) == 6
    assert laid.below(6, 1) == 7
    assert laid.below(1, -1) == 0
    assert laid.below(7, 99) == 9
    assert lay_out([], 560, round).height >= 0
