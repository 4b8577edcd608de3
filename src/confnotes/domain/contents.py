"""All of one conference, as values: what a report is made from and a dump holds."""

from dataclasses import dataclass, replace

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
from confnotes.domain.footnotes import Footnote
from confnotes.domain.kept_names import KeptName
from confnotes.domain.notes import Line
from confnotes.domain.report import Report, ReportSetting, Section, SectionSource, SectionText
from confnotes.domain.session import Credit, Link, Session, SessionSource
from confnotes.domain.versions import LanguageMark, Version


@dataclass(frozen=True, slots=True)
class Contents:
    """One conference with everything that belongs to it; tuples in the order of their position."""

    conference: Conference
    events: tuple[Event, ...] = ()
    days: tuple[Day, ...] = ()
    rooms: tuple[Room, ...] = ()
    tracks: tuple[Track, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    sources: tuple[Source, ...] = ()
    sessions: tuple[Session, ...] = ()
    credits: tuple[Credit, ...] = ()
    session_sources: tuple[SessionSource, ...] = ()
    links: tuple[Link, ...] = ()
    lines: tuple[Line, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    uses: tuple[AttachmentUse, ...] = ()
    facts: tuple[Fact, ...] = ()
    author: Author | None = None
    reports: tuple[Report, ...] = ()
    report_settings: tuple[ReportSetting, ...] = ()
    sections: tuple[Section, ...] = ()
    section_sources: tuple[SectionSource, ...] = ()
    section_texts: tuple[SectionText, ...] = ()
    versions: tuple[Version, ...] = ()
    language_marks: tuple[LanguageMark, ...] = ()
    kept_names: tuple[KeptName, ...] = ()

    def at_hand(self) -> "Contents":
        """Return all of it but the sessions in the trash and what belongs to them."""
        gone = {one.id for one in self.sessions if one.trashed}
        if not gone:
            return self
        lines = {one.id for one in self.lines if one.session_id in gone}
        return replace(
            self,
            sessions=tuple(one for one in self.sessions if one.id not in gone),
            credits=tuple(one for one in self.credits if one.session_id not in gone),
            session_sources=tuple(
                one for one in self.session_sources if one.session_id not in gone
            ),
            links=tuple(one for one in self.links if one.session_id not in gone),
            lines=tuple(one for one in self.lines if one.session_id not in gone),
            uses=tuple(one for one in self.uses if one.line_id not in lines),
        )
