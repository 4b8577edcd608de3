"""The outline as rows: which sections stand in the list, and what each row says of its own."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from confnotes.domain.report import SectionKind

FOLD_FROM = 40
"""From so many sections on, days and events begin folded: more would be a list to search in."""
FOLDABLE = frozenset({SectionKind.DAY, SectionKind.EVENT, SectionKind.GROUP, SectionKind.AROUND})


class Sectioned(Protocol):
    """What a section of the outline tells (`services.reports.SectionView`)."""

    @property
    def key(self) -> str: ...
    @property
    def level(self) -> int: ...
    @property
    def kind(self) -> SectionKind: ...
    @property
    def heading(self) -> str: ...
    @property
    def shown(self) -> bool: ...
    @property
    def written(self) -> bool: ...
    @property
    def empty(self) -> bool: ...
    @property
    def changed(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """One visible row. `below` counts the sections folded away or open under it; `printed` is
    false for a section that is shown itself but stands under one that is not; `changed`: the notes
    say something else since it was written."""

    key: str
    level: int
    kind: SectionKind
    heading: str
    shown: bool
    printed: bool
    written: bool
    empty: bool
    below: int = 0
    folded: bool = False
    changed: bool = False


def first_folded(sections: Sequence[Sectioned]) -> frozenset[str]:
    """Return which sections begin folded: none in a short outline, days and events in a long."""
    if len(sections) < FOLD_FROM:
        return frozenset()
    return frozenset(s.key for s in sections if s.kind in FOLDABLE and s.level == 0)


def ancestors(sections: Iterable[Sectioned], key: str) -> tuple[str, ...]:
    """Return the keys of the sections that `key` stands under, outermost first."""
    above: list[Sectioned] = []
    for section in sections:
        above = [s for s in above if s.level < section.level]
        if section.key == key:
            return tuple(s.key for s in above)
        above.append(section)
    return ()


def visible(sections: Sequence[Sectioned], folded: Collection[str]) -> tuple[OutlineRow, ...]:
    """Return the rows that show: every section that stands under no folded one, in order."""
    rows: list[OutlineRow] = []
    above: list[Sectioned] = []
    for at, section in enumerate(sections):
        above = [s for s in above if s.level < section.level]
        below = _below(sections, at)
        if not any(s.key in folded for s in above):
            rows.append(
                OutlineRow(
                    section.key,
                    section.level,
                    section.kind,
                    section.heading,
                    section.shown,
                    section.shown and all(s.shown for s in above),
                    section.written,
                    section.empty,
                    below,
                    folded=below > 0 and section.key in folded,
                    changed=section.changed,
                )
            )
        above.append(section)
    return tuple(rows)


def beside(sections: Sequence[Sectioned], key: str) -> tuple[str, ...]:
    """Return the keys of the sections under the same one as `key`, and itself, in order."""
    under = ancestors(sections, key)
    level = next((s.level for s in sections if s.key == key), 0)
    return tuple(
        s.key for s in sections if s.level == level and ancestors(sections, s.key) == under
    )


def stepped(sections: Sequence[Sectioned], key: str, step: int) -> str | None:
    """Return the key of the section that `key` comes to stand after when it goes `step` places
    among those beside it ("" for the first place), None where it cannot."""
    there = beside(sections, key)
    keys = [one for one in there if one != key]
    at = there.index(key) + step if key in there else -1
    if not 0 <= at <= len(keys):
        return None
    return keys[at - 1] if at else ""


def _below(sections: Sequence[Sectioned], at: int) -> int:
    count = 0
    for section in sections[at + 1 :]:
        if section.level <= sections[at].level:
            break
        count += 1
    return count
