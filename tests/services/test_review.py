"""Looking back: ratings, texts, links and second versions."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from confnotes.domain.audience import Audience
from confnotes.domain.changes import ChangeSet, Kind
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.identity import new_id
from confnotes.domain.session import Link, LinkKind, LinkState
from confnotes.domain.text import Language
from confnotes.services.bundle import Services


def test_a_session_is_rated_recommended_and_reviewed(opened: Services, session_id: str) -> None:
    review = opened.review
    for change in (
        review.rate(session_id, 5),
        review.recommend(session_id, True),
        review.set_reviewed(session_id, True),
        review.set_audience(session_id, Audience.INSIDE),
        review.set_text(session_id, "summary", "Lights\nand **towers**.\r\n"),
        review.set_text(session_id, "takeaway", "灯台"),
        review.set_text(session_id, "heading", " Towers\nof light "),
    ):
        assert change.changed == {(Kind.SESSION, session_id)}
    session = opened.programme.session(session_id).session
    assert (session.rating, session.recommended, session.reviewed) == (5, True, True)
    assert session.audience is Audience.INSIDE
    assert session.summary == "Lights\nand **towers**.\n"
    assert (session.takeaway, session.heading) == ("灯台", "Towers of light")
    review.rate(session_id, None)
    assert opened.programme.session(session_id).session.rating is None
    assert not review.rate(session_id, None)


@pytest.mark.parametrize("rating", [0, 6, -1])
def test_there_are_five_stars(opened: Services, session_id: str, rating: int) -> None:
    with pytest.raises(ConfnotesError) as caught:
        opened.review.rate(session_id, rating)
    assert caught.value.code == "review.bad_rating"
    assert caught.value.facts == {"rating": rating}


def test_only_texts_are_set_as_texts(opened: Services, session_id: str) -> None:
    with pytest.raises(ValueError, match="rating"):
        opened.review.set_text(session_id, "rating", "5")  # type: ignore[arg-type]  # the point


def test_what_is_gone_is_said_so(opened: Services) -> None:
    calls: tuple[Callable[[], object], ...] = (
        lambda: opened.review.rate("gone", 1),
        lambda: opened.review.put_link(Link("l", "gone", LinkKind.PAGE, "https://example.org")),
    )
    for call in calls:
        with pytest.raises(ConfnotesError) as caught:
            call()
        assert caught.value.code == "session.gone"


def test_links_are_kept_changed_and_deleted(opened: Services, session_id: str) -> None:
    link = Link(new_id(), session_id, LinkKind.SLIDES, " https://example.org/a ", "slides")
    opened.review.put_link(link)
    there = replace(link, url="https://example.org/a")
    assert opened.programme.session(session_id).links == (there,)
    expected = Link(new_id(), session_id, LinkKind.VIDEO, "", state=LinkState.EXPECTED, position=1)
    assert opened.review.put_link(expected).changed == {(Kind.SESSION, session_id)}
    assert opened.programme.session(session_id).links == (there, expected)
    opened.review.delete_link(link.id)
    assert opened.programme.session(session_id).links == (expected,)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "\\\\host\\share",
        "//example.org",
        "JaVaScRiPt:x",
        "data:text/html,x",
        "https:",
        "http://a b",
        "example.org",
    ],
)
def test_other_addresses_are_refused(opened: Services, session_id: str, url: str) -> None:
    with pytest.raises(ConfnotesError) as caught:
        opened.review.put_link(Link("l", session_id, LinkKind.PAGE, url))
    assert caught.value.code == "review.unsafe_address"
    assert opened.programme.session(session_id).links == ()


def test_a_text_has_a_second_version_until_it_is_emptied(
    opened: Services, told: list[ChangeSet], conference_id: str, session_id: str
) -> None:
    def put(text: str, original: str) -> ChangeSet:
        return opened.review.set_version(
            conference_id, session_id, "summary", Language.JA, text, original
        )

    changes = put("灯台", "Lighthouses")
    assert changes.changed == {(Kind.TEXTS, session_id)}
    assert told[-1] == changes

    def rendered(original: str) -> tuple[str, bool]:
        texts = opened.review.versions(conference_id)
        found = texts.render(session_id, "summary", original, Language.JA)
        return found.text, found.stale

    assert rendered("Lighthouses") == ("灯台", False)
    assert rendered("Lighthouses and towers") == ("灯台", True)
    put("灯台と塔", "Lighthouses and towers")
    assert rendered("Lighthouses and towers") == ("灯台と塔", False)
    assert len(opened.review.versions(conference_id).versions) == 1
    put(" ", "Lighthouses")
    assert opened.review.versions(conference_id).versions == {}
    assert not put("", "Lighthouses")
    put("また", "Lighthouses")
    assert rendered("Lighthouses") == ("また", False)


def test_a_language_is_as_set_else_as_guessed(
    opened: Services, conference_id: str, session_id: str
) -> None:
    def language() -> Language:
        texts = opened.review.versions(conference_id)
        return texts.language_of(session_id, "heading", "Das ist auch ein Turm")

    assert language() is Language.EN
    opened.review.set_language(conference_id, session_id, "heading", Language.NEUTRAL)
    assert language() is Language.NEUTRAL
    opened.review.set_language(conference_id, session_id, "heading", Language.JA)
    assert language() is Language.JA
    opened.review.set_language(conference_id, session_id, "heading", None)
    assert language() is Language.EN


def test_versions_belong_to_a_conference_that_is_there(opened: Services) -> None:
    with pytest.raises(ConfnotesError) as caught:
        opened.review.set_version("gone", "x", "summary", Language.JA, "x", "y")
    assert caught.value.code == "conference.gone"
