"""What one audience may see of a conference: everything else is gone before a word is written.

What hangs below a line, or is cited from it, is no more public than the line itself.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import cached_property

from confnotes.domain.attachments import EXTENSIONS, Attachment, AttachmentUse, picture_path
from confnotes.domain.audience import Audience, narrowest, reaches
from confnotes.domain.conference import Conference, Day, Event, EventKind, Speaker
from confnotes.domain.contents import Contents
from confnotes.domain.footnotes import Footnote
from confnotes.domain.notes import Line, audiences
from confnotes.domain.recordings import is_recording
from confnotes.domain.report import Report, Section, SectionText
from confnotes.domain.session import AROUND, Link, Session
from confnotes.domain.text import Language
from confnotes.domain.times import TimeForm, conference_date, form_of, resolve
from confnotes.domain.versions import Texts


@dataclass(frozen=True, slots=True)
class Person:
    """A speaker of a session: names and affiliation as this session prints them."""

    speaker: Speaker
    name: str
    affiliation: str


@dataclass(frozen=True, slots=True)
class Talk:
    """A session as this audience sees it: lines it may read, and the day it belongs to."""

    session: Session
    event: Event
    day: date | None
    last_day: date | None
    starts: datetime | None
    people: tuple[Person, ...] = ()
    links: tuple[Link, ...] = ()
    lines: tuple[Line, ...] = ()

    @property
    def attended(self) -> bool:
        """Whether one was there: as said, else as the notes this audience sees propose.

        A summary and a takeaway are notes, too: what one wrote is never left out unsaid.
        """
        session = self.session
        words = session.summary.strip() or session.takeaway.strip()
        return session.choice.attended(bool(self.lines or words))

    @property
    def around(self) -> bool:
        """Whether it stands "around the conference"."""
        return self.session.kind in AROUND


@dataclass(frozen=True)
class Snapshot:
    """A conference for one report, in one language."""

    conference: Conference
    report: Report
    language: Language
    texts: Texts
    contents: Contents
    talks: tuple[Talk, ...]
    footnotes: Mapping[str, Footnote]
    hidden_footnotes: frozenset[str]
    pictures: Mapping[str, Attachment]
    names: Mapping[str, str]
    settings: Mapping[str, str] = field(default_factory=dict)
    kept_back: tuple[Line, ...] = ()
    """The lines that are not for these readers, each with the audience its place gives it."""

    @cached_property
    def days(self) -> Mapping[date, Day]:
        """The days by their date."""
        return {day.date: day for day in self.contents.days}

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The events beside the main conference."""
        return tuple(e for e in self.contents.events if e.kind is EventKind.COLOCATED)

    @cached_property
    def uses_of(self) -> Mapping[str, tuple[AttachmentUse, ...]]:
        """The pictures this audience may see, by the line or section they stand at."""
        out: dict[str, list[AttachmentUse]] = {}
        for use in sorted(self.contents.uses, key=lambda use: use.position):
            owner = use.line_id or use.section_id
            if owner and use.attachment_id in self.pictures:
                out.setdefault(owner, []).append(use)
        return {owner: tuple(uses) for owner, uses in out.items()}

    @cached_property
    def widths(self) -> Mapping[str, int]:
        """The widths that pictures were given, by the path they have in a report."""
        uses = [use for found in self.uses_of.values() for use in found]
        return {self.path_of(use.attachment_id): use.width for use in uses if use.width}

    @cached_property
    def sections(self) -> Mapping[str, Section]:
        """The touched sections of this report by their key."""
        return {s.key: s for s in self.contents.sections if s.report_id == self.report.id}

    @cached_property
    def written(self) -> Mapping[tuple[str, Language], SectionText]:
        """The author's own section texts by section id and language."""
        return {(t.section_id, t.language): t for t in self.contents.section_texts}

    def path_of(self, attachment_id: str) -> str:
        """Return the path of a picture this audience may see, relative to the report's file."""
        return picture_path(self.pictures[attachment_id])

    @cached_property
    def attended(self) -> tuple[Talk, ...]:
        """The sessions one was in, in order of time."""
        return tuple(talk for talk in self.talks if talk.attended)

    @cached_property
    def dates(self) -> tuple[date, date] | None:
        """First and last day of the conference, as far as anything says so."""
        conference = self.conference
        known = [d for d in (conference.starts, conference.ends) if d]
        held = [d for talk in self.talks for d in (talk.day, talk.last_day) if d]
        known = known or list(self.days) or held
        return (min(known), max(known)) if known else None


def take(contents: Contents, report: Report, language: Language, target: str) -> Snapshot:
    """Return what a report for `report.audience` may see, to be told in `language`."""
    audience = report.audience
    pictures = {
        a.id: a
        for a in contents.attachments
        if reaches(a.audience, audience) and a.media_type in EXTENSIONS
    }
    names = {picture_path(picture): picture.id for picture in pictures.values()}
    return Snapshot(
        conference=contents.conference,
        report=report,
        language=language,
        texts=Texts.of(contents.versions, contents.language_marks),
        contents=contents,
        talks=_talks(contents, audience),
        footnotes={f.key: f for f in contents.footnotes if reaches(f.audience, audience)},
        hidden_footnotes=frozenset(
            f.key for f in contents.footnotes if not reaches(f.audience, audience)
        ),
        pictures=pictures,
        names=names,
        settings={
            s.key: s.value
            for s in sorted(contents.report_settings, key=lambda s: s.target)
            if s.report_id == report.id and s.target in ("", target)
        },
        kept_back=tuple(_kept_back(contents, audience)),
    )


def _talks(contents: Contents, audience: Audience) -> tuple[Talk, ...]:
    events = {event.id: event for event in contents.events}
    people = _people(contents)
    links: dict[str, list[Link]] = {}
    for link in sorted(contents.links, key=lambda link: link.position):
        if not is_recording(link.url):  # on one's own disk: nothing that another could open
            links.setdefault(link.session_id, []).append(link)
    lines = _by_session(contents)
    talks = []
    for session in contents.sessions:
        if session.event_id not in events or not reaches(session.audience, audience):
            continue
        seen = _visible(lines.get(session.id, []), audience)
        talk = Talk(
            session,
            events[session.event_id],
            *_when(session, seen, contents.conference),
            people=people.get(session.id, ()),
            links=tuple(links.get(session.id, ())),
            lines=seen,
        )
        talks.append(talk)
    return tuple(sorted(talks, key=_order))


def _by_session(contents: Contents) -> dict[str, list[Line]]:
    lines: dict[str, list[Line]] = {}
    for line in sorted(contents.lines, key=lambda line: line.position):
        lines.setdefault(line.session_id, []).append(line)
    return lines


def _visible(lines: list[Line], audience: Audience) -> tuple[Line, ...]:
    """Return the lines an audience may read, each with the audience its place gives it."""
    whom = audiences(lines)
    return tuple(
        replace(line, audience=reach)
        for line, reach in zip(lines, whom, strict=True)
        if reaches(reach, audience)
    )


def _kept_back(contents: Contents, audience: Audience) -> Iterator[Line]:
    """Yield the lines with words that an audience may not read, session by session."""
    lines = _by_session(contents)
    for session in contents.sessions:
        every = lines.get(session.id, [])
        for line, reach in zip(every, audiences(every), strict=True):
            whom = narrowest(reach, session.audience)
            if line.text.strip() and not reaches(whom, audience):
                yield replace(line, audience=whom)


def _people(contents: Contents) -> dict[str, tuple[Person, ...]]:
    speakers = {speaker.id: speaker for speaker in contents.speakers}
    out: dict[str, list[Person]] = {}
    for credit in sorted(contents.credits, key=lambda credit: credit.position):
        if speaker := speakers.get(credit.speaker_id):
            person = Person(
                speaker, credit.name or speaker.title, credit.affiliation or speaker.company
            )
            out.setdefault(credit.session_id, []).append(person)
    return {session: tuple(people) for session, people in out.items()}


def _when(
    session: Session, lines: tuple[Line, ...], conference: Conference
) -> tuple[date | None, date | None, datetime | None]:
    """Return the first and last conference day of a session, and the instant it is sorted by.

    One without a plan happened when its notes were begun.
    """
    zone, begins = conference.timezone, conference.day_begins
    planned = session.planned
    start = session.start_at or resolve(planned.start, zone)
    if start is None:
        moments = [line.written_at for line in lines if line.written_at]
        start = session.started_at or min(moments, default=None)
    if start is None:
        return None, None, None
    if form_of(planned.start) is TimeForm.DATE and planned.start:
        first = date.fromisoformat(planned.start)
    else:
        first = conference_date(start, zone, begins)
    last = first
    if planned.end and form_of(planned.end) is TimeForm.DATE:
        last = date.fromisoformat(planned.end)
    elif end := session.end_at or planned.span(zone)[1]:
        last = conference_date(end, zone, begins)
    return first, max(first, last), start


def _order(talk: Talk) -> tuple[datetime, str, str, str]:
    """Return what sessions are sorted by: time (none: last), then room, title and id."""
    facts = talk.session.facts
    return talk.starts or _LAST, facts.room or "", facts.title or "", talk.session.id


_LAST = datetime.max.replace(tzinfo=UTC)
