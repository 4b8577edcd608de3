"""What the grammar of a language asks for: dates, ranges, numbers, names, lists, sentence ends.

Own small functions instead of a library: the two languages need some thirty forms, a library of
all languages weighs 30 MB, and its interval and plural data would need mending for both anyway
(thin spaces, full-width tildes, no month names in ranges).
"""

import re
from collections.abc import Sequence
from datetime import date, time
from typing import Protocol

from confnotes.domain.inline import Inline, Reference, Words, plain
from confnotes.domain.text import Language, guess_language
from confnotes.report.blocks import Inlines, joined

_CLOSING = "。．.！？!?…：:；;"
_CLOSED = "”\"')）」』’"
_BRACKETS_JA = "」』"
_HONOURED = re.compile(
    r"(?:氏|さん|様|さま|先生|教授|博士|殿|くん|ちゃん|-(?:san|sama|sensei|kun|chan))$",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(
    r"(?:\b(?:Inc|Ltd|Co|Corp|Bros|Jr|Sr|St|Ave|Blvd|approx|etc)|(?<![A-Za-z])(?:[A-Za-z]\.)+[A-Za-z])\.$"
)
_AMOUNT = re.compile(
    r"(?P<about>約|およそ|about |around |some |roughly |~)?"
    r"(?P<over>over |more than |at least )?"
    r"(?P<digits>\d[\d,，]*(?:\.\d+)?)(?P<thousand>k\b|k(?=\+))?(?P<plus>[+＋])?\s*"
    r"(?:人|名|本|people|attendees|sessions|talks|videos)?"
    r"(?P<tail>くらい|ぐらい|ほど|前後|程度|以上)?",
    re.IGNORECASE,
)
_EDITION = re.compile(r"(?:第\s*)?(\d{1,4})(?:回|st|nd|rd|th)?")
_THOUSAND = 1000
SPAN = re.compile(r"(\d{1,2}:\d\d)\s*[–—〜～~-]\s*(\d{1,2}:\d\d)")
"""Two times of day with a dash between them."""


class Prose(Protocol):
    """The forms of one language. Every function returns words that stand as they are."""

    language: Language
    item_joint: str

    def day(self, day: date, *, year: bool) -> str:
        """Return a date with its weekday."""

    def date_range(self, first: date, last: date, *, year: bool) -> str:
        """Return a range of dates, or the one date when both are the same."""

    def number(self, count: int) -> str:
        """Return a number in digits, grouped."""

    def count(self, unit: str, count: int) -> str:
        """Return a number with what is counted ("3 sessions", 3本のセッション)."""

    def amount(self, unit: str, value: str) -> str:
        """Return an author's number (digits, or words of their own) with what is counted."""

    def place(self, value: str) -> str:
        """Return a town as it stands after "held": online, or in a town."""

    def venue(self, value: str) -> str:
        """Return a venue as it stands in a sentence that says where the conference was held."""

    def year(self, value: str) -> str:
        """Return the year of the next conference; words for one ("next year") stay."""

    def span(self, value: str) -> str:
        """Return from when to when the doors are open ("" when it is not two times of day)."""

    def clock(self, begin: time, end: time | None) -> str:
        """Return from when to when, or the one time."""

    def inside(self, words: str) -> str:
        """Return words as they stand in the middle of a sentence."""

    def ordinal(self, value: str) -> str:
        """Return an edition's number as people say it ("fifth", 第5回)."""

    def day_number(self, first: int, last: int) -> str:
        """Return "Day 1", "Days 1–3", 1日目, 1〜3日目."""

    def heading(self, number: str, when: str, name: str) -> str:
        """Return a day's heading of the parts that are known ("" each when not)."""

    def person(self, name: str, honorific: str, /) -> str:
        """Return a name as this language writes it in prose, honorific added once."""

    def affiliated(self, name: str, affiliation: Inlines) -> Inlines:
        """Return a person at first mention, with the affiliation where there is one."""

    def title(self, title: Inlines) -> Inlines:
        """Return a session's title in quotation marks."""

    def quoted(self, words: Inlines) -> Inlines:
        """Return what somebody said in quotation marks."""

    def enumeration(self, parts: Sequence[Inlines]) -> Inlines:
        """Return "A, B, and C" or A、B、C."""

    def indefinite(self, noun: str) -> str:
        """Return a noun with its indefinite article, where the language has one."""

    def asked(self, words: Inlines) -> Inlines:
        """Return a question without a doubled, and in English with its, question mark."""

    def reportable(self, words: Inlines) -> bool:
        """Return whether words can stand in a sentence that reports them."""

    def reason_before(self, reason: Inlines, /) -> Inlines:
        """Return a reason as the clause that stands before what was chosen; () when it is none."""

    def reason_after(self, reason: Inlines, /) -> Inlines:
        """Return a reason as what ends the sentence before it; () when it is one of its own."""

    def told(self, words: Inlines) -> Inlines:
        """Return reportable words as they stand in the sentence that reports them."""

    def said(self, words: Inlines) -> Inlines:
        """Return an answer in quotation marks, its end within them."""

    def ended(self, words: Inlines) -> Inlines:
        """Return words that end as a sentence of their own language does."""


def last_letter(inlines: Sequence[Inline]) -> str:
    """Return the last letter shown, footnote references and white space apart ("" if none)."""
    return plain(inlines).rstrip()[-1:]


def with_end(inlines: Inlines, closing: str, stop: str, *, after_notes: bool) -> Inlines:
    """Return the tree with `stop` at its end unless it ends in one of `closing`; the stop stands
    before or after the footnote references at the end."""
    words = trimmed(inlines)
    if not words or last_letter(words) in closing:
        return words
    if after_notes:
        return joined(words, stop)
    notes = len(words)
    while notes and isinstance(words[notes - 1], Reference):
        notes -= 1
    return joined(words[:notes], stop, words[notes:])


def without_end(inlines: Inlines, stops: str) -> Inlines:
    """Return the tree without the stops at its end (references after them stay)."""
    words = list(trimmed(inlines))
    at = len(words)
    while at and isinstance(words[at - 1], Reference):
        at -= 1
    last = words[at - 1] if at else None
    if isinstance(last, Words):
        words[at - 1] = Words(last.text.rstrip().rstrip(stops))
    return joined(*(i.text if isinstance(i, Words) else (i,) for i in words))


_WIDE_END = "。．！？」』）…"


def gap_between(before: Inlines, after: Inlines) -> str:
    """Return what stands between two sentences: nothing after a full-width end, else a blank."""
    return "" if not before or not after or last_letter(before) in _WIDE_END else " "


def ended_in(words: Inlines, own: Language) -> Inlines:
    """Return words with the full stop of their language at the end, unless they have an end."""
    language = guess_language(plain(words))
    if language is Language.NEUTRAL:
        language = own
    shown = plain(words).rstrip()
    if shown[-1:] in _CLOSED and shown.rstrip(_CLOSED)[-1:] in _CLOSING:
        return trimmed(words)
    if language is Language.JA:
        return with_end(words, _CLOSING + _BRACKETS_JA, "。", after_notes=True)
    return with_end(words, _CLOSING, ".", after_notes=False)


def trimmed(inlines: Inlines) -> Inlines:
    """Return the tree without white space at its ends."""
    out = list(inlines)
    if out and isinstance(out[0], Words):
        out[0] = Words(out[0].text.lstrip())
    if out and isinstance(out[-1], Words):
        out[-1] = Words(out[-1].text.rstrip())
    return tuple(i for i in out if i != Words(""))


def honoured(name: str) -> bool:
    """Return whether a name already ends in a Japanese honorific."""
    return _HONOURED.search(name) is not None


def bare_name(name: str) -> str:
    """Return a name without the honorific the author typed after it."""
    return _HONOURED.sub("", name).rstrip()


def abbreviated(text: str) -> bool:
    """Return whether a text ends in the stop of an abbreviation (Acme Inc., Washington, D.C.)."""
    return _ABBREVIATED.search(text.rstrip()) is not None


def is_online(value: str) -> bool:
    """Return whether a place is none: a conference held online."""
    return value.strip().casefold() in {"online", "virtual", "オンライン"}


def edition_number(value: str) -> int | None:
    """Return the number of an edition: 12 for "12", "12th" and 第12回; None for other words."""
    match = _EDITION.fullmatch(value.strip())
    return int(match.group(1)) if match else None


def counted(value: str) -> tuple[int, str] | None:
    """Return an author's amount and whether it is "" (exact), "about" or "over" that; None when
    it is more than a number: 30+, 12k, about 550 and 30人くらい are numbers."""
    match = _AMOUNT.fullmatch(value.strip())
    if match is None:
        return None
    digits = float(re.sub("[,，]", "", match["digits"]))
    number = digits * _THOUSAND if match["thousand"] else digits
    if number != int(number) or number >= _THOUSAND**4:
        return None
    over = match["over"] or match["plus"] or match["tail"] == "以上"
    about = match["about"] or match["tail"]
    return int(number), "over" if over else "about" if about else ""


def whole_number(value: str) -> int | None:
    """Return the number an author typed in digits ("12,000"), None when it is more than that."""
    digits = re.sub(r"[,，\s]", "", value)
    return int(digits) if digits.isdecimal() and len(digits) <= 12 else None
