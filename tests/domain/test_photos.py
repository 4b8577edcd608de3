"""What a photo's times mean, where it goes, and how its camera's clock was set."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from confnotes.domain.camera_clock import Reason, guess
from confnotes.domain.choice import Attendance, Choice, Intent
from confnotes.domain.notes import Line, LineKind
from confnotes.domain.photos import (
    AS_SAID,
    CameraClock,
    Taken,
    TimeSource,
    instant,
    offset_from,
    satellite_offset,
    shift_for,
    shift_from,
    shift_text,
    taken_by_name,
    time_from,
    wall_from,
)
from confnotes.domain.placing import Match, Slot, Standing, match, place, slot_of
from confnotes.domain.session import Session, SessionFacts, SessionKind, SessionState

VENUE = "America/Los_Angeles"
HOURS = timedelta(hours=1)
NOON = datetime(2019, 11, 20, 20, 0, tzinfo=UTC)  # 12:00 in San Diego


def wall(hour: int, minute: int = 0, second: int = 0, day: int = 20, month: int = 11) -> datetime:
    return datetime(2019, month, day, hour, minute, second)  # noqa: DTZ001 (a wall time)


def at(minutes: float) -> datetime:
    return NOON + timedelta(minutes=minutes)


# -- what the times mean ---------------------------------------------------------------------


def test_the_zone_a_photo_says_counts_and_else_the_conferences() -> None:
    tagged = Taken(wall(5, day=21), timedelta(hours=9))
    assert instant(tagged, AS_SAID, VENUE) == NOON
    assert instant(Taken(wall(12)), AS_SAID, VENUE) == NOON
    assert instant(Taken(wall(13, month=7)), AS_SAID, VENUE) == datetime(
        2019, 7, 20, 20, tzinfo=UTC
    )
    assert instant(Taken(), AS_SAID, VENUE) is None


def test_a_zone_that_was_set_counts_over_what_photos_say() -> None:
    tagged = Taken(wall(5, day=21), timedelta(hours=-8))  # home time, the zone set by hand
    clock = CameraClock("Asia/Tokyo", timedelta(minutes=2))
    assert instant(tagged, clock, VENUE) == at(2)
    assert instant(Taken(wall(5, day=21)), clock, VENUE) == at(2)


def test_a_satellite_tells_the_zone_of_a_clock_that_does_not() -> None:
    taken = Taken(wall(5, 1, day=21), satellite=at(-1))
    assert satellite_offset(taken) == 9 * HOURS
    assert instant(taken, AS_SAID, VENUE) == at(1)
    assert satellite_offset(Taken(wall(12), satellite=at(-6))) is None  # too old a fix
    assert satellite_offset(Taken(wall(12, day=24), satellite=at(0))) is None
    assert instant(Taken(satellite=NOON), CameraClock("UTC", HOURS), VENUE) == NOON


def test_instants_that_no_calendar_has_are_none() -> None:
    early, late = wall(1).replace(year=1, month=1, day=1), wall(23).replace(9999, 12, 31)
    assert instant(Taken(early, timedelta(hours=9)), AS_SAID, VENUE) is None
    assert instant(Taken(late), AS_SAID, VENUE) is None
    assert instant(Taken(wall(1)), CameraClock("", timedelta(days=-999_999)), VENUE) is None


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("+09:00", 540), ("-0830", -510), ("Z", 0), (" +05:45\x20", 345), ("+15:30", None)]
    + [(bad, None) for bad in ("", "9", "+9", "+０9:00", "+08:75", "   :  ", "JST")],
)
def test_offsets(text: str, minutes: int | None) -> None:
    assert offset_from(text) == (None if minutes is None else timedelta(minutes=minutes))


@pytest.mark.parametrize(
    "bad", ["", "0000:00:00 00:00:00", "    :  :     :  :  ", "2019:13:01 00:00:00", "２019:11:20"]
)
def test_a_clock_that_was_never_set_says_nothing(bad: str) -> None:
    assert wall_from(bad) is None


def test_walls_with_their_fraction() -> None:
    assert wall_from("2019:11:20 14:32:07", "25 ") == wall(14, 32, 7).replace(microsecond=250_000)
    assert wall_from("2019-11-20T14:32:07+09:00", "x") == wall(14, 32, 7)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("IMG_20191120_143207.jpg", wall(14, 32, 7)),
        ("Screenshot_20191120-143207_Chrome.png", wall(14, 32, 7)),
        ("Screenshot 2019-11-20 at 14.32.07.png", wall(14, 32, 7)),
        ("2019-11-20 14.32.07.heic", wall(14, 32, 7)),
        ("IMG-20191120-WA0001.jpg", None),
        ("DSC_0421.JPG", None),
        ("120191120143207.jpg", None),
        ("20191320_143207.jpg", None),
        ("20191132_143207.jpg", None),
    ],
)
def test_names_tell_times(name: str, expected: datetime | None) -> None:
    taken = taken_by_name(name)
    assert (taken.wall, taken.offset) == (expected, None)
    assert (taken.source is TimeSource.NAME) == (expected is not None)


def test_pixel_phones_name_photos_in_universal_time() -> None:
    taken = taken_by_name("PXL_20191120_200000123.jpg")
    assert instant(taken, AS_SAID, VENUE) == NOON.replace(microsecond=123_000)


@given(some.text(max_size=30))
def test_no_name_and_no_tag_is_too_odd(text: str) -> None:
    taken_by_name(text)
    wall_from(text, text)
    offset_from(text)


# -- which session ---------------------------------------------------------------------------


def slot(name: str, first: float, last: float, standing: Standing = Standing.ATTENDED) -> Slot:
    return Slot(name, at(first), at(last), standing)


def test_one_was_in_the_session_that_was_on() -> None:
    slots = [slot("a", 0, 30), slot("b", 30, 60), slot("other room", 0, 60, Standing.NONE)]
    assert match(at(29), slots) == Match("a")
    assert match(at(30), slots) == Match("b")
    assert match(at(65), slots) == Match("b")  # questions after the end
    assert match(at(-2), slots) == Match("a")


def test_going_counts_where_nothing_was_noted_and_notes_count_more() -> None:
    slots = [slot("meant", 0, 30, Standing.GOING), slot("noted", 0, 30)]
    assert match(at(10), slots) == Match("noted")
    assert match(at(10), slots[:1]) == Match("meant")


def test_of_two_noted_sessions_the_one_written_in_at_that_time() -> None:
    first = replace(slot("left", 0, 30), moments=(at(2), at(5)))
    second = replace(slot("gone to", 0, 30), moments=(at(14), at(20)))
    assert match(at(4), [second, first]) == Match("left")
    assert match(at(15), [first, second]) == Match("gone to")


def test_a_talk_counts_over_the_day_it_is_part_of() -> None:
    assert match(at(10), [slot("Day 0", -300, 300), slot("talk", 0, 30)]) == Match("talk")


def test_what_nobody_said_is_a_guess() -> None:
    party = replace(slot("party", 0, 120, Standing.NONE), around=True)
    talk = slot("talk", 0, 120, Standing.NONE)
    maybe = slot("maybe", 0, 120, Standing.CONSIDERED)
    assert match(at(10), [talk, party]) == Match("party", sure=False)
    assert match(at(10), [talk, party, maybe]) == Match("maybe", sure=False)
    assert match(at(10), [talk]) == Match("talk", sure=False)
    assert match(at(10), [talk, replace(talk, session_id="t2")]) is None
    assert match(at(40), [slot("mine", 0, 15)]) == Match("mine", sure=False)
    assert match(at(90), [slot("mine", 0, 15)]) is None
    assert match(at(10), []) is None


def session(**values: object) -> Session:
    made = Session("s", "c", "e", SessionFacts(), start_at=at(0), end_at=at(30))
    return replace(made, **values)  # type: ignore[arg-type]


def written(minutes: float | None, identity: str = "", depth: int = 0, **values: object) -> Line:
    moment = None if minutes is None else at(minutes)
    name = identity or f"l{minutes}"
    return replace(Line(name, "s", 0, name, depth, written_at=moment), **values)  # type: ignore[arg-type]


def test_when_a_session_was() -> None:
    assert slot_of(session(start_at=None), [], attended=True) is None
    cancelled = SessionFacts(state=SessionState.CANCELLED)
    assert slot_of(session(given=cancelled), [], attended=True) is None
    lines = [written(40), written(12), written(None), written(90)]
    found = slot_of(session(started_at=at(5)), lines, attended=True)
    assert found == Slot("s", at(0), at(40), Standing.ATTENDED, moments=(at(12), at(40), at(90)))
    open_end = slot_of(session(end_at=None), [], attended=False)
    assert open_end is not None
    assert (open_end.end, open_end.mine) == (at(60), False)
    party = slot_of(session(given=SessionFacts(kind=SessionKind.PARTY)), [], attended=False)
    assert party is not None
    assert party.around


def test_what_one_said_of_being_there_counts() -> None:
    going = session(choice=Choice(Intent.GOING))
    missed = session(choice=Choice(Intent.GOING, Attendance.MISSED))
    standings = [slot_of(one, [], attended=False) for one in (going, missed)]
    assert [one.standing for one in standings if one] == [Standing.GOING, Standing.NONE]


# -- after which line ------------------------------------------------------------------------


def test_a_photo_stands_after_the_line_written_before_it() -> None:
    lines = [written(1), written(5), written(9)]
    assert [place(lines, at(m))[0] for m in (0, 1, 4, 5, 100)] == [0, 1, 1, 2, 3]
    assert place(lines, None) == (3, 0)
    assert place([], at(5)) == (0, 0)


def test_moments_count_not_the_order_on_the_page() -> None:
    summary = written(30, "written last, at the top")
    nudged = written(8, nudge=-300)
    assert place([summary, written(1), nudged, written(9)], at(4))[0] == 3
    assert place([written(None, "pasted"), written(1)], at(0))[0] == 0


def test_a_photo_tears_no_family_and_no_code_apart() -> None:
    family = [written(1), written(3, depth=1), written(7)]
    assert place(family, at(2)) == (1, 1)
    assert place(family, at(4)) == (2, 1)
    code = [written(m, kind=LineKind.CODE) for m in (1, 2, 3)]
    assert place([*code, written(9)], at(1.5)) == (3, 0)


def test_a_line_can_be_named() -> None:
    lines = [written(1, "a"), written(5, "b")]
    assert place(lines, at(100), "a") == (1, 0)
    assert place(lines, at(100), "") == (0, 0)
    assert place(lines, at(2), "gone by now") == (1, 0)


# -- how the clock was set -------------------------------------------------------------------


DAY = [replace(slot(f"s{n}", n * 60, n * 60 + 35), moments=(at(n * 60 + 5),)) for n in range(5)]


def photos(shift: timedelta, offset: timedelta | None = None) -> list[Taken]:
    """Return photos taken in the sessions of a day, 10 and 20 minutes after each began."""
    local = NOON.replace(tzinfo=None) - 8 * HOURS
    return [
        Taken(local + timedelta(minutes=n * 60 + m) + shift, offset)
        for n in range(5)
        for m in (5, 20)
    ]


def test_times_that_agree_are_left_alone() -> None:
    assert guess(photos(timedelta()), DAY, VENUE, "Asia/Tokyo") is None
    assert guess([], DAY, VENUE) is None
    assert guess([Taken()], DAY, VENUE) is None
    assert guess(photos(17 * HOURS), [], VENUE, "Asia/Tokyo") is None


def test_a_clock_on_home_time_is_seen() -> None:
    found = guess(photos(17 * HOURS), DAY, VENUE, "Asia/Tokyo")
    assert found is not None
    assert (found.clock, found.reason) == (CameraClock("Asia/Tokyo"), Reason.ZONE)
    assert (found.fits, found.before, found.total) == (10, 0, 10)


def test_a_clock_set_by_hand_under_a_zone_of_home_is_seen() -> None:
    found = guess(photos(timedelta(), 9 * HOURS), DAY, VENUE, "Asia/Tokyo")
    assert found is not None
    assert (found.clock, found.reason) == (CameraClock(VENUE), Reason.ZONE)


@pytest.mark.parametrize("hours", [12, -12, 24, -24])
def test_noon_and_midnight_and_days_changed_round_are_seen(hours: int) -> None:
    found = guess(photos(hours * HOURS), DAY, VENUE)
    assert found is not None
    assert (found.clock, found.reason) == (CameraClock("", -hours * HOURS), Reason.SHIFT)


def test_an_hour_off_is_seen_where_sessions_leave_gaps() -> None:
    short = [slot("a", 0, 25), slot("b", 120, 145), slot("c", 180, 205)]
    local = NOON.replace(tzinfo=None) - 8 * HOURS
    taken = [Taken(local + timedelta(minutes=m) + HOURS) for m in (5, 9, 20, 125, 131, 200)]
    found = guess(taken, short, VENUE)
    assert found is not None
    assert found.clock == CameraClock("", -HOURS)


def test_two_photos_are_no_evidence() -> None:
    assert guess(photos(17 * HOURS)[:2], DAY, VENUE, "Asia/Tokyo") is None


def test_satellites_tell_a_clock_that_is_minutes_off() -> None:
    late = [replace(one, satellite=instant(one, AS_SAID, VENUE)) for one in photos(timedelta())]
    late = [replace(one, wall=one.wall - timedelta(seconds=130)) for one in late if one.wall]
    found = guess(late, DAY, VENUE)
    assert found is not None
    assert (found.clock, found.reason) == (
        CameraClock("", timedelta(seconds=130)),
        Reason.SATELLITE,
    )


def test_one_old_fix_for_a_whole_burst_is_no_evidence() -> None:
    local = NOON.replace(tzinfo=None) - 8 * HOURS
    burst = [Taken(local + timedelta(minutes=5, seconds=n), satellite=at(2)) for n in range(4)]
    assert guess(burst, DAY, VENUE) is None


# -- setting the clock -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "seconds", "written"),
    [
        ("+0:02:10", 130, "+0:02:10"),
        ("2:10", 130, "+0:02:10"),
        ("−１７：００：００", -61_200, "−17:00:00"),
        ("-0:01", -1, "−0:00:01"),
        ("0:00", 0, "0:00:00"),
    ],
)
def test_shifts_are_typed_and_written(text: str, seconds: int, written: str) -> None:
    shift = shift_from(text)
    assert shift == timedelta(seconds=seconds)
    assert shift_text(timedelta(seconds=seconds)) == written
    assert shift_from(written) == shift


@pytest.mark.parametrize("text", ["", "x", "1", "1:75", "1:75:00", "1:2:3:4", "+-1:00"])
def test_what_is_no_shift(text: str) -> None:
    assert shift_from(text) is None


def test_a_clock_in_a_photo_sets_the_cameras() -> None:
    assert time_from("14:42") == time(14, 42)
    assert time_from("２４:００") is None
    assert time_from("noon") is None
    slow = Taken(wall(11, 57, 50))
    assert shift_for(slow, CameraClock("", HOURS), VENUE, time(12, 0)) == timedelta(seconds=130)
    late = Taken(wall(23, 59))
    assert shift_for(late, AS_SAID, VENUE, time(0, 1)) == timedelta(minutes=2)
    home = CameraClock("Asia/Tokyo")
    assert shift_for(Taken(wall(5, 1, day=21)), home, VENUE, time(12, 0)) == -timedelta(minutes=1)
    assert shift_for(Taken(), AS_SAID, VENUE, time(12, 0)) is None
