"""One field has one name wherever it stands, and the Japanese of Review is Notes' too."""

from xml.etree import ElementTree as ET

import pytest

from confnotes import assets


def japanese(folder: str, context: str) -> dict[str, str]:
    """Return the Japanese of one context, by its English."""
    root = ET.parse(assets.resources() / "i18n" / f"{folder}_ja.ts").getroot()
    found = next(c for c in root.iter("context") if c.findtext("name") == context)
    return {m.findtext("source", ""): m.findtext("translation", "") for m in found.iter("message")}


@pytest.mark.parametrize("field", ["Summary", "What it means for us", "Why this one", "Links"])
def test_a_field_has_one_name_in_notes_and_review(field: str) -> None:
    notes = japanese("notes", "SessionPanel")
    review = japanese("review", "SessionForm") | japanese("review", "LinksEditor")
    assert review[field] == notes[field]


def test_the_table_calls_a_summary_and_a_state_what_the_form_does() -> None:
    table, form, links = (
        japanese("review", name) for name in ("ReviewTable", "SessionForm", "Links")
    )
    assert table["Summary"] == form["Summary"] == "要約"
    for state, words in {"there": "あり", "expected": "予定", "none": "なし"}.items():
        assert links[state] == table[state] == words
