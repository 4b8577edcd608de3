"""Layouts: by day, by stars, by theme, best liked, a diary, one day, one session."""

from dataclasses import replace

import pytest

from confnotes.domain.session import SessionKind
from confnotes.domain.text import Language
from confnotes.report.layouts import offered
from confnotes.report.snapshot import take
from report.making import Maker

EN, JA = Language.EN, Language.JA


@pytest.fixture
def maker() -> Maker:
    """Return a conference of two days with five talks and a party."""
    made = Maker("Paperboat Conf 2031")
    for title, start, stars, tags in (
        ("Folding", "12T10:00:00", 5, ("Ink",)),
        ("Cutting", "12T11:00:00", 3, ("ink",)),
        ("Gluing", "12T13:00:00", 4, ("Paste",)),
        ("Sailing", "13T10:00:00", 5, ()),
        ("Sinking", "13T11:00:00", None, ()),
    ):
        session = made.session(title, f"2031-05-{start}", rating=stars, tags=tags)
        made.lines(session, f"About {title.lower()}")
    party = made.session("The party", "2031-05-12T19:00:00", kind=SessionKind.PARTY)
    made.lines(party, "Loud")
    return made


def headings(maker: Maker, layout: str, language: Language = EN) -> list[str]:
    maker.report = replace(maker.report, layout=layout)
    text = maker.markdown(language)
    return [row.lstrip("# ") for row in text.split("\n") if row.startswith("#")]


def test_by_stars_the_best_come_first_and_unrated_ones_last(maker: Maker) -> None:
    found = headings(maker, "rating")
    assert found[1:] == [
        "★★★★★", "Folding", "Sailing", "★★★★☆", "Gluing", "★★★☆☆", "Cutting", "Without a rating",
        "Sinking", "Around the conference", "The party",
    ]  # fmt: skip
    assert "評価していないセッション" in headings(maker, "rating", JA)


def test_themes_are_tags_whatever_their_case_and_the_rest_comes_last(maker: Maker) -> None:
    assert headings(maker, "theme")[1:] == [
        "Ink", "Folding", "Cutting", "Paste", "Gluing", "Other sessions", "Sailing", "Sinking",
        "Around the conference", "The party",
    ]  # fmt: skip


def test_three_are_told_and_the_others_named(maker: Maker) -> None:
    found = headings(maker, "liked")
    assert found == [
        "Talks I liked at Paperboat Conf 2031",
        "The talks I liked best", "Folding", "Gluing", "Sailing",
        "What else I heard",
        "Around the conference", "The party",
    ]  # fmt: skip
    text = maker.markdown(EN)
    assert "- “Cutting”\n- “Sinking”" in text
    assert "About cutting" not in text


def test_a_diary_has_the_party_in_its_day(maker: Maker) -> None:
    found = headings(maker, "diary")
    assert found[0] == "Paperboat Conf 2031: a travel diary"
    assert found.index("The party") < found.index("Sailing")
    assert "Around the conference" not in found


def test_one_day_and_one_session_tell_of_nothing_else(maker: Maker) -> None:
    found = headings(maker, "day:2031-05-13")
    assert found[0] == "Trip report: Paperboat Conf 2031 (Tuesday, May 13)"
    assert "Sailing" in found
    assert "Folding" not in maker.markdown(EN)
    found = headings(maker, "session:s5")
    assert found[0] == "Trip report: Paperboat Conf 2031 (“Gluing”)"
    assert "Sailing" not in maker.markdown(EN)
    assert headings(maker, "day:2031-05-13", JA)[0].endswith("参加レポート（5月13日(火)）")


@pytest.mark.parametrize("layout", ["day:1999-01-01", "day:soon", "session:gone", "no layout", ""])
def test_a_layout_that_means_nothing_is_everything(maker: Maker, layout: str) -> None:
    assert headings(maker, layout) == headings(maker, "full")


def test_what_one_wrote_in_a_group_stays_with_it(maker: Maker) -> None:
    from confnotes.domain.report import SectionKind

    section = maker.section("group:rating:5", SectionKind.GROUP, heading="The very best")
    maker.written(section, EN, "Both were worth the flight.")
    found = headings(maker, "rating")
    assert found[1] == "The very best"
    assert "Both were worth the flight." in maker.markdown(EN)
    assert "Both were worth the flight." not in "\n".join(headings(maker, "full"))


def test_layouts_are_offered_where_they_make_sense(maker: Maker) -> None:
    def names(made: Maker) -> list[str]:
        snapshot = take(made.contents(), made.report, EN, "github")
        return [layout for layout, _day, _title in offered(snapshot)]

    assert names(maker) == [
        "full", "rating", "liked", "theme", "diary", "day:2031-05-12", "day:2031-05-13",
        "session:s1", "session:s3", "session:s5", "session:s7", "session:s9",
    ]  # fmt: skip
    bare = Maker()
    bare.lines(bare.session("Only", "2031-05-12T10:00:00"), "one")
    assert names(bare) == ["full"]
