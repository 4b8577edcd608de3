"""English: November 18–21, 2019, fourteen sessions, Paul Curtis (Weaveworks), “ ” and ‘ ’."""

import re
from collections.abc import Sequence
from datetime import date, time

from confnotes.domain.inline import Words, plain
from confnotes.domain.text import Language, guess_language
from confnotes.report.blocks import Inlines, joined
from confnotes.report.prose import (
    SPAN,
    abbreviated,
    bare_name,
    counted,
    edition_number,
    ended_in,
    is_online,
    last_letter,
    without_end,
)


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_MONTHS = _words(
    "January February March April May June July August September October November December"
)
_WEEKDAYS = _words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
_WORDS = _words(
    "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
)
_ORDINALS = _words(
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
)
_UNITS = {
    "session": ("session", "sessions"),
    "talk": ("session", "sessions"),
    "video": ("video", "videos"),
    "person": ("person", "people"),
    "day": ("day", "days"),
    "thing": ("", ""),
}
_ARTICLE = re.compile(r"(?:a|an|the|one|our|my|its|all|some|where|how|what)\b", re.IGNORECASE)
_WITH_THE = re.compile(
    r"(?:Convention|Conference|Congress|Exhibition|Expo) (?:Center|Centre|Hall)$"
)
_LIKE_YOU = re.compile(r"(?:uni(?!n|m)|use|usu|eu|one\b|once\b|ut[io])", re.IGNORECASE)
_SPELT_WITH_A_VOWEL = "AEFHILMNORSX"
_SPOKEN_AS_WORDS = _words(
    "NASA NATO RISC RAM ROM LAN RAID REST SAML SOAP FOSS FLOSS FOSDEM HIPAA LISP FORTRAN MATLAB"
)
_SILENT_H = re.compile(r"(?:hour|honest|heir|hono)", re.IGNORECASE)
_OFFICE = re.compile(r"(?:C[A-Z]{1,2}O\b|Head\b|S?VP\b|Vice President\b|Director of\b)")
_BECAUSE = re.compile(r"(?:because|since)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"(?:we|they|you|it|i)(?:['’]\w+)? \w")
_CHIEF = re.compile(r"C[A-Z]{1,2}O")
_HEAD_END = re.compile(
    r",|;| (?:about|on|of|for|in|by|with|at|from|to|and|that|which|who|where|around|between)\b"
)
_PLURALS = frozenset(_words("people men women children alumni"))
_SINGULARS = frozenset(_words("series species lens atlas canvas news devops kubernetes"))
_TEENS = range(11, 14)


class English:
    """First person, past tense, serial comma, curly quotation marks."""

    language = Language.EN
    item_joint = " · "

    def day(self, day: date, *, year: bool) -> str:
        """Return Monday, November 18, 2019."""
        end = f", {day.year}" if year else ""
        return f"{_WEEKDAYS[day.weekday()]}, {_MONTHS[day.month - 1]} {day.day}{end}"

    def date_range(self, first: date, last: date, *, year: bool) -> str:
        """Return November 18–21, 2019; the dash is spaced where the parts have spaces."""
        begin = f"{_MONTHS[first.month - 1]} {first.day}"
        end = f"{_MONTHS[last.month - 1]} {last.day}"
        suffix = f", {last.year}" if year else ""
        if first == last:
            return begin + suffix
        if first.year != last.year:
            return f"{begin}, {first.year} – {end}, {last.year}"
        if first.month != last.month:
            return f"{begin} – {end}{suffix}"
        return f"{begin}–{last.day}{suffix}"

    def number(self, count: int) -> str:
        """Return one to twenty in words, more as 12,000."""
        return _WORDS[count] if 0 <= count < len(_WORDS) else f"{count:,}"

    def count(self, unit: str, count: int) -> str:
        """Return one session, fourteen sessions."""
        noun = _UNITS[unit][count != 1]
        return f"{self.number(count)} {noun}".strip()

    def amount(self, unit: str, value: str) -> str:
        """Return 12,000 people, one person, more than 30 people; other words stay."""
        found = counted(value)
        if found is None:
            return value
        how = {"about": "about ", "over": "more than "}.get(found[1], "")
        return f"{how}{self.count(unit, found[0])}"

    def place(self, value: str) -> str:
        """Return in Porto, or online."""
        return "online" if is_online(value) else f"in {value}"

    def venue(self, value: str) -> str:
        """Return at Hall 4, at the Sea Convention Center, or online."""
        if is_online(value):
            return "online"
        named = _WITH_THE.search(value) and not _ARTICLE.match(value)
        return f"at the {value}" if named else f"at {value}"

    def year(self, value: str) -> str:
        """Return in 2032, in May 2032; next year stays."""
        if value in ("来年", "再来年"):
            return "next year" if value == "来年" else "the year after next"
        bare = re.sub(r"(?<=\d)年$", "", value)
        dated = bare.isdecimal() or bare.startswith(_MONTHS)
        return f"in {bare}" if dated else bare

    def span(self, value: str) -> str:
        """Return from 9:00 to 18:00."""
        match = SPAN.fullmatch(value)
        return f"from {match[1]} to {match[2]}" if match else ""

    def clock(self, begin: time, end: time | None) -> str:
        """Return 9:00–10:30."""
        return "–".join(f"{at.hour}:{at:%M}" for at in (begin, end) if at is not None)

    def inside(self, words: str) -> str:
        """Return words, a comma after a town with its state: in Austin, Texas, at …"""
        return f"{words}," if "," in words else words

    def ordinal(self, value: str) -> str:
        """Return fifth, 22nd; words of one's own stay."""
        number = edition_number(value)
        if number is None:
            return value
        if number < len(_ORDINALS):
            return _ORDINALS[number]
        suffix = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"{number}{'th' if number % 100 in _TEENS else suffix}"

    def day_number(self, first: int, last: int) -> str:
        """Return Day 1, or Days 1–3."""
        return f"Day {first}" if first == last else f"Days {first}–{last}"

    def heading(self, number: str, when: str, name: str) -> str:
        """Return Day 0, Monday, November 18: ServiceMeshCon."""
        return ": ".join(filter(None, (", ".join(filter(None, (number, when))), name)))

    def person(self, name: str, _honorific: str, /) -> str:
        """Return the name alone: English has no 氏, typed or not."""
        return name if name[-1:].isascii() else bare_name(name) or name

    def affiliated(self, name: str, affiliation: Inlines) -> Inlines:
        """Return Paul Curtis (Weaveworks)."""
        return joined(name, " (", affiliation, ")") if affiliation else joined(name)

    def title(self, title: Inlines) -> Inlines:
        """Return “…”, with ‘ ’ for “ ” within; straight quotes stay as published."""
        return joined("“", _inner(title), "”")

    def quoted(self, words: Inlines) -> Inlines:
        """Return “…”, with ‘ ’ for “ ” within."""
        return self.title(words)

    def enumeration(self, parts: Sequence[Inlines]) -> Inlines:
        """Return A; A and B; A, B, and C."""
        out: list[str | Inlines] = []
        for index, part in enumerate(parts):
            last = index == len(parts) - 1
            comma = ", " if len(parts) > 2 else " "
            out += [(comma + "and " if last else ", ") if index else "", part]
        return joined(*out)

    def indefinite(self, noun: str) -> str:
        """Return an SRE, a developer, an hour; with an article of its own, plurals and the titles
        that only one person has as typed."""
        if not noun or _ARTICLE.match(noun) or not noun[0].isascii() or _OFFICE.match(noun):
            return noun
        first = noun.split(maxsplit=1)[0]
        if _plural(noun) or re.fullmatch(r"[\d,.]+", first):
            return noun
        if spelt := re.match(r"[A-Z]{2,}", first):
            word = spelt.group() in _SPOKEN_AS_WORDS
            vowel = first[0] in ("AEIOU" if word else _SPELT_WITH_A_VOWEL)
        elif first[0].isdigit():
            vowel = re.match(r"8|1[18](?!\d)", first) is not None
        elif _SILENT_H.match(first):
            vowel = True
        else:
            vowel = first[0].lower() in "aeiou" and not _LIKE_YOU.match(first)
        return f"{'an' if vowel else 'a'} {noun}"

    def asked(self, words: Inlines) -> Inlines:
        """Return the question with a question mark and without a full stop."""
        bare = without_end(words, ".。")
        if guess_language(plain(bare)) is Language.JA:
            return bare if last_letter(bare) in "?？!！…" else joined(bare, "？")
        return bare if last_letter(bare) in "?？!！…" else joined(bare, "?")

    def reason_before(self, _reason: Inlines, /) -> Inlines:
        """Return nothing: English gives its reasons afterwards."""
        return ()

    def reason_after(self, reason: Inlines, /) -> Inlines:
        """Return ", because we run Istio" and " — wanted it"; () for a sentence."""
        first = reason[0] if reason else None
        if not isinstance(first, Words) or guess_language(plain(reason)) is Language.JA:
            return ()
        if _BECAUSE.match(first.text):
            return joined(", ", first.text[0].lower() + first.text[1:], reason[1:])
        if not first.text[:1].islower():
            return ()
        return joined(", because " if _CLAUSE.match(first.text) else " — ", reason)

    def told(self, words: Inlines) -> Inlines:
        """Return the words without a full stop."""
        return words if abbreviated(plain(words)) else without_end(words, ".")

    def said(self, words: Inlines) -> Inlines:
        """Return an answer in “ ”, the full stop within them."""
        return self.quoted(self.ended(words))

    def reportable(self, words: Inlines) -> bool:
        """Return whether the words can follow a colon: one fragment that begins small."""
        shown = plain(words).strip().rstrip(".")
        return shown[:1].islower() and shown.isascii() and not re.search(r"[.!?…] |[!?…:;]$", shown)

    def ended(self, words: Inlines) -> Inlines:
        """Return the words with a full stop (Japanese ones with 。) unless they have an end."""
        return ended_in(words, self.language)


def is_chief(role: str) -> bool:
    """Return whether one is that of a company (CTO of Acme), not at it."""
    return _CHIEF.fullmatch(role) is not None


def _plural(noun: str) -> bool:
    """Return whether the noun that a phrase is about is a plural: talks about logs."""
    head = _HEAD_END.split(noun, maxsplit=1)[0].split()[-1:]
    last = head[0].casefold() if head else ""
    if last in _PLURALS or last in _SINGULARS:
        return last in _PLURALS
    return last.endswith("s") and not last.endswith(("ss", "us", "is"))


def _inner(inlines: Inlines) -> Inlines:
    """Return words with “ ” turned into ‘ ’, for within “ ”; all else as typed."""
    table = str.maketrans("“”", "‘’")
    return tuple(Words(i.text.translate(table)) if isinstance(i, Words) else i for i in inlines)
