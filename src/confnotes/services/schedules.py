"""Published schedules: read, shown before they come in, imported."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from confnotes.domain.changes import ChangeSet
from confnotes.domain.conference import Conference, Feed, FeedState, Source
from confnotes.domain.differences import Differences
from confnotes.domain.draft import Draft, DraftSession
from confnotes.domain.errors import ConfnotesError, ScheduleError
from confnotes.domain.printed import PrintedPage
from confnotes.domain.revisions import EVERYTHING, Decisions
from confnotes.domain.table import Columns, TableView
from confnotes.domain.text import folded, stored
from confnotes.domain.times import DAY_BEGINS, Planned, zone
from confnotes.schedule.detect import print_page, read_schedule, table_view
from confnotes.services import adding, enriching, joining, reimport, typed
from confnotes.services.arriving import Arrival, Confirmed, arrival
from confnotes.services.base import Service
from confnotes.services.enriching import Enriched
from confnotes.services.joining import Joined
from confnotes.services.planning import all_dates, check_dates, check_zone, day_of, numbered
from confnotes.services.reimport import Applied
from confnotes.services.views import Imported, ProgrammeView
from confnotes.storage.reading import Reading
from confnotes.storage.writing import Writing

SHOWN_FIRST = 4
"""How many sessions of a day a preview names."""
SAME_SHARE = 0.5
"""From which share of sessions in common on two schedules are of one conference."""


class PreviewSession(NamedTuple):
    """A session before it comes in; times are wall times of the zone chosen."""

    start: datetime | None
    end: datetime | None
    title: str
    room: str


@dataclass(frozen=True, slots=True)
class PreviewDay:
    """A conference day before it comes in: `date` and `number` are None for what has no time."""

    date: date | None
    number: int | None
    sessions: int
    first: tuple[PreviewSession, ...]


class ScheduleService(Service):
    """Schedules into the notebook."""

    @staticmethod
    def read(data: bytes, name: str = "", columns: Columns | None = None) -> Draft:
        """Return what a schedule file says; ScheduleError when it cannot be read at all.
        `columns` says how a table (CSV) is read; its header says it where none are given.

        Needs no notebook: what cannot be read is refused before one is opened or made.
        """
        return read_schedule(data, name, columns)

    @staticmethod
    def print_page(data: bytes) -> PrintedPage | None:
        """Return what a print page of sched.com lists, None for a file that is none."""
        return print_page(data)

    def add_speakers(
        self, page: PrintedPage, conference_id: str | None = None, *, initiator: object = None
    ) -> tuple[Enriched, ChangeSet]:
        """Return what the speakers of a print page did to the conference whose sessions it lists:
        all of it in one transaction. Speakers and titles of one's own stay.

        ScheduleError schedule.page_of_none (title).
        """
        with self._change(initiator) as unit:
            enriched = enriching.add_speakers(unit, page, conference_id)
        return enriched, unit.changes

    @staticmethod
    def csv_columns(data: bytes) -> TableView:
        """Return a table's header, its first rows, and what its columns seem to mean.

        ScheduleError schedule.no_table for a file that is none, or why it cannot be read.
        """
        return table_view(data)

    def preview(
        self, draft: Draft, timezone: str, *, local_times: bool = False
    ) -> tuple[PreviewDay, ...]:
        """Return the days a draft has in that zone, in order, what has no time last.

        ConfnotesError timezone.unknown (name).
        """
        check_zone(timezone)
        draft = draft.with_local_times() if local_times else draft
        begins = DAY_BEGINS if draft.day_begins is None else draft.day_begins
        frame = Conference("", draft.title, timezone, day_begins=begins)
        found: dict[date | None, list[PreviewSession]] = defaultdict(list)
        for one in draft.sessions:
            facts = one.facts
            planned = Planned(facts.start, facts.end, facts.duration)
            start, end = planned.span(timezone)
            found[day_of(planned, start, frame)].append(
                PreviewSession(
                    _wall(start, timezone),
                    _wall(end, timezone),
                    facts.title or "",
                    facts.room or "",
                )
            )
        dates = all_dates(draft.starts, draft.ends, [on for on in found if on is not None])
        numbers = numbered(dates, draft.starts)
        days = [_day(one, numbers[one], found[one]) for one in dates]
        return tuple(days + ([_day(None, None, found[None])] if found[None] else []))

    def differences(self, conference_id: str, draft: Draft) -> Differences:
        """Return what a later state of a schedule says differently of the sessions that came in
        from schedules of its kind. Nothing is changed.

        ConfnotesError conference.gone (id), schedule.no_earlier_state (name) when there are none.
        """
        with self._notebook.reading() as unit:
            contents, _draft, found = reimport.compared(unit, conference_id, draft)
        if all(one.kind is not draft.kind for one in contents.sources):
            raise ScheduleError("schedule.no_earlier_state", name=contents.conference.title)
        return found

    def feeds(self, conference_id: str | None = None) -> tuple[FeedState, ...]:
        """Return the states that were imported from an address: of a conference, or of all."""
        with self._notebook.reading() as unit:
            found = unit.within(Feed, conference_id) if conference_id else unit.all(Feed)
            return tuple(feed.state for feed in found)

    def fed_by(self, address: str) -> Conference | None:
        """Return the conference whose schedule was fetched from an address."""
        with self._notebook.reading() as unit:
            feed = next(iter(unit.all(Feed, address=address)), None)
            identity = unit.conference_of(Feed, feed.id) if feed is not None else ""
            return unit.get(Conference, identity) if identity else None

    def known_as(self, draft: Draft, data_sha256: str = "") -> Conference | None:
        """Return the conference whose schedule this is, in whatever state; None for a new one."""
        with self._notebook.reading() as unit:
            identity = _known_conference(unit, draft, data_sha256)
            return unit.get(Conference, identity) if identity else None

    def bearing(self, conference_id: str) -> frozenset[str]:
        """Return the sessions that bear something of one's own: a choice, notes, a text …"""
        with self._notebook.reading() as unit:
            return reimport.bearing(unit, unit.contents(conference_id))

    def apply(
        self,
        conference_id: str,
        draft: Draft,
        decisions: Decisions = EVERYTHING,
        *,
        source_name: str = "",
        data_sha256: str = "",
        feed: FeedState | None = None,
        initiator: object = None,
    ) -> tuple[Applied, ChangeSet]:
        """Write what a later state of a schedule says, but for what was decided otherwise: all of
        it in one transaction. What is one's own stays as it is.

        ConfnotesError conference.gone (id), schedule.no_sessions, schedule.no_earlier_state (name)
        when no schedule of its kind was imported.
        """
        if not draft.sessions:
            raise ScheduleError("schedule.no_sessions")
        with self._change(initiator) as unit:
            applied = reimport.apply(
                unit, conference_id, draft, decisions, source_name, data_sha256, feed
            )
        return applied, unit.changes

    def take_back(self, applied: Applied, *, initiator: object = None) -> ChangeSet:
        """Make the programme what it was before `apply`; what was written since stays.

        ConfnotesError conference.gone (id).
        """
        with self._change(initiator) as unit:
            reimport.take_back(unit, applied)
        return unit.changes

    def join(
        self, hand_id: str, scheduled_id: str, *, initiator: object = None
    ) -> tuple[Joined, ChangeSet]:
        """Make one session of one begun by hand and the scheduled one it turns out to be; what was
        chosen, rated and written of either stays.

        ConfnotesError session.gone (id), session.other_conference, session.not_by_hand (title),
        session.not_scheduled (title), session.both_have_notes (title, other).
        """
        with self._change(initiator) as unit:
            joined = joining.join(unit, hand_id, scheduled_id)
        return joined, unit.changes

    def add_source(
        self,
        conference_id: str,
        draft: Draft,
        *,
        event_name: str = "",
        local_times: bool = False,
        source_name: str = "",
        data_sha256: str = "",
        feed: FeedState | None = None,
        initiator: object = None,
    ) -> tuple[Applied, ChangeSet]:
        """Put another schedule into a conference: as more of it, or as the event of that name
        beside it. All of it in one transaction; `take_back` takes it out again.

        ConfnotesError conference.gone (id), schedule.no_sessions, schedule.already_imported (name).
        """
        if not draft.sessions:
            raise ScheduleError("schedule.no_sessions")
        draft = draft.with_local_times() if local_times else draft
        with self._change(initiator) as unit:
            _refuse_known(unit, draft, data_sha256)
            added = adding.add(
                unit, conference_id, draft, event_name, source_name, data_sha256, feed
            )
        return added, unit.changes

    @staticmethod
    def typed(view: ProgrammeView, text: str, day: date) -> tuple[DraftSession, ...]:
        """Return the sessions of a timetable text that the programme does not have yet; `day` is
        that of the lines above the first one that names a day. Nothing is changed."""
        return typed.read(view, text, day)

    def add_typed(
        self, conference_id: str, sessions: Sequence[DraftSession], *, initiator: object = None
    ) -> tuple[tuple[str, ...], ChangeSet]:
        """Return the ids of sessions that came in as begun by hand: all of them, or none.

        ConfnotesError conference.gone (id).
        """
        with self._change(initiator) as unit:
            made = typed.add(unit, conference_id, sessions)
        return made, unit.changes

    def import_draft(
        self,
        draft: Draft,
        *,
        name: str,
        timezone: str,
        local_times: bool = False,
        starts: date | None = None,
        ends: date | None = None,
        venue: str = "",
        city: str = "",
        source_name: str = "",
        data_sha256: str = "",
        feed: FeedState | None = None,
        initiator: object = None,
    ) -> tuple[Imported, ChangeSet]:
        """Return what came in: all of it in one transaction, or nothing. `feed` is where the
        schedule was fetched.

        ConfnotesError schedule.already_imported (name), schedule.no_sessions,
        conference.no_name, timezone.unknown (name), conference.ends_before_start.
        """
        check_zone(timezone)
        check_dates(starts or draft.starts, ends or draft.ends)
        if not draft.sessions:
            raise ScheduleError("schedule.no_sessions")
        if not (name.strip() or draft.title.strip()):
            raise ConfnotesError("conference.no_name")
        draft = draft.with_local_times() if local_times else draft
        confirmed = Confirmed(name, timezone, starts, ends, venue, city)
        with self._change(initiator) as unit:
            _refuse_known(unit, draft, data_sha256)
            coming = arrival(draft, confirmed, source_name, data_sha256, unit.now, feed)
            _insert(unit, coming)
        imported = Imported(
            coming.conference.id,
            coming.conference.title,
            draft.kind,
            len(coming.sessions),
            len(coming.days),
            len(coming.rooms),
            draft.problems,
        )
        return imported, unit.changes


def _insert(unit: Writing, coming: Arrival) -> None:
    for group in coming.groups():
        unit.insert(group)


def _refuse_known(unit: Reading, draft: Draft, sha256: str) -> None:
    """Raise ScheduleError schedule.already_imported (name) when this schedule is there already."""
    identity = _known_conference(unit, draft, sha256)
    if identity:
        conference = unit.get(Conference, identity)
        name = conference.title if conference is not None else ""
        raise ScheduleError("schedule.already_imported", name=name)


def _known_conference(unit: Reading, draft: Draft, sha256: str) -> str:
    """Return the id of the conference whose schedule this is ("" for none).

    It is when the very file was imported, or when half of the sessions of either side bear the
    same id and the same title or start, or the same title and start. An id alone says little: many
    schedules count 1, 2, 3; others make up new ones each time.
    """
    if sha256 and (same := unit.all(Source, sha256=sha256)):
        return unit.conference_of(Source, same[0].id)
    titles = {(stored(one.key), folded(one.facts.title or "")) for one in draft.sessions}
    starts = {(stored(one.key), one.facts.start) for one in draft.sessions if one.facts.start}
    places = {
        (folded(one.facts.title), one.facts.start)
        for one in draft.sessions
        if one.facts.title and one.facts.start
    }
    total: Counter[str] = Counter()
    common: Counter[str] = Counter()
    for conference_id, key, start, title in unit.lists.source_keys():
        total[conference_id] += 1
        common[conference_id] += (
            (key, folded(title)) in titles
            or (key, start) in starts
            or (folded(title), start) in places
        )
    for conference_id, share in common.most_common():
        if share >= SAME_SHARE * min(total[conference_id], len(draft.sessions)):
            return conference_id
    return ""


def _day(on: date | None, number: int | None, sessions: Sequence[PreviewSession]) -> PreviewDay:
    first = sorted(sessions, key=_start)[:SHOWN_FIRST]
    return PreviewDay(on, number, len(sessions), tuple(first))


def _start(session: PreviewSession) -> tuple[str, str, str]:
    return str(session.start or ""), session.room, session.title


def _wall(instant: datetime | None, timezone: str) -> datetime | None:
    return None if instant is None else instant.astimezone(zone(timezone)).replace(tzinfo=None)
