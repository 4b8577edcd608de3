"""One session's notes as a document for the team's chat: the outline as it stands, kinds in plain
words. What is private is gone before a word is written; what is for the company's eyes stays."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from confnotes.domain.audience import Audience, narrowest
from confnotes.domain.footnotes import Footnote
from confnotes.domain.inline import Address, Strong, parse
from confnotes.domain.notes import Line, LineKind, audiences
from confnotes.domain.session import Link, LinkState, Session
from confnotes.domain.text import Language
from confnotes.report import markdown
from confnotes.report.blocks import (
    Block,
    Blocks,
    CodeBlock,
    Document,
    Heading,
    Inlines,
    Item,
    List,
    Paragraph,
    joined,
)
from confnotes.report.numbering import numbered
from confnotes.report.teller import prose_for
from confnotes.report.wording import Wording

_DOT = " · "


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture at a line, by words alone."""

    name: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Talk:
    """What is known of a session beside its notes: speakers as one line each, `when` as shown."""

    session: Session
    people: tuple[str, ...] = ()
    when: str = ""
    links: tuple[Link, ...] = ()
    pictures: Mapping[str, tuple[Shown, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Told:
    """The document, how many lines stand in it, and how many were left out as private."""

    document: Document
    lines: int
    private: int


def tell(
    talk: Talk,
    lines: Sequence[Line],
    chosen: Iterable[str] | None,
    footnotes: Iterable[Footnote],
    wording: Wording,
    language: Language,
) -> Told:
    """Return the notes (only the `chosen` lines, if given) as a document."""
    wanted = None if chosen is None else set(chosen)
    teller = _Teller(talk, wording, language)
    seen: list[Line] = []
    private = 0
    for line, audience in zip(lines, audiences(lines), strict=True):
        if (wanted is not None and line.id not in wanted) or not teller.says(line):
            continue
        if narrowest(audience, talk.session.audience) is Audience.PRIVATE:
            private += 1
        else:
            seen.append(line)
    notes: dict[str, Blocks] = {}
    for note in footnotes:
        if note.audience is not Audience.PRIVATE:
            parsed = markdown.parse(note.text, f"{note.id}/text")
            notes |= {note.key: parsed.blocks, **parsed.notes}
    title = talk.session.title.strip() or wording.phrase("session.untitled")
    blocks = (*teller.head(), *teller.body(seen))
    return Told(numbered(title, blocks, notes), len(seen), private)


@dataclass
class _Node:
    """A line on its way into nested lists."""

    depth: int
    blocks: list[Block]
    done: bool | None = None
    below: list["_Node"] = field(default_factory=list)


class _Teller:
    def __init__(self, talk: Talk, wording: Wording, language: Language) -> None:
        self._talk, self._wording = talk, wording
        self._prose = prose_for(language)

    def says(self, line: Line) -> bool:
        """Return whether anything stands in a line."""
        known = line.id in self._talk.pictures or line.kind is LineKind.UNCLEAR
        return bool(known or line.text.strip() or line.gist.strip())

    def head(self) -> Iterator[Block]:
        """Yield who spoke, where and when, and where to see it."""
        facts = (*self._talk.people, self._talk.session.facts.room or "", self._talk.when)
        known = _DOT.join(fact for fact in facts if fact)
        links = [self._link(link) for link in self._talk.links if link.state is LinkState.THERE]
        parts: list[str | Inlines] = [known]
        for link in filter(None, links):
            parts += [_DOT if len(parts) > 1 or known else "", link]
        if words := joined(*parts):
            yield Paragraph(words)

    def _link(self, link: Link) -> Inlines:
        label = link.label.strip() or self._wording.phrase(f"session.{link.kind}")
        return (Address(link.url, joined(label)),) if link.url else ()

    def body(self, lines: Sequence[Line]) -> Iterator[Block]:
        """Yield the outline: headings of the outermost level part its lists."""
        roots: list[_Node] = []
        path: list[_Node] = []
        for line in lines:
            while path and path[-1].depth >= line.depth:
                path.pop()
            siblings = path[-1].below if path else roots
            if line.kind is LineKind.HEADING and not path:
                yield from _lists(roots)
                roots = []
                yield Heading(1, self._words(line.text))
                continue
            if line.kind is LineKind.CODE:
                if (code := _joined_code(siblings, path, line.text)) is not None:
                    siblings.append(code)
                    path.append(code)
                continue
            node = self._node(line)
            siblings.append(node)
            path.append(node)
        yield from _lists(roots)

    def _node(self, line: Line) -> _Node:
        pictures = self._talk.pictures.get(line.id, ())
        words = self._said(line)
        if line.kind is LineKind.IMAGE and pictures:  # its words are the first one's caption
            words = self._picture(
                replace(pictures[0], words=line.text.strip() or pictures[0].words)
            )
            pictures = pictures[1:]
        node = _Node(line.depth, [Paragraph(words)])
        node.done = line.done if line.kind is LineKind.TODO else None
        node.below = [_Node(line.depth + 1, [Paragraph(self._picture(one))]) for one in pictures]
        return node

    def _picture(self, shown: Shown) -> Inlines:
        if not shown.words:
            return self._wording.fill("chat.picture", name=shown.name)
        return self._wording.fill(
            "chat.picture_of", words=self._words(shown.words), name=shown.name
        )

    def _words(self, text: str) -> Inlines:
        return parse(text.strip())

    def _said(self, line: Line) -> Inlines:
        """Return what a line says, its kind in words."""
        words = self._words(line.text)
        fill = self._wording.fill
        match line.kind:
            case LineKind.KEY:
                return joined("★ ", words)
            case LineKind.QUOTE:
                return self._quote(line, words)
            case LineKind.QUESTION | LineKind.ANSWER | LineKind.THOUGHT:
                return fill(f"chat.{line.kind}", words=words)
            case LineKind.UNCLEAR if line.answer.strip():
                return self._words(line.answer)
            case LineKind.UNCLEAR if line.resolved:
                return words
            case LineKind.UNCLEAR:
                return fill("chat.unclear_words", words=words) if words else fill("chat.unclear")
            case LineKind.HEADING:
                return (Strong(words),)
        return words

    def _quote(self, line: Line, words: Inlines) -> Inlines:
        quoted = self._prose.quoted(words) if words else ()
        gist = self._words(line.gist)
        if gist and quoted:
            quoted = self._wording.fill("chat.gist", quote=quoted, gist=gist)
        elif gist:
            quoted = gist
        return self._wording.fill("chat.unsure", quote=quoted) if line.unsure else quoted


def _joined_code(siblings: list[_Node], path: list[_Node], text: str) -> _Node | None:
    """Put a line of code behind what stands before it; return a new node where nothing does."""
    owner = siblings[-1] if siblings else path[-1] if path else None
    if owner is None or owner.below:
        return _Node(owner.depth if owner else 0, [CodeBlock(text)])
    last = owner.blocks[-1]
    if isinstance(last, CodeBlock):
        owner.blocks[-1] = replace(last, text=f"{last.text}\n{text}")
    else:
        owner.blocks.append(CodeBlock(text))
    return None


def _lists(nodes: Sequence[_Node]) -> Blocks:
    """Return nodes as lists; code with nothing before it stands by itself."""
    out: list[Block] = []
    items: list[Item] = []
    for node in nodes:
        if isinstance(node.blocks[0], CodeBlock) and not node.below:
            out += [List(tuple(items))] if items else []
            out += node.blocks
            items = []
        else:
            items.append(Item((*node.blocks, *_lists(node.below)), node.done))
    return (*out, *((List(tuple(items)),) if items else ()))
