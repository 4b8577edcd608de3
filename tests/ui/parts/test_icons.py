"""Icons: each draws something, in the colour asked for, sharp at any size."""

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPainter

from confnotes.domain.notes import LineKind
from confnotes.ui.parts.badges import draw_badge
from confnotes.ui.parts.icon_shapes import SHAPES
from confnotes.ui.parts.icons import app_icon, icon, paint_icon, paint_sign


def canvas(side: int = 24) -> QImage:
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(0)
    return image


def inked(image: QImage) -> set[str]:
    side = image.width()
    pixels = (image.pixelColor(x, y) for x in range(side) for y in range(side))
    return {p.name() for p in pixels if p.alpha() == 255}


@pytest.mark.parametrize("name", sorted(set(SHAPES) - {"blank"}))
def test_each_icon_draws_in_one_colour(name: str) -> None:
    image = canvas(96)
    painter = QPainter(image)
    paint_icon(painter, name, QRectF(0, 0, 96, 96), QColor("#0b6b65"))
    painter.end()
    assert inked(image) == {"#0b6b65"}


def test_an_icon_in_a_menu_has_the_colour_of_its_state() -> None:
    made = icon("plus", "accent")
    on = made.pixmap(QSize(24, 24)).toImage()
    off = made.pixmap(QSize(24, 24), QIcon.Mode.Disabled).toImage()
    assert inked(on) != inked(off)


def test_an_unknown_icon_is_a_bug() -> None:
    with pytest.raises(KeyError):
        icon("no such thing")


@pytest.mark.parametrize("side", [16, 20, 24, 32, 48, 96, 256])
def test_the_sign_is_drawn_at_every_size(side: int) -> None:
    image = canvas(side)
    painter = QPainter(image)
    paint_sign(painter, QRectF(0, 0, side, side))
    painter.end()
    assert "#ffffff" in inked(image)


def test_the_window_icon_has_its_sizes() -> None:
    assert QSize(16, 16) in app_icon().availableSizes()


@pytest.mark.parametrize("kind", list(LineKind))
def test_each_kind_of_line_has_a_badge(kind: LineKind) -> None:
    image = canvas(40)
    painter = QPainter(image)
    draw_badge(painter, QRectF(0, 0, 40, 40), kind)
    painter.end()
    assert any(image.pixelColor(x, y).alpha() for x in range(40) for y in range(40))
