"""The pictures of an export: read, made fit to be published, several at a time."""

import os
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from confnotes.domain.errors import ConfnotesError
from confnotes.media.publish import publishable

Progress = Callable[[int, int], bool]
"""Is told (pictures done, all) and says whether to go on; on the thread of whoever exports."""


def never_mind(_done: int, _total: int) -> bool:
    """Go on, and tell nobody."""
    return True


def made_fit(
    files: Mapping[str, Path], largest: int | None, progress: Progress = never_mind
) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """Return the bytes to publish by name, and the names of those that are lost or damaged.

    `largest` is how many bytes the place takes at most. ConfnotesError export.cancelled when
    `progress` says so: nothing was written yet.
    """
    found: dict[str, bytes] = {}
    lost: list[str] = []

    def fit(name: str) -> bytes | None:
        try:
            return publishable(files[name].read_bytes(), name, largest=largest)
        except (OSError, ConfnotesError):
            return None

    with ThreadPoolExecutor(max(os.cpu_count() or 1, 1)) as pool:
        waiting = {name: pool.submit(fit, name) for name in files}
        for done, (name, one) in enumerate(waiting.items(), 1):
            data = one.result()
            if data is None:
                lost.append(name)
            else:
                found[name] = data
            if not progress(done, len(files)):
                pool.shutdown(cancel_futures=True)
                raise ConfnotesError("export.cancelled")
    return found, tuple(lost)
