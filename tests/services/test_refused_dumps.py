"""Dumps that are not loaded: one code each, its place, and the notebook as before to the byte."""

import copy
import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from confnotes.domain.errors import ConfnotesError
from confnotes.services import dumpfile
from helpers.filled import SHA256, Filling
from helpers.notebooks import bytes_in, services

Json = Any
NOWHERE = "00000000-0000-4000-8000-00000000dead"


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a dump that loads, with its picture, alone in a folder."""
    folder = tmp_path_factory.mktemp("good")
    path = folder / "filled.confnotes"
    services(path).close()
    identity = Filling().write(path)
    out = folder / "out"
    out.mkdir()
    opened = services(path)
    opened.exchange.dump(identity, out / "trip.json")
    opened.close()
    return out / "trip.json"


@pytest.fixture
def tree(good: Path) -> Json:
    return json.loads(good.read_text(encoding="utf-8"))


def _refused(
    tmp_path: Path, good: Path, text: str | bytes, *, picture: bytes | None = b""
) -> ConfnotesError:
    """Load a dump of that text beside the good picture (b"": as it was; None: without)."""
    (tmp_path / "in" / "trip.files").mkdir(parents=True)
    path = tmp_path / "in" / "trip.json"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    name = f"{SHA256}.webp"
    if picture is not None:
        data = picture or (good.parent / "trip.files" / name).read_bytes()
        (path.parent / "trip.files" / name).write_bytes(data)
    return _refused_at(tmp_path, path)


def _refused_at(tmp_path: Path, path: Path) -> ConfnotesError:
    notebook = tmp_path / "notebook" / "trip.confnotes"
    notebook.parent.mkdir(exist_ok=True)
    services(notebook).close()
    before = bytes_in(notebook.parent)
    opened = services(notebook)
    told: list[object] = []
    opened.hub.subscribe(told.append)
    with pytest.raises(ConfnotesError) as caught:
        opened.exchange.load(path)
    assert told == []
    assert opened.programme.conferences(trashed=True) == ()
    opened.close()
    assert bytes_in(notebook.parent) == before
    return caught.value


def _at(tree: Json, place: str) -> tuple[Json, Any]:
    """Return the container and the key that a place like `sessions[0].title` names."""
    parts = place.replace("[", ".[").split(".")
    keys: list[Any] = [int(part[1:-1]) if part.startswith("[") else part for part in parts]
    for key in keys[:-1]:
        tree = tree[key]
    return tree, keys[-1]


SESSION = "conference.sessions[0]"
BAD_VALUES: list[tuple[str, Json]] = [
    (f"{SESSION}.title", 3),
    (f"{SESSION}.title", "a\x00b"),
    (f"{SESSION}.title", "half \ud83d"),
    (f"{SESSION}.kind", "opera"),
    (f"{SESSION}.rating", 6),
    (f"{SESSION}.rating", 4.5),
    (f"{SESSION}.watch_later", 1),
    (f"{SESSION}.start", "2026-13-01"),
    (f"{SESSION}.start", "tomorrow"),
    (f"{SESSION}.start_at", "2026-05-04T10:00:00+01:00"),
    (f"{SESSION}.start_at", "2026-05-04T25:00:00Z"),
    (f"{SESSION}.video_offset", 1e300),
    (f"{SESSION}.id", "../../etc/passwd"),
    (f"{SESSION}.tags", "tag"),
    (f"{SESSION}.tags", [None]),
    (f"{SESSION}.lines[0].depth", 9),
    (f"{SESSION}.lines[0].position", 2**70),
    ("conference.timezone", "Mars/Olympus"),
    ("conference.timezone", "../../etc/passwd"),
    ("conference.starts", "2026-02-30"),
    ("conference.name", None),
    ("conference.attachments[0].sha256", "../../etc/passwd"),
    ("conference.attachments[0].media_type", "image/../../x"),
    ("conference.footnotes[0].key", "a b"),
    ("conference.sessions", {}),
    ("authors", None),
]


@pytest.mark.parametrize(("place", "value"), BAD_VALUES, ids=[f"{p}={v!r}" for p, v in BAD_VALUES])
def test_a_value_that_cannot_be_is_named(
    tmp_path: Path, good: Path, tree: Json, place: str, value: Json
) -> None:
    container, key = _at(tree, place)
    container[key] = value
    error = _refused(tmp_path, good, json.dumps(tree))
    assert error.code == "dump.bad_value"
    assert str(error.facts["place"]).startswith(place)


def test_every_key_is_needed_and_no_other_is_known(tmp_path: Path, good: Path, tree: Json) -> None:
    without = copy.deepcopy(tree)
    del without["conference"]["sessions"][0]["summary"]
    error = _refused(tmp_path / "a", good, json.dumps(without))
    assert (error.code, error.facts) == (
        "dump.missing_key",
        {"place": SESSION, "key": "summary"},
    )
    tree["conference"]["sessions"][0]["mood"] = 1
    error = _refused(tmp_path / "b", good, json.dumps(tree))
    assert (error.code, error.facts) == ("dump.unknown_key", {"place": SESSION, "key": '"mood"'})


def _set(place: str, value: Json) -> Callable[[Json], None]:
    def change(tree: Json) -> None:
        container, key = _at(tree, place)
        container[key] = value

    return change


def _double(place: str) -> Callable[[Json], None]:
    def change(tree: Json) -> None:
        container, key = _at(tree, place)
        container[key].append(copy.deepcopy(container[key][0]))

    return change


def _double_with_new_id(place: str) -> Callable[[Json], None]:
    def change(tree: Json) -> None:
        _double(place)(tree)
        container, key = _at(tree, place)
        container[key][-1]["id"] = NOWHERE

    return change


@pytest.mark.parametrize(
    ("change", "code", "place"),
    [
        (_set("format", "other"), "dump.not_a_dump", None),
        (_set("version", 2), "dump.newer", None),
        (_set("version", 0), "dump.bad_value", "version"),
        (_set(f"{SESSION}.event_id", NOWHERE), "dump.no_such_row", f"{SESSION}.event_id"),
        (_set(f"{SESSION}.author_id", NOWHERE), "dump.no_such_row", f"{SESSION}.author_id"),
        (
            _set(f"{SESSION}.lines[0].speaker_id", NOWHERE),
            "dump.no_such_row",
            f"{SESSION}.lines[0].speaker_id",
        ),
        (
            _set("conference.reports[0].sections[0].parent_id", NOWHERE),
            "dump.no_such_row",
            "conference.reports[0].sections[0].parent_id",
        ),
        (
            _set(f"{SESSION}.speakers[0].speaker_id", NOWHERE),
            "dump.no_such_row",
            f"{SESSION}.speakers[0].speaker_id",
        ),
        (_double("conference.facts"), "dump.duplicate", "conference.facts[1].id"),
        (_double_with_new_id("conference.days"), "dump.duplicate", "conference.days[1].date"),
        (
            _double_with_new_id("conference.footnotes"),
            "dump.duplicate",
            "conference.footnotes[1].key",
        ),
        (_set("conference.events[0].kind", "colocated"), "dump.no_main_event", "conference.events"),
        (
            _set(f"{SESSION}.links[0].url", "javascript:alert(1)"),
            "dump.unsafe_address",
            f"{SESSION}.links[0].url",
        ),
        (
            _set(f"{SESSION}.speakers[0].name", "Somebody else"),
            "dump.contradiction",
            f"{SESSION}.speakers[0].name",
        ),
        (
            _set("conference.attachments[0].size", 7),
            "dump.attachment_changed",
            "conference.attachments[0]",
        ),
        (
            _set("conference.attachments[0].media_type", "image/png"),
            "dump.attachment_missing",
            "conference.attachments[0]",
        ),
    ],
)
def test_what_does_not_fit_together_is_named(
    tmp_path: Path,
    good: Path,
    tree: Json,
    change: Callable[[Json], None],
    code: str,
    place: str | None,
) -> None:
    change(tree)
    error = _refused(tmp_path, good, json.dumps(tree))
    assert error.code == code
    assert error.facts.get("place") == place


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b"", "dump.not_json"),
        (b"{", "dump.not_json"),
        (b"\xff\xfe{}", "dump.not_json"),
        (b"[" * 100_000, "dump.not_json"),
        (b"1" * 5000, "dump.not_json"),
        (b"[]", "dump.not_a_dump"),
        (b'"confnotes-dump"', "dump.not_a_dump"),
        (b"{}", "dump.not_a_dump"),
        (b"BEGIN:VCALENDAR", "dump.not_json"),
        (b"SQLite format 3\x00", "dump.not_json"),
    ],
)
def test_what_is_no_dump_is_said_so(tmp_path: Path, good: Path, text: bytes, code: str) -> None:
    error = _refused(tmp_path, good, text)
    assert error.code == code
    assert error.facts["path"] == str(tmp_path / "in" / "trip.json")


def test_a_key_given_twice_is_named(tmp_path: Path, good: Path) -> None:
    text = good.read_text(encoding="utf-8").replace('"own_title"', '"title"', 1)
    error = _refused(tmp_path, good, text)
    assert (error.code, error.facts) == ("dump.twice", {"place": f"{SESSION}.title"})


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_what_is_no_number_is_named(tmp_path: Path, good: Path, tree: Json, number: str) -> None:
    tree["conference"]["sessions"][0]["video_offset"] = "HERE"
    text = json.dumps(tree).replace('"HERE"', number)
    error = _refused(tmp_path, good, text)
    assert (error.code, error.facts) == (
        "dump.not_a_number",
        {"place": f"{SESSION}.video_offset"},
    )


def test_a_cut_dump_is_refused_wherever_it_was_cut(tmp_path: Path, good: Path) -> None:
    data = good.read_bytes()
    for n, part in enumerate((0.1, 0.5, 0.9, 0.999)):
        error = _refused(tmp_path / str(n), good, data[: int(len(data) * part)])
        assert error.code == "dump.not_json"


def test_a_file_too_large_is_not_even_read(
    tmp_path: Path, good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dumpfile, "MAX_BYTES", 1 << 20)
    error = _refused(tmp_path, good, b" " * ((1 << 20) + 1))
    assert error.code == "dump.too_large"


def test_missing_files_and_folders_are_named(tmp_path: Path, good: Path) -> None:
    assert _refused_at(tmp_path, tmp_path / "gone.json").code == "dump.missing"
    assert _refused_at(tmp_path, tmp_path).code == "dump.is_folder"


def test_a_picture_that_is_missing_or_another_is_named(
    tmp_path: Path, good: Path, tree: Json
) -> None:
    text = json.dumps(tree)
    error = _refused(tmp_path / "a", good, text, picture=None)
    assert error.code == "dump.attachment_missing"
    error = _refused(tmp_path / "b", good, text, picture=b"not really a pictur3")
    assert error.code == "dump.attachment_changed"


def test_what_is_there_already_is_refused_and_stays(tmp_path: Path, good: Path, tree: Json) -> None:
    notebook = tmp_path / "notebook" / "trip.confnotes"
    notebook.parent.mkdir()
    with closing(services(notebook)) as opened:
        opened.exchange.load(good)
    before = bytes_in(notebook.parent)
    with closing(services(notebook)) as opened:
        with pytest.raises(ConfnotesError) as caught:
            opened.exchange.load(good)
        assert caught.value.code == "dump.already_there"
        assert caught.value.facts["name"] == tree["conference"]["name"]
        tree["conference"]["id"] = NOWHERE
        other = tmp_path / "other.json"
        other.write_text(json.dumps(tree), encoding="utf-8")
        (good.parent / "trip.files").rename(tmp_path / "other.files")
        try:
            with pytest.raises(ConfnotesError) as caught:
                opened.exchange.load(other)
        finally:
            (tmp_path / "other.files").rename(good.parent / "trip.files")
        assert caught.value.code == "dump.row_already_there"
        assert len(opened.programme.conferences(trashed=True)) == 1
    assert bytes_in(notebook.parent) == before


def test_a_byte_order_mark_is_no_harm(tmp_path: Path, good: Path) -> None:
    path = tmp_path / "trip.json"
    path.write_bytes(b"\xef\xbb\xbf" + good.read_bytes())
    (tmp_path / "trip.files").mkdir()
    picture = good.parent / "trip.files" / f"{SHA256}.webp"
    (tmp_path / "trip.files" / picture.name).write_bytes(picture.read_bytes())
    with closing(services(tmp_path / "trip.confnotes")) as opened:
        opened.exchange.load(path)
        assert len(opened.programme.conferences(trashed=True)) == 1


@settings(max_examples=60)
@given(data=st.data())
def test_any_spoilt_value_loads_or_is_refused_with_a_code(
    tmp_path_factory: pytest.TempPathFactory, good: Path, data: st.DataObject
) -> None:
    tree = json.loads(good.read_text(encoding="utf-8"))
    spots = [(box, key) for box, key in _spots(tree)]
    container, key = data.draw(st.sampled_from(spots))
    container[key] = data.draw(
        st.sampled_from(
            [None, "", "x", 0, -1, 2**64, 0.5, True, [], {}, [[]], {"id": "x"}, NOWHERE]
        )
    )
    folder = tmp_path_factory.mktemp("spoilt")
    path = folder / "trip.json"
    path.write_text(json.dumps(tree), encoding="utf-8")
    (folder / "trip.files").symlink_to(good.parent / "trip.files")
    with closing(services(folder / "trip.confnotes")) as opened:
        identity, code = "", ""
        try:
            identity, _ = opened.exchange.load(path)
        except ConfnotesError as error:
            code = error.code
        if code:
            assert code.startswith("dump.")
            assert opened.programme.conferences(trashed=True) == ()
        else:
            opened.exchange.dump(identity, folder / "again.json")
            again = json.loads((folder / "again.json").read_text(encoding="utf-8"))
            assert _without_empty_lists(again) == _without_empty_lists(tree)


def _without_empty_lists(value: Any) -> Any:
    """Return a JSON value without empty lists: a dump writes no rows where there are none, and a
    dump by hand may say so."""
    if isinstance(value, dict):
        return {key: _without_empty_lists(one) for key, one in value.items() if one != []}
    return [_without_empty_lists(one) for one in value] if isinstance(value, list) else value


def _spots(value: Json) -> list[tuple[Json, Any]]:
    """Return (container, key) of every value in a JSON value."""
    keys = list(value) if isinstance(value, dict) else list(range(len(value)))
    found = [(value, key) for key in keys]
    for key in keys:
        if isinstance(value[key], dict | list):
            found += _spots(value[key])
    return found
