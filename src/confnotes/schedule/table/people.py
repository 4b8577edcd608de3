"""The speakers in a cell, or in several."""

import re
from collections.abc import Sequence

from confnotes.domain.conference import Confidence
from confnotes.domain.draft import DraftSpeaker
from confnotes.schedule.limits import MAX_SPEAKERS
from confnotes.schedule.prose import single

_BETWEEN = re.compile(r"\s*(?:[\n;；、，/／・]|\s&\s|\s(?:and|und|et|と)\s)\s*")
_COMMA = re.compile(r",\s*(?![^()（）]*[)）])")
_WITH_PLACE = re.compile(r"(?P<name>[^()（）]+?)\s*[(（](?P<affiliation>[^()（）]+)[)）]")
_NOBODY = frozenset(
    {"", "tbd", "tba", "tbc", "n/a", "na", "none", "-", "–", "—", "未定", "なし", "?"}
)


def speakers_in(names: Sequence[str], affiliations: Sequence[str]) -> tuple[DraftSpeaker, ...]:
    """Return the speakers of the cells that hold names, each once. An affiliation is theirs where
    there is one for each of them. Names parted by commas alone are told to be guessed: what
    follows a comma may be a company."""
    found: dict[str, DraftSpeaker] = {}
    for cell in names:
        for speaker in _in_cell(cell):
            found.setdefault(speaker.name, speaker)
    speakers = list(found.values())[:MAX_SPEAKERS]
    places = [single(place) for cell in affiliations for place in _parted(cell, len(speakers))]
    if len(places) == len(speakers):
        speakers = [
            DraftSpeaker(s.name, affiliation=s.affiliation or place, confidence=s.confidence)
            for s, place in zip(speakers, places, strict=True)
        ]
    return tuple(speakers)


def _in_cell(cell: str) -> list[DraftSpeaker]:
    speakers = []
    for part in _pieces(_BETWEEN, cell):
        names = _pieces(_COMMA, part)
        sure = Confidence.GUESSED if len(names) > 1 else Confidence.GIVEN
        for words in names:
            match = _WITH_PLACE.fullmatch(words)
            name = single(match["name"] if match else words)
            if name.lower() not in _NOBODY:
                place = single(match["affiliation"]) if match else ""
                speakers.append(DraftSpeaker(name, affiliation=place, confidence=sure))
    return speakers


def _pieces(pattern: re.Pattern[str], text: str) -> list[str]:
    return [piece for part in pattern.split(text[:10_000]) if part and (piece := part.strip())]


def _parted(cell: str, count: int) -> list[str]:
    """Return the affiliations in a cell: all of it for one speaker, else its parts."""
    cell = cell.strip()
    if not cell:
        return []
    return [cell] if count == 1 else [part.strip() for part in _BETWEEN.split(cell) if part]
