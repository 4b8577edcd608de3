"""A QTextEdit that shows a NotesDocument with everything that stands beside the words."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QResizeEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip, QWidget

from confnotes.domain.audience import Audience
from confnotes.domain.notes import LineKind
from confnotes.ui.notes.document import NotesDocument
from confnotes.ui.notes.gutter import BADGE, BADGE_BEFORE, TIMES_END, Gutter, Place
from confnotes.ui.notes.moments import Moments
from confnotes.ui.notes.pictures import Part, file_words
from confnotes.ui.notes.rows import LEFT, LINE_GAP, LINE_HEIGHT, PICTURE_HEIGHT, Row
from confnotes.ui.parts.line_kinds import LINE_WORDS, line_words
from confnotes.ui.parts.theme import theme


class OutlineView(QTextEdit):
    """Shows one session's document at a time; `line_entered`: the caret came to another line."""

    line_entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.gutter: Gutter | None = None
        self._current = -1
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCursorWidth(2)
        self.setTabChangesFocus(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Notes"))
        self.cursorPositionChanged.connect(self._row_changed)

    @property
    def notes(self) -> NotesDocument:
        """The document shown."""
        if self.gutter is None:
            raise RuntimeError("no document is shown yet")
        return self.gutter.document

    def row(self) -> Row:
        """Return the line the caret is in."""
        return self.notes.row_at(self.textCursor())

    def row_number(self) -> int:
        """Return the number of the last line that is selected, or the caret's."""
        return self.notes.findBlock(self.textCursor().selectionEnd()).blockNumber()

    def show_gutter(self, gutter: Gutter, caret: int | None) -> None:
        """Show another session's document, the caret at `caret` or behind the last letter."""
        if self.gutter is not None:
            self.gutter.document.renumbered.disconnect(self._renumbered)
        self.gutter = gutter
        gutter.document.fit_device()
        self.setDocument(gutter.document)
        gutter.document.renumbered.connect(self._renumbered, Qt.ConnectionType.QueuedConnection)
        cursor = QTextCursor(gutter.document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if caret is not None:
            cursor.setPosition(min(caret, cursor.position()))
        self.setTextCursor(cursor)
        self._current = cursor.blockNumber()
        self.ensureCursorVisible()
        self.viewport().update()

    def go_to(self, identity: str) -> bool:
        """Put the caret at the end of a line and show it; False when it is not here."""
        block = self.notes.block_of(identity)
        if block is None:
            return False
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        self.setTextCursor(cursor)
        self.show_line()
        return True

    def show_line(self) -> None:
        """Scroll to the caret, so that a picture at its line is seen whole."""
        self.ensureCursorVisible()
        if self.row().kind is LineKind.IMAGE:
            bar, bottom = self.verticalScrollBar(), self.cursorRect().top() + PICTURE_HEIGHT + 8
            bar.setValue(bar.value() + max(bottom - self.viewport().height(), 0))

    def _row_changed(self) -> None:
        number = self.textCursor().blockNumber()
        if number != self._current:
            self._current = number
            self.viewport().update()
            self._keep_clear()
        self.tell_line()

    def ensureCursorVisible(self) -> None:
        super().ensureCursorVisible()
        self._keep_clear()

    def _keep_clear(self) -> None:
        """Scroll on where the caret's line is seen whole, but not the band it stands in."""
        bar, room = self.verticalScrollBar(), self.viewport().height() - theme().px(LINE_GAP)
        over = self.cursorRect().bottom() - room
        if 0 < over < theme().px(LINE_HEIGHT):
            bar.setValue(bar.value() + over)

    def tell_line(self) -> None:
        """Tell a screen reader what stands beside the words of the caret's line."""
        if self.gutter is None:
            return
        number = self.textCursor().blockNumber()
        rows = self.notes.rows()
        if number >= len(rows):
            return  # the document is being changed: its rows follow
        row = rows[number]
        facts = self.notes.facts.get(row.id)
        kind = line_words(row.kind) if row.kind in LINE_WORDS else ""
        parts = (
            kind or self._told_picture(row),
            self.tr("done") if row.done else "",
            self.tr("not sure") if row.unsure else "",
            row.gist,
            self.gutter.moments.short(facts.written_at, facts.nudge),
            self.tr("level {n}").format(n=row.depth + 1) if row.depth else "",
            self._told_audience(number),
        )
        told = ", ".join(part for part in parts if part)
        if told != self.accessibleDescription():
            self.setAccessibleDescription(told)

    def _renumbered(self) -> None:
        """A number may have become wider: lay out the lines that cite anew (no edit)."""
        for number, row in enumerate(self.notes.rows()):
            if row.keys:
                block = self.notes.findBlockByNumber(number)
                self.notes.markContentsDirty(block.position(), block.length())
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.ensureCursorVisible()  # QTextEdit does not follow its caret when it shrinks

    # -- painting ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.gutter is not None:
            painter = QPainter(self.viewport())
            self._paint_rows(painter, event.rect(), self.gutter)
            painter.end()
        super().paintEvent(event)

    def _paint_rows(self, painter: QPainter, area: QRect, gutter: Gutter) -> None:
        scrolled = self.verticalScrollBar().value()
        width = self.viewport().width()
        block = self.block_at(area.top())
        if block.previous().isValid():
            block = block.previous()  # whose band, gist or picture may reach down here
        below = scrolled + area.bottom() + theme().px(LINE_HEIGHT)
        while block.isValid() and block.layout().position().y() <= below:
            current = block.blockNumber() == self._current
            gutter.paint_row(painter, block, scrolled, width, current=current)
            block = block.next()

    def block_at(self, y: int) -> QTextBlock:
        """Return the block at a height of the viewport (the nearest one, outside of all)."""
        # Halving, not cursorForPosition: Qt walks from the top, which a key would feel.
        at = y + self.verticalScrollBar().value()
        first, behind = 0, self.notes.blockCount()
        while behind - first > 1:
            middle = (first + behind) // 2
            layout = self.notes.findBlockByNumber(middle).layout()
            if layout.lineCount() and layout.position().y() <= at:
                first = middle
            else:  # further down, or not laid out yet
                behind = middle
        return self.notes.findBlockByNumber(first)

    def todo_at(self, at: QPoint) -> str | None:
        """Return the to-do whose box is at a place of the viewport, None if there is none."""
        block = self.block_at(at.y())
        row = self.notes.rows()[block.blockNumber()]
        place = Place.of(block, row.depth, self.verticalScrollBar().value())
        if row.kind is not LineKind.TODO or place is None:
            return None
        side, before = theme().px(BADGE), theme().px(BADGE_BEFORE)
        beside = 0 <= at.x() - (place.text_left - before) <= side
        return row.id if beside and abs(at.y() - place.first) <= side / 2 + 2 else None

    def picture_at(self, at: QPoint) -> tuple[str, Part, QRect] | None:
        """Return the line whose picture is at a place of the viewport, which part of it, and where
        that part's row is."""
        if self.gutter is None:
            return None
        scrolled, width = self.verticalScrollBar().value(), self.viewport().width()
        block = self.block_at(at.y() - 2 * PICTURE_HEIGHT)
        while block.isValid():
            row = self.notes.rows()[block.blockNumber()]
            place = Place.of(block, row.depth, scrolled)
            if place is None or place.first - PICTURE_HEIGHT > at.y():
                return None
            if row.kind is LineKind.IMAGE:
                boxes = self.gutter.boxes(place, width)
                part = self.gutter.pictures.part_at(row.id, boxes, QPointF(at))
                if part is not None:
                    rect = boxes.frame if part is Part.THUMBNAIL else boxes.alternative
                    return row.id, part, rect.toRect()
            block = block.next()
        return None

    def _told_picture(self, row: Row) -> str:
        picture = self.notes.pictures.of(row.id) if row.kind is LineKind.IMAGE else None
        if picture is None:
            return ""
        said = picture.use.alternative or self.tr("no alternative text yet")
        words = self.tr("picture {name}, {alternative}")
        return words.format(name=file_words(picture.attachment), alternative=said)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self._told_about(event.pos())
            QToolTip.showText(event.globalPos(), words, self.viewport())
            return True
        return super().viewportEvent(event)

    def _told_about(self, at: QPoint) -> str:
        """Return what hovering says: the wall clock of a moment, whom a line is for."""
        if self.gutter is None or at.x() > LEFT:
            return ""
        number = self.block_at(at.y()).blockNumber()
        row = self.notes.rows()[number]
        if at.x() <= TIMES_END:
            return self._told_moment(row.id, self.gutter.moments)
        return self._told_audience(number)

    def _told_audience(self, number: int) -> str:
        return {
            Audience.INSIDE: self.tr("For the company's report only"),
            Audience.PRIVATE: self.tr("Never leaves this notebook"),
        }.get(self.notes.audience_at(number), "")

    def _told_moment(self, identity: str, moments: Moments) -> str:
        facts = self.notes.facts.get(identity)
        if facts.written_at is None:
            return ""
        clock = moments.full(facts.written_at)
        if not facts.nudge:
            return clock
        return self.tr("{clock}, moved by {n:+d} s").format(clock=clock, n=facts.nudge)
