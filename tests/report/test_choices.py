"""Why these and not the others, and what is left to watch."""

import pytest

from confnotes.domain.choice import Attendance, Intent
from confnotes.domain.session import LinkKind, LinkState
from confnotes.domain.text import Language
from report.making import Maker

JA, EN = Language.JA, Language.EN


def why(m: Maker, language: Language = JA) -> str:
    """Return what stands below the heading of that section."""
    heading = {JA: "## 選んだ理由\n\n", EN: "## What I chose, and why\n\n"}[language]
    return m.markdown(language).partition(heading)[2].partition("\n\n## ")[0].rstrip("\n")


@pytest.mark.parametrize("name", ["etc…", "etc...", "など", "…", "ほか", "and others"])
def test_and_more_is_listed_but_not_counted(name: str) -> None:
    m = Maker()
    m.event("FoldCon", "2031-05-12", intent=Intent.GOING, attendance=Attendance.ATTENDED)
    for other in ("InkDay", "Others Summit", name):
        m.event(other, "2031-05-12", intent=Intent.CONSIDERED)
    assert "3つのなかからFoldConを選びました。" in why(m)
    assert why(m).count("\n- ") == 4


def test_ten_and_more_are_events() -> None:
    m = Maker()
    m.event("FoldCon", "2031-05-12", attendance=Attendance.ATTENDED)
    for n in range(11):
        m.event(f"E{n}", "2031-05-12", intent=Intent.CONSIDERED)
    assert "12のイベントのなかからFoldConを選びました。" in why(m)
    assert "out of twelve, I chose FoldCon." in why(m, EN)


def _clash(m: Maker, reason: str = "") -> None:
    """Add a session one heard, and one at the same time that was considered."""
    times = "2031-05-12T15:00:00", "2031-05-12T15:30:00"
    m.lines(m.session("X", times[0], end=times[1]), "要点")
    m.session("Y", times[0], end=times[1], considered=True, reason=reason)


def test_a_choice_between_two_without_a_reason_is_a_sentence() -> None:
    m = Maker()
    _clash(m)
    assert why(m) == "15:00の枠は「X」と「Y」で迷い、「X」にしました。"
    assert why(m, EN) == "At 15:00 it was “X” or “Y”; I went to “X”."
    m.lines(m.session("Z", "2031-05-13T10:00:00"), "z")
    assert why(m) == "5月12日(月)15:00の枠は「X」と「Y」で迷い、「X」にしました。"


def test_each_one_passed_over_is_named_once_and_each_day_too() -> None:
    m = Maker()
    _clash(m)
    m.lines(m.session("Z", "2031-05-13T10:00:00"), "z")
    m.lines(m.session("W", "2031-05-12T15:20:00", end="2031-05-12T16:00:00"), "w")
    m.session("V", "2031-05-12T15:20:00", end="2031-05-12T16:00:00", considered=True)
    assert why(m) == (
        "5月12日(月)15:00の枠は「X」と「Y」で迷い、「X」にしました。"
        "15:20の枠は「W」と「V」で迷い、「W」にしました。"
    )


def test_an_event_meant_and_missed_says_so() -> None:
    m = Maker()
    m.event("FoldCon", "2031-05-12", attendance=Attendance.ATTENDED)
    m.event("InkDay", "2031-05-12", intent=Intent.GOING, attendance=Attendance.MISSED)
    assert why(m).endswith("- FoldCon（← 参加）\n- InkDay（行けず）")


def test_with_a_reason_it_is_a_list_with_the_chosen_one_marked() -> None:
    m = Maker()
    _clash(m, "満席でした")
    assert why(m) == "- 「X」（← 参加）\n- 「Y」 ― 満席でした"


def test_what_was_meant_and_missed_says_so() -> None:
    m = Maker()
    m.session("A", "2031-05-12T10:00:00", reason="聞きたかった", attendance=Attendance.MISSED)
    assert why(m) == "- 「A」（行けず） ― 聞きたかった"
    assert why(m, EN) == "- “A” (missed) — 聞きたかった"


def test_the_list_to_watch_links_titles_and_says_what_will_not_come() -> None:
    m = Maker()
    s = m.session("A", "2031-05-12T10:00:00", attendance=Attendance.MISSED, watch=True)
    m.link(s, LinkKind.PAGE, "https://example.org/a")
    m.link(s, LinkKind.VIDEO, state=LinkState.NONE)
    assert "- [「A」](https://example.org/a)（動画の公開なし）\n" in m.markdown(JA)
    assert "- [“A”](https://example.org/a) (no video planned)\n" in m.markdown(EN)
