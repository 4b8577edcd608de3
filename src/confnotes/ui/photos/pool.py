"""Work on many files, off the GUI thread: what is done comes back, and it can be stopped."""

import os
import sys
from collections import deque
from collections.abc import Callable, Sequence
from threading import Lock, Thread
from typing import Any, Generic, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Signal

from confnotes.domain.errors import ConfnotesError

K = TypeVar("K")
_TURN = 0.0005
"""Seconds after which a thread that runs Python gives way to one that waits."""


def threads() -> int:
    """Return how many files are worked on at once: one core stays for the window."""
    return min(max((os.cpu_count() or 2) - 1, 1), 4)


class Pool(QObject, Generic[K]):
    """Does one call for each of many things. `did(thing, result or ConfnotesError)`, in the order
    they are ready; `ended(stopped)` when no more will come. A bug reaches the exception hook, and
    its thing comes back as `app.unexpected`."""

    did = Signal(object, object)
    ended = Signal(bool)
    _back = Signal(object, object, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[tuple[K, Callable[[K], object], int]] = deque()
        self._lock = Lock()
        self._round = 0
        self._open = 0
        self._turns: float | None = None
        self._working = 0
        self._threads: list[Thread] = []
        self._back.connect(self._deliver)

    @property
    def busy(self) -> bool:
        """Whether something is still to come."""
        return self._open > 0

    def _share(self) -> None:
        """Let the window's thread have the interpreter sooner than after Python's usual 5 ms while
        others are at work: painting asks for it many times over."""
        self._turns = sys.getswitchinterval() if self._turns is None else self._turns
        sys.setswitchinterval(_TURN if self._open else self._turns)

    def run(self, things: Sequence[K], call: Callable[[K], object]) -> None:
        """Do `call` for each, after what was asked for before."""
        self._open += len(things)
        self._share()
        with self._lock:
            self._waiting.extend((thing, call, self._round) for thing in things)
            fresh = min(threads() - self._working, len(self._waiting))
            self._working += max(fresh, 0)
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        for _ in range(fresh):
            thread = Thread(target=self._work, name="confnotes-photos", daemon=True)
            self._threads.append(thread)
            thread.start()

    def stop(self) -> None:
        """Do no more; what is under way is not told any more."""
        if not self.busy:
            return
        self._drop()
        self.ended.emit(True)

    def _drop(self) -> None:
        with self._lock:
            self._waiting.clear()
            self._round += 1
        self._open = 0
        self._share()

    def close(self, seconds: float = 10) -> None:
        """Stop, and wait for what is under way."""
        self._drop()
        for thread in self._threads:
            thread.join(seconds)

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._waiting:
                    self._working -= 1
                    return
                thing, call, turn = self._waiting.popleft()
            self._tell(thing, _done(call, thing), turn)

    def _tell(self, thing: K, result: object, turn: int) -> None:
        if shiboken6.isValid(self):
            self._back.emit(thing, result, turn)

    def _deliver(self, thing: Any, result: object, turn: int) -> None:
        if turn != self._round:
            return
        self._open -= 1
        self.did.emit(thing, result)
        if not self._open:
            self._share()
            self.ended.emit(False)


def _done(call: Callable[[K], object], thing: K) -> object:
    try:
        return call(thing)
    except ConfnotesError as error:
        return error
    except Exception as bug:  # noqa: BLE001 - told like any other outcome, the rest goes on
        sys.excepthook(type(bug), bug, bug.__traceback__)
        return ConfnotesError("app.unexpected", what=type(bug).__name__)
