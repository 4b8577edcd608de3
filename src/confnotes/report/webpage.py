"""The report as one HTML file that needs nothing beside it: style and pictures are in it.

For those without a blog, and for a colleague's mailbox. No script, nothing fetched: the page says
so itself (Content Security Policy Level 3), and what is in it passed the list of known tags.
"""

from base64 import b64encode
from collections.abc import Mapping
from html import escape

from confnotes.domain.attachments import HEAD, picture_type
from confnotes.report.preview import sanitised
from confnotes.report.readback.render import shown
from confnotes.report.targets.record import Target

_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
_STYLE = """
:root { color-scheme: light dark; --ink: #1d2423; --soft: #535d5b; --line: #d9dedc;
  --paper: #fff; --band: #f5f6f4; --link: #0b6b65; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6eae8; --soft: #a3adaa; --line: #39413f; --paper: #161a19; --band: #1f2423;
    --link: #63cfc4; }
}
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 17px/1.7 system-ui, "Hiragino Sans", "Yu Gothic UI", "Noto Sans CJK JP", sans-serif; }
:lang(ja) body, body:lang(ja) { line-height: 1.9; }
main { max-width: 42em; margin: 0 auto; padding: 3em 1.25em 5em; overflow-wrap: anywhere; }
h1, h2, h3, h4, h5, h6 { line-height: 1.4; text-wrap: balance; margin: 2em 0 .6em; }
h1 { font-size: 1.75em; margin-top: 0; }
h2 { font-size: 1.4em; padding-bottom: .25em; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.15em; }
h4, h5, h6 { font-size: 1em; }
p, ul, ol, blockquote, table, pre { margin: 0 0 1em; }
a { color: var(--link); }
img { max-width: 100%; height: auto; border-radius: 6px; }
blockquote { margin-left: 0; padding: .1em 0 .1em 1em; border-left: 3px solid var(--line);
  color: var(--soft); }
pre { padding: .8em 1em; background: var(--band); border-radius: 6px; overflow-x: auto;
  line-height: 1.5; }
code { font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; font-size: .9em; }
table { border-collapse: collapse; }
th, td { padding: .35em .8em; border: 1px solid var(--line); text-align: start; }
hr { border: 0; border-top: 1px solid var(--line); margin: 3em 0 1.5em; }
sup { line-height: 0; }
@media print { main { max-width: none; padding: 0; } body { font-size: 11pt; }
  h1, h2, h3 { break-after: avoid; } img, pre, blockquote { break-inside: avoid; } }
"""


def web_page(
    text: str, target: Target, title: str, language: str, pictures: Mapping[str, bytes]
) -> str:
    """Return a whole page of an exported text. `pictures` are bytes by their address in the text;
    one that is not among them becomes its alternative words."""
    inner = sanitised(
        shown(text, target), pictures=pictures, anchors="id", source=_inlined(pictures)
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language, quote=True)}">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY, quote=True)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="generator" content="confnotes">\n'
        f"<title>{escape(title, quote=False)}</title>\n<style>{_STYLE}</style>\n"
        f"</head>\n<body>\n<main>\n{inner.strip()}\n</main>\n</body>\n</html>\n"
    )


def _inlined(pictures: Mapping[str, bytes]) -> Mapping[str, str]:
    out: dict[str, str] = {}
    for name, data in pictures.items():
        coded = b64encode(data).decode()
        out[name] = f"data:{picture_type(data[:HEAD]) or 'image/png'};base64,{coded}"
    return out
