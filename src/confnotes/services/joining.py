"""A session begun by hand that turns out to be a scheduled one: the two become one.

The notes never move: of the two the one that has notes takes over what the other is and bears, and
the other goes. All that changes are rows of the programme, so it can be taken back exactly.
"""

from dataclasses import dataclass, replace

from confnotes.domain.audience import narrowest
from confnotes.domain.choice import Attendance, Choice, Intent
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.report import Section, SectionSource
from confnotes.domain.session import Credit, Link, Origin, Session, SessionFacts, SessionSource
from confnotes.domain.versions import LanguageMark, Version
from confnotes.services.days import update_days
from confnotes.services.listing import conference_of, session_of
from confnotes.services.planning import placed
from confnotes.services.reimport import Applied
from confnotes.storage.writing import Writing

_INTENTS = (Intent.NONE, Intent.CONSIDERED, Intent.GOING)


@dataclass(frozen=True, slots=True)
class Joined:
    """The session that is left of two, and what takes the step back."""

    session_id: str
    applied: Applied


def join(unit: Writing, hand_id: str, scheduled_id: str) -> Joined:
    """Make one session of one begun by hand and a scheduled one.

    ConfnotesError session.gone (id), session.other_conference, session.not_by_hand (title),
    session.not_scheduled (title), session.both_have_notes (title, other).
    """
    hand, scheduled = session_of(unit, hand_id), session_of(unit, scheduled_id)
    conference = conference_of(unit, hand.conference_id)
    if scheduled.conference_id != conference.id:
        raise ConfnotesError("session.other_conference")
    if hand.origin is not Origin.OWN:
        raise ConfnotesError("session.not_by_hand", title=hand.title)
    if not unit.all(SessionSource, session_id=scheduled.id):
        raise ConfnotesError("session.not_scheduled", title=scheduled.title)
    written = unit.lists.noted_sessions(conference.id) | _reported(unit, conference.id)
    if {hand.id, scheduled.id} <= written:
        raise ConfnotesError("session.both_have_notes", title=hand.title, other=scheduled.title)
    before = unit.programme_rows(conference.id)
    kept, other = (scheduled, hand) if scheduled.id in written else (hand, scheduled)
    unit.put(placed(_one(kept, hand, scheduled), conference.timezone))
    _people(unit, kept, hand, scheduled)
    _move(unit, kept, other)
    _texts(unit, kept, other)
    unit.delete(Session, other.id)
    update_days(unit, conference)
    applied = Applied(conference.id, revised=1, removed=1, rows=unit.changed_rows(before))
    return Joined(kept.id, applied)


def _reported(unit: Writing, conference_id: str) -> frozenset[str]:
    """Return the ids that sections of a report name."""
    keys = (section.key for section in unit.within(Section, conference_id))
    named = {part for key in keys for part in key.replace("@", ":").split(":")}
    return frozenset(named | {one.reference for one in unit.within(SectionSource, conference_id)})


def _one(kept: Session, hand: Session, scheduled: Session) -> Session:
    """Return the one session: the schedule's facts, and all that either bears."""
    return replace(
        kept,
        event_id=scheduled.event_id,
        origin=scheduled.origin,
        given=scheduled.given,
        given_speakers=scheduled.given_speakers,
        own=_own_facts(hand, scheduled),
        choice=_choice(hand.choice, scheduled.choice),
        heading=hand.heading or scheduled.heading,
        rating=scheduled.rating if hand.rating is None else hand.rating,
        recommended=hand.recommended or scheduled.recommended,
        summary=_joined(hand.summary, scheduled.summary),
        takeaway=_joined(hand.takeaway, scheduled.takeaway),
        reviewed=hand.reviewed or scheduled.reviewed,
        started_at=hand.started_at or scheduled.started_at,
        video_offset=scheduled.video_offset if hand.video_offset is None else hand.video_offset,
        audience=narrowest(hand.audience, scheduled.audience),
        series_id=hand.series_id or scheduled.series_id,
        tags=tuple(dict.fromkeys((*hand.tags, *scheduled.tags))),
        shelf=hand.shelf,  # the one at hand says where: it is the one that is joined
    )


def _own_facts(hand: Session, scheduled: Session) -> SessionFacts:
    """Return one's corrections of the schedule, and of what one wrote by hand the text: the rest
    the schedule says better."""
    if not hand.facts.abstract or scheduled.own.abstract:
        return scheduled.own
    return replace(scheduled.own, abstract=hand.facts.abstract)


def _choice(hand: Choice, scheduled: Choice) -> Choice:
    intent = max(hand.intent, scheduled.intent, key=_INTENTS.index)
    attended = hand.attendance is not Attendance.OPEN
    return Choice(
        intent,
        hand.attendance if attended else scheduled.attendance,
        hand.watch_later or scheduled.watch_later,
        _joined(hand.reason, scheduled.reason),
    )


def _joined(one: str, other: str) -> str:
    """Return two texts as one, the same text once."""
    parts = dict.fromkeys(text for text in (one, other) if text.strip())
    return "\n\n".join(parts)


def _people(unit: Writing, kept: Session, hand: Session, scheduled: Session) -> None:
    """Let those speak whom the schedule names; where it names nobody, those one wrote."""
    named = unit.all(Credit, session_id=scheduled.id)
    if named:
        for credit in unit.all(Credit, session_id=hand.id):
            unit.delete(Credit, credit.id)
    for credit in named or unit.all(Credit, session_id=hand.id):
        if credit.session_id != kept.id:
            unit.put(replace(credit, session_id=kept.id))


def _move(unit: Writing, kept: Session, other: Session) -> None:
    """Give what belongs to the other session to the one that is kept."""
    for source in unit.all(SessionSource, session_id=other.id):
        unit.put(replace(source, session_id=kept.id))
    there = {(one.kind, one.url) for one in unit.all(Link, session_id=kept.id)}
    for link in unit.all(Link, session_id=other.id):
        if not link.url or (link.kind, link.url) not in there:
            unit.put(replace(link, session_id=kept.id))


def _texts(unit: Writing, kept: Session, other: Session) -> None:
    """Give second versions and set languages of texts to the session that is kept."""
    versions = unit.all(Version, owner_id=kept.id)
    there = {(one.field, one.language): one for one in versions}
    for version in unit.all(Version, owner_id=other.id):
        mine = there.get((version.field, version.language))
        if mine is None:
            unit.put(replace(version, owner_id=kept.id))
        else:
            unit.put(replace(mine, text=_joined(mine.text, version.text)))
    marked = {one.field for one in unit.all(LanguageMark, owner_id=kept.id)}
    for mark in unit.all(LanguageMark, owner_id=other.id):
        if mark.field not in marked:
            unit.put(replace(mark, owner_id=kept.id))
