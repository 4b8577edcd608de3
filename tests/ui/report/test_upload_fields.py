"""Addresses of uploaded pictures are pasted back in the window, once, and used from then on."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from confnotes.domain.attachments import AttachmentUse
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line, LineKind
from confnotes.services.bundle import Services
from confnotes.services.views import SessionView
from confnotes.ui.report.upload_fields import addresses
from confnotes.ui.report.workspace import ReportWorkspace
from helpers import hands
from helpers.pictures import encoded, image
from helpers.reporting import settle

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def pictured(
    qtbot: QtBot, report: ReportWorkspace, services: Services, talk: SessionView
) -> ReportWorkspace:
    """Return the report for Qiita, of notes with two pictures."""
    session = talk.session.id
    lines = list(services.notes.view(session).lines)
    for n, colour in enumerate(("#c03020", "#2030c0")):
        line = Line(new_id(), session, len(lines), f"Photo {n}", kind=LineKind.IMAGE)
        lines.append(line)
        services.notes.save(session, lines)
        use = AttachmentUse(new_id(), "", line_id=line.id, alternative="a photo")
        data = encoded(image(colour=colour))
        services.notes.add_picture(session, use, data, "image/png", f"p{n}.png")
    report.desk.set_target("qiita")
    settle(qtbot, report)
    return report


def _text(report: ReportWorkspace, services: Services) -> str:
    known = report.desk.report
    assert known is not None
    return services.reports.markdown(known, known.language, "qiita")


def test_what_editors_give_is_read() -> None:
    assert addresses("https://a.example/1.png") == ["https://a.example/1.png"]
    assert addresses("![x](https://a.example/1.png)\n\n![](https://a.example/2.png 'y')") == [
        "https://a.example/1.png",
        "https://a.example/2.png",
    ]
    assert addresses('<img width="1" src="https://a.example/1.png" alt="">') == [
        "https://a.example/1.png"
    ]
    assert addresses("[f:id:x:20310512100000p:image]\u2028[f:id:x:20310512100001p:image]") == [
        "[f:id:x:20310512100000p:image]",
        "[f:id:x:20310512100001p:image]",
    ]
    assert addresses("  ") == []


def test_a_pasted_list_fills_the_fields_and_the_text_has_the_addresses(
    qtbot: QtBot, pictured: ReportWorkspace, services: Services
) -> None:
    pictured.show_form("pictures")
    fields = pictured.forms.pictures.uploads
    assert fields.isVisible()
    assert len(fields.rows) == 2
    assert "Qiita" in fields.title.text()
    QApplication.clipboard().setText("![](https://q.example/1.png)\n![](https://q.example/2.png)\n")
    edit = fields.rows[0].field.edit
    edit.setFocus()
    hands.key(edit, Qt.Key.Key_V, CTRL)
    assert [row.field.text() for row in fields.rows] == [
        "https://q.example/1.png",
        "https://q.example/2.png",
    ]
    settle(qtbot, pictured)
    text = _text(pictured, services)
    assert text.index("https://q.example/1.png") < text.index("https://q.example/2.png")
    pictured.desk.set_target("github")
    settle(qtbot, pictured)
    pictured.show_form("pictures")
    assert not fields.isVisible()  # files go along there
    pictured.desk.set_target("qiita")
    settle(qtbot, pictured)
    pictured.show_form("pictures")
    assert fields.rows[1].field.text() == "https://q.example/2.png"  # kept


def test_what_is_no_address_is_refused_beside_its_field(
    qtbot: QtBot, pictured: ReportWorkspace, services: Services
) -> None:
    pictured.show_form("pictures")
    first = pictured.forms.pictures.uploads.rows[0]
    first.field.edit.setFocus()
    hands.write(first.field.edit, "image one")
    hands.key(first.field.edit, Qt.Key.Key_Return)
    assert first.hint.isVisible()
    assert "image one" in first.hint.text()
    settle(qtbot, pictured)
    assert first.field.text() == "image one"  # what was typed stays to be put right
    first.field.edit.selectAll()
    hands.write(first.field.edit, "https://q.example/1.png")
    hands.key(first.field.edit, Qt.Key.Key_Return)
    assert not first.hint.isVisible()
    settle(qtbot, pictured)
    assert "https://q.example/1.png" in _text(pictured, services)


def test_the_export_and_the_checks_lead_there(
    qtbot: QtBot, pictured: ReportWorkspace, services: Services, tmp_path: Path
) -> None:
    panel, known = pictured.export_panel, pictured.desk.report
    assert known is not None
    panel.open_below(900, 60, tmp_path)
    panel.show_outcome(services.reports.export(known, known.language, "qiita", tmp_path))
    assert panel.addresses.isVisible()
    qtbot.mouseClick(panel.addresses, Qt.MouseButton.LeftButton)
    assert not panel.isVisible()
    fields = pictured.forms.pictures.uploads
    assert fields.isVisible()
    pictured.show_checks()
    row = next(
        one
        for one in pictured.checks_popup.rows()
        if one.entry.words == "Pictures to upload" or "upload" in one.entry.words.lower()
    )
    hands.click(row)
    places = pictured.checks_popup.rows()
    assert all(one.isEnabled() for one in places)
    hands.click(places[0])
    assert pictured.forms.current is pictured.forms.pictures
