"""Which rows of the outline show."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from confnotes.domain.report import SectionKind
from confnotes.services.report_views import SectionView
from confnotes.ui.report.rows import FOLD_FROM, ancestors, first_folded, visible


def section(key: str, level: int = 0, **given_: object) -> SectionView:
    kind = SectionKind.DAY if level == 0 else SectionKind.SESSION
    return SectionView(key, level, kind, key.upper(), **given_)  # type: ignore[arg-type]


OUTLINE = (
    section("a"),
    section("day"),
    section("s1", 1),
    section("s2", 1, shown=False),
    section("b", shown=False),
    section("c", 1),
)


def test_a_folded_section_hides_what_stands_below_it_and_counts_it() -> None:
    rows = visible(OUTLINE, {"day"})
    assert [row.key for row in rows] == ["a", "day", "b", "c"]
    assert (rows[1].folded, rows[1].below) == (True, 2)
    assert (rows[0].folded, rows[0].below) == (False, 0)


def test_what_stands_below_a_hidden_section_is_not_printed() -> None:
    rows = {row.key: row for row in visible(OUTLINE, ())}
    assert rows["s1"].printed
    assert not rows["s2"].printed
    assert rows["c"].shown
    assert not rows["c"].printed


def test_ancestors_are_what_a_section_stands_under() -> None:
    assert ancestors(OUTLINE, "s2") == ("day",)
    assert ancestors(OUTLINE, "a") == ()
    assert ancestors(OUTLINE, "gone") == ()


def test_only_a_long_outline_begins_folded() -> None:
    assert first_folded(OUTLINE) == frozenset()
    long = (section("day"), *(section(f"s{n}", 1) for n in range(FOLD_FROM)))
    assert first_folded(long) == {"day"}


@dataclass(frozen=True)
class Case:
    sections: tuple[SectionView, ...]
    folded: frozenset[str]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    levels = draw(st.lists(st.integers(0, 3), max_size=12))
    sections = tuple(section(f"k{n}", level) for n, level in enumerate(levels))
    folded = draw(st.frozensets(st.sampled_from([s.key for s in sections] or ["none"])))
    return Case(sections, folded)


@given(cases())
def test_a_section_shows_exactly_when_nothing_above_it_is_folded(case: Case) -> None:
    shown = {row.key for row in visible(case.sections, case.folded)}
    for one in case.sections:
        above = ancestors(case.sections, one.key)
        assert (one.key in shown) == (not case.folded & set(above))
