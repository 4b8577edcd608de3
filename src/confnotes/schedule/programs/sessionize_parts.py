"""The parts of Sessionize's schedules: categories, speakers, links, sessions in several rooms."""

import re
from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from confnotes.domain.draft import DraftLink, DraftSpeaker
from confnotes.domain.session import LinkKind, SessionKind
from confnotes.domain.text import folded
from confnotes.schedule.assemble import Found
from confnotes.schedule.findings import Findings
from confnotes.schedule.kinds import kind_by_title
from confnotes.schedule.languages import language_of
from confnotes.schedule.limits import MAX_LINKS, MAX_SPEAKERS
from confnotes.schedule.links import distinct, kind_of, whole
from confnotes.schedule.people import speaker_of
from confnotes.schedule.programs.common import at, by_id
from confnotes.schedule.prose import single
from confnotes.schedule.values import Record, first_text, records, sequence, text_of

_TRACK = re.compile(r"\b(track|theme|topic|category)\b|トラック|カテゴリ|テーマ", re.IGNORECASE)
_FORMAT = re.compile(
    r"\b(format|session type|type|length)\b|種別|形式|セッション時間", re.IGNORECASE
)
_LANGUAGE = re.compile(r"\b(language|sprache|langue|idioma)\b|言語", re.IGNORECASE)
_MEETING = re.compile(
    r"https?://([^/]*\.)?(zoom\.us|teams\.(microsoft|live)\.com|meet\.google\.com|webex\.com|"
    r"gotomeeting\.com)(/|$)",
    re.IGNORECASE,
)
# "Staff Engineer @ Example", "CTO at Example Inc.": words, the sign, a name in capitals.
_AT = re.compile(
    r"[^@]{2,60}?(?:\s@\s?| at )"
    r"(?P<company>[A-Z0-9\u3040-\u9fff][^@,;&|/.•]{0,40}(?:,? (?:Inc|Ltd|LLC)\.?)?)"
)
_COMPANY = re.compile(r"株式会社[^\s、,/／|｜]{1,30}|[^\s、,/／|｜]{1,30}株式会社")
_BY_EVERYBODY = frozenset({SessionKind.MEAL, SessionKind.OTHER, SessionKind.PARTY})


@dataclass(frozen=True, slots=True)
class Sorted:
    """What the categories of a session say."""

    track: str = ""
    format: str = ""
    language: str | None = None


class Categories:
    """What an item of a category means is told by the category's title, which organisers choose."""

    def __init__(self, given: object) -> None:
        self._items = {
            key: (_title(category), item)
            for category in records(given)
            for key, item in by_id(category.get("items"), "id").items()
        }

    def of(self, entry: Record) -> Sorted:
        """Return what the categories of an entry say."""
        found: dict[str, list[str]] = defaultdict(list)
        for title, item in self._named(entry):
            name = single(text_of(item.get("name")))
            for sort, words in (("language", _LANGUAGE), ("format", _FORMAT), ("track", _TRACK)):
                if name and words.search(title):
                    found[sort].append(name)
                    break
        languages = found["language"]
        return Sorted(
            next(iter(found["track"]), ""),
            ", ".join(dict.fromkeys(found["format"])),
            language_of(languages[0]) if len(languages) == 1 else None,
        )

    def _named(self, entry: Record) -> list[tuple[str, Record]]:
        """Return (title of the category, item) of an entry: by ids, or as it brings them along."""
        ids = [
            *sequence(entry.get("categoryItems"))[:MAX_LINKS],
            entry.get("sessionCategoryItemId"),
        ]
        by_ids = [known for one in ids if (known := self._items.get(text_of(one)))]
        brought = [
            (_title(category), item)
            for category in records(entry.get("categories"))[:MAX_LINKS]
            for item in records(category.get("categoryItems"))[:MAX_LINKS]
        ]
        return by_ids + brought


def _title(category: Record) -> str:
    return text_of(category.get("title") or category.get("name"))[:200]


class People:
    """The speakers of a view, by their ids; a company is read out of a tag line where it can be."""

    def __init__(self, given: object, findings: Findings) -> None:
        self._given = by_id(given, "id")
        self._findings = findings
        self._known: dict[str, DraftSpeaker | None] = {}
        self._companies: set[str] = set()

    def of(self, entry: Record, place: str) -> tuple[DraftSpeaker, ...]:
        """Return the speakers of an entry, in its order, each once."""
        found: dict[str, DraftSpeaker] = {}
        for given in sequence(entry.get("speakers"))[:MAX_SPEAKERS]:
            own = given if isinstance(given, dict) else {}
            key = first_text(own, "id") or ("" if own else text_of(given))
            speaker = self._speaker(key, own, place)
            if speaker is not None:
                found.setdefault(speaker.key or speaker.name, speaker)
            else:
                self._findings.missing("schedule.unknown_speaker", place, id=key[:80])
        return tuple(found.values())

    def _speaker(self, key: str, own: Record, place: str) -> DraftSpeaker | None:
        if key and key in self._known:
            return self._known[key]
        given = {**own, **self._given.get(key, {})}
        links = [whole(first_text(one, "url")) for one in records(given.get("links"))[:MAX_LINKS]]
        speaker = speaker_of(
            {"biography": given.get("bio"), "url": next(filter(None, links), ""), **given},
            self._findings,
            place,
        )
        company = company_in(single(first_text(given, "tagLine"))) if speaker is not None else ""
        if speaker is not None and company and not speaker.affiliation:
            speaker = replace(speaker, affiliation=company)
            self._companies.add(speaker.key or speaker.name)
        if key:
            self._known[key] = speaker
        return speaker

    def tell(self, findings: Findings) -> None:
        """Note how many companies were read out of tag lines."""
        if self._companies:
            findings.assumed("schedule.companies_guessed", count=len(self._companies))


def company_in(line: str) -> str:
    """Return the company that a tag line names after "@" or "at", or that it is ("株式会社例")."""
    if match := _AT.fullmatch(line):
        return match["company"].strip()
    return line if _COMPANY.fullmatch(line) else ""


def questions_of(given: object) -> dict[str, str]:
    """Return the words of the questions by their ids."""
    return {k: single(text_of(q.get("question")), 200) for k, q in by_id(given, "id").items()}


def links_of(entry: Record, questions: dict[str, str]) -> tuple[DraftLink, ...]:
    """Return recordings, slides and repositories. Of the answers to the organisers' questions, only
    addresses that lead to one of these: others are short links, and meetings with their passwords.
    """
    asset = entry.get("asset")
    asset = asset if isinstance(asset, dict) else {}
    answers = [
        (first_text(one, "answerValue"), _question(one, questions))
        for one in records(entry.get("questionAnswers"))[:MAX_LINKS]
    ]
    return distinct(
        (
            at(LinkKind.VIDEO, first_text(entry, "recordingUrl") or first_text(asset, "videoUrl")),
            at(LinkKind.SLIDES, first_text(asset, "slideUrl")),
            *(_answer(value, label) for value, label in answers),
            _live(first_text(entry, "liveUrl")),
        )
    )


def _question(answer: Record, questions: dict[str, str]) -> str:
    known = questions.get(first_text(answer, "questionId"), "")
    return known or single(text_of(answer.get("question")), 200)


def _answer(value: str, label: str) -> DraftLink | None:
    kind = kind_of(value, label)
    return None if kind is LinkKind.OTHER or _MEETING.match(value) else at(kind, value, label)


def _live(url: str) -> DraftLink | None:
    return None if _MEETING.match(url) else at(LinkKind.VIDEO, url, "live")


def merged(found: Sequence[Found], everywhere: AbstractSet[str], findings: Findings) -> list[Found]:
    """Return the sessions, each once: what everybody attends stands in the grid once a room.

    With one id at one time it is one session; under several ids (each break of droidcon 2023 has
    five) where the file calls it a break, nobody speaks, and title, start and end are the same.
    """
    groups: dict[object, list[Found]] = defaultdict(list)
    for number, one in enumerate(found):
        groups[_group(one, everywhere) or number].append(one)
    twice = sum(len(group) - 1 for group in groups.values())
    if twice:
        findings.assumed("schedule.once_for_all_rooms", count=twice)
    return [_one(group, everywhere) for group in groups.values()]


def _group(one: Found, everywhere: AbstractSet[str]) -> object:
    facts = one.facts
    if facts.start is None:
        return None
    title = folded(facts.title or "")
    general = one.place in everywhere and kind_by_title(facts.title or "") in _BY_EVERYBODY
    if general and not one.speakers:
        return title, facts.start, facts.end
    return (one.source_key, title, facts.start) if one.source_key else None


def _one(group: Sequence[Found], everywhere: AbstractSet[str]) -> Found:
    """Return a group as one session: in no room where everybody attends, else in all of theirs."""
    first = group[0]
    rooms = list(dict.fromkeys(one.facts.room for one in group if one.facts.room))
    if len(rooms) < 2:
        return first
    room = None if first.place in everywhere else single(", ".join(rooms))
    return replace(first, facts=replace(first.facts, room=room))
