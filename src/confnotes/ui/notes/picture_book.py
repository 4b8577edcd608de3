"""The pictures of one session by line, and what of them the file does not have yet.

A picture belongs to its line's identity, as a moment does: nothing here is undone, and a line that
comes back by undo or paste finds its picture again.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from confnotes.domain.attachments import Attachment, AttachmentUse
from confnotes.domain.identity import new_id
from confnotes.services.pictures import NOTHING_SAID, PicturesSaid
from confnotes.ui.notes.rows import Row


@dataclass(frozen=True, slots=True)
class Picture:
    """An attachment under a line. While its bytes are on their way into the notebook (`arriving`)
    the attachment has no hash, and an id that only stands for it meanwhile."""

    attachment: Attachment
    use: AttachmentUse

    @property
    def arriving(self) -> bool:
        """Whether the notebook does not have its bytes yet."""
        return not self.attachment.sha256


@dataclass
class Landing:
    """What became of pictures that were on their way, by the id they had meanwhile."""

    under_way: set[str] = field(default_factory=set)
    landed: dict[str, Attachment] = field(default_factory=dict)


class PictureBook:
    """Pictures by line, also of lines that are gone for now."""

    def __init__(self) -> None:
        self.conference_id = ""
        self.landing = Landing()
        self._by_line: dict[str, Picture] = {}
        self._made: dict[str, AttachmentUse] = {}
        self._said: dict[str, str] = {}

    def load(self, attachments: Iterable[Attachment], uses: Iterable[AttachmentUse]) -> None:
        """Take what the file holds (the first picture of each line); what it lacks stays."""
        by_id = {attachment.id: attachment for attachment in attachments}
        first: dict[str, AttachmentUse] = {}
        for use in sorted(uses, key=lambda use: use.position):
            if use.line_id is not None and use.attachment_id in by_id:
                first.setdefault(use.line_id, use)
        for line_id, use in first.items():
            said = self._said.get(use.id, use.alternative)
            self._by_line[line_id] = Picture(
                by_id[use.attachment_id], replace(use, alternative=said)
            )

    def of(self, line_id: str) -> Picture | None:
        """Return the picture of a line, None when it has none."""
        picture = self._by_line.get(line_id)
        if picture is None or not picture.arriving:
            return picture
        token = picture.attachment.id
        attachment = self.landing.landed.get(token)
        if attachment is not None:
            use = replace(picture.use, attachment_id=attachment.id)
            self._made[use.id] = use
            self._by_line[line_id] = Picture(attachment, use)
        elif token not in self.landing.under_way:
            del self._by_line[line_id]
        return self._by_line.get(line_id)

    def arrive(self, line_id: str, name: str) -> Picture:
        """Begin with a picture whose bytes are on their way."""
        attachment = Attachment(new_id(), self.conference_id, "", "", 0, name)
        use = AttachmentUse(new_id(), attachment.id, line_id=line_id)
        self.landing.under_way.add(attachment.id)
        self._by_line[line_id] = Picture(attachment, use)
        return self._by_line[line_id]

    def can_take(self, picture: Picture) -> bool:
        """Return whether a picture from the clipboard is one of this conference."""
        known = not picture.arriving or (
            picture.attachment.id in self.landing.under_way | self.landing.landed.keys()
        )
        return known and picture.attachment.conference_id == self.conference_id

    def adopt(self, line_id: str, picture: Picture) -> None:
        """Take the picture of a line that arrives here: its own, or one like it for a copy."""
        if picture.use.line_id == line_id:
            use = self._by_line.get(line_id, picture).use
            if use.alternative:  # it may have been written a moment before the line was cut
                self._said[use.id] = use.alternative
        else:
            use = replace(picture.use, id=new_id(), line_id=line_id, group="", position=0)
        self._by_line[line_id] = Picture(picture.attachment, use)
        if not picture.arriving:
            self._made[use.id] = use

    def set_alternative(self, line_id: str, text: str) -> bool:
        """Set the alternative text of a line's picture; return whether that is news."""
        picture = self.of(line_id)
        if picture is None or picture.use.alternative == text:
            return False
        use = replace(picture.use, alternative=text)
        self._by_line[line_id] = Picture(picture.attachment, use)
        self._said[use.id] = text
        if use.id in self._made:
            self._made[use.id] = use
        return True

    def unsaved(self, rows: Iterable[Row]) -> PicturesSaid:
        """Return what the file does not have, or may not have, of the pictures of these lines."""
        pictures = {one: picture for one in list(self._by_line) if (picture := self.of(one))}
        if not self._made and not self._said:
            return NOTHING_SAID
        here = [pictures[row.id] for row in rows if row.id in pictures]
        uses = [picture.use for picture in here if not picture.arriving]
        return PicturesSaid(
            tuple(use for use in uses if use.id in self._made),
            tuple(use for use in uses if use.id in self._said),
        )

    def stands(self, use_id: str) -> None:
        """Hear that a picture came to its line with its bytes."""
        for line_id in [one for one, known in self._by_line.items() if known.use.id == use_id]:
            self.of(line_id)
        self._made.pop(use_id, None)

    def saved(self, said: PicturesSaid) -> None:
        """Hear that this is in the file now."""
        for use in said.made:
            if self._made.get(use.id) == use:
                del self._made[use.id]
        for use in said.reworded:
            if self._said.get(use.id) == use.alternative:
                del self._said[use.id]
