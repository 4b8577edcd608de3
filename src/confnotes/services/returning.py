"""Who speaks, as a later state of a schedule says: people are found again, own words stay.

An entry of a person is written anew only where all sessions that name them are; else the sessions
that are print name and affiliation themselves.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from confnotes.domain.conference import Confidence, Speaker
from confnotes.domain.draft import DraftSpeaker
from confnotes.domain.identity import new_id
from confnotes.domain.session import Credit, Origin
from confnotes.domain.text import folded, stored, stored_line
from confnotes.domain.versions import LanguageMark, Version
from confnotes.storage.writing import Writing


class People:
    """The speakers of a conference of which the sessions `revised` are written anew; ids of people
    are those of the sessions `mine`, which came from the same source."""

    def __init__(
        self,
        unit: Writing,
        conference_id: str,
        revised: frozenset[str],
        mine: frozenset[str],
    ) -> None:
        self._unit = unit
        self._conference_id = conference_id
        self._by_id = {one.id: one for one in unit.all(Speaker, conference_id=conference_id)}
        self._by_name: dict[tuple[str, str], str] = {}
        for one in self._by_id.values():
            self._by_name.setdefault((folded(one.name), folded(one.affiliation)), one.id)
        self.credits: dict[str, list[Credit]] = defaultdict(list)
        self._settled: set[str] = set()
        for credit in sorted(unit.within(Credit, conference_id), key=lambda one: one.position):
            self.credits[credit.session_id].append(credit)
            if credit.session_id not in revised or credit.origin is Origin.OWN:
                self._settled.add(credit.speaker_id)
        here = {credit.speaker_id for one in mine for credit in self.credits[one]}
        elsewhere = {
            credit.speaker_id
            for one, there in self.credits.items()
            if one not in mine
            for credit in there
        }
        self._by_key = {
            one.source_key: one.id
            for one in self._by_id.values()
            if one.source_key and one.id not in elsewhere - here
        }

    def revise(self, session_id: str, drafts: Sequence[DraftSpeaker]) -> None:
        """Make a session name these people in their order."""
        left = list(self.credits[session_id])
        named: set[str] = set()
        for draft in drafts:
            name, affiliation = stored_line(draft.name), stored_line(draft.affiliation)
            speaker = self._found(draft, name, affiliation, left) or self._new(draft, name)
            if speaker.id in named:
                continue
            named.add(speaker.id)
            there = next((one for one in left if one.speaker_id == speaker.id), None)
            if there is not None:
                left.remove(there)
            speaker = self._told(speaker, draft)
            credit = self._credit(session_id, len(named) - 1, draft, speaker, there)
            if credit != there:
                self._unit.put(credit)
        for credit in left:
            self._unit.delete(Credit, credit.id)

    def drop_unused(self) -> None:
        """Delete imported speakers whom nobody names any more, and of whom nobody wrote."""
        unit, conference_id = self._unit, self._conference_id
        named = {one.speaker_id for one in unit.within(Credit, conference_id)}
        kept = unit.lists.own_speakers(conference_id)
        texts = {one.owner_id for one in unit.all(Version, conference_id=conference_id)}
        texts |= {one.owner_id for one in unit.all(LanguageMark, conference_id=conference_id)}
        for there in self.credits.values():
            for speaker_id in dict.fromkeys(credit.speaker_id for credit in there):
                if speaker_id in self._by_id.keys() - named - kept - texts:
                    del self._by_id[speaker_id]
                    unit.delete(Speaker, speaker_id)

    def _found(
        self, draft: DraftSpeaker, name: str, affiliation: str, left: Sequence[Credit]
    ) -> Speaker | None:
        """Return who is meant: by key, by name in the session, by name and affiliation."""
        identity = self._by_key.get(draft.key) if draft.key else None
        if identity is None:
            same = [
                (credit.affiliation or speaker.affiliation, speaker.id)
                for credit in left
                for speaker in [self._by_id[credit.speaker_id]]
                if folded(credit.name or speaker.name) == folded(name)
                and (not draft.key or speaker.source_key in ("", draft.key))
            ]
            same.sort(key=lambda one: one[0] != affiliation)
            identity = same[0][1] if same else None
        if identity is None and not draft.key:
            identity = self._by_name.get((folded(name), folded(affiliation)))
        return None if identity is None else self._by_id[identity]

    def _new(self, draft: DraftSpeaker, name: str) -> Speaker:
        speaker = Speaker(
            new_id(),
            self._conference_id,
            name,
            source_key=draft.key,
            confidence=draft.confidence,
        )
        self._unit.put(speaker)
        return self._keep(speaker)

    def _told(self, speaker: Speaker, draft: DraftSpeaker) -> Speaker:
        """Return the person's entry as the first session says that names them."""
        guessed = draft.confidence is Confidence.GUESSED
        known = guessed and speaker.confidence is Confidence.GIVEN
        if speaker.id in self._settled or known:
            return speaker
        self._settled.add(speaker.id)
        said = {
            "name": stored_line(draft.name),
            "affiliation": stored_line(draft.affiliation),
            "reading": stored_line(draft.reading),
            "biography": stored(draft.biography),
            "url": draft.url,
            "source_key": draft.key,
        }
        said = {column: text for column, text in said.items() if text}
        told = replace(speaker, **said, confidence=draft.confidence)
        self._unit.revise(told, *said, "confidence")
        return self._keep(told)

    def _keep(self, speaker: Speaker) -> Speaker:
        self._by_id[speaker.id] = speaker
        if speaker.source_key:
            self._by_key.setdefault(speaker.source_key, speaker.id)
        self._by_name.setdefault((folded(speaker.name), folded(speaker.affiliation)), speaker.id)
        return speaker

    def _credit(
        self,
        session_id: str,
        position: int,
        draft: DraftSpeaker,
        speaker: Speaker,
        there: Credit | None,
    ) -> Credit:
        guessed = draft.confidence is Confidence.GUESSED
        if there is not None and guessed and there.confidence is Confidence.GIVEN:
            return replace(there, position=position)
        name, affiliation = stored_line(draft.name), stored_line(draft.affiliation)
        return Credit(
            new_id() if there is None else there.id,
            session_id,
            speaker.id,
            position,
            name if name != speaker.name else "",
            affiliation if affiliation != speaker.affiliation else "",
            stored_line(draft.role),
            confidence=draft.confidence,
            origin=Origin.IMPORTED,
        )
