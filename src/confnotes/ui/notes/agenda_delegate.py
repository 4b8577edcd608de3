"""How a session stands in the agenda: time, title, room, stars, what needs a second look."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from confnotes.domain.choice import Intent
from confnotes.domain.session import SessionState
from confnotes.services.views import SessionView
from confnotes.ui.notes.agenda_model import (
    DIGIT_ROLE,
    OPEN_ROLE,
    STATE_ROLE,
    VIEW_ROLE,
    Index,
    State,
    When,
)
from confnotes.ui.notes.moments import zero_of
from confnotes.ui.parts import paint, words
from confnotes.ui.parts.theme import MEDIUM, REGULAR, SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step

_TIME, _TITLE, _RIGHT = 20, 84, 24
_PITCH, _META, _PAD = 19, 21, 9
_BAR = 12
_HOUR = 60
_STARS = 5


class AgendaDelegate(QStyledItemDelegate):
    """Paints rows of 57 (one line of title) and 19 more for each line after it, 21 more where the
    room needs a row of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.zone_name = "UTC"
        self.width = 272

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        view, state = index.data(VIEW_ROLE), index.data(STATE_ROLE)
        if view is None:
            return QSize(0, 0)
        metas = 2 if self._apart(view, stars=not _on(state)) else 1
        high = 2 * _PAD + _PITCH * len(self._title(view, state)) + _META * metas
        return QSize(theme().px(self.width), theme().px(high + (_BAR if _on(state) else 0)))

    def _title(self, view: SessionView, state: State) -> list[str]:
        room = theme().px(self.width - _TITLE - _RIGHT)
        most = 3 if _on(state) else 2
        font = theme().font(Step.BASE, SEMIBOLD if _on(state) else MEDIUM)
        return paint.wrapped(view.session.title, font, room, most)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, state = index.data(VIEW_ROLE), index.data(STATE_ROLE)
        if view is None:
            return
        painter.save()
        rect = QRectF(option.rect)
        flags = option.state
        self._ground(painter, rect, flags, is_open=bool(index.data(OPEN_ROLE)))
        self._words(painter, rect, view, state)
        if digit := index.data(DIGIT_ROLE):
            self._digit(painter, rect, str(digit))
        painter.restore()

    def _ground(
        self,
        painter: QPainter,
        rect: QRectF,
        flags: QStyle.StateFlag,
        *,
        is_open: bool,
    ) -> None:
        t, px = theme().tokens, theme().px
        card = rect.adjusted(px(8), px(1), -px(8), -px(1))
        selected = bool(flags & QStyle.StateFlag.State_Selected)
        focused = selected and bool(flags & QStyle.StateFlag.State_HasFocus)
        if is_open:
            paint.band(painter, card, px(8), t.raised if t.dark else t.surface, t.line)
        elif selected and focused:
            paint.band(painter, card, px(8), t.accent_soft)
        elif flags & QStyle.StateFlag.State_MouseOver:
            paint.band(painter, card, px(8), t.hover)
        if focused:
            paint.focus_ring(painter, card, px(8))

    def _words(self, painter: QPainter, rect: QRectF, view: SessionView, state: State) -> None:
        t, px = theme().tokens, theme().px
        past = state.when is When.PAST
        on = _on(state)
        top = rect.top() + px(_PAD)
        self._time(painter, rect, view, state)
        left, right = rect.left() + px(_TITLE), rect.right() - px(_RIGHT)
        weight = SEMIBOLD if on else REGULAR if past else MEDIUM
        font = theme().font(Step.BASE, weight)
        if view.session.facts.state is SessionState.CANCELLED:
            font = _struck(font)
        for line in self._title(view, state):
            area = QRectF(left, top, right - left + px(4), px(_PITCH))
            paint.draw_text(painter, area, line, font, t.text2 if past else t.text)
            top += px(_PITCH)
        self._meta(painter, QRectF(left, top, right - left, px(_META)), view, state)
        if on:
            bar = QRectF(left, rect.bottom() - px(_BAR) - 1, right - left, 3)
            paint.band(painter, bar, 1.5, t.press)
            bar.setWidth(bar.width() * min(state.part, 1))
            paint.band(painter, bar, 1.5, t.accent)

    def _time(self, painter: QPainter, rect: QRectF, view: SessionView, state: State) -> None:
        t, px = theme().tokens, theme().px
        on = _on(state)
        area = QRectF(
            rect.left() + px(_TIME), rect.top() + px(_PAD), px(_TITLE - _TIME - 4), px(_PITCH)
        )
        start = zero_of(view.session)
        text = words.clock(start, self.zone_name) if start is not None else "–"
        font = theme().font(Step.BASE, SEMIBOLD if on else REGULAR, tabular=True)
        paint.draw_text(painter, area, text, font, t.accent if on else t.text2)
        area.translate(0, px(_META))
        if on:
            paint.draw_pill(
                painter,
                area.left(),
                area.center().y(),
                _now(),
                paint.Tone.ACCENT,
            )
        elif state.when is When.NEXT:
            small = theme().font(Step.CAPTION)
            paint.draw_text(painter, area, until(state.minutes), small, t.text3)

    def _digit(self, painter: QPainter, rect: QRectF, digit: str) -> None:
        """Paint the key that takes this one, beside the pill that says it is on."""
        t, px = theme().tokens, theme().px
        side = px(18)
        left = rect.left() + px(_TIME) + paint.pill_width(_now()) + px(4)
        middle = rect.top() + px(_PAD + _META) + px(_PITCH) / 2
        cap = QRectF(left, middle - side / 2, side, side)
        paint.band(painter, cap, px(4), None, t.line2)
        font = theme().font(Step.CAPTION, MEDIUM, tabular=True)
        paint.draw_text(painter, cap, digit, font, t.text, paint.Align.CENTRE)

    def _meta(self, painter: QPainter, rect: QRectF, view: SessionView, state: State) -> None:
        """The room has the row to itself where stars and pills would take its words."""
        stars = not _on(state)
        t, px = theme().tokens, theme().px
        session, left, middle = view.session, rect.left(), rect.center().y()
        right = rect.right()
        if session.choice.intent is not Intent.NONE:
            side = px(14)
            mark = QRectF(right - side, middle - side / 2, side, side)
            paint.draw_choice(painter, mark, session.choice.intent)
            right -= side + px(6)
        small = theme().font(Step.SMALL)
        if _on(state):
            words = left_over(state.minutes)
            wide = paint.width(words, small) + 1
            area = QRectF(right - wide, rect.top(), wide, rect.height())
            paint.draw_text(painter, area, words, small, t.text3)
            right -= wide + px(10)
        if session.facts.room:
            area = QRectF(left, rect.top(), right - left, rect.height())
            left += paint.draw_text(painter, area, session.facts.room, small, t.text3) + px(10)
        if self._apart(view, stars=stars):
            left, middle = rect.left(), middle + px(_META)
        if session.rating and stars:
            left += paint.draw_stars(painter, left, middle, px(11), session.rating, gap=px(3))
            left += px(10)
        if view.unclear:
            paint.draw_pill(painter, left, middle, _unclear(view), paint.Tone.AMBER)

    def _apart(self, view: SessionView, *, stars: bool) -> bool:
        """Return whether stars and pill stand below the room, which needs its row."""
        px, session = theme().px, view.session
        wide: list[float] = []
        if session.rating and stars:
            wide.append(_STARS * px(11) + (_STARS - 1) * px(3))
        if view.unclear:
            wide.append(paint.pill_width(_unclear(view)))
        if not wide or not session.facts.room:
            return False
        room = px(self.width - _TITLE - _RIGHT)
        room -= 0 if session.choice.intent is Intent.NONE else px(14) + px(6)
        words = paint.width(session.facts.room, theme().font(Step.SMALL))
        return words + sum(part + px(10) for part in wide) > room


def _unclear(view: SessionView) -> str:
    return f"? {view.unclear}"


def _struck(font: QFont) -> QFont:
    struck = QFont(font)
    struck.setStrikeOut(True)
    return struck


def _now() -> str:
    return QCoreApplication.translate("Agenda", "Now")


def left_over(minutes: int) -> str:
    """Return how long a session goes on ("16 min left", 残り16分)."""
    if not minutes:
        return QCoreApplication.translate("Agenda", "under a minute left")
    return QCoreApplication.translate("Agenda", "{n} min left").format(n=minutes)


def _on(state: State) -> bool:
    return state.when is When.NOW


def until(minutes: int) -> str:
    """Return how long it is until something begins ("in 36 min", 36分後)."""
    if minutes < _HOUR:
        return QCoreApplication.translate("Agenda", "in {n} min").format(n=minutes)
    hours, rest = divmod(minutes, _HOUR)
    if hours >= 24:
        return QCoreApplication.translate("Agenda", "in {n} d").format(n=hours // 24)
    return QCoreApplication.translate("Agenda", "in {h} h {n:02}").format(h=hours, n=rest)
