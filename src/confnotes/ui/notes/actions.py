"""The chords of the Notes workspace, declared once."""

from confnotes.domain.notes import LineKind
from confnotes.ui.parts.noop import QT_TRANSLATE_NOOP
from confnotes.ui.shell.actions import ActionSpec

CHORDS = {
    LineKind.UNCLEAR: "Ctrl+/",
    LineKind.THOUGHT: "Ctrl+1",
    LineKind.QUOTE: "Ctrl+2",
    LineKind.QUESTION: "Ctrl+3",
    LineKind.ANSWER: "Ctrl+4",
    LineKind.KEY: "Ctrl+5",
    LineKind.TODO: "Ctrl+6",
    LineKind.HEADING: "Ctrl+7",
    LineKind.CODE: "Ctrl+8",
}
FOCUS = "F11"
NUDGE = 5
"""So many seconds a key moves a moment."""
TAKE_LINK = "Ctrl+Shift+L"
IN_TEXT = ("open_address", "picture", "copy_markdown", "move_lines")
"""The actions that the editor's context menu offers, too."""
_C = "NotesActions"


def _mark(kind: LineKind, words: str) -> ActionSpec:
    return ActionSpec(f"mark_{kind}", words, (CHORDS[kind],), context=_C)


NOTES: tuple[ActionSpec, ...] = (
    _mark(LineKind.UNCLEAR, QT_TRANSLATE_NOOP("NotesActions", "Did not catch this")),
    _mark(LineKind.THOUGHT, QT_TRANSLATE_NOOP("NotesActions", "My own thought")),
    _mark(LineKind.QUOTE, QT_TRANSLATE_NOOP("NotesActions", "Quote")),
    _mark(LineKind.QUESTION, QT_TRANSLATE_NOOP("NotesActions", "Question from the floor")),
    _mark(LineKind.ANSWER, QT_TRANSLATE_NOOP("NotesActions", "Answer")),
    _mark(LineKind.KEY, QT_TRANSLATE_NOOP("NotesActions", "Key point")),
    _mark(LineKind.TODO, QT_TRANSLATE_NOOP("NotesActions", "To do")),
    _mark(LineKind.HEADING, QT_TRANSLATE_NOOP("NotesActions", "Heading")),
    _mark(LineKind.CODE, QT_TRANSLATE_NOOP("NotesActions", "Code")),
    ActionSpec(
        "done", QT_TRANSLATE_NOOP("NotesActions", "To do: done"), ("Ctrl+Return",), context=_C
    ),
    ActionSpec(
        "audience",
        QT_TRANSLATE_NOOP("NotesActions", "For whom: public, inside, private"),
        ("Ctrl+Shift+A",),
        "lock",
        _C,
    ),
    ActionSpec(
        "unsure",
        QT_TRANSLATE_NOOP("NotesActions", "Quote: not sure I heard it right"),
        ("Ctrl+Shift+H",),
        context=_C,
    ),
    ActionSpec(
        "gist",
        QT_TRANSLATE_NOOP("NotesActions", "Quote: its gist or translation"),
        ("Ctrl+Shift+G",),
        "text",
        _C,
    ),
    ActionSpec(
        "earlier",
        QT_TRANSLATE_NOOP("NotesActions", "Moment of the line: 5 s earlier"),
        ("Alt+PgUp",),
        context=_C,
    ),
    ActionSpec(
        "later",
        QT_TRANSLATE_NOOP("NotesActions", "Moment of the line: 5 s later"),
        ("Alt+PgDown",),
        context=_C,
    ),
    ActionSpec(
        "footnote", QT_TRANSLATE_NOOP("NotesActions", "Footnote"), ("Ctrl+Shift+F",), "footnote", _C
    ),
    ActionSpec(
        "picture",
        QT_TRANSLATE_NOOP("NotesActions", "Add pictures…"),
        ("Ctrl+Shift+I",),
        "image",
        _C,
    ),
    ActionSpec(
        "alternative",
        QT_TRANSLATE_NOOP("NotesActions", "Picture: its alternative text"),
        ("Ctrl+Shift+D",),
        "text",
        _C,
    ),
    ActionSpec(
        "enlarge",
        QT_TRANSLATE_NOOP("NotesActions", "Picture: look at it large"),
        ("Ctrl+Shift+E",),
        "eye",
        _C,
    ),
    ActionSpec(
        "copy_markdown",
        QT_TRANSLATE_NOOP("NotesActions", "Copy as Markdown"),
        ("Ctrl+Shift+C",),
        "copy",
        _C,
    ),
    ActionSpec(
        "move_lines",
        QT_TRANSLATE_NOOP("NotesActions", "Move lines to another session"),
        ("Ctrl+Shift+M",),
        "arrow_right",
        _C,
    ),
    ActionSpec(
        "move_all",
        QT_TRANSLATE_NOOP("NotesActions", "Move all notes to another session"),
        context=_C,
    ),
    ActionSpec(
        "swap_notes",
        QT_TRANSLATE_NOOP("NotesActions", "Swap notes with another session"),
        icon="updown",
        context=_C,
    ),
    ActionSpec(
        "open_address",
        QT_TRANSLATE_NOOP("NotesActions", "Open the address at the caret"),
        ("Ctrl+Shift+O",),
        "globe",
        _C,
    ),
    ActionSpec(
        "take_link",
        QT_TRANSLATE_NOOP("NotesActions", "Use the address offered as slides or video"),
        (TAKE_LINK,),
        context=_C,
    ),
    ActionSpec(
        "new_session", QT_TRANSLATE_NOOP("NotesActions", "New session now"), ("Ctrl+N",), "plus", _C
    ),
    ActionSpec(
        "start_now",
        QT_TRANSLATE_NOOP("NotesActions", "Talk starts now"),
        ("Ctrl+Shift+T",),
        "clock",
        _C,
    ),
    ActionSpec(
        "as_planned",
        QT_TRANSLATE_NOOP("NotesActions", "Talk starts as planned"),
        icon="undo",
        context=_C,
    ),
    ActionSpec(
        "previous",
        QT_TRANSLATE_NOOP("NotesActions", "Previous session"),
        ("Ctrl+PgUp",),
        "arrow_up",
        _C,
    ),
    ActionSpec(
        "next",
        QT_TRANSLATE_NOOP("NotesActions", "Next session"),
        ("Ctrl+PgDown",),
        "arrow_down",
        _C,
    ),
    ActionSpec(
        "now",
        QT_TRANSLATE_NOOP("NotesActions", "The session that is on now"),
        ("Ctrl+J",),
        context=_C,
    ),
    ActionSpec(
        "summary",
        QT_TRANSLATE_NOOP("NotesActions", "Summary of the session"),
        ("Ctrl+Shift+S",),
        context=_C,
    ),
    ActionSpec(
        "takeaway",
        QT_TRANSLATE_NOOP("NotesActions", "What it means for us"),
        ("Ctrl+Shift+W",),
        context=_C,
    ),
    ActionSpec(
        "recommended",
        QT_TRANSLATE_NOOP("NotesActions", "Recommended session"),
        ("Ctrl+Shift+B",),
        "bookmark",
        _C,
    ),
    ActionSpec(
        "history",
        QT_TRANSLATE_NOOP("NotesActions", "History of the notes"),
        ("Ctrl+H",),
        "history",
        _C,
    ),
    ActionSpec(
        "focus", QT_TRANSLATE_NOOP("NotesActions", "Focus: only the editor"), (FOCUS,), "focus", _C
    ),
    ActionSpec("rating", QT_TRANSLATE_NOOP("NotesActions", "Stars"), ("Ctrl+Shift+R",), "star", _C),
)
