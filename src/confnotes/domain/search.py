"""What one looks for: words that must all be there, and filters; and where they stand in a text.

Everything is compared in its search form (`text.folded`): width, case and the two kanas are one.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from confnotes.domain.footnotes import references
from confnotes.domain.notes import LineKind
from confnotes.domain.text import folded, folded_places, stored

Range = tuple[int, int]


class Only(StrEnum):
    """What a sign before everything else confines the search to."""

    COMMANDS = ">"
    SPEAKERS = "@"
    TAGS = "#"


@dataclass(frozen=True, slots=True)
class DayFilter:
    """A conference day by its date or a part of it, its weekday (Monday is 0), or its number."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """What one looks for. `words` are in search form, none is empty or stands twice.

    A thing is found when it has all words, is of one of the kinds, days and conferences (where
    some are given), has all speakers and tags, and its rating (0: none given) in `rating`.
    """

    words: tuple[str, ...] = ()
    kinds: frozenset[LineKind] = frozenset()
    days: tuple[DayFilter, ...] = ()
    speakers: tuple[str, ...] = ()
    rating: tuple[int, int] | None = None
    tags: tuple[str, ...] = ()
    conferences: tuple[str, ...] = ()
    only: Only | None = None

    def __bool__(self) -> bool:
        return bool(self.words or self.filtered or self.conferences)

    @property
    def filtered(self) -> bool:
        """Whether filters ask for what only sessions and their lines can have."""
        return bool(self.kinds or self.days or self.speakers or self.rating or self.tags)


# What filters and their values are called: in English first, then in Japanese.
_NAMES: Mapping[str, tuple[str, ...]] = {
    "kind": ("kind", "種類", "印"),
    "day": ("day", "日付", "日"),
    "speaker": ("speaker", "登壇者", "話者"),
    "rating": ("rating", "評価", "星"),
    "tag": ("tag", "タグ"),
    "in": ("in", "conference", "カンファレンス", "大会"),
}
KINDS: Mapping[LineKind, tuple[str, ...]] = {
    LineKind.KEY: ("key", "要点"),
    LineKind.QUOTE: ("quote", "引用", "発言"),
    LineKind.QUESTION: ("question", "質問"),
    LineKind.ANSWER: ("answer", "答え", "回答"),
    LineKind.THOUGHT: ("thought", "考え", "自分の考え", "感想"),
    LineKind.UNCLEAR: ("unclear", "聞き取れず"),
    LineKind.TODO: ("todo", "やること", "to-do"),
    LineKind.IMAGE: ("image", "画像", "photo", "写真"),
    LineKind.LINK: ("link", "リンク"),
    LineKind.CODE: ("code", "コード"),
    LineKind.HEADING: ("heading", "見出し"),
    LineKind.POINT: ("point", "普通", "点"),
}
_FILTER_OF = {folded(name): key for key, names in _NAMES.items() for name in names}
_KIND_OF = {folded(name): kind for kind, names in KINDS.items() for name in names}
_OPEN = re.compile(
    r'(?:^|.*\s)(?=\S)(([^\s:："＂]+)[:：](?:["＂]([^"＂]*)|([^\s"＂]*)))$', re.DOTALL
)
_TOKEN = re.compile(
    "(?:(" + "|".join(sorted(map(re.escape, _FILTER_OF), key=len, reverse=True)) + "):)?"
    r'(?:"([^"]*)"?|(\S+))?'
)
_NONE = {folded(word) for word in ("none", "なし")}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAYS_JA = "月火水木金土日"
_STARS = 5
_DATES: tuple[re.Pattern[str], ...] = (
    re.compile(
        r"(?P<year>\d{4})(?:[-/年](?:(?P<month>\d{1,2})(?:[-/月](?:(?P<day>\d{1,2})日?)?)?)?)?"
    ),
    re.compile(r"(?P<month>\d{1,2})(?:[-/]|月)(?:(?P<day>\d{1,2})日?)?"),
    re.compile(r"(?P<day>\d{1,2})日"),
    re.compile(r"(?:day ?)?(?P<number>\d{1,2})(?:日目)?"),
)


def parse(text: str) -> Query:
    """Return what a text asks for. `"two words"` are one; `kind:`, `day:`, `speaker:`, `rating:`,
    `tag:` and `in:` (or their Japanese names) are filters; one whose value says nothing known is
    taken as a word, one without a value is not there yet. `>`, `@` or `#` before everything
    confines the search.
    """
    bare = folded(stored(text)).replace("\n", " ").replace("\t", " ").lstrip()
    only = next((one for one in Only if bare.startswith(one.value)), None)
    words: list[str] = []
    given: dict[str, list[str]] = {key: [] for key in _NAMES}
    for key, value, token in _tokens(bare if only is None else bare[1:]):
        if key and not value:
            continue
        if key and _understood(key, value):
            given[key].append(value)
        elif value:
            words.append(token)
    if only is Only.SPEAKERS:
        given["speaker"] += words
    elif only is Only.TAGS:
        given["tag"] += words
    kinds = [_kinds(value) for value in given["kind"]]
    return Query(
        tuple(dict.fromkeys(words)) if only in (None, Only.COMMANDS) else (),
        frozenset().union(*kinds),
        tuple(day for value in given["day"] if (day := _day(value)) is not None),
        tuple(given["speaker"]),
        _overlap([found for value in given["rating"] if (found := _rating(value)) is not None]),
        tuple(given["tag"]),
        tuple(given["in"]),
        only,
    )


@dataclass(frozen=True, slots=True)
class OpenFilter:
    """A filter at the end of a text, whose value is still being typed: `before` is what stands
    before it, `value` as far as it is there, in search form."""

    key: str
    value: str
    before: str = ""


def open_filter(text: str) -> OpenFilter | None:
    """Return the filter that stands open at the end of a text; `@` and `#` alone are one, too."""
    signs = {"@": "speaker", "#": "tag"}
    if (bare := folded(text.strip())) in signs:
        return OpenFilter(signs[bare], "")
    match = _OPEN.match(text)
    if match is None or (key := _FILTER_OF.get(folded(match[2]))) is None:
        return None
    before = text[: match.start(1)]
    if sum(before.count(quote) for quote in '"＂') % 2:
        return None  # it stands in a phrase
    return OpenFilter(key, folded(match[3] or match[4] or ""), before)


def _tokens(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield (filter or "", its value or the word, the whole as a word) of each token."""
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        match = _TOKEN.match(text, at)
        if match is None or match.end() == at:
            at += 1
            continue
        name, phrase, word = match.groups()
        value = (phrase if phrase is not None else word or "").strip()
        yield _FILTER_OF.get(name or "", ""), value, f"{name}:{value}" if name else value
        at = match.end()


def _understood(key: str, value: str) -> bool:
    checks: Mapping[str, Callable[[str], object]] = {
        "kind": _kinds, "day": _day, "rating": _rating
    }  # fmt: skip
    return key not in checks or bool(checks[key](value))


def _kinds(value: str) -> frozenset[LineKind]:
    """Return the kinds whose names begin so; the one that is called just so alone."""
    if value in _KIND_OF:
        return frozenset({_KIND_OF[value]})
    return frozenset(kind for name, kind in _KIND_OF.items() if name.startswith(value))


def _day(value: str) -> DayFilter | None:
    for pattern in _DATES:
        if (match := pattern.fullmatch(value)) is not None:
            parts = match.groupdict()
            return DayFilter(**{key: int(part) for key, part in parts.items() if part})
    for number, name in enumerate(_WEEKDAYS):
        kanji = _WEEKDAYS_JA[number]
        short = len(value) > 1 and name.startswith(value)
        if short or value in (kanji, f"{kanji}曜", f"{kanji}曜日"):
            return DayFilter(weekday=number)
    return None


def _rating(value: str) -> tuple[int, int] | None:
    if value in _NONE:
        return 0, 0
    if (match := re.fullmatch(r"(\d)(\+|以上)?", value)) is not None:
        low = int(match[1])
        return low, _STARS if match[2] else low
    if (match := re.fullmatch(r"(\d)(?:-|~|\.\.)(\d)", value)) is not None:
        return int(match[1]), int(match[2])
    return None


def _overlap(ranges: Sequence[Range]) -> Range | None:
    if not ranges:
        return None
    return max(low for low, _ in ranges), min(high for _, high in ranges)


def shown(text: str) -> str:
    """Return a text without its citations of footnotes: on the screen they are raised numbers,
    and nobody looks for their keys."""
    if "[^" not in text:
        return text
    out, at = "", 0
    for start, end, _ in references(text):
        out, at = out + text[at:start], end
    return out + text[at:]


def marks(text: str, words: Sequence[str]) -> tuple[Range, ...]:
    """Return where words in search form stand in a text as it was written: [start, end), in order,
    those that touch or overlap joined.

    What was folded into one (`㌔`, or a kana with its sound mark) is marked as a whole.
    """
    fold, starts, ends = folded_places(text)
    found: list[Range] = []
    for word in words:
        at = fold.find(word)
        while at >= 0 and word:
            found.append((starts[at], ends[at + len(word) - 1]))
            at = fold.find(word, at + 1)
    joined: list[Range] = []
    for start, end in sorted(found):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)
