"""Word files through Pandoc, where it is installed: a program of its own, found and run."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from confnotes.domain.errors import ConfnotesError

_PATIENCE = 120
"""Seconds: 100 photos take some five."""


def pandoc_is_there() -> bool:
    """Return whether Pandoc is installed."""
    return shutil.which("pandoc") is not None


def docx(text: str, pictures: Mapping[str, bytes]) -> bytes:
    """Return Pandoc's Markdown as a Word file, with its pictures (by their address in the text).

    Pandoc sees the text and these pictures in a folder of their own, and takes 1970 for today
    (`SOURCE_DATE_EPOCH`; reproducible-builds.org), so that the same report gives the same bytes.
    ConfnotesError export.no_pandoc, export.pandoc_failed (detail).
    """
    program = shutil.which("pandoc")
    if program is None:
        raise ConfnotesError("export.no_pandoc")
    with tempfile.TemporaryDirectory(prefix="confnotes-") as name:
        folder = Path(name)
        for address, data in pictures.items():
            path = folder / address
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        command = [program, "-f", "markdown", "-t", "docx", "-o", "report.docx", "-"]
        try:
            done = subprocess.run(  # noqa: S603 - nothing of the arguments is anybody's words
                command,
                input=text.encode(),
                cwd=folder,
                env={**os.environ, "SOURCE_DATE_EPOCH": "0"},
                capture_output=True,
                timeout=_PATIENCE,
                check=False,
            )
            if done.returncode:
                detail = done.stderr.decode("utf-8", "replace").strip().split("\n")[-1]
                raise ConfnotesError("export.pandoc_failed", detail=detail)
            return (folder / "report.docx").read_bytes()
        except (OSError, subprocess.TimeoutExpired) as error:
            raise ConfnotesError("export.pandoc_failed", detail=str(error)) from error
