"""What one says on the sheet, in the panel and above: handed to the album, then shown."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QObject, Signal

from confnotes.domain.photos import shift_for, time_from
from confnotes.ui.photos.album import Album, Entry, Mark
from confnotes.ui.photos.page import PhotosPage
from confnotes.ui.photos.panel import PhotoPanel


class Deciding(QObject):
    """`moved`: show it; `typed`: words of a photo changed; `panel_wanted`: the panel is."""

    moved = Signal()
    typed = Signal()
    panel_wanted = Signal()

    def __init__(
        self,
        page: PhotosPage,
        panel: PhotoPanel,
        album: Callable[[], Album | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._page, self._panel, self._album = page, panel, album
        self._sheet, source = page.sheet, page.source
        source.camera_chosen.connect(lambda _camera: self.moved.emit())
        source.zone_set.connect(self._set_zone)
        source.shifted.connect(self._set_shift)
        source.refused.connect(self._as_they_are)
        source.clock_asked.connect(self._ask_clock)
        source.ask.said.connect(self._clock_said)
        source.ask.left.connect(self._sheet.setFocus)
        self._sheet.accepted.connect(self._accept)
        self._sheet.skipped.connect(self._skip)
        self._sheet.toggled.connect(self._toggle)
        self._sheet.entered.connect(self._enter)
        self._sheet.stepped.connect(self._step_line)
        panel.stepped.connect(self.step)
        panel.line_stepped.connect(self._step_line)
        panel.put_in.connect(self._put_in)
        panel.accepted.connect(lambda: self._accept(self._sheet.entries()))
        panel.skipped.connect(lambda: self._skip(self._sheet.entries()))
        panel.captioned.connect(self._caption)
        panel.described.connect(self._describe)

    # photos

    def _accept(self, entries: Sequence[Entry]) -> None:
        album = self._album()
        if album is None:
            return
        without = album.accept(entries)
        self._move_on(entries, go=not without)
        if without:
            self._sheet.go_to(without[0])
            self.panel_wanted.emit()
            self._panel.session.open_list()

    def _skip(self, entries: Sequence[Entry]) -> None:
        album = self._album()
        if album is not None:
            album.skip(entries)
            self._move_on(entries)

    def _toggle(self, entries: Sequence[Entry]) -> None:
        album = self._album()
        if album is None:
            return
        read = [entry for entry in entries if entry.problem is None]
        if read and all(entry.mark is Mark.ATTACH for entry in read):
            album.skip(read)
        else:
            album.accept(read)
        self.moved.emit()

    def _move_on(self, entries: Sequence[Entry], *, go: bool = True) -> None:
        """Show what was decided; of one photo, go to the next as the sheet stood before."""
        tiles = self._sheet.tiles()
        following = None
        if go and len(entries) == 1 and entries[0] in tiles:
            following = next(iter(tiles[tiles.index(entries[0]) + 1 :]), None)
        self.moved.emit()
        if following is not None:
            self._sheet.go_to(following)

    def step(self, by: int) -> None:
        """Go to a photo before (-1) or after the one in front."""
        tiles, current = self._sheet.tiles(), self._sheet.current()
        if tiles:
            at = tiles.index(current) + by if current in tiles else 0
            self._sheet.go_to(tiles[min(max(at, 0), len(tiles) - 1)])

    def _step_line(self, by: int) -> None:
        album, current = self._album(), self._sheet.current()
        if album is not None and current is not None and album.step_line(current, by):
            self.moved.emit()

    def _put_in(self, session_id: str) -> None:
        album = self._album()
        if album is not None:
            album.put_in(self._sheet.entries(), session_id)
            self.moved.emit()

    def _caption(self, text: str) -> None:
        if self._panel.entry is not None:
            self._panel.entry.caption = text
            self.typed.emit()

    def _describe(self, text: str) -> None:
        if self._panel.entry is not None:
            self._panel.entry.alternative = text
            self.typed.emit()

    def _enter(self) -> None:
        self.panel_wanted.emit()
        self._panel.write()

    # clocks

    def _set_zone(self, camera: str, zone: str) -> None:
        album = self._album()
        if album is not None and album.clock(camera).zone != zone:
            album.set_zone(camera, zone)
            self.moved.emit()

    def _set_shift(self, camera: str, shift: timedelta) -> None:
        album = self._album()
        if album is not None:
            album.set_clock(camera, replace(album.clock(camera), shift=shift))
            self.moved.emit()

    def _as_they_are(self, camera: str) -> None:
        album = self._album()
        if album is not None:
            album.as_they_are(camera)
            self.moved.emit()

    def _ask_clock(self) -> None:
        current = self._sheet.current()
        if current is not None and current.photo is not None and current.photo.taken.known:
            self._page.source.ask.ask(current.name)

    def _clock_said(self, text: str) -> None:
        album, current, ask = self._album(), self._sheet.current(), self._page.source.ask
        shown = time_from(text)
        if album is None or current is None or current.photo is None or shown is None:
            ask.field.set_wrong(True)
            return
        camera, zone_name = current.photo.camera, album.plan.conference.timezone
        clock = album.clock(camera)
        shift = shift_for(current.photo.taken, clock, zone_name, shown)
        if shift is not None:
            album.set_clock(camera, replace(clock, shift=shift))
            ask.hide()
            self.moved.emit()
            self._sheet.setFocus()
