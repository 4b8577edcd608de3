"""Dates, ranges, numbers, names, lists and sentence ends of both languages."""

from datetime import date

import pytest

from confnotes.domain.inline import Reference, Words, plain
from confnotes.report.blocks import Inlines, joined
from confnotes.report.prose_en import English
from confnotes.report.prose_ja import Japanese

JA, EN = Japanese(), English()
D = date


@pytest.mark.parametrize(
    ("first", "last", "ja", "en"),
    [
        (D(2019, 11, 18), D(2019, 11, 21), "2019年11月18日(月)〜21日(木)", "November 18–21, 2019"),
        (D(2019, 11, 30), D(2019, 12, 2), "2019年11月30日(土)〜12月2日(月)",
         "November 30 – December 2, 2019"),
        (D(2019, 12, 30), D(2020, 1, 3), "2019年12月30日(月)〜2020年1月3日(金)",
         "December 30, 2019 – January 3, 2020"),
        (D(2031, 5, 12), D(2031, 5, 12), "2031年5月12日(月)", "May 12, 2031"),
    ],
)  # fmt: skip
def test_ranges(first: date, last: date, ja: str, en: str) -> None:
    assert JA.date_range(first, last, year=True) == ja
    assert EN.date_range(first, last, year=True) == en


def test_days_and_their_headings() -> None:
    day = D(2019, 11, 18)
    assert JA.day(day, year=True) == "2019年11月18日(月)"
    assert EN.day(day, year=True) == "Monday, November 18, 2019"
    assert JA.heading("0日目", JA.day(day, year=False), "MeshCon") == "0日目 11月18日(月) MeshCon"
    assert EN.heading("Day 0", EN.day(day, year=False), "MeshCon") == (
        "Day 0, Monday, November 18: MeshCon"
    )
    assert EN.heading("", "", "MeshCon") == "MeshCon"
    assert EN.heading("Day 0", "", "") == "Day 0"
    assert (JA.day_number(1, 3), EN.day_number(1, 3)) == ("1〜3日目", "Days 1–3")
    assert (JA.day_number(2, 2), EN.day_number(2, 2)) == ("2日目", "Day 2")


@pytest.mark.parametrize(
    ("unit", "count", "ja", "en"),
    [
        ("session", 1, "1本のセッション", "one session"),
        ("session", 14, "14本のセッション", "fourteen sessions"),
        ("person", 12000, "12,000人", "12,000 people"),
        ("person", 1, "1人", "one person"),
        ("day", 4, "4日間", "four days"),
        ("thing", 8, "8つ", "eight"),
        ("thing", 10, "10個", "ten"),
        ("video", 21, "21本", "21 videos"),
    ],
)
def test_counts(unit: str, count: int, ja: str, en: str) -> None:
    assert JA.count(unit, count) == ja
    assert EN.count(unit, count) == en


@pytest.mark.parametrize(
    ("value", "ja", "en"),
    [
        ("12000", "12,000人", "12,000 people"),
        ("12,000", "12,000人", "12,000 people"),
        ("約550", "約550人", "about 550 people"),
        ("30+", "30人以上", "more than 30 people"),
        ("12k", "12,000人", "12,000 people"),
        ("30人くらい", "30人くらい", "about 30 people"),
        ("about 550", "約550人", "about 550 people"),
        ("約550人", "約550人", "about 550 people"),
        ("a full house", "a full house", "a full house"),
    ],
)
def test_amounts_typed_by_an_author(value: str, ja: str, en: str) -> None:
    assert JA.amount("person", value) == ja
    assert EN.amount("person", value) == en


@pytest.mark.parametrize(
    ("value", "ja", "en"),
    [("1", "第1回", "first"), ("5", "第5回", "fifth"), ("22", "第22回", "22nd"),
     ("13", "第13回", "13th"), ("111", "第111回", "111th"), ("101", "第101回", "101st"),
     ("第3回", "第3回", "third"), ("12th", "第12回", "twelfth"),
     ("春の回", "春の回", "春の回")],
)  # fmt: skip
def test_ordinals(value: str, ja: str, en: str) -> None:
    assert JA.ordinal(value) == ja
    assert EN.ordinal(value) == en


@pytest.mark.parametrize(
    ("name", "ja", "en"),
    [
        ("Paul Curtis", "Paul Curtis氏", "Paul Curtis"),
        ("Paul Curtis氏", "Paul Curtis氏", "Paul Curtis"),
        ("山田 太郎", "山田 太郎氏", "山田 太郎"),
        ("山田さん", "山田さん", "山田"),
        ("田中先生", "田中先生", "田中"),
        ("Matsumoto-san", "Matsumoto-san", "Matsumoto-san"),
        ("氏", "氏", "氏"),
        ("", "", ""),
    ],
)
def test_names_are_honoured_once(name: str, ja: str, en: str) -> None:
    assert JA.person(name, "氏") == ja
    assert EN.person(name, "氏") == en


def test_affiliations_titles_and_lists() -> None:
    def of(*names: str) -> list[Inlines]:
        return [joined(name) for name in names]

    assert plain(JA.affiliated("林氏", joined("Solo"))) == "林氏（Solo）"
    assert plain(EN.affiliated("Hayashi", joined("Solo"))) == "Hayashi (Solo)"
    assert plain(EN.affiliated("Hayashi", ())) == "Hayashi"
    assert plain(JA.title(joined("「A」の話"))) == "「『A』の話」"
    assert plain(EN.title(joined('An “A” (aka "B")'))) == '“An ‘A’ (aka "B")”'
    assert plain(JA.enumeration(of("A", "B", "C"))) == "A、B、C"
    assert plain(JA.enumeration(of("A", "B"))) == "AとB"
    assert plain(EN.enumeration(of("A"))) == "A"
    assert plain(EN.enumeration(of("A", "B"))) == "A and B"
    assert plain(EN.enumeration(of("A", "B", "C"))) == "A, B, and C"


@pytest.mark.parametrize(
    ("noun", "said"),
    [("SRE", "an SRE"), ("developer", "a developer"), ("engineer", "an engineer"),
     ("UX designer", "a UX designer"), ("user advocate", "a user advocate"),
     ("European", "a European"), ("unicorn tamer", "a unicorn tamer"),
     ("uninvited guest", "an uninvited guest"), ("the boss", "the boss"),
     ("部長", "部長"), ("", ""), ("hour-long meetup", "an hour-long meetup"),
     ("talks about logs", "talks about logs"), ("engineers", "engineers"),
     ("conference on boats", "a conference on boats"), ("series of talks", "a series of talks"),
     ("MLOps engineer", "an MLOps engineer"), ("CTO", "CTO"), ("CFP reader", "a CFP reader"),
     ("Head of Engineering", "Head of Engineering"), ("NASA fan", "a NASA fan"),
     ("3-day meetup", "a 3-day meetup"), ("8-hour marathon", "an 8-hour marathon")],
)  # fmt: skip
def test_indefinite_articles(noun: str, said: str) -> None:
    assert EN.indefinite(noun) == said
    assert JA.indefinite(noun) == noun


@pytest.mark.parametrize(
    ("words", "ja", "en"),
    [
        ("すごい", "すごい。", "すごい。"),
        ("すごい。", "すごい。", "すごい。"),
        ("すごい！", "すごい！", "すごい！"),
        ("It was good", "It was good.", "It was good."),
        ("It was good.", "It was good.", "It was good."),
        ("Kubernetes", "Kubernetes。", "Kubernetes."),
        ("「はい」", "「はい」", "「はい」"),
        ("He said “yes.”", "He said “yes.”", "He said “yes.”"),
        ("He said “yes”", "He said “yes”.", "He said “yes”."),
        ("うれしい…", "うれしい…", "うれしい…"),
        ("理由はこうです：", "理由はこうです：", "理由はこうです："),
        ("", "", ""),
    ],
)
def test_sentences_end_once_and_in_their_own_language(words: str, ja: str, en: str) -> None:
    assert plain(JA.ended(joined(words))) == ja
    assert plain(EN.ended(joined(words))) == en


def test_a_stop_stands_before_a_note_in_english_and_after_it_in_japanese() -> None:
    note = Reference("a")
    assert JA.ended((Words("拍手が長かった"), note)) == (Words("拍手が長かった"), note, Words("。"))
    assert EN.ended((Words("Long applause"), note)) == (Words("Long applause."), note)
    assert EN.ended((Words("Long applause."), note)) == (Words("Long applause."), note)


def test_questions_and_what_can_be_reported() -> None:
    assert plain(EN.asked(joined("How"))) == "How?"
    assert plain(EN.asked(joined("How?"))) == "How?"
    assert plain(JA.asked(joined("どうやって。"))) == "どうやって"
    assert JA.reportable(joined("まだ使っていない。"))
    assert not JA.reportable(joined("まだです。でも来年は使います"))
    assert not JA.reportable(joined("Not yet."))
    assert not JA.reportable(joined("はい、無料です"))
    assert plain(JA.said(joined("はい、無料です。"))) == "「はい、無料です」"
    for said, told in (
        ("秘密だそうです", "秘密"),
        ("直したとのこと", "直した"),
        ("出るそうです", "出る"),
    ):
        assert JA.reportable(joined(said))
        assert plain(JA.told(joined(said))) == told
    assert not JA.reportable(joined("難しそうです"))
    assert EN.reportable(joined("not yet."))
    assert not EN.reportable(joined("Not yet. Soon."))
    assert not EN.reportable(joined("The harbour does"))
    assert plain(EN.said(joined("The harbour does"))) == "“The harbour does.”"
    assert plain(EN.asked(joined("いつ入れるべきか"))) == "いつ入れるべきか？"
    assert not EN.reportable(joined("まだです。"))
