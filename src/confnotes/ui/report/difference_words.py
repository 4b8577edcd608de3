"""What a difference between the article and its exported text says."""

from PySide6.QtCore import QCoreApplication

from confnotes.services.report_views import Difference


def say(difference: Difference) -> str:
    """Return one sentence: what was meant, and what is found in its place."""
    tr = QCoreApplication.translate
    expected, found = difference.expected[:80], difference.found[:80]
    kind = kind_name(difference.kind)
    if not found:
        return tr("Differences", "{kind} “{expected}” is not found").format(
            kind=kind, expected=expected
        )
    if not expected:
        return tr("Differences", "{kind} “{found}” is found where none was meant").format(
            kind=kind, found=found
        )
    return tr("Differences", "{kind} “{expected}” reads as “{found}”").format(
        kind=kind, expected=expected, found=found
    )


def kind_name(kind: str) -> str:
    """Return what a kind of difference is about; its code where it has no name yet."""
    tr = QCoreApplication.translate
    return {
        "heading": tr("Differences", "Heading"),
        "text": tr("Differences", "Text"),
        "item": tr("Differences", "List item"),
        "quote": tr("Differences", "Quote"),
        "code": tr("Differences", "Code"),
        "figure": tr("Differences", "Picture"),
        "link": tr("Differences", "Link"),
        "reference": tr("Differences", "Footnote mark"),
        "note": tr("Differences", "Footnote"),
    }.get(kind, kind)
