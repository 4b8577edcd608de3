"""Where reports were last exported to: a folder per conference, remembered on this machine.

Kept beside the settings and not in the notebook: a path means nothing elsewhere.
"""

import json
import logging
import os
import tempfile
from pathlib import Path

from confnotes import paths
from confnotes.domain.text import slug

logger = logging.getLogger(__name__)

FILE = "export-folders.json"


def remembered(conference_id: str) -> Path | None:
    """Return the folder a conference's report went to last (None: none yet, or unreadable)."""
    found = _read().get(conference_id)
    return Path(found) if found else None


def proposed(title: str) -> Path:
    """Return where a first export could go: a folder of its name among the documents."""
    return paths.places().documents / (slug(title)[:48].strip("-") or "report")


def remember(conference_id: str, folder: Path) -> None:
    """Remember a folder; a disk that cannot take it is no reason to complain."""
    known = _read()
    if known.get(conference_id) == str(folder):
        return
    known[conference_id] = str(folder)
    place = paths.places().config / FILE
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=place.parent, prefix=FILE)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(known, file, ensure_ascii=False, indent=1, sort_keys=True)
        Path(draft).replace(place)
    except OSError as error:
        logger.info("the export folder is not remembered: %s", error)


def _read() -> dict[str, str]:
    try:
        found = json.loads((paths.places().config / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {k: v for k, v in found.items() if isinstance(v, str)}
