"""One's agenda as a calendar: what is in it, and that others read it back."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from confnotes.domain.choice import Choice, Intent
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.session import Link, LinkKind, SessionFacts, SessionState
from confnotes.schedule import read_schedule
from confnotes.services.bundle import Services
from confnotes.services.calendar_file import Entry, calendar_file

NOW = datetime(2026, 5, 1, 12, 30, 5, tzinfo=UTC)
ZONE = "Europe/Lisbon"


def add(
    services: Services, conference: str, title: str, start: str | None, intent: Intent, **rest: str
) -> str:
    timed = start is not None and "T" in start
    made, _ = services.programme.add_session(
        conference, title, start=start, duration=2100 if timed else None, room=rest.get("room")
    )
    services.programme.choose_session(made, Choice(intent))
    return made


def values(data: bytes, name: str) -> list[str]:
    """Return the values of a property as they stand, lines unfolded."""
    text = re.sub(rb"\r\n[ \t]", b"", data).decode()
    found = re.findall(rf"^{name}(?:;[^:]*)?:(.*)$", text.replace("\r\n", "\n"), re.MULTILINE)
    return [str(one) for one in found]


def test_it_holds_what_one_goes_to_and_our_own_reader_reads_it_back(
    opened: Services, conference_id: str
) -> None:
    title = "Logs, that; speak \\ 長い題名の講演が、七十五オクテットで折り返されても壊れないこと"
    talk = add(opened, conference_id, title, "2026-05-04T09:00:00", Intent.GOING, room="6C")
    opened.programme.set_speakers(talk, [("森 彩", "海運ラボ"), ("J. Moreau", "")])
    address = "https://example.org/a;b,c"
    page = "11111111-1111-4111-8111-111111111112"
    opened.review.put_link(Link(page, talk, LinkKind.PAGE, address))
    expo = add(opened, conference_id, "Expo", "2026-05-05", Intent.GOING)
    add(opened, conference_id, "Perhaps", "2026-05-04T10:00:00", Intent.CONSIDERED)
    add(opened, conference_id, "No", "2026-05-04T11:00:00", Intent.NONE)
    add(opened, conference_id, "Some time", None, Intent.GOING)
    data = opened.agenda.calendar(conference_id)
    assert values(data, "UID") == [talk, expo]
    assert values(data, "DTSTART") == ["20260504T080000Z", "20260505"]
    assert values(data, "DTEND") == ["20260504T083500Z", "20260506"]
    assert values(data, "LOCATION") == ["6C\\, Boathouse", "Boathouse"]
    assert values(data, "URL") == [address]
    draft = read_schedule(data)
    assert draft.title == "Harbour Conf 2026"
    assert draft.timezone == ZONE
    first, second = draft.sessions
    assert (first.facts.title, first.key) == (title, talk)
    assert first.facts.start is not None
    assert datetime.fromisoformat(first.facts.start) == datetime(2026, 5, 4, 8, tzinfo=UTC)
    assert first.facts.abstract == "森 彩 (海運ラボ), J. Moreau"
    assert second.facts.start == "2026-05-05"


def test_what_is_considered_is_tentative_and_what_is_cancelled_is_so(
    opened: Services, conference_id: str
) -> None:
    add(opened, conference_id, "Sure", "2026-05-04T09:00:00", Intent.GOING)
    add(opened, conference_id, "Perhaps", "2026-05-04T10:00:00", Intent.CONSIDERED)
    gone = add(opened, conference_id, "Gone", "2026-05-04T11:00:00", Intent.GOING)
    off = SessionFacts(title="Gone", start="2026-05-04T11:00:00", state=SessionState.CANCELLED)
    opened.programme.edit_session(gone, off)
    data = opened.agenda.calendar(conference_id, considered=True)
    assert values(data, "STATUS") == ["CONFIRMED", "TENTATIVE", "CANCELLED"]
    assert values(data, "TRANSP") == ["OPAQUE", "TRANSPARENT", "TRANSPARENT"]


def test_co_located_events_are_whole_days(opened: Services, conference_id: str) -> None:
    event, _ = opened.programme.add_event(
        conference_id, "Harbour Summit", starts=date(2026, 5, 3), ends=date(2026, 5, 4)
    )
    opened.programme.choose_event(event, Choice(Intent.GOING))
    data = opened.agenda.calendar(conference_id)
    assert values(data, "SUMMARY") == ["Harbour Summit"]
    assert values(data, "DTSTART") == ["20260503"]
    assert values(data, "DTEND") == ["20260505"]


def test_the_same_session_has_the_same_uid_after_it_moved(
    opened: Services, conference_id: str
) -> None:
    made = add(opened, conference_id, "Logs", "2026-05-04T09:00:00", Intent.GOING)
    before = values(opened.agenda.calendar(conference_id), "UID")
    moved = SessionFacts(title="Logs", start="2026-05-05T15:00:00", duration=2100)
    opened.programme.edit_session(made, moved)
    after = opened.agenda.calendar(conference_id)
    assert values(after, "UID") == before == [made]
    assert values(after, "DTSTART") == ["20260505T140000Z"]


def test_it_is_written_whole_or_the_reason_is_said(
    opened: Services, conference_id: str, tmp_path: Path
) -> None:
    with pytest.raises(ConfnotesError) as nothing:
        opened.agenda.write(conference_id, tmp_path / "a.ics")
    assert nothing.value.code == "agenda.nothing_chosen"
    assert not (tmp_path / "a.ics").exists()
    add(opened, conference_id, "Logs", "2026-05-04T09:00:00", Intent.GOING)
    add(opened, conference_id, "Some time", None, Intent.GOING)
    written = opened.agenda.write(conference_id, tmp_path / "a.ics")
    assert (len(written.sessions), written.loose) == (1, 1)
    assert (tmp_path / "a.ics").read_bytes().endswith(b"END:VCALENDAR\r\n")
    with pytest.raises(ConfnotesError) as refused:
        opened.agenda.write(conference_id, tmp_path / "none" / "a.ics")
    assert refused.value.code == "agenda.cannot_write"


ANY = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=120)


@settings(max_examples=60)
@given(st.lists(st.tuples(ANY, ANY, ANY), max_size=4))
def test_any_text_is_folded_and_escaped_so_that_it_comes_back(
    texts: list[tuple[str, str, str]],
) -> None:
    entries = [
        Entry(f"u{n}", title, NOW, place=place, about=f"{about}\nnext")
        for n, (title, place, about) in enumerate(texts)
    ]
    data = calendar_file("Name", "UTC", entries, NOW)
    lines = data.split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= 75 for line in lines)
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    for line in lines:
        line.decode()  # no character is cut in two
    back = [re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], one)
            for one in values(data, "SUMMARY")]  # fmt: skip
    assert back == [title for title, _place, _about in texts]


def test_a_time_without_length_has_no_end() -> None:
    data = calendar_file("N", "UTC", [Entry("u", "Point", NOW, NOW)], NOW)
    assert values(data, "DTSTART") == ["20260501T123005Z"]
    assert values(data, "DTEND") == []
