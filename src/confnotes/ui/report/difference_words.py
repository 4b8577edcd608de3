"""What a difference between the article and its exported text says."""

from PySide6.QtCore import QCoreApplication

from confnotes.services.report_views import Difference


def say(difference: Difference) -> str:
    """Return one sentence: what was meant, and what is found in its place."""
    translate = QCoreApplication.translate
    expected, found = difference.expected[:80], difference.found[:80]
    kind = kind_name(difference.kind)
    if not found:
        return translate("Differences", "{kind} “{expected}” is not found").format(
            kind=kind, expected=expected
        )
    if not expected:
        return translate("Differences", "{kind} “{found}” is found where none was meant").format(
            kind=kind, found=found
        )
    return translate("Differences", "{kind} “{expected}” reads as “{found}”").format(
        kind=kind, expected=expected, found=found
    )


def kind_name(kind: str) -> str:
    """Return what a kind of difference is about; its code where it has no name yet."""
    translate = QCoreApplication.translate
    return {
        "heading": translate("Differences", "Heading"),
        "text": translate("Differences", "Text"),
        "item": translate("Differences", "List item"),
        "quote": translate("Differences", "Quote"),
        "code": translate("Differences", "Code"),
        "figure": translate("Differences", "Picture"),
        "link": translate("Differences", "Link"),
        "reference": translate("Differences", "Footnote mark"),
        "note": translate("Differences", "Footnote"),
    }.get(kind, kind)
