"""Published schedules: bytes in, `domain.draft.Draft` out. No file, network or clock is touched."""

from confnotes.schedule.detect import read_schedule

__all__ = ["read_schedule"]
