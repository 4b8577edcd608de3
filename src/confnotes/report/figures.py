"""The pictures that stand at a line or a section, with their captions and credits."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from confnotes.domain.attachments import AttachmentUse
from confnotes.report.blocks import Blocks, Figure, Inlines, figures_in, is_blank, side_by_side

if TYPE_CHECKING:
    from confnotes.report.teller import Teller


def figures(
    teller: "Teller", owner: str, spoken: Inlines = (), *, but: Collection[str] = ()
) -> tuple[Figure, ...]:
    """Return the pictures that stand at a line or section, without those at the paths `but`;
    `spoken`, the words of a picture's own line, captions the first."""
    out: list[Figure] = []
    for use in teller.snapshot.uses_of.get(owner, ()):
        if teller.snapshot.path_of(use.attachment_id) not in but:
            out.append(_figure(teller, use, () if out else spoken))
    return tuple(out)


def beside(teller: "Teller", section_id: str, body: Blocks) -> Blocks:
    """Return the pictures of a section that its text does not show itself."""
    there = {figure.path for figure in figures_in(body)}
    found = figures(teller, section_id, but=there)
    return side_by_side(found, teller.prose.item_joint)


def _figure(teller: "Teller", use: AttachmentUse, spoken: Inlines) -> Figure:
    caption = () if is_blank(spoken) else spoken
    caption = caption or teller.line(use.id, "caption", use.caption)
    if use.credit:
        key = "figure.credit_after" if caption else "figure.credit"
        caption = teller.wording.fill(key, caption=caption, credit=teller.inlines(use.credit))
    alternative = teller.say(use.id, "alternative", use.alternative).strip()
    if not alternative:
        teller.found("report.no_alternative", use.caption, use.line_id)
    path = teller.snapshot.path_of(use.attachment_id)
    return Figure(path, alternative, caption, use.width, use.group)


def alternative(teller: "Teller", path: str) -> str:
    """Return what was said, in the list of pictures, for those who cannot see a section's one."""
    for uses in teller.snapshot.uses_of.values():
        for use in uses:
            if use.section_id and teller.snapshot.path_of(use.attachment_id) == path:
                return teller.say(use.id, "alternative", use.alternative).strip()
    return ""
