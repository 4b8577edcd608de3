"""Where heads and tiles stand on the contact sheet: arithmetic, no widget."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRect

from confnotes.ui.photos.model import Head, Row

TILE_WIDE, TILE_HIGH, CAPTION, GAP, HEAD, SIDE = 126, 83, 28, 10, 40, 24
_APART = 8


@dataclass
class SheetLayout:
    """The rectangle of each row, from the top of the sheet, for a width; and the rows of tiles
    (numbers of model rows), as arrow keys go through them."""

    rects: list[QRect] = field(default_factory=list)
    lines: list[list[int]] = field(default_factory=list)
    height: int = 0

    def line_of(self, row: int) -> tuple[int, int]:
        """Return (the line a row stands in, its place there)."""
        for number, line in enumerate(self.lines):
            if row in line:
                return number, line.index(row)
        return 0, 0

    def below(self, row: int, lines: int) -> int:
        """Return the row that stands so many lines below (above: negative), under the same place
        as far as that line reaches."""
        number, place = self.line_of(row)
        wanted = min(max(number + lines, 0), len(self.lines) - 1)
        line = self.lines[wanted]
        return line[min(place, len(line) - 1)]


def lay_out(rows: Sequence[Row], wide: int, px: Callable[[float], int]) -> SheetLayout:
    """Return where everything stands on a sheet of that width (pixels)."""
    made = SheetLayout()
    room, gap = max(wide - 2 * px(SIDE), px(TILE_WIDE)), px(GAP)
    columns = max((room + gap) // (px(TILE_WIDE) + gap), 1)
    tile = (room - gap * (columns - 1)) // columns
    picture = round(tile * TILE_HIGH / TILE_WIDE)
    y, column, top = px(4), 0, 0
    for number, row in enumerate(rows):
        if isinstance(row, Head):
            if made.lines:
                y = top + picture + px(CAPTION) + px(_APART) if column else y + px(_APART)
            made.rects.append(QRect(px(SIDE), y, room, px(HEAD)))
            made.lines.append([number])
            y += px(HEAD)
            column, top = 0, y
            continue
        if column == columns:
            column, top = 0, top + picture + px(CAPTION) + px(_APART)
        if column == 0:
            made.lines.append([])
        left = px(SIDE) + column * (tile + gap)
        made.rects.append(QRect(left, top, tile, picture + px(CAPTION)))
        made.lines[-1].append(number)
        column += 1
    bottom = made.rects[-1].bottom() if made.rects else 0
    made.height = bottom + px(24)
    return made
