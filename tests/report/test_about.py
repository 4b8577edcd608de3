"""The title, the opening and the facts about a conference, whatever is typed into them."""

import re

import pytest

from confnotes.domain.choice import Attendance, Intent
from confnotes.domain.conference import Author, FactKind
from confnotes.domain.notes import LineKind
from confnotes.domain.session import SessionKind
from confnotes.domain.text import Language
from report.making import Maker

JA, EN = Language.JA, Language.EN
K = FactKind


def about(language: Language, venue: str = "", **facts: str) -> str:
    """Return the paragraphs about a conference with these facts."""
    m = Maker("Boats")
    m.about(venue=venue)
    for kind, value in facts.items():
        m.fact(FactKind(kind), value)
    return m.markdown(language).partition("\n## ")[2].partition("\n\n")[2].rstrip("\n")


@pytest.mark.parametrize(
    ("facts", "ja", "en"),
    [
        ({"sessions": "1"}, "セッションは1本だけでした。", "There was one session."),
        ({"fee": "free"}, "参加費は無料でした。", "Admission was free."),
        ({"fee": "€1,299"}, "参加費は€1,299でした。", "Tickets were €1,299."),
        ({"attendees": "30+"}, "今回は30人以上が集まりました。",
         "It brought more than 30 people together."),
        ({"next_city": "online"}, "次回はオンラインで開かれます。",
         "The next one will be held online."),
        ({"next_year": "来年"}, "次回の開催は来年です。", "The next one will be held next year."),
        ({"next_city": "Austin, Texas", "next_year": "2032年"},
         "次回は2032年、Austin, Texasで開かれます。",
         "The next one will be held in Austin, Texas, in 2032."),
        ({"venue": "Hall 4", "hours": "9:00–18:00", "sessions": "320", "fee": "€9"},
         "会場はHall 4で、9:00から18:00まで、320本のセッションがありました。参加費は€9でした。",
         "It was held at Hall 4, from 9:00 to 18:00, with 320 sessions. Tickets were €9."),
        ({"venue": "online"}, "会場はオンラインでした。", "It was held online."),
        ({"edition": "12", "venue": "Cafe", "attendees": "30人くらい"},
         "第12回はCafeで開かれ、30人くらいが集まりました。",
         "The twelfth edition was held at Cafe, and brought about 30 people together."),
    ],
)  # fmt: skip
def test_facts_as_sentences(facts: dict[str, str], ja: str, en: str) -> None:
    assert about(JA, **facts) == ja
    assert about(EN, **facts) == en


def test_what_it_is_by_what_was_typed() -> None:
    assert (
        about(EN, about="a conference by the PSF, Inc.") == "Boats is a conference by the PSF, Inc."
    )
    assert about(EN, about="talks about X") == "Boats is talks about X."
    assert about(JA, about="舟の祭典だ") == "Boatsは舟の祭典です。"
    assert about(JA, about="舟の祭典である") == "Boatsは舟の祭典です。"


def test_words_of_the_other_language_stay_out_of_sentences_and_are_counted() -> None:
    m = Maker("Boats")
    m.about(city="リスボン", venue="舟の家")
    m.fact(K.HOST, "Paper Works")
    m.fact(K.ABOUT, "クラウドの会議")
    assert not re.search("[ぁ-ん一-龠ァ-ヶ]", m.markdown(EN))
    assert "run by Paper Works" in m.markdown(EN)
    found = [f.words for f in m.composed(EN).findings if f.code == "report.foreign"]
    assert sorted(found) == sorted(["リスボン", "舟の家", "クラウドの会議"])


def test_sources_of_a_sentence_are_one_note_and_the_same_source_is_the_same_note() -> None:
    m = Maker("Boats")
    m.fact(K.HOST, "Works", "the booklet")
    m.fact(K.EDITION, "5", "the booklet")
    m.fact(K.ATTENDEES, "30", "the hall")
    text = m.markdown(EN)
    assert text.count("[^1]") == 2
    assert text.endswith("[^1]: Source: the booklet\n\n[^2]: Sources: the booklet; the hall\n")
    assert "[^1]: 出典：the booklet\n\n[^2]: 出典：the booklet、the hall\n" in m.markdown(JA)


@pytest.mark.parametrize(
    ("author", "en"),
    [
        (Author("a", "Ken", role="CTO", company="Acme Inc."), "I'm Ken, CTO of Acme Inc. I went"),
        (Author("a", "Ken", company="Acme Inc."), "I'm Ken from Acme Inc. I went"),
        (Author("a", "@k", handle="@k"), "I'm @k. I went"),
        (Author("a", "Ken", role="Head of Engineering", company="A"),
         "I'm Ken, Head of Engineering at A."),
    ],
)  # fmt: skip
def test_introductions(author: Author, en: str) -> None:
    m = Maker()
    m.author = author
    assert en in m.markdown(EN)
    assert "（@k）" not in m.markdown(JA)


def test_towns_with_commas_and_stops_within_and_at_the_end() -> None:
    m = Maker("Boats")
    m.about(city="Washington, D.C.")
    assert "in Washington, D.C.\n" in m.markdown(EN)
    m.day("2031-05-12", 1)
    m.day("2031-05-13", 2)
    assert "in Washington, D.C., at Boats." in m.markdown(EN)


@pytest.mark.parametrize("name", ["白金Rust勉強会 #12", "第12回 白金Rust", "Boats Vol.3"])
def test_a_numbered_meeting_needs_no_year(name: str) -> None:
    m = Maker(name)
    m.day("2031-05-12", 1)
    assert m.markdown(JA).startswith(f"# {name} 参加レポート\n")


def test_a_heading_when_it_is_not_known_what_it_is() -> None:
    m = Maker("Boats")
    m.fact(K.FEE, "無料")
    assert "\n## 開催概要\n" in m.markdown(JA)
    assert "\n## The event in brief\n" in m.markdown(EN)


def test_questions_take_turns_over_sessions() -> None:
    m = Maker()
    for n in range(3):
        s = m.session(f"S{n}", f"2031-05-12T1{n}:00:00")
        m.line(s, "Who pays?", LineKind.QUESTION)
        m.line(s, "The harbour does", LineKind.ANSWER)
    text = m.markdown(EN)
    assert "Someone asked, “Who pays?” The answer was, “The harbour does.”\n" in text
    for once in ("Someone asked", "Somebody wanted to know", "One question from the floor"):
        assert text.count(once) == 1


def test_answers_alone_and_questions_in_the_hallway() -> None:
    m = Maker()
    m.line(m.session("S", "2031-05-12T10:00:00"), "public a", LineKind.ANSWER)
    h = m.session("H", "2031-05-12T11:00:00", kind=SessionKind.HALLWAY)
    m.line(h, "舟は要るか", LineKind.QUESTION)
    m.line(h, "まだ使っていない", LineKind.ANSWER)
    assert "\nFrom the discussion: public a.\n" in m.markdown(EN)
    assert "The question came up, “舟は要るか？”" in m.markdown(EN)
    assert "\n「舟は要るか」と話すと、まだ使っていないとのことでした。\n" in m.markdown(JA)


def test_of_two_quotes_the_last_names_the_speaker() -> None:
    m = Maker()
    s = m.session("S", "2031-05-12T10:00:00", by=(m.speaker("Ana"), m.speaker("Jo")))
    ana = m.contents().speakers[0].id
    for words in ("One.", "Two."):
        m.line(s, words, LineKind.QUOTE, speaker_id=ana)
    assert "> One.\n>\n> Two.\n\n— Ana\n" in m.markdown(EN)


def test_one_blank_before_a_note_cited_again() -> None:
    m = Maker()
    m.footnote("k", "Ink.")
    m.lines(m.session("S", "2031-05-12T10:00:00"), "x[^k]", "See [^k]")
    assert "See (note 1)" in m.markdown(EN, "hatena")


@pytest.mark.parametrize(
    ("reason", "language", "told"),
    [
        ("because we run Istio", EN, "out of two, I chose FoldCon, because we run Istio.\n"),
        ("we run Istio", EN, "out of two, I chose FoldCon, because we run Istio.\n"),
        ("wanted it", EN, "out of two, I chose FoldCon — wanted it.\n"),
        ("It looked calm.", EN, "out of two, I chose FoldCon. It looked calm.\n"),
        ("静かそうだったから", EN, "out of two, I chose FoldCon. 静かそうだったから。\n"),
        ("Istioで困っていたため、", JA,
         "候補は2つありました。Istioで困っていたため、FoldConを選びました。\n"),
        ("静かだった。近かったから", JA,
         "2つのなかからFoldConを選びました。静かだった。近かったから。\n"),
    ],
)  # fmt: skip
def test_a_reason_belongs_to_its_sentence(reason: str, language: Language, told: str) -> None:
    m = Maker()
    m.event("FoldCon", "2031-05-12", attendance=Attendance.ATTENDED, reason=reason)
    m.event("InkDay", "2031-05-12", intent=Intent.CONSIDERED)
    assert told in m.markdown(language)


def test_with_two_chosen_each_reason_stands_at_its_own() -> None:
    m = Maker()
    for name, reason in (("FoldCon", "because of paper"), ("InkDay", "for the ink")):
        m.event(name, "2031-05-12", attendance=Attendance.ATTENDED, reason=reason)
    text = m.markdown(EN)
    assert "- FoldCon (← I went) — because of paper\n- InkDay (← I went) — for the ink\n" in text


def test_an_author_who_speaks_is_not_honoured() -> None:
    m = Maker()
    m.author = Author("a", "Ken")
    s = m.session("S", "2031-05-12T10:00:00", by=(m.speaker("Ken", "Labs"), m.speaker("Jo")))
    m.lines(s, "x")
    assert "\nKen（筆者）とJo氏\n" in m.markdown(JA)
    assert "\nKen (that's me) and Jo\n" in m.markdown(EN)
