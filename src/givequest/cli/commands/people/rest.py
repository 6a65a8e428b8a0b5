"""`givequest people rest`: a while in which somebody is not named."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import timedelta

from givequest.application.people.editing import rest_people
from givequest.cli.commands.people.naming_people import placed_names
from givequest.cli.output import print_line
from givequest.composition import Home
from givequest.domain.dates.date_parser import parse_days
from givequest.domain.days import format_day
from givequest.errors import UsageError

EXAMPLE = 'people rest "Old Piet" --until "24 dec"'
USUAL = timedelta(days=30)


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("names", metavar="NAME", nargs="+", help="who")
    parser.add_argument("--until", metavar="DAY", help="the day until which; thirty days, if not given")
    parser.add_argument("--remove", action="store_true", help="let them be named again")


def run(arguments: Namespace, home: Home) -> int:
    """Let them rest, or no more."""
    game, today = home.game, home.game.today()
    if arguments.remove and arguments.until:
        raise UsageError("--remove takes no day: either they rest until one, or no more.")
    until = None if arguments.remove else today + USUAL
    if arguments.until:
        until, last = parse_days(arguments.until, today)
        if until != last or until <= today:
            raise UsageError("--until takes one day, after today.")
    people = rest_people(game, placed_names(game, arguments.names), until)
    names = ", ".join(person.name for person in people)
    print_line(
        f"{names}: no rest any more." if until is None else f"{names}: left in peace until {format_day(until, today)}."
    )
    return 0
