"""Hatena Blog in Markdown mode.

Sources: Hatena Blog's help, "Markdown mode" (footnotes are `((…))`, contents `[:contents]`,
`id:name` calls that user, `f:id:` shows a photo), and Text::Hatena::Inline::Footnote, whose
rules are tried in this order: `(((…)))` and `)((…))(` are literal, `((…))` is a footnote, shortest
first, on one line. The blog prints its own title as the page's first heading, so that sections
begin at the third level, which `[:contents]` also collects.
"""

import re

from confnotes.report.targets.record import NoteStyle, Target

_CALL = re.compile(r"(?<![A-Za-z0-9])((?:[a-z]:)?id):(?=[A-Za-z])")
_NOTATION = re.compile(r"\\?\[(?=[:A-Za-z])")


def _title(title: str) -> str:
    """The title has a field of its own on the blog: a comment keeps it beside the text."""
    return f"<!-- {title.replace('--', '- -')} -->"


def _words(text: str) -> str:
    """Break what this place reads as notation: `((`, `[:contents]`, `[f:id:…]`, `id:name`."""
    text = re.sub(r"\((?=\()", "&#40;", text)
    text = _NOTATION.sub("&#91;", text)
    return _CALL.sub(r"\1&#58;", text)


def _code(text: str) -> str:
    """Code in which this place might still read its notation is written in HTML."""
    if "((" not in text and "))" not in text and not _CALL.search(text) and "[:" not in text:
        return ""
    for sign, entity in (("&", "amp"), ("<", "lt"), (">", "gt"), ("(", "#40"), (")", "#41")):
        text = text.replace(sign, f"&{entity};")
    for sign in "*_`\\[]!~":
        text = text.replace(sign, f"&#{ord(sign)};")
    return f"<code>{text.replace(':', '&#58;')}</code>"


HATENA = Target(
    name="hatena",
    label="Hatena Blog",
    notes=NoteStyle.INLINE,
    heading_base=3,
    title=_title,
    words=_words,
    code=_code,
    tilde="&#126;",
    contents="[:contents]",
)
