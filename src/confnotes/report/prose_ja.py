"""Japanese: 2019年11月18日(月)〜21日(木), 14本のセッション, 氏（所属）, 「」 and 『』."""

import re
from collections.abc import Sequence
from datetime import date, time

from confnotes.domain.inline import Words, plain
from confnotes.domain.text import Language, guess_language
from confnotes.report.blocks import Inlines, joined
from confnotes.report.prose import (
    SPAN,
    counted,
    edition_number,
    ended_in,
    honoured,
    is_online,
    without_end,
)

_WEEKDAYS = "月火水木金土日"
_COUNTERS = {
    "session": "本のセッション",
    "talk": "本",
    "video": "本",
    "person": "人",
    "day": "日間",
    "thing": "つ",
}
_THINGS = 9
_REASON = re.compile(r"(?:から|ので|ため|ために)$")
_COPULA = re.compile(r"(?:だ|である)$")
_POLITE = re.compile(r"(?:です|ます|でした|ました|ません|でしょう|ましょう|ください)[ねよかがー]*$")
_HEARSAY = re.compile(
    r"(?:、?とのこと|ということ)(?:です|でした|だ)?$|だ?(?<=[うくぐすつぬぶむるいただ])そうです$"
)


class Japanese:
    """です・ます; what the program joins is joined without a space."""

    language = Language.JA
    item_joint = "／"

    def day(self, day: date, *, year: bool) -> str:
        """Return 2019年11月18日(月), half-width parentheses as dates have them."""
        begin = f"{day.year}年" if year else ""
        return f"{begin}{day.month}月{day.day}日({_WEEKDAYS[day.weekday()]})"

    def date_range(self, first: date, last: date, *, year: bool) -> str:
        """Return 2019年11月18日(月)〜21日(木); the wave dash is U+301C."""
        begin = self.day(first, year=year)
        if first == last:
            return begin
        if first.year != last.year:
            return f"{self.day(first, year=True)}〜{self.day(last, year=True)}"
        month = "" if first.month == last.month else f"{last.month}月"
        return f"{begin}〜{month}{last.day}日({_WEEKDAYS[last.weekday()]})"

    def number(self, count: int) -> str:
        """Return 12,000."""
        return f"{count:,}"

    def count(self, unit: str, count: int) -> str:
        """Return 3本のセッション, 4日間; things are つ up to nine, then 個."""
        counter = "個" if unit == "thing" and count > _THINGS else _COUNTERS[unit]
        return f"{count:,}{counter}"

    def amount(self, unit: str, value: str) -> str:
        """Return 12,000人, 約12,000人, 30人以上; 30人くらい and 満席 stay as typed."""
        found = counted(value)
        if found is None or _COUNTERS[unit][0] in value:
            return value
        number, how = found
        about, over = "約" if how == "about" else "", "以上" if how == "over" else ""
        counter = _COUNTERS[unit]
        noun = "本以上のセッション" if over and unit == "session" else counter + over
        return f"{about}{number:,}{noun}"

    def place(self, value: str) -> str:
        """Return the place as typed; オンライン for online."""
        return "オンライン" if is_online(value) else value

    def venue(self, value: str) -> str:
        """Return the venue as typed; オンライン for online."""
        return self.place(value)

    def year(self, value: str) -> str:
        """Return 2032年; 来年 stays."""
        if value.casefold() == "next year":
            return "来年"
        return f"{value}年" if value.isdecimal() else value

    def span(self, value: str) -> str:
        """Return 9:00から18:00まで."""
        match = SPAN.fullmatch(value)
        return f"{match[1]}から{match[2]}まで" if match else ""

    def clock(self, begin: time, end: time | None) -> str:
        """Return 9:00〜10:30."""
        return "〜".join(f"{at.hour}:{at:%M}" for at in (begin, end) if at is not None)

    def inside(self, words: str) -> str:
        """Return the words."""
        return words

    def ordinal(self, value: str) -> str:
        """Return 第5回; words of one's own stay."""
        number = edition_number(value)
        return value if number is None else f"第{number}回"

    def day_number(self, first: int, last: int) -> str:
        """Return 1日目, or 1〜3日目."""
        return f"{first}日目" if first == last else f"{first}〜{last}日目"

    def heading(self, number: str, when: str, name: str) -> str:
        """Return 0日目 11月18日(月) ServiceMeshCon."""
        return " ".join(filter(None, (number, when, name)))

    def person(self, name: str, honorific: str, /) -> str:
        """Return Paul Curtis氏; a name that has its honorific keeps that one alone."""
        return name if not name or honoured(name) else name + honorific

    def affiliated(self, name: str, affiliation: Inlines) -> Inlines:
        """Return Paul Curtis氏（Weaveworks）."""
        return joined(name, "（", affiliation, "）") if affiliation else joined(name)

    def title(self, title: Inlines) -> Inlines:
        """Return 「…」, with 『』 for 「」 within."""
        return joined("「", _inner(title), "」")

    def quoted(self, words: Inlines) -> Inlines:
        """Return 「…」, with 『』 for 「」 within."""
        return self.title(words)

    def enumeration(self, parts: Sequence[Inlines]) -> Inlines:
        """Return AとB; A、B、C."""
        joint = "と" if len(parts) == 2 else "、"
        out: list[str | Inlines] = []
        for index, part in enumerate(parts):
            out += [joint if index else "", part]
        return joined(*out)

    def indefinite(self, noun: str) -> str:
        """Return the noun, which has no article, without the だ of a sentence in plain style."""
        return _COPULA.sub("", noun)

    def asked(self, words: Inlines) -> Inlines:
        """Return the question without a full stop before the closing bracket."""
        return without_end(words, "。．")

    def reportable(self, words: Inlines) -> bool:
        """Return whether …とのことでした can follow: one plain sentence of Japanese, no cry."""
        shown = plain(self.told(words)).strip()
        return (
            guess_language(shown) is Language.JA
            and not _POLITE.search(shown)
            and not any(stop in shown for stop in "。．！？!?…")
            and shown[-1:] not in "」』）)：:、"
        )

    def reason_before(self, reason: Inlines, /) -> Inlines:
        """Return 困っていたため、 and the like; () for other words and for several sentences."""
        clause = without_end(reason, "。．、")
        shown = plain(clause)
        if "。" in shown or not _REASON.search(shown):
            return ()
        return joined(clause, "、")

    def reason_after(self, _reason: Inlines, /) -> Inlines:
        """Return nothing: a sentence of Japanese ends with its verb."""
        return ()

    def told(self, words: Inlines) -> Inlines:
        """Return what was said without the そうです or とのこと that reported it."""
        bare = without_end(words, "。．")
        last = bare[-1] if bare else None
        if not isinstance(last, Words):
            return bare
        return joined(bare[:-1], _HEARSAY.sub("", last.text) or last.text)

    def said(self, words: Inlines) -> Inlines:
        """Return an answer in 「」, without the 。 before the closing one."""
        return self.quoted(without_end(words, "。．."))

    def ended(self, words: Inlines) -> Inlines:
        """Return the words with 。 (English ones with a full stop) unless they have an end."""
        return ended_in(words, self.language)


def _inner(inlines: Inlines) -> Inlines:
    """Return words with 「」 turned into 『』, for within 「」; all else as typed."""
    table = str.maketrans("「」", "『』")
    return tuple(Words(i.text.translate(table)) if isinstance(i, Words) else i for i in inlines)
