"""A document as the text of one target."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from confnotes.domain.inline import Code, Emphasis, Strong, Words, plain
from confnotes.report.blocks import (
    Block,
    Blocks,
    CodeBlock,
    Document,
    Figure,
    Heading,
    Inlines,
    Item,
    List,
    Note,
    Paragraph,
    Quote,
    Rule,
    Table,
    joined,
    lone_address,
)
from confnotes.report.targets.inline import NOTE, InlineWriter, code_in_html, destination
from confnotes.report.targets.place import for_place
from confnotes.report.targets.record import Drawn, NoteStyle, Target, TitlePlace
from confnotes.report.wording import Wording

INDENT = 4
"""Blanks of a nested block: the only number that every reader of Markdown understands."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a report asks of its target; `front` is its front matter, written already."""

    contents: bool = False
    front: str = ""


def write(
    document: Document, target: Target, wording: Wording, options: Options | None = None
) -> str:
    """Return the whole report as `target` wants it, ending in one line break."""
    document = for_place(document, target, wording)
    writer = _Writer(target, document, wording)
    options = options or Options()
    parts = [options.front, writer.title(document.title)]
    body = document.blocks
    if options.contents and target.contents:
        lead = next((i for i, b in enumerate(body) if isinstance(b, Heading)), len(body))
        parts += [writer.blocks(body[:lead], top=True), target.contents]
        body = body[lead:]
    parts += [writer.blocks(body, top=True), writer.notes()]
    return "\n\n".join(part for part in parts if part) + "\n"


def write_part(
    document: Document,
    target: Target,
    wording: Wording,
    cited: Collection[str],
    *,
    pictures: int = 0,
) -> str:
    """Return a part of a report as it stands in the whole: footnotes `cited` before it and its
    number of `pictures` before it are as if written already."""
    document = for_place(document, target, wording, pictures=pictures)
    writer = _Writer(target, document, wording, cited)
    notes = writer.notes() if target.notes is NoteStyle.DEFINED else ""
    return "\n\n".join(filter(None, (writer.blocks(document.blocks, top=True), notes)))


def draft(blocks: Sequence[Block], target: Target) -> str:
    """Return blocks as their author edits them: references by key, headings from `##` on."""
    writer = _Writer(target, Document("", tuple(blocks)), None)
    return writer.blocks(blocks)


class _Writer:
    def __init__(
        self,
        target: Target,
        document: Document,
        wording: Wording | None,
        cited: Collection[str] = (),
    ) -> None:
        self._target = target
        self._notes = {note.key: note for note in document.notes}
        self._cited = set(cited)
        self._wording = wording
        self._inline = InlineWriter(target, self._cite, line_break=target.line_break)
        self._in_note = InlineWriter(target, lambda _: "", line_break="<br />")
        self._in_heading = replace(self._inline, line_break=" ")

    def title(self, title: str) -> str:
        """Return the report's title as the place has it."""
        match self._target.title:
            case TitlePlace.COMMENT:
                return f"<!-- {title.replace('--', '- -')} -->"
            case TitlePlace.HEADING:
                return f"# {self._closed(self._in_heading.write((Words(title),)))}"
        return ""

    # Footnotes

    def _cite(self, key: str) -> str:
        style = self._target.notes
        if style is NoteStyle.KEYED:
            return f"[^{key}]"
        note = self._notes[key]
        if key in self._cited and self._wording is not None and not self._target.cites_again:
            return self._wording.words("notes.again", number=str(note.number))
        self._cited.add(key)
        if style is NoteStyle.DEFINED:
            return f"[^{note.number}]"
        if style is NoteStyle.LISTED:
            return f"<sup>{note.number}</sup>"
        if style is NoteStyle.MARKED and self._wording is not None:
            return self._wording.words("notes.marker", number=str(note.number))
        return f"{NOTE}(({self._one_line(note)}))"

    def _one_line(self, note: Note) -> str:
        """Return a footnote on one line, without a `))` before its end (nor `(` beside them)."""
        text = "<br />".join(filter(None, map(self._row, _rows(note.blocks))))
        text = text.replace("))", ")&#41;")
        begin = " " if text.startswith("(") else ""
        return begin + text + (" " if text.endswith(")") else "")

    def _row(self, row: Inlines) -> str:
        return self._in_note.write(row, line_start=False)

    def notes(self) -> str:
        """Return the footnotes' texts, where they stand at the end."""
        notes = tuple(self._notes.values())
        if not notes or self._wording is None:
            return ""
        if self._target.notes is NoteStyle.DEFINED:
            return "\n\n".join(self._definition(note) for note in notes)
        if self._target.notes not in (NoteStyle.LISTED, NoteStyle.MARKED):
            return ""
        heading = Heading(1, (Words(self._wording.phrase("notes.heading")),))
        items = tuple(Item(note.blocks) for note in notes)
        return self.blocks((heading, List(items, 1)))

    def _definition(self, note: Note) -> str:
        first, *rest = note.blocks
        label = f"[^{note.number}]:"
        if isinstance(first, Paragraph):
            rows = [f"{label} {self._inline.write(first.inner)}"]
            if not rest:
                return rows[0].replace("\n", "\n" + " " * INDENT)
            return "\n".join([rows[0].replace("\n", "\n" + " " * INDENT), "", self._indented(rest)])
        return f"{label}\n{self._indented(note.blocks)}"

    def _indented(self, blocks: Sequence[Block]) -> str:
        rows = self.blocks(blocks).split("\n")
        return "\n".join(" " * INDENT + row if row else "" for row in rows)

    # Blocks

    def blocks(self, blocks: Iterable[Block], *, top: bool = False) -> str:
        """Return blocks with a blank line between any two: no reader takes them for one. At the
        `top` an address that stands alone may become more than a link."""
        written = (
            self._embed(b) or self._block(b) if top else self._block(b) for b in merged(blocks)
        )
        return "\n\n".join(filter(None, written))

    def _embed(self, block: Block) -> str:
        url = lone_address(block)
        return self._target.embed(url) if url and destination(url) == url else ""

    def _block(self, block: Block) -> str:
        match block:
            case Heading(level, inner):
                depth = min(self._target.heading_base + level - 1, self._target.deepest)
                words = self._closed(self._in_heading.write(inner))
                return f"{'#' * depth} {words}" if words else ""
            case Paragraph(inner):
                return self._inline.write(inner)
            case List():
                return self._list(block)
            case Quote(blocks, kind) if kind:
                return self._target.notice(kind, self.blocks(blocks))
            case Quote(blocks):
                rows = self.blocks(blocks).split("\n")
                return "\n".join(f"> {row}" if row else ">" for row in rows)
            case CodeBlock(text, language):
                return self._target.code_block(_fenced(text, language))
            case Figure():
                return self._figure(block)
            case Table():
                return self._table(block)
            case Rule():
                return self._target.rule

    def _table(self, table: Table) -> str:
        """Return a table of bars, the only one all places with tables know."""
        sides = {"left": ":---", "center": ":---:", "right": "---:"}
        rule = [sides.get(side, "---") for side in table.sides or [""] * len(table.head)]
        rows = [[self._cell(cell) for cell in row] for row in (table.head, *table.rows)]
        return "\n".join(f"| {' | '.join(row)} |" for row in (rows[0], rule, *rows[1:]))

    def _cell(self, cell: Inlines) -> str:
        """Return a cell's words; a bar in them must not end it."""
        escaped_bars = self._target.bars_escaped
        writer = replace(self._inline, line_break=" ")
        if not escaped_bars:
            code = self._target.code
            target = replace(self._target, code=lambda t: code_in_html(t) if "|" in t else code(t))
            writer = replace(writer, target=target)
        text = writer.write(cell, line_start=False).replace("\n", " ")
        return re.sub(r"(?<!\\)\|", r"\\|", text) if escaped_bars else text.replace("|", "&#124;")

    def _list(self, block: List) -> str:
        rows: list[str] = []
        for index, item in enumerate(block.items):
            marker = "- " if block.start is None else f"{block.start + index}. "
            if not self._target.fences_in_lists and any(
                isinstance(one, CodeBlock) for one in item.blocks[1:]
            ):
                # What follows is indented by four from where the text begins, for every reader.
                marker = marker.ljust(INDENT)
            rows.append(self._item(marker, item))
        # After an item with a blank line in it the next one needs one too, for some readers.
        return ("\n\n" if any("\n\n" in row for row in rows) else "\n").join(rows)

    def _item(self, marker: str, item: Item) -> str:
        """Return an item: what follows its first line is indented by four."""
        text = ""
        last: Block | None = None
        for block in merged(item.blocks):
            below = isinstance(block, List) and block.start in (None, 1)
            close = below and isinstance(last, Paragraph)
            text += ("\n" if close else "\n\n") if text else ""
            if isinstance(block, CodeBlock) and text and not self._target.fences_in_lists:
                text += _indented_code(block.text)
            else:
                text += self._block(block)
            last = block
        first, *rest = text.split("\n")
        indent = " " * max(INDENT, len(marker))
        box = "" if item.done is None else "[x] " if item.done else "[ ] "
        return "\n".join([marker + box + first, *(indent + row if row else "" for row in rest)])

    def _figure(self, figure: Figure) -> str:
        """Return a picture with its caption, on the line below where the place has no other."""
        simple = all(isinstance(i, Words) for i in figure.caption)
        words = plain(figure.caption) if simple else None
        asked = Drawn(figure.path, figure.alternative, words, figure.width)
        if drawn := self._target.figure(asked):
            return drawn
        picture = self._inline.picture(figure.path, figure.alternative, figure.width)
        signed = self._target.emphasised_captions and bool(figure.caption)
        caption = self._inline.write((Emphasis(figure.caption),) if signed else figure.caption)
        # HTML alone on a line would take what follows for HTML, too.
        gap = "\n\n" if picture.startswith("<") else self._inline.line_break
        return f"{picture}{gap}{caption}" if caption else picture

    def _closed(self, words: str) -> str:
        """Return a heading's words whose last `#` does not close the heading (`## C#`)."""
        bare = words.rstrip()
        if not bare.endswith("#") or not self._target.escapes:
            return bare
        return bare[:-1] + "&#35;"


def _indented_code(text: str) -> str:
    """Return code as all readers know it within a list, also those to which a fence there is
    text."""
    rows = text.strip("\n").split("\n")
    return "\n".join(" " * INDENT + row if row.strip() else "" for row in rows)


def _fenced(text: str, language: str) -> str:
    """Return a code block in a fence longer than any in it."""
    longest = max((len(row) - len(row.lstrip("`")) for row in text.split("\n")), default=0)
    fence = "`" * max(3, longest + 1)
    name = "".join(ch for ch in language if ch.isalnum() or ch in "+-#._")
    return f"{fence}{name}\n{text}\n{fence}"


def merged(blocks: Iterable[Block]) -> Blocks:
    """Return blocks with lists of one kind, and quotes, that follow each other made one: readers
    would do so, each in their own way."""
    out: list[Block] = []
    for block in blocks:
        last = out[-1] if out else None
        if isinstance(block, List) and isinstance(last, List):
            if (block.start is None) == (last.start is None):
                out[-1] = replace(last, items=last.items + block.items)
                continue
        elif (
            isinstance(block, Quote)
            and isinstance(last, Quote)
            and not (block.notice or last.notice)
        ):
            out[-1] = Quote(last.blocks + block.blocks)
            continue
        out.append(block)
    return tuple(out)


def _rows(blocks: Iterable[Block]) -> Iterable[Inlines]:
    """Yield blocks as rows of one line each, for a place whose footnotes have no blocks."""
    for block in blocks:
        match block:
            case Paragraph(inner):
                yield inner
            case Heading(_, inner):
                yield (Strong(inner),)
            case Quote(inside):
                yield from _rows(inside)
            case List(items, start):
                for index, item in enumerate(items):
                    sign = "・" if start is None else f"{start + index}. "
                    first, *rest = [*_rows(item.blocks)] or [()]
                    yield joined(sign, first)
                    yield from rest
            case CodeBlock(text):
                yield from ((Code(row),) for row in text.split("\n") if row.strip())
            case Figure(_, alternative, caption):
                yield caption or (Words(alternative),)
