"""The queue of what one did not catch: walked by keys, answered, settled, and its video."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line
from confnotes.domain.session import Link, LinkKind, LinkState
from confnotes.services.bundle import Services
from confnotes.services.views import Asks
from confnotes.settings import Settings
from confnotes.ui.parts.words import elapsed
from confnotes.ui.review.queue_items import seconds_of
from confnotes.ui.review.workspace import LATER, SESSIONS, ReviewWorkspace
from helpers.sheet import ALT, CTRL, KEYS


@pytest.fixture
def queue(qtbot: QtBot, review: ReviewWorkspace) -> ReviewWorkspace:
    """Return Review with the did-not-catch list in front."""
    review.show_list(Asks.UNCLEAR)
    qtbot.waitUntil(lambda: len(review.queue.model.items()) == 3)
    qtbot.waitUntil(review.queue.list.hasFocus)
    return review


@pytest.fixture
def line_of(services: Services) -> Callable[[str], Line]:
    """Return what reads a line anew from the file."""

    def read(line_id: str) -> Line:
        for summary in services.programme.conferences():
            for view in services.programme.view(summary.conference.id).sessions:
                for line in services.notes.view(view.session.id).lines:
                    if line.id == line_id:
                        return line
        raise LookupError(line_id)

    return read


def left_are(review: ReviewWorkspace, count: int) -> bool:
    return len(review.queue.model.items()) == count


def current(review: ReviewWorkspace) -> Line:
    item = review.queue.list.current()
    assert item is not None
    return item.line


def test_the_lists_say_how_many_there_are(queue: ReviewWorkspace) -> None:
    names = [queue.tabs.tab(key).accessibleName() for key in (SESSIONS, *Asks)]
    assert names == ["Sessions 3", "Did not catch 3", "Not sure", "To do 3"]
    assert queue.queue.panel.count.text() == "1 / 3"
    assert "unclear words" in queue.queue.panel.around.accessibleName()
    queue.grab()


def test_an_answer_is_written_kept_and_settled_by_keys(
    qtbot: QtBot, queue: ReviewWorkspace, line_of: Callable[[str], Line]
) -> None:
    first = current(queue)
    panel = queue.queue.panel
    qtbot.keyClick(queue.queue.list, KEYS.Key_Return)
    qtbot.waitUntil(panel.answer.field.hasFocus)
    qtbot.keyClicks(panel.answer.field, "it turns")
    qtbot.waitUntil(lambda: line_of(first.id).answer == "it turns")
    assert not line_of(first.id).resolved
    assert panel.answer.field.hasFocus()
    qtbot.keyClicks(panel.answer.field, " slowly")
    qtbot.keyClick(panel.answer.field, KEYS.Key_Return, CTRL)
    qtbot.waitUntil(lambda: len(queue.queue.model.items()) == 2)
    assert line_of(first.id).resolved
    assert line_of(first.id).answer == "it turns slowly"
    assert current(queue).id != first.id
    assert panel.answer.text() == ""
    assert panel.count.text() == "1 / 2"


def test_the_last_one_leaves_an_empty_list_that_says_so(
    qtbot: QtBot, queue: ReviewWorkspace
) -> None:
    field = queue.queue.panel.answer.field
    for left in (2, 1, 0):
        qtbot.keyClick(queue.queue.list, KEYS.Key_Space)
        qtbot.waitUntil(field.hasFocus)  # nothing was found out yet: the answer is asked for
        assert left_are(queue, left + 1)
        qtbot.keyClicks(field, "found")
        qtbot.keyClick(field, KEYS.Key_Return, CTRL)
        qtbot.waitUntil(partial(left_are, queue, left))
    assert queue.empty.isVisible()
    assert "did not catch" in queue.empty.accessibleName()
    assert not queue.side.isVisible()


def test_later_and_earlier_settle_nothing(qtbot: QtBot, queue: ReviewWorkspace) -> None:
    first = current(queue)
    qtbot.keyClick(queue.queue.list, KEYS.Key_Down, ALT)
    assert current(queue).id != first.id
    qtbot.keyClick(queue.queue.list, KEYS.Key_Up, ALT)
    assert current(queue).id == first.id
    assert len(queue.queue.model.items()) == 3


def test_going_on_keeps_what_was_typed(
    qtbot: QtBot, queue: ReviewWorkspace, line_of: Callable[[str], Line]
) -> None:
    first, panel = current(queue), queue.queue.panel
    panel.answer.setFocus()
    qtbot.keyClicks(panel.answer.field, "half")
    queue.queue.step(1)
    assert panel.answer.text() == ""
    qtbot.waitUntil(lambda: line_of(first.id).answer == "half")
    queue.queue.step(-1)
    qtbot.waitUntil(lambda: panel.answer.text() == "half")


def test_a_composition_in_the_answer_is_left_alone(qtbot: QtBot, queue: ReviewWorkspace) -> None:
    field = queue.queue.panel.answer.field
    field.setFocus()
    QApplication.sendEvent(field, QInputMethodEvent("にほ", []))
    queue.queue.read(queue._conference)
    qtbot.wait(50)
    done = QInputMethodEvent("", [])
    done.setCommitString("日本")
    QApplication.sendEvent(field, done)
    assert queue.queue.panel.answer.text() == "日本"


def test_todos_are_done_one_by_one(
    qtbot: QtBot, queue: ReviewWorkspace, line_of: Callable[[str], Line]
) -> None:
    qtbot.keyClick(queue.queue.list, KEYS.Key_PageDown, CTRL)
    assert queue.tabs.key() is Asks.UNSURE
    assert queue.empty.isVisible()
    qtbot.keyClick(queue.empty, KEYS.Key_PageDown, CTRL)
    assert queue.tabs.key() is Asks.TODO
    todo = current(queue)
    assert not queue.queue.panel.answer.isVisible()
    qtbot.keyClick(queue.queue.list, KEYS.Key_Space)
    qtbot.waitUntil(lambda: line_of(todo.id).done)
    qtbot.keyClick(queue.queue.list, KEYS.Key_PageDown, CTRL)
    assert queue.photos.page.nothing.choose.hasFocus()
    qtbot.keyClick(queue.photos.page.nothing.choose, KEYS.Key_PageDown, CTRL)
    while queue.tabs.key() != SESSIONS:  # footnotes and names are empty, too
        qtbot.keyClick(queue.empty, KEYS.Key_PageDown, CTRL)
    qtbot.waitUntil(queue.table.hasFocus)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the addresses that the system is asked to open."""
    found: list[str] = []

    def take(url: QUrl) -> bool:
        found.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    return found


def test_the_video_opens_at_the_second(
    qtbot: QtBot, services: Services, queue: ReviewWorkspace, opened: list[str]
) -> None:
    item = queue.queue.list.current()
    assert item is not None
    session, panel = item.session.session, queue.queue.panel
    assert panel.address.isVisible()
    qtbot.keyClick(queue.queue.list, KEYS.Key_V)
    qtbot.waitUntil(panel.address.edit.hasFocus)
    qtbot.keyClicks(panel.address.edit, "youtu.be/abc")
    qtbot.keyClick(panel.address.edit, KEYS.Key_Return)
    qtbot.waitUntil(panel.video.isVisible)
    (link,) = services.programme.session(session.id).links
    assert (link.kind, link.url) == (LinkKind.VIDEO, "https://youtu.be/abc")
    queue.take_settings(Settings(reaction=5))
    panel.begins.setFocus()
    panel.begins.edit.insert("１：３５")  # as an input method leaves it
    qtbot.keyClick(panel.begins.edit, KEYS.Key_Return)
    qtbot.waitUntil(lambda: services.programme.session(session.id).session.video_offset == 95.0)
    queue.queue.list.setFocus()
    assert session.zero is not None
    assert item.line.written_at is not None
    second = int((item.line.written_at - session.zero).total_seconds()) - 5 + 95
    qtbot.waitUntil(lambda: elapsed(second) in panel.video.text())
    qtbot.keyClick(queue.queue.list, KEYS.Key_V, ALT)
    assert opened == [f"https://youtu.be/abc?t={second}"]


def test_a_place_without_an_address_for_moments_is_said_so(
    qtbot: QtBot, services: Services, queue: ReviewWorkspace, opened: list[str]
) -> None:
    item = queue.queue.list.current()
    assert item is not None
    identity = item.session.session.id
    link = Link(new_id(), identity, LinkKind.VIDEO, "https://example.org/v", state=LinkState.THERE)
    services.review.put_link(link)
    panel = queue.queue.panel
    qtbot.waitUntil(panel.video.isVisible)
    assert "go to" in panel.unknown.text()
    panel.video.click()
    assert opened == ["https://example.org/v"]


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("95", 95),
        ("1:35", 95),
        ("1:02:03", 3723),
        (" １：０５ ", 65),
        ("1:75", None),
        ("a", None),
        ("", None),
        ("1:2:3:4", None),
        ("-5", None),
        ("9" * 40, None),
    ],
)
def test_a_second_is_written_as_people_write_it(text: str, seconds: int | None) -> None:
    assert seconds_of(text) == seconds


def test_what_is_to_be_watched_has_a_list_of_its_own(
    qtbot: QtBot, services: Services, review: ReviewWorkspace, conference: str
) -> None:
    review.show_list(LATER)
    assert review.empty.isVisible()
    assert "watch later" in review.empty.accessibleName().lower()
    view = services.programme.view(conference)
    missed = next(v.session for v in view.sessions if not v.attended)
    services.programme.choose_session(missed.id, replace(missed.choice, watch_later=True))
    qtbot.waitUntil(review.table.isVisible)
    assert review.table.current_id() == missed.id
    assert review.form.title.text() == missed.title
    tab = review.tabs.tab(LATER)
    qtbot.waitUntil(lambda: tab.accessibleName() == "Watch later 1")
    review.show_list(SESSIONS)
    assert review.table.current_id() != missed.id
    review.show_session(missed.id)  # from elsewhere: it is in this list alone
    assert review.tabs.key() == LATER
    assert review.table.current_id() == missed.id


def test_in_a_small_window_the_answer_opens_over_the_list(
    qtbot: QtBot, queue: ReviewWorkspace
) -> None:
    queue.resize(1024, 668)
    assert queue.side.folded
    qtbot.keyClick(queue.queue.list, KEYS.Key_Return)
    qtbot.waitUntil(queue.queue.panel.answer.field.hasFocus)
    assert queue.side.sheet.isVisible()


def test_an_address_being_typed_stays_when_the_answer_reaches_the_file(
    qtbot: QtBot, queue: ReviewWorkspace, line_of: Callable[[str], Line]
) -> None:
    panel, line = queue.queue.panel, current(queue)
    panel.write()
    qtbot.waitUntil(panel.answer.field.hasFocus)
    qtbot.keyClicks(panel.answer.field, "42")
    panel.address.setFocus()
    qtbot.keyClicks(panel.address.edit, "youtu")
    qtbot.waitUntil(lambda: line_of(line.id).answer == "42")
    qtbot.waitUntil(
        lambda: queue.queue.list.current() is not None and current(queue).answer == "42"
    )
    qtbot.keyClicks(panel.address.edit, ".be/abc")
    assert panel.address.text() == "youtu.be/abc"


def test_settling_keeps_the_address_that_was_just_typed(
    qtbot: QtBot, services: Services, queue: ReviewWorkspace
) -> None:
    panel = queue.queue.panel
    item = queue.queue.list.current()
    assert item is not None
    qtbot.keyClick(queue.queue.list, KEYS.Key_V)
    qtbot.waitUntil(panel.address.edit.hasFocus)
    qtbot.keyClicks(panel.address.edit, "youtu.be/abc")
    qtbot.keyClicks(panel.answer.field, "found")
    panel.do_settle()
    session = item.session.session.id
    qtbot.waitUntil(lambda: left_are(queue, 2))
    qtbot.waitUntil(
        lambda: (
            [x.url for x in services.programme.session(session).links] == ["https://youtu.be/abc"]
        )
    )
