"""A session's block: the quiet line, summary, points, figures, quotes, questions, thoughts,
takeaway; and a session as one line of a list.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from confnotes.domain.inline import Address, Inline, plain
from confnotes.domain.notes import LineKind
from confnotes.domain.session import Link, LinkKind, LinkState
from confnotes.report.blocks import Block, Blocks, Inlines, Item, List, Paragraph, is_blank, joined
from confnotes.report.lines import LineTeller, adopt_definitions
from confnotes.report.snapshot import Talk
from confnotes.report.teller import Teller

_WORTH_A_BLOCK = (LinkKind.SLIDES, LinkKind.VIDEO, LinkKind.REPOSITORY, LinkKind.OTHER)


@dataclass(frozen=True, slots=True)
class Told:
    """A session's block and the ids of the note lines that stand in it."""

    blocks: Blocks
    line_ids: tuple[str, ...] = ()


def has_content(teller: Teller, talk: Talk) -> bool:
    """Return whether there is more to say of a session than who spoke."""
    session = talk.session
    if session.summary.strip() or session.takeaway.strip() or session.rating:
        return True
    if any(link.kind in _WORTH_A_BLOCK and _stands(link) for link in talk.links):
        return True
    with teller.unheard():
        lines = adopt_definitions(teller, talk)
        return LineTeller(teller, talk, keys_only=False).shows(lines)


def note_footnotes(teller: Teller, talk: Talk) -> None:
    """Make footnotes of those defined in a session's own texts, wherever they are cited then."""
    session = talk.session
    adopt_definitions(teller, talk)
    for name, text in (("summary", session.summary), ("takeaway", session.takeaway)):
        if "[^" in text:
            teller.rich(session.id, name, text)
    teller.labels = {}


def title(teller: Teller, talk: Talk) -> Inlines:
    """Return a session's title as published (second version where one was given)."""
    session = talk.session
    words = teller.say(session.id, "title", session.title, quiet=True).strip()
    return joined(words or teller.wording.phrase("session.untitled"))


def heading(teller: Teller, talk: Talk) -> Inlines:
    """Return a session's heading: one's own words, else the title."""
    session = talk.session
    own = teller.line(session.id, "heading", session.heading) if session.heading.strip() else ()
    return own or title(teller, talk)


def tell_lines(teller: Teller, talk: Talk) -> Told:
    """Return the notes of a session: key points only where a summary says the rest."""
    lines = adopt_definitions(teller, talk)
    keys_only = bool(talk.session.summary.strip())
    line_teller = LineTeller(teller, talk, keys_only=keys_only)
    return Told(line_teller.blocks(lines), tuple(line_teller.used))


def tell(teller: Teller, talk: Talk) -> Told:
    """Return a session's whole block, without its heading."""
    session = talk.session
    teller.session_id = session.id
    out: list[Block] = []
    if quiet := quiet_line(teller, talk):
        out.append(Paragraph(quiet))
    notes = tell_lines(teller, talk)
    if session.summary.strip():
        out += teller.rich(session.id, "summary", session.summary)
    out += notes.blocks
    if session.takeaway.strip():
        out += teller.rich(session.id, "takeaway", session.takeaway)
    teller.session_id, teller.labels = None, {}
    return Told(tuple(out), notes.line_ids)


def quiet_line(teller: Teller, talk: Talk) -> Inlines:
    """Return what is known of a session besides its heading, on one line (() when nothing)."""
    parts = [
        joined(_span(teller, talk)),
        _title_beside_own_heading(teller, talk),
        teller.people(talk.people),
        *_links(teller, talk),
        joined(teller.rating(talk.session.rating) if talk.session.rating else ""),
    ]
    return _with_joints(teller.prose.item_joint, [part for part in parts if part])


def _with_joints(joint: str, parts: Sequence[Inlines]) -> Inlines:
    out: list[str | Inlines] = []
    for index, part in enumerate(parts):
        out += [joint if index else "", part]
    return joined(*out)


def _span(teller: Teller, talk: Talk) -> str:
    """Return the days of a session that runs over several."""
    first, last = talk.day, talk.last_day
    if first is None or last is None or first == last:
        return ""
    days = teller.snapshot.days
    if first in days and last in days:
        return teller.prose.day_number(days[first].number, days[last].number)
    return teller.date_range(first, last)


def _page(talk: Talk) -> str:
    urls = [link.url for link in talk.links if link.kind is LinkKind.PAGE and link.url]
    return urls[0] if urls else ""


def _title_beside_own_heading(teller: Teller, talk: Talk) -> Inlines:
    """Return the title, linked to the session's page, where the heading is one's own words."""
    session = talk.session
    if not session.heading.strip() or not session.title.strip() or talk.around:
        return ()
    words = title(teller, talk)
    if plain(words) == plain(heading(teller, talk)):
        return ()
    quoted = teller.prose.title(words)
    url = _page(talk)
    return (Address(url, quoted),) if url else quoted


def _stands(link: Link) -> bool:
    """Return whether a link says something: an address, or that it is to come."""
    return bool(link.url) if link.state is LinkState.THERE else link.state is LinkState.EXPECTED


def _links(teller: Teller, talk: Talk) -> list[Inlines]:
    """Return slides, video, page and the rest, each a link or what is known of it."""
    out: list[Inlines] = []
    titled = bool(_title_beside_own_heading(teller, talk))
    order = list(LinkKind)
    order.append(order.pop(order.index(LinkKind.PAGE)))
    for link in sorted(talk.links, key=lambda link: (order.index(link.kind), link.position)):
        if link.kind is LinkKind.PAGE and titled:
            continue
        if words := _link(teller, link):
            out.append(words)
    return out


def _link(teller: Teller, link: Link) -> Inlines:
    wording = teller.wording
    if link.state is LinkState.THERE and link.url:
        label = link.label.strip() or wording.phrase(f"session.{link.kind}")
        return (Address(link.url, joined(label)),)
    if link.state is LinkState.EXPECTED and link.kind in (LinkKind.SLIDES, LinkKind.VIDEO):
        return joined(wording.phrase(f"session.{link.kind}_expected"))
    return ()


def in_a_list(teller: Teller, talk: Talk) -> Inlines:
    """Return a session as one line: title, speakers, where to see it."""
    prose = teller.prose
    words = prose.title(title(teller, talk))
    people = teller.people(talk.people)
    links = _with_joints(prose.item_joint, _links(teller, talk))
    named = teller.wording.fill("session.listed", title=words, people=people) if people else words
    if not links:
        return named
    return teller.wording.fill("session.listed_links", session=named, links=links)


def in_a_sentence(teller: Teller, talk: Talk) -> Inlines:
    """Return a session within a sentence: its title, and who spoke, who are introduced later."""
    words = teller.prose.title(title(teller, talk))
    names = [joined(name) for person in talk.people if (name := teller.called(person))]
    people = teller.prose.enumeration(names)
    return teller.wording.fill("session.named", title=words, people=people) if people else words


def listed(rows: Sequence[Sequence[Inline]]) -> Blocks:
    """Return rows as a list of bullets (nothing for none)."""
    items = tuple(Item((Paragraph(tuple(row)),)) for row in rows if not is_blank(row))
    return (List(items),) if items else ()


def open_questions(talk: Talk) -> int:
    """Return how many lines of a session are still marked as not caught."""
    return sum(line.kind is LineKind.UNCLEAR and not line.resolved for line in talk.lines)
