"""Plain CommonMark, for places that promise no more than the specification.

Source: CommonMark 0.31.2, https://spec.commonmark.org/0.31.2/. It has no footnotes, and
`[^1]: word` is a link reference definition there (section 4.7): `[^1]` would become a link to
"word". So notes are a numbered list at the end, and references are raised numbers in HTML.
"""

from confnotes.report.targets.inline import html_picture
from confnotes.report.targets.record import NoteStyle, Target, TitlePlace

COMMONMARK = Target(
    name="commonmark",
    label="CommonMark",
    notes=NoteStyle.LISTED,
    title=TitlePlace.HEADING,
    fences_in_lists=False,
    sized=html_picture,
    tables=False,
)
