"""`givequest undo`: the latest change, taken back."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from givequest.application.undo import undo
from givequest.cli.output import print_line
from givequest.composition import Home

EXAMPLE = "undo"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments: there are none."""


def run(arguments: Namespace, home: Home) -> int:
    """Take it back."""
    print_line(undo(home.game))
    return 0
