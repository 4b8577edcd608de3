"""A composed report as its place gets it: text with front matter, names of files, pictures."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from confnotes.domain.attachments import Attachment
from confnotes.domain.text import Language, slug
from confnotes.report.blocks import Blocks, Document, Heading, Paragraph, words_of
from confnotes.report.compose import Composition
from confnotes.report.outcome import Check, Place
from confnotes.report.snapshot import Snapshot
from confnotes.report.targets import facts as front
from confnotes.report.targets.facts import Facts, Files
from confnotes.report.targets.place import located, pictures_in
from confnotes.report.targets.record import Pictures, Target
from confnotes.report.targets.writer import Options, write
from confnotes.report.wording import Wording

PICTURE = "picture."
"""What the setting begins with that keeps where a picture was uploaded to; its SHA-256 follows."""
CODES = (
    "report.title_long",
    "report.tag_refused",
    "report.setting_refused",
    "report.picture_refused",
    "report.picture_upload",
)
"""The checks that depend on the place, in the order they are shown."""

_RESERVED = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")
_LONGEST_STEM = 60
_LONGEST_LEAD = {Language.JA: 120, Language.EN: 200}
_YEAR = re.compile(r"[\s'’-]*(?:19|20)\d\d")
_SENTENCE = re.compile(r"[^。！？.!?]*(?:[。！？]+|[.!?]+(?=\s|$)|$|[.!?])\s*")


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture in reading order, by its path below the block tree's `images/`."""

    path: str
    alternative: str
    attachment: Attachment
    address: str = ""


@dataclass(frozen=True, slots=True)
class Delivery:
    """The text, the document it was written from, and where it and its pictures go.

    `pictures` are those of the notebook, each where it is shown; `places` are their names below
    the export folder by their path in the block tree.
    """

    text: str
    document: Document
    facts: Facts
    files: Files
    pictures: tuple[Shown, ...]
    places: Mapping[str, str]


def deliver(
    composition: Composition, target: Target, wording: Wording, *, at_home: bool = False
) -> Delivery:
    """Return a report as `target` gets it; `at_home` with its pictures where the notebook has them
    (to be looked at here)."""
    snapshot = composition.snapshot
    facts = facts_of(composition, target, wording)
    files = target.files(facts, target.name)
    pictures = tuple(_pictures(composition))
    places = {shown.path: f"{files.pictures}/{_name(shown.path)}" for shown in pictures}
    addresses = {shown.path: shown.address for shown in pictures if shown.address}

    def where(path: str) -> str:
        if path not in places or at_home:
            return path
        if target.pictures is Pictures.UPLOADED and path in addresses:
            return addresses[path]
        return files.shown + _name(path)

    document = located(composition.document, where)
    options = Options(contents=front.is_on(snapshot.settings.get("contents", front.OFF)))
    options = replace(options, front=target.front(facts))
    text = write(document, target, wording, options)
    return Delivery(text, document, facts, files, pictures, places)


def facts_of(composition: Composition, target: Target, wording: Wording) -> Facts:
    """Return what front matter and file names are made from, settings filled in."""
    snapshot, document = composition.snapshot, composition.document
    conference, texts, language = snapshot.conference, snapshot.texts, snapshot.language
    field, name = ("short_name", conference.short_name) if conference.short_name else (
        "name", conference.title
    )  # fmt: skip
    author = snapshot.contents.author
    bare = Facts(
        document.title,
        language,
        file_stem(snapshot),
        _YEAR.sub("", texts.render(conference.id, field, name, language).text).strip(),
        wording.phrase("front.kind"),
        snapshot.dates[1] if snapshot.dates else None,
        _lead(document.blocks, _LONGEST_LEAD[language]),
        texts.render(author.id, "name", author.name, language).text if author else "",
    )
    return replace(bare, given=front.filled(snapshot.settings, target.fields, bare))


def _lead(blocks: Blocks, longest: int) -> str:
    """Return the first sentences of a report's opening, as many as fit."""
    first = blocks[0] if blocks and not isinstance(blocks[0], Heading) else None
    words = words_of((first,)) if isinstance(first, Paragraph) else ""
    out = ""
    for sentence in _SENTENCE.findall(words):
        if out and len(out + sentence.rstrip()) > longest:
            break
        out += sentence
    return out.strip()


def _name(path: str) -> str:
    return path.removeprefix("images/")


def _pictures(composition: Composition) -> Iterator[Shown]:
    snapshot = composition.snapshot
    for path, alternative in pictures_in(composition.document):
        if path in snapshot.names:
            attachment = snapshot.pictures[snapshot.names[path]]
            address = snapshot.settings.get(PICTURE + attachment.sha256, "")
            yield Shown(path, alternative, attachment, address)


def file_stem(snapshot: Snapshot) -> str:
    """Return the name of an export without language and target: "kubecon-na-2019".

    Where the conference's name has no ASCII letters it is "report-2026-" with four digits of the
    conference's id, so that two such reports can share a folder. 60 characters at most: the whole
    file name stays below what every file system takes, and is none that Windows has for devices
    (Microsoft, "Naming files, paths, and namespaces").
    """
    conference = snapshot.conference
    stem = (slug(conference.short_name) or slug(conference.title))[:_LONGEST_STEM].strip("-")
    year = str(snapshot.dates[0].year) if snapshot.dates else ""
    if not stem:
        return "-".join(filter(None, ("report", year, conference.id[:4])))
    stem = stem if not year or year in stem else f"{stem}-{year}"
    return f"report-{stem}" if _RESERVED.fullmatch(stem) else stem


def place_checks(composition: Composition, target: Target, wording: Wording) -> tuple[Check, ...]:
    """Return what the place would refuse, or still has to get."""
    facts = facts_of(composition, target, wording)
    found: dict[str, list[Place]] = {code: [] for code in CODES}
    for code, words in target.problems(facts):
        found[code].append(Place(words=words))
    for shown in {shown.path: shown for shown in _pictures(composition)}.values():
        attachment = shown.attachment
        too_large = (  # others are made smaller on their way out
            target.largest is not None
            and attachment.media_type == "image/gif"
            and attachment.size > target.largest
        )
        words = attachment.name or _name(shown.path)
        if too_large or attachment.media_type not in target.types:
            found["report.picture_refused"].append(Place(words=words))
        if target.pictures is Pictures.UPLOADED and not shown.address:
            found["report.picture_upload"].append(Place(words=words))
    return tuple(Check(code, len(at), tuple(at)) for code, at in found.items() if at)
