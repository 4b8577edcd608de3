"""schedule.xml in its dialects, hardened and mended."""

import pytest

from confnotes.domain.session import LinkKind
from confnotes.schedule import read_schedule
from confnotes.schedule.limits import MAX_PARTS
from helpers.schedules import codes, frab_xml, only, refusal, refused, xml_event

DATE = "<date>2026-04-01T10:00:00+02:00</date>"


def test_a_session() -> None:
    session = only(
        frab_xml(
            xml_event(
                DATE,
                "<start>10:00</start><duration>00:25</duration><room>Hall A</room>",
                "<subtitle>Sub</subtitle><track>T</track><type>keynote</type><language>de</language>",
                "<url>https://e.org/1</url><feedback_url>https://e.org/f</feedback_url>",
                "<abstract>&lt;p&gt;One &amp;amp; two&lt;/p&gt;</abstract><description/>",
                '<persons><person id="6" guid="p-6">Ada Example</person><person/></persons>',
                '<links><link href="https://video.e.org/1.mp4">Video recording (mp4)</link>',
                '<link href="https://e.org/f">Submit feedback</link></links>',
                '<attachments><attachment type="slides" href="s.pdf">Deck</attachment>',
                "</attachments>",
                "<recording><optout>false</optout></recording>",
                attributes='id="7" guid="g-7"',
            ),
            head="<base_url>https://e.org/</base_url><venue>ULB</venue><city>Brussels</city>",
        )
    )
    facts = session.facts
    assert (session.key, facts.title, facts.subtitle, facts.track) == ("g-7", "Opening", "Sub", "T")
    assert (facts.start, facts.duration) == ("2026-04-01T10:00:00+02:00", 1500)
    assert facts.abstract == "One & two"
    assert [(s.name, s.key) for s in session.speakers] == [("Ada Example", "p-6")]
    assert [(each.kind, each.url) for each in session.links] == [
        (LinkKind.PAGE, "https://e.org/1"),
        (LinkKind.VIDEO, "https://video.e.org/1.mp4"),
        (LinkKind.SLIDES, "https://e.org/s.pdf"),
    ]


def test_fosdem_until_2024_has_wall_times_and_nights_of_the_day_before() -> None:
    draft = read_schedule(
        frab_xml(
            xml_event("<start>09:30</start><duration>00:25</duration>", attributes='id="1"'),
            xml_event("<start>00:30</start><duration>01:00</duration>", attributes='id="2"'),
            head="<city>Brussels</city><day_change>09:00:00</day_change>",
        )
    )
    assert [s.facts.start for s in draft.sessions] == [
        "2026-04-01T09:30:00",
        "2026-04-02T00:30:00",
    ]
    assert draft.needs_zone
    assert draft.timezone_hints == ("Europe/Brussels",)
    assert draft.day_begins == 9 * 60


def test_a_day_change_that_the_days_contradict_is_not_believed() -> None:
    early = xml_event("<date>2026-04-01T08:30:00+02:00</date>")
    draft = read_schedule(frab_xml(early, head="<day_change>09:00</day_change>"))
    assert draft.day_begins is None


def test_pentabarf_has_events_right_under_the_day() -> None:
    data = (
        b"<schedule><conference><title>Old</title><start>2007-02-24</start></conference>"
        b'<day index="1"><event id="1"><start>10:00:00</start><duration>01:00:00</duration>'
        b"<room>Janson</room><title>One</title></event></day>"
        b'<day index="2"><event id="2"><start>11:00:00</start><title>Two</title></event></day>'
        b"</schedule>"
    )
    draft = read_schedule(data)
    assert [(s.facts.start, s.facts.duration, s.facts.room) for s in draft.sessions] == [
        ("2007-02-24T10:00:00", 3600, "Janson"),
        ("2007-02-25T11:00:00", None, None),
    ]


def test_wafer_writes_fields_twice_and_has_the_page_elsewhere() -> None:
    session = only(
        frab_xml(
            xml_event(
                DATE,
                "<abstract/><abstract>Text</abstract>",
                "<conf_url>/talks/1/</conf_url><full_conf_url>https://e.org/talks/1/</full_conf_url>",
            )
        )
    )
    assert session.facts.abstract == "Text"
    assert [each.url for each in session.links] == ["https://e.org/talks/1/"]


def test_offsets_that_lie_can_be_dropped() -> None:
    event = xml_event("<date>2026-04-01T10:00:00+00:00</date><start>10:00</start>")
    draft = read_schedule(frab_xml(event))
    assert codes(draft) == ["schedule.only_utc"]
    assert draft.sessions[0].facts.start == "2026-04-01T10:00:00Z"
    assert draft.with_local_times().sessions[0].facts.start == "2026-04-01T10:00:00"


def test_wall_clocks_beside_utc_instants_point_to_the_zone() -> None:
    event = xml_event("<date>2026-09-10T04:30:00+00:00</date><start>10:00</start>")
    draft = read_schedule(frab_xml(event))
    assert draft.timezone_hints[0] == "Asia/Kolkata"
    assert codes(draft) == ["schedule.zone_not_given", "schedule.zone_guess"]


def test_tracks_with_colours_and_rooms_with_keys() -> None:
    data = frab_xml(xml_event(DATE), head='<track name="T" color="#ABCDEF" slug="t"/>')
    data = data.replace(b'<room name="Hall A">', b'<room name="Hall A" guid="r1">')
    draft = read_schedule(data)
    assert draft.tracks == (("T", "#abcdef"),)
    assert draft.rooms == (("Hall A", "r1"),)


# -- what is not well-formed ------------------------------------------------------------


def test_control_characters_are_removed_and_counted() -> None:
    draft = read_schedule(frab_xml(xml_event(DATE, title="A\x06B\x00&#6;&#x1F;C")))
    assert draft.sessions[0].facts.title == "ABC"
    (problem,) = [p for p in draft.problems if p.code == "schedule.control_characters"]
    assert problem.facts == {"count": 2}


def test_bare_ampersands_and_undeclared_characters_are_mended() -> None:
    draft = read_schedule(frab_xml(xml_event(DATE, title="Q&A &nbsp;&eacute; AT&T; &lt;3")))
    assert draft.sessions[0].facts.title == "Q&A é AT&T; <3"
    assert "schedule.mended_xml" in codes(draft)


@pytest.mark.parametrize(
    "broken",
    [
        "<event id='8'><title>Bad <b>tag</title></event>",
        "<event id='8'><title>Never closed",
        "<event id=8><title>No quotes</title></event>",
        "<event id='8'><title>One</titel></event>",
        "<event id='8' id='9'><title>Twice</title></event>",
    ],
)
def test_a_broken_event_is_left_out_and_named(broken: str) -> None:
    first = xml_event(DATE, attributes='id="1"', title="First")
    last = xml_event(DATE, attributes='id="2"', title="Last")
    data = frab_xml(first, broken, last)
    draft = read_schedule(data)
    assert draft.title == "Example 2026"
    assert [(s.facts.title, s.facts.room) for s in draft.sessions] == [
        ("First", "Hall A"),
        ("Last", "Hall A"),
    ]
    (problem,) = [p for p in draft.problems if p.code == "schedule.broken_event"]
    line = int(problem.place.removeprefix("line "))
    assert data.decode().splitlines()[line - 1] == broken


def test_a_file_that_breaks_off_is_refused_wherever_it_does() -> None:
    data = frab_xml(xml_event(DATE), xml_event(DATE, attributes='id="8"'))
    for cut in range(data.index(b"<event") + 7, len(data) - 1, 3):
        assert refused(data[:cut]) == "schedule.truncated", data[:cut][-30:]
    error = refusal(data[:-12])
    assert error is not None
    assert error.facts == {"line": 6, "count": 2}


def test_nothing_to_save_is_refused_with_its_place() -> None:
    error = refusal(b"<schedule>\n<conference></oops>\n</schedule>")
    assert error is not None
    assert (error.code, error.facts["line"]) == ("schedule.broken_xml", 2)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b'<!DOCTYPE x [<!ENTITY a "aaaa">]><schedule>&a;</schedule>', "schedule.dtd"),
        (b'<!doctype x SYSTEM "file:///etc/passwd"><schedule/>', "schedule.dtd"),
        ("<!DOCTYPE x><schedule/>".encode("utf-16"), "schedule.dtd"),
        (b"<schedule>" + b"<a/>" * (MAX_PARTS + 1), "schedule.too_many_parts"),
    ],
)
def test_attacks_are_refused(data: bytes, code: str) -> None:
    assert refused(data) == code


def test_a_document_type_in_a_text_is_text() -> None:
    event = xml_event(DATE, "<abstract><![CDATA[<!DOCTYPE html> is how pages begin]]></abstract>")
    assert only(frab_xml(event)).facts.title == "Opening"


def test_deep_nesting_does_no_harm() -> None:
    deep = "<a>" * 100_000 + "</a>" * 100_000
    assert only(frab_xml(xml_event(DATE, deep))).facts.title == "Opening"


def test_a_namespace_is_no_hindrance() -> None:
    data = frab_xml(xml_event(DATE)).replace(b"<schedule>", b'<schedule xmlns="http://e.org/ns">')
    assert only(data).facts.title == "Opening"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<p>One <b>two</b> three</p>tail", "One **two** three\n\ntail"),
        ("<p>One<br>two</p>", "One  \ntwo"),
        ("One<br />two &lt; 3", "One\ntwo < 3"),
    ],
)
def test_tags_of_a_text_may_stand_unescaped(text: str, shown: str) -> None:
    assert only(frab_xml(xml_event(DATE, f"<abstract>{text}</abstract>"))).facts.abstract == shown
