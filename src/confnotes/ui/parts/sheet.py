"""The little that style sheets are for: scroll bars, tool tips, menus, flat fields. Never fonts."""

from collections.abc import Callable

from confnotes.ui.parts.tokens import Tokens

_SHEET = """
QScrollBar:vertical {{ background: transparent; width: {bar}px; margin: 0; border: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {bar}px; margin: 0; border: 0; }}
QScrollBar::handle {{ background: {line2}; border-radius: {radius}px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: {grip}px; }}
QScrollBar::handle:horizontal {{ min-width: {grip}px; }}
QScrollBar::handle:hover, QScrollBar::handle:pressed {{ background: {strong}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; border: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; border: 0; }}
QToolTip {{ background: {raised}; color: {text}; border: 1px solid {line2}; padding: 4px 6px; }}
QLineEdit {{ background: transparent; border: 0; padding: 0; }}
QFileDialog QLineEdit {{ background: {surface}; border: 1px solid {line2}; padding: 3px 6px; }}
QListView#popup {{ background: {raised}; border: 1px solid {line2}; }}
QMenu {{ background: {raised}; color: {text}; border: 1px solid {line2};
  border-radius: {corner}px; padding: {pad}px; }}
QMenu::item {{ padding: {row}px {side}px {row}px {lead}px; border-radius: {pad}px;
  background: transparent; }}
QMenu::item:selected {{ background: {accent_soft}; color: {text}; }}
QMenu::item:disabled {{ color: {text3}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: {pad}px {lead}px; }}
QMenu::icon {{ padding-left: {pad}px; }}
QMenu::indicator {{ width: 0; height: 0; }}
"""


def style_sheet(tokens: Tokens, px: Callable[[float], int]) -> str:
    """Return the application's style sheet for these tokens and this scale."""
    colours = {name: colour.name() for name, colour in tokens.named().items()}
    return _SHEET.format(
        **colours,
        bar=10,
        radius=2,
        grip=px(32),
        corner=px(8),
        pad=px(6),
        row=px(7),
        side=px(24),
        lead=px(12),
    )
