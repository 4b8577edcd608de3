"""How much longer a schedule takes to be read than its bare text takes to be parsed."""

import json
import re
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from confnotes.domain.differences import Known, differences
from confnotes.schedule import read_schedule
from helpers.notebooks import services
from helpers.schedules import calendar, event, frab_json, frab_xml, vevent, xml_event

pytestmark = pytest.mark.benchmark
_SESSIONS = 1351
_TEXT = "A talk about <b>something</b> that takes a while to be told. " * 25


def _best(action: Callable[[], object]) -> float:
    times = []
    for _ in range(5):
        start = time.process_time()
        action()
        times.append(time.process_time() - start)
    return min(times)


def _report(name: str, data: bytes, bare: Callable[[], object]) -> None:
    read_schedule(data)
    whole, parse = _best(lambda: read_schedule(data)), _best(bare)
    size = len(data) / 1024**2
    print(f"\n{name}: {size:.1f} MB, {whole:.3f} s, {whole / parse:.1f} times the bare parse")


def _json(count: int) -> bytes:
    return frab_json(
        *(event(guid=f"g{n}", title=f"Talk {n}", abstract=_TEXT) for n in range(count))
    )


def _xml(count: int) -> bytes:
    text = _TEXT.replace("<", "&lt;")
    date = "<date>2026-04-01T10:00:00+02:00</date>"
    return frab_xml(
        *(
            xml_event(date, f"<abstract>{text}</abstract>", attributes=f'id="{n}"')
            for n in range(count)
        )
    )


def _calendar(count: int) -> bytes:
    return calendar(
        *(
            vevent("DTSTART:20260401T080000Z", f"DESCRIPTION:{_TEXT}", uid=f"u{n}")
            for n in range(count)
        )
    )


def test_json() -> None:
    data = _json(_SESSIONS)
    _report("schedule.json", data, lambda: json.loads(data))


def test_xml() -> None:
    data = _xml(_SESSIONS)
    _report("schedule.xml", data, lambda: fromstring(data))


def test_calendar() -> None:
    data = _calendar(_SESSIONS)
    _report("iCalendar (bare: lines unfolded and split)", data, lambda: _lines(data))


def _lines(data: bytes) -> list[tuple[str, str, str]]:
    text = re.sub(rb"\r?\n[ \t]", b"", data).decode()
    return [line.partition(":") for line in text.splitlines()]


def test_two_states_of_600_sessions() -> None:
    before = read_schedule(_json(600)).sessions
    after = [
        replace(one, facts=replace(one.facts, room="Hall B", title=f"{one.facts.title}!"))
        for one in before
    ]
    known = [
        Known(one.key, one.facts, frozenset({(one.key, one.facts.start)}), ("Ada Example",))
        for one in before
    ]
    whole = _best(lambda: differences(known, after, "Europe/Berlin"))
    bare = _best(lambda: [a.facts == b.facts for a, b in zip(before, after, strict=True)])
    print(f"\n600 sessions compared: {whole:.3f} s, {whole / bare:.0f} times a bare ==")


def test_two_states_of_600_sessions_through_the_notebook(tmp_path: Path) -> None:
    with closing(services(tmp_path / "trip.confnotes")) as opened:
        early = read_schedule(_json(600))
        made, _ = opened.schedules.import_draft(early, name="X", timezone="Europe/Berlin")
        late = replace(
            early,
            sessions=tuple(
                replace(one, facts=replace(one.facts, room="Hall B", title=f"{one.facts.title}!"))
                for one in early.sessions
            ),
        )
        told = _best(lambda: opened.schedules.differences(made.conference_id, late))
    print(f"\n600 sessions compared with a notebook's: {told:.3f} s")
    assert told < 0.5


def test_the_largest_real_file(real_files: Path) -> None:
    data = (real_files / "frab-json" / "36c3-everything.json").read_bytes()
    _report("36C3, 1,351 sessions", data, lambda: json.loads(data))
