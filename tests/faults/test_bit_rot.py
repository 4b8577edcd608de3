"""A notebook whose bits have turned: read as far as it is whole, else said to be damaged."""

import random
from collections import Counter
from pathlib import Path

from confnotes.app import services_for
from confnotes.assets import resources
from confnotes.domain.errors import NotebookError
from confnotes.services.notebook import Mode

COPIES = 60


def test_turned_bits_are_said_and_nothing_is_changed(tmp_path: Path) -> None:
    whole = tmp_path / "trip.confnotes"
    services = services_for(whole, Mode.WRITE)
    services.exchange.load(resources() / "sample" / "kubecon-na-2019.json")
    services.close()
    data, luck, outcomes = whole.read_bytes(), random.Random(11), Counter[str]()
    for number in range(COPIES):
        path = tmp_path / str(number) / "trip.confnotes"
        path.parent.mkdir()
        turned = bytearray(data)
        for _ in range(luck.randint(1, 16)):
            turned[luck.randrange(len(turned))] ^= 1 << luck.randrange(8)
        path.write_bytes(turned)
        outcomes[outcome(path)] += 1
        assert path.read_bytes() == turned
        assert [file.name for file in path.parent.iterdir()] == [path.name]
    assert set(outcomes) == {"read", "notebook.damaged"}


def outcome(path: Path) -> str:
    """Return "read", or the code of what was said instead."""
    try:
        services = services_for(path, Mode.READ)
    except NotebookError as error:
        return error.code
    try:
        for summary in services.programme.conferences():
            services.programme.view(summary.conference.id)
            list(services.exchange.session_objects(summary.conference.id))
    except NotebookError as error:
        return error.code
    finally:
        services.close()
    return "read"
