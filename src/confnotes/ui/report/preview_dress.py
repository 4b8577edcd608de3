"""The dress of the preview: fonts, one line height per kind of block, quote bars and rules.

Qt's rich text knows no border at a paragraph's side and lets mixed lines jump, so both are done
on the finished document.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QUrl
from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextImageFormat,
    QTextList,
    QTextListFormat,
)

from confnotes.ui.parts.theme import REGULAR, SEMIBOLD, theme

OBJECT = "\ufffc"
_SIZES = {0: (14, 25, 10), 1: (20, 30, 10), 2: (18, 28, 4), 3: (15, 25, 2), 4: (14, 25, 2)}
_ABOVE = {1: 0, 2: 20, 3: 12, 4: 8}
_SMALL = 12
_RULER = QTextFormat.Property.BlockTrailingHorizontalRulerWidth


@dataclass(slots=True)
class Dressed:
    """Where things stand in a dressed document: block numbers of quotes and rules, and the
    positions of its anchors by name."""

    quotes: list[int] = field(default_factory=list)
    rules: list[int] = field(default_factory=list)
    anchors: dict[str, int] = field(default_factory=dict)


def style_sheet() -> str:
    """Return the colours of the preview as the document's default style sheet."""
    t, px = theme().tokens, theme().px
    return f"""
    a {{ color: {t.accent.name()}; text-decoration: none; }}
    blockquote {{ color: {t.text2.name()}; }}
    code, pre {{ background-color: {t.sunken.name()}; font-family: 'Noto Sans Mono CJK JP',
        'DejaVu Sans Mono', monospace; }}
    sup {{ font-size: {px(11)}px; }}
    small, figcaption, .caption {{ color: {t.text2.name()}; font-size: {px(_SMALL)}px; }}
    th {{ font-weight: 600; }} td, th {{ padding: {px(4)}px {px(8)}px; }}
    """


def dress(document: QTextDocument, width: int) -> Dressed:
    """Give a document just filled its dress for a column of `width` pixels; return its places."""
    found = Dressed()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setIndentWidth(theme().px(20))
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    notes = False
    levels = {block.blockFormat().headingLevel() for block in _blocks(document)}
    highest = min((level for level in levels if level > 1), default=2)
    for block in _blocks(document):
        rule = block.blockFormat().hasProperty(_RULER)
        if rule:
            found.rules.append(block.blockNumber())
            notes = True
        _anchors(block, found)
        level = _as_seen(block.blockFormat().headingLevel(), highest)
        _dress_block(cursor, block, found, level, rule=rule, small=notes and level == 0)
    cursor.endEditBlock()
    fit_pictures(document, width)
    return found


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _anchors(block: QTextBlock, found: Dressed) -> None:
    for fragment in _formats(block):
        for name in fragment[1].anchorNames():
            found.anchors.setdefault(name, block.position())


def _formats(block: QTextBlock) -> Iterator[tuple[int, QTextCharFormat, int]]:
    """Yield (position, format, length) of the stretches of one format in a block."""
    it = block.begin()
    while not it.atEnd():
        fragment = it.fragment()
        if fragment.isValid():
            yield fragment.position(), fragment.charFormat(), fragment.length()
        it += 1


def _as_seen(level: int, highest: int) -> int:
    """Return how a heading looks: 1 the title, 2 a section, and so on (0: no heading).

    Places differ in the level their sections begin at (`highest`); the page looks the same.
    """
    return level if level < 2 else min(2 + level - highest, 4)


def _dress_block(
    cursor: QTextCursor,
    block: QTextBlock,
    found: Dressed,
    level: int,
    *,
    rule: bool,
    small: bool,
) -> None:
    px, given = theme().px, block.blockFormat()
    quote = given.rightMargin() > 0
    size, line, below = _SIZES[level]
    if small:
        size, line, below = _SMALL, 25, 0
    made = QTextBlockFormat(given)
    made.clearProperty(_RULER)
    made.setTopMargin(px(_ABOVE.get(level, 0)) if block.blockNumber() else 0)
    made.setBottomMargin(px(below if _ends(block) else 2 if _list(block) is not None else 0))
    made.setRightMargin(0)
    made.setLeftMargin(px(20) if quote else 0)
    if quote:
        found.quotes.append(block.blockNumber())
    if OBJECT in block.text():
        made.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
    else:
        made.setLineHeight(
            px(24 if rule else line), QTextBlockFormat.LineHeightTypes.FixedHeight.value
        )
    cursor.setPosition(block.position())
    cursor.setBlockFormat(made)
    _dress_words(block, size, level)
    if (listed := _list(block)) is not None:
        _dress_list(listed)


def _ends(block: QTextBlock) -> bool:
    """Return whether a paragraph, a list or a block of code ends with this block."""
    after = block.next()
    if not after.isValid():
        return True
    if block.blockFormat().nonBreakableLines():
        return not after.blockFormat().nonBreakableLines()
    return _list(block) is None or _list(after) is None


def _list(block: QTextBlock) -> QTextList | None:
    found: QTextList | None = block.textList()  # None where there is none, whatever the stubs say
    return found


def _dress_list(listed: QTextList) -> None:
    """Give every level of bullets the same sign."""
    form = listed.format()
    if form.style() in (QTextListFormat.Style.ListCircle, QTextListFormat.Style.ListSquare):
        form.setStyle(QTextListFormat.Style.ListDisc)
        listed.setFormat(form)


def _dress_words(block: QTextBlock, size: int, level: int) -> None:
    for position, form, length in list(_formats(block)):
        if form.isImageFormat():
            continue
        raised = form.verticalAlignment() == QTextCharFormat.VerticalAlignment.AlignSuperScript
        made = QTextCharFormat(form)
        made.clearProperty(QTextFormat.Property.FontSizeAdjustment)  # Qt's own heading sizes
        bold = level > 0 or form.fontWeight() >= QFont.Weight.DemiBold
        base = QFont(theme().font(weight=SEMIBOLD if bold else REGULAR))
        if form.fontFixedPitch() or "Mono" in "".join(form.fontFamilies() or []):
            base.setFamilies(list(form.fontFamilies() or []))
        small = form.hasProperty(QTextFormat.Property.FontPixelSize) and not raised
        base.setPixelSize(
            form.intProperty(QTextFormat.Property.FontPixelSize)
            if small and not level
            else theme().px(size)
        )
        made.setFont(base)
        made.setFontItalic(False)  # Japanese has none; what is stressed is bold or coloured
        if form.fontItalic():
            made.setFontWeight(QFont.Weight.DemiBold)
        made.setVerticalAlignment(form.verticalAlignment())
        cursor = QTextCursor(block)
        cursor.setPosition(position)
        cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(made)


_PAGE = 660
"""Pixels across which a blog sets its text."""
_SAID = QTextFormat.Property.UserProperty + 20
"""How wide the page says a picture is (0: nothing), kept while it is fitted again and again."""


def fit_pictures(document: QTextDocument, width: int) -> None:
    """Make every picture as wide as it is, and no wider than the column.

    Qt lays a long document out bit by bit; a change in what is laid out already makes it forget
    the rest, so everything is marked to be laid out again.
    """
    found = False
    for block in _blocks(document):
        if OBJECT not in block.text():
            continue
        for position, form, _length in list(_formats(block)):
            if not form.isImageFormat():
                continue
            picture = QTextImageFormat(form.toImageFormat())
            image = document.resource(
                QTextDocument.ResourceType.ImageResource, QUrl(picture.name())
            )
            wide = getattr(image, "width", lambda: 0)() or width
            said = picture.doubleProperty(_SAID) if picture.hasProperty(_SAID) else picture.width()
            picture.setProperty(_SAID, said)
            if said > 0:  # as wide as one said, on a page as wide as a blog's
                wide = min(wide, round(said * min(width / _PAGE, 1)))
            picture.setWidth(min(wide, width))
            picture.clearProperty(QTextFormat.Property.ImageHeight)
            cursor = QTextCursor(block)
            cursor.setPosition(position)
            cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(picture)
            found = True
    if found:
        document.markContentsDirty(0, document.characterCount())
