"""What is dropped or pasted, as a schedule: a file, an address, or its own text."""

import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData

from confnotes.ui.shell.files import ENDINGS

_SCHEDULE = re.compile(r"\s*(?:BEGIN:VCALENDAR|<\?xml|<schedule\b|[\[{]\s*[\[{\"])", re.IGNORECASE)
_HEAD = 4000


@dataclass(frozen=True, slots=True)
class Offer:
    """One of them."""

    path: Path | None = None
    address: str = ""
    text: str = ""


def offered(data: QMimeData, *, any_file: bool = False) -> Offer | None:
    """Return the schedule that is offered, None where nothing looks like one. `any_file`: also a
    file whose name says nothing."""
    urls = data.urls()
    if len(urls) == 1 and urls[0].isLocalFile():
        path = Path(urls[0].toLocalFile())
        return Offer(path) if any_file or path.name.lower().endswith(ENDINGS) else None
    if len(urls) == 1 and urls[0].scheme() in ("http", "https", "webcal"):
        return Offer(address=urls[0].toString())
    if urls or not data.hasText():
        return None
    text = data.text()
    if _SCHEDULE.match(text[:_HEAD]) or _could_be_table(text[:_HEAD].strip()):
        return Offer(text=text)
    from confnotes.services.finding import is_address  # the network is not for start-up

    return Offer(address=text.strip()) if is_address(text) else None


def _could_be_table(text: str) -> bool:
    """Return whether the first two lines have cells, parted by the same sign."""
    first, *more = text.splitlines()[:2] or [""]
    return any(first.count(sign) > 1 and all(sign in row for row in more) for sign in ",;\t") and (
        bool(more)
    )
