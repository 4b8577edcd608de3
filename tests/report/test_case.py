"""The outline of a real report of a company blog, with invented contents: headings, twelve
footnotes where that report had them, a considered list, a quote, a figure, a hard title."""

import re
from datetime import date

import pytest

from confnotes.domain.choice import Intent
from confnotes.domain.notes import LineKind
from confnotes.domain.report import SectionKind
from confnotes.domain.session import LinkKind, SessionKind
from confnotes.domain.text import Language
from confnotes.report.readback import hatena
from confnotes.report.readback.compare import differences
from confnotes.report.readback.render import render
from confnotes.report.readback.shape import of_html, squeezed
from confnotes.report.targets import TARGETS
from confnotes.report.targets.record import TitlePlace
from confnotes.report.wording import Wording
from report.making import Maker, catalogue

JA, EN = Language.JA, Language.EN
TITLE = 'Leveraging Creases – A/B・4x4 (aka "Progressive Folding")'
EVENTS = tuple(f"Event {n}" for n in range(1, 9))


def case() -> Maker:
    """Return the case: day zero at one of nine co-located events, then three days as one."""
    m = Maker("Paperboat Conf 2031")
    m.about(starts=date(2031, 5, 12), ends=date(2031, 5, 15), short_name="Paperboat")
    for number in range(4):
        m.day(f"2031-05-{12 + number}", number)
    chosen = m.event("FoldCon", "2031-05-12", intent=Intent.GOING, reason="理由です[^n5]")
    for name in EVENTS:
        m.event(name, "2031-05-12", intent=Intent.CONSIDERED)
    for number in range(1, 13):
        m.footnote(f"n{number}", f"注{number}")
    about = (
        "説明です。[^n2]\n\n余談です。[^n3]\n\n## Paperboat 2031\n\n動画があります[^n4]。\n\n"
        "### 会場のカイス・ホール\n\n広い会場でした。"
    )
    words = {
        "opening": "Paperboat[^n1]ことペーパーボートです。",
        "about": about,
        "conclusion": "まとめです。\n\n弊社の記事は[こちら](https://example.org/)です。",
    }
    for key, text in words.items():
        section = m.section(key, SectionKind(key))
        m.written(section, JA, text)
        m.written(section, EN, text)
    s = m.session("Making Sense", "2031-05-12T10:00:00", event=chosen, heading="一気に学べた良い話")
    m.lines(s, "3つの次元:", "  Control", "  Cluster", "  Mesh", "3つの目的:", "  HA", "  Trust")
    m.link(s, LinkKind.PAGE, "https://example.org/s")
    m.session(TITLE, "2031-05-12T11:00:00", event=chosen, by=(m.speaker("Paul Dias氏", "Weave"),),
              summary="高機能なリリースの話。[^n6]")  # fmt: skip
    m.session("Panel", "2031-05-12T12:00:00", event=chosen, kind=SessionKind.PANEL,
              heading="パネルは英語力の試練",
              summary="Idit氏[^n7]、速い。[^n8]\n\n終わり。[^n9]")  # fmt: skip
    s = m.session("キーノート", "2031-05-13", end="2031-05-15", kind=SessionKind.KEYNOTE,
                  by=(m.speaker("Kelly Marsh"),), takeaway="立ちました。[^n11]")  # fmt: skip
    m.lines(s, "一つめ", "二つめ", "三つめ (おまけ)[^n10]")
    m.line(s, "It's not a regatta.", LineKind.QUOTE)
    s = m.session("Boats in the Car", "2031-05-14T10:00:00", recommended=True, heading="車の中の舟")
    m.lines(s, "小さい", "軽い")
    m.picture(m.line(s, "図です", LineKind.IMAGE), "図.png", alternative="台の図")
    s = m.session("スポンサーブース", "2031-05-13T12:00:00", kind=SessionKind.BOOTH)
    m.lines(s, "回るのも楽しい。[^n12]")
    return m


def test_the_headings_stand_as_in_the_case() -> None:
    headings = re.findall(r"(?m)^#+ .*$", case().markdown(JA, "hatena"))
    assert headings == [
        "### Paperboatとは",
        "#### Paperboat 2031",
        "##### 会場のカイス・ホール",
        "### 選んだ理由",
        "### 0日目 5月12日(月) FoldCon",
        "#### 一気に学べた良い話",
        '#### Leveraging Creases – A/B・4x4 (aka "Progressive Folding")',
        "#### パネルは英語力の試練",
        "### 1日目 5月13日(火)",
        "#### キーノート",
        "### 2日目 5月14日(水)",
        "### イチオシ: 車の中の舟",
        "### 会場のまわりで",
        "#### スポンサーブース",
        "### おわりに",
    ]


@pytest.mark.parametrize("target", ["hatena", "github", "commonmark"])
def test_twelve_footnotes_in_order_of_appearance(target: str) -> None:
    text = case().markdown(JA, target)
    if target == "hatena":
        assert hatena.read(text).notes == tuple(f"注{n}" for n in range(1, 13))
        assert "\n- 三つめ (おまけ)((注10))\n" in text
        assert "Paperboat((注1))ことペーパーボート" in text
        assert "Idit氏((注7))、速い。((注8))" in text
    elif target == "github":
        assert re.findall(r"\[\^(\d+)\](?!:)", text) == [str(n) for n in range(1, 13)]
        assert re.findall(r"(?m)^\[\^(\d+)\]: 注(\d+)$", text) == [
            (str(n),) * 2 for n in range(1, 13)
        ]
    else:
        assert re.findall(r"<sup>(\d+)</sup>", text) == [str(n) for n in range(1, 13)]
        assert "[^" not in text


def test_the_chosen_one_is_marked_among_the_considered() -> None:
    text = case().markdown(JA, "github")
    assert (
        "9つのなかからFoldConを選びました。理由です[^5]。\n\n- FoldCon（← 参加）\n- Event 1\n"
        in text
    )
    assert len(re.findall(r"(?m)^- Event \d$", text)) == 8


def test_quote_figure_lists_and_a_record_of_several_days() -> None:
    text = case().markdown(JA, "github")
    assert "1〜3日目／Kelly Marsh氏\n" in text
    assert "> It's not a regatta.\n\n― Kelly Marsh氏\n\n立ちました。[^11]\n" in text
    assert re.search(r"!\[台の図\]\(images/[a-z0-9-]+\.png\)  \n図です\n", text)
    assert (
        "- 3つの次元:\n    - Control\n    - Cluster\n    - Mesh\n- 3つの目的:\n    - HA\n" in text
    )
    assert "[「Making Sense」](https://example.org/s)\n" in text


OUTLINE = {
    JA: (
        (1, "Paperboatとは"), (2, "Paperboat 2031"), (3, "会場のカイス・ホール"), (1, "選んだ理由"),
        (1, "0日目 5月12日(月) FoldCon"), (2, "一気に学べた良い話"), (2, TITLE),
        (2, "パネルは英語力の試練"), (1, "Paperboatの3日間"), (2, "キーノート"),
        (1, "イチオシ: 車の中の舟"), (1, "会場のまわりで"), (2, "スポンサーブース"),
        (1, "おわりに"),
    ),
    EN: (
        (1, "About Paperboat"), (2, "Paperboat 2031"), (3, "会場のカイス・ホール"),
        (1, "What I chose, and why"), (1, "Day 0, Monday, May 12: FoldCon"),
        (2, "一気に学べた良い話"), (2, TITLE), (2, "パネルは英語力の試練"),
        (1, "Three days at Paperboat"), (2, "キーノート"), (1, "My pick: 車の中の舟"),
        (1, "Around the conference"), (2, "スポンサーブース"), (1, "Looking back"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("target", list(TARGETS))
@pytest.mark.parametrize("language", [JA, EN])
def test_the_whole_case_stands_in_every_place(target: str, language: Language) -> None:
    m, place = case(), TARGETS[target]
    m.setting("days", "together")
    delivery = m.delivered(language, target)
    wording = Wording(catalogue(language))
    assert differences(delivery.document, delivery.text, place, wording) == ()
    found = of_html(render(delivery.text, place))

    def of(kind: str) -> list[tuple[str, str]]:
        return [(one.words, one.detail) for one in found if one.kind == kind]

    headings = of("heading")[place.title is TitlePlace.HEADING :]
    headings = headings[:-1] if place.notes in ("listed", "marked") else headings
    assert headings == [
        (squeezed(words), str(min(level + place.heading_base - 1, place.deepest)))
        for level, words in OUTLINE[language]
    ]
    assert [number for _, number in of("reference")] == [str(n) for n in range(1, 13)]
    notes = [(f"注{n}", str(n)) for n in range(1, 13)]
    listed = [words for words, _ in of("item")][-12:]
    assert of("note") == notes or listed == [words for words, _ in notes]
    assert of("quote") == [(squeezed("It's not a regatta."), "")]
    mark = "FoldCon（← 参加）" if language is JA else "FoldCon (← I went)"
    items = [words for words, _ in of("item")]
    assert items[:9] == [squeezed(mark), *(squeezed(name) for name in EVENTS)]
    figures = [words for words, _ in of("figure")]
    by_hand = "［画像1：台の図］" if language is JA else "[Picture 1: 台の図]"
    assert figures == ["台の図"] or by_hand in delivery.text
