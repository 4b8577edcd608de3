"""An exported text as HTML, as its place would show it; not yet safe to show (see `preview`)."""

from functools import lru_cache

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from confnotes.report.readback import hatena
from confnotes.report.targets.record import NoteStyle, Target

_HATENA_EXTENSIONS = ("fenced_code", "tables", "sane_lists")


def render(text: str, target: Target) -> str:
    """Return the text as HTML."""
    if target.notes is NoteStyle.INLINE:
        return _hatena(text)
    return str(_parser(target.notes is NoteStyle.DEFINED).render(text, {}))


@lru_cache(maxsize=2)
def _parser(extended: bool) -> MarkdownIt:
    """Return a CommonMark parser, with GitHub's tables, strikethrough and footnotes or without."""
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": 60})
    if extended:
        parser.enable(["table", "strikethrough"]).use(footnote_plugin, inline=False)
    return parser


def _hatena(text: str) -> str:
    """Return HTML of Hatena's notation over a Markdown older than CommonMark."""
    from markdown import Markdown  # 60 ms, and only this place needs it

    parser = Markdown(extensions=list(_HATENA_EXTENSIONS), output_format="html")
    read = hatena.read(text)
    html = parser.convert(read.markdown)
    if not read.notes:
        return html
    items = []
    for number, note in enumerate(read.notes, 1):
        parser.reset()
        items.append(f'<li id="fn{number}" class="footnote-item">{parser.convert(note)}</li>')
    return f'{html}\n<section class="footnotes"><ol>{"".join(items)}</ol></section>'
