"""`search WORDS…`: whatever has all words, in all conferences or in one."""

from contextlib import closing

from confnotes.cli.commands import Context
from confnotes.domain.notes import Line, moment
from confnotes.domain.search import parse
from confnotes.domain.session import Session
from confnotes.domain.times import zone
from confnotes.services.notebook import Mode
from confnotes.services.search_views import Found, Place

_SENTENCES = {
    Place.SESSION: "cli.found.session",
    Place.LINE: "cli.found.line",
    Place.FOOTNOTE: "cli.found.footnote",
    Place.SPEAKER: "cli.found.speaker",
    Place.EVENT: "cli.found.event",
    Place.CONFERENCE: "cli.found.conference",
}
_HOUR = 3600


def search(context: Context) -> int:
    """Say all that was found, one a line; nothing is no failure."""
    query = parse(" ".join(context.arguments.words))
    with closing(context.open_services(context.notebook, Mode.READ)) as services:
        answer = services.search.search(query)
    for found in answer.found:
        if context.arguments.json:
            context.out.json(_object(found))
        else:
            text = " – ".join(passage.text.replace("\n", " ") for passage in found.passages)
            where = ", ".join(_where(found))
            context.out.say(_SENTENCES[found.place], text=text, where=where)
    if not answer.found and not context.arguments.json:
        context.out.warn("cli.nothing_found")
    return 0


def _where(found: Found) -> list[str]:
    """Return where it stands, from the inside out."""
    session, line, conference = found.session, found.line, found.conference
    parts = []
    if session is not None and found.place is not Place.SESSION:
        parts.append(session.title)
        parts += _moment(session, line)
    elif session is not None and session.start_at is not None:
        parts.append(f"{session.start_at.astimezone(zone(conference.timezone)):%Y-%m-%d %H:%M}")
    if found.place is not Place.CONFERENCE:
        parts.append(conference.title)
    elif conference.starts is not None:
        parts.append(str(conference.starts))
    return [part for part in parts if part]


def _moment(session: Session, line: Line | None) -> list[str]:
    second = None if line is None else moment(line, session.zero)
    if second is None or second < 0:
        return []
    minutes, seconds = divmod(second, 60)
    hours = f"{minutes // 60}:{minutes % 60:02}" if second >= _HOUR else f"{minutes:02}"
    return [f"{hours}:{seconds:02}"]


def _object(found: Found) -> dict[str, object]:
    session, line = found.session, found.line
    return {
        "found": found.place.value,
        "id": found.id,
        "conference": {"id": found.conference.id, "name": found.conference.title},
        "session": None if session is None else {"id": session.id, "title": session.title},
        "line": None
        if line is None or session is None
        else {"id": line.id, "kind": line.kind.value, "moment": moment(line, session.zero)},
        "passages": [
            {"field": one.field, "text": one.text, "marks": [list(mark) for mark in one.marks]}
            for one in found.passages
        ],
    }
