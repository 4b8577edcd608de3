"""What a day says besides its sessions: what else one heard, and what is told further down."""

from datetime import date

import pytest

from confnotes.domain.choice import Attendance
from confnotes.domain.report import SectionKind
from confnotes.domain.session import LinkKind, LinkState
from confnotes.domain.text import Language
from report.making import Maker

JA, EN = Language.JA, Language.EN
THERE = Attendance.ATTENDED
FIRST, SECOND, THIRD = "2031-05-12", "2031-05-13", "2031-05-14"


def bare(m: Maker, title: str, day: str = FIRST, hour: int = 10, **more: object) -> str:
    """Add a session one was in and noted nothing of."""
    more.setdefault("attendance", THERE)
    return m.session(title, f"{day}T{hour}:00:00", **more)  # type: ignore[arg-type]


def noted(m: Maker, title: str, day: str = FIRST, hour: int = 9, **more: object) -> str:
    """Add a session with a line of notes."""
    identity = m.session(title, f"{day}T{hour:02}:00:00", **more)  # type: ignore[arg-type]
    m.lines(identity, "要点")
    return identity


def test_what_else_was_heard_stands_after_the_days_blocks() -> None:
    m = Maker()
    cee, bo = m.speaker("Cee Em", "Charlie"), m.speaker("Bo")
    noted(m, "A", by=(bo,))
    s = bare(m, "B1", hour=11, by=(cee, bo))
    m.link(s, LinkKind.PAGE, "https://example.org/b1")
    bare(m, "B2", hour=12, by=(cee,))
    noted(m, "C", SECOND)
    bare(m, "B3", SECOND)
    text = m.markdown(JA)
    assert text.index("### A") < text.index("この日はほかに") < text.index("### C")
    assert (
        "この日はほかに[「B1」](https://example.org/b1)（Cee Em氏、Charlie／Bo氏）と"
        "「B2」（Cee Em氏）も聞きました。\n"
    ) in text
    assert "同じ日に、「B3」も聞きました。\n" in text
    english = m.markdown(EN)
    assert (
        "I also heard [“B1”](https://example.org/b1) by Cee Em (Charlie) and Bo and "
        "“B2” by Cee Em.\n"
    ) in english
    assert "That day, I also heard “B3”.\n" in english


def test_more_than_three_are_a_list() -> None:
    m = Maker()
    noted(m, "A")
    for n in range(4):
        bare(m, f"B{n}", hour=11 + n, by=(m.speaker(f"P{n}", "Foldworks"),))
    noted(m, "C", SECOND)
    assert "ほかに聞いたセッション：\n\n- 「B0」 ― P0氏（Foldworks）\n- 「B1」" in m.markdown(JA)
    assert "Also heard:\n\n- “B0” by P0 (Foldworks)\n- “B1”" in m.markdown(EN)


def test_with_nothing_else_to_tell_no_sentence_says_also() -> None:
    m = Maker()
    bare(m, "途中", by=(m.speaker("林"),))
    assert m.markdown(JA).endswith("## 聞いたセッション\n\n「途中」（林氏）を聞きました。\n")
    assert m.markdown(EN).endswith("\n\nI heard “途中” by 林.\n")
    bare(m, "B", SECOND)
    bare(m, "C", THIRD)
    for language, also in ((JA, ("ほか", "も聞")), (EN, ("also", "as well"))):
        text = m.markdown(language)
        assert not any(word in text for word in also)
        told = [
            row for row in text.split("\n") if row.endswith(("。", ".")) and row[-2] not in "年1"
        ]
        shapes = {row.replace("「B」", "「C」").replace("“B”", "“C”") for row in told}
        assert len(shapes) == len(told)
        assert "持ち帰りたい" not in text
        assert "took home" not in text


def test_hidden_sessions_leave_no_trace() -> None:
    m = Maker()
    noted(m, "A")
    noted(m, "A2", hour=10)
    hidden = [noted(m, "H1", hour=11, reason="理由"), bare(m, "H2", hour=12)]
    for identity in hidden:
        m.section(f"session:{identity}", SectionKind.SESSION, shown=False)
    text = m.markdown(JA)
    assert "2本のセッション" in text
    assert not any(word in text for word in ("H1", "H2", "理由", "ほかに"))
    m.section("day:2031-05-12", SectionKind.DAY, shown=False)
    assert "本のセッション" not in m.markdown(JA)


def test_each_day_of_a_long_session_counts() -> None:
    m = Maker()
    m.about(starts=date(2031, 5, 12), ends=date(2031, 5, 14))
    s = m.session("Workshop", FIRST, end=SECOND)
    m.lines(s, "x")
    noted(m, "A", THIRD)
    assert "3日間で聞いた2本のセッション" in m.markdown(JA)


def test_a_day_of_the_pick_alone_points_at_it() -> None:
    m = Maker()
    noted(m, "R1", recommended=True)
    noted(m, "A", SECOND)
    assert "この日のいちばん、「R1」は後半の「イチオシ」で書きます。\n" in m.markdown(JA)
    assert "“R1” was my favorite of the day; more on it below, under “My pick”.\n" in m.markdown(EN)
    noted(m, "R2", THIRD, recommended=True)
    text = m.markdown(EN)
    assert "under “My picks”.\n" in text
    assert "see “My picks” below.\n" in text
    m.section("recommended", SectionKind.RECOMMENDED, heading="私の二本")
    assert "後半の「私の二本」" in m.markdown(JA)


def test_a_pick_without_notes_is_printed() -> None:
    m = Maker()
    noted(m, "A")
    bare(m, "R1", SECOND, recommended=True, by=(m.speaker("Ana", "Foldworks"),))
    assert "## イチオシ: R1\n\nAna氏（Foldworks）\n" in m.markdown(JA)
    assert "「R1」は後半の「イチオシ」で" in m.markdown(JA)
    noted(m, "R2", THIRD, recommended=True)
    text = m.markdown(JA)
    assert "## イチオシ\n\n- 「R1」 ― Ana氏（Foldworks）\n\n### R2\n" in text


def test_a_pick_of_which_only_the_title_is_known_is_named_once() -> None:
    m = Maker()
    noted(m, "A")
    bare(m, "R1", SECOND, recommended=True)
    assert m.markdown(JA).endswith("## イチオシ\n\n「R1」\n")


def test_a_days_label_stands_where_no_event_says_more() -> None:
    m = Maker()
    m.day(FIRST, 0, "前夜祭")
    noted(m, "A", event=m.event("FoldCon", FIRST))
    m.day(SECOND, 1, "本編")
    noted(m, "B", SECOND)
    headings = [row for row in m.markdown(JA).splitlines() if row.startswith("## ")]
    assert [row.split("(")[1][2:] for row in headings if "日目" in row] == [" FoldCon", " 本編"]


def test_a_side_event_that_began_earlier_stands_first() -> None:
    m = Maker()
    fold = m.event("FoldCon", FIRST)
    noted(m, "Main", hour=13)
    noted(m, "Side", hour=9, event=fold)
    text = m.markdown(JA)
    assert text.index("### Side") < text.index("### Main")


def test_an_own_section_without_a_heading_is_its_text() -> None:
    m = Maker()
    m.written(m.section("own:1", SectionKind.OWN), JA, "ひとこと。")
    assert m.markdown(JA).endswith("\n\nひとこと。\n")
    assert "無題" not in m.markdown(JA)
    part = m.composed(JA).part("own:1")
    assert part is not None
    assert (part.heading, part.label) == ((), "無題のセクション")


@pytest.mark.parametrize(("language", "words"), [(JA, "途中まで"), (EN, "Left early")])
def test_having_left_early_is_said(language: Language, words: str) -> None:
    m = Maker()
    noted(m, "A", attendance=Attendance.LEFT_EARLY)
    assert f"\n{words}\n" in m.markdown(language)


def test_a_generated_line_begins_with_a_capital() -> None:
    m = Maker()
    m.link(noted(m, "A"), LinkKind.SLIDES, state=LinkState.EXPECTED)
    by = (m.speaker("deadmouse"),)
    m.link(noted(m, "B", hour=11, by=by), LinkKind.SLIDES, state=LinkState.EXPECTED)
    text = m.markdown(EN)
    assert "\nSlides to follow\n" in text
    assert "\ndeadmouse · slides to follow\n" in text


def test_a_repository_to_come_is_nothing_to_print() -> None:
    m = Maker()
    m.link(bare(m, "A"), LinkKind.REPOSITORY, state=LinkState.EXPECTED)
    assert "「A」を聞きました。" in m.markdown(JA)


def test_bold_in_a_summary_is_bold_in_every_place() -> None:
    m = Maker()
    m.session(
        "A", f"{FIRST}T10:00:00", summary="**「楽しかった」**の。**重要。**次に**本題**です。"
    )
    for target in ("github", "hatena", "commonmark"):
        text = m.markdown(JA, target)
        assert text.count("**") + 2 * text.count("<strong>") == 6, text
