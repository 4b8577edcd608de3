"""Whoever types is killed in the middle: every save that returned is in the file."""

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

DRIVER = Path(__file__).with_name("killed_typists.py")


def _run(path: Path, times: int) -> None:
    seed = random.randrange(10**6)
    done = subprocess.run(
        [sys.executable, str(DRIVER), str(path), str(times), str(seed)],
        capture_output=True,
        text=True,
        check=True,
    )
    outcomes = json.loads(done.stdout)
    assert len(outcomes) == times
    for outcome in outcomes:
        # One more may have been committed than was told of.
        assert outcome["there"] - outcome["saved"] in (0, 1), (seed, outcome)
        assert outcome["in_order"], (seed, outcome)
        assert outcome["whole"], (seed, outcome)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the driver forks")
def test_a_killed_typist_loses_nothing_that_was_saved(tmp_path: Path) -> None:
    _run(tmp_path / "trip.confnotes", 20)


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="the driver forks")
def test_two_hundred_killed_typists_lose_nothing_that_was_saved(tmp_path: Path) -> None:
    _run(tmp_path / "trip.confnotes", 200)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the driver forks")
def test_whoever_is_killed_while_adding_pictures_leaves_no_picture_without_its_bytes(
    tmp_path: Path,
) -> None:
    seed = random.randrange(10**6)
    driver = DRIVER.with_name("killed_photographers.py")
    done = subprocess.run(
        [sys.executable, str(driver), str(tmp_path / "trip.confnotes"), "12", str(seed)],
        capture_output=True,
        text=True,
        check=True,
    )
    pictures = 0
    for outcome in json.loads(done.stdout):
        assert outcome["whole"], (seed, outcome)
        # One more line may be there, with its picture or without.
        assert outcome["lines"] - outcome["told"] in (0, 1), (seed, outcome)
        came = outcome["pictures"] - pictures
        assert outcome["told"] <= came <= outcome["lines"], (seed, outcome)
        pictures = outcome["pictures"]
