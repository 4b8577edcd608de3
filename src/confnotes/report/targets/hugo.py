"""Hugo: a page bundle, `<slug>/index.md` with its pictures beside it, to put below `content`.

Sources: gohugo.io, "Front matter" (YAML between `---`, TOML between `+++`), "Page bundles",
"Configure markup" (Goldmark: HTML is left out unless a site allows it, footnotes, `{#id}` after a
heading, dashes for `--` and `---`), "Shortcodes" (`figure`, `youtube`; `{{<` and `{{%` anywhere
begin one, `{{</* … */>}}` prints one). A list of contents is up to the theme; `toc` is what most
of them read.
"""

import re

from confnotes.report.targets import facts as front
from confnotes.report.targets.facts import Facts, Field, FieldKind, Files
from confnotes.report.targets.inline import code_span, dashes_kept, wide_picture
from confnotes.report.targets.record import Drawn, NoteStyle, Target

_VIDEO = re.compile(r"https://(?:www\.youtube\.com/watch\?v=|youtu\.be/)([\w-]{6,})")
_CALL = re.compile(r"\{\{([<%])(.*?)([>%])\}\}", re.DOTALL)
_NEVER = "\u200b"
"""Between the signs of half a shortcode in code, where nothing else keeps Hugo from reading on."""


def _files(facts: Facts, _target: str) -> Files:
    slug = front.named(facts)
    return Files(f"{slug}/index.md", f"{slug}/images", "images/")


def _front(facts: Facts) -> str:
    values: dict[str, front.Value] = {
        "title": facts.title,
        "date": facts.day,
        "draft": not facts.has("published"),
        "description": facts.given["description"],
        "slug": front.named(facts),
        "tags": list(facts.tags("tags")),
        "images": [facts.given["cover_image"]] if facts.given["cover_image"] else [],
        "categories": list(facts.tags("categories")),
    }
    kept = {key: value for key, value in values.items() if value not in ("", [], None)}
    if facts.has("contents"):
        kept["toc"] = True
    return front.toml(kept) if facts.given["front_matter"] == "toml" else front.yaml(kept)


def _words(text: str) -> str:
    return dashes_kept(text).replace("{", r"\{")


def _code(text: str) -> str:
    return code_span(_printed(text)) if "{{" in text else ""


def _printed(text: str) -> str:
    """Return code with shortcodes in it that are to be shown, not called."""
    out, at = "", 0
    for match in _CALL.finditer(text):
        begin, inner, end = match.groups()
        inner = inner if inner.startswith("/*") else f"/*{inner}*/"
        out += _apart(text[at : match.start()]) + f"{{{{{begin}{inner}{end}}}}}"
        at = match.end()
    return out + _apart(text[at:])


def _apart(text: str) -> str:
    return re.sub(r"\{\{(?=[<%])", "{" + _NEVER + "{", text)


def _picture(path: str, alternative: str) -> str:
    """Return a picture in Markdown: Goldmark sets quotation marks and dashes among its words, and
    what it sets is printed there by name."""
    for sign, other in (("'", "’"), ('"', "”"), ("...", "…"), ("--", "－－"), ("&", "＆")):
        alternative = alternative.replace(sign, other)
    return wide_picture(path, alternative)


def _figure(drawn: Drawn) -> str:
    """Return the shortcode; Markdown does for a caption with more than words in it."""
    if (
        drawn.caption is None
        or "--" in drawn.caption
        or set('"\\`*_[<{&') & set(drawn.caption + drawn.alternative)
    ):
        return ""
    given = {"src": drawn.path, "alt": drawn.alternative, "caption": drawn.caption}
    given |= {"width": str(drawn.width)} if drawn.width else {}
    named = " ".join(f'{key}="{value}"' for key, value in given.items() if value)
    return f"{{{{< figure {named} >}}}}"


def _embed(url: str) -> str:
    match = _VIDEO.fullmatch(url)
    return f"{{{{< youtube {match.group(1)} >}}}}" if match else ""


HUGO = Target(
    name="hugo",
    label="Hugo",
    notes=NoteStyle.DEFINED,
    front=_front,
    fields=(
        front.SLUG,
        Field("front_matter", FieldKind.CHOICE, lambda _: "toml", ("toml", "yaml")),
        Field("tags", default=front.name_and_kind),
        Field("categories"),
        Field("description", default=lambda facts: facts.lead, per_language=True),
        Field("cover_image"),
        front.CONTENTS,
        front.PUBLISHED,
    ),
    files=_files,
    words=_words,
    code=_code,
    code_block=_printed,
    embed=_embed,
    picture=_picture,
    figure=_figure,
)
