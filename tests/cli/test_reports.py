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


def exported(run: Run, tmp_path: Path, target: str, *words: str, language: str = "en") -> str:
    """Export into a folder; return the report's text."""
    folder = tmp_path / f"out-{len(list(tmp_path.iterdir()))}"
    ran = run(
        "export", "--language", language, "--target", target, "--out", str(folder), "--json", *words
    )
    assert ran.status == 0, ran.err
    files = ran.objects[0]["files"]
    assert isinstance(files, list)
    (text,) = (Path(name) for name in files if name.endswith(".md"))
    return text.read_text(encoding="utf-8")


def test_settings_of_a_place_are_kept_for_later_exports(sampled: Run, tmp_path: Path) -> None:
    given = ("--set", "slug=days at sea", "--set", "published=on", "--set", "front_matter=yaml")
    first = exported(sampled, tmp_path, "hugo", *given)
    assert 'slug: "days-at-sea"' in first
    assert "draft: false" in first
    assert exported(sampled, tmp_path, "hugo") == first
    assert "days-at-sea" not in exported(sampled, tmp_path, "hugo", language="ja")
    assert "days-at-sea" not in exported(sampled, tmp_path, "jekyll")
    back = exported(sampled, tmp_path, "hugo", "--set", "slug=", "--set", "front_matter=toml")
    assert "days-at-sea" not in back
    assert back.startswith("+++")


def test_a_setting_is_called_by_its_name_with_or_without_its_language(
    sampled: Run, tmp_path: Path
) -> None:
    text = exported(sampled, tmp_path, "hugo", "--set", "description.en=A = b, = c")
    assert 'description = "A = b, = c"' in text


BAD_SETTINGS = {
    "slug": "slug is not of the form NAME=VALUE",
    "=x": "=x is not of the form NAME=VALUE",
    "colour=red": "There is no setting colour for this place. It has: title, ",
    "published=perhaps": "published is on or off, not perhaps",
    "front_matter=xml": "front_matter cannot be xml: it is one of toml, yaml",
}


def test_a_setting_that_cannot_be_changes_nothing(sampled: Run, tmp_path: Path) -> None:
    before = exported(sampled, tmp_path, "hugo")
    out = tmp_path / "not-written"
    words = ("export", "--language", "en", "--target", "hugo", "--out", str(out))
    for pair, said in BAD_SETTINGS.items():
        ran = sampled(*words, "--set", "slug=kept-by-halves", "--set", pair)
        assert ran.status == 1
        assert said in ran.err
        assert ran.err.count("\n") == 1
        assert "Nothing was changed." in ran.err
        assert not out.exists()
    assert exported(sampled, tmp_path, "hugo") == before


def first_upload(run: Run, tmp_path: Path, target: str) -> str:
    """Return the name of the first picture that a place takes by upload."""
    ran = run(
        "export", "--language", "en", "--target", target, "--out", str(tmp_path / "ask"), "--json"
    )
    uploads = ran.objects[0]["uploads"]
    assert isinstance(uploads, list)
    assert uploads
    assert uploads[0]["address"] == ""
    return str(uploads[0]["path"]).rpartition("/")[2]


@pytest.mark.parametrize(
    ("target", "address", "written"),
    [
        ("qiita", "https://example.org/up/1.png", "https://example.org/up/1.png"),
        (
            "hatena",
            "[f:id:ana:20310512120000p:plain]",
            "f:id:ana:20310512120000p:plain",
        ),
    ],
)
def test_where_a_picture_went_is_kept_for_later_exports(
    sampled: Run, tmp_path: Path, target: str, address: str, written: str
) -> None:
    name = first_upload(sampled, tmp_path, target)
    assert written not in exported(sampled, tmp_path, target)
    text = exported(sampled, tmp_path, target, "--uploaded", f"images/{name}={address}")
    assert written in text
    assert exported(sampled, tmp_path, target) == text
    again = sampled(
        "export", "--language", "en", "--target", target, "--out", str(tmp_path / "said")
    )
    assert written in again.out
    assert written not in exported(sampled, tmp_path, target, "--uploaded", f"{name}=")


BAD_ADDRESSES = (
    ("hatena", "{name}", "is not of the form NAME=VALUE"),
    ("hatena", "{name}=photo.png", "photo.png is not what a place gives for a picture"),
    ("hatena", "{name}=javascript:alert(1)", "is not what a place gives for a picture"),
    ("hatena", "nothing.png=https://example.org/1.png", "No picture nothing.png is uploaded"),
    ("github", "{name}=https://example.org/1.png", "is uploaded for this report there"),
    ("qiita", "{name}=[f:id:ana:20310512120000p:plain]", "is not what a place gives"),
)


def test_an_address_that_cannot_be_changes_nothing(sampled: Run, tmp_path: Path) -> None:
    name = first_upload(sampled, tmp_path, "hatena")
    before = exported(sampled, tmp_path, "hatena")
    out = tmp_path / "not-written"
    for target, pair, said in BAD_ADDRESSES:
        words = ("export", "--language", "en", "--target", target, "--out", str(out))
        given = pair.format(name=name)
        ran = sampled(*words, "--set", "title=Kept by halves", "--uploaded", given)
        assert ran.status == 1
        assert said in ran.err
        assert ran.err.count("\n") == 1
        assert not out.exists()
    assert exported(sampled, tmp_path, "hatena") == before


def test_what_one_export_is_for_does_not_change_whom_the_report_is_for(
    sampled: Run, tmp_path: Path
) -> None:
    text = exported(sampled, tmp_path, "github")
    exported(sampled, tmp_path, "hugo", "--set", "slug=x", "--audience", "inside")
    assert exported(sampled, tmp_path, "github") == text


def test_bad_words_are_said_in_japanese_too(
    sampled: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "ja_JP.UTF-8")
    words = ("export", "--language", "ja", "--target", "hugo", "--out", str(tmp_path / "o"))
    ran = sampled(*words, "--set", "published=たぶん")
    assert ran.status == 1
    assert "published に指定できるのは on か off です（たぶん は使えません）。" in ran.err


def test_how_the_report_tells_is_set_for_all_places(sampled: Run, tmp_path: Path) -> None:
    words = ("export", "--language", "en", "--out", str(tmp_path), "--target")
    given = ("--set", "details=time,room", "--set", "rating=number", "--set", "days=together")
    assert sampled(*words, "github", *given).status == 0
    for target in ("github", "hatena"):
        assert sampled(*words, target, "--force").status == 0
        text = next(tmp_path.glob(f"*.en.{target}.md")).read_text(encoding="utf-8")
        assert "4/5" in text
        assert " days at KubeCon NA\n" in text
        assert "(PST)" in text
    ran = sampled(*words, "github", "--set", "details=time,smell")
    assert ran.status == 1
    assert "room" in ran.err
    assert sampled(*words, "github", "--set", "details=", "--force").status == 0
