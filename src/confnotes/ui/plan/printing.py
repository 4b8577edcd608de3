"""One's agenda on paper: a page set by Qt's own text layout, for a printer or as PDF."""

from html import escape
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPagedPaintDevice, QPdfWriter, QTextDocument

from confnotes.domain.agenda import takes_whole_day
from confnotes.domain.choice import Intent
from confnotes.domain.session import SessionState
from confnotes.services.agenda import Agenda
from confnotes.services.views import SessionView
from confnotes.ui.parts import words
from confnotes.ui.parts.paper import print_paper, set_page
from confnotes.ui.parts.theme import theme

translate = QCoreApplication.translate
_POINTS = 10.5
_STYLE = """
body { color: #1D2423; }
h1 { font-size: 18pt; }
h2 { font-size: 12pt; color: #0B6B65; margin-top: 14pt; margin-bottom: 4pt; }
td { vertical-align: top; }
.time { white-space: nowrap; }
.quiet { color: #535D5B; }
"""


def agenda_html(agenda: Agenda) -> str:
    """Return an agenda as HTML: a table a day, in the conference's own time."""
    conference = agenda.conference
    place = ", ".join(part for part in (conference.venue, conference.city) if part)
    out = [f"<style>{_STYLE}</style><h1>{escape(conference.title)}</h1>"]
    said = " · ".join(part for part in (place, conference.timezone) if part)
    out.append(f"<p class='quiet'>{escape(said)}</p>")
    if agenda.events:
        names = ", ".join(escape(event.title) for event in agenda.events)
        out.append(f"<h2>{escape(translate('Plan', 'Co-located events'))}</h2><p>{names}</p>")
    days = dict.fromkeys(view.day for view in agenda.sessions)
    for day in days:
        head = "" if day is None else words.full_day(day)
        rows = [_row(v, conference.timezone) for v in agenda.sessions if v.day == day]
        out.append(
            f"<h2>{escape(head)}</h2><table cellpadding='5' cellspacing='0'>{''.join(rows)}</table>"
        )
    return "".join(out)


def _row(view: SessionView, zone: str) -> str:
    session = view.session
    when = words.span(session.start_at, session.end_at, zone)
    if takes_whole_day(session):
        when = translate("Plan", "All day")
    title = escape(session.title)
    if session.facts.state is SessionState.CANCELLED:
        title = f"<s>{title}</s> {escape(translate('Plan', 'Cancelled'))}"
    elif session.choice.intent is Intent.CONSIDERED:
        title = f"{title} <span class='quiet'>({escape(translate('Plan', 'considered'))})</span>"
    else:
        title = f"<b>{title}</b>"
    speakers = ", ".join(speaker.name for speaker in view.speakers)
    if speakers:
        title += f"<br><span class='quiet'>{escape(speakers)}</span>"
    cells = (("time", escape(when)), ("", title), ("quiet", escape(session.facts.room or "")))
    return "<tr>" + "".join(f"<td class='{name}'>{text}</td>" for name, text in cells) + "</tr>"


def agenda_document(agenda: Agenda) -> QTextDocument:
    """Return an agenda set in the fonts of the interface."""
    document = QTextDocument()
    font = theme().font()
    font.setPointSizeF(_POINTS)
    document.setDefaultFont(font)
    document.setHtml(agenda_html(agenda))
    return document


def paint_agenda(agenda: Agenda, device: QPagedPaintDevice) -> None:
    """Paint an agenda on the pages of a printer or a PDF."""
    print_paper(agenda_document(agenda), device)


def write_pdf(agenda: Agenda, path: Path) -> None:
    """Write an agenda as PDF (A4); OSError when it cannot be written."""
    with path.open("wb"):
        pass  # QPdfWriter says nothing of a place it cannot write to
    writer = QPdfWriter(str(path))
    set_page(writer, agenda.conference.title)
    paint_agenda(agenda, writer)
