"""Random reports survive being written and read by parsers that know nothing of the writer."""

import re

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options as Cmark
from hypothesis import given, settings
from markdown import Markdown

from confnotes.domain.inline import Break, Strong, Words
from confnotes.domain.text import Language
from confnotes.report.blocks import (
    Blocks,
    Document,
    Heading,
    Notes,
    Paragraph,
    map_all,
)
from confnotes.report.numbering import numbered
from confnotes.report.outcome import Difference
from confnotes.report.readback import places
from confnotes.report.readback.compare import compared, differences
from confnotes.report.readback.shape import of_document, of_html
from confnotes.report.targets import TARGETS
from confnotes.report.targets.commonmark import COMMONMARK
from confnotes.report.targets.github import GITHUB
from confnotes.report.targets.record import Target
from confnotes.report.targets.writer import write
from confnotes.report.wording import Wording
from report import trees
from report.making import catalogue


def wording() -> Wording:
    return Wording(catalogue(Language.JA))


def said(found: tuple[Difference, ...]) -> str:
    return "\n".join(f"{d.kind}: {d.expected!r} -> {d.found!r}" for d in found)


@pytest.mark.parametrize("target", TARGETS.values(), ids=list(TARGETS))
@given(blocks=trees.blocks, notes=trees.notes)
@settings(max_examples=50)
def test_whatever_is_written_is_read_back(target: Target, blocks: Blocks, notes: Notes) -> None:
    document = numbered("題名 *title* #", blocks, notes)
    text = write(document, target, wording())
    found = differences(document, text, target, wording())
    assert not found, f"{said(found)}\n{text}"


def github_html(text: str) -> str:
    """Return the page; alerts came to the site after this parser, and are quotations to it."""
    html = cmarkgfm.github_flavored_markdown_to_html(
        places.PLACES["github"].read(text),
        options=Cmark.CMARK_OPT_FOOTNOTES | Cmark.CMARK_OPT_UNSAFE,
    )
    html = re.sub(r'(id|href)="(#?)fn-(\d+)"', r'\1="\2fn\3"', html)
    return str(html)


@given(blocks=trees.blocks, notes=trees.notes)
@settings(max_examples=150)
def test_githubs_own_parser_agrees(blocks: Blocks, notes: Notes) -> None:
    document = numbered("題名", blocks, notes)
    text = write(document, GITHUB, wording())
    found = compared(of_document(document, GITHUB, wording()), of_html(github_html(text)))
    assert not found, f"{said(found)}\n{text}"


@given(blocks=trees.blocks, notes=trees.notes)
@settings(max_examples=100)
def test_plain_commonmark_reads_alike_in_older_parsers(blocks: Blocks, notes: Notes) -> None:
    blocks = map_all(blocks, trees.plain_emphasis)
    notes = {key: map_all(note, trees.plain_emphasis) for key, note in notes.items()}
    document = numbered("題名", blocks, notes)
    text = write(document, COMMONMARK, wording())
    html = Markdown(extensions=["fenced_code", "tables", "sane_lists"]).convert(text)
    found = compared(of_document(document, COMMONMARK, wording()), of_html(html))
    # These print the backslash before a tilde: nothing else may differ.
    found = tuple(d for d in found if bare(d.expected) != bare(d.found))
    assert not found, f"{said(found)}\n{text}"


def bare(words: str) -> str:
    return words.replace("\\", "").replace("~", "")


def test_a_difference_is_seen_with_its_section() -> None:
    blocks: Blocks = (
        Heading(1, (Words("一"),), "opening"),
        Heading(1, (Words("二"),), "about"),
        Paragraph((Words("本文"),)),
    )
    document = Document("題名", blocks)
    text = write(document, GITHUB, wording())
    assert differences(document, text, GITHUB, wording()) == ()
    found = differences(document, text.replace("本文", "**本文"), GITHUB, wording())
    assert found == (Difference("text", "本文", "**本文", "about"),)
    found = differences(document, text.replace("## 二\n", ""), GITHUB, wording())
    assert [(d.kind, d.expected, d.section) for d in found] == [("heading", "二 2", "about")]


@pytest.mark.parametrize("target", TARGETS.values(), ids=list(TARGETS))
def test_a_blank_after_a_break_is_none_of_the_emphasis_before_it(target: Target) -> None:
    inner = (Words("あ"), Break(), Words(" "))
    document = numbered("t", (Paragraph((Strong(inner), Words("い"))),), {})
    text = write(document, target, wording())
    assert not differences(document, text, target, wording()), text
