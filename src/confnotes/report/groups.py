"""A group of sessions (by stars, by theme, best liked): its heading, and what it only names."""

from collections.abc import Collection

from confnotes.report import sessions
from confnotes.report.blocks import Blocks, Inlines, Paragraph, joined
from confnotes.report.outline import Planned
from confnotes.report.teller import Teller


def heading(teller: Teller, planned: Planned) -> Inlines:
    """Return what the sessions of a group have in common."""
    if planned.words:
        return teller.inlines(planned.words)
    kind, _, value = planned.key.removeprefix("group:").partition(":")
    if kind == "rating" and value.isdecimal():
        stars = int(value)
        return joined(teller.telling.stars(stars))
    return joined(teller.wording.phrase(f"group.{kind}"))


def named(teller: Teller, planned: Planned, bare: Collection[str], *, told: bool) -> Blocks:
    """Return the sessions of a group that are only named: those of which there is nothing to tell
    (`bare`), and those that no section is about. `told`: others are told above."""
    rows = [
        sessions.in_a_list(teller, talk)
        for talk in planned.talks
        if (talk.session.id in bare or talk.session.id not in teller.at_length)
        and talk.session.id not in teller.hidden
    ]
    lead = (Paragraph(joined(teller.wording.phrase("group.too"))),) if told and rows else ()
    return (*lead, *sessions.listed(rows))
