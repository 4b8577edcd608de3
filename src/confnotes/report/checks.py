"""What to look at before publishing: counted, each with its places; nothing here blocks."""

from collections.abc import Iterable, Iterator

from confnotes.domain.audience import Audience
from confnotes.domain.contents import Contents
from confnotes.domain.footnotes import TYPED_REFERENCE
from confnotes.domain.notes import LineKind
from confnotes.domain.report import SectionKind
from confnotes.domain.session import LinkKind, LinkState
from confnotes.domain.text import Language
from confnotes.domain.written import Owner, names_of
from confnotes.report.choices import left_out
from confnotes.report.compose import Composition, Part
from confnotes.report.outcome import Check, Place
from confnotes.report.snapshot import Talk
from confnotes.report.style import mixed_style

CODES = (
    "report.unclear",
    "report.todo",
    "report.no_speaker",
    "report.no_link",
    "report.dangling",
    "report.unused_footnote",
    "report.names",
    "report.title_unknown",
    "report.title_missing",
    "report.no_alternative",
    "report.picture_unknown",
    "report.foreign",
    "report.stale",
    "report.style",
    "report.empty_section",
    "report.no_conclusion",
    "report.not_attended",
    "report.kept_back",
    "report.private",
)
"""All checks, in the order they are shown."""

_WRITTEN_LATER = frozenset(
    {SectionKind.OPENING, SectionKind.CONCLUSION, SectionKind.SESSION, SectionKind.RECOMMENDED}
)


def checks(composition: Composition) -> tuple[Check, ...]:
    """Return what is worth a look; a check that finds nothing is not there."""
    places: dict[str, list[Place]] = {code: [] for code in CODES}
    for talk in composition.snapshot.talks:
        for code, place in _of_talk(composition, talk):
            places[code].append(place)
    for code, place in (*_of_sections(composition), *_kept_back(composition)):
        places[code].append(place)
    for finding in composition.findings:
        words = _short(finding.words)
        place = Place(finding.section or None, finding.session_id, finding.line_id, words)
        places[finding.code].append(place)
    places["report.unused_footnote"] += unused_footnotes(composition)
    places["report.names"] += names(composition)
    if composition.snapshot.language is Language.JA:
        places["report.style"] += mixed_style(composition)
    return tuple(Check(code, len(found), tuple(found)) for code, found in places.items() if found)


def _of_talk(composition: Composition, talk: Talk) -> Iterator[tuple[str, Place]]:
    """Yield what is open in one session's notes, and what is not known of it."""
    session = talk.session
    key = f"session:{session.id}"
    part = composition.part(key)
    title = session.title
    if left_out(talk):
        yield "report.not_attended", Place(None, session.id, None, title)
    if part is None:
        return
    for line in talk.lines:
        words = _short(TYPED_REFERENCE.sub("", line.text))
        place = Place(key, session.id, line.id, words or title)
        if line.kind is LineKind.UNCLEAR and not line.resolved:
            yield "report.unclear", place
        elif line.kind is LineKind.TODO and not line.done:
            yield "report.todo", place
    if not part.printed or talk.around:
        return
    if not talk.people:
        yield "report.no_speaker", Place(key, session.id, None, title)
    if not _can_be_seen_again(talk):
        yield "report.no_link", Place(key, session.id, None, title)


def _kept_back(composition: Composition) -> Iterator[tuple[str, Place]]:
    """Yield the lines that stay with the company, and those that stay private."""
    for line in composition.snapshot.kept_back:
        code = "report.private" if line.audience is Audience.PRIVATE else "report.kept_back"
        key = f"session:{line.session_id}"
        there = key if composition.part(key) else None
        yield code, Place(there, line.session_id, line.id, _short(line.text))


def _can_be_seen_again(talk: Talk) -> bool:
    """Return whether slides or video are linked, expected, or known not to come."""
    return any(
        link.kind in (LinkKind.SLIDES, LinkKind.VIDEO)
        and (link.url or link.state is not LinkState.THERE)
        for link in talk.links
    )


def _of_sections(composition: Composition) -> Iterator[tuple[str, Place]]:
    """Yield empty sections that somebody asked for, and a conclusion that is not there."""
    for part in composition.parts:
        talk = part.planned.talk
        place = Place(part.key, talk.session.id if talk else None, None, part.label)
        if part.key == SectionKind.CONCLUSION and part.shown and not part.body:
            yield "report.no_conclusion", place
        elif _is_asked_for(composition, part) and part.shown and not part.body:
            yield "report.empty_section", place


def _is_asked_for(composition: Composition, part: Part) -> bool:
    """Return whether an author touched a section that then stayed without content."""
    touched = part.key in composition.snapshot.sections
    return touched and part.planned.kind not in _WRITTEN_LATER and not part.planned.children


def unused_footnotes(composition: Composition) -> Iterator[Place]:
    """Yield the footnotes that no text of the conference cites."""
    contents = composition.snapshot.contents
    cited = {m.group(1) for text in _texts(contents) for m in TYPED_REFERENCE.finditer(text)}
    for footnote in contents.footnotes:
        if footnote.key not in cited:
            words = _short(footnote.text) or f"[^{footnote.key}]"
            yield Place(None, None, None, words, footnote.id)


def names(composition: Composition) -> Iterator[Place]:
    """Yield each name that is written in two ways, where it is written so first: in what the
    report's readers may see, as nothing else leaves a trace."""
    snapshot = composition.snapshot
    lines = {line.id for talk in snapshot.talks for line in talk.lines}
    talks = {talk.session.id for talk in snapshot.talks}
    notes = {note.id for note in snapshot.footnotes.values()}
    found = names_of(snapshot.contents)
    for finding in found.findings:
        for spot in finding.others(finding.right):
            text = found.texts[spot.text]
            seen = text.line_id in lines if text.line_id else text.session_id in {"", *talks}
            if seen and (text.owner is not Owner.FOOTNOTE or text.id in notes):
                key = f"session:{text.session_id}" if text.session_id else None
                words = f"{spot.form} → {finding.right}"
                yield Place(key, text.session_id or None, text.line_id or None, words)
                break


def _texts(contents: Contents) -> Iterable[str]:
    for line in contents.lines:
        yield from (line.text, line.gist, line.answer)
    for session in contents.sessions:
        yield from (session.summary, session.takeaway, session.heading, session.choice.reason)
    yield from (event.choice.reason for event in contents.events)
    yield from (text.text for text in contents.section_texts)
    yield from (section.heading for section in contents.sections)
    yield from (version.text for version in contents.versions)
    yield from (use.caption for use in contents.uses)
    yield from (fact.value for fact in contents.facts)
    yield from (footnote.text for footnote in contents.footnotes)


def _short(words: str) -> str:
    """Return the first words of a text, to find it by."""
    line = " ".join(words.split())
    return line if len(line) <= 60 else line[:59] + "…"
