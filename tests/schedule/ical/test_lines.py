"""Content lines: unfolded as bytes, split, junk told apart."""

from hypothesis import given
from hypothesis import strategies as st

from confnotes.schedule.ical.lines import Property, Stray, content_lines, parts, unescaped, unfolded


def lines(data: bytes) -> list[Property | Stray]:
    decoded, numbers = unfolded(data)
    return list(content_lines(decoded.text, numbers))


def test_a_fold_may_cut_a_character_in_two() -> None:
    raw = "SUMMARY:é".encode()
    (line,) = lines(raw[:-1] + b"\r\n " + raw[-1:])
    assert isinstance(line, Property)
    assert line.text == "é"


@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n"), max_size=80),
    st.lists(st.integers(8, 200), max_size=6),
    st.sampled_from([b"\r\n", b"\n", b"\r"]),
)
def test_folding_anywhere_changes_nothing(text: str, cuts: list[int], end: bytes) -> None:
    raw = b"SUMMARY:" + text.encode()
    for cut in sorted({min(c, len(raw)) for c in cuts}, reverse=True):
        raw = raw[:cut] + end + b" " + raw[cut:]
    (line,) = lines(raw + end)
    assert isinstance(line, Property)
    assert line.value == text


def test_lines_are_numbered_as_an_editor_counts_them() -> None:
    found = lines(b"A:1\r\n 2\r\n\r\nB:3\r\nno colon here\r\n")
    assert [(type(f).__name__, f.line) for f in found] == [
        ("Property", 1),
        ("Property", 4),
        ("Stray", 5),
    ]


def test_parameters_may_hold_colons_and_semicolons_in_quotes() -> None:
    (line,) = lines(b'ATTENDEE;CN="Doe; Jane: Dr";ROLE=CHAIR:mailto:jane@example.org')
    assert isinstance(line, Property)
    assert line.parameter("CN") == "Doe; Jane: Dr"
    assert line.parameter("ROLE") == "CHAIR"
    assert line.value == "mailto:jane@example.org"


def test_a_quote_left_open_costs_only_the_parameter() -> None:
    (line,) = lines(b'SUMMARY;X="open:Title')
    assert isinstance(line, Property)
    assert (line.name, line.value) == ("SUMMARY", "Title")


def test_escapes_and_lists() -> None:
    assert unescaped(r"a\, b\; c\\n\nd\x") == "a, b; c\\n\ndx"
    assert parts(r"Talk,Data\, Storage, ,x\\,y") == ["Talk", "Data, Storage", "x\\", "y"]


def test_quoted_printable_of_old_calendars() -> None:
    (line, other) = lines(
        b"SUMMARY;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Caf=E9 =\r\nau lait=0D=0Anow\r\nX:1="
    )
    assert isinstance(line, Property)
    assert line.text == "Café au lait\nnow"
    assert isinstance(other, Property)
    assert other.value == "1="


def test_a_shift_that_is_never_taken_back_ends_with_its_line() -> None:
    found = lines(b'A:\x1b$B$"\nB:2\nC:3')
    assert [(f.name, f.line) for f in found if isinstance(f, Property)] == [
        ("A", 1),
        ("B", 2),
        ("C", 3),
    ]
