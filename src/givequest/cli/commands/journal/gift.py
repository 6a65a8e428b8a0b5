"""`givequest gift`: something that came back unasked."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from givequest.application.journal import note_gift
from givequest.cli.arguments import named_day
from givequest.cli.input import read_text
from givequest.cli.output import print_line
from givequest.composition import Home

EXAMPLE = 'gift "a postcard from Bo" --on yesterday'


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("text", metavar="TEXT|-", nargs="*", help="what came; - reads it from stdin")
    parser.add_argument("--on", "--day", dest="day", metavar="DAY", help="the day it came, if not today")


def run(arguments: Namespace, home: Home) -> int:
    """Note the gift."""
    day = named_day(arguments.day, home.game)
    note_gift(home.game, read_text(arguments.text, "What came your way, out of the blue?"), day)
    print_line("Noted, and counted nowhere.")
    return 0
