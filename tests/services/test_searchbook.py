"""Looking through texts laid end to end: by whole words, and by a rare letter of one."""

from hypothesis import given
from hypothesis import strategies as st

from confnotes.services.searchbook import Look, Pile
from confnotes.storage.searching import SEPARATOR

LINES = st.lists(st.text("車載の鯖ab", max_size=8), max_size=12)
WORDS = st.lists(st.text("車載の鯖ab", min_size=1, max_size=3), min_size=1, max_size=3)


def _found(lines: list[str], words: list[str], letter: str) -> list[str]:
    text = SEPARATOR.join(lines)
    look, at, out = Look(text, words, letter), 0, []
    while (found := look.next_line(at)) is not None:
        out.append(text[slice(*found)])
        at = found[1]
    return out


@given(LINES, WORDS, st.integers(0, 2))
def test_a_rare_letter_finds_what_the_word_finds(
    lines: list[str], words: list[str], at: int
) -> None:
    expected = [line for line in lines if all(word in line for word in words)]
    assert _found(lines, words, "") == expected
    assert _found(lines, words, words[0][at % len(words[0])]) == expected


def test_a_letter_that_is_not_rare_after_all_costs_nothing_but_time() -> None:
    lines = ["鯖の話"] * 5000 + ["車載の鯖", "鯖載"] + ["載"] * 5000 + ["鯖載"]
    assert _found(lines, ["鯖載"], "鯖") == ["鯖載", "鯖載"]
    assert _found(lines, ["鯖載"], "載") == ["鯖載", "鯖載"]
    assert _found(lines, ["載の", "車"], "載") == ["車載の鯖"]


@given(LINES, WORDS)
def test_pieces_are_found_by_number(lines: list[str], words: list[str]) -> None:
    found = list(Pile(lines).pieces_with(words))
    assert found == [n for n, line in enumerate(lines) if all(word in line for word in words)]
