"""One name: the ways it is written to choose from, and its places in their texts."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from confnotes.domain.written import Place
from confnotes.services.names import NameFinding, NamePlace
from confnotes.ui.parts.buttons import Button, IconButton, Look
from confnotes.ui.parts.labels import Hairline, Label, WrapLabel
from confnotes.ui.parts.order import chain, enter_at_chosen
from confnotes.ui.parts.panels import Scroll
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.review import names_words
from confnotes.ui.review.names_rows import FormRow, PlaceRow

MOST = 60
"""So many places are shown; all are corrected."""
_KEYS = 9


class NamesPanel(QWidget):
    """`corrected(NameFinding, places, form)`, `kept(NameFinding)`, `stepped(by)`,
    `jumped(NamePlace)`."""

    corrected = Signal(object, object, str)
    kept = Signal(object)
    stepped = Signal(int)
    jumped = Signal(object)

    def __init__(self, chord: str, keep: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item: NameFinding | None = None
        self._form = ""
        self._left_out: set[Place] = set()
        self._rest: Sequence[NamePlace] = ()
        self.forms: list[FormRow] = []
        self.places: list[PlaceRow] = []
        self.count = Label("", Step.SUBTITLE, SEMIBOLD, tabular=True)
        self.earlier = IconButton("chevron_left", self.tr("The name before"))
        self.later = IconButton("chevron_right", self.tr("The next name"))
        self.why = WrapLabel("", Step.SMALL, role="text2", most=3)
        self.forms_title = Label(self.tr("Write it so"), Step.SMALL, SEMIBOLD, "text2")
        self.places_title = Label("", Step.SMALL, SEMIBOLD, "text2", tabular=True)
        self.more = WrapLabel("", Step.SMALL, role="text2", most=2)
        self.correct = Button("", Look.PRIMARY, icon="check", hint=chord, height=36)
        self.keep = Button(self.tr("Right as it is"), Look.GHOST, hint=keep, height=36)
        self._forms_column, self._places_column = QVBoxLayout(), QVBoxLayout()
        self._lay_out()
        self.earlier.clicked.connect(lambda: self.stepped.emit(-1))
        self.later.clicked.connect(lambda: self.stepped.emit(1))
        self.correct.clicked.connect(self.do_correct)
        self.keep.clicked.connect(self.do_keep)

    def _lay_out(self) -> None:
        px = theme().px
        self.area = Scroll()
        column = self.area.body
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(8))
        head = QHBoxLayout()
        head.addWidget(self.count, 1)
        head.addWidget(self.earlier)
        head.addWidget(self.later)
        column.addLayout(head)
        column.addWidget(self.why)
        column.addSpacing(px(4))
        column.addWidget(self.forms_title)
        self._forms_column.setSpacing(px(2))
        column.addLayout(self._forms_column)
        column.addSpacing(px(4))
        column.addWidget(self.places_title)
        column.addLayout(self._places_column)
        column.addWidget(self.more)
        column.addStretch(1)
        feet = QVBoxLayout()
        feet.setContentsMargins(px(20), px(12), px(20), px(12))
        feet.setSpacing(px(4))
        feet.addWidget(self.correct)
        feet.addWidget(self.keep)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.area, 1)
        outer.addWidget(Hairline())
        outer.addLayout(feet)

    # -- what it shows -------------------------------------------------------------------------

    def show_item(self, item: NameFinding | None, number: int, count: int) -> None:
        """Show a name, the `number`th of `count`; what is chosen of the same name stays so."""
        same = item is not None and self._item is not None and self._item.key == item.key
        focus = QApplication.focusWidget()
        focused = focus is not None and self.isAncestorOf(focus)
        if not same:
            self._form, self._left_out = "", set()
        self._item = item
        self.setEnabled(item is not None)
        if item is None:
            return
        forms = [form.text for form in item.forms]
        if self._form not in forms:
            self._form = forms[0]
        self.count.setText(f"{number} / {count}")
        self.earlier.setEnabled(number > 1)
        self.later.setEnabled(number < count)
        self.why.setText(names_words.why_words(item.why))
        self._show_forms(item)
        self._show_places(item)
        if focused:
            self.write()

    def _show_forms(self, item: NameFinding) -> None:
        _clear(self._forms_column)
        self.forms = []
        for number, form in enumerate(item.forms, 1):
            row = FormRow(form, number if number <= _KEYS else 0)
            row.setChecked(form.text == self._form)
            row.clicked.connect(lambda _on=False, number=number: self.choose(number))
            row.digit.connect(self.choose)
            self._forms_column.addWidget(row)
            self.forms.append(row)
        enter_at_chosen(self.forms)

    def _show_places(self, item: NameFinding) -> None:
        _clear(self._places_column)
        self.places = []
        others = item.others(self._form)
        self._rest = others[MOST:]
        for place in others[:MOST]:
            row = PlaceRow(place)
            row.setChecked(place.place not in self._left_out)
            row.toggled.connect(lambda on, place=place: self._tick(place.place, on=on))
            row.digit.connect(self.choose)
            line = QHBoxLayout()
            line.setSpacing(0)
            line.addWidget(row, 1)
            if place.session is not None:
                leave = IconButton("arrow_right", self.tr("Open in the notes"), size=28)
                leave.clicked.connect(lambda _on=False, place=place: self.jumped.emit(place))
                line.addWidget(leave, 0, Qt.AlignmentFlag.AlignTop)
            self._places_column.addLayout(line)
            self.places.append(row)
        self.more.setText(self.tr("And {n} more, corrected as well.").format(n=len(self._rest)))
        self.more.setVisible(bool(self._rest))
        self._count()
        self._order()

    def _order(self) -> None:
        """Let Tab go through what was just made where it stands."""
        places = [self._places_column.itemAt(n) for n in range(self._places_column.count())]
        lines = [item.layout() for item in places if item is not None]
        rows = [
            widget
            for line in lines
            if line is not None
            for at in range(line.count())
            if (item := line.itemAt(at)) is not None and (widget := item.widget()) is not None
        ]
        chain([self.earlier, self.later, *self.forms, *rows, self.correct, self.keep])

    def _tick(self, place: Place, *, on: bool) -> None:
        (self._left_out.discard if on else self._left_out.add)(place)
        self._count()

    def _count(self) -> None:
        wanted = len(self._wanted())
        self.correct.setEnabled(wanted > 0)
        title = self.tr("Where it is written otherwise")
        self.places_title.setText(f"{title}  {len(self.places) + len(self._rest)}")
        if wanted == 1:
            self.correct.set_words(self.tr("Correct 1 place, next"))
        else:
            self.correct.set_words(self.tr("Correct {n} places, next").format(n=wanted))

    def _wanted(self) -> list[Place]:
        others = () if self._item is None else self._item.others(self._form)
        return [one.place for one in others if one.place not in self._left_out]

    # -- what one does -------------------------------------------------------------------------

    def form(self) -> str:
        """Return the form that is chosen."""
        return self._form

    def choose(self, number: int) -> None:
        """Choose a form by its number (1 is the first)."""
        if self._item is None or not 1 <= number <= len(self._item.forms):
            return
        self._form = self._item.forms[number - 1].text
        for row in self.forms:
            row.setChecked(row.form.text == self._form)
        enter_at_chosen(self.forms)
        self._show_places(self._item)

    def write(self) -> None:
        """Go where one chooses."""
        chosen = next((row for row in self.forms if row.isChecked()), None)
        (chosen or self.correct).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def do_correct(self) -> None:
        """Write the name as chosen in all places that are ticked."""
        places = self._wanted()
        if self._item is not None and places:
            self.corrected.emit(self._item, places, self._form)

    def do_keep(self) -> None:
        """Take all the ways it is written as right."""
        if self._item is not None:
            self.kept.emit(self._item)


def _clear(column: QVBoxLayout) -> None:
    """Take away what a column holds; hidden first, or it stays painted until the loop turns."""
    while (old := column.takeAt(0)) is not None:
        inner = old.layout()
        parts = [old] if inner is None else [inner.takeAt(0) for _ in range(inner.count())]
        for part in parts:
            widget = part.widget() if part is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
