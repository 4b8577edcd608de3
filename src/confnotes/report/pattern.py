"""Patterns with `{places}`, filled in so that what is not known leaves no trace.

`{conference} ({city}, {year})` without a city is "KubeCon (2019)", and without both "KubeCon":
a bracket, a clause or a particle that only led to what is missing goes with it. `{{` and `}}`
print braces. A pattern in which everything is known is printed as it was typed.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from confnotes.domain.text import stored_line

_PIECE = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")
_KNOWN, _GONE = "\ufdd0", "\ufdd1"
"""Signs for places while a pattern is tidied; stored text never has them."""

_PAIRS = "()（）[]［］{}｛｝【】〔〕「」『』“”‘’〈〉《》<>＜＞"
_OPEN, _CLOSE = re.escape(_PAIRS[::2]), re.escape(_PAIRS[1::2])
_APART = f"[^{_OPEN}{_CLOSE}{_KNOWN}]*"
_EMPTIED = (
    *(
        re.compile(f"{re.escape(a)}{_APART}{_GONE}{_APART}{re.escape(b)}")
        for a, b in zip(_PAIRS[::2], _PAIRS[1::2], strict=True)
    ),
    re.compile(rf'"\s*{_GONE}\s*"'),
)
_MARKS = _KNOWN + _GONE
_JOINTS = (
    rf"\s*[:,;/](?=\s|[{_MARKS}]|$)\s*"  # not that of re:Invent, CI/CD and 1,000
    r"|\s*[：，、；｜|]\s*"
    rf"|(?<=[{_MARKS}])\s*・\s*|\s*・\s*(?=[{_MARKS}])"
    r"|\s+[-–−~]\s+|\s*[—―〜～]+\s*"
)
_SPLIT = re.compile(f"({_JOINTS}|[{_OPEN}{_CLOSE}])")
_POSSESSIVE = re.compile(rf"{_GONE}['’]s\b")
_LED_BY = re.compile(
    rf"(?<![A-Za-z])(?:(?:in|at|from|by|on|of|for|with|near|during|and)(?:\s+the)?\s+|[@&+×]\s*)"
    rf"{_GONE}",
    re.IGNORECASE,
)
# At the beginning of a clause nothing is left that these lead on from.
_LEADS = re.compile(
    rf"^\s*{_GONE}\s+(?:(?:in|at|from|by|on|of|for|with|near|during)(?:\s+the)?\s+|@\s*)"
    rf"(?={_KNOWN})",
    re.IGNORECASE,
)
_AND_KNOWN = re.compile(rf"{_GONE}\s*(?:and\s+|[&+×]\s*)(?={_KNOWN})", re.IGNORECASE)
_AND = re.compile(rf"{_GONE}\s*(?:and(?![A-Za-z])|[&+×])\s*", re.IGNORECASE)
_ALSO = re.compile(rf"(?<={_KNOWN})と{_GONE}")
_PARTICLE = r"(?:での|では|とは|から|まで|より|[でにへのとはがをも])"
# Words stuck to what is gone are about it, unless it only stood beside a name before it.
_ABOUT_GONE = (
    re.compile(rf"(?<![{_MARKS}\s]){_GONE}{_PARTICLE}[^{_MARKS}\s]*(?={_KNOWN})"),
    re.compile(rf"(?<![{_MARKS}\s]){_GONE}{_PARTICLE}"),
    re.compile(rf"^\s*{_GONE}[^\x00-\x7f{_MARKS}]+(?=\s)"),
)
_STUCK = re.compile(rf"{_GONE}[^\x00-\x7f{_MARKS}\s]+")
_RUN = re.compile(f"{_GONE}{{2,}}")
_GAP = re.compile(rf"(\s*)(?:{_GONE}\s*)+")
_YEAR_SIGN = re.compile("年度?")
_INNER = {"「": ("」", str.maketrans("「」", "『』")), "“": ("”", str.maketrans("“”", "‘’"))}


@dataclass(frozen=True, slots=True)
class Filled:
    """What became of a pattern: its text ("" when nothing of it is left), the names in it that
    mean nothing, those of which nothing is known, and whether a brace stands alone."""

    text: str
    unknown: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    lone: bool = False


@dataclass
class _Read:
    """A pattern read: its template with signs for places, and what the signs stand for."""

    template: str = ""
    known: list[str] = field(default_factory=list)
    unknown: dict[str, None] = field(default_factory=dict)
    missing: dict[str, None] = field(default_factory=dict)
    lone: bool = False


def places(pattern: str) -> tuple[str, ...]:
    """Return the names of a pattern's places, in order, as they are looked up."""
    return tuple(_name(match[1]) for match in _PIECE.finditer(pattern) if match[1] is not None)


def words_beside(pattern: str) -> str:
    """Return a pattern's own words: all but its places."""
    return _PIECE.sub(" ", pattern)


def fill(pattern: str, values: Mapping[str, str], said: frozenset[str] = frozenset()) -> Filled:
    """Fill a pattern in. A name that `values` has not means nothing, one with "" is not known;
    what is `said` already is left out without being missed."""
    read = _read(stored_line(pattern), values, said)
    gone = _GONE in read.template
    template = _tidied(read.template) if gone else read.template
    text = re.sub(r"(\s)\s+", r"\1", _with_values(template, read.known)).strip()
    return Filled(
        text if any(ch.isalnum() for ch in text) else "",
        tuple(read.unknown),
        tuple(read.missing),
        read.lone,
    )


def _name(words: str) -> str:
    return words.strip().casefold()


def _read(pattern: str, values: Mapping[str, str], said: frozenset[str]) -> _Read:
    """Return a pattern read; places without a value stand as gone."""
    read, at = _Read(), 0
    for match in _PIECE.finditer(pattern):
        read.template += pattern[at : match.start()]
        at = match.end()
        if match[1] is None:
            if len(match[0]) == 1:
                read.lone = True
            read.template += match[0][0] if len(match[0]) > 1 else ""
            continue
        name = _name(match[1])
        value = " ".join(stored_line(values.get(name, "")).split())
        if value and name not in said:
            read.known.append(value)
            read.template += _KNOWN
            continue
        read.template += _GONE
        if name == "year" and (sign := _YEAR_SIGN.match(pattern, at)):
            at = sign.end()
        if name not in values:
            read.unknown[match[1].strip()] = None
        elif not value:
            read.missing[name] = None
    read.template += pattern[at:]
    return read


def _with_values(template: str, known: list[str]) -> str:
    out: list[str] = []
    rest = iter(known)
    for at, ch in enumerate(template):
        if ch != _KNOWN:
            out.append(ch)
            continue
        value = next(rest)
        end, table = _INNER.get(template[at - 1 : at], ("", {}))
        quoted = end and template[at + 1 : at + 2] == end
        out.append(value.translate(table) if quoted else value)
    return "".join(out)


def _tidied(template: str) -> str:
    """Return a template without what is gone and what only led to it."""
    before = ""
    while before != template:
        before = template
        for emptied in _EMPTIED:
            template = emptied.sub(_GONE, template)
    return _joined(_SPLIT.split(template))


def _clause(words: str) -> str:
    """Return a clause without what is gone, and what only led to it."""
    if _GONE not in words:
        return words
    words = _RUN.sub(_GONE, words)
    words = _LEADS.sub("", _AND_KNOWN.sub("", words))
    for led in (_POSSESSIVE, _LED_BY, _ALSO, _AND):
        words = led.sub(_GONE, words)
    for about in _ABOUT_GONE if _KNOWN in words else (_STUCK,):
        words = about.sub(_GONE, words)
    return _GAP.sub(_gap, words)


def _gap(match: re.Match[str]) -> str:
    """Return what stands where something went: white space where it stood between two."""
    left, right = match[1], match[0].rpartition(_GONE)[2]
    return right[:1] if left or match.start() else ""


def _joined(parts: Sequence[str]) -> str:
    """Return clauses (at even places) with the brackets and joints between them, but for joints
    to a clause that went."""
    clauses = [_clause(part) for part in parts[::2]]
    between = list(parts[1::2])  # between[n] stands after clauses[n]

    def joins(n: int) -> bool:
        return 0 <= n < len(between) and between[n] not in ("", *_PAIRS)

    for n, clause in enumerate(clauses):
        if clause.strip() or _GONE not in parts[2 * n]:
            continue
        if not joins(n - 1):
            if joins(n):
                between[n] = ""
            continue
        opens = n < len(between) and between[n] in tuple(_PAIRS[::2])
        between[n - 1] = " " if opens and parts[2 * n].endswith(" ") else ""
        last = n + 2 > len(between) or between[n + 1] in _PAIRS[1::2]
        if joins(n) and last and not clauses[n + 1].strip():
            between[n] = ""
    return "".join(
        f"{clause}{joint}" for clause, joint in zip(clauses, [*between, ""], strict=True)
    )
