"""Text: its stored form, its search form, its language, its length and its fingerprint."""

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

_KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fa\u30fc\uff66-\uff9f]")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff々〆]")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*")
# What is written alike in both languages says nothing about the language of its line.
_NEUTRAL = re.compile(r"`[^`]*`|https?://\S+|\[\^[^\]\s]+\]|\]\([^)]*\)")
_LATIN_OR_NUMBER = re.compile(r"[A-Za-z0-9]+(?:['’.\-_/+#&:][A-Za-z0-9]+)*")
_SENTENCE_WORDS = 3
# Half a surrogate pair (from a broken file, say) cannot be written as UTF-8.
# With the noncharacters that Unicode keeps for a program's own use (Qt does use them).
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


class Language(StrEnum):
    """The languages of reports and of what people write; NEUTRAL for names, code and terms."""

    JA = "ja"
    EN = "en"
    NEUTRAL = "neutral"


def other(language: Language) -> Language:
    """Return English for Japanese and Japanese for English (neutral stays neutral)."""
    return {Language.JA: Language.EN, Language.EN: Language.JA}.get(language, language)


def stored(text: str) -> str:
    """Return `text` as the notebook keeps it: NFC, `\\n` line ends, no control characters and no
    halves of surrogate pairs."""
    if text.isascii() and text.isprintable():  # most names, codes and addresses: as they are
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n")
    return _CONTROL.sub("", unicodedata.normalize("NFC", text))


def stored_line(text: str) -> str:
    """Return `text` as a single stored line: line breaks and tabs become one space."""
    if text.isascii() and text.isprintable():
        return text
    return " ".join(stored(text).replace("\t", " ").split("\n")).strip("\n")


def folded(text: str) -> str:
    """Return the search form of `text`: NFKC, case folded, katakana as hiragana.

    Width (ｋ８ｓ, ﾒｯｼｭ), case and kana shape no longer matter; nothing else is lost.
    """
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKC", text).casefold()
    return "".join(
        chr(ord(ch) - 0x60) if "\u30a1" <= ch <= "\u30f6" else ch
        for ch in unicodedata.normalize("NFKC", text)
    )


def folded_places(text: str) -> tuple[str, Sequence[int], Sequence[int]]:
    """Return the search form of `text`, and for each of its characters where what it came from
    begins and ends in `text`.

    Folding works on a letter with all that joins it (sound marks, accents, parts of a Hangul
    syllable): between such groups nothing is ever composed.
    """
    if text.isascii():
        return text.lower(), range(len(text)), range(1, len(text) + 1)
    begins = [at for at, ch in enumerate(text) if at == 0 or not _joins(ch)]
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in pairwise((*begins, len(text))):
        part = _folded_part(text[start:end])
        out.append(part)
        starts += [start] * len(part)
        ends += [end] * len(part)
    return "".join(out), starts, ends


_folded_part = lru_cache(maxsize=8192)(folded)


@lru_cache(maxsize=8192)
def _joins(ch: str) -> bool:
    """Return whether a character may be composed with the one before it."""
    first = unicodedata.normalize("NFKD", ch)[0]
    return "\u1160" <= first <= "\u11ff" or unicodedata.category(first).startswith("M")


def guess_language(text: str) -> Language:
    """Return the language `text` is written in, as far as its letters tell.

    Any kana makes it Japanese; kanji without kana too, unless Latin words outweigh them.
    Latin text of three words or more is English; less is a name or a term: neutral.
    """
    bare = _NEUTRAL.sub(" ", text)
    if _KANA.search(bare):
        return Language.JA
    words = _WORD.findall(bare)
    han = len(_HAN.findall(bare))
    if han and han >= len(words):
        return Language.JA
    if len(words) >= _SENTENCE_WORDS and any(word.islower() for word in words):
        return Language.EN
    return Language.NEUTRAL


def count_characters(text: str) -> int:
    """Return the Japanese length of `text`: characters without white space."""
    return len("".join(text.split()))


def count_words(text: str) -> int:
    """Return the English length of `text`: Latin words, and each kanji or kana as one."""
    cjk = len(_KANA.findall(text)) + len(_HAN.findall(text))
    return len(_LATIN_OR_NUMBER.findall(text)) + cjk


def fingerprint(text: str) -> str:
    """Return 16 hexadecimal digits that name this text, blind to white space at its ends."""
    return hashlib.sha256(stored(text).strip().encode()).hexdigest()[:16]


def slug(name: str) -> str:
    """Return `name` in ASCII letters, digits and hyphens, for a file or folder ("" if none)."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
