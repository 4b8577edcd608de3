"""A session's note lines as blocks: points, figures, code, then quotes, questions, thoughts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from confnotes.domain.inline import Address, Words
from confnotes.domain.notes import Line, LineKind
from confnotes.report.blocks import (
    Block,
    Blocks,
    CodeBlock,
    Heading,
    Inlines,
    Item,
    List,
    Paragraph,
    Quote,
    is_blank,
    joined,
    lone_address,
    side_by_side,
)
from confnotes.report.figures import figures as figures_at
from confnotes.report.markdown import local_key
from confnotes.report.prose import last_letter
from confnotes.report.snapshot import Person, Talk
from confnotes.report.teller import Teller

_DEFINITION = re.compile(r"^[ \t]*(?:[-*+] )?\[\^([^\]\s^]+)\]:[ \t]*(.*)$")
_SENTENCE_END = "。.！？!?…）)」”"


@dataclass
class _Points:
    """Points on their way into a list of two levels at most."""

    items: list[tuple[int, Inlines, list[Inlines]]] = field(default_factory=list)

    def add(self, depth: int, words: Inlines) -> None:
        """Add a point: below the last outer one when it stands deeper."""
        if self.items and depth > self.items[-1][0]:
            self.items[-1][2].append(words)
        else:
            self.items.append((depth, words, []))

    def taken(self) -> Blocks:
        """Return the list so far (nothing when there is none) and begin anew."""
        items = tuple(Item((Paragraph(words), *_list(below))) for _, words, below in self.items)
        self.items.clear()
        return (List(items),) if items else ()


def _list(rows: Sequence[Inlines]) -> Blocks:
    return (List(tuple(Item((Paragraph(row),)) for row in rows)),) if rows else ()


@dataclass
class _Stretch:
    """The lines between two headings, sorted by what they are."""

    flow: list[Block] = field(default_factory=list)
    quotes: list[tuple[Line, Inlines]] = field(default_factory=list)
    asked: list[tuple[Inlines, list[Inlines]]] = field(default_factory=list)
    answers: list[Inlines] = field(default_factory=list)
    thoughts: list[Inlines] = field(default_factory=list)


class LineTeller:
    """Tells the lines of one session; `used` are the ids of the lines that it printed."""

    def __init__(self, teller: Teller, talk: Talk, *, keys_only: bool) -> None:
        self._teller = teller
        self._talk = talk
        self._keys_only = keys_only
        self._attributed = False
        self._asked = False
        self._points = _Points()
        self.used: list[str] = []

    def blocks(self, lines: Sequence[Line]) -> Blocks:
        """Return the lines as blocks; a heading among them has level 1."""
        out: list[Block] = []
        stretch = _Stretch()
        heading: list[Block] = []
        for line, printed in _printable(lines, keys_only=self._keys_only):
            if not printed:
                figures = figures_at(self._teller, line.id)
                stretch.flow += [*self._flushed(), *figures] if figures else []
            elif line.kind is LineKind.HEADING:
                out += self._closed(heading, stretch)
                words = self._teller.line(line.id, "text", line.text)
                heading = [] if is_blank(words) else [Heading(1, words)]
                stretch = _Stretch()
                self.used.append(line.id)
            else:
                self._sort(line, stretch)
        return (*out, *self._closed(heading, stretch))

    def shows(self, lines: Sequence[Line]) -> bool:
        """Return whether anything of the lines would be printed (a heading alone is not)."""
        for line, printed in _printable(lines, keys_only=self._keys_only):
            if line.id in self._teller.snapshot.uses_of:
                return True
            if printed and line.kind is not LineKind.HEADING and not is_blank(self._words(line)):
                return True
        return False

    def _closed(self, heading: list[Block], stretch: _Stretch) -> list[Block]:
        """Return a finished stretch under its heading; nothing when it has no content."""
        stretch.flow += self._flushed()
        flow = side_by_side(stretch.flow, self._teller.prose.item_joint)
        content: list[Block] = [*flow, *self._quotes(stretch.quotes)]
        content += self._questions(stretch)
        if thoughts := self._teller.sentences(stretch.thoughts):
            content.append(Paragraph(thoughts))
        return [*heading, *content] if content else []

    def _sort(self, line: Line, stretch: _Stretch) -> None:
        """Put a line where its kind stands."""
        words = self._words(line)
        figures = figures_at(self._teller, line.id, words if line.kind is LineKind.IMAGE else ())
        if not is_blank(words) or figures:
            self.used.append(line.id)
        if line.kind is LineKind.CODE:
            self._code(line, stretch)
        elif is_blank(words) or (line.kind is LineKind.IMAGE and figures):
            pass
        elif line.kind is LineKind.QUOTE:
            stretch.quotes.append((line, words))
        elif line.kind is LineKind.QUESTION:
            stretch.asked.append((words, []))
        elif line.kind is LineKind.ANSWER:
            (stretch.asked[-1][1] if stretch.asked else stretch.answers).append(words)
        elif line.kind is LineKind.THOUGHT:
            stretch.thoughts.append(words)
        elif not line.depth and (alone := lone_address(Paragraph(words))):
            stretch.flow += [*self._flushed(), Paragraph((Address(alone, (Words(alone),)),))]
        else:
            self._points.add(line.depth, words)
        if figures:
            stretch.flow += [*self._flushed(), *figures]

    def _words(self, line: Line) -> Inlines:
        """Return what a line says: the answer once it is resolved, a quote in its own language."""
        if line.kind is LineKind.CODE:
            return joined(line.text)
        if line.kind is LineKind.UNCLEAR and line.answer.strip():
            return self._teller.line(line.id, "answer", line.answer)
        quiet = line.kind is LineKind.QUOTE
        return self._teller.line(line.id, "text", line.text, quiet=quiet)

    def _flushed(self) -> Blocks:
        """Return the points so far: a list, or prose where sentences tell of what is around."""
        rows = [words for _, words, below in self._points.items if not below]
        told = len(rows) == len(self._points.items) and self._talk.around
        if rows and told and all(last_letter(row) in _SENTENCE_END for row in rows):
            self._points.taken()
            return (Paragraph(self._teller.sentences(rows)),)
        return self._points.taken()

    def _code(self, line: Line, stretch: _Stretch) -> None:
        stretch.flow += self._flushed()
        last = stretch.flow[-1] if stretch.flow else None
        if isinstance(last, CodeBlock):
            stretch.flow[-1] = replace(last, text=f"{last.text}\n{line.text}")
        elif line.text.strip():
            stretch.flow.append(CodeBlock(line.text))

    def _quotes(self, quotes: Sequence[tuple[Line, Inlines]]) -> Iterator[Block]:
        """Yield the quotations; of several by one speaker the last says whose they are."""
        for index, (line, words) in enumerate(quotes):
            speaker, after = self._speaker(line), quotes[index + 1 : index + 2]
            again = speaker is not None and after and self._speaker(after[0][0]) == speaker
            told = again and not (line.unsure and not self._gist(line))
            yield from self._quote(line, words, () if told else self._said_by(line, speaker))

    def _quote(self, line: Line, words: Inlines, speaker: Inlines) -> Iterator[Block]:
        """Yield the quotation, who said it, and its gist."""
        wording, prose = self._teller.wording, self._teller.prose
        yield Quote((Paragraph(words),))
        gist = self._gist(line)
        if speaker:
            key = "session.quote_by_unsure" if line.unsure and not gist else "session.quote_by"
            yield Paragraph(wording.fill(key, speaker=speaker))
        if gist and line.unsure:
            key, words = "session.quote_unsure_gist", gist
            if prose.reportable(gist):
                key, words = "session.quote_unsure_meaning", prose.told(gist)
            yield Paragraph(prose.ended(wording.fill(key, gist=words)))
        elif gist:
            yield Paragraph(prose.ended(gist))
        elif line.unsure and not speaker:
            yield Paragraph(wording.fill("session.quote_unsure"))

    def _gist(self, line: Line) -> Inlines:
        """Return what a quote means; nothing where it only translates a quote that this report's
        readers can read."""
        texts, language = self._teller.snapshot.texts, self._teller.snapshot.language
        said = texts.render(line.id, "text", line.text, language)
        meant = texts.render(line.id, "gist", line.gist, language)
        if not line.gist.strip() or (meant.foreign and said.language is language):
            return ()
        return self._teller.line(line.id, "gist", line.gist)

    def _speaker(self, line: Line) -> Person | None:
        """Return who said it: as noted, else the session's only speaker."""
        people = self._talk.people
        for talk in (self._talk, *self._teller.snapshot.talks):
            for person in talk.people:
                if line.speaker_id == person.speaker.id:
                    return person
        return people[0] if line.speaker_id is None and len(people) == 1 else None

    def _said_by(self, line: Line, speaker: Person | None) -> Inlines:
        """Return the name to set below a quotation: one not noted but guessed, once a session."""
        if speaker is None or (line.speaker_id is None and self._attributed):
            return ()
        self._attributed = self._attributed or line.speaker_id is None
        return self._teller.person(speaker)

    def _questions(self, stretch: _Stretch) -> Iterator[Block]:
        """Yield what the floor asked, each with its answer."""
        for question, answers in stretch.asked:
            yield Paragraph(self._pair(question, answers))
        for answer in stretch.answers:
            yield Paragraph(self._told("answer", [answer]))

    def _pair(self, question: Inlines, answers: list[Inlines]) -> Inlines:
        """Return a question and its answer as a sentence or two."""
        prose = self._teller.prose
        asked = prose.quoted(prose.asked(question))
        which = "chat" if self._talk.around else "asked_more" if self._asked else "asked"
        self._asked = True
        return self._told(which, answers, question=asked)

    def _told(self, which: str, answers: list[Inlines], **parts: Inlines) -> Inlines:
        """Return the phrase for a question, for an answer that is reported, or for one quoted."""
        prose = self._teller.prose
        key = f"session.{which}"
        if answers and len(answers) == 1 and prose.reportable(answers[0]):
            key, parts = f"{key}_told", parts | {"told": prose.told(answers[0])}
        elif answers:
            said = prose.said(self._teller.sentences(answers))
            key, parts = f"{key}_said", parts | {"said": said}
        return self._teller.wording.fill_in_turn(key, "session.questions", **parts)


_IN_LISTS = frozenset({LineKind.POINT, LineKind.KEY, LineKind.UNCLEAR, LineKind.LINK})


def _printable(lines: Sequence[Line], *, keys_only: bool) -> Iterator[tuple[Line, bool]]:
    """Yield the lines that a report prints, and whether their words are printed or only pictures.

    Open did-not-catch lines go alone, to-dos with what hangs below them. With `keys_only` a point
    is printed when it is a key point or hangs below one. A line's depth becomes the number of
    printed points it hangs below.
    """
    todo: int | None = None
    key: int | None = None
    above: list[int] = []
    for line in lines:
        while above and above[-1] >= line.depth:
            above.pop()
        if todo is not None and line.depth > todo:
            continue
        todo = line.depth if line.kind is LineKind.TODO else None
        if key is not None and line.depth <= key:
            key = None
        if line.kind is LineKind.TODO or (line.kind is LineKind.UNCLEAR and not line.resolved):
            continue
        if line.kind is LineKind.KEY and key is None:
            key = line.depth
        pointlike = line.kind in (LineKind.POINT, LineKind.UNCLEAR)
        printed = not (keys_only and pointlike and key is None)
        yield (line if line.depth == len(above) else replace(line, depth=len(above))), printed
        if printed and line.kind in _IN_LISTS:
            above.append(line.depth)


def adopt_definitions(teller: Teller, talk: Talk) -> tuple[Line, ...]:
    """Return the session's lines without typed footnote definitions (`[^1]: …`, with what hangs
    below them), which become footnotes of this session alone: `teller.labels` knows them."""
    kept: list[Line] = []
    found: dict[str, list[str]] = {}
    current: tuple[int, str] | None = None
    for line in talk.lines:
        said = teller.say(line.id, "text", line.text, line=line.id, quiet=True)
        match = _DEFINITION.match(said) if line.kind is not LineKind.CODE else None
        if match and match.group(1) not in teller.snapshot.footnotes:
            current = (line.depth, match.group(1))
            found.setdefault(match.group(1), []).append(match.group(2))
        elif current and line.depth > current[0] and line.kind is LineKind.POINT:
            found[current[1]].append(said)
        else:
            current = None
            kept.append(line)
    scope = f"{talk.session.id}/lines"
    teller.labels = {label: local_key(scope, label) for label in found}
    for label, rows in found.items():
        blocks = teller.read("\n\n".join(filter(None, rows)), f"{scope}/{label}")
        teller.notes[teller.labels[label]] = blocks
    return tuple(kept)
