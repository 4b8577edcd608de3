"""Transcripts from files and from the clipboard, one a session."""

from pathlib import Path

import pytest

from confnotes.domain.errors import ConfnotesError
from confnotes.services.bundle import Services

TEXT = "0:10\nForty ships\n0:20\n船ごとに一つ\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932", "euc_jp"])
def test_a_file_is_read_in_whatever_encoding(
    opened: Services, session_id: str, tmp_path: Path, encoding: str
) -> None:
    text = TEXT + "0:30\nそれぞれの船に小さなコンピューターがあります\n"
    file = tmp_path / "talk.txt"
    file.write_bytes(text.encode(encoding))
    changes = opened.transcripts.take_file(session_id, file)
    assert changes
    assert [cue.text for cue in opened.transcripts.cues(session_id)][1:] == [
        "船ごとに一つ",
        "それぞれの船に小さなコンピューターがあります",
    ]
    kept = opened.transcripts.kept(session_id)
    assert kept is not None
    assert kept.name == "talk.txt"


def test_another_one_takes_its_place_and_can_go_back(opened: Services, session_id: str) -> None:
    opened.transcripts.take_text(session_id, TEXT, "first")
    first = opened.transcripts.kept(session_id)
    assert first is not None
    opened.transcripts.take_text(session_id, "0:05 Hello", "second")
    assert [cue.text for cue in opened.transcripts.cues(session_id)] == ["Hello"]
    opened.transcripts.put_back(first)
    assert opened.transcripts.kept(session_id) == first
    opened.transcripts.delete(session_id)
    assert opened.transcripts.cues(session_id) == ()
    opened.transcripts.put_back(first)
    assert len(opened.transcripts.cues(session_id)) == 2


def test_what_cannot_be_read_is_said_by_name(
    opened: Services, session_id: str, tmp_path: Path
) -> None:
    picture = tmp_path / "shot.srt"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    for path, code in (
        (picture, "transcript.no_times"),
        (tmp_path / "none.srt", "transcript.cannot_read"),
        (tmp_path, "transcript.cannot_read"),
    ):
        with pytest.raises(ConfnotesError) as refused:
            opened.transcripts.take_file(session_id, path)
        assert refused.value.code == code
        assert refused.value.facts["name"] == path.name
    assert opened.transcripts.kept(session_id) is None


def test_a_session_that_is_gone_takes_none(opened: Services) -> None:
    with pytest.raises(ConfnotesError) as refused:
        opened.transcripts.take_text("0" * 36, TEXT, "x")
    assert refused.value.code == "session.gone"
