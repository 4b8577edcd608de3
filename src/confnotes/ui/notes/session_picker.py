"""A small field at the caret that finds a session: type, arrows, Enter."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from enum import Enum

from PySide6.QtCore import QEvent, QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from confnotes.domain.text import folded
from confnotes.services.views import ProgrammeView, SessionView
from confnotes.ui.notes.agenda_model import STATE_ROLE, VIEW_ROLE, AgendaModel, Index, When, running
from confnotes.ui.notes.moments import zero_of
from confnotes.ui.parts import paint, words
from confnotes.ui.parts.labels import KeyCap, Label
from confnotes.ui.parts.theme import MEDIUM, REGULAR, SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step

WIDTH, ROW, ROWS, INSIDE, BELOW = 480, 34, 7, 24, 8
_FAR = timedelta(days=10_000)


def nearest(programme: ProgrammeView, session_id: str, now: datetime) -> list[SessionView]:
    """Return a conference's other sessions: those on now, then by how near they are in time."""
    here = programme.by_id.get(session_id)
    zero = None if here is None else zero_of(here.session)
    middle = zero or now
    on = {view.session.id for view in running(programme.sessions, now)}

    def distance(view: SessionView) -> tuple[bool, timedelta]:
        start = zero_of(view.session)
        apart = _FAR if start is None else abs(start - middle)
        return view.session.id not in on, apart

    others = [view for view in programme.sessions if view.session.id != session_id]
    return sorted(others, key=distance)


def matching(views: Sequence[SessionView], query: str) -> list[SessionView]:
    """Return the sessions that have every word of a query in title, speakers or room."""
    wanted = folded(query).split()
    return [view for view in views if all(word in _searched(view) for word in wanted)]


def _searched(view: SessionView) -> str:
    names = (f"{speaker.name} {speaker.affiliation}" for speaker in view.speakers)
    return folded(" ".join((view.session.title, view.session.facts.room or "", *names)))


class _Key(Enum):
    TAKE = "take"
    LEAVE = "leave"


class _Query(QLineEdit):
    """While the input method composes every key is its own; else arrows are the list's."""

    pressed = Signal(object)
    moved = Signal(int)
    typed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.preedit = ""
        self.setFrame(False)
        self.textChanged.connect(self.typed)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self.preedit = event.preeditString()
        self.typed.emit(self.text() + self.preedit)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # no chord of the sheet while one looks for a session
            return True
        return super().event(event)

    def focusNextPrevChild(self, _forward: bool) -> bool:
        return False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Backtab: -1,
            Qt.Key.Key_Tab: 1,
            Qt.Key.Key_PageUp: 1 - ROWS,
            Qt.Key.Key_PageDown: ROWS - 1,
        }
        key = Qt.Key(event.key())
        if self.preedit and (key in steps or not event.text().isprintable()):
            event.accept()
        elif key in steps:
            self.moved.emit(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pressed.emit(_Key.TAKE)
        elif key == Qt.Key.Key_Escape:
            self.pressed.emit(_Key.LEAVE)
        else:
            super().keyPressEvent(event)


class _Delegate(QStyledItemDelegate):
    """One line a session: when, its title, the room."""

    def __init__(self) -> None:
        super().__init__()
        self.zone_name = "UTC"
        self.day: date | None = None
        self.times = 0.0
        """The room that times take: those of another day than `day` name it."""

    def fit(self, views: Sequence[SessionView]) -> None:
        """Make room for the times of these sessions."""
        font = theme().font(Step.SMALL, SEMIBOLD, tabular=True)
        self.times = max((paint.width(self._when(view), font) for view in views), default=0) + 2

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(theme().px(WIDTH) - 2, theme().px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = index.data(VIEW_ROLE)
        if view is None:
            return
        t, px = theme().tokens, theme().px
        rect, flags = QRectF(option.rect), option.state
        card = rect.adjusted(px(6), 1, -px(6), -1)
        if flags & QStyle.StateFlag.State_Selected:
            paint.band(painter, card, px(6), t.accent_soft)
        elif flags & QStyle.StateFlag.State_MouseOver:
            paint.band(painter, card, px(6), t.hover)
        on = index.data(STATE_ROLE).when is When.NOW
        left, right = rect.left() + px(16), rect.right() - px(16)
        font = theme().font(Step.SMALL, SEMIBOLD if on else REGULAR, tabular=True)
        when = QRectF(left, rect.top(), self.times, rect.height())
        paint.draw_text(painter, when, self._when(view), font, t.accent if on else t.text2)
        left += self.times + px(12)
        room = view.session.facts.room or ""
        small = theme().font(Step.SMALL)
        used = min(paint.width(room, small), (right - left) * 0.4) if room else 0
        area = QRectF(right - used - 1, rect.top(), used + 1, rect.height())
        paint.draw_text(painter, area, room, small, t.text3)
        title = QRectF(left, rect.top(), right - used - px(12) - left, rect.height())
        name = view.session.title
        paint.draw_text(painter, title, name, theme().font(Step.BASE, MEDIUM), t.text)

    def _when(self, view: SessionView) -> str:
        start = zero_of(view.session)
        time = words.clock(start, self.zone_name) if start is not None else "–"
        if view.day is None or view.day == self.day:
            return time
        day = words.short_day(view.day)
        return day if start is None else f"{day} {time}"


class SessionPicker(QWidget):
    """Opens over the sheet at the caret; `chosen(session_id)`, or `left()` on Escape. It goes
    without a word when the focus goes elsewhere."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, sheet: QWidget) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._all: list[SessionView] = []
        self._now: datetime | None = None
        self.query = _Query(self)
        self.model = AgendaModel()
        self.delegate = _Delegate()
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self.delegate)
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.viewport().setAutoFillBackground(False)
        self.list.setAccessibleName(self.tr("Sessions"))
        self.none = Label(self.tr("No session is called so."), Step.SMALL, role="text2")
        self._keys = QHBoxLayout()
        for chord, said in (("Enter", self.tr("take it")), ("Esc", self.tr("leave all as it is"))):
            self._keys.addWidget(KeyCap(chord))
            self._keys.addWidget(Label(said, Step.SMALL, role="text2"))
        self._keys.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.query)
        self._column.addWidget(self.list)
        self._column.addWidget(self.none)
        self._column.addLayout(self._keys)
        self.query.typed.connect(self._filter)
        self.query.moved.connect(self._step)
        self.query.pressed.connect(self._pressed)
        self.query.left.connect(self.hide)
        self.list.clicked.connect(self._take)
        self._refit()
        theme().changed.connect(self._refit)
        self.hide()

    def _refit(self) -> None:
        px = theme().px
        self.setFixedWidth(px(WIDTH))
        self._column.setContentsMargins(1, px(14), 1, px(10))
        self._column.setSpacing(px(10))
        self.query.setTextMargins(px(16), 0, px(16), 0)
        self.query.setFont(theme().font(Step.PREVIEW, field=True))
        self._keys.setContentsMargins(px(16), 0, px(16), 0)
        self._keys.setSpacing(px(8))
        self.none.setContentsMargins(px(16), 0, 0, 0)

    def open(
        self, question: str, programme: ProgrammeView, session_id: str, now: datetime, at: QRect
    ) -> None:
        """Ask `question` below `at` (in the sheet's coordinates), nearest sessions first."""
        self._all = nearest(programme, session_id, now)
        self._now = now
        zone = programme.conference.timezone
        self.model.zone_name = self.delegate.zone_name = zone
        here = programme.by_id.get(session_id)
        self.delegate.day = None if here is None else here.day
        self.delegate.fit(self._all)
        self.query.setPlaceholderText(question)
        self.query.setAccessibleName(question)
        self.query.setText("")
        self._filter("")
        self._place(at)
        self.show()
        self.raise_()
        self.query.setFocus(Qt.FocusReason.PopupFocusReason)

    def _filter(self, query: str) -> None:
        if self._now is None:
            return
        found = matching(self._all, query)
        self.model.set_rows(found, self._now)
        self.list.setVisible(bool(found))
        self.none.setVisible(not found)
        self.list.setFixedHeight(theme().px(ROW) * min(max(len(found), 1), ROWS))
        self._select(0)
        self.adjustSize()

    def _select(self, row: int) -> None:
        if self.model.rows():
            index = self.model.index(min(max(row, 0), len(self.model.rows()) - 1))
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)

    def _step(self, by: int) -> None:
        self._select(self.list.currentIndex().row() + by)

    def _pressed(self, key: _Key) -> None:
        if key is _Key.LEAVE:
            self.hide()
            self.left.emit()
        elif self.model.rows():
            self._take(self.list.currentIndex())

    def _take(self, index: QModelIndex) -> None:
        view = index.data(VIEW_ROLE)
        if view is not None:
            self.hide()
            self.chosen.emit(view.session.id)

    def _place(self, at: QRect) -> None:
        px, sheet = theme().px, self._sheet
        high = px(ROW) * ROWS + px(96)
        left = min(max(at.left(), px(INSIDE)), max(sheet.width() - px(INSIDE) - px(WIDTH), 0))
        top = at.bottom() + px(BELOW)
        if top + high > sheet.height():
            top = max(sheet.height() - high - px(BELOW), 0)
        self.move(left, top)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t, px = theme().tokens, theme().px
        paint.band(painter, QRectF(self.rect()), px(12), t.raised, t.line2)
        under = self.query.geometry().bottom() + px(5)
        painter.fillRect(QRectF(1, under, self.width() - 2, 1), t.line)
