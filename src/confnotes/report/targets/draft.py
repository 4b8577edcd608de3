"""A section as its author edits it: CommonMark with `[^key]` references, read back by
`report.markdown`."""

from confnotes.report.targets.github import alert
from confnotes.report.targets.record import NoteStyle, Target, TitlePlace

DRAFT = Target(
    name="draft", label="", notes=NoteStyle.KEYED, title=TitlePlace.HEADING, notice=alert
)
