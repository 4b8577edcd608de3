"""Every fact and every part of a session can be missing, one at a time or all: what remains is
still an article."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from confnotes.domain.choice import Attendance, Intent
from confnotes.domain.conference import Author, FactKind
from confnotes.domain.notes import LineKind
from confnotes.domain.report import SectionKind
from confnotes.domain.session import LinkKind, LinkState, SessionKind
from confnotes.domain.telling import HEADING_LINKS
from confnotes.domain.text import Language
from confnotes.report.readback.compare import differences
from confnotes.report.targets import TARGETS
from confnotes.report.targets.writer import write
from confnotes.report.wording import Wording
from report.making import Maker, catalogue

JA = Language.JA
Draw = Callable[[st.SearchStrategy[Any]], Any]
MAYBE = st.booleans()
LAYOUTS = ("rating", "theme", "liked", "diary", "day:2031-05-12", "day:2031-05-13", "session:s6")


def wrong(text: str, language: Language) -> list[str]:
    """Return what breaks a rule of a finished article."""
    found = [
        name
        for name, pattern in (
            ("doubled stop", r"。。|(?<!\.)\.\.(?!\.)|、。|,\.|。、|\.。|。\."),
            ("empty brackets", r"「」|（）|(?<!\])\(\)|“”|\(\s|（\s"),
            ("dangling joint", r"(?m)^(?:／|·|、|,)|(?:／|·|、|,|―|—)$"),
            ("two blanks", r"(?m)\S  (?=\S)|[^ \n] +$(?<!  )"),
            ("blank before a stop", r" [,.。、]"),
            ("wrong plural", r"\b(?:1|one) (?:sessions|days|people|videos)\b"),
            (
                "wrong singular",
                r"\b(?!one\b)(?:[a-z]+|\d+) (?:session|day|person|video) (?:in|that)",
            ),
            ("honorific twice", r"氏氏|さん氏|氏さん"),
            ("no value", r"N/A|None|\{\w+\}"),
        )
        if re.search(pattern, text)
    ]
    return found + headings_wrong(text) + dates_wrong(text, language) + notes_wrong(text)


def headings_wrong(text: str) -> list[str]:
    rows = [row for row in text.split("\n") if row.strip()]
    if len(rows) == 1:
        return []  # all sections hidden: the title alone
    found = []
    last = 0
    for row, after in zip(rows, [*rows[1:], ""], strict=True):
        match = re.match(r"(#+) (.*)", row)
        if not match:
            continue
        level = len(match.group(1))
        if last and level > last + 1:
            found.append(f"level skipped: {row}")
        last = level
        deeper = re.match(r"(#+) ", after)
        if not after or (deeper and len(deeper.group(1)) <= level):
            found.append(f"empty heading: {row}")
    return found


def dates_wrong(text: str, language: Language) -> list[str]:
    """Say where a date has no year at its first mention; in a title its name may say it."""
    title, _, body = text.partition("\n") if text.startswith("# ") else ("", "", text)
    pattern = r"(?:2031年)?\d+月\d+日"
    if language is Language.EN:
        months = "January|May|December"
        pattern = rf"(?:{months}) \d+(?:[–\d, ]|{months})*"
    first = re.search(pattern, body)
    found = [first.group()] if first and "2031" not in first.group() else []
    if re.search(pattern, title) and "2031" not in title:
        found.append(title)
    return [f"no year: {one}" for one in found]


def notes_wrong(text: str) -> list[str]:
    numbers = [int(n) for n in re.findall(r"\[\^(\d+)\](?!:)", text)]
    order = list(dict.fromkeys(numbers))
    defined = [int(n) for n in re.findall(r"(?m)^\[\^(\d+)\]: \S", text)]
    return [] if order == list(range(1, len(order) + 1)) == defined else ["footnote numbers"]


def check(maker: Maker) -> None:
    for language in (JA, Language.EN):
        wording = Wording(catalogue(language))
        for name, target in TARGETS.items():
            composition = maker.composed(language, name)
            text = write(composition.document, target, wording)
            assert differences(composition.document, text, target, wording) == (), text
            if name == "github":
                assert wrong(text, language) == [], text


def facts(maker: Maker, draw: Draw) -> None:
    kinds = {
        FactKind.HOST: draw(st.sampled_from(("Paper Foundation", "Paper Works Inc.", "紙の会"))),
        FactKind.ABOUT: draw(st.sampled_from(("paper boats", "a day by the PSF, Inc.", "祭典だ"))),
        FactKind.EDITION: draw(st.sampled_from(("1", "5", "22"))),
        FactKind.ATTENDEES: draw(
            st.sampled_from(("1", "12000", "30+", "12k", "30人くらい", "a full house"))
        ),
        FactKind.FIRST_ATTENDEES: draw(st.sampled_from(("1", "550"))),
        FactKind.SESSIONS: draw(st.sampled_from(("1", "90"))),
        FactKind.VIDEOS: draw(st.sampled_from(("1", "320"))),
        FactKind.FEE: draw(st.sampled_from(("€200", "free", "無料"))),
        FactKind.HOURS: draw(st.sampled_from(("9:00–18:00", "all day", "一日中"))),
        FactKind.NEXT_CITY: draw(st.sampled_from(("Porto", "online", "Austin, Texas"))),
        FactKind.NEXT_YEAR: draw(st.sampled_from(("2032", "来年", "2032年"))),
        FactKind.OTHER: draw(st.sampled_from(("Rain.", "雨でした"))),
    }  # fmt: skip
    for kind, value in kinds.items():
        if draw(MAYBE):
            source = draw(st.sampled_from(("", "https://example.org/x", "the booklet")))
            maker.fact(kind, value, source, shown=draw(st.sampled_from((True, True, False))))


def conference(draw: Draw) -> Maker:
    maker = Maker(draw(st.sampled_from(("Paperboat Conf", "Paperboat Conf 2031", "紙の舟会議"))))
    if draw(MAYBE):
        days = draw(st.sampled_from(((12, 12), (12, 14), (12, 13))))
        maker.about(starts=date(2031, 5, days[0]), ends=date(2031, 5, days[1]))
    maker.about(
        city=draw(st.sampled_from(("", "Lisbon", "Washington, D.C.", "online"))),
        url=draw(st.sampled_from(("", "https://example.org/boats", "javascript:x"))),
        venue=draw(st.sampled_from(("", "Cais Hall", "Paper Co.", "online", "紙の館"))),
        short_name=draw(st.sampled_from(("", "Paperboat"))),
    )  # fmt: skip
    if draw(MAYBE):
        known = ("Hayama", "@h", "SRE", "Labs", "https://example.org/")
        maker.author = Author("a", *(draw(st.sampled_from(("", words))) for words in known))
    if draw(MAYBE):
        for number, day in enumerate((12, 13, 14)):
            maker.day(f"2031-05-{day}", number, draw(st.sampled_from(("", "Eve"))))
    facts(maker, draw)
    return maker


def session(maker: Maker, draw: Draw, speakers: list[str], event: str) -> None:
    start = draw(
        st.sampled_from((None, "2031-05-12T10:00:00", "2031-05-13T10:00:00", "2031-05-12"))
    )
    end = "2031-05-14" if start == "2031-05-12" and draw(MAYBE) else None
    identity = maker.session(
        draw(st.sampled_from(("Folding", 'On "Ink" (2)', ""))), start, end=end, event=event,
        kind=draw(st.sampled_from((SessionKind.TALK, SessionKind.KEYNOTE, SessionKind.PARTY))),
        tags=draw(st.sampled_from(((), ("Ink",), ("紙",)))),
        room=draw(st.sampled_from((None, "Cais 2"))), track=draw(st.sampled_from((None, "Ink"))),
        code=draw(st.sampled_from((None, "PB-7"))),
        by=tuple(s for s in speakers if draw(MAYBE)),
        reason=draw(st.sampled_from(("", "I needed it", "必要だったので"))),
        watch=draw(MAYBE), attendance=draw(st.sampled_from(tuple(Attendance))),
        rating=draw(st.sampled_from((None, 1, 5))), recommended=draw(MAYBE),
        heading=draw(st.sampled_from(("", "Own words"))),
        summary=draw(st.sampled_from(("", "", "It folded.", "折った[^1]。\n\n[^1]: 注"))),
        takeaway=draw(st.sampled_from(("", "Fold more."))),
    )  # fmt: skip
    if draw(MAYBE):
        maker.link(identity, LinkKind.SLIDES, "https://example.org/s")
    if draw(MAYBE):
        maker.link(identity, LinkKind.PAGE, "https://example.org/p")
    if draw(MAYBE):
        maker.link(identity, LinkKind.VIDEO, state=draw(st.sampled_from(tuple(LinkState))))
    for kind in draw(st.lists(st.sampled_from(tuple(LineKind)), max_size=6)):
        text = draw(
            st.sampled_from(("a point", "要点です。", "Yes. No", "なぜ？", "", "x[^k-1]", "[^zz]"))
        )
        line = maker.line(
            identity, text, kind, depth=draw(st.integers(0, 3)), unsure=draw(MAYBE),
            gist=draw(st.sampled_from(("", "meaning", "意味"))), resolved=draw(MAYBE),
            answer=draw(st.sampled_from(("", "it was ink"))),
            speaker_id=draw(st.sampled_from((None, *speakers))),
        )  # fmt: skip
        if kind is LineKind.IMAGE and draw(MAYBE):
            maker.picture(line, "図.png", caption=draw(st.sampled_from(("", "A boat"))),
                          credit=draw(st.sampled_from(("", "Ana"))))  # fmt: skip


def tellings(maker: Maker, draw: Draw) -> None:
    """Draw how the report tells what it tells."""
    chosen = {
        "facts": st.sampled_from(("", "list")),
        "details": st.sampled_from(("", "time,room", "kind,code,time,room,track")),
        "heading_link": st.sampled_from(HEADING_LINKS),
        "by.day:2031-05-12": st.sampled_from(("", "林")),
        "days": st.sampled_from(("", "together")),
        "players": st.sampled_from(("", "on")),
        "rating": st.sampled_from(("", "number", "none", "⛵")),
    }
    for key, values in chosen.items():
        if draw(MAYBE):
            maker.setting(key, draw(values))


@st.composite
def conferences(draw: Draw) -> Maker:
    maker = conference(draw)
    speakers = [
        maker.speaker("Ana Reis氏", "Foldworks"),
        maker.speaker("山田さん"),
        maker.speaker("Jo"),
    ]
    events = ["main"]
    for name in ("FoldCon", "InkDay"):
        if draw(MAYBE):
            intent = draw(st.sampled_from(tuple(Intent)))
            reason = draw(
                st.sampled_from(
                    ("", "Creases.", "折り目", "because it folds", "折りたいので", "ink")
                )
            )
            when = draw(st.sampled_from((None, "2031-05-12")))
            events += [maker.event(name, when, intent=intent, reason=reason)]
    maker.footnote("k-1", "An aside.")
    for _ in range(draw(st.integers(0, 3))):
        session(maker, draw, speakers, draw(st.sampled_from(events)))
    for kind in (SectionKind.OPENING, SectionKind.CONCLUSION, SectionKind.THANKS):
        if draw(st.sampled_from((False, False, True))):
            section = maker.section(kind.value, kind, shown=draw(MAYBE))
            maker.written(section, draw(st.sampled_from((JA, Language.EN))), "My own words[^k-1].")
    tellings(maker, draw)
    layout = draw(st.sampled_from(("full", "full", *LAYOUTS)))
    maker.report = replace(maker.report, layout=layout)
    return maker


@given(maker=conferences())
@settings(max_examples=60)
def test_what_remains_is_an_article(maker: Maker) -> None:
    check(maker)


def test_nothing_at_all_is_a_title_and_a_sentence() -> None:
    maker = Maker("Paperboat Conf")
    assert maker.markdown(JA) == (
        "# Paperboat Conf 参加レポート\n\nPaperboat Confに行ってきました。\n"
    )
    assert maker.markdown(Language.EN) == (
        "# Trip report: Paperboat Conf\n\nI went to Paperboat Conf.\n"
    )


@pytest.mark.parametrize(
    ("text", "language", "rule"),
    [
        ("## x\n\n## y\n\nz", JA, "empty heading"),
        ("## x\n\n#### y\n\nz", JA, "level skipped"),
        ("a。。", JA, "doubled stop"),
        ("5月12日に", JA, "no year"),
        ("On May 12, I", Language.EN, "no year"),
        ("1 sessions", Language.EN, "wrong plural"),
        ("x[^2]\n\n[^2]: y", JA, "footnote numbers"),
    ],
)
def test_the_rules_see_what_they_forbid(text: str, language: Language, rule: str) -> None:
    assert any(rule in found for found in wrong(text, language))
