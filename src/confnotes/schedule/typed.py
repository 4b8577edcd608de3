"""A timetable as people type or paste it: lines with a time, a title, who speaks and where.

Nothing is refused: a line that says neither a day nor a time belongs to the session above it.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from confnotes.domain.draft import DraftSession, DraftSpeaker
from confnotes.domain.session import SessionFacts
from confnotes.domain.text import folded
from confnotes.schedule.kinds import kind_by_title
from confnotes.schedule.limits import MAX_SPEAKERS, MAX_TEXT, MAX_TITLE
from confnotes.schedule.table.times import Calendar, at, clock_of

MOST_LINES = 5_000
_DAY = 24 * 60
_HALF = 12 * 60
_SHORT = 60
# One letter for one, so that what is found in the one stands there in the other.
_NARROW = {0xFF01 + n: 0x21 + n for n in range(94)} | {0x3000: 0x20, 0x301C: 0x7E}
_AMPM = r"(?:[ap]\.?\s?m\b\.?)"
_CLOCK = (
    rf"(?:(?:午前|午後)\s*)?(?:\d{{1,2}}\s?:\s?\d{{2}}(?::\d{{2}})?(?!\d)|\d{{1,2}}h(?:\d{{2}}|(?=\s))|"
    rf"\d{{1,2}}\.\d{{2}}(?=\s*Uhr)|"
    rf"\d{{1,2}}\s*時(?:\s*\d{{1,2}}\s*分|半)?|\d{{1,2}}(?=\s*{_AMPM})|\d{{1,2}}(?=\s*Uhr))"
    rf"(?:\s*{_AMPM}|\s*Uhr)?"
)
_PLAIN = r"\d{4}|\d{1,2}\.\d{2}"  # only where a range makes clear that it is a time
_TO = r"\s*(?:[-–—−―ー~→]+|\bto\b|\bbis\b|から)\s*"
_LEAD = r"[\s\-*+•・●○◎■□◆◇▶▼★※|]*(?:\(?\d{1,2}[.)]\s+)?"
_TIMES = re.compile(
    rf"(?:(?P<start>{_CLOCK})(?:{_TO}(?P<end>{_CLOCK}|(?=\s|$)))?|"
    rf"(?P<plain>{_PLAIN}){_TO}(?P<until>{_PLAIN})(?![\d/.-]))"
    r"(?:まで)?(?:\s*[(\[]?\s*(?P<minutes>\d{1,3})\s*(?:分間?|min(?:utes|\.)?)(?!\w)\s*[)\]]?)?",
    re.IGNORECASE,
)
_ZONE = (
    r"(?:UTC|GMT|[CEW]E?ST|[CEW]ET|BST|IST|JST|KST|SGT|HKT|[ECMP][SD]T|AE[SD]T|NZ[SD]T)"
    r"(?:\s?[+-]\d{1,2}(?::?\d{2})?)?(?!\w)"
)
_AFTER = re.compile(
    rf"\s*(?:\(?{_ZONE}\)?|頃|ごろ|\(予定\))?[\s:;,、|\-–—.。]*"  # around, and where
)
_NUMBERED = re.compile(
    r"(?:\b(?:day|tag|jour)\s*(\d{1,2})|(\d{1,2})\s*日目)(?:\s*[:,(–—-].*)?", re.IGNORECASE
)
_ROOM = re.compile(
    r"(?:^|(?<=[\s,、;]))(?:room|hall|raum|salle|会場|部屋|場所)\s*[:：]\s*(?P<said>.+)$",
    re.IGNORECASE,
)
_SPEAKER = re.compile(
    r"(?:^|(?<=[\s,、;]))(?:speakers?|by|登壇者?|発表者?|講師|講演者?|スピーカー)\s*[:：]\s*(?P<said>.+)$",
    re.IGNORECASE,
)
_AT = re.compile(r"\s*[@＠]\s*(?P<said>[^@＠]{1,60})$")
_BOXED = re.compile(r"\s*[\[【(（](?P<said>[^\[\]【】()（）]{1,60})[\]】)）]\s*$")
_BOXED_FIRST = re.compile(r"^[\[【(（](?P<said>[^\[\]【】()（）]{1,60})[\]】)）]\s*")
_QUOTED = re.compile(r"^[「『](?P<title>[^「」『』]+)[」』]\s*(?P<who>[^「」『』]{1,80})$")
_SLASHED = re.compile(r"^(?P<title>.*\S)(?:\s+/\s+|\s*／\s*)(?P<who>[^/／]{1,200})$")
_BY = re.compile(r"^(?P<title>.*\S)\s+by\s+(?P<who>[^\W\da-z].{0,200})$")
_CELLS = re.compile(r"\s*\t\s*|\s+[|｜]{1,2}\s+|[｜]")
_BETWEEN = re.compile(r"\s*(?:[;；、/／]|\s&\s|\s(?:and|und|et|と)\s|,\s*(?![^()（）]*[)）]))\s*")
_NAMED = re.compile(r"(?P<name>[^()（）]+?)\s*[(（](?P<place>[^()（）]+)[)）]\s*(?:さん|氏)?")
_HONORIFIC = re.compile(r"\s*(?:さん|さま|様|氏|先生)$")


@dataclass(frozen=True)
class Frame:
    """What a timetable is read within: the day of lines above the first one that names a day, the
    conference's days by number, the rooms it has, the minute at which its days begin."""

    day: date
    days: Mapping[int, date] = field(default_factory=dict)
    rooms: Collection[str] = ()
    day_begins: int = 0

    def room(self, text: str) -> str:
        """Return the room of that name as it is written, "" where there is none."""
        return self._by_name.get(folded(text).strip(), "")

    @cached_property
    def _by_name(self) -> Mapping[str, str]:
        return {folded(name).strip(): name for name in reversed(list(self.rooms)) if name.strip()}


@dataclass(slots=True)
class _Begun:
    """A session of which the title stands there, or comes in the next line."""

    day: date
    start: int
    length: int | None
    title: str = ""
    alone: bool = False
    room: str = ""
    speakers: list[DraftSpeaker] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


def read_typed(text: str, frame: Frame) -> tuple[DraftSession, ...]:
    """Return the sessions of a timetable text, in its order; times are wall times."""
    found: list[_Begun] = []
    day, room, apart = frame.day, "", True
    for raw in text.splitlines()[:MOST_LINES]:
        line = raw.strip()
        if not re.search(r"\w", line):  # empty, or a line of signs
            apart = True
            continue
        below = bool(found) and found[-1].alone and not found[-1].room
        if apart and not below and (head := frame.room(line.strip(" #*=:[]【】■◆●"))):
            room = head  # what follows is there
        elif (named := _day_of(line, frame)) is not None:
            day, room, apart = named, "", True
            continue
        elif (begun := _begun(line, day, frame)) is not None:
            day = begun.day
            begun.room = begun.room or room
            found.append(begun)
        elif found:
            _go_on(found[-1], line, frame)
        apart = False
    return tuple(_session(one, number, frame) for number, one in enumerate(found, 1) if one.title)


def _session(one: _Begun, number: int, frame: Frame) -> DraftSession:
    title, room, speakers = one.title[:MAX_TITLE], one.room, one.speakers[:MAX_SPEAKERS]
    night = _DAY if one.start < frame.day_begins else 0  # 1:30 of a long evening
    facts = SessionFacts(
        title=title,
        abstract="\n".join(one.text)[:MAX_TEXT] or None,
        kind=kind_by_title(title),
        room=room[:MAX_TITLE] or None,
        start=at(one.day, one.start + night).isoformat(),
        duration=None if one.length is None else one.length * 60,
    )
    return DraftSession(str(number), facts, tuple(speakers))


# -- days --------------------------------------------------------------------------------


def _day_of(line: str, frame: Frame) -> date | None:
    """Return the day that a line names which says nothing else."""
    bare = line.translate(_NARROW).strip(" #*=-_[]【】■◆●<>:").strip()
    if len(bare) > _SHORT:
        return None
    if numbered := _NUMBERED.fullmatch(bare):
        return frame.days.get(int(numbered[1] or numbered[2]))
    return _date(bare, frame)


def _date(text: str, frame: Frame) -> date | None:
    """Return a date; of 5/4 the one that is nearer to the conference, month first in doubt."""
    first = min(frame.days.values(), default=frame.day)
    both = [Calendar(first, day_first).date_of(text) for day_first in (False, True)]
    dates = [one for one in both if one is not None]
    if not dates or _NUMBERED.search(text):
        return None
    return min(dates, key=lambda one: (one not in frame.days.values(), abs(one - first)))


# -- times -------------------------------------------------------------------------------


def _begun(line: str, day: date, frame: Frame) -> _Begun | None:
    """Return the session that a line begins, None where it does not begin with a time."""
    narrow = line.translate(_NARROW)
    match = _TIMES.search(narrow[:80])
    if match is None:
        return None
    before = re.sub("^" + _LEAD, "", narrow[: match.start()]).strip()
    if before:
        there = _date(before.strip(" ,:"), frame)
        if there is None:
            return None
        day = there
    start, length = _span(match)
    if start is None:
        return None
    begun = _Begun(day, start, length)
    rest = line[match.end() :]
    skipped = _AFTER.match(rest.translate(_NARROW).replace("\t", " "))
    rest = rest[skipped.end() if skipped else 0 :].strip().rstrip("|").rstrip()
    begun.alone = not rest
    if rest:
        _take(begun, rest, frame)
    return begun


def _span(match: re.Match[str]) -> tuple[int | None, int | None]:
    """Return the start and the length of what a line says, in minutes."""
    first, last = match["start"] or match["plain"], match["end"] or match["until"]
    start, end = _clock(first), _clock(last)
    if start is None:
        return None, None
    if match["minutes"] is not None:
        return start, int(match["minutes"])
    if end is None:
        return start, None
    halved = re.search(_AMPM, last or "", re.IGNORECASE)
    if halved and not re.search(_AMPM, first, re.IGNORECASE) and end - start >= _HALF:
        start += _HALF  # 1:30–2:15 pm
    if end < start:
        end += _DAY
    return start, end - start if end - start <= _HALF or match["end"] else None


def _clock(text: str | None) -> int | None:
    if not text:
        return None
    plain = text.replace("半", "30分").replace(".", ":") if text[-1:] not in "mM." else text
    return clock_of(re.sub(r"\s*:\s*", ":", plain))


# -- words -------------------------------------------------------------------------------


def _go_on(begun: _Begun, line: str, frame: Frame) -> None:
    """Take a line that belongs to the session above."""
    if not begun.title:
        _take(begun, line, frame)
        return
    if match := _ROOM.match(line):
        begun.room = match["said"].strip()
    elif match := _SPEAKER.match(line):
        begun.speakers += _people(match["said"])
    elif not begun.room and (room := frame.room(line)):
        begun.room = room
    elif begun.alone and not begun.speakers and not begun.text and _looks_like_people(line):
        begun.speakers += _people(line)
    else:
        begun.text.append(line)


def _looks_like_people(line: str) -> bool:
    return len(line) <= _SHORT and not re.search(r"[.!?。！？:：]|https?", line)


def _take(begun: _Begun, words: str, frame: Frame) -> None:
    """Take title, speakers and room out of the words behind a time."""
    cells = [cell.strip() for cell in _CELLS.split(words) if cell.strip(" |\t")]
    if len(cells) > 1:
        rooms = [cell for cell in cells if frame.room(cell)]
        if rooms and rooms != cells:
            begun.room = frame.room(rooms[0])
            cells.remove(rooms[0])
    _title(begun, cells[0] if cells else "", frame)
    for cell in cells[1:]:
        if match := _ROOM.match(cell):
            begun.room = match["said"].strip()
        elif match := _SPEAKER.match(cell):
            begun.speakers += _people(match["said"])
        elif not begun.speakers:
            begun.speakers += _people(cell)
        elif not begun.room:
            begun.room = cell
        else:
            begun.text.append(cell)


def _title(begun: _Begun, words: str, frame: Frame) -> None:
    for pattern in (_ROOM, _AT):
        match = pattern.search(words)
        if match and words[: match.start()].strip() and not begun.room:
            begun.room = frame.room(match["said"]) or match["said"].strip()
            words = words[: match.start()].rstrip(" ,、;")
    for pattern in (_BOXED, _BOXED_FIRST):
        match = pattern.search(words)
        if match and not begun.room and (room := frame.room(match["said"])):
            begun.room = room
            words = (words[: match.start()] + words[match.end() :]).strip()
    match = _SPEAKER.search(words)
    if match and words[: match.start()].strip():
        begun.speakers += _people(match["said"])
        words = words[: match.start()].rstrip(" ,、;")
    for pattern in (_QUOTED, _SLASHED, _BY):
        match = pattern.match(words)
        if match and not begun.speakers:
            begun.speakers += _people(match["who"])
            words = match["title"]
    begun.title = words.strip()


def _people(text: str) -> list[DraftSpeaker]:
    """Return the people of "Aya Mori (Harbour Labs), Bo", each once."""
    found: dict[str, DraftSpeaker] = {}
    for part in _BETWEEN.split(text):
        match = _NAMED.fullmatch(part.strip())
        name = _HONORIFIC.sub("", match["name"] if match else part.strip()).strip()
        if name:
            speaker = DraftSpeaker(name[:MAX_TITLE])
            place = match["place"].strip()[:MAX_TITLE] if match else ""
            found.setdefault(name, replace(speaker, affiliation=place))
    return list(found.values())
