"""Words of a text that may be names: where they stand, what they are compared by, how near two are.

Two scripts write names so that one can go wrong in them: Latin letters, and katakana.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_LETTER = "A-Za-zÀ-ÖØ-öø-ɏＡ-Ｚａ-ｚ"
_WORD = re.compile(rf"[{_LETTER}0-9０-９]+(?:['’.&][{_LETTER}0-9０-９]+)*|[ァ-ヺヽ-ヿｦ-ﾟー]+")
_ASCII = r"[A-Za-z0-9_.+~$%@#\\/-]"
# Nothing in these is words: code, citations, where links lead, addresses, paths, options, handles.
_SKIPPED = re.compile(
    r"(?:^|\n)[ ]{0,3}(?:```|~~~)[\s\S]*?(?:\n[ ]{0,3}(?:```|~~~)|\Z)"
    r"|(?:^|\n)(?: {4}|\t)[^\n]*"
    r"|(?<!`)(`+)(?!`)[\s\S]+?(?<!`)\1(?!`)"
    r"|\[\^[^\]\s]+\]"
    r"|\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s\"[^\"]*\")?\)"
    r"|[A-Za-z][A-Za-z0-9+.-]*://[\x21-\x7e]+|www\.[\x21-\x7e]+"
    rf"|(?<!{_ASCII})(?:{_ASCII}*[_@#$\\~]{_ASCII}*"
    rf"|\.{{0,2}}/{_ASCII}+"
    rf"|{_ASCII}+/{_ASCII}+/{_ASCII}*"
    r"|[a-z0-9.-]+/[a-z0-9.-]+)"
    r"|(?<![^\s(])--?[A-Za-z][A-Za-z0-9-]*"
    r"|</?[A-Za-z][^>\n]*>"
)
_SPECIAL = re.compile(r"[`/@_#$\\~<\[]|(?:^|\n)(?: {4}|\t)|www\.|(?<![^\s(])--?[A-Za-z]")
_OWNED = re.compile(r"['’][sS]$|['’]$")
_SMALL = str.maketrans("ァィゥェォヵヶヂヅヷヸヹヺヱヰヲ", "アイウエオカケジズワイエオエイオ")
_V = {"ヴア": "バ", "ヴイ": "ビ", "ヴエ": "ベ", "ヴオ": "ボ", "ヴ": "ブ"}
_DROPPED = str.maketrans("", "", "'’.&-‐‑・·･ \u3000")
JOINTS = frozenset({" ", "-", "‐", "‑", "・", "·", "･", "\u3000"})
"""What may stand between the parts of a name, or be left out there."""


class Word(NamedTuple):
    """A word at `start` of its text, without an English possessive ending.

    `key` is what its spellings share. `opens`: a sentence may begin with it, so that a capital
    says nothing. `amid`: it stands in a sentence, so that a capital says something. `joint` is
    the one character that parts it from the word before it in the text, "" when more does.
    """

    form: str
    start: int
    key: str
    kana: bool
    opens: bool
    amid: bool
    joint: str

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.form)


@lru_cache(maxsize=1 << 15)
def words(text: str) -> tuple[Word, ...]:
    """Return the words of a line or of Markdown; not those in code, addresses, paths or keys."""
    return tuple(_words(text))


def _words(text: str) -> Iterator[Word]:
    seen = _without_signs(text)
    before = -2
    for match in _WORD.finditer(seen):
        form, start = match.group(), match.start()
        kana = form[0] >= "ァ" and is_kana(form)
        if not kana and ("'" in form or "’" in form):
            form = _OWNED.sub("", form)
        joint = seen[before] if start - before == 1 else ""
        if joint and joint not in JOINTS:
            joint = ""
        opens, amid = (False, True) if kana else _place(seen, start, match.end())
        word = form, start, key_of(form), kana, opens, amid, joint
        yield tuple.__new__(Word, word)  # half the time that Word(…) takes
        before = start + len(form)


def _without_signs(text: str) -> str:
    """Return `text` with what is no words blanked out, at the same length."""
    if _SPECIAL.search(text) is None:
        return text
    return _SKIPPED.sub(lambda match: "\x00" * len(match.group()), text)


def _place(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Return (a sentence may begin here, this is amid a sentence)."""
    left = text[start - 1] if start else ""
    if left == " " and start > 1:
        last = text[start - 2]
        if last.islower() or last == "," or last.isdigit():
            return False, True
        if last > _IDEOGRAPHIC:
            return False, True
        return not last.isupper(), False
    if left > _IDEOGRAPHIC or text[end : end + 1] > _IDEOGRAPHIC:
        return False, True  # Japanese gives no capital to the beginning of a sentence
    return left not in _HYPHENS, False


_IDEOGRAPHIC = "\u3000"
"""Beyond it lie the letters and signs of Japanese."""
_HYPHENS = ("-", "‐", "‑")


@lru_cache(maxsize=1 << 15)
def key_of(form: str) -> str:
    """Return what all spellings of a word share: width, case, dots, hyphens and spaces folded; of
    katakana also long vowels, small letters and ヴ."""
    if "." in form and min(map(len, form.split("."))) == 1:
        return form.casefold()  # z.B., Ph.D.: no name of several parts
    if form.isascii():
        return form.lower().translate(_DROPPED)
    folded = unicodedata.normalize("NFKC", form).translate(_DROPPED)
    if not is_kana(folded):
        return folded.casefold()
    plain = folded.translate(_SMALL)
    for old, new in _V.items():
        plain = plain.replace(old, new)
    bare = plain.replace("ー", "")
    if len(bare) >= _BARE:
        return bare
    short = plain.removesuffix("ー")
    return short if len(short) >= _BARE - 1 else plain


_BARE = 4
"""So many letters without long vowels still tell a word: サーバレス, but not ビル of ビール."""


def is_kana(form: str) -> bool:
    """Return whether a form is katakana."""
    return bool(form) and ("ァ" <= form[0] <= "ヿ" or "ｦ" <= form[0] <= "ﾟ")


def is_marked(form: str) -> bool:
    """Return whether a form shows by itself that it is a name: GitHub, eBPF, k3s; not API or V2."""
    if _LOOSE & set(form) and ("." not in form or min(map(len, form.split("."))) == 1):
        return False
    letters = sum(map(str.isalpha, form))
    if letters != len(form) and any(map(str.isdigit, form)):
        return letters >= 2 and form[0].isalpha() and not form.isupper()
    inner = any(map(str.isupper, form[1:])) and any(map(str.islower, form))
    return inner and letters > 2 and not is_acronym(form) and not form.endswith("Innen")


_LOOSE = frozenset("'’.&")


def is_acronym(form: str) -> bool:
    """Return whether a form is capitals alone, a plural s apart: API, CNCF, PDFs."""
    bare = form.removesuffix("s")
    return len(bare) >= 2 and bare.isalpha() and bare.isupper()


def near(one: str, other: str) -> bool:
    """Return whether two keys are one letter apart: put in, left out, another, or two swapped."""
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1 or one == other:
        return False
    at = 0
    while at < len(one) and one[at] == other[at]:
        at += 1
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    if one[at + 1 :] == other[at + 1 :]:
        return True
    swapped = one[at + 1 : at + 2] + one[at]
    return swapped == other[at : at + 2] and one[at + 2 :] == other[at + 2 :]


def shortened(key: str) -> Iterator[str]:
    """Yield a key and what it is without each of its letters: two keys that are near share one."""
    yield key
    for at in range(len(key)):
        yield key[:at] + key[at + 1 :]
