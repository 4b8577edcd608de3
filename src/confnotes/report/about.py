"""What the conference is: its facts as a few sentences, each with its source as a footnote."""

import re
from collections.abc import Iterable, Sequence
from hashlib import sha256

from confnotes.domain.conference import Fact, FactKind
from confnotes.domain.inline import Address, Reference, Words, plain
from confnotes.report.blocks import (
    Block,
    Blocks,
    Inlines,
    Item,
    List,
    Paragraph,
    is_blank,
    joined,
    keys_in,
    without,
)
from confnotes.report.facts_list import FactsList
from confnotes.report.opening import readable
from confnotes.report.prose import abbreviated, counted, edition_number, is_online, without_end
from confnotes.report.teller import Teller

_STOPS = "。．."
_ENDS = ("。", ".", "！", "!", "です", "ます", "でした", "ました")
_FREE = frozenset({"free", "free of charge", "for free", "no charge", "0", "無料", "なし"})
_YEARS = re.compile(r"\d{4}年?|来年|再来年")
_SHORT = 6
_SEVERAL = re.compile(rf"source-([0-9a-f]{{{_SHORT}}}(?:-[0-9a-f]{{{_SHORT}}})+)")


class About:
    """Tells the facts about a conference; each brings its source as a footnote."""

    def __init__(self, teller: Teller) -> None:
        self._teller = teller
        self._facts: dict[FactKind, Fact] = {}
        self._others: list[Fact] = []
        for fact in sorted(teller.snapshot.contents.facts, key=lambda fact: fact.position):
            if not fact.shown or not fact.value.strip():
                continue
            if fact.kind is FactKind.OTHER or fact.kind in self._facts:
                self._others.append(fact)
            elif _can_be_told(teller, fact):
                self._facts[fact.kind] = fact

    def says_what(self) -> bool:
        """Return whether it is known who runs the conference, or what it is."""
        return self._has(FactKind.HOST) or self._has(FactKind.ABOUT)

    def blocks(self) -> Blocks:
        """Return what is known, in three short paragraphs at most, or as a list."""
        if self._teller.telling.facts_listed:
            return self._listed()
        paragraphs = (
            [*self._what(), self._people()],
            [self._held(), *self._unjoined(), self._fee()]
            + [self._counted("videos", FactKind.VIDEOS, "video")]
            + [self._own(fact) for fact in self._others],
            [self._next()],
        )
        told = [self._teller.sentences(_cited_once(part)) for part in paragraphs]
        told = [words for words in told if not is_blank(words)]
        if told and (site := self._site()):
            told[-1] = self._teller.sentences([told[-1], site])
        return tuple(map(Paragraph, told))

    def _site(self) -> Inlines:
        """Return where the conference's own page is, unless that was said already."""
        if not (url := self._teller.site()):
            return ()
        words = joined(self._teller.wording.phrase("about.site_words"))
        return self._teller.wording.fill("about.site", site=(Address(url, words),))

    def _listed(self) -> Blocks:
        """Return what it is as a sentence, the other facts as a list, then one's own sentences."""
        about = FactKind.ABOUT
        what: Inlines = ()
        if self._is_sentence(about):
            what = self._own(self._facts[about])
        elif self._has(about):
            name = self._teller.linked_name()
            what = self._tell("about", about, name=name, about=self._noun(about))
        found = FactsList(
            self._teller,
            self._facts,
            self._value,
            self._typed,
            lambda facts: sources(self._teller, facts),
            _is_free,
        )
        items = tuple(Item((Paragraph(row),)) for row in found.rows())
        own = self._teller.sentences([self._own(fact) for fact in self._others])
        parts: list[Block] = [Paragraph(what)] if what else []
        parts += [List(items)] if items else []
        return (*parts, Paragraph(own)) if own else tuple(parts)

    # Parts of sentences

    def _has(self, *kinds: FactKind) -> bool:
        return all(kind in self._facts for kind in kinds)

    def _value(self, kind: FactKind) -> Inlines:
        fact = self._facts[kind]
        words = self._teller.line(fact.id, "value", fact.value)
        return words if abbreviated(plain(words)) else without_end(words, _STOPS)

    def _typed(self, kind: FactKind) -> str:
        fact = self._facts[kind]
        words = self._teller.say(fact.id, "value", fact.value, quiet=True).strip()
        return words if abbreviated(words) else words.rstrip(_STOPS)

    def _noun(self, kind: FactKind) -> Inlines:
        """Return a fact that is a noun phrase, with its article."""
        words = self._value(kind)
        if words and isinstance(words[0], Words):
            noun = self._teller.prose.indefinite(words[0].text)
            return joined(noun, words[1:])
        return words

    def _is_sentence(self, kind: FactKind) -> bool:
        return self._has(kind) and is_sentence(self._teller, self._facts[kind])

    def _venue(self) -> str:
        conference = self._teller.snapshot.conference
        words = readable(self._teller, conference.id, "venue", conference.venue)
        return self._teller.prose.venue(words) if words else ""

    def _hours(self) -> str:
        """Return from when to when, where it can be said so."""
        return self._teller.prose.span(self._typed(FactKind.HOURS)) if self._timed() else ""

    def _timed(self) -> bool:
        return self._has(FactKind.HOURS) and not self._is_sentence(FactKind.HOURS)

    def _many_sessions(self) -> str:
        """Return how many sessions, where it is a number above one."""
        if not self._has(FactKind.SESSIONS):
            return ""
        typed = self._typed(FactKind.SESSIONS)
        found = counted(typed)
        return self._teller.prose.amount("session", typed) if found and found[0] != 1 else ""

    # Sentences

    def _tell(self, key: str, *kinds: FactKind, **parts: str | Inlines) -> Inlines:
        """Return the phrase as an ended sentence with the sources of its facts."""
        sentence = self._teller.prose.ended(self._teller.wording.fill(f"about.{key}", **parts))
        facts = [self._facts[kind] for kind in kinds if kind in self._facts]
        return _cited(self._teller, sentence, sources(self._teller, facts))

    def _own(self, fact: Fact) -> Inlines:
        """Return a fact that is the author's own sentence."""
        words = self._teller.line(fact.id, "value", fact.value)
        return _cited(self._teller, self._teller.prose.ended(words), sources(self._teller, [fact]))

    def _what(self) -> list[Inlines]:
        """Return who runs it and what it is: one sentence, or the author's own and another."""
        host, about = FactKind.HOST, FactKind.ABOUT
        out: list[Inlines] = []
        own_sentence = self._is_sentence(about)
        if own_sentence:
            out.append(self._own(self._facts[about]))
        named = self._has(host) or (self._has(about) and not own_sentence)
        name = self._teller.linked_name() if named else ()
        if self._has(host, about) and not own_sentence:
            parts = {"host": self._value(host), "about": self._noun(about)}
            out.append(self._tell("host_about", host, about, name=name, **parts))
        elif self._has(host):
            out.append(self._tell("host", host, name=name, host=self._value(host)))
        elif self._has(about) and not own_sentence:
            out.append(self._tell("about", about, name=name, about=self._noun(about)))
        return out

    def _people(self) -> Inlines:
        """Return edition and attendees in one sentence of what is known, with the venue when no
        other sentence has more to say of it."""
        given: dict[str, str | Inlines] = {}
        prose = self._teller.prose
        kinds = {
            "edition": FactKind.EDITION,
            "attendees": FactKind.ATTENDEES,
            "first": FactKind.FIRST_ATTENDEES,
        }
        for name, kind in kinds.items():
            if self._has(kind):
                typed = self._typed(kind)
                counts = kind is not FactKind.EDITION
                given[name] = prose.amount("person", typed) if counts else prose.ordinal(typed)
        if not given:
            return ()
        told = [kinds[name] for name in given]
        if self._venue_with_people():
            given["venue"] = self._venue()
        return self._tell("_".join(given), *told, **given)

    def _venue_with_people(self) -> bool:
        counts = self._has(FactKind.EDITION) or self._has(FactKind.ATTENDEES)
        alone = not (self._hours() or self._many_sessions() or self._has(FactKind.FIRST_ATTENDEES))
        return bool(self._venue()) and counts and alone

    def _held(self) -> Inlines:
        """Return venue, hours and sessions in one sentence of what is known."""
        venue = "" if self._venue_with_people() else self._venue()
        given = {"venue": venue, "hours": self._hours(), "sessions": self._many_sessions()}
        known: dict[str, str | Inlines] = {name: words for name, words in given.items() if words}
        if not known:
            return ()
        kinds = {"hours": FactKind.HOURS, "sessions": FactKind.SESSIONS}
        told = [kinds[name] for name in known if name in kinds]
        return self._tell("held_" + "_".join(known), *told, **known)

    def _unjoined(self) -> list[Inlines]:
        """Return the hours and sessions that no sentence with others can hold."""
        out: list[Inlines] = []
        if self._is_sentence(FactKind.HOURS):
            out.append(self._own(self._facts[FactKind.HOURS]))
        elif self._has(FactKind.HOURS) and not self._hours():
            out.append(self._tell("hours", FactKind.HOURS, hours=self._value(FactKind.HOURS)))
        if not self._many_sessions():
            out.append(self._counted("sessions", FactKind.SESSIONS, "talk"))
        return out

    def _fee(self) -> Inlines:
        kind = FactKind.FEE
        if not self._has(kind) or self._is_sentence(kind):
            return self._own(self._facts[kind]) if self._has(kind) else ()
        if _is_free(self._typed(kind)):
            return self._tell("free", kind)
        return self._tell("fee", kind, fee=self._value(kind))

    def _counted(self, key: str, kind: FactKind, unit: str) -> Inlines:
        fact = self._facts.get(kind)
        if fact is None:
            return ()
        if self._is_sentence(kind):
            return self._own(fact)
        typed = self._typed(kind)
        found = counted(typed)
        many = "one" if found and found == (1, "") else "many"
        return self._tell(f"{key}_{many}", kind, count=self._teller.prose.amount(unit, typed))

    def _next(self) -> Inlines:
        """Return where and when the next one is."""
        given: dict[str, str | Inlines] = {}
        prose = self._teller.prose
        if self._has(FactKind.NEXT_CITY):
            place = prose.place(self._typed(FactKind.NEXT_CITY))
            with_year = self._has(FactKind.NEXT_YEAR)
            given["city"] = prose.inside(place) if with_year else place
        if self._has(FactKind.NEXT_YEAR):
            given["year"] = prose.year(self._typed(FactKind.NEXT_YEAR))
        if not given:
            return ()
        return self._tell(
            "next_" + "_".join(given), FactKind.NEXT_CITY, FactKind.NEXT_YEAR, **given
        )


def _is_free(value: str) -> bool:
    return value.casefold() in _FREE


def _can_be_told(teller: Teller, fact: Fact) -> bool:
    """Return whether a fact can be told in this language: what is left in the other one is only
    told as a sentence of its own, or where it is a number; a check counts it."""
    texts, language = teller.snapshot.texts, teller.snapshot.language
    rendering = texts.render(fact.id, "value", fact.value, language)
    typed = rendering.text.strip()
    known = {
        FactKind.FEE: _is_free(typed),
        FactKind.EDITION: edition_number(typed) is not None,
        FactKind.NEXT_CITY: is_online(typed),
        FactKind.NEXT_YEAR: _YEARS.fullmatch(typed) is not None or typed.lower() == "next year",
    }
    amounts = (
        FactKind.ATTENDEES, FactKind.FIRST_ATTENDEES, FactKind.SESSIONS, FactKind.VIDEOS,
    )  # fmt: skip
    if not rendering.foreign or known.get(fact.kind) or is_sentence(teller, fact):
        return True
    if fact.kind in amounts and counted(typed):
        return True
    teller.say(fact.id, "value", fact.value)
    return False


def is_sentence(teller: Teller, fact: Fact) -> bool:
    """Return whether an author wrote a fact as a sentence rather than as words for one."""
    language = teller.snapshot.language
    said = teller.snapshot.texts.render(fact.id, "value", fact.value, language).text.strip()
    return said.endswith(_ENDS) and not abbreviated(said)


# Sources


def note_sources(teller: Teller) -> None:
    """Make the footnotes of the facts' sources, for the generated text and for the author's own:
    one of each, and those of several that a section of one's own cites."""
    facts = {source_key(fact): fact for fact in teller.snapshot.contents.facts}
    for fact in facts.values():
        if fact.source.strip():
            _note(teller, source_key(fact), "source", [fact.source])
    for text in teller.snapshot.contents.section_texts:
        for match in _SEVERAL.finditer(text.text):
            keys = [f"source-{short}" for short in match.group(1).split("-")]
            sources(teller, [facts[key] for key in keys if key in facts], match.group())


def source_key(*facts: Fact) -> str:
    """Return the key of the footnote that names the facts' sources."""
    shorts = (sha256(fact.id.encode()).hexdigest()[:_SHORT] for fact in facts)
    return "source-" + "-".join(shorts)


def sources(teller: Teller, facts: Iterable[Fact], key: str = "") -> Inlines:
    """Return the one reference to the sources of facts (() when none has any): its footnote is
    made here, and facts with the same sources share it."""
    first: dict[str, Fact] = {}
    every = sorted(teller.snapshot.contents.facts, key=lambda fact: (fact.position, fact.id))
    for fact in facts:
        if source := fact.source.strip():
            same = (one for one in every if one.source.strip() == source)
            first.setdefault(source, next(same, fact))
    if not first:
        return ()
    key = key or source_key(*first.values())
    _note(teller, key, "source" if len(first) == 1 else "sources", list(first))
    return (Reference(key),)


def _note(teller: Teller, key: str, phrase: str, texts: Sequence[str]) -> None:
    parts: list[str | Inlines] = []
    joint = "、" if teller.prose.language == "ja" else "; "
    for text in texts:
        parts += [joint if parts else "", teller.inlines(text)]
    words = teller.wording.fill(f"about.{phrase}", source=joined(*parts))
    teller.notes[key] = (Paragraph(words),)


def _cited_once(sentences: Iterable[Inlines]) -> list[Inlines]:
    """Return the sentences there are, of neighbours with the same source only the last citing."""
    out: list[Inlines] = []
    for sentence in sentences:
        if is_blank(sentence):
            continue
        keys = set(keys_in(sentence))
        if out and keys and keys == set(keys_in(out[-1])):
            out[-1] = without(out[-1], lambda key, keys=keys: key not in keys)  # type: ignore[misc]
        out.append(sentence)
    return out


def _cited(teller: Teller, sentence: Inlines, references: Inlines) -> Inlines:
    """Return a sentence with references where the language has them: before 。, after a stop."""
    if not references:
        return sentence
    last = sentence[-1] if sentence else None
    if teller.prose.language == "ja" and isinstance(last, Words) and last.text.endswith("。"):
        return joined(sentence[:-1], last.text[:-1], references, "。")
    return joined(sentence, references)
