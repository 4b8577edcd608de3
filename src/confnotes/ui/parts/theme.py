"""The theme of the application: tokens, palette, fonts and scale, read when something paints."""

from functools import cache, lru_cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from confnotes.ui.parts import sheet
from confnotes.ui.parts.tokens import BASE_SIZE, DARK, LIGHT, TEXT_SIZES, Step, Tokens

LATIN = ("Inter",)
"""Preferred Latin families; where none is there, the Japanese family writes Latin too."""
JAPANESE = (
    "Noto Sans CJK JP",
    "Noto Sans JP",
    "Hiragino Sans",
    "Yu Gothic UI",
    "Meiryo",
    "IPAexGothic",
    "BIZ UDGothic",
)
"""A Japanese family is always named: left to fallback, kanji may come in Chinese shapes."""

REGULAR, MEDIUM, SEMIBOLD = 400, 500, 600
_JAPANESE_BOLD = 650  # pairs Inter Semi Bold with Noto Bold; 600 would pair it with Noto Medium


@cache
def _installed() -> frozenset[str]:
    return frozenset(QFontDatabase.families())


class Theme(QObject):
    """The look in force. `changed` is told after tokens, scale or language moved."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._tokens = LIGHT
        self._size = BASE_SIZE
        self._japanese = False
        self._fonts: dict[tuple[int, int, bool, bool], QFont] = {}

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return self._tokens

    @property
    def scale(self) -> float:
        """The factor that all sizes carry (1.0 at a base text size of 13)."""
        return self._size / BASE_SIZE

    @property
    def text_size(self) -> int:
        """The base text size in pixels."""
        return self._size

    @property
    def japanese(self) -> bool:
        """Whether the interface is Japanese."""
        return self._japanese

    def px(self, length: float) -> int:
        """Return a length of the design, scaled, in device-independent pixels."""
        return round(length * self.scale)

    def set_dark(self, dark: bool) -> None:
        """Take the dark or the light tokens."""
        self._take(DARK if dark else LIGHT, self._size, self._japanese)

    def set_text_size(self, size: int) -> None:
        """Set the base text size to the nearest one that can be chosen."""
        nearest = min(TEXT_SIZES, key=lambda known: abs(known - size))
        self._take(self._tokens, nearest, self._japanese)

    def set_japanese(self, japanese: bool) -> None:
        """Set for which language fonts and weights are chosen."""
        self._take(self._tokens, self._size, japanese)

    def _take(self, tokens: Tokens, size: int, japanese: bool) -> None:
        if (tokens, size, japanese) == (self._tokens, self._size, self._japanese):
            return
        self._tokens, self._size, self._japanese = tokens, size, japanese
        self._fonts.clear()
        self.apply()
        self.changed.emit()

    def families(self, *, japanese_first: bool = False) -> list[str]:
        """Return the installed families in order of preference (maybe empty: the system's)."""
        latin = [f for f in LATIN if f in _installed()]
        japanese = [f for f in JAPANESE if f in _installed()][:1]
        return japanese + latin if japanese_first else latin + japanese

    def font(
        self,
        step: Step = Step.BASE,
        weight: int = REGULAR,
        *,
        tabular: bool = False,
        field: bool = False,
    ) -> QFont:
        """Return the font of a step. `tabular`: figures of one width (times, counts);
        `field`: for line edits, whose baseline must not move at the first kanji."""
        key = (self.px(step.size), weight, tabular, field)
        if (font := self._fonts.get(key)) is None:
            font = self._fonts[key] = self._made(*key)
        return font

    def _made(self, size: int, weight: int, tabular: bool, field: bool) -> QFont:
        heavy = _JAPANESE_BOLD if self._japanese and weight >= SEMIBOLD else weight
        font = _of_weight(heavy)
        if families := self.families(japanese_first=field and self._japanese):
            font.setFamilies(families)
        font.setPixelSize(size)
        if hasattr(font, "setFeature"):  # Qt 6.7
            # Inter's `calt` turns 4x4 into 4×4 and -> into an arrow: what was typed must show.
            font.setFeature(QFont.Tag.fromString("calt"), 0)
            if tabular:
                font.setFeature(QFont.Tag.fromString("tnum"), 1)
        return font

    def palette(self) -> QPalette:
        """Return a palette of the tokens, for what Qt paints by itself."""
        return _palette(self._tokens.dark)

    def apply(self) -> None:
        """Give the application palette, font and style sheet of the theme."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setPalette(self.palette())
            app.setFont(self.font())
            app.setStyleSheet(sheet.style_sheet(self._tokens, self.px))


def _of_weight(weight: int) -> QFont:
    """Return the system's font in a weight that need not be one of Qt's named ones."""
    font = QFont()
    parts = font.toString().split(",")
    parts[4] = str(weight)  # the field of QFont::toString() that holds the weight (Qt 6)
    font.fromString(",".join(parts))
    return font


@lru_cache(maxsize=2)
def _palette(dark: bool) -> QPalette:
    tokens = DARK if dark else LIGHT
    roles = QPalette.ColorRole
    palette = QPalette()
    for role, colour in {
        roles.Window: tokens.canvas,
        roles.WindowText: tokens.text,
        roles.Base: tokens.surface,
        roles.AlternateBase: tokens.sunken,
        roles.Text: tokens.text,
        roles.Button: tokens.surface,
        roles.ButtonText: tokens.text,
        roles.BrightText: tokens.red,
        roles.Light: tokens.surface,
        roles.Midlight: tokens.line,
        roles.Mid: tokens.line2,
        roles.Dark: tokens.strong,
        roles.Shadow: tokens.shadow,
        roles.Highlight: tokens.accent_soft2,
        roles.HighlightedText: tokens.text,
        roles.Link: tokens.accent,
        roles.LinkVisited: tokens.accent,
        roles.ToolTipBase: tokens.raised,
        roles.ToolTipText: tokens.text,
        roles.PlaceholderText: tokens.text3,
        roles.Accent: tokens.accent,
    }.items():
        palette.setColor(role, colour)
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, tokens.disabled)
    return palette


@cache
def theme() -> Theme:
    """Return the theme of the application: one, as there is one QApplication."""
    return Theme()


def system_is_dark() -> bool:
    """Return whether the system says it is dark (False where it says nothing)."""
    return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
