"""`givequest journal`: an entry, from words, stdin or a prompt."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from givequest.application.journal import write_entry
from givequest.cli.output import print_line, read_text
from givequest.domain.days import format_day, parse_day
from givequest.opening import Home


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("text", metavar="TEXT|-", nargs="*", help="the entry; - reads it from stdin")
    parser.add_argument("--day", "--on", metavar="DAY", help="the day it is for, if not today")


def run(arguments: Namespace, home: Home) -> int:
    """Write the entry."""
    day = None if arguments.day is None else parse_day(arguments.day, home.game.today())
    entry = write_entry(home.game, read_text(arguments.text, "What would you like to write down?"), day)
    print_line(f"Written down for {format_day(entry.day)}.")
    return 0
