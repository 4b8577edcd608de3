"""What the history page says, in whole phrases."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from confnotes.domain.comparing import Compared, Difference
from confnotes.domain.footnotes import Footnote
from confnotes.domain.times import zone
from confnotes.services.history import EarlierState, StateView
from confnotes.ui.parts import words
from confnotes.ui.parts.line_kinds import LINE_WORDS, line_words


def day_of(at: datetime, zone_name: str) -> date:
    """Return the date of an instant where the conference is."""
    return at.astimezone(zone(zone_name)).date()


def day_words(day: date, today: date) -> str:
    """Return how a day is called today."""
    if day == today:
        return QCoreApplication.translate("History", "Today")
    if day == today - timedelta(days=1):
        return QCoreApplication.translate("History", "Yesterday")
    return words.day_month(day)


def unsure_words() -> str:
    """Return what stands below a quote one was not sure of."""
    return QCoreApplication.translate("History", "not sure")


def clock_words(state: EarlierState, zone_name: str, *, seconds: bool) -> str:
    """Return when a state was reached."""
    local = state.at.astimezone(zone(zone_name))
    shown = f"{local.hour}:{local.minute:02}" + (f":{local.second:02}" if seconds else "")
    if state.exact:
        return shown
    return QCoreApplication.translate("History", "before {time}").format(time=shown)


def since_words(state: EarlierState) -> str:
    """Return what came after a state ("then 3 lines removed, 1 added")."""
    counted = [
        (
            state.removed,
            QCoreApplication.translate("History", "1 line removed"),
            QCoreApplication.translate("History", "{n} lines removed"),
            QCoreApplication.translate("History", "{n} removed"),
        ),
        (
            state.changed,
            QCoreApplication.translate("History", "1 line changed"),
            QCoreApplication.translate("History", "{n} lines changed"),
            QCoreApplication.translate("History", "{n} changed"),
        ),
        (
            state.added,
            QCoreApplication.translate("History", "1 line added"),
            QCoreApplication.translate("History", "{n} lines added"),
            QCoreApplication.translate("History", "{n} added"),
        ),
    ]
    found: list[str] = []
    for number, one, many, short in counted:
        if number:
            found.append(short.format(n=number) if found else _count(number, one, many))
    if not found:
        found.append(
            _count(
                state.footnotes,
                QCoreApplication.translate("History", "1 footnote changed"),
                QCoreApplication.translate("History", "{n} footnotes changed"),
            )
            or QCoreApplication.translate("History", "lines moved")
        )
    joined = QCoreApplication.translate("History", ", ").join(found)
    return QCoreApplication.translate("History", "then {what}").format(what=joined)


def _count(number: int, one: str, many: str) -> str:
    return "" if not number else one if number == 1 else many.format(n=number)


def against_now(view: StateView) -> str:
    """Return how a state differs from now, as one sentence."""
    said = (
        _count(
            view.count(Difference.MISSING),
            QCoreApplication.translate("History", "1 line is gone"),
            QCoreApplication.translate("History", "{n} lines are gone"),
        ),
        _count(
            view.count(Difference.CHANGED),
            QCoreApplication.translate("History", "1 line reads differently"),
            QCoreApplication.translate("History", "{n} lines read differently"),
        ),
        _count(
            view.count(Difference.MOVED),
            QCoreApplication.translate("History", "1 line stands elsewhere"),
            QCoreApplication.translate("History", "{n} lines stand elsewhere"),
        ),
        _count(
            view.count(Difference.SINCE),
            QCoreApplication.translate("History", "1 line was written since"),
            QCoreApplication.translate("History", "{n} lines were written since"),
        ),
        _count(
            len(view.changed_footnotes),
            QCoreApplication.translate("History", "1 footnote reads differently"),
            QCoreApplication.translate("History", "{n} footnotes read differently"),
        ),
    )
    found = list(filter(None, said))
    if not found:
        return QCoreApplication.translate("History", "The notes are the same now.")
    joined = QCoreApplication.translate("History", ", ").join(found)
    return QCoreApplication.translate("History", "Against now: {what}.").format(what=joined)


def what_is_safe(view: StateView, ticked: int) -> str:
    """Return what becomes of the notes of now."""
    if ticked:
        return QCoreApplication.translate("History", "All other lines stay as they are.")
    since = view.count(Difference.SINCE)
    if since:
        return _count(
            since,
            QCoreApplication.translate(
                "History", "The line written since goes, but stays in the history."
            ),
            QCoreApplication.translate(
                "History", "The {n} lines written since go, but stay in the history."
            ),
        )
    return QCoreApplication.translate("History", "What the notes are now stays in the history.")


def action_words(ticked: int) -> str:
    """Return what the button does."""
    return _count(
        ticked,
        QCoreApplication.translate("History", "Bring 1 line back"),
        QCoreApplication.translate("History", "Bring {n} lines back"),
    ) or QCoreApplication.translate("History", "Bring this state back")


def difference_words(row: Compared) -> str:
    """Return what would become of a line, "" of one that is the same."""
    return {
        Difference.SAME: "",
        Difference.MISSING: QCoreApplication.translate("History", "comes back"),
        Difference.CHANGED: QCoreApplication.translate("History", "reads like this again"),
        Difference.MOVED: QCoreApplication.translate("History", "stands here again"),
        Difference.SINCE: QCoreApplication.translate("History", "written since"),
    }[row.difference]


def now_words(text: str) -> str:
    """Return how a line that changed reads now."""
    if not text.strip():
        return QCoreApplication.translate("History", "now without words")
    return QCoreApplication.translate("History", "now: {text}").format(text=text)


def spoken_line(row: Compared, time: str, shown: str) -> str:
    """Return a line as a screen reader says it: what becomes of it, moment, kind, words."""
    kind = line_words(row.line.kind) if row.line.kind in LINE_WORDS else ""
    parts = [difference_words(row), time, kind, shown]
    if row.difference is Difference.CHANGED and row.now is not None:
        parts.append(now_words(row.now.text))
    return QCoreApplication.translate("History", ", ").join(filter(None, parts))


def footnote_words(note: Footnote) -> str:
    """Return what a row about a footnote is called."""
    if not note.text.strip():
        return QCoreApplication.translate("History", "footnote, without words then")
    return QCoreApplication.translate("History", "footnote, as it was")


def heading(time: str, day: date, *, exact: bool) -> str:
    """Return which state is shown ("The notes of Wed 20 Nov, 14:32")."""
    if not exact:
        return QCoreApplication.translate("History", "The notes {time}, {day}").format(
            time=time, day=words.day_month(day)
        )
    return QCoreApplication.translate("History", "The notes of {day}, {time}").format(
        day=words.day_month(day), time=time
    )
