"""A line of notes as a block of a QTextDocument: which property holds what, and the way back.

A footnote reference `[^key]` is one inline object behind a word joiner (so that the raised number
never wraps alone); everything else is the characters as typed.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextFormat

from confnotes.domain.audience import Audience
from confnotes.domain.footnotes import references
from confnotes.domain.notes import LineKind
from confnotes.domain.text import stored_line

JOINER = "\u2060"
OBJECT = "\ufffc"
REFERENCE = JOINER + OBJECT
"""What stands in the document for one `[^key]`."""

REFERENCE_OBJECT = QTextFormat.ObjectTypes.UserObject.value + 1
_USER = QTextFormat.Property.UserProperty.value
_ID, _KIND, _DONE, _UNSURE, _AUDIENCE, _SIGN, _GIST = range(_USER + 1, _USER + 8)
KEY_PROPERTY = _USER + 9
CITES = "[^"
"""How every `[^key]` in a text begins."""

LINE_HEIGHT = 26
LINE_GAP = 6
INDENT = 26
LEFT = 92  # an outermost line's text stands one indent to the right of it
RIGHT = 32
PICTURE_WIDTH, PICTURE_HEIGHT, PICTURE_GAP = 176, 99, 16
_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


@dataclass(frozen=True, slots=True)
class Row:
    """A line as the document holds it; `sign` is what its mark was typed with ("" by chord).

    `keys` are the footnotes its text cites, in order. The moment and whatever else belongs to the
    identity alone is kept by the document, under `id`.
    """

    id: str
    text: str = ""
    depth: int = 0
    kind: LineKind = LineKind.POINT
    done: bool = False
    unsure: bool = False
    audience: Audience = Audience.PUBLIC
    sign: str = ""
    gist: str = ""
    keys: tuple[str, ...] = ()


def block_format(row: Row) -> QTextBlockFormat:
    """Return the block format that carries everything of a row but its text."""
    form = QTextBlockFormat(
        _format(row.depth, row.kind, row.done, row.unsure, row.audience, row.sign, row.gist)
    )
    form.setProperty(_ID, row.id)
    return form


@lru_cache(maxsize=256)
def _format(
    depth: int,
    kind: LineKind,
    done: bool,
    unsure: bool,
    audience: Audience,
    sign: str,
    gist: str,
) -> QTextBlockFormat:
    """Return what lines that are alike but for their text and identity share: thousands are."""
    picture = kind is LineKind.IMAGE
    form = QTextBlockFormat()
    form.setLineHeight(LINE_HEIGHT, _FIXED)
    # All room lies below: margins between blocks collapse, and the first one's is left out.
    form.setBottomMargin(PICTURE_HEIGHT - LINE_HEIGHT + 2 * LINE_GAP if picture else LINE_GAP)
    if gist:
        form.setBottomMargin(LINE_GAP + LINE_HEIGHT - 4)
    form.setLeftMargin(LEFT + (PICTURE_WIDTH + PICTURE_GAP if picture else 0))
    form.setRightMargin(RIGHT)
    form.setIndent(depth + 1)
    for key, value in (
        (_KIND, "" if kind is LineKind.POINT else kind.value),
        (_DONE, "1" if done else ""),
        (_UNSURE, "1" if unsure else ""),
        (_AUDIENCE, "" if audience is Audience.PUBLIC else audience.value),
        (_SIGN, sign),
        (_GIST, gist),
    ):
        if value:
            form.setProperty(key, value)
    return form


def row_id(block: QTextBlock) -> str:
    """Return the identity of a block's line ("" when it has none yet)."""
    return block.blockFormat().stringProperty(_ID)


def kind_of(block: QTextBlock) -> tuple[LineKind, bool]:
    """Return the kind of a block's line, and whether it is done."""
    form = block.blockFormat()
    kind = form.stringProperty(_KIND)
    return LineKind(kind) if kind else LineKind.POINT, bool(form.stringProperty(_DONE))


def row_of(block: QTextBlock) -> Row:
    """Return the line a block holds."""
    form = block.blockFormat()
    text, keys = _text_of(block)
    kind = form.stringProperty(_KIND)
    audience = form.stringProperty(_AUDIENCE)
    return Row(
        form.stringProperty(_ID),
        text,
        max(form.indent() - 1, 0),
        LineKind(kind) if kind else LineKind.POINT,
        bool(form.stringProperty(_DONE)),
        bool(form.stringProperty(_UNSURE)),
        Audience(audience) if audience else Audience.PUBLIC,
        form.stringProperty(_SIGN),
        form.stringProperty(_GIST),
        keys,
    )


def _text_of(block: QTextBlock) -> tuple[str, tuple[str, ...]]:
    text = block.text()
    keys: tuple[str, ...] = ()
    if OBJECT in text:
        text, keys = _with_references(block)
    return text if is_stored(text) else stored_line(text), keys


def is_stored(text: str) -> bool:
    """Return whether a line's text is kept just as it is."""
    return OBJECT not in text and (
        (text.isascii() and text.isprintable()) or stored_line(text) == text
    )


def _with_references(block: QTextBlock) -> tuple[str, tuple[str, ...]]:
    out: list[str] = []
    keys: list[str] = []
    for text, form in fragments(block):
        if form.objectType() != REFERENCE_OBJECT:
            out.append(text.replace(OBJECT, ""))
            continue
        key = form.stringProperty(KEY_PROPERTY)
        count = text.count(OBJECT)
        keys.extend([key] * count)
        out.append(f"[^{key}]" * count)
    return "".join(out), tuple(keys)


def fragments(block: QTextBlock) -> Iterator[tuple[str, QTextCharFormat]]:
    """Yield the runs of equal format in a block."""
    step = block.begin()
    while not step.atEnd():
        fragment = step.fragment()
        yield fragment.text(), fragment.charFormat()
        step += 1


def reference_format(key: str) -> QTextCharFormat:
    """Return the character format of a footnote reference."""
    form = QTextCharFormat()
    form.setObjectType(REFERENCE_OBJECT)
    form.setProperty(KEY_PROPERTY, key)
    return form


def insert_text(cursor: QTextCursor, text: str, known: frozenset[str] | set[str]) -> None:
    """Insert a line's text at the cursor; citations of `known` keys become raised numbers."""
    at = 0
    plain = QTextCharFormat()
    if CITES not in text:
        cursor.insertText(text, plain)
        return
    for start, end, key in references(text):
        if key not in known:
            continue
        if start > at:
            cursor.insertText(text[at:start], plain)
        cursor.insertText(REFERENCE, reference_format(key))
        at = end
    if at < len(text):
        cursor.insertText(text[at:], plain)


def clean(text: str) -> str:
    """Return one line of outside text without what the document uses as signs of its own."""
    return unicodedata.normalize("NFC", stored_line(text.replace(OBJECT, "")))
