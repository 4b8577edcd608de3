"""The last resort for what no save would take: a text file that every editor opens."""

import logging
import os
import sys
import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from confnotes.ui.shell.workspace import Owed

logger = logging.getLogger(__name__)


def keep_as_text(notebook: Path, owed: Sequence[Owed], at: datetime) -> Path | None:
    """Write what is owed beside the notebook, or else into the folder for temporary files.

    Return the new file, named in the log and on stderr; None when neither folder takes it. No
    file that is there already is touched.
    """
    data = _as_text(owed).encode(errors="backslashreplace")
    name = f"{notebook.stem} not saved {at.astimezone():%Y-%m-%d %H%M%S}"
    for folder in (notebook.parent, Path(tempfile.gettempdir())):
        try:
            path = _write_new(folder, name, data)
        except OSError as error:
            logger.warning("what was not saved could not be kept in %s: %s", folder, error)
            continue
        logger.warning("what was not saved is in %s", path)
        if sys.stderr is not None:  # a program without a console has none
            print(f"confnotes: what could not be saved is in {path}", file=sys.stderr)
        return path
    return None


def _as_text(owed: Sequence[Owed]) -> str:
    return "\n".join(f"# {part.name}\n\n{part.words}\n" for part in owed)


def _write_new(folder: Path, name: str, data: bytes) -> Path:
    number = 1
    while True:
        path = folder / (f"{name}.txt" if number == 1 else f"{name} ({number}).txt")
        try:
            file = path.open("xb")
        except FileExistsError:
            number += 1
            continue
        try:
            with file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        except OSError:
            path.unlink(missing_ok=True)  # half of it would pass for all of it
            raise
        return path
