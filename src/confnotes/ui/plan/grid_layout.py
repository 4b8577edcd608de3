"""Where the sessions of a day lie in a grid of some width: computed once, asked for often."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF

from confnotes.domain.agenda import takes_whole_day
from confnotes.ui.parts.theme import theme
from confnotes.ui.plan import cell
from confnotes.ui.plan.cell import Drawn
from confnotes.ui.plan.rows import SessionRow
from confnotes.ui.plan.timetable import Fitted, Place, Slot, arrange, fit, heads

AXIS, GAP, TOP, LABEL, RIGHT = 68, 8, 8, 20, 20
"""The time axis, the gap between cards, the space above and at the right, the least distance of
two times."""
LEAST_COLUMN = 156
"""The least width of a room with its gap: five of them stand beside the details at 1280."""


class GridLayout:
    """The layout of some rows for one width. `first` is the first column shown, `shown` how many
    stand beside each other, `wide` the width of each with its gap.

    Heights are those that the rooms shown need, as on a page of a printed programme: with seventy
    rooms most of a day would be empty otherwise.
    """

    def __init__(self, rows: Sequence[SessionRow], rooms: Sequence[str]) -> None:
        self.rows = rows
        self.arranged = arrange([_slot(row) for row in rows], rooms)
        self.fitted = Fitted({}, (), 0)
        self.first, self.shown, self.wide = 0, 1, 100.0
        self._titles: dict[str, tuple[str, ...]] = {}
        self._needs: dict[str, int] = {}

    @property
    def places(self) -> Mapping[str, Place]:
        """Where everything stands that is shown, from the top of the day."""
        return self.fitted.places

    @property
    def named(self) -> bool:
        """Whether any column has the name of a room."""
        return any(self.arranged.columns)

    @property
    def height(self) -> int:
        """How high the whole day is."""
        return self.fitted.height

    def fit_width(self, width: int) -> None:
        """Compute columns and heights for a viewport of that width."""
        px, many = theme().px, max(len(self.arranged.columns), 1)
        room = width - px(AXIS) - px(RIGHT) + px(GAP)
        self.shown = min(max(room // px(LEAST_COLUMN), 1), many)
        self.wide = max(room / self.shown, px(40))
        self._titles, self._needs = {}, {}
        for row in self.rows:
            if row.id in self.arranged.column:
                lines = cell.title_lines(row, self.wide - px(GAP))
                self._titles[row.id] = lines
                self._needs[row.id] = cell.card_need(row, len(lines))
            else:
                self._needs[row.id] = cell.band_need(row)
        self.turn_to(self.first)

    def turn_to(self, first: int) -> None:
        """Show the rooms from that column on."""
        self.first = min(max(first, 0), max(len(self.arranged.columns) - self.shown, 0))
        shown = range(self.first, self.first + self.shown)
        px = theme().px
        self.fitted = fit(self.arranged, self._needs, shown, gap=px(GAP), label=px(LABEL))

    def line_at(self, top: int) -> int:
        """Return the last line that does not lie below `top`."""
        return max(bisect_right(self.fitted.tops, top) - 1, 0)

    def top_of(self, line: int) -> int:
        """Return where a line lies."""
        return self.fitted.tops[line] if self.fitted.tops else 0

    def rect(self, place: Place, scrolled: int) -> QRectF:
        """Return the rectangle of a place in a viewport that is scrolled down that far."""
        px = theme().px
        top = place.top + px(TOP) - scrolled
        if place.column is None:
            return QRectF(px(AXIS), top, self.wide * self.shown - px(GAP), place.height)
        left = px(AXIS) + (place.column - self.first) * self.wide
        return QRectF(left, top, self.wide - px(GAP), place.height)

    def drawn(self, row: SessionRow, scrolled: int) -> Drawn | None:
        """Return how a session is drawn (None: its room is not shown)."""
        place = self.places.get(row.id)
        if place is None:
            return None
        title = self._titles.get(row.id, ())
        return Drawn(row, self.rect(place, scrolled), title, place.column is None)

    def room_heads(self) -> list[tuple[str, float, float]]:
        """Return (room, left, width) of the rooms shown; of one that has several columns, as far
        as they are shown."""
        left, gap = theme().px(AXIS), theme().px(GAP)
        out: list[tuple[str, float, float]] = []
        for room, first, many in heads(self.arranged.columns):
            start = max(first, self.first)
            seen = min(first + many, self.first + self.shown) - start
            if seen > 0:
                at = left + (start - self.first) * self.wide
                out.append((room, at, seen * self.wide - gap))
        return out

    def times(self) -> list[tuple[int, int, str]]:
        """Return (top, minutes since 1970, end in words) of every time something begins; the end
        where all that begin then end together, else ""."""
        ends: dict[int, set[str]] = {}
        for row in self.rows:
            if row.id in self.arranged.span and row.id in self.places:
                ends.setdefault(self.arranged.span[row.id][0], set()).add(row.until)
        return [
            (
                self.fitted.tops[line],
                self.arranged.lines[line],
                next(iter(ends[line])) if len(ends[line]) == 1 else "",
            )
            for line in sorted(ends)
        ]


def _slot(row: SessionRow) -> Slot:
    session = row.view.session
    if session.start_at is None or takes_whole_day(session):
        return Slot(row.id, None)
    end = None if session.end_at is None else int(session.end_at.timestamp() // 60)
    return Slot(
        row.id,
        int(session.start_at.timestamp() // 60),
        end,
        session.facts.room or "",
        cell.may_run_across(row),
    )
