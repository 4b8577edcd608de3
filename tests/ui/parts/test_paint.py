"""Painted text: broken where the language may, cut where it must be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from confnotes.ui.parts import paint
from confnotes.ui.parts.theme import theme

JAPANESE = "店舗の端末への配信にも、同じ形が使えそうだと思った。「結果」はどうか。"


def test_no_japanese_line_begins_with_a_closing_sign() -> None:
    font = theme().font()
    for room in range(40, 300, 7):
        for line in paint.wrapped(JAPANESE, font, room)[1:]:
            assert line[0] not in "、。」"


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=80))
def test_wrapping_loses_no_letter(text: str) -> None:
    lines = paint.wrapped(text, theme().font(), 90)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_an_emoji_shifts_no_break() -> None:
    words = "Capture the flag experience with friends"
    font, said = theme().font(), f"\U0001f6a9 \U0001f6a9 {words}"
    for line in paint.wrapped(said, font, 160):
        assert set(line.split()) <= set(said.split())


def test_the_last_of_a_few_lines_is_elided() -> None:
    lines = paint.wrapped("word " * 60, theme().font(), 100, most=3)
    assert len(lines) == 3
    assert lines[-1].endswith(paint.ELLIPSIS)


@pytest.mark.parametrize("text", ["", "Latin", "漢字とかな", "a\nb"])
def test_a_drawn_text_stays_in_its_room(text: str) -> None:
    image = QImage(200, 40, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    font, ink = theme().font(), theme().tokens.text
    used = paint.draw_text(painter, QRectF(0, 0, 30, 40), text, font, ink)
    painter.end()
    assert used <= 31


def test_one_baseline_for_latin_and_kanji() -> None:
    """Capitals and kanji stand on one line, centred within a pixel."""
    font = theme().font()
    assert paint.baseline(0, 40, font.pixelSize()) == pytest.approx(20 + 0.37 * 13)
