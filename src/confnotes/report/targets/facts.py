"""What front matter and file names are made from, and how they are written.

Strings are written as JSON writes them, which is a double-quoted scalar of YAML (1.2, section
7.3) and a basic string of TOML (1.0): no word of a title becomes a number, a date or a `true`.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from confnotes.domain.text import Language

_MOST_LETTERS = 60


class FieldKind(StrEnum):
    """How a setting is filled in: words, a yes or no, or one of several."""

    TEXT = "text"
    SWITCH = "switch"
    CHOICE = "choice"


ON, OFF = "on", "off"
_NOT_ON = frozenset({OFF, "no", "0", "false", ""})


def is_on(value: str) -> bool:
    """Return whether a switch is on."""
    return value.strip().casefold() not in _NOT_ON


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a report when it is written down.

    `stem` names the conference in ASCII ("kubecon-na-2019"), `name` is its short name without a
    year, `kind` the language's word for a conference, `day` the conference's last day, `lead` how
    the text begins. `given` holds the settings of the target, defaults filled in.
    """

    title: str
    language: Language
    stem: str = "report"
    name: str = ""
    kind: str = ""
    day: date | None = None
    lead: str = ""
    author: str = ""
    given: Mapping[str, str] = field(default_factory=dict)

    def has(self, key: str) -> bool:
        """Return whether a switch is on."""
        return is_on(self.given.get(key, OFF))

    def tags(self, key: str) -> list[str]:
        """Return a setting of several words, told apart by commas."""
        return list(dict.fromkeys(filter(None, map(str.strip, _COMMA.split(self.given[key])))))


_COMMA = re.compile("[,、，]")


@dataclass(frozen=True, slots=True)
class Field:
    """A setting of a target: `default` is what holds while nothing is set.

    With `per_language` the report has one in each language (key `slug.ja`)."""

    key: str
    kind: FieldKind = FieldKind.TEXT
    default: Callable[[Facts], str] = lambda _: ""
    choices: tuple[str, ...] = ()
    per_language: bool = False

    def kept_as(self, language: Language) -> str:
        """Return the key the setting is kept under."""
        return f"{self.key}.{language}" if self.per_language else self.key


CONTENTS = Field("contents", FieldKind.SWITCH, lambda _: OFF)
"""Whether the report begins with a list of its contents."""
PUBLISHED = Field("published", FieldKind.SWITCH, lambda _: OFF)
"""Whether the place may show it: never unless somebody says so."""


@dataclass(frozen=True, slots=True)
class Files:
    """Where a report goes, as names below the export folder: the text, the folder of its pictures,
    and what stands before a picture's name in the text."""

    text: str
    pictures: str
    shown: str


def filled(facts: Mapping[str, str], fields: Iterable[Field], page: Facts) -> dict[str, str]:
    """Return what is set in `facts` (by the keys it is kept under), gaps filled with defaults."""
    out = {}
    for one in fields:
        given = facts.get(one.kept_as(page.language), "").strip()
        if one.kind is FieldKind.CHOICE and given not in one.choices:
            given = ""
        out[one.key] = given or one.default(page)
    return out


# Slugs


def slug_of(facts: Facts) -> str:
    """Return the name of a report among others: "kubecon-na-2019-ja"."""
    return f"{facts.stem[:_MOST_LETTERS].strip('-')}-{facts.language}"


SLUG = Field("slug", default=slug_of, per_language=True)


def as_slug(typed: str) -> str:
    """Return what was typed as a name for an address: letters, digits, `-` and `_`."""
    return re.sub(r"[^0-9a-z_-]+", "-", typed.lower()).strip("-")


def named(facts: Facts) -> str:
    """Return the slug that was set, as an address can have it."""
    return as_slug(facts.given.get("slug", "")) or slug_of(facts)


def topic(words: str) -> str:
    """Return words as one tag: letters and digits alone, nothing between them."""
    return "".join(letter for letter in words if letter.isalnum())


def name_and_kind(facts: Facts) -> str:
    """Return the tags every report has: its conference, and that it is one."""
    return ", ".join(filter(None, (topic(facts.name), facts.kind)))


# Front matter

Value = str | bool | date | list[str] | None


def quoted(text: str) -> str:
    """Return a string as YAML, TOML and JSON read it alike."""
    text = json.dumps(" ".join(text.split("\n")), ensure_ascii=False)
    # What YAML cannot print (the controls of a text once read in a wrong encoding, too) or takes
    # for the end of a line or of its file; TOML forbids the first.
    return re.sub("[\x7f-\x9f\u2028\u2029\ufeff]", lambda m: f"\\u{ord(m.group()):04x}", text)


def _value(value: Value) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case date():
            return value.isoformat()
        case str():
            return quoted(value)
        case list():
            return "[" + ", ".join(map(quoted, value)) + "]"


def yaml(values: Mapping[str, Value]) -> str:
    """Return YAML front matter."""
    rows = [f"{key}: {_value(value)}" for key, value in values.items()]
    return "\n".join(["---", *rows, "---"])


def toml(values: Mapping[str, Value]) -> str:
    """Return TOML front matter; what has no value is left out."""
    rows = [f"{key} = {_value(value)}" for key, value in values.items() if value is not None]
    return "\n".join(["+++", *rows, "+++"])
