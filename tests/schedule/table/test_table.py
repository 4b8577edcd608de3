"""Tables: encodings, delimiters, headers, people, and what cannot be read."""

from datetime import date

import pytest

from confnotes.domain.conference import Confidence, SourceKind
from confnotes.domain.errors import ScheduleError
from confnotes.domain.session import LinkKind, SessionKind
from confnotes.domain.table import Columns
from confnotes.domain.table import TableField as F
from confnotes.schedule import read_schedule
from confnotes.schedule.detect import table_view
from confnotes.schedule.table.columns import _WORDS, guessed
from confnotes.schedule.table.people import speakers_in
from helpers.schedules import calendar, codes, event, frab_json, only, refusal, vevent

JAPANESE = (
    "日付,開始,終了,会場,題名,登壇者,所属,概要\r\n"
    "2026/5/4(月),9:30,10:15,岸壁ホール,灯台の話,浜 渚,灯台社,光について。\r\n"
    "2026/5/4(月),10:30,11:00,岸壁ホール,浮標の話,浦 岬,浮標社,海のこと。\r\n"
)
KANJI_ONLY = "題名,日付,開始,会場\r\n開会,2026/5/4,9:30,大会場\r\n"


def test_every_field_of_a_table() -> None:
    data = (
        b"ID;Title;Subtitle;Description;Speakers;Company;Date;Start;End;Room;Track;Type;Language;"
        b"URL;Slides;Video;Shoe size\n"
        b"t1;Buoys;A start;<b>Buoys</b>;Mara Quill;Beacon;2026-05-04;9:00;9:45;Quay;Sea;Workshop;"
        b"English;https://e.org/1;https://e.org/s;https://e.org/v;42\n"
    )
    draft = read_schedule(data)
    (session,) = draft.sessions
    facts = session.facts
    assert (draft.kind, draft.needs_zone) == (SourceKind.TABLE, True)
    assert (session.key, session.place) == ("t1", "line 2")
    assert (facts.title, facts.subtitle, facts.abstract) == ("Buoys", "A start", "**Buoys**")
    assert (facts.start, facts.end) == ("2026-05-04T09:00:00", "2026-05-04T09:45:00")
    assert (facts.room, facts.track, facts.language) == ("Quay", "Sea", "en")
    assert (facts.format, facts.kind) == ("Workshop", SessionKind.WORKSHOP)
    assert [(s.name, s.affiliation) for s in session.speakers] == [("Mara Quill", "Beacon")]
    assert [one.kind for one in session.links] == [
        LinkKind.PAGE,
        LinkKind.SLIDES,
        LinkKind.VIDEO,
    ]
    assert '"Shoe size":"42"' in session.record
    assert codes(draft) == ["schedule.times_without_zone"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932", "euc_jp"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_japanese_tables_in_every_encoding(encoding: str, delimiter: str) -> None:
    draft = read_schedule(JAPANESE.replace(",", delimiter).encode(encoding))
    assert [s.facts.title for s in draft.sessions] == ["灯台の話", "浮標の話"]
    first = draft.sessions[0]
    assert (first.facts.start, first.facts.room) == ("2026-05-04T09:30:00", "岸壁ホール")
    assert [(s.name, s.affiliation) for s in first.speakers] == [("浜 渚", "灯台社")]
    guessed = encoding in ("cp932", "euc_jp")
    assert ("schedule.encoding_guessed" in codes(draft)) is guessed


@pytest.mark.parametrize("encoding", ["cp932", "euc_jp"])
def test_kanji_alone_are_told_by_the_words_of_the_header(encoding: str) -> None:
    facts = only(KANJI_ONLY.encode(encoding)).facts
    assert (facts.title, facts.room) == ("開会", "大会場")


def test_a_western_table_stays_western() -> None:
    assert only("Titel;Tag;Beginn\nGrüße;4.5.2026;9:00\n".encode("cp1252")).facts.title == "Grüße"


def test_a_spreadsheets_own_lines_are_no_rows() -> None:
    data = b"sep=;\r\nProgramme of Harbour Conf;;\r\n\r\nTitle;Date;Start\r\nA;2026-05-04;9:00\r\n"
    session = only(data)
    assert (session.facts.title, session.place) == ("A", "line 5")


def test_an_abstract_with_tags_makes_no_web_page() -> None:
    data = b'title,start,abstract\nA,2026-05-04 9:00,"<p>One</p>\n<p>Two</p>"\n'
    assert only(data).facts.abstract == "One\n\nTwo"


def test_rows_below_take_the_day_of_the_row_above() -> None:
    data = b"date,start,title\n2026-05-04,9:00,A\n,10:00,B\n2026-05-05,9:00,C\n,,D\n"
    draft = read_schedule(data)
    assert [s.facts.start for s in draft.sessions] == [
        "2026-05-04T09:00:00",
        "2026-05-04T10:00:00",
        "2026-05-05T09:00:00",
        None,
    ]
    told = {p.code: (p.place, p.facts) for p in draft.problems}
    assert told["schedule.day_carried"] == ("", {"count": 1})
    assert told["schedule.no_start"] == ("line 5", {})


def test_ends_after_midnight_and_ranges_in_one_cell() -> None:
    data = "title,date,time\nA,2026-05-04,22:00–01:00\nB,2026-05-04,9:00-9:45\n".encode()
    ends = [s.facts.end for s in read_schedule(data).sessions]
    assert ends == ["2026-05-05T01:00:00", "2026-05-04T09:45:00"]


def test_a_start_with_an_offset_is_an_instant() -> None:
    facts = only(b"title,start,end\nA,2026-05-04T09:00:00+09:00,9:45\n").facts
    assert facts.start == "2026-05-04T09:00:00+09:00"
    assert facts.end == "2026-05-04T09:45:00+09:00"


def test_the_order_of_day_and_month_is_that_of_the_whole_table() -> None:
    told = read_schedule(b"title,date\nA,13/5/2026\nB,4/5/2026\n")
    assert [s.facts.start for s in told.sessions] == ["2026-05-13", "2026-05-04"]
    near = read_schedule(b"title,date\nA,5/4/2026\nB,5/5/2026\n")
    assert [s.facts.start for s in near.sessions] == ["2026-05-04", "2026-05-05"]
    assert "schedule.day_first" not in codes(near)
    open_to_both = read_schedule(b"title,date\nA,5/4/2026\n")
    assert open_to_both.sessions[0].facts.start == "2026-04-05"
    (problem,) = [p for p in open_to_both.problems if p.code == "schedule.day_first"]
    assert problem.facts == {"value": "5/4/2026", "date": "2026-04-05"}


def test_weekdays_and_numbered_days_wait_for_a_first_day() -> None:
    data = "題名,日付,開始\nA,金,9:00\nB,2日目,9:00\nC,5/9,9:00\n".encode()
    draft = read_schedule(data)
    assert [s.facts.start for s in draft.sessions] == [None] * 3
    assert codes(draft).count("schedule.needs_first_day") == 3
    columns = Columns((F.TITLE, F.DATE, F.START), date(2026, 5, 8), day_first=False)
    dated = read_schedule(data, columns=columns)
    assert [s.facts.start for s in dated.sessions] == [
        "2026-05-08T09:00:00",
        "2026-05-09T09:00:00",
        "2026-05-09T09:00:00",
    ]


def test_what_cannot_be_read_is_told_with_its_line() -> None:
    data = (
        b"title,date,start,duration\nA,someday,9:00,long\nB,2026-05-04,early,\nC,2026-05-04,tbd,\n"
    )
    told = [(p.place, p.facts["field"]) for p in read_schedule(data).problems
            if p.code == "schedule.bad_time"]  # fmt: skip
    assert told == [("line 2", "date"), ("line 3", "start")]


def test_several_columns_of_speakers_and_the_same_title_twice() -> None:
    data = b"title,speaker 1,speaker 2,start\nA,X,Y,9:00\nA,X,,10:00\nA,X,,11:00\n"
    draft = read_schedule(data)
    assert [s.name for s in draft.sessions[0].speakers] == ["X", "Y"]
    assert len({(s.key, s.facts.start) for s in draft.sessions}) == 3


@pytest.mark.parametrize(
    ("cells", "companies", "found"),
    [
        (["Ada Example"], ["Acme, Inc."], [("Ada Example", "Acme, Inc.")]),
        (["浜 渚（灯台社）、浦 岬"], [], [("浜 渚", "灯台社"), ("浦 岬", "")]),
        (["Ada Example & Bob Sample"], ["Acme; Beta"],
         [("Ada Example", "Acme"), ("Bob Sample", "Beta")]),
        (["Ada Example\nBob Sample"], ["Acme"], [("Ada Example", ""), ("Bob Sample", "")]),
        (["Ada (Acme, Inc.), Bob"], [], [("Ada", "Acme, Inc."), ("Bob", "")]),
        (["tbd"], ["Acme"], []),
        (["", "未定"], [], []),
    ],
)  # fmt: skip
def test_people(cells: list[str], companies: list[str], found: list[tuple[str, str]]) -> None:
    assert [(s.name, s.affiliation) for s in speakers_in(cells, companies)] == found


def test_names_parted_by_commas_are_guessed() -> None:
    sure = {cell: {s.confidence for s in speakers_in([cell], [])} for cell in ("A; B", "A, B")}
    assert sure == {"A; B": {Confidence.GIVEN}, "A, B": {Confidence.GUESSED}}


def test_quotes_that_are_not_doubled_are_read_as_they_stand() -> None:
    draft = read_schedule(b'title,start\n"A" and "B",9:00\nC,10:00\n')
    assert len(draft.sessions) == 2
    assert "schedule.loose_quotes" in codes(draft)


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b'title,start\nA,9:00\n"B,10:00\nC,11:00\n', 3),
        (b'title,start\nA "x" y,9:00\n"B" z,9:00\n"C,10:00\nD,11:00\n', 4),
    ],
)
def test_a_quote_that_is_never_closed_swallows_nothing(data: bytes, line: int) -> None:
    error = refusal(data)
    assert error is not None
    assert (error.code, error.facts) == ("schedule.open_quote", {"line": line})


def test_a_view_shows_what_was_guessed_and_a_given_mapping_counts() -> None:
    data = b"Was,Wann,Wer,Notizen\nA,2026-05-04 9:00,X,n\nB,2026-05-04 10:00,Y,m\n"
    view = table_view(data)
    assert view.header == ("Was", "Wann", "Wer", "Notizen")
    assert (view.rows, view.first[1]) == (2, ("B", "2026-05-04 10:00", "Y", "m"))
    assert view.columns == Columns((None,) * 4)
    error = refusal(data)
    assert error is not None
    assert error.facts == {"columns": "Was, Wann, Wer, Notizen"}
    columns = view.columns.given(F.TITLE, 0).given(F.START, 1).given(F.SPEAKERS, 2)
    draft = read_schedule(data, columns=columns)
    assert [(s.facts.title, s.facts.start) for s in draft.sessions] == [
        ("A", "2026-05-04T09:00:00"),
        ("B", "2026-05-04T10:00:00"),
    ]
    moved = columns.given(F.TITLE, 3)
    assert [s.facts.title for s in read_schedule(data, columns=moved).sessions] == ["n", "m"]


def test_what_is_no_table_has_no_columns() -> None:
    for data in (frab_json(event()), calendar(vevent()), b"<html></html>"):
        with pytest.raises(ScheduleError) as caught:
            table_view(data)
        assert caught.value.code == "schedule.no_table"
        with pytest.raises(ScheduleError) as caught:
            read_schedule(data, columns=Columns((F.TITLE,)))
        assert caught.value.code == "schedule.no_table"
    with pytest.raises(ScheduleError) as caught:
        read_schedule(b"a,b\n1,2\n", columns=Columns((None, None)))
    assert caught.value.code == "schedule.unknown_columns"


def test_personal_columns_are_not_kept() -> None:
    record = only(b"title,start,E-Mail\nA,2026-05-04 9:00,ada@quill.example\n").record
    assert "quill.example" not in record


@pytest.mark.parametrize("field", F)
def test_every_known_word_of_a_header_is_guessed(field: F) -> None:
    words = [*_WORDS[field].split(), *(word.upper() for word in _WORDS[field].split())]
    for word in words:
        assert guessed([word]).fields == (field,), word
    assert guessed(["ﾀｲﾄﾙ", "開始", "トラック"]).fields == (
        F.TITLE,
        F.START,
        F.TRACK,
    )


def test_a_day_beside_the_time_waits_for_a_first_day_and_is_the_nearer_one() -> None:
    data = "時間,内容,講師\n5/4 10:00〜10:45,開会,森\n,昼休み,\n5/5 9:00,閉会,林\n".encode()
    draft = read_schedule(data)
    assert [s.facts.title for s in draft.sessions] == ["開会", "昼休み", "閉会"]
    assert codes(draft).count("schedule.needs_first_day") == 2
    assert "schedule.no_day" not in codes(draft)
    columns = Columns((F.START, F.TITLE, F.SPEAKERS), date(2026, 5, 4))
    single_day = read_schedule("時間,題名\n5/4 10:00,開会\n".encode(),
                               columns=Columns((F.START, F.TITLE), date(2026, 5, 4)))  # fmt: skip
    assert single_day.sessions[0].facts.start == "2026-05-04T10:00:00"
    dated = read_schedule(data, columns=columns)
    assert [s.facts.start for s in dated.sessions][::2] == [
        "2026-05-04T10:00:00",
        "2026-05-05T09:00:00",
    ]


def test_starts_and_ends_are_known_and_contents_beside_a_title_are_a_text() -> None:
    facts = only(b"Talk title,Date,Starts,Ends\nA,2026-05-04,10:00,10:30\n").facts
    assert (facts.start, facts.end) == ("2026-05-04T10:00:00", "2026-05-04T10:30:00")
    assert guessed(["題名", "時間", "内容"]).fields == (F.TITLE, F.START, F.ABSTRACT)
