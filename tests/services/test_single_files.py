"""A report as one file, and what becomes of it in an export folder."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from confnotes.domain.errors import ConfnotesError
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line
from confnotes.domain.text import Language
from confnotes.services import pandoc
from confnotes.services.bundle import Services, open_services
from confnotes.services.notebook import Mode
from confnotes.services.report_views import SingleFile
from report.making import catalogue

EN, JA = Language.EN, Language.JA


@pytest.fixture
def book(opened: Services, session_id: str, tmp_path: Path) -> Iterator[Services]:
    """Return services with the report's wording, on a conference with one session noted."""
    opened.close()
    wording = {language: catalogue(language) for language in (JA, EN)}
    made = open_services(tmp_path / "trip.confnotes", Mode.WRITE, wording=wording)
    made.notes.save(session_id, [Line(new_id(), session_id, 0, "three lighthouses")])
    yield made
    made.close()


def test_a_page_stands_beside_other_exports_and_stays(
    book: Services, conference_id: str, tmp_path: Path
) -> None:
    report = book.reports.report(conference_id)
    page, missing = book.reports.web_page(report, EN)
    assert missing == ()
    out = tmp_path / "out"
    done = book.reports.export_single(
        report, EN, SingleFile.HTML, page.encode(), out, missing=("x.png",)
    )
    (file,) = done.files
    assert file.name.endswith(".en.html")
    assert done.missing == ("x.png",)
    book.reports.export(report, EN, "github", out)
    book.reports.export(report, JA, "github", out)
    assert file.read_text(encoding="utf-8") == page
    file.write_text("mine", encoding="utf-8")
    again = book.reports.export_single(report, EN, SingleFile.HTML, page.encode(), out)
    assert (again.files, again.left) == ((), (file,))
    assert file.read_text(encoding="utf-8") == "mine"
    done = book.reports.export_single(report, EN, SingleFile.HTML, page.encode(), out, force=True)
    assert done.files == (file,)
    assert done.set_aside[0].read_text(encoding="utf-8") == "mine"


@pytest.mark.skipif(not pandoc.pandoc_is_there(), reason="Pandoc is not installed")
def test_a_word_file_says_what_the_report_says(book: Services, conference_id: str) -> None:
    report = book.reports.report(conference_id)
    book.reports.write_section(report, "conclusion", JA, "海は広い。")
    data, missing = book.reports.word_file(report, JA)
    assert missing == ()
    with zipfile.ZipFile(io.BytesIO(data)) as held:
        assert "海は広い。" in held.read("word/document.xml").decode()
    assert book.reports.word_file(replace(report), JA)[0] == data


def test_without_pandoc_a_sentence_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not pandoc.pandoc_is_there()
    with pytest.raises(ConfnotesError) as refused:
        pandoc.docx("x", {})
    assert refused.value.code == "export.no_pandoc"


def test_a_pandoc_that_fails_is_told_with_its_words(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "pandoc"
    program.write_text("#!/bin/sh\necho 'no template' >&2\nexit 3\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ConfnotesError) as refused:
        pandoc.docx("x", {})
    assert refused.value.code == "export.pandoc_failed"
    assert refused.value.facts["detail"] == "no template"
