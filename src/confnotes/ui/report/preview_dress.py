"""The dress of the preview: fonts, one line height per kind of block, quote bars and rules.

Qt's rich text knows no border at a paragraph's side and lets mixed lines jump, so a piece of the
page is read by Qt beside the page, and put into it block by block in our formats. Bars and rules
are painted by whoever shows the page, where blocks say so.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextFrameFormat,
    QTextImageFormat,
    QTextList,
    QTextListFormat,
    QTextTable,
    QTextTableFormat,
)

from confnotes.ui.parts.theme import REGULAR, SEMIBOLD, theme

OBJECT = "\ufffc"
NOTES = '<a name="notes"></a>'
"""What stands before the rule that the footnotes stand below."""
STARRED = '<a href="#fn1">*1</a>'
"""A page with this has its footnotes numbered with stars: *1, *2."""
QUOTE = QTextFormat.Property.UserProperty.value + 1
"""A block has this where it is in a quotation."""
BOX = QTextFormat.Property.UserProperty.value + 3
"""A block has this (a kind of box) where it is in one."""
RULE = QTextFormat.Property.UserProperty.value + 2
"""A block has this where it is a line across."""
_SIZES = {0: (14, 25, 10), 1: (20, 30, 10), 2: (18, 28, 4), 3: (15, 25, 2), 4: (14, 25, 2)}
_ABOVE = {1: 0, 2: 20, 3: 12, 4: 8}
_SMALL = 12
_PAGE = 660
"""Pixels across which a blog sets its text."""
_SAID = QTextFormat.Property.UserProperty.value + 20
"""How wide the page says a picture is (0: nothing), kept while it is fitted again and again."""
_RULER = QTextFormat.Property.BlockTrailingHorizontalRulerWidth
_BOX = re.compile(r'<blockquote>(<a name="box:([a-z]+)"></a>)')
_LOST_ANCHOR = re.compile(r'((?:<a name="[^"]*"></a>\s*)+)(<(?:h[1-6]|p|li|ul|ol|blockquote)>)')
"""Anchors before a block, which Qt forgets; just inside it they are kept."""
_ANCHOR = re.compile(r'<a name="([^"]*)"')

SizeOf = Callable[[str], QSize]


@dataclass(frozen=True, slots=True)
class Manner:
    """How a piece is set: `first` of the page, `small` as footnotes are, in a page whose sections
    begin with headings of level `highest` and whose footnotes are `starred` or not, in a column of
    `column` pixels."""

    first: bool
    small: bool
    highest: int
    starred: bool
    column: int


@dataclass(frozen=True, slots=True)
class Made:
    """A block to put into the page: its format, its words by their formats, which list of its
    piece it is an item of (0: none), and the names of its anchors."""

    form: QTextBlockFormat
    spans: tuple[tuple[str, QTextCharFormat], ...]
    listed: int
    list_form: QTextListFormat | None
    anchors: tuple[str, ...]
    cells: tuple[tuple[tuple["Made", ...], ...], ...] = ()
    """Rows of cells, each with its blocks, where a table stands in the block's place."""

    @property
    def count(self) -> int:
        """How many blocks it is in the page: Qt has an empty one before a table and after it."""
        inside = sum(len(cell) for row in self.cells for cell in row)
        return inside + 2 if self.cells else 1


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


def box_colours(kind: str) -> tuple[QColor, QColor]:
    """Return the ground of a kind of box, and the bar at its side."""
    t = theme().tokens
    if kind == "caution":
        return t.red_soft, t.red_line
    return (t.amber_soft, t.amber_line) if kind == "warning" else (t.accent_soft, t.accent_line)


def table_form() -> QTextTableFormat:
    """Return how a table looks: hairlines, and room around words."""
    form = QTextTableFormat()
    form.setBorder(1)
    form.setBorderCollapse(True)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderBrush(theme().tokens.line2)
    form.setCellPadding(theme().px(6))
    form.setCellSpacing(0)
    return form


class Dresser:
    """Turns pieces of HTML into blocks in the dress of the preview. `size_of` tells how large the
    picture of a name is."""

    def __init__(self, size_of: SizeOf) -> None:
        self._size_of = size_of
        self._beside = QTextDocument()
        self._beside.setUndoRedoEnabled(False)
        self.renew()

    def renew(self) -> None:
        """Take the colours and sizes in force."""
        self._beside.setDefaultStyleSheet(style_sheet())

    def blocks(self, piece: str, manner: Manner) -> list[Made]:
        """Return a piece as blocks: one at least."""
        boxed = _BOX.match(piece)
        if boxed is not None:
            piece = piece.replace(boxed.group(1), "", 1)
        self._beside.setHtml(_LOST_ANCHOR.sub(r"\2\1", piece.removeprefix(NOTES)))
        kind = boxed.group(2) if boxed is not None else ""
        tables = [f for f in self._beside.rootFrame().childFrames() if isinstance(f, QTextTable)]
        if tables:
            return [self._table(tables[0], manner)]
        out = [self._block(block, manner, kind) for block in _blocks(self._beside)]
        found = {name for made in out for name in made.anchors}
        lost = tuple(name for name in _ANCHOR.findall(piece) if name not in found)
        if lost:
            first = out[0]
            out[0] = Made(
                first.form, first.spans, first.listed, first.list_form, lost + first.anchors
            )
        return out

    def _table(self, table: QTextTable, manner: Manner) -> Made:
        """Return a table in the place of a block."""

        def cell(row: int, column: int) -> tuple[Made, ...]:
            found = table.cellAt(row, column)
            block, last = found.firstCursorPosition().block(), found.lastCursorPosition().block()
            out = [self._block(block, manner, "")]
            while block != last:
                block = block.next()
                out.append(self._block(block, manner, ""))
            return tuple(out)

        cells = tuple(
            tuple(cell(row, column) for column in range(table.columns()))
            for row in range(table.rows())
        )
        thin = QTextBlockFormat()
        thin.setLineHeight(theme().px(4), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        return Made(thin, (), 0, None, (), cells)

    def _block(self, block: QTextBlock, manner: Manner, box: str) -> Made:
        px, given = theme().px, block.blockFormat()
        rule, quote = given.hasProperty(_RULER), given.rightMargin() > 0
        level = _as_seen(given.headingLevel(), manner.highest)
        size, line, below = _SIZES[level]
        if manner.small and level == 0:
            size, line, below = _SMALL, 25, 0
        listed = _list(block)
        first = manner.first and block.blockNumber() == 0
        made = QTextBlockFormat(given)
        made.clearProperty(_RULER)
        made.setObjectIndex(-1)
        made.setTopMargin(0 if first else px(_ABOVE.get(level, 0)))
        made.setBottomMargin(px(below if _ends(block) else 2 if listed is not None else 0))
        made.setRightMargin(0)
        hangs = manner.small and listed is not None  # room for the sign and two digits
        made.setLeftMargin(px(20) if quote else px(6) if hangs else 0)
        if box:
            made.setProperty(BOX, box)
            made.setLeftMargin(px(16))
            made.setRightMargin(px(12))
            made.setTopMargin(px(20) if block.blockNumber() == 0 else 0)
            made.setBottomMargin(px(4) if block.next().isValid() else px(20))
        elif quote:
            made.setProperty(QUOTE, True)
        if rule:
            made.setProperty(RULE, True)
        if OBJECT in block.text():
            made.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
        else:
            made.setLineHeight(
                px(24 if rule else line), QTextBlockFormat.LineHeightTypes.FixedHeight.value
            )
        caption = block.text().startswith(OBJECT)  # what stands below a picture
        spans: list[tuple[str, QTextCharFormat]] = []
        anchors: list[str] = []
        for words, form in _spans(block):
            anchors += form.anchorNames()
            if form.isImageFormat():
                spans.append((words, self.picture(form.toImageFormat(), manner.column)))
            else:
                dressed = _caption(form) if caption else _words(form, size, level)
                if box and not form.anchorHref():  # one's own words, unlike those of a quotation
                    dressed.setForeground(theme().tokens.text)
                spans.append((words, dressed))
        number = 0 if listed is None else given.objectIndex() + 1
        list_form = None if listed is None else _list_form(listed)
        if list_form is not None and manner.small and manner.starred:
            list_form.setNumberPrefix("*")
            list_form.setNumberSuffix("")
        return Made(made, tuple(spans), number, list_form, tuple(anchors))

    def picture(self, form: QTextImageFormat, column: int) -> QTextImageFormat:
        """Return a picture as wide as it is, and no wider than the column. Both its measures are
        given, so that it is only read from its file when it is painted, and nothing jumps then."""
        made = QTextImageFormat(form)
        size = self._size_of(form.name())
        said = form.doubleProperty(_SAID) if form.hasProperty(_SAID) else form.width()
        made.setProperty(_SAID, said)
        width = size.width()
        if said > 0:  # as wide as one said, on a page as wide as a blog's
            width = min(width, round(said * min(column / _PAGE, 1)))
        width = min(width, column)
        made.setWidth(width)
        made.setHeight(max(round(size.height() * width / max(size.width(), 1)), 1))
        return made

    def fit(self, document: QTextDocument, column: int) -> bool:
        """Make the pictures of a page as wide as another column allows; return whether it has
        any."""
        found = [
            (fragment.position(), fragment.charFormat().toImageFormat())
            for block in _blocks(document)
            if OBJECT in block.text()
            for fragment in _fragments(block)
            if fragment.charFormat().isImageFormat()
        ]
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        for position, form in found:
            cursor.setPosition(position)
            cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(self.picture(form, column))
        cursor.endEditBlock()
        return bool(found)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    """Yield the stretches of one format in a block."""
    it = block.begin()
    while not it.atEnd():
        fragment = it.fragment()
        if fragment.isValid():
            yield fragment
        it += 1


def _spans(block: QTextBlock) -> Iterator[tuple[str, QTextCharFormat]]:
    for fragment in _fragments(block):
        yield fragment.text(), fragment.charFormat()


def _as_seen(level: int, highest: int) -> int:
    """Return how a heading looks: 1 the title, 2 a section, and so on (0: no heading).

    Places differ in the level their sections begin at (`highest`); the page looks the same.
    """
    return level if level < 2 else max(min(2 + level - highest, 4), 2)


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


def _list_form(listed: QTextList) -> QTextListFormat:
    """Return how a list looks: every level of bullets has the same sign."""
    form = QTextListFormat(listed.format())
    form.setObjectIndex(-1)
    if form.style() in (QTextListFormat.Style.ListCircle, QTextListFormat.Style.ListSquare):
        form.setStyle(QTextListFormat.Style.ListDisc)
    return form


def _caption(form: QTextCharFormat) -> QTextCharFormat:
    """Return how a caption looks, whatever its place writes it in: small and quiet."""
    plain = QTextCharFormat(form)
    plain.setFontItalic(False)
    made = _words(plain, _SMALL, 0)
    if not form.isAnchor() or not form.anchorHref():
        made.setForeground(theme().tokens.text2)
    return made


def _words(form: QTextCharFormat, size: int, level: int) -> QTextCharFormat:
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
    return made
