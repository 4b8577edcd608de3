"""Whole reports of an invented conference, held as files: in both languages, for every place.

`CONFNOTES_WRITE_GOLDEN=1` writes them anew; then they are to be read before they are kept.
"""

import os
import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from confnotes.domain.text import Language
from confnotes.report.compose import compose
from confnotes.report.readback.compare import differences
from confnotes.report.snapshot import take
from confnotes.report.targets import TARGETS
from confnotes.report.targets.writer import write
from confnotes.report.wording import Wording
from report.invented import paperboat
from report.making import catalogue

GOLDEN = Path(__file__).parents[1] / "data" / "golden" / "report"
BOTH = pytest.mark.parametrize("language", [Language.JA, Language.EN])
EVERYWHERE = pytest.mark.parametrize("target", list(TARGETS))


@BOTH
@EVERYWHERE
def test_the_report_reads_as_kept(language: Language, target: str) -> None:
    path = GOLDEN / f"paperboat.{language}.{target}.md"
    text = paperboat().markdown(language, target)
    if os.environ.get("CONFNOTES_WRITE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")


@BOTH
@EVERYWHERE
def test_it_is_read_back_without_a_difference(language: Language, target: str) -> None:
    delivery = paperboat().delivered(language, target)
    wording = Wording(catalogue(language))
    assert differences(delivery.document, delivery.text, TARGETS[target], wording) == ()


@BOTH
def test_the_order_of_the_rows_in_the_notebook_does_not_matter(language: Language) -> None:
    maker = paperboat()
    contents = maker.contents()
    shuffled: dict[str, Any] = {}
    for name in ("lines", "sessions", "links", "footnotes", "speakers", "versions", "credits"):
        rows = list(getattr(contents, name))
        random.Random(name).shuffle(rows)
        shuffled[name] = tuple(rows)
    again = compose(
        take(replace(contents, **shuffled), maker.report, language, "github"), catalogue(language)
    )
    wording = Wording(catalogue(language))
    assert write(again.document, TARGETS["github"], wording) == maker.markdown(language, "github")
