"""A section set anew by itself comes out as the whole report does."""

import pytest

from confnotes.domain.text import Language
from confnotes.report.compose import OWN_WORDS_ONLY, compose
from confnotes.report.deliver import deliver
from confnotes.report.live import Live, Pieces
from confnotes.report.preview import page, pieces
from confnotes.report.snapshot import take
from confnotes.report.targets import TARGETS
from confnotes.report.targets.draft import DRAFT
from confnotes.report.targets.writer import draft
from confnotes.report.wording import Wording
from report.invented import paperboat
from report.making import Maker, catalogue

JA, EN = Language.JA, Language.EN
EDITS = (
    "{text}\n\nEin Satz mehr, ついでに。",
    "Vorab.\n\n{text}",
    "{text}\n\n- eins\n- zwei\n    - drei",
    "{text}\n\n> quoted **words** of `code`",
    "{text}\n\n> [!NOTE]\n> a box",
    "{text}\n\n> first\n\n> [!WARNING]\n> a box\n>\n> > quoted in it\n\n> last",
    "{text}\n\n## Inner heading\n\nbelow it",
    "{text}\n\n```py\nx = 1\n```",
    "Other words alone",
)


def live_of(maker: Maker, language: Language, name: str) -> Live:
    """Return the page of a conference for a place, as a window has it."""
    wording, target = catalogue(language), TARGETS[name]
    composition = compose(take(maker.contents(), maker.report, language, name), wording)
    text = deliver(composition, target, Wording(wording), at_home=True).text
    return Live(composition, target, Wording(wording), pieces(page(composition, text, target)))


def drafts(live: Live) -> dict[str, str]:
    """Return what an author would begin to change in each section that is printed."""
    snapshot, out = live.composition.snapshot, {}
    for part in live.composition.parts:
        section = snapshot.sections.get(part.key)
        kept = snapshot.written.get((section.id, snapshot.language)) if section else None
        out[part.key] = kept.text if kept else draft(part.generated, DRAFT)
    return {p.key: out[p.key] for p in live.composition.parts if p.printed and out[p.key].strip()}


@pytest.mark.parametrize("language", [JA, EN])
@pytest.mark.parametrize("name", list(TARGETS))
def test_what_was_not_changed_stays_as_it_was(name: str, language: Language) -> None:
    live = live_of(paperboat(), language, name)
    texts = drafts(live)
    pages = {key: live.page(live.whole, key, text) for key, text in texts.items()}
    assert len(pages) > 8
    tails = {part.key for part in live.composition.parts if part.tail}
    assert {key for key, found in pages.items() if found is None} == tails & pages.keys()
    assert {found for found in pages.values() if found is not None} == {live.whole}


def with_text(key: str, language: Language, text: str) -> Maker:
    """Return the conference with a text its author wrote in a section."""
    maker = paperboat()
    there = {row.key: row.id for row in maker.contents().sections}
    kinds = {part.key: part.planned.kind for part in maker.composed(language).parts}
    section = there.get(key) or maker.section(key, kinds[key])
    rows = maker._rows.setdefault("section_texts", [])
    rows[:] = [row for row in rows if (row.section_id, row.language) != (section, language)]
    maker.written(section, language, text)
    return maker


def part_of(page_: Pieces, key: str) -> Pieces:
    """Return the pieces of a page from a section's anchor to the next section."""
    heads = [n for n, piece in enumerate(page_) if '<a name="section:' in piece]
    begin = next(n for n in heads if f'"section:{key}"' in page_[n])
    return page_[begin : next((n for n in heads if n > begin), len(page_))]


@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize(
    ("name", "language"),
    [("hatena", JA), ("github", EN), ("zenn", JA), ("note", JA), ("pandoc", EN), ("qiita", EN)],
)
def test_what_is_typed_looks_as_it_will(name: str, language: Language, edit: str) -> None:
    live = live_of(paperboat(), language, name)
    followed = 0
    for key, text in list(drafts(live).items())[:5]:
        typed = edit.format(text=text)
        found = live.page(live.whole, key, typed)
        if found is None:
            continue
        followed += 1
        now = live_of(with_text(key, language, typed), language, name).whole
        assert part_of(found, key) == part_of(now, key)
    assert followed > 3


@pytest.mark.parametrize("name", ["hatena", "github", "pandoc", "commonmark"])
def test_one_letter_after_the_other(name: str) -> None:
    """Only what differs from the letter before is set, and comes out the same."""
    live, key = live_of(paperboat(), JA, name), "conclusion"
    text = "初めに。\n\n- 一\n- 二[^a]\n\n> 引用\n\n終わりに[^a]。\n\n[^a]: 注だ"
    shown: Pieces | None = live.whole
    for end in range(1, len(text) + 1):
        typed = text[:end]
        assert shown is not None
        shown = live.page(shown, key, typed)
        fresh = Live(live.composition, live.target, live.wording, live.whole)
        assert shown is not None
        assert part_of(shown, key) == part_of(fresh.page(fresh.whole, key, typed) or (), key)


@pytest.mark.parametrize("name", ["hatena", "github", "qiita"])
def test_a_footnotes_words_are_followed_too(name: str) -> None:
    before = "これは[^a]。\n\n[^a]: はじめの注"
    live = live_of(with_text("conclusion", JA, before), JA, name)
    found = live.page(live.whole, "conclusion", before.replace("はじめの", "次の"))
    assert found is not None
    assert "はじめの注" in live.whole[-1]
    assert found[:-1] == live.whole[:-1]
    assert found[-1] == live.whole[-1].replace("はじめの注", "次の注")


def test_where_only_the_whole_can_tell_nothing_is_guessed() -> None:
    live = live_of(paperboat(), JA, "github")
    day = next(part.key for part in live.composition.parts if part.tail)
    assert live.page(live.whole, day, "Mine") is None
    assert live.page(live.whole, "nowhere", "Mine") is None
    assert live.page(live.whole, "conclusion", "  ") is None


def test_a_section_that_was_empty_appears_under_its_heading() -> None:
    live = live_of(paperboat(), JA, "github")
    key = next(
        part.key
        for part in live.composition.parts
        if part.planned.kind in OWN_WORDS_ONLY and not part.printed
    )
    found = live.page(live.whole, key, "みなさんに。")
    assert found is not None
    now = live_of(with_text(key, JA, "みなさんに。"), JA, "github").whole
    assert found == now
