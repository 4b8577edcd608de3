"""Two languages: any text a person wrote may have a language set, and a second version.

Texts are named by the row that owns them and the field they stand in ("session-uuid", "summary").
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from confnotes.domain.text import Language, fingerprint, guess_language


@dataclass(frozen=True, slots=True)
class Version:
    """The second version of a text, in `language`, made from the original with that fingerprint."""

    id: str
    conference_id: str
    owner_id: str
    field: str
    language: Language
    text: str
    made_from: str = ""


@dataclass(frozen=True, slots=True)
class LanguageMark:
    """The language an author set for an original text (without one it is guessed)."""

    id: str
    conference_id: str
    owner_id: str
    field: str
    language: Language


@dataclass(frozen=True, slots=True)
class Rendering:
    """A text as a report in one language prints it.

    `foreign`: it stands in the other language because it has no version.
    `stale`: a version exists, and its original changed since.
    """

    text: str
    language: Language
    foreign: bool = False
    stale: bool = False


@dataclass(frozen=True)
class Texts:
    """All second versions and set languages of a conference."""

    versions: Mapping[tuple[str, str, Language], Version] = field(default_factory=dict)
    marks: Mapping[tuple[str, str], Language] = field(default_factory=dict)

    @staticmethod
    def of(versions: Iterable[Version], marks: Iterable[LanguageMark]) -> "Texts":
        """Return them indexed by owner and field."""
        return Texts(
            {(v.owner_id, v.field, v.language): v for v in versions},
            {(m.owner_id, m.field): m.language for m in marks},
        )

    def language_of(self, owner_id: str, field_name: str, original: str) -> Language:
        """Return the language of an original: as set, else as guessed."""
        return self.marks.get((owner_id, field_name)) or guess_language(original)

    def render(self, owner_id: str, field_name: str, original: str, into: Language) -> Rendering:
        """Return the text to print in a report in `into`: the version there is, else the original.

        A version counts even where the original is neutral (a name, a place).
        """
        version = self.versions.get((owner_id, field_name, into))
        language = self.language_of(owner_id, field_name, original)
        if version is not None and version.text:
            stale = version.made_from != fingerprint(original)
            return Rendering(version.text, into, stale=stale)
        foreign = bool(original.strip()) and language not in (into, Language.NEUTRAL)
        return Rendering(original, language, foreign=foreign)
