"""What is not for its readers leaves no trace in a report: no gap, no orphan, no number."""

from dataclasses import replace

import pytest

from confnotes.domain.audience import Audience
from confnotes.domain.notes import LineKind
from confnotes.domain.report import SectionKind
from confnotes.domain.session import SessionKind
from confnotes.domain.text import Language
from confnotes.report.checks import checks
from confnotes.report.targets import TARGETS
from report.making import Maker

SECRET = ("社内", "秘密")


def mixed() -> tuple[Maker, Maker]:
    """Return a conference with lines for the company and for nobody, and one without them."""
    whole, bare = Maker(), Maker()
    for maker, full in ((whole, True), (bare, False)):
        first = maker.session("A", "2031-05-12T10:00:00")
        maker.line(first, "要点[^k-1]")
        if full:
            maker.line(first, "社内の話[^k-2]", audience=Audience.INSIDE)
            maker.line(first, "社内の細目", depth=1)
            maker.line(first, "秘密の絵", LineKind.IMAGE, audience=Audience.PRIVATE)
            maker.picture(f"l{maker._count}", "秘密.png", alternative="秘密")
            maker.line(first, "秘密の細目[^k-3]", depth=2)
            hidden = maker.session("秘密の会合", "2031-05-12T12:00:00", kind=SessionKind.HALLWAY,
                                   audience=Audience.PRIVATE, summary="秘密")  # fmt: skip
            maker.line(hidden, "秘密")
            only = maker.session("B", "2031-05-12T13:00:00")
            maker.line(only, "秘密だけ", audience=Audience.PRIVATE)
        maker.line(first, "次の要点[^k-4]")
        maker.line(first, "本文[^k-5]")
        maker.footnote("k-1", "一")
        maker.footnote("k-4", "四")
        if full:
            maker.footnote("k-2", "社内の注")
            maker.footnote("k-3", "秘密の注")
            maker.footnote("k-5", "秘密の注", Audience.PRIVATE)
        else:
            maker.line(first, "[^none]")
    return whole, bare


@pytest.mark.parametrize("target", list(TARGETS))
@pytest.mark.parametrize("language", [Language.JA, Language.EN])
def test_a_public_report_is_as_if_it_had_never_been_written(
    target: str, language: Language
) -> None:
    whole, bare = mixed()
    text = whole.markdown(language, target)
    assert text == bare.markdown(language, target)
    assert not any(word in text for word in SECRET)


def test_the_companys_report_has_what_is_for_the_company() -> None:
    whole, _ = mixed()
    whole.report = replace(whole.report, audience=Audience.INSIDE)
    text = whole.markdown(Language.JA, "github")
    assert "- 社内の話[^2]\n    - 社内の細目\n- 次の要点[^3]" in text
    assert "秘密" not in text


def test_each_line_that_was_kept_back_is_counted_and_named() -> None:
    whole, _ = mixed()
    found = {check.code: check for check in checks(whole.composed())}
    ours, own = found["report.kept_back"], found["report.private"]
    assert [place.words for place in ours.places] == ["社内の話[^k-2]", "社内の細目"]
    assert [place.words for place in own.places] == [
        "秘密の絵",
        "秘密の細目[^k-3]",
        "秘密",
        "秘密だけ",
    ]
    assert (ours.count, own.count) == (2, 4)
    texts = {line.id: line.text for line in whole.contents().lines}
    assert [texts[place.line_id or ""] for place in own.places] == [p.words for p in own.places]
    assert "report.dangling" not in found
    whole.report = replace(whole.report, audience=Audience.INSIDE)
    inside = {check.code: check.count for check in checks(whole.composed())}
    assert (inside.get("report.kept_back"), inside["report.private"]) == (None, 4)


def test_a_written_section_cannot_show_a_private_picture() -> None:
    maker = Maker()
    private = maker.session("A", "2031-05-12T10:00:00")
    line = maker.line(private, "x", LineKind.IMAGE)
    maker.picture(line, "secret.png", alternative="絵")
    contents = maker.contents()
    hidden = replace(contents.attachments[0], audience=Audience.PRIVATE)
    maker._rows["attachments"] = [hidden]
    from confnotes.domain.attachments import picture_path

    section = maker.section("opening", SectionKind.OPENING)
    maker.written(section, Language.JA, f"前\n\n![代わりの語]({picture_path(hidden)})\n\n後")
    text = maker.markdown()
    assert "secret" not in text
    assert "前\n\n代わりの語\n\n後" in text
