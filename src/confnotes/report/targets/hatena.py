"""Hatena Blog in Markdown mode.

Sources: Hatena Blog's help, "Markdown mode" (footnotes are `((…))`, contents `[:contents]`,
`id:name` calls that user, `f:id:` shows a photo), and Text::Hatena::Inline::Footnote, whose rules
are tried in this order: `(((…)))` and `)((…))(` are literal, `((…))` is a footnote, shortest
first, on one line; hatena/Hatena-Blog-Workflows-Boilerplate, `hatenablog.code-snippets`
(`[address:embed:cite]`, a figure with its caption). The blog prints its own title as the page's
first heading, so that sections begin at the third level, which `[:contents]` also collects.
Pictures are uploaded to the photo service, which gives each its `[f:id:…]`.
"""

import re
from html import escape

from confnotes.report.targets.facts import CONTENTS
from confnotes.report.targets.inline import code_in_html
from confnotes.report.targets.record import Drawn, NoteStyle, Pictures, Target, TitlePlace

_CALL = re.compile(r"(?<![A-Za-z0-9])((?:[a-z]:)?id):(?=[A-Za-z])")
_NOTATION = re.compile(r"\\?\[(?=[:A-Za-z])")


def _words(text: str) -> str:
    """Break what this place reads as notation: `((`, `[:contents]`, `[f:id:…]`, `id:name`."""
    text = re.sub(r"\((?=\()", "&#40;", text)
    text = _NOTATION.sub("&#91;", text)
    return _CALL.sub(r"\1&#58;", text)


def _code(text: str) -> str:
    """Code in which this place might still read its notation is written in HTML."""
    if "((" not in text and "))" not in text and not _CALL.search(text) and "[:" not in text:
        return ""
    return code_in_html(text).replace(":", "&#58;")


def _picture(path: str, alternative: str) -> str:
    """Return an uploaded photo by its name; its words must not end the notation."""
    if not path.startswith("f:id:"):
        return ""
    return _photo(path, alternative)


def _sized(path: str, alternative: str, width: int) -> str:
    return _photo(f"{path}:w{width}", alternative) if path.startswith("f:id:") else ""


def _photo(named: str, alternative: str) -> str:
    words = alternative.translate(str.maketrans("[]:", "［］：")).strip()
    return f"[{named}:alt={words}]" if words else f"[{named}]"


def _figure(drawn: Drawn) -> str:
    photo = _sized(drawn.path, drawn.alternative, drawn.width) if drawn.width else ""
    photo = photo or _picture(drawn.path, drawn.alternative)
    if not photo or not drawn.caption:
        return ""
    words = _words(escape(drawn.caption))
    return (
        f'<figure class="figure-image figure-image-fotolife" title="{words}">{photo}'
        f"<figcaption>{words}</figcaption></figure>"
    )


HATENA = Target(
    name="hatena",
    label="Hatena Blog",
    notes=NoteStyle.INLINE,
    title=TitlePlace.COMMENT,
    cites_again=False,
    heading_base=3,
    fields=(CONTENTS,),
    words=_words,
    code=_code,
    fences_in_lists=False,
    tilde="&#126;",
    contents="[:contents]",
    embed=lambda url: f"[{url}:embed:cite]" if url.startswith("http") else "",
    picture=_picture,
    sized=_sized,
    figure=_figure,
    pictures=Pictures.UPLOADED,
    bars_escaped=False,
)
