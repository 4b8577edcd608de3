"""Hatena Blog's own notation, read by its rules; written apart from the writer, on purpose.

Rules of Text::Hatena::Inline::Footnote, tried in this order at each place of a line:
`(((…)))` is literal, `)((…))(` is literal, `((…))` is a footnote, the shortest first. A footnote
stays on one line, and the rules do not know of code spans. `[:contents]` alone on a line is the
table of contents, `id:name` a call of that user, `[f:id:…]` a photo of the photo service,
`[address:embed:cite]` alone on a line a card.
"""

import re
from dataclasses import dataclass
from html import escape

from confnotes.report.readback.places import prose_rows

_NOTE = re.compile(r"\(\(\(.+?\)\)\)|\)\(\(.+?\)\)\(|\(\((?P<note>.+?)\)\)")
_CONTENTS = re.compile(r"^\[:contents\]\s*$")
_PHOTO = re.compile(r"\[(f:id:[^\]\s:]+:[^\]\s:]+)((?::(?:plain|image|w\d+))*)(?::alt=([^\]]*))?\]")
_CARD = re.compile(r"^\[(https?://\S+):embed:cite\]$")
_CALL = re.compile(
    r"<[^>\n]*>|\]\([^)\n]*\)|(?<![A-Za-z0-9&])(?P<call>(?:[a-z]:)?id:[A-Za-z][\w-]+)"
)


@dataclass(frozen=True, slots=True)
class Read:
    """A text with its notation resolved to what Markdown passes through, and its footnotes."""

    markdown: str
    notes: tuple[str, ...]


def read(text: str) -> Read:
    """Return the text with each footnote replaced by a raised number, and the footnotes."""
    notes: list[str] = []
    rows = [_row(row, notes) if prose else row for row, prose in prose_rows(text)]
    return Read("\n".join(rows), tuple(notes))


def _row(row: str, notes: list[str]) -> str:
    if _CONTENTS.match(row):
        return '<div class="contents"></div>'
    if card := _CARD.match(row):
        url = escape(card.group(1))
        return f'<p><a href="{url}">{url}</a></p>'

    def note(match: re.Match[str]) -> str:
        if match.group("note") is None:
            return match.group()
        notes.append(match.group("note").strip())
        number = len(notes)
        return f'<sup class="footnote-ref"><a href="#fn{number}">&#42;{number}</a></sup>'

    return _CALL.sub(_called, _PHOTO.sub(_photo, _NOTE.sub(note, row)))


def _photo(match: re.Match[str]) -> str:
    named = match.group(1) + re.sub(r":w\d+", "", match.group(2))
    return f'<img src="{named}" alt="{match.group(3) or ""}">'


def _called(match: re.Match[str]) -> str:
    name = match.group("call")
    return match.group() if name is None else f'<a href="https://blog.hatena.ne.jp/">{name}</a>'
