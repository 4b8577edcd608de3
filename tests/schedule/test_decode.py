"""Encodings: recognised, declared or guessed, and said so."""

import pytest

from confnotes.schedule import read_schedule
from confnotes.schedule.decode import decode
from helpers.schedules import calendar, codes, frab_xml, only, vevent, xml_event

JAPANESE = "基調講演：カンファレンスのはじまりについて"


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("cp932", "Shift_JIS"), ("euc_jp", "EUC-JP"), ("iso2022_jp", "ISO-2022-JP")],
)
def test_japanese_encodings_are_recognised_and_said(encoding: str, name: str) -> None:
    text = calendar(vevent("DTSTART:20260401T080000Z", summary=JAPANESE)).decode()
    draft = read_schedule(text.encode(encoding))
    assert draft.sessions[0].facts.title == JAPANESE
    (told,) = [p for p in draft.problems if p.code == "schedule.encoding_guessed"]
    assert told.facts == {"encoding": name}


def test_western_text_is_not_taken_for_japanese() -> None:
    title = "Accueil à l'amphithéâtre – déjà vu"
    text = calendar(vevent("DTSTART:20260401T080000Z", summary=title)).decode()
    assert only(text.encode("cp1252")).facts.title == title


def test_utf8_with_a_damaged_byte_stays_utf8() -> None:
    data = calendar(vevent("DTSTART:20260401T080000Z", summary=JAPANESE + " X"))
    draft = read_schedule(data.replace(b" X", b" \xe3X"))
    assert draft.sessions[0].facts.title == JAPANESE + " \ufffdX"
    assert "schedule.damaged_characters" in codes(draft)


@pytest.mark.parametrize("encoding", ["EUC-JP", "Shift_JIS", "ISO-8859-1"])
def test_xml_in_its_declared_encoding_needs_no_guess(encoding: str) -> None:
    title = "Café" if encoding.startswith("ISO") else JAPANESE
    data = frab_xml(xml_event("<date>2026-04-01T10:00:00+02:00</date>", title=title)).decode()
    draft = read_schedule(data.replace("UTF-8", encoding).encode(encoding))
    assert draft.sessions[0].facts.title == title
    assert "schedule.encoding_guessed" not in codes(draft)


@pytest.mark.parametrize("name", ["zip", "rot13", "no-such-codec", "idna", "utf-7", "undefined"])
def test_a_declaration_that_is_no_encoding_is_ignored(name: str) -> None:
    assert decode("Café".encode("cp1252"), name).text == "Café"
