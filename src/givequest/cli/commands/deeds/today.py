"""`givequest today`: the board of the day, as text or as data."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING

from givequest.application.board import board_of
from givequest.application.board_document import board_document
from givequest.cli.output import is_terminal, print_json, print_line
from givequest.composition import Home
from givequest.presentation.today.words import board_lines

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from givequest.presentation.lines import Line
    from givequest.presentation.paint import Paint

EXAMPLE = "today --json"
WIDEST = 1000
"""Columns that a board takes at the most: as many as the terminal has."""


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("--json", action="store_true", help="print it as JSON")
    parser.add_argument("--plain", action="store_true", help="print it in words, without symbols")


def plain(words: Sequence[str]) -> SimpleNamespace | None:
    """Return the arguments where there are none, which takes no `argparse`; else None."""
    return None if words else SimpleNamespace(json=False, plain=False)


def run(arguments: Namespace | SimpleNamespace, home: Home) -> int:
    """Print the board."""
    board = board_of(home.game)
    numbers = home.settings.numbers
    if arguments.json:
        print_json(board_document(board))
    elif is_terminal(sys.stdout) and not arguments.plain:
        from givequest.application.calendar import month_of
        from givequest.cli.terminal import print_drawn
        from givequest.presentation.today.printed import board_page

        month, first = month_of(home.game, board.day), home.settings.first_weekday

        def page(paint: Paint, width: int) -> list[Line]:
            return board_page(board, paint, width, with_numbers=numbers, month=month, first_weekday=first)

        print_drawn(home, page, WIDEST)
    else:
        for line in board_lines(board, with_numbers=numbers):
            print_line(line)
    return 0
