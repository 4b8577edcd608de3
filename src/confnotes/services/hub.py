"""Who shows what: every committed change is told to all who asked to hear of changes."""

from collections.abc import Callable
from threading import Lock

from confnotes.domain.changes import ChangeSet

Listener = Callable[[ChangeSet], None]


class Hub:
    """Plain callbacks, called in the thread that committed, in the order they subscribed."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []
        self._guard = Lock()

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with every change from now on; return what ends it."""
        with self._guard:
            self._listeners.append(listener)

        def end() -> None:
            with self._guard:
                if listener in self._listeners:
                    self._listeners.remove(listener)

        return end

    def publish(self, changes: ChangeSet) -> None:
        """Tell everyone; an empty change is not told."""
        if not changes:
            return
        with self._guard:
            listeners = tuple(self._listeners)
        for listener in listeners:
            listener(changes)
