"""Recordings on one's own disk: what counts as one, and how a player begins at a second."""

import pytest

from confnotes.domain.recordings import is_recording, keepable, player_command, recording


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("/home/me/My talk.mp4", "file:///home/me/My%20talk.mp4"),
        ("'/home/me/talk.MKV'", "file:///home/me/talk.MKV"),
        ('"C:\\Users\\me\\talk.mp4"', "file:///C:/Users/me/talk.mp4"),
        ("D:/talk.mp3", "file:///D:/talk.mp3"),
        ("/data/講演.webm", "file:///data/%E8%AC%9B%E6%BC%94.webm"),
        ("file:///home/me/talk.mp4", "file:///home/me/talk.mp4"),
        ("talk.mp4", ""),
        ("/bin/sh", ""),
        ("/home/me/talk.mp4.exe", ""),
        ("https://example.org/talk.mp4", ""),
        ("", ""),
    ],
)
def test_a_whole_path_of_a_media_file_is_a_recording(typed: str, address: str) -> None:
    assert recording(typed) == address
    assert is_recording(address) is bool(address)


@pytest.mark.parametrize(
    "url",
    [
        "file://server/share/talk.mp4",
        "file:///bin/sh",
        "file:///a.mp4%00.exe/x",
        "file:///a b.mp4",
        "javascript:alert(1).mp4",
        "FILE:///etc/passwd",
    ],
)
def test_nothing_else_on_the_disk_is_ever_opened(url: str) -> None:
    assert not is_recording(url)
    assert not keepable(url)


def test_players_are_told_where_to_begin() -> None:
    assert player_command("/usr/bin/mpv", "/a.mp4", 754) == ["--start=754", "--", "/a.mp4"]
    assert player_command("C:\\VLC\\vlc.exe", "C:\\a.mp4", 9) == [
        "--start-time=9", "--", "C:\\a.mp4",
    ]  # fmt: skip
    assert player_command("totem", "/a.mp4", 9) is None
