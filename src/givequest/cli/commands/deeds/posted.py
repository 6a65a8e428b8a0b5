"""`givequest posted`, or `slip`: a day on which something about oneself was posted."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from givequest.application.deeds import log_slip
from givequest.cli.arguments import named_day
from givequest.cli.output import print_line
from givequest.composition import Home

EXAMPLE = "posted --day yesterday"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.description = f"{parser.description} That day doesn't count as quiet. 'givequest slip' is the same command."
    parser.add_argument("--day", metavar="DAY", help="the day, if not today")


def run(arguments: Namespace, home: Home) -> int:
    """Note the post."""
    day = named_day(arguments.day, home.game)
    print_line("Noted, and that's that." if log_slip(home.game, day) else "That's noted already.")
    return 0
