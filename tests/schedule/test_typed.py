"""A timetable as people type or paste it, in the shapes they have it in."""

from datetime import date

import pytest

from confnotes.domain.session import SessionKind
from confnotes.schedule.typed import Frame, read_typed

FIRST, SECOND = date(2026, 5, 1), date(2026, 5, 2)
FRAME = Frame(FIRST, {1: FIRST, 2: SECOND}, ("Hall A", "Quay", "大ホール"), 4 * 60)


def said(text: str) -> list[tuple[object, ...]]:
    """Return (start, minutes, title, speakers, room) of each session."""
    return [
        (
            (one.facts.start or "")[5:16],
            one.facts.duration and one.facts.duration // 60,
            one.facts.title,
            ", ".join(f"{s.name}|{s.affiliation}" if s.affiliation else s.name
                      for s in one.speakers),
            one.facts.room or "",
        )
        for one in read_typed(text, FRAME)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "start", "minutes", "title"),
    [
        ("10:00 Opening", "05-01T10:00", None, "Opening"),
        ("10:00-10:35 Opening", "05-01T10:00", 35, "Opening"),
        ("10:00 – 10:35: Opening", "05-01T10:00", 35, "Opening"),
        ("- 10:00–10:35 Opening", "05-01T10:00", 35, "Opening"),
        ("１０：００～１０：３５　開会", "05-01T10:00", 35, "開会"),
        ("10:00〜10:35 開会", "05-01T10:00", 35, "開会"),
        ("10:00～ 開会", "05-01T10:00", None, "開会"),
        ("10時00分から10時35分まで 開会", "05-01T10:00", 35, "開会"),
        ("午後1時半〜午後2時　開会", "05-01T13:30", 30, "開会"),
        ("9:30 AM - 10:15 AM Opening", "05-01T09:30", 45, "Opening"),
        ("1:30 – 2:15 PM Opening", "05-01T13:30", 45, "Opening"),
        ("11:30 – 12:15 pm Opening", "05-01T11:30", 45, "Opening"),
        ("9am Opening", "05-01T09:00", None, "Opening"),
        ("1000-1035 Opening", "05-01T10:00", 35, "Opening"),
        ("10.00–10.35 Avaus", "05-01T10:00", 35, "Avaus"),
        ("10:00 (35 min) Opening", "05-01T10:00", 35, "Opening"),
        ("10:00（35分）開会", "05-01T10:00", 35, "開会"),
        ("10h30 Ouverture", "05-01T10:30", None, "Ouverture"),
        ("10:00 Uhr Eröffnung", "05-01T10:00", None, "Eröffnung"),
        ("23:30-0:30 Night", "05-01T23:30", 60, "Night"),
        ("1:30 Late", "05-02T01:30", None, "Late"),
        ("25:30 深夜", "05-02T01:30", None, "深夜"),
        ("5/2 10:00 Opening", "05-02T10:00", None, "Opening"),
        ("2026-05-02 10:00 Opening", "05-02T10:00", None, "Opening"),
        ("5月2日（土） 10:00 開会", "05-02T10:00", None, "開会"),
        ("10:00am CEST Opening", "05-01T10:00", None, "Opening"),
        ("10:00-10:30 (UTC+9) Opening", "05-01T10:00", 30, "Opening"),
        ("10:00 REST and BEST", "05-01T10:00", None, "REST and BEST"),
        ("10.30 Uhr: Zweiter", "05-01T10:30", None, "Zweiter"),
        ("12h Déjeuner", "05-01T12:00", None, "Déjeuner"),
        ("14:00頃　休憩", "05-01T14:00", None, "休憩"),
        ("◎13:00（予定）　発表", "05-01T13:00", None, "発表"),
        ("2) 11:00 Second", "05-01T11:00", None, "Second"),
        ("10:00 2026 in review", "05-01T10:00", None, "2026 in review"),
        ("10:00 24:7 with 3 hands", "05-01T10:00", None, "24:7 with 3 hands"),
    ],
)
def test_times_in_many_shapes(line: str, start: str, minutes: int | None, title: str) -> None:
    assert [one[:3] for one in said(line)] == [(start, minutes, title)]


@pytest.mark.parametrize(
    ("line", "title", "people", "room"),
    [
        ("Ropes / Aya Mori (Harbour Labs), Bo", "Ropes", "Aya Mori|Harbour Labs, Bo", ""),
        ("Ropes by Aya Mori", "Ropes", "Aya Mori", ""),
        ("Ropes by hand", "Ropes by hand", "", ""),
        ("TCP/IP and I/O", "TCP/IP and I/O", "", ""),
        ("綱／森 あや（港研究所）さん", "綱", "森 あや|港研究所", ""),
        ("「綱の話」森 あや氏", "綱の話", "森 あや", ""),
        ("Ropes @ Quay", "Ropes", "", "Quay"),
        ("Ropes [quay]", "Ropes", "", "Quay"),
        ("【大ホール】綱の話", "綱の話", "", "大ホール"),
        ("Ropes (and knots)", "Ropes (and knots)", "", ""),
        ("Ropes\tAya Mori\tQuay", "Ropes", "Aya Mori", "Quay"),
        ("|| Ropes || Aya Mori", "Ropes", "Aya Mori", ""),
        ("Hall A | Ropes | Aya Mori |", "Ropes", "Aya Mori", "Hall A"),
        ("Ropes, Room: Cellar", "Ropes", "", "Cellar"),
        ("綱の話　登壇者：森 あや、ジョン・スミス", "綱の話", "森 あや, ジョン・スミス", ""),
    ],
)
def test_who_and_where(line: str, title: str, people: str, room: str) -> None:
    assert [one[2:] for one in said(f"10:00 {line}")] == [(title, people, room)]


def test_days_follow_their_heads() -> None:
    text = """
    9:00 Before
    ## Day 2 (Sat)
    10:00 A
    5月1日（金）
    11:00 B
    【2日目】
    12:00 Lunch
    Friday 1 May
    13:00 C
    5/2
    14:00 D
    """
    assert [(one[0], one[2]) for one in said(text)] == [
        ("05-01T09:00", "Before"), ("05-02T10:00", "A"), ("05-01T11:00", "B"),
        ("05-02T12:00", "Lunch"), ("05-01T13:00", "C"), ("05-02T14:00", "D"),
    ]  # fmt: skip
    kinds = [one.facts.kind for one in read_typed(text, FRAME)]
    assert kinds.count(SessionKind.MEAL) == 1


def test_what_stands_below_a_time_belongs_to_it() -> None:
    text = (
        "10:00 - 10:35\nRopes\nAya Mori, Bo\nQuay\nHow they hold.\nAnd when not.\n\n"
        "11:00 Knots\nSpeaker: Cy\n会場：大ホール\nDay 2 is no day here"
    )
    first, second = read_typed(text, FRAME)
    assert said(text) == [
        ("05-01T10:00", 35, "Ropes", "Aya Mori, Bo", "Quay"),
        ("05-01T11:00", None, "Knots", "Cy", "大ホール"),
    ]
    assert first.facts.abstract == "How they hold.\nAnd when not."
    assert second.facts.abstract == "Day 2 is no day here"


def test_a_room_at_the_head_holds_for_what_follows() -> None:
    text = (
        "Quay\n10:00 A\n11:00 B [Hall A]\n\n== Hall A ==\n10:00 C\n"
        "Day 2\nQuay\n9:00 D\nDay 1\n12:00 E"
    )
    assert [(one[2], one[4]) for one in said(text)] == [
        ("A", "Quay"), ("B", "Hall A"), ("C", "Hall A"), ("D", "Quay"), ("E", ""),
    ]  # fmt: skip
    spaced = "10:00\n\nRopes\n\nQuay\n\n11:00\n\nKnots"
    assert [(one[2], one[4]) for one in said(spaced)] == [("Ropes", "Quay"), ("Knots", "")]


def test_tables_of_signs_are_read_through() -> None:
    text = (
        "| Time | Title | Speaker |\n|---|---|---|\n| 10:00 | A | Ada |\n|-\n| 11:00 || B || Bo\n|}"
    )
    assert [one[2:4] for one in said(text)] == [("A", "Ada"), ("B", "Bo")]


@pytest.mark.parametrize(
    "text",
    ["", "nothing here", "10:00", "99:99 x", "\x00\x01", "1:" * 40_000, "(" * 50_000,
     "10:00 " + "a / " * 20_000, "10:00 " + "【" * 20_000, "10:00 x\n" + "y" * 200_000,
     "10:00\t" * 10_000, "10:00 " + "\t" * 50_000, "10:00 by " + " by A" * 20_000],
)  # fmt: skip
def test_nonsense_is_read_in_no_time(text: str) -> None:
    for one in read_typed(text, FRAME):
        assert one.facts.title
        assert len(one.facts.title) <= 1_000
