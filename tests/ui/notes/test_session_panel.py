"""The head of the sheet and the session's tab: stars, choice, texts, links."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from confnotes.domain.choice import Attendance
from confnotes.domain.errors import NotebookError
from confnotes.domain.identity import new_id
from confnotes.domain.session import Link, LinkKind, LinkState
from helpers.notes_desk import NOON, Desk
from helpers.sheet import CTRL, KEYS, NONE, SHIFT


def test_stars_recommendation_and_the_zero_reach_the_file(desk: Desk) -> None:
    header = desk.workspace.sheet.header
    desk.key(KEYS.Key_R, CTRL | SHIFT)
    desk.until(header.stars.hasFocus)
    desk.key(KEYS.Key_4)
    desk.qtbot.mouseClick(header.bookmark, Qt.MouseButton.LeftButton)
    desk.now = NOON + timedelta(minutes=2)
    desk.qtbot.mouseClick(header.start, Qt.MouseButton.LeftButton)
    desk.tasks.flush()
    session = desk.services.programme.session(desk.ids["Running"]).session
    assert (session.rating, session.recommended, session.started_at) == (4, True, desk.now)
    desk.until(lambda: desk.workspace.sheet.moments.zero == desk.now)


def test_the_session_tab_writes_summary_choice_and_links(desk: Desk) -> None:
    panel = desk.workspace.side.session
    desk.workspace.side.show_tab("session")
    panel.summary.setFocus()
    desk.qtbot.keyClicks(panel.summary, "short")
    panel.takeaway.setFocus()
    panel.attendance.chosen.emit(Attendance.LEFT_EARLY)
    desk.qtbot.mouseClick(panel.add_link, Qt.MouseButton.LeftButton)
    row = panel.findChildren(type(next(iter(panel._rows.values()))))[0]
    desk.qtbot.keyClicks(row.address.edit, "example.org/talk")
    desk.qtbot.keyClick(row.address.edit, KEYS.Key_Return)
    desk.tasks.flush()
    view = desk.services.programme.session(desk.ids["Running"])
    assert view.session.summary == "short"
    assert view.session.choice.attendance is Attendance.LEFT_EARLY
    assert view.session.choice.reason == "the pictures"
    (link,) = view.links
    assert (link.url, link.state) == ("https://example.org/talk", LinkState.THERE)


def test_an_unsafe_address_is_refused_in_its_field(desk: Desk) -> None:
    panel = desk.workspace.side.session
    desk.workspace.side.show_tab("session")
    panel.new_link()
    row = next(iter(panel._rows.values()))
    desk.qtbot.keyClicks(row.address.edit, "javascript://x")
    desk.qtbot.keyClick(row.address.edit, KEYS.Key_Return)
    desk.tasks.flush()
    assert row.address.wrong
    assert desk.services.programme.session(desk.ids["Running"]).links == ()


def test_links_show_whether_they_lead_anywhere(desk: Desk) -> None:
    identity = desk.ids["Running"]
    desk.services.review.put_link(Link(new_id(), identity, LinkKind.PAGE, "https://example.org"))
    button = desk.workspace.sheet.header.links[LinkKind.PAGE]
    desk.until(lambda: button.text() == "Page")
    video = Link(new_id(), identity, LinkKind.VIDEO, state=LinkState.EXPECTED)
    desk.services.review.put_link(video)
    button = desk.workspace.sheet.header.links[LinkKind.VIDEO]
    desk.until(lambda: button.text() == "No video yet")


def test_the_side_panel_folds_in_a_small_window(desk: Desk) -> None:
    side = desk.workspace.side
    assert not side.folded
    desk.workspace.resize(1024, 640)
    desk.until(lambda: side.folded)
    desk.type("fast")
    desk.key(KEYS.Key_F, CTRL | SHIFT)
    desk.type("one")
    desk.key(KEYS.Key_Return)
    assert list(side.footnotes.cards())
    side.open_session_tab()
    assert side.session.isVisible()


@pytest.mark.parametrize(
    ("keys", "rating"),
    [
        ([(KEYS.Key_4, NONE)], 4),
        ([(KEYS.Key_Return, NONE)], 2),
        ([(KEYS.Key_Escape, NONE)], 2),
        ([(KEYS.Key_R, CTRL | SHIFT)], 2),
        ([(KEYS.Key_0, NONE)], None),
        ([(KEYS.Key_Right, NONE), (KEYS.Key_Return, NONE)], 3),
        ([(KEYS.Key_Backspace, NONE), (KEYS.Key_Delete, NONE), (KEYS.Key_Escape, NONE)], 2),
    ],
)
def test_after_rating_by_keys_one_writes_on(
    desk: Desk, keys: list[tuple[Qt.Key, Qt.KeyboardModifier]], rating: int | None
) -> None:
    desk.services.review.rate(desk.ids["Running"], 2)
    header = desk.workspace.sheet.header
    desk.until(lambda: header.stars.rating() == 2)
    desk.type("be")
    desk.key(KEYS.Key_R, CTRL | SHIFT)
    desk.until(header.stars.hasFocus)
    for key, held in keys:
        desk.key(key, held)
    desk.until(desk.editor.hasFocus)
    desk.type("fore")
    desk.workspace.leave()
    desk.tasks.flush()
    session = desk.services.programme.session(desk.ids["Running"]).session
    assert (session.rating, desk.texts("Running")) == (rating, ["before"])


def test_stars_reached_by_tab_keep_the_focus(desk: Desk) -> None:
    stars = desk.workspace.sheet.header.stars
    stars.setFocus(Qt.FocusReason.TabFocusReason)
    desk.key(KEYS.Key_4)
    assert (stars.rating(), stars.hasFocus()) == (4, True)


@pytest.mark.parametrize("width", [1280, 1024])
def test_a_click_on_a_link_that_is_not_there_opens_its_address(desk: Desk, width: int) -> None:
    side, header = desk.workspace.side, desk.workspace.sheet.header
    desk.workspace.resize(width, 700)
    desk.until(lambda: side.folded is (width < 1180))
    desk.qtbot.mouseClick(header.links[LinkKind.SLIDES], Qt.MouseButton.LeftButton)
    (row,) = side.session._rows.values()
    assert row.link.kind is LinkKind.SLIDES
    desk.until(row.address.edit.hasFocus)
    desk.qtbot.mouseClick(header.links[LinkKind.SLIDES], Qt.MouseButton.LeftButton)
    assert list(side.session._rows.values()) == [row]  # no second one
    desk.until(row.address.edit.hasFocus)
    desk.type("example.org/slides")
    desk.key(KEYS.Key_Return)
    desk.tasks.flush()
    (link,) = desk.services.programme.session(desk.ids["Running"]).links
    assert (link.kind, link.url) == (LinkKind.SLIDES, "https://example.org/slides")


def test_an_expected_link_is_filled_in_where_it_stands(desk: Desk) -> None:
    expected = Link(new_id(), desk.ids["Running"], LinkKind.VIDEO, state=LinkState.EXPECTED)
    desk.services.review.put_link(expected)
    header, panel = desk.workspace.sheet.header, desk.workspace.side.session
    desk.until(lambda: panel._rows)
    desk.qtbot.mouseClick(header.links[LinkKind.VIDEO], Qt.MouseButton.LeftButton)
    desk.until(panel._rows[expected.id].address.edit.hasFocus)
    assert len(panel._rows) == 1


def test_the_session_tab_says_what_a_summary_does_to_the_report(desk: Desk) -> None:
    side = desk.workspace.side
    side.show_tab("session")
    assert side.session.about_summary.isVisible()
    assert "plain points out" in side.session.about_summary.text()


def test_summary_and_takeaway_are_a_chord_away_and_lead_back(desk: Desk) -> None:
    panel = desk.workspace.side.session
    desk.type("a line")
    desk.key(KEYS.Key_S, CTRL | SHIFT)
    desk.until(panel.summary.hasFocus)
    desk.qtbot.keyClicks(panel.summary, "in short")
    desk.key(KEYS.Key_W, CTRL | SHIFT)
    desk.until(panel.takeaway.hasFocus)
    desk.key(KEYS.Key_Escape)
    desk.until(desk.editor.hasFocus)
    desk.key(KEYS.Key_S, CTRL | SHIFT)
    desk.until(panel.summary.hasFocus)
    desk.key(KEYS.Key_S, CTRL | SHIFT)
    desk.until(desk.editor.hasFocus)
    desk.key(KEYS.Key_B, CTRL | SHIFT)
    desk.tasks.flush()
    session = desk.services.programme.session(desk.ids["Running"]).session
    assert (session.summary, session.recommended) == ("in short", True)


def test_in_a_small_window_the_panel_comes_over_the_sheet_and_goes(desk: Desk) -> None:
    side = desk.workspace.side
    desk.workspace.resize(1024, 660)
    assert side.folded
    desk.key(KEYS.Key_S, CTRL | SHIFT)
    desk.until(side.session.summary.hasFocus)
    assert side.sheet.isVisible()
    desk.key(KEYS.Key_Escape)
    desk.until(desk.editor.hasFocus)
    assert not side.sheet.isVisible()


def test_a_summary_is_in_the_file_while_it_is_still_being_typed(desk: Desk) -> None:
    desk.key(KEYS.Key_S, CTRL | SHIFT)
    desk.until(desk.workspace.side.session.summary.hasFocus)
    desk.qtbot.keyClicks(desk.workspace.side.session.summary, "half a sent")

    def kept() -> bool:
        session = desk.services.programme.session(desk.ids["Running"]).session
        return session.summary == "half a sent"

    desk.until(kept)
    assert desk.workspace.side.session.summary.hasFocus()


def test_the_planned_start_comes_back(desk: Desk) -> None:
    desk.now += timedelta(minutes=3)
    desk.key(KEYS.Key_T, CTRL | SHIFT)
    desk.until(lambda: desk.workspace.sheet.moments.zero == desk.now)
    desk.workspace.actions_by_name["as_planned"].trigger()
    desk.until(lambda: desk.workspace.sheet.moments.zero == NOON - timedelta(minutes=10))


def test_the_menu_of_the_session_holds_its_actions(desk: Desk) -> None:
    desk.workspace.sheet.header.more.click()
    menu = desk.workspace.findChild(QMenu)
    assert menu is not None
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert {"Talk starts now", "Talk starts as planned"} <= set(texts)
    menu.close()


def test_two_things_said_of_a_session_in_one_go_are_both_kept(desk: Desk) -> None:
    panel = desk.workspace.side.session
    desk.workspace.side.open_session_tab()
    panel.reason.setFocus()
    desk.key(KEYS.Key_End, CTRL)
    desk.type(", and more")
    panel.later.setFocus()
    desk.key(KEYS.Key_Space)
    panel.attendance.chosen.emit(Attendance.MISSED)
    desk.workspace.leave()
    desk.tasks.settle()
    choice = desk.services.programme.session(desk.ids["Running"]).session.choice
    assert choice.reason == "the pictures, and more"
    assert (choice.attendance, choice.watch_later) == (Attendance.MISSED, True)


def test_the_next_session_shows_its_own_summary(desk: Desk) -> None:
    side = desk.workspace.side
    side.write("summary")
    desk.type("about this one")
    desk.key(KEYS.Key_PageDown, CTRL)
    assert side.session.summary.text() == ""
    side.write("summary")
    desk.type("about the next")
    desk.workspace.leave()
    desk.tasks.settle()
    sessions = desk.services.programme.view(desk.conference).by_id
    summaries = {desk_id: view.session.summary for desk_id, view in sessions.items()}
    assert summaries[desk.ids["Running"]] == "about this one"
    assert sorted(filter(None, summaries.values())) == ["about the next", "about this one"]


def test_undo_in_a_field_leads_to_no_words_of_another_session(desk: Desk) -> None:
    side = desk.workspace.side
    side.write("summary")
    desk.type("x")
    desk.key(KEYS.Key_Backspace)
    desk.key(KEYS.Key_PageDown, CTRL)
    side.write("summary")
    desk.key(KEYS.Key_Z, CTRL)
    assert side.session.summary.text() == ""


def test_what_the_file_has_not_taken_is_shown_when_one_comes_back(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel, review = desk.workspace.side.session, desk.services.review

    def refused(*_values: object, **_more: object) -> None:
        raise NotebookError("notebook.disk_full", path="n")

    with monkeypatch.context() as patch:
        patch.setattr(review, "set_text", refused)
        desk.workspace.side.write("summary")
        desk.type("waits")
        desk.workspace.show_session(desk.ids["Other"])
        desk.tasks.settle()
        desk.workspace.show_session(desk.ids["Running"])
        assert panel.summary.text() == "waits"
        desk.tasks.settle()
    desk.workspace.side.write("summary")
    desk.key(KEYS.Key_End, CTRL)
    desk.type(" no more")
    desk.workspace.leave()
    desk.until(lambda: not desk.workspace.owes())
    session = desk.services.programme.session(desk.ids["Running"]).session
    assert session.summary == "waits no more"


def test_an_address_being_typed_is_kept_when_the_window_goes(desk: Desk) -> None:
    desk.workspace.side.open_session_tab()
    desk.workspace.side.session.new_link()
    desk.type("example.org/x")
    desk.workspace.leave()
    desk.tasks.settle()
    (link,) = desk.services.programme.session(desk.ids["Running"]).links
    assert (link.url, link.state) == ("https://example.org/x", LinkState.THERE)
