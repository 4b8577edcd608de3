"""What the photo page says: heads, tiles, the guess, the foot."""

from datetime import datetime, timedelta
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from confnotes.domain.camera_clock import Guess, Reason
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.notes import Line, LineKind
from confnotes.domain.photos import shift_text
from confnotes.domain.text import Language
from confnotes.messages import Messages
from confnotes.services.views import SessionView
from confnotes.ui.parts import words
from confnotes.ui.parts.line_kinds import LINE_WORDS, line_words
from confnotes.ui.parts.theme import theme
from confnotes.ui.photos.album import Album, Counts, Entry, Group, Mark

translate = QCoreApplication.translate


def seconds_clock(at: datetime) -> str:
    """Return a wall time to the second."""
    return f"{at.hour}:{at.minute:02}:{at.second:02}"


def there(local: datetime) -> str:
    """Return day and time at the conference, to the second."""
    return f"{words.day_month(local.date())} {seconds_clock(local)}"


def head(album: Album, group: Group) -> tuple[str, str, str]:
    """Return (title, what stands quietly beside it, how many are chosen) of a group."""
    n = len(group.entries)
    if group.broken:
        return translate("Photos", "Cannot be shown"), files(n), ""
    if not group.session_id:
        return translate("Photos", "No certain session at this time"), photos(n), ""
    view = album.plan.by_id.get(group.session_id)
    title = view.session.title if view is not None else ""
    chosen = translate("Photos", "{k} of {n} chosen").format(k=group.chosen, n=n)
    if group.chosen == n:
        chosen = translate("Photos", "all {n} chosen").format(n=n)
    return title, meta(album, view), chosen


def meta(album: Album, view: SessionView | None) -> str:
    """Return when and where a session was ("Wed 20 Nov 14:25 · 6E")."""
    if view is None or view.session.start_at is None:
        return ""
    zone = album.plan.conference.timezone
    day = "" if view.day is None else words.day_month(view.day)
    when = f"{day} {words.clock(view.session.start_at, zone)}".strip()
    return " · ".join(part for part in (when, view.session.facts.room or "") if part)


def photos(n: int) -> str:
    """Return so many photos."""
    return (
        translate("Photos", "1 photo") if n == 1 else translate("Photos", "{n} photos").format(n=n)
    )


def files(n: int) -> str:
    """Return so many files."""
    return translate("Photos", "1 file") if n == 1 else translate("Photos", "{n} files").format(n=n)


def tile(album: Album, entry: Entry) -> tuple[str, str]:
    """Return (when it was taken, what becomes of it) below a photo."""
    when = ""
    if entry.at is not None:
        when = words.clock(entry.at, album.plan.conference.timezone)
    return when, _fate(album, entry)


def _fate(album: Album, entry: Entry) -> str:
    if entry.problem is not None:
        return entry.name
    if entry.copy_of:
        return translate("Photos", "same as {name}").format(name=entry.copy_of)
    if entry.known_in:
        return translate("Photos", "already in the notes")
    if entry.mark is Mark.SKIP:
        return translate("Photos", "skipped")
    if not entry.group:
        view = album.plan.by_id.get(entry.session_id)
        if view is not None:
            return translate("Photos", "{title}?").format(title=view.session.title)
        return translate("Photos", "no time") if entry.at is None else ""
    return place_words(album, entry)


def place_words(album: Album, entry: Entry) -> str:
    """Return where in its session's notes a photo comes."""
    lines, at = album.lines(entry), album.place(entry)
    if not lines:
        return translate("Photos", "first in the notes")
    if not at:
        return translate("Photos", "at the top")
    if at == len(lines):
        return translate("Photos", "end of the notes")
    second = moment(album, entry.session_id, lines[at - 1].written_at)
    if second is None:
        return translate("Photos", "after line {n}").format(n=at)
    return translate("Photos", "line at {time}").format(time=second)


def unworded(line: Line) -> str:
    """Return what a line without words is."""
    if line.kind is LineKind.IMAGE:
        return translate("Photos", "a photo without a caption")
    return line_words(line.kind) if line.kind in LINE_WORDS else ""


def moment(album: Album, session_id: str, at: datetime | None) -> str | None:
    """Return an instant as the time into a session ("17:02"), None outside of it."""
    view = album.plan.by_id.get(session_id)
    zero = None if view is None else view.session.zero
    if at is None or zero is None:
        return None
    seconds = int((at - zero).total_seconds())
    if not 0 <= seconds < timedelta(hours=12).total_seconds():
        return None
    return words.elapsed(seconds)


def said(album: Album, entry: Entry) -> str:
    """Return all that a tile says, for a screen reader."""
    when, fate = tile(album, entry)
    state = {
        Mark.ATTACH: translate("Photos", "chosen"),
        Mark.SKIP: translate("Photos", "skipped"),
        Mark.ASK: translate("Photos", "without a place"),
    }[entry.mark]
    if entry.problem is not None:
        return problem(entry.problem)
    parts = [entry.name, when, fate]
    parts.append(state)
    return ", ".join(dict.fromkeys(part for part in parts if part))


@lru_cache(maxsize=2)
def _messages(*, japanese: bool) -> Messages:
    return Messages(Language.JA if japanese else Language.EN)


def problem(error: ConfnotesError) -> str:
    """Return why a file cannot be shown."""
    return _messages(japanese=theme().japanese).error(error)


def camera(name: str) -> str:
    """Return what a camera is called."""
    return name or translate("Photos", "the camera")


def guess(name: str, found: Guess) -> str:
    """Return a guess in one sentence."""
    if found.reason is Reason.SATELLITE:
        return translate(
            "Photos", "By satellite time, the clock of {camera} was off: {shift} is added."
        ).format(camera=camera(name), shift=shift_text(found.clock.shift))
    if found.reason is Reason.ZONE:
        sentence = translate(
            "Photos",
            "The clock of {camera} seems to have run on {city} time: {fits} of {total} photos fall"
            " into your sessions, otherwise {before}.",
        )
    else:
        sentence = translate(
            "Photos",
            "The clock of {camera} seems to be off; with {shift}, {fits} of {total} photos fall"
            " into your sessions, otherwise {before}.",
        )
    return sentence.format(
        camera=camera(name),
        city=words.zone_city(found.clock.zone),
        shift=shift_text(found.clock.shift),
        fits=found.fits,
        total=found.total,
        before=found.before,
    )


def foot(counts: Counts) -> tuple[str, str, str]:
    """Return (chosen, skipped and broken, without a place) as the foot says them."""
    quiet = []
    if counts.skipped:
        quiet.append(translate("Photos", "{n} skipped").format(n=counts.skipped))
    if counts.broken:
        quiet.append(translate("Photos", "{n} cannot be shown").format(n=counts.broken))
    asking = translate("Photos", "{n} without a place").format(n=counts.asking)
    return (
        translate("Photos", "{n} chosen").format(n=counts.chosen),
        translate("Photos", ", ").join(quiet),
        asking if counts.asking else "",
    )


def attach(n: int) -> str:
    """Return what the button says."""
    if n == 1:
        return translate("Photos", "Attach 1 photo")
    return translate("Photos", "Attach {n} photos").format(n=n)


def attached(n: int, sessions: int) -> str:
    """Return what was done."""
    if sessions == 1:
        where = translate("Photos", "{photos} attached to 1 session.")
    else:
        where = translate("Photos", "{photos} attached to {n} sessions.")
    return where.format(photos=photos(n), n=sessions)


def taken_back(stayed: int) -> str:
    """Return what an undo did."""
    if not stayed:
        return translate("Photos", "Taken back; the photos are on the sheet again.")
    return translate(
        "Photos", "Taken back, but for {photos} that you have worked on since."
    ).format(photos=photos(stayed))


def unread(n: int) -> tuple[str, str]:
    """Return (title, quiet words) of what is still to be read."""
    return translate("Photos", "Still to be read"), photos(n)
