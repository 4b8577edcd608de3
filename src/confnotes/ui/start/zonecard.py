"""The card below the zone field: where the proposal comes from, and what each zone would mean."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from confnotes.domain.draft import Draft
from confnotes.ui.parts.choices import CheckBox, RadioRow
from confnotes.ui.parts.labels import Label, WrapLabel
from confnotes.ui.parts.order import enter_at_chosen
from confnotes.ui.parts.panels import Card
from confnotes.ui.parts.theme import SEMIBOLD
from confnotes.ui.parts.tokens import Step
from confnotes.ui.parts.zones import computer_zone
from confnotes.ui.start.proposals import at_night, has_offsets, proposals, where_from


class ZoneCard(Card):
    """`chosen` tells a zone picked from the rows, `local_changed` the switch below them,
    `filled` that the rows were made anew."""

    chosen = Signal(str)
    local_changed = Signal(bool)
    filled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("accent_soft", None, padding=16, parent=parent)
        self._draft: Draft | None = None
        self._head = Label("", weight=SEMIBOLD, icon="clock")
        self._words = WrapLabel("", Step.BASE, role="text2")
        self.local = CheckBox(self.tr("Offsets are wrong, times are local"))
        self.local.setToolTip(
            self.tr("Read the times as the venue's clock shows them, whatever offset is written.")
        )
        self.local.toggled.connect(self._local_toggled)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.rows: dict[str, RadioRow] = {}
        self.body.addWidget(self._head)
        self.body.addWidget(self._words)
        self.body.addLayout(self._list)
        self.doubt = WrapLabel("", Step.BASE, role="amber")
        self.doubt.hide()
        self.body.addWidget(self.doubt)
        self.body.addWidget(self.local)

    def set_draft(self, draft: Draft) -> None:
        """Show what the zones would mean for that schedule."""
        self._draft = draft
        head, sentence = where_from(draft)
        self._head.setText(head)
        self._words.setText(sentence)
        self.local.blockSignals(True)
        self.local.setChecked(False)
        self.local.blockSignals(False)
        self.local.setVisible(has_offsets(draft))
        self._fill(draft)

    def _fill(self, draft: Draft) -> None:
        marked = next((zone for zone, row in self.rows.items() if row.isChecked()), None)
        for row in self.rows.values():
            row.hide()
            self._list.removeWidget(row)
            row.deleteLater()
        self.rows = {}
        for proposal in proposals(draft, computer_zone()):
            row = RadioRow(proposal.words, proposal.meaning)
            row.clicked.connect(lambda _on=False, zone=proposal.zone: self.chosen.emit(zone))
            self.rows[proposal.zone] = row
            row.toggled.connect(self._enter)
            self._list.addWidget(row)
        self.mark(marked)
        self._enter()
        self.filled.emit()

    def _enter(self, _on: bool = False) -> None:
        enter_at_chosen(list(self.rows.values()))

    def mark(self, zone: str | None) -> None:
        """Show which row is in force, none where another zone was typed; and what speaks against
        that zone."""
        local = self.local.isChecked()
        doubt = "" if self._draft is None or local else at_night(self._draft, zone)
        self.doubt.setText(doubt)
        self.doubt.setVisible(bool(doubt))
        for name, row in self.rows.items():
            row.setAutoExclusive(False)
            row.setChecked(name == zone)
            row.setAutoExclusive(True)

    def _local_toggled(self, on: bool) -> None:
        if self._draft is not None:
            self._fill(self._draft.with_local_times() if on else self._draft)
        self.local_changed.emit(on)
