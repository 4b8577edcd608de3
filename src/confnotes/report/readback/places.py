"""What places read beside Markdown, turned into what Markdown passes through: written from the
places' own rules and apart from the writers, on purpose."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape

from confnotes.report.blocks import NOTICES

_FENCE = re.compile(r"^ *(?:>\s*)*(`{3,}(?=[^`]*$)|~{3,})")
_FRONT = re.compile(r"\A(---|\+\+\+)\n.*?\n\1\n+", re.DOTALL)
_ADDRESS = r"https?://\S+"


@dataclass(frozen=True, slots=True)
class Place:
    """How a place reads: `read` gets the exported text, `boxes` are its `:::` containers, with
    `breaks` every line break is kept, with `named` a box says in a word what it is."""

    read: Callable[[str], str] = lambda text: text
    boxes: tuple[str, ...] = ()
    breaks: bool = False
    named: bool = False


PLAIN = Place()


def prose_rows(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the rows, and whether notation is read in them (not between fences)."""
    fence = ""
    for row in text.split("\n"):
        match = _FENCE.match(row)
        if fence:
            if match and match.group(1).startswith(fence):
                fence = ""
            yield row, False
        else:
            fence = match.group(1) if match else ""
            yield row, match is None


def _without_front(text: str) -> str:
    return _FRONT.sub("", text)


def _in_prose(text: str, change: Callable[[str], str]) -> str:
    return "\n".join(change(row) if prose else row for row, prose in prose_rows(text))


def _linked(url: str) -> str:
    """Return an address as a link whose words no parser reads as markup."""
    words = re.sub(r"[^\w\s]|_", _entity, url)
    return f'<a href="{escape(url)}">{words}</a>'


def _entity(match: re.Match[str]) -> str:
    return f"&#{ord(match.group())};"


def _lone(pattern: str) -> Callable[[str], str]:
    """Return a reader of rows that are nothing but an address as `pattern` has it."""
    whole = re.compile(pattern)

    def row(text: str) -> str:
        match = whole.fullmatch(text)
        return f"<p>{_linked(match.group(1))}</p>" if match else text

    return row


def _bare_rows(text: str) -> str:
    return _in_prose(_without_front(text), _lone(f"({_ADDRESS})"))


_ZENN_WIDTH = re.compile(r"(!\[[^\]]*\]\([^)\s]+) =\d+x\)")


def _zenn(text: str) -> str:
    text = _in_prose(text, lambda row: _ZENN_WIDTH.sub(r"\1)", row))
    return _in_prose(_bare_rows(text), _lone(rf"@\[card\]\(({_ADDRESS})\)"))


def _github(text: str) -> str:
    return re.sub(r"^> \[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\n", "", text, flags=re.MULTILINE)


def _devto(text: str) -> str:
    return _in_prose(_without_front(text), _lone(rf"\{{% embed ({_ADDRESS}) %\}}"))


_FIGURE = re.compile(r"\{\{< figure (.*?) >\}\}")
_GIVEN = re.compile(r'(\w+)="([^"]*)"')
_CALL = re.compile(r"\{\{([<%])/\*(.*?)\*/([>%])\}\}")


_VIDEO = re.compile(r"\{\{< youtube ([\w-]+) >\}\}")


def _hugo(text: str) -> str:
    """Read the shortcodes `figure` and `youtube`, and those that are only shown."""

    def figure(match: re.Match[str]) -> str:
        given = {key: escape(value) for key, value in _GIVEN.findall(match.group(1))}
        image = f'<img src="{given.get("src", "")}" alt="{given.get("alt", "")}">'
        return "<br>".join(filter(None, (image, given.get("caption", ""))))

    def row(text: str) -> str:
        if video := _VIDEO.fullmatch(text):
            return f"<p>{_linked('https://youtu.be/' + video.group(1))}</p>"
        return _FIGURE.sub(figure, text)

    text = _in_prose(_without_front(text), row)
    return _CALL.sub(r"{{\1\2\3}}", text).replace("{\u200b{", "{{")


_RAW = re.compile(r"\{% raw %\}(.*?)\{% endraw %\}", re.DOTALL)
_RELATIVE = re.compile(r"\{\{ '([^']*)' \| relative_url \}\}")


_JEKYLL_WIDTH = re.compile(r"(?<=\))\{: width=\"\d+\"\}")


def _jekyll(text: str) -> str:
    """Read Liquid as far as reports have it, and the mark of the list of contents."""
    text = _without_front(text).replace("* TOC\n{:toc}\n", "")
    text = text.replace("{{ '{%' }}", "{%")
    text = _in_prose(text, lambda row: _JEKYLL_WIDTH.sub("", row))
    out, at = "", 0
    for match in _RAW.finditer(text):
        out += _RELATIVE.sub(r"\1", text[at : match.start()]) + match.group(1)
        at = match.end()
    return out + _RELATIVE.sub(r"\1", text[at:])


_PANDOC_FIGURE = re.compile(r'^(.*)!\[(.*)\]\((\S+)\)\{alt="([^"]*)"(?: width=\d+px)?\}$')
_PANDOC_WIDTH = re.compile(r"(?<=\))\{width=\d+px\}")


def _pandoc(text: str) -> str:
    """Read figures: what stands in the brackets is the caption."""

    def row(text: str) -> str:
        text = _PANDOC_WIDTH.sub("", text)
        text = text.removesuffix("\\") if text.endswith(")\\") else text
        match = _PANDOC_FIGURE.match(text)
        if match is None:
            return text
        before, caption, path, words = match.groups()
        return f'{before}<img src="{path}" alt="{escape(words)}"><br>{caption}'

    return _in_prose(_without_front(text), row)


_BEGINS = re.compile(r"\s*(?:>\s?|[-*+] |\d+\. |#{1,6} )*")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_MARKER = re.compile("（注(\\d+)）| \\(note (\\d+)\\)")
_SIGN = re.compile(rf"(?P<marker>{_MARKER.pattern})|(?P<url>{_ADDRESS})|[^\w\s]|_")


def _note(text: str) -> str:
    """Read what the editor of note reads of a pasted Markdown, and nothing else of it."""

    def sign(match: re.Match[str]) -> str:
        if match.group("marker"):
            return f"<sup>{match.group(2) or match.group(3)}</sup>"
        if match.group("url"):
            return _linked(match.group())
        return _entity(match)

    def words(text: str) -> str:
        parts = (_SIGN.sub(sign, part) for part in _BOLD.split(text))
        return "".join(f"<strong>{p}</strong>" if n % 2 else p for n, p in enumerate(parts))

    def row(text: str) -> str:
        begins = _BEGINS.match(text)
        at = begins.end() if begins else 0
        return text if text == "---" else text[:at] + words(text[at:])

    return _in_prose(text, row)


PLACES: dict[str, Place] = {
    "zenn": Place(_zenn, ("message",), breaks=True),
    "qiita": Place(_bare_rows, ("note",), breaks=True),
    "note": Place(_note, breaks=True),
    "devto": Place(_devto),
    "github": Place(_github, named=True),
    "hugo": Place(_hugo),
    "jekyll": Place(_jekyll),
    "astro": Place(_without_front),
    "pandoc": Place(_pandoc, NOTICES),
}
"""The places that read more than Markdown, by name."""
