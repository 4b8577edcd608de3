"""A table (CSV) on the command line: its columns guessed, or named."""

from pathlib import Path

import pytest

from helpers.commandline import Run

TABLE = "日付,開始,会場,演目,登壇者\n月,9:30,岸壁,灯台の話,浜 渚\n火,10:30,岸壁,浮標の話,浦 岬\n"
COLUMNS = ("--column", "title=演目", "--first-day", "2026-05-04")


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.csv"
    path.write_bytes(TABLE.encode("cp932"))
    return path


def test_named_columns_and_a_first_day_make_a_conference(run: Run, table: Path) -> None:
    ran = run("import", str(table), *COLUMNS, "--timezone", "Asia/Tokyo", "--json")
    (answer,) = ran.objects
    assert (answer["kind"], answer["sessions"], answer["days"]) == ("table", 2, 2)
    rows = run("sessions").out.splitlines()
    assert rows[1].startswith("2026-05-05 10:30")
    assert "浮標の話  浦 岬  岸壁" in rows[1]


def test_a_column_may_be_named_by_its_number(run: Run, table: Path) -> None:
    words = ("--column", "title=4", "--column", "room=1", "--timezone", "Asia/Tokyo")
    assert run("import", str(table), *words).status == 0
    assert "灯台の話  浜 渚  月" in run("sessions").out


def test_a_table_whose_titles_are_not_known_says_what_to_type(
    run: Run, table: Path, tmp_path: Path
) -> None:
    ran = run("import", str(table), "--timezone", "Asia/Tokyo")
    assert ran.status == 1
    assert "日付, 開始, 会場, 演目, 登壇者" in ran.err
    assert "--column title=" in ran.err
    assert not (tmp_path / "test.confnotes").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--column", "title"), "title"),
        (("--column", "title="), "title="),
        (("--column", "shoes=演目"), "subtitle"),
        (("--column", "title=99"), "演目"),
        (("--column", "title=靴"), "演目"),
        (("--first-day", "Monday"), "Monday"),
    ],
)
def test_what_makes_no_sense_is_wrong_usage(
    run: Run, table: Path, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    ran = run("import", str(table), "--timezone", "Asia/Tokyo", *words)
    assert ran.status == 2
    assert said in ran.err
    assert not (tmp_path / "test.confnotes").exists()


def test_another_kind_of_file_has_no_columns(run: Run, schedule: Path) -> None:
    ran = run("import", str(schedule), "--column", "title=4")
    assert ran.status == 1
    assert "--column" in ran.err
