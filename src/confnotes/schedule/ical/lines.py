"""Content lines (RFC 5545, 3.1): unfolded as bytes, decoded, then split into name and value.

Folds may cut a character of several bytes in two, so bytes are unfolded before they are decoded.
The reader is our own: the common library needs half a millisecond an event, gives up a whole file
for one stray line, and tells no line numbers.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from confnotes.schedule.decode import Decoded, decode

_BREAK = re.compile(rb"\r\n|\n|\r")
_LINE = re.compile(r'[ \t]*([A-Za-z0-9_.-]+)[ \t]*((?:;(?:[^":;]|"[^"]*")*)*):(.*)', re.DOTALL)
# A quote that is never closed: the value begins at the first colon.
_LOOSE_LINE = re.compile(r"[ \t]*([A-Za-z0-9_.-]+)[ \t]*(;[^:]*)?:(.*)", re.DOTALL)
_PARAMETER = re.compile(r';[ \t]*([A-Za-z0-9_-]+)[ \t]*=((?:[^";]|"[^"]*")*)')
_QUOTED = re.compile(r"QUOTED-PRINTABLE", re.IGNORECASE)
_CHARSET = re.compile(r";[ \t]*CHARSET[ \t]*=[ \t]*\"?([A-Za-z0-9._-]+)", re.IGNORECASE)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_UNESCAPED_COMMA = re.compile(r"(?<!\\)(?:\\\\)*,")


@dataclass(frozen=True, slots=True)
class Property:
    """One content line: the name in capitals, parameters and value as written, the line number,
    and the name as it stands there."""

    name: str
    parameters: str
    value: str
    line: int
    written: str

    def parameter(self, name: str) -> str:
        """Return the value of a parameter, "" when it is not there."""
        if not self.parameters:
            return ""
        for key, value in _PARAMETER.findall(self.parameters):
            if key.upper() == name:
                return str(value).strip().strip('"')
        return ""

    @property
    def text(self) -> str:
        """The value as TEXT: escapes resolved, white space at its ends dropped."""
        return unescaped(self.value).strip() if "\\" in self.value else self.value.strip()


@dataclass(frozen=True, slots=True)
class Stray:
    """A line that is no content line: junk, or what a raw line break tore from a text."""

    text: str
    line: int


def unescaped(value: str) -> str:
    """Return TEXT with its escapes resolved: `\\n` is a line feed, others are their letter."""
    return _ESCAPE.sub(lambda match: "\n" if match[1] in "nN" else match[1], value)


def parts(value: str) -> list[str]:
    """Return the values of a list of TEXT ("Talk,Security")."""
    out, at = [], 0
    for match in _UNESCAPED_COMMA.finditer(value):
        out.append(value[at : match.end() - 1])
        at = match.end()
    out.append(value[at:])
    return [text for text in (unescaped(part).strip() for part in out) if text]


def _goes_on(pieces: list[bytes]) -> bool:
    """Whether a line of quoted-printable ends in a soft line break."""
    return pieces[-1].endswith(b"=") and b"QUOTED-PRINTABLE" in pieces[0][:200].upper()


def unfolded(data: bytes) -> tuple[Decoded, list[int]]:
    """Return the unfolded lines (parted by line feeds) as text, and the line number of each."""
    joined: list[list[bytes]] = []
    numbers: list[int] = []
    for number, line in enumerate(_BREAK.split(data), 1):
        if line[:1] in (b" ", b"\t") and joined:
            joined[-1].append(line[1:])
        elif joined and _goes_on(joined[-1]):
            joined[-1][-1] = joined[-1][-1][:-1]
            joined[-1].append(line)
        elif line:
            joined.append([line])
            numbers.append(number)
    whole = [b"".join(pieces) for pieces in joined]
    decoded = decode(b"\n".join(whole))
    if decoded.text.count("\n") != max(len(whole) - 1, 0):
        # A broken multi-byte sequence took a line's end with it.
        apart = (line.decode(decoded.encoding, "replace").replace("\n", " ") for line in whole)
        decoded = replace(decoded, text="\n".join(apart))
    return decoded, numbers


def _plain(parameters: str, value: str) -> str:
    """Return a value without the quoted-printable of vCalendar 1.0."""
    if not parameters or not _QUOTED.search(parameters):
        return value
    import quopri  # only old files need it

    charset = _CHARSET.search(parameters)
    raw = quopri.decodestring(value.encode("utf-8", "surrogatepass"))
    text = decode(raw, charset[1] if charset else "").text
    return text.replace("\\", "\\\\").replace("\r\n", "\\n").replace("\n", "\\n")


def content_lines(text: str, numbers: list[int]) -> Iterator[Property | Stray]:
    """Yield the content lines of unfolded text, and what is none."""
    lines = text.split("\n") if text else []
    for line, number in zip(lines, numbers, strict=True):
        match = _LINE.match(line) or _LOOSE_LINE.match(line)
        if match:
            name, parameters = match[1].upper(), match[2] or ""
            yield Property(name, parameters, _plain(parameters, match[3]), number, match[1])
        elif not line.isspace():
            yield Stray(line, number)
