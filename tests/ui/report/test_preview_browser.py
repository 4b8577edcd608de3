"""The preview shows the article, loads nothing but the notebook's pictures, keeps its place."""

from base64 import b64encode
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QPoint, QUrl
from PySide6.QtGui import QColor, QImage, QTextDocument
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from confnotes.report.preview import pieces
from confnotes.ui.parts.panels import SidePanel
from confnotes.ui.parts.theme import theme
from confnotes.ui.report.preview_browser import PreviewBrowser
from confnotes.ui.report.preview_pane import PreviewPane
from helpers.hands import click


def show(browser: PreviewBrowser, html: str) -> None:
    browser.show_page(pieces(html))


RED = QColor("#ff0000")
IMAGE = QTextDocument.ResourceType.ImageResource


def png(path: Path, width: int = 40, height: int = 20) -> Path:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(RED)
    assert image.save(str(path))
    return path


@pytest.fixture
def pictures(tmp_path: Path) -> dict[str, Path]:
    return {"images/slide-12345678.png": png(tmp_path / "original.png")}


@pytest.fixture
def browser(qtbot: QtBot, pictures: dict[str, Path]) -> PreviewBrowser:
    made = PreviewBrowser(pictures.get)
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    return made


def loaded(browser: PreviewBrowser, name: str) -> QImage:
    image = browser.loadResource(IMAGE.value, QUrl(name))
    assert isinstance(image, QImage)
    return image


def has_red(browser: PreviewBrowser) -> bool:
    shot = browser.grab().toImage()
    points = ((x, y) for x in range(shot.width()) for y in range(shot.height()))
    return any(shot.pixelColor(x, y) == RED for x, y in points)


def test_a_picture_of_the_notebook_is_shown(browser: PreviewBrowser) -> None:
    show(browser, '<p><img src="images/slide-12345678.png" alt="A slide"></p>')
    assert has_red(browser)


def test_a_picture_in_the_address_itself_is_shown(browser: PreviewBrowser, tmp_path: Path) -> None:
    coded = b64encode(png(tmp_path / "small.png", 8, 8).read_bytes()).decode()
    show(browser, f'<p><img src="data:image/png;base64,{coded}"></p>')
    assert has_red(browser)


def test_no_file_is_read_however_it_is_named(
    browser: PreviewBrowser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = png(tmp_path / "secret.png")
    monkeypatch.chdir(tmp_path)
    names = [secret.as_uri(), str(secret), "secret.png", "./secret.png", "qrc:/secret.png"]
    for name in names:
        show(browser, f'<p><img src="{name}"></p><p>{name}</p>')
        assert not has_red(browser), name
        assert loaded(browser, name).size().width() == 1


@pytest.mark.parametrize("name", ["http://example.org/a.png", "https://example.org/a.png", "//x/a"])
def test_nothing_is_read_from_the_network(browser: PreviewBrowser, name: str) -> None:
    assert loaded(browser, name).size().width() == 1


def test_no_style_sheet_and_no_page_is_loaded(browser: PreviewBrowser, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<p>stolen</p>")
    sheet = browser.loadResource(
        QTextDocument.ResourceType.StyleSheetResource.value, QUrl.fromLocalFile(str(page))
    )
    assert isinstance(sheet, QByteArray)
    assert sheet.isEmpty()
    show(browser, "<p>article</p>")
    browser.setSource(QUrl.fromLocalFile(str(page)))
    assert browser.toPlainText() == "article"


def test_a_broken_picture_is_blank(browser: PreviewBrowser, pictures: dict[str, Path]) -> None:
    pictures["images/slide-12345678.png"].write_bytes(b"no picture at all")
    assert loaded(browser, "images/slide-12345678.png").size().width() == 1


def test_a_wide_picture_fits_the_column(browser: PreviewBrowser, tmp_path: Path) -> None:
    png(tmp_path / "original.png", 3000, 600)
    show(browser, '<p><img src="images/slide-12345678.png"></p>')
    assert browser.document().idealWidth() <= browser.viewport().width()
    browser.resize(260, 300)
    assert browser.document().idealWidth() <= browser.viewport().width()


def test_a_picture_keeps_its_share_of_the_column_however_often_it_is_fitted(
    browser: PreviewBrowser, pictures: dict[str, Path], tmp_path: Path
) -> None:
    pictures["images/wide-12345678.png"] = png(tmp_path / "wide.png", 900, 20)

    def reds() -> list[int]:
        shot = browser.grab().toImage()
        rows = [
            sum(shot.pixelColor(x, y) == RED for x in range(shot.width()))
            for y in range(shot.height())
        ]
        return sorted({wide for wide in rows if wide})

    image = '<p><img src="images/wide-12345678.png" alt=""{}></p>'
    show(browser, image.format("") + image.format(' width="330"'))
    before = reds()
    half, whole = before[0], before[-1]
    assert abs(half - whole / 2) < 3
    for wide in (360, 400, 420, 400):
        browser.resize(wide, 300)
        QApplication.processEvents()
    assert reds() == before


def test_what_follows_a_picture_is_laid_out_however_long_the_article(
    browser: PreviewBrowser,
) -> None:
    picture = '<p><img src="images/slide-12345678.png"><br>Caption</p>'
    show(browser, LONG * 3 + picture + LONG + picture + LONG)
    for width in (400, 300):
        browser.resize(width, 300)
        block = browser.document().begin()
        while block.isValid():
            rect = browser.document().documentLayout().blockBoundingRect(block)
            assert rect.height() > 0 or not block.text(), block.text()
            block = block.next()


LONG = "".join(
    f'<a name="section:s{n}"></a><h3>Section {n}</h3>' + "<p>Words upon words.</p>" * 12
    for n in range(6)
)


def test_anchors_before_headings_are_found(browser: PreviewBrowser) -> None:
    show(browser, LONG)
    assert browser.anchors() == [f"section:s{n}" for n in range(6)]
    assert browser.go_to("section:s3")
    assert browser.verticalScrollBar().value() > 0
    assert not browser.go_to("section:gone")


def test_the_place_one_reads_at_stays_when_text_above_grows(browser: PreviewBrowser) -> None:
    show(browser, LONG)
    browser.go_to("section:s4")
    bar = browser.verticalScrollBar()
    bar.setValue(bar.value() + 90)
    at = browser.cursorForPosition(QPoint(4, 40)).block().text()
    before = bar.value()
    show(browser, LONG.replace("Section 1</h3>", "Section 1</h3>" + "<p>More.</p>" * 9))
    assert bar.value() > before
    assert browser.cursorForPosition(QPoint(4, 40)).block().text() == at


def point_of(browser: PreviewBrowser, words: str) -> QPoint:
    cursor = browser.document().find(words)
    return browser.cursorRect(cursor).center() - QPoint(4, 0)


@pytest.mark.parametrize("url", ["https://example.org/a?b=1", "mailto:me@example.org"])
def test_a_link_is_told_and_not_followed(browser: PreviewBrowser, qtbot: QtBot, url: str) -> None:
    show(browser, f'<p><a href="{url}">here it is</a></p>')
    with qtbot.waitSignal(browser.link) as told:
        click(browser.viewport(), point_of(browser, "here"))
    assert told.args == [url]
    assert browser.toPlainText() == "here it is"


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "javascript:alert(1)", "ftp://x/y", "x.html"]
)
def test_other_addresses_lead_nowhere(browser: PreviewBrowser, qtbot: QtBot, url: str) -> None:
    show(browser, f'<p><a href="{url}">here it is</a></p>')
    with qtbot.assertNotEmitted(browser.link):
        click(browser.viewport(), point_of(browser, "here"))
    assert browser.toPlainText() == "here it is"


def test_a_footnote_mark_leads_to_its_note(browser: PreviewBrowser) -> None:
    notes = '<ol><li><a name="fn1"></a>The note</li></ol>'
    show(browser, '<p>Words<sup><a href="#fn1">1</a></sup></p>' + LONG + notes)
    click(browser.viewport(), point_of(browser, "1") + QPoint(3, 0))
    assert browser.verticalScrollBar().value() > 100


def test_a_click_on_words_tells_their_section(browser: PreviewBrowser, qtbot: QtBot) -> None:
    show(browser, LONG)
    browser.go_to("section:s2")
    with qtbot.waitSignal(browser.section) as told:
        click(browser.viewport(), QPoint(60, 120))
    assert told.args is not None
    assert told.args[0] == "s2"


def test_another_theme_dresses_it_anew_where_it_is(browser: PreviewBrowser) -> None:
    show(browser, LONG)
    browser.go_to("section:s3")
    value = browser.verticalScrollBar().value()
    theme().set_dark(True)
    assert browser.verticalScrollBar().value() == value
    assert browser.page_shown() == pieces(LONG)


def test_headings_look_the_same_wherever_a_place_begins_them(browser: PreviewBrowser) -> None:
    sizes = []
    for level in (2, 3):
        show(browser, f"<h{level}>A section</h{level}><h{level + 1}>A talk</h{level + 1}>")
        block = browser.document().begin()
        both = (block, block.next())
        sizes.append([b.begin().fragment().charFormat().font().pixelSize() for b in both])
    assert sizes[0] == sizes[1] == [18, 15]


def lightest(browser: PreviewBrowser) -> int:
    shot = browser.grab().toImage()
    points = ((x, y) for x in range(0, shot.width(), 2) for y in range(shot.height()))
    return max(shot.pixelColor(x, y).lightness() for x, y in points)


def test_it_is_legible_after_the_theme_changed_while_it_was_in_the_drawer(qtbot: QtBot) -> None:
    stack, workspace = QStackedWidget(), QWidget()
    qtbot.addWidget(stack)
    side = SidePanel("Preview", 496, workspace)
    pane = PreviewPane(lambda _name: None)
    browser = pane.browser
    side.body.addWidget(pane)
    QHBoxLayout(workspace).addWidget(side)
    stack.addWidget(QWidget())
    stack.addWidget(workspace)
    stack.setCurrentIndex(1)
    show(browser, "<h1>Title</h1><p>Words of the article</p>")
    stack.resize(1280, 800)
    stack.show()
    side.fit(1280)
    QApplication.processEvents()
    side.fit(1024)
    side.open_over()
    QApplication.processEvents()
    stack.setCurrentIndex(0)
    theme().set_dark(True)
    stack.setCurrentIndex(1)
    QApplication.processEvents()
    assert lightest(browser) > 200
    side.fit(1280)
    QApplication.processEvents()
    assert browser.isVisible()
    assert lightest(browser) > 200


def test_a_caption_is_small_and_quiet_whatever_its_place_writes_it_in(
    browser: PreviewBrowser,
) -> None:
    image = '<img src="images/slide-12345678.png" alt="">'
    show(browser, f"<p>{image}<br><em>Below it</em></p><p>Words</p>")
    cursor = browser.document().find("Below")
    font = cursor.charFormat().font()
    assert font.pixelSize() == 12
    assert font.weight() < 500
    assert cursor.charFormat().foreground().color() == theme().tokens.text2


def test_footnotes_are_numbered_as_their_references_are(browser: PreviewBrowser) -> None:
    notes = '<a name="notes"></a><hr><ol><li><a name="fn1"></a><p>A note</p></li></ol>'
    for sign, expected in (("*1", "*1"), ("[1]", "1.")):
        show(browser, f'<p>Words<sup><a href="#fn1">{sign}</a></sup></p>{notes}')
        block = browser.document().find("A note").block()
        assert block.textList().itemText(block) == expected


def test_a_box_has_its_ground_and_a_quotation_none(browser: PreviewBrowser) -> None:
    box = '<blockquote><a name="box:warning"></a><p>Boxed</p><p>still boxed</p></blockquote>'
    show(browser, f"<p>Before</p>{box}<blockquote><p>quoted</p></blockquote>")
    shot, t = browser.viewport().grab().toImage(), theme().tokens
    right = browser.viewport().width() - 30

    def ground(words: str) -> QColor:
        at = browser.cursorRect(browser.document().find(words))
        return shot.pixelColor(right, at.center().y())

    assert ground("Boxed") == ground("still boxed") == t.amber_soft
    assert t.amber_soft not in (ground("Before"), ground("quoted"))
    first = browser.cursorRect(browser.document().find("Boxed")).bottom()
    second = browser.cursorRect(browser.document().find("still boxed")).top()
    assert shot.pixelColor(right, (first + second) // 2) == t.amber_soft
    assert browser.anchors() == []
