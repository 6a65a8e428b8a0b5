"""`givequest calendar`: the dates of people as a file that calendar programs read."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from datetime import time

from givequest.application.people.calendar_file import NAMES, calendar_file
from givequest.cli.output import complain, print_data, spell_out
from givequest.cli.targets import check_target, named_path
from givequest.composition import Home
from givequest.errors import UsageError
from givequest.storage.files.atomic_files import replace_file

EXAMPLE = "calendar -o people.ics --names first --remind 08:00"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("-o", "--output", metavar="FILE", help="write to a file, not to stdout")
    parser.add_argument("--force", action="store_true", help="replace the file if it already exists")
    parser.add_argument("--names", choices=tuple(NAMES), default="full", help="how the names stand in it")
    parser.add_argument("--remind", metavar="HH:MM", help="an alarm a day beside them, without a name")
    parser.description = (
        f"{parser.description} Each comes every year, all day long. A calendar that reads a newer file replaces what "
        "it has. Nobody is in it whom you have set aside, are gentle with, or remember."
    )


def run(arguments: Namespace, home: Home) -> int:
    """Write it."""
    remind = None if arguments.remind is None else _time_of(arguments.remind)
    data = calendar_file(home.game, names=arguments.names, remind=remind)
    if not arguments.output:
        print_data(data.decode().replace("\r\n", "\n").splitlines() if sys.stdout.isatty() else [data.decode()[:-1]])
        return 0
    path = named_path(arguments.output)
    check_target(path, home.paths, force=arguments.force)
    replace_file(path, [data])
    complain(f"the dates are in {spell_out(path)}; it holds other people's days, so mind who reads it.")
    return 0


def _time_of(words: str) -> time:
    try:
        found = time.fromisoformat(words if ":" in words else "")
    except ValueError:
        raise UsageError(f"'{words[:20]}' is no time of day; write it like 08:00.") from None
    return found.replace(second=0, microsecond=0, tzinfo=None)
