"""Astro: an entry of a content collection, `<slug>/index.md` with its pictures beside it.

Sources: docs.astro.build, "Markdown in Astro" (GitHub Flavored Markdown; quotation marks and
dashes are set anew unless a site says no), "Images" (a path that begins with `./` lies beside the
text), and the front matter of Astro's own blog template: title, description, pubDate. What else
an entry must have is up to the site. So is a list of contents.
"""

from confnotes.report.targets import facts as front
from confnotes.report.targets.facts import Facts, Field, Files
from confnotes.report.targets.record import NoteStyle, Target


def _files(facts: Facts, _target: str) -> Files:
    slug = front.named(facts)
    return Files(f"{slug}/index.md", f"{slug}/images", "./images/")


def _front(facts: Facts) -> str:
    values: dict[str, front.Value] = {
        "title": facts.title,
        "description": facts.given["description"],
        "pubDate": facts.day,
        "tags": list(facts.tags("tags")),
        "heroImage": facts.given["cover_image"] or None,
        "draft": not facts.has("published"),
    }
    return front.yaml({key: value for key, value in values.items() if value is not None})


ASTRO = Target(
    name="astro",
    label="Astro",
    notes=NoteStyle.DEFINED,
    front=_front,
    fields=(
        front.SLUG,
        Field("description", default=lambda facts: facts.lead or facts.title, per_language=True),
        Field("cover_image"),
        Field("tags", default=front.name_and_kind),
        front.PUBLISHED,
    ),
    files=_files,
)
