"""Tags as typed in one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confnotes.domain.tags import parse_tags, shown_tags, tidy_tags


@pytest.mark.parametrize(
    ("typed", "tags"),
    [
        ("", ()),
        ("edge", ("edge",)),
        ("service mesh, edge", ("service mesh", "edge")),
        ("サービスメッシュ、店舗，エッジ", ("サービスメッシュ", "店舗", "エッジ")),
        ("#edge #k3s", ("edge", "k3s")),
        ("＃店舗　＃社内で話す", ("店舗", "社内で話す")),
        (" , edge ,, Edge, ＥＤＧＥ ", ("edge",)),
        ("a   b", ("a b",)),
        ("C#", ("C#",)),
        ("# ", ()),
    ],
)
def test_a_line_is_read_as_tags(typed: str, tags: tuple[str, ...]) -> None:
    assert parse_tags(typed) == tags


@given(st.text())
def test_what_is_shown_is_read_as_the_same_tags(typed: str) -> None:
    tags = parse_tags(typed)
    assert parse_tags(shown_tags(tags)) == tags == tidy_tags(tags)
