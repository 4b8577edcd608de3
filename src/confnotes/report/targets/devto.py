"""dev.to: an article of the basic editor of DEV and other communities on Forem.

Sources: forem/forem, `app/views/pages/_editor_guide_text.en.html.erb` (front matter, footnotes,
Liquid tags), `_supported_url_embeds_list.html.erb` (`{% embed address %}`),
`app/models/article.rb` (a title of at most 128 letters, at most four tags of letters and digits),
and Redcarpet, which renders it (`^` is raised text; a list nests by four). The page prints the
title as its first heading. There is no list of contents. Pictures have to be uploaded, which
gives their addresses.
"""

import re
from collections.abc import Iterator

from confnotes.report.targets import facts as front
from confnotes.report.targets.facts import Facts, Field
from confnotes.report.targets.record import NoteStyle, Pictures, Target

_LONGEST_TITLE = 128
_MOST_TAGS = 4


def _tags(facts: Facts) -> str:
    name = re.sub(r"[^0-9a-z]", "", facts.name.lower())
    return ", ".join(filter(None, (name, "conference")))


def _front(facts: Facts) -> str:
    values: dict[str, front.Value] = {
        "title": facts.title,
        "published": facts.has("published"),
        "description": facts.given["description"],
        "tags": ", ".join(facts.tags("tags")),
    }
    for key in ("series", "canonical_url", "cover_image"):
        if facts.given[key]:
            values[key] = facts.given[key]
    return front.yaml(values)


def _problems(facts: Facts) -> Iterator[tuple[str, str]]:
    if len(facts.title) > _LONGEST_TITLE:
        yield "report.title_long", facts.title
    tags = facts.tags("tags")
    for tag in tags[_MOST_TAGS:]:
        yield "report.tag_refused", tag
    for tag in tags[:_MOST_TAGS]:
        if not tag.isalnum():
            yield "report.tag_refused", tag


def _words(text: str) -> str:
    """Break Liquid (`{{ … }}`, `{% … %}`) and raised text."""
    return text.replace("{", "&#123;").replace("^", "&#94;")


DEVTO = Target(
    name="devto",
    label="DEV (dev.to)",
    notes=NoteStyle.DEFINED,
    front=_front,
    fields=(
        Field("tags", default=_tags),
        Field("description", default=lambda facts: facts.lead, per_language=True),
        Field("series"),
        Field("canonical_url", per_language=True),
        Field("cover_image"),
        front.PUBLISHED,
    ),
    problems=_problems,
    words=_words,
    embed=lambda url: f"{{% embed {url} %}}" if url.startswith("http") else "",
    emphasised_captions=True,
    pictures=Pictures.UPLOADED,
)
