"""Finding anything: a labelled corpus in two languages, and a slow scan that must agree."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from confnotes.domain.conference import Shelf
from confnotes.domain.footnotes import Footnote
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line, LineKind
from confnotes.domain.search import OpenFilter, parse
from confnotes.services.bundle import Services
from confnotes.services.notebook import Mode
from confnotes.services.search_views import Found, Place
from helpers.notebooks import services
from helpers.searching import Corpus, corpus, own_fold, slow_texts


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    """Return the corpus in a notebook that no test changes."""
    opened = services(tmp_path_factory.mktemp("search") / "corpus.confnotes")
    yield corpus(opened)
    opened.close()


def test_nothing_is_found_for_nothing(made: Corpus) -> None:
    for text in ("", "  \u3000", '"', "kind:", "> plan"):
        assert made.services.search.search(parse(text)).found == ()


# Each query finds exactly these, over all conferences.
LABELLED: dict[str, str] = {
    # two characters of kanji, which tokenisers for Western text and trigrams never find
    "導入": "s-mesh l-two",
    "試練": "s-mesh l-two",
    "怖い": "s-mesh l-scary",
    "車載": "s-mesh",
    "更新": "l-scary l-unclear l-update",
    "店舗": "s-apple l-tag",
    "英語力": "s-mesh",
    # one character
    "鯖": "l-one",
    "芯": "l-eat",
    "夜": "l-canary",
    "怖": "s-mesh l-scary",
    "①": "l-kilo l-percent",
    # kana and width
    "リンゴ": "s-apple l-half l-hira f-unused",
    "りんご": "s-apple l-half l-hira f-unused",
    "ﾘﾝｺﾞ": "s-apple l-half l-hira f-unused",
    "を食べ": "l-hira",
    "食べ": "l-hira l-eat",
    "エッジ": "s-apple l-quote",
    "ｴｯｼﾞ端末": "s-apple",
    "ガラス": "l-ga",
    "ｶﾞﾗｽ": "l-ga",
    "カラス": "l-ka",
    "からす": "l-ka",
    "ガ": "l-ga l-hira l-ka s-mesh l-scary l-unclear",
    "ビール": "l-small",
    "ピール": "l-small",
    "びる": "l-small",
    "ッと": "l-small e-summit",
    "サーバ": "l-long",
    "サーバー": "l-long",
    "カナリア": "s-hall l-canary",
    "かなりあ": "s-hall l-canary",
    "センサー": "l-half",
    "㌔": "l-kilo",
    "きろ": "l-kilo",
    "fibre": "l-kilo",
    "めっしゅ": "s-mesh c-h",
    # Latin letters: width, case, accents as they are, sharp s
    "K3S": "s-k3s l-full l-note",
    "k3": "s-k3s l-full l-note",
    "ｋ３ｓ": "s-k3s l-full l-note",
    "small": "s-k3s",
    "kubernetes": "l-full l-both",
    "KUBERNETES": "l-full l-both",
    "canary": "l-english l-both",
    "strasse": "s-logs l-logs p-Ingrid Straße",
    "façade": "s-trace",
    "FAC\u0327ADE": "s-trace",
    "facade": "",
    "café": "l-naive",
    "NAÏVE": "l-naive",
    # Latin letters right beside kanji
    "k8s": "l-glued",
    "のk8sの": "l-glued",
    "istio": "l-glued",
    "k3sで": "l-full",
    # several words are all of them, in any order, in either language
    "更新 証明書": "l-unclear",
    "証明書 更新": "l-unclear",
    "更新 手順": "l-scary",
    "canary kubernetes": "l-both",
    "kubernetes\u3000組み合わせ": "l-both",
    "導入 存在しない": "",
    "リンゴ 食べ": "l-hira",
    "update 更新": "l-update",
    "mesh 導入": "",
    # a phrase
    '"rolling update"': "l-english",
    '"update rolling"': "",
    "＂canary release＂": "l-english",
    # what LIKE would take for signs of its own, and what looks like filters
    "%": "l-percent",
    "100%": "l-percent",
    "_first": "l-percent",
    "offline_": "l-percent",
    "c:\\tmp": "l-percent",
    '"#307"': "l-hash",
    "c#": "l-hash",
    '"@marek"': "l-hash",
    '"kind:quote"': "l-hash",
    "kind:nonsense": "",
    "get po -a": "l-code",
    "“never”": "l-quotes",
    # gist, answer, alternative text; speakers; titles; summary, takeaway, heading, reason
    "過ぎない": "l-quote",
    "vehicle agent": "l-unclear",
    "矢印": "l-image",
    "marek": "s-apple s-k3s l-hash p-Marek Sowa",
    "sowa orchard": "s-apple s-k3s p-Marek Sowa",
    "マレク": "",
    "ハンナ": "s-mesh p-青木 ハンナ",
    "北灯": "s-mesh p-青木 ハンナ",
    "jun": "s-k3s p-Ｊｕｎ Oda",
    "marek boats": "s-k3s",
    "乗り切った": "s-mesh",
    "うちの": "s-apple",
    "入門": "s-trace",
    "聞きたかった": "s-hall",
    # footnotes, whose keys nobody sees
    "ケースリー": "f-binary",
    "snowing": "f-winter",
    "s3-1": "",
    "バイナリー。軽い": "l-note",
    # conferences and events
    "横浜": "c-h",
    "tromsø": "c-w",
    "灯台": "e-summit",
    # what is deleted is not there
    "消された": "",
    # filters
    "kind:quote": "l-quote l-quotes",
    "種類：引用": "l-quote l-quotes",
    "kind:todo canary": "l-both",
    "印:聞き取れず": "l-unclear",
    "kind:q": "l-quote l-quotes l-eat",
    "kind:question kind:answer": "l-eat l-ga",
    "rating:5": "s-mesh l-two l-glued l-scary l-quote l-unclear",
    "rating:4+ 更新": "l-scary l-unclear",
    "評価:4以上 更新": "l-scary l-unclear",
    "rating:4 k3s": "s-k3s l-note",
    "rating:none 更新": "l-update",
    "rating:3-4 リンゴ": "s-apple l-half l-hira",
    "day:2026-05-04 導入": "s-mesh l-two",
    "day:2025 更新": "l-update",
    "日付:5月4日 リンゴ": "s-apple l-half l-hira",
    "day:2日目 更新": "l-update",
    "day:火 更新": "l-update",
    "day:mon 更新": "l-scary l-unclear",
    "speaker:marek 食べ": "l-hira l-eat",
    "登壇者:青木 導入": "s-mesh l-two",
    "speaker:marek speaker:jun k3s": "s-k3s l-note",
    'speaker:"marek sowa" 店舗': "s-apple l-tag",
    "tag:店舗": "l-tag",
    "tag:k8s 店舗": "l-tag",
    "タグ:later": "l-tag",
    "#店舗": "l-tag",
    "@jun": "s-k3s p-Ｊｕｎ Oda l-note l-english l-both l-percent l-kilo l-tag l-code l-image"
    " f-binary",
    "in:winter 更新": "l-update",
    "in:港 更新": "l-scary l-unclear",
    "カンファレンス:winter": "s-logs s-trace l-logs l-naive l-quotes l-update l-hash f-winter c-w"
    " p-Ingrid Straße",
    "in:nowhere 更新": "",
    "kind:quote rating:5": "l-quote",
    "kind:key day:2026-05-05": "",
}
_NAMES_WITH_SPACES = ("p-Ingrid Straße", "p-Marek Sowa", "p-青木 ハンナ", "p-Ｊｕｎ Oda")


def _names(expected: str) -> set[str]:
    out = set()
    for name in _NAMES_WITH_SPACES:
        if name in expected:
            out.add(name)
            expected = expected.replace(name, "")
    return out | set(expected.split())


@pytest.mark.parametrize("text", LABELLED)
def test_a_query_finds_exactly_what_it_should(made: Corpus, text: str) -> None:
    answer = made.services.search.search(parse(text))
    assert made.called(answer) == _names(LABELLED[text])
    for found in answer.found:
        marked = [one for one in found.passages for _ in one.marks]
        assert marked or not answer.query.words or found.place is Place.CONFERENCE


def test_words_are_marked_where_they_stand_as_written(made: Corpus) -> None:
    def marked(text: str, name: str) -> list[str]:
        answer = made.services.search.search(parse(text))
        found = next(one for one in answer.found if one.id == made.ids[name])
        return [p.text[start:end] for p in found.passages for start, end in p.marks]

    assert marked("リンゴ", "l-half") == ["ﾘﾝｺﾞ"]
    assert marked("りんご", "s-apple") == ["リンゴ"]
    assert marked("きろ", "l-kilo") == ["㌔"]
    assert marked("k3s", "l-full") == ["ｋ３ｓ"]
    assert marked("strasse", "l-logs") == ["STRASSE", "Straße"]
    assert marked("車 car", "l-quote") == ["car", "車"]
    assert marked("更新", "l-unclear") == ["更新"]
    assert marked("バイナリー。", "l-note") == ["バイナリー。"]
    assert marked("sowa", "s-k3s") == ["Sowa"]


def test_a_footnote_knows_the_line_that_cites_it(made: Corpus) -> None:
    found = made.services.search.search(parse("ケースリー")).found[0]
    assert found.line is not None
    assert found.session is not None
    assert (found.line.id, found.session.id) == (made.ids["l-note"], made.ids["s-k3s"])
    unused = made.services.search.search(parse("unused")).found[0]
    assert (unused.line, unused.session) == (None, None)


def test_the_conference_one_is_in_comes_first_and_limits_are_kept(made: Corpus) -> None:
    search = made.services.search
    for near in ("c-h", "c-w"):
        found = search.search(parse("更新"), near=made.ids[near]).found
        assert found[0].conference.id == made.ids[near]
    limited = search.search(parse("更新"), limits={Place.LINE: 2})
    assert len(limited.of(Place.LINE)) == 2
    assert limited.more == {Place.LINE}
    exact = search.search(parse("更新"), limits={Place.LINE: 3})
    assert (len(exact.found), exact.more) == (3, frozenset())
    assert search.search(parse("更新"), limits={Place.LINE: 0}).found == ()


def test_lines_come_in_the_order_of_the_notes(made: Corpus) -> None:
    found = made.services.search.search(parse("speaker:青木")).of(Place.LINE)
    assert [one.text[:2] for one in found] == ["導入", "既存", "更新", "Th", "証明"]


def test_recent_sessions_are_those_whose_notes_changed_last(made: Corpus) -> None:
    recent = made.services.search.recent(3, near=made.ids["c-w"])
    assert [made.names[one.id] for one in recent] == ["s-trace", "s-logs", "s-hall"]


# -- what changes is found at once --------------------------------------------------------------


def _found(opened: Services, text: str) -> list[str]:
    return [one.text for one in opened.search.search(parse(text)).found]


def test_every_change_is_found_by_the_next_search(
    opened: Services, conference_id: str, session_id: str
) -> None:
    assert _found(opened, "灯台") == []
    line = Line(new_id(), session_id, 0, "灯台を見た")
    opened.notes.save(session_id, [line])
    assert _found(opened, "灯台") == ["灯台を見た"]
    opened.notes.save(session_id, [replace(line, text="灯台も船も"), Line(new_id(), "", 1, "船")])
    assert _found(opened, "灯台") == ["灯台も船も"]
    assert _found(opened, "船") == ["灯台も船も", "船"]
    opened.notes.save(session_id, [])
    assert _found(opened, "船") == []
    opened.review.set_text(session_id, "summary", "灯台のまとめ")
    assert _found(opened, "灯台") == ["Lighthouses"]
    opened.programme.set_speakers(session_id, [("Ada 灯台守", "")])
    assert _found(opened, "灯台守") == ["Lighthouses", "Ada 灯台守"]
    opened.notes.put_footnote(Footnote(new_id(), conference_id, "a1", "灯台の脚注"))
    assert "灯台の脚注" in _found(opened, "灯台")
    opened.review.rate(session_id, 4)
    assert _found(opened, "rating:4 灯台") == ["Lighthouses"]
    other, _ = opened.programme.add_session(conference_id, "灯台の夜")
    assert "灯台の夜" in _found(opened, "灯台")
    opened.shelves.put_sessions({other: Shelf.TRASHED})
    assert "灯台の夜" not in _found(opened, "灯台")
    again, _ = opened.programme.create_conference("灯台会議", "UTC")
    assert "灯台会議" in _found(opened, "灯台")
    conference = opened.programme.view(again).conference
    opened.programme.edit_conference(replace(conference, own_name="岬会議"))
    assert "岬会議" in _found(opened, "岬")


def test_lines_that_move_are_found_where_they_are(
    opened: Services, conference_id: str, session_id: str
) -> None:
    line = Line(new_id(), session_id, 0, "wrong room")
    opened.notes.save(session_id, [line])
    other, _ = opened.programme.add_session(conference_id, "Right room")
    assert opened.search.search(parse("wrong")).found[0].session is not None
    opened.notes.save(session_id, [])
    opened.notes.save(other, [line])
    (found,) = opened.search.search(parse("wrong")).found
    assert found.session is not None
    assert found.session.id == other


def test_a_conference_that_was_loaded_is_found(
    opened: Services, made: Corpus, tmp_path: Path
) -> None:
    assert _found(opened, "導入") == []
    path, _ = made.services.exchange.dump(made.ids["c-h"], tmp_path / "h.json")
    opened.exchange.load(path)
    assert _found(opened, "導入") == ["車載メッシュの導入", "導入は半年、試練は一年"]


def test_a_notebook_that_is_only_read_is_searched(tmp_path: Path) -> None:
    path = tmp_path / "read.confnotes"
    writer = services(path)
    corpus(writer)
    reader = services(path, Mode.READ)
    assert len(reader.search.search(parse("導入")).found) == 2
    reader.close()
    writer.close()


# -- against a slow scan ------------------------------------------------------------------------

_RUNS = (
    "導入車載更新怖い試練灯台店舗端末配信",
    "アイウカガキギハバパッャュョンーヴリンゴ", "あいうかがきぎはばぱっゃゅょんゔりんご",
    "ｱｲｳｶｷﾊﾝｰｯﾘ", "ｶﾞｷﾞﾊﾞﾊﾟ", "abcKubernetesXYZ", "ＡＢＣｋｕｂｅ１２３", "0123456789", "①②㌔㎞ﬁﬀ…",
    "éÉçñÅß", "e\u0301c\u0327a\u030a", "%_\\'*?[]", "、。「」・",
)  # fmt: skip


def _text(r: random.Random) -> str:
    parts = []
    for _ in range(r.randint(1, 7)):
        run = r.choice(_RUNS)
        at = r.randrange(len(run))
        parts.append(run[at : at + r.randint(1, 6)])
        if r.random() < 0.3:
            parts.append(r.choice((" ", "\u3000", "[^k1]", " ")))
    return "".join(parts).strip() or "x"


def _other_script(r: random.Random, text: str) -> str:
    """Write a text another way that means the same: case, width, kana."""
    wide = {chr(n): chr(n + 0xFEE0) for n in range(0x21, 0x7F)}
    ways = (
        str.upper, str.lower,
        lambda t: "".join(chr(ord(c) + 0x60) if "\u3041" <= c <= "\u3096" else c for c in t),
        lambda t: "".join(chr(ord(c) - 0x60) if "\u30a1" <= c <= "\u30f6" else c for c in t),
        lambda t: "".join(wide[c] if c in wide and c.isalnum() else c for c in t),
        lambda t: t,
    )  # fmt: skip
    return str(r.choice(ways)(text))


def _query(r: random.Random, texts: list[str]) -> list[str]:
    words: list[str] = []
    text = r.choice(texts)
    for _ in range(r.choice((1, 1, 1, 2, 2, 3))):
        if r.random() < 0.15:
            text = r.choice(texts)
        at = r.randrange(len(text))
        words += text[at : at + r.choice((1, 1, 2, 2, 3, 5))].split()
    return [_other_script(r, word) for word in words] or ["x"]


def test_two_thousand_random_queries_find_what_a_slow_scan_finds(opened: Services) -> None:
    r = random.Random(20260504)
    texts: list[str] = []

    def text() -> str:
        texts.append(_text(r))
        return texts[-1]

    for number in range(2):
        conference, _ = opened.programme.create_conference(f"Conf {number}", "Asia/Tokyo")
        opened.notes.put_footnote(Footnote(new_id(), conference, "k1", text()))
        for _ in range(5):
            session, _ = opened.programme.add_session(conference, text(), start="2026-05-04")
            opened.review.set_text(session, "summary", text())
            opened.programme.set_speakers(session, [(text(), text())])
            at = datetime(2026, 5, 4, tzinfo=UTC)
            lines = [
                Line(
                    new_id(), session, n, text(), kind=r.choice(list(LineKind)), written_at=at,
                    gist=text() if r.random() < 0.1 else "",
                )
                for n in range(r.randint(0, 11))
            ]  # fmt: skip
            opened.notes.save(session, lines)
    hits, scanned = 0, slow_texts(opened)
    for _ in range(2000):
        words = _query(r, texts)
        query = parse(" ".join(f'"{word}"' for word in words))
        wanted = {one for word in words for one in own_fold(word.replace('"', "")).split() if one}
        answer = opened.search.search(query)
        places = (Place.SESSION, Place.LINE, Place.FOOTNOTE)
        found = {one.id for place in places for one in answer.of(place)}
        assert found == {one for one, text in scanned if all(word in text for word in wanted)}, (
            words
        )
        hits += len(found)
        for one in answer.found:
            _check_marks(one, wanted)
    assert hits > 2000


def _check_marks(found: Found, wanted: set[str]) -> None:
    marked = [
        own_fold(passage.text[start:end])
        for passage in found.passages
        for start, end in passage.marks
    ]
    assert all(any(word in mark for mark in marked) for word in wanted), found
    assert all(any(word in mark for word in wanted) for mark in marked), found


def test_what_filters_can_ask_for(made: Corpus) -> None:
    def values(key: str, value: str = "", near: str | None = "c-h", most: int = 20) -> list[str]:
        here = made.ids[near] if near else None
        return list(made.services.search.values(OpenFilter(key, value), here, most))

    assert values("speaker") == ["Marek Sowa", "青木 ハンナ", "Ｊｕｎ Oda"]
    assert values("speaker", "はんな") == ["青木 ハンナ"]
    assert values("speaker", "straße".casefold(), None) == ["Ingrid Straße"]
    assert values("tag") == ["K8s", "Later", "店舗"]
    assert values("tag", near="c-w") == []
    assert values("day") == ["2026-05-04", "2026-05-05"]
    assert values("in") == ["港メッシュ会議 2026", "Winter Systems Days 2025"]
    assert values("speaker", most=1) == ["Marek Sowa"]
    assert values("kind") == []
