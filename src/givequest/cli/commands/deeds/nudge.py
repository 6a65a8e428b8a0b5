"""`givequest nudge`: one gentle sentence while nothing was given today, and else nothing."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from givequest.application.nudge import is_nudge_due
from givequest.cli.output import print_line
from givequest.composition import Home
from givequest.presentation.sayings import NUDGES

EXAMPLE = "nudge"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments: there are none."""
    parser.description = f"{parser.description} It prints nothing on a day off. The exit code is 0 either way."


def run(arguments: Namespace, home: Home) -> int:
    """Print the sentence of the day, or nothing."""
    if is_nudge_due(home.game):
        print_line(NUDGES[home.game.today().toordinal() % len(NUDGES)])
    return 0
