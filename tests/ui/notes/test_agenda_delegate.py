"""A row of the agenda: the room is read whole before stars and pills get their place."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from confnotes.domain.choice import Choice, Intent
from confnotes.domain.session import Session, SessionFacts
from confnotes.services.views import SessionView
from confnotes.ui.notes.agenda_delegate import AgendaDelegate
from confnotes.ui.notes.agenda_model import AgendaModel
from confnotes.ui.parts import paint
from confnotes.ui.parts.theme import theme
from helpers.sheet import START

LONG = "Hall 4, upper floor"


def view(
    room: str, rating: int | None = None, unclear: int = 0, intent: Intent = Intent.NONE
) -> SessionView:
    """Return a session of yesterday."""
    at = START - timedelta(days=1)
    facts = SessionFacts(title="One", room=room)
    choice = Choice(intent)
    session = Session("s", "c", "e", facts, start_at=at, choice=choice, rating=rating)
    return SessionView(session, lines=1, unclear=unclear)


def painted(view: SessionView, monkeypatch: pytest.MonkeyPatch) -> tuple[int, dict[str, float]]:
    """Return a row's height, and the room left for each text it paints."""
    model, delegate = AgendaModel(), AgendaDelegate()
    model.set_rows([view], START)
    index, option = model.index(0, 0), QStyleOptionViewItem()
    height = delegate.sizeHint(option, index).height()
    option.rect = QRectF(0, 0, delegate.width, height).toRect()
    texts: dict[str, float] = {}
    real = paint.draw_text

    def draw_text(painter: QPainter, rect: QRectF, text: str, *rest: object) -> float:
        texts[text] = rect.width()
        return real(painter, rect, text, *rest)  # type: ignore[arg-type]  # handed on as they come

    monkeypatch.setattr(paint, "draw_text", draw_text)
    picture = QImage(delegate.width, height, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    delegate.paint(painter, option, index)
    painter.end()
    return height, texts


@pytest.mark.parametrize(
    ("rating", "unclear", "intent"),
    [(4, 0, Intent.NONE), (None, 2, Intent.NONE), (5, 12, Intent.GOING)],
)
def test_a_long_room_is_never_squeezed(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    rating: int | None,
    unclear: int,
    intent: Intent,
) -> None:
    plain, before = painted(view(LONG, intent=intent), monkeypatch)
    height, texts = painted(view(LONG, rating, unclear, intent), monkeypatch)
    assert texts[LONG] == before[LONG]
    assert height in {plain, plain + theme().px(21)}


def test_only_a_long_room_makes_the_row_higher(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain, _ = painted(view("A"), monkeypatch)
    assert painted(view("A", 4), monkeypatch)[0] == plain
    assert painted(view("", 4, 3), monkeypatch)[0] == plain
    assert painted(view(LONG, 4, 3), monkeypatch)[0] == plain + theme().px(21)
