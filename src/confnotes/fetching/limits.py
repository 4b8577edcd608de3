"""How long and how much: what a fetch may take, whoever answers."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """`size` in bytes, after unpacking; `seconds` for all of one fetch, with its redirects; `idle`
    seconds without a byte; `redirects` followed."""

    size: int = 32 * MEGABYTE
    seconds: float = 60
    idle: float = 20
    redirects: int = 5


LIMITS = Limits()
"""Real schedules are up to 3 MB, and a hotel's network brings them in half a minute."""
