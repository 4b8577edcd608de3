"""A text with its second version, as one types."""

import pytest
from pytestqt.qtbot import QtBot

from confnotes.domain.text import Language
from confnotes.ui.parts.fields import LineField
from confnotes.ui.parts.two_texts import TextInput, TwoTexts
from helpers.hands import KEYS, click, compose, key, write


@pytest.fixture
def two(qtbot: QtBot) -> TwoTexts:
    made = TwoTexts("Name")
    qtbot.addWidget(made)
    made.resize(300, 120)
    made.show()
    return made


def line(of: TextInput) -> LineField:
    assert isinstance(of.field, LineField)
    return of.field


def test_an_english_text_offers_japanese(two: TwoTexts) -> None:
    two.show_texts("The harbour guild is here", None, "", stale=False)
    assert two.second is Language.JA


def test_a_japanese_text_offers_english_once_there_is_one(two: TwoTexts) -> None:
    assert not two.add.isVisible()
    write(line(two.original).edit, "港の会")
    two.flush()
    assert two.second is Language.EN
    assert two.add.isVisible()


def test_each_field_tells_its_own_text(two: TwoTexts, qtbot: QtBot) -> None:
    with qtbot.waitSignal(two.written) as told:
        write(line(two.original).edit, "港")
    assert told.args == ["港"]
    click(two.add)
    with qtbot.waitSignal(two.version_written) as version:
        write(line(two.version).edit, "Harbour")
    assert version.args == [Language.EN, "Harbour"]


def test_what_is_being_typed_is_not_overwritten_by_what_is_stored(two: TwoTexts) -> None:
    two.show_texts("old", None, "", stale=False)
    write(line(two.original).edit, "er")
    two.show_texts("old", None, "", stale=False)
    assert "er" in two.original.text()
    two.flush()
    two.show_texts("newer still", None, "", stale=False)
    assert two.original.text() == "newer still"


def test_a_composition_is_not_told_before_it_is_committed(two: TwoTexts, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(two.written, wait=400):
        compose(line(two.original).edit, "みな")
    with qtbot.waitSignal(two.written) as told:
        compose(line(two.original).edit, "", "港")
    assert told.args == ["港"]


def test_escape_takes_back_only_what_was_not_handed_on(two: TwoTexts) -> None:
    edit = line(two.original).edit
    write(edit, "kept")
    two.flush()
    write(edit, " lost")
    key(edit, KEYS.Key_Escape)
    assert two.original.text() == "kept"


def test_a_stale_version_says_so_and_can_be_confirmed(two: TwoTexts, qtbot: QtBot) -> None:
    two.show_texts("港", None, "Harbor", stale=True)
    assert two.version.isVisible()
    assert two.stale.isVisible()
    with qtbot.waitSignal(two.confirmed) as told:
        click(two.stale.right)
    assert told.args == [Language.EN]
    two.show_texts("港", None, "Harbor", stale=False)
    assert not two.stale.isVisible()
