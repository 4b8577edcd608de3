"""Work that makes very many objects, none of them garbage."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """Keep Python's collector of cycles from looking through all that is just being made, again
    and again: a third of what it costs to compose and check a report of sixty sessions."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
