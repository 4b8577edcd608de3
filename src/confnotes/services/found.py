"""Turning what a search hit into values: texts as they were written, with the words marked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from confnotes.domain.conference import Conference, Event, Speaker
from confnotes.domain.footnotes import Footnote
from confnotes.domain.notes import Line
from confnotes.domain.search import Query, marks, shown
from confnotes.domain.session import Credit, Session
from confnotes.services.listing import speaker_view
from confnotes.services.search_views import Found, Passage, Place
from confnotes.storage.reading import Reading

_AT_A_TIME = 5000
"""So many ids go into one question to the file."""
Texts = Sequence[tuple[str, str]]
"""Texts with the names of their fields."""
_NAMES = frozenset({"name", "speaker", "affiliation", "reading", "venue", "city"})
"""Texts that cannot cite a footnote."""
T = TypeVar("T", Line, Session, Footnote, Speaker, Event)


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found, by its id; where it stands, and the line it is or is cited by ("")."""

    place: Place
    id: str
    conference: Conference
    session_id: str = ""
    line_id: str = ""


class Reader:
    """Reads what was found, in the state of the notebook that was searched."""

    def __init__(self, unit: Reading, query: Query) -> None:
        self._unit, self._query = unit, query

    def found(self, hits: Sequence[Hit]) -> Iterator[Found]:
        """Yield what was found with its texts as they were written."""
        lines = self._by_id(Line, {hit.line_id for hit in hits})
        sessions = self._by_id(Session, {hit.session_id for hit in hits})
        of = {place: {hit.id for hit in hits if hit.place is place} for place in Place}
        footnotes = self._by_id(Footnote, of[Place.FOOTNOTE])
        speakers = self._by_id(Speaker, of[Place.SPEAKER])
        events = self._by_id(Event, of[Place.EVENT])
        people = self._people(of[Place.SESSION])
        captions = self._captions({hit.session_id for hit in hits if hit.place is Place.LINE})
        for hit in hits:
            texts: Texts = ()
            match hit.place:
                case Place.LINE if hit.id in lines:
                    texts = [*_of_line(lines[hit.id]), ("caption", captions.get(hit.id, ""))]
                case Place.SESSION if hit.id in sessions:
                    names = [("speaker", who) for who in people.get(hit.id, ())]
                    texts = [*_of_session(sessions[hit.id]), *names]
                case Place.FOOTNOTE if hit.id in footnotes:
                    texts = [("text", footnotes[hit.id].text)]
                case Place.SPEAKER if hit.id in speakers:
                    texts = _of_speaker(speakers[hit.id])
                case Place.EVENT:
                    texts = [("name", events[hit.id].title), ("name", events[hit.id].name)]
                case Place.CONFERENCE:
                    texts = _of_conference(hit.conference)
            if not texts:  # it went while the search began; the next one does not know it
                continue
            with_speakers = hit.place is not Place.LINE
            passages = self._passages(texts, with_speakers=with_speakers)
            session, line = sessions.get(hit.session_id), lines.get(hit.line_id)
            yield Found(hit.place, hit.id, hit.conference, passages, session, line)

    def _passages(self, texts: Texts, *, with_speakers: bool) -> tuple[Passage, ...]:
        """Return the first text, and of the others those with words, each wording once."""
        words = (*self._query.words, *(self._query.speakers if with_speakers else ()))
        out: list[Passage] = []
        for field, text in texts:
            read = text if field in _NAMES else shown(text)
            passage = Passage(field, read, marks(read, words))
            if not out or (passage.marks and read not in {one.text for one in out}):
                out.append(passage)
        return tuple(out)

    def _people(self, session_ids: set[str]) -> Mapping[str, Sequence[str]]:
        if not session_ids:
            return {}
        credited = self._unit.all(Credit, session_id=session_ids)
        speakers = self._by_id(Speaker, {credit.speaker_id for credit in credited})
        found: dict[str, list[str]] = {}
        for credit in credited:
            who = speakers[credit.speaker_id]
            view = speaker_view(credit, who)
            names = [view.name, view.affiliation, who.title, who.name, who.reading]
            names += [credit.name, credit.affiliation, who.company, who.affiliation]
            text = " · ".join(dict.fromkeys(filter(None, names)))
            found.setdefault(credit.session_id, []).append(text)
        return found

    def _captions(self, session_ids: set[str]) -> Mapping[str, str]:
        return self._unit.searching.captions(session_ids) if session_ids else {}

    def _by_id(self, cls: type[T], ids: set[str]) -> dict[str, T]:
        wanted = sorted(ids - {""})
        return {
            one.id: one
            for at in range(0, len(wanted), _AT_A_TIME)
            for one in self._unit.all(cls, id=wanted[at : at + _AT_A_TIME])
        }


def _of_line(line: Line) -> Texts:
    return [("text", line.text), ("gist", line.gist), ("answer", line.answer)]


def _of_session(session: Session) -> Texts:
    return [
        ("title", session.title),
        ("title", session.given.title or ""),
        ("heading", session.heading),
        ("reason", session.choice.reason),
        ("summary", session.summary),
        ("takeaway", session.takeaway),
    ]


def _of_speaker(speaker: Speaker) -> Texts:
    return [
        ("name", speaker.title),
        ("name", speaker.name),
        ("reading", speaker.reading),
        ("affiliation", speaker.company),
        ("affiliation", speaker.affiliation),
    ]


def _of_conference(conference: Conference) -> Texts:
    return [
        ("name", conference.title),
        ("name", conference.name),
        ("name", conference.short_name),
        ("venue", conference.venue),
        ("city", conference.city),
    ]
