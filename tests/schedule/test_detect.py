"""What a file is, told from its content; what is none is named."""

import gzip
import subprocess
import sys
import zlib

import pytest

from confnotes.domain.conference import SourceKind
from confnotes.schedule import read_schedule
from confnotes.schedule.limits import MAX_BYTES
from helpers.programs import (
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
from helpers.schedules import (
    calendar,
    event,
    frab_json,
    frab_xml,
    refusal,
    refused,
    vevent,
    xml_event,
)

ICS = calendar(vevent("DTSTART:20260401T080000Z"))
XML = frab_xml(xml_event("<date>2026-04-01T10:00:00+02:00</date>"))
JSON = frab_json(event())


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (ICS, SourceKind.ICALENDAR),
        (XML, SourceKind.FRAB_XML),
        (JSON, SourceKind.FRAB_JSON),
        (sessionize(talk(title="Opening")), SourceKind.SESSIONIZE),
        (grid([cell(title="Opening")]), SourceKind.SESSIONIZE),
        (fortee(proposal(title="Opening")), SourceKind.FORTEE),
        (indico(contribution(title="Opening")), SourceKind.INDICO),
        (pycon(slot(name="Opening")), SourceKind.PYCON_US),
        (widget(widget_talk(title="Opening")), SourceKind.PRETALX_WIDGET),
        (b"Title;Date;Start\nOpening;2026-05-04;9:00\n", SourceKind.TABLE),
    ],
)
def test_the_kind_is_told_from_the_content_however_it_is_wrapped(
    data: bytes, kind: SourceKind
) -> None:
    text = data.decode()
    for wrapped in (
        data,
        b"\xef\xbb\xbf" + data,
        b"\r\n\r\n  " + data,
        gzip.compress(data),
        text.encode("utf-16"),
        b"\xfe\xff" + text.encode("utf-16-be"),
        text.encode("utf-32"),
    ):
        draft = read_schedule(wrapped, "schedule.txt")
        assert draft.kind is kind
        assert [s.facts.title for s in draft.sessions] == ["Opening"]


REFUSED = {
    "empty": (b"", "schedule.empty"),
    "white space": (b" \r\n\t\n", "schedule.empty"),
    "only a BOM": (b"\xef\xbb\xbf", "schedule.empty"),
    "gzip of nothing": (gzip.compress(b""), "schedule.empty"),
    "login page": (b"<!DOCTYPE html><html><body>Sign in</body></html>", "schedule.html"),
    "login page in capitals": (b"\n<!doctype HTML PUBLIC ''>\n<HTML>", "schedule.html"),
    "xhtml": (
        b'<?xml version="1.0"?><!-- hi --><!DOCTYPE html PUBLIC "x" "y"><html/>',
        "schedule.html",
    ),
    "page without head": (b"<script>location='/login'</script>", "schedule.html"),
    "page after text": (b"Forbidden\n<html><body>403</body></html>", "schedule.html"),
    "png": (b"\x89PNG\r\n\x1a\n" + bytes(40), "schedule.image"),
    "jpeg": (b"\xff\xd8\xff\xe0" + bytes(40), "schedule.image"),
    "webp": (b"RIFF\x10\0\0\0WEBPVP8 ", "schedule.image"),
    "zip": (b"PK\x03\x04" + bytes(40), "schedule.archive"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3", "schedule.pdf"),
    "notebook": (b"SQLite format 3\x00" + bytes(84), "schedule.database"),
    "old xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "schedule.office"),
    "noise": (bytes(range(256)) * 8, "schedule.binary"),
    "plain text": (b"09:00 Opening\n10:00 Keynote\n", "schedule.unknown_kind"),
    "csv of other things": (b"a,b,c\n1,2,3\n4,5,6\n", "schedule.unknown_columns"),
    "csv of people": (b"name,age,town\nA,9,X\nB,10,Y\n", "schedule.unknown_columns"),
    "csv without rows": (b"title,start,room\n", "schedule.no_sessions"),
    "csv of blanks": (b"title,start,room\n,,\n , ,\n", "schedule.no_sessions"),
    "csv with an open quote": (b'title,start,room\n"A,9:00,1\nB,10:00,2\n', "schedule.open_quote"),
    "prose with commas": (
        b"Dear all, we meet at nine, or ten.\nSee you, then.\n",
        "schedule.unknown_kind",
    ),
    "sessionize": (b'{"sessions":[],"speakers":[],"rooms":[]}', "schedule.no_sessions"),
    "sessionize of junk": (
        b'{"sessions":[1],"speakers":[],"rooms":[]}',
        "schedule.nothing_readable",
    ),
    "sessionize grid": (b'[{"date":"2026-04-01T00:00:00","rooms":[]}]', "schedule.no_sessions"),
    "sessionize speakers": (b'[{"fullName":"A B","sessions":[]}]', "schedule.not_yet"),
    "not published": (b"[]", "schedule.no_sessions"),
    "fortee": (b'{"timetable":[]}', "schedule.no_sessions"),
    "fortee of junk": (b'{"timetable":[{"type":"talk","uuid":"x"}]}', "schedule.nothing_readable"),
    "fortee proposals": (b'{"proposals":[{"uuid":"x"}]}', "schedule.not_yet"),
    "schedule2": (b'{"schedule":{"events":[]}}', "schedule.not_yet"),
    "schedule2 with days": (
        b'{"schedule":{"events":[{}],"conference":{"days":[{"date":"2026-04-01"}]}}}',
        "schedule.not_yet",
    ),
    "widget": (b'{"talks":[],"rooms":[],"timezone":"UTC"}', "schedule.no_sessions"),
    "indico": (b'{"_type":"HTTPAPIResult","results":[]}', "schedule.no_sessions"),
    "connpass": (b'{"results_returned":1,"events":[]}', "schedule.not_yet"),
    "doorkeeper": (b'[{"event":{"title":"x"}}]', "schedule.not_yet"),
    "pycon us": (b'{"schedule":[{"conf_key":1}],"conference":"x"}', "schedule.nothing_readable"),
    "other json": (b'{"hello":"world"}', "schedule.unknown_json"),
    "json list": (b"[1,2,3]", "schedule.unknown_json"),
    "xcal": (b"<iCalendar><vcalendar/></iCalendar>", "schedule.not_yet"),
    "xcal of the rfc": (
        b'<icalendar xmlns="urn:ietf:params:xml:ns:icalendar-2.0"><vcalendar/></icalendar>',
        "schedule.not_yet",
    ),
    "europython": (b"<schedule><day date='x'><entry id='1'/></day></schedule>", "schedule.not_yet"),
    "rss": (b"<rss><channel/></rss>", "schedule.unknown_xml"),
    "bare schedule": (b"<schedule/>", "schedule.unknown_xml"),
    "dtd": (b'<!DOCTYPE schedule [<!ENTITY a "b">]><schedule/>', "schedule.dtd"),
    "dtd behind a comment": (
        b"<?xml version='1.0'?>\n<!-- x -->\n<!DOCTYPE schedule SYSTEM 'http://x/'><schedule/>",
        "schedule.dtd",
    ),
    "gzip cut short": (gzip.compress(ICS * 50)[:60], "schedule.gzip_broken"),
    "gzip of noise": (b"\x1f\x8b" + b"no gzip at all", "schedule.gzip_broken"),
    "empty calendar": (calendar(), "schedule.no_sessions"),
    "calendar of to-dos": (calendar("BEGIN:VTODO", "END:VTODO"), "schedule.no_sessions"),
    "schedule without days": (frab_json(conference={"days": []}), "schedule.no_sessions"),
    "xml without events": (frab_xml(), "schedule.no_sessions"),
    "schedule of junk": (frab_json(1, "x", None, {}), "schedule.nothing_readable"),
    "calendar of junk": (calendar(vevent(summary="", uid="")), "schedule.nothing_readable"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_schedule_is_named(name: str) -> None:
    data, code = REFUSED[name]
    assert refused(data) == code


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b'[{"fullName":"A B","sessions":[]}]', "Sessionize speakers"),
        (b'{"proposals":[]}', "fortee proposals"),
        (b"<iCalendar><vcalendar/></iCalendar>", "xCal"),
    ],
)
def test_the_program_is_named(data: bytes, kind: str) -> None:
    error = refusal(data)
    assert error is not None
    assert error.facts["kind"] == kind


def test_a_file_over_the_limit_is_refused_at_once() -> None:
    big = b"BEGIN:VCALENDAR\r\n" + b"X-FILL:" + b"x" * (50 * 1024 * 1024)
    error = refusal(big)
    assert error is not None
    assert (error.code, error.facts) == ("schedule.too_large", {"megabytes": 50, "limit": 32})


def test_a_gzip_bomb_is_unpacked_no_further_than_the_limit() -> None:
    packer = zlib.compressobj(9, wbits=31)
    block = bytes(1024 * 1024)
    bomb = b"".join(packer.compress(block) for _ in range(3 * MAX_BYTES // len(block)))
    assert refused(bomb + packer.flush()) == "schedule.too_large"


def test_importing_the_package_loads_no_reader() -> None:
    watched = ("xml.etree", "html", "zoneinfo._common", "confnotes.schedule.ical", "icalendar")
    code = f"import sys, confnotes.schedule; print([m for m in {watched!r} if m in sys.modules])"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert run.stdout.strip() in ("[]", "['zoneinfo._common']")
