"""Who speaks in a session: people are rows of their conference, credits name them in order."""

import re
from collections.abc import Sequence
from dataclasses import replace

from confnotes.domain.conference import Speaker
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line
from confnotes.domain.session import Credit, Origin, Session, spoken_text
from confnotes.domain.text import folded, stored_line
from confnotes.services.listing import speaker_view
from confnotes.storage.writing import Writing


def set_speakers(unit: Writing, session: Session, speakers: Sequence[tuple[str, str]]) -> None:
    """Make the credits of a session say just that; a credit that says it already stays.

    Where anything is edited, all of them are one's own from then on: the list is what a person
    wants, and no later schedule is to put somebody back. Whom it names is kept beside; a list that
    says just that again is the schedule's.
    """
    people = {one.id: one for one in unit.all(Speaker, conference_id=session.conference_id)}
    there = list(unit.all(Credit, session_id=session.id))
    wanted = [
        (name, stored_line(affiliation).strip())
        for given, affiliation in speakers
        if (name := stored_line(given).strip())
    ]
    views = [speaker_view(one, people[one.speaker_id]) for one in there]
    before = [(one.name, one.affiliation) for one in views]
    if before == wanted:
        return
    origin = Origin.OWN
    if session.origin is Origin.IMPORTED:
        given = session.given_speakers
        if given is None and not any(one.origin is Origin.OWN for one in there):
            given = spoken_text(before)
        if given == spoken_text(wanted):  # the schedule has its say again
            origin, given = Origin.IMPORTED, None
        if given != session.given_speakers:
            unit.put(replace(session, given_speakers=given))
    for position, (name, affiliation) in enumerate(wanted):
        credit = _matching(there, people, name, affiliation)
        if credit is not None:
            there.remove(credit)
            unit.put(replace(credit, position=position, origin=origin))
            continue
        speaker = _known(people, name, affiliation)
        if speaker is None:
            speaker = Speaker(new_id(), session.conference_id, name, affiliation=affiliation)
            people[speaker.id] = speaker
            unit.put(speaker)
        printed = "" if folded(name) in (folded(speaker.name), folded(speaker.title)) else name
        unit.put(Credit(new_id(), session.id, speaker.id, position, name=printed, origin=origin))
    for credit in there:
        unit.delete(Credit, credit.id)
        drop_unused(unit, people[credit.speaker_id])


def _matching(
    there: Sequence[Credit], people: dict[str, Speaker], name: str, affiliation: str
) -> Credit | None:
    for credit in there:
        view = speaker_view(credit, people[credit.speaker_id])
        if (view.name, view.affiliation) == (name, affiliation):
            return credit
    return None


def _known(people: dict[str, Speaker], name: str, affiliation: str) -> Speaker | None:
    for speaker in people.values():
        same_name = _called(name) in (_called(speaker.name), _called(speaker.title))
        if same_name and speaker.company == affiliation:
            return speaker
    return None


_HONORIFIC = re.compile(r"(?:\s*(?:氏|さん|様|さま)|[ -]san)$", re.IGNORECASE)


def _called(name: str) -> str:
    """Return a name to compare people by: Paul Curtis氏 and Paul Curtis are one."""
    return folded(_HONORIFIC.sub("", name.strip()) or name)


def drop_unused(unit: Writing, speaker: Speaker) -> None:
    """Delete a speaker nobody names any more, unless a schedule told more than the name."""
    if speaker.source_key or speaker.biography or speaker.url:
        return
    if not unit.all(Credit, speaker_id=speaker.id) and not unit.all(Line, speaker_id=speaker.id):
        unit.delete(Speaker, speaker.id)
