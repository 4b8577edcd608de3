"""What one decides about photos that were read: plain data, no widget.

A photo that certainly belongs to a session is chosen beforehand; one without a certain place waits
for a person; copies are skipped. What a person said of a photo is never changed by what is read,
guessed or set afterwards.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path

from confnotes.domain.camera_clock import Guess, guess
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.notes import Line
from confnotes.domain.photos import AS_SAID, CameraClock, Taken, instant
from confnotes.domain.placing import Match, Slot, Timeline, match, place
from confnotes.services.photo_views import Photo, PhotoPlan

_LAST = datetime.max.replace(tzinfo=UTC)


class Mark(Enum):
    """What becomes of a photo: it is attached, passed over, or nobody knows yet."""

    ATTACH = "attach"
    SKIP = "skip"
    ASK = "ask"


@dataclass(eq=False)
class Entry:
    """A file on the sheet, the `number`th that came. Until it is read there is neither `photo` nor
    `problem`.

    `session_id` is where it goes ("": nowhere yet), `sure` whether that is more than a guess;
    `after` the line one chose for it (None: the one written before it). `placed` and `decided`
    tell that a person said so. `copy_of` names the file it is a copy of; `known_in` is the session
    that has the photo already.
    """

    path: Path
    number: int = 0
    photo: Photo | None = None
    problem: ConfnotesError | None = None
    at: datetime | None = None
    session_id: str = ""
    sure: bool = False
    after: str | None = None
    placed: bool = False
    decided: bool = False
    mark: Mark = Mark.ASK
    caption: str = ""
    alternative: str = ""
    copy_of: str = ""
    known_in: str = ""

    @property
    def name(self) -> str:
        """The file's name."""
        return self.path.name if self.photo is None else self.photo.name

    @property
    def camera(self) -> str:
        """The camera it was taken with ("": not known)."""
        return "" if self.photo is None else self.photo.camera

    @property
    def group(self) -> str:
        """The session it is shown under ("": those that wait for a place)."""
        return self.session_id if self.sure or self.placed else ""


@dataclass(frozen=True)
class Group:
    """The photos of one session, or (`session_id` "") those without a certain place, or
    (`broken`) the files that cannot be shown."""

    session_id: str
    entries: tuple[Entry, ...]
    broken: bool = False

    @property
    def chosen(self) -> int:
        """How many of them are to be attached."""
        return sum(entry.mark is Mark.ATTACH for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many photos are chosen, skipped, without a place, broken; how many are not read yet."""

    chosen: int = 0
    skipped: int = 0
    asking: int = 0
    broken: int = 0
    unread: int = 0

    @property
    def all(self) -> int:
        """How many files are on the sheet."""
        return self.chosen + self.skipped + self.asking + self.broken + self.unread


@dataclass(frozen=True)
class Questions:
    """Photos' times by camera, and what they are compared with."""

    photos: Mapping[str, tuple[Taken, ...]]
    slots: tuple[Slot, ...]
    zone_name: str
    home_zone: str

    def answers(self) -> Mapping[str, Guess]:
        """Return the guesses by camera; hundreds of photos take a tenth of a second."""
        found = {
            camera: guess(some, self.slots, self.zone_name, self.home_zone)
            for camera, some in self.photos.items()
        }
        return {camera: one for camera, one in found.items() if one is not None}


@dataclass
class Album:
    """The photos of one approval, and how their cameras' clocks were set."""

    plan: PhotoPlan
    home_zone: str = ""
    entries: list[Entry] = field(default_factory=list)
    clocks: dict[str, CameraClock] = field(default_factory=dict)
    guesses: dict[str, Guess] = field(default_factory=dict)
    set_by_hand: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._timeline = Timeline(self.plan.slots)

    # what is read

    def add(self, files: Iterable[Path]) -> list[Entry]:
        """Take files that are still to be read; those that are here already are passed over, but
        for what could not be shown: it may be another file by now."""
        again = set(files := tuple(files))
        self.entries = [e for e in self.entries if e.problem is None or e.path not in again]
        known = {entry.path for entry in self.entries}
        last = max((entry.number for entry in self.entries), default=-1)
        new = [path for path in files if path not in known]
        fresh = [Entry(path, number) for number, path in enumerate(new, last + 1)]
        self.entries += fresh
        return fresh

    def forget_unread(self) -> None:
        """Drop what was not read (reading was given up)."""
        self.entries = [one for one in self.entries if one.photo or one.problem]

    def take(self, entry: Entry, photo: Photo) -> None:
        """Take what was read of a file, and say where it belongs."""
        entry.photo = photo
        self.arrange([entry])

    def set_plan(self, plan: PhotoPlan) -> None:
        """Take what the sessions and their lines are by now."""
        self.plan = plan
        self._timeline = Timeline(plan.slots)
        self.arrange(self.entries)

    # where things belong

    def clock(self, camera: str) -> CameraClock:
        """Return how that camera's clock is taken to have been set."""
        return self.clocks.get(camera, AS_SAID)

    def cameras(self) -> list[str]:
        """Return the cameras, the one with most photos first."""
        counts: dict[str, int] = defaultdict(int)
        for entry in self.entries:
            if entry.photo is not None:
                counts[entry.photo.camera] += 1
        return sorted(counts, key=lambda camera: (-counts[camera], camera))

    def set_clock(self, camera: str, clock: CameraClock) -> None:
        """Say how a camera's clock was set."""
        self.clocks[camera] = clock
        self.set_by_hand.add(camera)
        self.arrange([entry for entry in self.entries if entry.camera == camera])

    def questions(self) -> Questions:
        """Return what a guess of the clocks is made from, of cameras nobody said anything of."""
        photos = {
            camera: tuple(e.photo.taken for e in self.entries if e.photo and e.camera == camera)
            for camera in self.cameras()
            if camera not in self.set_by_hand
        }
        return Questions(photos, self.plan.slots, self.plan.conference.timezone, self.home_zone)

    def take_guesses(self, guesses: Mapping[str, Guess]) -> None:
        """Take what was guessed, but for cameras somebody has said something of meanwhile."""
        for camera in self.cameras():
            if camera not in self.set_by_hand:
                self.guesses.pop(camera, None)
                self.clocks.pop(camera, None)
                if (found := guesses.get(camera)) is not None:
                    self.guesses[camera] = found
                    self.clocks[camera] = found.clock
        self.arrange(self.entries)

    def arrange(self, entries: Iterable[Entry]) -> None:
        """Work out anew where photos belong, but for what a person said."""
        firsts: dict[str, Entry] = {}
        for entry in self.entries:
            if entry.photo is not None:
                firsts.setdefault(entry.photo.sha256, entry)
        for entry in entries:
            if entry.photo is None:
                continue
            photo = entry.photo
            zone_name = self.plan.conference.timezone
            entry.at = instant(photo.taken, self.clock(photo.camera), zone_name)
            if entry.placed and entry.session_id not in self.plan.by_id:
                entry.placed, entry.after = False, None  # that session is gone
            if not entry.placed:
                found = self._match(entry)
                entry.session_id = "" if found is None else found.session_id
                entry.sure = found is not None and found.sure
            first = firsts[photo.sha256]
            entry.copy_of = "" if first is entry else first.name
            entry.known_in = self.plan.attached.get(photo.sha256, "")
            if not entry.decided:
                entry.mark = self._proposed(entry)
            elif entry.mark is Mark.ATTACH and not entry.session_id:
                entry.mark = Mark.ASK

    def _match(self, entry: Entry) -> Match | None:
        return None if entry.at is None else match(entry.at, self._timeline.near(entry.at))

    @staticmethod
    def _proposed(entry: Entry) -> Mark:
        if entry.copy_of or entry.known_in:
            return Mark.SKIP
        return Mark.ATTACH if entry.group else Mark.ASK

    def lines(self, entry: Entry) -> Sequence[Line]:
        """Return the lines of the session a photo goes to."""
        return self.plan.lines.get(entry.session_id, ())

    def place(self, entry: Entry) -> int:
        """Return before which of those lines it comes (as many as there are: at the end)."""
        return place(self.lines(entry), entry.at, entry.after)[0]

    # what a person says

    def accept(self, entries: Iterable[Entry]) -> list[Entry]:
        """Choose photos, at the place they are guessed at; return those that have none."""
        without = []
        for entry in entries:
            if entry.photo is None:
                continue
            if not entry.session_id:
                without.append(entry)
                continue
            entry.decided, entry.mark = True, Mark.ATTACH
            entry.placed = entry.placed or not entry.sure
        return without

    def skip(self, entries: Iterable[Entry]) -> None:
        """Pass photos over."""
        for entry in entries:
            if entry.photo is not None:
                entry.decided, entry.mark = True, Mark.SKIP

    def put_in(self, entries: Iterable[Entry], session_id: str) -> None:
        """Say which session photos go to ("": as their time says)."""
        for entry in entries:
            if entry.photo is None:
                continue
            entry.after, entry.placed = None, bool(session_id)
            entry.session_id = session_id or entry.session_id
            if session_id:
                entry.decided, entry.mark = True, Mark.ATTACH
            else:
                entry.decided = False
            self.arrange([entry])

    def step_line(self, entry: Entry, by: int) -> bool:
        """Put a photo a line further down (or up, -1); return whether there was one."""
        lines, at = self.lines(entry), self.place(entry)
        wanted = at + by
        if entry.photo is None or not entry.session_id or not 0 <= wanted <= len(lines):
            return False
        entry.after = lines[wanted - 1].id if wanted else ""
        while self.place(entry) == at and 0 < wanted + by <= len(lines):  # over a block of code
            wanted += by
            entry.after = lines[wanted - 1].id
        return True

    def drop(self, entries: Iterable[Entry]) -> None:
        """Take photos off the sheet."""
        going = set(map(id, entries))
        self.entries = [entry for entry in self.entries if id(entry) not in going]
        self.arrange(self.entries)

    def bring_back(self, entries: Iterable[Entry]) -> None:
        """Put photos on the sheet again, to be attached where they are not in the notes."""
        for entry in entries:
            entry.decided = False
            self.entries.append(entry)
        self.entries.sort(key=lambda entry: entry.number)  # a copy is the one that came later
        self.arrange(self.entries)

    # what is shown

    def groups(self) -> list[Group]:
        """Return the photos by session: those without a place first, then by the sessions' start,
        last what cannot be shown; within, by the time they were taken."""
        by_session: dict[str, list[Entry]] = defaultdict(list)
        broken = [entry for entry in self.entries if entry.problem is not None]
        for entry in self.entries:
            if entry.photo is not None and entry.problem is None:
                by_session[entry.group].append(entry)
        order = {view.session.id: number for number, view in enumerate(self.plan.sessions)}
        found = [
            Group(session_id, tuple(sorted(some, key=_moment)))
            for session_id, some in sorted(
                by_session.items(), key=lambda pair: order.get(pair[0], -1)
            )
        ]
        return [*found, Group("", tuple(broken), broken=True)] if broken else found

    def chosen(self) -> list[Entry]:
        """Return the photos that are to be attached."""
        return [
            entry
            for group in self.groups()
            for entry in group.entries
            if entry.mark is Mark.ATTACH and not group.broken
        ]

    def counts(self) -> Counts:
        """Return how many photos are what."""
        read = [one for one in self.entries if one.photo is not None and one.problem is None]
        broken = sum(one.problem is not None for one in self.entries)
        marks = [one.mark for one in read]
        return Counts(
            marks.count(Mark.ATTACH),
            marks.count(Mark.SKIP),
            marks.count(Mark.ASK),
            broken,
            len(self.entries) - len(read) - broken,
        )

    def as_they_are(self, camera: str) -> None:
        """Take the times of a camera as its photos have them."""
        self.guesses.pop(camera, None)
        self.set_clock(camera, AS_SAID)

    def set_zone(self, camera: str, zone: str) -> None:
        """Say in which zone a camera's clock ran ("": as each photo says)."""
        self.set_clock(camera, replace(self.clock(camera), zone=zone))


def _moment(entry: Entry) -> tuple[datetime, str]:
    return entry.at or _LAST, entry.name
