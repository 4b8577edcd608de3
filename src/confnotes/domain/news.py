"""What became of the generated text that an author's own text began from, piece by piece.

The author's text is never changed by what the notes say later: the difference is offered, and each
piece of it is put in or passed over.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_ABOVE = 8


@dataclass(frozen=True, slots=True)
class Piece:
    """`old` lines of the text it began from are `new` ones by now; either may be none.

    `at` is the number of the first of them in that text, `above` the lines that stand over them
    now, the nearest first.
    """

    at: int
    old: tuple[str, ...]
    new: tuple[str, ...]
    above: tuple[str, ...] = ()

    @property
    def said(self) -> tuple[str, str]:
        """What is gone and what is new, each as one line."""
        return _said(self.old), _said(self.new)


def news(base: str, generated: str, text: str) -> tuple[Piece, ...]:
    """Return what changed from `base` to `generated` and does not stand in `text` already."""
    if not base.strip() or base == generated:
        return ()
    mine = {line.strip() for line in text.splitlines()}
    return tuple(piece for piece in _pieces(base, generated) if not _known(piece, mine))


def settled(base: str, piece: Piece) -> str:
    """Return `base` with a piece in it, so that it is not offered again."""
    lines = base.splitlines()
    lines[piece.at : piece.at + len(piece.old)] = piece.new
    return "\n".join(lines)


def put_in(text: str, piece: Piece) -> str:
    """Return the author's text with a piece in it: in place of the old words where they stand as
    they were, else below the line it belongs to, else at the end. Words of the author's own never
    go away."""
    lines = text.splitlines()
    at = _find(lines, piece.old)
    if at is not None:
        lines[at : at + len(piece.old)] = piece.new
    elif any(line.strip() for line in piece.new):
        places = (_find(lines, (line,)) for line in piece.above)
        below = next((place for place in places if place is not None), None)
        if below is None:
            blank = [""] if lines and piece.new[0].strip() else []
            lines += [*blank, *piece.new]
        else:
            lines[below + 1 : below + 1] = piece.new
    return "\n".join(lines)


def _pieces(base: str, generated: str) -> list[Piece]:
    old, new = base.splitlines(), generated.splitlines()
    out: list[Piece] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            out += _split(old, new, (i1, i2), (j1, j2))
    return out


def _split(
    old: Sequence[str], new: Sequence[str], gone: tuple[int, int], came: tuple[int, int]
) -> Iterator[Piece]:
    """Yield a change line by line: as many lines as went are taken to have become the first ones
    that came; blank lines go with the line below them."""
    went, fresh = _runs(old, *gone), _runs(new, *came)
    for number in range(max(len(went), len(fresh))):
        i1, i2 = went[number] if number < len(went) else (gone[1], gone[1])
        j1, j2 = fresh[number] if number < len(fresh) else (came[1], came[1])
        above = [line for line in reversed(new[:j1]) if line.strip()][:_ABOVE]
        yield Piece(i1, tuple(old[i1:i2]), tuple(new[j1:j2]), tuple(above))


def _runs(lines: Sequence[str], start: int, end: int) -> list[tuple[int, int]]:
    """Return where each line with words stands, together with the blank ones above it."""
    out: list[tuple[int, int]] = []
    begin = start
    for at in range(start, end):
        if lines[at].strip():
            out.append((begin, at + 1))
            begin = at + 1
    return out


def _known(piece: Piece, mine: set[str]) -> bool:
    """Return whether the author's text says it already, or has nothing that would go."""
    new = {line.strip() for line in piece.new if line.strip()}
    old = {line.strip() for line in piece.old if line.strip()}
    return new <= mine if new else not old & mine


def _find(lines: Sequence[str], wanted: Sequence[str]) -> int | None:
    """Return where lines stand one after the other, blanks at their ends aside; None: nowhere."""
    if not any(line.strip() for line in wanted):
        return None
    sought = [line.rstrip() for line in wanted]
    found = [line.rstrip() for line in lines]
    starts = range(len(found) - len(sought) + 1)
    return next((at for at in starts if found[at : at + len(sought)] == sought), None)


def _said(lines: Sequence[str]) -> str:
    return " ".join(line.strip() for line in lines if line.strip())
