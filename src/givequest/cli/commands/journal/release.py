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
    f"What were you hoping for? It isn't shown, and is kept nowhere. {HOW_TO_END}\n"
    "By hand is as good: write it on paper, tear it up, and press ctrl+d."
)


def configure(parser: ArgumentParser) -> None:
    """Add the arguments: there are none, since a shell would keep them in its history."""


def run(arguments: Namespace, home: Home) -> int:
    """Let go, and keep the day."""
    if is_terminal(sys.stdin):
        read_hidden(QUESTION)
    release(home.game)
    print_line("It is let go. The day is kept, and nothing else.")
    if is_terminal(sys.stdin):
        from givequest.application.journal.reflections import heavy_week

        if heavy_week(home.game):
            print_line("A heavy week: a person may help more than a leaf.")
    return 0
