"""Every place's own renderer finds in an export what stands in the report."""

import json
import os
import re
import tomllib
from functools import cache

import pytest
from hypothesis import Phase, given, settings

from confnotes.domain.text import Language
from confnotes.report.blocks import Blocks, Document, Notes, map_all
from confnotes.report.numbering import numbered
from confnotes.report.outcome import Difference
from confnotes.report.readback.compare import compared
from confnotes.report.readback.shape import of_document, of_html
from confnotes.report.targets import TARGETS
from confnotes.report.targets.writer import write
from confnotes.report.wording import Wording
from report import judges, trees
from report.invented import paperboat
from report.making import catalogue

BOTH = pytest.mark.parametrize("language", [Language.JA, Language.EN])
EXAMPLES = 60 if "CONFNOTES_JUDGES" in os.environ else 10
# Making a failure small takes minutes where each try asks another program.
QUICK = (Phase.explicit, Phase.reuse, Phase.generate)
missing = cache(judges.missing)


def need(program: str) -> None:
    """Skip where a renderer is not there."""
    if reason := missing(program):
        pytest.skip(reason)


def said(found: tuple[Difference, ...]) -> str:
    return "\n".join(f"{d.kind}: {d.expected!r} -> {d.found!r}" for d in found)


def differences(
    document: Document, html: str, target: str, wording: Wording
) -> tuple[Difference, ...]:
    """Return what a page lacks, or shows otherwise."""
    return compared(of_document(document, TARGETS[target], wording), of_html(html))


@BOTH
@pytest.mark.parametrize("target", list(judges.JUDGES))
def test_the_place_itself_finds_everything(target: str, language: Language) -> None:
    need(judges.JUDGES[target][0])
    delivery = paperboat().delivered(language, target)
    wording = Wording(catalogue(language))
    html = judges.page(target, delivery.text)
    found = differences(delivery.document, html, target, wording)
    assert not found, said(found)
    strong = len(re.findall(r"<strong>", html))
    assert strong == delivery.text.count("**") // 2


@BOTH
def test_zenn_takes_the_front_matter(language: Language) -> None:
    need("zenn-model")
    delivery = paperboat().delivered(language, "zenn")
    rows = dict(re.findall(r"^(\w+): (.*)$", delivery.text.split("---")[1], re.MULTILINE))
    article = {key: json.loads(value) for key, value in rows.items() if key != "type"}
    article |= {"type": json.loads(rows["type"]), "bodyHtml": "<p>x</p>"}
    article["slug"] = delivery.files.text.removeprefix("articles/").removesuffix(".md")
    assert judges.ask(judges.VALIDATE, article) == []


@BOTH
def test_hugos_front_matter_is_toml(language: Language) -> None:
    text = paperboat().delivered(language, "hugo").text
    values = tomllib.loads(text.split("+++")[1])
    assert values["draft"] is True
    assert values["title"] == paperboat().composed(language, "hugo").document.title


@pytest.mark.parametrize("target", list(judges.JUDGES))
@given(blocks=trees.blocks, notes=trees.notes)
@settings(max_examples=EXAMPLES, deadline=None, phases=QUICK)
def test_whatever_is_written_is_read_there(target: str, blocks: Blocks, notes: Notes) -> None:
    need(judges.JUDGES[target][0])
    if target == "devto":  # Redcarpet is older than CommonMark
        blocks = map_all(blocks, trees.plain_emphasis)
        notes = {key: map_all(note, trees.plain_emphasis) for key, note in notes.items()}
    wording = Wording(catalogue(Language.JA))
    document = numbered("題名", blocks, notes)
    text = write(document, TARGETS[target], wording)
    found = differences(document, judges.page(target, text), target, wording)
    assert not found, f"{said(found)}\n{text}"
