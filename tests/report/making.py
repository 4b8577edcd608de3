"""Builds the contents of invented conferences, one short call a thing."""

import hashlib
import tomllib
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from confnotes.domain.attachments import Attachment, AttachmentUse
from confnotes.domain.audience import Audience
from confnotes.domain.choice import Attendance, Choice, Intent
from confnotes.domain.conference import (
    Author,
    Conference,
    Day,
    Event,
    EventKind,
    Fact,
    FactKind,
    Speaker,
)
from confnotes.domain.contents import Contents
from confnotes.domain.footnotes import Footnote
from confnotes.domain.notes import Line, LineKind
from confnotes.domain.report import Report, ReportSetting, Section, SectionKind, SectionText
from confnotes.domain.session import (
    Credit,
    Link,
    LinkKind,
    LinkState,
    Session,
    SessionFacts,
    SessionKind,
)
from confnotes.domain.text import Language, fingerprint
from confnotes.domain.times import resolve
from confnotes.domain.versions import LanguageMark, Version
from confnotes.report.compose import Composition, compose
from confnotes.report.deliver import Delivery, deliver
from confnotes.report.snapshot import take
from confnotes.report.targets import TARGETS
from confnotes.report.wording import Wording

RESOURCES = Path(__file__).parents[2] / "resources" / "report"


@lru_cache(maxsize=2)
def catalogue(language: Language) -> dict[str, Any]:
    """Return the wording of a language as the app ships it."""
    return tomllib.loads((RESOURCES / f"{language}.toml").read_text(encoding="utf-8"))


class Maker:
    """A conference being put together; ids are given in the order of the calls."""

    def __init__(self, name: str = "Paperboat Conf 2031", zone: str = "Europe/Lisbon") -> None:
        self.conference = Conference("conf", name, zone)
        self.main = Event("main", "conf", EventKind.MAIN, name)
        self._rows: dict[str, list[Any]] = {"events": [self.main]}
        self.author: Author | None = None
        self.report = Report("rep", "conf")
        self._count = 0

    def _id(self, prefix: str) -> str:
        self._count += 1
        return f"{prefix}{self._count}"

    def _add(self, kind: str, row: Any) -> str:
        self._rows.setdefault(kind, []).append(row)
        return str(row.id)

    def about(self, **facts: Any) -> None:
        self.conference = replace(self.conference, **facts)

    def day(self, when: str, number: int, label: str = "") -> str:
        row = Day(self._id("day"), "conf", date.fromisoformat(when), number, label)
        return self._add("days", row)

    def event(self, name: str, when: str | None = None, **choice: Any) -> str:
        starts = date.fromisoformat(when) if when else None
        position = len(self._rows["events"])
        row = Event(
            self._id("ev"), "conf", EventKind.COLOCATED, name, position, starts=starts,
            choice=Choice(**choice),
        )  # fmt: skip
        return self._add("events", row)

    def speaker(self, name: str, affiliation: str = "") -> str:
        return self._add("speakers", Speaker(self._id("sp"), "conf", name, affiliation=affiliation))

    def session(
        self, title: str, start: str | None = None, *, kind: SessionKind = SessionKind.TALK,
        event: str = "main", by: tuple[str, ...] = (), end: str | None = None, going: bool = True,
        considered: bool = False, reason: str = "", watch: bool = False,
        attendance: Attendance = Attendance.OPEN, room: str | None = None,
        track: str | None = None, code: str | None = None, **own: Any,
    ) -> str:  # fmt: skip
        facts = SessionFacts(
            title=title, kind=kind, start=start, end=end, room=room, track=track, code=code
        )
        intent = Intent.GOING if going else Intent.NONE
        intent = Intent.CONSIDERED if considered else intent
        choice = Choice(intent, attendance, watch, reason)
        identity = self._id("s")
        row = Session(
            identity, "conf", event, facts, choice=choice,
            start_at=resolve(start, self.conference.timezone),
            end_at=resolve(end, self.conference.timezone), **own,
        )  # fmt: skip
        self._add("sessions", row)
        for position, speaker in enumerate(by):
            self._add("credits", Credit(self._id("cr"), identity, speaker, position))
        return identity

    def line(
        self, session: str, text: str, kind: LineKind = LineKind.POINT, depth: int = 0, **more: Any
    ) -> str:
        position = sum(line.session_id == session for line in self._rows.get("lines", []))
        at = datetime(2031, 5, 12, 9, tzinfo=UTC) + timedelta(minutes=self._count)
        more.setdefault("written_at", at)
        row = Line(self._id("l"), session, position, text, depth, kind, **more)
        return self._add("lines", row)

    def lines(self, session: str, *rows: str) -> None:
        """Add plain points; two blanks before a row put it a level deeper."""
        for row in rows:
            text = row.lstrip(" ")
            self.line(session, text, depth=(len(row) - len(text)) // 2)

    def footnote(self, key: str, text: str, audience: Audience = Audience.PUBLIC) -> str:
        return self._add("footnotes", Footnote(self._id("f"), "conf", key, text, audience))

    def link(
        self, session: str, kind: LinkKind, url: str = "", state: LinkState = LinkState.THERE,
        label: str = "",
    ) -> str:  # fmt: skip
        return self._add("links", Link(self._id("ln"), session, kind, url, label, state))

    def picture(self, line: str | None, name: str, section: str | None = None, **use: Any) -> str:
        sha = hashlib.sha256(name.encode()).hexdigest()
        picture = Attachment(self._id("at"), "conf", sha, "image/png", 10, name)
        self._add("attachments", picture)
        row = AttachmentUse(self._id("us"), picture.id, line, section, **use)
        self._add("uses", row)
        return str(row.id)

    def fact(self, kind: FactKind, value: str, source: str = "", *, shown: bool = True) -> str:
        position = len(self._rows.get("facts", []))
        return self._add(
            "facts", Fact(self._id("fa"), "conf", kind, value, source, shown, position)
        )

    def version(self, owner: str, field: str, language: Language, text: str, original: str) -> None:
        row = Version(self._id("v"), "conf", owner, field, language, text, fingerprint(original))
        self._add("versions", row)

    def mark(self, owner: str, field: str, language: Language) -> None:
        self._add("language_marks", LanguageMark(self._id("lm"), "conf", owner, field, language))

    def setting(self, key: str, value: str, target: str = "") -> str:
        row = ReportSetting(self._id("rs"), "rep", target, key, value)
        return self._add("report_settings", row)

    def section(
        self, key: str, kind: SectionKind, *, shown: bool = True, heading: str = "", **more: Any
    ) -> str:
        row = Section(self._id("sec"), "rep", key, kind, shown=shown, heading=heading, **more)
        return self._add("sections", row)

    def written(self, section: str, language: Language, text: str, **more: Any) -> str:
        row = SectionText(self._id("st"), section, language, text, **more)
        return self._add("section_texts", row)

    def contents(self) -> Contents:
        rows = {kind: tuple(found) for kind, found in self._rows.items()}
        return Contents(self.conference, author=self.author, reports=(self.report,), **rows)

    def composed(self, language: Language = Language.JA, target: str = "github") -> Composition:
        return compose(take(self.contents(), self.report, language, target), catalogue(language))

    def markdown(self, language: Language = Language.JA, target: str = "github") -> str:
        return self.delivered(language, target).text

    def delivered(self, language: Language = Language.JA, target: str = "github") -> Delivery:
        composition = self.composed(language, target)
        return deliver(composition, TARGETS[target], Wording(catalogue(language)))
