"""How a report tells what it tells: facts as a list, what stands with a session, where headings
lead, players, ratings, the conference's own page."""

from datetime import date

import pytest

from confnotes.domain.choice import Attendance
from confnotes.domain.conference import FactKind
from confnotes.domain.notes import LineKind
from confnotes.domain.report import SectionKind
from confnotes.domain.session import LinkKind, LinkState, SessionKind
from confnotes.domain.telling import Telling, telling_of
from confnotes.domain.text import Language
from report.making import Maker

JA, EN = Language.JA, Language.EN
SITE = "https://example.org/boats"


def boats() -> Maker:
    m = Maker("Paperboat Conf 2031")
    m.about(
        short_name="Paperboat", url=SITE, city="Lisbon", venue="Cais Hall",
        starts=date(2031, 5, 12), ends=date(2031, 5, 13),
    )  # fmt: skip
    return m


def talk(m: Maker, **more: object) -> str:
    return m.session(
        "Folding", "2031-05-12T10:00:00", end="2031-05-12T10:40:00", room="Cais 2", code="PB-7",
        track="Ink", kind=SessionKind.PANEL, by=(m.speaker("Ana Reis", "Foldworks"),),
        summary="It folded.", **more,  # type: ignore[arg-type]
    )  # fmt: skip


def test_settings_that_mean_nothing_are_none() -> None:
    assert telling_of({}) == Telling()
    odd = {"details": "smell, room", "heading_link": "moon", "players": "x", "facts": "song"}
    assert telling_of(odd) == Telling(frozenset({"room"}))


def test_facts_as_a_list_each_with_its_source() -> None:
    m = boats()
    m.fact(FactKind.HOST, "紙の会", "紙の会のサイト")
    m.fact(FactKind.EDITION, "5")
    m.fact(FactKind.ATTENDEES, "1200", "紙の会のサイト")
    m.fact(FactKind.FEE, "free")
    m.fact(FactKind.NEXT_CITY, "Porto")
    m.fact(FactKind.NEXT_YEAR, "2032")
    m.fact(FactKind.ABOUT, "紙の舟の祭典")
    m.fact(FactKind.OTHER, "ハッシュタグは#paperboatです")
    m.setting("facts", "list")
    assert (
        "## Paperboatとは\n\nPaperboatは紙の舟の祭典です。\n\n"
        "- 日程：2031年5月12日(月)〜13日(火)\n- 会場：Cais Hall（Lisbon）\n"
        "- 主催：紙の会[^1]\n- 開催回：第5回\n- 参加者数：1,200人[^1]\n- 参加費：無料\n"
        f"- 次回：2032年、Porto\n- 公式サイト：<{SITE}>\n\n"
        "ハッシュタグは#paperboatです。\n"
    ) in m.markdown(JA)
    m.fact(FactKind.HOURS, "9:00–18:00")
    text = m.markdown(EN)
    assert "- Dates: May 12–13, 2031\n- Hours: 9:00–18:00\n- Venue: Cais Hall, Lisbon\n" in text
    assert "- Tickets: free\n- Next one: Porto, 2032\n" in text


def test_the_conferences_page_is_linked_where_it_is_named_first() -> None:
    m = boats()
    m.fact(FactKind.ATTENDEES, "1200")
    text = m.markdown(EN)
    assert text.count(SITE) == 1
    assert f"in Lisbon at [Paperboat]({SITE})." in text
    m.written(m.section("opening", SectionKind.OPENING), EN, "I was there.")
    assert (
        "It was held at Cais Hall, and brought 1,200 people together. There is more on "
        f"[the conference website]({SITE}).\n"
    ) in m.markdown(EN)
    m.fact(FactKind.HOST, "the Paper Society")
    assert f"[Paperboat]({SITE}) is run by the Paper Society." in m.markdown(EN)


def test_a_page_the_author_links_is_not_linked_again() -> None:
    m = boats()
    m.fact(FactKind.HOST, "紙の会")
    m.written(m.section("opening", SectionKind.OPENING), JA, f"[これ]({SITE}/)に行きました。")
    text = m.markdown(JA)
    assert text.count(SITE) == 1
    assert "Paperboatの主催は紙の会です。" in text


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (JA, "2031年5月12日(月)〜13日(火)にオンラインで開かれた[Paperboat]({})に参加しました。"),
        (EN, "I attended [Paperboat]({}) online, May 12–13, 2031."),
    ],
)
def test_a_conference_online_is_in_no_town(language: Language, expected: str) -> None:
    m = boats()
    m.about(city="オンライン", venue="")
    assert expected.format(SITE) in m.markdown(language)


def test_what_stands_with_a_session_is_what_one_asked_for() -> None:
    m = boats()
    talk(m)
    assert "\nAna Reis氏（Foldworks）\n" in m.markdown(JA)
    m.setting("details", "kind,code,time,room,track")
    kind, after = "パネルディスカッション／PB-7／", "／10:00〜10:40（WEST）／Cais 2／Ink"
    assert f"\n{kind}Ana Reis氏（Foldworks）{after}\n" in m.markdown(JA)
    m.session("Bare", "2031-05-13T09:00:00", room="Cais 3", attendance=Attendance.ATTENDED)
    text = m.markdown(EN)
    assert "\nPanel discussion · PB-7 · Ana Reis (Foldworks) · 10:00–10:40 (WEST) · Cais 2" in text


def test_a_list_of_many_says_where_and_when() -> None:
    m = boats()
    m.setting("details", "time,room")
    for hour in range(4):
        m.session(f"T{hour}", f"2031-05-12T1{hour}:00:00", room="Cais 3",
                  attendance=Attendance.ATTENDED)  # fmt: skip
    text = m.markdown(JA)
    assert "- 「T0」 10:00（WEST）／Cais 3\n" in text
    assert "- 「T1」 11:00／Cais 3\n" in text


def test_a_heading_leads_where_one_asked_for_and_nothing_leads_there_twice() -> None:
    m = boats()
    s = talk(m)
    m.link(s, LinkKind.PAGE, "https://example.org/p")
    m.link(s, LinkKind.SLIDES, "https://example.org/s")
    m.setting("heading_link", "slides")
    text = m.markdown(JA)
    assert "### [Folding](https://example.org/s)\n" in text
    assert "／[セッションのページ](https://example.org/p)\n" in text
    assert text.count("https://example.org/s)") == 1
    hatena = m.markdown(JA, "hatena")
    assert "#### [Folding](https://example.org/s)\n" in hatena


def test_slides_and_videos_stand_alone_as_players() -> None:
    m = boats()
    s = talk(m)
    video = "https://www.youtube.com/watch?v=paperboat01"
    m.link(s, LinkKind.SLIDES, "https://speakerdeck.com/ana/folding")
    m.link(s, LinkKind.VIDEO, video)
    m.link(s, LinkKind.REPOSITORY, "https://example.org/r")
    m.setting("players", "on")
    for target, deck in (
        ("hatena", "[https://speakerdeck.com/ana/folding:embed:cite]"),
        ("zenn", "https://speakerdeck.com/ana/folding"),
        ("devto", "{% embed https://speakerdeck.com/ana/folding %}"),
        ("note", "https://speakerdeck.com/ana/folding"),
        ("commonmark", "<https://speakerdeck.com/ana/folding>"),
    ):
        assert f"\n\n{deck}\n\n" in m.markdown(JA, target), target
    assert "{{< youtube paperboat01 >}}" in m.markdown(JA, "hugo")
    assert "Ana Reis氏（Foldworks）／[リポジトリ](https://example.org/r)\n" in m.markdown(JA)


def test_slides_to_come_are_still_promised_beside_players() -> None:
    m = boats()
    s = talk(m)
    m.link(s, LinkKind.SLIDES, state=LinkState.EXPECTED)
    m.setting("players", "on")
    assert "／スライドは後日公開\n" in m.markdown(JA)


def test_an_address_alone_on_a_line_of_notes_becomes_a_card() -> None:
    m = boats()
    s = m.session("A", "2031-05-12T10:00:00")
    m.lines(s, "一", "https://x.com/ana/status/1", "二", "  https://example.org/deep")
    text = m.markdown(JA, "hatena")
    assert "- 一\n\n[https://x.com/ana/status/1:embed:cite]\n\n- 二\n    - <https" in text


@pytest.mark.parametrize(
    ("setting", "first", "second"),
    [
        ("", "★★★★☆（5段階中4）", "★★★☆☆"),
        ("⛵", "⛵⛵⛵⛵（5段階中4）", "⛵⛵⛵"),
        ("number", "4/5", "3/5"),
    ],
)
def test_ratings_have_the_sign_one_likes(setting: str, first: str, second: str) -> None:
    m = boats()
    m.session("A", "2031-05-12T10:00:00", rating=4, summary="一。")
    m.session("B", "2031-05-12T11:00:00", rating=3, summary="二。")
    m.setting("rating", setting)
    text = m.markdown(JA)
    assert f"### A\n\n{first}\n" in text
    assert f"### B\n\n{second}\n" in text


def test_ratings_can_be_ones_own_affair() -> None:
    m = boats()
    m.session("A", "2031-05-12T10:00:00", rating=4, attendance=Attendance.ATTENDED)
    m.session("B", "2031-05-12T11:00:00", rating=3, summary="折った。")
    m.setting("rating", "none")
    text = m.markdown(JA)
    assert "★" not in text
    assert "「A」も聞きました。" in text


def test_what_one_missed_is_named_unless_it_is_told_elsewhere() -> None:
    m = boats()
    talk(m)
    gone = Attendance.MISSED
    m.session("Missed", "2031-05-12T11:00:00", attendance=gone, by=(m.speaker("Bo"),))
    m.session("Later", "2031-05-12T12:00:00", attendance=gone, watch=True)
    m.session("Slept", "2031-05-12T13:00:00", attendance=gone, reason="寝坊")
    m.session("Other day", "2031-05-13T11:00:00", attendance=gone)
    m.session("Heard", "2031-05-13T12:00:00", attendance=Attendance.ATTENDED)
    text = m.markdown(JA)
    assert "この日は「Missed」（Bo氏）にも行くつもりでしたが、行けませんでした。\n" in text
    assert text.count("行けませんでした") == 2
    assert "「Other day」にも行くつもり" in text
    english = m.markdown(EN)
    assert "I'd also planned to hear “Missed” by Bo that day, but didn't make it." in english


def test_sections_name_who_wrote_them_where_several_write() -> None:
    m = boats()
    s = talk(m)
    m.day("2031-05-12", 1)
    m.setting("by.day:2031-05-12", "林")
    m.setting(f"by.session:{s}", "Jo")
    m.setting("by.thanks", "誰も")
    text = m.markdown(JA)
    assert "## 1日目 5月12日(月)\n\n文：林\n\n### Folding\n\n文：Jo\n\nAna Reis氏" in text
    assert "誰も" not in text
    assert "\n\nBy Jo\n\n" in m.markdown(EN)


def test_the_days_of_the_conference_can_stand_together() -> None:
    m = boats()
    m.about(starts=date(2031, 5, 11))
    for number, day in enumerate(("2031-05-11", "2031-05-12", "2031-05-13")):
        m.day(day, number)
    beside = m.event("FoldCon", "2031-05-11")
    m.lines(m.session("Eve", "2031-05-11T10:00:00", event=beside), "前")
    talk(m)
    m.session("Bare", "2031-05-13T09:00:00", attendance=Attendance.ATTENDED)
    m.session("Gone", "2031-05-13T11:00:00", attendance=Attendance.MISSED)
    m.lines(m.session("Best", "2031-05-13T12:00:00", recommended=True), "最高")
    apart = m.markdown(JA)
    assert "## 2日目 5月13日(火)\n" in apart
    m.setting("days", "together")
    text = m.markdown(JA)
    assert [row for row in text.split("\n") if row.startswith("#")][1:] == [
        "## 開催概要", "## 0日目 5月11日(日) FoldCon", "### Eve", "## Paperboatの2日間",
        "### Folding", "## イチオシ: Best",
    ]  # fmt: skip
    assert "「Best」については、後半の「イチオシ」で書きます。\n\n### Folding\n" in text
    assert (
        "ほかに「Bare」も聞きました。\n\n「Gone」にも行くつもりでしたが、行けませんでした。\n"
        in text
    )
    assert "この日" not in text
    assert "## Two days at Paperboat\n" in m.markdown(EN)


def test_a_venue_has_its_article_where_english_gives_it_one() -> None:
    m = boats()
    m.about(venue="Harbour Convention Center")
    m.fact(FactKind.HOURS, "9:00–18:00")
    assert "at the Harbour Convention Center" in m.markdown(EN)
    m.about(venue="Cais Hall")
    assert "at Cais Hall" in m.markdown(EN)


def test_what_an_unsure_quotation_means_is_said_in_a_sentence() -> None:
    m = boats()
    s = m.session("A", "2031-05-12T10:00:00")
    m.line(s, "Paper floats.", LineKind.QUOTE, unsure=True, gist="紙は浮く")
    m.line(s, "Ink sinks.", LineKind.QUOTE, unsure=True, gist="インクは沈むそうです")
    text = m.markdown(JA)
    assert "聞き取れた限りでは、紙は浮くという意味です。\n" in text
    assert "聞き取れた限りでは、インクは沈むという意味です。\n" in text
