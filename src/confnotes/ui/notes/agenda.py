"""The agenda: the day's sessions, now and next by the conference's clock, a new one in a field."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from confnotes.domain.conference import Day
from confnotes.domain.times import zone as zone_of
from confnotes.services.views import ProgrammeView, SessionView
from confnotes.ui.notes import beginning
from confnotes.ui.notes.agenda_delegate import AgendaDelegate
from confnotes.ui.notes.agenda_model import VIEW_ROLE, AgendaModel, is_mine, running
from confnotes.ui.notes.new_session import NewSession
from confnotes.ui.parts import words
from confnotes.ui.parts.buttons import Button, IconButton, Look
from confnotes.ui.parts.labels import Label
from confnotes.ui.parts.panels import Ground
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step

WIDTH = 272


class _List(QListView):
    """The rows. Arrows only move the selection, Enter opens."""

    chosen = Signal(QModelIndex)
    digit = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self.chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex())
        elif Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9 and not _held(event):
            self.digit.emit(event.key() - Qt.Key.Key_1)
        else:
            super().keyPressEvent(event)


class Agenda(Ground):
    """`opened(session_id)` when one is taken, `begun(title, kind)` for a new one."""

    opened = Signal(str)
    begun = Signal(str, object)
    put_away = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("canvas", "r", parent)
        self._programme: ProgrammeView | None = None
        self._day: date | None = None
        self._all = False
        self._leading: tuple[str, ...] = ()
        self._now: datetime | None = None
        self.model = AgendaModel()
        self.delegate = AgendaDelegate()
        self.list = _List()
        self.list.setModel(self.model)
        self.list.setItemDelegate(self.delegate)
        self.list.setAccessibleName(self.tr("Agenda of the day"))
        self.list.chosen.connect(self._chosen)
        self.list.digit.connect(self._taken)
        self.title = Label("", Step.SUBTITLE, SEMIBOLD)
        self.below = Label("", Step.SMALL, role="text2")
        self.earlier = IconButton("chevron_left", self.tr("Day before"))
        self.later = IconButton("chevron_right", self.tr("Day after"))
        self.earlier.clicked.connect(lambda: self._step(-1))
        self.later.clicked.connect(lambda: self._step(1))
        self.everything = Button("", Look.GHOST, height=28)
        self.everything.clicked.connect(self._toggle)
        self.new = Button("", Look.GHOST, icon="plus", hint="Ctrl+N")
        self.field = NewSession()
        self.field.hide()
        self.new.clicked.connect(self.begin)
        self.field.begun.connect(self._begun)
        self.field.cancelled.connect(self._cancelled)
        self._build()
        theme().changed.connect(self._refit)

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._head = QHBoxLayout()
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self.below)
        self._head.addLayout(names, 1)
        self._head.addWidget(self.earlier)
        self._head.addWidget(self.later)
        self._column.addLayout(self._head)
        self._column.addWidget(self.list, 1)
        self._feet = QVBoxLayout()
        self._feet.addWidget(self.everything, 0, Qt.AlignmentFlag.AlignLeft)
        self._feet.addWidget(self.new, 0, Qt.AlignmentFlag.AlignLeft)
        self._feet.addWidget(self.field)
        self._column.addLayout(self._feet)
        self._refit()

    def _refit(self) -> None:
        px = theme().px
        self.setFixedWidth(px(WIDTH))
        self._column.setContentsMargins(0, 0, 1, 0)
        self._column.setSpacing(0)
        self._head.setContentsMargins(px(20), px(10), px(8), px(8))
        self._head.setSpacing(0)
        self._feet.setContentsMargins(px(8), px(4), 0, px(8))
        self._feet.setSpacing(0)
        self.list.doItemsLayout()

    # -- what it shows -------------------------------------------------------------------------

    def set_programme(self, programme: ProgrammeView | None, now: datetime) -> None:
        """Show a conference; the day stays where it is while it exists."""
        self._programme, self._now = programme, now
        zone = programme.conference.timezone if programme is not None else "UTC"
        self.model.zone_name = self.delegate.zone_name = zone
        if self._day not in self._days():
            self._day = self._today(now)
        self._show()

    def programme(self) -> ProgrammeView | None:
        """Return the conference shown."""
        return self._programme

    def show_day_of(self, session_id: str) -> None:
        """Go to the day of a session and mark it as the open one."""
        self.model.set_open(session_id)
        if self._leading:
            self._leading = ()
            self._show()
        if self._programme is None or session_id not in self._programme.by_id:
            return
        view = self._programme.by_id[session_id]
        if view.day != self._day:
            self._day = view.day
            self._show()
        if self.model.row_of(session_id) < 0:
            self._all = True
            self._show()
        index = self.model.index(max(self.model.row_of(session_id), 0))
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)

    def lead(self, choice: Sequence[SessionView]) -> None:
        """Put the sessions to choose from first, each with the digit that takes it."""
        self._leading = tuple(view.session.id for view in choice)
        if choice:
            self._day = choice[0].day
        self._show()
        self.list.setCurrentIndex(self.model.index(0))
        self.list.scrollToTop()

    def tick(self, now: datetime) -> None:
        """Look at the clock."""
        self._now = now
        if self.model.tick(now):
            self._show()
            self.list.doItemsLayout()

    def neighbour(self, session_id: str, by: int) -> str | None:
        """Return the session `by` rows from another one, None at the ends of the day."""
        row = self.model.row_of(session_id) + by
        rows = self.model.rows()
        return rows[row].session.id if 0 <= row < len(rows) else None

    def _days(self) -> list[date | None]:
        if self._programme is None:
            return []
        days: list[date | None] = [day.date for day in self._programme.days]
        days += sorted(
            {v.day for v in self._programme.sessions if v.day is not None} - set(days),
            key=lambda day: day or date.min,
        )
        if any(view.day is None for view in self._programme.sessions):
            days.append(None)
        return days

    def _today(self, now: datetime) -> date | None:
        """Return the day to begin with: today, else the next one, else the last."""
        if self._programme is None:
            return None
        on = running(self._programme.sessions, now)
        if on:
            return on[0].day
        days = [day for day in self._days() if day is not None]
        zone = self._programme.conference.timezone
        today = now.astimezone(zone_of(zone)).date()
        return next((day for day in days if day >= today), days[-1] if days else None)

    def _show(self) -> None:
        programme = self._programme
        rows: Sequence[SessionView] = programme.on(self._day) if programme is not None else ()
        shown = rows if self._all else self._own(rows)
        self.everything.setVisible(len(self._own(rows)) < len(rows))
        self.everything.set_words(
            self.tr("Only mine ({n})").format(n=len(self._own(rows)))
            if self._all
            else self.tr("All {n} sessions").format(n=len(rows))
        )
        if self._now is not None:
            first = [view for view in rows if view.session.id in self._leading]
            rest = [view for view in shown if view not in first]
            first.sort(key=lambda view: self._leading.index(view.session.id))
            self.model.set_rows([*first, *rest], self._now, len(first))
        self._name_day()
        self._name_new()
        days = self._days()
        at = days.index(self._day) if self._day in days else 0
        self.earlier.setEnabled(at > 0)
        self.later.setEnabled(at + 1 < len(days))

    def _own(self, rows: Sequence[SessionView]) -> list[SessionView]:
        """Return one's own sessions, and what is on now where none of them is; all if none."""
        mine = [view for view in rows if is_mine(view)]
        on = running(rows, self._now) if self._now is not None else []
        if on and not any(is_mine(view) for view in on):
            mine = [view for view in rows if view in mine or view in on]
        return mine or list(rows)

    def _name_day(self) -> None:
        if self._programme is None or self._day is None:
            self.title.setText(self.tr("Without a time") if self._programme else "")
            self.below.setText("")
            return
        self.title.setText(words.long_day(self._day))
        day = next((d for d in self._programme.days if d.date == self._day), None)
        city = self._programme.conference.city
        self.below.setText(" · ".join(part for part in (_day_words(day), city) if part))

    def _name_new(self) -> None:
        """Say when a new session would be: now, or on the day shown once all is over."""
        programme, now = self._programme, self._now
        if programme is None or now is None:
            return
        on, today = beginning.is_on(programme, now), beginning.today(programme, now)
        self.new.set_words(self.tr("New session now") if on else self.tr("New session"), "plus")
        if on:
            when = self.tr("now, on {day}") if today != self._day else ""
            self.field.set_when(when.format(day=words.long_day(today)))
        elif self._day is None:
            self.field.set_when(self.tr("without a time"))
        else:
            self.field.set_when(self.tr("on {day}").format(day=words.long_day(self._day)))

    # -- what it tells -------------------------------------------------------------------------

    def _step(self, by: int) -> None:
        days = self._days()
        at = days.index(self._day) + by if self._day in days else 0
        if 0 <= at < len(days):
            self._day, self._leading = days[at], ()
            self._show()

    def _toggle(self) -> None:
        self._all = not self._all
        self._show()

    def _chosen(self, index: QModelIndex) -> None:
        view = index.data(VIEW_ROLE)
        if view is not None:
            self.opened.emit(view.session.id)

    def _taken(self, number: int) -> None:
        if number < len(self._leading):
            self.opened.emit(self._leading[number])

    @property
    def day(self) -> date | None:
        """The day shown (None: sessions without a time)."""
        return self._day

    def begin(self) -> None:
        """Open the field for a new session."""
        self.new.hide()
        self._name_new()
        self.field.open()

    def _begun(self, title: str, kind: object) -> None:
        self._cancelled()
        self.begun.emit(title, kind)

    def _cancelled(self) -> None:
        self.field.hide()
        self.new.show()
        self.put_away.emit()


def choose_words(count: int) -> str:
    """Return what an empty sheet says while the agenda leads."""
    return QCoreApplication.translate(
        "Agenda", "{n} sessions are on now. Take one in the agenda with its number, or with Enter."
    ).format(n=count)


def _held(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)


def _day_words(day: Day | None) -> str:
    if day is None:
        return ""
    return day.label or words.day_number(day.number)
