"""fortee's timetable."""

from confnotes.domain.conference import SourceKind
from confnotes.domain.session import LinkKind, SessionKind
from confnotes.schedule import read_schedule
from helpers.programs import fortee, proposal
from helpers.schedules import codes, only


def test_every_field_of_a_talk() -> None:
    draft = read_schedule(
        fortee(
            proposal(
                tags=[{"name": "スポンサーセッション"}],
                slide_url="https://speakerdeck.com/x",
                blog_url="https://blog.example/x",
            )
        )
    )
    (session,) = draft.sessions
    facts = session.facts
    assert draft.kind is SourceKind.FORTEE
    assert (draft.url, draft.short_name) == ("https://fortee.jp/hama-conf-2026", "hama-conf-2026")
    assert (draft.timezone, draft.timezone_hints[0]) == (None, "Asia/Tokyo")
    assert (facts.title, facts.abstract) == ("灯台の話", "一行目。\n二行目。")
    assert (facts.start, facts.duration) == ("2026-05-04T10:00:00+09:00", 1200)
    assert (facts.room, facts.kind) == ("Track A", SessionKind.SPONSOR)
    (speaker,) = session.speakers
    assert (speaker.name, speaker.reading) == ("浜 渚", "ハマ ナギサ")
    assert speaker.url == "https://x.com/hama_n"
    assert [one.kind for one in session.links] == [LinkKind.PAGE, LinkKind.SLIDES, LinkKind.OTHER]


def test_counters_are_no_part_of_the_record() -> None:
    before, after = (only(fortee(proposal(fav_count=n))).record for n in (3, 44))
    assert before == after
    assert "feedback" not in before


def test_what_has_no_time_is_kept_unscheduled() -> None:
    draft = read_schedule(fortee(proposal(starts_at=..., length_min=..., track=...), proposal()))
    assert [s.facts.start is None for s in draft.sessions] == [True, False]
    assert [p.place for p in draft.problems if p.code == "schedule.no_start"] == ["timetable[0]"]


def test_slots_are_no_talks() -> None:
    slot = {"type": "timeslot", "speaker": ..., "url": ..., "abstract": None, "tags": ...}
    titles = {"オープニング": SessionKind.OTHER, "昼休み": SessionKind.MEAL,
              "LT（5本）": SessionKind.LIGHTNING, "企画": SessionKind.OTHER}  # fmt: skip
    for title, kind in titles.items():
        session = only(fortee(proposal(title=title, **slot)))
        assert (session.facts.kind, session.speakers) == (kind, ())


def test_rooms_stand_in_the_order_of_the_tracks() -> None:
    tracks = [{"name": name, "sort": sort} for name, sort in (("C", 3), ("A", 1), ("B", 2))]
    entries = [proposal(uuid=f"u{n}", track=track) for n, track in enumerate(tracks)]
    assert [name for name, _ in read_schedule(fortee(*entries)).rooms] == ["A", "B", "C"]


def test_odd_values_are_told_with_their_place() -> None:
    draft = read_schedule(
        fortee(proposal(starts_at="soon", length_min=-5, speaker="x", track=[1], twitter={}), 7)
    )
    told = [(p.code, p.place) for p in draft.problems]
    assert told.count(("schedule.bad_time", "timetable[0]")) == 2
    assert ("schedule.not_an_event", "timetable[1]") in told
    assert "schedule.no_start" not in codes(draft)
