"""The persons of a session; the name stands under another key in each generation of the format."""

from confnotes.domain.draft import DraftSpeaker
from confnotes.schedule.findings import Findings
from confnotes.schedule.limits import MAX_SPEAKERS
from confnotes.schedule.links import whole
from confnotes.schedule.prose import body, single
from confnotes.schedule.values import Record, first_text, sequence

_NAMES = ("public_name", "name", "full_public_name", "display_name", "full_name", "fullName")
_COMPANIES = ("affiliation", "company", "organization", "organisation")
_MAX_KEY = 200


def speakers_of(event: Record, findings: Findings, place: str) -> tuple[DraftSpeaker, ...]:
    """Return the speakers in the file's order, each once."""
    given = sequence(event.get("persons")) or sequence(event.get("speakers"))
    found: dict[tuple[str, str], DraftSpeaker] = {}
    for person in given[:MAX_SPEAKERS]:
        speaker = speaker_of(person, findings, place)
        if speaker is not None:
            found.setdefault((speaker.name, speaker.key), speaker)
    return tuple(found.values())


def speaker_of(person: object, findings: Findings, place: str) -> DraftSpeaker | None:
    """Return the speaker that a name or a record names, None where there is no name."""
    if isinstance(person, str):
        return DraftSpeaker(name) if (name := single(person)) else None
    if not isinstance(person, dict):
        return None
    name = single(first_text(person, *_NAMES)) or _of_parts(person)
    if not name:
        return None
    return DraftSpeaker(
        name,
        key=first_text(person, "guid", "code", "id")[:_MAX_KEY],
        affiliation=single(first_text(person, *_COMPANIES)),
        biography=body(first_text(person, "biography", "bio", "abstract"), findings, place),
        url=whole(first_text(person, "url")),
    )


def _of_parts(person: Record) -> str:
    first = first_text(person, "first_name", "firstName")
    return single(f"{first} {first_text(person, 'last_name', 'lastName')}")
