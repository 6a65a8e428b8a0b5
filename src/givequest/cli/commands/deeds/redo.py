"""`givequest redo`: what was taken back last done again, or any change by its id."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from givequest.application.undo import redo, turn_change
from givequest.cli.output import print_line
from givequest.composition import Home
from givequest.domain.change_labels import Turn

EXAMPLE = "redo"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("id", metavar="ID", nargs="?", help="a change you undid; 'undo --list' shows its id")
    parser.description = (
        f"{parser.description} Without an ID it works until you change something else; with one it works at any time, "
        "and records that were changed again since are left alone and named."
    )


def run(arguments: Namespace, home: Home) -> int:
    """Do it again."""
    print_line(redo(home.game) if arguments.id is None else turn_change(home.game, arguments.id, Turn.AGAIN))
    return 0
