"""What a target's place can do."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from confnotes.domain.attachments import EXTENSIONS
from confnotes.domain.inline import Inline
from confnotes.report.targets.facts import Facts, Field, Files


class NoteStyle(StrEnum):
    """How footnotes are written.

    INLINE: `((text))` where the reference stands. DEFINED: `[^1]` and definitions at the end.
    LISTED: a raised number and a numbered list at the end. MARKED: the same with the number in
    plain words, for a place without raised ones. KEYED: `[^key]`, for the author's eyes, without
    the notes.
    """

    INLINE = "inline"
    DEFINED = "defined"
    LISTED = "listed"
    MARKED = "marked"
    KEYED = "keyed"


class TitlePlace(StrEnum):
    """Where the report's title stands: the text's first heading, a comment beside the text (the
    place has a field of its own), or the front matter."""

    HEADING = "heading"
    COMMENT = "comment"
    FRONT = "front"


class Pictures(StrEnum):
    """How pictures get there: as FILES beside the text; UPLOADED to the place, which gives each an
    address for the text; or put in BY_HAND where the text says so."""

    FILES = "files"
    UPLOADED = "uploaded"
    BY_HAND = "by_hand"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A figure on its way to be written: `caption` is plain words ("" for none, None where it has
    footnotes, links or code in it, which only Markdown can show), `width` in pixels."""

    path: str
    alternative: str
    caption: str | None
    width: int | None = None


def unchanged(text: str) -> str:
    """Return the text as it is."""
    return text


def beside(facts: Facts, target: str) -> Files:
    """Return `<conference>.<language>.<target>.md` with its pictures in `images/` beside it."""
    return Files(f"{facts.stem}.{facts.language}.{target}.md", "images", "images/")


@dataclass(frozen=True, slots=True)
class Target:
    """A place: its name, what it is called, and the rules that differ from place to place.

    `cites_again`: a footnote can be referred to twice; else the second time it is named in words.
    Headings: a section's is of level `heading_base`, none deeper than `deepest`.
    `front` writes the front matter from the facts ("" for none), `fields` are what an author can
    set for it, `problems` yields (code of a check, words) for what the place would refuse.
    `files` says where the text and its pictures go.

    `escapes`: the place reads Markdown's backslashes and entities. `emphasis_within_words`: it
    reads `a**b**c` (it does so beside kana and kanji in any case). `words` gets literal text that
    is escaped already and breaks what would be markup only here, `line_start` does so at the
    beginning of a line; `code` writes a code span ("" when backticks will do), `code_block` gets
    a whole fenced block. `tilde` is what a `~` becomes where there are several in a paragraph,
    which would strike out what is between them. `reword` turns an inline that the place does not
    know into some that it does. `line_break` is a break within a paragraph, `bare` an address
    that is its own words.

    `fences_in_lists`: it reads a fenced block of code within a list; else one is indented.
    `heading_links`: a heading can lead somewhere, else the address stands below it.
    `tables`: it has tables, else they are lists; `bars_escaped`: `|` stands in a cell after a
    backslash.

    `contents` is the line that asks for a table of contents. `embed` writes an address that
    stands alone ("" for a link), `notice` a box of a kind ("" for a quotation that says what it
    is), `picture` and `figure` a picture within text and one of its own ("" where Markdown will
    do), `sized` a picture so many pixels wide ("" where the place knows no width).
    `emphasised_captions`: one below its picture stands in italics. `rule` is a thematic break. A
    picture's type is among `types`, its size at most `largest` bytes.
    """

    name: str
    label: str
    notes: NoteStyle
    title: TitlePlace = TitlePlace.FRONT
    cites_again: bool = True
    heading_base: int = 2
    deepest: int = 6
    front: Callable[[Facts], str] = lambda _: ""
    fields: tuple[Field, ...] = ()
    problems: Callable[[Facts], Iterator[tuple[str, str]]] = lambda _: iter(())
    files: Callable[[Facts, str], Files] = beside
    escapes: bool = True
    emphasis_within_words: bool = True
    words: Callable[[str], str] = unchanged
    line_start: Callable[[str], str] = unchanged
    code: Callable[[str], str] = lambda _: ""
    code_block: Callable[[str], str] = unchanged
    fences_in_lists: bool = True
    tables: bool = True
    bars_escaped: bool = True
    heading_links: bool = True
    tilde: str = r"\~"
    reword: Callable[[Inline], tuple[Inline, ...]] = lambda inline: (inline,)
    line_break: str = "  \n"
    bare: Callable[[str], str] = lambda url: f"<{url}>"
    contents: str = ""
    embed: Callable[[str], str] = lambda _: ""
    notice: Callable[[str, str], str] = lambda _kind, _body: ""
    picture: Callable[[str, str], str] = lambda _path, _alternative: ""
    sized: Callable[[str, str, int], str] = lambda _path, _alternative, _width: ""
    figure: Callable[[Drawn], str] = lambda _: ""
    emphasised_captions: bool = False
    rule: str = "* * *"
    pictures: Pictures = Pictures.FILES
    types: frozenset[str] = frozenset(EXTENSIONS)
    largest: int | None = None
