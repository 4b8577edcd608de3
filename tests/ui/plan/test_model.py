"""The model without a view, and the delegate with odd data."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem
from pytestqt.modeltest import ModelTester

from confnotes.domain.choice import Attendance, Choice, Intent
from confnotes.domain.session import Session, SessionFacts, SessionKind, SessionState
from confnotes.services.views import SessionView, SpeakerView
from confnotes.ui.parts.theme import theme
from confnotes.ui.plan.delegate import ProgrammeDelegate
from confnotes.ui.plan.model import ROW, ProgrammeModel
from confnotes.ui.plan.rows import Head, Row, SessionRow


def row(title: str | None = "Meshes at sea", **facts: Any) -> SessionRow:
    session = Session("s", "c", "e", SessionFacts(title=title, **facts))
    return SessionRow(SessionView(session, (SpeakerView("p", "Aya Mori"),)), Choice())


def test_heads_can_not_be_selected_and_rows_say_all(qtmodeltester: ModelTester) -> None:
    model = ProgrammeModel()
    model.set_rows([Head("9:00", "–9:30"), row(room="A", track="Storage")])
    qtmodeltester.check(model)
    head, session = model.index(0), model.index(1)
    assert not head.flags() & Qt.ItemFlag.ItemIsSelectable
    assert session.data() == "Meshes at sea, Aya Mori, A, Storage, not chosen"
    assert head.data() == "9:00–9:30"


def test_a_choice_changes_one_row(qtbot: Any) -> None:
    model, one, other = ProgrammeModel(), row(), row("Other")
    model.set_rows([Head("9:00"), one, other])
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged) as told:
        model.refresh([Head("9:00"), replace(one, choice=Choice(Intent.GOING)), other])
    assert [index.row() for index in told.args[:2]] == [1, 1]
    assert model.index(1).data(ROW).choice.intent is Intent.GOING


def test_other_sessions_begin_anew(qtbot: Any) -> None:
    model, one = ProgrammeModel(), row()
    model.set_rows([one])
    with qtbot.waitSignal(model.modelReset):
        model.refresh([row()])


def test_a_row_says_what_is_wrong_with_it() -> None:
    model, going = ProgrammeModel(), Choice(Intent.GOING, watch_later=True)
    model.set_rows(
        [
            Head("9:00", "–9:30", clashes=2),
            replace(row(state=SessionState.CANCELLED), choice=going, clash=True),
        ]
    )
    assert model.index(0).data() == "9:00–9:30, 2 choices clash"
    said = "Meshes at sea, Aya Mori, going, watch later, Cancelled, Clash"
    assert model.index(1).data() == said


ODD = [
    Head(""), Head("9:00", "–" * 400), row(None), row(""), row("長い題名" * 200, room="部屋" * 90),
    row("a\nb\tc", track="\u0000"), row(state=SessionState.CANCELLED),
    row(state=SessionState.MISSING, kind=SessionKind.KEYNOTE),
    SessionRow(row().view, Choice(Intent.CONSIDERED, Attendance.MISSED, watch_later=True), "12:00"),
    SessionRow(row().view, Choice(Intent.GOING, Attendance.LEFT_EARLY)),
    replace(row("x" * 300), language="日本語" * 9, clash=True, when="–"),
    Head("9:00", "–9:30", 12),
]  # fmt: skip


class _Odd(ProgrammeModel):
    """Hands out what no row should be."""

    def __init__(self, value: object) -> None:
        super().__init__()
        self._value = value
        self.set_rows([Head("x")])

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        return self._value if role == ROW else super().data(index, role)


def paint(model: ProgrammeModel, width: int, state: QStyle.StateFlag) -> None:
    image = QImage(max(width, 1), 60, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, width, 44)
    option.state = state
    delegate = ProgrammeDelegate()
    delegate.paint(painter, option, model.index(0))
    assert delegate.sizeHint(option, model.index(0)).height() > 0
    painter.end()


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [0, 40, 400, 3000])
@pytest.mark.parametrize("odd", ODD)
def test_the_delegate_paints_whatever_a_schedule_holds(odd: Row, width: int, dark: bool) -> None:
    theme().set_dark(dark)
    model = ProgrammeModel()
    model.set_rows([odd])
    flags = QStyle.StateFlag
    for state in (flags.State_None, flags.State_Selected, flags.State_MouseOver):
        paint(model, width, state)


@pytest.mark.parametrize("value", [None, 7, "", [], object()])
def test_the_delegate_leaves_blank_what_is_no_row(qapp: object, value: object) -> None:
    del qapp
    paint(_Odd(value), 300, QStyle.StateFlag.State_Selected)
