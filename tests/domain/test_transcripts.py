"""Transcripts of all forms, read as what was said and when."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confnotes.domain.errors import ConfnotesError
from confnotes.domain.transcripts import (
    Cue,
    cue_at,
    kept_cues,
    read_transcript,
    said_around,
    written_cues,
)

SRT = """1
00:00:01,500 --> 00:00:04,000
Good morning,
harbour people.

2
00:01:02,000 --> 00:01:05,250
<i>Forty ships</i>, and {\\an8}one cable.
"""
VTT = """WEBVTT - Small clusters
Kind: captions

NOTE this is
not said

STYLE
::cue { color: red }

intro
00:01.500 --> 00:04.000 align:start position:0%
<v Ann Li>Good morning,
harbour people.

01:02:03.000 --> 01:02:05.000
AT&amp;T <00:01:02.100><c>and</c> 1 &lt; 2
"""
SBV = "0:00:01.500,0:00:04.000\nGood morning\n\n0:01:02.000,0:01:05.000\nForty ships\n"
SHOWN = """0:01
Good morning
1:02
1 minute, 2 seconds
Forty ships
and one cable
1:02:03
The end
"""
ROLLING = """WEBVTT

00:00:01.000 --> 00:00:03.000
good morning

00:00:03.000 --> 00:00:03.010
good morning

00:00:03.010 --> 00:00:05.000
good morning
harbour people

00:00:05.000 --> 00:00:07.000
harbour people
forty ships
"""


def test_subrip_is_read() -> None:
    assert read_transcript(SRT) == (
        Cue(1.5, 4.0, "Good morning, harbour people."),
        Cue(62.0, 65.25, "Forty ships, and one cable."),
    )


def test_webvtt_is_read_without_what_is_no_cue() -> None:
    assert read_transcript("\ufeff" + VTT.replace("\n", "\r\n")) == (
        Cue(1.5, 4.0, "Good morning, harbour people."),
        Cue(3723.0, 3725.0, "AT&T and 1 < 2"),
    )


def test_sbv_is_read() -> None:
    assert [(c.start, c.text) for c in read_transcript(SBV)] == [
        (1.5, "Good morning"),
        (62.0, "Forty ships"),
    ]


def test_what_youtube_shows_is_read() -> None:
    assert read_transcript(SHOWN) == (
        Cue(1.0, 62.0, "Good morning"),
        Cue(62.0, 3723.0, "Forty ships and one cable"),
        Cue(3723.0, 3728.0, "The end"),
    )


@pytest.mark.parametrize(
    "text",
    ["[00:12] 海の話\n[01:00] 船の話", "(0:12) 海の話\n(1:00) 船の話", "0:12 海の話\n1:00 船の話"],
)
def test_times_before_words_are_read(text: str) -> None:
    assert read_transcript(text) == (Cue(12.0, 60.0, "海の話"), Cue(60.0, 65.0, "船の話"))


def test_captions_that_roll_say_each_line_once() -> None:
    cues = read_transcript(ROLLING)
    assert [cue.text for cue in cues] == ["good morning", "harbour people", "forty ships"]
    assert [cue.start for cue in cues] == [1.0, 3.01, 5.0]


def test_words_said_twice_stay() -> None:
    text = "1:00\nno\nno\n1:05\nyes\n1:07\nno"
    assert [cue.text for cue in read_transcript(text)] == ["no no", "yes", "no"]


def test_blocks_that_no_empty_line_parts_are_read() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\none\n2\n00:00:03,000 --> 00:00:04,000\n42\n"
    assert [cue.text for cue in read_transcript(text)] == ["one", "42"]


@pytest.mark.parametrize("text", ["", "hello", "WEBVTT\n\n", "see you at 12", "1\n2\n3"])
def test_what_says_no_time_is_refused(text: str) -> None:
    with pytest.raises(ConfnotesError) as refused:
        read_transcript(text)
    assert refused.value.code == "transcript.no_times"


def test_a_text_of_a_whole_library_is_refused() -> None:
    with pytest.raises(ConfnotesError) as refused:
        read_transcript("1:00 a" * 1_000_000)
    assert refused.value.code == "transcript.too_long"


@given(
    st.text(
        st.sampled_from("0123456789:.,->\n <>{}[]()WEBVTTNOTE\u3042a\t"),
        max_size=300,
    )
)
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        cues = read_transcript(text)
    except ConfnotesError:
        return
    assert list(cues) == sorted(cues, key=lambda cue: cue.start)
    assert all(cue.text and cue.end >= cue.start >= 0 for cue in cues)
    back = kept_cues(written_cues(cues))
    assert [cue.text for cue in back] == [cue.text for cue in cues]
    assert all(abs(a.start - b.start) < 0.01 for a, b in zip(back, cues, strict=True))


def test_what_is_said_around_a_moment() -> None:
    cues = [Cue(n * 10.0, n * 10.0 + 9, str(n)) for n in range(10)]
    assert [cue.text for cue in said_around(cues, 45, 12, 12)] == ["3", "4", "5"]
    assert said_around(cues, 500) == ()
    assert cue_at(cues, 45) == 4
    assert cue_at(cues, 49.5) == 4
    assert cue_at([Cue(5, 6, "a")], 1) is None
