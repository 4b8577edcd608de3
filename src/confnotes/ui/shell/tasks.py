"""Work off the GUI thread: one thread for all writes, another for reads that take long, a third for
the network.

A plain callable goes in; its result or its error comes back on the GUI thread through one
signal. Writes keep their order. Nothing here spins the event loop.
"""

import logging
import sys
from collections.abc import Callable
from queue import SimpleQueue
from threading import Condition, Thread
from types import TracebackType
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Signal

from confnotes.domain.errors import ConfnotesError

logger = logging.getLogger(__name__)

T = TypeVar("T")
Work = Callable[[], None]
Raised = tuple[type[BaseException], BaseException, TracebackType | None]


class _Lane:
    """A thread that does one thing after the other, and can be waited for."""

    def __init__(self, name: str) -> None:
        self._queue: SimpleQueue[Work | None] = SimpleQueue()
        self._open = 0
        self._idle = Condition()
        self._thread = Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def put(self, work: Work) -> None:
        with self._idle:
            self._open += 1
        self._queue.put(work)

    def _run(self) -> None:
        while (work := self._queue.get()) is not None:
            work()
            # Not held until the next one comes: it may name the last widget of a window.
            del work
            with self._idle:
                self._open -= 1
                self._idle.notify_all()

    def wait(self, seconds: float) -> bool:
        with self._idle:
            return self._idle.wait_for(lambda: self._open == 0, seconds)

    def end(self) -> None:
        self._queue.put(None)
        self._thread.join()


class Tasks(QObject):
    """Writes and reads off the GUI thread. `failed` tells errors nobody else asked for."""

    failed = Signal(object)
    _back = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writing = _Lane("confnotes-write")
        self._reading = _Lane("confnotes-read")
        self._away = _Lane("confnotes-away")
        self._stops: list[Callable[[], None]] = []
        self._back.connect(self._deliver)

    def write(
        self,
        call: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[ConfnotesError], None] | None = None,
    ) -> None:
        """Do `call` on the writing thread, after all writes asked for before.

        Its result comes to `done`, a ConfnotesError to `failed` (or the `failed` signal), both on
        the GUI thread; a method of a widget that is gone by then is not called. Any other
        exception is a bug: it reaches the exception hook, and is told as `app.unexpected`, so
        that whoever asked knows that nothing was done.
        """
        self._put(self._writing, call, done, failed)

    def read(
        self,
        call: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[ConfnotesError], None] | None = None,
    ) -> None:
        """Do `call` on the reading thread; for what is too slow to be read in place."""
        self._put(self._reading, call, done, failed)

    def fetch(
        self,
        call: Callable[[], T],
        stop: Callable[[], None],
        done: Callable[[T], None] | None = None,
        failed: Callable[[ConfnotesError], None] | None = None,
    ) -> None:
        """Do `call` on the network's thread. `stop` makes it end soon, whatever it waits for: it
        is called when the threads are to end; whoever asked may call it, too."""
        self._stops.append(stop)

        def stoppable() -> T:
            try:
                return call()
            finally:
                self._stops.remove(stop)

        self._put(self._away, stoppable, done, failed)

    def tell(self, back: Work) -> None:
        """Do `back` on the GUI thread, soon: a word on progress from another thread."""
        self._send(back)

    def _put(
        self,
        lane: _Lane,
        call: Callable[[], T],
        done: Callable[[T], None] | None,
        failed: Callable[[ConfnotesError], None] | None,
    ) -> None:
        def work() -> None:
            try:
                result = call()
            except ConfnotesError as error:
                caught = error
                self._send(lambda: self._fail(failed, caught))
            except Exception as bug:  # noqa: BLE001 - reported on the GUI thread, the lane lives on
                raised = type(bug), bug, bug.__traceback__
                self._send(lambda: self._report(failed, raised))
            else:
                self._send(lambda: _call(done, result))

        lane.put(work)

    def _send(self, back: Work) -> None:
        if shiboken6.isValid(self):
            self._back.emit(back)

    def _deliver(self, back: Work) -> None:
        back()

    def _fail(self, failed: Callable[[ConfnotesError], None] | None, error: ConfnotesError) -> None:
        logger.info("a task failed: %s", error)
        if failed is None:
            self.failed.emit(error)
        else:
            _call(failed, error)

    def _report(self, failed: Callable[[ConfnotesError], None] | None, raised: Raised) -> None:
        try:
            self._fail(failed, ConfnotesError("app.unexpected", what=_named(raised)))
        finally:
            sys.excepthook(*raised)

    def flush(self, seconds: float = 30) -> bool:
        """Wait until every write asked for is done; False when that took too long."""
        return self._writing.wait(seconds)

    def settle(self, seconds: float = 30) -> bool:
        """Wait as `flush` does, and tell those who asked before this returns."""
        done = self.flush(seconds)
        QCoreApplication.sendPostedEvents(self)
        return done

    def close(self) -> None:
        """Finish what was asked for and end the threads."""
        for stop in list(self._stops):
            stop()
        self._away.end()
        self._reading.end()
        self._writing.end()


def _call(callback: Callable[[Any], None] | None, value: object) -> None:
    """Call back, unless the widget whose method it is has gone meanwhile."""
    owner = getattr(callback, "__self__", None)
    gone = isinstance(owner, QObject) and not shiboken6.isValid(owner)
    if callback is not None and not gone:
        callback(value)


def _named(raised: Raised) -> str:
    words = str(raised[1]).strip().splitlines()
    return f"{raised[0].__name__}: {words[0][:160]}" if words else raised[0].__name__
