"""Values of the domain survive being rows."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confnotes.domain.conference import Conference
from confnotes.domain.footnotes import Footnote
from confnotes.domain.notes import Line
from confnotes.domain.session import Session
from confnotes.storage.mapping import CLASSES, mapping_of
from helpers.values import values


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
@given(data=st.data())
def test_encoded_and_decoded_is_the_same(cls: type[Any], data: st.DataObject) -> None:
    mapping = mapping_of(cls)
    value = data.draw(values(cls))
    row = mapping.encode(value)
    assert all(one is None or type(one) in (str, int, float) for one in row)
    assert mapping.decode(row) == value


def test_names_lead_to_columns() -> None:
    names = mapping_of(Session).names
    assert {"title", "own_title", "start", "own_start", "intent", "reason", "start_at"} <= set(
        names
    )
    pairs = {f.column: f.own for f in mapping_of(Conference).fields if f.own}
    assert pairs["venue"] == "own_venue"
    assert "name" not in pairs  # the domain has both names itself


def test_text_is_kept_composed_and_without_what_no_file_can_hold() -> None:
    line = Line("i", "s", 0, "か\u3099\r\nb\x00\ud83d", tags=("e\u0301",))
    row = mapping_of(Line).values(line)
    assert row["text"] == "が\nb"
    assert row["tags"] == '["é"]'


def test_a_class_of_no_table_is_refused() -> None:
    with pytest.raises(KeyError):
        mapping_of(str)


def test_values_by_column() -> None:
    note = Footnote("i", "c", "s1-1", "text")
    assert mapping_of(Footnote).values(note) == {
        "id": "i",
        "conference_id": "c",
        "key": "s1-1",
        "text": "text",
        "audience": "public",
    }
