"""The chords of the Report workspace."""

from confnotes.ui.parts.noop import QT_TRANSLATE_NOOP
from confnotes.ui.shell.actions import ActionSpec

_CONTEXT = "ReportActions"

REPORT: tuple[ActionSpec, ...] = (
    ActionSpec(
        "footnote",
        QT_TRANSLATE_NOOP("ReportActions", "Footnote, and back to its mark"),
        ("Ctrl+Shift+F",),
        "footnote",
        _CONTEXT,
    ),
    ActionSpec(
        "picture",
        QT_TRANSLATE_NOOP("ReportActions", "Add pictures…"),
        ("Ctrl+Shift+I",),
        "image",
        _CONTEXT,
    ),
    ActionSpec(
        "open_address",
        QT_TRANSLATE_NOOP("ReportActions", "Open the address at the caret"),
        ("Ctrl+Shift+O",),
        "globe",
        _CONTEXT,
    ),
    ActionSpec(
        "add_section",
        QT_TRANSLATE_NOOP("ReportActions", "Add a section"),
        ("Ctrl+Shift+N",),
        "plus",
        _CONTEXT,
    ),
    ActionSpec(
        "section_up",
        QT_TRANSLATE_NOOP("ReportActions", "Move the section up"),
        ("Alt+Up",),
        "chevron_up",
        _CONTEXT,
    ),
    ActionSpec(
        "section_down",
        QT_TRANSLATE_NOOP("ReportActions", "Move the section down"),
        ("Alt+Down",),
        "chevron_down",
        _CONTEXT,
    ),
    ActionSpec(
        "telling",
        QT_TRANSLATE_NOOP("ReportActions", "How the report is told"),
        (),
        "settings",
        _CONTEXT,
    ),
    ActionSpec(
        "pictures",
        QT_TRANSLATE_NOOP("ReportActions", "Pictures of the report"),
        ("Ctrl+Shift+P",),
        "image",
        _CONTEXT,
    ),
    ActionSpec(
        "checks",
        QT_TRANSLATE_NOOP("ReportActions", "Checks before publishing"),
        ("Ctrl+Shift+K",),
        "check_circle",
        _CONTEXT,
    ),
    ActionSpec(
        "copy",
        QT_TRANSLATE_NOOP("ReportActions", "Copy the report as Markdown"),
        ("Ctrl+Shift+C",),
        "copy",
        _CONTEXT,
    ),
    ActionSpec(
        "export",
        QT_TRANSLATE_NOOP("ReportActions", "Export to a folder"),
        ("Ctrl+Shift+E",),
        "export",
        _CONTEXT,
    ),
)
