"""What can be typed: one table of commands, in the language of the messages."""

import argparse

from confnotes import __version__
from confnotes.domain.table import TableField
from confnotes.messages import Messages


def _named(text: str) -> str:
    """Return a name of a file or folder; an empty one is no name."""
    if not text:
        raise argparse.ArgumentTypeError("''")
    return text


def build(messages: Messages, targets: tuple[str, ...]) -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""

    def words(code: str) -> str:
        return messages.sentence(f"cli.help.{code}", {})

    parser = argparse.ArgumentParser(
        prog="confnotes", description=words("program"), epilog=words("epilog")
    )
    parser.add_argument("--version", action="version", version=f"confnotes {__version__}")
    parser.add_argument("--notebook", metavar="FILE", type=_named, help=words("notebook"))
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title=words("commands"))

    def command(name: str, *, json: bool = True) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=words(name), description=words(name))
        # SUPPRESS: a --notebook before the command is not undone by one that is not given here.
        sub.add_argument(
            "--notebook",
            metavar="FILE",
            type=_named,
            default=argparse.SUPPRESS,
            help=words("notebook"),
        )
        if json:
            sub.add_argument("--json", action="store_true", help=words("json"))
        return sub

    def with_conference(sub: argparse.ArgumentParser) -> argparse.ArgumentParser:
        sub.add_argument("--conference", metavar="NAME", help=words("conference"))
        return sub

    importing = command("import")
    importing.add_argument("file", metavar="SCHEDULE", type=_named, help=words("import.file"))
    importing.add_argument("--name", metavar="NAME", help=words("import.name"))
    importing.add_argument("--timezone", metavar="ZONE", help=words("import.timezone"))
    importing.add_argument(
        "--column", metavar="FIELD=NAME", action="append", default=[],
        help=words("import.column").replace("FIELDS", ", ".join(TableField)),
    )  # fmt: skip
    importing.add_argument("--first-day", metavar="DATE", help=words("import.first_day"))
    importing.add_argument("--times-are-local", action="store_true", help=words("import.local"))
    importing.add_argument("--update", action="store_true", help=words("import.update"))
    command("conferences")
    with_conference(command("sessions"))
    command("search").add_argument(
        "words", metavar="WORDS", nargs="+", type=_named, help=words("search.words")
    )
    planning = with_conference(command("agenda"))
    planning.add_argument(
        "--out", metavar="FILE", type=_named, required=True, help=words("agenda.out")
    )
    planning.add_argument("--considered", action="store_true", help=words("agenda.considered"))
    exporting = with_conference(command("export"))
    exporting.add_argument(
        "--language", choices=("ja", "en"), required=True, help=words("export.language")
    )
    exporting.add_argument(
        "--target", choices=targets, required=True, metavar="TARGET",
        help=words("export.target").replace("TARGETS", ", ".join(targets)),
    )  # fmt: skip
    exporting.add_argument(
        "--out", metavar="DIR", type=_named, required=True, help=words("export.out")
    )
    exporting.add_argument(
        "--audience", choices=("public", "inside"), default="public", help=words("export.audience")
    )
    exporting.add_argument(
        "--set", metavar="KEY=VALUE", action="append", default=[], help=words("export.set")
    )
    exporting.add_argument(
        "--uploaded", metavar="PICTURE=ADDRESS", action="append", default=[],
        help=words("export.uploaded"),
    )  # fmt: skip
    exporting.add_argument("--force", action="store_true", help=words("export.force"))
    sample = command("sample")
    sample.add_argument("--out", metavar="DIR", type=_named, help=words("sample.out"))
    dumping = with_conference(command("dump"))
    dumping.add_argument(
        "--out", metavar="PATH", type=_named, required=True, help=words("dump.out")
    )
    command("load").add_argument("path", metavar="PATH", type=_named, help=words("load.path"))
    command("self-test")
    return parser
