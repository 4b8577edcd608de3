"""Bytes to text: the encoding is declared, recognised, or guessed and said so."""

import codecs
import re
from dataclasses import dataclass

from confnotes.schedule.findings import Findings

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ISO_2022_JP = re.compile(rb"\x1b\$[@B]|\x1b\(J")
_KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fa]")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_KANA_SHARE = 0.15
_NAMES = {
    "cp932": "Shift_JIS",
    "euc_jp": "EUC-JP",
    "cp1252": "Windows-1252",
    "latin-1": "ISO-8859-1",
}


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the encoding it was read in. `guessed`: nothing in the file named it; `damaged`:
    how many characters could not be read (each is U+FFFD now)."""

    text: str
    encoding: str
    guessed: bool = False
    damaged: int = 0

    def tell(self, findings: Findings) -> None:
        """Note what was guessed or lost."""
        if self.guessed:
            findings.assumed(
                "schedule.encoding_guessed", encoding=_NAMES.get(self.encoding, self.encoding)
            )
        if self.damaged:
            findings.missing("schedule.damaged_characters", count=self.damaged)


def wide_encoding(data: bytes) -> str | None:
    """Return the UTF-16 or UTF-32 encoding that the first bytes show, None for any other."""
    for bom, name in _BOMS[1:]:
        if data.startswith(bom):
            return name
    head = data[:4]
    if len(head) == 4 and head[0] and head[1] == 0:
        return "utf-16-le" if head[2] else "utf-32-le"
    if len(head) == 4 and head[0] == 0 and head[3]:
        return "utf-16-be" if head[1] else "utf-32-be"
    return None


def as_utf8(data: bytes) -> bytes:
    """Return the bytes without a BOM; UTF-16 and UTF-32 as UTF-8, others untouched."""
    encoding = wide_encoding(data)
    if encoding is not None:
        return data.decode(encoding, "replace").lstrip("\ufeff").encode("utf-8", "replace")
    return data.removeprefix(codecs.BOM_UTF8)


def decode(data: bytes, declared: str = "") -> Decoded:
    """Return the text of bytes that are no UTF-16 (see `as_utf8`), whatever they are.

    UTF-8 first, for that cannot be mistaken; then what the file declares; then the Japanese
    encodings, taken only where they give kana; then, as nothing else fits, Windows-1252.
    """
    if data.isascii() and _ISO_2022_JP.search(data):
        return Decoded(data.decode("iso2022_jp_2", "replace"), "ISO-2022-JP", guessed=True)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if (text := _declared(data, declared)) is not None:
        return Decoded(text, declared)
    loose = data.decode("utf-8", "replace")
    damaged = loose.count("\ufffd")
    # Bytes of another encoding hardly ever make valid sequences of UTF-8.
    if 3 * damaged <= len(_NOT_ASCII.findall(loose)):
        return Decoded(loose, "utf-8", damaged=damaged)
    return _japanese(data) or _western(data)


def _declared(data: bytes, name: str) -> str | None:
    try:
        info = codecs.lookup(name) if name else None
        # Codecs such as "zip" or "rot13" are no text encodings.
        return data.decode(info.name) if info is not None and "utf" not in info.name else None
    except (LookupError, UnicodeError, ValueError, TypeError):
        return None


def _japanese(data: bytes) -> Decoded | None:
    best: tuple[float, str, str] = (_KANA_SHARE, "", "")
    for encoding in ("euc_jp", "cp932"):
        text = data.decode(encoding, "replace")
        foreign = len(_NOT_ASCII.findall(text)) or 1
        share = (len(_KANA.findall(text)) - text.count("\ufffd")) / foreign
        if share > best[0]:
            best = (share, encoding, text)
    _, encoding, text = best
    return Decoded(text, encoding, True, text.count("\ufffd")) if encoding else None


def _western(data: bytes) -> Decoded:
    try:
        return Decoded(data.decode("cp1252"), "cp1252", guessed=True)
    except UnicodeDecodeError:
        return Decoded(data.decode("latin-1"), "latin-1", guessed=True)
