"""The table narrowed by words, by tags, and to what is still to be done."""

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from confnotes.services.bundle import Services
from confnotes.ui.review.filtering import Wanted, matching
from confnotes.ui.review.rows import ReviewRow
from confnotes.ui.review.workspace import ReviewWorkspace
from helpers.sheet import CTRL, KEYS


def shown(review: ReviewWorkspace) -> list[str]:
    """Return the titles in the table."""
    return [row.title for row in review.model.rows() if isinstance(row, ReviewRow)]


def commit(field: QWidget, words: str) -> None:
    """Type words through an input method."""
    event = QInputMethodEvent("", [])
    event.setCommitString(words)
    QApplication.sendEvent(field, event)


def test_words_of_titles_and_rooms_narrow_the_table(review: ReviewWorkspace, qtbot: QtBot) -> None:
    qtbot.keyClick(review.table, KEYS.Key_F, CTRL)
    field = review.head.filter.field
    qtbot.waitUntil(field.edit.hasFocus)
    qtbot.keyClicks(field.edit, "MESH")
    assert shown(review) == ["Meshes at sea"]
    qtbot.keyClick(field.edit, KEYS.Key_Return)
    assert review.table.hasFocus()
    assert review.form.title.text() == "Meshes at sea"


def test_nothing_that_fits_is_said_and_escape_brings_all_back(
    review: ReviewWorkspace, qtbot: QtBot
) -> None:
    review.head.filter.focus()
    field = review.head.filter.field.edit
    qtbot.keyClicks(field, "zzz")
    assert review.empty.isVisible()
    assert "filter" in review.empty.accessibleName()
    assert review.head.words.text() == "0 of 3 reviewed"
    qtbot.keyClick(field, KEYS.Key_Escape)
    assert len(shown(review)) == 3
    assert field.text() == ""
    qtbot.keyClick(field, KEYS.Key_Escape)
    assert review.table.hasFocus()


def test_what_is_composed_narrows_nothing_yet(review: ReviewWorkspace) -> None:
    field = review.head.filter.field.edit
    field.setFocus()
    QApplication.sendEvent(field, QInputMethodEvent("うみ", []))
    assert len(shown(review)) == 3
    commit(field, "海")
    assert shown(review) == []


def test_toggles_leave_what_is_still_to_be_done(
    review: ReviewWorkspace, services: Services, ids: dict[str, str], qtbot: QtBot
) -> None:
    services.review.set_reviewed(ids["Opening"], on=True)
    qtbot.waitUntil(lambda: review.head.words.text() == "1 of 3 reviewed")
    qtbot.keyClick(review.head.filter.unreviewed, KEYS.Key_Space)
    assert shown(review) == ["Meshes at sea", "Second morning"]
    qtbot.keyClick(review.head.filter.open, KEYS.Key_Space)
    assert shown(review) == ["Meshes at sea", "Second morning"]
    review.head.filter.reset()
    assert len(shown(review)) == 3


def test_tags_are_written_in_the_form_and_found(
    review: ReviewWorkspace, services: Services, ids: dict[str, str], qtbot: QtBot
) -> None:
    review.show_session(ids["Meshes at sea"])
    field = review.form.tags.edit
    field.setFocus()
    qtbot.keyClicks(field, "Edge, ")
    commit(field, "店舗")
    qtbot.keyClick(field, KEYS.Key_Return)
    qtbot.waitUntil(lambda: not review.owing)
    tags = services.programme.session(ids["Meshes at sea"]).session.tags
    assert tags == ("Edge", "店舗")
    qtbot.waitUntil(lambda: review.form.tags.text() == "Edge, 店舗")
    review.head.filter.focus()
    qtbot.keyClicks(review.head.filter.field.edit, "#edge")
    assert shown(review) == ["Meshes at sea"]


def test_tags_half_typed_are_kept_with_their_own_session(
    review: ReviewWorkspace, services: Services, ids: dict[str, str], qtbot: QtBot
) -> None:
    review.show_session(ids["Opening"])
    review.form.tags.edit.setFocus()
    qtbot.keyClicks(review.form.tags.edit, "keynote")
    review.show_session(ids["Meshes at sea"])
    qtbot.waitUntil(lambda: not review.owing)
    assert services.programme.session(ids["Opening"]).session.tags == ("keynote",)
    assert services.programme.session(ids["Meshes at sea"]).session.tags == ()
    assert review.form.tags.text() == ""


def test_the_filter_is_for_tables_alone(review: ReviewWorkspace, qtbot: QtBot) -> None:
    qtbot.keyClick(review.table, KEYS.Key_PageDown, CTRL)
    qtbot.keyClick(review.table, KEYS.Key_PageDown, CTRL)
    assert not review.head.filter.isVisible()
    review.actions_by_name["filter"].trigger()
    assert review.head.filter.field.edit.hasFocus()
    assert review.table.isVisible()


def test_a_tag_is_meant_from_its_beginning() -> None:
    row = ReviewRow(
        "1", 0, "Meshes", "e", None, "", ("Ann Li",), "Dock 3", None, False, 1, 0, 0, None, None,
        0, False, False, ("service mesh", "Ｋ３ｓ"),
    )  # fmt: skip
    for text, found in (
        ("#ser", True),
        ("#mesh", False),
        ("#k3", True),
        ("ann dock", True),
        ("ann pier", False),
    ):
        assert bool(matching([row], Wanted(text))) is found


def test_a_session_that_is_asked_for_is_shown_whatever_is_filtered(
    review: ReviewWorkspace, ids: dict[str, str], qtbot: QtBot
) -> None:
    review.head.filter.focus()
    qtbot.keyClicks(review.head.filter.field.edit, "mesh")
    review.show_session(ids["Meshes at sea"])
    assert shown(review) == ["Meshes at sea"]  # it is there: the filter stays
    review.show_session(ids["Opening"])
    assert review.table.current_id() == ids["Opening"]
    assert review.form.title.text() == "Opening"
    assert review.table.hasFocus()
    assert review.head.filter.field.text() == ""
    review.show_session(ids["Some time"])  # not attended, in no list
    assert review.table.current_id() == ids["Opening"]
