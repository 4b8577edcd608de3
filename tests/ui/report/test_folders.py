"""Where exports go is remembered on this machine, and only as a convenience."""

from pathlib import Path

import pytest

from confnotes import paths
from confnotes.ui.report import folders


def test_each_conference_has_its_folder(tmp_path: Path) -> None:
    assert folders.remembered("a") is None
    folders.remember("a", tmp_path / "one")
    folders.remember("b", tmp_path / "二つ")
    folders.remember("a", tmp_path / "three")
    assert folders.remembered("a") == tmp_path / "three"
    assert folders.remembered("b") == tmp_path / "二つ"


@pytest.mark.parametrize("damage", ["", "{", "[1]", '{"a": 7}'])
def test_a_damaged_memory_is_an_empty_one(damage: str, tmp_path: Path) -> None:
    place = paths.places().config / folders.FILE
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(damage)
    assert folders.remembered("a") is None
    folders.remember("a", tmp_path)
    assert folders.remembered("a") == tmp_path


def test_a_place_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    paths.places().config.parent.mkdir(parents=True, exist_ok=True)
    paths.places().config.write_text("a file where the folder should be")
    folders.remember("a", tmp_path)
    assert folders.remembered("a") is None


def test_a_first_export_is_proposed_a_folder_of_its_name() -> None:
    documents = paths.places().documents
    assert folders.proposed("KubeCon NA 2019") == documents / "kubecon-na-2019"
    assert folders.proposed("港の日") == documents / "report"
