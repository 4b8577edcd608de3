"""All services on one notebook, made when first asked for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from confnotes.domain.text import Language
from confnotes.services.agenda import AgendaService
from confnotes.services.history import HistoryService
from confnotes.services.hub import Hub
from confnotes.services.moving import MovingService
from confnotes.services.notebook import Clock, Mode, Notebook, open_notebook, utc_now
from confnotes.services.notes import NotesService
from confnotes.services.programme import ProgrammeService
from confnotes.services.queue import QueueService
from confnotes.services.review import ReviewService
from confnotes.services.search import SearchService
from confnotes.services.shelves import ShelfService

if TYPE_CHECKING:
    from confnotes.services.chat import ChatService
    from confnotes.services.exchange import ExchangeService
    from confnotes.services.names import NamesService
    from confnotes.services.photos import PhotoService
    from confnotes.services.report_layouts import LayoutService
    from confnotes.services.report_mending import MendingService
    from confnotes.services.reports import ReportService
    from confnotes.services.schedules import ScheduleService
    from confnotes.services.transcripts import TranscriptService

Wording = Mapping[Language, Mapping[str, Any]]


@dataclass(frozen=True)
class Services:
    """The use cases, one object for each area. Parsers and report come in when first used."""

    notebook: Notebook
    wording: Wording
    hub: Hub = field(default_factory=Hub)

    @cached_property
    def programme(self) -> ProgrammeService:
        """Conferences, events and sessions."""
        return ProgrammeService(self.notebook, self.hub)

    @cached_property
    def shelves(self) -> ShelfService:
        """Which conferences are in the archive or in the trash."""
        return ShelfService(self.notebook, self.hub)

    @cached_property
    def agenda(self) -> AgendaService:
        """What one goes to, as a list and as a calendar file."""
        return AgendaService(self.notebook, self.hub)

    @cached_property
    def notes(self) -> NotesService:
        """Lines, footnotes and pictures."""
        return NotesService(self.notebook, self.hub)

    @cached_property
    def history(self) -> HistoryService:
        """Earlier states of a session's notes."""
        return HistoryService(self.notebook, self.hub)

    @cached_property
    def moving(self) -> MovingService:
        """Notes that change session."""
        return MovingService(self.notebook, self.hub)

    @cached_property
    def review(self) -> ReviewService:
        """Ratings, summaries, links and second versions."""
        return ReviewService(self.notebook, self.hub)

    @cached_property
    def queue(self) -> QueueService:
        """What was not caught, is not sure, or is to be done."""
        return QueueService(self.notebook, self.hub)

    @cached_property
    def transcripts(self) -> "TranscriptService":
        """What was being said, by time."""
        from confnotes.services.transcripts import TranscriptService  # decoders: not at start-up

        return TranscriptService(self.notebook, self.hub)

    @cached_property
    def names(self) -> "NamesService":
        """Names written in two ways."""
        from confnotes.services.names import NamesService  # vocabulary: not at start-up

        return NamesService(self.notebook, self.hub)

    @cached_property
    def search(self) -> SearchService:
        """Finding anything."""
        return SearchService(self.notebook, self.hub)

    @cached_property
    def schedules(self) -> "ScheduleService":
        """Reading and importing schedules."""
        from confnotes.services.schedules import ScheduleService  # parsers: not at start-up

        return ScheduleService(self.notebook, self.hub)

    @cached_property
    def exchange(self) -> "ExchangeService":
        """Dump and load."""
        from confnotes.services.exchange import ExchangeService  # schemas: not at start-up

        return ExchangeService(self.notebook, self.hub)

    @cached_property
    def photos(self) -> "PhotoService":
        """Photos on their way into the notes."""
        from confnotes.services.photos import PhotoService  # Pillow: not at start-up

        return PhotoService(self.notebook, self.hub)

    @cached_property
    def reports(self) -> "ReportService":
        """The report."""
        from confnotes.services.reports import ReportService  # Markdown: not at start-up

        return ReportService(self.notebook, self.hub, self.wording)

    @cached_property
    def mending(self) -> "MendingService":
        """What the checks of a report advise, done in one step."""
        from confnotes.services.report_mending import MendingService  # Markdown: not at start-up

        return MendingService(self.notebook, self.hub)

    @cached_property
    def layouts(self) -> "LayoutService":
        """Layouts of reports that were saved."""
        from confnotes.services.report_layouts import LayoutService  # Markdown: not at start-up

        return LayoutService(self.notebook, self.hub)

    @cached_property
    def chat(self) -> "ChatService":
        """One session's notes for the team's chat."""
        from confnotes.services.chat import ChatService  # Markdown: not at start-up

        return ChatService(self.notebook, self.hub, self.wording)

    def close(self) -> None:
        """Close the notebook."""
        self.notebook.close()


def open_services(path: Path, mode: Mode, *, wording: Wording, clock: Clock = utc_now) -> Services:
    """Return the services on the notebook at `path`; NotebookError as `open_notebook` has it."""
    return Services(open_notebook(path, mode, clock), wording)
