"""Identities: every row of a notebook has one, and keeps it for ever."""

from uuid import uuid4


def new_id() -> str:
    """Return a fresh random UUID (RFC 9562, version 4) in its 36-character lower-case form."""
    return str(uuid4())
