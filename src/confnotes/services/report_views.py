"""What the report service answers: values that windows and the command line show as they are."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from confnotes.domain.attachments import AttachmentUse
from confnotes.domain.report import SectionKind
from confnotes.report.outcome import Check, Difference, Place
from confnotes.report.targets.facts import FieldKind
from confnotes.report.titles import TitleFacts

__all__ = [
    "AddressView",
    "Check",
    "Difference",
    "Exported",
    "FieldKind",
    "LayoutView",
    "OwnText",
    "Place",
    "SavedLayoutView",
    "SectionContent",
    "SectionView",
    "SettingView",
    "SingleFile",
    "TargetView",
    "TitleFacts",
    "Upload",
]


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section in the outline, in reading order.

    `written`: the author's own text stands in it in this language. `empty`: nothing would be
    printed of it. `changed`: the notes say something else since the author wrote. `foreign`
    counts texts in it that stand in the other language, `missing` what else the checks found.
    """

    key: str
    level: int
    kind: SectionKind
    heading: str
    shown: bool = True
    written: bool = False
    empty: bool = False
    session_id: str | None = None
    foreign: int = 0
    missing: int = 0
    changed: bool = False


@dataclass(frozen=True, slots=True)
class SectionContent:
    """A section to edit: `text` is the author's own, else the generated one. `base` is the
    generated text an own one began from; `generated` the one of today."""

    key: str
    text: str
    base: str = ""
    generated: str = ""
    written: bool = False
    line_ids: tuple[str, ...] = ()


class SingleFile(StrEnum):
    """A report as one file that holds its pictures; the value is the file's ending."""

    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"


@dataclass(frozen=True, slots=True)
class Exported:
    """The outcome of an export. `left` were not written, as someone else wrote or changed them;
    `set_aside` are the new names of such files (`force`); with `differences` the text is there
    and unchecked; `missing` are pictures whose file the notebook has lost; `uploads` are those
    that the place takes by hand, in reading order. `changed` are the first lines in which a text
    that was left differs from what would have been written: (True, a line that stands there) or
    (False, one that does not)."""

    files: tuple[Path, ...]
    left: tuple[Path, ...] = ()
    set_aside: tuple[Path, ...] = ()
    differences: tuple[Difference, ...] = ()
    missing: tuple[str, ...] = ()
    uploads: tuple["Upload", ...] = ()
    changed: tuple[tuple[bool, str], ...] = ()


@dataclass(frozen=True, slots=True)
class LayoutView:
    """A layout one can choose: `full`, `rating`, `theme`, `liked`, `diary`, one `day`, or one
    session by its `title`."""

    layout: str
    day: date | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class SavedLayoutView:
    """A layout that was saved; `conference` tells those of one name apart ("" where there is no
    need)."""

    id: str
    name: str
    conference: str = ""


@dataclass(frozen=True, slots=True)
class OwnText:
    """A section of one's own with a text that a layout could keep. `here`: it speaks of this
    conference, so that it is nothing for the next one."""

    key: str
    heading: str
    here: bool


@dataclass(frozen=True, slots=True)
class TargetView:
    """A place a report can be written for."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class SettingView:
    """A setting of a target. `key` is what it is kept under, `name` what it is about (the same in
    both languages); `value` is what is set, `default` what holds while that is empty."""

    key: str
    name: str
    kind: FieldKind
    value: str
    default: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Upload:
    """A picture that a place takes by hand: `number` in reading order, `path` of its file below
    the export folder, and `address`, what the place gave for it ("" so far; `asks`: the text
    needs one)."""

    number: int
    name: str
    path: str
    alternative: str
    address: str = ""
    asks: bool = True


@dataclass(frozen=True, slots=True)
class AddressView:
    """Where a picture of the report went that its place takes by upload: `number` and `path` as in
    an export's list (`Upload`), `key` what its address is kept under, `shown` its name in the
    page, `address` what the place gave for it ("" so far)."""

    number: int
    path: str
    key: str
    shown: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture of the report: its use, the session in whose notes it stands (or the section), its
    file, its caption as the report has it ("" for none)."""

    use: AttachmentUse
    session_id: str
    name: str
    path: Path
    caption: str
