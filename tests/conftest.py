"""What every test gets: an offscreen window system, folders of its own, and a strict log."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Before Qt is imported anywhere. A caller may ask for a real window (xcb under Xvfb).
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Qt warns in a locale that is not UTF-8, and a warning fails a test.
os.environ.setdefault("LANG", "C.UTF-8")

# Two busy cores make times a lottery (speed has its own benchmarks). A plain run tries the same
# examples each time, so that red means "something changed"; `make soak` looks for new ones.
CHECKS = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
settings.register_profile(
    "same", deadline=None, suppress_health_check=CHECKS, derandomize=True, database=None
)
settings.register_profile("new", deadline=None, suppress_health_check=CHECKS)
settings.load_profile("new" if os.environ.get("CONFNOTES_NEW_EXAMPLES") else "same")


@pytest.fixture(autouse=True)
def private_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep notebooks, settings and logs of a test out of the places of whoever runs it."""
    home = tmp_path / "confnotes-home"
    monkeypatch.setenv("CONFNOTES_HOME", str(home))
    return home


@pytest.fixture(autouse=True)
def strict_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that logs a warning or worse without expecting it.

    A test that expects some clears them: `caplog.clear()` after looking at them.
    """
    with caplog.at_level(logging.WARNING, logger="confnotes"):
        yield
    for when in ("setup", "call"):
        bad = [r for r in caplog.get_records(when) if r.levelno >= logging.WARNING]
        if bad:
            pytest.fail("unexpected log records: " + "; ".join(r.getMessage() for r in bad))


@pytest.fixture
def real_files() -> Path:
    """Return the folder of real published schedules, or skip."""
    folder = os.environ.get("CONFNOTES_REAL_FILES", "")
    if not folder:
        pytest.skip("CONFNOTES_REAL_FILES names no folder of real schedule files")
    return Path(folder)
