"""Footnotes: citations, keys, and typed ones that become our own."""

from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from confnotes.domain.footnotes import adopt, cited, new_key, references


def test_citations_in_order_but_not_in_code() -> None:
    text = "a[^s1-1] `x[^no]` b[^s1-2]c [^ no] [^]"
    assert [key for _, _, key in references(text)] == ["s1-1", "s1-2"]
    start, end, _ = next(references(text))
    assert text[start:end] == "[^s1-1]"


def test_cited_keys_each_once_in_reading_order() -> None:
    assert cited(["x[^b][^a]", "y[^b][^c]"]) == ["b", "a", "c"]


def test_a_new_key_is_free() -> None:
    assert new_key("s3", {"s3-1", "s3-2", "s4-3"}) == "s3-3"


def test_typed_footnotes_become_ours() -> None:
    numbers = count(1)
    got = adopt(
        "車[^1]と[^注]。\n\n[^1]: 四駆。\n[^注]: 二つめ\n    続き\n", lambda: f"s1-{next(numbers)}"
    )
    assert got.text == "車[^s1-1]と[^s1-2]。\n\n"[: len(got.text)]
    assert got.footnotes == (("s1-1", "四駆。"), ("s1-2", "二つめ\n続き"))


def test_a_reference_without_its_text_stays_as_typed() -> None:
    assert adopt("see [^9]", lambda: "s1-1").text == "see [^9]"
    assert adopt("see [^9]", lambda: "s1-1").footnotes == ()


def test_keys_that_are_ours_are_left_alone() -> None:
    text = "a[^s1-1]\n[^s1-1]: not again"
    assert adopt(text, lambda: "s1-2", known={"s1-1"}).text == text


@given(st.lists(st.text("ab \n[]^1:", max_size=12), max_size=6).map("\n".join))
def test_adopting_drops_no_word(text: str) -> None:
    numbers = count(1)
    got = adopt(text, lambda: f"s1-{next(numbers)}")
    left = got.text + "".join(note for _, note in got.footnotes)
    assert sorted(ch for ch in left if ch in "ab") == sorted(ch for ch in text if ch in "ab")
