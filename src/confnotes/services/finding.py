"""From an address that a person has to the schedule behind it: no notebook is needed for that."""

import logging
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum
from time import monotonic

from confnotes.domain.conference import FeedState
from confnotes.domain.draft import Draft
from confnotes.domain.errors import FetchError, ScheduleError
from confnotes.fetching.address import host_of, looks_like_address, normal
from confnotes.fetching.fetch import Fetched, Seen, Stop, fetch
from confnotes.fetching.limits import LIMITS, Limits
from confnotes.fetching.page import look
from confnotes.fetching.sites import feeds_of
from confnotes.schedule.detect import print_page, read_schedule
from confnotes.schedule.limits import MAX_BYTES

__all__ = ["FoundSchedule", "Progress", "Step", "Stop", "find", "is_address", "site"]

logger = logging.getLogger(__name__)

MAX_ASKED = 10
"""So many addresses are asked for one: a conference's server is no place to try things out."""
SECONDS = 120.0
"""So long all of it may take."""
_FILES = (".ics", ".ical", ".json", ".xml", ".csv", ".tsv")
_GO_ON = frozenset(
    f"fetch.{name}"
    for name in (
        "not_there", "status", "redirects", "redirect_scheme", "redirect_insecure",
        "private_address",
    )
)  # fmt: skip
"""After any other error there is no sense in asking the same host for something else."""
_SHUT = frozenset({"fetch.refused", "fetch.server_trouble"})
_NO_SCHEDULE = frozenset({"schedule.html", "schedule.unknown_kind", "schedule.empty"})


@dataclass(frozen=True, slots=True)
class Step:
    """What is being asked for: the address, bytes so far, and how many there will be (None: the
    server does not say)."""

    address: str
    received: int = 0
    expected: int | None = None


Progress = Callable[[Step], None]


@dataclass(frozen=True, slots=True)
class FoundSchedule:
    """A schedule as it came. `name` is its host; `draft` None for a print page of sched.com, which
    only adds speakers, for a table whose columns somebody has to name, and for one that is
    `unchanged` since it was imported (no `data` then)."""

    state: FeedState
    name: str
    data: bytes
    draft: Draft | None = None
    unchanged: bool = False


class _Role(IntEnum):
    """Why an address is asked for."""

    GIVEN = 1
    SITE = 2
    LINK = 3
    PAGE = 4


def is_address(text: str) -> bool:
    """Return whether that is an address of the web rather than a name of a file."""
    return looks_like_address(text) or bool(
        "/" not in text and " " not in text and feeds_of(f"https://{text.strip()}")
    )


def site(address: str) -> str:
    """Return the host of an address as it was typed, for people; the address where it has none."""
    try:
        return host_of(normal(address))
    except FetchError:
        return address.strip()[:60]


def find(
    address: str,
    known: Iterable[FeedState] = (),
    *,
    stop: Stop | None = None,
    progress: Progress | None = None,
    limits: Limits | None = None,
) -> FoundSchedule:
    """Return the schedule at an address, or where the page there leads to.

    `known` are states that were imported: their servers are asked only for what is newer.

    FetchError as `fetching.fetch` has them; fetch.nothing_found (address) when there is a page but
    no schedule behind it. ScheduleError when what is there is a schedule that cannot be read.
    """
    limits = limits or Limits(MAX_BYTES, LIMITS.seconds, LIMITS.idle, LIMITS.redirects)
    return _Search(known, stop, progress, limits).run(normal(address))


class _Search:
    """One search: what is still to be asked, and what was answered."""

    def __init__(
        self,
        known: Iterable[FeedState],
        stop: Stop | None,
        progress: Progress | None,
        limits: Limits,
    ) -> None:
        self._known = {state.address: state for state in known}
        self._stop, self._progress, self._limits = stop, progress, limits
        self._waiting: deque[tuple[str, _Role]] = deque()
        self._asked: set[str] = set()
        self._wary = False
        self._errors: list[tuple[int, FetchError | ScheduleError]] = []

    def run(self, address: str) -> FoundSchedule:
        """Ask one after the other until a schedule comes."""
        sites = [(feed, _Role.SITE) for feed in feeds_of(address)]
        given = (address, _Role.GIVEN)
        at_once = address in self._known or address.partition("?")[0].lower().endswith(_FILES)
        self._waiting.extend([given, *sites] if at_once else [*sites, given])
        deadline = monotonic() + SECONDS
        while self._waiting and len(self._asked) < MAX_ASKED and monotonic() < deadline:
            url, role = self._waiting.popleft()
            if url in self._asked:
                continue
            self._asked.add(url)
            if (found := self._ask(url, role)) is not None:
                logger.info("found a schedule at %s", host_of(url))
                return found
        raise self._best(address)

    def _ask(self, url: str, role: _Role) -> FoundSchedule | None:
        state = self._known.get(url)
        try:
            fetched = fetch(
                url,
                seen=Seen(state.etag, state.modified) if state is not None else None,
                limits=self._limits,
                stop=self._stop,
                progress=self._tell(url),
                # What a page of the internet names is not looked for inside the house.
                wary=self._wary and role >= _Role.LINK,
            )
        except FetchError as error:
            self._refused(error, url, role)
            return None
        self._wary = self._wary or fetched.public
        if fetched.unchanged and state is not None:
            return FoundSchedule(state, host_of(url), b"", unchanged=True)
        return self._take(fetched, url, role)

    def _take(self, fetched: Fetched, url: str, role: _Role) -> FoundSchedule | None:
        told = FeedState(url, fetched.seen.etag, fetched.seen.modified)
        name = host_of(url)
        try:
            draft = read_schedule(fetched.data, name)
        except ScheduleError as error:
            if error.code == "schedule.print_page" and print_page(fetched.data) is not None:
                return FoundSchedule(told, name, fetched.data)
            if error.code == "schedule.html" and role in (_Role.GIVEN, _Role.PAGE):
                self._look(fetched, role)
            elif error.code == "schedule.unknown_columns" and role is not _Role.PAGE:
                return FoundSchedule(told, name, fetched.data)
            elif error.code not in _NO_SCHEDULE:
                self._errors.append((0, error))
            return None
        if not draft.sessions:
            self._errors.append((1, ScheduleError("schedule.no_sessions")))
            return None
        return FoundSchedule(told, name, fetched.data, draft)

    def _look(self, fetched: Fetched, role: _Role) -> None:
        """Put what a page leads to in front: the schedules, then the pages one step further."""
        found = look(fetched.data, fetched.address)
        next_ones = [(feed, _Role.LINK) for feed in found.feeds]
        self._waiting.extendleft(reversed(next_ones))
        if role is _Role.GIVEN:
            self._waiting.extend((page, _Role.PAGE) for page in found.pages)

    def _refused(self, error: FetchError, url: str, role: _Role) -> None:
        """Keep why an address gave nothing; raise it where going on makes no sense."""
        if error.code == "fetch.stopped":
            raise error
        if role in (_Role.GIVEN, _Role.SITE) and error.code not in _GO_ON:
            # A short address may have led to a site that is known, whose pages refuse programs.
            further = feeds_of(str(error.facts.get("address", url)))
            if role is _Role.SITE or not (set(further) - self._asked):
                raise error
            self._waiting.extendleft((feed, _Role.SITE) for feed in reversed(further))
        missing = error.code == "fetch.not_there"
        rank = 2 if error.code in _SHUT else 3 if not missing else 4 if role is _Role.GIVEN else 5
        self._errors.append((rank, error))

    def _best(self, address: str) -> FetchError | ScheduleError:
        """Return what says best why there is nothing."""
        best = min(self._errors, key=lambda one: one[0], default=None)
        if best is not None and best[0] < 5:
            return best[1]
        return FetchError("fetch.nothing_found", address=address)

    def _tell(self, url: str) -> Callable[[int, int | None], None] | None:
        progress = self._progress
        if progress is None:
            return None
        progress(Step(url))
        return lambda received, expected: progress(Step(url, received, expected))
