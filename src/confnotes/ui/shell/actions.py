"""Every action of the window in one table: menus, tool tips and the shortcut sheet read it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from confnotes.ui.parts.icons import icon
from confnotes.ui.parts.noop import QT_TRANSLATE_NOOP

CONTEXT = "Actions"
ENGLISH, ICON = "english", "icon_name"
"""Properties of an action: its English words (one may look for them in any language), its icon."""


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action: its name in code, its English words (marked with QT_TRANSLATE_NOOP in
    `context`), its chords in portable form, and an icon for menus."""

    name: str
    words: str
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    context: str = CONTEXT

    def text(self) -> str:
        """Return the words in the language of the interface."""
        return QCoreApplication.translate(self.context, self.words)

    def chord(self) -> str:
        """Return the first chord as this platform writes it ("" if it has none)."""
        if not self.shortcuts:
            return ""
        return QKeySequence(self.shortcuts[0]).toString(QKeySequence.SequenceFormat.NativeText)


WINDOW: tuple[ActionSpec, ...] = (
    ActionSpec("plan", QT_TRANSLATE_NOOP("Actions", "Plan"), ("Alt+1",), "plan"),
    ActionSpec("notes", QT_TRANSLATE_NOOP("Actions", "Notes"), ("Alt+2",), "notes"),
    ActionSpec("review", QT_TRANSLATE_NOOP("Actions", "Review"), ("Alt+3",), "review"),
    ActionSpec("report", QT_TRANSLATE_NOOP("Actions", "Report"), ("Alt+4",), "report"),
    ActionSpec("find", QT_TRANSLATE_NOOP("Actions", "Find anything…"), ("Ctrl+K",), "search"),
    ActionSpec("next_pane", QT_TRANSLATE_NOOP("Actions", "Next pane"), ("F6",)),
    ActionSpec("previous_pane", QT_TRANSLATE_NOOP("Actions", "Previous pane"), ("Shift+F6",)),
    ActionSpec("import", QT_TRANSLATE_NOOP("Actions", "Import a schedule…"), ("Ctrl+O",), "import"),
    ActionSpec("new", QT_TRANSLATE_NOOP("Actions", "New conference…"), (), "plus"),
    ActionSpec("archive", QT_TRANSLATE_NOOP("Actions", "Archive this conference")),
    ActionSpec(
        "unarchive", QT_TRANSLATE_NOOP("Actions", "Take this conference out of the archive")
    ),
    ActionSpec("trash", QT_TRANSLATE_NOOP("Actions", "Move this conference to the trash")),
    ActionSpec("untrash", QT_TRANSLATE_NOOP("Actions", "Bring the conference back from the trash")),
    ActionSpec("larger", QT_TRANSLATE_NOOP("Actions", "Larger text"), ("Ctrl++", "Ctrl+=")),
    ActionSpec("smaller", QT_TRANSLATE_NOOP("Actions", "Smaller text"), ("Ctrl+-",)),
    ActionSpec("normal", QT_TRANSLATE_NOOP("Actions", "Normal text"), ("Ctrl+0",)),
    ActionSpec(
        "shortcuts", QT_TRANSLATE_NOOP("Actions", "Keyboard shortcuts"), ("F1",), "keyboard"
    ),
    ActionSpec("quit", QT_TRANSLATE_NOOP("Actions", "Quit"), ("Ctrl+Q",)),
)


def build(
    owner: QWidget,
    specs: Sequence[ActionSpec],
    handlers: dict[str, Callable[[], None]],
    *,
    context: Qt.ShortcutContext = Qt.ShortcutContext.WindowShortcut,
) -> dict[str, QAction]:
    """Return a QAction per spec, added to `owner`; KeyError when one has no handler.

    A workspace passes WidgetWithChildrenShortcut, so that its chords are its own.
    """
    actions: dict[str, QAction] = {}
    for spec in specs:
        action = QAction(spec.text(), owner)
        action.setShortcuts([QKeySequence(chord) for chord in spec.shortcuts])
        action.setShortcutContext(context)
        action.setObjectName(spec.name)
        action.setProperty(ENGLISH, spec.words)
        action.setProperty(ICON, spec.icon)
        if spec.icon:
            action.setIcon(icon(spec.icon))
        action.triggered.connect(lambda _on=False, handler=handlers[spec.name]: handler())
        owner.addAction(action)
        actions[spec.name] = action
    return actions


def clashes(*tables: Sequence[ActionSpec]) -> set[str]:
    """Return the chords that stand twice in these tables taken together."""
    seen: set[str] = set()
    twice: set[str] = set()
    for spec in (spec for table in tables for spec in table):
        for chord in spec.shortcuts:
            normal = QKeySequence(chord).toString()
            (twice if normal in seen else seen).add(normal)
    return twice
