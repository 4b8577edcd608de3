"""The two finished reports of the sample, and every other one that can be made from it.

The golden files are written anew, after a change that is meant, by
`CONFNOTES_RENEW=1 .venv/bin/pytest tests/sample -p no:randomly`; read the difference before you
commit it.
"""

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from confnotes.domain.audience import Audience
from confnotes.domain.contents import Contents
from confnotes.domain.notes import LineKind
from confnotes.domain.text import Language
from confnotes.services.bundle import Services

GOLDEN = Path(__file__).parents[1] / "data" / "golden"
LANGUAGES = (Language.JA, Language.EN)
TARGETS = ("hatena", "github", "commonmark")
NOTES = 12
KELSEY = "It's not a race if we are all on the same team."
NOT_IN_OTHER_LANGUAGE = {"report.foreign", "report.stale"}


def markdown(
    services: Services,
    contents: Contents,
    language: Language,
    target: str,
    audience: Audience = Audience.PUBLIC,
) -> str:
    """Return a report of the sample as it would be published."""
    report = services.reports.report(contents.conference.id)
    report = replace(report, language=language, target=target, audience=audience)
    return services.reports.markdown(report, language, target)


def japanese(services: Services, contents: Contents) -> str:
    return markdown(services, contents, Language.JA, "hatena")


@pytest.mark.parametrize(
    ("language", "target"),
    [(Language.JA, "hatena"), (Language.EN, "github"), (Language.EN, "commonmark")],
)
def test_the_reports_are_those_that_were_read(
    services: Services, contents: Contents, language: Language, target: str
) -> None:
    golden = GOLDEN / f"sample-{language}-{target}.md"
    written = markdown(services, contents, language, target).encode()
    if os.environ.get("CONFNOTES_RENEW"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_bytes(written)
    assert written == golden.read_bytes()


def test_japanese_notes_stand_where_their_words_are(services: Services, contents: Contents) -> None:
    text = japanese(services, contents)
    assert text.count("((") == text.count("))") == NOTES
    assert re.search(r"KubeCon NA\(\([^\n]+?\)\)こと", text)
    assert re.search(r"Idit Levine氏\(\([^\n]+?\)\)、", text)
    assert re.search(r"^- .*\) ?\(\([^\n]+?\)\)$", text, re.MULTILINE)
    at_sentence_ends = re.findall(r"。\(\([^\n]+?\)\)", text)
    assert len(at_sentence_ends) == NOTES - 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_twelve_notes_numbered_as_they_are_met(
    services: Services, contents: Contents, language: Language
) -> None:
    text = markdown(services, contents, language, "github")
    numbers = [str(number) for number in range(1, NOTES + 1)]
    assert re.findall(r"\[\^(\w+)\](?!:)", text) == numbers
    assert re.findall(r"^\[\^(\w+)\]:", text, re.MULTILINE) == numbers
    assert len(contents.footnotes) == NOTES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("target", TARGETS)
def test_nothing_is_left_in_the_other_language(
    services: Services, contents: Contents, language: Language, target: str
) -> None:
    report = services.reports.report(contents.conference.id)
    found = {check.code for check in services.reports.checks(report, language, target)}
    assert not found & NOT_IN_OTHER_LANGUAGE


def test_the_english_report_has_no_japanese_letter(services: Services, contents: Contents) -> None:
    text = markdown(services, contents, Language.EN, "github")
    assert not re.search(r"[\u3000-\u30ff\u3400-\u9fff\uff01-\uff60]", text)


def test_what_the_checks_count_is_what_was_left_open(
    services: Services, contents: Contents
) -> None:
    report = services.reports.report(contents.conference.id)
    counted = {
        check.code: check.count
        for check in services.reports.checks(report, Language.JA, "hatena")
        if check.count
    }
    unclear = sum(line.kind is LineKind.UNCLEAR and not line.resolved for line in contents.lines)
    todos = sum(line.kind is LineKind.TODO and not line.done for line in contents.lines)
    assert counted.get("report.unclear") == unclear
    assert counted.get("report.todo") == todos


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.INSIDE])
def test_lines_for_others_leave_no_trace(
    services: Services, contents: Contents, language: Language, target: str, audience: Audience
) -> None:
    text = markdown(services, contents, language, target, audience)
    narrow = [line.text for line in contents.lines if line.audience is Audience.PRIVATE]
    if audience is Audience.PUBLIC:
        narrow += [line.text for line in contents.lines if line.audience is Audience.INSIDE]
    assert len(narrow) >= 2
    never = [
        line.text
        for line in contents.lines
        if line.kind is LineKind.TODO or (line.kind is LineKind.UNCLEAR and not line.resolved)
    ]
    assert [words for words in narrow + never if words in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_quotation_stands_alone_and_is_ascribed(
    services: Services, contents: Contents, language: Language
) -> None:
    text = markdown(services, contents, language, "github")
    block = next(block for block in text.split("\n\n") if KELSEY in block)
    assert block == f"> {KELSEY}"
    assert "Kelsey Hightower" in text.split(block)[1].split("\n\n")[1]


def test_the_considered_events_are_listed_and_the_chosen_one_is_marked(
    services: Services, contents: Contents
) -> None:
    text = japanese(services, contents)
    beside = [event.name for event in contents.events[1:]]
    rows = [row for row in text.splitlines() if row.startswith("- ")]
    for name in beside:
        [row] = [row for row in rows if name in row]
        assert ("参加" in row) == (name == "ServiceMeshCon")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_says_what_is_made_up(
    services: Services, contents: Contents, language: Language
) -> None:
    text = markdown(services, contents, language, "github")
    about = text.rpartition("\n## ")[2].partition("[^1]:")[0]
    author = contents.author
    assert author
    version = next(v for v in contents.versions if v.owner_id == author.id and v.field == "name")
    assert (author.name if language is Language.JA else version.text) in about
    real = {session.id for session in contents.sessions if session.start_at}
    assert real
    invented = [
        s.title for s in contents.sessions if s.title.endswith(("Slowly", "Sleep", "Tears"))
    ]
    assert len(invented) == 3
    assert all(title in about for title in invented)


@pytest.mark.parametrize(("language", "target"), [(Language.JA, "hatena"), (Language.EN, "github")])
def test_exports_agree_with_an_independent_reading(
    services: Services, contents: Contents, language: Language, target: str, tmp_path: Path
) -> None:
    report = services.reports.report(contents.conference.id)
    exported = services.reports.export(report, language, target, tmp_path)
    assert exported.differences == ()
    assert exported.left == ()
    pictures = [path for path in exported.files if path.suffix == ".png"]
    assert len(pictures) == len(contents.attachments)
    [article] = [path for path in exported.files if path.suffix == ".md"]
    assert article.read_text(encoding="utf-8") == markdown(services, contents, language, target)
