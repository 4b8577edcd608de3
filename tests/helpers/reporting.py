"""Waiting for the Report workspace."""

from pytestqt.qtbot import QtBot

from confnotes.ui.report.workspace import ReportWorkspace


def settle(qtbot: QtBot, report: ReportWorkspace) -> None:
    """Wait until all that was typed is in the file, and all that is shown was read after it."""

    def quiet() -> bool:
        typing = report.text.dirty or report.desk.owing
        return not typing and not report.desk.reading and report.desk.last is not None

    qtbot.waitUntil(quiet, timeout=10_000)
