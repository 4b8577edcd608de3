"""Names written in two ways: found in all that was written, and corrected everywhere at once."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from confnotes.domain.changes import ChangeSet
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.identity import new_id
from confnotes.domain.kept_names import KeptName
from confnotes.domain.names import Finding, Form, Why
from confnotes.domain.report import SectionText
from confnotes.domain.text import fingerprint, stored, stored_line
from confnotes.domain.versions import Version
from confnotes.domain.written import (
    CLASSES,
    NamesFound,
    Owner,
    Place,
    names_of,
    put_in,
    respelled,
    text_of,
    with_text,
)
from confnotes.services.base import Service
from confnotes.services.listing import conference_of, programme_view
from confnotes.services.views import SessionView
from confnotes.storage.writing import Writing


@dataclass(frozen=True, slots=True)
class NamePlace:
    """A name in its text, with the session it was written in (None: of no session)."""

    place: Place
    session: SessionView | None = None

    @property
    def form(self) -> str:
        """How it is written there."""
        return self.place.form


@dataclass(frozen=True, slots=True)
class NameFinding:
    """A name with the ways it is written, the proposed one first, and all its places in order."""

    why: Why
    forms: tuple[Form, ...]
    places: tuple[NamePlace, ...]

    @property
    def key(self) -> str:
        """What tells it from others."""
        return self.forms[0].text

    def others(self, form: str) -> tuple[NamePlace, ...]:
        """Return the places where it is written in another way than `form`."""
        return tuple(place for place in self.places if place.form != form)


@dataclass(frozen=True, slots=True)
class Edit:
    """A text before and after a correction."""

    owner: Owner
    id: str
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """What a correction did: `places` are written as `form` now, `left` had changed meanwhile."""

    form: str
    places: int
    left: int
    edits: tuple[Edit, ...]


class NamesService(Service):
    """How names are written in a conference's notes, and making them all alike."""

    def found(self, conference_id: str) -> tuple[NameFinding, ...]:
        """Return what is written in two ways or unlike the schedule, in reading order.

        ConfnotesError conference.gone (id).
        """
        with self._notebook.reading() as unit:
            found = names_of(unit.contents(conference_id).at_hand())
            view = programme_view(unit, conference_id)
        return tuple(_view(found, finding, view.by_id) for finding in found.findings)

    def correct(
        self,
        conference_id: str,
        places: Sequence[Place],
        form: str,
        *,
        initiator: object = None,
    ) -> tuple[Corrected, ChangeSet]:
        """Write a name as `form` at these places; all else of their texts stays.

        A place that reads otherwise by now is left. Second versions and written sections that
        were made from a text stay as true to it as they were. ConfnotesError name.empty,
        conference.gone (id).
        """
        form = stored_line(form).strip()
        if not form:
            raise ConfnotesError("name.empty")
        by_text: dict[tuple[Owner, str, str], list[Place]] = defaultdict(list)
        for place in places:
            if place.form != form:
                by_text[place.text.owner, place.text.id, place.text.field].append(place)
        with self._change(initiator) as unit:
            conference_of(unit, conference_id)
            done = _Correcting(unit, conference_id, form)
            for spots in by_text.values():
                done.correct(spots)
            done.follow(frozenset(place.form for place in places) - {form})
        return Corrected(form, done.places, done.left, tuple(done.edits)), unit.changes

    def take_back(
        self, conference_id: str, corrected: Corrected, *, initiator: object = None
    ) -> ChangeSet:
        """Make the texts what they were before a correction; one that was changed since stays."""
        with self._change(initiator) as unit:
            conference_of(unit, conference_id)
            for edit in reversed(corrected.edits):
                obj: Any = unit.get(CLASSES[edit.owner], edit.id)
                if obj is not None and text_of(obj, edit.field) == edit.after:
                    unit.put(with_text(obj, edit.field, edit.before))
        return unit.changes

    def keep(
        self, conference_id: str, forms: Collection[str], *, initiator: object = None
    ) -> ChangeSet:
        """Take these forms for right from now on: nobody asks about them again."""
        with self._change(initiator) as unit:
            conference_of(unit, conference_id)
            known = {one.form for one in unit.all(KeptName, conference_id=conference_id)}
            for form in dict.fromkeys(map(stored_line, forms)):
                if form not in known:
                    unit.put(KeptName(new_id(), conference_id, form))
        return unit.changes

    def forget(
        self, conference_id: str, forms: Collection[str], *, initiator: object = None
    ) -> ChangeSet:
        """Ask about these forms again."""
        with self._change(initiator) as unit:
            for kept in unit.all(KeptName, conference_id=conference_id, form=list(forms)):
                unit.delete(KeptName, kept.id)
        return unit.changes


class _Correcting:
    """One correction on its way into the notebook."""

    def __init__(self, unit: Writing, conference_id: str, form: str) -> None:
        self._unit, self._conference_id, self._form = unit, conference_id, form
        self.edits: list[Edit] = []
        self.places = 0
        self.left = 0

    def correct(self, places: Sequence[Place]) -> None:
        """Write the form at places of one text."""
        text = places[0].text
        obj: Any = self._unit.get(CLASSES[text.owner], text.id)
        now = "" if obj is None else text_of(obj, text.field)
        spots = [(one.start, one.end) for one in places if _stands(one, now)]
        self.left += len(places) - len(spots)
        self.places += len(spots)
        if spots:
            self._put(text.owner, obj, text.field, stored(put_in(now, spots, self._form)))

    def follow(self, forms: Collection[str]) -> None:
        """Let what remembers how a text read remember how it reads now."""
        fresh = {fingerprint(edit.before): fingerprint(edit.after) for edit in self.edits}
        for version in self._unit.all(Version, conference_id=self._conference_id):
            if version.made_from in fresh:
                self._put(Owner.VERSION, version, "made_from", fresh[version.made_from])
        for written in self._unit.within(SectionText, self._conference_id):
            now = written
            if written.follows in fresh:
                now = self._put(Owner.SECTION_TEXT, now, "follows", fresh[written.follows])
            base = respelled(written.base, forms, self._form)
            if base != written.base:
                self._put(Owner.SECTION_TEXT, now, "base", base)

    def _put(self, owner: Owner, obj: Any, field: str, text: str) -> Any:
        before = text_of(obj, field)
        obj = with_text(obj, field, text)
        self._unit.put(obj)
        self.edits.append(Edit(owner, obj.id, field, before, text))
        return obj


def _stands(place: Place, now: str) -> bool:
    """Return whether a name still stands at its place: the text before it may not have grown."""
    return now[: place.end] == place.text.words[: place.end]


def _view(found: NamesFound, finding: Finding, sessions: Mapping[str, SessionView]) -> NameFinding:
    places = (found.place(spot) for spot in finding.spots)
    return NameFinding(
        finding.why,
        finding.forms,
        tuple(NamePlace(one, sessions.get(one.text.session_id)) for one in places),
    )
