"""Icons drawn by us: vectors at any size, coloured by state when they are painted."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from confnotes import assets
from confnotes.ui.parts.icon_shapes import SHAPES
from confnotes.ui.parts.theme import theme

_FRAME = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><g fill="none" stroke="{colour}" '
    'stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round">{shape}</g></svg>'
)
SIZES = (16, 18, 20, 24)
"""The sizes icons are drawn at."""


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    shape = SHAPES[name].replace("currentColor", colour)
    return QSvgRenderer(QByteArray(_FRAME.format(colour=colour, shape=shape).encode()))


def paint_icon(painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
    """Paint the icon of that name into `rect` in one colour; KeyError when there is none."""
    painter.save()
    painter.setOpacity(painter.opacity() * colour.alphaF())
    _renderer(name, colour.name()).render(painter, rect)
    painter.restore()


class _Engine(QIconEngine):
    """An icon for Qt's own widgets (menus): no pixmap cache, colour by mode."""

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        tokens = theme().tokens
        colour = tokens.disabled if mode is QIcon.Mode.Disabled else getattr(tokens, self._role)
        paint_icon(painter, self._name, QRectF(rect), colour)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._role)


def icon(name: str, role: str = "text2") -> QIcon:
    """Return a QIcon of that drawing in the colour of a token's role (for menus)."""
    if name not in SHAPES:
        raise KeyError(name)
    return QIcon(_Engine(name, role))


@lru_cache(maxsize=3)
def _sign(grid: int) -> QSvgRenderer:
    name = "icons/confnotes.svg" if grid > 32 else f"icons/confnotes-{grid}.svg"
    return QSvgRenderer(QByteArray(assets.read_text(name).encode()))


def paint_sign(painter: QPainter, rect: QRectF) -> None:
    """Paint the app's sign; small sizes have drawings of their own."""
    side = rect.width()
    grid = 64 if side > 32 else 24 if 20 < side < 32 else 16
    _sign(grid).render(painter, rect)


def app_icon() -> QIcon:
    """Return the app's sign as the window's icon, in the sizes window managers ask for."""
    out = QIcon()
    for side in (16, 24, 32, 48, 64, 128, 256):
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_sign(painter, QRectF(0, 0, side, side))
        painter.end()
        out.addPixmap(pixmap)
    return out
