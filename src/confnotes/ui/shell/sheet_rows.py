"""What the sheet of shortcuts says: chords of every workspace, plain keys, marks that are typed."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from confnotes.ui.parts.noop import QT_TRANSLATE_NOOP
from confnotes.ui.shell.actions import WINDOW, ActionSpec

translate = QCoreApplication.translate

_C = "SheetKeys"
LIST_KEYS: dict[str, tuple[ActionSpec, ...]] = {
    "plan": (
        ActionSpec(
            "plan.mark", QT_TRANSLATE_NOOP("SheetKeys", "Programme: consider, choose, leave"),
            ("Space",), context=_C,
        ),
        ActionSpec(
            "plan.later", QT_TRANSLATE_NOOP("SheetKeys", "Programme: watch later, or not"),
            ("L",), context=_C,
        ),
        ActionSpec(
            "plan.enter", QT_TRANSLATE_NOOP("SheetKeys", "Programme: to the details"),
            ("Return",), context=_C,
        ),
        ActionSpec(
            "plan.day", QT_TRANSLATE_NOOP("SheetKeys", "Programme: day before, day after"),
            ("PgUp", "PgDown"), context=_C,
        ),
        ActionSpec(
            "plan.throw", QT_TRANSLATE_NOOP("SheetKeys", "Programme: to the trash"), ("Del",),
            context=_C,
        ),
        ActionSpec(
            "plan.number", QT_TRANSLATE_NOOP("SheetKeys", "Programme: first day, second day"),
            ("1", "2"), context=_C,
        ),
    ),
    "notes": (
        ActionSpec("in", QT_TRANSLATE_NOOP("SheetKeys", "Line deeper"), ("Tab",), context=_C),
        ActionSpec("out", QT_TRANSLATE_NOOP("SheetKeys", "Line up"), ("Shift+Tab",), context=_C),
        ActionSpec("up", QT_TRANSLATE_NOOP("SheetKeys", "Move up"), ("Alt+Up",), context=_C),
        ActionSpec("down", QT_TRANSLATE_NOOP("SheetKeys", "Move down"), ("Alt+Down",), context=_C),
        ActionSpec("undo", QT_TRANSLATE_NOOP("SheetKeys", "Undo"), ("Ctrl+Z",), context=_C),
        ActionSpec("redo", QT_TRANSLATE_NOOP("SheetKeys", "Redo"), ("Ctrl+Y",), context=_C),
    ),
    "review": (
        ActionSpec(
            "stars", QT_TRANSLATE_NOOP("SheetKeys", "Table: stars, or none"),
            ("0", "1", "2", "3", "4", "5"), context=_C,
        ),
        ActionSpec(
            "tick", QT_TRANSLATE_NOOP("SheetKeys", "Table: tick or untick"), ("Space",), context=_C
        ),
        ActionSpec(
            "enter", QT_TRANSLATE_NOOP("SheetKeys", "Table: write in the form"), ("Return",),
            context=_C,
        ),
        ActionSpec(
            "form", QT_TRANSLATE_NOOP("SheetKeys", "Names: write it so"),
            tuple("123456789"), context=_C,
        ),
        ActionSpec(
            "unname", QT_TRANSLATE_NOOP("SheetKeys", "Names: take the last step back"),
            ("Ctrl+Z",), context=_C,
        ),
    ),
    "report": (
        ActionSpec(
            "show", QT_TRANSLATE_NOOP("SheetKeys", "Outline: show or leave out"), ("Space",),
            context=_C,
        ),
        ActionSpec(
            "write", QT_TRANSLATE_NOOP("SheetKeys", "Outline: to the text"), ("Return",), context=_C
        ),
    ),
}  # fmt: skip
"""Keys that a list or the outline takes while it has the focus; no action stands for them."""

TYPED: tuple[tuple[str, tuple[str, ...]], ...] = (
    (QT_TRANSLATE_NOOP("SheetKeys", "My own thought"), ("! ", "！")),
    (QT_TRANSLATE_NOOP("SheetKeys", "Quote"), ('" ', "”")),
    (QT_TRANSLATE_NOOP("SheetKeys", "Question from the floor"), ("Q: ", "Ｑ：")),
    (QT_TRANSLATE_NOOP("SheetKeys", "Answer"), ("A: ", "Ａ：")),
    (QT_TRANSLATE_NOOP("SheetKeys", "Did not catch this"), ("? ", "？")),
    (QT_TRANSLATE_NOOP("SheetKeys", "Key point"), ("* ", "＊")),
    (QT_TRANSLATE_NOOP("SheetKeys", "To do"), ("[ ] ",)),
    (QT_TRANSLATE_NOOP("SheetKeys", "Heading"), ("# ",)),
)
"""What is typed at the start of a line in Notes, as it is typed."""


@dataclass(frozen=True, slots=True)
class Row:
    """What is done, and the keys that do it, each as it is shown."""

    words: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under the name of where they hold; `note` says how they are meant."""

    name: str
    rows: tuple[Row, ...]
    note: str = ""


def groups() -> list[Group]:
    """Return all that the sheet shows, in the order of the rail."""
    names = {spec.name: spec.text() for spec in WINDOW}
    out = [Group(translate("SheetKeys", "Everywhere"), _rows(WINDOW))]
    for name, table in tables().items():
        out.append(Group(names[name], _rows((*table, *LIST_KEYS[name]))))
        if name == "notes":
            out.append(_typed())
    return out


def tables() -> dict[str, tuple[ActionSpec, ...]]:
    """Return the actions of each workspace; their tables alone are imported, and only now."""
    from confnotes.ui.notes.actions import NOTES
    from confnotes.ui.plan.actions import PLAN
    from confnotes.ui.report.actions import REPORT
    from confnotes.ui.review.actions import REVIEW

    return {"plan": PLAN, "notes": NOTES, "review": REVIEW, "report": REPORT}


def _rows(specs: Sequence[ActionSpec]) -> tuple[Row, ...]:
    return tuple(Row(spec.text(), _keys(spec)) for spec in specs if spec.shortcuts)


def _keys(spec: ActionSpec) -> tuple[str, ...]:
    many = len(spec.shortcuts) > 2  # the digits of the stars
    return (f"{spec.shortcuts[0]}–{spec.shortcuts[-1]}",) if many else (spec.chord(),)


def _typed() -> Group:
    space = translate("SheetKeys", "space")
    rows = tuple(
        Row(
            translate("SheetKeys", words),
            tuple(f"{k[:-1]} {space}" if k.endswith(" ") else k for k in keys),
        )
        for words, keys in TYPED
    )
    note = translate("SheetKeys", "Typed at the start of a line")
    return Group(note, rows, translate("SheetKeys", "Full-width marks need no space."))
