"""Sentences: every code that is raised has one, in both languages, with the same facts."""

import re
import string
from pathlib import Path

import pytest

from confnotes import assets
from confnotes.domain.errors import ConfnotesError, Problem, Severity
from confnotes.domain.text import Language
from confnotes.messages import Messages, language_of_environment

SOURCE = Path(__file__).parents[1] / "src" / "confnotes"
_CODE = re.compile(r'"([a-z_]+(?:\.[a-z0-9_]+)+)"')
_RAISED = re.compile(
    r"(?:\w*Error|Problem|say|warn|sentence|found|refuse\w*)\(\s*(?:\w+\s*,\s*)?\"([a-z_]+(?:\.[a-z0-9_]+)+)\""
)


def catalogue(language: str) -> dict[str, str]:
    sentences = assets.read_toml(f"messages/{language}.toml")
    assert all(isinstance(value, str) for value in sentences.values())
    return sentences


def facts_of(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def test_both_languages_have_the_same_sentences_with_the_same_facts() -> None:
    english, japanese = catalogue("en"), catalogue("ja")
    assert set(english) == set(japanese)
    for code, sentence in english.items():
        assert facts_of(sentence) == facts_of(japanese[code]), code


@pytest.mark.parametrize("language", ["en", "ja"])
def test_sentences_are_sentences(language: str) -> None:
    for code, sentence in catalogue(language).items():
        assert sentence.strip() == sentence or code == "cli.and_more", code
        assert "  " not in sentence or code == "cli.conference", code
        if code.startswith("cli.help."):
            continue
        assert not re.search(r"\b(error|invalid|illegal|fatal)\b", sentence, re.IGNORECASE), code


def test_every_code_that_is_raised_has_a_sentence() -> None:
    known = set(catalogue("en"))
    raised = {
        (code, path.name)
        for path in SOURCE.rglob("*.py")
        for code in _RAISED.findall(path.read_text(encoding="utf-8"))
    }
    assert raised, "the pattern finds nothing: it no longer fits the code"
    missing = {(code, name) for code, name in raised if code not in known}
    assert not missing


def test_every_sentence_is_used() -> None:
    code_text = "\n".join(p.read_text(encoding="utf-8") for p in SOURCE.rglob("*.py"))
    used = set(_CODE.findall(code_text))
    unused = {
        code for code in catalogue("en") if code not in used and not code.startswith("cli.help.")
    }
    assert not unused


def test_facts_are_filled_in_and_a_missing_one_shows_its_name() -> None:
    messages = Messages(Language.EN)
    error = ConfnotesError("cli.cannot_read", path="x.ics", reason="No such file")
    assert messages.error(error).startswith("x.ics could not be read (No such file).")
    assert "{reason}" in messages.error(ConfnotesError("cli.cannot_read", path="x.ics"))
    assert messages.error(ConfnotesError("no.such.code", a=1)) == "no.such.code {'a': 1}"


def test_places_are_said_in_the_language() -> None:
    problem = Problem("cli.no_zone", Severity.ASSUMED, place="line 12")
    assert Messages(Language.EN).problem(problem).startswith("line 12: ")
    assert Messages(Language.JA).problem(problem).startswith("12行目：")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "ja_JP.UTF-8"}, Language.JA),
        ({"LANG": "ja_JP.UTF-8", "LC_ALL": "C"}, Language.EN),
        ({"LC_MESSAGES": "ja", "LANG": "en_US.UTF-8"}, Language.JA),
        ({"LANG": "de_DE.UTF-8"}, Language.EN),
        ({}, Language.EN),
    ],
)
def test_the_language_follows_the_environment(
    environment: dict[str, str], language: Language
) -> None:
    assert language_of_environment(environment) is language


def test_what_cannot_be_printed_is_written_out() -> None:
    error = ConfnotesError("cli.unknown_zone", zone="a\x1b[31m\x00b")
    sentence = Messages(Language.EN).error(error)
    assert sentence.isprintable()
    assert "a\\x1b[31m\\x00b" in sentence
