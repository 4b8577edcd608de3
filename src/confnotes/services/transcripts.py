"""Transcripts: what was being said in a session, laid beside its notes by time."""

from dataclasses import replace
from pathlib import Path

from confnotes.domain.changes import ChangeSet
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.identity import new_id
from confnotes.domain.text import stored_line
from confnotes.domain.transcripts import (
    Cue,
    Transcript,
    kept_cues,
    read_transcript,
    written_cues,
)
from confnotes.schedule.decode import as_utf8, decode
from confnotes.services.base import Service
from confnotes.services.listing import session_of

MAX_BYTES = 20_000_000
"""The largest file that is read."""


def read_file(path: Path) -> tuple[Cue, ...]:
    """Return the cues of a file, in whatever encoding.

    Errors: ConfnotesError transcript.cannot_read (name, detail), transcript.too_long (name),
    transcript.no_times (name).
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise ConfnotesError(
            "transcript.cannot_read", name=path.name, detail=error.strerror or str(error)
        ) from error
    if len(data) > MAX_BYTES:
        raise ConfnotesError("transcript.too_long", name=path.name)
    return _read(decode(as_utf8(data)).text, path.name)


def _read(text: str, name: str) -> tuple[Cue, ...]:
    try:
        return read_transcript(text)
    except ConfnotesError as error:
        raise ConfnotesError(error.code, name=name) from error


class TranscriptService(Service):
    """Keeps one transcript a session; another one takes its place."""

    def take_file(self, session_id: str, path: Path, *, initiator: object = None) -> ChangeSet:
        """Keep the transcript in a file; errors as `read_file` has them, session.gone (id)."""
        return self._take(session_id, read_file(path), path.name, initiator)

    def take_text(
        self, session_id: str, text: str, name: str, *, initiator: object = None
    ) -> ChangeSet:
        """Keep a transcript that was copied; ConfnotesError transcript.no_times (name),
        transcript.too_long (name), session.gone (id)."""
        return self._take(session_id, _read(text, name), name, initiator)

    def _take(
        self, session_id: str, cues: tuple[Cue, ...], name: str, initiator: object
    ) -> ChangeSet:
        with self._change(initiator) as unit:
            session_of(unit, session_id)
            there = unit.all(Transcript, session_id=session_id)
            before = there[0] if there else Transcript(new_id(), session_id)
            unit.put(replace(before, name=stored_line(name), cues=written_cues(cues)))
        return unit.changes

    def delete(self, session_id: str, *, initiator: object = None) -> ChangeSet:
        """Take a session's transcript away."""
        with self._change(initiator) as unit:
            for transcript in unit.all(Transcript, session_id=session_id):
                unit.delete(Transcript, transcript.id)
        return unit.changes

    def put_back(self, transcript: Transcript, *, initiator: object = None) -> ChangeSet:
        """Keep again what was taken away or replaced; session.gone (id)."""
        with self._change(initiator) as unit:
            session_of(unit, transcript.session_id)
            for there in unit.all(Transcript, session_id=transcript.session_id):
                if there.id != transcript.id:
                    unit.delete(Transcript, there.id)
            unit.put(transcript)
        return unit.changes

    def kept(self, session_id: str) -> Transcript | None:
        """Return a session's transcript as it is kept."""
        with self._notebook.reading() as unit:
            return next(iter(unit.all(Transcript, session_id=session_id)), None)

    def cues(self, session_id: str) -> tuple[Cue, ...]:
        """Return what was being said in a session, in the order of time; () if not known."""
        transcript = self.kept(session_id)
        return () if transcript is None else kept_cues(transcript.cues)
