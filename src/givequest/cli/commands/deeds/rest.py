"""`givequest rest`: a day off, or several."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from givequest.application.deeds import rest
from givequest.cli.output import print_line
from givequest.composition import Home
from givequest.domain.dates.date_parser import parse_days
from givequest.domain.days import format_day

EXAMPLE = 'rest "24 dec..26 dec"'


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "days",
        metavar="DAY | FIRST..LAST",
        nargs="?",
        default="today",
        help="today, if not given; friday is the next one",
    )
    parser.add_argument("--remove", action="store_true", help="make them ordinary days again")


def run(arguments: Namespace, home: Home) -> int:
    """Plan the rest, or take it back."""
    today = home.game.today()
    first, last = parse_days(arguments.days, today)
    changed = rest(home.game, first, last, remove=arguments.remove)
    if not changed:
        print_line("Nothing to change: it's like that already.")
        return 0
    start = format_day(changed[0], today)
    is_one = len(changed) == 1
    span = start if is_one else f"{len(changed)} days from {start}"
    back = "back to an ordinary day" if is_one else "back to ordinary days"
    print_line(f"{span}: {back if arguments.remove else 'off'}.")
    return 0
