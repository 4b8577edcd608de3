"""A session that is no more: as after a schedule is taken back, whoever shows it meanwhile."""

from confnotes.domain.session import Session
from confnotes.services.bundle import Services
from confnotes.services.days import update_days
from confnotes.services.listing import conference_of, session_of


def erase_session(services: Services, session_id: str, initiator: object = None) -> None:
    """Take a session out of the file, and tell everyone."""
    with services.notebook.writing(initiator) as unit:
        session = session_of(unit, session_id)
        unit.delete(Session, session_id)
        update_days(unit, conference_of(unit, session.conference_id))
    services.hub.publish(unit.changes)
