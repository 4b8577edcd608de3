"""What changed in the notes since a section was written, offered piece by piece."""

from hypothesis import given
from hypothesis import strategies as st

from confnotes.domain.news import Piece, news, put_in, settled

BASE = "Intro.\n\n- one\n- two\n- three"


def test_nothing_is_new_where_nothing_changed() -> None:
    assert news(BASE, BASE, "my own words") == ()
    assert news("", "generated later", "mine") == ()


def test_a_new_line_goes_below_the_one_it_follows() -> None:
    now = "Intro.\n\n- one\n- one and a half\n- two\n- three"
    (piece,) = news(BASE, now, "Mine.\n\n- one\n- two, as I see it")
    assert piece == Piece(3, (), ("- one and a half",), ("- one", "Intro."))
    assert put_in("Mine.\n\n- one\n- two, as I see it", piece) == (
        "Mine.\n\n- one\n- one and a half\n- two, as I see it"
    )
    assert news(settled(BASE, piece), now, "Mine.") == ()


def test_a_changed_line_replaces_what_stands_as_it_was_and_nothing_else() -> None:
    now = BASE.replace("- two", "- two, corrected")
    (piece,) = news(BASE, now, BASE)
    assert put_in(BASE, piece) == now
    mine = "Intro.\n\n- one\n- two in my words\n- three"
    assert put_in(mine, piece) == ("Intro.\n\n- one\n- two, corrected\n- two in my words\n- three")
    assert put_in("Only mine.", piece) == "Only mine.\n\n- two, corrected"


def test_what_went_goes_only_where_it_still_stands() -> None:
    now = "Intro.\n\n- one\n- three"
    (piece,) = news(BASE, now, BASE)
    assert put_in(BASE, piece) == now
    assert news(BASE, now, "Nothing of it.") == ()


def test_what_the_author_wrote_already_is_not_offered() -> None:
    now = BASE + "\n- four"
    assert news(BASE, now, "Mine.\n- four") == ()


def test_pieces_are_settled_one_by_one() -> None:
    now = "Intro!\n\n- one\n- two\n- three\n- four"
    first, second = news(BASE, now, "Mine.")
    after = settled(BASE, second)
    assert [piece.new for piece in news(after, now, "Mine.")] == [first.new]
    assert first.said == ("Intro.", "Intro!")


def test_lines_that_came_together_are_pieces_of_their_own() -> None:
    now = BASE.replace("- three", "- three!") + "\n- four\n\nOutro."
    found = news(BASE, now, "Mine.\n- two")
    assert [piece.said for piece in found] == [
        ("- three", "- three!"),
        ("", "- four"),
        ("", "Outro."),
    ]
    assert put_in("Mine.\n- two", found[1]) == "Mine.\n- two\n- four"
    assert put_in("Mine.", found[2]) == "Mine.\n\nOutro."


LINES = st.lists(st.sampled_from(["", "a", "b", "- c", "- d", "e"]), max_size=8).map("\n".join)


@given(LINES, LINES, LINES)
def test_no_word_of_the_author_goes_and_all_can_be_settled(
    base: str, generated: str, text: str
) -> None:
    left = base
    for _ in range(20):
        found = news(left, generated, text)
        if not found:
            break
        piece = found[-1]
        kept = [
            x for x in text.splitlines() if x.strip() and x.strip() not in map(str.strip, piece.old)
        ]
        text = put_in(text, piece)
        assert [x for x in text.splitlines() if x in kept][: len(kept)] or not kept
        assert set(kept) <= set(text.splitlines())
        left = settled(left, piece)
    assert news(left, generated, text) == ()
