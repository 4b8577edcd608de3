"""Speed of the notebook, told as times and as ratios to bare sqlite3 (`make bench`)."""

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from confnotes.domain.conference import SourceKind
from confnotes.domain.draft import Draft, DraftLink, DraftSession, DraftSpeaker
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line
from confnotes.domain.session import LinkKind, SessionFacts
from confnotes.services.bundle import Services
from confnotes.storage.history import Past
from helpers.notebooks import services

pytestmark = pytest.mark.benchmark

SESSIONS = 1351
START = datetime(2026, 5, 4, 9, tzinfo=UTC)


def _draft() -> Draft:
    return Draft(
        SourceKind.FRAB_JSON,
        tuple(
            DraftSession(
                f"key-{n}",
                SessionFacts(
                    title=f"Session {n} 灯台",
                    abstract="What it is about. " * 40,
                    room=f"Room {n % 40}",
                    track=f"Track {n % 12}",
                    start=(START + timedelta(minutes=5 * n)).isoformat(),
                    duration=1800,
                ),
                (DraftSpeaker(f"Speaker {n}", key=str(n)), DraftSpeaker(f"Other {n % 99}")),
                (DraftLink(LinkKind.PAGE, f"https://example.org/{n}"),),
                record='{"title": "Session"}' * 20,
            )
            for n in range(SESSIONS)
        ),
        title="Large Conf",
        timezone="Europe/Berlin",
    )


def _timed(what: str, call: Callable[[], object], times: int = 3) -> float:
    best = float("inf")
    for _ in range(times):
        begun = time.perf_counter()
        call()
        best = min(best, time.perf_counter() - begun)
    print(f"{what}: {best * 1000:.1f} ms")
    return best


@pytest.fixture
def large(tmp_path: Path) -> tuple[Services, str]:
    opened = services(tmp_path / "large.confnotes")
    begun = time.perf_counter()
    imported, _ = opened.schedules.import_draft(
        _draft(), name="Large Conf", timezone="Europe/Berlin"
    )
    print(f"\nimport of {SESSIONS} sessions (read already): {time.perf_counter() - begun:.3f} s")
    return opened, imported.conference_id


def test_a_large_conference(large: tuple[Services, str], tmp_path: Path) -> None:
    opened, here = large

    def bare() -> list[object]:
        with closing(sqlite3.connect(opened.notebook.path)) as connection:
            found: list[object] = []
            for table in ("session", "credit", "speaker", "link"):
                found += connection.execute(f"SELECT * FROM {table}").fetchall()
            return found

    floor = _timed("all rows by bare sqlite3", bare)
    view = _timed("the programme as a list", lambda: opened.programme.view(here))
    print(f"  ratio {view / floor:.1f}")
    contents = _timed("all contents as values", lambda: _contents(opened, here))
    print(f"  ratio {contents / floor:.1f}")
    _timed("dump", lambda: opened.exchange.dump(here, tmp_path / "large.json"), 2)
    other = services(tmp_path / "other.confnotes")
    _timed("load", lambda: other.exchange.load(tmp_path / "large.json"), 1)
    other.close()
    opened.close()


def _contents(opened: Services, here: str) -> object:
    with opened.notebook.reading() as unit:
        return unit.contents(here)


def test_a_save_among_many_lines(large: tuple[Services, str]) -> None:
    opened, here = large
    session_id = opened.programme.view(here).sessions[0].session.id
    lines = [Line(new_id(), session_id, n, f"line {n} 要点", written_at=START) for n in range(500)]
    _timed("first save of 500 lines", lambda: opened.notes.save(session_id, lines), 1)
    times = iter(range(100))

    def key() -> None:
        lines[250] = replace(lines[250], text=f"typed {next(times)}")
        opened.notes.save(session_id, lines)

    _timed("save of one changed line of 500, read back", key, 20)
    _timed("save of nothing new", lambda: opened.notes.save(session_id, lines), 20)
    opened.close()


def test_what_history_adds_to_a_save(
    large: tuple[Services, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened, here = large
    sessions = [view.session.id for view in opened.programme.view(here).sessions[:2]]
    made = [[Line(new_id(), one, n, f"line {n} 要点") for n in range(5000)] for one in sessions]
    for session_id, lines in zip(sessions, made, strict=True):
        opened.notes.save(session_id, lines)
    times = iter(range(1000))

    def typed(lines: list[Line]) -> None:
        lines[2500] = replace(lines[2500], text=f"typed {next(times)}")

    def put_in(lines: list[Line]) -> None:
        lines.insert(2500, Line(new_id(), "", 0, f"new {next(times)}"))

    for what, change, rounds in (("one changed line", typed, 15), ("a line put in", put_in, 5)):
        best = [float("inf"), float("inf")]
        for _ in range(rounds):  # in turns, so that both meet the same machine
            for place, on in enumerate((True, False)):
                with monkeypatch.context() as patch:
                    if not on:
                        patch.setattr(Past, "note", lambda *_: None)
                    change(made[place])
                    begun = time.perf_counter()
                    opened.notes.save(sessions[place], made[place])
                    best[place] = min(best[place], time.perf_counter() - begun)
        print(
            f"save of {what} of 5,000: {best[0] * 1000:.1f} ms with history, "
            f"{best[1] * 1000:.1f} ms without, ratio {best[0] / best[1]:.2f}"
        )
        assert best[0] < 1.5 * best[1]
    opened.close()


def test_a_real_schedule_whole(real_files: Path, tmp_path: Path) -> None:
    data = (real_files / "frab-json" / "36c3-everything.json").read_bytes()
    opened = services(tmp_path / "real.confnotes")
    begun = time.perf_counter()
    draft = opened.schedules.read(data)
    read = time.perf_counter()
    opened.schedules.import_draft(draft, name="36C3", timezone="Europe/Berlin")
    done = time.perf_counter()
    print(f"\n1,351 real sessions: read {read - begun:.3f} s, kept {done - read:.3f} s")
    opened.close()
