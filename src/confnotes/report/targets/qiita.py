"""Qiita: an article of Qiita CLI, `public/<name>.md`.

Sources: increments/qiita-cli (README, and the front matter that `qiita new` writes),
increments/qiita-markdown and qiita_marker (cmark-gfm with every line break kept, footnotes,
`:::note info|warn|alert`; the list of allowed tags has no `<figure>`), Qiita's "Markdown記法
チートシート" (an address alone on a line is a card; mathematics `$…$`). Pictures have to be
uploaded to Qiita, which gives their addresses. The list of contents is made by Qiita.
"""

import re
from collections.abc import Iterator

from confnotes.report.targets import facts as front
from confnotes.report.targets.facts import Facts, Field, FieldKind, Files
from confnotes.report.targets.inline import html_picture, wide_picture
from confnotes.report.targets.record import NoteStyle, Pictures, Target

_MOST_TAGS = 5
_KINDS = {"warning": "warn", "important": "warn", "caution": "alert"}


def _files(facts: Facts, _target: str) -> Files:
    return Files(f"public/{front.named(facts)}.md", "images", "images/")


def _front(facts: Facts) -> str:
    return front.yaml(
        {
            "title": facts.title,
            "tags": list(facts.tags("tags")),
            "private": facts.has("private"),
            "updated_at": "",
            "id": facts.given["id"] or None,
            "organization_url_name": facts.given["organization_url_name"] or None,
            "slide": False,
            "ignorePublish": not facts.has("published"),
        }
    )


def _problems(facts: Facts) -> Iterator[tuple[str, str]]:
    tags = facts.tags("tags")
    for tag in tags[_MOST_TAGS:]:
        yield "report.tag_refused", tag
    for tag in tags[:_MOST_TAGS]:
        if re.search(r"\s", tag):
            yield "report.tag_refused", tag


def _words(text: str) -> str:
    """Break mathematics: a sign in an element of its own begins none, whoever looks for it."""
    return text.replace("$", "<span>$</span>")


def _notice(kind: str, body: str) -> str:
    return f":::note {_KINDS.get(kind, 'info')}\n{body}\n:::"


QIITA = Target(
    name="qiita",
    label="Qiita",
    notes=NoteStyle.DEFINED,
    front=_front,
    fields=(
        front.SLUG,
        Field("tags", default=front.name_and_kind),
        Field("private", FieldKind.SWITCH, lambda _: front.OFF),
        Field("organization_url_name"),
        Field("id", per_language=True),
        front.PUBLISHED,
    ),
    problems=_problems,
    files=_files,
    words=_words,
    line_break="\n",
    embed=lambda url: url if url.startswith("http") else "",
    notice=_notice,
    picture=wide_picture,
    sized=html_picture,
    emphasised_captions=True,
    pictures=Pictures.UPLOADED,
)
