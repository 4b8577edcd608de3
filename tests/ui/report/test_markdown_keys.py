"""What Enter and the footnote chord do to Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confnotes.ui.report import markdown_keys
from confnotes.ui.report.markdown_keys import Continued


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- one", Continued("\n- ")),
        ("  * two", Continued("\n  * ")),
        ("3. three", Continued("\n4. ")),
        ("9) nine", Continued("\n10) ")),
        ("- ", Continued(clear=True)),
        ("words", None),
        ("-dash", None),
        ("2019 was a year", None),
    ],
)
def test_a_list_goes_on_and_an_empty_item_ends_it(line: str, expected: Continued | None) -> None:
    assert markdown_keys.continued(line) == expected


def test_a_footnote_goes_to_the_end_of_the_text() -> None:
    new = markdown_keys.new_footnote("Words.")
    assert (new.reference, new.definition) == ("[^1]", "\n\n[^1]: ")


def test_a_second_footnote_stands_right_below_the_first() -> None:
    new = markdown_keys.new_footnote("Words.[^1]\n\n[^1]: First")
    assert (new.reference, new.definition) == ("[^2]", "\n[^2]: ")


def test_labels_that_are_taken_are_not_used_again() -> None:
    assert markdown_keys.new_label("a[^1] b[^3] [^s3-2]") == "2"


def test_from_a_definition_one_comes_back_to_its_mark() -> None:
    text = "One.[^2] Two.\n\n[^2]: The note"
    assert markdown_keys.definition_label("[^2]: The note") == "2"
    assert markdown_keys.reference_end(text, "2") == len("One.[^2]")
    assert markdown_keys.reference_end("[^2]: lone", "2") is None


@given(st.text(alphabet="ab[^]:1 \n", max_size=40))
def test_the_new_label_is_new_and_its_definition_is_a_line_of_its_own(text: str) -> None:
    new = markdown_keys.new_footnote(text)
    assert new.reference not in text
    whole = text + new.definition
    assert whole.split("\n")[-1] == f"{new.reference}: "
