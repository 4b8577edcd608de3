"""`[^1]` with its text in each of twelve sessions: twelve texts, in order, in each place."""

import re

import pytest

from confnotes.domain.text import Language
from confnotes.report.readback import hatena
from report.making import Maker

NUMBERS = range(1, 13)


def twelve(how: str) -> Maker:
    maker = Maker()
    for n in NUMBERS:
        start = f"2031-05-{11 + n}T10:00:00"
        if how == "lines":
            session = maker.session(f"Session {n}", start)
            maker.lines(session, f"本文{n}[^1]", f"[^1]: 注の{n}番。", "次の行")
        elif how == "summary":
            maker.session(f"Session {n}", start, summary=f"本文{n}[^1]。\n\n[^1]: 注の{n}番。")
        else:
            session = maker.session(f"Session {n}", start)
            maker.lines(session, f"本文{n}[^s{n}-1]")
            maker.footnote(f"s{n}-1", f"注の{n}番。")
    return maker


@pytest.mark.parametrize("how", ["lines", "summary", "keys"])
@pytest.mark.parametrize("language", [Language.JA, Language.EN])
def test_all_twelve_are_there_in_order(how: str, language: Language) -> None:
    maker = twelve(how)
    wanted = [f"注の{n}番。" for n in NUMBERS]
    github = maker.markdown(language, "github")
    assert re.findall(r"^\[\^(\d+)\]: (.*)$", github, re.MULTILINE) == [
        (str(n), text) for n, text in enumerate(wanted, 1)
    ]
    assert re.findall(r"本文(\d+)\[\^(\d+)\]", github) == [(str(n), str(n)) for n in NUMBERS]
    assert list(hatena.read(maker.markdown(language, "hatena")).notes) == wanted
    plain = maker.markdown(language, "commonmark")
    assert re.findall(r"^(\d+)\. (.*)$", plain, re.MULTILINE) == [
        (str(n), text) for n, text in enumerate(wanted, 1)
    ]
    assert re.findall(r"本文(\d+)<sup>(\d+)</sup>", plain) == [(str(n), str(n)) for n in NUMBERS]


def test_a_note_cited_in_one_session_is_not_that_of_another() -> None:
    maker = Maker()
    first = maker.session("A", "2031-05-12T10:00:00")
    maker.lines(first, "甲[^1]", "[^1]: 一")
    second = maker.session("B", "2031-05-12T11:00:00")
    maker.lines(second, "乙[^1]")
    text = maker.markdown(Language.JA, "github")
    assert "甲[^1]" in text
    assert "- 乙\n" in text
    found = [f for f in maker.composed().findings if f.code == "report.dangling"]
    assert [(f.session_id, f.words) for f in found] == [(second, "[^1]")]


def test_a_definition_takes_what_hangs_below_it_and_any_label() -> None:
    maker = Maker()
    session = maker.session("A", "2031-05-12T10:00:00")
    maker.lines(session, "甲[^注]と乙[^注]", "[^注]: 一段め", "  二段め", "次")
    text = maker.markdown(Language.JA, "github")
    assert "- 甲[^1]と乙[^1]\n- 次\n" in text
    assert text.endswith("[^1]: 一段め\n\n    二段め\n")
