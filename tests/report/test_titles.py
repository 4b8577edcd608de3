"""Titles by pattern: what is known is said once, and what is not leaves no trace."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from confnotes.domain.conference import Author
from confnotes.domain.report import ReportSetting
from confnotes.domain.text import Language
from confnotes.report.checks import checks
from confnotes.report.pattern import fill
from confnotes.report.titles import PLACES
from report.making import Maker

JA, EN = Language.JA, Language.EN
PAIRS = "()（）[]【】「」『』“”"
KNOWN = {
    "conference": "Paperboat Conf", "short_name": "Boats", "year": "2031", "city": "Lisbon",
    "country": "Portugal", "dates": "May 12–13", "day": "Day 2", "date": "Tuesday, May 13",
    "session": "Folding", "author": "Ana Example",
}  # fmt: skip
REAL = {  # what people write, by language
    JA: (
        "{conference}参加レポート", "{conference} {year}に参加してきました",
        "{conference}（{city}）",
        "{conference} 参加レポート「{session}」", "{conference} in {city}に行ってきた話",
        "【{day}】{conference} {year}", "{author}の{conference}参加記（{dates}、{city}）",
        "{city}で開かれた{conference}", "{conference} {year}年参加レポート 〜{city}編〜",
        "{conference}：{date}のまとめ",
    ),
    EN: (
        "Trip report: {conference} {year}", "{conference} {year}: trip report",
        "{conference} {year}, my experience", "[{day}] {conference}", "{conference} – {session}",
        "{author}'s trip report: {conference} ({city}, {country})", "{conference} in {city}",
        "What I learned at {conference} in {city}", "{conference} ({dates})",
        "Notes from {city}: {conference} {year} by {author}",
    ),
}  # fmt: skip


def title(maker: Maker, pattern: str, language: Language = EN) -> str:
    maker._rows["report_settings"] = [ReportSetting("rs", "rep", "", f"title.{language}", pattern)]
    return maker.composed(language).document.title


def found(maker: Maker, language: Language = EN) -> dict[str, list[str]]:
    return {
        check.code: [place.words for place in check.places]
        for check in checks(maker.composed(language))
        if check.code.startswith("report.title")
    }


@pytest.fixture
def maker() -> Maker:
    """Return a conference of two days with a talk on each."""
    made = Maker("Paperboat Conf")
    made.about(short_name="Boats", city="Lisbon, Portugal")
    made.author = Author("au", "Ana Example")
    made.day("2031-05-12", 1)
    made.day("2031-05-13", 2)
    for name, start in (("Folding", "12T10:00:00"), ("「船」の話", "13T10:00:00")):
        made.lines(made.session(name, f"2031-05-{start}"), "a point")
    return made


def test_everything_that_is_known_can_be_said(maker: Maker) -> None:
    assert title(maker, "{conference} {year}: trip report") == "Paperboat Conf 2031: trip report"
    assert title(maker, "{short_name} in {city}, {country}") == "Boats in Lisbon, Portugal"
    assert title(maker, "{ Conference } ({dates}) by {author}") == (
        "Paperboat Conf (May 12–13, 2031) by Ana Example"
    )
    assert title(maker, "{conference}参加レポート（{dates}）", JA) == (
        "Paperboat Conf参加レポート（2031年5月12日(月)〜13日(火)）"
    )
    assert title(maker, "{{{year}}} {conference}") == "{2031} Paperboat Conf"


def test_a_report_of_one_day_or_session_has_that_in_its_title(maker: Maker) -> None:
    maker.report = replace(maker.report, layout="day:2031-05-13")
    assert title(maker, "{conference} {day} ({date})") == (
        "Paperboat Conf Day 2 (Tuesday, May 13, 2031)"
    )
    assert title(maker, "{conference} {day}", JA) == "Paperboat Conf 2日目"
    assert title(maker, "") == "Trip report: Paperboat Conf 2031 (Tuesday, May 13)"
    session = maker.contents().sessions[1].id
    maker.report = replace(maker.report, layout=f"session:{session}")
    assert title(maker, "{conference} 「{session}」を聞いて", JA) == (
        "Paperboat Conf 「『船』の話」を聞いて"
    )
    assert title(maker, "{conference} {year}（{day}）", JA) == "Paperboat Conf 2031"


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("{conference} {year} ({dates})", "Paperboat Conf 2031 (May 12–13)"),
        ("2031: {conference} ({dates})", "2031: Paperboat Conf (May 12–13)"),
        ("{conference}, {dates}", "Paperboat Conf, May 12–13, 2031"),
    ],
)
def test_a_year_is_said_once(maker: Maker, pattern: str, expected: str) -> None:
    assert title(maker, pattern) == expected


def test_a_year_in_the_name_is_not_said_again(maker: Maker) -> None:
    maker.about(name="Paperboat Conf 2031", short_name="")
    assert title(maker, "{conference} {year}年の参加レポート", JA) == (
        "Paperboat Conf 2031の参加レポート"
    )
    assert title(maker, "{conference} {year} ({dates})") == "Paperboat Conf 2031 (May 12–13)"
    assert not found(maker)


def test_a_numbered_conference_has_no_year_but_where_one_asks_for_it(maker: Maker) -> None:
    maker.about(name="Paperboat #7", short_name="")
    assert title(maker, "") == "Trip report: Paperboat #7"
    assert title(maker, "{conference} {year}") == "Paperboat #7 2031"


def test_a_title_of_ones_own_wins(maker: Maker) -> None:
    maker.report = replace(maker.report, title="Boats!")
    assert title(maker, "{conference} {nonsense}") == "Boats!"
    assert not found(maker)


def test_what_is_not_known_is_left_out_and_named(maker: Maker) -> None:
    maker.about(city="")
    maker.author = None
    assert title(maker, "{author}'s {conferense} {conference} (in {city})") == "Paperboat Conf"
    assert found(maker) == {
        "report.title_unknown": ["{conferense}"],
        "report.title_missing": ["{author}", "{city}"],
    }
    assert title(maker, "{city}の話", JA) == "Paperboat Conf 2031 参加レポート"
    assert title(maker, "{conference} {", EN) == "Paperboat Conf"
    assert found(maker) == {"report.title_unknown": ["{ }"]}


def test_each_language_has_its_own_pattern(maker: Maker) -> None:
    maker._rows["report_settings"] = [
        ReportSetting("r1", "rep", "", "title.ja", "{conference}に行ってきた"),
        ReportSetting("r2", "rep", "", "title.en", "Back from {city}"),
    ]
    assert maker.composed(JA).document.title == "Paperboat Confに行ってきた"
    assert maker.composed(EN).document.title == "Back from Lisbon"


@st.composite
def cases(draw: st.DrawFn) -> tuple[str, dict[str, str], frozenset[str]]:
    """Return a pattern that people write, or one put together, and which facts are there."""
    language = draw(st.sampled_from((JA, EN)))
    pattern = draw(st.sampled_from(REAL[language]))
    if draw(st.booleans()):
        words = (
            "参加レポート",
            "で",
            "の",
            " ",
            " in ",
            " – ",
            ": ",
            "、",
            "・",
            "（",
            "）",
            "(",
            ")",
        )
        pieces = st.sampled_from((*words, *(f"{{{name}}}" for name in PLACES)))
        pattern = "".join(draw(st.lists(pieces, max_size=8)))
    gone = draw(st.frozensets(st.sampled_from(PLACES)))
    return pattern, {n: "" if n in gone else v for n, v in KNOWN.items()}, gone


def brackets_wrong(text: str) -> bool:
    return any(
        text.count(a) != text.count(b)
        or re.search(rf"{re.escape(a)}[\s,、・]*{re.escape(b)}", text)
        for a, b in zip(PAIRS[::2], PAIRS[1::2], strict=True)
    )


@given(cases())
@settings(max_examples=300)
def test_nothing_dangles_whatever_is_missing(
    case: tuple[str, dict[str, str], frozenset[str]],
) -> None:
    pattern, values, gone = case
    whole, told = fill(pattern, KNOWN).text, fill(pattern, values)
    asked = re.findall(r"\{(\w+)\}", pattern)
    assert set(told.missing) == set(asked) & gone
    assert not re.search(r"\s\s", told.text)
    assert told.text == told.text.strip()
    if not brackets_wrong(whole):
        assert not brackets_wrong(told.text)
    for name in asked:
        if values[name]:
            assert values[name] in told.text
    if not set(asked) & gone:
        expected = re.sub(r"\{(\w+)\}", lambda m: KNOWN[m[1]], pattern)
        printable = any(ch.isalnum() for ch in expected)
        assert told.text == (re.sub(r"(\s)\s+", r"\1", expected).strip() if printable else "")


@pytest.mark.parametrize("language", [JA, EN])
@given(gone=st.frozensets(st.sampled_from(sorted(set(PLACES) - {"conference"}))))
@settings(max_examples=40)
def test_real_patterns_end_as_they_should(language: Language, gone: frozenset[str]) -> None:
    values = {name: "" if name in gone else value for name, value in KNOWN.items()}
    for pattern in REAL[language]:
        text = fill(pattern, values).text
        assert "Paperboat Conf" in text
        assert not re.search(
            r"^[\s:,、：–・〜]|[\s:,、：–]$|[:,、：] ?[:,、：]|' |\b(?:in|from|by)$", text
        )
        assert not re.match(r"[のでに]", text)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("{session} at {conference}", "Boat Conf"),
        ("{day} of the {conference}", "Boat Conf"),
        ("{author}: {session} at {conference} ({year})", "Ana: Boat Conf (2031)"),
        ("Notes on {session} and {conference}", "Notes on Boat Conf"),
        ("{conference}: {city} ({year})", "Boat Conf (2031)"),
        ("{conference}, {city} [{year}]", "Boat Conf [2031]"),
        ("{conference}、{city}（{year}年）", "Boat Conf（2031年）"),
        ("{dates}{city}の{conference}参加記", "Boat Conf参加記"),
        ("At {conference}, {city}", "At Boat Conf"),
    ],
)
def test_what_led_on_from_a_missing_fact_goes_and_a_bracket_keeps_its_distance(
    pattern: str, expected: str
) -> None:
    there = {"conference": "Boat Conf", "year": "2031", "author": "Ana"}
    assert fill(pattern, dict.fromkeys(PLACES, "") | there).text == expected


@given(st.text(max_size=40), st.booleans())
@settings(max_examples=300)
def test_any_pattern_at_all_is_a_line(pattern: str, known: bool) -> None:
    text = fill(pattern, KNOWN if known else dict.fromkeys(KNOWN, "")).text
    assert "\n" not in text
    assert not re.search(r"\s\s", text)
