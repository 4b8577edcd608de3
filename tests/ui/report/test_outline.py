"""The outline: a dumb model, a list one walks with keys, and marks one can click."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from confnotes.domain.report import SectionKind
from confnotes.services.report_views import SectionView
from confnotes.ui.report.outline_model import OutlineModel, Role
from confnotes.ui.report.outline_pane import OutlinePane
from confnotes.ui.report.rows import OutlineRow, visible
from helpers.hands import KEYS, click, double_click, key, write

SECTIONS = (
    SectionView("opening", 0, SectionKind.OPENING, "はじめに", written=True),
    SectionView("day:1", 0, SectionKind.DAY, "Day 1"),
    SectionView("session:1", 1, SectionKind.SESSION, "A talk"),
    SectionView("session:2", 1, SectionKind.SESSION, "Another talk", empty=True),
    SectionView("conclusion", 0, SectionKind.CONCLUSION, "おわりに", shown=False),
)


@pytest.fixture
def pane(qtbot: QtBot) -> OutlinePane:
    made = OutlinePane()
    qtbot.addWidget(made)
    made.resize(264, 500)
    made.show_sections(SECTIONS, "opening")
    made.show()
    made.view.setFocus()
    return made


def keys_of(pane: OutlinePane) -> list[str]:
    model = pane.model
    return [str(model.data(model.index(n), Role.KEY)) for n in range(model.rowCount())]


def test_the_model_shows_rows_and_changes_nothing_by_itself(qtbot: QtBot) -> None:
    model = OutlineModel()
    rows = visible(SECTIONS, ())
    model.set_rows(rows)
    first = model.index(0)
    assert model.data(first) == "はじめに"
    assert model.data(first, Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    with qtbot.waitSignal(model.toggled) as told:
        model.setData(first, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert told.args == ["opening", False]
    assert model.data(first, Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    with qtbot.assertNotEmitted(model.renamed):
        model.setData(first, " はじめに ")
    assert model.data(model.index(99)) is None


def test_rows_that_stay_are_told_one_by_one(qtbot: QtBot) -> None:
    model = OutlineModel()
    rows = list(visible(SECTIONS, ()))
    model.set_rows(rows)
    changed = OutlineRow("opening", 0, SectionKind.OPENING, "Start", True, True, True, False)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged) as told:
        model.set_rows([changed, *rows[1:]])
    assert told.args[0].row() == told.args[1].row() == 0


def test_arrows_choose_and_enter_goes_to_the_text(pane: OutlinePane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.chosen) as chosen:
        key(pane.view, KEYS.Key_Down)
    assert chosen.args == ["day:1"]
    with qtbot.waitSignal(pane.entered_text) as entered:
        key(pane.view, KEYS.Key_Return)
    assert entered.args == ["day:1"]


def test_space_shows_and_hides(pane: OutlinePane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.toggled) as told:
        key(pane.view, KEYS.Key_Space)
    assert told.args == ["opening", False]
    key(pane.view, KEYS.Key_End)
    with qtbot.waitSignal(pane.toggled) as told:
        key(pane.view, KEYS.Key_Space)
    assert told.args == ["conclusion", True]


def test_left_and_right_fold_and_unfold(pane: OutlinePane) -> None:
    key(pane.view, KEYS.Key_Down)
    key(pane.view, KEYS.Key_Left)
    assert keys_of(pane) == ["opening", "day:1", "conclusion"]
    key(pane.view, KEYS.Key_Right)
    assert keys_of(pane) == [s.key for s in SECTIONS]
    key(pane.view, KEYS.Key_Down)
    key(pane.view, KEYS.Key_Left)
    assert pane.current == "day:1"


def test_folding_over_the_chosen_section_chooses_what_it_stands_under(pane: OutlinePane) -> None:
    pane.show_sections(SECTIONS, "session:2")
    rect = pane.view.visualRect(pane.model.index_of("day:1"))
    click(pane.view.viewport(), QPoint(rect.left() + 15, rect.center().y()))
    assert pane.current == "day:1"
    assert "session:2" not in keys_of(pane)


def test_f2_renames_in_place(pane: OutlinePane, qtbot: QtBot) -> None:
    key(pane.view, KEYS.Key_F2)
    editor = pane.view.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    with qtbot.waitSignal(pane.renamed) as told:
        write(editor, "旅のはじまり\n")
    assert told.args == ["opening", "旅のはじまり"]


def test_a_rename_outlives_news_and_escape_leaves_all_as_it_was(
    pane: OutlinePane, qtbot: QtBot
) -> None:
    key(pane.view, KEYS.Key_F2)
    editor = pane.view.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    write(editor, "x")
    pane.show_sections(SECTIONS[:2], "opening")
    assert editor.isVisible()
    with qtbot.assertNotEmitted(pane.renamed):
        key(editor, KEYS.Key_Escape)
    qtbot.waitUntil(lambda: keys_of(pane) == ["opening", "day:1"])


def test_a_click_on_the_box_hides_and_does_not_choose(pane: OutlinePane, qtbot: QtBot) -> None:
    rect = pane.view.visualRect(pane.model.index_of("day:1"))
    with qtbot.waitSignal(pane.toggled) as told, qtbot.assertNotEmitted(pane.chosen):
        click(pane.view.viewport(), QPoint(rect.left() + 32, rect.center().y()))
    assert told.args == ["day:1", False]


def test_a_click_on_the_heading_chooses(pane: OutlinePane, qtbot: QtBot) -> None:
    rect = pane.view.visualRect(pane.model.index_of("session:1"))
    with qtbot.waitSignal(pane.chosen) as chosen:
        click(pane.view.viewport(), QPoint(rect.left() + 100, rect.center().y()))
    assert chosen.args == ["session:1"]
    double_click(pane.view.viewport(), QPoint(rect.left() + 100, rect.center().y()))
    assert pane.view.findChild(QLineEdit) is not None


def test_a_new_section_gets_its_heading_at_the_foot(pane: OutlinePane, qtbot: QtBot) -> None:
    click(pane.add)
    with qtbot.waitSignal(pane.added) as told:
        write(pane.name.edit, "おみやげ\n")
    assert told.args == ["おみやげ"]
    assert not pane.name.isVisible()


def test_escape_gives_up_a_new_section(pane: OutlinePane, qtbot: QtBot) -> None:
    click(pane.add)
    with qtbot.assertNotEmitted(pane.added):
        key(pane.name.edit, KEYS.Key_Escape)
    assert pane.add.isVisible()


@pytest.mark.parametrize("odd", [None, 7, "", "text"])
def test_a_row_of_odd_data_is_painted_as_nothing(
    odd: object, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane = OutlinePane()
    qtbot.addWidget(pane)
    original: Callable[..., object] = pane.model.data
    pane.show_sections(SECTIONS, "opening")

    def data(index: object, role: int = 0) -> object:
        return odd if role == Role.ROW else original(index, role)

    monkeypatch.setattr(pane.model, "data", data)
    pane.resize(264, 400)
    assert not pane.grab().isNull()


def test_each_row_says_all_of_itself_to_a_screen_reader(pane: OutlinePane) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    said = [str(pane.model.data(pane.model.index(n), role)) for n in range(5)]
    assert said[0] == "はじめに, shown, your text"
    assert said[3] == "Another talk, shown, empty"
    assert said[4] == "おわりに, hidden, generated"


def drag(pane: OutlinePane, key_of: str, over: str, *, below: bool) -> None:
    """Press on one row, go over another one's upper or lower half, and hold."""
    view, button = pane.view, Qt.MouseButton.LeftButton
    start = view.visualRect(pane.model.index_of(key_of)).center()
    end = view.visualRect(pane.model.index_of(over)).center() + QPoint(0, 6 if below else -6)
    QTest.mousePress(view.viewport(), button, pos=start)
    for at in (start, end):
        place = QPointF(at)
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            place,
            view.viewport().mapToGlobal(place),
            Qt.MouseButton.NoButton,
            button,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(view.viewport(), event)


def let_go(pane: OutlinePane) -> None:
    QTest.mouseRelease(pane.view.viewport(), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("held", "over", "below", "told"),
    [
        ("conclusion", "opening", False, ["conclusion", ""]),
        ("conclusion", "opening", True, ["conclusion", "opening"]),
        ("opening", "day:1", True, ["opening", "day:1"]),
        ("session:2", "session:1", False, ["session:2", ""]),
        ("session:1", "conclusion", True, ["session:1", "session:2"]),
    ],
)
def test_a_section_is_dragged_among_those_beside_it(
    pane: OutlinePane, qtbot: QtBot, held: str, over: str, below: bool, told: list[str]
) -> None:
    drag(pane, held, over, below=below)
    assert pane.current == held  # what it is dragged over is not chosen
    with qtbot.waitSignal(pane.moved) as moved:
        let_go(pane)
    assert moved.args == told


def test_a_drag_to_its_own_place_or_given_up_moves_nothing(pane: OutlinePane, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(pane.moved):
        drag(pane, "day:1", "session:1", below=True)
        let_go(pane)
        drag(pane, "conclusion", "opening", below=False)
        key(pane.view, KEYS.Key_Escape)
        let_go(pane)
