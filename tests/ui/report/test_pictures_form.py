"""Alternative words, credit, width and neighbours of the report's pictures."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from confnotes.domain.attachments import AttachmentUse
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line, LineKind
from confnotes.domain.text import Language
from confnotes.services.bundle import Services
from confnotes.services.views import SessionView
from confnotes.ui.report.pictures_form import PictureRow
from confnotes.ui.report.workspace import ReportWorkspace
from helpers.hands import click, write
from helpers.reporting import settle


@pytest.fixture
def pictured(services: Services, conference: str, talk: SessionView, tmp_path: Path) -> SessionView:
    """Return the session with three pictures below its notes."""
    lines = list(services.notes.view(talk.session.id).lines)
    for number, words in enumerate(("港", "船", "灯台")):
        image = QImage(400, 300, QImage.Format.Format_RGB32)
        image.fill(QColor(40 * number, 90, 120))
        path = tmp_path / f"{number}.png"
        image.save(str(path))
        data, name = path.read_bytes(), path.name
        picture, _ = services.notes.add_attachment(conference, data, "image/png", name)
        line = Line(new_id(), talk.session.id, len(lines), words, kind=LineKind.IMAGE)
        lines.append(line)
        services.notes.save(talk.session.id, lines)
        services.notes.put_use(AttachmentUse(new_id(), picture.id, line_id=line.id))
    return talk


def rows(report: ReportWorkspace) -> list[PictureRow]:
    return list(report.forms.pictures.rows.values())


def typed(report: ReportWorkspace, qtbot: QtBot) -> None:
    report.forms.flush()
    settle(qtbot, report)


def test_a_picture_has_its_words_credit_width_and_neighbour(
    pictured: SessionView, report: ReportWorkspace, services: Services, qtbot: QtBot
) -> None:
    conference = pictured.session.conference_id
    report.show_form("telling")
    click(report.forms.telling.pictures)
    first, second, third = rows(report)
    assert [row.caption.text() for row in rows(report)] == ["港", "船", "灯台"]
    assert first.beside.isHidden()
    write(first.alternative.original.field.edit, "静かな港")  # type: ignore[union-attr]
    typed(report, qtbot)
    click(first.alternative.add)
    write(first.alternative.version.field.edit, "A quiet harbour")  # type: ignore[union-attr]
    write(first.credit.field.edit, "Ana")  # type: ignore[union-attr]
    click(third.width_choice.segment(320))
    click(second.beside)
    typed(report, qtbot)
    kept = services.reports.report(conference)
    text = services.reports.markdown(kept, Language.JA, "github")
    row = next(line for line in text.split("\n") if 'alt="静かな港"' in line)
    assert row.count("<img ") == 2
    assert row.count('width="320"') == 2  # a page of 640 pixels for two
    assert "港（提供：Ana）／船\n" in text
    assert 'width="320">\n\n灯台\n' in text
    english = services.reports.markdown(kept, Language.EN, "github")
    assert 'alt="A quiet harbour"' in english
    click(second.beside)
    typed(report, qtbot)
    text = services.reports.markdown(kept, Language.JA, "github")
    assert "![静かな港](images/" in text
    assert text.count('width="') == 1


def test_without_pictures_the_form_says_so(report: ReportWorkspace) -> None:
    report.show_form("pictures")
    assert report.forms.pictures.empty.isVisible()
    assert not rows(report)
