"""The lists of Review, each with its panel, and what the chords do to the one in front."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from confnotes.services.views import Asks
from confnotes.ui.photos.desk import PhotosDesk
from confnotes.ui.review.footnotes_desk import FootnotesDesk
from confnotes.ui.review.names_desk import NamesDesk
from confnotes.ui.review.queue_desk import QueueDesk
from confnotes.ui.review.wording import FOOTNOTES, NAMES, PHOTOS

Do = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Listed:
    """A list: what stands in front, the panel beside it, whether anything is in it, and what F6
    goes through. `alone`: what stands in front says itself that nothing is in it."""

    front: QWidget
    panel: QWidget
    filled: Callable[[], bool]
    panes: Callable[[], list[QWidget]]
    alone: Callable[[], bool] = lambda: False


def lists(
    table: Listed, queue: QueueDesk, footnotes: FootnotesDesk, photos: PhotosDesk, names: NamesDesk
) -> Callable[[object], Listed]:
    """Return what finds a list by the key of its tab: `table` where no other has it."""
    open_lines = Listed(
        queue.list,
        queue.panel,
        lambda: bool(queue.model.items()),
        lambda: [queue.list, queue.panel.settle],
    )
    found: Mapping[object, Listed] = {
        **dict.fromkeys(Asks, open_lines),
        FOOTNOTES: Listed(
            footnotes.list,
            footnotes.panel,
            lambda: footnotes.filled,
            lambda: [footnotes.list, footnotes.panel.text],
        ),
        PHOTOS: Listed(
            photos.page, photos.panel, lambda: bool(photos.album), photos.panes, lambda: True
        ),
        NAMES: Listed(
            names.front,
            names.panel,
            lambda: bool(names.model.items()),
            lambda: [names.front, names.panel.correct],
            lambda: names.done,
        ),
    }
    return lambda key: found.get(key, table)


def handlers(queue: QueueDesk, photos: PhotosDesk, names: NamesDesk) -> dict[str, Do]:
    """Return what the chords of open lines, photos and names do."""
    lines = queue.panel

    def both(by: int) -> Do:
        return _in_front(
            (lines, lambda: queue.step(by)),
            (photos.page, lambda: photos.deciding.step(by)),
            (names.front, lambda: names.list.step(by)),
        )

    return {
        "settle": _in_front(
            (lines, lines.do_settle),
            (photos.page, photos.attach),
            (names.front, names.panel.do_correct),
        ),
        "right": _in_front((names.front, names.panel.do_keep)),
        "video": _in_front((lines, lines.open_video)),
        "take": _in_front((lines, lines.take_words)),
        "later": both(1),
        "earlier": both(-1),
    }


def _in_front(*ways: tuple[QWidget, Do]) -> Do:
    """Return what does the first thing whose part can be seen."""

    def do() -> None:
        for part, way in ways:
            if part.isVisible():
                way()
                return

    return do
