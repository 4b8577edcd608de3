"""From when the moments count: told where it is done, and taken back."""

from datetime import timedelta

from PySide6.QtCore import Qt

from confnotes.ui.notes.footnote_panel import FootnoteCard
from helpers.notes_desk import NOON, Desk
from helpers.sheet import CTRL, KEYS, SHIFT


def places(desk: Desk) -> list[str]:
    """Return what is said under each footnote of the side panel."""
    return [card.place.text() for card in desk.workspace.side.findChildren(FootnoteCard)]


def test_a_slip_on_talk_starts_now_is_told_and_taken_back(desk: Desk) -> None:
    start, workspace = desk.workspace.desks.start, desk.workspace
    planned = workspace.sheet.moments.zero
    desk.now = NOON + timedelta(minutes=2)
    desk.qtbot.mouseClick(workspace.sheet.header.start, Qt.MouseButton.LeftButton)
    assert start.bar.isVisible()
    assert workspace.sheet.moments.clock(desk.now, seconds=True) in start.bar.words.text()
    desk.until(lambda: workspace.sheet.moments.zero == desk.now)
    start.bar.action.click()
    desk.until(lambda: workspace.sheet.moments.zero == planned)
    desk.tasks.flush()
    assert desk.services.programme.session(desk.ids["Running"]).session.started_at is None
    assert not start.bar.isVisible()
    assert workspace.sheet.editor.hasFocus()


def test_take_back_leads_to_the_zero_that_was_set_before(desk: Desk) -> None:
    start, first = desk.workspace.desks.start, NOON + timedelta(minutes=1)
    desk.now = first
    start.now()
    desk.until(lambda: desk.workspace.sheet.moments.zero == first)
    start.as_planned()
    desk.until(lambda: desk.workspace.sheet.moments.zero != first)
    start.bar.action.click()
    desk.until(lambda: desk.workspace.sheet.moments.zero == first)


def test_the_bar_is_not_there_where_nothing_changed_or_another_session_is_open(desk: Desk) -> None:
    start = desk.workspace.desks.start
    start.as_planned()
    assert not start.bar.isVisible()
    desk.now = NOON + timedelta(minutes=1)
    start.now()
    assert start.bar.isVisible()
    desk.workspace.show_session(desk.ids["Late"])
    assert not start.bar.isVisible()


def test_the_places_of_footnotes_move_with_the_zero(desk: Desk) -> None:
    desk.now = NOON + timedelta(minutes=5)
    desk.type("a line")
    desk.key(KEYS.Key_F, CTRL | SHIFT)
    desk.type("a footnote\n")
    before = places(desk)
    desk.workspace.desks.start.now()
    desk.until(lambda: places(desk) != before)
