"""Zenn: an article in a repository that Zenn reads, `articles/<slug>.md`.

Sources: zenn-dev/zenn-editor, packages zenn-markdown-html (markdown-it with `breaks`, without
HTML; `:::message`; an address alone on a line becomes a card or a player), zenn-model
(`src/utils.ts`: what a slug, a title, topics and an emoji may be) and zenn-cli (pictures below
`/images/`, at most 3 MB, of these types); Zenn's own guide "ZennのMarkdown記法一覧" (a line in
italics below a picture is its caption, footnotes `[^1]`). The list of contents is made by Zenn.
"""

import re
import unicodedata
from collections.abc import Iterator

from confnotes.report.targets import facts as front
from confnotes.report.targets.facts import Facts, Field, FieldKind, Files
from confnotes.report.targets.inline import wide_picture
from confnotes.report.targets.record import NoteStyle, Target

_LONGEST_TITLE = 70
_MOST_TOPICS, _LONGEST_TOPIC = 5, 18
_SHORTEST_SLUG, _LONGEST_SLUG = 12, 50
_LARGEST_PICTURE = 3 * 1024 * 1024
# Signs that a topic must not have: ASCII's, and blanks.
_ODD_IN_TOPIC = re.compile(r"[\s!-/:-@\[-`{-~]")
_JOINER, _VARIATION = "\u200d", "\ufe0f"


def _slug(facts: Facts) -> str:
    """Return a slug of 12 to 50 letters; one that is too short says what it names."""
    slug = front.named(facts)
    if len(slug) < _SHORTEST_SLUG:
        slug = f"{slug}-conf-report"
    if len(slug) <= _LONGEST_SLUG:
        return slug
    tail = f"-{facts.language}" if slug.endswith(f"-{facts.language}") else ""
    return slug[: _LONGEST_SLUG - len(tail)].rstrip("-_") + tail


def _files(facts: Facts, _target: str) -> Files:
    slug = _slug(facts)
    return Files(f"articles/{slug}.md", f"images/{slug}", f"/images/{slug}/")


def _topics(facts: Facts) -> str:
    name = front.topic(facts.name).lower()
    fits = name if len(name) <= _LONGEST_TOPIC else ""
    return ", ".join(filter(None, (fits, facts.kind)))


def _front(facts: Facts) -> str:
    values: dict[str, front.Value] = {
        "title": facts.title,
        "emoji": facts.given["emoji"],
        "type": facts.given["type"],
        "topics": list(facts.tags("topics")),
        "published": facts.has("published"),
    }
    if facts.given["publication_name"]:
        values["publication_name"] = facts.given["publication_name"]
    return front.yaml(values)


def _problems(facts: Facts) -> Iterator[tuple[str, str]]:
    if len(facts.title) > _LONGEST_TITLE:
        yield "report.title_long", facts.title
    topics = facts.tags("topics")
    for topic in topics[_MOST_TOPICS:]:
        yield "report.tag_refused", topic
    for topic in topics[:_MOST_TOPICS]:
        if len(topic) > _LONGEST_TOPIC or _ODD_IN_TOPIC.search(topic):
            yield "report.tag_refused", topic
    if not _is_one_emoji(facts.given["emoji"]):
        yield "report.setting_refused", facts.given["emoji"]
    name = facts.given["publication_name"]
    if name and not re.fullmatch(r"[0-9a-z_]{2,15}", name):
        yield "report.setting_refused", name


def _is_one_emoji(text: str) -> bool:
    """Return whether a text is one picture sign, as far as Unicode's categories tell."""
    bare = re.sub("[\U0001f3fb-\U0001f3ff\ufe0f\u20e3]", "", text)
    if re.fullmatch("[\U0001f1e6-\U0001f1ff]{2}", bare):
        return True
    parts = bare.split(_JOINER)
    return all(
        len(part) == 1 and (unicodedata.category(part) == "So" or part in "♀♂#*0123456789")
        for part in parts
    ) and (bare not in "#*0123456789" or _VARIATION in text)


def _words(text: str) -> str:
    """Break mathematics (`$…$`)."""
    return text.replace("$", r"\$")


def _sized(path: str, alternative: str, width: int) -> str:
    return f"{wide_picture(path, alternative)[:-1]} ={width}x)"


def _embed(url: str) -> str:
    """Return the address on its own line; `__` could end it there, so that it is named a card."""
    if not url.startswith("http"):
        return ""
    return f"@[card]({url})" if "__" in url else url


def _notice(kind: str, body: str) -> str:
    alert = " alert" if kind in ("warning", "caution") else ""
    return f":::message{alert}\n{body}\n:::"


ZENN = Target(
    name="zenn",
    label="Zenn",
    notes=NoteStyle.DEFINED,
    front=_front,
    fields=(
        front.SLUG,
        Field("emoji", default=lambda _: "📝"),
        Field("type", FieldKind.CHOICE, lambda _: "tech", ("tech", "idea")),
        Field("topics", default=_topics),
        Field("publication_name"),
        front.PUBLISHED,
    ),
    problems=_problems,
    files=_files,
    words=_words,
    line_break="\n",
    embed=_embed,
    notice=_notice,
    picture=wide_picture,
    sized=_sized,
    emphasised_captions=True,
    types=frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"}),
    largest=_LARGEST_PICTURE,
)
