"""Filters in Ctrl+K: which there are, and what can stand behind each."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from confnotes.domain.notes import LineKind
from confnotes.domain.search import KINDS, OpenFilter
from confnotes.domain.text import folded
from confnotes.ui.parts import words as said
from confnotes.ui.parts.theme import theme
from confnotes.ui.shell.palette_items import Fill, Item, Span

translate = QCoreApplication.translate

VALUES = 20
_ICONS = {
    "kind": "list", "day": "calendar", "speaker": "person", "rating": "star", "tag": "tag",
    "in": "building",
}  # fmt: skip


def name_of(key: str) -> str:
    """Return what a filter is called."""
    return {
        "kind": translate("Palette", "kind"),
        "day": translate("Palette", "day"),
        "speaker": translate("Palette", "speaker"),
        "rating": translate("Palette", "rating"),
        "tag": translate("Palette", "tag"),
        "in": translate("Palette", "conference"),
    }[key]


def offers() -> list[Item]:
    """Return the filters one can begin with, each with an example."""
    examples = {
        "kind": translate("Palette", "quote, question, to do … of a line"),
        "day": translate("Palette", "a date, a weekday, day 2 …"),
        "speaker": translate("Palette", "whose session it is, or who is quoted"),
        "rating": translate("Palette", "of the session: 5, 4+, none"),
        "tag": translate("Palette", "of the session or the line"),
        "in": translate("Palette", "one of the conferences"),
    }
    return [
        _item(f"{name_of(key)}:", key, (Span(f"{name_of(key)}:"), Span(example, quiet=True)))
        for key, example in examples.items()
    ]


def completions(wanted: OpenFilter, values: Sequence[str]) -> list[Item]:
    """Return what can stand behind a filter that is being typed; nothing where it is there.

    `values` are those that the notebook knows. Days and ratings are understood in many ways:
    they are offered only while nothing is typed.
    """
    if wanted.key == "kind":
        return _kinds(wanted)
    if wanted.value and wanted.key in ("day", "rating"):
        return []
    if wanted.key == "rating":
        words = translate("Palette", "{n} and more")
        return [
            _value(wanted, "5", ("★★★★★",)),
            *(
                _value(wanted, f"{n}+", ("★" * n, words.format(n=n))) for n in (4, 3, 2)
            ),
            _value(wanted, translate("Palette", "none"), (translate("Palette", "not rated yet"),)),
        ]  # fmt: skip
    return [
        _value(wanted, value, (_shown(wanted.key, value),))
        for value in values
        if folded(value) != wanted.value
    ]


def _kinds(wanted: OpenFilter) -> list[Item]:
    japanese = theme().japanese
    found = [
        (kind, names[int(japanese)])
        for kind, names in KINDS.items()
        if any(folded(name).startswith(wanted.value) for name in names)
    ]
    there = any(folded(name) == wanted.value for names in KINDS.values() for name in names)
    return [] if there else [_value(wanted, name, (name,), kind) for kind, name in found]


def _shown(key: str, value: str) -> str:
    return said.full_day(date.fromisoformat(value)) if key == "day" else value


def _value(
    wanted: OpenFilter, value: str, texts: Sequence[str], kind: LineKind | None = None
) -> Item:
    plain = max(value.split('"'), key=len).strip()  # a quotation mark would end the phrase
    written = f'"{plain}"' if " " in plain or "\u3000" in plain else plain
    spans = (Span(texts[0]), *(Span(text, quiet=True) for text in texts[1:]))
    return _item(f"{wanted.before}{name_of(wanted.key)}:{written} ", wanted.key, spans, kind)


def _item(text: str, key: str, spans: tuple[Span, ...], kind: LineKind | None = None) -> Item:
    words = ", ".join(span.text for span in spans)
    return Item(Fill(text), spans, _ICONS[key], kind, words=words)
