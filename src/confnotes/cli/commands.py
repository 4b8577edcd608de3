"""The commands: each opens the notebook as it needs it, calls the services, and says what is."""

import hashlib
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from confnotes.cli import fetching
from confnotes.cli.columns import columns_of
from confnotes.cli.output import Output
from confnotes.cli.updating import Later, compare, known_conference, update
from confnotes.domain import telling
from confnotes.domain.audience import Audience
from confnotes.domain.choice import Intent
from confnotes.domain.draft import Draft
from confnotes.domain.errors import ConfnotesError, ScheduleError, UsageError
from confnotes.domain.printed import PrintedPage
from confnotes.domain.report import Report
from confnotes.domain.text import Language
from confnotes.domain.times import zone, zone_names
from confnotes.services.bundle import Services
from confnotes.services.notebook import Mode
from confnotes.services.report_views import Exported, FieldKind, SettingView
from confnotes.services.views import SessionView

OpenServices = Callable[[Path, Mode], Services]

_ANSWERED_BY_A_ZONE = frozenset(
    f"schedule.{name}"
    for name in ("zone_not_given", "zone_guess", "only_utc", "only_offset", "times_without_zone")
)
"""What a file leaves open about its zone is no problem any more once the zone was given."""

MAX_SCHEDULE_BYTES = 64 * 1024 * 1024
"""No published schedule comes near this; what does is not read into memory."""


@dataclass(frozen=True, slots=True)
class Context:
    """What every command has at hand."""

    arguments: Namespace
    notebook: Path
    open_services: OpenServices
    sample: Path
    out: Output

    def opened(self, mode: Mode) -> Services:
        """Return the services on the command's notebook."""
        return self.open_services(self.notebook, mode)


Command = Callable[[Context], int]


def import_schedule(context: Context) -> int:
    """`import FILE|ADDRESS|-`: a published schedule becomes a conference, or is compared with its
    own."""
    asked = context.arguments
    if asked.timezone is not None and asked.timezone not in zone_names():
        raise UsageError("cli.unknown_zone", zone=asked.timezone)
    feed = None
    if fetching.is_address(asked.file):
        there = context.notebook.exists()
        found = fetching.fetched(asked.file, context.opened if there else None)
        feed, data, source = found.state, found.data, found.name
        if found.unchanged:
            with closing(context.opened(Mode.READ)) as services:
                fed = services.schedules.fed_by(feed.address)
            return fetching.say_unchanged(context.out, fed, update=asked.update, as_json=asked.json)
    else:
        data, source = _read(asked.file)
    from confnotes.services.schedules import ScheduleService  # parsers: only for an import

    if (page := ScheduleService.print_page(data)) is not None:
        return _add_speakers(context, page)
    columns = columns_of(asked, data, ScheduleService.csv_columns)
    draft = ScheduleService.read(data, source, columns)
    draft = draft.with_local_times() if asked.times_are_local else draft
    later = Later(draft, source, hashlib.sha256(data).hexdigest(), feed)
    known = known_conference(context.opened, later) if context.notebook.exists() else None
    if asked.update:
        return update(context.opened, context.out, later, known, as_json=asked.json)
    if known is not None:
        return compare(context.opened, context.out, later, known, as_json=asked.json)
    name, timezone = _name_of(asked.name, draft, source), _zone_of(asked.timezone, draft)
    # Only now: a file that is refused makes no notebook.
    with closing(context.open_services(context.notebook, Mode.WRITE)) as services:
        imported, _ = services.schedules.import_draft(
            draft,
            name=name,
            timezone=timezone,
            source_name=later.source,
            data_sha256=later.sha256,
            feed=feed,
        )
    problems = [
        p for p in imported.problems if not (asked.timezone and p.code in _ANSWERED_BY_A_ZONE)
    ]
    context.out.problems(problems)
    if asked.json:
        context.out.json(
            {
                "id": imported.conference_id,
                "name": imported.name,
                "kind": imported.kind.value,
                "sessions": imported.sessions,
                "days": imported.days,
                "rooms": imported.rooms,
                "problems": context.out.problem_objects(problems),
            }
        )
    else:
        context.out.say(
            "cli.imported",
            name=imported.name,
            sessions=imported.sessions,
            days=imported.days,
            rooms=imported.rooms,
            notebook=str(context.notebook),
        )
    return 0


def _add_speakers(context: Context, page: PrintedPage) -> int:
    """A print page of sched.com: its speakers go into the conference that is there."""
    if not context.notebook.exists():
        raise ScheduleError("schedule.print_page")
    with closing(context.open_services(context.notebook, Mode.WRITE)) as services:
        enriched, _ = services.schedules.add_speakers(page)
    if context.arguments.json:
        context.out.json(asdict(enriched))
    else:
        facts = asdict(enriched)
        del facts["conference_id"]
        context.out.say("cli.enriched", **facts)
    return 0


def _read(name: str) -> tuple[bytes, str]:
    """Return the bytes to import and the name to call them by ("" for standard input)."""
    if name == "-":
        data = sys.stdin.buffer.read(MAX_SCHEDULE_BYTES + 1)
        if len(data) > MAX_SCHEDULE_BYTES:
            raise ConfnotesError("cli.file_too_large", path="-", megabytes=64)
        return data, ""
    path = Path(name)
    try:
        if path.stat().st_size > MAX_SCHEDULE_BYTES:
            raise ConfnotesError("cli.file_too_large", path=name, megabytes=64)
        return path.read_bytes(), path.name
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ConfnotesError("cli.cannot_read", path=name, reason=reason) from error


def _name_of(asked: str | None, draft: Draft, source: str) -> str:
    name = asked or draft.title or Path(source).stem
    if not name.strip():
        raise ConfnotesError("cli.no_name")
    return name


def _zone_of(asked: str | None, draft: Draft) -> str:
    found = asked or draft.timezone
    if found is None:
        guesses = [p.facts["zone"] for p in draft.problems if p.code == "schedule.zone_guess"]
        raise ConfnotesError("cli.no_zone", zone=[*guesses, "Europe/Amsterdam"][0])
    return found


def conferences(context: Context) -> int:
    """`conferences`: what is in the notebook."""
    with closing(context.open_services(context.notebook, Mode.READ)) as services:
        if context.arguments.json:
            for item in services.exchange.conference_objects():
                context.out.json(item)
            return 0
        for summary in services.programme.conferences():
            conference = summary.conference
            dates = " – ".join(str(d) for d in (conference.starts, conference.ends) if d)
            context.out.say(
                "cli.conference",
                name=conference.title,
                dates=dates or "–",
                timezone=conference.timezone,
                sessions=summary.sessions,
                attended=summary.attended,
            )
    return 0


def sessions(context: Context) -> int:
    """`sessions`: the sessions of a conference by start; with --json the dump's objects."""
    with closing(context.open_services(context.notebook, Mode.READ)) as services:
        conference = services.programme.find(context.arguments.conference)
        if context.arguments.json:
            for item in services.exchange.session_objects(conference.id):
                context.out.json(item)
            return 0
        for view in services.programme.view(conference.id).sessions:
            context.out.line(_session_line(view, conference.timezone))
    return 0


def _session_line(view: SessionView, zone_name: str) -> str:
    session = view.session
    start = session.start_at
    when = f"{start.astimezone(zone(zone_name)):%Y-%m-%d %H:%M}" if start else "-" * 16
    who = ", ".join(speaker.name for speaker in view.speakers)
    mark = {Intent.GOING: "●", Intent.CONSIDERED: "◐"}.get(session.choice.intent, "○")
    parts = (when, mark, session.title, who, session.facts.room or "")
    return "  ".join(part for part in parts if part)


_TITLE = "title"
"""The setting that every place has: the pattern of titles in the report's language."""
_SWITCHED = frozenset({"on", "off", "yes", "no", "true", "false", "1", "0"})
_TITLE_LEFT_OUT = {"unknown": "cli.title_unknown", "missing": "cli.title_missing"}


def export(context: Context) -> int:
    """`export`: the finished report as a folder; 1 when a file of somebody else was left alone."""
    asked = context.arguments
    mode = Mode.WRITE if asked.uploaded or asked.set else Mode.READ
    with closing(context.open_services(context.notebook, mode)) as services:
        conference = services.programme.find(asked.conference)
        kept = services.reports.report(conference.id)
        report = replace(kept, audience=Audience(asked.audience))
        for target, key, value in _for_the_place(services, report, asked):
            services.reports.set_setting(kept, target, key, value)
        title = services.reports.title_flaws(report, Language(asked.language))
        exported = services.reports.export(
            report, Language(asked.language), asked.target, Path(asked.out), force=asked.force
        )
    if asked.json:
        context.out.json(
            {
                "files": [str(path) for path in exported.files],
                "left": [str(path) for path in exported.left],
                "set_aside": [str(path) for path in exported.set_aside],
                "missing": list(exported.missing),
                "differences": [asdict(difference) for difference in exported.differences],
                "uploads": [asdict(upload) for upload in exported.uploads],
            }
        )
    else:
        for path in exported.files:
            context.out.line(str(path))
        _say_uploads(context.out, exported)
    _say_what_is_not_as_meant(context.out, exported)
    for code, names in title.items():
        context.out.warn(_TITLE_LEFT_OUT[code], names=", ".join(names))
    return 1 if exported.left else 0


def _for_the_place(
    services: Services, report: Report, asked: Namespace
) -> list[tuple[str, str, str]]:
    """Return the settings and addresses that were given, to keep for this export and every later
    one: (target, key, value). All are looked at before any is kept; errors as `_setting` and
    `_pair` have them, those of `uploaded`, and cli.not_a_choice."""
    language = Language(asked.language)
    out = []
    for pair in asked.set:
        key, value = _pair(pair)
        if key == _TITLE:
            out.append(("", services.reports.title_setting(language), value))
        elif key in telling.KEYS or key.startswith(telling.BY):
            if not telling.makes_sense(key, value):
                choices = ", ".join(telling.choices_of(key))
                raise ConfnotesError("cli.not_a_choice", name=key, value=value, choices=choices)
            out.append(("", key, value))
        else:
            known = services.reports.place_settings(report, language, asked.target)
            out.append((asked.target, _setting(known, key, value), value))
    for pair in asked.uploaded:
        key, value = services.reports.uploaded(report, asked.target, *_pair(pair))
        out.append((asked.target, key, value))
    return out


def _setting(known: Sequence[SettingView], name: str, value: str) -> str:
    """Return the key of a setting that can have a value; ConfnotesError cli.no_such_setting (name,
    names), cli.not_a_switch (name, value), cli.not_a_choice (name, value, choices)."""
    found = next((setting for setting in known if name in (setting.key, setting.name)), None)
    if found is None:
        names = ", ".join((_TITLE, *telling.KEYS, *(setting.name for setting in known)))
        raise ConfnotesError("cli.no_such_setting", name=name, names=names)
    if value and found.kind is FieldKind.SWITCH and value.casefold() not in _SWITCHED:
        raise ConfnotesError("cli.not_a_switch", name=name, value=value)
    if value and found.kind is FieldKind.CHOICE and value not in found.choices:
        raise ConfnotesError(
            "cli.not_a_choice", name=name, value=value, choices=", ".join(found.choices)
        )
    return found.key


def _pair(text: str) -> tuple[str, str]:
    """Return NAME and VALUE of `NAME=VALUE`; ConfnotesError cli.not_a_pair (text)."""
    name, sign, value = text.partition("=")
    if not sign or not name.strip():
        raise ConfnotesError("cli.not_a_pair", text=text)
    return name.strip(), value.strip()


def _say_uploads(out: Output, exported: Exported) -> None:
    """Say which pictures have to be uploaded or put in by hand, in reading order."""
    if not exported.uploads:
        return
    asks = exported.uploads[0].asks
    out.say("cli.uploads" if asks else "cli.by_hand", count=len(exported.uploads))
    for upload in exported.uploads:
        there = upload.address or ("–" if asks else upload.alternative)
        out.line(f"{upload.number}. {upload.path}  {there}".rstrip())


def _say_what_is_not_as_meant(out: Output, exported: Exported) -> None:
    for path in exported.set_aside:
        out.warn("cli.set_aside", path=str(path))
    for name in exported.missing:
        out.warn("cli.picture_missing", name=name)
    for difference in exported.differences:
        out.warn("cli.difference", **asdict(difference))
    for path in exported.left:
        out.warn("cli.left_alone", path=str(path))
