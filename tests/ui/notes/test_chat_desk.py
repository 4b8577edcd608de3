"""Notes on the clipboard for the team's chat."""

from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication

from helpers.notes_desk import Desk
from helpers.sheet import CTRL, KEYS, SHIFT


def _copied(desk: Desk) -> tuple[str, str]:
    """Press the chord; return what the clipboard holds and what the status line said."""
    told: list[str] = []
    desk.workspace.desks.chat.said.connect(told.append)
    QGuiApplication.clipboard().clear()
    desk.key(KEYS.Key_C, CTRL | SHIFT)
    desk.until(lambda: told)
    return QGuiApplication.clipboard().text(), told[0]


def test_all_of_it_is_copied_saved_or_not_and_what_is_private_stays(desk: Desk) -> None:
    desk.type("Q: why\nA: because\nsecret")
    for _ in range(2):
        desk.key(KEYS.Key_A, CTRL | SHIFT)
    desk.type("\n")
    desk.key(KEYS.Key_A, CTRL | SHIFT)
    text, said = _copied(desk)
    assert text == "# Running\n\nA · Fri 1 May 12:00–12:30\n\n- Q: why\n- A: because\n"
    assert said == "Copied 2 lines as Markdown; 1 private line left out"


def test_a_save_does_not_hide_what_was_left_out(desk: Desk) -> None:
    shown: list[str] = []
    desk.workspace.status.connect(shown.append)
    desk.type("one")
    _copied(desk)
    desk.until(lambda: desk.texts("Running") == ["one"])
    desk.tasks.settle()
    assert shown[-1] == "Copied 1 line as Markdown"
    desk.workspace.show_session(desk.ids["Late"])
    assert shown[-1] == "0 words"


def test_only_the_selection_with_an_open_composition_in_it(desk: Desk) -> None:
    desk.type("one\n")
    QApplication.sendEvent(desk.editor, QInputMethodEvent("にほん", []))
    desk.workspace.actions_by_name["copy_markdown"].trigger()
    desk.until(lambda: QGuiApplication.clipboard().text().endswith("- one\n- にほん\n"))
    desk.key(KEYS.Key_Up, SHIFT)
    desk.key(KEYS.Key_Home, SHIFT)
    desk.key(KEYS.Key_Home)
    desk.key(KEYS.Key_End, SHIFT)
    text, said = _copied(desk)
    assert text.endswith("\n\n- one\n")
    assert said == "Copied 1 line as Markdown"


def test_the_clipboard_is_left_alone_where_nothing_may_go(desk: Desk) -> None:
    assert _copied(desk) == ("", "There is nothing to copy yet")
    desk.type("secret")
    for _ in range(2):
        desk.key(KEYS.Key_A, CTRL | SHIFT)
    assert _copied(desk) == ("", "Nothing was copied: these lines are private")
