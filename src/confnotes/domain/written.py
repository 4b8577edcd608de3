"""All that a person wrote about a conference, text by text, and the names in it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any

from confnotes.domain.attachments import AttachmentUse
from confnotes.domain.conference import Event, Fact
from confnotes.domain.contents import Contents
from confnotes.domain.footnotes import Footnote
from confnotes.domain.names import Finding, Spot, find
from confnotes.domain.notes import Line, LineKind
from confnotes.domain.report import Report, Section, SectionText
from confnotes.domain.session import Session
from confnotes.domain.spelling import words
from confnotes.domain.versions import Version
from confnotes.domain.vocabulary import Schedule, vocabulary

_LAST = datetime.max.replace(tzinfo=UTC)


class Owner(StrEnum):
    """What a text belongs to."""

    LINE = "line"
    SESSION = "session"
    EVENT = "event"
    FOOTNOTE = "footnote"
    REPORT = "report"
    SECTION = "section"
    SECTION_TEXT = "section_text"
    VERSION = "version"
    PICTURE = "picture"
    FACT = "fact"


CLASSES: Mapping[Owner, type] = {
    Owner.LINE: Line,
    Owner.SESSION: Session,
    Owner.EVENT: Event,
    Owner.FOOTNOTE: Footnote,
    Owner.REPORT: Report,
    Owner.SECTION: Section,
    Owner.SECTION_TEXT: SectionText,
    Owner.VERSION: Version,
    Owner.PICTURE: AttachmentUse,
    Owner.FACT: Fact,
}
"""The classes that texts belong to."""


@dataclass(frozen=True, slots=True)
class Written:
    """A text: whose it is (`id`, `field`), and its words. `session_id` is its session's, `line_id`
    its line's, where it has one."""

    owner: Owner
    id: str
    field: str
    words: str
    session_id: str = ""
    line_id: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A name where it stands: [start, end) of a text."""

    text: Written
    start: int
    end: int

    @property
    def form(self) -> str:
        """How it is written there."""
        return self.text.words[self.start : self.end]


@dataclass(frozen=True)
class NamesFound:
    """What was found out about a conference's names; spots count in `texts`."""

    texts: tuple[Written, ...]
    findings: tuple[Finding, ...]

    def place(self, spot: Spot) -> Place:
        """Return where a spot is."""
        return Place(self.texts[spot.text], spot.start, spot.end)


def text_of(obj: Any, field: str) -> str:
    """Return a text of an object; "reason" is that of its choice."""
    return str(getattr(obj.choice if field == "reason" else obj, field))


def with_text(obj: Any, field: str, text: str) -> Any:
    """Return the object with another text."""
    if field == "reason":
        return replace(obj, choice=replace(obj.choice, reason=text))
    return replace(obj, **{field: text})


def names_of(contents: Contents) -> NamesFound:
    """Return the names of a conference that are written in two ways, or unlike its schedule."""
    texts = tuple(texts_of(contents))
    kept = frozenset(one.form for one in contents.kept_names)
    words = tuple(text.words for text in texts)
    return NamesFound(texts, _found(schedule_of(contents), words, kept))


@lru_cache(maxsize=2)
def _found(schedule: Schedule, texts: tuple[str, ...], kept: frozenset[str]) -> tuple[Finding, ...]:
    """Return the findings: list, outline and checks ask for the same ones after each change."""
    return find(vocabulary(schedule), texts, kept)


def schedule_of(contents: Contents) -> Schedule:
    """Return what a conference's schedule says, and what it was corrected to."""
    people = [(one.title, one.family_name) for one in contents.speakers]
    people += [(one.name, "") for one in contents.credits if one.name]
    companies = [one.company for one in contents.speakers]
    companies += [one.affiliation for one in contents.credits]
    conference = contents.conference
    places = [conference.title, conference.short_name, conference.venue, conference.city]
    places += [name for event in contents.events for name in (event.title, event.venue)]
    places += [room.name for room in contents.rooms]
    places += [track.name for track in contents.tracks]
    prose = [
        text
        for session in contents.sessions
        for text in (session.facts.title, session.facts.subtitle, session.facts.abstract)
    ]
    prose += [one.biography for one in contents.speakers]
    return Schedule(
        tuple(dict.fromkeys(people)),
        tuple(filter(None, dict.fromkeys(companies))),
        tuple(filter(None, dict.fromkeys(places))),
        tuple(filter(None, dict.fromkeys(prose))),
    )


def texts_of(contents: Contents) -> Iterator[Written]:
    """Yield every text that says something, in reading order: notes by session, then the rest."""
    lines: dict[str, list[Line]] = {}
    for line in sorted(contents.lines, key=lambda line: line.position):
        lines.setdefault(line.session_id, []).append(line)
    uses: dict[str | None, list[AttachmentUse]] = {}
    for use in contents.uses:
        uses.setdefault(use.line_id, []).append(use)
    for session in sorted(contents.sessions, key=_by_time):
        for line in lines.get(session.id, ()):
            if line.kind is not LineKind.CODE:
                for name in ("text", "gist", "answer"):
                    yield from _of(Owner.LINE, line, name, session.id, line.id)
            for use in uses.get(line.id, ()):
                for name in ("caption", "alternative"):
                    yield from _of(Owner.PICTURE, use, name, session.id, line.id)
        for name in ("reason", "summary", "takeaway", "heading"):
            yield from _of(Owner.SESSION, session, name, session.id)
    yield from _others(contents, uses.get(None, ()))


def _others(contents: Contents, uses: Sequence[AttachmentUse]) -> Iterator[Written]:
    for event in contents.events:
        yield from _of(Owner.EVENT, event, "reason")
    for fact in contents.facts:
        yield from _of(Owner.FACT, fact, "value")
    for report in contents.reports:
        yield from _of(Owner.REPORT, report, "title")
    for section in contents.sections:
        yield from _of(Owner.SECTION, section, "heading")
    for written in contents.section_texts:
        yield from _of(Owner.SECTION_TEXT, written, "text")
    for use in uses:
        for name in ("caption", "alternative"):
            yield from _of(Owner.PICTURE, use, name)
    for note in contents.footnotes:
        yield from _of(Owner.FOOTNOTE, note, "text")
    sessions = {line.id: line.session_id for line in contents.lines}
    sessions |= {session.id: session.id for session in contents.sessions}
    for version in contents.versions:
        session_id = sessions.get(version.owner_id, "")
        line_id = version.owner_id if session_id not in ("", version.owner_id) else ""
        yield from _of(Owner.VERSION, version, "text", session_id, line_id)


def _of(
    owner: Owner, obj: Any, field: str, session_id: str = "", line_id: str = ""
) -> Iterator[Written]:
    text = text_of(obj, field)
    if text.strip():
        yield Written(owner, obj.id, field, text, session_id, line_id)


def _by_time(session: Session) -> tuple[datetime, str, str]:
    return session.start_at or _LAST, session.title, session.id


def put_in(text: str, spots: Sequence[tuple[int, int]], form: str) -> str:
    """Return a text with another form at these places; all else is as it was."""
    for start, end in sorted(spots, reverse=True):
        text = text[:start] + form + text[end:]
    return text


def respelled(text: str, forms: Collection[str], form: str) -> str:
    """Return a text with these forms of a name written otherwise, wherever they stand as words."""
    found = words(text)
    spots = []
    for at, first in enumerate(found):
        for last in found[at : at + 4]:
            if last is not first and not last.joint:
                break
            if text[first.start : last.end] in forms:
                spots.append((first.start, last.end))
                break
    apart = [one for n, one in enumerate(spots) if n == 0 or one[0] >= spots[n - 1][1]]
    return put_in(text, apart, form)
