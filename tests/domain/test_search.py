"""What a query asks for, and where its words stand in a text as it was written."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from confnotes.domain.notes import LineKind
from confnotes.domain.search import (
    DayFilter,
    Only,
    OpenFilter,
    Query,
    marks,
    open_filter,
    parse,
    shown,
)
from confnotes.domain.text import folded, folded_places

# Letters that fold into more or fewer, that join what stands before them, and plain ones.
_ODD = st.sampled_from(
    "aZ9 "
    "かカｶガがﾞﾟ゛\u3099\u309a㌔㎞①ﬁßİıſΣς\u0301\u0345e\u0327…Ⅷ각각ᅡᄀ\uffa1ｱｳﾞヴぱﾊﾟハ々🙂🇯🇵\u200d漢"
)
TEXTS = st.one_of(st.text(max_size=20), st.text(_ODD, max_size=12))


@given(TEXTS)
@example("ｶﾞ㌔ﬁ")
@example("ᄀ" + "ᅡ" + "ᆨ")
def test_places_follow_the_search_form(text: str) -> None:
    fold, starts, ends = folded_places(text)
    assert fold == folded(text)
    assert len(fold) == len(starts) == len(ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(starts, ends, strict=True))
    assert all(a <= b for a, b in pairwise(starts))


def test_no_character_joins_the_one_before_it_unnoticed() -> None:
    for number in range(0x110000):
        ch = chr(number)
        if 0xD800 <= number < 0xE000 or not unicodedata.name(ch, ""):
            continue
        for before in ("か", "ᄀ", "e"):
            assert folded_places(before + ch)[0] == folded(before + ch), hex(number)


@given(TEXTS, TEXTS, TEXTS)
def test_what_stands_in_a_text_is_marked(before: str, word: str, after: str) -> None:
    text, wanted = before + word + after, folded(word).strip()
    found = marks(text, [wanted])
    assert bool(found) == bool(wanted and wanted in folded(text))
    for start, end in found:
        assert 0 <= start < end <= len(text)
        assert wanted in folded(text[start:end]) or len(found) > 1
    assert all(a[1] < b[0] for a, b in pairwise(found)), "ranges that touch are one"


def test_marks_are_joined_where_words_overlap() -> None:
    assert marks("aaaa", ["aa"]) == ((0, 4),)
    assert marks("車載と車", ["車載", "載と", "車"]) == ((0, 4),)
    assert marks("ｻﾞ・ｻﾞ", ["ざ"]) == ((0, 2), (3, 5))
    assert marks("text", []) == ()


def test_citations_are_not_shown() -> None:
    assert shown("動く[^s3-2]。 `[^kept]`") == "動く。 `[^kept]`"
    assert shown("x[0] [^ ]") == "x[0] [^ ]"


@given(st.one_of(st.text(max_size=30), st.text(st.sampled_from('">@#:kinday引用 種類\u3000'))))
def test_every_text_is_a_query(text: str) -> None:
    query = parse(text)
    assert all(word and word == folded(word) for word in query.words)
    assert len(set(query.words)) == len(query.words)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("", Query()),
        (" \u3000 ", Query()),
        ("導入 K3S", Query(("導入", "k3s"))),
        ("a a Ａ", Query(("a",))),
        ('"two words" three', Query(("two words", "three"))),
        ('"still typing', Query(("still typing",))),
        ('""', Query()),
        ("kind:", Query()),
        ("kind:quote", Query(kinds=frozenset({LineKind.QUOTE}))),
        ("KIND：ＱＵＯＴＥ", Query(kinds=frozenset({LineKind.QUOTE}))),
        ("種類:引用", Query(kinds=frozenset({LineKind.QUOTE}))),
        ("種類:コード", Query(kinds=frozenset({LineKind.CODE}))),
        ("種類:こーど", Query(kinds=frozenset({LineKind.CODE}))),
        ("kind:k", Query(kinds=frozenset({LineKind.KEY}))),
        ("kind:none", Query(("kind:none",))),
        ("http://x.example", Query(("http://x.example",))),
        ("day:2019-11-20", Query(days=(DayFilter(2019, 11, 20),))),
        ("day:2019/11", Query(days=(DayFilter(2019, 11),))),
        ("day:2019", Query(days=(DayFilter(2019),))),
        ("day:11/20", Query(days=(DayFilter(month=11, day=20),))),
        ("日付:11月20日", Query(days=(DayFilter(month=11, day=20),))),
        ("日:20日", Query(days=(DayFilter(day=20),))),
        ("day:0", Query(days=(DayFilter(number=0),))),
        ("日付：２日目", Query(days=(DayFilter(number=2),))),
        ("day:wed", Query(days=(DayFilter(weekday=2),))),
        ("day:水曜", Query(days=(DayFilter(weekday=2),))),
        ("day:soon", Query(("day:soon",))),
        ("rating:4", Query(rating=(4, 4))),
        ("rating:4+", Query(rating=(4, 5))),
        ("評価:３以上", Query(rating=(3, 5))),
        ("rating:2-3", Query(rating=(2, 3))),
        ("rating:なし", Query(rating=(0, 0))),
        ("rating:high", Query(("rating:high",))),
        ('speaker:"Hanna Lind"', Query(speakers=("hanna lind",))),
        ("登壇者:リンド", Query(speakers=("りんど",))),
        ("tag:K8s", Query(tags=("k8s",))),
        ("in:KubeCon 導入", Query(("導入",), conferences=("kubecon",))),
        ("> 新しい", Query(("新しい",), only=Only.COMMANDS)),
        ("@lind", Query(speakers=("lind",), only=Only.SPEAKERS)),
        ("＃店舗", Query(tags=("店舗",), only=Only.TAGS)),
        ("a #307 @b", Query(("a", "#307", "@b"))),
    ],
)
def test_a_query_is_read_from_its_text(text: str, query: Query) -> None:
    assert parse(text) == query


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kind:", OpenFilter("kind", "")),
        ("種類：いん", OpenFilter("kind", "いん")),
        ("導入 KIND:Q", OpenFilter("kind", "q", "導入 ")),
        ("a\u3000登壇者:アオ", OpenFilter("speaker", "あお", "a\u3000")),
        ('x speaker:"Ada L', OpenFilter("speaker", "ada l", "x ")),
        ("speaker:＂青木 ハ", OpenFilter("speaker", "青木 は")),
        ("in:", OpenFilter("in", "")),
        ("@", OpenFilter("speaker", "")),
        (" ＃ ", OpenFilter("tag", "")),
        ("", None),
        ("kind", None),
        ("kind:quote ", None),
        ('speaker:"Ada Lane"', None),
        ('"in a phrase kind:', None),
        ("nonsense:x", None),
        ("http://x", None),
        ("@ada", None),
    ],
)
def test_a_filter_stands_open_while_its_value_is_typed(
    text: str, expected: OpenFilter | None
) -> None:
    assert open_filter(text) == expected
