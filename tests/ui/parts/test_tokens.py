"""The table of colours keeps its contrast (WCAG 2.2, success criteria 1.4.3 and 1.4.11)."""

import pytest
from PySide6.QtGui import QColor

from confnotes.ui.parts.tokens import DARK, LIGHT, Tokens

TEXT = [
    ("text", "surface canvas raised sunken hover press accent_soft accent_soft2 rail"),
    ("text2", "surface canvas rail press accent_soft accent_soft2 amber_soft raised"),
    ("text3", "surface canvas hover rail accent_soft"),
    ("accent", "surface canvas accent_soft accent_soft2 raised"),
    ("on_accent", "accent accent_hover"),
    ("amber", "surface canvas amber_soft accent_soft"),
    ("red", "surface canvas red_soft accent_soft raised"),
    ("on_mark", "mark"),
]
PARTS = [("faint", "surface canvas accent_soft"), ("strong", "surface canvas"), ("accent", "press")]


def luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return (
        0.2126 * linear(colour.redF())
        + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF())
    )


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def pairs(table: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(ink, ground) for ink, grounds in table for ground in grounds.split()]


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), pairs(TEXT))
def test_text_can_be_read(tokens: Tokens, ink: str, ground: str) -> None:
    colours = tokens.named()
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), pairs(PARTS))
def test_parts_of_controls_can_be_seen(tokens: Tokens, ink: str, ground: str) -> None:
    colours = tokens.named()
    assert contrast(colours[ink], colours[ground]) >= 3.0


def test_the_formula_is_the_standards() -> None:
    assert contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#FFFFFF")) == pytest.approx(4.48, abs=0.01)
