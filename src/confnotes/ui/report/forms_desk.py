"""The forms of Report over their services: settings, facts, author."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from confnotes.domain.attachments import AttachmentUse
from confnotes.domain.audience import Audience
from confnotes.domain.conference import Author, Day, Fact
from confnotes.domain.text import Language
from confnotes.services.bundle import Services
from confnotes.ui.report import words
from confnotes.ui.report.author_form import AuthorForm
from confnotes.ui.report.desk import ReportDesk
from confnotes.ui.report.facts_form import FactsForm
from confnotes.ui.report.forms import FormPage
from confnotes.ui.report.layouts_desk import LayoutsDesk
from confnotes.ui.report.pictures_form import PicturesForm
from confnotes.ui.report.settings_form import SettingsForm
from confnotes.ui.report.telling_form import TellingForm

_OPENING = "opening"
"""The key of the opening's section."""


class FormsDesk(QObject):
    """Fills the forms and keeps what is typed in them. `left` tells that one wants the text,
    `asked` another form."""

    left = Signal()
    asked = Signal(str)

    def __init__(self, services: Services, desk: ReportDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._desk = services, desk
        self.settings = SettingsForm()
        self.facts = FactsForm()
        self.author = AuthorForm()
        self.telling = TellingForm()
        self.pictures = PicturesForm()
        self.layouts = LayoutsDesk(services, desk, self.settings.saved, self)
        self.current: FormPage | None = None
        self._another = False
        self._section = ("", "")
        self._connect()

    def _connect(self) -> None:
        self._desk.read.connect(self._read)
        for form in self.pages():
            form.left.connect(self.left)
        for versioned in (self.settings, self.facts, self.author, self.pictures):
            versioned.version.connect(self._version)
        self.settings.titled.connect(self._title)
        self.settings.audience.connect(self._audience)
        self.settings.pattern.written.connect(self._pattern)
        self.settings.layout_chosen.connect(self._layout)
        self.settings.layout_begun.connect(self.layouts.begin)
        self.layouts.flush.connect(self.flush)
        self.layouts.done.connect(self.show)
        self.settings.setting.connect(self._setting)
        self.settings.place_setting.connect(self._place_setting)
        self.facts.changed.connect(self._fact)
        self.facts.removed.connect(self._remove_fact)
        self.author.changed.connect(self._author)
        self.telling.setting.connect(lambda key, value: self._place_setting("", key, value))
        self.telling.pictures_asked.connect(lambda: self.asked.emit("pictures"))
        self.pictures.changed.connect(self._picture)
        self.pictures.uploads.kept.connect(self._uploaded)
        rows = self.facts.conference
        rows.version.connect(self._version)
        rows.described.connect(self._describe)
        rows.day_changed.connect(self._day)

    def pages(self) -> list[FormPage]:
        """Return the forms in the order of their pages."""
        return [self.settings, self.facts, self.author, self.telling, self.pictures]

    def turn(self, name: str) -> int:
        """Turn to a form ("" for none); return the number of its page."""
        names = ["settings", "facts", "author", "telling", "pictures"]
        self.current = self.pages()[names.index(name)] if name else None
        if name:
            self.show()
        self._say_opening()
        return names.index(name) if name else -1

    def choose(self, key: str, label: str) -> None:
        """Hear which section is open (its key, what it is called)."""
        if key != self._section[0]:
            self.telling.flush()
        self._section = (key, label)

    def forget(self) -> None:
        """Another conference is shown: what the forms hold is none of its own."""
        self._another = True
        self.settings.forget()
        self.layouts.forget()
        self.author.forget()
        self.pictures.uploads.forget()

    def flush(self) -> None:
        """Hand on what was typed."""
        self.settings.flush()
        self.facts.flush()
        self.author.flush()
        self.telling.flush()
        self.pictures.flush()

    def show(self) -> None:
        """Fill the forms with what is kept; not while something typed is on its way there (for
        another conference than before, nothing is)."""
        report = self._desk.report
        owing = self._desk.owing
        if report is None or (owing and not self._another):
            return
        self._another = False
        about = self._services.reports.about(report.conference_id)
        texts = self._services.review.versions(report.conference_id)
        settings = self._services.reports.settings(report, report.target)
        of_place = self._services.reports.place_settings(report, report.language, report.target)
        layouts = self._services.reports.layouts(report)
        self.settings.show_report(report, texts, settings, self._place(), of_place)
        self._show_pattern()
        self.settings.show_layouts(
            report.layout,
            [(one.layout, words.layout_name(one)) for one in layouts],
            self.layouts.show(),
        )
        self.facts.conference.show_conference(about.conference, about.days, texts)
        self.facts.show_facts(report.conference_id, about.facts, texts)
        self.telling.show_settings(settings)
        self.telling.show_section(*self._section, settings)
        if self.current is self.pictures:
            self.pictures.show_pictures(self._services.reports.picture_uses(report), texts)
            self._show_uploads()
        self.author.show_author(about.author, texts, owing=owing)
        self._say_opening()

    def _say_opening(self) -> None:
        """Say in the author's form which openings are the author's own text already."""
        if self.current is not self.author:
            return
        found = {lang: self._desk.content(_OPENING, lang) for lang in (Language.JA, Language.EN)}
        own = [lang for lang, text in found.items() if text is not None and text.written]
        self.author.say_opening(own)

    def _title(self, title: str) -> None:
        if (report := self._desk.report) is not None:
            self._desk.keep(replace(report, title=title))

    def _show_pattern(self) -> None:
        """Show what titles are made of by now, while one looks at it or might."""
        report, reports = self._desk.report, self._services.reports
        if report is not None:
            pattern = reports.title_pattern(report, report.language)
            facts = reports.title_facts(report, report.language)
            self.settings.show_pattern(report, pattern, facts)

    def _read(self) -> None:
        if self.current is self.settings and not self._desk.owing:
            self._show_pattern()
        self._show_uploads()

    def _show_uploads(self) -> None:
        """Show what the place gave for the pictures it has by now, as the last reading found it."""
        report, last, desk = self._desk.report, self._desk.last, self._desk
        if self.current is not self.pictures or report is None or last is None:
            return
        if desk.current and not desk.owing:
            files = [(one, last.pictures[one.shown]) for one in last.addresses]
            self.pictures.uploads.show_uploads(report.target, self._place(), files)

    def _uploaded(self, place: str, addresses: Mapping[str, str]) -> None:
        if (report := self._desk.report) is not None:
            reports, typed = self._services.reports, "\n".join(addresses.values())
            self._desk.do(lambda: reports.set_addresses(
                report, place, addresses, initiator=self._desk), typed)  # fmt: skip

    def _place(self) -> str:
        """Return what the place is called that the report is for."""
        labels = {t.name: t.label for t in self._services.reports.targets()}
        name = self._desk.target
        return words.target_name(name, labels.get(name, name))

    def _pattern(self, language: Language, pattern: str) -> None:
        if (report := self._desk.report) is not None:
            reports = self._services.reports
            self._desk.do(lambda: reports.set_title_pattern(
                report, language, pattern, initiator=self._desk), pattern)  # fmt: skip

    def _audience(self, audience: Audience) -> None:
        if (report := self._desk.report) is not None:
            self._desk.keep(replace(report, audience=audience))

    def _layout(self, layout: str) -> None:
        if (report := self._desk.report) is not None:
            self._desk.keep(replace(report, layout=layout))

    def _setting(self, key: str, value: str) -> None:
        if (report := self._desk.report) is not None:
            reports = self._services.reports
            self._desk.do(lambda: reports.set_setting(
                report, report.target, key, value, initiator=self._desk), value)  # fmt: skip

    def _place_setting(self, place: str, key: str, value: str) -> None:
        if (report := self._desk.report) is not None:
            reports = self._services.reports
            self._desk.do(lambda: reports.set_setting(
                report, place, key, value, initiator=self._desk), value)  # fmt: skip

    def _describe(self, field: str, text: str) -> None:
        if (report := self._desk.report) is not None:
            reports, conference = self._services.reports, report.conference_id
            self._desk.do(
                lambda: reports.describe(conference, field, text, initiator=self._desk), text
            )

    def _day(self, day: Day) -> None:
        programme = self._services.programme
        self._desk.do(lambda: programme.edit_day(day, initiator=self._desk), day.label)

    def _picture(self, use: AttachmentUse) -> None:
        notes = self._services.notes
        words = f"{use.alternative} {use.credit}"
        self._desk.do(lambda: notes.put_use(use, initiator=self._desk), words)

    def _fact(self, fact: Fact) -> None:
        if fact.value or fact.source:
            reports = self._services.reports
            self._desk.do(
                lambda: reports.put_fact(fact, initiator=self._desk),
                f"{fact.value} {fact.source}",
            )

    def _remove_fact(self, fact_id: str) -> None:
        reports = self._services.reports
        self._desk.do(lambda: reports.delete_fact(fact_id, initiator=self._desk))

    def _author(self, author: Author) -> None:
        if (report := self._desk.report) is not None:
            reports, conference = self._services.reports, report.conference_id
            self._desk.do(lambda: reports.set_author(conference, author, initiator=self._desk))

    def _version(
        self, owner: str, field: str, language: Language, text: str, original: str
    ) -> None:
        if (report := self._desk.report) is not None:
            review, conference = self._services.review, report.conference_id
            self._desk.do(lambda: review.set_version(
                conference, owner, field, language, text, original, initiator=self._desk
            ), text)  # fmt: skip
