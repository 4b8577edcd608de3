"""The sentences for codes of errors and problems, shared by the window and the command line."""

import os
import re
import string
from collections.abc import Mapping
from typing import Any

from confnotes import assets
from confnotes.domain.errors import ConfnotesError, Facts, Problem
from confnotes.domain.text import Language

_PLACES_JA = tuple(
    (re.compile(pattern), japanese)
    for pattern, japanese in (
        (r"\blines (\d+)[–-](\d+)", r"\1〜\2行目"),
        (r"\bline (\d+)", r"\1行目"),
        (r"\bcolumn (\d+)", r"\1文字目"),
        (r"\bday (\d+)", r"\1日目"),
        (r"\bevent (\d+)", r"\1番目のイベント"),
        (r"\broom ", "会場 "),
        (r", ", "、"),
    )
)


class _Facts(dict[str, object]):
    """Facts of a sentence: one that is missing shows its name, and never raises."""

    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"


def _visible(fact: object) -> object:
    """Return a fact as it may go to a terminal: what cannot be printed is written out."""
    if not isinstance(fact, str) or fact.isprintable():
        return fact
    return "".join(ch if ch.isprintable() else ch.encode("unicode_escape").decode() for ch in fact)


class Messages:
    """Sentences in one language; `resources/messages/<language>.toml` holds them by code."""

    def __init__(self, language: Language) -> None:
        self.language = Language.EN if language is Language.NEUTRAL else language
        self._sentences: Mapping[str, Any] = assets.read_toml(f"messages/{self.language}.toml")

    def sentence(self, code: str, facts: Facts) -> str:
        """Return the sentence of a code with its facts filled in; the bare code if it has none."""
        template = self._sentences.get(code)
        if not isinstance(template, str):
            return f"{code} {dict(facts)}" if facts else code
        shown = {key: _visible(fact) for key, fact in facts.items()}
        return string.Formatter().vformat(template, (), _Facts(shown))

    def error(self, error: ConfnotesError) -> str:
        """Return what an error says to a person."""
        return self.sentence(error.code, error.facts)

    def problem(self, problem: Problem) -> str:
        """Return what a problem found in a file says, with its place where it has one."""
        sentence = self.sentence(problem.code, problem.facts)
        return f"{self.place(problem)}{sentence}" if problem.place else sentence

    def place(self, problem: Problem) -> str:
        """Return the place of a problem with the separator of the language.

        Places come from below in English words around numbers and names; the few words there are
        have their Japanese here.
        """
        if self.language is not Language.JA:
            return f"{problem.place}: "
        place = problem.place
        for pattern, japanese in _PLACES_JA:
            place = pattern.sub(japanese, place)
        return f"{place}："


def language_of_environment(environment: Mapping[str, str] | None = None) -> Language:
    """Return the language the environment asks for: Japanese when it says so, else English.

    The order is POSIX's: LC_ALL, LC_MESSAGES, LANG.
    """
    environment = os.environ if environment is None else environment
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            return Language.JA if value.startswith("ja") else Language.EN
    return Language.EN
