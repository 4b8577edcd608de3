"""A notebook and its services: opened, closed, told of."""

from pathlib import Path

import pytest

from confnotes.domain.errors import NotebookError
from confnotes.services.bundle import Services, open_services
from confnotes.services.notebook import Mode, open_notebook
from helpers.notebooks import bytes_in, services


def test_a_notebook_knows_its_file_and_its_folder_of_pictures(tmp_path: Path) -> None:
    with open_notebook(tmp_path / "My trip.2026.confnotes", Mode.WRITE) as notebook:
        assert notebook.path == tmp_path / "My trip.2026.confnotes"
        assert notebook.attachments == tmp_path / "My trip.2026.files"
        assert notebook.mode is Mode.WRITE
        assert not notebook.attachments.exists()


def test_what_is_written_is_there_after_closing(tmp_path: Path) -> None:
    path = tmp_path / "trip.confnotes"
    with services(path).notebook as notebook:
        opened = Services(notebook, {})
        conference_id, _ = opened.programme.create_conference("Harbour Conf", "Europe/Lisbon")
    opened = services(path, Mode.READ)
    assert opened.programme.find(None).id == conference_id
    opened.close()


def test_reading_beside_a_writer_sees_what_is_saved(opened: Services, conference_id: str) -> None:
    reader = services(opened.notebook.path, Mode.READ)
    assert reader.programme.find(None).id == conference_id
    opened.programme.add_session(conference_id, "Lighthouses")
    assert len(reader.programme.view(conference_id).sessions) == 1
    reader.close()


def test_services_are_one_object_each_and_nothing_is_written_to_read(tmp_path: Path) -> None:
    services(tmp_path / "trip.confnotes").close()
    before = bytes_in(tmp_path)
    opened = open_services(tmp_path / "trip.confnotes", Mode.READ, wording={})
    assert opened.notes is opened.notes
    assert opened.programme.conferences() == ()
    with pytest.raises(NotebookError) as caught:
        opened.programme.create_conference("Harbour Conf", "Europe/Lisbon")
    assert caught.value.code == "notebook.opened_to_read"
    opened.close()
    assert bytes_in(tmp_path) == before


def test_a_second_writer_is_refused(opened: Services) -> None:
    with pytest.raises(NotebookError) as caught:
        services(opened.notebook.path)
    assert caught.value.code == "notebook.locked"
