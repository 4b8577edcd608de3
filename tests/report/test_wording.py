"""The wording catalogues: the same keys in both languages, the same places, tidy."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from confnotes.domain.inline import Address, Words
from confnotes.domain.text import Language
from confnotes.report.wording import Wording, filled
from report.making import catalogue

PLACE = re.compile(r"\{(\w*)\}")


def phrases(table: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, list[str]]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from phrases(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value if isinstance(value, list) else [value]


def test_both_catalogues_have_the_same_keys_and_places() -> None:
    ja, en = (dict(phrases(catalogue(language))) for language in (Language.JA, Language.EN))
    assert list(ja) == list(en)
    for key in ja:
        places = {tuple(sorted(PLACE.findall(phrase))) for phrase in ja[key] + en[key]}
        assert len(places) == 1, f"{key}: {places}"
        assert len(ja[key]) == len(en[key]), key


@pytest.mark.parametrize("language", [Language.JA, Language.EN])
def test_phrases_are_tidy(language: Language) -> None:
    for key, variants in phrases(catalogue(language)):
        assert len(set(variants)) == len(variants), key
        for phrase in variants:
            assert phrase.strip() == phrase or key in ("notes.again", "notes.marker"), key
            assert "  " not in phrase
            if language is Language.JA:
                assert not re.search(r"[ァ-ヶ一-龠ぁ-ん] [A-Za-z{]|\} [ぁ-ん]", phrase), key


def test_variants_take_turns_and_can_go_back() -> None:
    wording = Wording({"a": {"b": ["one", "two"], "c": "{x} and {y}"}})
    assert [wording.phrase("a.b") for _ in range(3)] == ["one", "two", "one"]
    used = wording.used()
    assert wording.phrase("a.b") == "two"
    wording.use_again(used)
    assert wording.phrase("a.b") == "two"
    link = Address("https://e.com/", (Words("l"),))
    assert wording.fill("a.c", x="{y}", y=(link,)) == (Words("{y} and "), link)
    assert wording.words("a.c", x="1", y="{x}") == "1 and {x}"
    with pytest.raises(KeyError):
        wording.phrase("a.d")
    with pytest.raises(KeyError):
        filled("{nobody}")
