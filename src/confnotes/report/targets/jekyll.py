"""Jekyll: a post, `_posts/YYYY-MM-DD-<slug>.md` (without a date a draft, `_drafts/<slug>.md`).

Sources: jekyllrb.com, "Posts" (the file's name), "Drafts", "Front Matter" (`published: false`),
"Liquid" (`{{` and `{%` anywhere are read; `raw`, `relative_url`), and kramdown.gettalong.org,
"Syntax" (`{:toc}`, `{: …}` gives attributes, a line with `|` is a table, `$$` mathematics,
`--` and `---` are dashes, footnotes).
"""

import re

from confnotes.report.targets import facts as front
from confnotes.report.targets.facts import Facts, Field, Files
from confnotes.report.targets.inline import (
    code_in_html,
    code_span,
    dashes_kept,
    destination,
    escaped,
)
from confnotes.report.targets.record import NoteStyle, Target

_LIQUID = re.compile(r"\{[{%]")
_END = re.compile(r"\{%-?\s*endraw")


def _files(facts: Facts, _target: str) -> Files:
    slug = front.named(facts)
    folder = f"assets/images/{slug}"
    post = f"_posts/{facts.day}-{slug}.md" if facts.day else f"_drafts/{slug}.md"
    return Files(post, folder, f"/{folder}/")


def _front(facts: Facts) -> str:
    values: dict[str, front.Value] = {
        "layout": facts.given["layout"],
        "title": facts.title,
        "date": facts.day,
        "published": facts.has("published"),
        "categories": list(facts.tags("categories")),
        "tags": list(facts.tags("tags")),
        "image": facts.given["cover_image"] or None,
    }
    return front.yaml({key: value for key, value in values.items() if value not in ([], None)})


def _words(text: str) -> str:
    """Break Liquid, attributes, tables and mathematics."""
    return dashes_kept(text).replace("{", "&#123;").replace("|", "&#124;").replace("$", "&#36;")


def _code(text: str) -> str:
    """Code with Liquid in it is shown; blanks at the ends would make a backtick of the first."""
    text = text.strip() or text
    if not _LIQUID.search(text):
        return code_span(text)
    if _END.search(text):
        return code_in_html(text)
    return f"{{% raw %}}{code_span(text)}{{% endraw %}}"


def _code_block(text: str) -> str:
    if not _LIQUID.search(text):
        return text
    # What ends `raw` cannot stand in it: its brace is written by Liquid itself.
    text = _END.sub(lambda m: "{% endraw %}{{ '{%' }}{% raw %}" + m.group()[2:], text)
    return f"{{% raw %}}\n{text}\n{{% endraw %}}"


def _picture(path: str, alternative: str) -> str:
    """Return a picture found wherever the site stands."""
    if not path.startswith("/"):
        return ""
    words = _words(escaped(alternative)).strip()
    return f"![{words}]({{{{ '{path}' | relative_url }}}})"


def _sized(path: str, alternative: str, width: int) -> str:
    words = _words(escaped(alternative)).strip()
    shown = _picture(path, alternative) or f"![{words}]({destination(path)})"
    return f'{shown}{{: width="{width}"}}'


JEKYLL = Target(
    name="jekyll",
    label="Jekyll",
    notes=NoteStyle.DEFINED,
    front=_front,
    fields=(
        front.SLUG,
        Field("layout", default=lambda _: "post"),
        Field("categories"),
        Field("tags", default=front.name_and_kind),
        Field("cover_image"),
        front.CONTENTS,
        front.PUBLISHED,
    ),
    files=_files,
    words=_words,
    code=_code,
    code_block=_code_block,
    picture=_picture,
    sized=_sized,
    contents="* TOC\n{:toc}",
    bars_escaped=False,
)
