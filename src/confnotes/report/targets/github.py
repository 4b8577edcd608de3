"""GitHub: a Markdown file in a repository (GitHub Flavored Markdown).

Sources: the GitHub Flavored Markdown specification 0.29, https://github.github.com/gfm/
(strikethrough, extended autolinks), and GitHub Docs, "Basic writing and formatting syntax"
(footnotes, not in wikis) and "Writing mathematical expressions" (`$`).
"""

from confnotes.report.targets.record import NoteStyle, Target


def _title(title: str) -> str:
    return f"# {title}"


def _words(text: str) -> str:
    """Break mathematics (`$…$`)."""
    return text.replace("$", r"\$")


GITHUB = Target(name="github", label="GitHub", notes=NoteStyle.DEFINED, title=_title, words=_words)
