"""Speakers that calendars write into the titles, taken out where there is but one way to read it.

sched.com has no field for speakers, so organisers write "Title - Name, Company & Name, Company; …"
(Linux Foundation and CNCF events). pretalx and frab print "Title - Speaker, Speaker" themselves.
What can be read in more than one way stays in the title and is told. Measured on KubeCon Europe
2026 (596 titles) against the speakers of its print page: those taken out are those of the page, but
for other spellings of a name.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from confnotes.domain.conference import Confidence
from confnotes.domain.draft import DraftSpeaker
from confnotes.schedule.findings import Findings
from confnotes.schedule.ical.profile import Producer
from confnotes.schedule.limits import MAX_SPEAKERS

_DASH = " - "
_WORD = re.compile(r"[^\W\d_][\w'’.\-]*")
_SMALL_WORDS = "van von der den de da di del della la le el al bin ibn dos do ter ten y e zu af"
_SMALL = frozenset(_SMALL_WORDS.split())
# Words of titles of jobs, and words that names do not have.
_ROLE = re.compile(
    r"\b(maintainer|reviewer|approver|contributor|lead|leader|owner|engineer|director|"
    r"manager|officer|ceo|cto|cio|coo|ciso|vp|president|founder|co-?founder|chair|"
    r"architect|developer|advocate|evangelist|scientist|researcher|professor|fellow|specialist|"
    r"strategist|consultant|analyst|ambassador|head|principal|senior|staff|chief|executive|"
    r"technologist|student|editor|host|moderator)\b",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"\b(the|and|or|of|in|on|for|with|to|from|by|at|your|our|my|how|why|what|when|session|"
    r"workshop|talk|day|event|part|track|update|updates|intro|introduction|past|present|future|"
    r"lessons|learned|beyond|building|using|case|study|deep|dive|hosted)\b",
    re.IGNORECASE,
)
_LEGAL = re.compile(r"(?:Inc|LLC|Ltd|GmbH|Co|Corp|AG|SA|SAS|BV|KK|K\.K)\.?", re.IGNORECASE)
_AND = re.compile(r"\s+&\s+")
_MAX_WORDS = 5
_FEWEST = 10
_SHARE = 0.4
_MAX_TAIL = 600


@dataclass(frozen=True, slots=True)
class Placed:
    """A person of a title, and where they are from."""

    name: str
    company: str = ""
    role: str = ""


@dataclass(slots=True)
class Titles:
    """How a calendar's titles name speakers; `producer` is OTHER where they do not."""

    producer: Producer = Producer.OTHER
    companies: Counter[str] = field(default_factory=Counter)
    found: int = 0

    @classmethod
    def of(cls, producer: Producer, titles: Sequence[str]) -> "Titles":
        """Tell from all titles whether they name speakers: on sched.com where many do (it is the
        organisers' habit), from pretalx and frab where all have the dash of their template."""
        if producer is Producer.SCHED:
            book = cls(producer, _companies(titles))
            dashed = [title for title in titles if _DASH in title]
            named = sum(book._people(title) is not None for title in dashed)
            if named >= max(_FEWEST, _SHARE * len(dashed)):
                return book
            return cls()
        of_template = producer in (Producer.PRETALX, Producer.FRAB) and bool(titles)
        dashed_all = of_template and all(f"{title} ".find(_DASH) > 0 for title in titles)
        return cls(producer) if dashed_all else cls()

    def read(
        self, title: str, place: str, findings: Findings
    ) -> tuple[str, tuple[DraftSpeaker, ...]]:
        """Return the title without the speakers it names, and these; the whole title and nobody
        where it names none or can be read in several ways, which is told."""
        if self.producer is Producer.OTHER:
            return title, ()
        if self.producer is not Producer.SCHED:
            return _of_template(title)
        people = self._people(title)
        if people is None:
            if any(_seems_to_name(part) for part in title.split(_DASH)[1:]):
                findings.assumed("schedule.speakers_left_in_title", place, title=title[:80])
            return title, ()
        self.found += 1
        speakers = tuple(
            DraftSpeaker(
                one.name, affiliation=one.company, role=one.role, confidence=Confidence.GUESSED
            )
            for one in people[:MAX_SPEAKERS]
        )
        return title.rpartition(_DASH)[0].strip(), speakers

    def tell(self, findings: Findings) -> None:
        """Note how many titles speakers were taken from."""
        if self.found:
            findings.assumed("schedule.speakers_from_titles", count=self.found)

    def _people(self, title: str) -> list[Placed] | None:
        """Return the people a title ends in, None where it is not sure that it does."""
        head, _, tail = title.rpartition(_DASH)
        if not head.strip() or len(tail) > _MAX_TAIL:
            return None
        # A dash within somebody's job: the people begin before it.
        if any(_seems_to_name(part) for part in head.split(_DASH)[1:]):
            return None
        people: list[Placed] = []
        for group in tail.split("; "):
            found = self._group(group)
            if found is None:
                return None
            people += found
        return people

    def _group(self, group: str) -> list[Placed] | None:
        """Return the people of "Name & Name, Company" or "Name, Company & Name, Company"."""
        people: list[Placed] = []
        waiting: list[str] = []
        parts = _AND.split(group)
        for number, part in enumerate(parts, 1):
            name, *rest = part.split(", ")
            if not is_name(name):
                return None
            if not rest:
                waiting.append(name)
                continue
            place = place_of(rest)
            if place is None:
                return None
            # In "A B, C D & E F, Company", C D may be a person.
            if number < len(parts) and is_name(place.company) and not self.companies[place.company]:
                return None
            people += [Placed(one, place.company) for one in waiting]
            people.append(Placed(name, place.company, place.role))
            waiting = []
        return None if waiting else people


def _companies(titles: Iterable[str]) -> Counter[str]:
    """Return the companies of titles that name one person alone: there is no doubt of these."""
    found: Counter[str] = Counter()
    for title in titles:
        head, _, tail = title.rpartition(_DASH)
        name, comma, company = tail.partition(", ")
        alone = head and comma and not _AND.search(tail) and ";" not in tail and "," not in company
        if alone and is_name(name) and not _ROLE.search(company):
            found[company] += 1
    return found


def is_name(text: str) -> bool:
    """Return whether text looks like a person's name: two to five words in capitals, no words of
    jobs or titles among them."""
    words = text.split()
    if (
        not 2 <= len(words) <= _MAX_WORDS
        or words[0] == "A"
        or _ROLE.search(text)
        or _NO_NAME.search(text)
    ):
        return False
    if not all(_WORD.fullmatch(word) for word in words):
        return False
    capital = all(word[0].isupper() or word.lower() in _SMALL for word in words)
    shouted = any(len(word) > 3 and word.isupper() for word in words)
    return capital and not shouted and words[0][0].isupper() and words[-1][0].isupper()


def place_of(rest: Sequence[str]) -> Placed | None:
    """Return the company and the role of what follows a name, None where that is not sure."""
    if any(is_name(words.rpartition(" and ")[2]) for words in rest if " and " in words):
        return None
    if len(rest) > 1 and _LEGAL.fullmatch(rest[-1]):
        rest = [*rest[:-2], f"{rest[-2]}, {rest[-1]}"]
    if len(rest) == 1:
        only = rest[0].strip()
        return Placed("", role=only) if _is_role(only) else Placed("", only)
    if len(rest) == 2 and _is_role(rest[0]) and not _ROLE.search(rest[1]):
        return Placed("", rest[1].strip(), rest[0].strip())
    return None


def _is_role(words: str) -> bool:
    return _ROLE.search(words) is not None


def _seems_to_name(tail: str) -> bool:
    """Return whether words begin with a name and go on as lists of people do."""
    first = re.split(r",\s|\s&\s|;\s|\sand\s", tail[:_MAX_TAIL], maxsplit=1)
    return len(first) > 1 and is_name(first[0].strip())


def _of_template(title: str) -> tuple[str, tuple[DraftSpeaker, ...]]:
    """Return title and speakers of "Title - Speaker, Speaker"; nobody after a dash at the end."""
    head, _, tail = f"{title} ".rpartition(_DASH)
    names = [name for part in tail.split(",") if (name := part.strip())]
    if any(any(ch.isdigit() for ch in name) or len(name.split()) > _MAX_WORDS for name in names):
        return title, ()
    speakers = tuple(
        DraftSpeaker(name, confidence=Confidence.GUESSED)
        for name in list(dict.fromkeys(names))[:MAX_SPEAKERS]
    )
    return head.strip(), speakers
