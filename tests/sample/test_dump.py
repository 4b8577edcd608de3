"""The shipped file is a dump like any other."""

import hashlib
import json
from pathlib import Path

import jsonschema
import pytest

from confnotes import assets
from confnotes.domain.contents import Contents
from confnotes.domain.errors import DumpError
from confnotes.services.bundle import Services

SMALL = 60_000


def test_loaded_and_dumped_again_it_is_the_same_bytes(
    services: Services, contents: Contents, sample_file: Path, tmp_path: Path
) -> None:
    out = tmp_path / sample_file.name
    path, pictures = services.exchange.dump(contents.conference.id, out)
    assert path.read_bytes() == sample_file.read_bytes()
    shipped, written = (p.with_name(f"{p.stem}.files") for p in (sample_file, out))
    names = sorted(p.name for p in shipped.iterdir())
    assert sorted(p.name for p in written.iterdir()) == names
    assert pictures == len(names)
    for name in names:
        assert (written / name).read_bytes() == (shipped / name).read_bytes()


def test_loaded_again_it_is_refused_and_named(
    services: Services, contents: Contents, sample_file: Path
) -> None:
    with pytest.raises(DumpError) as refused:
        services.exchange.load(sample_file)
    assert refused.value.code == "dump.already_there"
    assert refused.value.facts["id"] == contents.conference.id
    with services.notebook.reading() as unit:
        assert unit.contents(contents.conference.id) == contents


def test_it_follows_the_schema(sample_file: Path) -> None:
    schema = json.loads(assets.read_text("dump.schema.json"))
    dump = json.loads(sample_file.read_text(encoding="utf-8"))
    jsonschema.validators.validator_for(schema)(schema).validate(dump)


def test_its_pictures_are_small_and_as_described(contents: Contents, sample_file: Path) -> None:
    folder = sample_file.with_name(f"{sample_file.stem}.files")
    by_hash = {hashlib.sha256(p.read_bytes()).hexdigest(): p for p in folder.iterdir()}
    assert 2 <= len(contents.attachments) <= 3
    assert set(by_hash) == {a.sha256 for a in contents.attachments}
    for attachment in contents.attachments:
        data = by_hash[attachment.sha256].read_bytes()
        assert data.startswith(b"\x89PNG\r\n\x1a\n")
        assert len(data) == attachment.size < SMALL
        size = int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
        assert size == (attachment.width, attachment.height)
    assert {use.attachment_id for use in contents.uses} == {a.id for a in contents.attachments}
    said = {line.id: line.text for line in contents.lines}
    assert all(said[use.line_id or ""] and use.alternative for use in contents.uses)
