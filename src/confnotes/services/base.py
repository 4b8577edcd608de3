"""What every service is made of: the notebook, and the hub that is told of changes."""

from collections.abc import Iterator
from contextlib import contextmanager

from confnotes.services.hub import Hub
from confnotes.services.notebook import Notebook
from confnotes.storage.writing import Writing


class Service:
    """Use cases on one notebook."""

    def __init__(self, notebook: Notebook, hub: Hub) -> None:
        self._notebook = notebook
        self._hub = hub

    @contextmanager
    def _change(self, initiator: object) -> Iterator[Writing]:
        """Give a unit of work that writes, and tell everyone once it is in the file."""
        with self._notebook.writing(initiator) as unit:
            yield unit
        self._hub.publish(unit.changes)
