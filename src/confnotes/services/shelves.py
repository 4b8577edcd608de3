"""Conferences and sessions that are put away: into the archive, into the trash, and back."""

from collections.abc import Mapping
from dataclasses import replace

from confnotes.domain.changes import ChangeSet
from confnotes.domain.conference import Shelf, Shelved
from confnotes.domain.identity import new_id
from confnotes.services.base import Service
from confnotes.services.days import update_days
from confnotes.services.listing import conference_of, session_of
from confnotes.storage.reading import Reading


class ShelfService(Service):
    """Where conferences and sessions are. Nothing of them changes but that, and nothing is ever
    erased."""

    def of(self, conference_id: str) -> Shelf | None:
        """Return where a conference was put away; None for one at hand."""
        with self._notebook.reading() as unit:
            return shelves(unit).get(conference_id)

    def put_away(
        self, conference_id: str, shelf: Shelf | None, *, initiator: object = None
    ) -> ChangeSet:
        """Put a conference there, or back to those at hand (None); ConfnotesError conference.gone.

        One that is there already stays, and nothing has changed.
        """
        with self._change(initiator) as unit:
            conference_of(unit, conference_id)
            there = unit.all(Shelved, conference_id=conference_id)
            if [one.shelf for one in there] != ([] if shelf is None else [shelf]):
                for one in there:
                    unit.delete(Shelved, one.id)
                if shelf is not None:
                    unit.put(Shelved(new_id(), conference_id, shelf))
        return unit.changes

    def put_sessions(
        self, where: Mapping[str, Shelf | None], *, initiator: object = None
    ) -> tuple[Mapping[str, Shelf | None], ChangeSet]:
        """Put sessions of one conference there, or back into the programme (None), as one step.

        Return where they were before, which takes the step back; ConfnotesError session.gone (id).
        """
        before: dict[str, Shelf | None] = {}
        with self._change(initiator) as unit:
            for identity, shelf in where.items():
                session = session_of(unit, identity)
                before[identity] = session.shelf
                if session.shelf is not shelf:
                    unit.put(replace(session, shelf=shelf))
            for conference_id in {session_of(unit, one).conference_id for one in where}:
                update_days(unit, conference_of(unit, conference_id))
        return before, unit.changes


def shelves(unit: Reading) -> Mapping[str, Shelf]:
    """Return where each conference is that was put away."""
    return {one.conference_id: one.shelf for one in unit.all(Shelved)}


def trashed(unit: Reading) -> frozenset[str]:
    """Return the ids of the conferences that are in the trash."""
    return frozenset(one for one, shelf in shelves(unit).items() if shelf is Shelf.TRASHED)
