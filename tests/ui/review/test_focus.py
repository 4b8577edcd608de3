"""Whoever reviews by keys never loses the focus, whatever goes away under their hands."""

from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line
from confnotes.domain.session import LinkKind
from confnotes.services.bundle import Services
from confnotes.services.views import Asks
from confnotes.ui.parts.fields import LineField
from confnotes.ui.review.workspace import FOOTNOTES, PHOTOS, ReviewWorkspace
from helpers.hands import CTRL, KEYS, key
from helpers.photos import phone, put

TAKEN = datetime(2026, 5, 1, 9, 5)  # noqa: DTZ001 (a camera's clock)


def lost(review: ReviewWorkspace) -> bool:
    """Whether the keys go nowhere, or out of Review."""
    now = QApplication.focusWidget()
    return now is None or not (review.isAncestorOf(now) and now.isVisible() and now.isEnabled())


def _left(review: ReviewWorkspace, many: int) -> bool:
    return len(review.queue.model.items()) == many


@pytest.mark.parametrize("width", [1208, 950])
def test_the_last_open_line_leaves_the_focus_where_it_says_so(
    review: ReviewWorkspace, qtbot: QtBot, width: int
) -> None:
    review.resize(width, 700)
    review.show_list(Asks.TODO)
    qtbot.waitUntil(lambda: len(review.queue.model.items()) == 3)
    review.queue.list.setFocus()
    key(review.queue.list, KEYS.Key_Return)
    for left in (2, 1, 0):
        key(review.queue.panel.settle, KEYS.Key_Return, CTRL)
        qtbot.waitUntil(partial(_left, review, left))
    qtbot.waitUntil(review.empty.hasFocus)
    assert not review.side.sheet.isVisible()
    assert not review.queue.panel.isVisible()


def test_one_goes_on_behind_what_is_written(review: ReviewWorkspace, services: Services) -> None:
    identity = review.table.current_id()
    services.review.set_text(identity, "summary", "Begun")
    key(review.table, KEYS.Key_End)
    key(review.table, KEYS.Key_Return)
    field = review.form.fields["summary"].original.field
    assert field.hasFocus()
    assert field.textCursor().position() == len("Begun")  # type: ignore[union-attr]


def test_an_address_without_its_scheme_is_taken(review: ReviewWorkspace) -> None:
    review.form.links.begin(LinkKind.SLIDES)
    row = review.form.links.rows()[-1]
    for text, kept in (("slides.example.org/a", "https://slides.example.org/a"), ("none", "")):
        row.address.edit.setText(text)
        row.address.commit()
        assert row.address.wrong is not bool(kept)
    assert row.link.url == "https://slides.example.org/a"


def test_each_version_has_a_name_of_its_own(review: ReviewWorkspace) -> None:
    for name, field in review.form.fields.items():
        field.original.replace_text("words")
        first, second = (
            one.edit.accessibleName() if isinstance(one, LineField) else one.accessibleName()
            for one in (field.original.field, field.version.field)
        )
        assert first, name
        assert second == f"{first} (日本語)"


def test_the_only_footnote_comes_back_by_the_key(
    review: ReviewWorkspace, services: Services, qtbot: QtBot, conference: str
) -> None:
    session = review.table.current_id()
    services.notes.save(session, [Line(new_id(), session, 0, "cited[^one]")])
    review.show_list(FOOTNOTES)
    desk = review.footnotes
    qtbot.waitUntil(lambda: len(desk.model.items()) == 1)
    desk.list.setFocus()
    key(desk.list, KEYS.Key_Return)
    desk.panel.text.replace_text("A note.")
    services.notes.save(session, [])
    qtbot.waitUntil(lambda: len(desk.model.items()) == 1 and not desk.model.items()[0].places)
    desk.list.setFocus()
    key(desk.list, KEYS.Key_Delete)
    qtbot.waitUntil(lambda: not desk.model.items())
    assert desk.list.hasFocus()
    assert desk.panel.back.isVisible()
    key(desk.list, KEYS.Key_Z, CTRL)
    qtbot.waitUntil(lambda: len(desk.model.items()) == 1)
    found = services.notes.citations(conference)
    assert [one.note.text for one in found if one.note is not None] == ["A note."]


def test_photos_are_taken_back_by_the_key_when_none_is_left(
    review: ReviewWorkspace, qtbot: QtBot, tmp_path: Path
) -> None:
    put(tmp_path / "phone", one=phone(TAKEN, "+09:00"))
    desk = review.photos
    review.show_list(PHOTOS)
    desk.take([tmp_path / "phone"])
    qtbot.waitUntil(lambda: desk.counts().chosen == 1)
    desk.panel.caption.setFocus()
    desk.attach()
    qtbot.waitUntil(desk.page.undo.isVisible)
    qtbot.waitUntil(lambda: not lost(review))
    now = QApplication.focusWidget()
    assert now is not None
    key(now, KEYS.Key_Z, CTRL)
    qtbot.waitUntil(lambda: desk.counts().chosen == 1)
    assert not lost(review)
