"""Addresses in the notes: opened where they stand, and offered as slides or video."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from confnotes.domain.identity import new_id
from confnotes.domain.session import Link, LinkKind, LinkState
from helpers.notes_desk import Desk
from helpers.sheet import CTRL, KEYS, NONE, SHIFT

LEFT = Qt.MouseButton.LeftButton


class Browser(QObject):
    """Takes the addresses that would be opened."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        """Take one."""
        self.opened.append(url.toString())


@pytest.fixture
def browser() -> Iterator[Browser]:
    """Stand in for the browser of this computer."""
    made = Browser()
    for scheme in ("http", "https"):
        QDesktopServices.setUrlHandler(scheme, made, "take")  # type: ignore[arg-type]  # PySide takes str
    yield made
    for scheme in ("http", "https"):
        QDesktopServices.unsetUrlHandler(scheme)


def _place(desk: Desk, offset: int) -> QPoint:
    """Return where a letter of the first line is."""
    cursor = QTextCursor(desk.editor.document())
    cursor.setPosition(offset)
    return desk.editor.cursorRect(cursor).center() + QPoint(3, 0)


def _links(desk: Desk) -> tuple[Link, ...]:
    """Return the links of the open session, as the window knows them."""
    programme = desk.workspace.agenda.programme()
    assert programme is not None
    return programme.by_id[desk.ids["Running"]].links


def test_a_click_with_ctrl_opens_and_one_without_places_the_caret(
    desk: Desk, browser: Browser
) -> None:
    desk.type("see [words](https://e.org/x) or https://f.org/y")
    view = desk.editor.viewport()
    QTest.mouseClick(view, LEFT, CTRL, _place(desk, 6))
    QTest.mouseClick(view, LEFT, CTRL, _place(desk, 40))
    QTest.mouseClick(view, LEFT, CTRL, _place(desk, 1))
    QTest.mouseClick(view, LEFT, NONE, _place(desk, 6))
    assert browser.opened == ["https://e.org/x", "https://f.org/y"]
    assert desk.editor.textCursor().position() == 6
    QTest.mouseClick(view, LEFT, CTRL, QPoint(view.width() - 3, view.height() - 3))
    assert len(browser.opened) == 2


def test_the_chord_opens_the_address_at_the_caret_or_the_only_one(
    desk: Desk, browser: Browser
) -> None:
    told: list[str] = []
    desk.workspace.desks.links.said.connect(told.append)
    desk.type("https://e.org/x and more")
    desk.key(KEYS.Key_O, CTRL | SHIFT)
    desk.type(" https://f.org")
    desk.key(KEYS.Key_O, CTRL | SHIFT)
    desk.key(KEYS.Key_Home)
    desk.key(KEYS.Key_O, CTRL | SHIFT)
    assert browser.opened == ["https://e.org/x", "https://f.org", "https://e.org/x"]
    desk.key(KEYS.Key_End)
    desk.type("\nmailto:a@e.org")
    desk.key(KEYS.Key_O, CTRL | SHIFT)
    assert len(browser.opened) == 3
    assert told == ["There is no address at the caret"]


def test_an_address_behind_emoji_is_where_it_is_seen(desk: Desk, browser: Browser) -> None:
    desk.editor.insertPlainText("😀😀😀 https://e.org/x https://f.org/y")
    desk.key(KEYS.Key_O, CTRL | SHIFT)
    links = desk.workspace.desks.links
    assert [links.address_at(_place(desk, at)) for at in (3, 7, 21, 24)] == [
        "",
        "https://e.org/x",
        "https://e.org/x",
        "https://f.org/y",
    ]
    assert browser.opened == ["https://f.org/y"]


def test_the_hand_shows_what_would_open(desk: Desk) -> None:
    desk.type("see https://e.org/x now")
    view, links = desk.editor.viewport(), desk.workspace.desks.links
    links._point(_place(desk, 8), held=True)
    assert view.cursor().shape() is Qt.CursorShape.PointingHandCursor
    links._point(_place(desk, 1), held=True)
    assert view.cursor().shape() is Qt.CursorShape.IBeamCursor
    assert links.address_at(_place(desk, 8)) == "https://e.org/x"


def test_what_looks_like_slides_is_offered_once_the_line_is_left_and_one_key_takes_it(
    desk: Desk,
) -> None:
    bar = desk.workspace.desks.links.bar
    desk.type("slides: https://speakerdeck.com/a/b")
    assert not bar.isVisible()
    desk.type("\n")
    assert bar.isVisible()
    assert desk.editor.hasFocus()
    assert (bar.words.text(), bar.action.text()) == (
        "https://speakerdeck.com/a/b",
        "Use as this session's slides",
    )
    desk.key(KEYS.Key_L, CTRL | SHIFT)
    assert not bar.isVisible()
    desk.tasks.settle()
    view = desk.services.programme.session(desk.ids["Running"])
    assert [(link.kind, link.url) for link in view.links] == [
        (LinkKind.SLIDES, "https://speakerdeck.com/a/b")
    ]
    desk.until(lambda: _links(desk))
    desk.type("https://slides.com/other\n")
    assert not bar.isVisible()  # the session has its slides


def test_escape_or_going_on_dismisses_it_and_it_does_not_come_again(desk: Desk) -> None:
    bar = desk.workspace.desks.links.bar
    desk.type("https://youtu.be/abc\n")
    assert bar.action.text() == "Use as this session's video"
    desk.key(KEYS.Key_Escape)
    assert not bar.isVisible()
    desk.key(KEYS.Key_Up)
    desk.key(KEYS.Key_Down)
    assert not bar.isVisible()
    desk.type("https://example.org/a.pdf\nmore")
    assert bar.isVisible()
    desk.type("\n")
    assert not bar.isVisible()
    desk.key(KEYS.Key_L, CTRL | SHIFT)
    desk.tasks.settle()
    assert desk.services.programme.session(desk.ids["Running"]).links == ()


def test_slides_that_were_promised_get_their_address_and_code_offers_nothing(desk: Desk) -> None:
    promised = Link(new_id(), desk.ids["Running"], LinkKind.SLIDES, state=LinkState.EXPECTED)
    desk.services.review.put_link(promised)
    desk.until(lambda: _links(desk))
    desk.key(KEYS.Key_8, CTRL)
    desk.type("https://example.org/a.pdf\n")
    assert not desk.workspace.desks.links.bar.isVisible()
    desk.key(KEYS.Key_8, CTRL)
    desk.type("https://example.org/b.pdf\n")
    desk.workspace.desks.links.bar.action.click()
    desk.tasks.settle()
    (link,) = desk.services.programme.session(desk.ids["Running"]).links
    assert (link.id, link.url, link.state) == (
        promised.id,
        "https://example.org/b.pdf",
        LinkState.THERE,
    )


def test_an_open_composition_is_left_alone(desk: Desk) -> None:
    bar = desk.workspace.desks.links.bar
    desk.type("https://example.org/a.pdf")
    QApplication.sendEvent(desk.editor, QInputMethodEvent("にほん", []))
    desk.key(KEYS.Key_Escape)
    desk.key(KEYS.Key_L, CTRL | SHIFT)
    assert desk.editor.composing
    assert not bar.isVisible()
