"""Paths, resources and the log: small leaves."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from confnotes import assets, log, paths


def test_one_folder_holds_all_when_asked(tmp_path: Path) -> None:
    places = paths.places({"CONFNOTES_HOME": str(tmp_path)})
    assert places.notebook == tmp_path / "notebook.confnotes"
    assert places.settings.parent == tmp_path
    assert places.logs == tmp_path / "logs"


def test_else_the_platform_says_where() -> None:
    places = paths.places({})
    assert places.data.is_absolute()
    assert "confnotes" in str(places.notebook)


def test_asking_for_places_makes_none(tmp_path: Path) -> None:
    paths.places({"CONFNOTES_HOME": str(tmp_path / "none")})
    assert not (tmp_path / "none").exists()


def test_resources_are_found() -> None:
    assert (assets.resources() / "messages" / "ja.toml").is_file()
    assert assets.read_toml("messages/en.toml") is assets.read_toml("messages/en.toml")


@pytest.fixture
def fresh_logger() -> Iterator[logging.Logger]:
    logger = logging.getLogger("confnotes")
    before, level = logger.handlers[:], logger.level
    logger.handlers.clear()
    yield logger
    for handler in logger.handlers:
        handler.close()
    logger.handlers[:] = before
    logger.setLevel(level)


def test_records_go_to_a_file(fresh_logger: logging.Logger, tmp_path: Path) -> None:
    log.start(tmp_path / "logs")
    log.start(tmp_path / "logs")
    fresh_logger.getChild("x").info("hello %s", "日本")
    assert len(fresh_logger.handlers) == 1
    assert "hello 日本" in (tmp_path / "logs" / "confnotes.log").read_text(encoding="utf-8")


def test_no_place_for_a_log_is_no_reason_not_to_start(
    fresh_logger: logging.Logger, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    log.start(tmp_path / "file")
    fresh_logger.info("into nothing")
    assert (tmp_path / "file").read_text() == "in the way"
