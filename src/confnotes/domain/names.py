"""Names written in two ways, or one letter unlike what the schedule writes."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from confnotes.domain.kanji import misshaped
from confnotes.domain.spelling import Word, is_acronym, is_kana, is_marked, key_of, near, shortened
from confnotes.domain.spelling import words as words_of
from confnotes.domain.vocabulary import Evidence, Person, Vocabulary, name_in, preferred

_OFTEN = 3
_RARE = 3
_SURE = 2
_TWICE = 2
_PLAIN = 8
_FAR = 7
_LATIN, _KANA = 5, 4
_NONE: Counter[str] = Counter()
_ENDINGS = ("s", "es", "d", "ed", "r", "er", "n", "y", "e", "a", "ing", "ly", "al", "ic")


class Why(Enum):
    """What is the matter with a name."""

    TWO_WAYS = "two_ways"
    UNLIKE_SCHEDULE = "unlike_schedule"
    ONE_LETTER = "one_letter"


@dataclass(frozen=True, slots=True)
class Spot:
    """A name in a text: the text's number, and [start, end) in it."""

    text: int
    start: int
    end: int
    form: str


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a name: how often it is written so, and whether the schedule writes it."""

    text: str
    count: int
    known: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """A name with the ways it is written, the one that is proposed first, and all its spots."""

    why: Why
    forms: tuple[Form, ...]
    spots: tuple[Spot, ...]

    @property
    def right(self) -> str:
        """The form that is proposed."""
        return self.forms[0].text

    def others(self, form: str) -> tuple[Spot, ...]:
        """Return the spots that are written in another way."""
        return tuple(spot for spot in self.spots if spot.form != form)


def find(
    known: Vocabulary, texts: Sequence[str], kept: Collection[str] = ()
) -> tuple[Finding, ...]:
    """Return what is written in two ways, or unlike the schedule, in the order of reading.

    `kept` are forms that were said to be right.
    """
    return tuple(_Finding(known, texts, frozenset(kept)).run())


@dataclass
class _Met:
    """A name that was met: where it is written as it should be, and where not."""

    right: str
    why: Why
    wrong: list[Spot]


class _Finding:
    """One search."""

    def __init__(self, known: Vocabulary, texts: Sequence[str], kept: frozenset[str]) -> None:
        self._known, self._kept = known, kept
        self._texts = [words_of(text) for text in texts]
        self._written = texts
        self._evidence = Evidence()
        for found in self._texts:
            self._evidence.take(found)
        self._own = self._own_names()
        self._near: dict[str, set[str]] = defaultdict(set)
        for name in self._own:
            for part in shortened(name):
                self._near[part].add(name)
        self._met: dict[str, _Met] = {}
        self._spots: dict[str, list[tuple[int, Word]]] = defaultdict(list)
        for number, found in enumerate(self._texts):
            for word in found:
                self._spots[word.key].append((number, word))

    def _own_names(self) -> dict[str, str]:
        """Return, by key, the words of the schedule that one's own texts show to be names: where
        it has titles alone, all of whose words begin with a capital, it cannot show that itself."""
        evidence, known = self._evidence, self._known
        return {
            key: preferred({f: n for f, n in evidence.forms[key].items() if f[0].isupper()})
            for key, often in evidence.capital.items()
            if often >= _OFTEN
            and evidence.plain[key] * _RARE <= often
            and len(key) >= _FAR
            and key.isalpha()
            and key in known.seen
            and key not in known.written
            and key not in known.plain
        }

    def run(self) -> Iterator[Finding]:
        for key in self._spots:
            right, why = self._right(key)
            if right is not None:
                self._compare(key, right, why)
        self._parts()
        self._phrases()
        self._shapes()
        for key, spots in self._spots.items():
            if key not in self._known.seen:
                self._nearly(key, spots)
        found = [self._finding(key, met) for key, met in self._met.items()]
        yield from sorted(found, key=lambda one: (one.spots[0].text, one.spots[0].start))

    # -- two ways --------------------------------------------------------------------------------

    def _right(self, key: str) -> tuple[str | None, Why]:
        """Return how a word is to be written, None when it is no name or written in one way."""
        here = self._evidence.forms[key]
        known = self._known.names.get(key)
        if is_kana(key):
            if len(here) > 1:
                return known or preferred(here), Why.TWO_WAYS
            return (known if known and len(known) >= _KANA else None), Why.UNLIKE_SCHEDULE
        if known is not None:
            return known, Why.TWO_WAYS if known in here else Why.UNLIKE_SCHEDULE
        if len(here) < 2 or key in self._known.plain:
            return None, Why.TWO_WAYS
        if any(map(is_marked, here)):
            return preferred(here), Why.TWO_WAYS
        often, plain = self._evidence.capital[key], self._evidence.plain[key]
        if often >= _OFTEN and plain * _RARE <= often and len(key) > 3 and key.isalpha():
            return preferred({f: n for f, n in here.items() if f[0].isupper()}), Why.TWO_WAYS
        return None, Why.TWO_WAYS

    def _compare(self, key: str, right: str, why: Why) -> None:
        wrong = [
            Spot(number, word.start, word.end, word.form)
            for number, word in self._spots[key]
            if word.form != right and not self._may_be(word, right, number)
        ]
        if wrong:
            self._met[right] = _Met(right, why, wrong)

    def _may_be(self, word: Word, right: str, number: int) -> bool:
        """Return whether a form is another, but no wrong one there."""
        form = word.form
        if form in self._kept or "'" in form or "’" in form:
            return True
        forms = self._known.forms.get(word.key, _NONE)
        if forms[form] * _SURE > forms[right] > 0:
            return True  # the schedule itself writes both
        if word.kana:
            return False
        here = self._evidence.forms[word.key]
        rare = forms[right] + here[right] < _OFTEN
        loud = form.isupper() and not right.isupper()
        if loud and (len(form) > _LATIN or not is_marked(right) or rare):
            return True  # a heading, a raised voice, or an acronym of something else
        if form[:-1] == right[:-1] and form[-1] in "sS":
            return True  # OSS is no OSs
        if form[1:] == right[1:]:
            if form[0].isupper() and not word.amid:
                return True
            if not form.isalpha() and right not in here:
                return True  # K3s and k3s are both in use; one of them will do
        if is_acronym(right):
            return len(right) <= _OFTEN or forms[form] > 0 or rare
        if form.islower():
            return (rare and is_marked(right)) or self._is_joined(word, number)
        return False

    def _is_joined(self, word: Word, number: int) -> bool:
        """Return whether a hyphen makes it a part of something else (docker-compose)."""
        text = self._written[number]
        return text[word.start - 1 : word.start] == "-" or text[word.end : word.end + 1] == "-"

    # -- parted and joined -----------------------------------------------------------------------

    def _parts(self) -> None:
        """Find names like GitHub that stand there as two words."""
        marked = {
            key: name
            for key in {*self._known.names, *self._evidence.forms}
            if not is_kana(key)
            and key not in self._known.parted
            and (name := self._known.names.get(key) or name_in(key, self._evidence)) is not None
            and is_marked(name)
            and key.isalpha()
        }
        parted: dict[str, list[Spot]] = defaultdict(list)
        for number, found in enumerate(self._texts):
            for one, two in pairwise(found):
                name = marked.get(one.key + two.key) if two.joint else None
                if name is None or not two.form[0].isupper() or not one.form[0].isupper():
                    continue
                form = self._written[number][one.start : two.end]
                if name[len(one.form)].isupper() and form not in self._kept:
                    parted[name].append(Spot(number, one.start, two.end, form))
        for name, spots in parted.items():
            self._part(name, spots)

    def _part(self, name: str, spots: list[Spot]) -> None:
        """Take what is written more often, in one word or in two, for right."""
        key = key_of(name)
        here = [(number, word) for number, word in self._spots.get(key, ()) if is_marked(word.form)]
        joined = len(here) + sum(self._known.forms.get(key, _NONE).values())
        if joined >= max(len(spots), _TWICE):
            for spot in spots:
                self._meet(name, spot, Why.TWO_WAYS)
        elif here and name not in self._kept:
            right = preferred(Counter(spot.form for spot in spots))
            for number, word in here:
                self._meet(right, Spot(number, word.start, word.end, word.form), Why.TWO_WAYS)

    def _phrases(self) -> None:
        """Find people and organisations whose name is joined, parted or capitalised otherwise."""
        phrases = self._known.phrases
        heads = {key_of(name.replace("-", " ").split()[0]) for name in phrases.values()}
        for number, found in enumerate(self._texts):
            for at, first in enumerate(found):
                if first.kana:
                    continue
                name = phrases.get(first.key)
                if name is not None and first.form[0].isupper() and not first.form.isupper():
                    self._phrase(number, first, first, name)
                if first.key not in heads:
                    continue
                key = first.key
                for last in found[at + 1 : at + 4]:
                    if not last.joint:
                        break
                    key += last.key
                    if (name := phrases.get(key)) is not None:
                        self._phrase(number, first, last, name)

    def _phrase(self, number: int, first: Word, last: Word, name: str) -> None:
        form = self._written[number][first.start : last.end]
        if form == name or form in self._kept or form.isupper() or form.islower():
            return
        if name.isupper() or form.replace("\u3000", " ") == name:
            return
        self._meet(name, Spot(number, first.start, last.end, form), Why.UNLIKE_SCHEDULE)

    def _shapes(self) -> None:
        """Find people whose name in kanji is written in other shapes."""
        for number, text in enumerate(self._written):
            for start, end, right in misshaped(text, self._known.shapes):
                form = text[start:end]
                if form not in self._kept:
                    self._meet(right, Spot(number, start, end, form), Why.UNLIKE_SCHEDULE)

    def _meet(self, right: str, spot: Spot, why: Why) -> None:
        self._met.setdefault(right, _Met(right, why, [])).wrong.append(spot)

    # -- one letter off --------------------------------------------------------------------------

    def _nearly(self, key: str, spots: Sequence[tuple[int, Word]]) -> None:
        candidates = {
            name
            for part in shortened(key)
            for name in (*self._known.near.get(part, ()), *self._near.get(part, ()))
            if near(key, name)
        }
        for name in sorted(candidates):
            for number, word in spots:
                if word.form in self._kept:
                    continue
                right = self._meant(number, word, name)
                if right is not None:
                    spot = Spot(number, word.start, word.end, word.form)
                    self._meet(right, spot, Why.ONE_LETTER)

    def _meant(self, number: int, word: Word, name: str) -> str | None:
        """Return the name that a word means, None when it may be a word of its own."""
        for person in self._known.people.get(name, ()):
            if self._beside(number, word, person, name):
                form = person.forms[person.keys.index(name)]
                return form.capitalize() if form.isupper() and not word.form.isupper() else form
        right = self._known.written.get(name) or self._own.get(name)
        if right is None or word.key[0] != name[0] or any(map(str.isdigit, word.key)):
            return None
        if self._known.seen & _stems(word.key):
            return None
        if word.kana:
            return None if _ends_alike(word.key, name) else right
        plain = word.form.islower() or word.opens or not word.amid
        if plain and (len(name) < _PLAIN or right.islower()):
            return None
        replaced = len(word.key) == len(name) and not _swapped(word.key, name)
        if _ends_alike(word.key, name) or (replaced and len(name) < _FAR):
            return None
        if len(word.form) == len(right) and _differs_in_capital(word.form, right):
            return None
        return right

    def _beside(self, number: int, word: Word, person: Person, name: str) -> bool:
        """Return whether another word of that person's name stands right beside a word."""
        if word.form.islower() or word.key in (f"{name}s", name.removesuffix("s")):
            return False
        others = set(person.keys) - {name}
        found = self._texts[number]
        at = found.index(word)
        before = found[at - 1].key if at and word.joint else ""
        after = found[at + 1].key if at + 1 < len(found) and found[at + 1].joint else ""
        return bool(others & {before, after})

    # -- together --------------------------------------------------------------------------------

    def _finding(self, right: str, met: _Met) -> Finding:
        spots = list(met.wrong)
        key = key_of(right)
        spots += [
            Spot(number, word.start, word.end, word.form)
            for number, word in self._spots.get(key, ())
            if word.form == right
        ]
        if " " in right or right in self._known.shapes.values():
            spots += self._whole(right)
        spots = sorted(set(spots), key=lambda spot: (spot.text, spot.start))
        counts = Counter(spot.form for spot in spots)
        schedule = self._known.forms.get(key, _NONE)
        known = {form for form in counts if schedule[form]} | (
            {right} if self._knows(right) else set()
        )
        order = sorted(counts.keys() - {right}, key=lambda form: (-counts[form], form))
        forms = tuple(Form(form, counts[form], form in known) for form in (right, *order))
        return Finding(met.why, forms, tuple(spots))

    def _knows(self, right: str) -> bool:
        key = key_of(right)
        known = self._known
        return key in known.seen or key in known.phrases or right in known.shapes.values()

    def _whole(self, right: str) -> Iterator[Spot]:
        for number, text in enumerate(self._written):
            at = text.find(right)
            while at >= 0:
                yield Spot(number, at, at + len(right), right)
                at = text.find(right, at + 1)


def _stems(key: str) -> set[str]:
    """Return what a word may be an inflection of, or may be inflected to."""
    found = {key + ending for ending in _ENDINGS}
    found |= {key.removesuffix(ending) for ending in _ENDINGS}
    return found - {key}


def _ends_alike(one: str, other: str) -> bool:
    """Return whether two words differ at their end alone, as forms of one word do."""
    least = min(len(one), len(other)) - 1
    return one[:least] == other[:least]


def _swapped(one: str, other: str) -> bool:
    return sorted(one) == sorted(other)


def _differs_in_capital(form: str, right: str) -> bool:
    """Return whether two forms differ in a letter that is a capital: ARKit is not AVKit."""
    at = next(
        (at for at, (a, b) in enumerate(zip(form, right, strict=False)) if a.lower() != b.lower()),
        None,
    )
    return at is not None and (form[at].isupper() or right[at].isupper())
