"""One section of the preview set anew while its author types.

Composing, writing and rendering a whole report takes too long for every key. Here the words of one
section go the same way alone: read, numbered after what stands before them, written by the
target, rendered as its place would, and put in place of the section's part of the page. It is done
only where the section as it was composed comes out just as it stands in the whole page: what is
shown for the moment is what the whole, made in the next lull, will say.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from confnotes.report import figures
from confnotes.report.blocks import (
    Block,
    Blocks,
    Document,
    Heading,
    Note,
    Notes,
    inlines_of,
    keys_in,
    widths_in,
)
from confnotes.report.boxes import boxes_in
from confnotes.report.compose import OWN_WORDS_ONLY, Composition, Part, printed
from confnotes.report.numbering import numbered
from confnotes.report.preview import NOTES, SECTION, pieces, sanitised
from confnotes.report.readback.render import boxes_are_named, shown
from confnotes.report.targets.place import pictures_in
from confnotes.report.targets.record import NoteStyle, Target
from confnotes.report.targets.writer import merged, write_part
from confnotes.report.teller import Teller
from confnotes.report.wording import Wording

_REFERENCE = re.compile(
    r'<a href="#fn(?P<number>\d+)"(?P<named> name="fnref\d+(?::\d+)?")?>'
    r"(?:\[\d+(?::(?P<again>\d+))?\]|\*\d+)</a>"
)
_ANCHOR = re.compile(rf'<a name="{SECTION}([^"]*)"></a>')
_NOTE = re.compile(r'<li><a name="fn(\d+)"></a>')
_TO_NOTE = re.compile(r'(name="|href="#)(fn|fnref)\d+')

Pieces = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Before:
    """What stands before some blocks: footnotes by how often they are cited, and pictures."""

    cited: Counter[str]
    pictures: int


@dataclass(frozen=True, slots=True)
class _Made:
    """A section's blocks and footnotes, its part of the page, and its own footnotes there by their
    numbers."""

    blocks: Blocks
    told: tuple[Note, ...]
    body: Pieces
    notes: dict[int, str]


@dataclass(slots=True)
class Live:
    """A page (`whole`) of a report, in which sections can be set anew."""

    composition: Composition
    target: Target
    wording: Wording
    whole: Pieces
    _sound: dict[str, dict[int, str] | None] = field(default_factory=dict)
    _befores: dict[str, _Before] = field(default_factory=dict)
    _last: tuple[str, _Made] | None = None

    def page(self, shown_now: Pieces, key: str, text: str) -> Pieces | None:
        """Return the page that is shown with `text` as what stands in a section; None where only
        the whole report can tell what that will look like."""
        part = self.composition.part(key)
        if part is None or part.tail or not part.shown or not text.strip():
            return None
        parts, notes = self._with(part, text)
        group = _group(parts, key)
        if group is None or (part.planned.parent is not None and not part.printed):
            return None
        known = self._known(group, part)
        if known is None:
            return None
        made = self._made(parts, notes, group)
        span = _span(shown_now, group, self._follower(parts, group), self._tail())
        if span is None:
            return None
        begin, end = span
        page = shown_now[:begin] + made.body + shown_now[end:]
        same = known.keys() == made.notes.keys()
        return _with_notes(page, made.notes) if same else page

    def prepare(self, key: str) -> None:
        """Work out now what does not depend on what is typed in a section."""
        part = self.composition.part(key)
        group = _group(self.composition.parts, key)
        if part is not None and group is not None:
            self._known(group, part)

    def _with(self, part: Part, text: str) -> tuple[tuple[Part, ...], Notes]:
        """Return the sections with other words in one, and the footnotes with those it defines."""
        composition, snapshot = self.composition, self.composition.snapshot
        teller = Teller(snapshot, self.wording)
        teller.notes = dict(composition.notes)
        section = snapshot.sections.get(part.key)
        scope = section.id if section is not None else "live"
        body = teller.read(text, f"{scope}/{snapshot.language}")
        if section is not None:
            body += figures.beside(teller, section.id, body)
        own = part.planned.kind in OWN_WORDS_ONLY
        now = replace(part, body=body, tail=(), printed=bool(body) if own else part.printed)
        return tuple(now if p is part else p for p in composition.parts), teller.notes

    def _known(self, group: str, part: Part) -> dict[int, str] | None:
        """Return a section's footnotes as the whole page has them; None where the section by
        itself does not come out as it stands there."""
        if group not in self._sound:
            self._sound[group] = self._tried(group, part)
        return self._sound[group]

    def _tried(self, group: str, part: Part) -> dict[int, str] | None:
        parts, composition = self.composition.parts, self.composition
        if not part.printed:
            return {}
        made = self._made(parts, composition.notes, group)
        span = _span(self.whole, group, self._follower(parts, group), self._tail())
        if span is None or self.whole[span[0] : span[1]] != made.body:
            return None
        there = dict(_items(self.whole[-1])) if self.whole else {}
        return {n: item for n, item in made.notes.items() if there.get(n) == item}

    def _tail(self) -> int:
        """Return how many pieces the footnotes at the end are, where they are a section."""
        listed = self.target.notes in (NoteStyle.LISTED, NoteStyle.MARKED)
        return 2 if listed and self.composition.document.notes else 0

    def _follower(self, parts: Sequence[Part], group: str) -> str | None:
        """Return the section with a heading that comes next on the page (None: none does)."""
        keys = [part.key for part in parts if part.printed and part.heading]
        at = keys.index(group) + 1 if group else 0
        return keys[at] if at < len(keys) else None

    def _made(self, parts: Sequence[Part], notes: Notes, group: str) -> _Made:
        blocks = tuple(printed(parts))
        begin, end = _bounds(blocks, group)
        before = self._before(group, blocks[:begin])
        document = numbered("", blocks[begin:end], notes)
        numbers = {key: number for number, key in enumerate(before.cited, 1)}
        for note in document.notes:
            numbers.setdefault(note.key, len(numbers) + 1)
        told = tuple(replace(note, number=numbers[note.key]) for note in document.notes)
        now = merged(document.blocks)
        made = self._mended(group, now, told, before)
        if made is None:
            body, own = self._set(now, told, before)
            made = _Made(now, told, body, own)
        self._last = group, made
        return made

    def _mended(
        self, group: str, blocks: Blocks, told: tuple[Note, ...], before: _Before
    ) -> _Made | None:
        """Return what was made last with the blocks that changed since set anew; None where there
        is nothing to go by, or the footnotes changed, too."""
        if self._last is None or self._last[0] != group or self._last[1].told != told:
            return None
        last = self._last[1]
        if len(last.body) != len(last.blocks):
            return None
        least = min(len(blocks), len(last.blocks))
        head = next((n for n in range(least) if blocks[n] != last.blocks[n]), least)
        left = least - head
        tail = next((n for n in range(left) if blocks[-1 - n] != last.blocks[-1 - n]), left)
        changed = blocks[head : len(blocks) - tail]
        body, _ = self._set(changed, told, _after(before, blocks[:head])) if changed else ((), {})
        page = last.body[:head] + body + last.body[len(last.body) - tail :]
        return _Made(blocks, told, page, last.notes) if len(body) == len(changed) else None

    def _set(
        self, blocks: Blocks, told: Sequence[Note], before: _Before
    ) -> tuple[Pieces, dict[int, str]]:
        """Return blocks as pieces of the page, and their footnotes by their numbers."""
        here = dict.fromkeys(key for tree in inlines_of(blocks) for key in keys_in(tree))
        notes = {note.key: note for note in told}
        document = Document("", blocks, tuple(notes[key] for key in here if key in notes))
        target, names = self.target, self.composition.snapshot.names
        text = write_part(document, target, self.wording, before.cited, pictures=before.pictures)
        keys = [block.key for block in blocks if isinstance(block, Heading)]
        widths = dict(widths_in(blocks))
        html = sanitised(
            shown(text, target),
            pictures=names,
            sections=keys,
            widths=widths,
            boxes=boxes_in(blocks, target),
            named=boxes_are_named(target),
        )
        page = pieces(html)
        again = target.cites_again
        cited = [note for note in document.notes if again or note.key not in before.cited]
        order = [note.number for note in cited]
        seen = [before.cited[note.key] if again else 0 for note in cited]
        end = next((n for n, piece in enumerate(page) if piece.startswith(NOTES)), len(page))
        body = tuple(_renumbered(piece, order, seen) for piece in page[:end])
        items = dict(_items(page[-1])) if end < len(page) else {}
        own = {
            order[n - 1]: _TO_NOTE.sub(rf"\g<1>\g<2>{order[n - 1]}", item)
            for n, item in items.items()
            if cited[n - 1].key not in before.cited
        }
        return body, own

    def _before(self, group: str, blocks: Blocks) -> _Before:
        """Return what stands before a section; nothing typed in it changes that."""
        if group not in self._befores:
            known = self.composition.document.number_of()
            keys = (key for tree in inlines_of(blocks) for key in keys_in(tree) if key in known)
            self._befores[group] = _Before(Counter(keys), _pictures(blocks))
        return self._befores[group]


def _after(before: _Before, blocks: Blocks) -> _Before:
    """Return what stands before the blocks that follow these."""
    keys = (key for tree in inlines_of(blocks) for key in keys_in(tree))
    return _Before(before.cited + Counter(keys), before.pictures + _pictures(blocks))


def _pictures(blocks: Blocks) -> int:
    return sum(1 for _ in pictures_in(Document("", blocks)))


def _group(parts: Sequence[Part], key: str) -> str | None:
    """Return the section under whose heading another's words stand ("": before any heading); None
    when they are not printed."""
    last = ""
    for part in parts:
        if not part.printed:
            if part.key == key:
                return None
            continue
        if part.heading:
            last = part.key
        if part.key == key:
            return last
    return None


def _bounds(blocks: Sequence[Block], group: str) -> tuple[int, int]:
    """Return from where to where the blocks of a section stand in a whole report."""
    heads = [n for n, block in enumerate(blocks) if isinstance(block, Heading) and block.key]
    first = next((n for n in heads if _key(blocks[n]) == group), 0)
    return first, next((n for n in heads if n > first or not group), len(blocks))


def _key(block: Block) -> str:
    return block.key if isinstance(block, Heading) else ""


def _span(page: Pieces, group: str, follower: str | None, tail: int) -> tuple[int, int] | None:
    """Return from where to where the pieces of a section stand in a page (an empty span where it
    has none yet); None where the page has no place for it. `tail` pieces are no section's."""
    places = {key: n for n, piece in enumerate(page) for key in _ANCHOR.findall(piece)}
    last = next((n for n, p in enumerate(page) if p.startswith(NOTES)), len(page) - tail)
    if follower is not None and follower not in places:
        return None
    end = last if follower is None else places[follower]
    if not group:
        return (1 if page and "<h1>" in page[0] else 0), end
    begin = places.get(group, end)
    return (begin, end) if begin <= end else None


def _renumbered(piece: str, order: Sequence[int], seen: Sequence[int]) -> str:
    """Return a piece whose references, numbered by itself, have the numbers of the report; `seen`
    says how often each was cited before."""

    def reference(match: re.Match[str]) -> str:
        at = int(match.group("number")) - 1
        number, again = order[at], int(match.group("again") or 0) + seen[at]
        if not match.group("named"):
            return f'<a href="#fn{number}">*{number}</a>'
        sub = f":{again}" if again else ""
        return f'<a href="#fn{number}" name="fnref{number}{sub}">[{number}{sub}]</a>'

    return _REFERENCE.sub(reference, piece)


def _items(piece: str) -> list[tuple[int, str]]:
    """Return the footnotes of a page's last piece by their numbers."""
    starts = [*_NOTE.finditer(piece)]
    ends = [match.start() for match in starts[1:]] + [piece.rfind("</ol>")] * bool(starts)
    return [
        (int(match.group(1)), piece[match.start() : end].strip())
        for match, end in zip(starts, ends, strict=True)
    ]


def _with_notes(page: Pieces, notes: dict[int, str]) -> Pieces:
    """Return a page whose footnotes of some numbers read as given."""
    if not notes or not page:
        return page
    out, at, last = "", 0, page[-1]
    for number, item in _items(last):
        if number in notes:
            begin = last.index(item, at)
            out += last[at:begin] + notes[number]
            at = begin + len(item)
    return (*page[:-1], out + last[at:])
