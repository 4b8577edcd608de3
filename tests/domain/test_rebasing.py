"""What two did to the same notes, laid together."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from confnotes.domain.notes import Line, LineKind
from confnotes.domain.rebasing import rebased


def _line(identity: str, text: str = "", **said: object) -> Line:
    return replace(Line(identity, "s", 0, text or identity), **said)  # type: ignore[arg-type]  # fields of Line


def _rows(text: str) -> list[Line]:
    """`a b=words c`: lines by identity, their text behind the sign."""
    parts = [part.partition("=") for part in text.split()]
    return [_line(one, words, position=n) for n, (one, _, words) in enumerate(parts)]


def _merged(base: str, in_file: str, own: str) -> str:
    found = rebased(_rows(base), _rows(in_file), _rows(own))
    return " ".join(x.id if x.text == x.id else f"{x.id}={x.text}" for x in found)


def test_where_nobody_else_wrote_own_lines_are_the_outcome() -> None:
    own = _rows("b a=x new")
    assert rebased(_rows("a b c"), _rows("a b c"), own) is own


def test_what_only_others_changed_stays() -> None:
    assert _merged("a b c", "a=theirs b c", "a b=mine c") == "a=theirs b=mine c"


def test_where_both_changed_ones_own_words_win_and_the_rest_is_theirs() -> None:
    base, theirs = _line("a"), _line("a", "theirs", answer="yes", resolved=True)
    own = _line("a", "mine", kind=LineKind.KEY)
    (found,) = rebased([base], [theirs], [own])
    assert found == replace(own, answer="yes", resolved=True)


def test_lines_of_others_come_behind_what_they_follow() -> None:
    assert _merged("a b", "x a y b z", "a mine b") == "x a mine y b z"
    assert _merged("", "x", "mine") in ("x mine", "mine x")


def test_what_others_removed_goes_unless_one_wrote_on_in_it() -> None:
    assert _merged("a b c", "c", "a=mine b c") == "a=mine c"


def test_what_one_removed_oneself_goes_also_where_others_changed_it() -> None:
    assert _merged("a b", "a b=theirs", "a") == "a"


def test_order_is_theirs_unless_one_moved_lines_oneself() -> None:
    assert _merged("a b c", "c a b", "a b=mine c") == "c a b=mine"
    assert _merged("a b c", "a b c x", "c b a") == "c x b a"


names = st.sampled_from("abcdefg")
states = st.lists(st.tuples(names, st.sampled_from(["", "1", "2"])), unique_by=lambda x: x[0])


@given(base=states, in_file=states, own=states)
def test_every_line_is_there_once_and_nothing_comes_from_nowhere(
    base: list[tuple[str, str]], in_file: list[tuple[str, str]], own: list[tuple[str, str]]
) -> None:
    three = [
        [_line(i, i + words, position=n) for n, (i, words) in enumerate(one)]
        for one in (base, in_file, own)
    ]
    found = rebased(*three)
    ids = [line.id for line in found]
    assert len(set(ids)) == len(ids)
    before, theirs, mine = ({line.id: line.text for line in one} for one in three)
    for line in found:
        assert line.text in (theirs.get(line.id), mine.get(line.id))
    for one, text in mine.items():
        if text != before.get(one):  # what one wrote oneself is never lost
            assert one in ids
            assert next(line.text for line in found if line.id == one) == text
    for one in theirs:
        if one not in before:
            assert one in ids
    if three[0] == three[2]:
        assert {line.id: line.text for line in found} == theirs
