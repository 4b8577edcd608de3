"""Import, list, export: what a script sees."""

import hashlib
import json
from pathlib import Path

import pytest

from confnotes.domain.choice import Choice, Intent
from helpers.commandline import PRETALX_ICS, Run
from helpers.notebooks import services


def test_import_says_what_came_in(run: Run, schedule: Path) -> None:
    ran = run("import", str(schedule), "--name", "Harbour Conf")
    assert ran.status == 0
    assert "Harbour Conf" in ran.out
    assert "2 sessions" in ran.out


def test_import_from_standard_input_as_json(run: Run) -> None:
    ran = run("import", "-", "--name", "Harbour Conf", "--json", stdin=PRETALX_ICS)
    (answer,) = ran.objects
    assert (answer["sessions"], answer["days"], answer["kind"]) == (2, 2, "icalendar")
    assert run("conferences", "--json").objects[0]["id"] == answer["id"]


def test_sessions_are_one_object_each_with_the_keys_of_the_dump(
    run: Run, schedule: Path, tmp_path: Path
) -> None:
    run("import", str(schedule))
    sessions = run("sessions", "--json").objects
    assert len(sessions) == 2
    assert "灯台とアラート" in str(sessions[1]["title"])
    run("dump", "--out", str(tmp_path / "d.json"))
    dumped = json.loads((tmp_path / "d.json").read_text(encoding="utf-8"))
    found = [part for part in _objects(dumped) if part.get("id") == sessions[0]["id"]]
    assert sessions[0] in found


def _objects(value: object) -> list[dict[str, object]]:
    if isinstance(value, dict):
        return [value, *(inner for part in value.values() for inner in _objects(part))]
    if isinstance(value, list):
        return [inner for part in value for inner in _objects(part)]
    return []


def test_sessions_as_text_show_the_conferences_own_time(run: Run, schedule: Path) -> None:
    run("import", str(schedule))
    rows = run("sessions").out.splitlines()
    assert rows[0].startswith("2026-05-04 09:00")
    assert "Boathouse" in rows[0]


def test_a_file_without_a_zone_is_refused_without_one(
    run: Run, schedule_without_zone: Path, tmp_path: Path
) -> None:
    ran = run("import", str(schedule_without_zone))
    assert ran.status == 1
    assert "--timezone" in ran.err
    assert ran.out == ""
    assert run("conferences").out == ""
    ran = run("import", str(schedule_without_zone), "--timezone", "Asia/Tokyo")
    assert ran.status == 0
    assert run("sessions").out.startswith("2026-05-04 18:00"), "instants are only shown in it"


def test_offsets_that_lie_are_read_as_local(run: Run, schedule_without_zone: Path) -> None:
    words = ("--timezone", "Asia/Tokyo", "--times-are-local")
    assert run("import", str(schedule_without_zone), *words).status == 0
    assert run("sessions").out.startswith("2026-05-04 09:00")


def test_the_zone_asked_for_beats_the_files(run: Run, schedule: Path) -> None:
    run("import", str(schedule), "--timezone", "Europe/Berlin")
    assert run("sessions").out.startswith("2026-05-04 10:00"), "TZID times are instants"


def test_an_unknown_zone_is_wrong_usage(run: Run, schedule: Path) -> None:
    ran = run("import", str(schedule), "--timezone", "Mars/Olympus")
    assert ran.status == 2
    assert "Mars/Olympus" in ran.err


def test_a_schedule_that_is_there_is_refused(run: Run, schedule: Path, tmp_path: Path) -> None:
    run("import", str(schedule))
    before = run("sessions", "--json").out
    ran = run("import", str(schedule))
    assert ran.status == 1
    assert ran.err.count("\n") == 1
    assert run("sessions", "--json").out == before


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("login.ics", b"<!DOCTYPE html><html><body>Please log in</body></html>", "web page"),
        ("empty.ics", b"", "empty"),
        ("cut.ics", PRETALX_ICS[:200], ""),
        ("cut.json", b'{"schedule": {"conference": {"ti', ""),
        ("picture.ics", b"\x89PNG\r\n\x1a\n" + bytes(100), ""),
        ("notes.txt", "こんにちは".encode(), ""),
        (
            "bomb.xml",
            b'<!DOCTYPE s [<!ENTITY a "b">]><schedule><conference/></schedule>',
            "",
        ),
    ],
)
def test_what_is_no_schedule_is_refused_with_one_sentence(
    run: Run, tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    notebook = tmp_path / "test.confnotes"
    run("import", "-", "--name", "Before", stdin=PRETALX_ICS)
    before = hashlib.sha256(notebook.read_bytes()).hexdigest()
    (tmp_path / name).write_bytes(data)
    ran = run("import", str(tmp_path / name), "--timezone", "Asia/Tokyo")
    assert ran.status == 1
    assert ran.out == ""
    assert ran.err.startswith("confnotes: ")
    assert ran.err.count("\n") == 1
    assert "Traceback" not in ran.err
    assert words in ran.err
    assert hashlib.sha256(notebook.read_bytes()).hexdigest() == before


def test_a_missing_file_is_named(run: Run, tmp_path: Path) -> None:
    ran = run("import", str(tmp_path / "none.ics"))
    assert ran.status == 1
    assert "none.ics" in ran.err


def test_several_conferences_need_a_name(
    run: Run, schedule: Path, schedule_without_zone: Path
) -> None:
    run("import", str(schedule), "--name", "First Conf")
    run("import", str(schedule_without_zone), "--timezone", "UTC", "--name", "Second Conf")
    ran = run("sessions")
    assert ran.status == 1
    assert "First Conf" in ran.err
    assert "Second Conf" in ran.err
    assert run("sessions", "--conference", "first conf").status == 0
    ran = run("sessions", "--conference", "Third")
    assert ran.status == 1
    assert "Third" in ran.err


@pytest.mark.parametrize(
    "words",
    [
        ("frobnicate",),
        ("export",),
        ("export", "--language", "fr", "--target", "github", "--out", "x"),
        ("export", "--language", "ja", "--target", "myspace", "--out", "x"),
        ("import",),
        ("sessions", "--nonsense"),
    ],
)
def test_wrong_usage_is_two(run: Run, words: tuple[str, ...]) -> None:
    ran = run(*words)
    assert ran.status == 2
    assert ran.out == ""
    assert ran.err


@pytest.mark.parametrize(
    "command",
    ["import", "conferences", "sessions", "export", "sample", "dump", "load", "self-test"],
)
def test_every_command_has_help(run: Run, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = run(command, "--help")
    assert ran.status == 0
    assert "--notebook" in ran.out
    assert "--json" in ran.out
    assert "cli.help" not in ran.out
    monkeypatch.setenv("LANG", "ja_JP.UTF-8")
    assert "ノートブック" in run(command, "--help").out


@pytest.mark.parametrize("command", ["conferences", "sessions"])
def test_reading_a_notebook_that_is_not_there_makes_none(
    run: Run, command: str, tmp_path: Path
) -> None:
    ran = run(command)
    assert ran.status == 1
    assert "test.confnotes" in ran.err
    assert list(tmp_path.iterdir()) == [] or not (tmp_path / "test.confnotes").exists()


def test_an_empty_notebook_has_no_sessions_to_list(run: Run, schedule_without_zone: Path) -> None:
    run("import", str(schedule_without_zone))
    ran = run("sessions")
    assert ran.status == 1
    assert ran.err


@pytest.mark.parametrize(
    "words", [("load", ""), ("import", ""), ("dump", "--out", ""), ("sample", "--out", "")]
)
def test_an_empty_name_is_wrong_usage(run: Run, words: tuple[str, ...]) -> None:
    assert run(*words).status == 2


def test_an_agenda_is_written_once_something_is_chosen(
    run: Run, schedule: Path, tmp_path: Path
) -> None:
    run("import", str(schedule))
    out = tmp_path / "mine.ics"
    refused = run("agenda", "--out", str(out))
    assert refused.status == 1
    assert "no agenda to write" in refused.err
    assert not out.exists()
    notebook = services(tmp_path / "test.confnotes")
    conference = notebook.programme.conferences()[0].conference.id
    first, second = notebook.programme.view(conference).sessions
    notebook.programme.choose_session(first.session.id, Choice(Intent.GOING))
    notebook.programme.choose_session(second.session.id, Choice(Intent.CONSIDERED))
    notebook.close()
    written = run("agenda", "--out", str(out))
    assert (written.status, written.err) == (0, "")
    assert str(out) in written.out
    assert out.read_bytes().count(b"BEGIN:VEVENT") == 1
    told = run("agenda", "--out", str(out), "--considered", "--json")
    assert json.loads(told.out)["sessions"] == 2
    assert b"STATUS:TENTATIVE" in out.read_bytes()
