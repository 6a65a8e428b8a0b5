"""`givequest release`: an expectation let go. What is typed is not shown, and kept nowhere."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from contextlib import suppress

from givequest.application.journal import release
from givequest.cli.output import is_terminal, print_line
from givequest.composition import Home


def configure(parser: ArgumentParser) -> None:
    """Add the arguments: there are none, since a shell would keep them in its history."""


def run(arguments: Namespace, home: Home) -> int:
    """Let go, and keep the day."""
    if is_terminal(sys.stdin):
        from getpass import getpass

        print("What were you hoping for? It is not shown, and kept nowhere.", file=sys.stderr)
        print("By hand is as good: write it on paper, tear it up, and press enter.", file=sys.stderr)
        with suppress(EOFError):
            getpass("")
    release(home.game)
    print_line("It is let go. The day is kept, and nothing else.")
    if is_terminal(sys.stdin):
        from givequest.application.journal.reflections import heavy_week

        if heavy_week(home.game):
            print_line("A heavy week: a person may help more than a leaf.")
    return 0
