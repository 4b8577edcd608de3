"""Pictures and the lines they stand at."""

import struct
from dataclasses import replace
from pathlib import Path

import pytest

from confnotes.domain.attachments import Attachment, AttachmentUse, picture_type
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line, LineKind
from confnotes.domain.picture_sizes import pixels
from confnotes.services.bundle import Services
from confnotes.services.pictures import PicturesSaid
from helpers.notebooks import services

GIF = b"GIF89a\x05\x00\x03\x00"


def _line(session_id: str, text: str = "") -> Line:
    return Line(new_id(), session_id, 0, text, kind=LineKind.IMAGE)


def _use(line: Line, attachment_id: str = "") -> AttachmentUse:
    return AttachmentUse(new_id(), attachment_id, line_id=line.id)


def _shown(opened: Services, session_id: str) -> list[tuple[str, str, str]]:
    """Return (words, attachment, alternative text) of each picture of a session, in order."""
    view = opened.notes.view(session_id)
    uses = {use.line_id: use for use in view.uses}
    assert len(uses) == len(view.uses)
    return [
        (line.text, uses[line.id].attachment_id, uses[line.id].alternative)
        for line in view.lines
        if line.id in uses
    ]


def test_a_picture_stands_at_a_line_that_is_in_the_file(opened: Services, session_id: str) -> None:
    line = _line(session_id, "the map")
    opened.notes.save(session_id, [line])
    attachment, changes = opened.notes.add_picture(session_id, _use(line), GIF, "image/gif", "m")
    assert (attachment.width, attachment.height, attachment.name) == (5, 3, "m")
    assert opened.notes.attachment_path(attachment).read_bytes() == GIF
    assert changes.conference_id == attachment.conference_id
    assert _shown(opened, session_id) == [("the map", attachment.id, "")]


def test_a_line_that_was_not_saved_yet_gets_it_with_its_save(
    opened: Services, session_id: str
) -> None:
    line = _line(session_id)
    attachment, _ = opened.notes.add_picture(session_id, _use(line), GIF, "image/gif")
    assert _shown(opened, session_id) == []
    said = PicturesSaid((replace(_use(line, attachment.id), alternative="a rope"),))
    for _ in range(2):
        opened.notes.save(session_id, [line], pictures=said)
    assert _shown(opened, session_id) == [("", attachment.id, "a rope")]


def test_a_line_deleted_meanwhile_has_its_picture_when_it_comes_back(
    opened: Services, session_id: str
) -> None:
    line = _line(session_id, "x")
    opened.notes.save(session_id, [line])
    opened.notes.save(session_id, [])
    attachment, _ = opened.notes.add_picture(session_id, _use(line), GIF, "image/gif")
    opened.notes.save(session_id, [line])
    assert _shown(opened, session_id) == [("x", attachment.id, "")]
    opened.notes.save(session_id, [])
    assert opened.notes.attachment_path(attachment).is_file()
    opened.notes.save(session_id, [line])
    assert _shown(opened, session_id) == [("x", attachment.id, "")]


def test_alternative_texts_change_nothing_else(opened: Services, session_id: str) -> None:
    line = _line(session_id)
    opened.notes.save(session_id, [line])
    use = replace(_use(line), credit="by me", width=320)
    attachment, _ = opened.notes.add_picture(session_id, use, GIF, "image/gif")
    here = replace(use, attachment_id=attachment.id, alternative="a rope")
    said = PicturesSaid((), (here, replace(here, id="no such use")))
    opened.notes.save(session_id, [line], pictures=said)
    known = opened.notes.view(session_id).uses
    assert known == (replace(use, attachment_id=attachment.id, alternative="a rope"),)


def test_a_line_that_must_become_another_one_keeps_its_picture(
    opened: Services, conference_id: str, session_id: str
) -> None:
    other, _ = opened.programme.add_session(conference_id, "Other room")
    line = _line(session_id, "seen twice")
    opened.notes.save(session_id, [line])
    use = _use(line)
    attachment, _ = opened.notes.add_picture(session_id, use, GIF, "image/gif")
    told = PicturesSaid((replace(use, attachment_id=attachment.id),))
    for _ in range(2):  # cut here, pasted there, and the cut undone
        opened.notes.save(other, [replace(line, session_id=other)], pictures=told)
        opened.notes.save(session_id, [line, line], pictures=told)
    mine, theirs = opened.notes.view(session_id), opened.notes.view(other)
    assert {line.id for line in mine.lines}.isdisjoint(line.id for line in theirs.lines)
    assert _shown(opened, session_id) == [("seen twice", attachment.id, "")] * 2
    assert _shown(opened, other) == [("seen twice", attachment.id, "")]


def test_what_is_of_no_line_here_or_of_another_conference_is_passed_over(
    opened: Services, session_id: str
) -> None:
    elsewhere, _ = opened.programme.create_conference("Another", "Europe/Lisbon")
    foreign, _ = opened.notes.add_attachment(elsewhere, GIF, "image/gif")
    line = _line(session_id)
    uses = (
        _use(line, "gone"),
        _use(line, foreign.id),
        AttachmentUse(new_id(), foreign.id, line_id="no line of ours"),
    )
    opened.notes.save(session_id, [line], pictures=PicturesSaid(uses))
    assert opened.notes.view(session_id).uses == ()
    assert len(opened.notes.view(session_id).lines) == 1


def test_a_picture_that_cannot_be_kept_leaves_line_and_words(
    opened: Services, session_id: str
) -> None:
    line = _line(session_id, "words")
    opened.notes.save(session_id, [line])
    opened.notebook.attachments.write_text("a file where the folder should be")
    for data, code in ((GIF, "notebook.cannot_keep_file"), (b"", "attachment.empty")):
        with pytest.raises(ConfnotesError) as caught:
            opened.notes.add_picture(session_id, _use(line), data, "image/gif", "m")
        assert caught.value.code == code
    with pytest.raises(ConfnotesError) as caught:
        opened.notes.add_picture("gone", _use(line), GIF, "image/gif")
    assert caught.value.code == "session.gone"
    view = opened.notes.view(session_id)
    assert ([one.text for one in view.lines], view.uses, view.attachments) == (["words"], (), ())


def test_a_dump_carries_the_picture_its_words_and_its_bytes(
    opened: Services, conference_id: str, session_id: str, tmp_path: Path
) -> None:
    line = _line(session_id, "the map")
    opened.notes.save(session_id, [line])
    use = replace(_use(line), alternative="a rope")
    attachment, _ = opened.notes.add_picture(session_id, use, GIF, "image/gif")
    file, count = opened.exchange.dump(conference_id, tmp_path / "out.json")
    assert count == 1
    again = services(tmp_path / "again.confnotes")
    again.exchange.load(file)
    assert _shown(again, session_id) == [("the map", attachment.id, "a rope")]
    assert again.notes.attachment_path(attachment).read_bytes() == GIF
    again.close()


def _webp(kind: bytes, data: bytes) -> bytes:
    body = b"WEBP" + kind + struct.pack("<I", len(data)) + data
    return b"RIFF" + struct.pack("<I", len(body)) + body


@pytest.mark.parametrize(
    "data",
    [
        _webp(b"VP8X", b"\0\0\0\0" + b"\x04\0\0" + b"\x02\0\0"),
        _webp(b"VP8L", b"\x2f" + struct.pack("<I", 4 | 2 << 14) + b"\0" * 8),
        _webp(b"VP8 ", b"\0\0\0\x9d\x01\x2a" + struct.pack("<HH", 5, 3)),
    ],
)
def test_the_size_of_a_webp_is_in_its_first_chunk(data: bytes) -> None:
    assert picture_type(data) == "image/webp"
    assert pixels(data) == (5, 3)
    assert pixels(data[:20]) == (None, None)


def test_files_are_named_by_what_they_are(opened: Services) -> None:
    attachment = Attachment("a", "c", "0" * 64, "image/webp", 1)
    assert opened.notes.attachment_path(attachment).suffix == ".webp"
