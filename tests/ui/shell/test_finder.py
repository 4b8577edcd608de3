"""Ctrl+K in the real window, by keys: what is found as one types, and where Enter leads."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from confnotes.domain.footnotes import Footnote
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line, LineKind
from confnotes.domain.search import OpenFilter, open_filter, parse
from confnotes.domain.text import Language
from confnotes.services.bundle import Services
from confnotes.services.search_views import Place
from confnotes.ui.application import speak
from confnotes.ui.notes.workspace import NotesWorkspace
from confnotes.ui.parts.labels import Label
from confnotes.ui.parts.theme import theme
from confnotes.ui.parts.tokens import Step
from confnotes.ui.plan.workspace import PlanWorkspace
from confnotes.ui.review.workspace import FOOTNOTES, ReviewWorkspace
from confnotes.ui.shell.palette_filters import completions, offers
from confnotes.ui.shell.palette_items import Fill, Head, Item
from confnotes.ui.shell.palette_list import cut
from confnotes.ui.shell.translation import Interpreter
from confnotes.ui.shell.window import MainWindow
from helpers.hands import CTRL, KEYS, SHIFT, click, compose, key

AT = datetime(2026, 5, 1, 1, 5, tzinfo=UTC)


class Finding:
    """Somebody at the window who looks for things. `ids` are the sessions' by title."""

    def __init__(self, window: MainWindow, services: Services, conference: str, qtbot: QtBot):
        self.window, self.services, self.conference, self.qtbot = (
            window, services, conference, qtbot,
        )  # fmt: skip
        self.palette = window.finder.palette
        views = services.programme.view(conference).sessions
        self.ids = {view.session.title: view.session.id for view in views}
        window.show_conference(conference)

    def note(self, title: str, *texts: str, kind: LineKind = LineKind.POINT) -> list[str]:
        """Write lines into a session's notes; return their ids."""
        lines = [
            Line(new_id(), self.ids[title], n, text, kind=kind, written_at=AT)
            for n, text in enumerate(texts)
        ]
        self.services.notes.save(self.ids[title], lines)
        return [line.id for line in lines]

    def until(self, condition: Callable[[], object]) -> None:
        """Wait until something is so."""
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=5000)

    def focus(self) -> QWidget:
        """Return what has the focus."""
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def press(self, which: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
        """Press a key where the focus is."""
        key(self.focus(), which, held or Qt.KeyboardModifier.NoModifier)

    def ask(self, text: str) -> None:
        """Press Ctrl+K, type, and wait for the answer."""
        self.press(KEYS.Key_K, CTRL)
        assert self.palette.isVisible()
        assert self.palette.field.hasFocus()
        if text:
            self.type(text)
        self.answered()

    def type(self, text: str) -> None:
        """Type into the field: ASCII by keys, the rest as an input method commits it."""
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(self.focus(), letter)
            else:
                compose(self.focus(), "", letter)

    def answered(self) -> None:
        """Wait for the answer to what stands in the field."""
        self.until(lambda: self.palette.shown == self.palette.field.wanted())

    def found(self, group: str) -> list[str]:
        """Return the texts of a group's rows."""
        out: list[str] = []
        inside = False
        for row in self.palette.list.rows.rows():
            if isinstance(row, Head):
                inside = row.words == group
            elif inside:
                out.append(row.spans[0].text)
        return out

    def chosen(self) -> str:
        """Return the text of the row that Enter would take."""
        item = self.palette.list.current()
        return "" if item is None else item.spans[0].text

    def front(self) -> QWidget | None:
        """Return the workspace in front."""
        return self.window.stack.currentWidget()

    def notes(self) -> NotesWorkspace:
        """Return Notes, which is in front."""
        front = self.front()
        assert isinstance(front, NotesWorkspace)
        return front


@pytest.fixture
def finding(window: MainWindow, services: Services, conference: str, qtbot: QtBot) -> Finding:
    """Return somebody in Plan."""
    return Finding(window, services, conference, qtbot)


@pytest.fixture
def interpreter(qapp: object) -> Iterator[Interpreter]:
    """Return what puts the interface into a language; English again afterwards."""
    del qapp
    made = Interpreter()
    yield made
    made.use(Language.EN)


def marked(notes: NotesWorkspace) -> list[str]:
    """Return what is marked in the open session."""
    selections: list[Any] = notes.sheet.editor.extraSelections()
    return [one.cursor.selectedText() for one in selections]


def test_enter_leads_to_the_line_in_notes(finding: Finding) -> None:
    finding.note("Opening", "何もない", "導入の話", "more")
    finding.note("Meshes at sea", "導入 twice")
    finding.ask("導入")
    assert sorted(finding.found("Notes")) == ["導入 twice", "導入の話"]
    while finding.chosen() != "導入の話":
        finding.press(KEYS.Key_Down)
    finding.press(KEYS.Key_Return)
    assert not finding.palette.isVisible()
    notes = finding.notes()
    assert notes.sheet.header.title.text() == "Opening"
    assert notes.sheet.editor.hasFocus()
    cursor = notes.sheet.editor.textCursor()
    assert cursor.block().text() == "導入の話"
    assert not cursor.hasSelection()  # the next letter replaces nothing
    assert marked(notes) == ["導入"]
    finding.press(KEYS.Key_Left)
    assert marked(notes) == []


def test_words_behind_a_rare_kanji_are_marked_and_gone_in_another_session(
    finding: Finding,
) -> None:
    finding.note("Opening", "𠮷野家で🙂ＳＥＡの話、sea")
    finding.note("Second morning", "words")
    finding.ask("sea の話")
    finding.press(KEYS.Key_Return)
    notes = finding.notes()
    assert marked(notes) == ["ＳＥＡの話", "sea"]
    heard: list[object] = []
    finding.services.hub.subscribe(heard.append)
    notes.show_session(finding.ids["Second morning"])
    assert marked(notes) == []
    notes.show_session(finding.ids["Opening"])
    assert marked(notes) == []
    assert [row.text for row in notes.sheet.editor.notes.rows()] == ["𠮷野家で🙂ＳＥＡの話、sea"]
    notes.leave()
    assert heard == []


def test_a_far_line_is_in_sight_and_nothing_is_written_by_going_there(finding: Finding) -> None:
    finding.note("Opening", *(f"line {n} 長い話がつづく" * 6 for n in range(200)), "ここに鯖")
    heard: list[object] = []
    finding.services.hub.subscribe(heard.append)
    finding.ask("鯖")
    finding.press(KEYS.Key_Return)
    editor = finding.notes().sheet.editor
    assert editor.textCursor().block().text() == "ここに鯖"
    assert editor.viewport().rect().contains(editor.cursorRect().center())
    finding.notes().leave()
    assert heard == []


def test_arrows_tab_and_the_ends(finding: Finding) -> None:
    finding.note("Opening", "sea one", "sea two")
    finding.ask("sea")
    items = [row for row in finding.palette.list.rows.rows() if isinstance(row, Item)]
    texts = [item.spans[0].text for item in items]
    assert texts[:3] == ["Meshes at sea", "sea one", "sea two"]
    assert finding.chosen() == texts[0]
    finding.press(KEYS.Key_Up)
    assert finding.chosen() == texts[-1]
    finding.press(KEYS.Key_Down)
    assert finding.chosen() == texts[0]
    finding.press(KEYS.Key_Tab)
    assert finding.chosen() == "sea one"
    finding.press(KEYS.Key_Backtab, SHIFT)
    assert finding.chosen() == texts[0]
    finding.press(KEYS.Key_PageDown)
    assert finding.chosen() == texts[-1]
    finding.press(KEYS.Key_PageUp)
    assert finding.chosen() == texts[0]
    assert finding.palette.field.hasFocus()
    assert finding.palette.field.accessibleDescription() == items[0].words


def test_whoever_plans_stays_in_plan_and_notes_opens_notes(finding: Finding) -> None:
    finding.ask("second mor")
    finding.press(KEYS.Key_Return)
    plan = finding.front()
    assert isinstance(plan, PlanWorkspace)
    finding.until(lambda: plan.panel.details.title.text() == "Second morning")
    finding.window.show_workspace("notes")
    finding.ask("logs that")
    finding.press(KEYS.Key_Return)
    assert finding.notes().sheet.header.title.text() == "Logs that speak"


def test_ctrl_enter_leads_to_review(finding: Finding) -> None:
    finding.note("Second morning", "鯖")
    finding.ask("鯖")
    finding.press(KEYS.Key_Return, CTRL)
    review = finding.front()
    assert isinstance(review, ReviewWorkspace)
    assert review.table.current_id() == finding.ids["Second morning"]
    assert review.table.hasFocus()


def test_footnotes_and_events(finding: Finding) -> None:
    for ident, text in (("a1", "first"), ("b2", "鯖の脚注"), ("c3", "cited 鮪")):
        finding.services.notes.put_footnote(Footnote(new_id(), finding.conference, ident, text))
    finding.note("Opening", "words", "with a note[^c3]")
    finding.ask("鯖")  # no line cites it
    assert finding.found("Footnotes") == ["鯖の脚注"]
    finding.press(KEYS.Key_Return)
    review = finding.front()
    assert isinstance(review, ReviewWorkspace)
    assert review.tabs.key() == FOOTNOTES

    def current() -> str:
        item = review.footnotes.list.current()
        return "" if item is None or item.note is None else item.note.text

    finding.until(lambda: current() == "鯖の脚注")
    finding.ask("鮪")
    finding.press(KEYS.Key_Return)
    assert finding.notes().sheet.editor.textCursor().block().text().startswith("with a note")
    finding.ask("harbour")
    assert finding.found("Go to") == ["Harbour Summit"]
    finding.press(KEYS.Key_Return)
    plan = finding.front()
    assert isinstance(plan, PlanWorkspace)
    assert plan.panel.page() is plan.panel.event_form


def test_another_conference_comes_with_what_was_found(finding: Finding) -> None:
    programme = finding.services.programme
    other, _ = programme.create_conference("Other Days", "UTC")
    session, _ = programme.add_session(other, "Elsewhere", start="2026-06-01T09:00:00")
    finding.services.notes.save(session, [Line(new_id(), session, 0, "鯖の夜")])
    finding.ask("鯖")
    (row,) = [row for row in finding.palette.list.rows.rows() if isinstance(row, Item)][:1]
    assert row.right[:2] == ("Other Days", "Elsewhere")
    finding.press(KEYS.Key_Return)
    assert finding.notes().sheet.header.title.text() == "Elsewhere"
    assert "Other Days" in finding.window.windowTitle()
    finding.ask("invented")
    finding.press(KEYS.Key_Return)
    assert "Invented Days 2026" in finding.window.windowTitle()


def test_a_speaker_leads_to_what_they_said(finding: Finding) -> None:
    finding.services.programme.set_speakers(finding.ids["Opening"], [("Ada Lane", "Harbour Ltd")])
    finding.note("Opening", "welcome")
    finding.note("Meshes at sea", "not hers")
    finding.ask("lane")
    while finding.chosen() != "Ada Lane":
        finding.press(KEYS.Key_Down)
    finding.press(KEYS.Key_Return)
    finding.answered()
    assert finding.palette.field.text() == 'speaker:"Ada Lane" '
    assert finding.found("Sessions") == ["Opening"]
    assert finding.found("Notes") == ["welcome"]
    finding.type("wel")
    finding.answered()
    assert finding.found("Sessions") == []
    assert finding.found("Notes") == ["welcome"]


def test_places_and_commands(finding: Finding) -> None:
    finding.ask("review")
    assert finding.found("Go to") == ["Review"]
    finding.press(KEYS.Key_Return)
    assert isinstance(finding.front(), ReviewWorkspace)
    finding.ask(">larger")
    assert finding.found("Commands") == ["Larger text"]
    finding.press(KEYS.Key_Return)
    assert theme().text_size == 14
    finding.note("Opening", "words")
    finding.window.open_session(finding.ids["Opening"])
    finding.ask(">own thought")
    finding.press(KEYS.Key_Return)
    notes = finding.notes()
    assert notes.sheet.editor.hasFocus()
    rows = notes.sheet.editor.notes.rows()
    assert [row.kind for row in rows] == [LineKind.THOUGHT]


def test_a_session_begins_with_what_was_typed(finding: Finding) -> None:
    finding.ask("Hallway 談義")
    assert finding.found("Commands") == ["New session “Hallway 談義”…"]
    assert finding.palette.list.rows.rows()[0] == Head("Nothing was found.")
    assert finding.palette.count.text() == "0 found"
    finding.press(KEYS.Key_Return)
    assert isinstance(finding.focus(), QLineEdit)
    finding.press(KEYS.Key_Return)
    finding.until(lambda: finding.notes().sheet.header.title.text() == "Hallway 談義")


def test_filters_are_offered_and_filled_in_by_keys(finding: Finding) -> None:
    finding.note("Opening", "sea one", kind=LineKind.QUOTE)
    finding.note("Meshes at sea", "sea two")
    finding.ask("")
    assert finding.found("Narrow down") == [
        "kind:", "day:", "speaker:", "rating:", "tag:", "conference:",
    ]  # fmt: skip
    while finding.chosen() != "kind:":
        finding.press(KEYS.Key_Down)
    finding.press(KEYS.Key_Return)
    finding.answered()
    assert finding.palette.isVisible()
    assert finding.palette.field.text() == "kind:"
    assert "question" in finding.found("Narrow down")
    finding.type("quo")
    finding.answered()
    assert finding.found("Narrow down") == ["quote"]
    finding.press(KEYS.Key_Return)
    finding.answered()
    assert finding.palette.field.text() == "kind:quote "
    assert finding.found("Narrow down") == []
    assert finding.found("Notes") == ["sea one"]
    finding.press(KEYS.Key_Return)
    assert finding.notes().sheet.header.title.text() == "Opening"


def test_what_stands_behind_a_filter_is_what_the_notebook_has(finding: Finding) -> None:
    programme = finding.services.programme
    programme.set_speakers(finding.ids["Opening"], [("Ada Lane", ""), ("青木 ハンナ", "")])
    programme.create_conference("Other Days", "UTC")
    finding.ask("sea speaker:")
    assert finding.found("Narrow down") == ["Ada Lane", "青木 ハンナ"]
    assert finding.found("Sessions") == ["Meshes at sea"]
    finding.type("はん")
    finding.answered()
    assert finding.found("Narrow down") == ["青木 ハンナ"]
    finding.press(KEYS.Key_Return)
    finding.answered()
    assert finding.palette.field.text() == 'sea speaker:"青木 ハンナ" '
    for text, expected in (
        ("@", ["Ada Lane", "青木 ハンナ"]),
        ("day:", ["Fri 1 May 2026", "Sat 2 May 2026"]),
        ("conference:", ["Invented Days 2026", "Other Days"]),
        ("rating:", ["★★★★★", "★★★★", "★★★", "★★", "not rated yet"]),
        ("rating:4", []),
        ("tag:", []),
    ):
        finding.palette.field.setText(text)
        finding.answered()
        assert sorted(finding.found("Narrow down")) == sorted(expected), text


@pytest.mark.parametrize("language", [Language.JA, Language.EN])
def test_all_that_is_offered_is_understood(
    finding: Finding, interpreter: Interpreter, language: Language
) -> None:
    finding.services.programme.set_speakers(finding.ids["Opening"], [('Ada "Jo" Lane', "")])
    speak(interpreter, language)
    for name in ("kind", "day", "speaker", "rating", "in"):
        wanted = OpenFilter(name, "")
        values = finding.services.search.values(wanted, finding.conference, 20)
        items = completions(wanted, values)
        assert items, name
        for item in items:
            assert isinstance(item.target, Fill)
            query = parse(item.target.text)
            assert not query.words, item.target.text
            assert query.filtered or query.conferences
            if name == "speaker":
                assert len(finding.services.search.search(query).of(Place.SPEAKER)) == 1
            assert open_filter(item.target.text) is None
    for item in offers():
        assert isinstance(item.target, Fill)
        assert open_filter(item.target.text) is not None


def test_an_empty_field_shows_recent_notes_and_all_there_is(finding: Finding) -> None:
    finding.note("Opening", "older")
    finding.note("Second morning", "newer")
    finding.ask("")
    assert finding.found("Recent notes")[:2] == ["Second morning", "Opening"]
    assert finding.found("Go to") == ["Plan", "Notes", "Review", "Report"]
    assert "Import a schedule…" in finding.found("Commands")
    assert "Find anything…" not in finding.found("Commands")


@pytest.mark.parametrize("leave", ["escape", "again", "outside"])
def test_leaving_gives_the_focus_back(finding: Finding, leave: str) -> None:
    finding.note("Opening", "words")
    finding.window.open_session(finding.ids["Opening"])
    editor = finding.notes().sheet.editor
    finding.ask("wor")
    if leave == "outside":
        click(finding.palette, QPoint(5, 5))
    else:
        finding.press(*((KEYS.Key_Escape,) if leave == "escape" else (KEYS.Key_K, CTRL)))
    assert not finding.palette.isVisible()
    assert editor.hasFocus()
    assert [row.text for row in editor.notes.rows()] == ["words"]


def test_a_click_takes_a_row(finding: Finding) -> None:
    finding.note("Opening", "sea one")
    finding.ask("sea")
    shown = finding.palette.list
    at = next(n for n in shown.rows.items() if shown.rows.rows()[n].words.startswith("sea one"))
    click(shown.viewport(), shown.visualRect(shown.rows.index(at)).center())
    assert finding.notes().sheet.header.title.text() == "Opening"


def test_the_glass_in_the_rail_opens_it(finding: Finding) -> None:
    click(finding.window.rail.glass)
    assert finding.palette.isVisible()
    assert finding.palette.field.hasFocus()


def test_enter_before_the_answer_takes_what_comes(finding: Finding) -> None:
    finding.press(KEYS.Key_K, CTRL)
    finding.type("meshes")
    finding.press(KEYS.Key_Return)  # nothing has come back yet
    assert finding.palette.isVisible()
    finding.until(lambda: not finding.palette.isVisible())
    plan = finding.front()
    assert isinstance(plan, PlanWorkspace)
    finding.until(lambda: plan.panel.details.title.text() == "Meshes at sea")


def test_what_is_composed_is_looked_for_and_its_keys_are_the_input_methods(
    finding: Finding,
) -> None:
    finding.note("Opening", "くらうど", "くるま")
    finding.ask("")
    field = finding.palette.field
    compose(field, "くｒ")
    finding.answered()
    assert finding.found("Notes") == ["くらうど", "くるま"]  # ｒ is no letter yet
    compose(field, "くる")
    finding.answered()
    assert finding.found("Notes") == ["くるま"]
    before = finding.chosen()
    for which in (
        KEYS.Key_Return, KEYS.Key_Escape, KEYS.Key_Down, KEYS.Key_Up, KEYS.Key_Tab,
        KEYS.Key_PageDown, KEYS.Key_Left,
    ):  # fmt: skip
        finding.press(which)
    finding.press(KEYS.Key_Return, CTRL)
    finding.press(KEYS.Key_K, CTRL)
    assert finding.palette.isVisible()
    assert finding.chosen() == before
    assert field.preedit == "くる"
    compose(field, "", "くる")
    finding.answered()
    assert field.text() == "くる"
    finding.press(KEYS.Key_Return)
    assert finding.notes().sheet.editor.textCursor().block().text() == "くるま"


def test_it_does_not_open_while_the_notes_are_being_composed(finding: Finding) -> None:
    finding.note("Opening", "words")
    finding.window.open_session(finding.ids["Opening"])
    editor = finding.notes().sheet.editor
    compose(editor, "ことば")
    finding.press(KEYS.Key_K, CTRL)
    assert not finding.palette.isVisible()
    assert editor.composing
    compose(editor, "", "言葉")
    finding.press(KEYS.Key_K, CTRL)
    assert finding.palette.isVisible()


def test_no_chord_of_the_window_works_below_it(finding: Finding) -> None:
    finding.ask("sea")
    for which in (KEYS.Key_2, KEYS.Key_3):
        key(finding.focus(), which, Qt.KeyboardModifier.AltModifier)
    finding.press(KEYS.Key_F1)
    assert finding.palette.isVisible()
    assert isinstance(finding.front(), PlanWorkspace)


def test_it_fits_the_window(finding: Finding) -> None:
    finding.ask("")
    for size, text in (((1280, 800), 13), ((880, 560), 13), ((880, 560), 20), ((880, 560), 11)):
        finding.window.resize(*size)
        theme().set_text_size(text)
        QApplication.processEvents()
        labels = [one for one in finding.palette.findChildren(Label) if one.isVisible()]
        assert "open" in [one.text() for one in labels]
        assert not [one.text() for one in labels if one.width() < one.sizeHint().width()]
        assert finding.palette.geometry() == finding.window.rect()
        shown = finding.palette.list
        foot = finding.palette.count.mapTo(finding.palette, QPoint(0, 0)).y()
        assert shown.height() > 0
        assert shown.y() + shown.height() <= foot <= finding.window.height()


def test_a_late_word_is_brought_into_sight() -> None:
    text = "長い前置き" * 30 + "鯖の話"
    at = text.index("鯖")
    shown, marks = cut(text, ((at, at + 1),), theme().font(Step.PREVIEW), 200)
    assert shown.startswith("…")
    (start, end) = marks[0]
    assert shown[start:end] == "鯖"
    assert len(shown) < 40
