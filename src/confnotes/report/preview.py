"""The exported text as a page to look at: only known tags, only pictures of the notebook, and an
anchor `section:<key>` where each section begins.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from html import escape
from html.parser import HTMLParser
from types import MappingProxyType
from urllib.parse import unquote

from confnotes.domain.inline import safe
from confnotes.report.blocks import Heading, widths_in
from confnotes.report.boxes import boxes_in
from confnotes.report.compose import Composition
from confnotes.report.readback.render import boxes_are_named, shown
from confnotes.report.targets.record import Target, TitlePlace

NOTES = '<a name="notes"></a>'
"""What stands before the rule that the footnotes stand below, where they have one of their own."""
SECTION = "section:"
"""What the anchors of sections begin with."""

BOX = "box:"
"""What the anchors in boxes begin with; their kind follows."""

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TABLE = frozenset({"table", "thead", "tbody", "tr", "th", "td"})
_WORDS = frozenset({"p", "blockquote", "pre", "code", "em", "strong", "s", "del", "sup"})
_TAGS = _HEADINGS | _TABLE | _WORDS | {"ul", "ol", "li"}
_EMPTY = frozenset({"br", "hr"})
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)[^>]*>")
_INLINE = frozenset({"a", "br", "code", "em", "strong", "s", "del", "sup", "img"})
_SILENT = frozenset({"script", "style", "template", "iframe", "object", "svg", "math", "title"})


def page(composition: Composition, text: str, target: Target) -> str:
    """Return HTML that a window can show: of the text as exported, rendered as its place would."""
    document = composition.document
    keys = [block.key for block in document.blocks if isinstance(block, Heading)]
    first = _lead(composition)
    shows_title = target.title is not TitlePlace.HEADING and document.title
    if target.title is TitlePlace.HEADING and document.title.strip():
        keys.insert(0, "")
    names = composition.snapshot.names
    widths = dict(widths_in(document.blocks))
    body = sanitised(
        shown(text, target),
        pictures=names,
        sections=keys,
        widths=widths,
        boxes=boxes_in(document.blocks, target),
        named=boxes_are_named(target),
    )
    lead = "".join(_anchor(SECTION + key) for key in first)
    # Such a place prints the title from a field of its own.
    return lead + (f"<h1>{escape(document.title)}</h1>\n" if shows_title else "") + body


def pieces(html: str) -> tuple[str, ...]:
    """Return a page as its blocks, one after the other, each with the anchors before it."""
    out: list[str] = []
    depth = begin = 0
    for tag in _TAG.finditer(html):
        closes, name = tag.group(1), tag.group(2)
        if name not in _EMPTY and name != "img":
            depth += -1 if closes else 1
        if depth == 0 and name not in _INLINE:
            out.append(html[begin : tag.end()].strip())
            begin = tag.end()
    rest = html[begin:].strip()
    return tuple([*out, rest] if rest else out)


def _lead(composition: Composition) -> list[str]:
    """Return the keys of printed sections without a heading before the first with one."""
    out: list[str] = []
    for part in composition.parts:
        if part.printed and part.heading:
            break
        if part.printed:
            out.append(part.key)
    return out


def sanitised(
    html: str,
    *,
    pictures: Collection[str],
    sections: Sequence[str] = (),
    anchors: str = "name",
    source: Mapping[str, str] = MappingProxyType({}),
    widths: Mapping[str, int] = MappingProxyType({}),
    boxes: Sequence[str] = (),
    named: bool = False,
) -> str:
    """Return HTML with what is not on the list taken out (its words stay, scripts' do not).

    The n-th heading gets the anchor `section:` of the n-th of `sections` ("": none). A picture
    that is not among `pictures` becomes its alternative words; `source` is what others are shown
    from, `widths` how wide one is where the page does not say so. `anchors` is the attribute of
    places that links lead to: Qt knows `name`, HTML `id`. The n-th quotation gets the anchor `box:`
    of the n-th of `boxes` ("": none), and the words that say what it is where boxes are `named`.
    """
    if html.count("<blockquote") < len(boxes):
        boxes = ()
    cleaner = _Cleaner(frozenset(pictures), sections, anchors, source, widths)
    cleaner.boxes, cleaner.named = list(boxes), named
    cleaner.feed(html)
    cleaner.close()
    return cleaner.page()


def _anchor(name: str, attribute: str = "name") -> str:
    return f'<a {attribute}="{escape(name, quote=True)}"></a>'


class _Cleaner(HTMLParser):
    def __init__(
        self,
        pictures: frozenset[str],
        sections: Sequence[str],
        anchors: str,
        source: Mapping[str, str],
        widths: Mapping[str, int],
    ) -> None:
        super().__init__(convert_charrefs=True)
        self._anchors, self._source = anchors, source
        self._pictures, self._widths = pictures, widths
        self._sections = list(sections)
        self.boxes: list[str] = []
        self.named = False
        self._out: list[str] = []
        self._open: list[str] = []
        self._silent: list[str] = []

    def page(self) -> str:
        """Return what was kept, every tag closed."""
        return "".join(self._out) + "".join(f"</{tag}>" for tag in reversed(self._open))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in _SILENT:
            self._silent.append(tag)
        if self._silent:
            return
        if tag == "section" and "footnotes" in given.get("class", ""):
            self._out.append((NOTES if self._anchors == "name" else "") + "<hr>")
        elif tag in _EMPTY:
            if "footnotes" not in given.get("class", ""):
                self._out.append(f"<{tag}>")
        elif tag == "img":
            self._picture(given)
        elif tag == "a":
            self._link(given)
        elif tag in _TAGS:
            self._tag(tag, given)

    def _tag(self, tag: str, given: dict[str, str]) -> None:
        if tag in _HEADINGS and self._sections and (key := self._sections.pop(0)):
            self._out.append(_anchor(SECTION + key, self._anchors))
        start = given.get("start", "")
        number = f' start="{start}"' if tag == "ol" and start.isdecimal() else ""
        self._out.append(f"<{tag}{number}>")
        self._open.append(tag)
        if given.get("id", "").startswith("fn"):
            self._out.append(_anchor(given["id"], self._anchors))
        if tag == "blockquote" and self.boxes and (kind := self.boxes.pop(0)):
            self._out.append(_anchor(BOX + kind, self._anchors))
            if self.named:
                self._out.append(f"<p><strong>{kind.capitalize()}</strong></p>")

    def _link(self, given: dict[str, str]) -> None:
        href, name = given.get("href", ""), given.get("id", "")
        named = f' {self._anchors}="{escape(name, quote=True)}"' if name.startswith("fn") else ""
        kept = href if safe(href) or href.startswith("#fn") else ""
        leads = f' href="{escape(kept, quote=True)}"' if kept else ""
        self._out.append(f"<a{leads}{named}>")
        self._open.append("a")

    def _picture(self, given: dict[str, str]) -> None:
        source, words = unquote(given.get("src", "")), escape(given.get("alt", ""), quote=True)
        if source in self._pictures:
            shown_from = escape(self._source.get(source, source), quote=True)
            wide = given.get("width", "") or str(self._widths.get(source, ""))
            size = f' width="{wide}"' if wide.isdecimal() else ""
            self._out.append(f'<img src="{shown_from}" alt="{words}"{size}>')
        else:
            self._out.append(words)

    def handle_endtag(self, tag: str) -> None:
        if self._silent:
            if tag in self._silent:
                self._silent.remove(tag)
            return
        if tag not in self._open:
            return
        while self._open:
            last = self._open.pop()
            self._out.append(f"</{last}>")
            if last == tag:
                break

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._out.append(escape(data, quote=False))
