"""Addresses in the notes: opened where they stand, and offered as the session's slides or video."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QCursor, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip

from confnotes.domain.addresses import slides_or_video
from confnotes.domain.identity import new_id
from confnotes.domain.notes import LineKind
from confnotes.domain.session import Link, LinkKind, LinkState
from confnotes.services.views import ProgrammeView
from confnotes.ui.notes.actions import TAKE_LINK
from confnotes.ui.notes.session_sheet import SessionSheet
from confnotes.ui.notes.session_writes import SessionWrites
from confnotes.ui.parts import links
from confnotes.ui.parts.foot_bar import FootBar
from confnotes.ui.parts.utf16 import part

_CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True)
class _Offer:
    session_id: str
    kind: LinkKind
    url: str


class LinkDesk(QObject):
    """Ctrl+click and a chord open an address. When the caret leaves a line that holds what looks
    like slides or a video the session lacks, a bar offers it: never modal, never with the focus,
    never during a composition, and each address once. `said`: words for the status line."""

    said = Signal(str)

    def __init__(
        self,
        sheet: SessionSheet,
        writes: SessionWrites,
        programme: Callable[[], ProgrammeView | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._sheet, self._writes, self._programme = sheet, writes, programme
        self._editor = sheet.editor
        self._line = ""
        self._offer: _Offer | None = None
        self._seen: set[_Offer] = set()
        self.bar = FootBar("link", "", TAKE_LINK)
        self.bar.pressed.connect(self.take)
        self.bar.closed.connect(self._forget)
        sheet.add_to_foot(self.bar)
        sheet.shown.connect(self._entered)
        self._editor.line_entered.connect(self._left_line)
        self._editor.installEventFilter(self)
        self._editor.viewport().setMouseTracking(True)
        self._editor.viewport().installEventFilter(self)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what the actions of the table do."""
        return {"open_address": self.open_at_caret, "take_link": self.take}

    # -- opening -------------------------------------------------------------------------------

    def open_at_caret(self) -> None:
        """Open the address the caret is in or beside, else the only one of its line."""
        if self._sheet.document is None:
            return
        cursor = self._editor.textCursor()
        text = cursor.block().text()
        self._open(links.meant(text, len(part(text, 0, cursor.positionInBlock()))))

    def _open(self, url: str) -> None:
        if said := links.open_address(url):
            self.said.emit(said)

    def address_at(self, at: QPoint) -> str:
        """Return the address whose letters are at a place of the viewport ("" where none is)."""
        if self._sheet.document is None or self._editor.composing:
            return ""
        bars = self._editor.horizontalScrollBar(), self._editor.verticalScrollBar()
        place = QPointF(at) + QPointF(bars[0].value(), bars[1].value())
        layout = self._sheet.document.documentLayout()
        position = layout.hitTest(place, Qt.HitTestAccuracy.ExactHit)
        if position < 0:
            return ""
        block = self._sheet.document.findBlock(position)
        offset = len(part(block.text(), 0, position - block.position()))
        return links.pointed_at(block.text(), offset)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._editor:
            return isinstance(event, QKeyEvent) and self._key(event)
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            return self._tell(event)
        if not isinstance(event, QMouseEvent):
            return False
        at = event.position().toPoint()
        if event.type() == QEvent.Type.MouseMove:
            self._point(at, held=bool(event.modifiers() & _CTRL))
        elif (
            event.type() == QEvent.Type.MouseButtonPress
            and event.button() is Qt.MouseButton.LeftButton
            and event.modifiers() & _CTRL
            and (url := self.address_at(at))
        ):
            self._open(url)
            return True
        return False

    def _key(self, event: QKeyEvent) -> bool:
        pressed = event.type() == QEvent.Type.KeyPress
        if event.key() == Qt.Key.Key_Control:
            at = self._editor.viewport().mapFromGlobal(QCursor.pos())
            self._point(at, held=pressed and self._editor.viewport().rect().contains(at))
        elif pressed and event.key() == Qt.Key.Key_Escape:
            if self._offer is None or self._editor.composing:
                return False
            self.bar.put_away()
            return True
        return False

    def _point(self, at: QPoint, *, held: bool) -> None:
        if self._editor.picture_at(at) is not None:
            return  # the pointer of a picture is no business of this desk
        hand = held and bool(self.address_at(at))
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.IBeamCursor
        if self._editor.viewport().cursor().shape() is not shape:
            self._editor.viewport().setCursor(shape)

    def _tell(self, event: QHelpEvent) -> bool:
        url = self.address_at(event.pos())
        if not url:
            return False
        words = self.tr("Ctrl+click opens {url}").format(url=url)
        QToolTip.showText(event.globalPos(), words, self._editor.viewport())
        return True

    # -- offering ------------------------------------------------------------------------------

    def _entered(self) -> None:
        """Another session (or none) is open."""
        self._forget()
        self._line = "" if self._sheet.document is None else self._editor.row().id

    def _left_line(self) -> None:
        left, self._line = self._line, self._editor.row().id
        self._forget()
        document = self._sheet.document
        if document is None or self._editor.composing:
            return
        row = next((row for row in document.rows() if row.id == left), None)
        if row is None or row.kind is LineKind.CODE:
            return
        for _, _, url in links.web_addresses(row.text):
            kind = slides_or_video(url)
            if kind is not None and self._lacks(document.session_id, kind):
                self._make(_Offer(document.session_id, kind, url))
                return

    def _make(self, offer: _Offer) -> None:
        if offer in self._seen:
            return
        self._seen.add(offer)
        self._offer = offer
        slides = offer.kind is LinkKind.SLIDES
        self.bar.say(
            offer.url,
            self.tr("Use as this session's slides")
            if slides
            else self.tr("Use as this session's video"),
        )

    def _links(self, session_id: str, kind: LinkKind) -> list[Link]:
        programme = self._programme()
        view = None if programme is None else programme.by_id.get(session_id)
        return [] if view is None else [link for link in view.links if link.kind is kind]

    def _lacks(self, session_id: str, kind: LinkKind) -> bool:
        links = self._links(session_id, kind)
        return not any(link.state is LinkState.THERE and link.url for link in links)

    def take(self) -> None:
        """Keep the address that is offered as a link of the session."""
        offer = self._offer
        if offer is None:
            return
        known = next(iter(self._links(offer.session_id, offer.kind)), None)
        link = known or Link(new_id(), offer.session_id, offer.kind)
        self._writes.put_link(replace(link, url=offer.url, state=LinkState.THERE))
        self._forget()
        self._editor.setFocus()

    def _forget(self) -> None:
        self._offer = None
        self.bar.hide()
