"""Where log records go: a rotating file. Standard error is for sentences, never for tracebacks."""

import logging
import logging.handlers
from pathlib import Path

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def start(folder: Path) -> None:
    """Send the records of confnotes to `folder`/confnotes.log (1 MB, three old ones kept).

    A folder that cannot be written is no reason not to start: then there is no file.
    """
    root = logging.getLogger("confnotes")
    if root.handlers:
        return
    root.setLevel(logging.INFO)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = logging.handlers.RotatingFileHandler(
            folder / "confnotes.log", maxBytes=1_000_000, backupCount=3, encoding="utf-8",
        )  # fmt: skip
        handler.setFormatter(logging.Formatter(_FORMAT))
        root.addHandler(handler)
    except OSError:
        root.addHandler(logging.NullHandler())
