"""The sessions that were opened: each keeps its document, and with it its undo and its caret."""

from collections import OrderedDict
from dataclasses import dataclass

from confnotes.services.views import NotesView
from confnotes.ui.notes.document import Clock, NotesDocument
from confnotes.ui.notes.gutter import Gutter
from confnotes.ui.notes.highlighter import LineHighlighter
from confnotes.ui.notes.moments import Moments
from confnotes.ui.notes.picture_files import PictureFiles
from confnotes.ui.notes.pictures import Pictures

KEPT = 24
"""How many sessions keep their undo; the one opened longest ago goes first."""


@dataclass
class Opened:
    """One session in memory."""

    document: NotesDocument
    highlighter: LineHighlighter
    gutter: Gutter
    caret: int | None = None
    scrolled: int = 0


class OpenedSessions:
    """Documents by session."""

    def __init__(self, clock: Clock, files: PictureFiles) -> None:
        self._clock, self._files = clock, files
        self._by_id: OrderedDict[str, Opened] = OrderedDict()

    def get(self, session_id: str) -> Opened | None:
        """Return a session that is in memory."""
        return self._by_id.get(session_id)

    def open(self, view: NotesView, moments: Moments) -> tuple[Opened, bool]:
        """Return a session's document, and whether it was just read from `view`."""
        identity = view.session.session.id
        opened = self._by_id.get(identity)
        fresh = opened is None
        if opened is None:
            document = NotesDocument(self._clock)
            highlighter = LineHighlighter(document)
            document.pictures.conference_id = view.session.session.conference_id
            document.pictures.landing = self._files.landing
            gutter = Gutter(document, moments, Pictures(document, self._files))
            opened = self._by_id[identity] = Opened(document, highlighter, gutter)
            keys = [note.key for note in view.footnotes]
            document.set_lines(identity, view.lines, keys)
        opened.gutter.moments = moments
        opened.document.pictures.load(view.attachments, view.uses)
        self._by_id.move_to_end(identity)
        while len(self._by_id) > KEPT:
            self._by_id.popitem(last=False)
        return opened, fresh

    def documents(self) -> list[NotesDocument]:
        """Return the documents that are in memory."""
        return [opened.document for opened in self._by_id.values()]

    def fit_theme(self) -> None:
        """Take the theme's colours and sizes in all of them."""
        for opened in self._by_id.values():
            opened.document.fit_theme()
            opened.highlighter.fit_theme()

    def clear(self) -> None:
        """Forget them all (another conference)."""
        self._by_id.clear()
