"""A session's block: the quiet line, summary, points, figures, quotes, questions, thoughts,
takeaway; and a session as one line of a list.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from confnotes.domain.choice import Attendance
from confnotes.domain.inline import Address, Inline, Reference, Words, plain, safe
from confnotes.domain.notes import LineKind
from confnotes.domain.session import Link, LinkKind, LinkState
from confnotes.domain.telling import DETAILS
from confnotes.domain.text import Language
from confnotes.report.blocks import Block, Blocks, Inlines, Item, List, Paragraph, is_blank, joined
from confnotes.report.details import details
from confnotes.report.lines import LineTeller, adopt_definitions
from confnotes.report.snapshot import Person, Talk
from confnotes.report.teller import Teller

_PROMISED = (LinkKind.SLIDES, LinkKind.VIDEO)
_WORTH_A_BLOCK = (LinkKind.SLIDES, LinkKind.VIDEO, LinkKind.REPOSITORY, LinkKind.OTHER)


@dataclass(frozen=True, slots=True)
class Told:
    """A session's block and the ids of the note lines that stand in it."""

    blocks: Blocks
    line_ids: tuple[str, ...] = ()


def has_content(teller: Teller, talk: Talk) -> bool:
    """Return whether there is more to say of a session than who spoke."""
    session = talk.session
    rated = session.rating and teller.telling.rated
    if session.summary.strip() or session.takeaway.strip() or rated:
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


def linked_heading(teller: Teller, talk: Talk) -> Inlines:
    """Return a session's heading, a link where one asked for it and there is an address."""
    words = heading(teller, talk)
    notes = tuple(part for part in words if isinstance(part, Reference))
    plain_words = tuple(part for part in words if not isinstance(part, Reference))
    linked = any(isinstance(part, Address) for part in words)
    url = "" if linked else _url(talk, teller.telling.heading_link)
    return (Address(url, plain_words), *notes) if url and plain_words else words


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
    out += _players(teller, talk)
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
    session = talk.session
    early = session.choice.attendance is Attendance.LEFT_EARLY
    titled = _title_beside_own_heading(teller, talk)
    names = [
        joined(_span(teller, talk)),
        *details(teller, talk, "kind", "code"),
        titled,
        teller.people(talk.people),
        *details(teller, talk, "time", "room", "track"),
    ]
    rest = [
        joined(teller.wording.phrase("session.left_early") if early else ""),
        *_links(teller, talk, paged=not titled, alone=True),
        joined(teller.rating(session.rating) if session.rating and teller.telling.rated else ""),
    ]
    known, more = [part for part in names if part], [part for part in rest if part]
    if more and not known:
        more[0] = _capital(more[0])
    return _with_joints(teller.prose.item_joint, known + more)


def _capital(words: Inlines) -> Inlines:
    """Return generated words as a line begins."""
    first = words[0]
    if not isinstance(first, Words):
        return words
    return joined(first.text[:1].upper() + first.text[1:], words[1:])


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
    return _url(talk, LinkKind.PAGE)


def _url(talk: Talk, kind: str) -> str:
    """Return the first address of a kind of link ("" when there is none)."""
    there = (link for link in talk.links if link.kind == kind and link.state is LinkState.THERE)
    return next((link.url for link in there if safe(link.url)), "")


def _players(teller: Teller, talk: Talk) -> Blocks:
    """Return slides and videos as addresses that stand alone, where one asked for it."""
    if not teller.telling.players:
        return ()
    links = sorted(talk.links, key=lambda link: (_PROMISED.index(link.kind), link.position)
                   if link.kind in _PROMISED else (len(_PROMISED), 0))  # fmt: skip
    urls = dict.fromkeys(link.url for link in links if _plays(link))
    return tuple(Paragraph((Address(url, (Words(url),)),)) for url in urls)


def _plays(link: Link) -> bool:
    """Return whether a link can stand as a player: slides or a video with an address."""
    there = link.state is LinkState.THERE and safe(link.url)
    return there and link.kind in _PROMISED and not link.label.strip()


def _title_beside_own_heading(teller: Teller, talk: Talk) -> Inlines:
    """Return the title, linked to the session's page, where the heading is one's own words."""
    session = talk.session
    if not session.heading.strip() or not session.title.strip() or talk.around:
        return ()
    words = title(teller, talk)
    if plain(words) == plain(heading(teller, talk)):
        return ()
    return _linked_title(teller, talk)


def _linked_title(teller: Teller, talk: Talk) -> Inlines:
    """Return the title in quotation marks, linked to the session's page where it is known."""
    quoted = teller.prose.title(title(teller, talk))
    url = _page(talk)
    return (Address(url, quoted),) if url else quoted


def _stands(link: Link) -> bool:
    """Return whether a link says something: an address, or that it is to come."""
    if link.state is LinkState.THERE:
        return bool(link.url)
    return link.state is LinkState.EXPECTED and link.kind in _PROMISED


def _links(teller: Teller, talk: Talk, *, paged: bool, alone: bool = False) -> list[Inlines]:
    """Return slides, video and the rest, each a link or what is known of it; with `paged` the
    session's page, too. `alone`: under a heading of its own, which may be one of the links, and
    above the players."""
    telling = teller.telling
    headed = _url(talk, telling.heading_link) if alone else ""
    order = list(LinkKind)
    order.append(order.pop(order.index(LinkKind.PAGE)))
    links = sorted(talk.links, key=lambda link: (order.index(link.kind), link.position))
    return [
        words
        for link in links
        if (paged or link.kind is not LinkKind.PAGE)
        and not (headed and link.kind == telling.heading_link and link.url == headed)
        and not (alone and telling.players and _plays(link))
        and (words := _link(teller, link))
    ]


def _link(teller: Teller, link: Link) -> Inlines:
    wording = teller.wording
    if link.state is LinkState.THERE and link.url:
        label = link.label.strip() or wording.phrase(f"session.{link.kind}")
        return (Address(link.url, joined(label)),)
    if _stands(link):
        return joined(wording.phrase(f"session.{link.kind}_expected"))
    return ()


def in_a_list(teller: Teller, talk: Talk) -> Inlines:
    """Return a session as one line: title, speakers, where to see it."""
    words = _linked_title(teller, talk)
    people = teller.people(talk.people)
    known = [*details(teller, talk, *DETAILS), *_links(teller, talk, paged=False)]
    links = _with_joints(teller.prose.item_joint, known)
    named = teller.wording.fill("session.listed", title=words, people=people) if people else words
    if not links:
        return named
    return teller.wording.fill("session.listed_links", session=named, links=links)


def to_watch(teller: Teller, talk: Talk) -> Inlines:
    """Return a session of the list to watch; one that no video will come of says so."""
    row = in_a_list(teller, talk)
    videos = {link.state for link in talk.links if link.kind is LinkKind.VIDEO}
    if videos == {LinkState.NONE}:
        return teller.wording.fill("watch.no_video", session=row)
    return row


def in_a_sentence(teller: Teller, talk: Talk) -> Inlines:
    """Return a session within a sentence: its title, and who spoke."""
    words = _linked_title(teller, talk)
    people = _within_brackets(teller, talk.people)
    return teller.wording.fill("session.named", title=words, people=people) if people else words


def _within_brackets(teller: Teller, people: Sequence[Person]) -> Inlines:
    """Return speakers where the language has them in brackets: an affiliation has none then."""
    named: list[Inlines] = []
    affiliated = False
    for name, affiliation in map(teller.introduced, people):
        if affiliation:
            affiliated = True
            parts = {"name": name, "affiliation": affiliation}
            named.append(teller.wording.fill("session.person", **parts))
        elif name:
            named.append(joined(name))
    if affiliated and len(named) > 1 and teller.prose.language is Language.JA:
        return _with_joints(teller.prose.item_joint, named)
    return teller.prose.enumeration(named)


def listed(rows: Sequence[Sequence[Inline]]) -> Blocks:
    """Return rows as a list of bullets (nothing for none)."""
    items = tuple(Item((Paragraph(tuple(row)),)) for row in rows if not is_blank(row))
    return (List(items),) if items else ()


def open_questions(talk: Talk) -> int:
    """Return how many lines of a session are still marked as not caught."""
    return sum(line.kind is LineKind.UNCLEAR and not line.resolved for line in talk.lines)
