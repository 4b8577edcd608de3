"""An exported text as HTML, as its place would show it; not yet safe to show (see `preview`)."""

from collections.abc import Callable
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.footnote import footnote_plugin

from confnotes.report.readback import hatena, places
from confnotes.report.targets.record import NoteStyle, Target

_WITHIN = "<wbr>"
_HATENA_EXTENSIONS = ("fenced_code", "tables", "sane_lists")


def render(text: str, target: Target) -> str:
    """Return the text as HTML, read by the rules of CommonMark and of its place."""
    place = places.PLACES.get(target.name, places.PLAIN)
    text = place.read(text)
    noted = target.notes in (NoteStyle.DEFINED, NoteStyle.INLINE)
    parser = _parser(noted, place.breaks, place.boxes)
    if target.notes is not NoteStyle.INLINE:
        return str(parser.render(text, {}))
    return _hatena(text, lambda source: str(parser.render(source, {})))


def boxes_are_named(target: Target) -> bool:
    """Return whether the place itself writes into a box what it is."""
    return places.PLACES.get(target.name, places.PLAIN).named


def shown(text: str, target: Target) -> str:
    """Return the text as HTML as its place shows it: Hatena's Markdown is older than CommonMark."""
    if target.notes is not NoteStyle.INLINE:
        return render(text, target)
    from markdown import Markdown  # 60 ms, and only this place needs it

    parser = Markdown(extensions=list(_HATENA_EXTENSIONS), output_format="html")
    return _hatena(text, lambda source: parser.reset().convert(source))


@lru_cache(maxsize=8)
def _parser(extended: bool, breaks: bool, boxes: tuple[str, ...]) -> MarkdownIt:
    """Return a CommonMark parser: with GitHub's tables, strikethrough and footnotes or without,
    with every line break kept or not, and with boxes (`:::name`) of these names."""
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": 60, "breaks": breaks})
    if extended:
        parser.enable(["table", "strikethrough"]).use(footnote_plugin, inline=False)
    for name in boxes:
        parser.use(container_plugin, name, render=_box)
    return parser


def _box(_self: object, tokens: list[Token], index: int, _options: object, _env: object) -> str:
    return "<blockquote>\n" if tokens[index].nesting == 1 else "</blockquote>\n"


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
