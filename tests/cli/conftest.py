"""The command line as a script uses it: words in; status, output and problems out."""

import io
import sys
from pathlib import Path

import pytest

from confnotes import app
from helpers.commandline import PRETALX_ICS, UTC_ONLY_ICS, Ran, Run


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `confnotes WORDS…` in this process, on a notebook of the test's own."""
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")

    def call(*words: str, stdin: bytes = b"", notebook: Path | None = None) -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        where = notebook or tmp_path / "test.confnotes"
        capsys.readouterr()
        try:
            status = app.main([words[0], "--notebook", str(where), *words[1:]])
        except SystemExit as end:  # argparse ends the process on wrong usage and --help
            status = int(end.code or 0)
        got = capsys.readouterr()
        return Ran(status, got.out, got.err)

    return call


@pytest.fixture
def schedule(tmp_path: Path) -> Path:
    """Return a schedule file of two sessions on two days."""
    path = tmp_path / "harbour.ics"
    path.write_bytes(PRETALX_ICS)
    return path


@pytest.fixture
def schedule_without_zone(tmp_path: Path) -> Path:
    """Return a schedule whose times are UTC and whose conference's zone nobody knows."""
    path = tmp_path / "sched.ics"
    path.write_bytes(UTC_ONLY_ICS)
    return path
