"""The workspaces by name, each imported when it is first shown: start-up pays for one."""

from collections.abc import Callable

from confnotes.domain.errors import ConfnotesError, Problem
from confnotes.services.bundle import Services
from confnotes.ui.shell.bridge import Bridge
from confnotes.ui.shell.tasks import Tasks
from confnotes.ui.shell.workspace import Workspace

Messages = Callable[[ConfnotesError | Problem], str]


def make(name: str, services: Services, tasks: Tasks, bridge: Bridge) -> Workspace:
    """Return a new workspace; KeyError when there is none of that name."""
    return _MAKERS[name](services, tasks, bridge)


def _plan(services: Services, tasks: Tasks, bridge: Bridge) -> Workspace:
    from confnotes.ui.plan.workspace import PlanWorkspace  # start-up time

    return PlanWorkspace(services, tasks, bridge)


def _notes(services: Services, tasks: Tasks, bridge: Bridge) -> Workspace:
    from confnotes.ui.notes.workspace import NotesWorkspace  # start-up time

    return NotesWorkspace(services, tasks, bridge)


def _review(services: Services, tasks: Tasks, bridge: Bridge) -> Workspace:
    from confnotes.ui.review.workspace import ReviewWorkspace  # start-up time

    return ReviewWorkspace(services, tasks, bridge)


def _report(services: Services, tasks: Tasks, bridge: Bridge) -> Workspace:
    from confnotes.ui.report.workspace import ReportWorkspace  # start-up time

    return ReportWorkspace(services, tasks, bridge)


_MAKERS = {"plan": _plan, "notes": _notes, "review": _review, "report": _report}
