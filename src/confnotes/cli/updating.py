"""`import` of a schedule whose conference is there: what it changes, and with --update, done."""

from collections.abc import Mapping
from contextlib import closing
from dataclasses import asdict, dataclass
from typing import Protocol

from confnotes.cli.output import Output
from confnotes.domain.conference import Conference, FeedState, Shelf
from confnotes.domain.draft import Draft
from confnotes.domain.errors import ConfnotesError, ScheduleError
from confnotes.domain.revisions import Revision, RevisionKind, revisions
from confnotes.domain.session import SessionFacts
from confnotes.domain.times import Planned, zone
from confnotes.services.bundle import Services
from confnotes.services.notebook import Mode

_SENTENCES: Mapping[RevisionKind, str] = {
    RevisionKind.REPLACED: "cli.revision.replaced",
    RevisionKind.CANCELLED: "cli.revision.cancelled",
    RevisionKind.GONE: "cli.revision.gone",
    RevisionKind.BACK: "cli.revision.back",
    RevisionKind.MOVED: "cli.revision.moved",
    RevisionKind.RENAMED: "cli.revision.renamed",
    RevisionKind.OTHER: "cli.revision.other",
    RevisionKind.NEW: "cli.revision.new",
}


class Open(Protocol):
    """Opens the notebook of the command."""

    def __call__(self, mode: Mode, /) -> Services: ...


@dataclass(frozen=True, slots=True)
class Later:
    """A schedule as a file or an address has it now."""

    draft: Draft
    source: str
    sha256: str
    feed: FeedState | None = None


def known_conference(open_notebook: Open, later: Later) -> Conference | None:
    """Return the conference of the notebook whose schedule a file is."""
    with closing(open_notebook(Mode.READ)) as services:
        return services.schedules.known_as(later.draft, later.sha256)


def compare(
    open_notebook: Open, out: Output, later: Later, conference: Conference, *, as_json: bool
) -> int:
    """Say what a later state of a schedule would change; nothing is written.

    ScheduleError schedule.already_imported (name) when it says nothing new.
    """
    with closing(open_notebook(Mode.READ)) as services:
        found = revisions(services.schedules.differences(conference.id, later.draft))
        bearing = services.schedules.bearing(conference.id)
    if not found:
        raise ScheduleError("schedule.already_imported", name=conference.title)
    if as_json:
        changes = [_object(one, yours=one.id in bearing) for one in found]
        out.json({"id": conference.id, "name": conference.title, "changes": changes})
        return 0
    for one in found:
        _say(out, one, conference.timezone, yours=one.id in bearing)
    out.say("cli.would_change", name=conference.title, count=len(found))
    return 0


def update(
    open_notebook: Open, out: Output, later: Later, conference: Conference | None, *, as_json: bool
) -> int:
    """Apply a later state of a schedule and say what came of it; a conference that was in the trash
    comes out of it.

    ConfnotesError cli.nothing_to_update when its conference is not there.
    """
    if conference is None:
        raise ConfnotesError("cli.nothing_to_update")
    with closing(open_notebook(Mode.WRITE)) as services:
        applied, _ = services.schedules.apply(
            conference.id,
            later.draft,
            source_name=later.source,
            data_sha256=later.sha256,
            feed=later.feed,
        )
        if services.shelves.of(conference.id) is Shelf.TRASHED:
            services.shelves.put_away(conference.id, None)
    counts = {name: getattr(applied, name) for name in ("revised", "new", "removed", "missing")}
    if as_json:
        out.json({"id": conference.id, "name": conference.title, **counts})
    elif any(counts.values()):
        out.say("cli.updated", name=conference.title, **counts)
    else:
        out.say("cli.nothing_new", name=conference.title)
    return 0


def _say(out: Output, one: Revision, timezone: str, *, yours: bool) -> None:
    old = one.old.facts if one.old else SessionFacts()
    now = one.now.facts if one.now else SessionFacts()
    renamed = one.kind in (RevisionKind.RENAMED, RevisionKind.REPLACED)
    out.say(
        _SENTENCES[one.kind],
        mark="*" if yours else " ",
        title=now.title or old.title or "",
        old=(old.title or "") if renamed else _place(old, timezone),
        new=(now.title or "") if renamed else _place(now, timezone),
    )


def _place(facts: SessionFacts, timezone: str) -> str:
    """Return when and where a session is, in the conference's wall time."""
    start, end = Planned(facts.start, facts.end, facts.duration).span(timezone)
    wall = zone(timezone)
    when = f"{start.astimezone(wall):%Y-%m-%d %H:%M}" if start else ""
    until = f"–{end.astimezone(wall):%H:%M}" if start and end else ""
    return " ".join(part for part in (when + until, facts.room) if part) or "–"


def _object(one: Revision, *, yours: bool) -> dict[str, object]:
    return {
        "kind": one.kind.value,
        "session": one.old.session_id if one.old else None,
        "yours": yours,
        "old": _facts(one.old.facts) if one.old else None,
        "new": _facts(one.now.facts) if one.now else None,
        "differs": [value.aspect.value for value in one.values],
    }


def _facts(facts: SessionFacts) -> dict[str, object]:
    return {name: value for name, value in asdict(facts).items() if name != "abstract"}
