"""The lists of open lines between the notebook and what is shown of them."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QFileInfo, QObject, QProcess, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from confnotes.domain.changes import ChangeSet
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.recordings import is_recording, player_command
from confnotes.domain.session import Link
from confnotes.domain.transcripts import Cue
from confnotes.services.bundle import Services
from confnotes.services.views import Asks, OpenLine
from confnotes.ui.review.queue_items import Video, of_kind, player
from confnotes.ui.review.queue_list import QueueList, QueueModel
from confnotes.ui.review.queue_panel import QueuePanel
from confnotes.ui.shell.insist import Insistent
from confnotes.ui.shell.tasks import Tasks

Meta = Callable[[OpenLine], str]


class QueueDesk(QObject):
    """Reads what is open off the GUI thread and hands on what one found out.

    `counted` tells how many lines ask what, `shown(bool)` whether the list in front has any,
    `notes_asked` a session and a line of it that are to be shown in Notes,
    `said_asked(session_id)` asks what was being said there.
    """

    counted = Signal(object)
    shown = Signal(bool)
    notes_asked = Signal(str, str)
    said_asked = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        services: Services,
        tasks: Tasks,
        writes: Insistent,
        meta: Meta,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services, self._tasks, self._writes, self._meta = services, tasks, writes, meta
        self._conference: str | None = None
        self._items: Sequence[OpenLine] = ()
        self._asks = Asks.UNCLEAR
        self._wanted = ""
        self._asked = 0
        self.model = QueueModel(self)
        self.list = QueueList(self.model)
        self.panel = QueuePanel()
        self._connect()

    def _connect(self) -> None:
        self.list.chosen.connect(self._show)
        self.list.settled.connect(self.panel.do_settle)
        self.list.video.connect(self.panel.open_video)
        panel = self.panel
        panel.written.connect(self._write)
        panel.settled.connect(self._settle)
        panel.stepped.connect(self.step)
        panel.opened.connect(self._open)
        panel.offset_given.connect(self._begin)
        panel.link_put.connect(self._put_link)
        panel.notes_asked.connect(self._to_notes)

    def set_reaction(self, seconds: int) -> None:
        """Take how many seconds one begins to write after something was said."""
        self.model.reaction = self.panel.reaction = seconds
        self._fill()

    def read(self, conference_id: str | None) -> None:
        """Read what is open anew; of answers that overtake each other only the last counts."""
        self._conference = conference_id
        self._asked += 1
        asked = self._asked
        if conference_id is None:
            self._take((), asked)
            return
        self._tasks.read(
            lambda: self._services.queue.open_lines(conference_id),
            lambda items: self._take(items, asked),
            lambda _gone: self._take((), asked),
        )

    def _take(self, items: Sequence[OpenLine], asked: int) -> None:
        if asked != self._asked:
            return
        self._items = items
        self._fill()

    def show_kind(self, asks: Asks) -> None:
        """Bring the list of what asks that to the front."""
        if asks is not self._asks:
            self.panel.flush()
        self._asks = asks
        self._fill()

    def _fill(self) -> None:
        items = of_kind(self._items, self._asks)
        current = self.list.current()
        wanted = self._wanted or (current.line.id if current is not None else "")
        self._wanted = ""
        self.list.show_items(items, wanted)
        self.counted.emit({asks: len(of_kind(self._items, asks)) for asks in Asks})
        self.shown.emit(bool(items))

    def _show(self, item: OpenLine | None) -> None:
        number = 0 if item is None else self.model.row_of(item.line.id) + 1
        meta = "" if item is None else self._meta(item)
        self.panel.show_item(item, number, len(self.model.items()), meta)
        if item is not None:
            self.said_asked.emit(item.session.session.id)

    def take_said(self, session_id: str, cues: Sequence[Cue]) -> None:
        """Take what was being said in a session."""
        item = self.list.current()
        if item is not None and item.session.session.id == session_id:
            self.panel.show_said(cues)

    def step(self, by: int) -> None:
        """Go to the next line, or the one before."""
        self.panel.flush()
        self.list.step(by)

    def _to_notes(self, item: OpenLine) -> None:
        self.notes_asked.emit(item.session.session.id, item.line.id)

    def flush(self) -> None:
        """Hand on now what is being typed."""
        self.panel.flush()

    def _settle(self, item: OpenLine, text: str) -> None:
        queue, line = self._services.queue, item.line.id
        if item.asks is not Asks.TODO and not text.strip():  # there is nothing found out yet
            self.panel.write()
            return
        items = list(self.model.items())
        at = self.model.row_of(line)
        after = items[at + 1] if at + 1 < len(items) else items[at - 1] if at > 0 else None
        self._wanted = after.line.id if after is not None else ""
        changes: dict[Asks, Callable[[], ChangeSet]] = {
            Asks.UNCLEAR: partial(queue.set_answer, line, text.strip(), resolved=True),
            Asks.UNSURE: partial(queue.set_quote, line, text, sure=True),
            Asks.TODO: partial(queue.set_done, line, True),
        }
        self._do(changes[item.asks], (line, "answer"), text)

    def _write(self, item: OpenLine, text: str) -> None:
        """Keep what is being typed as it grows: it settles nothing yet."""
        queue, line = self._services.queue, item.line.id
        if item.asks is Asks.UNCLEAR:
            self._do(partial(queue.set_answer, line, text, resolved=False), (line, "answer"), text)
        elif text.strip():
            self._do(partial(queue.set_quote, line, text, sure=False), (line, "answer"), text)

    def _begin(self, session_id: str, second: float) -> None:
        self._do(
            lambda: self._services.queue.set_video_offset(session_id, second),
            (session_id, "video"),
        )

    def _put_link(self, link: Link) -> None:
        self._do(lambda: self._services.review.put_link(link), (link.id, "link"), link.url)

    def _do(self, change: Callable[[], ChangeSet], about: object, words: str = "") -> None:
        self._writes.write(change, about=(about,), words=words)

    def _open(self, video: Video) -> None:
        if is_recording(video.url):
            path = QUrl(video.url).toLocalFile()
            if not QFileInfo.exists(path):
                self.failed.emit(ConfnotesError("review.recording_gone", path=path))
                return
            program = player()
            command = player_command(program, path, video.second) if program else None
            if command is not None and QProcess.startDetached(program, command)[0]:
                return
        QDesktopServices.openUrl(QUrl(video.url, QUrl.ParsingMode.StrictMode))
