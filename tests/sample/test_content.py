"""What the sample holds: true of the real conference where it is real, and complete."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, datetime, timedelta

from confnotes.domain.audience import Audience
from confnotes.domain.choice import Attendance, Intent
from confnotes.domain.conference import EventKind, FactKind
from confnotes.domain.contents import Contents
from confnotes.domain.notes import LineKind
from confnotes.domain.session import LinkState, SessionKind
from confnotes.domain.text import Language
from confnotes.domain.versions import Texts

RECORDED = "It's not a race if we are all on the same team."
PEOPLE = {"Paul Curtis": "Weaveworks", "Idit Levine": "Solo.io", "Kelsey Hightower": ""}
COLOCATED = {
    "ServiceMeshCon",
    "FoundationDB Summit",
    "Cloud Native Storage Day",
    "Anthos Day by Google Cloud",
    "CalicoCon",
    "Kubernetes Contributor Summit",
    "MulticloudCon",
    "Observability Practitioners Summit",
}
FACTS = {
    FactKind.ATTENDEES: "12000",
    FactKind.FIRST_ATTENDEES: "550",
    FactKind.EDITION: "5",
    FactKind.VIDEOS: "320",
    FactKind.NEXT_YEAR: "2020",
}
ADDRESS = re.compile(r"\b[A-Za-z][A-Za-z0-9+.-]*://\S+|\b(?:javascript|data|file|mailto):\S+")


def strings(value: object) -> Iterator[str]:
    """Yield every text in a value of the domain, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from strings(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings(getattr(value, field.name))


def test_the_conference_is_the_real_one(contents: Contents) -> None:
    conference = contents.conference
    assert conference.name == "KubeCon + CloudNativeCon North America 2019"
    assert conference.timezone == "America/Los_Angeles"
    assert (conference.starts, conference.ends) == (date(2019, 11, 18), date(2019, 11, 21))
    texts = Texts.of(contents.versions, contents.language_marks)
    venue = texts.render(conference.id, "venue", conference.venue, Language.EN)
    assert venue.text == "San Diego Convention Center"
    given = {fact.kind: fact.value for fact in contents.facts}
    assert {kind: given[kind] for kind in FACTS} == FACTS


def test_days_and_events_beside_it(contents: Contents) -> None:
    assert [(day.number, day.date.day) for day in contents.days] == [
        (0, 18),
        (1, 19),
        (2, 20),
        (3, 21),
    ]
    beside = [event for event in contents.events if event.kind is EventKind.COLOCATED]
    assert {event.name for event in beside} == COLOCATED
    assert [e.name for e in beside if e.choice.intent is Intent.GOING] == ["ServiceMeshCon"]
    assert all(e.choice.intent is Intent.CONSIDERED for e in beside if e.name != "ServiceMeshCon")


def test_sessions_and_what_was_chosen(contents: Contents) -> None:
    sessions = contents.sessions
    assert 12 <= len(sessions) <= 14
    kinds = Counter(session.kind for session in sessions)
    assert {SessionKind.PANEL, SessionKind.BOOTH, SessionKind.MEAL, SessionKind.PARTY} <= set(kinds)
    [pick] = [session for session in sessions if session.recommended]
    assert pick.title == "Kubernetes in Your 4x4 – Continuous Deployment Directly to the Car"
    assert any(s.choice.intent is Intent.CONSIDERED for s in sessions)
    assert any(s.choice.watch_later and s.choice.attendance is Attendance.MISSED for s in sessions)
    went = [s for s in sessions if s.choice.attendance is Attendance.ATTENDED]
    assert all(s.rating for s in went)


def test_real_people_say_only_what_is_recorded(contents: Contents) -> None:
    names = {speaker.id: speaker.name for speaker in contents.speakers}
    assert {speaker.name: speaker.affiliation for speaker in contents.speakers} == PEOPLE
    said = [(names[line.speaker_id], line.text) for line in contents.lines if line.speaker_id]
    assert said == [("Kelsey Hightower", RECORDED)]
    # An unattributed quote would be ascribed to a session's only speaker.
    with_speaker = {credit.session_id for credit in contents.credits}
    quotes = [line for line in contents.lines if line.kind is LineKind.QUOTE]
    assert all(line.speaker_id for line in quotes if line.session_id in with_speaker)


def test_it_shows_what_notes_can_be(contents: Contents) -> None:
    kinds = Counter(line.kind for line in contents.lines)
    wanted = {*LineKind} - {LineKind.HEADING, LineKind.LINK}
    assert wanted <= set(kinds)
    unclear = [line for line in contents.lines if line.kind is LineKind.UNCLEAR]
    assert {line.resolved for line in unclear} == {True, False}
    assert all(line.answer for line in unclear if line.resolved)
    assert {line.done for line in contents.lines if line.kind is LineKind.TODO} == {True, False}
    quotes = [line for line in contents.lines if line.kind is LineKind.QUOTE]
    assert {line.unsure for line in quotes} == {True, False}
    assert all(line.gist for line in quotes)
    assert {line.audience for line in contents.lines} == set(Audience)


def test_lines_were_written_while_their_session_lasted(contents: Contents) -> None:
    sessions = {session.id: session for session in contents.sessions}
    last: dict[str, datetime] = {}
    for line in sorted(contents.lines, key=lambda line: (line.session_id, line.position)):
        session = sessions[line.session_id]
        assert session.start_at
        assert session.end_at
        assert line.written_at
        slack = timedelta(minutes=1)
        assert session.start_at - slack <= line.written_at <= session.end_at + slack
        assert last.get(session.id, session.start_at) <= line.written_at
        last[session.id] = line.written_at


def test_addresses_are_of_the_web_and_links_without_one_are_expected(contents: Contents) -> None:
    found = [address for text in strings(contents) for address in ADDRESS.findall(text)]
    assert found
    assert all(address.startswith(("http://", "https://")) for address in found)
    assert all(link.state is not LinkState.THERE or link.url for link in contents.links)
