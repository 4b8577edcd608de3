"""From a report to a layout that can be saved, and from one to the sections of another report.

What stands for one conference alone goes by kind and place (`domain.saved_layouts`). Beginning
from a layout arranges sections anew and adds what is missing; a heading or text somebody wrote is
never replaced.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from confnotes.domain.contents import Contents
from confnotes.domain.identity import new_id
from confnotes.domain.report import Report, Section, SectionKind
from confnotes.domain.saved_layouts import SavedSection, SavedText, WholeLayout
from confnotes.domain.text import Language, folded
from confnotes.report import layouts
from confnotes.report.outline import STEP, Planned, natural_rank, plan
from confnotes.report.snapshot import Snapshot

LANGUAGES = (Language.JA, Language.EN)
_OF_ONE = frozenset({SectionKind.DAY, SectionKind.EVENT, SectionKind.SESSION})
"""Kinds of which a conference has its own sections."""
_TIMELY = frozenset({SectionKind.DAY, SectionKind.EVENT, SectionKind.GROUP})
"""Kinds that stand for one another: what is told between why and the recommended."""
_GAP = 1_000_000
_SHORTEST, _SHORTEST_KANJI = 3, 2
"""Letters of a name that say a text is about this conference: a town has two in Japanese, but so
has a talk called 開会."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A section as it becomes by a layout; headings and texts by language are for where there is
    none yet. `under` is the key of the section it stands in, which may need a row for that."""

    section: Section
    under: Planned | None = None
    headings: Mapping[Language, str] = field(default_factory=dict)
    texts: Mapping[Language, str] = field(default_factory=dict)


# Saving


def sections_to_save(
    snapshot: Snapshot, layout_id: str, with_texts: Collection[str]
) -> tuple[tuple[SavedSection, ...], tuple[SavedText, ...]]:
    """Return the sections of a report that are not as composed, and what they are called; the
    texts of those of one's own whose key is in `with_texts`."""
    return _Saver(snapshot, layout_id, with_texts).saved()


class _Saver:
    """Names sections by what they are in any conference."""

    def __init__(self, snapshot: Snapshot, layout_id: str, with_texts: Collection[str]) -> None:
        self._snapshot, self._layout_id, self._with_texts = snapshot, layout_id, with_texts
        self._plan = plan(layouts.scoped(snapshot))
        self._names: dict[str, str] = {}
        self._own: dict[str, str] = {}
        self._rows: list[SavedSection] = []
        self._texts: list[SavedText] = []
        for group in (self._plan, *(top.children for top in self._plan)):
            self._names |= self._named(group)

    def saved(self) -> tuple[tuple[SavedSection, ...], tuple[SavedText, ...]]:
        """Return all there is to keep."""
        for top, before in _with_before(self._plan):
            self._take(top, None, before)
            for child, beside in _with_before(top.children):
                self._take(child, top, beside)
        for kind in _OF_ONE:
            if all_hidden(self._snapshot, self._plan, kind):
                self._add(kind.value, kind, "", None, shown=False)
        planned = {one.key for one in _flat(self._plan)}
        for key, section in sorted(self._snapshot.sections.items()):
            if key not in planned and is_standing(section) and not _as_composed(section):
                saved = self._add(key, section.kind, "", None, shown=section.shown)
                self._say(saved.id, section, text=False)
        return tuple(self._rows), tuple(self._texts)

    def _named(self, group: Sequence[Planned]) -> dict[str, str]:
        """Return the names of sections that stand side by side."""
        out: dict[str, str] = {}
        for kind in _OF_ONE:
            keys = [one.key for one in group if one.kind is kind]
            out |= {key: f"{kind}:{n}" for n, key in enumerate(keys, 1)}
            out |= {keys[-1]: f"{kind}:-1"} if keys else {}
        for one in group:
            if one.kind is SectionKind.OWN:
                self._own[one.key] = new_id()
                out[one.key] = f"own:{self._own[one.key]}"
            elif one.kind not in _OF_ONE:
                out[one.key] = one.kind if one.kind is SectionKind.RECOMMENDED else one.key
        return out

    def _take(self, planned: Planned, parent: Planned | None, before: Planned | None) -> None:
        section = self._snapshot.sections.get(planned.key)
        if section is None or planned.kind in _OF_ONE:
            return
        own = planned.kind is SectionKind.OWN
        if not own and (parent is not None or _as_composed(section)):
            return
        moved = own or section.position is not None
        after = (self._names[before.key] if before else "") if moved else None
        under = self._names[parent.key] if parent else ""
        saved = self._add(
            self._names[planned.key], planned.kind, under, after, shown=section.shown,
            identity=self._own.get(planned.key, ""),
        )  # fmt: skip
        if not planned.key.startswith("session:"):  # else it is called by its session
            self._say(saved.id, section, text=own and planned.key in self._with_texts)

    def _add(
        self, key: str, kind: SectionKind, parent: str, after: str | None, *, shown: bool,
        identity: str = "",
    ) -> SavedSection:  # fmt: skip
        position = len(self._rows)
        row = SavedSection(
            identity or new_id(), self._layout_id, position, key, kind, parent, after, shown
        )
        self._rows.append(row)
        return row

    def _say(self, saved_id: str, section: Section, *, text: bool) -> None:
        for language in LANGUAGES:
            heading = heading_in(self._snapshot, section, language)
            written = self._snapshot.written.get((section.id, language)) if text else None
            words = written.text if written and written.text.strip() else ""
            if heading or words:
                self._texts.append(SavedText(new_id(), saved_id, language, heading, words))


def heading_in(snapshot: Snapshot, section: Section, language: Language) -> str:
    """Return the heading an author gave a section in one language ("" for none)."""
    found = snapshot.texts.render(section.id, "heading", section.heading, language)
    return "" if found.foreign else found.text.strip()


def is_standing(section: Section) -> bool:
    """Return whether a section is one that any conference can have."""
    if section.kind is SectionKind.RECOMMENDED:
        return True
    return section.kind not in _OF_ONE and section.kind is not SectionKind.OWN


def _as_composed(section: Section) -> bool:
    return section.shown and section.position is None and not section.heading.strip()


def all_hidden(snapshot: Snapshot, planned: Sequence[Planned], kind: SectionKind) -> bool:
    """Return whether all sections of a kind are left out (and there are some)."""
    found = [snapshot.sections.get(one.key) for one in _flat(planned) if one.kind is kind]
    return bool(found) and all(section is not None and not section.shown for section in found)


def _flat(planned: Iterable[Planned]) -> Iterator[Planned]:
    for top in planned:
        yield top
        yield from top.children


def _with_before(group: Sequence[Planned]) -> Iterator[tuple[Planned, Planned | None]]:
    yield from zip(group, (None, *group), strict=False)


def is_about_here(text: str, contents: Contents) -> bool:
    """Return whether a text speaks of this very conference: its names, town, year, sessions and
    people, or shows what only it has (footnotes, pictures). Such a text is not for the next one."""
    conference = contents.conference
    names = [conference.title, conference.name, conference.short_name, conference.venue]
    names += conference.city.replace("、", ",").split(",")
    names += [speaker.title for speaker in contents.speakers]
    names += [
        version.text for version in contents.versions
        if version.owner_id == conference.id and version.field in ("name", "short_name", "city")
    ]  # fmt: skip
    days = (conference.starts, *(day.date for day in contents.days))
    names += [str(day.year) for day in days if day]
    titles = [event.title for event in contents.events]
    titles += [session.title for session in contents.sessions]
    told = [name for name in names if len(name.strip()) >= _least(name)]
    told += [title for title in titles if len(title.strip()) >= _SHORTEST]
    said = folded(text)
    return "](images/" in text or "[^" in text or any(folded(one.strip()) in said for one in told)


def _least(name: str) -> int:
    return _SHORTEST if name.isascii() else _SHORTEST_KANJI


# Beginning from a saved one


def sections_begun(snapshot: Snapshot, whole: WholeLayout) -> tuple[Begun, ...]:
    """Return what becomes of a report's sections; `snapshot` has the layout's kind already."""
    return tuple(_Beginner(snapshot, whole).begun())


class _Beginner:
    """Finds for each saved section the one that is meant here, and its place."""

    def __init__(self, snapshot: Snapshot, whole: WholeLayout) -> None:
        self._snapshot, self._whole = snapshot, whole
        self._report: Report = snapshot.report
        bare = tuple(
            replace(one, position=None) if is_standing(one) else one
            for one in snapshot.contents.sections
        )
        contents = replace(snapshot.contents, sections=bare)
        self._plan = plan(layouts.scoped(replace(snapshot, contents=contents)))
        self._planned = {one.key: one for one in _flat(self._plan)}
        self._beside: dict[str, dict[str, int]] = {"": {top.key: top.rank for top in self._plan}}
        for top in self._plan:
            self._beside[top.key] = {child.key: child.rank for child in top.children}
        self._own: dict[str, str] = {}
        self._last: dict[str, int] = {}
        """Where the last stands that was put below a section: the next comes after it, though what
        it came after may be missing here."""
        self._done: set[str] = set()

    def begun(self) -> Iterator[Begun]:
        """Yield the sections that are to be kept, those that stand in others after these."""
        for saved in self._whole.sections:
            if saved.key in _OF_ONE:
                yield from self._show_all(saved.kind, shown=False)
            elif saved.kind is SectionKind.OWN:
                yield self._of_ones_own(saved)
            else:
                yield self._standing(saved)
        named = {saved.key for saved in self._whole.sections}
        for kind in _OF_ONE:
            if kind.value not in named and all_hidden(self._snapshot, self._plan, kind):
                yield from self._show_all(kind, shown=True)
        for section in self._snapshot.sections.values():
            if is_standing(section) and section.id not in self._done:
                yield Begun(replace(section, shown=True, position=None))

    def _texts(self, saved: SavedSection, name: str) -> dict[Language, str]:
        found = {
            t.language: getattr(t, name) for t in self._whole.texts if t.section_id == saved.id
        }
        return {language: words for language, words in found.items() if words.strip()}

    def _show_all(self, kind: SectionKind, *, shown: bool) -> Iterator[Begun]:
        for planned in self._planned.values():
            if planned.kind is kind:
                section = self._row(planned.key, kind)
                yield Begun(replace(section, shown=shown))

    def _row(self, key: str, kind: SectionKind) -> Section:
        kept = self._snapshot.sections.get(key)
        return kept or Section(new_id(), self._report.id, key, kind)

    def _standing(self, saved: SavedSection) -> Begun:
        key = self._actual(saved.key, "") or saved.key
        section = self._row(key, saved.kind)
        self._done.add(section.id)
        position = None if saved.after is None else self._place("", saved.after, key)
        section = replace(section, shown=saved.shown, position=position)
        return Begun(section, headings=self._texts(saved, "heading"))

    def _of_ones_own(self, saved: SavedSection) -> Begun:
        headings = self._texts(saved, "heading")
        section = self._known(headings) or self._new()
        self._own[saved.key] = section.key
        self._done.add(section.id)
        parent = self._actual(saved.parent, "") if saved.parent else None
        under = self._planned.get(parent) if parent else None
        where = under.key if under else ""
        for group in self._beside.values():
            group.pop(section.key, None)
        lost = bool(saved.parent) and under is None
        position = None if lost else self._place(where, saved.after or "", section.key)
        section = replace(section, parent_id=None, position=position, shown=saved.shown)
        return Begun(section, under, headings, self._texts(saved, "text"))

    def _known(self, headings: Mapping[Language, str]) -> Section | None:
        """Return the section of one's own that is called so already."""
        for section in self._snapshot.sections.values():
            if section.kind is SectionKind.OWN and section.id not in self._done:
                for language, heading in headings.items():
                    mine = heading_in(self._snapshot, section, language)
                    if mine and folded(mine) == folded(heading):
                        return section
        return None

    def _new(self) -> Section:
        identity = new_id()
        return Section(identity, self._report.id, f"{SectionKind.OWN}:{identity}", SectionKind.OWN)

    def _actual(self, name: str, where: str) -> str | None:
        """Return the key here of what a layout names, side by side with others below `where`."""
        beside = self._beside[where]
        if name in beside:
            return name
        if name in self._own:
            return self._own[name] if self._own[name] in beside else None
        kind, _, number = name.partition(":")
        if kind == SectionKind.RECOMMENDED:
            found = [key for key in beside if self._kind(key) is SectionKind.RECOMMENDED]
            return found[0] if found else None
        if kind not in _OF_ONE or not number.lstrip("-").isdecimal():
            return None
        keys = [key for key in self._in_order(where) if self._kind(key) == kind]
        if not keys:
            return None
        n = int(number)
        return keys[-1] if n < 0 or n > len(keys) else keys[n - 1]

    def _kind(self, key: str) -> SectionKind | None:
        planned = self._planned.get(key)
        return planned.kind if planned else None

    def _in_order(self, where: str) -> list[str]:
        beside = self._beside[where]
        return sorted(beside, key=lambda key: (beside[key], key))

    def _place(self, where: str, after: str, key: str) -> int | None:
        """Return a position right after what a layout names; None where nothing says which."""
        beside = self._beside[where]
        beside.pop(key, None)
        if not after:
            first = min(beside.values(), default=STEP)
            beside[key] = self._last[where] = first - _GAP
            return beside[key]
        base = self._anchor(where, after)
        if base is None:
            return None
        found = max(base, self._last.get(where, base))
        room = (rank for rank in beside.values() if rank > found + 1)
        later = min(room, default=found + 2 * _GAP)
        beside[key] = (found + later) // 2
        self._last[where] = beside[key]
        return beside[key]

    def _anchor(self, where: str, after: str) -> int | None:
        actual = self._actual(after, where)
        if actual is not None:
            return self._beside[where][actual]
        kind = after.partition(":")[0]
        if where == "" and kind in _TIMELY:  # told in another way here: after all of that
            told = [rank for key, rank in self._beside[where].items() if self._kind(key) in _TIMELY]
            return max(told, default=natural_rank(SectionKind.DAY))
        if where == "":
            return natural_rank(kind)
        return max(self._beside[where].values(), default=None)
