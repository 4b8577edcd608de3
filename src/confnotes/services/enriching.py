"""A print page of sched.com over a conference that is there: who speaks, and nothing else.

What somebody typed stays: a session whose speakers were edited is left as it is, own names and own
titles are other columns. Of the imported title only the names that the page lists go.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from confnotes.domain.conference import Conference, Confidence, Speaker
from confnotes.domain.draft import DraftSpeaker
from confnotes.domain.errors import ScheduleError
from confnotes.domain.identity import new_id
from confnotes.domain.printed import PrintedPage, PrintedSession
from confnotes.domain.session import Credit, Origin, Session, SessionSource, spoken_text
from confnotes.domain.text import folded, stored, stored_line
from confnotes.schedule.printed import taken_apart
from confnotes.services import crediting
from confnotes.services.listing import speaker_view
from confnotes.storage.writing import Writing

SAME_SHARE = 0.5
"""From which share of its sessions on a page is of a conference."""


@dataclass(frozen=True, slots=True)
class Enriched:
    """What a page did: `sessions` that have speakers of it now, `changed` among them, `left` whose
    speakers were edited by hand, `unknown` ones of the page that the notebook does not have."""

    conference_id: str
    name: str
    sessions: int
    changed: int
    left: int
    unknown: int


def add_speakers(unit: Writing, page: PrintedPage, conference_id: str | None) -> Enriched:
    """Put the speakers of a page into the conference whose sessions it lists.

    Raises ScheduleError schedule.page_of_none (title): no conference (or not the wanted one) has
    half of the page's sessions.
    """
    printed = {stored(one.key): one for one in page.sessions}
    found = _conference_of(unit, printed, conference_id)
    conference = unit.get(Conference, found) if found else None
    if conference is None:
        raise ScheduleError("schedule.page_of_none", title=page.title[:80])
    people = _People(unit, conference.id)
    sessions = {one.id: one for one in unit.all(Session, conference_id=conference.id)}
    there: dict[str, list[Credit]] = defaultdict(list)
    for credit in sorted(unit.within(Credit, conference.id), key=lambda one: one.position):
        there[credit.session_id].append(credit)
    done: set[str] = set()
    changed = left = 0
    met: set[str] = set()
    for source in unit.within(SessionSource, conference.id):
        one = printed.get(source.key)
        if one is None or source.session_id in done:
            continue
        met.add(source.key)
        if not one.speakers:
            continue
        if any(credit.origin is Origin.OWN for credit in there[source.session_id]):
            left += 1
            _beside(unit, sessions[source.session_id], one)
            continue
        done.add(source.session_id)
        changed += _enrich(unit, sessions[source.session_id], there[source.session_id], one, people)
    people.drop_unused()
    return Enriched(
        conference.id, conference.title, len(done), changed, left, len(printed.keys() - met)
    )


def _beside(unit: Writing, session: Session, printed: PrintedSession) -> None:
    """Keep whom the page names beside the list of one's own, which counts."""
    people = ((one.name, one.affiliation) for one in printed.speakers)
    given = spoken_text((stored_line(name), stored_line(company)) for name, company in people)
    if given != session.given_speakers:
        unit.put(replace(session, given_speakers=given))


def _conference_of(
    unit: Writing, printed: Mapping[str, PrintedSession], wanted: str | None
) -> str | None:
    found: dict[str, set[str]] = defaultdict(set)
    for conference_id, key, _, _ in unit.lists.source_keys():
        if key in printed and wanted in (None, conference_id):
            found[conference_id].add(key)
    counts = Counter({conference_id: len(keys) for conference_id, keys in found.items()})
    best = counts.most_common(1)
    return best[0][0] if best and best[0][1] >= SAME_SHARE * len(printed) else None


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A speaker as the session is to name them; `credit` the one that names them already."""

    name: str
    affiliation: str
    role: str
    credit: Credit | None = None


class _People:
    """The speakers of the conference, found by name."""

    def __init__(self, unit: Writing, conference_id: str) -> None:
        self._unit = unit
        self._conference_id = conference_id
        self.by_id = {one.id: one for one in unit.all(Speaker, conference_id=conference_id)}
        self._by_name: dict[str, list[str]] = defaultdict(list)
        for one in self.by_id.values():
            for name in {folded(one.name), folded(one.title)}:
                self._by_name[name].append(one.id)
        self._left: set[str] = set()

    def names_of(self, credit: Credit) -> tuple[str, str]:
        """Return the name that a session prints, and the one that it was imported with."""
        one = self.by_id[credit.speaker_id]
        return speaker_view(credit, one).name, credit.name or one.name

    def is_edited(self, credit: Credit) -> bool:
        """Return whether somebody wrote something of their own about a speaker."""
        one = self.by_id[credit.speaker_id]
        return any(own is not None for own in (one.own_name, one.own_affiliation)) or bool(
            one.family_name
        )

    def speaker(self, name: str, affiliation: str) -> Speaker:
        """Return who bears that name: of several the one of that affiliation; a new speaker for
        nobody, and for somebody of another affiliation."""
        known = [self.by_id[i] for i in self._by_name[folded(name)]]
        fitting = [one for one in known if affiliation in ("", one.affiliation, one.company)]
        open_to = [one for one in known if not one.affiliation]
        found = next(iter((*fitting, *open_to)), None)
        if found is None:
            found = Speaker(new_id(), self._conference_id, name, affiliation=affiliation)
            self._by_name[folded(name)].append(found.id)
        return self.keep(
            replace(
                found,
                affiliation=found.affiliation or affiliation,
                confidence=Confidence.GIVEN,
            )
        )

    def keep(self, speaker: Speaker) -> Speaker:
        """Store a speaker where something about them is new."""
        if self.by_id.get(speaker.id) != speaker:
            self._unit.put(speaker)
            self.by_id[speaker.id] = speaker
        return speaker

    def leave(self, credit: Credit) -> None:
        """Remove a credit; its speaker goes at the end, where nobody names them any more."""
        self._unit.delete(Credit, credit.id)
        self._left.add(credit.speaker_id)

    def drop_unused(self) -> None:
        """Delete the speakers that were credited by a guess alone."""
        for speaker_id in sorted(self._left):
            crediting.drop_unused(self._unit, self.by_id[speaker_id])


def _enrich(
    unit: Writing,
    session: Session,
    there: Sequence[Credit],
    printed: PrintedSession,
    people: _People,
) -> bool:
    """Make a session name the people of the page; return whether anything is new."""
    names = [stored_line(one.name) for one in printed.speakers]
    apart = taken_apart(session.given.title or "", names)
    wanted = _wanted(there, printed.speakers, apart.people if apart else {}, people)
    kept = {one.credit.id for one in wanted if one.credit is not None}
    changed = False
    for credit in there:
        if credit.id not in kept:
            people.leave(credit)
            changed = True
    for position, one in enumerate(wanted):
        credit = _credit(session.id, position, one, people)
        if credit != one.credit:
            unit.put(credit)
            changed = True
    if apart is not None and apart.title and apart.title != session.given.title:
        unit.put(replace(session, given=replace(session.given, title=apart.title)))
        changed = True
    return changed


def _credit(session_id: str, position: int, one: _Wanted, people: _People) -> Credit:
    if one.credit is not None:
        speaker = people.by_id[one.credit.speaker_id]
        people.keep(replace(speaker, confidence=Confidence.GIVEN))
        return replace(one.credit, position=position, confidence=Confidence.GIVEN)
    speaker = people.speaker(one.name, one.affiliation)
    return Credit(
        new_id(),
        session_id,
        speaker.id,
        position,
        one.name if one.name != speaker.name else "",
        one.affiliation if one.affiliation != speaker.affiliation else "",
        one.role,
        origin=Origin.IMPORTED,
    )


def _wanted(
    there: Sequence[Credit],
    printed: Sequence[DraftSpeaker],
    in_title: Mapping[str, DraftSpeaker],
    people: _People,
) -> list[_Wanted]:
    """Return who is to be named: those named already in their order, others as the title or the
    page has them. A guess whose name is but spelt differently gives its affiliation."""
    open_names = {folded(one.name): one for one in printed}
    wanted: list[_Wanted] = []
    unmatched: list[Credit] = []
    for credit in there:
        names = {folded(name) for name in people.names_of(credit)}
        listed = [name for name in open_names if name in names]
        for name in listed:
            del open_names[name]
        if listed or people.is_edited(credit) or credit.confidence is Confidence.GIVEN:
            wanted.append(_Wanted("", "", "", credit))
        else:
            unmatched.append(credit)
    ordered = sorted(open_names.values(), key=lambda one: _place_in(in_title, one.name))
    for one in ordered:
        other = _same_person(one.name, unmatched, len(ordered), people)
        told = in_title.get(stored_line(one.name), one)
        affiliation, role = told.affiliation, told.role or one.role
        if other is not None:
            unmatched.remove(other)
            view = speaker_view(other, people.by_id[other.speaker_id])
            affiliation, role = affiliation or view.affiliation, role or other.role
        wanted.append(_Wanted(stored_line(one.name), stored_line(affiliation), role))
    return wanted


def _place_in(names: Iterable[str], name: str) -> int:
    listed = list(names)
    return listed.index(name) if name in listed else len(listed)


def _same_person(
    name: str, unmatched: Sequence[Credit], count: int, people: _People
) -> Credit | None:
    """Return the guess that means this person: it ends or begins in the same word, or is the only
    one left for the only name left."""
    words = folded(name).split()
    for credit in unmatched:
        others = folded(people.names_of(credit)[1]).split()
        if words and others and (words[-1] == others[-1] or words[0] == others[0]):
            return credit
    return unmatched[0] if len(unmatched) == count == 1 else None
