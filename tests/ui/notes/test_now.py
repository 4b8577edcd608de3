"""What is open when one comes into the hall, and how the agenda leads where that is not clear."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from confnotes.domain.choice import Choice, Intent
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line
from confnotes.ui.notes.agenda_model import DIGIT_ROLE, next_up, to_open
from confnotes.ui.notes.workspace import NotesWorkspace
from helpers.notes_desk import Desk, open_title
from helpers.sheet import CTRL, KEYS

Again = Callable[[], NotesWorkspace]


def choose(desk: Desk, **intents: Intent) -> None:
    for title, intent in intents.items():
        desk.services.programme.choose_session(desk.ids[title], Choice(intent))


@pytest.fixture
def again(desk: Desk, qtbot: QtBot) -> Again:
    """Return what opens the workspace anew, as the next morning does."""

    def make() -> NotesWorkspace:
        desk.workspace.hide()
        made = NotesWorkspace(desk.services, desk.tasks, desk.bridge)
        qtbot.addWidget(made)
        made.resize(1280, 760)
        made.set_conference(desk.conference)
        made.show()
        qtbot.waitExposed(made)
        made.activateWindow()
        made.activated()
        desk.workspace, desk.editor = made, made.sheet.editor
        return made

    return make


def test_the_one_marked_going_opens(desk: Desk, again: Again) -> None:
    choose(desk, Running=Intent.CONSIDERED, Other=Intent.GOING)
    again()
    assert open_title(desk) == "Other"
    desk.until(desk.editor.hasFocus)


@pytest.mark.parametrize("intent", [Intent.GOING, Intent.CONSIDERED, Intent.NONE])
def test_two_alike_lead_the_agenda_and_a_digit_takes_one(
    desk: Desk, again: Again, intent: Intent
) -> None:
    choose(desk, Running=intent, Other=intent, Late=Intent.GOING)
    workspace = again()
    assert workspace.sheet.document is None
    assert "2 sessions are on now" in workspace.sheet.empty.text()
    desk.until(workspace.agenda.list.hasFocus)
    model = workspace.agenda.model
    shown = [(v.session.title, model.index(at).data(DIGIT_ROLE))
             for at, v in enumerate(model.rows())]  # fmt: skip
    assert shown == [("Running", 1), ("Other", 2), ("Early", 0), ("Late", 0)]
    desk.key(KEYS.Key_3)
    assert workspace.sheet.document is None
    desk.key(KEYS.Key_2)
    assert open_title(desk) == "Other"
    desk.until(desk.editor.hasFocus)
    assert model.index(0).data(DIGIT_ROLE) == 0


def test_enter_takes_the_first(desk: Desk, again: Again) -> None:
    choose(desk, Running=Intent.NONE)
    workspace = again()
    desk.until(workspace.agenda.list.hasFocus)
    desk.key(KEYS.Key_Return)
    assert open_title(desk) == "Running"


def test_what_is_noted_already_goes_on(desk: Desk, again: Again) -> None:
    choose(desk, Running=Intent.NONE)
    other = desk.ids["Other"]
    desk.services.notes.save(other, [Line(new_id(), other, 0, "began here")])
    again()
    assert open_title(desk) == "Other"


def test_when_a_talk_ends_one_chord_goes_to_the_next(desk: Desk) -> None:
    desk.now += timedelta(hours=1)
    desk.key(KEYS.Key_J, CTRL)
    assert open_title(desk) == "Late"


def test_the_clock_says_what_to_open(desk: Desk) -> None:
    view = desk.services.programme.view(desk.conference)
    assert [v.session.title for v in to_open(view.sessions, desk.now)] == ["Running"]
    tomorrow = desk.now + timedelta(days=1)
    assert to_open(view.sessions, tomorrow) == []
    assert next_up(view.sessions, tomorrow) is None
