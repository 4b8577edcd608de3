"""One event of a frab or pretalx schedule, made into a session; XML and JSON meet here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from confnotes.domain.draft import DraftLink
from confnotes.domain.session import LinkKind, SessionFacts
from confnotes.schedule.assemble import Found
from confnotes.schedule.findings import Findings
from confnotes.schedule.frab.times import Listed, times_of
from confnotes.schedule.kinds import kind_of, state_of
from confnotes.schedule.languages import language_of
from confnotes.schedule.links import distinct, link, page, whole
from confnotes.schedule.people import speakers_of
from confnotes.schedule.prose import body, joined, single
from confnotes.schedule.values import Record, as_json, first_text, sequence, text_of

_PRETALX_PAGE = re.compile(r"/(?:talk|submission)/([A-Z0-9]{5,8})/?$")
_MAX_KEY = 500
_MAX_ASKED = 200


@dataclass(frozen=True, slots=True)
class SessionReader:
    """Makes sessions of events; `base_url` is what relative addresses begin with."""

    base_url: str
    findings: Findings

    def read(self, event: Record, room: str, listed: Listed) -> Found | None:
        """Return the session of an event listed under `room`, None where it has neither title nor
        time."""
        language = language_of(first_text(event, "language"))
        title = self._title(event, language, listed.place)
        times = times_of(event, listed, self.findings)
        if not title and times.start is None:
            self.findings.skipped("schedule.empty_session", listed.place)
            return None
        links = self._links(event)
        words = single(text_of(event.get("type"), language))
        facts = SessionFacts(
            title=title or None,
            subtitle=single(text_of(event.get("subtitle"), language)) or None,
            abstract=self._abstract(event, language, listed.place) or None,
            kind=kind_of(title, words),
            format=words or None,
            code=_code(event, links),
            language=language,
            room=single(text_of(event.get("room"), language)) or single(room) or None,
            track=single(text_of(event.get("track"), language)) or None,
            start=times.start,
            end=times.end,
            duration=times.duration,
            state=state_of(title, _status(event)),
        )
        return Found(
            first_text(event, "guid", "code", "id")[:_MAX_KEY],
            facts,
            speakers_of(event, self.findings, listed.place),
            links,
            as_json(event),
            listed.place,
        )

    def _title(self, event: Record, language: str | None, place: str) -> str:
        title = single(text_of(event.get("title"), language))
        if title:
            return title
        title = single(first_text(event, "subtitle", language=language))
        if title:
            self.findings.assumed("schedule.title_from_text", place, title=title[:80])
        else:
            self.findings.missing("schedule.no_title", place)
        return title

    def _abstract(self, event: Record, language: str | None, place: str) -> str:
        return joined(
            body(text_of(event.get("abstract"), language), self.findings, place),
            body(text_of(event.get("description"), language), self.findings, place),
        )

    # -- links --------------------------------------------------------------------------

    def _links(self, event: Record) -> tuple[DraftLink, ...]:
        own = first_text(event, "full_conf_url", "url", "origin_url", "conf_url")
        video = whole(first_text(event, "video_download_url"), self.base_url)
        return distinct(
            (
                page(own, self.base_url),
                *self._listed(event, "links", attached=False),
                *self._listed(event, "attachments", attached=True),
                DraftLink(LinkKind.VIDEO, video) if video else None,
            )
        )

    def _listed(self, event: Record, name: str, *, attached: bool) -> Iterator[DraftLink | None]:
        for given in sequence(event.get(name))[:_MAX_ASKED]:
            if isinstance(given, str):
                yield link(text_of(given), base=self.base_url, attached=attached)
            elif isinstance(given, dict):
                yield link(
                    first_text(given, "url", "href"),
                    first_text(given, "title", "label", "name"),
                    first_text(given, "type"),
                    base=self.base_url,
                    attached=attached,
                )


def _status(event: Record) -> str:
    if event.get("cancelled") is True or event.get("canceled") is True:
        return "CANCELLED"
    return first_text(event, "status", "state")


def _code(event: Record, links: tuple[DraftLink, ...]) -> str | None:
    """Return the submission code: pretalx gives it, or has it in the address of the page."""
    if code := first_text(event, "code"):
        return single(code, 60)
    found = (_PRETALX_PAGE.search(each.url) for each in links if each.kind is LinkKind.PAGE)
    return next((match[1] for match in found if match), None)
