"""Pandoc's Markdown, for a PDF, a Word file or a book.

Source: Pandoc User's Guide, "Pandoc's Markdown": metadata in YAML; a picture alone in a paragraph
with words in its brackets is a figure and they are its caption (`implicit_figures`), `{alt="…"}`
its alternative; `@key` cites, `^x^` and `~x~` raise and lower, `$…$` is mathematics, `{…}`
attributes, `--` a dash; `(1)`, `a.` and `#.` number lists (`fancy_lists`); `:::` begins a div; a
note may have several paragraphs, and one that is cited twice is printed twice.
"""

import re

from confnotes.report.targets import facts as front
from confnotes.report.targets.facts import Facts, Field
from confnotes.report.targets.inline import (
    at_line_start,
    dashes_kept,
    destination,
    escaped,
)
from confnotes.report.targets.record import Drawn, NoteStyle, Target

_NUMBER = re.compile(r"(\(?)(\d+|[A-Za-z]|[IVXLCDMivxlcdm]+|\\?#|\\?@[\w-]*)([.)])(?=\s|$)")

_BOX = re.compile(r"\\\[[ xX]\\\](?=\s|$)")


def _front(facts: Facts) -> str:
    values: dict[str, front.Value] = {
        "title": _literal(facts.title),
        "author": _literal(facts.given["author"]),
        "date": facts.day,
        "lang": str(facts.language),
    }
    kept = {key: value for key, value in values.items() if value not in ("", None)}
    if facts.has("contents"):
        kept["toc"] = True
    return front.yaml(kept)


def _words(text: str) -> str:
    text = re.sub(r"[@^~${]", lambda match: "\\" + match.group(), text)
    return dashes_kept(text)


def _literal(text: str) -> str:
    """Return words as metadata can have them: Pandoc reads Markdown there, too."""
    return _line_start(at_line_start(_words(escaped(text.strip()))))


def _line_start(text: str) -> str:
    if _BOX.match(text):  # a comment within keeps it from being a box to tick
        return text.replace("[", "[<!-- -->", 1)
    match = _NUMBER.match(text)
    if match is None:
        return text
    begin, number, end = match.groups()
    return f"\\{text}" if begin else f"{number}\\{end}{text[match.end() :]}"


def _figure(drawn: Drawn) -> str:
    """Return a figure; Markdown does for a caption with more than words in it. Without a caption
    a backslash keeps its other words from becoming one."""
    if drawn.caption is None or '"' in drawn.alternative or "\\" in drawn.alternative:
        return ""
    wide = f"width={drawn.width}px" if drawn.width else ""
    if not drawn.caption:
        size = f"{{{wide}}}" if wide else ""
        return f"![{_words(escaped(drawn.alternative)).strip()}]({drawn.path}){size}\\"
    words = _words(escaped(drawn.caption))
    given = " ".join(filter(None, (f'alt="{drawn.alternative}"', wide)))
    return f"![{words}]({drawn.path}){{{given}}}"


def _sized(path: str, alternative: str, width: int) -> str:
    return f"![{_words(escaped(alternative)).strip()}]({destination(path)}){{width={width}px}}"


def _notice(kind: str, body: str) -> str:
    return f"::: {kind}\n{body}\n:::"


PANDOC = Target(
    name="pandoc",
    label="Pandoc",
    notes=NoteStyle.DEFINED,
    cites_again=False,
    front=_front,
    fields=(Field("author", default=lambda facts: facts.author, per_language=True), front.CONTENTS),
    words=_words,
    line_start=_line_start,
    tilde="~",
    figure=_figure,
    sized=_sized,
    notice=_notice,
    bars_escaped=False,
)
