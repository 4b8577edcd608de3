"""Hypothesis strategies for the values of the domain, read off their types, and for whole
conferences in which every reference leads somewhere."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from types import NoneType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from confnotes.domain.attachments import Attachment, AttachmentUse
from confnotes.domain.conference import (
    Conference,
    Day,
    Event,
    EventKind,
    Fact,
    Room,
    Source,
    Speaker,
    Track,
)
from confnotes.domain.footnotes import Footnote
from confnotes.domain.notes import Line
from confnotes.domain.report import Report, ReportSetting, Section, SectionSource, SectionText
from confnotes.domain.session import Credit, Link, Session, SessionSource
from confnotes.domain.text import stored
from confnotes.domain.versions import LanguageMark, Version

T = TypeVar("T")

_EPOCH = datetime(1990, 1, 1, tzinfo=UTC)
IDS = st.uuids(version=4).map(str)
TEXTS = st.text(max_size=12).map(stored)
_WHEN = st.integers(0, 10**15).map(lambda n: _EPOCH + timedelta(microseconds=n))
_DATES = st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1))
PLANNED = st.one_of(
    st.just("2026-03-23T09:00:00+01:00"),
    st.just("2026-03-23T09:00:00Z"),
    st.just("2026-03-23T09:00:00"),
    st.just("2026-03-23"),
)
_BY_TYPE: dict[type, st.SearchStrategy[Any]] = {
    str: TEXTS,
    int: st.integers(-1000, 100_000),
    float: st.floats(-1e6, 1e6),
    bool: st.booleans(),
    datetime: _WHEN,
    date: _DATES,
    tuple: st.lists(TEXTS, max_size=3).map(tuple),
}
_BY_NAME: dict[str, st.SearchStrategy[Any]] = {
    "id": IDS,
    "timezone": st.sampled_from(["Europe/Lisbon", "Asia/Tokyo", "UTC"]),
    "start": st.none() | PLANNED,
    "end": st.none() | PLANNED,
    "depth": st.integers(0, 8),
    "rating": st.none() | st.integers(1, 5),
    "series_id": st.none() | IDS,
    "media_type": st.sampled_from(["image/png", "image/jpeg", "application/pdf"]),
}


def _of(name: str, hint: Any) -> st.SearchStrategy[Any]:
    if name in _BY_NAME:
        return _BY_NAME[name]
    if name.endswith("_id"):
        return IDS if NoneType not in get_args(hint) else st.none() | IDS
    kinds = [part for part in get_args(hint) if part is not NoneType]
    optional = NoneType in get_args(hint)
    kind = kinds[0] if optional else get_origin(hint) or hint
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        found: st.SearchStrategy[Any] = st.sampled_from(list(kind))
    elif is_dataclass(kind):
        found = values(kind)  # type: ignore[arg-type]  # a class, as its annotation says
    else:
        found = _BY_TYPE[kind]
    return st.none() | found if optional else found


def values(cls: type[T], **known: st.SearchStrategy[Any]) -> st.SearchStrategy[T]:
    """Return a strategy for any value of a class of the domain, with some fields as given."""
    hints = get_type_hints(cls)
    drawn = {
        f.name: known.get(f.name, _of(f.name, hints[f.name]))
        for f in fields(cls)  # type: ignore[arg-type]  # only dataclasses are asked for
    }
    return st.builds(cls, **drawn)


@dataclass(frozen=True)
class Whole:
    """The rows of a conference, each group after those it refers to, and its files' bytes."""

    conference: Conference
    rows: tuple[object, ...]
    files: tuple[bytes, ...]

    @property
    def puttable(self) -> list[object]:
        """The rows with each section after its parent: put singly, each reference must hold."""
        sections = [row for row in self.rows if isinstance(row, Section)]
        bare = [
            replace(row, parent_id=None) if isinstance(row, Section) else row for row in self.rows
        ]
        return [*bare, *sections]


@st.composite
def conferences(draw: st.DrawFn) -> Whole:
    """Draw a whole conference."""
    conference = draw(values(Conference))
    here = conference.id
    main = draw(values(Event, conference_id=st.just(here), kind=st.just(EventKind.MAIN)))
    beside = _some(
        draw, values(Event, conference_id=st.just(here), kind=st.just(EventKind.COLOCATED)), 1
    )
    events = _distinct([main, *beside], "id")
    days = _distinct(_some(draw, values(Day, conference_id=st.just(here))), "date")
    of_event = {"event_id": st.sampled_from([event.id for event in events])}
    rooms = _some(draw, values(Room, **of_event))
    tracks = _some(draw, values(Track, **of_event))
    sources = _some(draw, values(Source, **of_event))
    speakers = _some(draw, values(Speaker, conference_id=st.just(here)))
    sessions = _some(draw, values(Session, conference_id=st.just(here), **of_event), 3)
    facts = _some(draw, values(Fact, conference_id=st.just(here)))
    notes = _some(
        draw,
        values(
            Footnote,
            conference_id=st.just(here),
            key=st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_-]{0,5}", fullmatch=True),
        ),
    )
    data = draw(st.lists(st.binary(min_size=1, max_size=20), max_size=2, unique=True))
    attachments = [
        replace(
            draw(values(Attachment, conference_id=st.just(here))),
            sha256=hashlib.sha256(one).hexdigest(),
            size=len(one),
        )
        for one in data
    ]
    rows: list[Any] = [
        conference,
        *events,
        *days,
        *rooms,
        *tracks,
        *sources,
        *speakers,
        *sessions,
        *facts,
        *_distinct(notes, "key"),
        *attachments,
    ]
    if sessions:
        of_session = {"session_id": st.sampled_from([one.id for one in sessions])}
        named = st.sampled_from([None, *(one.id for one in speakers)])
        lines = _some(draw, values(Line, speaker_id=named, **of_session), 4)
        rows += [*_some(draw, values(Link, url=st.just("https://example.org/a"), **of_session))]
        rows += lines
        if speakers:
            of_speaker = {"speaker_id": st.sampled_from([one.id for one in speakers])}
            rows += _some(draw, values(Credit, **of_session, **of_speaker))
        if sources:
            of_source = {"source_id": st.sampled_from([one.id for one in sources])}
            rows += _some(draw, values(SessionSource, **of_session, **of_source))
        if lines and attachments:
            rows += _some(draw, _uses(attachments, line_id=[one.id for one in lines]))
    rows += _reports(draw, here, attachments)
    rows += _texts(draw, here, [row.id for row in rows])
    return Whole(conference, tuple(rows), tuple(data))


def _reports(draw: st.DrawFn, here: str, attachments: Sequence[Attachment]) -> list[Any]:
    reports = _some(draw, values(Report, conference_id=st.just(here)))
    if not reports:
        return []
    of_report = {"report_id": st.sampled_from([one.id for one in reports])}
    sections = _distinct(
        _some(draw, values(Section, parent_id=st.none(), **of_report), 3), "report_id", "key"
    )
    sections = [
        replace(one, parent_id=draw(st.sampled_from([None, *(s.id for s in sections)])))
        for one in sections
    ]
    settings = _some(draw, values(ReportSetting, **of_report))
    rows = [*reports, *_distinct(settings, "report_id", "target", "key"), *sections]
    if not sections:
        return rows
    of_section = {"section_id": st.sampled_from([one.id for one in sections])}
    texts = _some(draw, values(SectionText, **of_section))
    rows += _some(draw, values(SectionSource, **of_section))
    rows += _distinct(texts, "section_id", "language")
    if attachments:
        rows += _some(draw, _uses(attachments, section_id=[one.id for one in sections]))
    return rows


def _texts(draw: st.DrawFn, here: str, owners: Sequence[str]) -> list[Any]:
    of_any = {"owner_id": st.sampled_from(owners) | IDS, "conference_id": st.just(here)}
    versions = _some(draw, values(Version, **of_any), 3)
    marks = _some(draw, values(LanguageMark, **of_any), 3)
    return [
        *_distinct(versions, "owner_id", "field", "language"),
        *_distinct(marks, "owner_id", "field"),
    ]


def _uses(
    attachments: Sequence[Attachment],
    line_id: Sequence[str | None] = (None,),
    section_id: Sequence[str | None] = (None,),
) -> st.SearchStrategy[AttachmentUse]:
    return values(
        AttachmentUse,
        attachment_id=st.sampled_from([one.id for one in attachments]),
        line_id=st.sampled_from(line_id),
        section_id=st.sampled_from(section_id),
    )


def _some(draw: st.DrawFn, strategy: st.SearchStrategy[Any], most: int = 2) -> list[Any]:
    return draw(st.lists(strategy, max_size=most, unique_by=lambda one: one.id))


def _distinct(rows: Sequence[T], *names: str) -> list[T]:
    found = {tuple(getattr(row, name) for name in names): row for row in rows}
    return list(found.values())
