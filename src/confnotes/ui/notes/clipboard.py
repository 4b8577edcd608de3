"""Cut, copy and paste of lines: a clipboard form of our own carries identity and moment.

Cut and paste moves a line: it keeps both. Copy and paste, or a second paste, makes a new line with
the moment of the paste. What comes from elsewhere is text: bullets and indentation make its
structure, and nothing in it is read as a mark.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QTextBlock, QTextCursor

from confnotes.domain.attachments import Attachment, AttachmentUse
from confnotes.domain.audience import Audience
from confnotes.domain.identity import new_id
from confnotes.domain.notes import MAX_DEPTH, LineKind
from confnotes.domain.times import instant_from, instant_text
from confnotes.ui.notes import edits, picture_edits
from confnotes.ui.notes.document import NotesDocument
from confnotes.ui.notes.facts import Facts
from confnotes.ui.notes.picture_book import Picture
from confnotes.ui.notes.rows import (
    KEY_PROPERTY,
    OBJECT,
    REFERENCE_OBJECT,
    Row,
    block_format,
    clean,
    insert_text,
)
from confnotes.ui.parts import hypertext
from confnotes.ui.parts.picture_source import LINES
from confnotes.ui.parts.utf16 import part


@dataclass(frozen=True, slots=True)
class Piece:
    """A line, or a part of one, on its way. `facts` is None where it gets a moment of its own;
    `picture` is what stands at a line that goes as a whole."""

    row: Row
    facts: Facts | None = None
    picture: Picture | None = None


def pieces(document: NotesDocument, cursor: QTextCursor, *, cut: bool) -> list[Piece]:
    """Return the selected lines and parts of lines; when cut, with their moments, and with the
    identity of every line of which nothing will be left."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    kept, gone = edits.survivor(document, cursor)
    staying = document.findBlock(end) if edits.leaves_picture(document, cursor) else None
    out: list[Piece] = []
    block = document.findBlock(start)
    while block.isValid() and block.position() <= end:
        row = document.rows()[block.blockNumber()]
        text = _text_between(block, start, end)
        leaves = cut and start <= block.position() and (row.id != kept.id or gone)
        leaves = leaves and block != staying
        identity = row.id if leaves else ""
        facts = document.facts.get(row.id) if cut and (text or leaves) else None
        if start > block.position() or not (text or leaves):
            row = replace(row, sign="", gist="")
        picture = None
        if row.kind is LineKind.IMAGE:
            picture = document.pictures.of(row.id) if leaves or _whole(block, start, end) else None
            row = row if picture is not None else replace(row, kind=LineKind.POINT)
        if not text and not leaves and picture is None:
            row = Row("", depth=row.depth)  # only the end of the line above it was selected
        out.append(Piece(replace(row, id=identity, text=text, keys=()), facts, picture))
        block = block.next()
    return out


def _whole(block: QTextBlock, start: int, end: int) -> bool:
    """Return whether a selection takes all of a line and goes on beyond it."""
    begin, stop = block.position(), block.position() + block.length() - 1
    return start <= begin and stop <= end and (stop < end or (start < begin and begin < stop))


def whole_line(document: NotesDocument, number: int, *, cut: bool) -> list[Piece]:
    """Return a line as one goes that nothing is selected of: with its picture."""
    row = document.rows()[number]
    identity = row.id if cut else ""
    facts = document.facts.get(row.id) if cut else None
    return [Piece(replace(row, id=identity, keys=()), facts, document.pictures.of(row.id))]


def _text_between(block: QTextBlock, start: int, end: int) -> str:
    out: list[str] = []
    step = block.begin()
    while not step.atEnd():
        fragment = step.fragment()
        at, form = fragment.position(), fragment.charFormat()
        text = part(fragment.text(), max(start - at, 0), max(end - at, 0))
        if form.objectType() == REFERENCE_OBJECT:
            text = f"[^{form.stringProperty(KEY_PROPERTY)}]" * text.count(OBJECT)
        out.append(text)
        step += 1
    return "".join(out)


def to_mime(moving: Sequence[Piece]) -> QMimeData:
    """Return lines for the clipboard: in our own form, and as plain text for other programs."""
    mime = QMimeData()
    mime.setText(_as_text([piece.row for piece in moving]))
    data = json.dumps([_packed(piece) for piece in moving], ensure_ascii=False)
    mime.setData(LINES, QByteArray(data.encode()))
    return mime


def _as_text(rows: Sequence[Row]) -> str:
    if len(rows) == 1:
        return rows[0].text
    base = min((row.depth for row in rows), default=0)
    return "\n".join(
        row.text
        if row.kind is LineKind.CODE or not row.text
        else f"{'  ' * (row.depth - base)}- {row.text}"
        for row in rows
    )


def _packed(piece: Piece) -> dict[str, object]:
    packed: dict[str, object] = {"row": {**asdict(piece.row), "keys": []}}
    if piece.picture is not None:
        file, use = piece.picture.attachment, piece.picture.use
        packed["picture"] = {
            "attachment": {name: getattr(file, name) for name in _FILE},
            "use": {name: getattr(use, name) for name in _USE},
        }
    if piece.facts is not None:
        at = piece.facts.written_at
        packed["facts"] = {
            **asdict(piece.facts),
            "written_at": None if at is None else instant_text(at),
        }
    return packed


def from_mime(mime: QMimeData) -> list[Piece] | None:
    """Return the lines of our own form, None when there are none to be understood."""
    if not mime.hasFormat(LINES):
        return None
    try:
        packed = json.loads(bytes(mime.data(LINES).data()))
        return [_unpacked(entry) for entry in packed] or None
    except (ValueError, TypeError, KeyError):
        return None  # another version's form: the plain text beside it will do


def _unpacked(entry: dict[str, dict[str, object]]) -> Piece:
    row = dict(entry["row"])
    row["kind"] = LineKind(str(row["kind"]))
    row["audience"] = Audience(str(row["audience"]))
    row["keys"] = ()
    facts = entry.get("facts")
    picture = _picture(entry["picture"]) if "picture" in entry else None
    if facts is None:
        return Piece(Row(**row), None, picture)  # type: ignore[arg-type]  # as asdict(Row) has them
    at = facts["written_at"]
    moment: datetime | None = None if at is None else instant_from(str(at))
    known = {**facts, "written_at": moment, "tags": tuple(facts["tags"])}  # type: ignore[arg-type]
    return Piece(Row(**row), Facts(**known), picture)  # type: ignore[arg-type]  # as above


_FILE = ("id", "conference_id", "sha256", "media_type", "size", "name", "width", "height")
_USE = ("id", "attachment_id", "line_id", "position", "caption", "alternative", "credit", "width")
_HASH = re.compile(r"|[0-9a-f]{64}")


def _picture(packed: dict[str, object]) -> Picture:
    """Return a picture; ValueError, TypeError or KeyError when it is none of ours."""
    file, use = packed["attachment"], packed["use"]
    if not isinstance(file, dict) or not isinstance(use, dict):
        raise TypeError(packed)
    if not _HASH.fullmatch(file["sha256"]):  # it becomes the name of a file
        raise ValueError(file)
    return Picture(Attachment(**file), AttachmentUse(**use))


_BULLET = re.compile(r"(?P<indent>[ \t\u3000]*)(?:[-*+•・‣◦][ \t]+|\d{1,3}[.)][ \t]+)?(?P<text>.*)")


def from_text(text: str, *, code: bool = False) -> list[Piece]:
    """Return outside text as lines: bullets leave it, indentation becomes depth.

    As `code` nothing is taken for structure. Empty lines between others are left out.
    """
    kind = LineKind.CODE if code else LineKind.POINT
    raw = text.replace("\r\n", "\n").replace("\u2028", "\n").splitlines() or [""]
    if code or len(raw) == 1:
        return [Piece(Row("", clean(row), kind=kind)) for row in raw]
    out: list[Piece] = []
    levels: list[int] = []
    for row in raw:
        match = _BULLET.fullmatch(row)
        if match is None or not row.strip():
            continue
        width = len(match["indent"].expandtabs(4))
        while levels and levels[-1] >= width:
            levels.pop()
        depth = min(len(levels), MAX_DEPTH)
        levels.append(width)
        out.append(Piece(Row("", clean(match["text"]).strip(), depth)))
    return out or [Piece(Row(""))]


def from_page(mime: QMimeData) -> list[Piece] | None:
    """Return the lines of a page, None where the plain text beside it says as much.

    It does when the page has no lists, headings, links, tables or stressed words: coloured text of
    an editor or a terminal has none. What is too long for a page is text, too.
    """
    html = mime.html() if mime.hasHtml() else ""
    if not html or len(html) > hypertext.LARGEST:
        return None
    page = hypertext.read(html)
    if not 0 < len(page.entries) <= hypertext.MOST or (mime.text().strip() and not page.structured):
        return None
    return [
        Piece(Row("", clean(entry.text), entry.depth, entry.kind))
        for entry in hypertext.outermost(page.entries)
    ]


def paste(
    document: NotesDocument, cursor: QTextCursor, arriving: Sequence[Piece], *, joined: bool
) -> None:
    """Put lines and parts of lines in at the cursor (which selects nothing).

    The line the cursor is in stays the line it is, unless it is empty; `joined`: in one undo step
    with what was done just before.
    """
    here = document.row_at(cursor)
    at, length = cursor.positionInBlock(), cursor.block().length() - 1
    pictures = any(piece.row.kind is LineKind.IMAGE for piece in arriving)
    if pictures and not (picture_edits.is_empty(here) and len(arriving) > 1):
        _paste_whole(document, cursor, arriving, joined=joined)
        return
    above = document.rows()[cursor.blockNumber() - 1].depth if cursor.blockNumber() else -1
    rows, moved = _settled(document, arriving)
    if not length and not moved and rows[0].kind is not LineKind.IMAGE:
        rows[0] = replace(rows[0], id=here.id)
    by = here.depth - rows[0].depth
    rows = edits.fitting([replace(row, depth=max(row.depth + by, 0)) for row in rows], above)
    with edits.one_step(cursor, joined=joined):
        if len(rows) == 1:
            filled = length or here.kind is LineKind.IMAGE
            _paste_within(document, cursor, rows[0], None if filled else here)
        else:
            _paste_lines(document, cursor, here, rows, (at, length))


def _paste_whole(
    document: NotesDocument, cursor: QTextCursor, arriving: Sequence[Piece], *, joined: bool
) -> None:
    """Put lines in below the cursor's, each for itself: a picture is never part of another line."""
    rows, _ = _settled(document, arriving)
    base = rows[0].depth
    rows = [replace(row, depth=max(row.depth - base, 0)) for row in rows]
    with edits.one_step(cursor, joined=joined):
        picture_edits.put_rows(document, cursor, rows, cursor.blockNumber())


def _settled(document: NotesDocument, arriving: Sequence[Piece]) -> tuple[list[Row], bool]:
    """Return rows with identities that are free here, and whether the first one came with its own;
    facts go along with what was cut."""
    taken = {row.id for row in document.rows()}
    out: list[Row] = []
    for piece in arriving:
        row = piece.row
        again = row.id in taken
        if again or not row.id:
            row = replace(row, id=new_id())
        if row.kind is LineKind.IMAGE:
            if piece.picture is not None and document.pictures.can_take(piece.picture):
                document.pictures.adopt(row.id, piece.picture)
            else:  # of another notebook or conference: only the words come
                row = replace(row, kind=LineKind.POINT)
        if piece.facts is not None and not again:
            document.carry(row.id, piece.facts)
        taken.add(row.id)
        out.append(row)
    return out, out[0].id == arriving[0].row.id


def _paste_within(
    document: NotesDocument, cursor: QTextCursor, row: Row, empty: Row | None
) -> None:
    if empty is not None:
        plain = row.kind is LineKind.POINT
        edits.give(cursor, replace(row, kind=empty.kind, sign=empty.sign) if plain else row)
    insert_text(cursor, row.text, document.known_keys)


def _paste_lines(
    document: NotesDocument,
    cursor: QTextCursor,
    here: Row,
    rows: Sequence[Row],
    place: tuple[int, int],
) -> None:
    at, length = place
    edits.give(cursor, here if at or (here.kind is LineKind.IMAGE and not length) else rows[0])
    insert_text(cursor, rows[0].text, document.known_keys)
    for row in rows[1:]:
        cursor.insertBlock(block_format(row))
        insert_text(cursor, row.text, document.known_keys)
    if at == 0 and length:
        edits.give(cursor, here)
    elif 0 < at < length and not rows[-1].text:
        edits.give(cursor, edits.half_of(document, here))
