"""The sample conference, loaded once into a notebook that only these tests read."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from confnotes import assets
from confnotes.app import SAMPLE
from confnotes.domain.contents import Contents
from confnotes.domain.text import Language
from confnotes.services.bundle import Services, open_services
from confnotes.services.notebook import Mode


@pytest.fixture(scope="session")
def sample_file() -> Path:
    """The dump that is shipped."""
    return assets.resources() / SAMPLE


@pytest.fixture(scope="session")
def services(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """Services on a notebook that holds the sample and nothing else."""
    wording = {lang: assets.read_toml(f"report/{lang}.toml") for lang in (Language.JA, Language.EN)}
    notebook = tmp_path_factory.mktemp("sample") / "sample.confnotes"
    services = open_services(notebook, Mode.WRITE, wording=wording)
    services.exchange.load(sample_file)
    yield services
    services.close()


@pytest.fixture(scope="session")
def contents(services: Services) -> Contents:
    """All of the sample, as values."""
    conference = services.programme.find(None)
    with services.notebook.reading() as unit:
        return unit.contents(conference.id)
