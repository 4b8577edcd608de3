"""What the checks are called, what helps, and their signs."""

from functools import cache

from PySide6.QtCore import QCoreApplication

from confnotes.domain.errors import ConfnotesError
from confnotes.domain.notes import LineKind
from confnotes.domain.text import Language
from confnotes.messages import Messages
from confnotes.services.report_views import Place
from confnotes.ui.parts.theme import theme

_IN_NOTES = frozenset(
    f"report.{name}"
    for name in ("unclear", "todo", "no_speaker", "no_link", "kept_back", "private")
)
"""Checks whose places lie in the notes of a session."""


IN_SETTINGS = frozenset(
    {
        "report.title_unknown", "report.title_missing", "report.title_long",
        "report.setting_refused", "report.tag_refused",
    }
)  # fmt: skip
"""Checks that lead to the report's settings."""


def leads_to_notes(code: str, place: Place) -> bool:
    """Return whether a check's place is shown in Notes rather than in the report's text."""
    return code in _IN_NOTES or place.section_key is None


def name(code: str) -> str:
    """Return what a check is called, in the words the command line uses too."""
    return _messages(japanese=theme().japanese).sentence(code, {})


def error(found: ConfnotesError) -> str:
    """Return what an error says to a person."""
    return _messages(japanese=theme().japanese).error(found)


@cache
def _messages(*, japanese: bool) -> Messages:
    return Messages(Language.JA if japanese else Language.EN)


def advice(code: str) -> str:
    """Return what one can do about a check."""
    translate = QCoreApplication.translate
    return {
        "report.unclear": translate(
            "Checks", "Open lines are not printed. Write what was said, or not."
        ),
        "report.todo": translate("Checks", "To-dos are never printed."),
        "report.no_speaker": translate(
            "Checks", "The line with the names is left out without them."
        ),
        "report.no_link": translate(
            "Checks", "Add them in Review, or say there that none will come."
        ),
        "report.dangling": translate("Checks", "The mark is printed as it was typed."),
        "report.unused_footnote": translate("Checks", "They are kept, and not printed."),
        "report.names": translate("Checks", "Review makes them alike everywhere at once."),
        "report.no_alternative": translate(
            "Checks", "A description helps who cannot see the picture."
        ),
        "report.picture_unknown": translate("Checks", "Its description is printed in its place."),
        "report.foreign": translate("Checks", "Printed as written, until it has a second version."),
        "report.stale": translate("Checks", "Look whether the second version is still right."),
        "report.style": translate("Checks", "Most of the report is written the other way."),
        "report.empty_section": translate(
            "Checks", "Nothing is printed of them, not even the heading."
        ),
        "report.no_conclusion": translate(
            "Checks", "The report ends without one until you write it."
        ),
        "report.not_attended": translate(
            "Checks", "They are left out while the session is marked so."
        ),
        "report.kept_back": translate(
            "Checks", "They stay inside the company and leave no trace in this report."
        ),
        "report.private": translate(
            "Checks", "They stay in the notebook and leave no trace in any report."
        ),
        "report.title_long": translate("Checks", "Shorten it in the settings."),
        "report.title_unknown": translate("Checks", "Change the pattern in the settings."),
        "report.title_missing": translate(
            "Checks", "Fill it in, or change the pattern in the settings."
        ),
        "report.tag_refused": translate(
            "Checks", "Too many, too long, or with signs it has no tags with. See the settings."
        ),
        "report.setting_refused": translate("Checks", "Change it in the settings."),
        "report.picture_refused": translate("Checks", "Too large, or of a type it does not show."),
        "report.picture_upload": translate(
            "Checks", "Upload them there and paste the addresses once, beside the pictures."
        ),
    }.get(code, "")


def mend(code: str) -> str:
    """Return what the step is called that mends a check ("" where there is none)."""
    translate = QCoreApplication.translate
    return {
        "report.unclear": translate("Checks", "Let it go unanswered"),
        "report.todo": translate("Checks", "Tick it off"),
        "report.no_link": translate("Checks", "None will come"),
        "report.unused_footnote": translate("Checks", "Delete it"),
        "report.empty_section": translate("Checks", "Leave it out"),
        "report.no_conclusion": translate("Checks", "End without one"),
        "report.not_attended": translate("Checks", "I was there"),
    }.get(code, "")


_SIGNS: dict[str, tuple[str, LineKind | None]] = {
    "report.unclear": ("", LineKind.UNCLEAR),
    "report.todo": ("check_circle", None),
    "report.no_speaker": ("person", None),
    "report.no_link": ("slides", None),
    "report.dangling": ("footnote", None),
    "report.unused_footnote": ("footnote", None),
    "report.names": ("person", None),
    "report.no_alternative": ("image", None),
    "report.picture_unknown": ("image", None),
    "report.foreign": ("globe", None),
    "report.stale": ("refresh", None),
    "report.style": ("pencil", None),
    "report.empty_section": ("text", None),
    "report.no_conclusion": ("flag", None),
    "report.not_attended": ("eye_off", None),
    "report.kept_back": ("building", None),
    "report.private": ("lock", None),
    "report.title_long": ("text", None),
    "report.title_unknown": ("text", None),
    "report.title_missing": ("text", None),
    "report.tag_refused": ("settings", None),
    "report.setting_refused": ("settings", None),
    "report.picture_refused": ("image", None),
    "report.picture_upload": ("image", None),
}


def sign(code: str) -> tuple[str, LineKind | None]:
    """Return the icon of a check, or the badge of a kind of line."""
    return _SIGNS.get(code, ("info", None))
