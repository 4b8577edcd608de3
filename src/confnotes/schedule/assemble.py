"""From sessions as found to a draft: keys that name one session each, no more than the limit."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace

from confnotes.domain.draft import DraftLink, DraftSession, DraftSpeaker
from confnotes.domain.session import SessionFacts
from confnotes.domain.text import folded
from confnotes.schedule.findings import Findings
from confnotes.schedule.limits import MAX_SESSIONS

_MANY_NAMES = 4


@dataclass(frozen=True, slots=True)
class Found:
    """A session as read, with the id its source gives it ("" where it gives none)."""

    source_key: str
    facts: SessionFacts
    speakers: tuple[DraftSpeaker, ...] = ()
    links: tuple[DraftLink, ...] = ()
    record: str = ""
    place: str = ""


def with_keys(found: Sequence[Found], findings: Findings) -> tuple[DraftSession, ...]:
    """Return the sessions, each (key, start) once.

    An id that several titles share names no session (MOCA 2024: 88 events on 5 UIDs); such
    sessions, and those without an id, get a key made of title and speakers: never of time or
    room, which change between two states of one schedule.
    """
    shared = _shared_ids(found)
    for key, count in shared.items():
        findings.assumed("schedule.shared_id", id=key[:80], count=count)
    keys = [
        f.source_key if f.source_key and f.source_key not in shared else _made(f) for f in found
    ]
    _tell_repeats(found, keys, shared, findings)
    unique = _unique(found, keys)
    nobody = _ids_of_nobody(found)
    for key, count in nobody.items():
        findings.assumed("schedule.shared_speaker_id", id=key[:80], count=count)
    return tuple(
        DraftSession(key, f.facts, _without_ids(f.speakers, nobody), f.links, f.record, f.place)
        for key, f in zip(unique, found, strict=True)
    )


def _ids_of_nobody(found: Iterable[Found]) -> dict[str, int]:
    """Return the speakers' ids that name no person, with how many people bear them: two in one
    session, or many names in all (36C3's wiki gives everybody 0). One person may be spelt in two
    ways."""
    names: dict[str, set[str]] = defaultdict(set)
    several: set[str] = set()
    for one in found:
        here: set[str] = set()
        for speaker in one.speakers:
            if speaker.key:
                names[speaker.key].add(speaker.name)
                if speaker.key in here:
                    several.add(speaker.key)
                here.add(speaker.key)
    bearers = {
        key: len({folded(name) for name in spelt}) for key, spelt in names.items() if len(spelt) > 1
    }
    return {
        key: count
        for key, count in bearers.items()
        if count >= _MANY_NAMES or (key in several and count > 1)
    }


def _without_ids(
    speakers: tuple[DraftSpeaker, ...], nobody: Container[str]
) -> tuple[DraftSpeaker, ...]:
    if not any(speaker.key in nobody for speaker in speakers):
        return speakers
    return tuple(replace(s, key="") if s.key in nobody else s for s in speakers)


def _shared_ids(found: Sequence[Found]) -> dict[str, int]:
    titles: dict[str, set[str]] = defaultdict(set)
    counts: Counter[str] = Counter()
    for f in found:
        if f.source_key:
            titles[f.source_key].add(folded(f.facts.title or ""))
            counts[f.source_key] += 1
    return {key: counts[key] for key, names in titles.items() if len(names) > 1}


def _tell_repeats(
    found: Sequence[Found], keys: Sequence[str], shared: dict[str, int], findings: Findings
) -> None:
    """Say which ids stand twice at the same time (the same session in two rooms, or twice)."""
    times = Counter((key, f.facts.start) for key, f in zip(keys, found, strict=True))
    told = {
        f.source_key: count
        for key, f in zip(keys, found, strict=True)
        if (count := times[key, f.facts.start]) > 1 and f.source_key and f.source_key not in shared
    }
    for key, count in told.items():
        findings.assumed("schedule.repeated_id", id=key[:80], count=count)


def _made(found: Found) -> str:
    facts = found.facts
    names = sorted(folded(s.name) for s in found.speakers)
    return "made:" + _digest((folded(facts.title or ""), *names))


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\x1f".join(parts).encode(errors="replace")).hexdigest()[:16]


def _unique(found: Sequence[Found], keys: Sequence[str]) -> list[str]:
    """Return the keys, made different where key and start are both the same: by room, then by
    number in the file's order."""
    times = Counter((key, f.facts.start) for key, f in zip(keys, found, strict=True))
    seen: Counter[tuple[str, str | None]] = Counter()
    out: list[str] = []
    for key, f in zip(keys, found, strict=True):
        start = f.facts.start
        name = key
        if times[key, start] > 1:
            name = f"{key}#{_digest((folded(f.facts.room or ''),))[:6]}"
        seen[name, start] += 1
        out.append(name if seen[name, start] == 1 else f"{name}-{seen[name, start]}")
    return out


def within(found: Sequence[Found], total: int, findings: Findings) -> Sequence[Found]:
    """Return no more sessions than the limit; `total` is how many the file has."""
    if len(found) > MAX_SESSIONS:
        findings.skipped("schedule.too_many_sessions", count=total, limit=MAX_SESSIONS)
    return found[:MAX_SESSIONS]


def in_order(names: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return (name, key) pairs once per name, in order; a key only where it is one's own."""
    rows: dict[str, str] = {}
    for name, key in names:
        if name and not rows.get(name):
            rows[name] = key
    uses = Counter(key for key in rows.values() if key)
    return tuple((name, key if uses[key] == 1 else "") for name, key in rows.items())
