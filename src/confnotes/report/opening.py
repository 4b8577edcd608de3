"""The opening and what the conference is: sentences of the facts there are, clause by clause."""

from hashlib import sha256

from confnotes.domain.conference import Author, Fact, FactKind
from confnotes.domain.inline import Address, Reference, Words, safe
from confnotes.report.blocks import Blocks, Inlines, Paragraph, is_blank, joined
from confnotes.report.prose import whole_number, without_end
from confnotes.report.teller import Teller

_STOPS = "。．."


def report_title(teller: Teller) -> str:
    """Return the report's title: one's own, else the conference with its year."""
    snapshot = teller.snapshot
    if snapshot.report.title.strip():
        return teller.say(snapshot.report.id, "title", snapshot.report.title).strip()
    name = teller.conference_name()
    year = str(snapshot.dates[0].year) if snapshot.dates else ""
    named = name if not year or year in name else f"{name} {year}"
    return teller.wording.words("title.report", name=named)


def opening(teller: Teller) -> Blocks:
    """Return who went where and when, and what follows."""
    parts = [_introduction(teller), _went(teller), _promise(teller)]
    words = teller.sentences([part for part in parts if part])
    return (Paragraph(words),) if words else ()


def _introduction(teller: Teller) -> Inlines:
    author = teller.snapshot.contents.author
    if author is None or not author.name.strip():
        return ()
    known = {
        "company": teller.name(author.id, "company", author.company),
        "role": teller.name(author.id, "role", author.role),
    }
    given = {key: words for key, words in known.items() if words}
    if "role" in given and ("company" not in given or teller.prose.language == "en"):
        given["role"] = teller.prose.indefinite(given["role"])
    key = "_".join(["opening.author", *given, "name"])
    return teller.wording.fill(key, name=_author_name(teller, author), **given)


def _author_name(teller: Teller, author: Author) -> Inlines:
    """Return the author's name, linked where there is an address, with the handle after it."""
    name = teller.name(author.id, "name", author.name)
    words: Inlines = joined(name)
    if safe(author.url):
        words = (Address(author.url, words),)
    handle = author.handle.strip()
    if not handle or handle.lstrip("@").casefold() == name.casefold():
        return words
    return teller.wording.fill("opening.handle", name=words, handle=handle)


def _went(teller: Teller) -> Inlines:
    snapshot = teller.snapshot
    conference = snapshot.conference
    city = teller.name(conference.id, "city", conference.city) if conference.city.strip() else ""
    given: dict[str, str] = {"city": city} if city else {}
    when = ""
    if snapshot.dates:
        first, last = snapshot.dates
        when = "date" if first == last else "dates"
        words = teller.day(first) if first == last else teller.date_range(first, last)
        given[when] = words
    key = "_".join(filter(None, ["opening.went", when, "city" if city else ""]))
    return teller.wording.fill(key, name=teller.short_name(), **given)


def _promise(teller: Teller) -> Inlines:
    """Return what the report tells of; nothing when it is a single session, or none at length."""
    heard = len(teller.heard_sessions())
    if heard <= 1 or not teller.tells():
        return ()
    sessions = teller.prose.count("session", heard)
    days = teller.days_heard()
    if days <= 1:
        return teller.wording.fill("opening.sessions", sessions=sessions)
    counted = teller.prose.count("day", days)
    return teller.wording.fill("opening.sessions_days", sessions=sessions, days=counted)


class About:
    """Tells the facts about a conference; each brings its source as a footnote."""

    def __init__(self, teller: Teller) -> None:
        self._teller = teller
        self._facts: dict[FactKind, Fact] = {}
        self._others: list[Fact] = []
        for fact in sorted(teller.snapshot.contents.facts, key=lambda fact: fact.position):
            if fact.shown and fact.value.strip():
                if fact.kind is FactKind.OTHER or fact.kind in self._facts:
                    self._others.append(fact)
                else:
                    self._facts[fact.kind] = fact

    def blocks(self) -> Blocks:
        """Return what is known, in three short paragraphs at most."""
        paragraphs = (
            [*self._what(), self._people()],
            [self._venue(), self._hours(), self._plain("fee", FactKind.FEE)]
            + [self._counted("sessions", FactKind.SESSIONS, "session")]
            + [self._counted("videos", FactKind.VIDEOS, "video")]
            + [self._own(fact) for fact in self._others],
            [self._next()],
        )
        told = [self._teller.sentences([part for part in p if part]) for p in paragraphs]
        return tuple(Paragraph(words) for words in told if not is_blank(words))

    def _value(self, fact: Fact) -> Inlines:
        return without_end(self._teller.line(fact.id, "value", fact.value), _STOPS)

    def _digits(self, kind: FactKind) -> str:
        fact = self._facts[kind]
        return self._teller.name(fact.id, "value", fact.value).rstrip(_STOPS)

    def _sources(self, *kinds: FactKind) -> Inlines:
        """Return the references to the sources of facts; facts with the same one share it."""
        told: dict[str, Inlines] = {}
        for kind in kinds:
            fact = self._facts.get(kind)
            # Every fact's footnote is made: a section of one's own may cite any of them.
            if references := self._source(fact):
                told.setdefault(fact.source.strip() if fact else "", references)
        return tuple(reference for references in told.values() for reference in references)

    def _source(self, fact: Fact | None) -> Inlines:
        """Return the reference to a fact's source; its footnote is made here."""
        if fact is None or not fact.source.strip():
            return ()
        key = source_key(fact)
        source = self._teller.line(fact.id, "source", fact.source)
        words = self._teller.wording.fill("about.source", source=source)
        self._teller.notes[key] = (Paragraph(words),)
        return (Reference(key),)

    def _tell(self, key: str, *kinds: FactKind, **parts: str | Inlines) -> Inlines:
        """Return the phrase as an ended sentence with the sources of its facts."""
        sentence = self._teller.prose.ended(self._teller.wording.fill(f"about.{key}", **parts))
        return _cited(self._teller, sentence, self._sources(*kinds))

    def _has(self, *kinds: FactKind) -> bool:
        return all(kind in self._facts for kind in kinds)

    def _what(self) -> list[Inlines]:
        """Return who runs it and what it is: one sentence, or the author's own and another."""
        name = self._teller.short_name()
        host, about = FactKind.HOST, FactKind.ABOUT
        out: list[Inlines] = []
        own_sentence = self._has(about) and _is_sentence(self._teller, self._facts[about])
        if own_sentence:
            out.append(self._own(self._facts[about]))
        if self._has(host, about) and not own_sentence:
            parts = {"host": self._value(self._facts[host]), "about": self._noun(about)}
            out.append(self._tell("host_about", host, about, name=name, **parts))
        elif self._has(host):
            out.append(self._tell("host", host, name=name, host=self._value(self._facts[host])))
        elif self._has(about) and not own_sentence:
            out.append(self._tell("about", about, name=name, about=self._noun(about)))
        return out

    def _noun(self, kind: FactKind) -> Inlines:
        """Return a fact that is a noun phrase, with its article."""
        words = self._value(self._facts[kind])
        if words and isinstance(words[0], Words):
            noun = self._teller.prose.indefinite(words[0].text)
            return joined(noun, words[1:])
        return words

    def _people(self) -> Inlines:
        """Return edition and attendees in one sentence of what is known."""
        given: dict[str, str | Inlines] = {}
        prose = self._teller.prose
        kinds = {
            "edition": FactKind.EDITION,
            "attendees": FactKind.ATTENDEES,
            "first": FactKind.FIRST_ATTENDEES,
        }
        for name, kind in kinds.items():
            if self._has(kind):
                digits = self._digits(kind)
                counts = kind is not FactKind.EDITION
                given[name] = prose.amount("person", digits) if counts else prose.ordinal(digits)
        if not given:
            return ()
        return self._tell("_".join(given), *(kinds[name] for name in given), **given)

    def _venue(self) -> Inlines:
        conference = self._teller.snapshot.conference
        if not conference.venue.strip():
            return ()
        venue = self._teller.name(conference.id, "venue", conference.venue)
        return self._teller.wording.fill("about.venue", venue=venue)

    def _hours(self) -> Inlines:
        return self._plain("hours", FactKind.HOURS)

    def _plain(self, key: str, kind: FactKind) -> Inlines:
        """Return a fact in its sentence, or as its own when the author wrote one."""
        fact = self._facts.get(kind)
        if fact is None:
            return ()
        if _is_sentence(self._teller, fact):
            return self._own(fact)
        return self._tell(key, kind, **{key: self._value(fact)})

    def _counted(self, key: str, kind: FactKind, unit: str) -> Inlines:
        fact = self._facts.get(kind)
        if fact is None:
            return ()
        if _is_sentence(self._teller, fact):
            return self._own(fact)
        digits = self._digits(kind)
        number = whole_number(digits)
        many = "one" if number == 1 else "many"
        count = self._teller.prose.amount(unit, digits)
        return self._tell(f"{key}_{many}", kind, count=count)

    def _own(self, fact: Fact) -> Inlines:
        """Return a fact that is the author's own sentence."""
        words = self._teller.line(fact.id, "value", fact.value)
        return _cited(self._teller, self._teller.prose.ended(words), self._source(fact))

    def _next(self) -> Inlines:
        """Return where and when the next one is."""
        given: dict[str, str | Inlines] = {}
        kinds = {"city": FactKind.NEXT_CITY, "year": FactKind.NEXT_YEAR}
        for name, kind in kinds.items():
            if self._has(kind):
                given[name] = self._digits(kind).removesuffix("年")
        if not given:
            return ()
        return self._tell("next_" + "_".join(given), *(kinds[name] for name in given), **given)


def note_sources(teller: Teller) -> None:
    """Make a footnote of each fact's source, for the generated text and for the author's own."""
    for fact in teller.snapshot.contents.facts:
        if fact.source.strip():
            source = teller.inlines(fact.source)
            words = teller.wording.fill("about.source", source=source)
            teller.notes[source_key(fact)] = (Paragraph(words),)


def source_key(fact: Fact) -> str:
    """Return the key of the footnote that names a fact's source."""
    return f"source-{sha256(fact.id.encode()).hexdigest()[:6]}"


def _is_sentence(teller: Teller, fact: Fact) -> bool:
    """Return whether an author wrote a fact as a sentence rather than as words for one."""
    said = teller.say(fact.id, "value", fact.value).strip()
    return said.endswith(("。", ".", "！", "!", "です", "ます", "でした", "ました"))


def _cited(teller: Teller, sentence: Inlines, references: Inlines) -> Inlines:
    """Return a sentence with references where the language has them: before 。, after a stop."""
    if not references:
        return sentence
    last = sentence[-1] if sentence else None
    if teller.prose.language == "ja" and isinstance(last, Words) and last.text.endswith("。"):
        return joined(sentence[:-1], last.text[:-1], references, "。")
    return joined(sentence, references)
