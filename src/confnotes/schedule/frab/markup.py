"""XML text to elements: hardened before it is parsed, mended where that is safe.

The standard library's parser (expat) is used on text that was looked through first: no DTD, so no
entities; no control characters, which XML 1.0 forbids and frab lets through.
"""

import re
from html.entities import html5
from xml.etree.ElementTree import Element, ParseError, XMLParser, fromstring

from confnotes.domain.errors import ScheduleError
from confnotes.schedule.decode import decode
from confnotes.schedule.findings import Findings
from confnotes.schedule.frab.salvage import salvaged
from confnotes.schedule.limits import MAX_PARTS

_ENCODING = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PROLOG = re.compile(r"\s+|<\?[^>]*\?>|<!--[^>]*-->")
_DOCTYPE = re.compile(r"<!DOCTYPE\s*([A-Za-z:]*)", re.IGNORECASE)
_CONTROL_REFERENCE = re.compile(
    r"&#(?:x0*(?:[0-8bce-f]|1[0-9a-f])|0*(?:[0-8]|1[124-9]|2\d|3[01]));", re.IGNORECASE
)
_VOID = re.compile(r"<(br|hr|img)\b([^<>]*?)/?>", re.IGNORECASE)
_AMPERSAND = re.compile(
    r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)([A-Za-z][A-Za-z0-9]{1,30};)?"
)


def parsed(data: bytes, findings: Findings) -> Element:
    """Return the root element.

    What is not well-formed is mended where only one reading makes sense (bare `&`, HTML's named
    characters, `<br>`, references to control characters); where one event is broken, the others
    are read.
    Raises ScheduleError: `schedule.dtd`, `schedule.html`, `schedule.truncated`,
    `schedule.broken_xml`, `schedule.too_many_parts`.
    """
    text = _text(data, findings)
    _refuse_doctype(text)
    if (count := text.count("<")) > MAX_PARTS:
        raise ScheduleError("schedule.too_many_parts", count=count, limit=MAX_PARTS)
    try:
        return _element(text)
    except ParseError:
        mended = _mended(text)
    try:
        root = _element(mended)
    except ParseError as error:
        return salvaged(mended, error.position, findings)
    findings.assumed("schedule.mended_xml")
    return root


def _element(text: str) -> Element:
    return fromstring(text, XMLParser())  # noqa: S314 - no DTD and no control character gets here


def _text(data: bytes, findings: Findings) -> str:
    declared = _ENCODING.match(data[:300].lstrip())
    decoded = decode(data, declared[1].decode("ascii") if declared else "")
    decoded.tell(findings)
    text = (
        _DECLARATION.sub("", decoded.text, count=1)
        if "<?xml" in decoded.text[:300]
        else decoded.text
    )
    clean = _NO_XML.sub("", text)
    if clean != text:
        findings.assumed("schedule.control_characters", count=len(text) - len(clean))
    return clean


def _refuse_doctype(text: str) -> None:
    """Refuse a document type: where schedules have none, it serves attacks or web pages only."""
    at = 0
    while match := _PROLOG.match(text, at):
        at = match.end()
    if doctype := _DOCTYPE.match(text, at):
        raise ScheduleError("schedule.html" if doctype[1].lower() == "html" else "schedule.dtd")


def _mended(text: str) -> str:
    text = _AMPERSAND.sub(_character, _CONTROL_REFERENCE.sub("", text))
    return _VOID.sub(r"<\1\2/>", text)


def _character(match: re.Match[str]) -> str:
    name = match[1] or ""
    meant = html5.get(name, "")
    if not meant:
        return "&amp;" + name
    return "".join(f"&#{ord(ch)};" for ch in meant)
