"""The chords of the Review workspace."""

from confnotes.ui.parts.noop import QT_TRANSLATE_NOOP
from confnotes.ui.shell.actions import ActionSpec

_C = "ReviewActions"
RIGHT = "Alt+K"
SETTLE, VIDEO, LATER, EARLIER = "Ctrl+Return", "Alt+V", "Alt+Down", "Alt+Up"
TAKE = "Alt+T"

REVIEW: tuple[ActionSpec, ...] = (
    ActionSpec(
        "settle",
        QT_TRANSLATE_NOOP(
            "ReviewActions", "Settle line, correct name, to the next; photos: attach those chosen"
        ),
        (SETTLE,),
        "check",
        _C,
    ),
    ActionSpec(
        "video",
        QT_TRANSLATE_NOOP("ReviewActions", "Open line: the video at its second"),
        (VIDEO,),
        "video",
        _C,
    ),
    ActionSpec(
        "take",
        QT_TRANSLATE_NOOP("ReviewActions", "Open line: take what was being said"),
        (TAKE,),
        "",
        _C,
    ),
    ActionSpec(
        "later",
        QT_TRANSLATE_NOOP("ReviewActions", "The next open line, photo or name"),
        (LATER,),
        "",
        _C,
    ),
    ActionSpec(
        "earlier",
        QT_TRANSLATE_NOOP("ReviewActions", "The open line, photo or name before"),
        (EARLIER,),
        "",
        _C,
    ),
    ActionSpec(
        "right",
        QT_TRANSLATE_NOOP("ReviewActions", "Name: right as it is, to the next"),
        (RIGHT,),
        "",
        _C,
    ),
    ActionSpec(
        "filter", QT_TRANSLATE_NOOP("ReviewActions", "Filter the sessions"), ("Ctrl+F",), "", _C
    ),
    ActionSpec(
        "next_list",
        QT_TRANSLATE_NOOP("ReviewActions", "Next list: sessions, watch later, did not catch …"),
        ("Ctrl+PgDown",),
        "",
        _C,
    ),
    ActionSpec(
        "previous_list",
        QT_TRANSLATE_NOOP("ReviewActions", "List before"),
        ("Ctrl+PgUp",),
        "",
        _C,
    ),
)
