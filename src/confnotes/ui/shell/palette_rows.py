"""What Ctrl+K shows: heads and rows, made from what was found and from what can be done."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

from confnotes.domain.conference import Conference
from confnotes.domain.notes import Line, LineKind
from confnotes.domain.search import Only, OpenFilter, Query, marks
from confnotes.domain.session import Session
from confnotes.domain.text import folded
from confnotes.domain.times import zone
from confnotes.services.search_views import Answer, Found, Passage, Place
from confnotes.ui.notes.moments import Moments, zero_of
from confnotes.ui.parts import words as said
from confnotes.ui.parts.line_kinds import LINE_WORDS, line_words
from confnotes.ui.parts.theme import theme
from confnotes.ui.shell.actions import ENGLISH, ICON
from confnotes.ui.shell.palette_filters import completions, offers
from confnotes.ui.shell.palette_items import Head, Item, NewSession, Row, Span, ToWorkspace

translate = QCoreApplication.translate

LIMITS = {
    Place.SESSION: 5, Place.LINE: 30, Place.FOOTNOTE: 5, Place.SPEAKER: 5, Place.EVENT: 3,
    Place.CONFERENCE: 4,
}  # fmt: skip
RECENT = 6
_COMMANDS = 8
_ICONS = {
    Place.SESSION: "notes", Place.FOOTNOTE: "footnote", Place.SPEAKER: "person",
    Place.EVENT: "flag", Place.CONFERENCE: "calendar",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scene:
    """Where one is: the conference, the seconds one begins to write late, what can be done (the
    actions of the window and of the workspace in front), the workspaces one can go to."""

    conference: str | None = None
    reaction: int = 0
    actions: Sequence[QAction] = field(default_factory=tuple)
    places: Sequence[tuple[str, QAction]] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class Told:
    """What came back for a text: what was found, the sessions noted in last, the filter that is
    being typed at its end, and what can stand behind that."""

    text: str
    answer: Answer
    recent: tuple[Found, ...] = ()
    wanted: OpenFilter | None = None
    values: tuple[str, ...] = ()


def rows(told: Told, scene: Scene) -> list[Row]:
    """Return all rows for a query; for an empty one what is recent, and all that can be done."""
    answer, query, wanted = told.answer, told.answer.query, told.wanted
    out: list[Row] = []
    narrow = translate("Palette", "Narrow down")
    if wanted is not None:
        out += _group(narrow, completions(wanted, told.values), "")
        if not query:
            return out
    elif not query and query.only is None:
        out += _group(translate("Palette", "Recent notes"), _items(told.recent, scene), "")
        out += _group(narrow, offers(), "")
    for words, places in (
        (translate("Palette", "Sessions"), (Place.SESSION,)),
        (translate("Palette", "Notes"), (Place.LINE,)),
        (translate("Palette", "Footnotes"), (Place.FOOTNOTE,)),
        (translate("Palette", "Speakers"), (Place.SPEAKER,)),
    ):
        found = [one for place in places for one in answer.of(place)]
        out += _group(words, _items(found, scene), _count(len(found), answer, *places))
    named = [*answer.of(Place.CONFERENCE), *answer.of(Place.EVENT)]
    going = [*_places(query, scene), *_items(named, scene)]
    counted = _count(len(going), answer, Place.CONFERENCE, Place.EVENT)
    out += _group(translate("Palette", "Go to"), going, counted)
    commands = _commands(query, scene)
    shown = commands[:_COMMANDS] if query.words and query.only is None else commands
    made = _made(query, told.text, scene)
    if made and not out and not shown:
        out.append(Head(translate("Palette", "Nothing was found.")))
    count = f"{len(shown)}+" if len(shown) < len(commands) else str(len(shown) + len(made))
    out += _group(translate("Palette", "Commands"), [*shown, *made], count)
    return out


def _group(words: str, items: Sequence[Item], count: str) -> list[Row]:
    return [Head(words, count), *items] if items else []


def _count(number: int, answer: Answer, *places: Place) -> str:
    return f"{number}+" if answer.more & set(places) else str(number)


# -- what was found ------------------------------------------------------------------------------


def _items(found: Sequence[Found], scene: Scene) -> list[Item]:
    return [_item(one, scene) for one in found]


def _item(found: Found, scene: Scene) -> Item:
    spans = _spans(found)
    right = tuple(part for part in _right(found, scene) if part)
    line = found.line if found.place is Place.LINE else None
    kind = None if line is None else line.kind
    mark = line_words(kind) if kind in LINE_WORDS else ""
    text = " ".join(span.text for span in spans)
    words = ", ".join(part for part in (mark, text, *right) if part)
    return Item(
        found, spans, _ICONS.get(found.place, ""), kind, line is not None and line.done, right,
        words=words,
    )  # fmt: skip


def _spans(found: Found) -> tuple[Span, ...]:
    """Return the text it is known by, and behind it, quietly, the first other one with words."""
    first, *others = found.passages
    text = first.text
    if not text.strip() and found.line is not None:
        text = line_words(found.line.kind) if found.line.kind in LINE_WORDS else "–"
    main = Span(_one_line(text), first.marks)
    other: Passage | None = next(iter(others), None)
    if other is None:
        return (main,)
    return main, Span(_one_line(other.text), other.marks, quiet=True)


def _one_line(text: str) -> str:
    return text.replace("\n", " ").replace("\t", " ")


def _right(found: Found, scene: Scene) -> tuple[str, ...]:
    conference, session, line = found.conference, found.session, found.line
    elsewhere = conference.short if conference.id != scene.conference else ""
    match found.place:
        case Place.SESSION if session is not None:
            return elsewhere, _when(session, conference), session.facts.room or ""
        case Place.LINE | Place.FOOTNOTE if session is not None:
            return elsewhere, session.title, _moment(line, session, conference, scene.reaction)
        case Place.CONFERENCE:
            return (said.full_day(conference.starts) if conference.starts else "",)
    return (elsewhere,)


def _when(session: Session, conference: Conference) -> str:
    start = zero_of(session)
    if start is None:
        return ""
    day = start.astimezone(zone(conference.timezone)).date()
    short = f"{day.month}/{day.day}" if theme().japanese else said.day_month(day)
    return f"{short} {said.clock(start, conference.timezone)}"


def _moment(line: Line | None, session: Session, conference: Conference, reaction: int) -> str:
    if line is None:
        return ""
    moments = Moments.of(session, conference.timezone, reaction)
    return moments.short(line.written_at, line.nudge)


# -- what can be done ----------------------------------------------------------------------------


def _places(query: Query, scene: Scene) -> list[Item]:
    if query.only is not None or query.filtered or query.conferences:
        return []
    return [
        Item(
            ToWorkspace(name),
            _named(action, query),
            name,
            chord=_chord(action),
            words=action.text(),
        )
        for name, action in scene.places
        if _matches(action, query)
    ]


def _commands(query: Query, scene: Scene) -> list[Item]:
    if query.only not in (None, Only.COMMANDS) or query.filtered or query.conferences:
        return []
    return [_command(action, query) for action in scene.actions if _matches(action, query)]


def _command(action: QAction, query: Query) -> Item:
    icon, chord = str(action.property(ICON) or "chevron_right"), _chord(action)
    words = f"{action.text()}, {chord}" if chord else action.text()
    return Item(
        action, _named(action, query), icon, _kind(action), chord=chord, words=words
    )  # fmt: skip


def _kind(action: QAction) -> LineKind | None:
    """Return the kind of line that an action makes of one."""
    name = action.objectName().removeprefix("mark_")
    return LineKind(name) if name != action.objectName() else None


def _made(query: Query, text: str, scene: Scene) -> list[Item]:
    """Return what can be done with the words themselves."""
    title = text.strip()
    plain = query.only is None and not query.filtered and not query.conferences
    if not (query.words and plain and scene.conference):
        return []
    words = translate("Palette", "New session “{title}”…")
    whole = words.format(title=title)
    at = words.index("{title}")
    span = Span(whole, ((at, at + len(title)),))
    return [Item(NewSession(title), (span,), "plus", words=whole)]


def _matches(action: QAction, query: Query) -> bool:
    """Return whether an action's words have all of the query's; its English ones do as well."""
    names = folded(f"{action.text()}\n{action.property(ENGLISH) or ''}")
    return all(word in names for word in query.words)


def _named(action: QAction, query: Query) -> tuple[Span, ...]:
    return (Span(action.text(), marks(action.text(), query.words)),)


def _chord(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
