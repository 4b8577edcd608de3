"""From the words of a command line to an exit status: 0 done, 1 could not, 2 wrong usage."""

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from confnotes.cli import commands, exchange, searching, selftest
from confnotes.cli.commands import Command, Context, OpenServices
from confnotes.cli.output import Output
from confnotes.cli.parser import build
from confnotes.domain.errors import ConfnotesError, UsageError
from confnotes.messages import Messages

logger = logging.getLogger(__name__)

DONE, COULD_NOT, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130

_COMMANDS: dict[str, Command] = {
    "import": commands.import_schedule,
    "conferences": commands.conferences,
    "sessions": commands.sessions,
    "search": searching.search,
    "agenda": exchange.agenda,
    "export": commands.export,
    "sample": exchange.sample,
    "dump": exchange.dump,
    "load": exchange.load,
}


def parse(words: Sequence[str], messages: Messages, targets: tuple[str, ...]) -> argparse.Namespace:
    """Return what was asked for (`command` None: the window); exits 2 on wrong usage."""
    return build(messages, targets).parse_args(list(words))


def run(
    asked: argparse.Namespace,
    *,
    messages: Messages,
    notebook: Path,
    sample: Path,
    open_services: OpenServices,
    checks: Sequence[selftest.Check] = (),
) -> int:
    """Run one command and return its exit status; problems were said on standard error."""
    _speak_utf8()
    out = Output(messages)
    context = Context(asked, notebook, open_services, sample, out)
    try:
        if asked.command == "self-test":
            status = selftest.run(context, checks)
        else:
            status = _COMMANDS[asked.command](context)
        sys.stdout.flush()
    except UsageError as error:
        out.error(error)
        return WRONG_USAGE
    except ConfnotesError as error:
        out.error(error)
        return COULD_NOT
    except BrokenPipeError:
        # Whoever read us has seen enough (`confnotes sessions | head`). Python would complain
        # once more when it flushes at exit, so give it somewhere to flush to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return COULD_NOT
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        # The boundary: a bug. The log has the traceback, the person one sentence.
        logger.exception("bug in command %s", asked.command)
        out.warn("cli.bug", what=f"{type(error).__name__}: {error}")
        return COULD_NOT
    return status


def _speak_utf8() -> None:
    """Names are Japanese as often as not; what cannot be shown must not end a command."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None and not stream.isatty():
            reconfigure(encoding="utf-8", errors="backslashreplace")
        elif reconfigure is not None:
            reconfigure(errors="backslashreplace")
