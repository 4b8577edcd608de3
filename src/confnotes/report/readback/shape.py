"""The shape of a report: what stands in it and in which order, whatever it was read from."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from confnotes.domain.inline import (
    Address,
    Break,
    Code,
    Emphasis,
    Inline,
    Picture,
    Reference,
    Strong,
    Words,
    plain,
)
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
    Paragraph,
    Quote,
    Table,
    words_of,
)
from confnotes.report.targets.inline import destination
from confnotes.report.targets.place import for_place
from confnotes.report.targets.record import NoteStyle, Target, TitlePlace
from confnotes.report.targets.writer import merged
from confnotes.report.wording import Wording


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing in a report. `kind`: heading, text, item, cell, quote, code, figure, link,
    reference, note. `words` are `squeezed`: target and reader may add or drop white space."""

    kind: str
    words: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A feature and the key of the section it stands in."""

    feature: Feature
    section: str = ""


# A place without escapes gets a sign that would become something in its full width; quotation marks
# and three dots are set as a site likes them.
_AS_MEANT = str.maketrans(
    {chr(ord(sign) + 0xFEE0): sign for sign in "#>*~`+-.)0123456789\\_[]<$^&{"}
    | {"“": '"', "”": '"', "‘": "'", "’": "'", "…": "..."}
)


def squeezed(text: str) -> str:
    """Return the text without white space, full-width and typographic signs as the plain ones."""
    return "".join(text.split()).translate(_AS_MEANT)


_VIDEO = re.compile(r"https://(?:www\.youtube\.com/watch\?v=|youtu\.be/)([\w-]{6,})")


def same_video(url: str) -> str:
    """Return one address for a video that has two (a place's own player names neither)."""
    match = _VIDEO.fullmatch(url.strip())
    return f"https://youtu.be/{match.group(1)}" if match else url


def of_document(document: Document, target: Target, wording: Wording) -> list[Placed]:
    """Return the shape that the text of a document must have."""
    reader = _TreeReader(for_place(document, target, wording), target, wording)
    return list(reader.features())


class _TreeReader:
    def __init__(self, document: Document, target: Target, wording: Wording) -> None:
        self._document = document
        self._target = target
        self._wording = wording
        self._numbers = document.number_of()
        self._cited: set[str] = set()
        self._referred: set[str] = set()
        self._section = ""

    def features(self) -> Iterator[Placed]:
        document, style = self._document, self._target.notes
        if self._target.title is TitlePlace.HEADING and document.title.strip():
            yield Placed(Feature("heading", squeezed(document.title), "1"))
        blocks: Blocks = document.blocks
        if style in (NoteStyle.LISTED, NoteStyle.MARKED) and document.notes:
            heading = Heading(1, (Words(self._wording.phrase("notes.heading")),))
            items = tuple(Item(note.blocks) for note in document.notes)
            blocks = (*blocks, heading, List(items, 1))
        yield from self._blocks(blocks, "text", 0)
        if style in (NoteStyle.INLINE, NoteStyle.DEFINED):
            for note in document.notes:
                words = squeezed(words_of(note.blocks) + _code_of(note.blocks))
                yield Placed(Feature("note", words, str(note.number)), self._section)
                yield from self._links(note.blocks)

    def _links(self, blocks: Blocks) -> Iterator[Placed]:
        for placed in self._blocks(blocks, "text", 0):
            if placed.feature.kind == "link":
                yield placed

    def _blocks(self, blocks: Iterable[Block], kind: str, depth: int) -> Iterator[Placed]:
        for block in merged(blocks):
            match block:
                case Heading(level, inner, key):
                    self._section = key or self._section
                    depth_there = min(self._target.heading_base + level - 1, self._target.deepest)
                    yield from self._text("heading", inner, str(depth_there))
                case Paragraph(inner):
                    yield from self._text(kind, inner, str(depth) if depth else "")
                case Quote(inside):
                    yield from self._blocks(inside, "quote", 0)
                case List(items):
                    for item in items:
                        yield from self._blocks(item.blocks, "item", depth + 1)
                case CodeBlock(text):
                    yield self._placed("code", text)
                case Table(head, rows):
                    for row, kind_of in ((head, "head"), *((row, "") for row in rows)):
                        for cell in row:
                            yield from self._text("cell", cell, kind_of)
                case Figure(path, alternative, caption):
                    yield self._placed("figure", alternative, destination(path))
                    yield from self._text(kind, caption, str(depth) if depth else "")

    def _placed(self, kind: str, words: str, detail: str = "") -> Placed:
        return Placed(Feature(kind, squeezed(words), detail), self._section)

    def _text(self, kind: str, inner: Inlines, detail: str) -> Iterator[Placed]:
        words = "".join(self._words(inner))
        if squeezed(words):
            yield self._placed(kind, same_video(words), detail)
        yield from self._inline(inner)

    def _words(self, inlines: Inlines) -> Iterator[str]:
        for inline in inlines:
            match inline:
                case Reference(key):
                    if not self._target.cites_again and key in self._cited:
                        yield self._wording.words("notes.again", number=str(self._numbers[key]))
                    self._cited.add(key)
                case Strong(inner) | Emphasis(inner) | Address(_, inner):
                    yield from self._words(inner)
                case Picture():
                    pass
                case Words(text) | Code(text):
                    yield text
                case Break():
                    yield " "

    def _inline(self, inlines: Iterable[Inline]) -> Iterator[Placed]:
        after: list[Inline] = []
        for inline in inlines:
            match inline:
                case Address(url, inner):
                    words, there = same_video(plain(inner)), same_video(destination(url))
                    yield self._placed("link", words, there)
                    after += [i for i in inner if isinstance(i, Reference)]
                case Picture(url, alternative):
                    yield self._placed("figure", alternative, destination(url))
                case Strong(inner) | Emphasis(inner):
                    yield from self._inline(inner)
                case Reference(key):
                    yield from self._reference(key)
            while after:
                yield from self._inline([after.pop(0)])

    def _reference(self, key: str) -> Iterator[Placed]:
        number = self._numbers.get(key)
        if number is None:
            return
        if not self._target.cites_again and key in self._referred:
            return
        self._referred.add(key)
        yield self._placed("reference", "", str(number))


def _code_of(blocks: Iterable[Block]) -> str:
    """Return the code among the blocks of a footnote."""
    out = ""
    for block in blocks:
        match block:
            case CodeBlock(text):
                out += text
            case List(items):
                out += "".join(_code_of(item.blocks) for item in items)
            case Quote(inside):
                out += _code_of(inside)
    return out


def of_html(html: str) -> list[Feature]:
    """Return the shape of a page; never fails."""
    reader = _PageReader()
    reader.feed(html)
    reader.close()
    reader.finish()
    return reader.features


_LEAVES = frozenset(
    {"p", "li", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "blockquote"}
)
_VOID = frozenset({"br", "img", "hr"})


class _PageReader(HTMLParser):
    """Reads headings, texts, items, quotes, code, pictures, links and footnotes out of HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.features: list[Feature] = []
        self._open: list[str] = []
        self._text: list[str] = []
        self._before: list[Feature] = []
        self._link: tuple[str, list[str]] | None = None
        self._code: list[str] | None = None
        self._note: tuple[str, list[str]] | None = None
        self._note_links: list[Feature] = []
        self._in_notes = False
        self._raised: list[str] | None = None
        self._skipped = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in ("ul", "ol", *_LEAVES):
            self._emit()
        match tag:
            case "section" if "footnotes" in given.get("class", ""):
                self._in_notes = True
            case "li" if self._in_notes and given.get("id", "").startswith("fn"):
                self._note = (given["id"][2:], [])
            case "pre":
                self._code = []
            case "a":
                self._begin_link(given)
            case "sup":
                self._raised = []
            case "img":
                words = squeezed(given.get("alt", ""))
                self._before.append(Feature("figure", words, given.get("src", "")))
        if tag not in _VOID:
            self._open.append(tag)

    def _begin_link(self, given: dict[str, str]) -> None:
        href = given.get("href", "")
        if "footnote-backref" in given.get("class", ""):
            self._skipped = "a"
        elif href.startswith("#fn"):
            self._before.append(Feature("reference", "", href[3:].partition(":")[0]))
            self._skipped = "a"
        elif href:
            self._link = (href, [])

    def handle_endtag(self, tag: str) -> None:
        if tag == self._skipped:
            self._skipped = ""
        elif tag == "a" and self._link:
            href, words = self._link
            self._link = None
            link = Feature("link", same_video(squeezed("".join(words))), same_video(href))
            (self._note_links if self._note else self._before).append(link)
        elif tag == "sup":
            self._end_raised()
        elif tag == "pre" and self._code is not None:
            self._emit()
            self.features.append(Feature("code", squeezed("".join(self._code))))
            self._code = None
        elif tag == "li" and self._note and self._open.count("li") == 1:
            self._end_note()
        elif tag in _LEAVES or tag in ("ul", "ol"):
            self._emit()
        if tag in self._open:
            while self._open and self._open.pop() != tag:
                pass

    def _end_raised(self) -> None:
        raised = "".join(self._raised or [])
        self._raised = None
        if raised.isdecimal():
            self._before.append(Feature("reference", "", raised))
        elif raised.strip():
            self._text.append(raised)

    def _end_note(self) -> None:
        if self._note:
            number, words = self._note
            self.features.append(Feature("note", squeezed("".join(words)), number))
            self.features += self._note_links
        self._note, self._note_links, self._before = None, [], []

    def handle_data(self, data: str) -> None:
        if self._skipped:
            return
        if self._code is not None and self._note is None:
            self._code.append(data)
            return
        if self._raised is not None:
            self._raised.append(data)
            return
        if self._link:
            self._link[1].append(data)
        (self._note[1] if self._note else self._text).append(data)

    def _emit(self) -> None:
        """Put down the text gathered since the last block began or ended."""
        words = squeezed("".join(self._text))
        self._text = []
        before, self._before = self._before, []
        if self._note:
            return
        figures = [f for f in before if f.kind == "figure"]
        self.features += figures if not words else []
        if words:
            self.features += figures
            self.features.append(Feature(*self._place(same_video(words))))
        self.features += [f for f in before if f.kind != "figure"]

    def _place(self, words: str) -> tuple[str, str, str]:
        for tag in reversed(self._open):
            if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
                return "heading", words, tag[1]
            if tag in ("td", "th"):
                return "cell", words, "head" if tag == "th" else ""
            if tag == "blockquote":
                return "quote", words, ""
            if tag in ("ul", "ol"):
                depth = 0
                for outer in reversed(self._open):
                    if outer == "blockquote":
                        break
                    depth += outer in ("ul", "ol")
                return "item", words, str(depth)
        return "text", words, ""

    def finish(self) -> None:
        """Put down what no tag closed."""
        self._emit()
