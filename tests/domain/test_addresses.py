"""Where addresses lead."""

import pytest

from confnotes.domain.addresses import slides_or_video
from confnotes.domain.inline import addresses
from confnotes.domain.session import LinkKind

S, V = LinkKind.SLIDES, LinkKind.VIDEO


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://speakerdeck.com/someone/a-talk", S),
        ("https://www.slideshare.net/a/b", S),
        ("https://docs.google.com/presentation/d/1abc/edit?usp=sharing", S),
        ("https://docs.google.com/document/d/1abc/edit", None),
        ("https://static.sched.com/hosted_files/conf/ab/Talk%20slides.PDF?x=1", S),
        ("https://example.org/talk.pptx#2", S),
        ("https://youtu.be/abc123", V),
        ("https://vimeo.com/1234", V),
        ("https://www.bilibili.com/video/BV1xx", V),
        ("https://media.ccc.de/v/38c3-1", V),
        ("https://www.nicovideo.jp/watch/sm9", V),
        ("https://tube.example.org/w/9c9de5e8-0a1e-484a-b099-e80766180a6d", V),
        ("https://github.com/k3s-io/k3s", None),
        ("https://example.org/", None),
        ("https://notyoutube.com/watch?v=1", None),
    ],
)
def test_slides_and_videos_are_known_by_their_address(url: str, kind: LinkKind | None) -> None:
    assert slides_or_video(url) is kind


def test_addresses_of_a_line_with_their_places() -> None:
    text = "see https://a.org/x. [b](https://b.org) **[c](http://c.org)** `https://d.org` [e](x)"
    found = [(text[start:end], url) for start, end, url in addresses(text)]
    assert found == [
        ("https://a.org/x", "https://a.org/x"),
        ("[b](https://b.org)", "https://b.org"),
        ("[c](http://c.org)", "http://c.org"),
    ]
