"""`givequest release`: an expectation let go. What is typed is not shown, and kept nowhere."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from givequest.application.journal import release
from givequest.cli.output import is_terminal, print_line
from givequest.opening import Home


def configure(parser: ArgumentParser) -> None:
    """Add the arguments: there are none."""


def run(arguments: Namespace, home: Home) -> int:
    """Let go, and keep the day."""
    if is_terminal(sys.stdin):
        from getpass import getpass

        getpass("What were you hoping for? It is not shown, and kept nowhere: ")
    release(home.game)
    print_line("Let go.")
    return 0
