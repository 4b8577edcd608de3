"""An inline tree as Markdown: literal text escaped, so that every reader prints it as typed."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from html import escape
from html.entities import html5
from urllib.parse import quote

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
from confnotes.report.blocks import Inlines
from confnotes.report.targets.record import NoteStyle, Target
from confnotes.report.targets.tidy import tidied

NOTE = "\ue000"
"""Marks where an inline footnote begins, until the line around it is known."""
_ESCAPED = re.compile(r"[\\`*\[\]]")
# One between letters (snake_case) is never emphasis; beside another (__init__) it can be.
_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
# Numbers, and the old names that browsers read without a semicolon (HTML Living Standard, named
# character references), where a parser passes a bare "&" on as it is.
_BARE_NAMES = "|".join(sorted((n for n in html5 if not n.endswith(";")), key=len, reverse=True))
_ENTITY = re.compile(rf"&(?=\w+;|#\w|{_BARE_NAMES})")
_LINE_START = re.compile(r"(#|>|[-+](?=\s|$)|-(?=[-\s]*$)|:(?=[-\s]|::)|~(?=\s))")
_LINE_NUMBER = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_ENTITY_AT_START = {"=": "&#61;", "|": "&#124;", ":": "&#58;", "~": "&#126;"}
# Letters that stay as they are in an address; `)` and blanks would end it, `*` an emphasis around
# it (Redcarpet), `%` is encoding already.
_ADDRESS = "!#$&'+,-./:;=?@_~%"


@dataclass(frozen=True, slots=True)
class InlineWriter:
    """Writes inline trees for one target. `cite` returns what stands for a footnote reference;
    `struck`: tildes would strike out what is between them."""

    target: Target
    cite: Callable[[str], str]
    line_break: str = "  \n"
    struck: bool = False

    def write(self, inlines: Sequence[Inline], *, line_start: bool = True) -> str:
        """Return the tree as Markdown; `line_start` where it begins a line."""
        pieces = tidied(inlines)
        if not self.struck and _strikes(pieces):
            return replace(self, struck=True).write(inlines, line_start=line_start)
        texts = [self._piece(piece) for piece in pieces]
        out = ""
        for index, piece in enumerate(pieces):
            begins = (not out and line_start) or out.endswith("\n")
            after = texts[index + 1] if index + 1 < len(texts) else ""
            if isinstance(piece, Words):
                out += self._fitted(texts[index], after, begins=begins, first=not out)
            elif isinstance(piece, Reference):
                blank = out.endswith(" ") and texts[index].startswith(" ")
                out += texts[index][1:] if blank else texts[index]
                texts[index + 1 : index + 2] = [self._after_note(after, begins=begins)]
            else:
                out = self._apart(out, piece) + texts[index]
                if after and self._apart(after[0], piece) != after[0]:
                    out += " "
        return _guarded(out).rstrip(" \t")

    def _apart(self, text: str, piece: Inline) -> str:
        """Return the text, with a blank where it is a word that emphasis could not stand beside."""
        sign = isinstance(piece, Strong | Emphasis) and not self.target.emphasis_within_words
        return text + " " if sign and re.search(r"[0-9A-Za-z]\Z", text) else text

    def _fitted(self, text: str, after: str, *, begins: bool, first: bool) -> str:
        """Return words so that neither the line's start nor what follows makes markup of them."""
        if begins or first:
            text = text.lstrip(" \t")
        if begins:
            text = self._at_line_start(text)
        return self._unjoined(text, after)

    def _unjoined(self, text: str, after: str) -> str:
        """Return words that make neither a picture (`![`) nor a note (`^[`) of what follows."""
        if not self.target.escapes or not after.startswith("["):
            return text
        if text.endswith("!"):
            return text[:-1] + r"\!"
        return text[:-1] + "&#94;" if re.search(r"(?<!\\)\^\Z", text) else text

    def _at_line_start(self, text: str) -> str:
        """Return words that begin no block there, whatever a line can begin with."""
        return self.target.line_start(at_line_start(text) if self.target.escapes else text)

    def _piece(self, inline: Inline) -> str:
        match inline:
            case Words(text):
                return self._words(text)
            case Code(text):
                return self._code(text)
            case Strong(inner):
                return f"**{self._inner(inner)}**"
            case Emphasis(inner):
                return f"*{self._inner(inner)}*"
            case Address(url, inner):
                return self._address(url, inner)
            case Picture(url, alternative, width):
                return self.picture(url, alternative, width)
            case Reference(key):
                return self.cite(key)
            case Break():
                return self.line_break

    def _inner(self, inner: Inlines) -> str:
        out = ""
        for piece in inner:
            text = self._piece(piece)
            if out.endswith("\n") and isinstance(piece, Words):
                text = self._at_line_start(text.lstrip(" \t"))
            out = self._unjoined(out, text) + text
        return out

    def _words(self, text: str) -> str:
        literal = escaped(text) if self.target.escapes else text.replace("\n", " ")
        written = self.target.words(literal)
        return written.replace("~", self.target.tilde) if self.struck else written

    def _code(self, text: str) -> str:
        text = " ".join(text.split("\n"))
        if written := self.target.code(text):
            return written
        return code_span(text)

    def _address(self, url: str, inner: Inlines) -> str:
        """Return a link; an address that is its own words in angle brackets, as a bare one would
        swallow the Japanese text after it (and is no link at all for some readers)."""
        written = destination(url)
        # What a browser would read as a name within an address goes unread only as an entity.
        named = self.target.escapes and _ENTITY.search(written)
        mail = url.lower().startswith("mailto:")
        if plain(inner) == url and written == url and not (mail or named):
            return self.target.bare(url)
        return f"[{_no_note(self._inner(inner))}]({self._destination(url)})"

    def _destination(self, url: str) -> str:
        written = destination(url)
        return _ENTITY.sub("&amp;", written) if self.target.escapes else written

    def picture(self, url: str, alternative: str, width: int | None = None) -> str:
        """Return a picture."""
        if width and (written := self.target.sized(url, alternative, width)):
            return written
        if written := self.target.picture(url, alternative):
            return written
        # kramdown prints a backslash here; where a tilde stays one, `words` has dealt with it.
        tilde = "~" if self.target.tilde == "~" else "&#126;"
        words = self.target.words(escaped(alternative)).replace("~", tilde)
        return f"![{_no_note(words.strip())}]({self._destination(url)})"

    def _after_note(self, after: str, *, begins: bool) -> str:
        """Return what follows a `[^1]` so that it stays one: `(` would make it a link, and `:` at
        the line's start a definition."""
        if self.target.notes not in (NoteStyle.DEFINED, NoteStyle.KEYED):
            return after
        if after.startswith("(") or (begins and after.startswith(":")):
            return "\\" + after
        return after


_WIDE = {ord(sign): ord(sign) + 0xFEE0 for sign in "\\`*_[]<~$^{"} | {ord("\n"): " "}


def wide_picture(path: str, alternative: str) -> str:
    """Return a picture for a place that drops or shows the escapes among its words: signs that
    would be something stand in their full width."""
    words = re.sub(r"&(?=#?\w+;)", "＆", alternative.translate(_WIDE)).strip()
    return f"![{words}]({destination(path)})"


def html_picture(path: str, alternative: str, width: int) -> str:
    """Return a picture as HTML, for a place that knows no other way to say how wide it is."""
    words = escape(" ".join(alternative.split()), quote=True).replace("{", "&#123;")
    return f'<img src="{escape(destination(path))}" alt="{words}" width="{width}">'


def code_span(text: str) -> str:
    """Return a code span: more backticks than there are in a row, blanks where it begins with one
    (kramdown takes a single one before a blank for itself)."""
    fence = "`" * (max((len(run) for run in re.findall(r"`+", text)), default=0) + 1)
    edge = text[:1] + text[-1:]
    blank = " " if "`" in edge or (text.strip() and edge == "  ") else ""
    return f"{fence}{blank}{text}{blank}{fence}"


def code_in_html(text: str) -> str:
    """Return code as HTML without a sign that a notation reads, for a place that would do so
    between backticks, too."""
    for sign, entity in (("&", "amp"), ("<", "lt"), (">", "gt")):
        text = text.replace(sign, f"&{entity};")
    for sign in "(){}*_`\\[]!~%|":
        text = text.replace(sign, f"&#{ord(sign)};")
    return f"<code>{text}</code>"


def _guarded(text: str) -> str:
    """Return text with each inline footnote marked by NOTE so that its surroundings cannot spoil
    it: `(((` is literal, and so is `)((` with a `))(` anywhere later on its line."""
    before, *parts = text.split(NOTE)
    out = before
    for index, part in enumerate(parts):
        line = "".join(parts[index:]).partition("\n")[0]
        spoilt = out.endswith("(") or (out.endswith(")") and "))(" in line)
        out += (" " if spoilt else "") + part
    return out


def _strikes(inlines: Inlines) -> bool:
    """Return whether a tilde here would do something: strike out up to the next one, or spoil
    emphasis beside it (cmark-gfm prints the asterisks of `**~ x**`)."""
    tildes = plain(inlines).count("~")
    return tildes > 1 or (tildes > 0 and any(isinstance(i, Strong | Emphasis) for i in inlines))


def _no_note(text: str) -> str:
    """Return the words of a link so that `[^` does not begin a footnote reference."""
    return "&#94;" + text[1:] if text.startswith("^") else text


def escaped(text: str) -> str:
    """Return literal text with what would be markup anywhere escaped.

    Backslashes and entities only where every reader understands them: `\\<` and `\\~` would show
    their backslash in some, `&lt;` and `&#126;` pass everywhere.
    """
    text = _ENTITY.sub("&amp;", text.replace("\n", " ").replace(NOTE, ""))
    text = _ESCAPED.sub(lambda match: "\\" + match.group(), text)
    text = _UNDERSCORE.sub(r"\\_", text)
    # `[words]:` at a line's start defines a link for some readers, escaped or not.
    return text.replace("<", "&lt;").replace("\\]:", "\\]&#58;")


def dashes_kept(text: str) -> str:
    """Return escaped text whose `--` stays two signs where a place would set a dash for it."""
    return re.sub(r"-(?=-)", r"\\-", text)


def at_line_start(text: str) -> str:
    """Return escaped text that begins no heading, quote, list, rule or table."""
    if match := _LINE_NUMBER.match(text):
        return f"{match.group(1)}\\{match.group(2)}{text[match.end() :]}"
    if text.startswith(("=", "|", "~~~")):
        return _ENTITY_AT_START[text[0]] + text[1:]
    match = _LINE_START.match(text)
    if match is None:
        return text
    sign = match.group()
    return _ENTITY_AT_START.get(sign, "\\" + sign) + text[1:]


def destination(url: str) -> str:
    """Return an address that can stand between the parentheses of a link, percent-encoded."""
    url = re.sub(r"&(\w+);", r"&\1%3B", url)
    return quote(url, safe=_ADDRESS)
