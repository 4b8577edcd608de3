"""Review over a real notebook, by key, mouse and input-method events."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from confnotes.domain.choice import Attendance, Intent
from confnotes.domain.session import LinkKind, LinkState, Session
from confnotes.domain.text import Language
from confnotes.services.bundle import Services
from confnotes.ui.parts.fields import LineField, TextField
from confnotes.ui.parts.theme import theme
from confnotes.ui.parts.two_texts import TextInput
from confnotes.ui.review.rows import Column, GroupRow, ReviewRow
from confnotes.ui.review.table_delegate import stars_left
from confnotes.ui.review.workspace import ReviewWorkspace
from helpers.hands import CTRL, KEYS, click, compose, key, write
from helpers.window import button


def titles(review: ReviewWorkspace) -> list[str]:
    return [row.title for row in review.model.rows()]


def stored(services: Services, identity: str) -> Session:
    return services.programme.session(identity).session


def settle(review: ReviewWorkspace, qtbot: QtBot) -> None:
    review.form.flush()
    qtbot.waitUntil(lambda: not review.owing, timeout=10_000)


def field(input_: TextInput) -> LineField | TextField:
    return input_.field


def hand(input_: TextInput, text: str) -> None:
    """Type into a field, of one line or several."""
    found = field(input_)
    write(found if isinstance(found, TextField) else found.edit, text)


def cell(review: ReviewWorkspace, title: str, column: Column) -> QPoint:
    row = titles(review).index(title)
    return review.table.visualRect(review.model.index(row, column)).center()


def test_what_was_attended_stands_under_its_day(review: ReviewWorkspace) -> None:
    assert titles(review) == ["Day 1", "Opening", "Meshes at sea", "Day 2", "Second morning"]
    assert review.head.words.text() == "0 of 3 reviewed"
    row = review.model.rows()[1]
    assert isinstance(row, ReviewRow)
    assert (row.lines, row.unclear, row.todos, row.time) == (3, 1, 1, "9:00")


def test_a_digit_rates_and_zero_takes_the_stars_away(
    review: ReviewWorkspace, services: Services, ids: dict[str, str], qtbot: QtBot
) -> None:
    key(review.table, KEYS.Key_4)
    settle(review, qtbot)
    assert stored(services, ids["Opening"]).rating == 4
    assert review.form.stars.rating() == 4
    key(review.table, KEYS.Key_0)
    settle(review, qtbot)
    assert stored(services, ids["Opening"]).rating is None


def test_arrows_step_over_the_heads_of_days(review: ReviewWorkspace, ids: dict[str, str]) -> None:
    said = [review.table.current_id()]
    for _ in range(3):
        key(review.table, KEYS.Key_Down)
        said.append(review.table.current_id())
    assert said == [ids[t] for t in ("Opening", "Meshes at sea", "Second morning")] + [
        ids["Second morning"]
    ]
    key(review.table, KEYS.Key_Up)
    assert review.form.title.text() == "Meshes at sea"
    key(review.table, KEYS.Key_Up)
    key(review.table, KEYS.Key_Up)
    assert review.table.current_id() == ids["Opening"]


def test_stars_are_clicked_in_place(
    review: ReviewWorkspace, services: Services, ids: dict[str, str], qtbot: QtBot
) -> None:
    row = titles(review).index("Meshes at sea")
    rect = review.table.visualRect(review.model.index(row, Column.RATING))
    third = QPoint(round(stars_left(rect.toRectF()) + 2 * 17 + 6), rect.center().y())
    click(review.table.viewport(), third)
    settle(review, qtbot)
    assert stored(services, ids["Meshes at sea"]).rating == 3
    click(review.table.viewport(), third)
    settle(review, qtbot)
    assert stored(services, ids["Meshes at sea"]).rating is None


def test_space_ticks_what_the_cell_is_about(
    review: ReviewWorkspace, services: Services, ids: dict[str, str], qtbot: QtBot
) -> None:
    key(review.table, KEYS.Key_Space)
    settle(review, qtbot)
    assert stored(services, ids["Opening"]).reviewed
    assert review.head.words.text() == "1 of 3 reviewed"
    key(review.table, KEYS.Key_Right)
    key(review.table, KEYS.Key_Right)
    key(review.table, KEYS.Key_Space)
    settle(review, qtbot)
    assert stored(services, ids["Opening"]).recommended


def test_marks_are_clicked_in_place(
    review: ReviewWorkspace, services: Services, ids: dict[str, str], qtbot: QtBot
) -> None:
    click(review.table.viewport(), cell(review, "Second morning", Column.REVIEWED))
    click(review.table.viewport(), cell(review, "Second morning", Column.RECOMMENDED))
    settle(review, qtbot)
    session = stored(services, ids["Second morning"])
    assert (session.reviewed, session.recommended) == (True, True)


def test_a_head_sorts_down_then_up_then_back_to_days(
    review: ReviewWorkspace, services: Services, ids: dict[str, str], qtbot: QtBot
) -> None:
    services.review.rate(ids["Second morning"], 5)
    services.review.rate(ids["Opening"], 2)
    qtbot.waitUntil(lambda: any(getattr(r, "rating", None) == 2 for r in review.model.rows()))
    head = review.table.head
    head.setFocus(Qt.FocusReason.TabFocusReason)
    key(head, KEYS.Key_Right)
    key(head, KEYS.Key_Return)
    assert titles(review) == ["Second morning", "Opening", "Meshes at sea"]
    key(head, KEYS.Key_Space)
    assert titles(review) == ["Meshes at sea", "Opening", "Second morning"]
    key(head, KEYS.Key_Space)
    assert isinstance(review.model.rows()[0], GroupRow)


def test_enter_goes_to_the_words_of_the_session(review: ReviewWorkspace) -> None:
    review.table.setCurrentIndex(review.model.index(1, Column.SUMMARY))
    key(review.table, KEYS.Key_Return)
    assert field(review.form.fields["summary"].original).hasFocus()


def test_summary_and_takeaway_are_saved_while_one_types(
    review: ReviewWorkspace, services: Services, ids: dict[str, str], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(review.saved):
        hand(review.form.fields["summary"].original, "海の話。")
    settle(review, qtbot)
    hand(review.form.fields["takeaway"].original, "試す。")
    settle(review, qtbot)
    session = stored(services, ids["Opening"])
    assert (session.summary, session.takeaway) == ("海の話。", "試す。")
    row = review.model.rows()[1]
    assert isinstance(row, ReviewRow)
    assert row.summary


def test_the_form_says_what_a_summary_does_to_the_report(review: ReviewWorkspace) -> None:
    form = review.form
    assert form.printed.isVisible()
    assert "plain points out" in form.printed.text()
    above = form.fields["summary"].mapTo(form, form.fields["summary"].rect().bottomLeft())
    below = form.fields["takeaway"].mapTo(form, form.fields["takeaway"].rect().topLeft())
    assert above.y() < form.printed.mapTo(form, form.printed.rect().topLeft()).y() < below.y()


def test_a_composition_outlives_saves_and_news(
    review: ReviewWorkspace, services: Services, ids: dict[str, str], qtbot: QtBot
) -> None:
    summary = field(review.form.fields["summary"].original)
    assert isinstance(summary, TextField)
    write(summary, "x")
    compose(summary, "へんかん")
    with qtbot.waitSignal(review.saved):
        pass
    services.review.rate(ids["Second morning"], 1)
    settle(review, qtbot)
    assert summary.textCursor().block().layout().preeditAreaText() == "へんかん"
    compose(summary, "", "変換")
    settle(review, qtbot)
    assert stored(services, ids["Opening"]).summary == "x変換"


def test_going_to_another_session_takes_all_that_was_typed_along(
    review: ReviewWorkspace, services: Services, ids: dict[str, str], qtbot: QtBot
) -> None:
    hand(review.form.fields["heading"].original, "My heading")
    click(review.table.viewport(), cell(review, "Meshes at sea", Column.SESSION))
    assert field(review.form.fields["heading"].original).text() == ""
    settle(review, qtbot)
    assert stored(services, ids["Opening"]).heading == "My heading"
    assert stored(services, ids["Meshes at sea"]).heading == ""


def test_a_text_has_a_version_in_the_other_language_that_goes_stale(
    review: ReviewWorkspace,
    services: Services,
    ids: dict[str, str],
    conference: str,
    qtbot: QtBot,
) -> None:
    summary = review.form.fields["summary"]
    hand(summary.original, "海の話でした。")
    settle(review, qtbot)
    assert summary.add.text() == "English"
    click(summary.add)
    hand(summary.version, "It was about the sea.")
    settle(review, qtbot)

    def shown() -> tuple[str, bool]:
        texts = services.review.versions(conference)
        original = stored(services, ids["Opening"]).summary
        rendering = texts.render(ids["Opening"], "summary", original, Language.EN)
        return rendering.text, rendering.stale

    assert shown() == ("It was about the sea.", False)
    assert not summary.stale.isVisible()
    hand(summary.original, "とても。")
    settle(review, qtbot)
    assert shown()[1]
    assert summary.stale.isVisible()
    assert summary.stale.words.text() == "Japanese changed since"
    click(summary.stale.right)
    settle(review, qtbot)
    assert shown() == ("It was about the sea.", False)
    assert not summary.stale.isVisible()


def test_an_emptied_version_is_gone(
    review: ReviewWorkspace, services: Services, conference: str, qtbot: QtBot
) -> None:
    heading = review.form.fields["heading"]
    hand(heading.original, "見出しです")
    settle(review, qtbot)
    click(heading.add)
    hand(heading.version, "A heading")
    settle(review, qtbot)
    edit = field(heading.version)
    assert isinstance(edit, LineField)
    key(edit.edit, KEYS.Key_A, CTRL)
    key(edit.edit, KEYS.Key_Delete)
    settle(review, qtbot)
    assert not services.review.versions(conference).versions


def test_the_reason_changes_and_the_choice_stays(
    review: ReviewWorkspace, services: Services, ids: dict[str, str], qtbot: QtBot
) -> None:
    click(review.form.attendance.segment(Attendance.LEFT_EARLY))
    settle(review, qtbot)
    hand(review.form.fields["reason"].original, "船が好き")
    settle(review, qtbot)
    choice = stored(services, ids["Opening"]).choice
    assert (choice.intent, choice.attendance, choice.reason) == (
        Intent.NONE,
        Attendance.LEFT_EARLY,
        "船が好き",
    )


def test_what_turns_out_missed_leaves_the_table(review: ReviewWorkspace, qtbot: QtBot) -> None:
    click(review.form.attendance.segment(Attendance.MISSED))
    qtbot.waitUntil(lambda: "Opening" not in titles(review))
    assert review.table.current_id()


def test_a_link_is_added_with_its_state_and_removed(
    review: ReviewWorkspace, services: Services, ids: dict[str, str], qtbot: QtBot
) -> None:
    def links() -> list[tuple[LinkKind, str, LinkState]]:
        found = services.programme.session(ids["Opening"]).links
        return [(link.kind, link.url, link.state) for link in found]

    review.form.links.begin(LinkKind.VIDEO)
    row = review.form.links.rows()[0]
    qtbot.waitUntil(row.isVisible)
    write(row.address.edit, "javascript:alert(1)\n")
    settle(review, qtbot)
    assert row.wrong.isVisible()
    assert links() == []
    row.address.edit.selectAll()
    write(row.address.edit, "https://example.org/v\n")
    settle(review, qtbot)
    assert links() == [(LinkKind.VIDEO, "https://example.org/v", LinkState.THERE)]
    assert not row.wrong.isVisible()
    shown = review.model.rows()[1]
    assert isinstance(shown, ReviewRow)
    assert shown.video is LinkState.THERE
    key(row.state, KEYS.Key_Down)
    settle(review, qtbot)
    assert links()[0][2] is LinkState.EXPECTED
    click(row.remove)
    settle(review, qtbot)
    assert links() == []


def test_notes_are_one_press_away(
    review: ReviewWorkspace, ids: dict[str, str], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(review.open_session) as told:
        click(button(review, "Open the notes"))
    assert told.args == [ids["Opening"]]


def test_before_anything_was_attended_it_says_what_to_do(
    review: ReviewWorkspace, services: Services
) -> None:
    empty, _ = services.programme.create_conference("Next Days", "UTC")
    review.set_conference(empty)
    assert not review.table.isVisible()
    assert not review.side.isVisible()
    assert review.empty.isVisible()
    assert review.head.words.text() == ""


def test_a_hidden_review_catches_up_when_it_comes_back(
    review: ReviewWorkspace, services: Services, ids: dict[str, str], qtbot: QtBot
) -> None:
    review.hide()
    services.review.rate(ids["Opening"], 5)
    qtbot.wait(20)
    review.show()
    review.activated()
    row = review.model.rows()[1]
    assert isinstance(row, ReviewRow)
    assert row.rating == 5


def test_at_1024_the_form_is_a_strip_and_all_columns_stay(
    review: ReviewWorkspace, qtbot: QtBot
) -> None:
    review.resize(952, 668)
    assert review.side.folded

    def all_there() -> bool:
        last = review.table.visualRect(review.model.index(1, Column.SUMMARY))
        return last.right() < review.table.viewport().width()

    qtbot.waitUntil(all_there)
    assert review.table.columnWidth(Column.SESSION) >= 260
    key(review.table, KEYS.Key_Return)
    assert review.form.isVisible()


def test_cells_say_all_of_themselves(review: ReviewWorkspace) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    said = [str(review.model.data(review.model.index(1, c), role)) for c in Column]
    assert said[Column.SESSION] == "Opening, 9:00  Hall"
    assert said[Column.RATING] == "Rating: no stars"
    assert said[Column.UNCLEAR] == "Missed: 1"
    assert said[Column.LINKS] == "Material: slides unknown, video unknown"


@pytest.mark.parametrize("dark", [False, True])
def test_the_row_one_is_on_is_painted_across_all_columns(
    review: ReviewWorkspace, dark: bool
) -> None:
    theme().set_dark(dark)
    shot = review.table.viewport().grab().toImage()
    middle = cell(review, "Opening", Column.SESSION).y()
    between = [review.table.visualRect(review.model.index(1, c)).right() for c in list(Column)[:-1]]
    assert {shot.pixelColor(x, middle).name() for x in between} == {
        theme().tokens.accent_soft.name()
    }


def test_undo_leads_to_no_words_of_another_session(
    review: ReviewWorkspace, services: Services, ids: dict[str, str], qtbot: QtBot
) -> None:
    summary = field(review.form.fields["summary"].original)
    heading = field(review.form.fields["heading"].original)
    assert isinstance(summary, TextField)
    assert isinstance(heading, LineField)
    for edit in (summary, heading.edit):
        edit.setFocus()
        write(edit, "of this one")
        key(edit, KEYS.Key_A, CTRL)
        key(edit, KEYS.Key_Delete)
    settle(review, qtbot)
    review.show_session(ids["Second morning"])
    for edit in (summary, heading.edit):
        edit.setFocus()
        key(edit, KEYS.Key_Z, CTRL)
    settle(review, qtbot)
    assert stored(services, ids["Second morning"]).summary == ""
    assert (summary.text(), heading.text()) == ("", "")
