"""Files cut, mutated and spliced by a machine: read or refused, quickly, and nothing else."""

import csv
import io
import time
from collections.abc import Callable
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from confnotes.domain.errors import ScheduleError
from confnotes.domain.inline import safe
from confnotes.domain.table import Columns
from confnotes.domain.table import TableField as F
from confnotes.domain.text import stored
from confnotes.domain.times import Planned
from confnotes.schedule import read_schedule
from helpers.programs import (
    as_bytes,
    cell,
    contribution,
    fortee,
    grid,
    indico,
    proposal,
    pycon,
    sessionize,
    slot,
    talk,
    widget,
    widget_talk,
)
from helpers.schedules import calendar, event, frab_json, frab_xml, vevent, xml_event

_ZONE = "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\nEND:VTIMEZONE"
FILES = [
    calendar(
        _ZONE,
        vevent(
            "DTSTART;TZID=Europe/Berlin:20260401T100000",
            "DTEND;TZID=Europe/Berlin:20260401T110000",
            "DESCRIPTION:<p>One</p>\\n<b>two</b> &amp\\; 三",
            "LOCATION:Hall\\, Tokyo",
            "RRULE:FREQ=DAILY;COUNT=3",
            "CATEGORIES:Talk,日本語",
        ),
        vevent("DTSTART;VALUE=DATE:20260402", "DURATION:PT1H", uid="a2"),
        vevent("DTSTART:20260402T100000", 'ATTENDEE;CN="Ada; E":mailto:a@e.org', uid="a3"),
        head=("PRODID:-//Sched.com Example 2026//EN", "X-WR-TIMEZONE:Asia/Tokyo"),
    ),
    frab_json(
        event(abstract="<ul><li>x</ul>", links=["/x", {"url": "https://e.org"}], end="11:00"),
        event(guid="x", date=None, persons=["Ada", {"name": "Bob"}]),
        event(guid="y", attachments=[{"url": "a.pdf"}]),
        conference={"time_zone_name": "Europe/Berlin", "day_change": "04:00"},
        base_url="https://e.org/",
    ),
    frab_xml(
        xml_event("<date>2026-04-01T10:00:00Z</date>", "<persons><person>A</person></persons>"),
        xml_event("<start>02:00</start><duration>1:02:30</duration><abstract>&lt;p&gt;x</abstract>"),
        head="<day_change>09:00</day_change><base_url>https://e.org/</base_url>",
    ),
    sessionize(talk(recordingUrl="https://e.org/v"), talk(id="2", title={"ja": "題", "en": "T"})),
    grid([cell()], [cell(id="3", title="Break", isServiceSession=True)]),
    fortee(proposal(), proposal(uuid="u2", starts_at=...)),
    indico(contribution(), sessions=[{"title": "S", "contributions": [contribution(db_id=4)]}]),
    pycon(slot(sessions=[{"conf_key": 2, "name": "<s>P</s>"}]), slot(conf_key=3, room="")),
    widget(widget_talk(), widget_talk(code=..., title={"en": "Lunch"})),
    b'title,date,start,end,speakers,url\r\n"A ""b""\nc",4/5/2026,9:00 pm,1:00,"X, Y",http://\r\n',
    "題名\t日付\t開始\t登壇者\n開会\t2026年5月4日(月)\t午前9時\t浜 渚、浦 岬\n".encode(),
]  # fmt: skip
# fmt: off
SIGNS = [b"\0", b"\xff\xfe", b"\r", b"\n ", b"<", b">", b"&", b'"', b"{", b"]", b":", b";", b"\\",
         b"END:VEVENT\r\n", b"BEGIN:VEVENT\r\n", b"<event>", b"</event>", b"<!DOCTYPE", b"\x1b$B",
         b"99999999", b"-", "é".encode("cp1252"), "日".encode("cp932"), b"\\ud800"]
# fmt: on


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    data = draw(st.sampled_from(FILES))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        size = draw(st.integers(0, 60))
        match draw(st.sampled_from(["cut", "end", "put", "twice", "splice", "noise"])):
            case "cut":
                data = data[:at] + data[at + size :]
            case "end":
                data = data[:at]
            case "put":
                data = data[:at] + draw(st.sampled_from(SIGNS)) + data[at:]
            case "twice":
                data = data[: at + size] + data[at:]
            case "splice":
                data = data[:at] + draw(st.sampled_from(FILES))[at:]
            case _:
                data = data[:at] + draw(st.binary(max_size=8)) + data[at + size :]
    return data


def check(data: bytes, columns: Columns | None = None) -> None:
    """Read a file; what comes out must be fit to be stored."""
    try:
        draft = read_schedule(data, "damaged", columns)
    except ScheduleError:
        return
    assert draft.sessions
    assert len({(s.key, s.facts.start) for s in draft.sessions}) == len(draft.sessions)
    for session in draft.sessions:
        facts = session.facts
        Planned(facts.start, facts.end, facts.duration).span("Asia/Tokyo")
        assert all(safe(link.url) for link in session.links)
        for text in (facts.title, facts.abstract, facts.room, facts.format, facts.track):
            assert text is None or (text and text == stored(text))
        f"{session!r}".encode()
    draft.with_local_times()
    f"{draft!r}".encode()


@given(damaged())
@settings(max_examples=600)
def test_damaged_files_are_read_or_refused(data: bytes) -> None:
    start = time.process_time()
    check(data)
    assert time.process_time() - start < 2


cells = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        [
            "1/2/2026",
            "13/2",
            "5月4日(月)",
            "Fri",
            "Day 2",
            "9",
            "24:30",
            "午後3時",
            "3 p.m.",
            "9-10",
            "–",
            "2026-05-04T09:00+09:00",
            "2026-05-04",
            "10:00",
            "90 min",
            "0:45",
            "A (B), C; D",
            "http://",
        ]
    ),
)


@given(
    st.lists(st.lists(cells, min_size=6, max_size=6), min_size=1, max_size=6),
    st.one_of(st.none(), st.dates(date(1970, 1, 1), date(2200, 1, 1))),
)
@settings(max_examples=200)
def test_cells_of_any_kind_are_read_or_told(rows: list[list[str]], first_day: date | None) -> None:
    fields = (F.TITLE, F.DATE, F.START, F.END, F.SPEAKERS, F.DURATION)
    file = io.StringIO()
    csv.writer(file).writerows([[str(field) for field in fields], *rows])
    data = file.getvalue().encode()
    check(data)
    check(data, Columns(fields, first_day))


@given(st.binary(max_size=400))
def test_noise_is_read_or_refused(data: bytes) -> None:
    check(data)
    check(b"title,start,room\n" + data)
    check(b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + data + b"\r\nEND:VEVENT\r\nEND:VCALENDAR")


json_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=12)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=6), inner)
    ),
    max_leaves=6,
)
FIELDS = ["id", "guid", "date", "start", "end", "duration", "title", "subtitle", "type", "track",
          "room", "language", "abstract", "description", "persons", "links", "attachments", "url",
          "status"]  # fmt: skip


@given(st.dictionaries(st.sampled_from(FIELDS), json_values, max_size=6), json_values)
def test_fields_of_any_type_are_read_or_told(fields: dict[str, object], other: object) -> None:
    check(frab_json(event(**fields), other))
    check(frab_json(event(), conference={"days": other, "rooms": other, "start": other}))
    check(frab_json(event(), conference={"rooms": other, "tracks": other, "title": other}))


ENTRIES: list[tuple[Callable[..., dict[str, object]], Callable[..., bytes]]] = [
    (talk, sessionize), (proposal, fortee), (contribution, indico), (slot, pycon),
    (widget_talk, widget),
]  # fmt: skip
TABLES: list[tuple[Callable[..., bytes], dict[str, object], tuple[str, ...]]] = [
    (sessionize, talk(), ("speakers", "rooms", "categories", "questions")),
    (widget, widget_talk(), ("tracks", "rooms", "speakers", "timezone", "event_start")),
    (indico, contribution(), ("sessions", "timezone", "startDate", "title", "url")),
    (pycon, slot(), ("conference", "timezone")),
]


@given(st.data(), st.sampled_from(ENTRIES), json_values)
@settings(max_examples=200)
def test_entries_of_any_type_are_read_or_told(
    data: st.DataObject,
    kind: tuple[Callable[..., dict[str, object]], Callable[..., bytes]],
    other: object,
) -> None:
    entry, file = kind
    names = st.sampled_from(sorted(entry()))
    fields = data.draw(st.dictionaries(names, json_values, max_size=4))
    check(file(entry(**fields), other))


@given(st.data(), st.sampled_from(TABLES), json_values)
def test_tables_of_any_type_are_read_or_told(
    data: st.DataObject,
    kind: tuple[Callable[..., bytes], dict[str, object], tuple[str, ...]],
    other: object,
) -> None:
    file, entry, names = kind
    check(file(entry, **{data.draw(st.sampled_from(names)): other}))
    rooms = [other, {"name": other, "sessions": [other, cell()]}]
    check(as_bytes([{"date": other, "rooms": rooms}]))


def test_a_file_full_of_the_worst_takes_no_longer_than_a_real_one() -> None:
    worst = {
        "stray lines": b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\n" + b"junk\n" * 400_000
        + b"END:VEVENT\nEND:VCALENDAR\n",
        "folds": b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x" + b"\n y" * 400_000
        + b"\nEND:VEVENT\nEND:VCALENDAR\n",
        "quotes": b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY" + b';a="' * 200_000
        + b"\nSUMMARY:x\nEND:VEVENT\nEND:VCALENDAR\n",
        "events without an end": b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\nSUMMARY:x\n" * 60_000
        + b"END:VEVENT\nEND:VCALENDAR\n",
        "one id": calendar(*[vevent("DTSTART:20260401T080000Z")] * 15_000),
        "unclosed XML": frab_xml(*["<event><title>x"] * 60_000),
        "ampersands": frab_xml(xml_event("&" * 500_000)),
        "comments": b"<schedule><!--" * 100_000,
        "JSON": frab_json(*[[]] * 300_000, event()),
        "breaks": grid(*[[cell(id=str(n), title="Break", isServiceSession=True, speakers=[])
                          for n in range(400)]] * 10),
        "cells": b"title,start" + b"," * 900_000 + b"\n" + b"x,9:00\n" * 60_000,
        "rows": b"title,start\n" + b"x,9:00\n" * 100_000,
        "quotes in cells": b'title,start\nx "y",9:00\n' * 15_000,
        "times": b"title,date,start\n" + (b"x," + b"1/" * 9000 + b"," + b"1-" * 9000 + b"\n") * 500,
        "speakers": sessionize(*[talk(id=str(n), speakers=["s1"] * 500) for n in range(300)]),
        "contributions": indico(*[contribution(folders=[{"attachments": [{}] * 300}] * 20)] * 20),
    }  # fmt: skip
    for name, data in worst.items():
        start = time.process_time()
        check(data)
        assert time.process_time() - start < 8, name
