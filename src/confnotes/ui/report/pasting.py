"""What is pasted into a report's text, as the Markdown that goes in."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QMimeData

from confnotes.domain.inline import safe
from confnotes.domain.notes import LineKind
from confnotes.domain.text import stored
from confnotes.ui.parts import hypertext
from confnotes.ui.parts.hypertext import Entry
from confnotes.ui.parts.picture_source import LINES

_ADDRESS = re.compile(r"https?://[^\s<>]+")
_INDENT = "  "


def words_of(mime: QMimeData, selected: str) -> str:
    """Return what takes the place of `selected`: of an address over words a link, of a page its
    structure as Markdown, of anything else the plain text ("" when there is none)."""
    plain = stored(mime.text()) if mime.hasText() else ""
    if selected.strip() and "\n" not in selected and (url := _address(plain)):
        return f"[{selected}]({url})"
    html = mime.html() if mime.hasHtml() and not mime.hasFormat(LINES) else ""
    if html and len(html) <= hypertext.LARGEST:
        page = hypertext.read(html)
        if page.structured and len(page.entries) <= hypertext.MOST:
            return stored(markdown(page.entries))
    return plain


def _address(text: str) -> str:
    """Return a text as an address, "" where it is something else or selects no safe one."""
    found = text.strip()
    return found if _ADDRESS.fullmatch(found) and safe(found) and ")" not in found else ""


def markdown(entries: Sequence[Entry]) -> str:
    """Return the lines of a page as Markdown: items of a list below each other, code in a fence,
    each paragraph apart."""
    out: list[str] = []
    before: Entry | None = None
    fence = _fence(entries)
    for entry in entries:
        if entry.kind is LineKind.CODE:
            if before is None or before.kind is not LineKind.CODE:
                out += ["", fence]
            out.append(entry.text)
        else:
            if before is not None and before.kind is LineKind.CODE:
                out.append(fence)
            together = entry.listed and before is not None and before.listed
            out += [_line(entry)] if together else ["", _line(entry)]
        before = entry
    if before is not None and before.kind is LineKind.CODE:
        out.append(fence)
    return "\n".join(out).strip("\n")


def _fence(entries: Sequence[Entry]) -> str:
    """Return a fence longer than any in the code it stands round."""
    code = "\n".join(one.text for one in entries if one.kind is LineKind.CODE)
    return "`" * max(3, 1 + max(map(len, re.findall("`+", code)), default=0))


def _line(entry: Entry) -> str:
    if entry.kind is LineKind.HEADING:
        return f"### {entry.text}"
    return f"{_INDENT * entry.depth}- {entry.text}" if entry.listed else entry.text
