"""From when the moments of a session count: now, or from the planned start; and the way back."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject

from confnotes.services.views import ProgrammeView
from confnotes.ui.notes.session_sheet import SessionSheet
from confnotes.ui.notes.session_writes import SessionWrites
from confnotes.ui.parts.foot_bar import FootBar


class StartDesk(QObject):
    """Moves a session's zero. All moments in the gutter change with it, so a bar says so and
    takes a slip back; it stays until another session is shown."""

    def __init__(
        self,
        sheet: SessionSheet,
        writes: SessionWrites,
        programme: Callable[[], ProgrammeView | None],
        clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._sheet, self._writes = sheet, writes
        self._programme, self._clock = programme, clock
        self._before: datetime | None = None
        self.bar = FootBar("clock", self.tr("Take back"), "")
        self.bar.key.hide()
        self.bar.pressed.connect(self._take_back)
        sheet.add_to_foot(self.bar)
        sheet.shown.connect(self.bar.hide)
        sheet.header.started.connect(self.now)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what the actions of the table do."""
        return {"start_now": self.now, "as_planned": self.as_planned}

    def now(self) -> None:
        """Let the talk begin at this moment."""
        at = self._clock()
        clock = self._sheet.moments.clock(at, seconds=True)
        self._move(at, self.tr("Moments of this session count from {time}").format(time=clock))

    def as_planned(self) -> None:
        """Let the moments count from the planned start."""
        self._move(None, self.tr("Moments of this session count from the planned start"))

    def _move(self, at: datetime | None, words: str) -> None:
        programme = self._programme()
        known = None if programme is None else programme.by_id.get(self._writes.session_id)
        if known is None:
            return
        self._before = known.session.started_at
        self._writes.start(at)
        if at != self._before:
            self.bar.say(words)

    def _take_back(self) -> None:
        self.bar.hide()
        self._writes.start(self._before)
        self._sheet.editor.setFocus()
