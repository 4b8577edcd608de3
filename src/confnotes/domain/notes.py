"""Note lines: what they are, what their start may say, and how two states of them compare."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from confnotes.domain.audience import Audience, narrowest


class LineKind(StrEnum):
    """What a line is."""

    POINT = "point"
    KEY = "key"
    QUOTE = "quote"
    QUESTION = "question"
    ANSWER = "answer"
    THOUGHT = "thought"
    UNCLEAR = "unclear"
    TODO = "todo"
    IMAGE = "image"
    LINK = "link"
    CODE = "code"
    HEADING = "heading"


MAX_DEPTH = 8
"""The deepest level a line can stand at (0 is the outermost)."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of notes; its place in the session is `position` (0, 1, 2 … without gaps).

    `written_at` is the instant (UTC) of its first letter; `nudge` (seconds) is one's correction
    of it, applied when shown. `gist` is what a quote means, in one's own words, `unsure` that it
    may have been misheard. `resolved` and `answer` belong to a line that was not caught: the first
    guess stays in `text`. `done` belongs to a to-do. `speaker_id` says who is quoted.
    """

    id: str
    session_id: str
    position: int
    text: str
    depth: int = 0
    kind: LineKind = LineKind.POINT
    written_at: datetime | None = None
    nudge: int = 0
    done: bool = False
    unsure: bool = False
    gist: str = ""
    resolved: bool = False
    answer: str = ""
    speaker_id: str | None = None
    audience: Audience = Audience.PUBLIC
    tags: tuple[str, ...] = ()


def moment(line: Line, zero: datetime | None, reaction: int = 0) -> int | None:
    """Return the second of the talk a line is about (negative before it), None if unknown.

    `reaction` is how many seconds one begins to write after something was said.
    """
    if line.written_at is None or zero is None:
        return None
    second = int((line.written_at - zero).total_seconds()) + line.nudge
    return second if second < 0 else max(second - reaction, 0)


def audiences(lines: Sequence[Line]) -> list[Audience]:
    """Return whom each line is for, given what it hangs below: no more public than its parents."""
    out: list[Audience] = []
    above: list[tuple[int, Audience]] = []
    for line in lines:
        while above and above[-1][0] >= line.depth:
            above.pop()
        audience = narrowest(line.audience, above[-1][1] if above else Audience.PUBLIC)
        above.append((line.depth, audience))
        out.append(audience)
    return out


@dataclass(frozen=True, slots=True)
class LineChanges:
    """What takes one state of a session's lines to another."""

    added: tuple[Line, ...] = ()
    changed: tuple[Line, ...] = ()
    removed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def align(old: Iterable[Line], new: Sequence[Line]) -> LineChanges:
    """Return what changed between two states of one session's lines, by identity.

    Identity lives in the document, so nothing is guessed here: equal ids are the same line,
    whatever became of their text and place. `written_at` of a line never changes once set.
    """
    before = {line.id: line for line in old}
    added: list[Line] = []
    changed: list[Line] = []
    for line in new:
        was = before.pop(line.id, None)
        if was is None:
            added.append(line)
        elif was != line:
            kept = line if was.written_at is None else replace(line, written_at=was.written_at)
            if kept != was:
                changed.append(kept)
    return LineChanges(tuple(added), tuple(changed), tuple(before))


_SIGNS = {
    '"': LineKind.QUOTE,
    "”": LineKind.QUOTE,
    "!": LineKind.THOUGHT,
    "！": LineKind.THOUGHT,
    "?": LineKind.UNCLEAR,
    "？": LineKind.UNCLEAR,
    "*": LineKind.KEY,
    "＊": LineKind.KEY,
    "Q:": LineKind.QUESTION,
    "Ｑ：": LineKind.QUESTION,
    "A:": LineKind.ANSWER,
    "Ａ：": LineKind.ANSWER,
    "[ ]": LineKind.TODO,
    "[x]": LineKind.TODO,
    "#": LineKind.HEADING,
}
_FULL_WIDTH = frozenset("？！＊”") | {"Ｑ：", "Ａ："}


def signs_of(kind: LineKind) -> tuple[str, ...]:
    """Return what is typed at a line's start for a kind: half-width with its space, full-width."""
    return tuple(
        sign if sign in _FULL_WIDTH else f"{sign} "
        for sign, meant in _SIGNS.items()
        if meant is kind and sign != "[x]"
    )


@dataclass(frozen=True, slots=True)
class Sign:
    """A mark typed at the start of a line: `length` characters that leave the text."""

    kind: LineKind
    length: int
    done: bool = False


def typed_sign(text: str) -> Sign | None:
    """Return the mark that a line just typed begins with, None when it is ordinary text.

    Half-width signs count only with a space after them (`! `, `Q: `), so that `A sidecar`, `Q3`,
    `![`, `**` and `[^1]` stay text; full-width ones (？ Ｑ：) count alone, also when text came
    with them. 「 and all else is text. Only what a person types is read; pasted and loaded text
    never is.
    """
    for sign in sorted(_SIGNS, key=len, reverse=True):
        if not text.startswith(sign):
            continue
        kind = _SIGNS[sign]
        if sign in _FULL_WIDTH:
            spaced = text[len(sign) : len(sign) + 1] in {" ", "\u3000"}
            return Sign(kind, len(sign) + int(spaced))
        if text[len(sign) : len(sign) + 1] == " ":
            return Sign(kind, len(sign) + 1, done=sign == "[x]")
    return None
