"""The texts of a schedule, brought into the form in which the notebook keeps them."""

import re
from html import unescape
from textwrap import dedent

from confnotes.domain.text import stored
from confnotes.schedule.findings import Findings
from confnotes.schedule.limits import MAX_TEXT, MAX_TITLE
from confnotes.schedule.markup import has_tags, to_markdown

_SPACE = re.compile(r"\s+")
_BLANK_LINES = re.compile(r"\n[ \t]*\n(?:[ \t]*\n)+")
_FENCE = "```"
_ELLIPSIS = "…"
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def whole_characters(text: str) -> str:
    """Return text without lone surrogates (JSON can hold them, no file or database can)."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def single(text: str, limit: int = MAX_TITLE) -> str:
    """Return a title, name or room: one line, NFC, no control characters, single spaces."""
    if text.isascii() and text.isprintable() and len(text) <= limit and "  " not in text:
        return text.strip()
    if len(text) > 4 * limit:
        text = text[: 4 * limit]
    text = _SPACE.sub(" ", stored(text)).strip()
    return text if len(text) <= limit else text[: limit - 1] + _ELLIPSIS


def entities_once(text: str) -> str:
    """Return text with its HTML entities resolved once (sched.com leaves `&amp;` in plain text)."""
    return unescape(text) if "&" in text else text


def body(text: str, findings: Findings, place: str) -> str:
    """Return an abstract or biography as Markdown: HTML converted, Markdown and plain text as they
    are but for the indentation and empty lines that a pretty-printer added."""
    if not text or text.isspace():
        return ""
    if len(text) > MAX_TEXT:
        findings.missing("schedule.text_cut", place, count=len(text), limit=MAX_TEXT)
        text = text[: MAX_TEXT - 1] + _ELLIPSIS
    text = stored(text).replace("\u00a0", " ")
    if has_tags(text) and (_FENCE not in text or text.lstrip().startswith("<")):
        text = stored(to_markdown(text))
    elif text[:1] in (" ", "\t", "\n"):
        text = dedent(text.lstrip("\n"))
    text = "\n".join(_trimmed(line) for line in text.split("\n"))
    return _BLANK_LINES.sub("\n\n", text).strip()


def _trimmed(line: str) -> str:
    """Return a line without white space at its end, but for Markdown's two of a line break."""
    bare = line.rstrip()
    return f"{bare}  " if bare and line.endswith("  ") else bare


def joined(abstract: str, description: str) -> str:
    """Return both texts as one, without saying twice what one repeats of the other."""
    if not abstract or not description:
        return abstract or description
    first, second = _SPACE.sub(" ", abstract), _SPACE.sub(" ", description)
    if second.startswith(first):
        return description
    if second in first:
        return abstract
    return f"{abstract}\n\n{description}"
