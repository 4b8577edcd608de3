"""Photos between their files, the sheet, and the notebook."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from confnotes.domain.camera_clock import Guess
from confnotes.domain.changes import ChangeSet, Kind
from confnotes.domain.errors import ConfnotesError
from confnotes.services.bundle import Services
from confnotes.services.photo_views import Listed, Photo, PhotoPlan
from confnotes.ui.parts.theme import theme
from confnotes.ui.parts.zones import computer_zone
from confnotes.ui.photos import kept_words, rows, words
from confnotes.ui.photos.album import Album, Counts, Entry, Mark
from confnotes.ui.photos.approving import Approving
from confnotes.ui.photos.bench import Bench
from confnotes.ui.photos.deciding import Deciding
from confnotes.ui.photos.page import Drops, PhotosPage
from confnotes.ui.photos.panel import PhotoPanel
from confnotes.ui.photos.pool import Pool
from confnotes.ui.photos.sheet_layout import TILE_HIGH, TILE_WIDE
from confnotes.ui.shell.tasks import Tasks
from confnotes.ui.shell.workspace import Work, Workspace

_SHOW_MS = 250
_KEEP_MS = 1_000
_ROOM = 1.2  # tiles grow with the window, by less than that
_WATCHED = (Kind.CONFERENCE, Kind.SESSION, Kind.LINES, Kind.ATTACHMENT)


class PhotosDesk(QObject):
    """The page and the panel of photos in a workspace, through which the window hears of work, of
    saves and of failures. `counted`: other photos are here; `shown`: the page is wanted;
    `panel_wanted`: the panel is."""

    counted = Signal()
    shown = Signal()
    panel_wanted = Signal()

    def __init__(self, services: Services, tasks: Tasks, parent: Workspace) -> None:
        super().__init__(parent)
        self._services, self._tasks = services, tasks
        self._workspace = parent
        self.failed, self.work = parent.failed, parent.work
        self._conference: str | None = None
        self._benches: dict[str, Bench] = {}
        self._asked = 0
        self._words = kept_words.read()
        self.page, self.panel = PhotosPage(), PhotoPanel()
        self.reading: Pool[Entry] = Pool(self)
        self.deciding = Deciding(self.page, self.panel, lambda: self.album, self)
        self.approving = Approving(services, tasks, self.page.undo, lambda: self._bench, self)
        self._tiles = rows.Rows()
        self._show_soon = self._timer(_SHOW_MS, self._show)
        self._keep_soon = self._timer(_KEEP_MS, self.flush)
        self._connect()
        drops = Drops(parent)
        drops.dropped.connect(self.take)
        self._show()

    def _timer(self, milliseconds: int, call: Callable[[], None]) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(milliseconds)
        made.timeout.connect(call)
        return made

    def _connect(self) -> None:
        page, sheet = self.page, self.page.sheet
        self.reading.did.connect(self._read_one)
        self.reading.ended.connect(self._read_all)
        page.given.connect(self.take)
        page.foot.attach.connect(self.attach)
        page.foot.attach_these.connect(self._attach_these)
        page.source.cleared.connect(self.clear)
        sheet.picked.connect(self._picked)
        sheet.undone.connect(self.approving.take_back)
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut  # fields have their own undo
        for part in (page, self.panel):
            undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), part, context=context)
            undo.activated.connect(self.approving.take_back)
        self.panel.large_wanted.connect(self._read_large)
        self.deciding.moved.connect(self._show)
        self.deciding.typed.connect(self._keep_soon.start)
        self.deciding.panel_wanted.connect(self.panel_wanted)
        self.approving.moved.connect(self._show)
        self.approving.attached.connect(self._attached)
        self.approving.saved.connect(self._saved)
        self.approving.failed.connect(self.failed)
        self.approving.work.connect(self.work)

    # which conference

    @property
    def album(self) -> Album | None:
        """The photos on the sheet, None before any were chosen."""
        bench = self._bench
        return None if bench is None else bench.album

    @property
    def _bench(self) -> Bench | None:
        return self._benches.get(self._conference or "")

    def counts(self) -> Counts:
        """Return how many photos are what."""
        return Counts() if self.album is None else self.album.counts()

    def panes(self) -> list[QWidget]:
        """Return what F6 goes through."""
        if self.page.nothing.isVisible():
            return [self.page.nothing]
        source = self.page.source.clock.edit
        return [self.page.sheet, self.panel.session, self.page.foot.button, source]

    def set_conference(self, conference_id: str | None) -> None:
        """Turn to another conference; what is on the sheet of this one stays there."""
        if conference_id == self._conference:
            return
        self.stop()
        self.flush()
        self._conference = conference_id
        self.page.undo.hide()
        self._show()
        self._read_plan()

    def changed(self, changes: ChangeSet) -> None:
        """Hear what changed in the notebook: photos are matched with what is there by now."""
        if any(changes.touches(kind) for kind in _WATCHED):
            self._read_plan()

    def _read_plan(self) -> None:
        bench, conference = self._bench, self._conference
        if bench is None or conference is None:
            return
        self._asked += 1
        asked = self._asked

        def take(plan: PhotoPlan) -> None:
            if asked == self._asked:
                bench.album.set_plan(plan)
                self._show()

        self._tasks.read(lambda: self._services.photos.plan(conference), take, lambda _gone: None)

    # reading

    def take(self, paths: Sequence[Path]) -> None:
        """Read the photos in files and folders, beside those that are on the sheet."""
        conference = self._conference
        if conference is None:
            return
        self.shown.emit()
        self.work.emit(Work(self.tr("Looking for photos"), 0, self.stop))

        def look() -> tuple[Listed, PhotoPlan]:
            photos = self._services.photos  # decoders come in with it: not on this thread
            return photos.find(paths), photos.plan(conference)

        self._tasks.read(look, partial(self._found, conference, paths[0]), self._not_found)

    def _not_found(self, error: ConfnotesError) -> None:
        self.work.emit(None)
        self.failed.emit(error)

    def _found(self, conference: str, first: Path, found: tuple[Listed, PhotoPlan]) -> None:
        listed, plan = found
        self.work.emit(None)
        if conference != self._conference:
            return
        bench = self._benches.get(conference)
        if bench is None:
            bench = self._benches[conference] = Bench(Album(plan, computer_zone()))
        bench.album.set_plan(plan)
        fresh = bench.album.add(listed.files)
        bench.source = first.name if first.is_dir() else first.parent.name
        if not bench.album.entries:
            self._tell_nothing(first, listed.others)
        if listed.more:
            self.failed.emit(ConfnotesError("photo.too_many", count=len(listed.files)))
        if fresh:
            ratio = self.page.devicePixelRatioF() * _ROOM
            room = round(theme().px(TILE_WIDE) * ratio), round(theme().px(TILE_HIGH) * ratio)
            self.reading.run(fresh, lambda entry: self._services.photos.read(entry.path, room))
            self._tell_reading()
        self._show()
        self.page.sheet.setFocus()

    def _tell_nothing(self, first: Path, others: int) -> None:
        del self._benches[self._conference or ""]
        hint = self.tr("Files of other kinds, left alone: {n}").format(n=others)
        title = self.tr("No photos in {name}").format(name=first.name)
        self.page.nothing.say(title, hint if others else "")

    def _read_one(self, entry: Entry, result: object) -> None:
        bench = self._bench
        if bench is None:
            return
        if isinstance(result, Photo):
            entry.caption, entry.alternative = self._words.get(result.sha256, ("", ""))
            bench.album.take(entry, result)
        elif isinstance(result, ConfnotesError):
            entry.problem = result
        self._tell_reading()
        if not self._show_soon.isActive():
            self._show_soon.start()

    def _tell_reading(self) -> None:
        album = self.album
        if album is None or not self.reading.busy:
            return
        many = len(album.entries)
        done = many - album.counts().unread
        text = self.tr("Reading photos, {k} of {n}").format(k=done, n=many)
        self.work.emit(Work(text, done / many, self.stop))

    def _read_all(self, _stopped: bool) -> None:
        self.work.emit(None)
        bench = self._bench
        if bench is None:
            return
        bench.album.forget_unread()
        self._show()

        def take(guesses: Mapping[str, Guess]) -> None:
            bench.album.take_guesses(guesses)
            if guesses and self.page.source.camera() not in guesses:
                self.page.source.go_to_camera(next(iter(guesses)))  # said, whoever is in front
            self._show()

        self._tasks.read(bench.album.questions().answers, take)

    def stop(self) -> None:
        """Give up what is under way; what was read stays, nothing is half attached."""
        self.reading.stop()
        self.approving.keeping.stop()
        self.work.emit(None)

    def close(self) -> None:
        """End the threads."""
        self.stop()
        self.flush()
        self.reading.close()
        self.approving.keeping.close()
        if self._benches:
            self._services.photos.rest()

    def flush(self) -> None:
        """Keep what was typed of photos that are not attached yet."""
        if self.album is not None:
            kept_words.keep(self._words, self.album.entries)

    # the sheet

    def _show(self) -> None:
        bench = self._bench
        any_here = bench is not None and bool(bench.album.entries)
        self.page.show_any(any_here=any_here)
        if bench is None or not any_here:
            if bench is None and not self.page.nothing.title.text():
                self._tell_how()
            self.page.sheet.show_rows([])
            self.counted.emit()
            return
        album = bench.album
        many = words.photos(len(album.entries) - album.counts().broken)
        self.page.source.show_album(album, bench.source, many)
        self.page.sheet.show_rows(self._tiles.of(album))
        self.counted.emit()

    def _tell_how(self) -> None:
        self.page.nothing.say(
            self.tr("Photos find their place by the time they were taken"),
            self.tr(
                "Choose a folder, or drop one on this window. JPEG, PNG, HEIC and WebP are read;"
                " nothing is attached before you say so, and the files stay where they are."
            ),
        )

    def _picked(self) -> None:
        album = self.album
        if album is None:
            return
        sheet = self.page.sheet
        entries, current = sheet.entries(), sheet.current()
        if current in entries:
            entries = [current, *(entry for entry in entries if entry is not current)]
        tiles = sheet.tiles()
        at = tiles.index(entries[0]) + 1 if len(entries) == 1 and entries[0] in tiles else 0
        self.panel.set_sessions(album)
        self.panel.show_photos(album, entries, at, len(tiles))
        if len(entries) == 1 and entries[0].problem is not None:
            self.panel.say_problem(words.problem(entries[0].problem))
        chosen = sum(entry.mark is Mark.ATTACH for entry in entries) if len(entries) > 1 else 0
        self.page.foot.show_counts(album.counts(), chosen, busy=self.approving.busy)

    def _read_large(self, entry: Entry) -> None:
        photo, room = entry.photo, self.panel.picture.room()
        if photo is None:
            return

        def read() -> QImage:
            small = self._services.photos.shrunk(photo, room)
            form = QImage.Format.Format_RGB888
            return QImage(
                small.data, small.width, small.height, 3 * small.width, form
            ).copy()  # the bytes go with this call

        self._tasks.read(
            read, lambda image: self.panel.show_large(entry, image), lambda _error: None
        )

    def clear(self) -> None:
        """Take all photos off the sheet; nothing of the notebook changes."""
        self.stop()
        self.flush()
        self._benches.pop(self._conference or "", None)
        self._tell_how()
        self._show()

    # attaching

    def _saved(self) -> None:
        self._workspace.saved.emit(self._services.notebook.clock())

    def attach(self) -> None:
        """Attach all photos that are chosen."""
        if self.album is not None:
            self.flush()
            self.approving.attach(self.album.chosen())

    def _attach_these(self) -> None:
        these = set(map(id, self.page.sheet.entries()))
        if self.album is not None:
            self.flush()
            self.approving.attach([e for e in self.album.chosen() if id(e) in these])

    def _attached(self, entries: list[Entry]) -> None:
        kept_words.forget(self._words, entries)
        if self.album is not None and not self.album.entries:
            self.page.nothing.say(self.tr("All photos are in the notes"), "")
