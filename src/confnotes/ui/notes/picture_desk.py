"""Pictures on their way into the notes, and what one does with those that are there.

The line is in the document at once, and in the file before the bytes are touched. Reading, hashing
and writing happen on the writing thread, behind what was typed before; the row that names the file
and the place at the line come in one transaction once the file is on the disk. Killed in between,
a line without a picture is left, or a file that nothing names. What cannot be kept leaves the
document again, but for the words typed below it.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QHoverEvent, QMouseEvent, QPixmap, QTextDocument

from confnotes.domain.attachments import Attachment
from confnotes.domain.changes import ChangeSet
from confnotes.domain.errors import ConfnotesError, NotebookError
from confnotes.domain.identity import new_id
from confnotes.domain.notes import LineKind
from confnotes.services.notes import NotesService
from confnotes.ui.notes import picture_edits
from confnotes.ui.notes.document import NotesDocument
from confnotes.ui.notes.photo_panel import Photo
from confnotes.ui.notes.picture_book import Picture
from confnotes.ui.notes.picture_view import PictureView
from confnotes.ui.notes.pictures import Part, file_words
from confnotes.ui.notes.rows import Row
from confnotes.ui.notes.saving import Saver
from confnotes.ui.notes.session_sheet import SessionSheet
from confnotes.ui.notes.side import NotesSide
from confnotes.ui.parts.picture_dialog import ask_for_pictures
from confnotes.ui.parts.picture_source import Source, glance, name_of, offered, prepared
from confnotes.ui.shell.tasks import Tasks

_SHOW_MS = 120
_NAMED = 3


class PictureDesk(QObject):
    """Adds pictures, shows them in the side panel, takes their alternative texts. `failed`: why
    one could not be added."""

    failed = Signal(object)

    def __init__(
        self,
        service: NotesService,
        tasks: Tasks,
        sheet: SessionSheet,
        side: NotesSide,
        saver: Saver,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._service, self._tasks = service, tasks
        self._sheet, self._side, self._saver = sheet, side, saver
        self._files = sheet.files
        self._folder = ""
        self._followed: NotesDocument | None = None
        self._steps: dict[str, tuple[NotesDocument, int]] = {}
        self._looked_at = ""
        self._hand = False
        self.view = PictureView(self._files, sheet)
        self.view.closed.connect(sheet.editor.setFocus)
        self.view.stepped.connect(self._step)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOW_MS)
        self._timer.timeout.connect(self.show)
        sheet.editor.take_pictures = self.take
        sheet.editor.line_entered.connect(self._timer.start)
        sheet.shown.connect(self._follow)
        sheet.editor.viewport().installEventFilter(self)
        sheet.editor.viewport().setMouseTracking(True)
        self._files.ready.connect(sheet.editor.viewport().update)
        self._files.ready.connect(side.photos.update_tiles)
        side.photos.jumped.connect(self._jump)
        side.photos.asked.connect(self.choose)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what the actions of the table do."""
        return {
            "picture": self.choose,
            "alternative": self.write_alternative,
            "enlarge": self.enlarge,
        }

    # -- coming in -----------------------------------------------------------------------------

    def choose(self) -> None:
        """Ask for files; they come in below the caret's line."""
        if self._sheet.document is None:
            return
        self._sheet.leave()
        ask_for_pictures(self._sheet.window(), self._folder, self.add_files)

    def add_files(self, names: Sequence[str]) -> None:
        """Add files below the caret's line."""
        if self._sheet.document is None or not names:
            return
        self._folder = str(Path(names[0]).parent)
        self._put([Path(name) for name in names], self._sheet.editor.row_number(), above=False)

    def take(self, mime: QMimeData, number: int, above: bool) -> bool:
        """Add the pictures of a paste or drop below (or above) a line; False when text is meant."""
        sources = offered(mime)
        if not sources or self._sheet.document is None:
            return False
        self._put(sources, number, above=above)
        return True

    def _put(self, sources: Sequence[Source], number: int, *, above: bool) -> None:
        document, editor = self._sheet.document, self._sheet.editor
        if document is None:
            return
        taken = self._looked_through(sources)
        if not taken:
            return
        editor.commit_composition()
        ids = [new_id() for _ in taken]
        pictures: list[Picture] = []
        for line_id, source in zip(ids, taken, strict=True):
            document.facts.stamp(line_id, document.now())
            pictures.append(document.pictures.arrive(line_id, name_of(source)))
            self._files.hold(pictures[-1].attachment.id, source)
        editor.change(
            lambda doc, cursor: picture_edits.insert(doc, cursor, ids, number, above=above)
        )
        editor.show_line()
        editor.setFocus()
        for picture in pictures:
            self._steps[picture.attachment.id] = document, document.availableUndoSteps()
        self._saver.flush()
        for picture, source in zip(pictures, taken, strict=True):
            self._send(document.session_id, picture, source)
        self.show()

    def _looked_through(self, sources: Sequence[Source]) -> list[Source]:
        """Return those that look like pictures; say of the others why they are left."""
        taken: list[Source] = []
        refused: list[ConfnotesError] = []
        for source in sources:
            try:
                if isinstance(source, Path):
                    glance(source)
                taken.append(source)
            except ConfnotesError as error:
                refused.append(error)
        if len(refused) == 1:
            self.failed.emit(refused[0])
        elif refused:
            names = ", ".join(str(error.facts["name"]) for error in refused[:_NAMED])
            more = " …" if len(refused) > _NAMED else ""
            count = len(refused)
            self.failed.emit(ConfnotesError("attachment.several", count=count, names=names + more))
        return taken

    def _send(self, session_id: str, picture: Picture, source: Source) -> None:
        service, saver, use = self._service, self._saver, picture.use
        name, words = picture.attachment.name, file_words(picture.attachment)

        def call() -> tuple[Attachment, ChangeSet]:
            data, kind = prepared(source, words)
            try:
                return service.add_picture(session_id, use, data, kind, name, initiator=saver)
            except NotebookError as error:
                if error.code != "notebook.cannot_keep_file":
                    raise
                facts = error.facts
                raise ConfnotesError("attachment.not_kept", name=words, **facts) from error

        self._tasks.write(
            call,
            lambda outcome: self._landed(session_id, picture, outcome[0]),
            lambda error: self._lost(picture, error),
        )

    def _landed(self, session_id: str, picture: Picture, attachment: Attachment) -> None:
        token, line_id = picture.attachment.id, picture.use.line_id
        self._files.landed(token, attachment)
        self._steps.pop(token, None)
        for document in self._sheet.documents():
            if line_id in self._saver.in_file.get(session_id, {}):
                document.pictures.stands(picture.use.id)
            if document.snapshot().pictures:  # a copy of it was pasted meanwhile, say
                self._saver.hand_over(document)
        self._sheet.editor.viewport().update()
        self.show()

    def _lost(self, picture: Picture, error: ConfnotesError) -> None:
        """Take out the lines of a picture that could not be kept: what is seen is true."""
        token = picture.attachment.id
        lost = [
            (document, ids)
            for document in self._sheet.documents()
            if (ids := _lines_of(document, token))
        ]
        self._files.lost(token)
        self.failed.emit(error)
        inserted, steps = self._steps.pop(token, (None, 0))
        for document, ids in lost:
            undo = document is inserted and document.availableUndoSteps() == steps
            self._sheet.editor.when_idle(partial(self._take_out, document, ids, undo=undo))

    def _take_out(self, document: NotesDocument, ids: set[str], *, undo: bool) -> None:
        one = sum(row.id in ids for row in document.rows())
        if undo and one == 1 and not any(row.text for row in document.rows() if row.id in ids):
            document.undo()
            document.clearUndoRedoStacks(QTextDocument.Stacks.RedoStack)
        else:
            picture_edits.take_out(document, ids)
        self._saver.hand_over(document)
        self.show()

    # -- the side panel ------------------------------------------------------------------------

    def _follow(self) -> None:
        document = self._sheet.document
        if self._followed is not None and self._followed in self._sheet.documents():
            self._followed.edited.disconnect(self._timer.start)
        self._followed = document
        if document is not None:
            document.edited.connect(self._timer.start)
        self.view.put_away()
        self.show()

    def show(self) -> None:
        """Show the pictures of the open session as they are now."""
        document = self._sheet.document
        rows = [] if document is None else _pictured(document)
        here = "" if document is None else self._sheet.editor.row().id
        self._side.show_photos([self._photo(row, picture, here) for row, picture in rows])

    def _photo(self, row: Row, picture: Picture, here: str) -> Photo:
        caption = _caption(row, picture)
        files, attachment = self._files, picture.attachment

        def thumbnail(ratio: float) -> QPixmap | None:
            return files.thumbnail(attachment, ratio)

        return Photo(
            row.id,
            caption or file_words(attachment),
            bool(caption),
            picture.use.alternative,
            row.id == here,
            thumbnail,
        )

    def _jump(self, line_id: str) -> None:
        if self._sheet.document is not None and self._sheet.editor.go_to(line_id):
            self._side.close_over()
            self._sheet.editor.setFocus()

    # -- alternative text, looking at it -------------------------------------------------------

    def write_alternative(self, at: QRect | None = None) -> None:
        """Open the small field for the alternative text of the picture of the caret's line."""
        document, sheet = self._sheet.document, self._sheet
        if document is None or sheet.field.is_open:
            return
        row = sheet.editor.row()
        picture = document.pictures.of(row.id)
        if picture is None or row.kind is not LineKind.IMAGE:
            return
        name = self.tr("Alternative text, for those who cannot see it")
        text = picture.use.alternative
        rect = sheet.caret_rect() if at is None else at
        sheet.write_beside("A", name, text, rect, lambda said: self._keep(document, row.id, said))

    def _keep(self, document: NotesDocument, line_id: str, text: str) -> None:
        if document.pictures.set_alternative(line_id, text):
            document.edited.emit()
            self._sheet.editor.viewport().update()
            self._sheet.editor.tell_line()
            self.show()

    def enlarge(self) -> None:
        """Show the picture of the caret's line large."""
        document = self._sheet.document
        if document is not None:
            self._look_at(self._sheet.editor.row().id)

    def _look_at(self, line_id: str) -> None:
        document = self._sheet.document
        rows = {} if document is None else {row.id: (row, p) for row, p in _pictured(document)}
        if line_id in rows:
            row, picture = rows[line_id]
            self._sheet.leave()
            self._looked_at = line_id
            said = _caption(row, picture) or file_words(picture.attachment)
            self.view.open(picture.attachment, said, picture.use.alternative)

    def _step(self, step: int) -> None:
        document = self._sheet.document
        ids = [] if document is None else [row.id for row, _ in _pictured(document)]
        if self._looked_at in ids:
            at = ids.index(self._looked_at) + step
            if 0 <= at < len(ids):
                self._sheet.editor.go_to(ids[at])
                self._look_at(ids[at])

    # -- the mouse -----------------------------------------------------------------------------

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        elif isinstance(event, QHoverEvent | QMouseEvent):
            at = event.position().toPoint()
            if event.type() == QEvent.Type.MouseMove:
                self._hover(at)
            elif (
                event.type() == QEvent.Type.MouseButtonPress
                and isinstance(event, QMouseEvent)
                and event.button() is Qt.MouseButton.LeftButton
                and event.modifiers() == Qt.KeyboardModifier.NoModifier
            ):
                return self._press(at)
        return False

    def _press(self, at: QPoint) -> bool:
        editor = self._sheet.editor
        editor.commit_composition()
        found = editor.picture_at(at)
        if found is None:
            return False
        line_id, part, rect = found
        self._sheet.field.close_kept()
        editor.go_to(line_id)
        if part is Part.THUMBNAIL:
            self._look_at(line_id)
        else:
            again = editor.picture_at(at)  # the caret may have scrolled it
            rect = rect if again is None else again[2]
            corner = editor.viewport().mapTo(self._sheet, rect.topLeft())
            wide = min(rect.width(), 160)
            self.write_alternative(QRect(corner.x(), corner.y(), wide, rect.height()))
        return True

    def _hover(self, at: QPoint | None) -> None:
        editor = self._sheet.editor
        gutter = editor.gutter
        if gutter is None:
            return
        found = None if at is None else editor.picture_at(at)
        if found is not None:
            editor.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        elif self._hand:
            editor.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self._hand = found is not None
        line = found[0] if found is not None and found[1] is Part.ALTERNATIVE else ""
        if line != gutter.pictures.hovered:
            gutter.pictures.hovered = line
            editor.viewport().update()


def _lines_of(document: NotesDocument, token: str) -> set[str]:
    """Return the lines that show a picture which is on its way."""
    return {
        row.id
        for row in document.rows()
        if row.kind is LineKind.IMAGE
        and (picture := document.pictures.of(row.id)) is not None
        and picture.attachment.id == token
    }


def _pictured(document: NotesDocument) -> list[tuple[Row, Picture]]:
    return [
        (row, picture)
        for row in document.rows()
        if row.kind is LineKind.IMAGE and (picture := document.pictures.of(row.id)) is not None
    ]


def _caption(row: Row, picture: Picture) -> str:
    return row.text.strip() or picture.use.caption
