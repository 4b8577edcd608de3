"""An exported text as HTML, as its place would show it; not yet safe to show (see `preview`)."""

from collections.abc import Callable
from functools import lru_cache

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from confnotes.report.readback import hatena
from confnotes.report.targets.record import NoteStyle, Target

_WITHIN = "<wbr>"
_HATENA_EXTENSIONS = ("fenced_code", "tables", "sane_lists")


def render(text: str, target: Target) -> str:
    """Return the text as HTML, read by the rules of CommonMark and of its place."""
    if target.notes is not NoteStyle.INLINE:
        return str(_parser(target.notes is NoteStyle.DEFINED).render(text, {}))
    parser = _parser(True)
    return _hatena(text, lambda source: str(parser.render(source, {})))


def shown(text: str, target: Target) -> str:
    """Return the text as HTML as its place shows it: Hatena's Markdown is older than CommonMark."""
    if target.notes is not NoteStyle.INLINE:
        return render(text, target)
    from markdown import Markdown  # 60 ms, and only this place needs it

    parser = Markdown(extensions=list(_HATENA_EXTENSIONS), output_format="html")
    return _hatena(text, lambda source: parser.reset().convert(source))


@lru_cache(maxsize=2)
def _parser(extended: bool) -> MarkdownIt:
    """Return a CommonMark parser, with GitHub's tables, strikethrough and footnotes or without."""
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": 60})
    if extended:
        parser.enable(["table", "strikethrough"]).use(footnote_plugin, inline=False)
    return parser


def _hatena(text: str, convert: Callable[[str], str]) -> str:
    """Return HTML of Hatena's notation over a Markdown."""
    read = hatena.read(text)
    html = convert(read.markdown)
    if not read.notes:
        return html
    items = []
    for number, note in enumerate(read.notes, 1):
        # A footnote is read within its line: nothing at its start begins a list or a heading.
        words = convert(_WITHIN + note).replace(_WITHIN, "")
        items.append(f'<li id="fn{number}" class="footnote-item">{words}</li>')
    return f'{html}\n<section class="footnotes"><ol>{"".join(items)}</ol></section>'
