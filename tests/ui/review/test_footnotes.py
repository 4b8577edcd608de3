"""All footnotes of a conference in one list."""

import pytest
from pytestqt.qtbot import QtBot

from confnotes.domain.footnotes import Footnote
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line
from confnotes.services.bundle import Services
from confnotes.ui.review.workspace import FOOTNOTES, ReviewWorkspace
from helpers.sheet import KEYS


@pytest.fixture
def notes(
    qtbot: QtBot,
    services: Services,
    review: ReviewWorkspace,
    conference: str,
    ids: dict[str, str],
) -> ReviewWorkspace:
    """Return Review on a used, an undefined and an unused footnote."""
    for key, text in (("s1-1", "a lamp"), ("s1-2", "nobody asks")):
        services.notes.put_footnote(Footnote(new_id(), conference, key, text))
    opening = ids["Opening"]
    services.notes.save(
        opening, [Line(new_id(), opening, 0, "light[^s1-1]"), Line(new_id(), opening, 1, "so[^9]")]
    )
    review.show_list(FOOTNOTES)
    qtbot.waitUntil(lambda: len(review.footnotes.model.items()) == 3)
    review.footnotes.list.setFocus()
    return review


def shown(review: ReviewWorkspace) -> list[str]:
    model = review.footnotes.model
    return [str(model.index(at).data()) for at in range(model.rowCount())]


def test_they_say_where_they_are_cited(notes: ReviewWorkspace) -> None:
    assert shown(notes) == [
        "a lamp, Opening",
        "[^9], cited in Opening, but there is no such footnote",
        "nobody asks, not used in any text",
    ]
    assert notes.tabs.tab(FOOTNOTES).accessibleName() == "Footnotes 3"
    notes.grab()


def test_one_is_edited_in_place(qtbot: QtBot, services: Services, notes: ReviewWorkspace) -> None:
    desk = notes.footnotes
    qtbot.keyClick(desk.list, KEYS.Key_Return)
    qtbot.waitUntil(desk.panel.text.field.hasFocus)
    qtbot.keyClicks(desk.panel.text.field, "bright ")
    conference = notes._conference
    assert conference is not None

    def texts() -> set[str]:
        return {note.text for note in services.notes.footnotes(conference)}

    qtbot.waitUntil(lambda: "bright a lamp" in texts() or "a lampbright " in texts())
    assert desk.panel.text.field.hasFocus()


def test_one_that_does_not_exist_is_written(
    qtbot: QtBot, services: Services, notes: ReviewWorkspace, conference: str
) -> None:
    desk = notes.footnotes
    qtbot.keyClick(desk.list, KEYS.Key_Down)
    assert desk.panel.text.text() == ""
    desk.panel.write()
    qtbot.keyClicks(desk.panel.text.field, "now")
    qtbot.waitUntil(lambda: any(n.key == "9" for n in services.notes.footnotes(conference)))
    qtbot.keyClicks(desk.panel.text.field, " there")
    qtbot.waitUntil(
        lambda: {n.key: n.text for n in services.notes.footnotes(conference)}["9"] == "now there"
    )


def test_an_unused_one_is_deleted_and_comes_back(
    qtbot: QtBot, services: Services, notes: ReviewWorkspace, conference: str
) -> None:
    desk = notes.footnotes
    qtbot.keyClick(desk.list, KEYS.Key_Delete)
    assert len(services.notes.footnotes(conference)) == 2  # a used one stays
    qtbot.keyClick(desk.list, KEYS.Key_End)
    qtbot.keyClick(desk.list, KEYS.Key_Delete)
    qtbot.waitUntil(lambda: len(desk.model.items()) == 2)
    assert [n.key for n in services.notes.footnotes(conference)] == ["s1-1"]
    desk.panel.back.click()
    qtbot.waitUntil(lambda: len(desk.model.items()) == 3)


def test_space_goes_to_the_text_that_cites_it(
    qtbot: QtBot, notes: ReviewWorkspace, ids: dict[str, str]
) -> None:
    place = notes.footnotes.model.items()[0].places[0]
    assert place.line_id
    with qtbot.waitSignal(notes.open_line) as told:
        qtbot.keyClick(notes.footnotes.list, KEYS.Key_Space)
    assert told.args == [ids["Opening"], place.line_id]


def test_one_of_the_same_key_in_another_conference_keeps_its_text(
    qtbot: QtBot, services: Services, notes: ReviewWorkspace, conference: str
) -> None:
    other, _ = services.programme.create_conference("Another", "UTC")
    services.notes.put_footnote(Footnote(new_id(), other, "s1-1", "over there"))
    desk = notes.footnotes
    desk.panel.write()
    qtbot.waitUntil(desk.panel.text.field.hasFocus)
    qtbot.keyClicks(desk.panel.text.field, "bright ")
    notes.set_conference(other)
    qtbot.waitUntil(lambda: len(desk.model.items()) == 1)
    qtbot.waitUntil(lambda: not notes.owing)
    assert desk.panel.text.text() == "over there"
    qtbot.keyClicks(desk.panel.text.field, "2")
    notes.leave()
    qtbot.waitUntil(lambda: not notes.owing)

    def text(of: str) -> str:
        return {n.key: n.text for n in services.notes.footnotes(of)}["s1-1"]

    assert "bright" in text(conference)
    assert sorted(text(other)) == sorted("over there2")
