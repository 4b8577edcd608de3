"""GitHub: a Markdown file in a repository (GitHub Flavored Markdown).

Sources: the GitHub Flavored Markdown specification 0.29, https://github.github.com/gfm/
(strikethrough, extended autolinks), and GitHub Docs, "Basic writing and formatting syntax"
(footnotes, not in wikis; alerts of five kinds, not within others) and "Writing mathematical
expressions" (`$`).
"""

from confnotes.report.targets.inline import html_picture
from confnotes.report.targets.record import NoteStyle, Target, TitlePlace


def _words(text: str) -> str:
    """Break mathematics (`$…$`)."""
    return text.replace("$", r"\$")


def alert(kind: str, body: str) -> str:
    """Return a box as GitHub has it."""
    rows = [f"[!{kind.upper()}]", *body.split("\n")]
    return "\n".join(f"> {row}" if row else ">" for row in rows)


GITHUB = Target(
    name="github",
    label="GitHub",
    notes=NoteStyle.DEFINED,
    title=TitlePlace.HEADING,
    words=_words,
    notice=alert,
    sized=html_picture,
)
