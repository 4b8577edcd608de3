"""Texts with another form at some places, and untouched beside them."""

from hypothesis import given
from hypothesis import strategies as st

from confnotes.domain.written import put_in, respelled

_PARTS = st.lists(st.sampled_from(["Github", "GitHub", " ", "、", "`Github`", "の", "x"]))


@given(_PARTS)
def test_respelled_changes_words_alone(parts: list[str]) -> None:
    text = "".join(parts)
    again = respelled(text, {"Github"}, "GitHub")
    assert again.casefold() == text.casefold()
    assert again.count("`Github`") >= 0
    assert respelled(again, {"Github"}, "GitHub") == again


def test_respelled_leaves_code_and_finds_names_of_two_words() -> None:
    text = "Git Hub, `Git Hub`, Git Hubs, on Git Hub"
    assert respelled(text, {"Git Hub"}, "GitHub") == "GitHub, `Git Hub`, Git Hubs, on GitHub"


@given(st.text(max_size=30), st.data(), st.text(max_size=5))
def test_put_in_leaves_all_else(text: str, data: st.DataObject, form: str) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6)))
    spots = list(zip(cuts[::2], cuts[1::2], strict=False))
    out = put_in(text, spots, form)
    at = back = 0
    for start, end in spots:
        kept = text[at:start]
        assert out[back : back + len(kept)] == kept
        back += len(kept)
        assert out[back : back + len(form)] == form
        back += len(form)
        at = end
    assert out[back:] == text[at:]
