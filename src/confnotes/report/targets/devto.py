"""dev.to: an article of the basic editor of DEV and other communities on Forem.

Sources: forem/forem, `app/views/pages/_editor_guide_text.en.html.erb` (front matter, footnotes,
Liquid tags), `_supported_url_embeds_list.html.erb` (`{% embed address %}`),
`app/models/article.rb` (a title of at most 128 letters, at most four tags of letters and digits),
and Redcarpet, which renders it (`^` is raised text; a list nests by four; with
`no_intra_emphasis`, which Forem sets, `**` beside a Latin letter is none). The page prints the
title as its first heading. There is no list of contents. Pictures have to be uploaded, which
gives their addresses.
"""

import re
from collections.abc import Iterator

from confnotes.report.targets import facts as front
from confnotes.report.targets.facts import Facts, Field
from confnotes.report.targets.inline import code_in_html, html_picture, wide_picture
from confnotes.report.targets.record import NoteStyle, Pictures, Target

_LONGEST_TITLE = 128
_MOST_TAGS = 4
# Beside kana and kanji one begins emphasis: letters are Latin ones there.
_UNDERSCORE = re.compile(r"(?<![0-9A-Za-z\\])_|(?<!\\)_(?![0-9A-Za-z])")
_FENCE = re.compile(r"^ *(`{3}|~{3})", re.MULTILINE)


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
    """Break Liquid (`{{ … }}`, `{% … %}`) and raised text; a backslash would keep emphasis open."""
    text = _UNDERSCORE.sub(r"\\_", text)
    text = re.sub(r"\\(.)", lambda m: "&#92;" if m.group(1) == "\\" else m.group(), text)
    return text.replace("{", "&#123;").replace("^", "&#94;")


def _code(text: str) -> str:
    """Return code with backticks in it as HTML: at a line's start several would begin a block."""
    return code_in_html(text) if "``" in text else ""


def _code_block(text: str) -> str:
    """Return a fenced block as it is; one with a fence in it, which any fence ends, as HTML."""
    code = text.partition("\n")[2].rpartition("\n")[0]
    return f"<pre>{code_in_html(code)}</pre>" if _FENCE.search(code) else text


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
    emphasis_within_words=False,
    words=_words,
    code=_code,
    code_block=_code_block,
    picture=wide_picture,
    sized=html_picture,
    embed=lambda url: f"{{% embed {url} %}}" if url.startswith("http") else "",
    emphasised_captions=True,
    pictures=Pictures.UPLOADED,
    bars_escaped=False,
)
