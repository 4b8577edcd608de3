"""The Report workspace over a real notebook, by key, mouse and input-method events."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from confnotes.domain.audience import Audience
from confnotes.domain.conference import FactKind
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line, LineKind
from confnotes.domain.text import Language
from confnotes.services.bundle import Services
from confnotes.services.report_views import Exported, SectionContent, SingleFile
from confnotes.services.views import SessionView
from confnotes.settings import Settings
from confnotes.ui.application import speak
from confnotes.ui.parts.buttons import Button
from confnotes.ui.report.export_panel import ExportPanel
from confnotes.ui.report.facts_form import FactRow
from confnotes.ui.report.floating import SHADOW
from confnotes.ui.report.note_rows import NoteRow
from confnotes.ui.report.workspace import ReportWorkspace
from confnotes.ui.shell.translation import Interpreter
from helpers.hands import CTRL, KEYS, click, compose, key, write
from helpers.reporting import settle
from helpers.window import button


def stored(
    services: Services, conference: str, key_: str, language: Language = Language.JA
) -> SectionContent:
    report = services.reports.report(conference)
    return services.reports.section_markdown(report, key_, language)


def go(report: ReportWorkspace, section: str) -> None:
    """Walk the outline by key until a section is chosen."""
    report.outline.view.setFocus()
    key(report.outline.view, KEYS.Key_Home)
    for _ in range(40):
        if report.outline.current == section:
            return
        key(report.outline.view, KEYS.Key_Down)
    raise AssertionError(section)


def test_it_begins_with_the_generated_opening(report: ReportWorkspace) -> None:
    assert report.outline.current == "opening"
    assert report.text.editor.text().startswith("2026年5月1日")
    assert report.text.state.text() == "Generated until you change it"
    assert not report.text.back.isVisible()
    assert "Meshes at sea" in report.preview.browser.toPlainText()


def test_typing_makes_a_section_ones_own_and_it_is_in_the_file(
    report: ReportWorkspace, services: Services, conference: str, qtbot: QtBot
) -> None:
    generated = report.text.editor.text()
    report.text.editor.setFocus()
    key(report.text.editor, KEYS.Key_End, CTRL)
    with qtbot.waitSignal(report.saved):
        write(report.text.editor, "とても良い旅でした。")
    settle(qtbot, report)
    content = stored(services, conference, "opening")
    assert content.written
    assert content.text == generated + "とても良い旅でした。"
    assert content.base == generated
    assert report.text.state.text().startswith("Your text · ")
    assert report.outline.row("opening").written  # type: ignore[union-attr]
    assert "とても良い旅でした。" in report.preview.browser.toPlainText()


def test_a_save_never_touches_the_editor(
    report: ReportWorkspace, services: Services, conference: str, qtbot: QtBot
) -> None:
    editor = report.text.editor
    editor.setFocus()
    key(editor, KEYS.Key_End, CTRL)
    write(editor, "x")
    compose(editor, "へんかん")
    with qtbot.waitSignal(report.saved):
        pass
    settle(qtbot, report)
    assert editor.textCursor().block().layout().preeditAreaText() == "へんかん"
    assert stored(services, conference, "opening").text.endswith("x")
    compose(editor, "", "変換")
    settle(qtbot, report)
    assert stored(services, conference, "opening").text.endswith("x変換")
    key(editor, KEYS.Key_Z, CTRL)
    key(editor, KEYS.Key_Z, CTRL)
    settle(qtbot, report)
    assert not stored(services, conference, "opening").written


def test_what_was_typed_is_there_when_one_comes_back_at_once(
    report: ReportWorkspace, qtbot: QtBot
) -> None:
    go(report, "conclusion")
    key(report.outline.view, KEYS.Key_Return)
    write(report.text.editor, "In the end.")
    go(report, "opening")
    assert "In the end." not in report.text.editor.text()
    go(report, "conclusion")
    assert report.text.editor.text() == "In the end."
    settle(qtbot, report)
    assert report.text.editor.text() == "In the end."


def test_back_to_generated_can_be_undone(
    report: ReportWorkspace, services: Services, conference: str, qtbot: QtBot
) -> None:
    editor = report.text.editor
    generated = editor.text()
    write(editor, "Mine. ")
    settle(qtbot, report)
    click(report.text.back)
    settle(qtbot, report)
    assert editor.text() == generated
    assert not stored(services, conference, "opening").written
    key(editor, KEYS.Key_Z, CTRL)
    settle(qtbot, report)
    assert stored(services, conference, "opening").text == f"Mine. {generated}"


def test_nothing_moves_under_the_pointer_when_one_begins_to_type(report: ReportWorkspace) -> None:
    page = report.text
    before = (page.form.geometry(), page.footnote.geometry())
    write(page.editor, "M")
    QApplication.processEvents()
    assert page.back.isVisible()
    assert (page.form.geometry(), page.footnote.geometry()) == before
    assert not page.back.geometry().intersects(page.form.geometry())


def test_what_was_replaced_is_brought_back_after_another_section(
    report: ReportWorkspace, services: Services, conference: str, qtbot: QtBot
) -> None:
    page = report.text
    generated = page.editor.text()
    assert not page.kept.isVisible()
    write(page.editor, "Mine. ")
    click(page.back)
    settle(qtbot, report)
    assert page.kept.isVisible()
    go(report, "conclusion")
    assert not page.kept.isVisible()
    go(report, "opening")
    assert page.kept.isVisible()
    write(page.editor, "Anew. ")
    click(page.kept.bring)
    settle(qtbot, report)
    assert stored(services, conference, "opening").text == f"Mine. {generated}"
    click(page.kept.bring)
    settle(qtbot, report)
    assert stored(services, conference, "opening").text == f"Anew. {generated}"
    key(page.editor, KEYS.Key_Z, CTRL)
    settle(qtbot, report)
    assert stored(services, conference, "opening").text == f"Mine. {generated}"


def test_what_was_replaced_is_not_offered_in_another_conference(
    report: ReportWorkspace, services: Services, qtbot: QtBot
) -> None:
    write(report.text.editor, "Mine. ")
    click(report.text.back)
    settle(qtbot, report)
    second, _ = services.programme.create_conference("Other Days", "UTC")
    report.set_conference(second)
    settle(qtbot, report)
    assert not report.text.kept.isVisible()


def test_an_emptied_section_stays_empty_for_ones_own_words(
    report: ReportWorkspace, services: Services, conference: str, qtbot: QtBot
) -> None:
    editor = report.text.editor
    editor.setFocus()
    key(editor, KEYS.Key_A, CTRL)
    key(editor, KEYS.Key_Delete)
    settle(qtbot, report)
    assert editor.text() == ""
    assert report.text.state.text() == "Empty: the generated text is printed"
    write(editor, "Anew.")
    settle(qtbot, report)
    assert stored(services, conference, "opening").text == "Anew."


def test_a_footnote_written_in_a_section_is_in_the_article(
    report: ReportWorkspace, qtbot: QtBot
) -> None:
    go(report, "conclusion")
    key(report.outline.view, KEYS.Key_Return)
    editor = report.text.editor
    write(editor, "All in all")
    key(editor, KEYS.Key_F, CTRL | Qt.KeyboardModifier.ShiftModifier)
    write(editor, "Mostly harbours")
    settle(qtbot, report)
    assert editor.text() == "All in all[^1]\n\n[^1]: Mostly harbours"
    shown = report.preview.browser.toPlainText()
    assert "Mostly harbours" in shown
    assert "[^1]" not in shown


def test_each_language_has_its_own_text(
    report: ReportWorkspace, services: Services, conference: str, qtbot: QtBot
) -> None:
    go(report, "conclusion")
    key(report.outline.view, KEYS.Key_Return)
    write(report.text.editor, "良かった。")
    click(report.top.languages.segment(Language.EN))
    settle(qtbot, report)
    assert report.text.editor.text() == ""
    write(report.text.editor, "It was good.")
    settle(qtbot, report)
    assert stored(services, conference, "conclusion").text == "良かった。"
    assert stored(services, conference, "conclusion", Language.EN).text == "It was good."
    assert services.reports.report(conference).language is Language.EN
    click(report.text.other.head)
    assert report.text.other_text.toPlainText() == "良かった。"


def test_the_target_is_remembered_and_shown(
    report: ReportWorkspace, services: Services, conference: str, qtbot: QtBot
) -> None:
    key(report.top.targets, KEYS.Key_Down)
    settle(qtbot, report)
    assert services.reports.report(conference).target == "zenn"
    assert report.preview.title.text() == "Preview · Zenn"


def test_space_in_the_outline_leaves_a_section_out(
    report: ReportWorkspace, services: Services, conference: str, talk: SessionView, qtbot: QtBot
) -> None:
    go(report, f"session:{talk.session.id}")
    key(report.outline.view, KEYS.Key_Space)
    qtbot.waitUntil(lambda: not report.outline.row(report.outline.current).shown)  # type: ignore[union-attr]
    settle(qtbot, report)
    assert "Ships are edge nodes" not in report.preview.browser.toPlainText()


def test_a_heading_is_renamed_where_it_stands(
    report: ReportWorkspace, services: Services, conference: str, qtbot: QtBot
) -> None:
    go(report, "conclusion")
    report.text.heading.edit.setFocus()
    report.text.heading.edit.selectAll()
    write(report.text.heading.edit, "旅を終えて\n")
    settle(qtbot, report)
    assert report.outline.row("conclusion").heading == "旅を終えて"  # type: ignore[union-attr]
    assert report.text.editor.hasFocus()


def test_a_section_of_ones_own_is_added_and_written(report: ReportWorkspace, qtbot: QtBot) -> None:
    go(report, "conclusion")
    click(report.outline.add)
    write(report.outline.name.edit, "おみやげ\n")
    qtbot.waitUntil(lambda: report.outline.current.startswith("own:"))
    settle(qtbot, report)
    qtbot.waitUntil(report.text.editor.hasFocus)
    write(report.text.editor, "T シャツは 6 枚。")
    settle(qtbot, report)
    shown = report.preview.browser.toPlainText()
    assert "おみやげ" in shown
    assert "T シャツは 6 枚。" in shown


def test_a_section_of_ones_own_is_deleted_and_comes_back_whole(
    report: ReportWorkspace, services: Services, conference: str, qtbot: QtBot
) -> None:
    go(report, "conclusion")
    click(report.outline.add)
    write(report.outline.name.edit, "おみやげ\n")
    qtbot.waitUntil(lambda: report.outline.current.startswith("own:"))
    settle(qtbot, report)
    write(report.text.editor, "T シャツは 6 枚。")
    settle(qtbot, report)
    order = [s.heading for s in report._sections]
    report.outline.view.setFocus()
    key(report.outline.view, KEYS.Key_Delete)
    qtbot.waitUntil(report.outline.undo.isVisible)
    settle(qtbot, report)
    assert "おみやげ" not in [s.heading for s in report._sections]
    assert "T シャツ" not in report.preview.browser.toPlainText()
    assert not report.text.key.startswith("own:")
    click(report.outline.undo)
    qtbot.waitUntil(lambda: report.text.key.startswith("own:"))
    settle(qtbot, report)
    assert [s.heading for s in report._sections] == order
    assert report.text.editor.text() == "T シャツは 6 枚。"
    assert stored(services, conference, report.text.key).written


def test_sections_that_are_not_ones_own_are_never_deleted(report: ReportWorkspace) -> None:
    go(report, "conclusion")
    key(report.outline.view, KEYS.Key_Delete)
    assert not report.text.delete.isVisible()
    assert report.outline.row("conclusion") is not None


def test_notes_changed_elsewhere_change_what_is_generated(
    report: ReportWorkspace, services: Services, talk: SessionView, qtbot: QtBot
) -> None:
    go(report, f"session:{talk.session.id}")
    lines = services.notes.view(talk.session.id).lines
    more = Line(new_id(), talk.session.id, len(lines), "あとから書いた行")
    services.notes.save(talk.session.id, [*lines, more])
    qtbot.waitUntil(lambda: "あとから書いた行" in report.text.editor.text())
    settle(qtbot, report)
    assert "あとから書いた行" in report.preview.browser.toPlainText()


def test_notes_changed_elsewhere_leave_ones_own_text_alone(
    report: ReportWorkspace, services: Services, talk: SessionView, qtbot: QtBot
) -> None:
    go(report, f"session:{talk.session.id}")
    write(report.text.editor, "Mine. ")
    mine = report.text.editor.text()
    settle(qtbot, report)
    services.notes.save(talk.session.id, services.notes.view(talk.session.id).lines[:1])
    settle(qtbot, report)
    assert report.text.editor.text() == mine


def test_notes_of_the_section_are_put_into_its_text(
    report: ReportWorkspace, talk: SessionView, qtbot: QtBot
) -> None:
    go(report, f"session:{talk.session.id}")
    key(report.outline.view, KEYS.Key_Return)
    key(report.text.editor, KEYS.Key_A, CTRL)
    write(report.text.editor, "Prose.")
    click(report.text.notes.head)
    rows = report.text.notes_list
    assert rows.rows.rowCount() == 3  # the line not caught is not offered
    rows.setFocus()
    key(rows, KEYS.Key_Home)
    key(rows, KEYS.Key_Return)
    key(rows, KEYS.Key_End)
    key(rows, KEYS.Key_Return)
    text = report.text.editor.text()
    assert text == "Prose.\n\n- 船の上でもメッシュは動く\n\n> Go slower than you think"
    role = Qt.ItemDataRole.AccessibleTextRole
    assert str(rows.rows.data(rows.rows.index(0), role)).endswith("in the text")
    key(report.text.editor, KEYS.Key_Z, CTRL)
    assert report.text.editor.text().endswith("動く")


def test_a_check_leads_to_the_session_in_notes(
    report: ReportWorkspace, talk: SessionView, qtbot: QtBot
) -> None:
    report.show_checks()
    rows = report.checks_popup.rows()
    unclear = next(row for row in rows if row.entry.badge is LineKind.UNCLEAR)
    assert unclear.entry.count == "1"
    with qtbot.waitSignal(report.open_line) as told:
        click(unclear)
    open_line = report._services.notes.view(talk.session.id).lines[-1]
    assert told.args == [talk.session.id, open_line.id]
    assert not report.checks_popup.isVisible()


def test_every_private_line_is_named_and_leads_to_itself_in_the_notes(
    report: ReportWorkspace, services: Services, talk: SessionView, qtbot: QtBot
) -> None:
    lines = list(services.notes.view(talk.session.id).lines)
    secret = [replace(one, audience=Audience.PRIVATE) for one in lines[:2]]
    with qtbot.waitSignal(report.desk.read):
        services.notes.save(talk.session.id, [*secret, *lines[2:]])
    report.show_checks()
    (row,) = [row for row in report.checks_popup.rows() if row.entry.icon == "lock"]
    assert row.entry.count == "2"
    click(row)
    places = report.checks_popup.rows()
    assert [one.entry.words for one in places] == [
        "船の上でもメッシュは動く",
        "Ships are edge nodes",
    ]
    with qtbot.waitSignal(report.open_line) as told:
        key(places[1], KEYS.Key_Right)
    assert told.args == [talk.session.id, lines[1].id]


def test_the_moments_beside_the_text_are_those_of_the_notes(
    report: ReportWorkspace, talk: SessionView
) -> None:
    report.show_session(talk.session.id)
    rows = report.text.notes_list.rows
    report.text.notes.set_open(True)

    def second() -> object:
        row = rows.data(rows.index(0), Qt.ItemDataRole.UserRole + 1)
        return row.second if isinstance(row, NoteRow) else None

    before = second()
    assert isinstance(before, int)
    report.take_settings(Settings(reaction=7))
    assert second() == before - 7


def test_the_checks_are_walked_by_keys_and_put_away_by_escape(report: ReportWorkspace) -> None:
    report.show_checks()
    rows = report.checks_popup.rows()
    assert rows[0].hasFocus()
    key(rows[0], KEYS.Key_Down)
    assert rows[1].hasFocus()
    key(rows[1], KEYS.Key_Escape)
    assert not report.checks_popup.isVisible()


def test_a_check_of_a_section_leads_to_its_text(report: ReportWorkspace, qtbot: QtBot) -> None:
    report.show_checks()
    last = next(r for r in report.checks_popup.rows() if r.entry.icon == "flag")
    click(last)
    assert report.outline.current == "conclusion"
    assert report.text.editor.hasFocus()
    write(report.text.editor, "Done.")
    settle(qtbot, report)
    report.show_checks()
    assert all(row.entry.icon != "flag" for row in report.checks_popup.rows())


def test_the_copy_is_the_whole_report_with_what_was_just_typed(
    report: ReportWorkspace, services: Services, conference: str, qtbot: QtBot
) -> None:
    write(report.text.editor, "Just now. ")
    click(report.top.copy)
    qtbot.waitUntil(lambda: "Just now." in QApplication.clipboard().text())
    kept = services.reports.report(conference)
    expected = services.reports.markdown(kept, kept.language, kept.target)
    assert QApplication.clipboard().text() == expected
    QApplication.clipboard().clear()


def export_to(report: ReportWorkspace, folder: Path, qtbot: QtBot) -> None:
    panel = report.export_panel
    click(report.top.export)
    panel.folder.edit.selectAll()
    write(panel.folder.edit, f"{folder}\n")
    qtbot.waitUntil(lambda: bool(panel.words()) and "Writing…" not in panel.words())


def test_an_export_names_its_files_and_remembers_the_folder(
    report: ReportWorkspace, tmp_path: Path, qtbot: QtBot
) -> None:
    write(report.text.editor, "Just now. ")
    export_to(report, tmp_path / "out", qtbot)
    files = sorted(p.name for p in (tmp_path / "out").glob("*.md"))
    assert files == ["invented-days-2026.ja.hatena.md"]
    assert report.export_panel.words() == files
    assert "Just now." in (tmp_path / "out" / files[0]).read_text(encoding="utf-8")
    report.export_panel.shut()
    click(report.top.export)
    assert report.export_panel.path() == tmp_path / "out"


def test_a_file_changed_since_is_left_until_one_says_otherwise(
    report: ReportWorkspace, tmp_path: Path, qtbot: QtBot
) -> None:
    export_to(report, tmp_path, qtbot)
    file = next(tmp_path.glob("invented*.md"))
    file.write_text("edited by hand", encoding="utf-8")
    report.export_panel.shut()
    export_to(report, tmp_path, qtbot)
    assert file.read_text(encoding="utf-8") == "edited by hand"
    assert file.name in report.export_panel.words()
    click(button(report.export_panel, "Set the old ones aside and write anew"))
    qtbot.waitUntil(lambda: file.exists() and file.read_text("utf-8") != "edited by hand")
    aside = [p for p in tmp_path.glob("*before*") if p.read_text("utf-8") == "edited by hand"]
    assert len(aside) == 1


@pytest.mark.parametrize("language", ["en", "ja"])
def test_no_button_of_the_export_is_cut(
    qtbot: QtBot, tmp_path: Path, interpreter: Interpreter, language: str
) -> None:
    speak(interpreter, language)
    under = QWidget()
    qtbot.addWidget(under)
    under.resize(1208, 768)
    under.show()
    panel = ExportPanel(under)
    panel.open_below(1188, 60, tmp_path)
    for exported in (None, Exported((), (tmp_path / "a.md",), (), ())):
        if exported is not None:
            panel.show_outcome(exported)
        QApplication.processEvents()
        shown = [b for b in panel.findChildren(Button) if b.isVisible()]
        assert len(shown) == (3 if exported is None else 4)
        for made in shown:
            assert made.width() >= made.sizeHint().width(), made.text()
            right = made.mapTo(panel, made.rect().bottomRight())
            assert panel.rect().adjusted(0, 0, -SHADOW, -SHADOW).contains(right), made.text()


def test_a_folder_that_cannot_be_is_said_and_nothing_is_lost(
    report: ReportWorkspace, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "file").write_text("mine")
    export_to(report, tmp_path / "file", qtbot)
    assert report.export_panel.isVisible()
    assert str(tmp_path / "file") in report.export_panel.words()[0]
    assert (tmp_path / "file").read_text() == "mine"


def test_the_report_is_written_as_one_file_too(
    report: ReportWorkspace, tmp_path: Path, qtbot: QtBot
) -> None:
    panel = report.export_panel
    click(report.top.export)
    assert panel.kind() is None
    panel.folder.setText(str(tmp_path / "out"))
    for kind in (SingleFile.HTML, SingleFile.PDF):
        panel.kinds.segment(kind).click()
        assert panel.kind() is kind
        click(panel.write)
        qtbot.waitUntil(lambda: bool(list((tmp_path / "out").glob(f"*.{kind}"))))  # noqa: B023
        qtbot.waitUntil(panel.write.isEnabled)
    (pdf,) = (tmp_path / "out").glob("*.pdf")
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert pdf.name in panel.words()


def test_the_report_is_copied_as_a_page(report: ReportWorkspace, qtbot: QtBot) -> None:
    click(report.top.export)
    click(report.export_panel.rich)
    qtbot.waitUntil(lambda: "Copied" in "".join(report.export_panel.words()))
    mime = QGuiApplication.clipboard().mimeData()
    assert "<h1>" in mime.html()
    assert mime.text().startswith(("#", "---", "<!--"))


def test_a_long_export_says_how_far_it_is_and_is_broken_off(
    report: ReportWorkspace, qtbot: QtBot
) -> None:
    panel, cancelled = report.export_panel, []
    panel.cancelled.connect(lambda: cancelled.append(True))
    click(report.top.export)
    panel.show_busy()
    panel.progressed.emit(7, 100)
    qtbot.waitUntil(panel.cancel.isVisible)
    assert panel.words() == ["Pictures: 7 of 100…"]
    panel.progressed.emit(8, 100)
    qtbot.waitUntil(lambda: panel.words() == ["Pictures: 8 of 100…"])
    assert panel.cancel.hasFocus()
    key(panel.cancel, KEYS.Key_Space)
    assert cancelled
    panel.show_failed("Stopped.")
    assert not panel.cancel.isVisible()
    assert panel.write.isEnabled()


def test_escape_puts_the_export_away_and_the_focus_back(report: ReportWorkspace) -> None:
    report.text.editor.setFocus()
    key(report.text.editor, KEYS.Key_E, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert report.export_panel.folder.edit.hasFocus()
    key(report.export_panel.folder.edit, KEYS.Key_Escape)
    assert not report.export_panel.isVisible()
    assert report.text.editor.hasFocus()


def test_a_fact_is_added_with_both_languages_and_its_source(
    report: ReportWorkspace, services: Services, conference: str, qtbot: QtBot
) -> None:
    go(report, "about")
    click(report.text.form)
    report.forms.facts.begin(FactKind.HOST)
    row = report.forms.facts.findChild(FactRow)
    assert isinstance(row, FactRow)
    write(row.value.original.field.edit, "港の会")  # type: ignore[union-attr]
    settle_forms(report, qtbot)
    click(row.value.add)
    write(row.value.version.field.edit, "The Harbour Guild")  # type: ignore[union-attr]
    write(row.source.field.edit, "https://example.org/")  # type: ignore[union-attr]
    settle_forms(report, qtbot)
    fact = services.reports.about(conference).facts[0]
    assert (fact.kind, fact.value, fact.source) == (
        FactKind.HOST,
        "港の会",
        "https://example.org/",
    )
    texts = services.review.versions(conference)
    assert texts.render(fact.id, "value", fact.value, Language.EN).text == "The Harbour Guild"
    qtbot.waitUntil(lambda: "港の会" in report.preview.browser.toPlainText())
    click(row.shown)
    qtbot.waitUntil(lambda: "港の会" not in report.preview.browser.toPlainText())
    click(row.remove)
    qtbot.waitUntil(lambda: services.reports.about(conference).facts == ())


def settle_forms(report: ReportWorkspace, qtbot: QtBot) -> None:
    report.forms.flush()
    settle(qtbot, report)


def test_the_author_is_introduced_in_the_opening(
    report: ReportWorkspace, services: Services, conference: str, qtbot: QtBot
) -> None:
    click(report.text.form)
    form = report.forms.author
    write(form.fields["name"].original.field.edit, "林")  # type: ignore[union-attr]
    write(form.fields["role"].original.field.edit, "SRE")  # type: ignore[union-attr]
    settle_forms(report, qtbot)
    assert services.reports.about(conference).author.name == "林"
    qtbot.waitUntil(lambda: "SREの林です" in report.preview.browser.toPlainText())
    key(form.fields["role"].original.field.edit, KEYS.Key_Escape)  # type: ignore[union-attr]
    assert report.pages.currentWidget() is report.text
    settle(qtbot, report)
    assert "SREの林です" in report.text.editor.text()


def test_the_author_page_says_that_ones_own_opening_stands(
    report: ReportWorkspace, qtbot: QtBot
) -> None:
    click(report.text.form)
    said = report.forms.author.sentence
    assert said.text().startswith("The opening introduces you")
    key(report.forms.author, KEYS.Key_Escape)
    write(report.text.editor, "Mine. ")
    click(report.text.form)
    assert said.text().startswith("Your own opening (日本語) is printed as it stands")
    key(report.forms.author, KEYS.Key_Escape)
    click(report.top.languages.segment(Language.EN))
    settle(qtbot, report)
    write(report.text.editor, "Mine. ")
    click(report.text.form)
    assert said.text().startswith("You wrote the opening yourself")
    key(report.forms.author, KEYS.Key_Escape)
    click(report.text.back)
    click(report.text.form)
    assert said.text().startswith("Your own opening (日本語)")


def test_another_layout_changes_the_outline_and_back(
    report: ReportWorkspace, services: Services, conference: str, qtbot: QtBot
) -> None:
    click(report.outline.title)
    form = report.forms.settings
    assert form.layouts.key() == "full"

    def keys() -> list[str]:
        model = report.outline.model
        found = (model.row(model.index(n, 0)) for n in range(model.rowCount()))
        return [row.key for row in found if row is not None]

    before = keys()
    form.layouts.chosen.emit("rating")
    settle_forms(report, qtbot)
    qtbot.waitUntil(lambda: keys() != before)
    assert any(key.startswith("group:rating") for key in keys())
    assert services.reports.report(conference).layout == "rating"
    form.layouts.chosen.emit("full")
    settle_forms(report, qtbot)
    qtbot.waitUntil(lambda: keys() == before)


def test_title_audience_and_honorific_are_kept(
    report: ReportWorkspace, services: Services, conference: str, qtbot: QtBot
) -> None:
    click(report.outline.title)
    form = report.forms.settings
    write(form.name.original.field.edit, "港の二日間")  # type: ignore[union-attr]
    click(form.readers.segment(Audience.INSIDE))
    click(form.honorific.segment("さん"))
    click(form.contents)
    settle_forms(report, qtbot)
    kept = services.reports.report(conference)
    assert (kept.title, kept.audience) == ("港の二日間", Audience.INSIDE)
    assert services.reports.settings(kept, "hatena") == {"honorific": "さん", "contents": "on"}
    qtbot.waitUntil(lambda: "Ana Exampleさん" in report.preview.browser.toPlainText())
    assert report.outline.title.text() == "港の二日間"
    rect = report.outline.view.visualRect(report.outline.model.index_of("opening"))
    click(report.outline.view.viewport(), rect.center())
    assert report.pages.currentWidget() is report.text
    assert not report.outline.title.isChecked()


def test_a_click_in_the_preview_turns_to_its_section(
    report: ReportWorkspace, talk: SessionView, qtbot: QtBot
) -> None:
    browser = report.preview.browser
    cursor = browser.document().find("Ships are edge nodes")
    browser.setTextCursor(cursor)
    browser.ensureCursorVisible()
    point = browser.cursorRect(cursor).center()
    cursor.clearSelection()
    browser.setTextCursor(cursor)
    click(browser.viewport(), point)
    assert report.outline.current == f"session:{talk.session.id}"


def test_the_preview_follows_a_key_before_it_is_saved(
    report: ReportWorkspace, qtbot: QtBot
) -> None:
    editor, browser = report.text.editor, report.preview.browser
    key(editor, KEYS.Key_End, CTRL)
    write(editor, "\n\nA harbour")
    qtbot.waitUntil(lambda: "A harbour" in browser.toPlainText(), timeout=200)
    assert report.text.dirty
    compose(editor, "みなと")  # what is composed is no text yet
    compose(editor, "", "港")
    qtbot.waitUntil(lambda: "A harbour港" in browser.toPlainText(), timeout=200)
    followed = browser.page_shown()
    settle(qtbot, report)
    assert browser.page_shown() == followed  # the whole says the same


def test_a_reading_of_the_whole_takes_nothing_back_that_was_typed_since(
    report: ReportWorkspace, qtbot: QtBot
) -> None:
    editor, browser = report.text.editor, report.preview.browser
    key(editor, KEYS.Key_End, CTRL)
    seen: list[bool] = []
    report.live.shown.connect(lambda: seen.append("A harbour" in browser.toPlainText()))
    report.desk.refresh()  # reads what the file has by now
    write(editor, "A harbour")
    qtbot.waitUntil(lambda: bool(seen) and not report.desk.reading, timeout=5000)
    settle(qtbot, report)
    assert seen.index(True) == seen.count(False)  # never gone again


def test_the_preview_follows_the_chosen_section(report: ReportWorkspace, talk: SessionView) -> None:
    report.resize(1208, 300)
    report.preview.browser.verticalScrollBar().setValue(0)
    go(report, f"session:{talk.session.id}")
    assert report.preview.browser.verticalScrollBar().value() > 0


def test_at_1024_the_preview_is_a_strip_that_opens_over_the_text(report: ReportWorkspace) -> None:
    report.resize(952, 668)
    assert report.side.folded
    assert not report.preview.isVisible()
    strip = next(b for b in report.side.findChildren(type(report.text.footnote)) if b.isVisible())
    click(strip)
    assert report.preview.isVisible()
    QApplication.processEvents()
    sheet, pages = report.side.sheet.geometry(), report.pages.geometry()
    assert sheet.left() == pages.left()
    assert sheet.right() >= pages.right()


def test_another_conference_forgets_nothing_of_the_first(
    report: ReportWorkspace, services: Services, conference: str, qtbot: QtBot
) -> None:
    write(report.text.editor, "First. ")
    second, _ = services.programme.create_conference("Other Days", "UTC")
    report.set_conference(second)
    settle(qtbot, report)
    assert "First." not in report.text.editor.text()
    assert stored(services, conference, "opening").text.startswith("First. ")
    report.set_conference(conference)
    settle(qtbot, report)
    assert report.text.editor.text().startswith("First. ")


@pytest.mark.parametrize("dark", [False, True])
def test_it_paints_in_both_themes(report: ReportWorkspace, dark: bool) -> None:
    from confnotes.ui.parts.theme import theme

    theme().set_dark(dark)
    shot = report.grab().toImage()
    assert shot.pixelColor(4, 300) == theme().tokens.canvas
    middle = report.text.mapTo(report, report.text.rect().center())
    assert shot.pixelColor(middle) == theme().tokens.surface
