"""What a layout keeps of any report, and what any other report makes of it."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from confnotes.domain.report import Section, SectionKind
from confnotes.domain.saved_layouts import SavedLayout, WholeLayout
from confnotes.domain.text import Language
from confnotes.report.layouts import scoped
from confnotes.report.outline import Planned, plan
from confnotes.report.saving import sections_begun, sections_to_save
from confnotes.report.snapshot import Snapshot, take
from report.making import Maker

EN = Language.EN
STANDING = ("opening", "about", "why", "watch", "conclusion", "thanks", "related", "addendum")


def conference(days: int, layout: str = "full") -> Maker:
    maker = Maker("Paperboat Conf")
    maker.report = replace(maker.report, layout=layout)
    for day in range(days):
        session = maker.session(f"Talk {day}", f"2031-05-{day + 2:02}T10:00:00", rating=day % 5 + 1)
        maker.lines(session, "a point")
    return maker


def snapshot(maker: Maker) -> Snapshot:
    return take(maker.contents(), maker.report, EN, "")


def planned(maker: Maker) -> tuple[Planned, ...]:
    return plan(scoped(snapshot(maker)))


@st.composite
def arranged(draw: st.DrawFn) -> Maker:
    """Return a conference whose report was arranged somehow: own sections anywhere, standing ones
    moved and left out."""
    maker = conference(draw(st.integers(1, 5)), draw(st.sampled_from(("full", "rating", "liked"))))
    for key in draw(st.lists(st.sampled_from(STANDING), unique=True, max_size=3)):
        tops = [top for top in planned(maker) if top.key != key]
        at = draw(st.integers(0, len(tops) - 1))
        position = draw(st.sampled_from((None, tops[at].rank - 1)))
        shown = draw(st.booleans())
        maker.section(key, SectionKind(key), position=position, shown=shown)
    for number in range(draw(st.integers(0, 4))):
        after = draw(st.sampled_from(planned(maker)))
        maker.section(
            f"own:{number}", SectionKind.OWN, heading=f"Own {number}", position=after.rank + 1
        )
    return maker


def order(maker: Maker) -> list[tuple[str, bool]]:
    """Return the sections that any report can have, in order: (what it is, whether it shows)."""
    sections = snapshot(maker).sections
    return [
        (sections[top.key].heading if top.kind is SectionKind.OWN else top.key,
         top.key not in sections or sections[top.key].shown)
        for top in planned(maker)
        if top.kind is SectionKind.OWN or top.key in STANDING
    ]  # fmt: skip


def begun(maker: Maker, whole: WholeLayout) -> Maker:
    """Return the conference with what a layout makes of its report."""
    maker.report = replace(maker.report, layout=whole.layout.layout)
    rows: dict[str, Section] = {
        one.id: one for one in maker._rows.get("sections", ()) if isinstance(one, Section)
    }
    for one in sections_begun(snapshot(maker), whole):
        heading = one.section.heading or one.headings.get(EN, "")
        rows[one.section.id] = replace(one.section, heading=heading)
    maker._rows["sections"] = list(rows.values())
    return maker


@given(arranged(), st.integers(1, 6))
@settings(max_examples=120)
def test_the_order_is_the_same_in_any_conference(maker: Maker, days: int) -> None:
    layout = SavedLayout("la", "conf", "Every year", maker.report.layout)
    whole = WholeLayout(layout, *sections_to_save(snapshot(maker), "la", ()))
    other = begun(conference(days), whole)
    assert order(other) == order(maker)
    keys = [one.key for one in planned(other)]
    assert len(set(keys)) == len(keys)
    assert order(begun(other, whole)) == order(maker)
    assert order(begun(maker, whole)) == order(other)


@given(arranged(), arranged())
@settings(max_examples=60)
def test_own_sections_that_are_there_stay(maker: Maker, other: Maker) -> None:
    layout = SavedLayout("la", "conf", "Every year", maker.report.layout)
    whole = WholeLayout(layout, *sections_to_save(snapshot(maker), "la", ()))
    before = {words for words, _ in order(other) if words.startswith("Own")}
    after = order(begun(other, whole))
    assert before <= {words for words, _ in after}
    kept = [one for one in after if one[0] not in before - {w for w, _ in order(maker)}]
    assert kept == order(maker)
