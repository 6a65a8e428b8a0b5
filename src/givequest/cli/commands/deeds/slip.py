"""`givequest slip`: a day on which something about oneself was posted."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from givequest.application.deeds import log_slip
from givequest.cli.arguments import named_day
from givequest.cli.output import print_line
from givequest.composition import Home

EXAMPLE = "slip --day yesterday"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("--day", metavar="DAY", help="the day, if not today")


def run(arguments: Namespace, home: Home) -> int:
    """Note the slip."""
    day = named_day(arguments.day, home.game)
    print_line("Noted, and let go." if log_slip(home.game, day) else "That was noted already.")
    return 0
