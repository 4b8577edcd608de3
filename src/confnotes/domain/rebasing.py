"""Two who changed the same notes: what the one did, laid over what the other did meanwhile."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import fields, replace

from confnotes.domain.notes import Line

_PLACED = frozenset({"id", "session_id", "position"})
_SAID = tuple(f.name for f in fields(Line) if f.name not in _PLACED)


def rebased(base: Iterable[Line], in_file: Sequence[Line], own: Sequence[Line]) -> Sequence[Line]:
    """Return `own` lines with what others did to the file since it held `base`.

    What only they changed, added or removed is so; where both changed the same of a line, `own`
    has it. Order is theirs unless one moved lines oneself. Positions are to be given anew.
    """
    before = {line.id: line for line in base}
    theirs = {line.id: line for line in in_file}
    if before == theirs:
        return own
    kept = [line for was in own if (line := _merged(was, before, theirs)) is not None]
    ids = {line.id for line in own}
    added = {line.id: line for line in in_file if line.id not in before and line.id not in ids}
    by_id = {line.id: line for line in kept} | added
    one, other = [line.id for line in kept], [line.id for line in in_file if line.id in by_id]
    if _in_order([i for i in one if i in before], [*before]):
        one, other = other, one
    return [by_id[identity] for identity in _woven(one, other)]


def _merged(own: Line, before: dict[str, Line], theirs: dict[str, Line]) -> Line | None:
    was, now = before.get(own.id), theirs.get(own.id)
    if was is None:
        return own
    if now is None:
        return None if _said(own) == _said(was) else own
    if _said(now) == _said(was):
        return own
    taken = {name: getattr(now, name) for name in _SAID if getattr(own, name) == getattr(was, name)}
    return replace(own, **taken)


def _said(line: Line) -> tuple[object, ...]:
    return tuple([getattr(line, name) for name in _SAID])


def _in_order(some: Sequence[str], of: Collection[str]) -> bool:
    wanted = set(some)
    return [one for one in of if one in wanted] == [*some]


def _woven(spine: Sequence[str], other: Sequence[str]) -> list[str]:
    """Return `spine` with what only `other` has, each behind what it follows there."""
    known = set(spine)
    behind: dict[str | None, list[str]] = {}
    above: str | None = None
    for one in other:
        if one in known:
            above = one
        else:
            behind.setdefault(above, []).append(one)
    out = list(behind.get(None, ()))
    for one in spine:
        out.append(one)
        out += behind.get(one, ())
    return out
