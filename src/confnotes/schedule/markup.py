"""HTML in abstracts and biographies, made into Markdown.

A reader of our own: one regular expression finds tags, in linear time on any input, and what is
not a known tag stays text. Scripts and styles go; only http, https and mailto addresses stay;
pictures stay as links, so that nothing is fetched.
"""

import re
from html import unescape

from confnotes.domain.html import DROPPED, SPACE, attribute, without_comments, without_elements
from confnotes.domain.inline import safe

_INLINE = "a|abbr|b|br|cite|code|del|em|font|i|img|ins|kbd|mark|q|s|small|span|strong|sub|sup|tt|u"
_BLOCK = (
    "address|article|aside|blockquote|body|center|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|"
    "head|header|hr|html|li|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul"
)
_TAG = re.compile(
    rf"<(?P<end>/?)(?P<name>{_INLINE}|{_BLOCK}|{DROPPED})(?P<rest>(?=[\s/>])[^<>]*)>",
    re.IGNORECASE,
)
_BLOCK_TAG = re.compile(rf"</?(?:{_BLOCK})(?=[\s/>])[^<>]*>", re.IGNORECASE)
_SIGNS = re.compile(r"([\\`*\[\]<]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;))")
_SIGN = re.compile(r"[\\`*\[\]<_&]")
_LINE_SIGN = re.compile(r"^(\s*)(#{1,6}(?=\s|$)|[-+](?=\s|$)|>|--+(?=\s*$)|=+(?=\s*$)|~~~)")
_LINE_NUMBER = re.compile(r"^(\s*\d{1,9})([.)])(?=\s|$)")
_MARKS = {"em": "*", "i": "*", "cite": "*", "strong": "**", "b": "**", "code": "`", "tt": "`"}
_MARKS |= {"kbd": "`", "s": "~~", "del": "~~"}
_ESCAPED = re.compile(r"\\(.)")
_MANY_BREAKS = re.compile(r"\n[ \t]*(?:\n[ \t]*)+\n")
_MAX_DEPTH = 8


def has_tags(text: str) -> bool:
    """Return whether there is HTML in `text`: at least one tag that HTML knows."""
    return "<" in text and _TAG.search(text) is not None


def to_markdown(text: str) -> str:
    """Return HTML as Markdown. Text with inline tags alone (Markdown or plain text that has a
    `<br>` or an `<i>` in it) keeps its own lines and signs."""
    loose = _BLOCK_TAG.search(text) is None
    writer = _Writer(loose=loose)
    text = without_elements(without_comments(text))
    at = 0
    for match in _TAG.finditer(text):
        writer.text(text[at : match.start()])
        at = match.end()
        name = match["name"].lower()
        if match["end"]:
            writer.close(name)
        else:
            writer.open(name, match["rest"])
    writer.text(text[at:])
    return writer.result()


def _escaped(text: str) -> str:
    """Return words such that Markdown reads them as words."""
    if _SIGN.search(text):
        text = _SIGNS.sub(r"\\\1", text)
    text = _LINE_SIGN.sub(r"\1\\\2", text)
    return _LINE_NUMBER.sub(r"\1\\\2", text)


class _Writer:
    """Writes Markdown while tags come by; unbalanced tags are closed or ignored."""

    def __init__(self, *, loose: bool) -> None:
        self._loose = loose
        self._blocks: list[str] = []
        self._line: list[str] = []
        self._marks: list[tuple[str, int]] = []
        self._links: list[tuple[str, int]] = []
        self._lists: list[int | None] = []
        self._quotes = 0
        self._item = ""
        self._pre = False

    # -- what comes in ------------------------------------------------------------------

    def text(self, raw: str) -> None:
        if not raw:
            return
        words = unescape(raw).replace("\u00a0", " ")
        if self._loose or self._pre:
            self._line.append(words)
            return
        words = SPACE.sub(" ", words)
        if not self._line:
            words = words.lstrip(" ")
        if words:
            self._line.append(_escaped(words))

    def open(self, name: str, rest: str) -> None:
        if name == "br":
            self._line.append("\n")
        elif name == "img":
            self._picture(rest)
        elif name == "a":
            self._links.append((attribute(rest, "href"), len(self._line)))
        elif name in _MARKS and len(self._marks) < _MAX_DEPTH:
            self._marks.append((_MARKS[name], len(self._line)))
        elif re.fullmatch(_BLOCK, name):
            self._open_block(name)

    def close(self, name: str) -> None:
        if name == "a":
            self._close_link()
        elif name in _MARKS:
            self._close_mark(_MARKS[name])
        elif re.fullmatch(_BLOCK, name):
            self._close_block(name)

    # -- inline -------------------------------------------------------------------------

    def _picture(self, rest: str) -> None:
        source = attribute(rest, "src")
        words = attribute(rest, "alt") or source
        self._line.append(f"[{_escaped(words)}]({source})" if safe(source) else _escaped(words))

    def _close_link(self) -> None:
        if not self._links:
            return
        url, start = self._links.pop()
        words = "".join(self._line[start:]).strip()
        if safe(url) and words and "\n" not in words:
            url = url.replace("(", "%28").replace(")", "%29")
            plain = words.replace("\\", "")
            self._put_back(start, f"<{url}>" if plain == url else f"[{words}]({url})")

    def _close_mark(self, mark: str) -> None:
        for at in range(len(self._marks) - 1, -1, -1):
            if self._marks[at][0] == mark:
                start = self._marks[at][1]
                del self._marks[at]
                break
        else:
            return
        inner = "".join(self._line[start:])
        words = inner.strip()
        if any(other == mark for other, _ in self._marks):
            return
        if mark == "`" and not self._loose:
            words = _ESCAPED.sub(r"\1", words)
        if words and "\n" not in words and not (mark == "`" and "`" in words):
            before = " " if inner[0].isspace() else ""
            after = " " if inner[-1].isspace() else ""
            self._put_back(start, f"{before}{mark}{words}{mark}{after}")

    def _put_back(self, start: int, words: str) -> None:
        del self._line[start:]
        self._line.append(words)

    # -- blocks -------------------------------------------------------------------------

    def _open_block(self, name: str) -> None:
        self._end_line()
        if name in ("ul", "ol") and len(self._lists) < _MAX_DEPTH:
            self._lists.append(1 if name == "ol" else None)
        elif name == "li":
            self._item = self._next_bullet()
        elif name == "blockquote":
            self._quotes = min(self._quotes + 1, _MAX_DEPTH)
        elif name == "pre":
            self._pre = True
        elif name == "hr":
            self._blocks.append("---")
        elif name[0] == "h" and name[1:].isdigit():
            self._item = "#" * int(name[1:]) + " "

    def _close_block(self, name: str) -> None:
        self._end_line()
        if name in ("ul", "ol") and self._lists:
            self._lists.pop()
            self._item = ""
        elif name == "blockquote":
            self._quotes = max(self._quotes - 1, 0)
        if name == "li" or name[0] == "h":
            self._item = ""

    def _next_bullet(self) -> str:
        indent = "  " * max(len(self._lists) - 1, 0)
        number = self._lists[-1] if self._lists else None
        if number is None:
            return f"{indent}- "
        self._lists[-1] = number + 1
        return f"{indent}{number}. "

    def _end_code(self) -> None:
        self._pre = False
        code = "".join(self._line).strip("\n")
        self._line.clear()
        fence = "```"
        while fence in code:
            fence += "`"
        if code.strip():
            self._blocks.append(f"{fence}\n{code}\n{fence}")

    def _end_line(self) -> None:
        if self._pre:
            self._end_code()
        text = "".join(self._line)
        self._line.clear()
        self._marks.clear()
        self._links.clear()
        if not self._loose:
            text = "  \n".join(part.strip() for part in text.strip().split("\n"))
        text = text.strip()
        if not text:
            return
        prefix = "> " * self._quotes + self._item
        indent = "> " * self._quotes + " " * len(self._item)
        self._blocks.append(prefix + text.replace("\n", "\n" + indent))
        # What follows in the same item is indented under it and begins no new one.
        self._item = " " * len(self._item) if self._lists else ""

    def result(self) -> str:
        """Return the Markdown: blocks parted by an empty line, items of a list by none."""
        self._end_line()
        out = ""
        for block in self._blocks:
            tight = bool(out) and _is_item(block) and _is_item(out.rpartition("\n")[2])
            out += ("\n" if tight else "\n\n") + block if out else block
        return _MANY_BREAKS.sub("\n\n", out).strip()


_ITEM = re.compile(r"(?:> )*\s*(?:-|\d+\.) ")


def _is_item(line: str) -> bool:
    return _ITEM.match(line) is not None
