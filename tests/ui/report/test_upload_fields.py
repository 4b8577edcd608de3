"""Addresses of uploaded pictures: pasted back once, beside the pictures, used by every export."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from confnotes.domain.attachments import AttachmentUse
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line, LineKind
from confnotes.services.bundle import Services
from confnotes.services.report_places import addresses_given
from confnotes.services.views import SessionView
from confnotes.ui.parts.order import stops
from confnotes.ui.report.upload_fields import UploadRow
from confnotes.ui.report.workspace import ReportWorkspace
from helpers.hands import CTRL, KEYS, SHIFT, click, key, write
from helpers.reporting import settle

A, B, C = (f"https://pictures.example/{name}.png" for name in "abc")
PHOTO = "f:id:ana:20260501120000p:plain"


@pytest.fixture(autouse=True)
def pictured(services: Services, conference: str, talk: SessionView, tmp_path: Path) -> None:
    """Put three pictures below the notes of the session."""
    lines = list(services.notes.view(talk.session.id).lines)
    for number, words in enumerate(("港", "船", "灯台")):
        image = QImage(40, 30, QImage.Format.Format_RGB32)
        image.fill(QColor(40 * number, 90, 120))
        path = tmp_path / f"{number}.png"
        image.save(str(path))
        data = path.read_bytes()
        picture, _ = services.notes.add_attachment(conference, data, "image/png", path.name)
        line = Line(new_id(), talk.session.id, len(lines), words, kind=LineKind.IMAGE)
        lines.append(line)
        services.notes.save(talk.session.id, lines)
        services.notes.put_use(AttachmentUse(new_id(), picture.id, line_id=line.id))


def turn(report: ReportWorkspace, qtbot: QtBot, target: str) -> list[UploadRow]:
    report.top.target.emit(target)
    settle(qtbot, report)
    if report.forms.current is not report.forms.pictures:
        report.show_form("pictures")
    return rows(report)


def rows(report: ReportWorkspace) -> list[UploadRow]:
    return list(report.forms.pictures.uploads.rows.values())


def texts(report: ReportWorkspace) -> list[str]:
    return [row.field.edit.text() for row in rows(report)]


def paste(row: UploadRow, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    row.field.edit.selectAll()
    key(row.field.edit, KEYS.Key_V, CTRL)


def typed(report: ReportWorkspace, qtbot: QtBot) -> None:
    report.forms.flush()
    settle(qtbot, report)


def text_of(services: Services, conference: str, target: str) -> str:
    report = services.reports.report(conference)
    return services.reports.markdown(report, report.language, target)


def test_from_the_list_to_the_fields_and_into_the_next_export(
    report: ReportWorkspace, services: Services, conference: str, tmp_path: Path, qtbot: QtBot
) -> None:
    report.top.target.emit("qiita")
    settle(qtbot, report)
    panel = report.export_panel
    click(report.top.export)
    assert not panel.addresses.isVisible()
    panel.folder.setText(str(tmp_path / "out"))
    click(panel.write)
    qtbot.waitUntil(panel.addresses.isVisible)
    listed = [line for line in panel.words() if line.partition(". ")[0].isdigit()]
    panel.addresses.setFocus()
    key(panel.addresses, KEYS.Key_Space)
    assert not panel.isVisible()
    shown = rows(report)
    assert [row.caption.text() for row in shown] == listed
    assert "Address at Qiita" in shown[0].field.edit.accessibleName()
    assert shown[0].field.edit.hasFocus()
    write(shown[0].field.edit, f"{A}\n")
    assert shown[1].field.edit.hasFocus()  # Enter goes on
    paste(shown[1], f"![a picture]({B})")
    typed(report, qtbot)
    assert texts(report) == [A, B, ""]
    assert not any(row.refusal.isVisible() for row in rows(report))
    click(report.top.export)
    click(panel.write)
    qtbot.waitUntil(lambda: any(line.startswith("3. ") for line in panel.words()))
    assert not any(line.startswith(("1. ", "2. ")) for line in panel.words())
    (text,) = (tmp_path / "out").rglob("*.md")
    assert text.read_text("utf-8").index(A) < text.read_text("utf-8").index(B)
    panel.shut()
    report.forms.left.emit()
    report.resize(1208, 420)
    report.show_form("pictures")
    waiting = rows(report)[2].field
    assert waiting.edit.hasFocus()
    form = report.forms.pictures.viewport()
    qtbot.waitUntil(lambda: form.rect().contains(waiting.mapTo(form, waiting.rect().bottomLeft())))
    write(rows(report)[2].field.edit, C)
    typed(report, qtbot)
    click(report.top.export)
    click(panel.write)
    qtbot.waitUntil(lambda: bool(panel.words()) and panel.write.isEnabled())
    assert not panel.addresses.isVisible()
    assert text_of(services, conference, "qiita").count("https://pictures.example/") == 3


def test_a_list_pasted_fills_the_fields_in_order(
    report: ReportWorkspace, services: Services, conference: str, qtbot: QtBot
) -> None:
    first, second, third = turn(report, qtbot, "qiita")
    write(second.field.edit, B)
    typed(report, qtbot)
    paste(first, f"![]({A})\n\n![three]({C})\n")  # the two that waited: the second has its own
    settle(qtbot, report)
    assert texts(report) == [A, B, C]
    text = text_of(services, conference, "qiita")
    assert text.index(A) < text.index(B) < text.index(C)
    paste(second, f"1. {C}\n2. {A}\n3. {B}\n")
    settle(qtbot, report)
    assert texts(report) == [A, C, A]
    form = report.forms.pictures.uploads
    assert form.surplus.isVisible()
    assert "last 1 " in form.surplus.text()
    assert "(3 of 3)" in form.title.text()
    paste(third, B)
    typed(report, qtbot)
    assert texts(report) == [A, C, B]


def test_an_address_pasted_onto_another_is_meant_instead(
    report: ReportWorkspace, services: Services, conference: str, qtbot: QtBot
) -> None:
    first, second, _ = turn(report, qtbot, "qiita")
    write(first.field.edit, A)
    for copied, there in ((B, [B, "", ""]), (f"{A}\n{C}", [A, C, ""])):
        QGuiApplication.clipboard().setText(copied)
        key(first.field.edit, KEYS.Key_Home)
        key(first.field.edit, KEYS.Key_V, CTRL)
        typed(report, qtbot)
        assert texts(report) == there
    write(second.field.edit, "?size=2")  # words go where the caret is, as ever
    key(second.field.edit, KEYS.Key_End)
    QGuiApplication.clipboard().setText("&x=1")
    key(second.field.edit, KEYS.Key_V, CTRL)
    assert second.field.edit.text().endswith("&x=1")
    assert B not in text_of(services, conference, "qiita")


def test_what_is_no_address_is_refused_and_stays_to_be_mended(
    report: ReportWorkspace, services: Services, conference: str, qtbot: QtBot
) -> None:
    first, second, _ = turn(report, qtbot, "qiita")
    write(first.field.edit, A)
    typed(report, qtbot)
    first.field.edit.selectAll()
    write(first.field.edit, "photo.png")
    write(second.field.edit, B)
    key(first.field.edit, KEYS.Key_Return)
    assert first.refusal.isVisible()
    assert first.field.edit.accessibleDescription() == first.refusal.text()
    typed(report, qtbot)
    assert texts(report)[:2] == ["photo.png", B]
    text = text_of(services, conference, "qiita")
    assert A in text  # what was kept before
    assert B in text
    turn(report, qtbot, "hatena")
    assert texts(report) == ["", "", ""]
    turn(report, qtbot, "qiita")
    assert texts(report)[:2] == ["photo.png", B]
    first = rows(report)[0]
    assert first.refusal.isVisible()
    first.field.edit.selectAll()
    write(first.field.edit, C)
    assert first.refusal.isHidden()
    first.field.edit.selectAll()
    key(first.field.edit, KEYS.Key_Delete)
    typed(report, qtbot)
    assert A not in text_of(services, conference, "qiita")
    assert texts(report)[0] == ""


def test_each_place_has_its_own_and_some_have_none(
    report: ReportWorkspace, services: Services, conference: str, qtbot: QtBot
) -> None:
    first = turn(report, qtbot, "hatena")[0]
    write(first.field.edit, f"[{PHOTO}]")
    report.top.target.emit("qiita")  # in the midst of typing: it belongs to Hatena
    settle(qtbot, report)
    assert texts(report) == ["", "", ""]
    assert PHOTO in text_of(services, conference, "hatena")
    assert PHOTO not in text_of(services, conference, "qiita")
    for target in ("github", "note"):
        assert not turn(report, qtbot, target)
        assert not report.forms.pictures.uploads.isVisible()
    turn(report, qtbot, "hatena")
    assert texts(report) == [PHOTO, "", ""]


def test_the_keyboard_goes_through_the_addresses_first(
    report: ReportWorkspace, qtbot: QtBot
) -> None:
    shown = turn(report, qtbot, "qiita")
    QApplication.processEvents()
    form = report.forms.pictures
    parts = [form.back, *(row.field for row in shown), *form.rows.values()]
    seen = [stop for stop in stops(form) if stop.isVisible()]
    inside = [
        n
        for stop in seen
        for n, part in enumerate(parts)
        if part is stop or part.isAncestorOf(stop)
    ]
    assert inside == sorted(inside)
    assert set(inside) == set(range(len(parts)))


def test_a_key_leads_there_from_the_export(report: ReportWorkspace, qtbot: QtBot) -> None:
    turn(report, qtbot, "qiita")
    report.forms.left.emit()
    click(report.top.export)
    assert report.export_panel.isVisible()
    key(report.export_panel.folder.edit, KEYS.Key_P, CTRL | SHIFT)
    assert not report.export_panel.isVisible()
    assert rows(report)[0].field.edit.hasFocus()


def test_the_check_leads_to_the_addresses(report: ReportWorkspace, qtbot: QtBot) -> None:
    turn(report, qtbot, "qiita")
    report.forms.left.emit()
    report.show_checks()
    click(next(row for row in report.checks_popup.rows() if "upload" in row.entry.words.lower()))
    places = report.checks_popup.rows()
    assert all(row.isEnabled() for row in places)
    click(places[0])
    assert report.forms.current is report.forms.pictures
    assert rows(report)[0].field.edit.hasFocus()


@pytest.mark.parametrize(
    ("target", "copied", "found"),
    [
        ("qiita", f"{A}\n{B}\r\n\n{C}", (A, B, C)),
        ("qiita", f"![image.png]({A})\n![x \\] (1)]({B} 'title')", (A, B)),
        ("qiita", f'<img width="300" src="{A}"> <a href="{A}"><img src="{B}"></a>', (A, B)),
        ("qiita", f"[![]({A})](https://pictures.example/full)", (A,)),
        ("qiita", "  ", ()),
        ("qiita", f"1. {A}、\n2. {B}", (A, B)),
        ("qiita", f"![](photo.png)\n![](javascript:alert(1))\n{B}", (B,)),
        ("qiita", f"![](https://pictures.example/a_(1).png)\n{B}", (
            "https://pictures.example/a_(1).png", B)),
        ("qiita", f"[{PHOTO}]\n{B}", (B,)),
        ("hatena", f"[{PHOTO}]\n[{PHOTO}:alt=海]\n{B}", (PHOTO, PHOTO, B)),
        ("hatena", f"[{PHOTO}]\u2028[{PHOTO}]", (PHOTO, PHOTO)),
        ("hatena", f'<figure class="x">[{PHOTO}]<figcaption>a</figcaption></figure>', (PHOTO,)),
    ],
)  # fmt: skip
def test_addresses_are_found_in_what_an_editor_gives(
    target: str, copied: str, found: tuple[str, ...]
) -> None:
    assert addresses_given(target, copied) == found
