"""Real published schedules (folder in CONFNOTES_REAL_FILES): counts, ids, instants, refusals."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from confnotes.domain.draft import Draft
from confnotes.domain.session import LinkKind, SessionState
from confnotes.domain.times import Planned, resolve
from confnotes.schedule import read_schedule
from confnotes.schedule.detect import table_view
from helpers.schedules import codes, refused

COUNTS = {
    "csv/camp1999.csv": 32,
    "csv/sendezentrum-31c3.csv": 21,
    "fortee/iosdc-2022-timetable-earlier.json": 124,
    "fortee/iosdc-2022-timetable.json": 126,
    "frab-json/36c3-everything.json": 1351,
    "frab-json/camp2019-frab.json": 79,
    "frab-json/democon-pretalx.json": 36,
    "frab-json/klimacamp-2015-frab.json": 106,
    "frab-xml/debconf-2017-wafer.xml": 181,
    "frab-xml/fosdem-2019.xml": 775,
    "frab-xml/fosdem-2025-early.xml": 927,
    "frab-xml/klimacamp-2015-frab.xml": 106,
    "ics/jres-2022.ics": 120,
    "ics/klimacamp-2015-frab.ics": 106,
    "ics/kubecon-eu-2026-a-0303.ics": 564,
    "ics/kubecon-eu-2026-d-0323.ics": 596,
    "ics/moca-2024.ics": 88,
    "ics/pyconuk-2015.ics": 162,
    "sessionize/droidcon-berlin-2021-a-gridsmart.json": 126,
    "sessionize/droidcon-berlin-2021-b-gridsmart.json": 123,
    "sessionize/droidcon-london-2024-gridsmart.json": 137,
    "sessionize/droidkaigi-2020-all.json": 82,
    "sessionize/global-azure-linz-2020-all.json": 29,
}
REFUSED = {
    "frab-json/invalid-example.json": "schedule.invalid",
    "frab-xml/europython-2014.xml": "schedule.not_yet",
    "other/kubecon-eu-2026-sched-print.html": "schedule.print_page",
}


def draft_of(folder: Path, name: str) -> Draft:
    return read_schedule((folder / name).read_bytes(), name)


@pytest.mark.parametrize("name", COUNTS)
def test_every_session_is_read(real_files: Path, name: str) -> None:
    draft = draft_of(real_files, name)
    assert len(draft.sessions) == COUNTS[name]
    assert len({(s.key, s.facts.start) for s in draft.sessions}) == COUNTS[name]
    assert not [p for p in draft.problems if p.severity == "skipped"]


def test_what_is_to_be_refused_is_and_nothing_else(real_files: Path) -> None:
    for path in sorted(real_files.glob("*/*")):
        name = path.relative_to(real_files).as_posix()
        expected = REFUSED.get(name, "")
        assert refused(path.read_bytes()) == expected, name


def instants(draft: Draft, zone: str) -> list[tuple[str, datetime | None, datetime | None]]:
    return sorted(
        (s.key, *Planned(s.facts.start, s.facts.end, s.facts.duration).span(zone))
        for s in draft.sessions
    )


def test_one_event_in_three_formats_is_the_same(real_files: Path) -> None:
    names = ("ics/klimacamp-2015-frab.ics", "frab-xml/klimacamp-2015-frab.xml",
             "frab-json/klimacamp-2015-frab.json")  # fmt: skip
    drafts = [draft_of(real_files, name) for name in names]
    calendar, xml, json = (instants(draft, "Europe/Berlin") for draft in drafts)
    assert len(calendar) == 106
    assert calendar == xml == json
    shown = [{(s.key, s.facts.title, s.facts.room) for s in draft.sessions} for draft in drafts]
    assert shown[0] == shown[1] == shown[2]
    texts = [{(s.key, s.facts.abstract, s.facts.track) for s in d.sessions} for d in drafts[1:]]
    assert texts[0] == texts[1]


def test_36c3(real_files: Path) -> None:
    draft = draft_of(real_files, "frab-json/36c3-everything.json")
    assert draft.title == "36th Chaos Communication Congress"
    assert draft.timezone is None
    assert draft.timezone_hints[0] == "Europe/Berlin"
    repeated = {key for key, count in Counter(s.key for s in draft.sessions).items() if count > 1}
    assert len(repeated) == 3
    starts = [resolve(s.facts.start, "Europe/Berlin") for s in draft.sessions]
    assert sum(0 <= _local_hour(s.facts.start) < 5 for s in draft.sessions) == 46
    assert None not in starts
    doubled = [s for s in draft.sessions if s.facts.abstract and _says_twice(s.facts.abstract)]
    assert doubled == []
    # Its wiki gives everybody the id 0.
    assert {p.facts["id"] for p in draft.problems if p.code == "schedule.shared_speaker_id"} == {
        "0"
    }
    assert "0" not in {person.key for s in draft.sessions for person in s.speakers}


def _local_hour(start: str | None) -> int:
    return datetime.fromisoformat(start).hour if start else -1


def _says_twice(text: str) -> bool:
    first, _, rest = text.partition("\n\n")
    return len(first) > 80 and rest.startswith(first)


def test_kubecon_comes_from_sched(real_files: Path) -> None:
    draft = draft_of(real_files, "ics/kubecon-eu-2026-d-0323.ics")
    assert draft.title == "KubeCon + CloudNativeCon Europe 2026"
    assert (draft.timezone, draft.timezone_hints, draft.city) == (
        None,
        ("Europe/Amsterdam",),
        "Amsterdam",
    )
    assert not [s for s in draft.sessions if "&amp;" in f"{s.facts.title}{s.facts.abstract}"]
    told = Counter(p.code for p in draft.problems)
    assert told["schedule.speakers_left_in_title"] == 50
    assert sum(bool(s.speakers) for s in draft.sessions) == 380
    earlier = draft_of(real_files, "ics/kubecon-eu-2026-a-0303.ics")
    assert len({s.key for s in draft.sessions} & {s.key for s in earlier.sessions}) == 556


def test_debconf_has_offsets_that_lie(real_files: Path) -> None:
    draft = draft_of(real_files, "frab-xml/debconf-2017-wafer.xml")
    assert "schedule.only_utc" in codes(draft)
    first = draft.with_local_times().sessions[0].facts.start
    instant = resolve(first, "America/Toronto")
    assert instant is not None
    assert instant.isoformat() == "2017-08-05T14:00:00+00:00"


def test_fosdem(real_files: Path) -> None:
    old = draft_of(real_files, "frab-xml/fosdem-2019.xml")
    assert old.needs_zone
    assert (old.city, old.day_begins, old.timezone_hints) == ("Brussels", 540, ("Europe/Brussels",))
    assert sum(s.facts.state is SessionState.CANCELLED for s in old.sessions) == 4
    videos = [each for s in old.sessions for each in s.links if each.kind is LinkKind.VIDEO]
    assert len(videos) > 1300
    new = draft_of(real_files, "frab-xml/fosdem-2025-early.xml")
    assert new.timezone == "Europe/Brussels"
    assert not [s for s in new.sessions if "<p>" in (s.facts.abstract or "")]
    assert not [s for s in new.sessions if s.facts.title and s.facts.title.startswith("Cancelling")
                and s.facts.state is SessionState.CANCELLED]  # fmt: skip


def test_moca_has_88_sessions_on_5_ids(real_files: Path) -> None:
    draft = draft_of(real_files, "ics/moca-2024.ics")
    assert draft.timezone == "Europe/Rome"
    assert len({s.key for s in draft.sessions}) > 80
    assert "schedule.shared_id" in codes(draft)
    assert not [s for s in draft.sessions if (s.facts.title or "").startswith(" ")]


def test_jres_keeps_its_characters(real_files: Path) -> None:
    draft = draft_of(real_files, "ics/jres-2022.ics")
    assert (draft.timezone, draft.problems) == ("Europe/Paris", ())
    assert "\ufffd" not in "".join(f"{s.facts.title}{s.facts.abstract}" for s in draft.sessions)


def test_camp_has_relative_attachments(real_files: Path) -> None:
    draft = draft_of(real_files, "frab-json/camp2019-frab.json")
    urls = [each.url for s in draft.sessions for each in s.links]
    assert sum("/system/event_attachments/" in url or "/attachments/" in url for url in urls) > 0
    assert all(url.startswith(("http://", "https://")) for url in urls)


def test_droidkaigi_is_in_two_languages(real_files: Path) -> None:
    draft = draft_of(real_files, "sessionize/droidkaigi-2020-all.json")
    assert sum(s.facts.state is SessionState.CANCELLED for s in draft.sessions) == 8
    titles = [s.facts.title for s in draft.sessions]
    assert "Jetpack時代のFragment再入門" in titles
    assert draft.timezone_hints[0] == "Asia/Tokyo"
    assert sum(len(s.speakers) for s in draft.sessions) == 83
    told = {"schedule.companies_guessed", "schedule.only_offset", "schedule.zone_guess"}
    assert set(codes(draft)) == told


def test_droidcon_keeps_its_ids_while_everything_moves(real_files: Path) -> None:
    early, late = (
        draft_of(real_files, f"sessionize/droidcon-berlin-2021-{state}-gridsmart.json")
        for state in "ab"
    )
    assert len({s.key for s in early.sessions} & {s.key for s in late.sessions}) == 118
    assert early.needs_zone
    assert late.needs_zone


def test_linz_has_its_videos_and_no_meeting(real_files: Path) -> None:
    draft = draft_of(real_files, "sessionize/global-azure-linz-2020-all.json")
    links = [each for s in draft.sessions for each in s.links]
    assert {each.kind for each in links} == {LinkKind.VIDEO}
    assert len(links) == 9
    assert not [each for each in links if "zoom" in each.url]
    assert dict(draft.rooms)["Saal 8"] == "11855"


def test_iosdc_has_15_without_a_time(real_files: Path) -> None:
    draft = draft_of(real_files, "fortee/iosdc-2022-timetable.json")
    assert sum(s.facts.start is None for s in draft.sessions) == 15
    assert sum(bool(s.speakers and s.speakers[0].reading) for s in draft.sessions) == 112
    earlier = draft_of(real_files, "fortee/iosdc-2022-timetable-earlier.json")
    now = {s.key: (s.facts, s.speakers, s.record) for s in draft.sessions}
    assert all(now[s.key] == (s.facts, s.speakers, s.record) for s in earlier.sessions)


def test_camp_has_weekdays_and_hours(real_files: Path) -> None:
    data = (real_files / "csv" / "camp1999.csv").read_bytes()
    draft = read_schedule(data)
    assert not [s for s in draft.sessions if s.facts.start]
    weekdays = {p.facts["value"]: p.facts["count"] for p in draft.problems}
    assert weekdays == {"Freitag": 12, "Samstag": 14, "Sonntag": 6}
    columns = replace(table_view(data).columns, first_day=date(1999, 8, 6))
    dated = read_schedule(data, columns=columns)
    starts = [s.facts.start for s in dated.sessions]
    assert (starts[0], starts[-1]) == ("1999-08-06T12:00:00", "1999-08-08T18:00:00")
    assert (dated.sessions[0].facts.abstract or "").count("\n") == 3
    assert codes(dated) == ["schedule.times_without_zone"]


def test_sendezentrum_has_halves_of_the_day(real_files: Path) -> None:
    draft = draft_of(real_files, "csv/sendezentrum-31c3.csv")
    times = {s.facts.title: (s.facts.start, s.facts.end) for s in draft.sessions}
    assert times["DIE Reunion"] == ("2014-12-30T00:00:00", "2014-12-30T02:00:00")
    assert times["Podlove Publisher"] == ("2014-12-28T15:00:00", "2014-12-28T16:30:00")
    assert times["#31C3-Rückblick"] == ("2014-12-30T15:00:00", None)
    assert codes(draft) == ["schedule.no_title", "schedule.times_without_zone"]
