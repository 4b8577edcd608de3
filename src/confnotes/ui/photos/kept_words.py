"""Captions and alternative texts of photos that are not attached yet, kept on this machine.

They belong to a photo by its content, so they come back when it is read again, whatever happened
to the window meanwhile. Once a photo is attached its words are in the notebook, and leave here.
"""

import json
import logging
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from confnotes import paths
from confnotes.ui.photos.album import Entry

logger = logging.getLogger(__name__)

FILE = "photo-words.json"
_MOST = 2_000
Words = dict[str, tuple[str, str]]


def read() -> Words:
    """Return (caption, alternative text) by SHA-256; nothing where nothing can be read."""
    try:
        found = json.loads((paths.places().config / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {
        key: (pair[0], pair[1])
        for key, pair in found.items()
        if isinstance(pair, list) and len(pair) == 2 and all(isinstance(one, str) for one in pair)
    }


def keep(words: Words, entries: Iterable[Entry]) -> None:
    """Keep the words of these photos beside `words`; a disk that cannot take them is logged."""
    changed = False
    for entry in entries:
        if entry.photo is None:
            continue
        key, pair = entry.photo.sha256, (entry.caption, entry.alternative)
        if words.get(key, ("", "")) != pair:
            words.pop(key, None)
            changed = True
            if any(pair):
                words[key] = pair
    if changed:
        _write(words)


def forget(words: Words, entries: Iterable[Entry]) -> None:
    """Drop the words of photos that are in the notebook now."""
    going = {entry.photo.sha256 for entry in entries if entry.photo is not None} & words.keys()
    for key in going:
        del words[key]
    if going:
        _write(words)


def _write(words: Words) -> None:
    place: Path = paths.places().config / FILE
    newest = dict(list(words.items())[-_MOST:])
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=place.parent, prefix=FILE)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(newest, file, ensure_ascii=False, indent=1)
        Path(draft).replace(place)
    except OSError as error:
        logger.warning("captions of photos are not kept: %s", error)
