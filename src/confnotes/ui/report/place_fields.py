"""The fields of one place: what its front matter and file names can be told."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from confnotes.services.report_views import FieldKind, SettingView
from confnotes.ui.parts.choices import CheckBox, Segmented
from confnotes.ui.parts.fields import LineField
from confnotes.ui.parts.labels import Label
from confnotes.ui.parts.theme import theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.parts.two_texts import TextInput
from confnotes.ui.report import place_words

ON, OFF = "on", "off"
_NOT_ON = frozenset({OFF, "no", "0", "false", ""})

Control = TextInput | Segmented | CheckBox


def is_on(value: str) -> bool:
    """Return whether a switch is kept as on."""
    return value.strip().casefold() not in _NOT_ON


class PlaceFields(QWidget):
    """A row for each setting. `setting(place, key, value)` as one goes: what is typed belongs to
    the place it was typed for, whichever is shown by then."""

    setting = Signal(str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = ""
        self._shown: tuple[tuple[str, FieldKind], ...] = ()
        self.controls: dict[str, Control] = {}
        """The fields by the name of their setting."""
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(14))

    def show_settings(self, place: str, settings: Sequence[SettingView]) -> None:
        """Show what is set for a place; what is being typed stays."""
        shown = tuple((one.key, one.kind) for one in settings)
        if (place, shown) != (self._place, self._shown):
            self._build(place, settings)
            self._shown = shown
        for one in settings:
            control = self.controls[one.name]
            if isinstance(control, TextInput):
                control.show_text(one.value)
                if isinstance(control.field, LineField):
                    control.field.edit.setPlaceholderText(one.default)
            elif isinstance(control, Segmented):
                control.set_key(one.value if one.value in one.choices else one.default)
            else:
                control.setChecked(is_on(one.value or one.default))
        self.setVisible(bool(settings))

    def forget(self) -> None:
        """Begin anew with the next that are shown, also where they are the same."""
        self._shown = ()

    def flush(self) -> None:
        """Hand on what was typed."""
        for control in self.controls.values():
            if isinstance(control, TextInput):
                control.flush()

    def _build(self, place: str, settings: Sequence[SettingView]) -> None:
        self.flush()
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows, self.controls, self._place = [], {}, place
        for one in settings:
            row = self._row(one)
            self._rows.append(row)
            self._column.addWidget(row)

    def _row(self, one: SettingView) -> QWidget:
        """Return a setting's field under its name (a switch says its own)."""
        place, key, name = self._place, one.key, place_words.setting_name(one.name)
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(6))
        if one.kind is FieldKind.SWITCH:
            box = CheckBox(name)
            box.clicked.connect(lambda on: self.setting.emit(place, key, ON if on else OFF))
            column.addWidget(box)
            self.controls[one.name] = box
            return row
        column.addWidget(Label(name, Step.SMALL, role="text2"))
        if one.kind is FieldKind.CHOICE:
            choice = Segmented(
                name, [(c, place_words.choice_name(one.name, c)) for c in one.choices]
            )
            choice.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            choice.chosen.connect(lambda chosen: self.setting.emit(place, key, str(chosen)))
            left = QHBoxLayout()
            left.addWidget(choice)
            left.addStretch()
            column.addLayout(left)
            self.controls[one.name] = choice
            return row
        text = TextInput(name, one.default)
        text.written.connect(lambda words: self.setting.emit(place, key, words.strip()))
        column.addWidget(text)
        self.controls[one.name] = text
        return row
