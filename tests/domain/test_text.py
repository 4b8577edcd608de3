"""Stored and search forms, languages, lengths."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confnotes.domain.text import (
    Language,
    count_characters,
    count_words,
    fingerprint,
    folded,
    guess_language,
    other,
    slug,
    stored,
    stored_line,
)


@given(st.text())
def test_stored_is_nfc_without_controls_and_does_not_change_again(text: str) -> None:
    once = stored(text)
    assert unicodedata.is_normalized("NFC", once)
    assert "\r" not in once
    assert not any(ch < " " and ch not in "\n\t" for ch in once)
    assert stored(once) == once


def test_stored_composes_what_macos_writes_apart() -> None:
    assert stored("か\u3099き") == "がき"


def test_a_stored_line_is_one_line() -> None:
    assert stored_line("one\r\ntwo\tthree") == "one two three"


@pytest.mark.parametrize(
    ("written", "searched"),
    [
        ("ｋ８ｓ", "k8s"),
        ("ﾒｯｼｭ", "メッシュ"),
        ("サイドカー", "さいどかー"),
        ("Kubernetes", "KUBERNETES"),
        ("ガ", "か\u3099"),
    ],
)
def test_search_is_blind_to_width_case_and_kana(written: str, searched: str) -> None:
    assert folded(written) == folded(searched)


def test_search_keeps_what_matters_apart() -> None:
    assert folded("は") != folded("ば")
    assert folded("導入") != folded("導人")


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("車載側は k3s。小さな計算機でも動く", Language.JA),
        ("導入事例", Language.JA),
        ("The car is just one more edge node.", Language.EN),
        ("Kubernetes", Language.NEUTRAL),
        ("Kelsey Hightower", Language.NEUTRAL),
        ("`kubectl get pods` `ls -la`", Language.NEUTRAL),
        ("https://example.org/this/is/not/english", Language.NEUTRAL),
        ("", Language.NEUTRAL),
        ("2019", Language.NEUTRAL),
        ("ｶﾅﾘｱ", Language.JA),
        ("We saw 東京 and it was a very long walk to the hall", Language.EN),
    ],
)
def test_guessed_language(text: str, language: Language) -> None:
    assert guess_language(text) is language


def test_the_other_language() -> None:
    assert other(Language.JA) is Language.EN
    assert other(Language.EN) is Language.JA
    assert other(Language.NEUTRAL) is Language.NEUTRAL


def test_lengths() -> None:
    assert count_characters("車 と\nk3s") == 5
    assert count_words("Kubernetes in Your 4x4 – don't stop") == 6
    assert count_words("車載 k3s") == 3


def test_a_fingerprint_is_blind_to_ends_and_nothing_else() -> None:
    assert fingerprint(" a\r\nb ") == fingerprint("a\nb")
    assert fingerprint("a b") != fingerprint("a  b")
    assert len(fingerprint("")) == 16


def test_a_slug_is_ascii_or_nothing() -> None:
    assert slug("KubeCon + CloudNativeCon NA 2019") == "kubecon-cloudnativecon-na-2019"
    assert slug("参加") == ""
