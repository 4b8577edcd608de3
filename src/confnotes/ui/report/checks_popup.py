"""The list of checks: opens upwards from its badge, each row leads to its place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from confnotes.domain.notes import LineKind
from confnotes.services.report_views import Check, Place
from confnotes.ui.parts import badges, paint
from confnotes.ui.parts.buttons import Button, Look, Pressable
from confnotes.ui.parts.labels import Hairline, KeyCap, Label, WrapLabel
from confnotes.ui.parts.paint import Align
from confnotes.ui.parts.panels import Scroll
from confnotes.ui.parts.theme import MEDIUM, SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.report import check_words
from confnotes.ui.report.floating import SHADOW, Floating

WIDTH = 392
_ROW = 44
NAMES = "report.names"
"""The check whose places are a list of Review's."""
UPLOADS = "report.picture_upload"
"""The check whose places are fields of the form of pictures."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: `words`, the quieter `note` after them, a count ("" for none), an icon or badge."""

    words: str
    note: str = ""
    count: str = ""
    icon: str = ""
    badge: LineKind | None = None
    leads: bool = True


class EntryRow(Pressable):
    """One row one can press."""

    def __init__(self, entry: Entry) -> None:
        super().__init__(entry.words)
        self.entry = entry
        self.setAccessibleName(
            " ".join(part for part in (entry.words, entry.note, entry.count) if part)
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setEnabled(entry.leads)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().px(_ROW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        t, px, entry = theme().tokens, theme().px, self.entry
        rect = QRectF(self.rect())
        if entry.leads and (self.hovered or self.hasFocus()):
            paint.band(painter, rect, px(8), t.hover)
        if self.ring and self.hasFocus():
            paint.focus_ring(painter, rect, px(8))
        middle = rect.center().y()
        if entry.badge is not None:
            box = QRectF(rect.left() + px(11), middle - px(10), px(20), px(20))
            badges.draw_badge(painter, box, entry.badge)
        elif entry.icon:
            box = QRectF(rect.left() + px(13), middle - px(8), px(16), px(16))
            colour = t.accent if not entry.leads else t.text2
            paint.paint_icon(painter, entry.icon, box, colour)
        right = rect.right() - px(12)
        if entry.leads:
            arrow = QRectF(right - px(14), middle - px(7), px(14), px(14))
            paint.paint_icon(painter, "chevron_right", arrow, t.text2)
            right -= px(24)
        if entry.count:
            font = theme().font(Step.BASE, SEMIBOLD, tabular=True)
            box = QRectF(right - px(40), rect.top(), px(40), rect.height())
            used = paint.draw_text(painter, box, entry.count, font, t.amber, Align.RIGHT)
            right -= used + px(12)
        left = rect.left() + px(42)
        words = QRectF(left, rect.top(), right - left, rect.height())
        ink = t.text if entry.leads else t.text2
        font = theme().font(Step.BASE, MEDIUM if entry.leads else 400)
        used = paint.draw_text(painter, words, entry.words, font, ink)
        rest = words.adjusted(used + px(10), 0, 0, 0)
        if rest.width() > px(24):
            paint.draw_text(painter, rest, entry.note, theme().font(Step.SMALL), t.text2)


def _leads(code: str, place: Place) -> bool:
    """Return whether one can go where a check points: names lead to their list in Review."""
    return bool(place.section_key or place.session_id) or code in (NAMES, UPLOADS)


class ChecksPopup(Floating):
    """First the kinds of check with their counts, then the places of one kind.

    `go(code, Place)` tells the place one wants to see, `names()` that it is Review's list of names,
    `mend(code, Place)` (Space) that it is to be mended at once, `undone()` that the last such step
    is to be taken back. `name_of` says what a section is called.
    """

    go = Signal(str, object)
    names = Signal()
    mend = Signal(str, object)
    undone = Signal()

    def __init__(self, name_of: Callable[[str], str], parent: QWidget) -> None:
        super().__init__("", parent)
        self._name_of = name_of
        self.can_mend: Callable[[str, Place], bool] = lambda _code, _place: False
        """Whether there is a step that mends that check there."""
        self._at = 0
        self._can_undo = False
        self._ground = parent
        self._checks: tuple[Check, ...] = ()
        self._code = ""
        self.setAccessibleName(self.tr("Before publishing"))
        self.title = Label("", Step.SUBTITLE, SEMIBOLD)
        self.back = Button(self.tr("All checks"), Look.GHOST, icon="arrow_left", height=28)
        self.back.clicked.connect(lambda: self._turn(""))
        self.rows_area = Scroll()
        self.foot = WrapLabel("", Step.SMALL, role="text2")
        self.mend_button = Button("", Look.SOFT, height=28)
        self.mend_key = KeyCap(self.tr("Space"))
        self.undo = Button(self.tr("Take it back"), Look.GHOST, icon="undo", height=28)
        self.mend_button.clicked.connect(self._mend)
        self.undo.clicked.connect(self.undone)
        self._rows: list[EntryRow] = []
        self._lay_out()

    def _lay_out(self) -> None:
        px = theme().px
        head = QVBoxLayout()
        head.setContentsMargins(px(12), px(8), px(12), px(4))
        head.addWidget(self.title)
        self.column.addLayout(head)
        self.column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.rows_area, 1)
        below = QVBoxLayout()
        below.setContentsMargins(px(12), px(4), px(12), px(6))
        below.addWidget(Hairline())
        below.addSpacing(px(6))
        below.addWidget(self.foot)
        steps = QHBoxLayout()
        steps.setSpacing(px(8))
        steps.addWidget(self.mend_button)
        steps.addWidget(self.mend_key)
        steps.addStretch()
        steps.addWidget(self.undo)
        below.addLayout(steps)
        self.column.addLayout(below)

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Take the checks as they are now; what is open stays open where it still exists, and the
        keyboard at its place."""
        self._checks = tuple(checks)
        if self.isVisible():
            focused, at = self._focused() is not None, self._at
            self._turn(self._code)
            if focused and self._rows:
                self._rows[min(at, len(self._rows) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def offer_undo(self, on: bool) -> None:
        """Say whether the last step can be taken back."""
        self._can_undo = on
        self.undo.setVisible(on)

    def open_at(self, left: int, bottom: int) -> None:
        """Open with its lower left corner there, in its parent's coordinates."""
        self._turn("")
        high = min(self._wanted_height(), bottom + theme().px(SHADOW))
        edge = theme().px(SHADOW)
        wide = theme().px(WIDTH) + 2 * edge
        room = max(self._ground.width() - wide, -edge)
        self.setGeometry(min(left - edge, room), bottom - high + edge, wide, high)
        self.open()
        if self._rows:
            self._first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _first(self) -> EntryRow:
        return next((row for row in self._rows if row.isEnabled()), self._rows[0])

    def _wanted_height(self) -> int:
        px = theme().px
        rows = max(len(self._rows), 1) * px(_ROW + 4)
        return rows + px(116) + 2 * px(SHADOW)

    def _focused(self) -> EntryRow | None:
        return next((row for row in self._rows if row.hasFocus()), None)

    def _mendable(self) -> tuple[str, Place] | None:
        """Return the check and the place that one stands at, where a step would mend it."""
        if not 0 <= self._at < len(self._rows):
            return None
        checks = [c for c in self._checks if c.code == self._code] or self._checks[self._at :]
        places = checks[0].places[self._at if self._code else 0 :] if checks else ()
        if not places or not (self._code or len(places) == 1):
            return None
        code, place = checks[0].code, places[0]
        return (code, place) if self.can_mend(code, place) else None

    def _mend(self) -> None:
        found = self._mendable()
        if found is not None:
            self.mend.emit(*found)

    def _offer_mend(self) -> None:
        found = self._mendable()
        self.mend_button.set_words(check_words.mend(found[0]) if found else "")
        for widget in (self.mend_button, self.mend_key):
            widget.setVisible(found is not None)

    def _turn(self, code: str) -> None:
        check = next((c for c in self._checks if c.code == code), None)
        self._code = code if check is not None else ""
        self.back.setVisible(check is not None)
        if check is None:
            self.title.setText(self.tr("Before publishing"))
            self._fill([(self._entry(c), self._opener(c)) for c in self._checks])
            self.foot.setText(self.tr("None of this stops an export. It can all be mended later."))
        else:
            self.title.setText(check_words.name(check.code))
            self._fill(
                [(self._place_entry(check, p), self._goer(check.code, p)) for p in check.places]
            )
            self.foot.setText(check_words.advice(check.code))

    def _fill(self, entries: Sequence[tuple[Entry, Callable[[], None] | None]]) -> None:
        for row in self._rows:
            row.hide()
            row.deleteLater()
        while self.rows_area.body.takeAt(0) is not None:
            pass  # the room below them, too
        self._rows, self._at = [], 0
        if not entries:
            entries = [(Entry(self.tr("Nothing left to look at"), icon="check", leads=False), None)]
        for entry, act in entries:
            row = EntryRow(entry)
            row.installEventFilter(self)
            if act is not None:
                row.clicked.connect(lambda _on=False, act=act: act())
            self._rows.append(row)
            self.rows_area.body.addWidget(row)
        self.rows_area.body.addStretch(0)
        self._offer_mend()

    def rows(self) -> list[EntryRow]:
        """Return the rows as they stand."""
        return list(self._rows)

    def _entry(self, check: Check) -> Entry:
        names = list(dict.fromkeys(self._place_name(p) for p in check.places))
        named = [name for name in names if name]
        note = named[0] if named else ""
        if len(named) > 1:
            note = self.tr("{name} and others").format(name=note)
        icon, badge = check_words.sign(check.code)
        return Entry(check_words.name(check.code), note, str(check.count), icon, badge)

    def _place_entry(self, check: Check, place: Place) -> Entry:
        icon, badge = check_words.sign(check.code)
        name = self._place_name(place)
        leads = _leads(check.code, place)
        words = place.words or name
        return Entry(words, name if name != words else "", "", icon, badge, leads=leads)

    def _place_name(self, place: Place) -> str:
        return self._name_of(place.section_key) if place.section_key else ""

    def _opener(self, check: Check) -> Callable[[], None]:
        if len(check.places) == 1 and _leads(check.code, check.places[0]):
            return self._goer(check.code, check.places[0])

        def turn() -> None:
            self._turn(check.code)
            self._first().setFocus(Qt.FocusReason.OtherFocusReason)

        return turn

    def _goer(self, code: str, place: Place) -> Callable[[], None]:
        def leave() -> None:
            self.shut()
            if code == NAMES:
                self.names.emit()
            else:
                self.go.emit(code, place)

        return leave

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, EntryRow) and event.type() == QEvent.Type.FocusIn:
            self._at = self._rows.index(watched) if watched in self._rows else 0
            self._offer_mend()
        if (
            isinstance(watched, EntryRow)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and (self._undid(event) or self._walk(watched, Qt.Key(event.key())))
        ):
            return True
        return super().eventFilter(watched, event)

    def _undid(self, event: QKeyEvent) -> bool:
        if not (self._can_undo and event.matches(QKeySequence.StandardKey.Undo)):
            return False
        self.undone.emit()
        return True

    def _walk(self, row: EntryRow, key: Qt.Key) -> bool:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(key)
        if key is Qt.Key.Key_Space and self._mendable() is not None:
            self._mend()
            return True
        if key is Qt.Key.Key_Right:
            row.click()
            return True
        if key is Qt.Key.Key_Left and self._code:
            self._turn("")
            self._first().setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if step is None:
            return False
        enabled = [r for r in self._rows if r.isEnabled()]
        if row in enabled:
            at = min(max(enabled.index(row) + step, 0), len(enabled) - 1)
            enabled[at].setFocus(Qt.FocusReason.TabFocusReason)
            self.rows_area.ensureWidgetVisible(enabled[at])
        return True
