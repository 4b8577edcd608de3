"""Title, audience, and what is particular to the place the report appears in."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from confnotes.domain.audience import Audience
from confnotes.domain.report import Report
from confnotes.domain.text import Language
from confnotes.domain.versions import Texts
from confnotes.ui.parts.choices import CheckBox, Segmented
from confnotes.ui.parts.labels import Label, WrapLabel
from confnotes.ui.parts.theme import SEMIBOLD
from confnotes.ui.parts.tokens import Step
from confnotes.ui.parts.two_texts import TwoTexts
from confnotes.ui.report.forms import FormPage, show_two

HONORIFICS = ("氏", "さん", "")
CONTENTS_ON, CONTENTS_OFF = "on", "off"
_OFF = frozenset({CONTENTS_OFF, "no", "0", "false", ""})


class SettingsForm(FormPage):
    """`titled(text)`, `version(…)`, `audience(Audience)` and `setting(key, value)` as one goes."""

    titled = Signal(str)
    version = Signal(str, str, object, str, str)
    audience = Signal(object)
    setting = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_head(self.tr("Title and settings"))
        self._report: Report | None = None
        self.name = TwoTexts(self.tr("Title of the report"), self.tr("As generated"))
        self.readers = Segmented(
            self.tr("For whom"),
            [(Audience.PUBLIC, self.tr("Everybody")), (Audience.INSIDE, self.tr("The company"))],
        )
        self.meaning = WrapLabel("", Step.SMALL, role="text2")
        self.honorific = Segmented(
            self.tr("After names in Japanese"),
            [("氏", "氏"), ("さん", "さん"), ("", self.tr("nothing"))],
        )
        self.contents = CheckBox(self.tr("List of contents at the beginning"))
        self.place = Label("", Step.SMALL, SEMIBOLD, "text2")
        self._lay_out()
        self.name.written.connect(lambda text: self.titled.emit(text.strip()))
        self.name.version_written.connect(self._version)
        self.name.confirmed.connect(
            lambda language: self._version(language, self.name.version.text())
        )
        self.readers.chosen.connect(self._read_by)
        self.honorific.chosen.connect(lambda key: self.setting.emit("honorific", str(key)))
        self.contents.clicked.connect(
            lambda on: self.setting.emit("contents", CONTENTS_ON if on else CONTENTS_OFF)
        )

    def _lay_out(self) -> None:
        self.body.addWidget(self.name)
        self.body.addWidget(Label(self.tr("For whom"), Step.SMALL, SEMIBOLD, "text2"))
        self.body.addLayout(_left(self.readers))
        self.body.addWidget(self.meaning)
        self.body.addWidget(self.place)
        self.body.addWidget(Label(self.tr("After names in Japanese"), Step.SMALL, role="text2"))
        self.body.addLayout(_left(self.honorific))
        self.body.addWidget(self.contents)
        self.body.addStretch()

    def show_report(
        self, report: Report, texts: Texts, settings: Mapping[str, str], place: str
    ) -> None:
        """Show a report's settings for one place."""
        self._report = report
        show_two(self.name, texts, report.id, "title", report.title)
        self.readers.set_key(report.audience)
        self._say(report.audience)
        given = settings.get("honorific", HONORIFICS[0])
        self.honorific.set_key(given if given in HONORIFICS else HONORIFICS[0])
        self.contents.setChecked(settings.get("contents", CONTENTS_OFF).casefold() not in _OFF)
        self.place.setText(self.tr("For {target}").format(target=place))

    def flush(self) -> None:
        """Hand on what was typed."""
        self.name.flush()

    def _read_by(self, audience: object) -> None:
        self._say(Audience(str(audience)))
        self.audience.emit(audience)

    def _say(self, audience: Audience) -> None:
        inside = self.tr("With what is marked inside. Private lines never leave the notebook.")
        public = self.tr("Only what is public. Inside and private lines leave no trace.")
        self.meaning.setText(inside if audience is Audience.INSIDE else public)

    def _version(self, language: Language, text: str) -> None:
        if self._report is not None:
            original = self.name.original.text().strip()
            self.version.emit(self._report.id, "title", language, text, original)


def _left(widget: QWidget) -> QHBoxLayout:
    widget.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    row = QHBoxLayout()
    row.addWidget(widget)
    row.addStretch()
    return row
