"""The transcript beside the notes follows the caret."""

from datetime import timedelta

from helpers.notes_desk import NOON, Desk
from helpers.sheet import KEYS

TEXT = "10:30\nforty ships\n12:00\none cable\n19:00\nthe end"
"""Of a talk that begins ten minutes before noon."""


def test_each_line_shows_what_was_being_said(desk: Desk) -> None:
    side = desk.workspace.side
    desk.now = NOON + timedelta(seconds=40)
    desk.type("ships")
    desk.now = NOON + timedelta(seconds=125)
    desk.type("\ncable")
    side.show_tab("heard")
    assert "Review" in side.heard.empty.text()
    desk.services.transcripts.take_text(desk.ids["Running"], TEXT, "copied")
    desk.until(side.heard.said.isVisible)
    assert side.heard.said.words() == "one cable"
    desk.key(KEYS.Key_Up)
    assert side.heard.said.words() == "forty ships"
    side.heard.grab()
    desk.tasks.flush()
    desk.services.queue.set_video_offset(desk.ids["Running"], 500)
    desk.until(lambda: side.heard.said.words() == "the end")


def test_another_session_shows_its_own(desk: Desk) -> None:
    side = desk.workspace.side
    desk.type("ships")
    desk.services.transcripts.take_text(desk.ids["Running"], TEXT, "copied")
    side.show_tab("heard")
    desk.until(side.heard.said.isVisible)
    desk.workspace.show_session(desk.ids["Late"])
    desk.until(lambda: not side.heard.said.isVisible())
    assert side.heard.empty.isVisible()
