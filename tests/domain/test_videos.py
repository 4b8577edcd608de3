"""Each host's own form of "at that second"."""

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confnotes.domain.videos import at_second, knows

_UUID = "52a10666-3a18-4e73-93da-e8d3c12c305a"


@pytest.mark.parametrize(
    ("url", "opened"),
    [
        ("https://www.youtube.com/watch?v=abc_-1", "https://www.youtube.com/watch?v=abc_-1&t=754"),
        (
            "https://www.youtube.com/watch?v=abc&t=10s&list=PL1",
            "https://www.youtube.com/watch?v=abc&list=PL1&t=754",
        ),
        ("https://youtu.be/abc?si=xyz", "https://youtu.be/abc?si=xyz&t=754"),
        ("https://youtu.be/abc#t=3", "https://youtu.be/abc?t=754"),
        ("https://m.youtube.com/live/abc", "https://m.youtube.com/live/abc?t=754"),
        (
            "https://www.youtube-nocookie.com/embed/abc?rel=0",
            "https://www.youtube-nocookie.com/embed/abc?rel=0&start=754",
        ),
        ("https://vimeo.com/123456", "https://vimeo.com/123456#t=12m34s"),
        ("https://vimeo.com/123456/ab12?share=copy", "https://vimeo.com/123456/ab12?share=copy#t=12m34s"),
        (
            "https://www.bilibili.com/video/BV1xx411c7mD?p=2",
            "https://www.bilibili.com/video/BV1xx411c7mD?p=2&t=754",
        ),
        ("https://www.nicovideo.jp/watch/sm9", "https://www.nicovideo.jp/watch/sm9?from=754"),
        ("https://www.twitch.tv/videos/1", "https://www.twitch.tv/videos/1?t=0h12m34s"),
        ("https://media.ccc.de/v/36c3-1", "https://media.ccc.de/v/36c3-1#t=754"),
        ("https://tube.example/w/kkGMgK9ZtnKfYAgnEtQxbv", "https://tube.example/w/kkGMgK9ZtnKfYAgnEtQxbv?start=12m34s"),
        (
            f"https://tube.example/videos/watch/{_UUID}?start=3s",
            f"https://tube.example/videos/watch/{_UUID}?start=12m34s",
        ),
        ("https://files.example/talks/one.WEBM", "https://files.example/talks/one.WEBM#t=754"),
    ],
)  # fmt: skip
def test_the_form_of_each_host(url: str, opened: str) -> None:
    assert at_second(url, 754) == opened
    assert at_second(opened, 754) == opened  # said twice is said once


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/talk",
        "https://notyoutube.com/watch?v=abc",
        "https://youtube.com.example.org/watch?v=abc",
        "ftp://files.example/one.mp4",
        "javascript:alert(1)//youtu.be",
        "https://[broken",
        "",
    ],
)
def test_other_addresses_have_no_form(url: str) -> None:
    assert at_second(url, 754) is None
    assert not knows(url)


def test_there_is_no_second_before_the_beginning() -> None:
    assert at_second("https://youtu.be/abc", -1) is None


@given(st.integers(0, 200_000), st.dictionaries(st.text("abvp", min_size=1), st.text(), max_size=3))
def test_other_parameters_stay(second: int, held: dict[str, str]) -> None:
    from urllib.parse import urlencode

    opened = at_second(f"https://www.youtube.com/watch?{urlencode(held)}", second)
    assert opened is not None
    found = parse_qs(urlsplit(opened).query, keep_blank_values=True)
    assert found.pop("t") == [str(second)]
    assert found == {key: [value] for key, value in held.items()}
