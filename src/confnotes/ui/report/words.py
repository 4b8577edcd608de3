"""What the Report workspace calls things: states of sections, checks, kinds of fact."""

import html
import re
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from confnotes.domain.conference import FactKind
from confnotes.domain.report import SectionKind
from confnotes.domain.text import Language, count_characters, count_words
from confnotes.services.report_views import LayoutView
from confnotes.ui.parts.words import day_month
from confnotes.ui.report.rows import OutlineRow

_FOOTNOTE = re.compile(r"fn-?\d+")
_LONGEST = 44
"""Characters of a title that a list of layouts shows."""


def length(text: str, language: Language) -> str:
    """Return how long a text is, as its language counts ("168 characters", "71 words")."""
    translate = QCoreApplication.translate
    if language is Language.JA:
        n = count_characters(text)
        one = translate("ReportWords", "1 character")
        return one if n == 1 else translate("ReportWords", "{n} characters").format(n=f"{n:,}")
    n = count_words(text)
    one = translate("ReportWords", "1 word")
    return one if n == 1 else translate("ReportWords", "{n} words").format(n=f"{n:,}")


def of_article(text: str, anchors: Iterable[str], language: Language) -> str:
    """Return how long an article is, and how many footnotes it has."""
    notes = sum(1 for anchor in anchors if _FOOTNOTE.fullmatch(anchor))
    said = length(text, language)
    if notes:
        translate = QCoreApplication.translate
        said += "   " + translate("ReportWords", "Footnotes {n}").format(n=notes)
    return said


def describe(row: OutlineRow) -> str:
    """Return what a row of the outline says to a screen reader."""
    translate = QCoreApplication.translate
    parts = [row.heading]
    if row.below:
        folded = translate("ReportWords", "{n} sections, folded").format(n=row.below)
        parts.append(folded if row.folded else translate("ReportWords", "unfolded"))
    parts.append(
        translate("ReportWords", "shown") if row.shown else translate("ReportWords", "hidden")
    )
    if row.written:
        parts.append(translate("ReportWords", "your text"))
        if row.changed:
            parts.append(translate("ReportWords", "the notes changed since"))
    elif row.empty:
        parts.append(translate("ReportWords", "empty"))
    else:
        parts.append(translate("ReportWords", "generated"))
    return ", ".join(parts)


def state(*, written: bool, typed: str, generated: str, language: Language) -> str:
    """Return the line under a heading: whose text it is and how long."""
    translate = QCoreApplication.translate
    if written and typed.strip():
        return translate("ReportWords", "Your text · {length}").format(
            length=length(typed, language)
        )
    if generated.strip() and not typed.strip():
        return translate("ReportWords", "Empty: the generated text is printed")
    if generated.strip():
        return translate("ReportWords", "Generated until you change it")
    return translate("ReportWords", "Nothing written yet, so it is left out")


def layout_name(view: LayoutView) -> str:
    """Return what a layout is called."""
    translate = QCoreApplication.translate
    if view.title:
        short = view.title if len(view.title) <= _LONGEST else f"{view.title[: _LONGEST - 1]}…"
        return translate("ReportWords", "One session: {title}").format(title=short)
    if view.day is not None:
        day = day_month(view.day)
        return translate("ReportWords", "One day: {day}").format(day=day)
    return {
        "rating": translate("ReportWords", "Everything, by stars"),
        "theme": translate("ReportWords", "Everything, by theme (track or tag)"),
        "liked": translate("ReportWords", "The three talks I liked best"),
        "diary": translate("ReportWords", "A travel diary"),
    }.get(view.layout, translate("ReportWords", "Everything, day by day"))


def placeholder(kind: SectionKind) -> str:
    """Return what could stand in an empty section."""
    translate = QCoreApplication.translate
    said = {
        SectionKind.OPENING: translate("ReportWords", "Who you are, where you were, what follows"),
        SectionKind.CONCLUSION: translate(
            "ReportWords", "What stays with you, and what you do next"
        ),
        SectionKind.THANKS: translate("ReportWords", "Whom you want to thank"),
        SectionKind.RELATED: translate("ReportWords", "Links to videos, slides and other reports"),
        SectionKind.ADDENDUM: translate("ReportWords", "What came to light later"),
    }
    return said.get(kind, translate("ReportWords", "Write here, in Markdown"))


def printed_title(page: str) -> str:
    """Return the title of the article in its HTML, as plain text ("" before there is one)."""
    found = re.search(r"<h1>(.*?)</h1>", page, re.DOTALL)
    return html.unescape(re.sub(r"<[^>]+>", "", found.group(1))).strip() if found else ""


def target_name(name: str, label: str) -> str:
    """Return what a place is called; its own label where the interface has no word for it."""
    if name == "hatena":
        return QCoreApplication.translate("ReportWords", "Hatena Blog")
    return label


def fact_name(kind: FactKind) -> str:
    """Return what a kind of fact is called in the form."""
    translate = QCoreApplication.translate
    return {
        FactKind.HOST: translate("ReportWords", "Run by"),
        FactKind.ABOUT: translate("ReportWords", "What it is about"),
        FactKind.EDITION: translate("ReportWords", "Which edition (a number)"),
        FactKind.ATTENDEES: translate("ReportWords", "Attendees (a number)"),
        FactKind.FIRST_ATTENDEES: translate(
            "ReportWords", "Attendees of the first edition (a number)"
        ),
        FactKind.SESSIONS: translate("ReportWords", "Sessions in the programme (a number)"),
        FactKind.VIDEOS: translate("ReportWords", "Videos published (a number)"),
        FactKind.FEE: translate("ReportWords", "What a ticket costs"),
        FactKind.HOURS: translate("ReportWords", "Hours of a day"),
        FactKind.NEXT_CITY: translate("ReportWords", "Where the next one is"),
        FactKind.NEXT_YEAR: translate("ReportWords", "Year of the next one"),
        FactKind.OTHER: translate("ReportWords", "Something else worth knowing"),
    }[kind]
