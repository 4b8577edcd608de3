"""Units of work: what is put, changed and deleted, and what they tell of it."""

from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from hypothesis import given, settings
from sqlalchemy import select

from confnotes.domain.attachments import Attachment, AttachmentUse
from confnotes.domain.changes import Kind
from confnotes.domain.conference import Conference, Event, EventKind, Speaker
from confnotes.domain.contents import Contents
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.footnotes import Footnote
from confnotes.domain.notes import Line
from confnotes.domain.report import Report, Section, SectionKind, SectionText
from confnotes.domain.session import Credit, Session, SessionFacts
from confnotes.domain.text import Language
from confnotes.domain.versions import Version
from confnotes.storage import engine
from confnotes.storage.engine import Access
from confnotes.storage.opening import open_to_write
from confnotes.storage.schema import TABLES
from confnotes.storage.store import Store
from confnotes.storage.writing import Writing
from helpers.notebooks import Ticking
from helpers.values import Whole, conferences

HERE = Conference("c", "Harbour Conf", "Europe/Lisbon", starts=date(2026, 5, 4))
MAIN = Event("e", "c", EventKind.MAIN, "Harbour Conf")
TALK = Session("s", "c", "e", SessionFacts(title="Lighthouses"))
LINE = Line("l", "s", 0, "first")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(open_to_write(tmp_path / "a.confnotes", Ticking())) as opened:
        with opened.writing() as unit:
            unit.put(HERE, MAIN, TALK)
        yield opened


def _row(store: Store, table: str, identity: str) -> dict[str, Any]:
    readers = engine.readers(store.path, Access.READ)
    with readers.connect() as connection:
        found = TABLES[table]
        row = connection.execute(select(found).where(found.c.id == identity)).mappings().one()
    readers.dispose()
    return dict(row)


def test_what_is_put_can_be_got(store: Store) -> None:
    with store.reading() as unit:
        assert unit.get(Session, "s") == TALK
        assert unit.get(Session, "t") is None
        assert unit.all(Event, conference_id="c", kind="main") == (MAIN,)
        assert unit.all(Session, id=[]) == ()


def test_a_unit_tells_what_it_changed_and_who_asked(store: Store) -> None:
    asked = object()
    with store.writing(asked) as unit:
        unit.put(replace(TALK, summary="good"), LINE)
    assert unit.changes.changed == {(Kind.SESSION, "s"), (Kind.LINES, "s")}
    assert unit.changes.conference_id == "c"
    assert unit.changes.initiator is asked


def test_the_same_again_is_no_change(store: Store) -> None:
    before = _row(store, "session", "s")
    with store.writing() as unit:
        unit.put(TALK, HERE, MAIN)
    assert not unit.changes
    assert _row(store, "session", "s") == before


def test_a_change_keeps_the_author_and_moves_the_moment(store: Store) -> None:
    before = _row(store, "session", "s")
    with store.writing() as unit:
        unit.put(replace(TALK, rating=3))
    after = _row(store, "session", "s")
    assert after["author_id"] == before["author_id"]
    assert after["changed_at"] > before["changed_at"]


def test_an_error_leaves_nothing(store: Store) -> None:
    with suppress(ZeroDivisionError), store.writing() as unit:
        unit.put(LINE)
        raise ZeroDivisionError
    with store.reading() as reading:
        assert reading.get(Line, "l") is None


def test_trouble_with_another_file_is_not_the_notebooks(store: Store) -> None:
    def export(unit: Writing) -> None:
        unit.put(LINE)
        (store.path.parent / "gone").read_bytes()

    with pytest.raises(FileNotFoundError), store.writing() as unit:
        export(unit)
    with store.reading() as reading:
        assert reading.get(Line, "l") is None


def test_a_row_that_leads_nowhere_is_a_bug_and_not_kept(store: Store) -> None:
    with pytest.raises(Exception, match="FOREIGN KEY"), store.writing() as unit:
        unit.put(Line("x", "nowhere", 0, "lost"))
    with store.reading() as reading:
        assert reading.all(Line) == ()


def test_search_forms_follow_their_texts(store: Store) -> None:
    with store.writing() as unit:
        unit.put(replace(LINE, text="Ｋ８ｓ カナ", gist="GIST"))
    assert _row(store, "line", "l")["folded"] == "k8s かな\ngist\n"
    with store.writing() as unit:
        unit.put(replace(LINE, text="other"))
    assert _row(store, "line", "l")["folded"] == "other\n\n"


def test_ones_own_stands_over_the_imported_and_can_be_taken_back(store: Store) -> None:
    with store.writing() as unit:
        unit.put(replace(HERE, venue="Boathouse"))
    row = _row(store, "conference", "c")
    assert (row["venue"], row["own_venue"]) == ("", "Boathouse")
    with store.reading() as reading:
        found = reading.get(Conference, "c")
    assert found == replace(HERE, venue="Boathouse")
    with store.writing() as unit:
        unit.put(HERE)
    assert _row(store, "conference", "c")["own_venue"] is None


def test_a_date_can_be_emptied(store: Store) -> None:
    with store.writing() as unit:
        unit.put(replace(HERE, starts=None))
    with store.reading() as reading:
        assert reading.get(Conference, "c") == replace(HERE, starts=None)


def test_a_deleted_line_stays_and_comes_back(store: Store) -> None:
    with store.writing() as unit:
        unit.put(LINE)
    with store.writing() as unit:
        unit.delete(Line, "l")
    assert unit.changes.touches(Kind.LINES, "s")
    with store.reading() as reading:
        assert reading.all(Line) == ()
    assert _row(store, "line", "l")["deleted_at"] is not None
    with store.writing() as unit:
        unit.put(LINE)
    with store.reading() as reading:
        assert reading.all(Line) == (LINE,)


def test_deleting_takes_what_belongs_to_it_and_leaves_the_ids(store: Store) -> None:
    with store.writing() as unit:
        unit.put(
            LINE,
            Speaker("p", "c", "Mara Quill"),
            Credit("k", "s", "p"),
            Attachment("a", "c", "0" * 64, "image/png", 1),
            AttachmentUse("u", "a", line_id="l"),
            Version("v", "c", "s", "summary", Language.JA, "要約"),
        )
    with store.writing() as unit:
        unit.delete(Session, "s")
    assert unit.changes.changed == {(Kind.SESSION, "s")}
    readers = engine.readers(store.path, Access.READ)
    with readers.connect() as connection:
        deletion = TABLES["deletion"]
        left = {(row.table, row.id) for row in connection.execute(select(deletion))}
        conference = {row.conference_id for row in connection.execute(select(deletion))}
    readers.dispose()
    assert left == {
        ("session", "s"),
        ("line", "l"),
        ("credit", "k"),
        ("attachment_use", "u"),
        ("version", "v"),
        *((table, one) for table, one in left if table == "history"),
    }
    assert [table for table, _ in left].count("history") == 1
    assert conference == {"c"}
    with store.reading() as reading:
        assert reading.get(Speaker, "p") is not None
        assert reading.get(Attachment, "a") is not None


def test_what_only_names_a_deleted_row_stays(store: Store) -> None:
    with store.writing() as unit:
        unit.put(Speaker("p", "c", "Mara Quill"), replace(LINE, speaker_id="p"))
        unit.delete(Speaker, "p")
    with store.reading() as reading:
        assert reading.all(Line) == (LINE,)


def test_put_again_what_was_deleted_and_it_is_deleted_no_more(store: Store) -> None:
    note = Footnote("f", "c", "s1-1", "text")
    for _ in range(2):
        with store.writing() as unit:
            unit.put(note)
        with store.writing() as unit:
            unit.delete(Footnote, "f")
    with store.writing() as unit:
        unit.put(note)
        unit.delete(Footnote, "not there")
    readers = engine.readers(store.path, Access.READ)
    with readers.connect() as connection:
        assert connection.execute(select(TABLES["deletion"])).all() == []
    readers.dispose()


def test_a_report_is_told_of_by_its_own_id(store: Store) -> None:
    with store.writing() as unit:
        unit.put(Report("r", "c"), Section("n", "r", "opening", SectionKind.OPENING))
    with store.writing() as unit:
        unit.put(SectionText("t", "n", Language.EN, "Hello"))
    assert unit.changes.changed == {(Kind.REPORT, "r")}
    assert unit.changes.conference_id == "c"


def test_units_do_not_nest_but_threads_wait_for_each_other(store: Store) -> None:
    def nested() -> None:
        with store.writing(), store.writing():
            pass

    with pytest.raises(RuntimeError):
        nested()

    def add(n: int) -> None:
        with store.writing() as unit:
            unit.put(Line(f"line-{n}", "s", n, f"text {n}"))

    threads = [Thread(target=add, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.reading() as unit:
        assert [line.position for line in unit.all(Line)] == list(range(8))


def test_readers_in_threads_go_on_while_somebody_writes(store: Store) -> None:
    seen: list[int] = []

    def count() -> None:
        with store.reading() as unit:
            seen.append(len(unit.all(Line)))

    with store.writing() as unit:
        unit.put(LINE)
        thread = Thread(target=count)
        thread.start()
        thread.join()
    count()
    assert seen == [0, 1]


def test_a_conference_that_is_gone_is_said_so(store: Store) -> None:
    with store.reading() as unit, pytest.raises(ConfnotesError) as caught:
        unit.contents("gone")
    assert caught.value.code == "conference.gone"


_PLACES = {
    "Event": "events",
    "Day": "days",
    "Room": "rooms",
    "Track": "tracks",
    "Speaker": "speakers",
    "Source": "sources",
    "Session": "sessions",
    "Credit": "credits",
    "Link": "links",
    "SessionSource": "session_sources",
    "Line": "lines",
    "Footnote": "footnotes",
    "Attachment": "attachments",
    "AttachmentUse": "uses",
    "Fact": "facts",
    "Report": "reports",
    "ReportSetting": "report_settings",
    "Section": "sections",
    "SectionText": "section_texts",
    "SectionSource": "section_sources",
    "Version": "versions",
    "LanguageMark": "language_marks",
}


class _SeenError(Exception):
    """Ends a unit of work that is not to be kept."""


@settings(max_examples=50)
@given(whole=conferences())
def test_contents_are_all_of_a_conference_and_of_no_other(store: Store, whole: Whole) -> None:
    with suppress(_SeenError), store.writing() as unit:
        unit.put(*whole.puttable)
        contents = unit.contents(whole.conference.id)
        raise _SeenError
    assert contents.conference == whole.conference
    assert contents.author is not None
    for name, place in _PLACES.items():
        wanted = {row for row in whole.rows if type(row).__name__ == name}
        assert set(getattr(contents, place)) == wanted
        assert len(getattr(contents, place)) == len(wanted)
    assert _in_order(contents)


def _in_order(contents: Contents) -> bool:
    lines = [(line.session_id, line.position) for line in contents.lines]
    days = [day.date for day in contents.days]
    return lines == sorted(lines) and days == sorted(days)
