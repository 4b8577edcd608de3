"""HTML as it comes from schedules and from other programs' clipboards: what every reader of it
needs. Everything here takes linear time on any input."""

import re
from html import unescape

DROPPED = "script|style|title|template|noscript|iframe|object|svg|select|textarea"
"""Elements whose content nobody reads."""
DECLARATION = re.compile(r"<[!?][^<>]*>")
SPACE = re.compile(r"[\t\r\n\f][ \t\r\n\f]*| [ \t\r\n\f]+")
"""White space that is one blank on the page."""
_DROPPED_TAG = re.compile(rf"<({DROPPED})(?=[\s/>])[^<>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""(?<![a-zA-Z-])([a-zA-Z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")


def without_comments(text: str) -> str:
    """Return HTML without comments and declarations."""
    if "<!" not in text and "<?" not in text:
        return text
    out: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        out.append(text[at:start])
        at = end + 3
    return DECLARATION.sub("", "".join(out) + text[at:])


def without_elements(text: str) -> str:
    """Return HTML without scripts, styles and the like, and all that is in them."""
    lower = text.lower() if text.isascii() else text
    out: list[str] = []
    at, search = 0, 0
    endless: set[str] = set()
    while match := _DROPPED_TAG.search(text, search):
        name, search = match[1].lower(), match.end()
        end = -1 if name in endless else lower.find(f"</{name}", search)
        close = text.find(">", end) if end >= 0 else -1
        if close < 0:
            endless.add(name)
            continue
        out.append(text[at : match.start()])
        at = search = close + 1
    return "".join(out) + text[at:]


def attributes(rest: str) -> dict[str, str]:
    """Return the attributes in what follows a tag's name; the first of each counts."""
    out: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(rest):
        out.setdefault(name.lower(), unescape(double or single or bare).strip())
    return out


def attribute(rest: str, name: str) -> str:
    """Return one attribute of a tag ("" when it has none)."""
    return attributes(rest).get(name, "")
