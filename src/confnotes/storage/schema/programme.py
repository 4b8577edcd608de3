"""Tables of what a conference is: its events, days, rooms, people and sessions.

Imported and own stand side by side: `title` is what the schedule says, `own_title` one's own,
which wins. A re-import writes the first kind only.
"""

from sqlalchemy import UniqueConstraint

from confnotes.domain.audience import Audience
from confnotes.domain.choice import Attendance, Intent
from confnotes.domain.conference import Confidence, EventKind, FactKind, Shelf, SourceKind
from confnotes.domain.session import LinkKind, LinkState, Origin, SessionKind, SessionState
from confnotes.storage.schema import columns as c

author = c.table(
    "author",
    c.text("name"),
    c.text("handle"),
    c.text("role"),
    c.text("company"),
    c.text("url"),
)

conference = c.table(
    "conference",
    c.text("name", "as the schedule gives it, or as typed where no schedule did"),
    c.text("own_name", "one's own, over the schedule's", null=True),
    c.text("short_name"),
    c.text("own_short_name", null=True),
    c.text("timezone", "IANA zone of the venue"),
    c.flag("timezone_confirmed"),
    c.day("starts", "first day"),
    c.day("own_starts"),
    c.day("ends", "last day, inclusive"),
    c.day("own_ends"),
    c.number("day_begins", "minutes after midnight at which its day begins"),
    c.text("venue"),
    c.text("own_venue", null=True),
    c.text("city"),
    c.text("own_city", null=True),
    c.text("url"),
    c.text("own_url", null=True),
)

shelved = c.table(
    "shelved",
    c.owner("conference_id", "conference"),
    c.one_of("shelf", Shelf, "where it was put away", closed=True),
)
shelved.append_constraint(UniqueConstraint("conference_id"))

event = c.table(
    "event",
    c.owner("conference_id", "conference"),
    c.one_of("kind", EventKind, "the main conference, or an event beside it"),
    c.text("name"),
    c.text("own_name", null=True),
    c.number("position"),
    c.day("starts"),
    c.day("own_starts"),
    c.day("ends"),
    c.day("own_ends"),
    c.text("venue"),
    c.text("own_venue", null=True),
    c.text("url"),
    c.text("own_url", null=True),
    c.one_of("intent", Intent, "what one meant to do before", closed=True),
    c.one_of("attendance", Attendance, "what one did", closed=True),
    c.flag("watch_later"),
    c.text("reason", "why this one, in one's own words"),
)

day = c.table(
    "day",
    c.owner("conference_id", "conference"),
    c.day("date", null=False),
    c.number("number", "as people say it: day 0, day 1"),
    c.text("label", "of one's own"),
)
day.append_constraint(UniqueConstraint("conference_id", "date"))

room = c.table(
    "room",
    c.owner("event_id", "event"),
    c.text("name", "sessions refer to it by this name"),
    c.number("position"),
    c.text("source_key", "the id its source gives it"),
)

track = c.table(
    "track",
    c.owner("event_id", "event"),
    c.text("name", "sessions refer to it by this name"),
    c.number("position"),
    c.text("colour", "#rrggbb"),
)

speaker = c.table(
    "speaker",
    c.owner("conference_id", "conference"),
    c.text("name"),
    c.text("own_name", null=True),
    c.text("affiliation"),
    c.text("own_affiliation", null=True),
    c.text("family_name", "the part of the name that is the family's"),
    c.text("reading", "how the name is read"),
    c.text("biography"),
    c.text("own_biography", null=True),
    c.text("url"),
    c.text("own_url", null=True),
    c.text("source_key", "the id its source gives them"),
    c.one_of("confidence", Confidence, "said by the schedule, or read out of it", closed=True),
)

source = c.table(
    "source",
    c.owner("event_id", "event"),
    c.one_of("kind", SourceKind, "the kind of schedule"),
    c.text("name", "file name or the like"),
    c.text("url"),
    c.text("version", "as the schedule states it"),
    c.text("sha256", "of the file"),
    c.instant("imported_at"),
)

feed = c.table(
    "feed",
    c.owner("source_id", "source"),
    c.text("address", "that the source was fetched from"),
    c.text("etag", "of the state imported last, as the server gave it"),
    c.text("modified", "Last-Modified of that state, likewise"),
)

session = c.table(
    "session",
    c.owner("conference_id", "conference"),
    c.owner("event_id", "event"),
    c.text("title", null=True),
    c.text("own_title", null=True),
    c.text("subtitle", null=True),
    c.text("own_subtitle", null=True),
    c.text("abstract", null=True),
    c.text("own_abstract", null=True),
    c.one_of("kind", SessionKind, null=True),
    c.one_of("own_kind", SessionKind, null=True),
    c.text("format", "as the schedule words it", null=True),
    c.text("own_format", null=True),
    c.text("code", "of the session in the programme", null=True),
    c.text("own_code", null=True),
    c.text("language", "that it is held in", null=True),
    c.text("own_language", null=True),
    c.text("room", null=True),
    c.text("own_room", null=True),
    c.text("track", null=True),
    c.text("own_track", null=True),
    c.planned("start", "instant, wall time of the venue, or date, as given"),
    c.planned("own_start"),
    c.planned("end"),
    c.planned("own_end"),
    c.number("duration", "seconds", null=True),
    c.number("own_duration", null=True),
    c.one_of("state", SessionState, "what the schedule says of it", null=True),
    c.one_of("own_state", SessionState, null=True),
    c.instant("start_at", "the planned start, worked out with the conference's zone"),
    c.instant("end_at", "the planned end, worked out likewise"),
    c.one_of("intent", Intent, "what one meant to do before", closed=True),
    c.one_of("attendance", Attendance, "what one did; open: the notes say", closed=True),
    c.flag("watch_later"),
    c.text("reason", "why this one, in one's own words"),
    c.text("heading", "replaces the title in a report"),
    c.number("rating", "1 to 5 stars", null=True),
    c.flag("recommended"),
    c.text("summary", "CommonMark"),
    c.text("takeaway", "what it means for us, CommonMark"),
    c.flag("reviewed"),
    c.instant("started_at", "when the talk really began"),
    c.real("video_offset", "second of the video at which it began"),
    c.one_of("audience", Audience, "whom it is for", closed=True),
    c.one_of("origin", Origin, closed=True),
    c.identity("series_id", "shared by the sittings of one series", null=True),
    c.names("tags"),
    c.text("folded", "search form"),
    checks=["rating BETWEEN 1 AND 5", "abs(video_offset) < 1e9"],
    later=[
        c.one_of("shelf", Shelf, "where it was put away", null=True, closed=True),
        c.text("given_speakers", "whom its schedule names, where one's own list counts", null=True),
    ],
)

credit = c.table(
    "credit",
    c.owner("session_id", "session"),
    c.owner("speaker_id", "speaker"),
    c.number("position"),
    c.text("printed_name", "as this session prints it, where unlike the speaker's own"),
    c.text("printed_affiliation", "likewise"),
    c.text("role"),
    c.one_of("confidence", Confidence, closed=True),
    c.one_of("origin", Origin, closed=True),
)

session_source = c.table(
    "session_source",
    c.owner("session_id", "session"),
    c.owner("source_id", "source"),
    c.text("key", "the id the source gives the session"),
    c.planned("start", "its start there"),
    c.text("record", "as received"),
)

link = c.table(
    "link",
    c.owner("session_id", "session"),
    c.one_of("kind", LinkKind),
    c.text("url", "http, https or mailto"),
    c.text("label"),
    c.one_of("state", LinkState, "there, expected, or none to come", closed=True),
    c.one_of("origin", Origin, closed=True),
    c.number("position"),
)

fact = c.table(
    "fact",
    c.owner("conference_id", "conference"),
    c.one_of("kind", FactKind),
    c.text("value"),
    c.text("source", "where it was read"),
    c.flag("shown"),
    c.number("position"),
)
