"""Dump and load: out and in again, the same bytes."""

import hashlib
import json
from pathlib import Path
from typing import Any
from unittest.mock import ANY

import pytest
from hypothesis import given, settings

from confnotes.domain.attachments import Attachment, AttachmentUse
from confnotes.domain.changes import ChangeSet, Kind
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line
from confnotes.domain.text import Language
from confnotes.services.bundle import Services
from confnotes.services.files import file_name
from helpers.filled import PICTURE, Filling
from helpers.notebooks import bytes_in, services
from helpers.values import Whole, conferences


@pytest.fixture
def whole(opened: Services, conference_id: str, session_id: str) -> str:
    """Return a conference with a bit of everything, also deleted lines."""
    line, gone = Line(new_id(), session_id, 0, "見た"), Line(new_id(), session_id, 1, "gone")
    opened.notes.save(session_id, [line, gone])
    opened.notes.save(session_id, [line])
    attachment, _ = opened.notes.add_attachment(conference_id, PICTURE, "image/png", "絵.png")
    opened.notes.put_use(AttachmentUse(new_id(), attachment.id, line_id=line.id))
    opened.programme.set_speakers(session_id, [("Mara Quill", "Beacon"), ("青木 蓮", "")])
    opened.review.set_version(conference_id, line.id, "text", Language.EN, "seen", "見た")
    return conference_id


def _dumped(opened: Services, conference_id: str, path: Path) -> bytes:
    opened.exchange.dump(conference_id, path)
    return path.read_bytes()


def test_loaded_into_an_empty_notebook_and_dumped_again_it_is_the_same(
    opened: Services, whole: str, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    assert opened.exchange.dump(whole, out / "trip.json") == (out / "trip.json", 1)
    assert [name for name in bytes_in(out) if name != "trip.json"] == [ANY]
    other = services(tmp_path / "other.confnotes")
    told: list[ChangeSet] = []
    other.hub.subscribe(told.append)
    identity, changes = other.exchange.load(out / "trip.json")
    assert identity == whole
    assert changes.touches(Kind.CONFERENCE, whole)
    assert told == [changes]
    again = _dumped(other, whole, tmp_path / "again.json")
    assert again == (out / "trip.json").read_bytes()
    assert bytes_in(tmp_path / "again.files") == bytes_in(out / "trip.files")
    with opened.notebook.reading() as one, other.notebook.reading() as two:
        assert one.contents(whole) == two.contents(whole)
    other.close()


def test_a_dump_reads_well(opened: Services, whole: str, tmp_path: Path) -> None:
    text = _dumped(opened, whole, tmp_path / "trip.json").decode()
    assert text.startswith('{\n  "format": "confnotes-dump",\n  "version": 1,\n')
    assert text.endswith("}\n")
    assert "青木 蓮" in text
    session = json.loads(text)["conference"]["sessions"][0]
    assert session["title"] == "Lighthouses"
    assert session["room"] == "Quay"
    assert (session["start"], session["start_at"]) == (
        "2026-05-05T10:00:00",
        "2026-05-05T09:00:00Z",
    )
    assert [(one["name"], one["affiliation"]) for one in session["speakers"]] == [
        ("Mara Quill", "Beacon"),
        ("青木 蓮", ""),
    ]
    assert [one["text"] for one in session["lines"]] == ["見た", "gone"]
    assert session["lines"][0]["versions"][0]["text"] == "seen"
    assert session["lines"][0]["uses"][0]["attachment_id"]


def test_the_same_notebook_gives_the_same_bytes(
    opened: Services, whole: str, tmp_path: Path
) -> None:
    first = _dumped(opened, whole, tmp_path / "a.json")
    assert _dumped(opened, whole, tmp_path / "a.json") == first  # over itself
    assert _dumped(opened, whole, tmp_path / "b.json") == first


def test_the_command_lines_objects_are_those_of_the_dump(
    opened: Services, whole: str, tmp_path: Path
) -> None:
    tree = json.loads(_dumped(opened, whole, tmp_path / "a.json"))
    assert list(opened.exchange.session_objects(whole)) == tree["conference"]["sessions"]
    opened.programme.create_conference("Undated", "UTC")
    first, second = opened.exchange.conference_objects()
    assert second["name"] == "Undated"
    assert first == {key: tree["conference"][key] for key in first}
    assert first["city"] == "Lisbon"


def test_every_column_goes_out_and_comes_in(tmp_path: Path) -> None:
    path = tmp_path / "filled.confnotes"
    services(path).close()
    identity = Filling().write(path)
    one, two = services(path), services(tmp_path / "two.confnotes")
    first = _dumped(one, identity, tmp_path / "one.json")
    two.exchange.load(tmp_path / "one.json")
    assert _dumped(two, identity, tmp_path / "two.json") == first
    one.close()
    two.close()


def test_two_conferences_share_their_author(opened: Services, whole: str, tmp_path: Path) -> None:
    second, _ = opened.programme.create_conference("Second", "UTC")
    for identity in (whole, second):
        opened.exchange.dump(identity, tmp_path / f"{identity}.json")
    other = services(tmp_path / "other.confnotes")
    for identity in (whole, second):
        other.exchange.load(tmp_path / f"{identity}.json")
        again = _dumped(other, identity, tmp_path / f"{identity}-2.json")
        assert again == (tmp_path / f"{identity}.json").read_bytes()
    assert len(other.programme.conferences()) == 2
    other.close()


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda path: path.mkdir(), "dump.is_folder"),
        (lambda path: path.write_text("my diary"), "dump.not_ours"),
        (lambda path: path.write_bytes(b"SQLite format 3\x00"), "dump.not_ours"),
    ],
)
def test_nothing_else_is_written_over(
    opened: Services, whole: str, tmp_path: Path, make: Any, code: str
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    make(folder / "trip.json")
    before = bytes_in(folder)
    with pytest.raises(ConfnotesError) as caught:
        opened.exchange.dump(whole, folder / "trip.json")
    assert caught.value.code == code
    assert bytes_in(folder) == before


def test_a_notebook_is_never_dumped_over(opened: Services, whole: str, tmp_path: Path) -> None:
    with pytest.raises(ConfnotesError) as caught:
        opened.exchange.dump(whole, opened.notebook.path)
    assert caught.value.code == "dump.not_ours"
    with pytest.raises(ConfnotesError) as caught:
        opened.exchange.dump(whole, tmp_path / "gone" / "trip.json")
    assert caught.value.code == "dump.folder_missing"
    with pytest.raises(ConfnotesError) as caught:
        opened.exchange.dump("gone", tmp_path / "trip.json")
    assert caught.value.code == "conference.gone"
    assert opened.programme.find(None).id == whole


def test_a_lost_picture_is_named_and_nothing_half_is_written(
    opened: Services, whole: str, tmp_path: Path
) -> None:
    (picture,) = opened.notebook.attachments.iterdir()
    out = tmp_path / "out"
    out.mkdir()
    for spoil in (lambda: picture.write_bytes(b"other"), picture.unlink):
        spoil()
        with pytest.raises(ConfnotesError) as caught:
            opened.exchange.dump(whole, out / "trip.json")
        assert caught.value.code == "dump.attachment_lost"
        assert caught.value.facts == {"file": str(picture)}
        assert bytes_in(out) == {}


@settings(max_examples=20)
@given(drawn=conferences())
def test_any_conference_comes_back_byte_for_byte(
    tmp_path_factory: pytest.TempPathFactory, drawn: Whole
) -> None:
    folder = tmp_path_factory.mktemp("any")
    one, two = services(folder / "one.confnotes"), services(folder / "two.confnotes")
    with one.notebook.writing() as unit:
        unit.put(*drawn.puttable)
    for attachment in (row for row in drawn.rows if isinstance(row, Attachment)):
        one.notebook.attachments.mkdir(exist_ok=True)
        data = next(data for data in drawn.files if _is_of(attachment, data))
        (one.notebook.attachments / file_name(attachment)).write_bytes(data)
    first = _dumped(one, drawn.conference.id, folder / "one.json")
    assert two.exchange.load(folder / "one.json")[0] == drawn.conference.id
    assert _dumped(two, drawn.conference.id, folder / "two.json") == first
    with one.notebook.reading() as here, two.notebook.reading() as there:
        assert here.contents(drawn.conference.id) == there.contents(drawn.conference.id)
    one.close()
    two.close()


def _is_of(attachment: Attachment, data: bytes) -> bool:
    return hashlib.sha256(data).hexdigest() == attachment.sha256
