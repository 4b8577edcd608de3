"""What a browser or an office program puts on the clipboard, as lines of an outline.

Structure is kept (nesting of lists, headings, links, code, strong words), all else is text.
Nothing is fetched, no script or hidden text comes along, and any input takes linear time.
"""

import re
from dataclasses import dataclass, field, replace
from html import unescape

from confnotes.domain.html import SPACE, attributes, without_comments, without_elements
from confnotes.domain.inline import safe
from confnotes.domain.notes import MAX_DEPTH, LineKind

LARGEST, MOST = 1_000_000, 2_000
"""Letters of HTML and lines of it; what has more is pasted as the plain text beside it."""

# Quantifiers give nothing back (`++`), and no tag reaches over the next "<": linear time.
_TAG = re.compile(
    r"""<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9:-]*+)"""
    r"""(?P<rest>(?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+|[^<>]*+)>"""
)
_START, _END = "<!--StartFragment", "<!--EndFragment"
_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog"}
    | {"div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hr"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "html", "li", "main", "menu", "nav", "ol", "p", "pre"}
    | {"section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul"}
)
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "wbr"}
)
_CODE = frozenset({"code", "tt", "kbd", "samp"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CELLS = frozenset({"td", "th"})
_LISTS = frozenset({"ul", "ol", "menu"})
_HIDDEN = re.compile(r"display:none|visibility:hidden|mso-list:ignore|mso-hide:all")
_BOLD = re.compile(r"font-weight:(?:bold|[6-9]00)")
_NOT_BOLD = re.compile(r"font-weight:(?:normal|[1-5]00)")
_PRE = re.compile(r"white-space:pre(?!-)")
_WORD_LEVEL = re.compile(r"mso-list:[^;]*level(\d)")
_ALL_STRONG = re.compile(r"\*\*((?:(?!\*\*).)+)\*\*")


_MARKS = 20
"""So many open inline elements are followed: no page means more."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line that comes from a page; `listed`: it stands in a list there."""

    text: str
    depth: int = 0
    kind: LineKind = LineKind.POINT
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """The lines, and whether they say more than their plain text would."""

    entries: tuple[Entry, ...] = ()
    structured: bool = False


def read(html: str) -> Page:
    """Return HTML as lines; never fails."""
    start, end = html.find(_START), html.rfind(_END)
    if 0 <= start < end:
        html = html[start:end]
    html = without_elements(without_comments(html))
    reader = _Reader()
    at = 0
    for match in _TAG.finditer(html):
        reader.text(html[at : match.start()])
        at = match.end()
        if match["end"]:
            reader.close(match["name"].lower())
        else:
            reader.open(match["name"].lower(), match["rest"])
    reader.text(html[at:])
    reader.end_line()
    return Page(tuple(reader.entries), reader.structured)


@dataclass
class _List:
    depth: int
    lines: int = 0


@dataclass
class _Mark:
    name: str
    sign: str
    start: int
    url: str = ""


@dataclass
class _Reader:
    """Follows tags; unbalanced ones are closed or passed over."""

    entries: list[Entry] = field(default_factory=list)
    structured: bool = False
    _line: list[str] = field(default_factory=list)
    _marks: list[_Mark] = field(default_factory=list)
    _lists: list[_List] = field(default_factory=list)
    _hidden: list[str] = field(default_factory=list)
    _pre: list[str] = field(default_factory=list)
    _kind: LineKind = LineKind.POINT
    _level: int | None = None
    _cells: int = 0
    _in_cell: bool = False

    def text(self, raw: str) -> None:
        """Take what stands between two tags."""
        if not raw or self._hidden:
            return
        words = unescape(raw).replace("\u00a0", " ").replace("\u200b", "")
        self._line.append(words if self._pre else SPACE.sub(" ", words))

    # -- tags ----------------------------------------------------------------------------------

    def open(self, name: str, rest: str) -> None:
        """Take a tag that opens."""
        if self._hidden:
            if name == self._hidden[-1]:
                self._hidden.append(name)
            return
        given = attributes(rest) if rest.strip() else {}
        style = given.get("style", "").lower().replace(" ", "")
        if name not in _VOID and (_hides(given, rest) or _HIDDEN.search(style)):
            self._hidden.append(name)
        elif name == "br":
            self._break()
        elif name == "img":
            self._line.append(given.get("alt", ""))
        elif self._pre:
            self._open_in_pre(name)
        elif name in _BLOCKS or name in _CELLS or name in _LISTS:
            self._open_block(name, given, style)
        else:
            self._open_inline(name, given, style)

    def close(self, name: str) -> None:
        """Take a tag that closes."""
        if self._hidden:
            if name == self._hidden[-1]:
                self._hidden.pop()
        elif self._pre:
            self._close_in_pre(name)
        elif name in _CELLS:
            self._in_cell = False
        elif name in _LISTS and self._lists and not self._in_cell:
            self.end_line()
            self._lists.pop()
        elif name in _BLOCKS:
            if name == "tr":
                self._in_cell = False
            self.end_line()
            if name in _HEADINGS:
                self._kind = LineKind.POINT
        else:
            self._close_mark(name)

    def _open_block(self, name: str, given: dict[str, str], style: str) -> None:
        if name in _CELLS:
            self._in_cell = True
            self._cells += 1
            if self._cells > 1:
                self.structured = True
                self._line.append(" | ")
            return
        if name == "tr":
            self._in_cell = False
        self.end_line()
        if self._in_cell:
            return
        level = _WORD_LEVEL.search(style)
        if level is not None:
            self._level = max(int(level[1]) - 1, 0)
            self.structured = True
        if name in _LISTS:
            indent = given.get("data-indent", "")
            depth = int(indent) if indent.isdecimal() and len(indent) == 1 else 0
            self._lists.append(_List(max(len(self._lists), depth)))
        elif name == "li":
            self.structured = True
            if self._lists:
                self._lists[-1].lines = 0
        elif name in _HEADINGS:
            self._kind = LineKind.HEADING
            self.structured = True
        if name == "pre" or (name in {"div", "p"} and _PRE.search(style)):
            self._pre = [name]

    def _open_inline(self, name: str, given: dict[str, str], style: str) -> None:
        at = len(self._line)
        if len(self._marks) >= _MARKS:
            return
        if name == "a":
            self._marks.append(_Mark(name, "", at, given.get("href", "")))
        elif name in _CODE:
            self._marks.append(_Mark(name, "`", at))
        elif _BOLD.search(style) or (name in {"b", "strong"} and not _NOT_BOLD.search(style)):
            self._marks.append(_Mark(name, "**", at))
        elif name in {"b", "strong", "span"}:
            self._marks.append(_Mark(name, "", at))

    def _open_in_pre(self, name: str) -> None:
        if name == self._pre[0]:
            self._pre.append(name)
        if name in _BLOCKS:
            self._new_row()

    def _close_in_pre(self, name: str) -> None:
        if name in _BLOCKS:
            self._new_row()
        if name == self._pre[0]:
            self._pre.pop()
        if not self._pre:
            self._end_code()

    def _new_row(self) -> None:
        if self._line and not self._line[-1].endswith("\n"):
            self._line.append("\n")

    # -- lines ---------------------------------------------------------------------------------

    def _break(self) -> None:
        if self._pre:
            self._line.append("\n")
        else:
            self.end_line()

    def end_line(self) -> None:
        """What comes now stands in another line; within a cell of a table it does not."""
        if self._pre:
            self._pre.clear()
            self._end_code()
        if self._in_cell:
            self._line.append(" ")
            return
        while self._marks:
            self._end_mark(self._marks.pop())
        text = " ".join("".join(self._line).split())
        self._line.clear()
        self._cells = 0
        if not text.strip(" |"):
            return
        kind, self._kind = self._kind, LineKind.POINT
        level, self._level = self._level, None
        if whole := _ALL_STRONG.fullmatch(text):
            text = whole[1]  # all of it strong: how it looked, not what was stressed
        elif "**" in text:
            self.structured = True
        listed = bool(self._lists) or level is not None
        self.entries.append(Entry(text, self._depth() if level is None else level, kind, listed))

    def _depth(self) -> int:
        if not self._lists:
            return 0
        here = self._lists[-1]
        here.lines += 1
        return min(here.depth + (here.lines > 1), MAX_DEPTH)

    def _end_code(self) -> None:
        rows = "".join(self._line).strip("\n").split("\n")
        self._line.clear()
        depth = min(self._lists[-1].depth + 1, MAX_DEPTH) if self._lists else 0
        for row in rows:
            if row.strip() or self.entries:
                self.entries.append(Entry(row.expandtabs(4).rstrip(), depth, LineKind.CODE))

    # -- marks ---------------------------------------------------------------------------------

    def _close_mark(self, name: str) -> None:
        if any(mark.name == name for mark in self._marks):
            while (mark := self._marks.pop()).name != name:
                self._end_mark(mark)
            self._end_mark(mark)

    def _end_mark(self, mark: _Mark) -> None:
        if not mark.sign and not mark.url:
            return
        inner = "".join(self._line[mark.start :])
        words = inner.strip()
        if not words:
            return
        if mark.url:
            written = self._linked(words, mark.url)
        elif mark.sign in inner or any(mark.sign == other.sign for other in self._marks):
            return
        else:
            written = f"{mark.sign}{words}{mark.sign}"
        before = " " if inner[0].isspace() else ""
        after = " " if inner[-1].isspace() else ""
        self._line[mark.start :] = [f"{before}{written}{after}"]

    def _linked(self, words: str, url: str) -> str:
        url = url.replace("(", "%28").replace(")", "%29")
        if not safe(url) or "](" in words:
            return words
        self.structured = True
        if words == url or words.startswith(("http://", "https://")):
            return url
        if "[" in words or "]" in words or "`" in words:
            return f"{words} {url}"
        return f"[{words}]({url})"


def _hides(given: dict[str, str], rest: str) -> bool:
    return given.get("aria-hidden") == "true" or bool(re.search(r"(?:^|\s)hidden(?=\s|/|$)", rest))


def outermost(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Return entries so that the least deep ones stand outermost."""
    base = min((entry.depth for entry in entries), default=0)
    return tuple(replace(entry, depth=entry.depth - base) for entry in entries)
