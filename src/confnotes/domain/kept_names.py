"""Ways of writing a name that a person said are right."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KeptName:
    """A form that is right in one conference, whatever its schedule writes."""

    id: str
    conference_id: str
    form: str
