"""The notes of a section beside its text: which there are, and how each goes into the text."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from confnotes.domain.attachments import EXTENSIONS, picture_path
from confnotes.domain.audience import Audience, reaches
from confnotes.domain.notes import Line, LineKind, audiences, moment
from confnotes.domain.report import Report
from confnotes.services.views import NotesView

_SPACES = re.compile(r"\s+")
_MARKDOWN = re.compile(r"[*_`>#\-\s]+")


_ALT = re.compile(r"[\[\]\\]")
Shown = tuple[str, str]
"""A picture of a line: its path in the report, and what it says to who cannot see it."""


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One line of notes. `second` of the talk it was written at (None: unknown), `words` to put
    into the text, `standing`: whether they stand in it."""

    line_id: str
    kind: LineKind
    text: str
    second: int | None
    words: str
    standing: bool = False


def of_view(notes: NotesView, report: Report, text: str, reaction: int) -> tuple[NoteRow, ...]:
    """Return the rows of a session's notes (`note_rows`)."""
    shown = {one.id: one for one in notes.attachments if reaches(one.audience, report.audience)}
    pictures: dict[str, tuple[Shown, ...]] = {}
    for use in sorted(notes.uses, key=lambda use: use.position):
        attachment = shown.get(use.attachment_id)
        if use.line_id and attachment is not None and attachment.media_type in EXTENSIONS:
            there = pictures.get(use.line_id, ())
            pictures[use.line_id] = (*there, (picture_path(attachment), use.alternative))
    zero, audience = notes.session.session.zero, report.audience
    return note_rows(notes.lines, zero, audience, text, reaction, pictures)


def note_rows(
    lines: Sequence[Line],
    zero: datetime | None,
    report: Audience,
    text: str,
    reaction: int = 0,
    pictures: Mapping[str, Sequence[Shown]] = MappingProxyType({}),
) -> tuple[NoteRow, ...]:
    """Return the lines that may stand in a report for `report`, open questions of one's own
    (did not catch, to do) left out, marked where `text` has them already; `reaction` as in the
    settings, `pictures` those at each line."""
    plain = _plain(text)
    rows: list[NoteRow] = []
    for line, audience in zip(lines, audiences(lines), strict=True):
        if not reaches(audience, report):
            continue
        if line.kind is LineKind.IMAGE and (shown := pictures.get(line.id)):
            rows.append(_picture(line, shown, moment(line, zero, reaction), text))
        if not _printable(line):
            continue
        said = line.answer if line.kind is LineKind.UNCLEAR else line.text
        standing = bool(_plain(said)) and _plain(said) in plain
        rows.append(
            NoteRow(
                line.id,
                line.kind,
                said,
                moment(line, zero, reaction),
                as_markdown(line),
                standing,
            )
        )
    return tuple(rows)


def _picture(line: Line, shown: Sequence[Shown], second: int | None, text: str) -> NoteRow:
    """Return the pictures of a line, its words below the first as their caption."""
    caption = line.text.strip()
    words = [f"![{_ALT.sub(_escaped, alternative)}]({path})" for path, alternative in shown]
    if caption:
        words[0] += f"\\\n{caption}"
    standing = all(path in text for path, _ in shown)
    name = caption or shown[0][0].rpartition("/")[2]
    return NoteRow(line.id, line.kind, name, second, "\n\n".join(words), standing)


def _escaped(sign: re.Match[str]) -> str:
    return f"\\{sign[0]}"


def _printable(line: Line) -> bool:
    if line.kind is LineKind.UNCLEAR:
        return line.resolved and bool(line.answer.strip())
    return line.kind not in (LineKind.TODO, LineKind.IMAGE) and bool(line.text.strip())


def as_markdown(line: Line) -> str:
    """Return what putting a line into the text inserts: its words in the form of its kind."""
    text = (line.answer if line.kind is LineKind.UNCLEAR else line.text).strip()
    match line.kind:
        case LineKind.QUOTE:
            quoted = f"> {text}"
            return f"{quoted}\n\n{line.gist.strip()}" if line.gist.strip() else quoted
        case LineKind.CODE:
            return f"```\n{text}\n```"
        case LineKind.HEADING:
            return f"### {text}"
        case LineKind.POINT | LineKind.KEY | LineKind.UNCLEAR:
            return f"{'  ' * min(line.depth, 1)}- {text}"
        case _:
            return text


def _plain(text: str) -> str:
    return _SPACES.sub("", _MARKDOWN.sub("", text))


def placed(before: str, words: str, after: str) -> str:
    """Return `words` with the line breaks that set them apart from what stands around them.

    Items of a list stand directly below each other; anything else is a paragraph of its own.
    """
    item = words.lstrip().startswith("- ")
    last = before.rstrip("\n").rsplit("\n", 1)[-1]
    gap = "\n" if item and last.lstrip().startswith("- ") else "\n\n"
    have = len(before) - len(before.rstrip("\n"))
    lead = gap[min(have, len(gap)) :] if before.strip() else ""
    first = after.split("\n", 1)[0]
    if not after.strip():
        return lead + words
    if not first.strip():
        return lead + words
    return lead + words + ("\n" if item and first.lstrip().startswith("- ") else "\n\n")
