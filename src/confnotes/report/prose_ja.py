"""Japanese: 2019年11月18日(月)〜21日(木), 14本のセッション, 氏（所属）, 「」 and 『』."""

from collections.abc import Sequence
from datetime import date

from confnotes.domain.inline import Words, plain
from confnotes.domain.text import Language, guess_language
from confnotes.report.blocks import Inlines, joined
from confnotes.report.prose import ended_in, honoured, whole_number, without_end

_WEEKDAYS = "月火水木金土日"
_COUNTERS = {
    "session": "本のセッション",
    "video": "本",
    "person": "人",
    "day": "日間",
    "thing": "つ",
}
_THINGS = 9


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
        """Return 12,000人; 約12,000 gets its counter, 約12,000人 and 満席 stay."""
        number = whole_number(value)
        if number is not None:
            return self.count(unit, number)
        return value + _COUNTERS[unit] if value[-1:].isdigit() else value

    def ordinal(self, value: str) -> str:
        """Return 第5回; words of one's own stay."""
        number = whole_number(value)
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
        """Return A、B、C; 「A」「B」「C」 need nothing between them."""
        out: list[str | Inlines] = []
        for index, part in enumerate(parts):
            out += ["、" if index else "", part]
        return joined(*out)

    def indefinite(self, noun: str) -> str:
        """Return the noun: there are no articles."""
        return noun

    def asked(self, words: Inlines) -> Inlines:
        """Return the question without a full stop before the closing bracket."""
        return without_end(words, "。．")

    def reportable(self, words: Inlines) -> bool:
        """Return whether …とのことでした can follow: one sentence of Japanese, no cry."""
        shown = plain(words).strip().rstrip("。．")
        return (
            guess_language(shown) is Language.JA
            and not any(stop in shown for stop in "。．！？!?…")
            and shown[-1:] not in "」』）)：:、"
        )

    def ended(self, words: Inlines) -> Inlines:
        """Return the words with 。 (English ones with a full stop) unless they have an end."""
        return ended_in(words, self.language)


def _inner(inlines: Inlines) -> Inlines:
    """Return words with 「」 turned into 『』, for within 「」; all else as typed."""
    table = str.maketrans("「」", "『』")
    return tuple(Words(i.text.translate(table)) if isinstance(i, Words) else i for i in inlines)
