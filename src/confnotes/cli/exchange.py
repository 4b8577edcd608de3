"""The commands that move whole conferences: the sample, dump and load."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from confnotes.cli.commands import Context
from confnotes.domain.errors import ConfnotesError
from confnotes.domain.text import Language
from confnotes.services.bundle import Services
from confnotes.services.notebook import Mode

SAMPLE_REPORTS = ((Language.JA, "hatena"), (Language.EN, "github"))
"""The two finished reports of the sample: the language and the place it was written for."""


def sample(context: Context) -> int:
    """`sample`: the sample conference into the notebook; with --out its two reports too."""
    out = context.arguments.out
    with closing(context.open_services(context.notebook, Mode.WRITE)) as services:
        conference_id, _ = services.exchange.load(context.sample)
        name = services.programme.view(conference_id).conference.title
        files = write_sample_reports(services, conference_id, Path(out)) if out else []
    if context.arguments.json:
        context.out.json({"id": conference_id, "name": name, "files": [str(f) for f in files]})
        return 0
    context.out.say("cli.loaded", name=name, notebook=str(context.notebook))
    for path in files:
        context.out.line(str(path))
    return 0


def write_sample_reports(services: Services, conference_id: str, folder: Path) -> list[Path]:
    """Write the sample's two reports below `folder`; return the Markdown and picture files."""
    written: list[Path] = []
    for language, target in SAMPLE_REPORTS:
        report = replace(services.reports.report(conference_id), language=language, target=target)
        exported = services.reports.export(report, language, target, folder)
        if exported.left:
            raise ConfnotesError("cli.left_alone", path=str(exported.left[0]))
        written += [path for path in exported.files if path not in written]
    return written


def dump(context: Context) -> int:
    """`dump --out PATH`: one conference as JSON, its attachments beside it."""
    with closing(context.open_services(context.notebook, Mode.READ)) as services:
        conference = services.programme.find(context.arguments.conference)
        path, attachments = services.exchange.dump(conference.id, Path(context.arguments.out))
    if context.arguments.json:
        context.out.json({"path": str(path), "attachments": attachments})
    else:
        context.out.say(
            "cli.dumped", name=conference.title, path=str(path), attachments=attachments
        )
    return 0


def agenda(context: Context) -> int:
    """`agenda --out FILE`: what one goes to, as an iCalendar file."""
    asked = context.arguments
    with closing(context.open_services(context.notebook, Mode.READ)) as services:
        conference = services.programme.find(asked.conference)
        written = services.agenda.write(conference.id, Path(asked.out), considered=asked.considered)
    if asked.json:
        context.out.json(
            {
                "path": asked.out,
                "sessions": len(written.sessions),
                "events": len(written.events),
                "without_time": written.loose,
            }
        )
    else:
        context.out.say(
            "cli.agenda",
            name=conference.title,
            path=asked.out,
            sessions=len(written.sessions),
            loose=written.loose,
        )
    return 0


def load(context: Context) -> int:
    """`load PATH`: a dumped conference into the notebook."""
    with closing(context.open_services(context.notebook, Mode.WRITE)) as services:
        conference_id, _ = services.exchange.load(Path(context.arguments.path))
        name = services.programme.view(conference_id).conference.title
    if context.arguments.json:
        context.out.json({"id": conference_id, "name": name})
    else:
        context.out.say("cli.loaded", name=name, notebook=str(context.notebook))
    return 0


def headless(services: Services, sample_path: Path, folder: Path) -> Sequence[Path]:
    """Do the main job without a window: the sample in (once), both reports out.

    Returns the files written; those of an earlier run are written again.
    """
    names = {summary.conference.id for summary in services.programme.conferences(trashed=True)}
    try:
        conference_id, _ = services.exchange.load(sample_path)
    except ConfnotesError as error:
        if error.code != "dump.already_there" or not names:
            raise
        conference_id = str(error.facts["id"])
    return write_sample_reports(services, conference_id, folder)
