"""Tables of what a person took down: lines, footnotes, pictures, names and second versions."""

from sqlalchemy import UniqueConstraint

from confnotes.domain.audience import Audience
from confnotes.domain.notes import MAX_DEPTH, LineKind
from confnotes.domain.text import Language
from confnotes.storage.schema import columns as c

line = c.table(
    "line",
    c.owner("session_id", "session"),
    c.number("position", "place in its session"),
    c.text("text"),
    c.number("depth", "0 is the outermost"),
    c.one_of("kind", LineKind),
    c.instant("written_at", "when its first letter was written"),
    c.number("nudge", "seconds, correction of written_at"),
    c.flag("done", "of a to-do"),
    c.flag("unsure", "may have been misheard"),
    c.text("gist", "what a quote means, in one's own words"),
    c.flag("resolved", "of a line that was not caught"),
    c.text("answer", "what was said"),
    c.reference("speaker_id", "speaker", "who is quoted"),
    c.one_of("audience", Audience, "whom it is for", closed=True),
    c.names("tags"),
    c.instant("deleted_at", "a deleted line stays, so that undo and paste find it"),
    c.text("folded", "search form"),
    checks=[f"depth BETWEEN 0 AND {MAX_DEPTH}"],
)

history = c.table(
    "history",
    c.owner("session_id", "session"),
    c.number("number", "counts up within the session"),
    c.instant("first_at", "when the first of its saves was", null=False),
    c.instant("last_at", "when the last of its saves was", null=False),
    c.flag("kept", "the state before it is never thinned out"),
    c.number("lost", "characters it took away"),
    c.back("back", "what takes the state after it to the one before it"),
)

transcript = c.table(
    "transcript",
    c.owner("session_id", "session"),
    c.text("name", "where it came from"),
    c.text("cues", "one a line: start, end (seconds) and words, between tabs"),
)
transcript.append_constraint(UniqueConstraint("session_id"))

footnote = c.table(
    "footnote",
    c.owner("conference_id", "conference"),
    c.text("key", "ASCII, unique in the conference"),
    c.text("text", "CommonMark"),
    c.one_of("audience", Audience, closed=True),
    c.text("folded", "search form"),
)
footnote.append_constraint(UniqueConstraint("conference_id", "key"))

kept_name = c.table(
    "kept_name",
    c.owner("conference_id", "conference"),
    c.text("form", "a way of writing a name that was said to be right"),
)
kept_name.append_constraint(UniqueConstraint("conference_id", "form"))

attachment = c.table(
    "attachment",
    c.owner("conference_id", "conference"),
    c.text("sha256", "of the bytes, and their file's name"),
    c.text("media_type"),
    c.number("size", "bytes"),
    c.text("name", "the file's, as it came"),
    c.number("width", "pixels", null=True),
    c.number("height", "pixels", null=True),
    c.instant("taken_at"),
    c.one_of("audience", Audience, closed=True),
)
attachment.append_constraint(UniqueConstraint("conference_id", "sha256"))

attachment_use = c.table(
    "attachment_use",
    c.owner("attachment_id", "attachment"),
    c.owner("line_id", "line", null=True),
    c.owner("section_id", "section", null=True),
    c.number("position"),
    c.text("caption"),
    c.text("alternative", "text for those who cannot see it"),
    c.text("credit"),
    c.number("width", "pixels as printed", null=True),
    c.text("group", "uses of one group stand side by side"),
    checks=["(line_id IS NULL) <> (section_id IS NULL)"],
)

version = c.table(
    "version",
    c.owner("conference_id", "conference"),
    c.identity("owner_id", "the row whose text it is"),
    c.text("field", "the text's column"),
    c.one_of("language", Language, closed=True),
    c.text("text"),
    c.text("made_from", "fingerprint of the original it was made from"),
)
version.append_constraint(UniqueConstraint("conference_id", "owner_id", "field", "language"))

language_mark = c.table(
    "language_mark",
    c.owner("conference_id", "conference"),
    c.identity("owner_id", "the row whose text it is"),
    c.text("field", "the text's column"),
    c.one_of("language", Language, closed=True),
)
language_mark.append_constraint(UniqueConstraint("conference_id", "owner_id", "field"))
