"""The sheet of changes: what a later state of the schedule would do, before anything is done."""

from collections import Counter

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from confnotes.domain.revisions import Decisions
from confnotes.ui.parts import paint
from confnotes.ui.parts.buttons import Button, Look
from confnotes.ui.parts.choices import CheckBox
from confnotes.ui.parts.labels import Label, WrapLabel
from confnotes.ui.parts.order import chain
from confnotes.ui.parts.page import Page
from confnotes.ui.parts.panels import Ground
from confnotes.ui.parts.tabs import Tabs, TabStrip
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.plan.change_rows import ORDER, ChangeRow, grouped, kind_words
from confnotes.ui.plan.changes_delegate import Columns
from confnotes.ui.plan.changes_model import ChangesModel
from confnotes.ui.plan.changes_view import ChangesView

ALL = "all"
"""The key of the tab with every kind."""


class TickAll(CheckBox):
    """The tick above the others: all of what is shown, some of it, or none."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setAccessibleName(words)
        self.setToolTip(words)
        self._partly = False
        self.setFixedSize(theme().px(24), theme().px(28))

    def show_state(self, *, on: bool, partly: bool) -> None:
        """Show how much is ticked."""
        self._partly = partly
        self.setChecked(on)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._partly:
            super().paintEvent(event)
            return
        painter, px = QPainter(self), theme().px
        rect, side = QRectF(self.rect()), px(16)
        box = QRectF(px(4), rect.center().y() - side / 2, side, side)
        paint.draw_check(painter, box, on=False, partly=True)
        if self.ring and self.hasFocus():
            paint.focus_ring(painter, rect, px(8))


class ChangesHeads(Ground):
    """What the columns are called, with the tick for all."""

    def __init__(self, tick: TickAll, view: ChangesView) -> None:
        super().__init__("canvas", "b")
        self.tick, self._view = tick, view
        tick.setParent(self)
        view.fitted.connect(self.update)
        self._words = (
            self.tr("Change"),
            self.tr("Until now"),
            self.tr("New programme"),
            self.tr("Your choice"),
        )
        self._refit()
        theme().changed.connect(self._refit)

    def _refit(self) -> None:
        self.setFixedHeight(theme().px(36))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.tick.move(theme().px(20), (self.height() - self.tick.height()) // 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, t = QPainter(self), theme().tokens
        columns = Columns.of(self._view.viewport().width())  # as wide as its scroll bar leaves it
        font = theme().font(Step.SMALL, SEMIBOLD)
        lefts = (columns.kind, columns.old, columns.now, columns.yours)
        ends = (*lefts[1:], float(self.width()))
        for words, left, end in zip(self._words, lefts, ends, strict=True):
            room = QRectF(left, 0, end - left - theme().px(8), self.height())
            paint.draw_text(painter, room, words, font, t.text2)


class ChangesPage(Page):
    """`done`: apply what is ticked; `back`: later; `another`: compare with another file."""

    another = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__()
        self.setParent(parent)
        self.set_title(self.tr("Changes of the programme"))
        self._rows: list[ChangeRow] = []
        self.model = ChangesModel()
        self.view = ChangesView(self.model)
        self.tabs = Tabs(self.tr("Kinds of change"))
        self.tick = TickAll(self.tr("Apply all that is shown"))
        self._lay_out()
        self.cancel.set_words(self.tr("Later"))
        self.tabs.chosen.connect(self._show_kind)
        self.tick.clicked.connect(self._tick_all)
        self.model.decided.connect(self._refresh)

    def _lay_out(self) -> None:
        px = theme().px
        self.source = Label("", role="text2")
        other = self.other = Button(self.tr("Another file"), Look.GHOST, icon="folder")
        other.clicked.connect(self.another)
        self.head.edges = ""
        self.head_row.addSpacing(px(8))
        self.head_row.addWidget(self.source, 1)
        self.head_row.addWidget(other)
        strip = Ground("canvas", "b")
        strip.setFixedHeight(px(48))
        row = QHBoxLayout(strip)
        row.setContentsMargins(px(18), 0, px(16), 0)
        row.addWidget(TabStrip(self.tabs), 1)
        self.heads = ChangesHeads(self.tick, self.view)
        self.nothing = WrapLabel("", role="text2")
        empty = QWidget()
        column = QVBoxLayout(empty)
        column.setContentsMargins(px(24), px(24), px(24), px(24))
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.nothing)
        whole = QWidget()
        body = QVBoxLayout(whole)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        for widget in (strip, self.heads):
            body.addWidget(widget)
        body.addWidget(self.view, 1)
        self.pages = QStackedWidget()
        self.pages.addWidget(whole)
        self.pages.addWidget(empty)
        fill = QVBoxLayout(self.content)
        fill.setContentsMargins(0, 0, 0, 0)
        fill.addWidget(self.pages)

    def show_changes(self, rows: list[ChangeRow], source: str) -> None:
        """Show what a file changes; all of it is ticked."""
        self._rows = rows
        self.source.setText(source)
        self.model.begin()
        self.setEnabled(True)
        self.pages.setCurrentIndex(0 if rows else 1)
        self.nothing.setText(
            self.tr("The programme is as it was: this file says nothing that is not here already.")
        )
        counts = Counter(row.kind for row in rows)
        tabs: list[tuple[object, str, str, str]] = [
            (ALL, self.tr("All"), "", str(len(rows))),
            *((kind, kind_words(kind), "", str(counts[kind])) for kind in ORDER if counts[kind]),
        ]
        self.tabs.set_tabs(tabs)
        self.tabs.set_key(ALL)
        chain([
            self.arrow, self.other, self.tabs, *(self.tabs.tab(key) for key, *_ in tabs),
            self.tick, self.view, self.cancel, self.action,
        ])  # fmt: skip
        self._show_kind(ALL)
        self._refresh()

    def begin(self) -> None:
        """Place the focus where the keys do something."""
        reason = Qt.FocusReason.OtherFocusReason
        if self._rows:
            self.view.select_first()
            self.view.setFocus(reason)
        else:
            self.cancel.setFocus(reason)

    def decisions(self) -> Decisions:
        """Return what was decided."""
        return self.model.decisions()

    def stops(self) -> list[QWidget]:
        """Return what F6 goes through."""
        return [self.tabs, self.view] if self._rows else [self.cancel]

    def _show_kind(self, key: object) -> None:
        shown = [row for row in self._rows if key == ALL or row.kind is key]
        self.model.set_rows(grouped(shown))
        self.view.scrollToTop()
        self._refresh()

    def _shown(self) -> list[str]:
        return [row.id for row in self.model.rows() if isinstance(row, ChangeRow)]

    def _tick_all(self) -> None:
        on = not all(self.model.is_on(one) for one in self._shown())
        self.model.set_on(self._shown(), on)

    def _refresh(self) -> None:
        ticked = [self.model.is_on(one) for one in self._shown()]
        self.tick.show_state(on=all(ticked), partly=any(ticked) and not all(ticked))
        count = sum(self.model.is_on(row.id) for row in self._rows)
        words = self.tr("Apply {n} changes").format(n=count)
        self.action.set_words(self.tr("Apply 1 change") if count == 1 else words, "check")
        self.action.setEnabled(count > 0)
        self.action.setVisible(bool(self._rows))
        safe = self.tr(
            "Choices, reasons, ratings and notes are not touched. It is one step, and {chord} "
            "takes it back."
        )
        chord = "Ctrl+Z"
        self.say(safe.format(chord=chord) if self._rows else self.tr("Nothing is written."))

    def onward(self) -> None:
        """Apply what is ticked, as the button does."""
        if self.action.isEnabled():
            self.done.emit()
