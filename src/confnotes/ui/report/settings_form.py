"""Title, audience, and what is particular to the place the report appears in."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from confnotes.domain.audience import Audience
from confnotes.domain.report import Report
from confnotes.domain.text import Language
from confnotes.domain.versions import Texts
from confnotes.services.report_views import SettingView, TitleFacts
from confnotes.ui.parts.choices import CheckBox, Segmented
from confnotes.ui.parts.fields import ComboField
from confnotes.ui.parts.labels import Label, WrapLabel
from confnotes.ui.parts.theme import SEMIBOLD
from confnotes.ui.parts.tokens import Step
from confnotes.ui.parts.two_texts import TwoTexts
from confnotes.ui.report.forms import FormPage, show_two
from confnotes.ui.report.place_fields import OFF, ON, PlaceFields, is_on
from confnotes.ui.report.saved_layouts import SavedLayouts
from confnotes.ui.report.title_pattern import TitlePattern

HONORIFICS = ("氏", "さん", "")
_CONTENTS = "contents"
_SAVED = "saved:"


class SettingsForm(FormPage):
    """`titled(text)`, `version(…)`, `audience(Audience)`, `layout_chosen(layout)`,
    `layout_begun(id)` of a saved one, `setting(key, value)` and, for what the place alone has,
    `place_setting(place, key, value)` as one goes."""

    titled = Signal(str)
    version = Signal(str, str, object, str, str)
    audience = Signal(object)
    layout_chosen = Signal(str)
    layout_begun = Signal(str)
    setting = Signal(str, str)
    place_setting = Signal(str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_head(self.tr("Title and settings"))
        self._report: Report | None = None
        self.name = TwoTexts(self.tr("Title of the report"), self.tr("As generated"))
        self.pattern = TitlePattern()
        self.layouts = ComboField(self.tr("What the report tells of"), height=32)
        self.saved = SavedLayouts()
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
        self.fields = PlaceFields()
        self.place = Label("", Step.SMALL, SEMIBOLD, "text2")
        self._lay_out()
        self.name.written.connect(lambda text: self.titled.emit(text.strip()))
        self.name.original.field.edited.connect(self.pattern.show_own)
        self.name.version_written.connect(self._version)
        self.name.confirmed.connect(
            lambda language: self._version(language, self.name.version.text())
        )
        self.layouts.chosen.connect(self._choose_layout)
        self.readers.chosen.connect(self._read_by)
        self.honorific.chosen.connect(lambda key: self.setting.emit("honorific", str(key)))
        self.contents.clicked.connect(lambda on: self.setting.emit(_CONTENTS, ON if on else OFF))
        self.fields.setting.connect(self.place_setting)

    def _lay_out(self) -> None:
        self.body.addWidget(self.name)
        self.body.addWidget(self.pattern)
        told = Label(self.tr("What the report tells of"), Step.SMALL, SEMIBOLD, "text2")
        self.body.addWidget(told)
        # As wide as there is room: the longest title of a session must not widen the page.
        self.layouts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.body.addWidget(self.layouts)
        self.body.addWidget(self.saved)
        self.body.addWidget(Label(self.tr("For whom"), Step.SMALL, SEMIBOLD, "text2"))
        self.body.addLayout(_left(self.readers))
        self.body.addWidget(self.meaning)
        self.body.addWidget(self.place)
        self.body.addWidget(Label(self.tr("After names in Japanese"), Step.SMALL, role="text2"))
        self.body.addLayout(_left(self.honorific))
        self.body.addWidget(self.contents)
        self.body.addWidget(self.fields)
        self.body.addStretch()

    def show_report(
        self,
        report: Report,
        texts: Texts,
        settings: Mapping[str, str],
        place: str,
        of_place: Sequence[SettingView] = (),
    ) -> None:
        """Show a report's settings for one place, and those that only this place has."""
        self._report = report
        show_two(self.name, texts, report.id, "title", report.title)
        self.readers.set_key(report.audience)
        self._say(report.audience)
        given = settings.get("honorific", HONORIFICS[0])
        self.honorific.set_key(given if given in HONORIFICS else HONORIFICS[0])
        self.contents.setChecked(is_on(settings.get(_CONTENTS, OFF)))
        self.contents.setVisible(any(one.name == _CONTENTS for one in of_place))
        self.fields.show_settings(report.target, [one for one in of_place if one.name != _CONTENTS])
        self.place.setText(self.tr("For {target}").format(target=place))

    def show_pattern(self, report: Report, pattern: str, facts: TitleFacts) -> None:
        """Show the pattern of the report's title in its language."""
        own = bool(report.title.strip())
        self.pattern.show_pattern(report.id, report.language, pattern, facts, own=own)

    def show_layouts(
        self,
        chosen: str,
        layouts: Sequence[tuple[str, str]],
        saved: Sequence[tuple[str, str]] = (),
    ) -> None:
        """Offer these layouts (name, words); one that makes no sense any more is as the first.
        `saved` ones (id, name) are begun from."""
        begun = [(f"{_SAVED}{identity}", name) for identity, name in saved]
        self.layouts.set_items(list(layouts), begun)
        self.layouts.set_key(chosen if chosen in dict(layouts) else layouts[0][0])

    def forget(self) -> None:
        """Forget whose settings were shown, and what was typed there."""
        self._report = None
        self.name.show_texts("", None, "", stale=False, another=True)
        self.pattern.forget()
        self.fields.forget()

    def flush(self) -> None:
        """Hand on what was typed."""
        self.name.flush()
        self.pattern.flush()
        self.fields.flush()

    def _choose_layout(self, key: object) -> None:
        layout = str(key)
        if layout.startswith(_SAVED):
            self.layout_begun.emit(layout.removeprefix(_SAVED))
        else:
            self.saved.say("")
            self.layout_chosen.emit(layout)

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
