"""When typing is handed on."""

from pytestqt.qtbot import QtBot

from confnotes.ui.parts.autosave import MOST_MS, PAUSE_MS, Autosave


def test_it_is_due_after_a_pause(qtbot: QtBot) -> None:
    save = Autosave()
    save.touch()
    assert save.pending
    with qtbot.waitSignal(save.due, timeout=3 * PAUSE_MS):
        pass
    assert not save.pending


def test_it_does_not_wait_for_ever_while_one_types_on(qtbot: QtBot) -> None:
    save = Autosave()
    due: list[bool] = []
    save.due.connect(lambda: due.append(True))
    for _ in range(2 * MOST_MS // (PAUSE_MS // 2)):
        save.touch()
        qtbot.wait(PAUSE_MS // 2)
        if due:
            return
    raise AssertionError("never due")


def test_flush_hands_on_once_and_only_what_waits(qtbot: QtBot) -> None:
    save = Autosave()
    with qtbot.assertNotEmitted(save.due):
        save.flush()
    save.touch()
    with qtbot.waitSignal(save.due):
        save.flush()
    with qtbot.assertNotEmitted(save.due, wait=2 * PAUSE_MS):
        save.flush()


def test_what_is_dropped_is_never_due(qtbot: QtBot) -> None:
    save = Autosave()
    save.touch()
    save.drop()
    with qtbot.assertNotEmitted(save.due, wait=2 * PAUSE_MS):
        assert not save.pending
