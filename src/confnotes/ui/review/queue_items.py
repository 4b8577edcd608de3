"""What the lists of open lines show: texts, moments, and the second in the video."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from shutil import which

from PySide6.QtCore import QCoreApplication

from confnotes.domain.notes import Line, moment
from confnotes.domain.recordings import PLAYERS, is_recording, keepable
from confnotes.domain.session import Link, LinkKind, LinkState
from confnotes.domain.videos import at_second, knows
from confnotes.services.views import Asks, OpenLine, SessionView

_AFTER = timedelta(hours=1)
_PARTS = 3
_MOST = 60


@dataclass(frozen=True, slots=True)
class Video:
    """The video of a session at a line: where a press leads, and the second it shows there.

    `exact` is False where the host's form is not known, and one has to go to the second oneself.
    """

    url: str
    second: int
    exact: bool


def words_of(line: Line) -> str:
    """Return what a line says; of one without words, what it is."""
    if line.text.strip():
        return line.text
    return QCoreApplication.translate("Queue", "(nothing written)")


def second_of(line: Line, view: SessionView, reaction: int) -> int | None:
    """Return the second of the talk a line is about; None where it was written outside of it."""
    session = view.session
    second = moment(line, session.zero, reaction)
    if second is None or second < 0 or session.zero is None or line.written_at is None:
        return None
    length = timedelta(0)
    if session.end_at is not None and session.start_at is not None:
        length = max(session.end_at - session.start_at, timedelta(0))
    return second if line.written_at <= session.zero + length + _AFTER else None


def video_link(view: SessionView) -> Link | None:
    """Return the link to a session's video, None where it has no address yet."""
    links = (x for x in view.links if x.kind is LinkKind.VIDEO and x.state is LinkState.THERE)
    return next((link for link in links if keepable(link.url)), None)


def video_at(item: OpenLine, reaction: int) -> Video | None:
    """Return the video at an open line, None without an address."""
    link = video_link(item.session)
    if link is None:
        return None
    second = second_of(item.line, item.session, reaction)
    at = max(round((second or 0) + (item.session.session.video_offset or 0)), 0)
    if second is None:
        return Video(link.url, 0, exact=True)
    if is_recording(link.url):
        return Video(link.url, at, exact=player() != "")
    return Video(at_second(link.url, at) or link.url, at, exact=knows(link.url))


def player() -> str:
    """Return the program that opens a recording at a second, "" where there is none."""
    return next((found for name in PLAYERS if (found := which(name))), "")


def seconds_of(text: str) -> int | None:
    """Return the seconds that `95`, `1:35` or `1:02:03` say (full-width too), None of others."""
    parts = unicodedata.normalize("NFKC", text).strip().split(":")
    if not 1 <= len(parts) <= _PARTS or not all(p.isdecimal() and len(p) <= 6 for p in parts):
        return None
    numbers = [int(part) for part in parts]
    if any(number >= _MOST for number in numbers[1:]):
        return None
    total = 0
    for number in numbers:
        total = total * _MOST + number
    return total


def of_kind(items: Sequence[OpenLine], asks: Asks) -> list[OpenLine]:
    """Return those that ask one thing."""
    return [item for item in items if item.asks is asks]
