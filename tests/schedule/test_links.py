"""Addresses, made whole and sorted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confnotes.domain.inline import safe
from confnotes.domain.session import LinkKind
from confnotes.schedule.links import distinct, kind_of, link, page, whole

BASE = "https://example.org/2026/schedule/"


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/x", "https://example.org/x"),
        (" http://example.org/a b ", "http://example.org/a%20b"),
        ("events/70.html", BASE + "events/70.html"),
        ("/files/x.pdf", "https://example.org/files/x.pdf"),
        ("//cdn.example.org/x", "https://cdn.example.org/x"),
        ("http://", ""),
        ("https:///x", ""),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("https://[::1", ""),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("mailto:", ""),
        ("", ""),
        ("https://example.org/" + "x" * 3000, ""),
    ],
)
def test_only_safe_whole_addresses_are_kept(url: str, kept: str) -> None:
    assert whole(url, BASE) == kept


@given(st.text(max_size=60), st.sampled_from([BASE, "", "javascript:x", "nonsense"]))
def test_whatever_comes_out_is_safe(url: str, base: str) -> None:
    kept = whole(url, base)
    assert kept == "" or safe(kept)


@pytest.mark.parametrize(
    ("url", "label", "given", "attached", "kind"),
    [
        ("https://e.org/x", "", "slides", False, LinkKind.SLIDES),
        ("https://e.org/x.png", "Logo", "slides", True, LinkKind.OTHER),
        ("https://e.org/x", "Slides (PDF)", "", False, LinkKind.SLIDES),
        ("https://e.org/x", "発表資料", "", False, LinkKind.SLIDES),
        ("https://e.org/x", "Video recording (mp4)", "", False, LinkKind.VIDEO),
        ("https://e.org/x.webm?y=1", "", "", False, LinkKind.VIDEO),
        ("https://www.youtube.com/watch?v=1", "", "", False, LinkKind.VIDEO),
        ("https://notyoutube.com/", "", "", False, LinkKind.OTHER),
        ("https://speakerdeck.com/a/b", "", "", False, LinkKind.SLIDES),
        ("https://github.com/a/b", "", "", False, LinkKind.REPOSITORY),
        ("https://e.org/x", "Source code", "", False, LinkKind.REPOSITORY),
        ("https://e.org/x.pdf", "", "", True, LinkKind.SLIDES),
        ("https://e.org/x.pdf", "Paper", "", False, LinkKind.OTHER),
        ("https://e.org/", "Website", "related", False, LinkKind.OTHER),
    ],
)
def test_kinds_by_type_then_label_then_address(
    url: str, label: str, given: str, attached: bool, kind: LinkKind
) -> None:
    assert kind_of(url, label, given, attached=attached) is kind


def test_links_are_distinct_and_feedback_is_left_to_the_record() -> None:
    found = distinct(
        (
            page("https://e.org/t/1"),
            link("https://e.org/t/1", "again"),
            link("https://e.org/f", "Submit feedback"),
            link("https://e.org/s.pdf", "https://e.org/s.pdf", attached=True),
            None,
        )
    )
    assert [(f.kind, f.url, f.label) for f in found] == [
        (LinkKind.PAGE, "https://e.org/t/1", ""),
        (LinkKind.SLIDES, "https://e.org/s.pdf", ""),
    ]
