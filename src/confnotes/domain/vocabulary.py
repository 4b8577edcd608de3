"""What a conference's own schedule knows: its people, its organisations, and words that it shows
to be names by how it writes them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from confnotes.domain.kanji import shapes_of
from confnotes.domain.spelling import (
    JOINTS,
    Word,
    is_acronym,
    is_kana,
    is_marked,
    key_of,
    shortened,
    words,
)

_LATIN, _KANA, _PERSON, _FAMILY = 5, 6, 4, 7
"""So long a name has to be for a word one letter off to mean it; a family's name when it stands
alone, as many are a letter apart."""
_TIMES = 3
_CROWDED = 0.3
_SHORT = 3
_MOST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Schedule:
    """What a schedule says: `people` as (name, the part that is the family's or ""), their
    `organisations`, `places` (rooms, tracks, events, venue), and `prose` (titles, abstracts)."""

    people: tuple[tuple[str, str], ...] = ()
    organisations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    prose: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name in its words; `families` are those that may stand alone."""

    forms: tuple[str, ...]
    keys: tuple[str, ...]
    families: frozenset[str]


@dataclass(frozen=True)
class Vocabulary:
    """Names by key, as the schedule writes them.

    `names` are known; of `forms` it counts every spelling. `seen` are all its words, `plain`
    those it writes without a capital, `parted` (joined keys) what it writes as two words.
    `phrases` are names of several words by joined key. `near` leads from a key, shortened, to the
    keys of names that a word one letter off may mean; `written` are those as they are written.
    `shapes` are names in kanji, by what their shapes share.
    """

    names: Mapping[str, str]
    forms: Mapping[str, Counter[str]]
    seen: frozenset[str]
    plain: frozenset[str]
    parted: frozenset[str]
    phrases: Mapping[str, str]
    people: Mapping[str, tuple[Person, ...]]
    written: Mapping[str, str]
    near: Mapping[str, tuple[str, ...]]
    shapes: Mapping[str, str]


@lru_cache(maxsize=2)
def vocabulary(schedule: Schedule) -> Vocabulary:
    """Return what a schedule knows; the same at once for the same schedule."""
    return _Reading(schedule).vocabulary()


class Evidence:
    """How often texts write what, and where a capital says that something is a name."""

    def __init__(self) -> None:
        self.forms: dict[str, Counter[str]] = defaultdict(Counter)
        self.capital: Counter[str] = Counter()
        self.plain: Counter[str] = Counter()

    def take(self, found: Sequence[Word]) -> None:
        """Take down the words of one text."""
        long = capitals = shouted = 0
        for word in found:
            if not word.kana and len(word.form) > _SHORT:
                long += 1
                shouted += word.form.isupper()
                capitals += word.amid and not word.form.islower() and not is_marked(word.form)
        telling = capitals <= _CROWDED * max(long, 5)  # not a heading, nor German
        shouting = shouted * 2 > max(long, 3)
        here: set[str] = set()
        for at, word in enumerate(found):
            form, key = word.form, word.key
            if form.islower():
                self.forms[key][form] += 1
                self.plain[key] += 1
            elif word.kana:
                self.forms[key][form] += 1
            elif not (shouting and form.isupper()):
                self.forms[key][form] += 1
                if telling and word.amid and key not in here and _alone(found, at):
                    self.capital[key] += 1
                    here.add(key)


def _alone(found: Sequence[Word], at: int) -> bool:
    """Return whether a word has a capital that its neighbours do not have, as parts of a name (the
    Court of Justice) would."""
    word = found[at]
    if not word.form[0].isupper() or word.form.isupper():
        return False
    if at and word.joint and found[at - 1].form[0].isupper():
        return False
    after = found[at + 1] if at + 1 < len(found) else None
    return after is None or not after.joint or not (after.form[0].isupper() or after.key == "of")


def preferred(forms: Mapping[str, int]) -> str:
    """Return the form to write: the most frequent, of equal ones one that shows it is a name."""
    return max(forms, key=lambda form: (forms[form], is_marked(form), form[:1].isupper(), form))


def name_in(key: str, evidence: Evidence, least: int = _TIMES) -> str | None:
    """Return the form of a word that is a name by evidence, None when it is none."""
    forms = evidence.forms[key]
    marked = {form: count for form, count in forms.items() if is_marked(form)}
    if marked:
        upper = {form: count for form, count in forms.items() if form.isupper()}
        return preferred({**upper, **marked})
    if evidence.plain[key]:
        return None
    acronyms = {form: count for form, count in forms.items() if is_acronym(form)}
    if acronyms and len(key) > 2:
        return preferred(acronyms)
    if evidence.capital[key] >= least and len(key) > 2 and key.isalpha():
        return preferred({f: n for f, n in forms.items() if f[0].isupper() and not f.isupper()})
    return None


class _Reading:
    """One schedule on its way to a vocabulary."""

    def __init__(self, schedule: Schedule) -> None:
        self._schedule = schedule
        self._evidence = Evidence()
        self._texts = [words(text) for text in schedule.prose]
        for found in self._texts:
            self._evidence.take(found)
        self._asides = [words(text) for text in (*schedule.places, *schedule.organisations)]

    def vocabulary(self) -> Vocabulary:
        evidence = self._evidence
        names = {
            key: name
            for key in evidence.forms
            if not is_kana(key) and (name := name_in(key, evidence)) is not None
        }
        for word in (word for found in self._asides for word in found):
            if is_marked(word.form) and word.key not in names:
                names[word.key] = word.form
        kana = self._kana()
        people = self._people()
        marked = {key for key, name in names.items() if is_marked(name)}
        phrases = self._phrases()
        spoken = {key for person in people for key in person.keys}
        seen = set(evidence.forms) | spoken
        seen.update(word.key for found in self._asides for word in found)
        targets = {
            key: name
            for key, name in names.items()
            if len(key) >= _LATIN and key.isalpha() and not is_acronym(name)
        }
        targets |= {
            word.key: word.form
            for text in self._schedule.organisations
            if len(found := words(text)) == 1
            for word in found
            if len(word.key) >= (_LATIN if is_marked(word.form) else _FAMILY)
            and word.key.isalpha()
            and word.key not in evidence.plain
        }
        targets |= {key: form for key, form in kana.items() if len(form) >= _KANA}
        near: dict[str, list[str]] = defaultdict(list)
        by_word: dict[str, list[Person]] = defaultdict(list)
        for person in people:
            for key, form in zip(person.keys, person.forms, strict=True):
                by_word[key].append(person)
                if key in person.families and len(key) >= _FAMILY:
                    targets.setdefault(key, form)
        for key in {*targets, *(key for key in spoken if len(key) >= _PERSON)}:
            for part in shortened(key):
                near[part].append(key)
        return Vocabulary(
            {**names, **kana},
            evidence.forms,
            frozenset(seen),
            frozenset(evidence.plain),
            frozenset(self._parted(marked)),
            phrases,
            {key: tuple(found) for key, found in by_word.items()},
            targets,
            {part: tuple(keys) for part, keys in near.items()},
            shapes_of(self._schedule.people),
        )

    def _kana(self) -> dict[str, str]:
        """Return the katakana words that are written in one way."""
        found: dict[str, set[str]] = defaultdict(set)
        for key, forms in self._evidence.forms.items():
            if is_kana(key):
                found[key].update(forms)
        for word in (word for text in self._asides for word in text):
            if word.kana:
                found[word.key].add(word.form)
        return {key: next(iter(forms)) for key, forms in found.items() if len(forms) == 1}

    def _people(self) -> list[Person]:
        return [
            Person(forms, tuple(map(key_of, forms)), families)
            for name, family in self._schedule.people
            if (forms := tuple(word.form for word in words(name) if len(word.form) > 1))
            for families in [frozenset(map(key_of, family.split() if family else forms[-1:]))]
        ]

    def _phrases(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for text in self._schedule.organisations:
            part = text.strip().removeprefix("The ")
            parts = words(part)
            if 1 < len(parts) <= _MOST_WORDS and _is_whole(part, parts):
                found["".join(word.key for word in parts)] = part
        for name, _ in self._schedule.people:
            parts = words(name)
            if 1 < len(parts) <= _MOST_WORDS and _is_whole(name.strip(), parts):
                found["".join(word.key for word in parts)] = name.strip()
        return found

    def _parted(self, marked: Iterable[str]) -> Iterator[str]:
        """Yield the keys of names that the schedule also writes as two words."""
        wanted = frozenset(marked)
        for found in (*self._texts, *self._asides):
            for one, two in pairwise(found):
                if two.joint and one.key + two.key in wanted:
                    yield one.key + two.key


def _is_whole(text: str, parts: Sequence[Word]) -> bool:
    """Return whether a text is these words, each with a capital, and single joints."""
    return (
        parts[0].start == 0
        and parts[-1].end == len(text)
        and all(word.joint in JOINTS for word in parts[1:])
        and all(word.form[0].isupper() for word in parts)
    )
