"""The sample, a real report's outline and twelve footnotes, for every place in both languages:
read by the app's own reader and by the place's renderer, as far as the machine has it."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from confnotes.domain.contents import Contents
from confnotes.domain.text import Language
from confnotes.report.deliver import deliver
from confnotes.report.readback.compare import compared
from confnotes.report.readback.render import render
from confnotes.report.readback.shape import Feature, of_document, of_html, squeezed
from confnotes.report.targets import TARGETS
from confnotes.report.wording import Wording
from confnotes.services.bundle import Services
from report import judges
from report.making import catalogue

missing = cache(judges.missing)
BOTH = pytest.mark.parametrize("language", [Language.JA, Language.EN])
EVERYWHERE = pytest.mark.parametrize("target", list(TARGETS))
NOTES = [str(number) for number in range(1, 13)]
CHOSEN = {
    Language.JA: squeezed("ServiceMeshCon（← 参加）"),
    Language.EN: squeezed("ServiceMeshCon (← I went)"),
}
KELSEY = squeezed("It's not a race if we are all on the same team.")


def features(text: str, target: str) -> list[Feature]:
    return of_html(render(text, TARGETS[target]))


def text_of(services: Services, contents: Contents, language: Language, target: str) -> str:
    report = services.reports.report(contents.conference.id)
    return services.reports.markdown(report, language, target)


@BOTH
@EVERYWHERE
def test_an_export_says_all_that_is_in_the_report(
    services: Services, contents: Contents, language: Language, target: str, tmp_path: Path
) -> None:
    report = services.reports.report(contents.conference.id)
    exported = services.reports.export(report, language, target, tmp_path)
    assert exported.differences == ()
    pictures = [path for path in exported.files if path.suffix == ".png"]
    assert len(pictures) == len(contents.attachments)
    assert all(path.is_file() for path in exported.files)


@BOTH
@EVERYWHERE
def test_outline_notes_list_quotes_and_figures(
    services: Services, contents: Contents, language: Language, target: str
) -> None:
    found = features(text_of(services, contents, language, target), target)
    kinds = Counter(feature.kind for feature in found)
    assert [f.detail for f in found if f.kind == "reference"] == NOTES
    if kinds["note"]:
        assert [f.detail for f in found if f.kind == "note"] == NOTES
    else:  # as a list at the end
        assert [f.kind for f in found][-len(NOTES) :] == ["item"] * len(NOTES)
    assert [f.words for f in found if CHOSEN[language] in f.words] == [CHOSEN[language]]
    assert kinds["quote"] == 4
    assert any(f.kind == "quote" and KELSEY in f.words for f in found)
    assert kinds["code"] == 1
    assert kinds["figure"] == (0 if target == "note" else 3)


@BOTH
def test_the_outline_is_the_same_everywhere(
    services: Services, contents: Contents, language: Language
) -> None:
    outlines = set()
    for name, target in TARGETS.items():
        found = features(text_of(services, contents, language, name), name)
        headings = [f for f in found if f.kind == "heading" and f.detail != "1"]
        levels = [(f.words, int(f.detail) - target.heading_base) for f in headings]
        outlines.add(tuple(one for one in levels if one[0] not in ("脚注", "Notes")))
    assert len(outlines) == 1
    assert len(outlines.pop()) > 15


@BOTH
@pytest.mark.parametrize("target", list(judges.JUDGES))
def test_the_place_itself_finds_all_of_it(
    services: Services, contents: Contents, language: Language, target: str
) -> None:
    if reason := missing(judges.JUDGES[target][0]):
        pytest.skip(reason)
    report = services.reports.report(contents.conference.id)
    wording = Wording(catalogue(language))
    composition = services.reports.composition(report, language, target)
    delivery = deliver(composition, TARGETS[target], wording)
    html = judges.page(target, delivery.text)
    found = compared(of_document(delivery.document, TARGETS[target], wording), of_html(html))
    assert not found, "\n".join(f"{d.kind}: {d.expected!r} -> {d.found!r}" for d in found)
    assert not re.search(r"\*\*|\[\^|\{\{|\]\(", re.sub("<[^>]*>", "", html))
