"""Choice is three facts, for sessions and for co-located events alike."""

from dataclasses import dataclass
from enum import StrEnum


class Intent(StrEnum):
    """What one meant to do before; what was considered stays considered."""

    NONE = "none"
    CONSIDERED = "considered"
    GOING = "going"


class Attendance(StrEnum):
    """What one did; OPEN until it is known (notes propose ATTENDED)."""

    OPEN = "open"
    ATTENDED = "attended"
    LEFT_EARLY = "left_early"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Choice:
    """Intent, attendance and watch later, with the reason in one's own words."""

    intent: Intent = Intent.NONE
    attendance: Attendance = Attendance.OPEN
    watch_later: bool = False
    reason: str = ""

    def attended(self, has_notes: bool) -> bool:
        """Return whether one was there: as said, else as the notes propose."""
        if self.attendance is Attendance.OPEN:
            return has_notes
        return self.attendance is not Attendance.MISSED


def next_intent(intent: Intent) -> Intent:
    """Return what a click on a choice mark leads to: nothing, considered, going, nothing."""
    order = (Intent.NONE, Intent.CONSIDERED, Intent.GOING)
    return order[(order.index(intent) + 1) % len(order)]
