"""Whatever changes a notebook, the next search finds what one that reads everything anew finds."""

import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from confnotes.domain.conference import EventKind, Shelf, SourceKind
from confnotes.domain.draft import Draft, DraftSession
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.footnotes import Footnote
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line, LineKind
from confnotes.domain.search import parse
from confnotes.domain.session import Origin, SessionFacts
from confnotes.services.bundle import Services
from confnotes.services.hub import Hub
from confnotes.services.search import SearchService

WORDS = ("灯台", "船", "ｶﾓﾒ", "Kitewing", "GitHub", "harbour", "導入[^a1]", "怖い")
TITLES = (("One 船", "Two", "灯台"), ("Meshes", "Sails 船", "Kitewing"))
QUERIES = (
    "灯台", "船", "かもめ", "kite", "github", "harbour 船", "導入", "怖", "kind:quote",
    "rating:4+ 船", "speaker:ada", "tag:later", "day:2026-05-04", "renamed",
)  # fmt: skip


class Hands:
    """Somebody who changes a notebook at random, by every use case that touches what is found."""

    def __init__(self, opened: Services, seed: int) -> None:
        self.opened, self.random = opened, random.Random(seed)
        self.joined = 0
        self._deck: list[Callable[[], None]] = []
        for number in range(2):
            start = f"202{6 - number}-05-04T10:00:00"
            facts = [SessionFacts(title=title, start=start) for title in TITLES[number]]
            sessions = tuple(DraftSession(f"{number}-{n}", fact) for n, fact in enumerate(facts))
            draft = Draft(SourceKind.FRAB_JSON, sessions, title=f"Days {number}")
            made, _ = opened.schedules.import_draft(draft, name="", timezone="Asia/Tokyo")
            for title in ("By hand", "灯台の下"):
                opened.programme.add_session(made.conference_id, title, start=start)

    def step(self) -> str:
        """Do one thing; return its name."""
        if not self._deck:
            self._deck = [
                self.write, self.write, self.write, self.move, self.swap, self.join,
                self.bring_back, self.correct, self.texts, self.rate, self.tag, self.speak,
                self.note, self.unnote, self.add, self.delete, self.untrash, self.rename,
                self.event, self.unevent,
            ]  # fmt: skip
            self.random.shuffle(self._deck)
        does = self._deck.pop()
        does()
        return does.__name__

    def _conference(self) -> str:
        found = [one.conference.id for one in self.opened.programme.conferences()]
        return self.random.choice(found)

    def _session(self, conference: str | None = None) -> str:
        views = self.opened.programme.view(conference or self._conference()).sessions
        return self.random.choice(views).session.id

    def _two(self) -> tuple[str, str]:
        conference = self._conference()
        return self._session(conference), self._session(conference)

    def _words(self) -> str:
        return " ".join(self.random.sample(WORDS, self.random.randint(1, 3)))

    def write(self) -> None:
        session = self._session()
        lines = list(self.opened.notes.view(session).lines)
        if lines and self.random.random() < 0.4:
            lines.pop(self.random.randrange(len(lines)))
        elif lines and self.random.random() < 0.5:
            at = self.random.randrange(len(lines))
            lines[at] = replace(lines[at], text=self._words())
        else:
            kind = self.random.choice((LineKind.POINT, LineKind.QUOTE))
            tags = ("Later",) if self.random.random() < 0.3 else ()
            lines.insert(0, Line(new_id(), session, 0, self._words(), kind=kind, tags=tags))
        self.opened.notes.save(session, lines)

    def move(self) -> None:
        source, target = self._two()
        ids = [line.id for line in self.opened.notes.view(source).lines]
        if source != target and ids:
            self.opened.moving.move_lines(source, ids[:2], target)

    def swap(self) -> None:
        source, target = self._two()
        if source != target:
            self.opened.moving.swap(source, target)

    def join(self) -> None:
        conference = self._conference()
        sessions = [view.session for view in self.opened.programme.view(conference).sessions]
        hand = [one.id for one in sessions if one.origin is Origin.OWN]
        planned = [one.id for one in sessions if one.origin is Origin.IMPORTED]
        if hand and planned and len(sessions) > 2:
            one, other = self.random.choice(hand), self.random.choice(planned)
            try:
                self.opened.schedules.join(one, other)
            except ConfnotesError:
                return  # both have notes
            self.joined += 1

    def bring_back(self) -> None:
        session = self._session()
        states = self.opened.history.states(session)
        if states:
            self.opened.history.bring_back(session, self.random.choice(states).number)

    def correct(self) -> None:
        conference = self._conference()
        for finding in self.opened.names.found(conference)[:1]:
            places = [place.place for place in finding.places]
            self.opened.names.correct(conference, places, "Renamed")

    def texts(self) -> None:
        self.opened.review.set_text(self._session(), "summary", self._words())

    def rate(self) -> None:
        self.opened.review.rate(self._session(), self.random.choice((None, 3, 5)))

    def tag(self) -> None:
        self.opened.review.set_tags(self._session(), self.random.choice(((), ("Later", "船"))))

    def speak(self) -> None:
        people = self.random.choice(((), (("Ada 船", ""),), (("Ada", "灯台社"), ("Ben", ""))))
        self.opened.programme.set_speakers(self._session(), people)

    def note(self) -> None:
        conference, key = self._conference(), f"a{self.random.randint(1, 3)}"
        known = self.opened.notes.footnotes(conference)
        made = Footnote(new_id(), conference, key, "")
        same = next((one for one in known if one.key == key), made)
        self.opened.notes.put_footnote(replace(same, text=self._words()))

    def unnote(self) -> None:
        for note in self.opened.notes.footnotes(self._conference())[:1]:
            self.opened.notes.delete_footnote(note.id)

    def add(self) -> None:
        self.opened.programme.add_session(self._conference(), self._words())

    def delete(self) -> None:
        conference = self._conference()
        if len(self.opened.programme.view(conference).sessions) > 2:
            self.opened.shelves.put_sessions({self._session(conference): Shelf.TRASHED})

    def untrash(self) -> None:
        thrown = self.opened.programme.view(self._conference()).trashed
        self.opened.shelves.put_sessions({one.session.id: None for one in thrown})

    def rename(self) -> None:
        conference = self.opened.programme.view(self._conference()).conference
        self.opened.programme.edit_conference(replace(conference, own_name=self._words()))

    def event(self) -> None:
        self.opened.programme.add_event(self._conference(), self._words())

    def unevent(self) -> None:
        for event in self.opened.programme.view(self._conference()).events:
            if event.kind is EventKind.COLOCATED:
                self.opened.programme.delete_event(event.id)
                return


def found(search: SearchService) -> dict[str, list[tuple[str, str, str, str]]]:
    """Return everything that is found, in its order."""
    return {
        text: [
            (one.place, one.id, one.text, one.session.id if one.session else "")
            for one in search.search(parse(text)).found
        ]
        for text in QUERIES
    }


@pytest.mark.parametrize("steps", [60, pytest.param(600, marks=pytest.mark.slow)])
def test_a_search_that_heard_of_changes_finds_what_a_new_one_finds(
    opened: Services, steps: int
) -> None:
    hands = Hands(opened, 20260504)
    done: dict[str, int] = {}
    hits = 0
    for number in range(steps):
        name = hands.step()
        done[name] = done.get(name, 0) + 1
        kept = found(opened.search)
        assert kept == found(SearchService(opened.notebook, Hub())), (number, name)
        hits += sum(map(len, kept.values()))
    assert len(done) == 18, done
    assert hands.joined
    assert hits > steps * 10
