"""The report's use cases on a real notebook and real folders."""

import errno
import json
import os
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from confnotes.domain.attachments import AttachmentUse
from confnotes.domain.changes import ChangeSet, Kind
from confnotes.domain.conference import Author, Fact, FactKind
from confnotes.domain.errors import ConfnotesError, NotebookError
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line, LineKind
from confnotes.domain.report import Report, SectionKind
from confnotes.domain.text import Language
from confnotes.services.bundle import Services, open_services
from confnotes.services.files import write_synced
from confnotes.services.notebook import Mode
from confnotes.services.report_sections import places_with
from confnotes.services.report_views import SectionView
from helpers import photos
from report.making import catalogue

JA, EN = Language.JA, Language.EN
WORDING = {language: catalogue(language) for language in (JA, EN)}
PNG = photos.png()
NAME = "harbour-conf-2026"


@pytest.fixture
def book(opened: Services, conference_id: str, session_id: str, tmp_path: Path) -> Services:
    """Return services with wording, on a conference with one session noted."""
    opened.close()
    services = open_services(tmp_path / "trip.confnotes", Mode.WRITE, wording=WORDING)
    services.programme.set_speakers(session_id, [("Jane Doe", "ACME")])
    line = Line(new_id(), session_id, 0, "灯台は3つある[^s1-1]", written_at=datetime.now(UTC))
    services.notes.save(session_id, [line])
    return services


@pytest.fixture
def report(book: Services, conference_id: str) -> Report:
    return book.reports.report(conference_id)


def section(book: Services, report: Report, key: str, language: Language = JA) -> SectionView:
    return next(view for view in book.reports.outline(report, language) if view.key == key)


def test_a_new_report_is_kept_only_once_it_is_changed(
    book: Services, report: Report, conference_id: str
) -> None:
    assert book.reports.report(conference_id) == report
    with book.notebook.reading() as unit:
        assert unit.get(Report, report.id) is None
    changed = book.reports.save_report(replace(report, title=" 港の話 ", language=EN))
    assert changed.touches(Kind.REPORT, report.id)
    assert book.reports.report(conference_id) == replace(report, title="港の話", language=EN)
    with pytest.raises(ConfnotesError, match=r"conference\.gone"):
        book.reports.report("nobody")
    with pytest.raises(ConfnotesError, match=r"report\.unknown_target"):
        book.reports.save_report(replace(report, target="papyrus"))


def test_the_outline_is_in_reading_order(book: Services, report: Report, session_id: str) -> None:
    views = book.reports.outline(report, JA)
    assert [(v.key, v.level, v.empty) for v in views] == [
        ("opening", 0, False),
        ("about", 0, False),
        ("why", 0, True),
        ("day:2026-05-05", 0, False),
        (f"session:{session_id}", 1, False),
        ("watch", 0, True),
        ("conclusion", 0, True),
        ("thanks", 0, True),
        ("related", 0, True),
        ("addendum", 0, True),
    ]
    assert views[4].session_id == session_id
    assert views[4].heading == "Lighthouses"
    assert section(book, report, f"session:{session_id}", EN).foreign == 1


def test_a_section_is_generated_until_it_is_written(
    book: Services, report: Report, session_id: str, told: list[ChangeSet]
) -> None:
    key = f"session:{session_id}"
    made = book.reports.section_markdown(report, key, JA)
    assert made.text == "Jane Doe氏（ACME）\n\n- 灯台は3つある"
    assert not made.written
    assert len(made.line_ids) == 1
    assert not book.reports.write_section(report, key, JA, made.text + "\n")
    assert not section(book, report, key).written

    changes = book.reports.write_section(report, key, JA, "灯台の話[^1]。\n\n[^1]: 光る")
    assert changes.touches(Kind.REPORT, report.id)
    kept = book.reports.section_markdown(report, key, JA)
    assert (kept.text, kept.base) == ("灯台の話[^1]。\n\n[^1]: 光る", made.text)
    assert kept.generated == made.text
    assert kept.line_ids == made.line_ids
    assert section(book, report, key).written
    assert not section(book, report, key, EN).written
    assert "灯台の話((光る))。" in book.reports.markdown(report, JA, "hatena")
    assert "Jane Doe (ACME)" in book.reports.markdown(report, EN, "hatena")

    book.reports.write_section(report, key, JA, "次の文")
    assert book.reports.section_markdown(report, key, JA).base == made.text
    book.reports.revert_section(report, key, JA)
    assert book.reports.section_markdown(report, key, JA) == made
    book.reports.write_section(report, key, JA, "また")
    book.reports.write_section(report, key, JA, "  \n")
    assert not section(book, report, key).written
    with pytest.raises(ConfnotesError, match=r"report\.section_gone"):
        book.reports.write_section(report, "session:nobody", JA, "x")


def test_footnotes_of_the_conference_are_kept_by_their_key(
    book: Services, report: Report, session_id: str, conference_id: str
) -> None:
    from confnotes.domain.footnotes import Footnote

    book.notes.put_footnote(Footnote(new_id(), conference_id, "s1-1", "数えました"))
    key = f"session:{session_id}"
    made = book.reports.section_markdown(report, key, JA)
    assert made.text.endswith("- 灯台は3つある[^s1-1]")
    book.reports.write_section(report, key, JA, made.text + "\n\n足した文[^s1-1]。")
    text = book.reports.markdown(report, JA, "github")
    assert "- 灯台は3つある[^1]\n\n足した文[^1]。\n\n[^1]: 数えました\n" in text


def test_the_second_language_follows_the_first(book: Services, report: Report) -> None:
    book.reports.write_section(report, "conclusion", JA, "一")
    assert "一" in book.reports.markdown(report, EN, "github")
    assert section(book, report, "conclusion", EN).foreign == 1
    book.reports.write_section(report, "conclusion", EN, "One.")
    assert section(book, report, "conclusion", EN).foreign == 0
    book.reports.write_section(report, "conclusion", JA, "二")
    stale = [c for c in book.reports.checks(report, EN, "github") if c.code == "report.stale"]
    assert [place.section_key for place in stale[0].places] == ["conclusion"]
    book.reports.write_section(report, "conclusion", EN, "Two.")
    assert not [c for c in book.reports.checks(report, EN, "github") if c.code == "report.stale"]


def test_sections_are_hidden_and_renamed_in_each_language(
    book: Services, report: Report, session_id: str
) -> None:
    book.reports.rename_section(report, "about", JA, "港とは")
    assert section(book, report, "about", JA).heading == "港とは"
    assert section(book, report, "about", EN).heading == "The event in brief"
    book.reports.rename_section(report, "about", EN, "The harbour")
    assert section(book, report, "about", EN).heading == "The harbour"
    assert "## 港とは\n" in book.reports.markdown(report, JA, "github")
    book.reports.rename_section(report, "about", EN, "")
    assert section(book, report, "about", EN).heading == "The event in brief"

    book.reports.show_section(report, "day:2026-05-05", False)
    text = book.reports.markdown(report, JA, "github")
    assert "灯台" not in text
    assert "5月5日" not in text
    assert not section(book, report, "day:2026-05-05").shown
    assert section(book, report, f"session:{session_id}").shown
    book.reports.show_section(report, "day:2026-05-05", True)
    assert "灯台" in book.reports.markdown(report, JA, "github")


def test_own_sections_stand_where_they_were_put(
    book: Services, report: Report, session_id: str
) -> None:
    first, _ = book.reports.add_section(report, "食べたもの", JA, "about")
    second, _ = book.reports.add_section(report, "隣の席", JA, f"session:{session_id}")
    third, _ = book.reports.add_section(report, "Also", EN, None)
    nearer, _ = book.reports.add_section(report, "先に", JA, "about")
    keys = [(v.key, v.level, v.kind) for v in book.reports.outline(report, JA)]
    at = {key: n for n, (key, _, _) in enumerate(keys)}
    own = SectionKind.OWN
    assert keys[at["about"] + 1] == (nearer, 0, own)
    assert keys[at[nearer] + 1] == (first, 0, own)
    assert keys[at[f"session:{session_id}"] + 1] == (second, 1, own)
    assert keys[at["conclusion"] - 1] == (third, 0, own)
    book.reports.write_section(report, second, JA, "- 青い帽子")
    assert "### 隣の席\n\n- 青い帽子\n" in book.reports.markdown(report, JA, "github")
    empty = [
        c for c in book.reports.checks(report, JA, "github") if c.code == "report.empty_section"
    ]
    assert empty[0].count == 3
    book.reports.delete_section(report, first)
    book.reports.delete_section(report, "about")
    left = [view.key for view in book.reports.outline(report, JA)]
    assert first not in left
    assert "about" in left


def test_a_section_goes_where_it_is_put_among_those_beside_it(
    book: Services, report: Report, session_id: str
) -> None:
    reports = book.reports
    first, _ = reports.add_section(report, "採用情報", JA, "conclusion")
    second, _ = reports.add_section(report, "参考", JA, "conclusion")

    def tops() -> list[str]:
        return [view.key for view in reports.outline(report, JA) if view.level == 0]

    before = tops()
    for after in ("opening", "", first, before[-1], second, "about", "opening"):
        reports.move_section(report, "conclusion", after)
        left = [key for key in before if key != "conclusion"]
        left.insert(left.index(after) + 1 if after else 0, "conclusion")
        assert tops() == left
    reports.move_section(report, second, first)
    assert tops().index(second) == tops().index(first) + 1
    beside, _ = reports.add_section(report, "隣の席", JA, f"session:{session_id}")
    reports.move_section(report, beside, "")
    keys = [view.key for view in reports.outline(report, JA)]
    assert keys[keys.index(f"session:{session_id}") - 1] == beside
    reports.write_section(report, beside, JA, "青い帽子")
    text = reports.markdown(report, JA, "github")
    assert text.index("隣の席") < text.index("灯台")
    with pytest.raises(ConfnotesError, match=r"report\.section_gone"):
        reports.move_section(report, beside, "conclusion")


@given(places=st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=30))
def test_places_rise_whatever_was_moved_where(places: list[tuple[int, int]]) -> None:
    ranks = {n: n // 3 for n in range(10)}  # some stand at one place, told apart by their names
    order = list(ranks)
    for which, at in places:
        order.remove(which)
        found = places_with([ranks[one] for one in order], at)
        order.insert(at, which)
        ranks = dict(zip(order, found, strict=True))
        assert sorted(order, key=lambda one: (ranks[one], one)) == order


def test_facts_author_and_settings(
    book: Services, report: Report, conference_id: str, told: list[ChangeSet]
) -> None:
    fact = Fact(new_id(), conference_id, FactKind.ATTENDEES, " 1200\n", " https://example.org/n ")
    book.reports.put_fact(fact)
    about = book.reports.about(conference_id)
    assert [(f.value, f.source) for f in about.facts] == [("1200", "https://example.org/n")]
    assert "1,200人が集まりました" in book.reports.markdown(report, JA, "hatena")
    changes = book.reports.set_author(conference_id, Author("whoever", " 葉山 ", role="SRE"))
    assert changes.conference_id == conference_id
    assert changes.touches(Kind.AUTHOR)
    assert book.reports.about(conference_id).author.name == "葉山"
    assert "SREの葉山です。" in book.reports.markdown(report, JA, "hatena")
    book.reports.delete_fact(fact.id)
    assert book.reports.about(conference_id).facts == ()

    book.reports.set_setting(report, "hatena", "contents", "on")
    book.reports.set_setting(report, "", "honorific", "さん")
    assert book.reports.settings(report, "hatena") == {"contents": "on", "honorific": "さん"}
    text = book.reports.markdown(report, JA, "hatena")
    assert "\n\n[:contents]\n\n" in text
    assert "Jane Doeさん（ACME）" in text
    assert "contents" not in book.reports.markdown(report, JA, "github")
    book.reports.set_setting(report, "hatena", "contents", "off")
    assert "contents" not in book.reports.markdown(report, JA, "hatena")


def test_checks_count_what_is_open(book: Services, report: Report, session_id: str) -> None:
    rows = [
        Line(new_id(), session_id, 0, "聞き取れず", kind=LineKind.UNCLEAR),
        Line(new_id(), session_id, 1, "社内に話す", kind=LineKind.TODO),
        Line(new_id(), session_id, 2, "済み", kind=LineKind.TODO, done=True),
        Line(new_id(), session_id, 3, "要点[^gone]"),
    ]
    book.notes.save(session_id, rows)
    found = {check.code: check for check in book.reports.checks(report, JA, "hatena")}
    assert {code: check.count for code, check in found.items()} == {
        "report.unclear": 1, "report.todo": 1, "report.no_link": 1, "report.dangling": 1,
        "report.no_conclusion": 1,
    }  # fmt: skip
    assert found["report.unclear"].places[0].line_id == rows[0].id
    assert found["report.dangling"].places[0].line_id == rows[3].id
    assert found["report.dangling"].places[0].words == "[^gone]"


def test_targets_are_offered_by_name(book: Services) -> None:
    assert [view.name for view in book.reports.targets()] == [
        "hatena", "zenn", "qiita", "note", "devto", "github", "hugo", "jekyll", "astro", "pandoc",
        "commonmark",
    ]  # fmt: skip


# Export


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def pictured(book: Services, conference_id: str, session_id: str) -> str:
    """Put a picture under the session's notes and return its name in an export."""
    attachment, _ = book.notes.add_attachment(conference_id, PNG, "image/png", "灯台 Map.png")
    line = Line(new_id(), session_id, 0, "", kind=LineKind.IMAGE)
    book.notes.save(session_id, [line])
    book.notes.put_use(AttachmentUse(new_id(), attachment.id, line.id, alternative="地図"))
    return f"images/map-{attachment.sha256[:8]}.png"


def test_an_export_is_a_folder_with_the_text_and_its_pictures(
    book: Services, report: Report, conference_id: str, session_id: str, tmp_path: Path
) -> None:
    name = pictured(book, conference_id, session_id)
    out = tmp_path / "new" / "out"
    done = book.reports.export(report, JA, "hatena", out)
    assert done.files == (out / f"{NAME}.ja.hatena.md", out / name)
    assert (done.left, done.set_aside, done.differences, done.missing) == ((), (), (), ())
    assert (out / name).read_bytes() == PNG
    text = (out / f"{NAME}.ja.hatena.md").read_text(encoding="utf-8")
    assert text == book.reports.markdown(report, JA, "hatena")
    assert f"![地図]({name})" in text
    book.reports.export(report, EN, "hatena", out)
    book.reports.export(report, JA, "github", out)
    assert names_in(out) == [
        ".confnotes.json", f"{NAME}.en.hatena.md", f"{NAME}.ja.github.md", f"{NAME}.ja.hatena.md",
        "images",
    ]  # fmt: skip
    assert book.reports.pictures(report)[name].read_bytes() == PNG


def test_the_same_notebook_gives_the_same_bytes_and_replaces_its_own(
    book: Services, report: Report, tmp_path: Path
) -> None:
    path = book.reports.export(report, JA, "github", tmp_path / "out").files[0]
    first = path.read_bytes()
    assert book.reports.export(report, JA, "github", tmp_path / "out").files == (path,)
    assert path.read_bytes() == first
    assert b"\r" not in first
    book.reports.write_section(report, "conclusion", JA, "変わった")
    assert book.reports.export(report, JA, "github", tmp_path / "out").left == ()
    assert "変わった" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("kept", ["changed since", "never ours"])
def test_what_others_wrote_is_left_or_set_aside(
    book: Services, report: Report, tmp_path: Path, kept: str
) -> None:
    out = tmp_path / "out"
    path = out / f"{NAME}.ja.github.md"
    if kept == "changed since":
        book.reports.export(report, JA, "github", out)
    else:
        out.mkdir()
    path.write_text("mine", encoding="utf-8")
    done = book.reports.export(report, JA, "github", out)
    assert (done.files, done.left) == ((), (path,))
    assert path.read_text(encoding="utf-8") == "mine"
    assert done.changed[0] == (True, "mine")
    assert done.changed[1][0] is False
    aside = out / f"{NAME}.ja.github.before-1.md"
    done = book.reports.export(report, JA, "github", out, force=True)
    assert (done.files, done.left, done.set_aside) == ((path,), (), (aside,))
    assert aside.read_text(encoding="utf-8") == "mine"
    assert path.read_text(encoding="utf-8").startswith("# ")
    path.write_text("mine again", encoding="utf-8")
    done = book.reports.export(report, JA, "github", out, force=True)
    assert done.set_aside == (out / f"{NAME}.ja.github.before-2.md",)
    assert aside.read_text(encoding="utf-8") == "mine"


def test_files_of_an_export_are_there_though_its_text_was_left(
    book: Services, report: Report, conference_id: str, session_id: str, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    old = out / pictured(book, conference_id, session_id)
    text = book.reports.export(report, JA, "github", out).files[0]
    text.write_text(f"mine ![]({old.relative_to(out)})", encoding="utf-8")
    old.unlink()
    another, _ = book.notes.add_attachment(conference_id, PNG + b"\0", "image/png", "new.png")
    line = book.notes.view(session_id).lines[0]
    book.notes.put_use(AttachmentUse(new_id(), another.id, line.id, position=1))
    done = book.reports.export(report, JA, "github", out)
    assert done.left == (text,)
    assert done.files == (old,)  # which the text that was left shows
    assert all(path.exists() for path in done.files)
    assert sorted(path.name for path in (out / "images").iterdir()) == [old.name]


def test_a_link_or_folder_of_that_name_is_not_followed(
    book: Services, report: Report, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.write_text("precious", encoding="utf-8")
    path = out / f"{NAME}.ja.github.md"
    path.symlink_to(elsewhere)
    assert book.reports.export(report, JA, "github", out).left == (path,)
    assert book.reports.export(report, JA, "github", out, force=True).files == (path,)
    assert elsewhere.read_text(encoding="utf-8") == "precious"
    (out / f"{NAME}.en.github.md").mkdir()
    assert book.reports.export(report, EN, "github", out).left == (out / f"{NAME}.en.github.md",)


def test_a_picture_no_report_shows_any_more_goes(
    book: Services, report: Report, conference_id: str, session_id: str, tmp_path: Path
) -> None:
    name = pictured(book, conference_id, session_id)
    out = tmp_path / "out"
    book.reports.export(report, JA, "hatena", out)
    book.reports.export(report, EN, "github", out)
    (out / "images" / "holiday.png").write_bytes(b"theirs")
    book.notes.save(session_id, [Line(new_id(), session_id, 0, "絵はない")])
    book.reports.export(report, JA, "hatena", out)
    assert (out / name).exists()
    book.reports.export(report, EN, "github", out)
    assert names_in(out / "images") == ["holiday.png"]


def test_a_picture_whose_file_is_lost_is_named(
    book: Services, report: Report, conference_id: str, session_id: str, tmp_path: Path
) -> None:
    name = pictured(book, conference_id, session_id)
    book.reports.pictures(report)[name].unlink()
    done = book.reports.export(report, JA, "hatena", tmp_path / "out")
    assert done.missing == (name,)
    assert len(done.files) == 1


def test_pictures_leave_without_where_they_were_taken(
    book: Services, report: Report, conference_id: str, session_id: str, tmp_path: Path
) -> None:
    at = datetime(2026, 5, 1, 10, 0, tzinfo=UTC)
    data = photos.jpeg(at, make="Canon", satellite=at, orientation=6)
    attachment, _ = book.notes.add_attachment(conference_id, data, "image/jpeg", "boat.jpg")
    line = Line(new_id(), session_id, 0, "", kind=LineKind.IMAGE)
    book.notes.save(session_id, [line])
    book.notes.put_use(AttachmentUse(new_id(), attachment.id, line.id))
    done = book.reports.export(report, JA, "github", tmp_path / "out")
    out = done.files[1].read_bytes()
    assert b"Canon" in data
    assert b"Exif" not in out
    assert b"Canon" not in out
    again = book.reports.export(report, JA, "github", tmp_path / "again")
    assert again.files[1].read_bytes() == out


def test_what_was_changed_by_hand_is_shown(book: Services, report: Report, tmp_path: Path) -> None:
    (path,) = book.reports.export(report, JA, "github", tmp_path / "out").files
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("参加レポート", "の記録"), encoding="utf-8")
    done = book.reports.export(report, JA, "github", tmp_path / "out")
    assert done.left == (path,)
    assert [there for there, _line in done.changed] == [True, False]
    assert "の記録" in done.changed[0][1]
    assert "参加レポート" in done.changed[1][1]
    path.write_bytes(b"\xff\xfe\x00 no text")
    assert book.reports.export(report, JA, "github", tmp_path / "out").changed == ()


def test_an_export_tells_how_far_it_is_and_stops_before_anything_is_written(
    book: Services, report: Report, conference_id: str, session_id: str, tmp_path: Path
) -> None:
    lines = [Line(new_id(), session_id, n, "", kind=LineKind.IMAGE) for n in range(3)]
    book.notes.save(session_id, lines)
    for n, line in enumerate(lines):
        data = photos.png((40 + n, 30))
        attachment, _ = book.notes.add_attachment(conference_id, data, "image/png", f"{n}.png")
        book.notes.put_use(AttachmentUse(new_id(), attachment.id, line.id))
    told: list[tuple[int, int]] = []

    def go_on(done: int, total: int) -> bool:
        told.append((done, total))
        return done < 2

    out = tmp_path / "out"
    error = refused(lambda: book.reports.export(report, JA, "github", out, progress=go_on))
    assert (error.code, told, out.exists()) == ("export.cancelled", [(1, 3), (2, 3)], False)
    assert len(book.reports.export(report, JA, "github", out).files) == 4


@pytest.mark.parametrize("text", ["{", "[]", '{"version": 2}', "[" * 5000, "my own list"])
def test_a_list_that_is_not_ours_protects_everything(
    book: Services, report: Report, tmp_path: Path, text: str
) -> None:
    out = tmp_path / "out"
    path = book.reports.export(report, JA, "github", out).files[0]
    (out / ".confnotes.json").write_text(text, encoding="utf-8")
    before = path.read_bytes()
    book.reports.write_section(report, "conclusion", JA, "変わった")
    error = refused(lambda: book.reports.export(report, JA, "github", out))
    assert error.code == "export.foreign_list"
    assert path.read_bytes() == before
    assert (out / ".confnotes.json").read_text(encoding="utf-8") == text
    done = book.reports.export(report, JA, "github", out, force=True)
    kept = {aside.read_text(encoding="utf-8") for aside in done.set_aside}
    assert kept == {text, before.decode()}
    assert json.loads((out / ".confnotes.json").read_text())["version"] == 1


def test_a_list_with_odd_entries_protects_what_it_does_not_name(
    book: Services, report: Report, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    path = book.reports.export(report, JA, "github", out).files[0]
    odd = '{"version": 1, "files": {"../x": "y", "a": 1}}'
    (out / ".confnotes.json").write_text(odd, encoding="utf-8")
    book.reports.write_section(report, "conclusion", JA, "変わった")
    assert book.reports.export(report, JA, "github", out).left == (path,)


def test_an_export_that_broke_off_knows_its_files_the_next_time(
    book: Services, report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    path = book.reports.export(report, JA, "github", out).files[0]
    book.reports.write_section(report, "conclusion", JA, "変わった")
    real = write_synced
    for broken in (".confnotes.json", path.name):

        def fail(target: Path, data: bytes, broken: str = broken) -> None:
            if target.name == broken:
                raise OSError(errno.ENOSPC, "full")
            real(target, data)

        monkeypatch.setattr("confnotes.services.report_files.write_synced", fail)
        assert refused(lambda: book.reports.export(report, JA, "github", out)).code == (
            "export.disk_full"
        )
        monkeypatch.setattr("confnotes.services.report_files.write_synced", real)
        book.reports.write_section(report, "conclusion", JA, f"また変わった {broken}")
    done = book.reports.export(report, JA, "github", out)
    assert (done.files, done.left) == ((path,), ())


def test_links_out_of_the_folder_are_not_followed(
    book: Services, report: Report, conference_id: str, session_id: str, tmp_path: Path
) -> None:
    name = pictured(book, conference_id, session_id)
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    out.mkdir()
    elsewhere.mkdir()
    (out / "images").symlink_to(elsewhere)
    done = book.reports.export(report, JA, "github", out)
    assert done.left == (out / name,)
    assert names_in(elsewhere) == []
    done = book.reports.export(report, JA, "github", out, force=True)
    assert (out / name).is_file()
    assert not (out / "images").is_symlink()
    assert names_in(elsewhere) == []


def test_reports_of_two_conferences_do_not_overwrite_each_other(
    book: Services, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    written = []
    for name in ("雲の会議", "海の会議", "Same", "Same!"):
        identity, _ = book.programme.create_conference(name, "Asia/Tokyo")
        done = book.reports.export(book.reports.report(identity), JA, "github", out)
        written.append((name, done.files, done.left))
    assert len({files for _, files, _ in written[:3]}) == 3
    assert written[3][1:] == ((), written[2][1])


def test_a_very_long_name_still_has_a_file(book: Services, tmp_path: Path) -> None:
    identity, _ = book.programme.create_conference("conference " * 80, "Asia/Tokyo")
    done = book.reports.export(book.reports.report(identity), JA, "github", tmp_path / "out")
    assert len(done.files[0].name) < 100


def refused(call: Callable[[], object]) -> ConfnotesError:
    with pytest.raises(ConfnotesError) as caught:
        call()
    return caught.value


def test_folders_that_cannot_be_used(book: Services, report: Report, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("x", encoding="utf-8")
    error = refused(lambda: book.reports.export(report, JA, "github", file))
    assert (error.code, error.facts["path"]) == ("export.folder_is_file", str(file))
    error = refused(lambda: book.reports.export(report, JA, "github", file / "below"))
    assert error.code == "export.folder_is_file"
    assert file.read_text(encoding="utf-8") == "x"
    error = refused(lambda: book.reports.export(report, JA, "papyrus", tmp_path / "out"))
    assert error.code == "report.unknown_target"
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "export.disk_full"),
        (errno.EACCES, "export.folder_unwritable"),
        (errno.EROFS, "export.folder_unwritable"),
        (errno.EIO, "export.cannot_write"),
    ],
)
def test_a_disk_that_fails_halfway_leaves_the_old_file_whole(
    book: Services, report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    number: int, code: str,
) -> None:  # fmt: skip
    out = tmp_path / "out"
    path = book.reports.export(report, JA, "github", out).files[0]
    before = path.read_bytes()
    book.reports.write_section(report, "conclusion", JA, "変わった")

    def fail(descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    error = refused(lambda: book.reports.export(report, JA, "github", out))
    monkeypatch.undo()
    assert error.code == code
    assert error.facts["path"] in (str(out), str(path))
    assert path.read_bytes() == before
    assert names_in(out) == [".confnotes.json", path.name]
    assert book.reports.export(report, JA, "github", out).files == (path,)


def test_a_notebook_opened_to_read_exports_and_refuses_to_write(
    book: Services, report: Report, conference_id: str, tmp_path: Path
) -> None:
    with open_services(book.notebook.path, Mode.READ, wording=WORDING).notebook as notebook:
        reading = Services(notebook, WORDING)
        done = reading.reports.export(report, EN, "github", tmp_path / "out")
        assert len(done.files) == 1
        with pytest.raises(NotebookError, match="opened_to_read"):
            reading.reports.write_section(report, "conclusion", JA, "x")
    book.close()


# Preview


def test_the_preview_shows_only_what_is_safe(
    book: Services, report: Report, conference_id: str, session_id: str
) -> None:
    name = pictured(book, conference_id, session_id)
    hostile = (
        "<script>alert(1)</script> <img src=file:///etc/passwd> [x](javascript:alert(1)) "
        f"![y](https://example.org/t.png) ![z]({name}) <a href='data:x' onclick='y'>q</a>"
    )
    book.reports.write_section(report, "conclusion", JA, hostile)
    for target in ("hatena", "github", "commonmark"):
        html = book.reports.preview(report, JA, target)
        tags = " ".join(re.findall(r"<[^>]*>", html))
        assert not re.search(r"script|javascript|onclick|file:|data:|example\.org", tags), tags
        assert html.count(f'<img src="{name}"') == 2
        for key in ("opening", "about", "day:2026-05-05", f"session:{session_id}", "conclusion"):
            assert html.count(f'<a name="section:{key}"></a>') == 1, key
        at = html.index(f'<a name="section:session:{session_id}"></a>')
        assert html[at:].partition("</a>")[2].lstrip().startswith(("<h3>Light", "<h4>Light"))
