"""A recording on one's own disk as the video of a session."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from confnotes.domain.errors import ConfnotesError
from confnotes.domain.identity import new_id
from confnotes.domain.session import Link, LinkKind
from confnotes.services.bundle import Services
from confnotes.services.views import Asks
from confnotes.ui.review.workspace import ReviewWorkspace
from helpers.sheet import ALT, KEYS


def test_a_player_is_started_at_the_second_of_a_line(
    qtbot: QtBot,
    review: ReviewWorkspace,
    services: Services,
    ids: dict[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told, film, program = tmp_path / "told", tmp_path / "talk one.mp4", tmp_path / "mpv"
    film.write_bytes(b"film")
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {told}\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    review.show_list(Asks.UNCLEAR)
    qtbot.waitUntil(lambda: len(review.queue.model.items()) == 3)
    panel = review.queue.panel
    panel.address.setFocus()
    qtbot.keyClicks(panel.address.edit, str(film))
    qtbot.keyClick(panel.address.edit, KEYS.Key_Return)
    qtbot.waitUntil(panel.video.isVisible)
    (link,) = services.programme.session(ids["Opening"]).links
    assert link.url == film.as_uri()
    qtbot.keyClick(review.queue.list, KEYS.Key_V, ALT)
    qtbot.waitUntil(told.exists)
    qtbot.waitUntil(lambda: told.read_text().count("\n") == 3)
    start, _, path = told.read_text().splitlines()
    assert path == str(film)
    assert int(start.removeprefix("--start=")) > 0


def test_a_recording_that_is_gone_is_said(
    qtbot: QtBot, review: ReviewWorkspace, services: Services, ids: dict[str, str]
) -> None:
    services.review.put_link(
        Link(new_id(), ids["Opening"], LinkKind.VIDEO, "file:///nowhere/talk.mp4")
    )
    errors: list[ConfnotesError] = []
    review.failed.connect(errors.append)
    review.show_list(Asks.UNCLEAR)
    qtbot.waitUntil(review.queue.panel.video.isVisible)
    review.queue.panel.open_video()
    assert [(e.code, e.facts["path"]) for e in errors] == [
        ("review.recording_gone", "/nowhere/talk.mp4")
    ]
