"""What Notes has that the file has not: named, and as plain text."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from confnotes.domain.footnotes import Footnote
from confnotes.domain.notes import Line
from confnotes.services.views import ProgrammeView
from confnotes.ui.notes.saving import Saver
from confnotes.ui.notes.session_writes import SessionWrites
from confnotes.ui.shell.workspace import Owed


def owed(saver: Saver, writes: SessionWrites, programme: ProgrammeView | None) -> list[Owed]:
    """Return what is not in the file yet: the notes of each session, and what is said of them."""
    by_id = programme.by_id if programme is not None else {}
    parts: list[Owed] = []
    for identity, (lines, footnotes) in saver.owed().items():
        view = by_id.get(identity)
        title = view.session.facts.title if view is not None else identity
        name = QCoreApplication.translate("NotesWorkspace", "the notes of “{title}”")
        parts.append(Owed(name.format(title=title), as_text(lines, footnotes)))
    if writes.insistent.owing:
        name = QCoreApplication.translate("NotesWorkspace", "what you said of a session")
        parts.append(Owed(name, "\n\n".join(writes.insistent.words())))
    return parts


def as_text(lines: Iterable[Line], footnotes: Iterable[Footnote]) -> str:
    """Return notes as plain text, one line each, the footnotes below."""
    rows = [f"{'  ' * line.depth}- {_with_gist(line)}" for line in lines]
    return "\n".join([*rows, *(f"[^{note.key}]: {note.text}" for note in footnotes)])


def _with_gist(line: Line) -> str:
    return f"{line.text} ({line.gist})" if line.gist else line.text
