"""The one table of colours, type and space: teal ink on warm paper.

Accent says where you are, what you chose, what you can press; amber what you did not catch and
what needs you; red clash, cancelled, failed. Nothing else has a hue.
"""

from dataclasses import dataclass, fields
from enum import Enum

from PySide6.QtGui import QColor


def _scrim(name: str, opacity: float) -> QColor:
    colour = QColor(name)
    colour.setAlphaF(opacity)
    return colour


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme by role; read them when painting, never keep them."""

    dark: bool
    rail: QColor
    canvas: QColor
    surface: QColor
    raised: QColor
    sunken: QColor
    hover: QColor
    press: QColor
    line: QColor
    line2: QColor
    faint: QColor
    strong: QColor
    text: QColor
    text2: QColor
    text3: QColor
    disabled: QColor
    accent: QColor
    accent_hover: QColor
    on_accent: QColor
    accent_soft: QColor
    accent_soft2: QColor
    accent_line: QColor
    amber: QColor
    amber_soft: QColor
    amber_line: QColor
    amber_solid: QColor
    red: QColor
    red_soft: QColor
    red_line: QColor
    mark: QColor
    on_mark: QColor
    scrim: QColor
    shadow: QColor

    def named(self) -> dict[str, QColor]:
        """Return the colours by their role's name."""
        return {f.name: getattr(self, f.name) for f in fields(self) if f.name != "dark"}


LIGHT = Tokens(
    dark=False,
    rail=QColor("#ECE8E0"),
    canvas=QColor("#F7F5F1"),
    surface=QColor("#FFFFFF"),
    raised=QColor("#FFFFFF"),
    sunken=QColor("#F2EFE9"),
    hover=QColor("#EFEBE4"),
    press=QColor("#E6E1D8"),
    line=QColor("#E5E0D7"),
    line2=QColor("#CFC9BD"),
    faint=QColor("#8D877C"),
    strong=QColor("#868074"),
    text=QColor("#1D2423"),
    text2=QColor("#535D5B"),
    text3=QColor("#616A68"),
    disabled=QColor("#A6A59E"),
    accent=QColor("#0B6B65"),
    accent_hover=QColor("#08544F"),
    on_accent=QColor("#FFFFFF"),
    accent_soft=QColor("#E1F0EE"),
    accent_soft2=QColor("#CDE5E2"),
    accent_line=QColor("#86BFB9"),
    amber=QColor("#8A4B00"),
    amber_soft=QColor("#FCF0DA"),
    amber_line=QColor("#E3B566"),
    amber_solid=QColor("#B45F06"),
    red=QColor("#AF2A1E"),
    red_soft=QColor("#FBEAE7"),
    red_line=QColor("#E5A79F"),
    mark=QColor("#FFE8A3"),
    on_mark=QColor("#3A2C00"),
    scrim=_scrim("#1D2423", 0.4),
    shadow=QColor("#2A2418"),
)

DARK = Tokens(
    dark=True,
    rail=QColor("#0F1313"),
    canvas=QColor("#141919"),
    surface=QColor("#1A2020"),
    raised=QColor("#222929"),
    sunken=QColor("#161B1B"),
    hover=QColor("#262E2E"),
    press=QColor("#2E3737"),
    line=QColor("#2A3232"),
    line2=QColor("#3C4646"),
    faint=QColor("#717D7B"),
    strong=QColor("#7C8987"),
    text=QColor("#E8ECEA"),
    text2=QColor("#AEB8B6"),
    text3=QColor("#95A09E"),
    disabled=QColor("#5D6766"),
    accent=QColor("#66CCC2"),
    accent_hover=QColor("#86DBD2"),
    on_accent=QColor("#05211F"),
    accent_soft=QColor("#173533"),
    accent_soft2=QColor("#1F4845"),
    accent_line=QColor("#2F6F69"),
    amber=QColor("#F3C06F"),
    amber_soft=QColor("#352810"),
    amber_line=QColor("#7A5A1E"),
    amber_solid=QColor("#E5A84B"),
    red=QColor("#FF9F94"),
    red_soft=QColor("#3A1D1A"),
    red_line=QColor("#7E3B34"),
    mark=QColor("#5A4712"),
    on_mark=QColor("#FFEBB0"),
    scrim=_scrim("#000000", 0.6),
    shadow=QColor("#000000"),
)


class Step(Enum):
    """The type scale: (size, line height) in pixels at the base text size of 13."""

    CAPTION = (11, 18)
    SMALL = (12, 19)
    BASE = (13, 21)
    PREVIEW = (14, 25)
    NOTE = (15, 26)
    SUBTITLE = (16, 24)
    HEADING = (18, 28)
    TITLE = (20, 29)
    DISPLAY = (28, 40)

    @property
    def size(self) -> int:
        """The size of the letters."""
        return self.value[0]

    @property
    def line(self) -> int:
        """The height of a line."""
        return self.value[1]


BASE_SIZE = Step.BASE.size
"""The text size all measures are multiples of."""
TEXT_SIZES = (11, 12, 13, 14, 15, 16, 18, 20)
"""The base text sizes one can choose, in pixels."""
