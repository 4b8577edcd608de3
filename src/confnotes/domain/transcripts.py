"""Subtitles and transcripts of a talk: what was being said, and when.

One tolerant reading serves all forms, for people have whatever their player or a website gave
them: SubRip (`.srt`: `00:01:02,500 --> 00:01:05,000`), WebVTT (`.vtt`; W3C, "WebVTT: The Web
Video Text Tracks Format", 6.2: hours may be missing, settings follow the end, NOTE, STYLE and
REGION blocks are no cues), YouTube's `.sbv` (`0:01:02.500,0:01:05.000`), and the transcript
that YouTube shows beside a video (`1:02` above or before the words), also with the time in
brackets.
"""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from confnotes.domain.errors import ConfnotesError
from confnotes.domain.text import stored

_CLOCK = r"(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:[.,](\d{1,3}))?"
_SPAN = re.compile(rf"\s*{_CLOCK}\s*(?:-->|,)\s*{_CLOCK}(?:[ \t].*)?")
_MARK = re.compile(rf"\s*[\[(]?{_CLOCK}[\])]?(?=\s|$)\s*(.*)")
_SPOKEN_LENGTH = re.compile(r"(?:\d+ (?:hours?|minutes?|seconds?)(?:, )?)+")
_SIGN = re.compile(r"</?[A-Za-z][^<>]{0,200}>|<[\d:.]+>|\{\\[^{}]{0,60}\}")
_BLOCKS = ("NOTE", "STYLE", "REGION", "WEBVTT")
MAX_CHARACTERS = 5_000_000
"""The longest text that is read: a day of talk has some 500,000 characters."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words said from second `start` to second `end` of a recording."""

    start: float
    end: float
    text: str


@dataclass(frozen=True, slots=True)
class Transcript:
    """The transcript of a session. `name` says where it came from; `cues` holds one cue a line:
    start, end (seconds) and words, between tabs."""

    id: str
    session_id: str
    name: str = ""
    cues: str = ""


def read_transcript(text: str) -> tuple[Cue, ...]:
    """Return the cues of a text in any of the forms, in the order of time.

    Errors: ConfnotesError transcript.no_times where no line says when, transcript.too_long of a
    text that is no transcript of a talk.
    """
    if len(text) > MAX_CHARACTERS:
        raise ConfnotesError("transcript.too_long")
    lines = stored(text).removeprefix("\ufeff").split("\n")
    spans = any("-->" in line or _SPAN.fullmatch(line) for line in lines)
    cues = list(_of_spans(lines) if spans else _of_marks(lines))
    cues = [cue for cue in _unrolled(sorted(cues, key=lambda cue: cue.start)) if cue.text]
    if not cues:
        raise ConfnotesError("transcript.no_times")
    return tuple(cues)


def _of_spans(lines: Sequence[str]) -> Iterator[Cue]:
    """Yield the cues of blocks whose first line (after a number or a name) is from–to."""
    times: tuple[float, float] | None = None
    words: list[str] = []
    for line in (*lines, ""):
        if match := _SPAN.fullmatch(line):
            if times is not None:  # a block that no empty line ends: its number stands above
                yield Cue(*times, _words(words[:-1] if _is_number(words) else words))
            start = _seconds(match.groups()[:4])
            times, words = (start, max(_seconds(match.groups()[4:]), start)), []
        elif not line.strip():
            if times is not None:
                yield Cue(*times, _words(words))
            times, words = None, []
        elif times is not None:
            words.append(line)


def _of_marks(lines: Sequence[str]) -> Iterator[Cue]:
    """Yield cues from times above or before words; each lasts until the next."""
    found: list[tuple[float, list[str]]] = []
    for line in lines:
        if match := _MARK.fullmatch(line):
            *clock, rest = match.groups()
            found.append((_seconds(clock), [rest] if rest else []))
        elif found and line.strip() and not _SPOKEN_LENGTH.fullmatch(line.strip()):
            found[-1][1].append(line)
    ends = [after for (_start, _words_), (after, _more) in pairwise(found)]
    for (start, words), end in zip(found, [*ends, None], strict=False):
        yield Cue(start, max(end if end is not None else start + 5, start), _words(words))


def _seconds(clock: Sequence[str | None]) -> float:
    hours, minutes, seconds, part = clock
    fraction = int(part.ljust(3, "0")) / 1000 if part else 0
    return int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0) + fraction


def _is_number(words: Sequence[str]) -> bool:
    return len(words) > 1 and words[-1].strip().isdigit()


def _words(lines: Sequence[str]) -> str:
    if lines and lines[0].startswith(_BLOCKS):
        return ""
    said = (html.unescape(_SIGN.sub("", line)).replace("\u200b", "") for line in lines)
    return "\n".join(words for line in said if (words := " ".join(line.split())))


def _unrolled(cues: Sequence[Cue]) -> Iterator[Cue]:
    """Yield cues without the lines that the one before showed already: automatic captions roll
    up, so that each line stands in two or three cues."""
    before: list[str] = []
    for cue in cues:
        lines = cue.text.split("\n")
        fresh = lines
        for count in range(min(len(lines), len(before)), 0, -1):
            if before[-count:] == lines[:count]:
                fresh = lines[count:]
                break
        before = lines
        yield Cue(cue.start, cue.end, " ".join(fresh))


def written_cues(cues: Sequence[Cue]) -> str:
    """Return cues as they are kept, to the hundredth of a second."""
    return "\n".join(
        f"{cue.start:.2f}\t{cue.end:.2f}\t{' '.join(cue.text.split())}" for cue in cues
    )


def kept_cues(text: str) -> tuple[Cue, ...]:
    """Return the cues that `written_cues` wrote; lines that say something else are left out."""
    found: list[Cue] = []
    for line in text.split("\n"):
        start, _, rest = line.partition("\t")
        end, _, words = rest.partition("\t")
        try:
            found.append(Cue(float(start), float(end), words))
        except ValueError:
            continue
    return tuple(found)


def said_around(
    cues: Sequence[Cue], second: float, before: float = 12, after: float = 12
) -> tuple[Cue, ...]:
    """Return the cues that are heard in the seconds before and after one."""
    return tuple(c for c in cues if c.end > second - before and c.start < second + after)


def cue_at(cues: Sequence[Cue], second: float) -> int | None:
    """Return the number of the cue that is heard at a second, else of the last one before it;
    None before the first."""
    last = None
    for number, cue in enumerate(cues):
        if cue.start > second:
            break
        last = number
    return last
