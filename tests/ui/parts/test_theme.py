"""The theme: scale, fonts, and what it tells."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from confnotes.ui.parts.theme import JAPANESE, SEMIBOLD, theme
from confnotes.ui.parts.tokens import Step


def test_lengths_and_fonts_scale_with_the_text_size() -> None:
    theme().set_text_size(20)
    assert theme().px(13) == 20
    assert theme().font(Step.BASE).pixelSize() == 20
    assert theme().font(Step.TITLE).pixelSize() == 31


def test_a_change_is_told_once_and_reaches_the_palette(qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme().changed):
        theme().set_dark(True)
    assert QApplication.palette().color(QPalette.ColorRole.Window) == theme().tokens.canvas
    with qtbot.assertNotEmitted(theme().changed):
        theme().set_dark(True)


def test_a_japanese_family_is_always_named() -> None:
    families = theme().font().families()
    assert set(families) & set(JAPANESE)


def test_bold_in_a_japanese_interface_is_heavier() -> None:
    plain = theme().font(Step.BASE, SEMIBOLD).weight()
    theme().set_japanese(True)
    assert int(theme().font(Step.BASE, SEMIBOLD).weight()) == 650
    assert int(plain) == 600


def test_a_field_of_a_japanese_interface_begins_with_the_japanese_family() -> None:
    theme().set_japanese(True)
    assert theme().families(japanese_first=True)[0] in JAPANESE
