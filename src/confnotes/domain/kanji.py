"""Names of people in kanji that have several shapes: 斎藤 and 斉藤, 高橋 and 髙橋."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

_SHAPES = (
    "斎斉齋齊", "辺邊邉", "高髙", "崎﨑", "沢澤", "広廣", "浜濱濵", "島嶋嶌", "国國", "桜櫻",
    "恵惠", "真眞", "栄榮", "富冨", "関關", "滝瀧", "竜龍", "徳德", "万萬", "実實", "条條",
    "亀龜", "峰峯",
)  # fmt: skip
_FOLD = str.maketrans({other: shapes[0] for shapes in _SHAPES for other in shapes[1:]})
_FOLD[0x3000] = " "
_ANY = re.compile(f"[{''.join(_SHAPES)}]")
_SPACE = str.maketrans("\u3000", " ")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff々]")
_TITLES = ("さん", "氏", "様", "さま", "先生", "くん", "君", "社長", "教授", "博士")


class Shaped(NamedTuple):
    """A name at [start, end) of a text that is written there in other shapes than `right` has."""

    start: int
    end: int
    right: str


def shapes_of(people: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Return names in kanji by what all their shapes share, of people given as (name, the family's
    part or ""); not those that two people bear in different shapes."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, family in people:
        parts = name.split()
        for one in {"".join(parts), " ".join(parts), family or (parts[0] if parts[1:] else "")}:
            if len(one) > 1 and _HAN.match(one) and _ANY.search(one):
                found[one.translate(_FOLD)].add(one)
    return {key: next(iter(forms)) for key, forms in found.items() if len(forms) == 1}


def misshaped(text: str, names: Mapping[str, str]) -> Iterator[Shaped]:
    """Yield the names that a text writes in other shapes: whole ones, and a family's before a
    title (斉藤さん)."""
    if not names or _ANY.search(text) is None:
        return
    folded = text.translate(_FOLD)
    for key, right in names.items():
        at = folded.find(key)
        while at >= 0:
            end = at + len(key)
            if text[at:end].translate(_SPACE) != right and _is_name(text, at, end):
                yield Shaped(at, end, right)
            at = folded.find(key, end)


def _is_name(text: str, start: int, end: int) -> bool:
    """Return whether just that name stands there: no kanji before it, and after it a title, or
    nothing that could be more of a whole name."""
    if start and _HAN.match(text[start - 1]):
        return False
    after = text[end:]
    return after.startswith(_TITLES) or (end - start >= _WHOLE and not _HAN.match(after))


_WHOLE = 4
"""So many letters are a whole name, and need no title."""
