"""What the Report workspace calls things: states of sections, checks, kinds of fact."""

from PySide6.QtCore import QCoreApplication

from confnotes.domain.conference import FactKind
from confnotes.domain.report import SectionKind
from confnotes.domain.text import Language, count_characters, count_words
from confnotes.ui.report.rows import OutlineRow


def length(text: str, language: Language) -> str:
    """Return how long a text is, as its language counts ("168 characters", "71 words")."""
    tr = QCoreApplication.translate
    if language is Language.JA:
        n = count_characters(text)
        one = tr("ReportWords", "1 character")
        return one if n == 1 else tr("ReportWords", "{n} characters").format(n=f"{n:,}")
    n = count_words(text)
    one = tr("ReportWords", "1 word")
    return one if n == 1 else tr("ReportWords", "{n} words").format(n=f"{n:,}")


def describe(row: OutlineRow) -> str:
    """Return what a row of the outline says to a screen reader."""
    tr = QCoreApplication.translate
    parts = [row.heading]
    if row.below:
        folded = tr("ReportWords", "{n} sections, folded").format(n=row.below)
        parts.append(folded if row.folded else tr("ReportWords", "unfolded"))
    parts.append(tr("ReportWords", "shown") if row.shown else tr("ReportWords", "hidden"))
    if row.written:
        parts.append(tr("ReportWords", "your text"))
    elif row.empty:
        parts.append(tr("ReportWords", "empty"))
    else:
        parts.append(tr("ReportWords", "generated"))
    return ", ".join(parts)


def state(*, written: bool, typed: str, generated: str, language: Language) -> str:
    """Return the line under a heading: whose text it is and how long."""
    tr = QCoreApplication.translate
    if written and typed.strip():
        return tr("ReportWords", "Your text · {length}").format(length=length(typed, language))
    if generated.strip() and not typed.strip():
        return tr("ReportWords", "Empty: the generated text is printed")
    if generated.strip():
        return tr("ReportWords", "Generated. Change it and it is yours")
    return tr("ReportWords", "Nothing written yet, so it is left out")


def placeholder(kind: SectionKind) -> str:
    """Return what could stand in an empty section."""
    tr = QCoreApplication.translate
    said = {
        SectionKind.OPENING: tr("ReportWords", "Who you are, where you were, what follows"),
        SectionKind.CONCLUSION: tr("ReportWords", "What stays with you, and what you do next"),
        SectionKind.THANKS: tr("ReportWords", "Whom you want to thank"),
        SectionKind.RELATED: tr("ReportWords", "Links to videos, slides and other reports"),
        SectionKind.ADDENDUM: tr("ReportWords", "What came to light later"),
    }
    return said.get(kind, tr("ReportWords", "Write here, in Markdown"))


def target_name(name: str, label: str) -> str:
    """Return what a place is called; its own label where the interface has no word for it."""
    if name == "hatena":
        return QCoreApplication.translate("ReportWords", "Hatena Blog")
    return label


def fact_name(kind: FactKind) -> str:
    """Return what a kind of fact is called in the form."""
    tr = QCoreApplication.translate
    return {
        FactKind.HOST: tr("ReportWords", "Run by"),
        FactKind.ABOUT: tr("ReportWords", "What it is about"),
        FactKind.EDITION: tr("ReportWords", "Which edition (a number)"),
        FactKind.ATTENDEES: tr("ReportWords", "Attendees (a number)"),
        FactKind.FIRST_ATTENDEES: tr("ReportWords", "Attendees of the first edition (a number)"),
        FactKind.SESSIONS: tr("ReportWords", "Sessions in the programme (a number)"),
        FactKind.VIDEOS: tr("ReportWords", "Videos published (a number)"),
        FactKind.FEE: tr("ReportWords", "What a ticket costs"),
        FactKind.HOURS: tr("ReportWords", "Hours of a day"),
        FactKind.NEXT_CITY: tr("ReportWords", "Where the next one is"),
        FactKind.NEXT_YEAR: tr("ReportWords", "Year of the next one"),
        FactKind.OTHER: tr("ReportWords", "Something else worth knowing"),
    }[kind]
