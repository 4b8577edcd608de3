"""`import` from an address: the schedule is found and fetched, with a word on progress."""

import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from confnotes.cli.output import Output
from confnotes.cli.updating import Open
from confnotes.domain.conference import Conference, FeedState
from confnotes.domain.errors import ScheduleError
from confnotes.services.notebook import Mode

if TYPE_CHECKING:
    from confnotes.services.finding import FoundSchedule, Step

_KILOBYTE = 1000


def is_address(given: str) -> bool:
    """Return whether what is to be imported is fetched; a file of that name comes first."""
    from confnotes.services.finding import is_address as looks_so  # network: only for an import

    return looks_so(given) and not Path(given).exists()


def fetched(given: str, open_notebook: Open | None) -> "FoundSchedule":
    """Return the schedule at an address or behind its page; a server is asked only for what is
    newer than the notebook has. FetchError and ScheduleError as `services.finding.find`."""
    from confnotes.services.finding import find

    known: tuple[FeedState, ...] = ()
    if open_notebook is not None:
        with closing(open_notebook(Mode.READ)) as services:
            known = services.schedules.feeds()
    watched = sys.stderr.isatty()
    try:
        return find(given, known, progress=_tell if watched else None)
    finally:
        if watched:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def say_unchanged(
    out: Output, conference: Conference | None, *, update: bool, as_json: bool
) -> int:
    """Say that the server has nothing newer than was imported.

    ScheduleError schedule.already_imported (name) where nothing was to be updated.
    """
    name = conference.title if conference is not None else ""
    if not update:
        raise ScheduleError("schedule.already_imported", name=name)
    if as_json:
        identity = conference.id if conference is not None else ""
        counts = dict.fromkeys(("revised", "new", "removed", "missing"), 0)
        out.json({"id": identity, "name": name, **counts})
    else:
        out.say("cli.nothing_new", name=name)
    return 0


def _tell(step: "Step") -> None:
    """Write over the line what is being asked for, as long as it fits."""
    size = f" {step.received // _KILOBYTE} kB" if step.received else ""
    shown = step.address if len(step.address) <= 60 else step.address[:59] + "…"
    print(f"\r\x1b[K{shown}{size}", end="", file=sys.stderr, flush=True)
