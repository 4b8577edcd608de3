"""Tables of reports: one outline for both languages, with texts per language; saved layouts."""

from sqlalchemy import UniqueConstraint

from confnotes.domain.audience import Audience
from confnotes.domain.report import SectionKind, SectionSourceKind
from confnotes.domain.text import Language
from confnotes.storage.schema import columns as c

report = c.table(
    "report",
    c.owner("conference_id", "conference"),
    c.text("name"),
    c.text("title"),
    c.text("layout"),
    c.one_of("audience", Audience, "whom it is for", closed=True),
    c.one_of("language", Language, "last chosen", closed=True),
    c.text("target", "last chosen"),
    c.number("position"),
)

report_setting = c.table(
    "report_setting",
    c.owner("report_id", "report"),
    c.text("target"),
    c.text("key"),
    c.text("value"),
)
report_setting.append_constraint(UniqueConstraint("report_id", "target", "key"))

section = c.table(
    "section",
    c.owner("report_id", "report"),
    c.text("key", "its place in the composed outline"),
    c.one_of("kind", SectionKind),
    c.reference("parent_id", "section"),
    c.number("position", "none: as composed", null=True),
    c.flag("shown"),
    c.text("heading"),
)
section.append_constraint(UniqueConstraint("report_id", "key"))

section_source = c.table(
    "section_source",
    c.owner("section_id", "section"),
    c.one_of("kind", SectionSourceKind),
    c.text("reference", "a date, a UUID or a session kind"),
    c.number("position"),
)

section_text = c.table(
    "section_text",
    c.owner("section_id", "section"),
    c.one_of("language", Language, closed=True),
    c.text("text", "CommonMark"),
    c.text("base", "the generated text it began from"),
    c.text("follows", "fingerprint of the other language's text it was made from"),
    c.names("line_ids", "the lines that stand in it"),
)
section_text.append_constraint(UniqueConstraint("section_id", "language"))

saved_layout = c.table(
    "saved_layout",
    c.owner("conference_id", "conference", "that it was saved in first"),
    c.text("name"),
    c.text("layout", "its kind"),
    c.text("title_ja", "pattern of titles in Japanese"),
    c.text("title_en", "pattern of titles in English"),
)

saved_section = c.table(
    "saved_section",
    c.owner("layout_id", "saved_layout"),
    c.number("position"),
    c.text("key", "which section; those of one conference alone by kind and place"),
    c.one_of("kind", SectionKind),
    c.text("parent", "the key of what it stands in"),
    c.text("after", "the key of what it stands after; none: as composed", null=True),
    c.flag("shown"),
)
saved_section.append_constraint(UniqueConstraint("layout_id", "key"))

saved_text = c.table(
    "saved_text",
    c.owner("section_id", "saved_section"),
    c.one_of("language", Language, closed=True),
    c.text("heading"),
    c.text("text", "what the section begins with, CommonMark"),
)
saved_text.append_constraint(UniqueConstraint("section_id", "language"))
