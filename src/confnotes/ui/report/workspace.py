"""The Report workspace: outline, text and preview, each following the other two."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from confnotes.domain.changes import ChangeSet
from confnotes.domain.report import SectionKind
from confnotes.domain.text import Language
from confnotes.services.bundle import Services
from confnotes.services.pandoc import pandoc_is_there
from confnotes.services.report_views import SectionContent, SectionView
from confnotes.settings import Settings
from confnotes.ui.parts.panels import SidePanel, on_ground
from confnotes.ui.parts.theme import theme
from confnotes.ui.report import words
from confnotes.ui.report.actions import REPORT
from confnotes.ui.report.checks_popup import ChecksPopup
from confnotes.ui.report.desk import ReportDesk, first_section
from confnotes.ui.report.export_panel import ExportPanel
from confnotes.ui.report.following import Following
from confnotes.ui.report.forms_desk import FormsDesk
from confnotes.ui.report.insert_desk import InsertDesk
from confnotes.ui.report.live_preview import LivePreview
from confnotes.ui.report.mend_desk import MendDesk
from confnotes.ui.report.outline_pane import OutlinePane
from confnotes.ui.report.preview_browser import SECTION
from confnotes.ui.report.preview_pane import PreviewPane
from confnotes.ui.report.publishing import Publisher
from confnotes.ui.report.section_notes import SectionNotes
from confnotes.ui.report.text_page import TextPage
from confnotes.ui.report.topbar import TopBar
from confnotes.ui.shell import actions
from confnotes.ui.shell.actions import ActionSpec
from confnotes.ui.shell.bridge import Bridge
from confnotes.ui.shell.tasks import Tasks
from confnotes.ui.shell.workspace import Owed, Workspace

if TYPE_CHECKING:  # it comes in when a report is first shown
    from confnotes.services.report_reading import Reading


class ReportWorkspace(Workspace):
    """The report of the conference in front."""

    def __init__(
        self, services: Services, tasks: Tasks, bridge: Bridge, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services, self._tasks = services, tasks
        self._conference: str | None = None
        self._key = ""
        self._sections: tuple[SectionView, ...] = ()
        self._pictures: Mapping[str, Path] = {}
        self._stale, self._wanted = False, ""
        self.desk = ReportDesk(services, tasks, self)
        self.top = TopBar()
        self.outline = OutlinePane()
        self.text = TextPage()
        self.forms = FormsDesk(services, self.desk, self)
        self.pages = QStackedWidget()
        self.preview = PreviewPane(self._picture)
        self.side = SidePanel(self.tr("Preview"), 496)
        self.side.covered = self.pages
        self.side.body.addWidget(self.preview)
        self.side.add_strip("preview", "eye", self.tr("Preview"))
        self.checks_popup = ChecksPopup(self._heading_of, self)
        self.mending = MendDesk(services, tasks, self.desk, self.checks_popup)
        self.export_panel = ExportPanel(self, word=pandoc_is_there())
        self.publisher = Publisher(
            services, tasks, self.desk, self.top, self.export_panel, self._flush
        )
        self.following = Following(self.text, self.preview.browser)
        self.notes = SectionNotes(services, self.desk, self.text)
        self.inserts = InsertDesk(services, tasks, self.desk, self.text)
        self.live = LivePreview(self.desk, self.text, self.preview.browser, tasks)
        self._lay_out()
        self._connect()
        bridge.changed.connect(self._changed)
        handlers: dict[str, Callable[[], None]] = {
            "footnote": self.text.begin_footnote,
            "export": self.publisher.ask,
            "copy": self.publisher.copy,
            "add_section": self.outline.begin_section,
            "section_up": partial(self.outline.step, -1),
            "section_down": partial(self.outline.step, 1),
            "checks": self.show_checks,
            **{name: partial(self.show_form, name) for name in ("telling", "pictures")},
            **self.inserts.handlers(),
        }
        scope = Qt.ShortcutContext.WidgetWithChildrenShortcut
        actions.build(self, REPORT, handlers, context=scope)

    def _lay_out(self) -> None:
        self.pages.addWidget(self.text)
        for form in self.forms.pages():
            self.pages.addWidget(on_ground(form))
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.outline)
        row.addWidget(self.pages, 1)
        row.addWidget(self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addLayout(row, 1)
        targets = self._services.reports.targets()
        self.top.set_targets([(t.name, words.target_name(t.name, t.label)) for t in targets])

    def _connect(self) -> None:
        desk = self.desk
        self.top.language.connect(self._turn_language)
        self.top.target.connect(self._turn_target)
        self.outline.chosen.connect(self.choose)
        self.outline.entered_text.connect(self._enter_text)
        self.outline.toggled.connect(desk.show)
        self.outline.moved.connect(desk.move)
        self.outline.renamed.connect(lambda key, text: desk.rename(key, desk.language, text))
        self.outline.added.connect(self._add)
        self.outline.delete_asked.connect(self._delete)
        self.outline.undo_asked.connect(self._bring_back)
        self.text.delete_asked.connect(self._delete)
        self.outline.settings_asked.connect(lambda: self.show_form("settings"))
        self.text.written.connect(desk.write)
        self.text.reverted.connect(desk.revert)
        self.text.settled.connect(desk.settle)
        self.text.renamed.connect(desk.rename)
        self.text.left.connect(lambda: self.outline.view.setFocus(Qt.FocusReason.TabFocusReason))
        self.text.form_asked.connect(self._show_section_form)
        self.text.other_asked.connect(lambda: self.text.show_other(desk.other_text(self._key)))
        self.text.editor.edited.connect(desk.typing)
        self.forms.left.connect(self._back_to_text)
        self.forms.asked.connect(self.show_form)
        self.preview.browser.section.connect(self._point)
        self.preview.browser.left.connect(self._leave_preview)
        self.side.opened.connect(self.following.show_place)
        self.live.followed.connect(self.following.follow_caret)
        self.following.turned.connect(lambda key: self.choose(key, scroll=False))
        desk.read.connect(self._show)
        desk.opened.connect(self._opened)
        desk.slow.connect(self.preview.show_slow)
        desk.saved.connect(self.saved)
        desk.outside.connect(self._reload)
        self.mending.line.connect(self.open_line)
        self.mending.text.connect(self._enter_text)
        self.mending.form.connect(self.show_form)
        self.export_panel.addresses_asked.connect(lambda: self.show_form("pictures"))
        self.checks_popup.names.connect(self.open_names)
        for one in (desk, self.publisher, self.inserts, self.mending):
            one.failed.connect(self.failed)
        self.inserts.said.connect(self.status)

    # What the window asks

    def take_settings(self, settings: Settings) -> None:
        self.notes.take_settings(settings)

    def set_conference(self, conference_id: str | None) -> None:
        self.leave()
        self.text.forget(conference_id)
        self._conference = conference_id
        self._key, self._sections, self._stale = "", (), False
        self._shut_popups()
        self.outline.forget()
        self.forms.forget()
        self.live.clear()
        self.desk.open(conference_id)

    def show_session(self, session_id: str) -> None:
        self.choose(next((s.key for s in self._sections if s.session_id == session_id), ""))

    def panes(self) -> list[QWidget]:
        panes: list[QWidget] = [self.outline.view, self._page_focus()]
        return panes if self.side.folded else [*panes, self.preview.browser]

    def activated(self) -> None:
        if self._stale:
            self._stale = False
            self._reload()
            self.desk.refresh()
        self._tell()
        self.outline.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _flush(self) -> None:
        self.text.flush()
        self.forms.flush()

    def owes(self) -> bool:
        return self.desk.owing

    def owed(self) -> list[Owed]:
        return [Owed(self.tr("the report"), words) for words in self.desk.owed()]

    def leave(self) -> None:
        self._flush()
        self.desk.try_again()
        self._shut_popups()

    def _shut_popups(self) -> None:
        self.checks_popup.shut()
        self.export_panel.shut()

    def show_checks(self) -> None:
        if self.checks_popup.isVisible():
            self.checks_popup.shut()
            return
        left = self.outline.width() + theme().px(13)
        self.checks_popup.open_at(left, self.height() - theme().px(9))

    def shortcuts(self) -> Sequence[ActionSpec]:
        return REPORT

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.fit(self.window().width())
        self._shut_popups()

    # What is shown

    def _changed(self, changes: ChangeSet) -> None:
        if self._conference is None or changes.conference_id not in ("", self._conference):
            return
        if self.isVisible():
            self.desk.heard(changes)
        else:
            self._stale = True
            self.desk.outdated()

    def _opened(self) -> None:
        if (report := self.desk.report) is None:
            return
        attended = sum(1 for s in self._sections if s.session_id)
        self.top.show_report(attended, report.language, report.target)
        self.preview.show_target(self.top.targets.words())
        self.forms.show()
        if self._key:
            self._load(self._key)

    def _show(self, found: "Reading") -> None:
        self._sections, self._pictures = found.sections, found.pictures
        content = found.content(self._key) if self.desk.current else None
        if content is not None and not self._busy():
            self._take(content)
        if self._section(self._key) is None:
            self._key = first_section(found.sections)
            if self._key:
                self._load(self._key)
        self.outline.show_sections(found.sections, self._key)
        title = words.printed_title("".join(found.page[:2])) or self.tr("Title and settings")
        self.outline.title.set_title(title)
        self.live.show(found)
        self.checks_popup.show_checks(found.checks)
        if self._section(self._wanted) is not None:
            wanted, self._wanted = self._wanted, ""
            self._enter_text(wanted)
        section = self._section(self._key)
        if section is not None:
            self.text.heading.show_heading(section.heading)
        attended = sum(1 for s in found.sections if s.session_id)
        self.top.show_report(attended, self.desk.language, self.desk.target)
        self._tell()

    def _tell(self) -> None:
        """Tell the window's status line how long the article is, and what the checks found."""
        if (last := self.desk.last) is None:
            return
        browser = self.preview.browser
        said = words.of_article(browser.toPlainText(), browser.anchors(), self.desk.language)
        self.status.emit(said)
        self.checks.emit(len(last.checks))

    def _picture(self, name: str) -> Path | None:
        return self._pictures.get(name)

    def _section(self, key: str) -> SectionView | None:
        return next((s for s in self._sections if s.key == key), None)

    def _heading_of(self, key: str) -> str:
        section = self._section(key)
        return section.heading if section is not None else ""

    def choose(self, key: str, *, scroll: bool = True) -> None:
        """Turn to a section: its text, and its place in the outline and the preview."""
        if self._section(key) is None:
            return
        self._key = key
        self._load(key)
        self._back_to_text(focus=False)
        self.outline.show_sections(self._sections, key)
        if scroll:
            self.preview.browser.go_to(SECTION + key)

    def _point(self, key: str, position: int) -> None:
        """Turn to what one points at in the preview, the caret in its words."""
        self.choose(key, scroll=False)
        self.side.close_over()
        self.following.go(position)
        self.text.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_preview(self) -> None:
        self.side.close_over()
        self._page_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _load(self, key: str) -> None:
        self.desk.key = key
        section = self._section(key)
        if section is None:
            return
        self.forms.choose(key, section.heading)
        self.text.show_section(key, section.kind, self.desk.language, section.heading)
        content = self.desk.content(key)
        if content is not None:
            self._take(content)
        self.notes.show(section.session_id)

    def _take(self, content: SectionContent) -> None:
        self.text.load(content.text, content.generated, content.base, written=content.written)

    def _reload(self, _changes: ChangeSet | None = None) -> None:
        """Show what changed elsewhere."""
        self.forms.show()
        self._catch_up()

    def _catch_up(self) -> None:
        """Show the section as it is by now; never while something typed is on its way to the file
        or a composition is open."""
        if self._key and not self._busy():
            self._load(self._key)

    def _busy(self) -> bool:
        return self.text.dirty or self.desk.owing or self.text.editor.composing

    # What one does

    def _turn_language(self, language: Language) -> None:
        self._flush()
        self.desk.set_language(language)

    def _turn_target(self, target: str) -> None:
        self.text.flush()
        self.desk.set_target(target)

    def _enter_text(self, key: str) -> None:
        self.choose(key)
        self.text.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, heading: str) -> None:
        self.desk.add(heading, self._key or None, self._turn_later)

    def _turn_later(self, key: str) -> None:
        self._wanted = key  # turned to once the outline has it
        self.desk.refresh()

    def _delete(self, key: str) -> None:
        self.text.flush()
        keys = [section.key for section in self._sections]
        self._wanted = keys[keys.index(key) - 1] if key in keys[1:] else ""
        self.desk.delete(key, self.outline.offer_undo)

    def _bring_back(self) -> None:
        self.outline.offer_undo(False)
        self.desk.bring_back(self._turn_later)

    def _page_focus(self) -> QWidget:
        form = self.forms.current
        return self.text.editor if form is None else form.back

    def _show_section_form(self) -> None:
        if section := self._section(self._key):
            forms = {SectionKind.ABOUT: "facts", SectionKind.OPENING: "author"}
            self.show_form(forms.get(section.kind, "telling"))

    def show_form(self, name: str) -> None:
        """Turn to a form in place of the text: settings, facts or author."""
        self.text.flush()
        self._shut_popups()
        self.pages.setCurrentIndex(1 + self.forms.turn(name))
        self.outline.show_settings(name == "settings")
        if (form := self.forms.current) is not None:
            form.enter()

    def _back_to_text(self, *, focus: bool = True) -> None:
        self.forms.flush()
        self.forms.turn("")
        self._catch_up()
        self.pages.setCurrentWidget(self.text)
        self.outline.show_settings(False)
        if focus:
            self.text.editor.setFocus(Qt.FocusReason.OtherFocusReason)
