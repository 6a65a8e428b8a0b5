"""`givequest release`: an expectation let go. What is typed is not shown, and kept nowhere."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from givequest.application.journal import release
from givequest.cli.input import HOW_TO_END, read_hidden
from givequest.cli.output import is_terminal, print_line
from givequest.composition import Home

EXAMPLE = "release"
QUESTION = (
    f"What were you hoping for? It isn't shown, and it's never saved. {HOW_TO_END}\n"
    "Paper works as well: write it, tear it up, press ctrl+d."
)


def configure(parser: ArgumentParser) -> None:
    """Add the arguments: there are none, since a shell would keep them in its history."""


def run(arguments: Namespace, home: Home) -> int:
    """Let go, and keep the day."""
    if is_terminal(sys.stdin):
        read_hidden(QUESTION)
    release(home.game)
    print_line("Gone. Only the date is kept.")
    if is_terminal(sys.stdin):
        from givequest.application.journal.reflections import heavy_week

        if heavy_week(home.game):
            print_line("A heavy week: talking to a person may help more than this.")
    return 0
