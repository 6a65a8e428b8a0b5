"""`givequest backup`: a copy of everything that was ever logged, taken now."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from givequest.application.data.backups import back_up
from givequest.cli.output import complain_of, print_line
from givequest.composition import Home, open_backups

EXAMPLE = "backup"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments: there are none."""
    parser.description = (
        f"{parser.description} "
        "It's a zip file of plain JSON; 'givequest locate' says where. "
        "One is taken by itself on every day of use, and before an import or a restore."
    )


def run(arguments: Namespace, home: Home) -> int:
    """Take it, and print its name; a backup that lacks a year is not all that was asked for."""
    backups = open_backups(home)
    taken = back_up(home.game, backups)
    print_line(taken.name)
    complain_of(taken.left_out)
    return 1 if taken.left_out else 0
