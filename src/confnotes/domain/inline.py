"""The inline signs of plain texts (lines, captions, titles, names), and the tree they make.

The set is closed: `` `code` ``, `**strong**`, `[words](address)`, a bare http(s) address, and
`[^key]`. All else is literal. Emphasis, Break and Picture occur only in trees made from CommonMark.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from confnotes.domain.footnotes import REFERENCE

SAFE_SCHEMES = ("http", "https", "mailto")
"""The only address schemes that are ever kept, printed or opened."""


@dataclass(frozen=True, slots=True)
class Words:
    """Literal text."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """A code span; nothing in it is markup."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Strong emphasis."""

    inner: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Emphasis (only from CommonMark)."""

    inner: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Address:
    """A link. `url` has a safe scheme; `inner` is the url itself for a bare address."""

    url: str
    inner: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A footnote reference by key."""

    key: str


@dataclass(frozen=True, slots=True)
class Break:
    """A line break within a paragraph (only from CommonMark)."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture within text (only from CommonMark); `url` relative or with a safe scheme, `width`
    in pixels as printed (None: the place's own)."""

    url: str
    alternative: str
    width: int | None = None


Inline = Words | Code | Strong | Emphasis | Address | Reference | Break | Picture

_ADDRESS_END = ".,;:!?'\"*)]}>"
_BARE = re.compile(r"https?://[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+")
_LINK = re.compile(r"\[((?:[^\[\]\\]|\\.)+)\]\(\s*<?((?:[^\s<>()]|\([^\s<>()]*\))+)>?\s*\)")
_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_STRONG = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
_ODD = re.compile(r"[\s\x00-\x1f]")
_START = re.compile(r"`|\*\*|\[|https?://")


def safe(url: str) -> bool:
    """Return whether an address has a scheme that may be printed and opened, and no odd letters."""
    scheme, colon, rest = url.partition(":")
    if not colon or not rest or _ODD.search(url):
        return False
    return scheme.lower() in SAFE_SCHEMES and (scheme.lower() == "mailto" or rest.startswith("//"))


def _bare_address(text: str, start: int) -> str:
    """Return the address at `start`: without closing punctuation, with balanced parentheses."""
    match = _BARE.match(text, start)
    url = match.group() if match else ""
    while url and url[-1] in _ADDRESS_END:
        if url[-1] == ")" and url.count("(") >= url.count(")"):
            break
        url = url[:-1]
    return url if "." in url or "localhost" in url else ""


def bare_addresses(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each bare http(s) address in `text`, without the punctuation after."""
    at = 0
    while (start := text.find("http", at)) >= 0:
        url = _bare_address(text, start)
        at = start + (len(url) or 1)
        if url:
            yield start, at


def _sign_at(text: str, at: int) -> tuple[Inline, int] | None:
    """Return the sign that begins at `at` and where it ends, None when there is none."""
    if match := _CODE.match(text, at):
        return Code(match.group(2).strip() or match.group(2)), match.end()
    if match := REFERENCE.match(text, at):
        return Reference(match.group(1)), match.end()
    if (match := _LINK.match(text, at)) and safe(match.group(2)):
        return Address(match.group(2), parse(match.group(1), links=False)), match.end()
    if match := _STRONG.match(text, at):
        return Strong(parse(match.group(1))), match.end()
    if url := _bare_address(text, at):
        return Address(url, (Words(url),)), at + len(url)
    return None


def addresses(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, url) of each link in a plain text, bare ones too; not those in code."""
    at = 0
    while match := _START.search(text, at):
        found = _sign_at(text, match.start())
        at = match.end() if found is None else found[1]
        if found is None:
            continue
        if isinstance(found[0], Address):
            yield match.start(), at, found[0].url
        elif isinstance(found[0], Strong):
            start = match.start() + 2
            for begin, end, url in addresses(text[start : at - 2]):
                yield start + begin, start + end, url


def parse(text: str, *, links: bool = True) -> tuple[Inline, ...]:
    """Return the tree of a plain text; never fails, what is no sign is literal."""
    return tuple(_merged(_pieces(text, links=links)))


def _pieces(text: str, *, links: bool) -> Iterator[Inline]:
    at = 0
    while match := _START.search(text, at):
        found = _sign_at(text, match.start())
        if found is not None and (links or not isinstance(found[0], Address)):
            yield Words(text[at : match.start()])
            yield found[0]
            at = found[1]
        else:
            yield Words(text[at : match.end()])
            at = match.end()
    yield Words(text[at:])


def _merged(pieces: Iterator[Inline]) -> Iterator[Inline]:
    words = ""
    for piece in pieces:
        if isinstance(piece, Words):
            words += piece.text
            continue
        if words:
            yield Words(words)
            words = ""
        yield piece
    if words:
        yield Words(words)


def plain(inlines: Sequence[Inline]) -> str:
    """Return the words of a tree without any sign (references leave nothing)."""
    out: list[str] = []
    for inline in inlines:
        match inline:
            case Words(text) | Code(text):
                out.append(text)
            case Strong(inner) | Emphasis(inner) | Address(_, inner):
                out.append(plain(inner))
            case Picture(_, alternative):
                out.append(alternative)
            case Break():
                out.append(" ")
            case Reference():
                pass
    return "".join(out)
