"""Write every screen as a picture: Japanese and English, light and dark, both sizes.

    python packaging/gallery.py [FOLDER]      (default: out/gallery)

The pictures show the real window on a real notebook: the sample conference, loaded through the
services. A screen is a row of SCREENS: its name, and what brings it up.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import harbour
import slides
from PySide6.QtCore import QEventLoop, QMimeData, QTimer
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest

from confnotes import assets
from confnotes.domain.choice import Choice
from confnotes.domain.conference import Shelf
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.identity import new_id
from confnotes.domain.notes import Line
from confnotes.domain.text import Language
from confnotes.services.bundle import Services, open_services
from confnotes.services.notebook import Mode
from confnotes.services.views import Asks
from confnotes.ui.application import application, sample_file, sentences, speak
from confnotes.ui.notes.agenda import choose_words
from confnotes.ui.notes.workspace import NotesWorkspace
from confnotes.ui.plan.filtering import Facet
from confnotes.ui.plan.workspace import PlanWorkspace
from confnotes.ui.report.workspace import ReportWorkspace
from confnotes.ui.review.workspace import FOOTNOTES, NAMES, ReviewWorkspace
from confnotes.ui.shell.bridge import Bridge
from confnotes.ui.shell.memory import Memory
from confnotes.ui.shell.tasks import Tasks
from confnotes.ui.shell.translation import Interpreter
from confnotes.ui.shell.window import MainWindow, Means
from confnotes.ui.start.flow import load_sample

SIZES = ((1280, 800), (1024, 700))
NOW = datetime(2019, 11, 20, 22, 43, tzinfo=UTC)
CALENDAR = """BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//invented//EN\r
X-WR-CALNAME:Harbour Days 2026\r
{events}END:VCALENDAR\r
"""
EVENT = """BEGIN:VEVENT\r
UID:{number}@invented\r
DTSTART:2026052{day}T{hour:02}0000Z\r
DTEND:2026052{day}T{hour:02}3500Z\r
SUMMARY:{title}\r
LOCATION:{room}\r
END:VEVENT\r
"""


@dataclass
class Clock:
    """What time it is for everything in the pictures."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now


@dataclass(frozen=True)
class Stage:
    """A window, with what settles it."""

    window: MainWindow
    services: Services
    folder: Path
    clock: Clock

    def settle(self, milliseconds: int = 150) -> None:
        """Let answers of the threads come in."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()


Screen = Callable[[Stage], None]


def _doors(stage: Stage) -> None:
    stage.window.actions_by_name["new"].trigger()


def _fetching(stage: Stage) -> None:
    _doors(stage)
    stage.window.start.doors.address.field.setFocus()
    stage.window.start.fetching.told.emit("harbour-days.example")


def _by_hand(stage: Stage) -> None:
    stage.window.actions_by_name["new"].trigger()
    stage.window.start.start_by_hand("Harbour Days 2026")


def _confirm(stage: Stage) -> None:
    titles = ("Opening", "Meshes at sea", "Logs that speak", "Small clusters, long cables")
    events = "".join(
        EVENT.format(number=day * 10 + at, day=day, hour=7 + 2 * at, title=title, room="Hall A")
        for day in range(3)
        for at, title in enumerate(titles)
    )
    path = stage.folder / "harbour-days.ics"
    path.write_text(CALENDAR.format(events=events), newline="")
    stage.window.actions_by_name["new"].trigger()
    stage.window.start.read(path)
    stage.settle(700)
    stage.window.start.confirm.card.chosen.emit("UTC")


def _zone_doubted(stage: Stage) -> None:
    _confirm(stage)
    stage.window.start.confirm.card.chosen.emit("America/Los_Angeles")


def _columns(stage: Stage) -> None:
    rows = (
        "日にち,はじまり,おわり,部屋,演目,話す人,会社,メモ",
        "2026-05-20,9:00,9:30,大ホール,開会のあいさつ,浜 渚,灯台社,",
        "2026-05-20,10:00,10:45,小ホール,海の上のメッシュ,浦 岬,浮標社,録画なし",
        "2026-05-21,9:00,9:45,大ホール,語るログ,磯 汀,波止場株式会社,",
    )
    path = stage.folder / "harbour-days.csv"
    path.write_text("\n".join(rows), encoding="utf-8")
    stage.window.actions_by_name["new"].trigger()
    stage.window.start.read(path)
    stage.settle(700)


def _workspace(name: str) -> Screen:
    def show(stage: Stage) -> None:
        stage.window.show_workspace(name)
        first = _chosen_session(stage)
        workspace = stage.window.workspace(name)
        stage.settle(400)
        if first and workspace is not None:
            workspace.show_session(first)
            stage.settle(300)

    return show


def _notes_alone(stage: Stage) -> None:
    _workspace("notes")(stage)
    workspace = stage.window.workspace("notes")
    if isinstance(workspace, NotesWorkspace):
        workspace.focus_mode.toggle()


def _notes_photos(stage: Stage) -> None:
    """A picture was just pasted; the side panel lists all of them."""
    _workspace("notes")(stage)
    workspace = stage.window.workspace("notes")
    if isinstance(workspace, NotesWorkspace) and workspace.sheet.document is not None:
        workspace.focus_mode.end()
        slide = QImage(1280, 720, QImage.Format.Format_RGB32)
        slide.fill(QColor("#24303f"))
        painter = QPainter(slide)
        painter.fillRect(120, 90, 1040, 480, QColor("#f2efe8"))
        for at, colour in enumerate(("#2f6fb3", "#0b6e63", "#d9730d")):
            painter.fillRect(220 + at * 320, 260, 220, 120, QColor(colour))
        painter.end()
        mime = QMimeData()
        mime.setImageData(slide)
        workspace.sheet.editor.insertFromMimeData(mime)
        workspace.side.show_tab("photos")
        workspace.side.open_over()
        stage.settle(600)


def _notes_choice(stage: Stage) -> None:
    """Two sessions are on now, and none is chosen."""
    stage.window.show_workspace("notes")
    workspace = stage.window.workspace("notes")
    if isinstance(workspace, NotesWorkspace) and stage.services.programme.conferences():
        workspace.focus_mode.end()
        found = stage.services.programme.conferences()[0].conference
        view = stage.services.programme.view(found.id)
        pair = [v for v in view.sessions if v.session.start_at and v.session.start_at <= NOW][-2:]
        workspace.agenda.lead(pair)
        workspace.sheet.show_nothing(choose_words(len(pair)))


def _open_lines(key: object) -> Screen:
    def show(stage: Stage) -> None:
        _workspace("review")(stage)
        workspace = stage.window.workspace("review")
        if isinstance(workspace, ReviewWorkspace):
            workspace.show_list(key)
            stage.settle(200)

    return show


def _review_photos(stage: Stage) -> None:
    """Photos of a phone were read: most have their session, some wait for a person."""
    folder = stage.folder / "phone"
    if not folder.exists():
        slides.phone(folder)
    stage.window.show_workspace("review")
    workspace = stage.window.workspace("review")
    if isinstance(workspace, ReviewWorkspace) and _chosen_session(stage):
        workspace.photos.take([folder])
        stage.settle(1500)
        sheet = workspace.photos.page.sheet
        sheet.go_to(sheet.tiles()[min(6, len(sheet.tiles()) - 1)])
        stage.settle(300)


def _review_names(stage: Stage) -> None:
    """Some names were written in a hurry."""
    slips = (("Kubernetes", "kubernetes"), ("Flagger", "Flager"), ("サイドカー", "サイドカ"))
    conference = stage.services.programme.conferences()[0].conference
    for view in stage.services.programme.view(conference.id).sessions:
        lines, left = [], list(slips)
        for line in stage.services.notes.view(view.session.id).lines:
            text = line.text
            for right, wrong in [one for one in left if one[0] in text]:
                text = text.replace(right, wrong, 1)
                left.remove((right, wrong))
            lines.append(replace(line, text=text))
        stage.services.notes.save(view.session.id, lines)
    _open_lines(NAMES)(stage)


def _review_names_done(stage: Stage) -> None:
    """One of them was corrected a moment ago."""
    _open_lines(NAMES)(stage)
    workspace = stage.window.workspace("review")
    if isinstance(workspace, ReviewWorkspace):
        workspace.names.panel.do_correct()
        stage.settle(400)


def _notes_history(stage: Stage) -> None:
    """The notes were written over two days, and some of them were lost a moment ago."""
    session, notes = _chosen_session(stage), stage.services.notes
    if not session:
        return
    now = list(notes.view(session).lines)
    added = [Line(new_id(), session, 0, text, written_at=NOW) for text in ("k3s?", "Ask again")]
    mended = [replace(one, text=f"{one.text}?") if n == 1 else one for n, one in enumerate(now)]
    states = (
        (timedelta(hours=22), [*now[:4], *now[6:]]),
        (timedelta(hours=21, minutes=40), now[:-2]),
        (timedelta(minutes=51), now),
        (timedelta(minutes=12), [now[0], *mended[1:4], *now[7:]]),
        (timedelta(minutes=2), [now[0], *mended[1:4], *added, *now[7:]]),
    )
    for before, lines in states:
        stage.clock.now = NOW - before
        notes.save(session, lines)
    stage.clock.now = NOW
    _workspace("notes")(stage)
    workspace = stage.window.workspace("notes")
    if isinstance(workspace, NotesWorkspace):
        workspace.actions_by_name["history"].trigger()
        stage.settle(400)
        states_list = workspace.history.page.states
        states_list.setCurrentIndex(states_list.currentIndex().siblingAtRow(2))
        stage.settle(300)


def _chosen_session(stage: Stage) -> str:
    """Return the recommended session of the conference, else the first."""
    programme = stage.services.programme
    summaries = programme.conferences()
    if not summaries:
        return ""
    sessions = programme.view(summaries[0].conference.id).sessions
    best = [view for view in sessions if view.session.recommended] or list(sessions)
    return best[0].session.id if best else ""


def _report_checks(stage: Stage) -> None:
    _workspace("report")(stage)
    workspace = stage.window.workspace("report")
    if workspace is not None:
        workspace.show_checks()


def _report_form(name: str) -> Screen:
    def show(stage: Stage) -> None:
        _workspace("report")(stage)
        workspace = stage.window.workspace("report")
        if isinstance(workspace, ReportWorkspace):
            workspace.show_form(name)
            stage.settle(200)

    return show


def _report_addresses(stage: Stage) -> None:
    """One picture has its address at the place, the next was given something else."""
    _report_form("pictures")(stage)
    workspace = stage.window.workspace("report")
    if not isinstance(workspace, ReportWorkspace):
        return
    given = ("[f:id:example:20310512120000p:plain]", "quay.jpg")
    for row, text in zip(workspace.forms.pictures.uploads.rows.values(), given, strict=False):
        row.field.setText(text)
        row.field.edited.emit(text)
        row.flush()
    stage.settle(700)


def _report_layout(stage: Stage) -> None:
    """A section worth keeping, its text on the way into a saved layout, and a title of one's own
    pattern."""
    _report_form("settings")(stage)
    workspace = stage.window.workspace("report")
    if not isinstance(workspace, ReportWorkspace) or workspace.desk.report is None:
        return
    report, reports = workspace.desk.report, stage.services.reports
    key, _ = reports.add_section(report, "採用情報", Language.JA, "conclusion")
    reports.write_section(report, key, Language.JA, "一緒に働く人を探しています。")
    form = workspace.forms.settings
    form.pattern.field.setText("{short_name} {year} 参加レポート（{dates}）")
    form.pattern.field.edited.emit(form.pattern.field.text())
    stage.settle(700)
    form.saved.add.click()
    form.saved.saver.name.setText("Every year")
    form.saved.saver.name.edited.emit("Every year")


def _report_export(stage: Stage) -> None:
    _workspace("report")(stage)
    workspace = stage.window.workspace("report")
    if isinstance(workspace, ReportWorkspace):
        workspace.publisher.ask()
        workspace.export_panel.folder.setText(str(stage.folder / "report"))
        workspace.export_panel.write.click()
        stage.settle(900)


def _programme(stage: Stage) -> str:
    """Bring up a programme of nine rooms with choices; return the id of one that clashes."""
    services = stage.services
    known = {one.conference.name: one.conference.id for one in services.programme.conferences()}
    if harbour.NAME not in known:
        draft = services.schedules.read(harbour.schedule())
        made, _ = services.schedules.import_draft(
            draft, name=harbour.NAME, timezone="America/Los_Angeles"
        )
        known[harbour.NAME] = made.conference_id
        on = services.programme.view(made.conference_id).on(date(2019, 11, 20))
        for at, intent in harbour.CHOSEN:
            services.programme.choose_session(on[at].session.id, Choice(intent))
    stage.window.show_conference(known[harbour.NAME])
    stage.window.show_workspace("plan")
    stage.settle(300)
    return services.programme.view(known[harbour.NAME]).on(date(2019, 11, 20))[20].session.id


def _plan(look: str) -> Screen:
    def show(stage: Stage) -> None:
        session_id = _programme(stage)
        workspace = stage.window.workspace("plan")
        if isinstance(workspace, PlanWorkspace):
            workspace.board.set_look(look)
            workspace.show_session(session_id)
            workspace.board.go_to(0)
            stage.settle(200)

    return show


def _plan_filtered(stage: Stage) -> None:
    _plan("grid")(stage)
    workspace = stage.window.workspace("plan")
    if isinstance(workspace, PlanWorkspace):
        workspace.filter.focus()
        QTest.keyClicks(workspace.filter.field.edit, "log")
        workspace.filter.buttons[Facet.TRACK].click()
        stage.settle(200)


def _plan_changes(stage: Stage) -> None:
    """The programme is imported again, two weeks later."""
    _programme(stage)
    conference = stage.services.programme.find(harbour.NAME)
    day = stage.services.programme.view(conference.id).on(date(2019, 11, 20))
    noted = ("Secrets That Outlive Their Owners", "Release Notes People Read")
    for view in (one for one in day if one.session.title in noted):
        line = Line(new_id(), view.session.id, 0, "Ask for the slides")
        stage.services.review.rate(view.session.id, 4)
        stage.services.notes.save(view.session.id, [line])
    path = stage.folder / "harbour-days-later.json"
    path.write_bytes(harbour.later())
    stage.window.start.read(path)
    stage.settle(1500)


def _plan_away(stage: Stage) -> None:
    """Two sessions were archived, two thrown away, the last of them just now."""
    _plan("grid")(stage)
    workspace = stage.window.workspace("plan")
    conference = stage.services.programme.find(harbour.NAME)
    day = stage.services.programme.view(conference.id).on(date(2019, 11, 20))
    ids = [view.session.id for view in day[24:28]]
    archived = dict.fromkeys(ids[:2], Shelf.ARCHIVED)
    stage.services.shelves.put_sessions({**archived, ids[2]: Shelf.TRASHED})
    stage.settle(300)
    if isinstance(workspace, PlanWorkspace):
        workspace.show_session(ids[3])
        workspace.shelving.actions["plan.trash"].trigger()
        stage.settle(300)
        workspace.shelving.show()
        stage.settle(300)


def _palette(text: str, workspace: str = "notes") -> Screen:
    """Ctrl+K over a workspace, with something typed in it."""

    def show(stage: Stage) -> None:
        _workspace(workspace)(stage)
        stage.window.finder.open()
        stage.window.finder.palette.field.insert(text)
        stage.settle(400)

    return show


def _failing(stage: Stage) -> None:
    stage.window.show_workspace("plan")
    stage.window.show_error(
        ConfnotesError("start.cannot_read", name="harbour-days.ics", reason="Permission denied")
    )


SCREENS: dict[str, Screen] = {
    "start": _doors,
    "start-fetching": _fetching,
    "by-hand": _by_hand,
    "import-confirm": _confirm,
    "import-zone": _zone_doubted,
    "import-columns": _columns,
    "plan": _workspace("plan"),
    "notes": _workspace("notes"),
    "notes-focus": _notes_alone,
    "notes-choice": _notes_choice,
    "review": _workspace("review"),
    "review-unclear": _open_lines(Asks.UNCLEAR),
    "review-todo": _open_lines(Asks.TODO),
    "review-footnotes": _open_lines(FOOTNOTES),
    "review-photos": _review_photos,
    "review-names": _review_names,
    "review-names-done": _review_names_done,
    "report": _workspace("report"),
    "report-checks": _report_checks,
    "report-facts": _report_form("facts"),
    "report-telling": _report_form("telling"),
    "report-pictures": _report_form("pictures"),
    "report-addresses": _report_addresses,
    "report-settings": _report_form("settings"),
    "report-layout": _report_layout,
    "report-export": _report_export,
    "palette": _palette("k3s"),
    "palette-empty": _palette("", "plan"),
    "error-bar": _failing,
    "notes-photos": _notes_photos,
    "notes-history": _notes_history,
    # Last: they bring a conference of their own.
    "plan-grid": _plan("grid"),
    "plan-list": _plan("list"),
    "plan-filter": _plan_filtered,
    "plan-away": _plan_away,
    "plan-changes": _plan_changes,
}


@contextmanager
def stage(folder: Path, language: str, theme: str, size: tuple[int, int]) -> Iterator[Stage]:
    """Give a window on a notebook of its own, with the sample in it."""
    wording = {lang: assets.read_toml(f"report/{lang}.toml") for lang in (Language.JA, Language.EN)}
    clock = Clock()
    services = open_services(folder / "gallery.confnotes", Mode.WRITE, wording=wording, clock=clock)
    sample = sample_file()
    if sample is not None:
        load_sample(services, sample)()
    memory, interpreter = Memory(None), Interpreter()
    memory.change(language=language, theme=theme)
    spoken = speak(interpreter, language)
    memory.apply()
    tasks, bridge = Tasks(), Bridge(services.hub)
    means = Means(services, tasks, bridge, sentences(spoken), memory, sample, clock)
    window = MainWindow(means)
    window.resize(*size)
    window.show()
    try:
        yield Stage(window, services, folder, clock)
    finally:
        window.close()
        bridge.close()
        tasks.close()
        services.close()
        interpreter.use(Language.EN)


def main(words: list[str]) -> int:
    """Write all pictures."""
    out = Path(words[0]) if words else Path(__file__).resolve().parents[1] / "out" / "gallery"
    out.mkdir(parents=True, exist_ok=True)
    application().setQuitOnLastWindowClosed(False)
    for language in ("ja", "en"):
        for theme in ("light", "dark"):
            for size in SIZES:
                with (
                    tempfile.TemporaryDirectory() as folder,
                    stage(Path(folder), language, theme, size) as made,
                ):
                    draw(made, out, f"{language}-{theme}-{size[0]}")
    print(out)
    return 0


def draw(made: Stage, out: Path, suffix: str) -> None:
    """Write a picture of each screen into `out`; OSError when one cannot be written."""
    for name, show in SCREENS.items():
        made.window.errors.hide()
        made.window.finder.palette.close_back()
        show(made)
        made.settle()
        picture = out / f"{name}-{suffix}.png"
        if not made.window.grab().save(str(picture)):
            raise OSError(f"{picture} could not be written")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
