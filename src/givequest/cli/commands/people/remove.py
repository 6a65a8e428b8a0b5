"""`givequest people remove`: people off the list."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from givequest.application.people.removing import delete_people
from givequest.cli.commands.people.naming_people import named_people
from givequest.cli.output import print_line
from givequest.composition import Home

EXAMPLE = "people remove Tomasz"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("names", metavar="NAME", nargs="+", help="who")


def run(arguments: Namespace, home: Home) -> int:
    """Take them off it."""
    people = named_people(home.game, arguments.names)
    delete_people(home.game, people)
    print_line(f"Off the list: {', '.join(person.name for person in people)}. Deeds keep their names.")
    return 0
