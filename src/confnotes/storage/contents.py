"""A whole conference, read at once."""

from sqlalchemy import Connection, select

from confnotes.domain.attachments import Attachment, AttachmentUse
from confnotes.domain.conference import (
    Author,
    Conference,
    Day,
    Event,
    Fact,
    Room,
    Source,
    Speaker,
    Track,
)
from confnotes.domain.contents import Contents
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.footnotes import Footnote
from confnotes.domain.kept_names import KeptName
from confnotes.domain.notes import Line
from confnotes.domain.report import Report, ReportSetting, Section, SectionSource, SectionText
from confnotes.domain.session import Credit, Link, Session, SessionSource
from confnotes.domain.versions import LanguageMark, Version
from confnotes.storage.mapping import CLASSES
from confnotes.storage.querying import T, values
from confnotes.storage.schema import TABLES
from confnotes.storage.scope import within


def rows(connection: Connection, cls: type[T], conference_id: str) -> tuple[T, ...]:
    """Return all values of a class that belong to a conference."""
    return values(connection, cls, within(TABLES[CLASSES[cls]], conference_id))


def contents(connection: Connection, conference_id: str) -> Contents:
    """Return the conference with all that belongs to it.

    ConfnotesError conference.gone (id) when there is none of that id.
    """

    def some(cls: type[T]) -> tuple[T, ...]:
        return rows(connection, cls, conference_id)

    found = some(Conference)
    if not found:
        raise ConfnotesError("conference.gone", id=conference_id)
    return Contents(
        conference=found[0],
        events=some(Event),
        days=some(Day),
        rooms=some(Room),
        tracks=some(Track),
        speakers=some(Speaker),
        sources=some(Source),
        sessions=some(Session),
        credits=some(Credit),
        session_sources=some(SessionSource),
        links=some(Link),
        lines=some(Line),
        footnotes=some(Footnote),
        kept_names=some(KeptName),
        attachments=some(Attachment),
        uses=some(AttachmentUse),
        facts=some(Fact),
        author=author_of(connection, conference_id),
        reports=some(Report),
        report_settings=some(ReportSetting),
        sections=some(Section),
        section_sources=some(SectionSource),
        section_texts=some(SectionText),
        versions=some(Version),
        language_marks=some(LanguageMark),
    )


def author_of(connection: Connection, conference_id: str) -> Author | None:
    """Return who writes about a conference: the author of its row."""
    conference, author = TABLES["conference"].c, TABLES["author"].c
    mine = select(conference.author_id).where(conference.id == conference_id).scalar_subquery()
    return next(iter(values(connection, Author, author.id == mine)), None)
