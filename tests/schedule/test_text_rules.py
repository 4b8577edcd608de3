"""Titles, abstracts, languages, kinds and states."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confnotes.domain.session import SessionKind, SessionState
from confnotes.domain.text import stored
from confnotes.schedule.findings import Findings
from confnotes.schedule.kinds import kind_of, state_of
from confnotes.schedule.languages import language_of
from confnotes.schedule.limits import MAX_LIKE_PROBLEMS, MAX_TEXT, MAX_TITLE
from confnotes.schedule.prose import body, joined, single


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("  Two\n lines\t here ", "Two lines here"),
        ("a\u00a0b", "a b"),
        ("か\u3099", "が"),
        ("全角　空白", "全角 空白"),
        ("ＡＢＣ１２３", "ＡＢＣ１２３"),
        ("bell\x07", "bell"),
        ("x" * (MAX_TITLE + 5), "x" * (MAX_TITLE - 1) + "…"),
    ],
)
def test_titles_are_one_clean_line(given: str, kept: str) -> None:
    assert single(given) == kept


@given(st.text(max_size=300))
def test_every_text_comes_out_in_its_stored_form(text: str) -> None:
    assert single(single(text)) == single(text) == stored(single(text))
    kept = body(text, Findings(), "")
    assert kept == stored(kept).strip()


def test_an_abstract_keeps_markdown_and_loses_a_pretty_printers_indentation() -> None:
    text = "\n    One line\n      and an indented one\n\n\n\n    * item\n  "
    assert body(text, Findings(), "") == "One line\n  and an indented one\n\n* item"


def test_html_in_a_code_block_of_markdown_is_left_alone() -> None:
    text = "Look:\n\n```html\n<p>hi</p>\n```"
    assert body(text, Findings(), "") == text


def test_a_text_without_end_is_cut_and_said() -> None:
    findings = Findings()
    assert len(body("x" * (MAX_TEXT + 1), findings, "line 3")) == MAX_TEXT
    (problem,) = findings.all()
    assert (problem.code, problem.place) == ("schedule.text_cut", "line 3")


@pytest.mark.parametrize(
    ("abstract", "description", "whole"),
    [
        ("A", "", "A"),
        ("", "B", "B"),
        ("Short.", "Short.  And more.", "Short.  And more."),
        ("All of it.", "of it", "All of it."),
        ("A", "B", "A\n\nB"),
    ],
)
def test_nothing_is_said_twice(abstract: str, description: str, whole: str) -> None:
    assert joined(abstract, description) == whole


@pytest.mark.parametrize(
    ("words", "tag"),
    [
        ("en", "en"),
        ("EN", "en"),
        ("ja_JP", "ja-jp"),
        ("ja-jp", "ja-jp"),
        ("zh-Hant-TW", "zh-hant-tw"),
        ("English", "en"),
        ("日本語", "ja"),
        ("Deutsch", "de"),
        ("jp", "ja"),
        ("", None),
        ("TBD", None),
        ("de, en", None),
        ("xx", None),
        ("none", None),
    ],
)
def test_languages(words: str, tag: str | None) -> None:
    assert language_of(words) == tag


@pytest.mark.parametrize(
    ("title", "words", "kind"),
    [
        ("How it works", "Talk (45 mins)", SessionKind.TALK),
        ("How it works", "Talk 40 (30min +10 Q&A)", SessionKind.TALK),
        ("How it works", "", None),
        ("How it works", "AI + ML", None),
        ("Understanding stands", "OPERATIONS + PERFORMANCE", None),
        ("x", "⚡ LIGHTNING TALKS", SessionKind.LIGHTNING),
        ("x", "lightningtalk", SessionKind.LIGHTNING),
        ("x", "KEYNOTE SESSIONS", SessionKind.KEYNOTE),
        ("x", "基調講演", SessionKind.KEYNOTE),
        ("x", "ワークショップ", SessionKind.WORKSHOP),
        ("x", "Sponsored Session", SessionKind.SPONSOR),
        ("x", "スポンサーセッション", SessionKind.SPONSOR),
        ("x", "BREAKS", SessionKind.MEAL),
        ("x", "REGISTRATION", SessionKind.OTHER),
        ("x", "SOLUTIONS SHOWCASE", SessionKind.BOOTH),
        ("x", "Breakout Session", SessionKind.TALK),
        ("x", "podium", SessionKind.PANEL),
        ("Lunch", "", SessionKind.MEAL),
        ("Lunch break", "Talk", SessionKind.MEAL),
        ("Coffee Break ☕", "", SessionKind.MEAL),
        ("Lunch & Learn with us", "", SessionKind.MEAL),
        ("Breaking the cipher", "", None),
        ("昼休み", "", SessionKind.MEAL),
        ("懇親会", "", SessionKind.PARTY),
        ("受付開始", "", SessionKind.OTHER),
        ("Registration / Breakfast", "", SessionKind.MEAL),
        ("Keynote: The Future", "", SessionKind.KEYNOTE),
        ("基調講演：はじまり", "", SessionKind.KEYNOTE),
        ("Why keynotes fail", "", None),
        ("📚 Tutorial: First steps", "", SessionKind.TUTORIAL),
        ("Writing a tutorial", "", None),
        ("Party like it's 1999: dates in C", "", None),
        ("The rotting party system", "", None),
        ("Welcome Reception", "", SessionKind.PARTY),
    ],
)
def test_kinds(title: str, words: str, kind: SessionKind | None) -> None:
    assert kind_of(title, words) is kind


@pytest.mark.parametrize(
    ("title", "off"),
    [
        ("CANCELLED Open identities", True),
        ("CANCELED: x", True),
        ("[CANCELLED] x", True),
        ("中止：ワークショップ", True),
        ("【中止】ワークショップ", True),
        ("キャンセル", True),
        ("ABGESAGT - Vortrag", True),
        ("Cancelling POSIX syscalls", False),
        ("Cancelled contexts in Go", False),
        ("中止できるタスク", False),
        ("キャンセル処理の設計", False),
        ("Why we CANCELLED it", False),
        ("CANCELLEDNESS", False),
    ],
)
def test_only_an_anchored_word_calls_a_session_off(title: str, off: bool) -> None:
    assert (state_of(title) is SessionState.CANCELLED) is off


def test_many_problems_of_one_kind_are_counted() -> None:
    findings = Findings()
    for line in range(MAX_LIKE_PROBLEMS + 7):
        findings.missing("schedule.no_title", f"line {line}")
    findings.missing("schedule.no_start")
    problems = findings.all()
    assert len(problems) == MAX_LIKE_PROBLEMS + 2
    assert problems[-1].facts == {"of": "schedule.no_title", "count": 7}
