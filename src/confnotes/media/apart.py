"""HEIC, read by a process of its own.

Its decoder falls over some broken files (a segmentation fault, seen with photos of which a few
bytes were changed). In the window's process that would end the window, with what was typed a moment
ago; here it ends only the process that reads, and the photo is said to be damaged. JPEG, PNG and
WebP need none of this: tens of thousands of broken ones were read without a fall.
"""

import multiprocessing
import signal
from contextlib import suppress
from multiprocessing.connection import Connection
from threading import Lock
from typing import Any

from confnotes.domain.errors import ConfnotesError

PATIENCE = 60
"""Seconds that one photo may take."""
_JOIN = 5
_MEMORY = 4 * 1024**3

_idle: "list[_Helper]" = []
_lock = Lock()
_FELL = object()


def ask(task: str, *arguments: Any, name: str) -> Any:
    """Return what `task` of `media.photo` returns for a HEIC photo of that name.

    ConfnotesError as the task has it; photo.damaged (name) where its process fell or took too long.
    Threads may ask at the same time: each gets a process, and processes are used again.
    """
    outcome = _outcome(task, arguments, fresh=False)
    if outcome is _FELL:  # the process may have gone before: once more, with a new one
        outcome = _outcome(task, arguments, fresh=True)
    if outcome is _FELL:
        raise ConfnotesError("photo.damaged", name=name)
    if isinstance(outcome, _Refusal):
        raise ConfnotesError(outcome.code, **outcome.facts)
    if isinstance(outcome, _Bug):
        raise RuntimeError(outcome.words)
    return outcome


def _outcome(task: str, arguments: tuple[Any, ...], *, fresh: bool) -> object:
    with _lock:
        helper = _idle.pop() if _idle and not fresh else None
    helper = helper or _Helper()
    try:
        outcome = helper.ask(task, arguments)
    except (EOFError, OSError):
        helper.close(kill=True)
        return _FELL
    with _lock:
        _idle.append(helper)
    return outcome


def rest() -> None:
    """End the processes that nobody asks anything at present."""
    with _lock:
        helpers, _idle[:] = _idle[:], []
    for helper in helpers:
        helper.close()


class _Helper:
    """One process, asked by one thread at a time."""

    def __init__(self) -> None:
        ways = multiprocessing.get_context("spawn")
        self._ours, theirs = ways.Pipe()
        self._process = ways.Process(target=_serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()

    def ask(self, task: str, arguments: tuple[Any, ...]) -> object:
        """Return the outcome; EOFError or OSError when the process is no more, or too slow."""
        self._ours.send((task, arguments))
        if not self._ours.poll(PATIENCE):
            raise EOFError
        return self._ours.recv()

    def close(self, *, kill: bool = False) -> None:
        """End the process."""
        self._ours.close()
        if kill:
            self._process.kill()
        self._process.join(_JOIN)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._process.close()


class _Refusal:
    """A ConfnotesError on its way (exceptions with named facts do not travel)."""

    def __init__(self, error: ConfnotesError) -> None:
        self.code, self.facts = error.code, dict(error.facts)


class _Bug:
    """Any other exception, in words."""

    def __init__(self, error: Exception) -> None:
        self.words = f"{type(error).__name__}: {error}"


def _serve(ours: Connection) -> None:
    """Answer until nobody asks any more."""
    from confnotes.media import photo  # only now: `photo` imports this module

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C ends the window, which ends this
    _limit_memory()
    photo.decode_heic_here()
    with suppress(EOFError, OSError):
        while True:
            task, arguments = ours.recv()
            outcome: object
            try:
                outcome = getattr(photo, task)(*arguments)
            except ConfnotesError as error:
                outcome = _Refusal(error)
            except Exception as bug:  # noqa: BLE001 - told where somebody hears of it
                outcome = _Bug(bug)
            ours.send(outcome)


def _limit_memory() -> None:
    """Take no more memory than a large photo needs, where the system can say so."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
