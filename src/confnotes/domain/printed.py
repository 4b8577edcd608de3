"""The print page of a schedule on sched.com, saved from a browser: who speaks in which session."""

from dataclasses import dataclass

from confnotes.domain.draft import DraftSpeaker


@dataclass(frozen=True, slots=True)
class PrintedSession:
    """A session as the page lists it; `key` is its id, the UID of the site's calendar."""

    key: str
    title: str
    speakers: tuple[DraftSpeaker, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A whole page."""

    title: str
    sessions: tuple[PrintedSession, ...]
