"""What is painted beside the words: moments, badges, the caret's row, pictures, gists.

Everything hangs on the baseline of a line's first row of text, centred 0.37 em above it: blocks
have one fixed height, so the baseline is where it should be whatever the glyphs.
"""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QFont, QPainter, QTextBlock, QTextLine

from confnotes.domain.audience import Audience
from confnotes.domain.notes import LineKind
from confnotes.ui.notes.document import NotesDocument
from confnotes.ui.notes.moments import Moments
from confnotes.ui.notes.pictures import Boxes, Pictures
from confnotes.ui.notes.rows import (
    INDENT,
    LEFT,
    LINE_HEIGHT,
    PICTURE_GAP,
    PICTURE_WIDTH,
    RIGHT,
    Row,
)
from confnotes.ui.parts import paint
from confnotes.ui.parts.badges import draw_badge
from confnotes.ui.parts.theme import MEDIUM, REGULAR, theme
from confnotes.ui.parts.tokens import Step

TIMES_END = 64
_BAND_LEFT, _BAND_RIGHT = 8, 16
BADGE = 20
BADGE_BEFORE = 32
AUDIENCE_ICONS = {Audience.INSIDE: "building", Audience.PRIVATE: "lock"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where one line stands in the viewport: its first and last row of text, centred."""

    text_left: float
    first: float
    last: float
    text_end: float

    @staticmethod
    def of(block: QTextBlock, depth: int, scrolled: float) -> "Place | None":
        """Return the place of a block that is laid out, None for one that is not."""
        layout = block.layout()
        count = layout.lineCount()
        if not count:
            return None
        top = layout.position().y() - scrolled
        last = layout.lineAt(count - 1)
        return Place(
            LEFT + theme().px(INDENT) * (depth + 1),
            top + _centre(layout.lineAt(0)),
            top + _centre(last),
            last.x() + last.naturalTextWidth(),
        )


def _centre(line: QTextLine) -> float:
    return line.y() + line.ascent() - paint.BASELINE * theme().font(Step.NOTE).pixelSize()


class Gutter:
    """Paints the rows of one editor's viewport."""

    def __init__(self, document: NotesDocument, moments: Moments, pictures: Pictures) -> None:
        self.document = document
        self.moments = moments
        self.pictures = pictures

    def paint_row(
        self, painter: QPainter, block: QTextBlock, scrolled: float, width: int, *, current: bool
    ) -> None:
        """Paint everything of one line but its words."""
        number = block.blockNumber()
        row = self.document.rows()[number]
        place = Place.of(block, row.depth, scrolled)
        if place is None:
            return
        half = theme().px(LINE_HEIGHT + 4) / 2
        if current:
            self._band(painter, place, row, width, half)
        self._time(painter, place, row, current=current)
        self._audience(painter, place, row, self.document.audience_at(number))
        self._badge(painter, place, row)
        if not block.layout().preeditAreaText() and block.length() == 1:
            self._hint(painter, place, row, width)
        if row.unsure:
            self._unsure(painter, place, width)
        elif row.kind is LineKind.UNCLEAR and self._answer(row) is not None:
            self._found(painter, place, self._answer(row) or "", width)
        if row.gist:
            self._gist(painter, place, row, width)
        if row.kind is LineKind.IMAGE:
            self.pictures.paint(painter, row.id, self.boxes(place, width))

    def boxes(self, place: Place, width: int) -> Boxes:
        """Return where the parts of a picture line stand."""
        return Boxes.of(place.text_left, place.first, place.last, width)

    def _band(self, painter: QPainter, place: Place, row: Row, width: int, half: float) -> None:
        t = theme().tokens
        fill = t.raised if t.dark else t.sunken
        if row.kind is LineKind.UNCLEAR:
            fill = t.amber_soft
        below = theme().px(LINE_HEIGHT - 4) if row.gist else 0
        rect = QRectF(_BAND_LEFT, place.first - half, width - _BAND_LEFT - _BAND_RIGHT, 0)
        rect.setBottom(place.last + half + below)
        paint.band(painter, rect, theme().px(8), fill)

    def _time(self, painter: QPainter, place: Place, row: Row, *, current: bool) -> None:
        facts = self.document.facts.get(row.id)
        text = self.moments.short(facts.written_at, facts.nudge)
        if not text:
            return
        t = theme().tokens
        font = theme().font(Step.SMALL, MEDIUM if current else REGULAR, tabular=True)
        hot = t.amber if row.kind is LineKind.UNCLEAR else t.accent
        rect = _row_rect(0, TIMES_END, place.first)
        paint.draw_text(painter, rect, text, font, hot if current else t.text3, paint.Align.RIGHT)

    def _audience(self, painter: QPainter, place: Place, row: Row, audience: Audience) -> None:
        name = AUDIENCE_ICONS.get(audience)
        if name is None:
            return
        t = theme().tokens
        side = min(theme().px(14), 16)
        rect = QRectF(TIMES_END + 4, place.first - side / 2, side, side)
        own = row.audience is audience
        paint.paint_icon(painter, name, rect, t.text2 if own else t.faint)

    def _badge(self, painter: QPainter, place: Place, row: Row) -> None:
        if row.kind is LineKind.IMAGE:
            return
        side = theme().px(BADGE)
        left = place.text_left - theme().px(BADGE_BEFORE)
        draw_badge(
            painter, QRectF(left, place.first - side / 2, side, side), row.kind, done=row.done
        )

    def _hint(self, painter: QPainter, place: Place, row: Row, width: int) -> None:
        """Say what an empty line is; a picture's caption may stand with its file."""
        text, colour, left = self._said_of(row), theme().tokens.text3, place.text_left
        if row.kind is LineKind.UNCLEAR:
            colour = theme().tokens.amber
        elif row.kind is LineKind.IMAGE:
            left += PICTURE_WIDTH + PICTURE_GAP
            picture = self.pictures.of(row.id)
            if picture is not None and picture.use.caption:
                colour = theme().tokens.text
        if text:
            rect = _row_rect(left, width - RIGHT, place.first)
            paint.draw_text(painter, rect, text, theme().font(Step.NOTE), colour)

    def _said_of(self, row: Row) -> str:
        if row.kind is LineKind.UNCLEAR:
            return self._missed()
        if row.kind is LineKind.IMAGE:
            picture = self.pictures.of(row.id)
            caption = picture.use.caption if picture is not None else ""
            return caption or QCoreApplication.translate("Gutter", "Write a caption")
        if self.document.blockCount() == 1 and row.kind is LineKind.POINT:
            return QCoreApplication.translate(
                "Gutter", "Type what you hear. Enter begins the next line."
            )
        return ""

    def _unsure(self, painter: QPainter, place: Place, width: int) -> None:
        text = QCoreApplication.translate("Gutter", "not sure")
        left = min(place.text_end + 8, width - RIGHT - paint.pill_width(text))
        paint.draw_pill(painter, left, place.last, text, paint.Tone.AMBER)

    def _answer(self, row: Row) -> str | None:
        """Return what was found out about a line that was not caught, None while it is open."""
        facts = self.document.facts.get(row.id)
        return facts.answer if facts.resolved else None

    def _found(self, painter: QPainter, place: Place, answer: str, width: int) -> None:
        found = QCoreApplication.translate("Gutter", "found out")
        text = f"{found}: {answer}" if answer else found
        hint = 0.0 if place.text_end > place.text_left else paint.width(self._missed(), _note())
        left = place.text_end + hint + 8
        text = paint.elided(text, _small(), max(width - RIGHT - left - theme().px(20), 0))
        if text:
            paint.draw_pill(painter, left, place.last, text, paint.Tone.SOFT)

    def _missed(self) -> str:
        return QCoreApplication.translate("Gutter", "did not catch this")

    def _gist(self, painter: QPainter, place: Place, row: Row, width: int) -> None:
        t = theme().tokens
        below = place.last + theme().px(LINE_HEIGHT - 3)
        rect = _row_rect(place.text_left, width - RIGHT, below)
        side = theme().px(14)
        paint.paint_icon(
            painter, "text", QRectF(rect.left(), below - side / 2, side, side), t.text3
        )
        rect.setLeft(rect.left() + side + 6)
        paint.draw_text(painter, rect, row.gist, _small(), t.text2)


def _note() -> QFont:
    return theme().font(Step.NOTE)


def _small() -> QFont:
    return theme().font(Step.BASE)


def _row_rect(left: float, right: float, centre: float) -> QRectF:
    height = theme().px(LINE_HEIGHT)
    return QRectF(left, centre - height / 2, right - left, height)
