"""Settings survive the way to the file and back, and bad files do no harm."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confnotes.settings import LANGUAGES, THEMES, Settings, read, write

_SETTINGS = st.builds(
    Settings,
    language=st.sampled_from(LANGUAGES),
    theme=st.sampled_from(THEMES),
    text_size=st.integers(8, 40),
    conference=st.text(st.characters(codec="utf-8")),
    workspace=st.sampled_from(["plan", "notes"]),
    geometry=st.none() | st.tuples(*[st.integers(-9999, 9999)] * 4),
    maximised=st.booleans(),
    folder=st.text(st.characters(codec="utf-8")),
)


@given(_SETTINGS)
def test_what_is_written_is_read(
    tmp_path_factory: pytest.TempPathFactory, settings: Settings
) -> None:
    path = tmp_path_factory.mktemp("settings") / "below" / "settings.toml"
    write(path, settings)
    assert read(path) == settings
    assert [p.name for p in path.parent.iterdir()] == ["settings.toml"]


def test_without_a_file_there_are_the_defaults(tmp_path: Path) -> None:
    assert read(tmp_path / "none.toml") == Settings()


@pytest.mark.parametrize(
    "text",
    [
        "not toml at all = = =",
        'language = "fr"\ntheme = 3\ntext_size = "big"\ngeometry = [1, 2]\nmaximised = 1',
        "unknown = true",
        "text_size = true",
    ],
)
def test_what_makes_no_sense_has_its_default(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text)
    assert read(path) == Settings()


def test_one_bad_value_leaves_the_others(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('language = "ja"\ntheme = "purple"\n')
    assert read(path) == Settings(language="ja")
