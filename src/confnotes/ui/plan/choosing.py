"""Intent, attendance, watch later and the reason: the same for a session and an event."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from confnotes.domain.choice import Attendance, Choice, Intent
from confnotes.ui.parts.choices import CheckBox, Segmented
from confnotes.ui.parts.fields import ComboField, TextField
from confnotes.ui.parts.labels import Label
from confnotes.ui.parts.theme import SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step

SAVE_AFTER_MS = 600
"""How long after the last key a reason goes to the file by itself."""


class Choosing(QWidget):
    """The fields of a choice. `changed(id, field, value)` comes with every change by hand; the
    reason when one pauses, leaves the field, or another thing is shown."""

    changed = Signal(str, str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.attendance = ComboField(self.tr("Attendance"))
        self.intent = Segmented(
            self.tr("Going there"),
            [
                (Intent.NONE, self.tr("No"), Intent.NONE),
                (Intent.CONSIDERED, self.tr("Maybe"), Intent.CONSIDERED),
                (Intent.GOING, self.tr("Going"), Intent.GOING),
            ],
        )
        self.later = CheckBox(self.tr("Watch later"))
        self.reason = TextField(
            self.tr("Why this one"), self.tr("Why this one, and not the others?"), rows=3
        )
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER_MS)
        self._timer.timeout.connect(self.reason.commit)
        self._lay_out()
        self.intent.chosen.connect(lambda key: self._tell("intent", key))
        self.attendance.chosen.connect(lambda key: self._tell("attendance", key))
        self.later.clicked.connect(lambda: self._tell("watch_later", self.later.isChecked()))
        self.reason.edited.connect(self._timer.start)
        self.reason.finished.connect(lambda text: self._tell("reason", text))

    def _lay_out(self) -> None:
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(Label(self.tr("Attendance"), Step.SMALL, SEMIBOLD, "text2"))
        column.addWidget(self.attendance)
        column.addWidget(self.later)
        column.addSpacing(px(8))
        column.addWidget(Label(self.tr("Why this one"), Step.SMALL, SEMIBOLD, "text2"))
        column.addWidget(self.reason)
        hint = self.tr("This line goes into the report.")
        column.addWidget(Label(hint, Step.SMALL, role="text3"))

    def _tell(self, field: str, value: object) -> None:
        if self._shown:
            self.changed.emit(self._shown, field, value)

    def show_choice(self, identity: str, choice: Choice, *, proposed: bool) -> None:
        """Show the choice of that thing; `proposed`: notes propose that one was there."""
        if identity != self._shown:
            self.commit()
            self._shown = identity
            self.reason.begin(choice.reason)
        elif not self.reason.hasFocus():
            self.reason.setText(choice.reason)
        open_words = self.tr("Attended (it has notes)") if proposed else self.tr("Not said")
        self.attendance.set_items(
            [
                (Attendance.OPEN, open_words),
                (Attendance.ATTENDED, self.tr("Attended")),
                (Attendance.LEFT_EARLY, self.tr("Left early")),
                (Attendance.MISSED, self.tr("Missed")),
            ]
        )
        self.intent.set_key(choice.intent)
        self.attendance.set_key(choice.attendance)
        self.later.setChecked(choice.watch_later)

    def commit(self) -> None:
        """Tell a reason that is still being typed."""
        self._timer.stop()
        self.reason.commit()
