"""The opening: sentences of the facts there are, clause by clause."""

from confnotes.domain.conference import Author
from confnotes.domain.inline import Address, safe
from confnotes.report.blocks import Blocks, Inlines, Paragraph, joined
from confnotes.report.prose import is_online
from confnotes.report.prose_en import is_chief
from confnotes.report.teller import Teller


def opening(teller: Teller) -> Blocks:
    """Return who went where and when, and what follows."""
    parts = [_introduction(teller), _went(teller), _promise(teller)]
    words = teller.sentences([part for part in parts if part])
    return (Paragraph(words),) if words else ()


def _introduction(teller: Teller) -> Inlines:
    author = teller.snapshot.contents.author
    if author is None or not author.name.strip():
        return ()
    known = {
        "company": teller.name(author.id, "company", author.company),
        "role": readable(teller, author.id, "role", author.role),
    }
    given = {key: words for key, words in known.items() if words}
    if "company" in given and is_chief(given.get("role", "")):
        name = _author_name(teller, author)
        return teller.wording.fill("opening.author_company_chief_name", name=name, **given)
    if "role" in given and ("company" not in given or teller.prose.language == "en"):
        given["role"] = teller.prose.indefinite(given["role"])
    key = "_".join(["opening.author", *given, "name"])
    return teller.wording.fill(key, name=_author_name(teller, author), **given)


def _author_name(teller: Teller, author: Author) -> Inlines:
    """Return the author's name, linked where there is an address, with the handle after it."""
    name = teller.name(author.id, "name", author.name)
    words: Inlines = joined(name)
    if safe(author.url):
        words = (Address(author.url, words),)
    handle = author.handle.strip()
    if not handle or handle.lstrip("@").casefold() == name.lstrip("@").casefold():
        return words
    return teller.wording.fill("opening.handle", name=words, handle=handle)


def readable(teller: Teller, owner: str, name: str, original: str) -> str:
    """Return words for a generated sentence; "" where they stand in the other language alone,
    which a check counts: a sentence has one language."""
    rendering = teller.snapshot.texts.render(owner, name, original, teller.snapshot.language)
    words = teller.name(owner, name, original)
    return "" if rendering.foreign else words


def _went(teller: Teller) -> Inlines:
    snapshot = teller.snapshot
    conference = snapshot.conference
    city = readable(teller, conference.id, "city", conference.city)
    online = is_online(conference.city)
    given: dict[str, str] = {"city": city} if city and not online else {}
    when = ""
    if snapshot.dates:
        first, last = snapshot.dates
        when = "date" if first == last else "dates"
        words = teller.day(first) if first == last else teller.date_range(first, last)
        given[when] = words
    if "city" in given and when == "dates":
        given["city"] = teller.prose.inside(city)
    where = "online" if online else "city" if "city" in given else ""
    key = "_".join(filter(None, ["opening.went", when, where]))
    return teller.wording.fill(key, name=teller.linked_name(), **given)


def _promise(teller: Teller) -> Inlines:
    """Return what the report tells of; nothing when it is a single session, or none at length."""
    heard = len(teller.heard_sessions())
    if heard <= 1 or not teller.tells():
        return ()
    sessions = teller.prose.count("session", heard)
    days = teller.days_heard()
    if days <= 1:
        return teller.wording.fill("opening.sessions", sessions=sessions)
    counted = teller.prose.count("day", days)
    return teller.wording.fill("opening.sessions_days", sessions=sessions, days=counted)
