"""XML with a broken event: every event that is whole by itself is read, the others are named."""

import re
from xml.etree.ElementTree import Element, ParseError, XMLParser, fromstring

from confnotes.domain.errors import ScheduleError
from confnotes.schedule.findings import Findings

_PIECE = re.compile(
    r"<(?:(?P<event>event)|(?P<day>day)|(?P<room>room)|(?P<conference>conference)|"
    r"(?P<version>version))(?=[\s>/])[^<>]*>"
)
_ROOT_END = re.compile(r"</(?:[\w.-]+:)?schedule\s*>\s*(?:<!--[^>]*-->\s*)*$")
_ENDS = {name: f"</{name}" for name in ("event", "conference", "version")}


def salvaged(text: str, position: tuple[int, int], findings: Findings) -> Element:
    """Return a schedule of the parts that can be read; `position` is where the parser gave up.

    Raises ScheduleError `schedule.truncated` where the file does not end as a schedule does (it
    broke off), `schedule.broken_xml` where no event can be read.
    """
    line, column = position
    whole = text.count("</event>")
    if "<schedule" not in text[:4096]:
        raise ScheduleError("schedule.broken_xml", line=line, column=column + 1)
    if not _ROOT_END.search(text[-4096:]):
        raise ScheduleError("schedule.truncated", line=text.count("\n") + 1, count=whole)
    root = _Salvage(text, findings).root()
    if root.find(".//event") is None:
        raise ScheduleError("schedule.broken_xml", line=line, column=column + 1)
    return root


class _Salvage:
    """Walks through the text from piece to piece."""

    def __init__(self, text: str, findings: Findings) -> None:
        self._text = text
        self._findings = findings
        self._root = Element("schedule")
        self._day = self._room = self._root
        self._line = 1
        self._counted = 0
        self._ends: dict[str, int] = {}

    def root(self) -> Element:
        at = 0
        while match := _PIECE.search(self._text, at):
            name = match.lastgroup or ""
            at = match.end()
            if name == "day":
                self._day = self._room = self._opened(match.group(), "day", self._root)
            elif name == "room" and not match.group().endswith("/>"):
                self._room = self._opened(match.group(), "room", self._day)
            elif name in _ENDS and not match.group().endswith("/>"):
                at = self._take(name, match.start(), at)
        return self._root

    def _opened(self, tag: str, name: str, parent: Element) -> Element:
        """Add an element of which only the opening tag is read."""
        closed = tag if tag.endswith("/>") else f"{tag[:-1]}/>"
        element = self._element(closed)
        if element is None:
            element = Element(name)
        parent.append(element)
        return element

    def _take(self, name: str, start: int, after: int) -> int:
        """Add the element that begins at `start`; return where to go on."""
        end = self._end(name, after)
        again = self._text.find("<event", after) if name == "event" else -1
        if end < 0 or -1 < again < end:
            self._say(start)
            return after
        close = self._text.find(">", end) + 1
        element = self._element(self._text[start:close]) if close else None
        if element is not None:
            (self._room if name == "event" else self._root).append(element)
        else:
            self._say(start)
        return close or after

    def _end(self, name: str, after: int) -> int:
        """Return where the next closing tag of that name begins, -1 without one; each is looked
        for once."""
        if 0 <= self._ends.get(name, 0) < after:
            self._ends[name] = self._text.find(_ENDS[name], after)
        return self._ends[name]

    def _element(self, text: str) -> Element | None:
        try:
            return fromstring(text, XMLParser())  # noqa: S314 - checked by the caller
        except ParseError:
            return None

    def _say(self, start: int) -> None:
        self._line += self._text.count("\n", self._counted, start)
        self._counted = start
        self._findings.skipped("schedule.broken_event", f"line {self._line}")
