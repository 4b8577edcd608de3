"""Sample, export, dump, load and self-test on the command line."""

import json
from pathlib import Path

import pytest

from helpers.commandline import Run


@pytest.fixture
def sampled(run: Run) -> Run:
    """Return the command line of a notebook that holds the sample conference."""
    ran = run("sample")
    assert ran.status == 0, ran.err
    return run


def test_the_sample_comes_with_its_two_reports(run: Run, tmp_path: Path) -> None:
    ran = run("sample", "--out", str(tmp_path / "out"))
    assert ran.status == 0
    files = [Path(row) for row in ran.out.splitlines()[1:]]
    assert sum(path.suffix == ".md" for path in files) == 2
    assert all(path.is_file() for path in files)


def test_the_sample_comes_once(sampled: Run) -> None:
    ran = sampled("sample")
    assert ran.status == 1
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("target", ["hatena", "github", "commonmark"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_export_is_checked_and_the_same_twice(
    sampled: Run, tmp_path: Path, language: str, target: str
) -> None:
    words = ("export", "--language", language, "--target", target, "--out")
    first = sampled(*words, str(tmp_path / "a"), "--json")
    second = sampled(*words, str(tmp_path / "b"), "--json")
    assert (first.status, first.err) == (0, "")
    assert first.objects[0]["differences"] == []
    for one, two in zip(
        sorted((tmp_path / "a").rglob("*")), sorted((tmp_path / "b").rglob("*")), strict=True
    ):
        assert one.relative_to(tmp_path / "a") == two.relative_to(tmp_path / "b")
        assert one.is_dir() or one.read_bytes() == two.read_bytes()
    again = sampled(*words, str(tmp_path / "a"))
    assert again.status == 0, "what confnotes wrote itself may be written again"
    assert second.status == 0


def test_what_somebody_changed_is_left_and_named(sampled: Run, tmp_path: Path) -> None:
    words = ("export", "--language", "en", "--target", "github", "--out", str(tmp_path / "out"))
    first = sampled(*words)
    report = next(Path(row) for row in first.out.splitlines() if row.endswith(".md"))
    whole = report.read_text(encoding="utf-8")
    report.write_text(whole + "\nmine\n", encoding="utf-8")
    ran = sampled(*words)
    assert ran.status == 1
    assert report.name in ran.err
    assert report.read_text(encoding="utf-8").endswith("\nmine\n")
    ran = sampled(*words, "--force")
    assert ran.status == 0
    assert report.read_text(encoding="utf-8") == whole
    kept = [p for p in report.parent.iterdir() if p != report and p.is_file()]
    assert any(p.read_bytes().endswith(b"\nmine\n") for p in kept)


def test_what_somebody_else_put_there_is_left(sampled: Run, tmp_path: Path) -> None:
    words = ("export", "--language", "ja", "--target", "hatena", "--out")
    name = next(
        Path(row).name
        for row in sampled(*words, str(tmp_path / "a")).out.splitlines()
        if row.endswith(".md")
    )
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / name).write_text("my own text", encoding="utf-8")
    ran = sampled(*words, str(tmp_path / "b"))
    assert ran.status == 1
    assert name in ran.err
    assert (tmp_path / "b" / name).read_text(encoding="utf-8") == "my own text"


def test_an_export_folder_that_is_a_file_is_said(sampled: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    words = ("export", "--language", "ja", "--target", "hatena", "--out", str(tmp_path / "file"))
    ran = sampled(*words)
    assert ran.status == 1
    assert ran.err.count("\n") == 1
    assert (tmp_path / "file").read_text() == "x"


def test_a_dump_loaded_elsewhere_and_dumped_again_is_the_same(sampled: Run, tmp_path: Path) -> None:
    other = tmp_path / "other.confnotes"
    assert sampled("dump", "--out", str(tmp_path / "a.json")).status == 0
    assert sampled("load", str(tmp_path / "a.json"), notebook=other).status == 0
    assert sampled("dump", "--out", str(tmp_path / "b.json"), notebook=other).status == 0
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()
    names = sorted(p.name for p in (tmp_path / "a.files").iterdir())
    assert names == sorted(p.name for p in (tmp_path / "b.files").iterdir())
    assert names, "the sample has pictures"


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "{}", '{"format": "confnotes-dump", "version": 99}', '{"a": NaN}', "\x00"],
)
def test_what_is_no_dump_is_refused(run: Run, tmp_path: Path, text: str) -> None:
    (tmp_path / "bad.json").write_text(text, encoding="utf-8")
    ran = run("load", str(tmp_path / "bad.json"))
    assert ran.status == 1
    assert ran.err.count("\n") == 1
    assert "Traceback" not in ran.err
    assert run("conferences").out == ""


def test_a_dump_with_one_wrong_value_says_where(sampled: Run, tmp_path: Path) -> None:
    sampled("dump", "--out", str(tmp_path / "a.json"))
    whole = (tmp_path / "a.json").read_text(encoding="utf-8")
    value = json.loads(whole)
    conference = value["conference"]
    conference["timezone"] = 9
    (tmp_path / "a.json").write_text(json.dumps(value), encoding="utf-8")
    ran = sampled("load", str(tmp_path / "a.json"), notebook=tmp_path / "other.confnotes")
    assert ran.status == 1
    assert "timezone" in ran.err


def test_self_test_checks_this_installation(run: Run) -> None:
    ran = run("self-test", "--json")
    assert ran.status == 0, ran.out
    assert all(item["ok"] for item in ran.objects)
    assert len(ran.objects) >= 8


def test_a_title_is_made_by_its_pattern(sampled: Run, tmp_path: Path) -> None:
    words = ("export", "--language", "en", "--target", "github", "--out", str(tmp_path / "out"))
    ran = sampled(*words, "--set", "title={short_name} {year}: notes by {speeker} ({country})")
    assert ran.status == 0
    report = next(Path(row) for row in ran.out.splitlines() if row.endswith(".md"))
    title = report.read_text(encoding="utf-8").partition("\n")[0]
    assert title == "# KubeCon NA 2019: notes"
    unknown, missing = ran.err.splitlines()
    assert "{speeker}" in unknown
    assert "{country}" in missing
    ran = sampled(*words, "--set", "title=Back from {city}")
    assert ran.err == ""
    assert report.read_text(encoding="utf-8").startswith("# Back from San Diego\n")
    assert sampled(*words, "--set", "nothing=1").err.count("title") == 1
