"""Plan's own actions."""

from confnotes.ui.parts.noop import QT_TRANSLATE_NOOP
from confnotes.ui.shell.actions import ActionSpec

PLAN: tuple[ActionSpec, ...] = (
    ActionSpec(
        "plan.new_session", QT_TRANSLATE_NOOP("PlanActions", "New session"), ("Ctrl+N",), "plus",
        "PlanActions",
    ),
    ActionSpec(
        "plan.open_notes", QT_TRANSLATE_NOOP("PlanActions", "Open notes"), ("Ctrl+Return",),
        "notes", "PlanActions",
    ),
    ActionSpec(
        "plan.filter", QT_TRANSLATE_NOOP("PlanActions", "Filter the programme"), ("Ctrl+F",),
        "search", "PlanActions",
    ),
    ActionSpec(
        "plan.import", QT_TRANSLATE_NOOP("PlanActions", "Import the schedule again…"), (),
        "refresh", "PlanActions",
    ),
    ActionSpec(
        "plan.take_back", QT_TRANSLATE_NOOP("PlanActions", "Take the last step back"),
        ("Ctrl+Z",), "undo", "PlanActions",
    ),
    ActionSpec(
        "plan.archive", QT_TRANSLATE_NOOP("PlanActions", "Archive the session"), (), "archive",
        "PlanActions",
    ),
    ActionSpec(
        "plan.trash", QT_TRANSLATE_NOOP("PlanActions", "Move the session to the trash"), (),
        "trash", "PlanActions",
    ),
    ActionSpec(
        "plan.away", QT_TRANSLATE_NOOP("PlanActions", "Sessions in archive and trash…"), (),
        "archive", "PlanActions",
    ),
)  # fmt: skip
