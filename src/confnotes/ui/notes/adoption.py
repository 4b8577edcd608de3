"""A typed `[^1]` whose definition stands in the session becomes a footnote of its own."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from PySide6.QtGui import QTextCursor

from confnotes.domain.footnotes import adopt, definition, typed_references
from confnotes.domain.notes import LineKind
from confnotes.ui.notes import edits
from confnotes.ui.notes.document import NotesDocument
from confnotes.ui.notes.rows import insert_text
from confnotes.ui.parts.utf16 import units

_KEEP = QTextCursor.MoveMode.KeepAnchor
_SIGN = "[^"


@dataclass(frozen=True, slots=True)
class Typed:
    """A footnote as typed: the line that defines it, and where it is cited (line, and start and end
    in it as Qt counts)."""

    label: str
    line: int
    text: str
    places: tuple[tuple[int, int, int], ...]


def typed_footnotes(document: NotesDocument) -> list[Typed]:
    """Return the typed footnotes that have both a definition and a citation."""
    texts = [
        (number, document.findBlockByNumber(number).text())
        for number, row in enumerate(document.rows())
        if _SIGN in row.text and row.kind is not LineKind.CODE
    ]
    defined: dict[str, tuple[int, str]] = {}
    for number, text in texts:
        if (found := definition(text)) is not None and found[0] not in document.known_keys:
            defined.setdefault(found[0], (number, document.rows()[number].text))
    out = []
    for label, (line, row_text) in defined.items():
        places = tuple(
            (number, units(text[:start]), units(text[:end]))
            for number, text in texts
            if number != line
            for start, end, cited in typed_references(text)
            if cited == label
        )
        found = definition(row_text)
        if places and found is not None:
            out.append(Typed(label, line, found[1], places))
    return out


def adopt_typed(
    document: NotesDocument,
    labels: Collection[str] | None,
    make_key: Callable[[], str],
    *,
    joined: bool = False,
) -> list[tuple[str, str]]:
    """Turn typed footnotes (those of `labels`, or all) into references, as one undo step.

    Returns the (key, text) of each; the caller keeps them.
    """
    found = [t for t in typed_footnotes(document) if labels is None or t.label in labels]
    if not found:
        return []
    keys = {typed.label: make_key() for typed in found}
    document.known_keys.update(keys.values())
    places = sorted(
        ((place, keys[typed.label]) for typed in found for place in typed.places), reverse=True
    )
    cursor = QTextCursor(document)
    with edits.one_step(cursor, joined=joined):
        for (number, start, end), key in places:
            at = document.findBlockByNumber(number).position()
            cursor.setPosition(at + start)
            cursor.setPosition(at + end, _KEEP)
            cursor.removeSelectedText()
            insert_text(cursor, f"[^{key}]", document.known_keys)
        for number in sorted((typed.line for typed in found), reverse=True):
            edits.remove_line(document, cursor, number)
    return [(keys[typed.label], typed.text) for typed in found]


def adopt_pasted(
    document: NotesDocument, text: str, make_key: Callable[[], str]
) -> tuple[str, list[tuple[str, str]]]:
    """Return pasted text with its footnotes under keys of ours, and their (key, text).

    Where a definition is cited by nothing in the pasted text it is left to stand: it may belong
    to a `[^1]` that is in the notes already.
    """
    rows = text.splitlines()
    defined = {found[0] for row in rows if (found := definition(row)) is not None}
    cited = {
        label
        for row in rows
        for start, _, label in typed_references(row)
        if definition(row) is None or row[:start].strip("-*+ \t")
    }
    if not defined or not defined <= cited:
        return text, []
    adopted = adopt("\n".join(rows), make_key, document.known_keys)
    document.known_keys.update(key for key, _ in adopted.footnotes)
    return adopted.text, list(adopted.footnotes)
