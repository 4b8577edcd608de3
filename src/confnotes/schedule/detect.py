"""What a file is, told from its content, and the reader for its kind."""

import logging
import re
import zlib

from confnotes.domain.draft import Draft
from confnotes.domain.errors import ScheduleError
from confnotes.domain.printed import PrintedPage
from confnotes.domain.table import Columns, TableView
from confnotes.schedule.decode import as_utf8, wide_encoding
from confnotes.schedule.limits import MAX_BYTES

logger = logging.getLogger(__name__)

_GZIP = b"\x1f\x8b"
_HEAD = 4096
_CALENDAR = re.compile(rb"(?:^|[\r\n])[ \t]*BEGIN[ \t]*:[ \t]*V(?:CALENDAR|EVENT)\b", re.IGNORECASE)
_XML_PROLOG = re.compile(rb"(?:\s+|<\?[^>]*>|<!--[^>]*>)*")
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|script|meta|div|p|h1)\b", re.IGNORECASE)
_BINARY = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f]")
_MAGIC = (
    (b"PK\x03\x04", "schedule.archive"),
    (b"PK\x05\x06", "schedule.archive"),
    (b"%PDF", "schedule.pdf"),
    (b"\x89PNG", "schedule.image"),
    (b"\xff\xd8\xff", "schedule.image"),
    (b"GIF8", "schedule.image"),
    (b"SQLite format 3\x00", "schedule.database"),
    (b"BZh", "schedule.archive"),
    (b"\xfd7zXZ\x00", "schedule.archive"),
    (b"7z\xbc\xaf\x27\x1c", "schedule.archive"),
    (b"Rar!", "schedule.archive"),
    (b"\x28\xb5\x2f\xfd", "schedule.archive"),
    (b"\xd0\xcf\x11\xe0", "schedule.office"),
)


def read_schedule(data: bytes, name: str = "", columns: Columns | None = None) -> Draft:
    """Return what a schedule file says: its kind is told from `data` alone, `name` is for the log.
    `columns` says how a table is to be read, where its header does not say it well.

    Raises ScheduleError with one code where nothing can be read: what the file is instead
    (`schedule.html`, `schedule.not_yet`, `schedule.binary` …), or where it breaks off.
    """
    text = _text(data)
    draft = _read(text) if columns is None else _table(text, columns)
    logger.info("read %s as %s: %d sessions", name or "schedule", draft.kind, len(draft.sessions))
    return draft


def print_page(data: bytes) -> PrintedPage | None:
    """Return what a print page of sched.com lists, None for a file that is none.

    Raises ScheduleError where it is one that cannot be read (see `read_print_page`).
    """
    try:
        text = _text(data)
    except ScheduleError:
        return None
    if not _is_page(text):
        return None
    from confnotes.schedule.printed import read_print_page

    return read_print_page(text)


def _is_page(text: bytes) -> bool:
    at = _XML_PROLOG.match(text[: _HEAD * 4])
    if at is None or not _HTML.match(text, at.end()):
        return False
    from confnotes.schedule.printed import is_print_page

    return is_print_page(text)


def table_view(data: bytes) -> TableView:
    """Return a table (CSV) as a person is shown it, with what its columns seem to mean.

    Raises ScheduleError `schedule.no_table` for another kind of file, and those of a table.
    """
    from confnotes.schedule.table.reader import view_of

    return view_of(_of_table(_text(data)))


def _table(text: bytes, columns: Columns) -> Draft:
    from confnotes.schedule.table.reader import read_table

    return read_table(_of_table(text), columns)


def _of_table(text: bytes) -> bytes:
    """Return text that is of none of the kinds that are told by their first signs."""
    start = text[:_HEAD].lstrip()[:1]
    if start in (b"<", b"{", b"[") or _CALENDAR.search(text[:_HEAD]):
        raise ScheduleError("schedule.no_table")
    if _BINARY.search(text[:_HEAD]):
        raise ScheduleError("schedule.binary")
    return text


def _text(data: bytes) -> bytes:
    """Return the text of a file, unpacked, in UTF-8 or an encoding of one byte or of Japan."""
    data = _unpacked(data)
    _refuse_foreign(data)
    if len(data) > MAX_BYTES:
        raise _too_large(len(data))
    data = as_utf8(data)
    if not data.strip():
        raise ScheduleError("schedule.empty")
    return data


def _read(data: bytes) -> Draft:
    """Return the draft of text. Each reader is imported when a file of its kind is at hand."""
    start = data[:_HEAD].lstrip()
    if _CALENDAR.search(data[:_HEAD]):
        from confnotes.schedule.ical.reader import read_calendar

        return read_calendar(data)
    if start[:1] == b"<":
        _refuse_html(data)
        from confnotes.schedule.frab.xml import read_xml

        return read_xml(data)
    if start[:1] in (b"{", b"["):
        from confnotes.schedule.jsonfile import read_json

        return read_json(data)
    if _BINARY.search(data[:_HEAD]):
        raise ScheduleError("schedule.html" if _HTML.search(data[:_HEAD]) else "schedule.binary")
    from confnotes.schedule.table.text import looks_like_table

    # Before HTML is looked for: an abstract may begin with a tag.
    if looks_like_table(data):
        from confnotes.schedule.table.reader import read_table

        return read_table(data)
    if _HTML.search(data[:_HEAD]):
        raise ScheduleError("schedule.html")
    return _unknown_text(data)


def _unknown_text(data: bytes) -> Draft:
    """Raise ScheduleError: a table whose columns are not known, or text of no known kind."""
    lines = data[:_HEAD].splitlines()[:5]
    for sign in (b",", b";", b"\t"):
        counts = [line.count(sign) for line in lines if line.strip()]
        if len(counts) > 1 and counts[0] >= 2 and counts.count(counts[0]) > 1:
            from confnotes.schedule.table.reader import read_table

            return read_table(data)
    raise ScheduleError("schedule.unknown_kind")


def _refuse_html(data: bytes) -> None:
    at = _XML_PROLOG.match(data[: _HEAD * 4])
    if at and _HTML.match(data, at.end()):
        raise ScheduleError("schedule.print_page" if _is_page(data) else "schedule.html")


def _refuse_foreign(data: bytes) -> None:
    if not data:
        raise ScheduleError("schedule.empty")
    for magic, code in _MAGIC:
        if data.startswith(magic):
            raise ScheduleError(code)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        raise ScheduleError("schedule.image")
    if wide_encoding(data) is None and data[:_HEAD].count(0) > len(data[:_HEAD]) // 100:
        raise ScheduleError("schedule.binary")


def _unpacked(data: bytes) -> bytes:
    """Return what a gzip file holds, unpacked no further than the limit; other data as it is."""
    if not data.startswith(_GZIP):
        return data
    unpack = zlib.decompressobj(wbits=31)
    try:
        out = unpack.decompress(data, MAX_BYTES + 1)
    except zlib.error as error:
        raise ScheduleError("schedule.gzip_broken") from error
    if len(out) > MAX_BYTES:
        raise _too_large(len(out))
    if not unpack.eof:
        raise ScheduleError("schedule.gzip_broken")
    return out


def _too_large(size: int) -> ScheduleError:
    return ScheduleError(
        "schedule.too_large", megabytes=max(size // 1024**2, 1), limit=MAX_BYTES // 1024**2
    )
