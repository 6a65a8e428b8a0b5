"""`givequest people gentle`: no congratulations for a while."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from givequest.application.people.editing import set_gentle
from givequest.cli.commands.people.naming_people import placed_names
from givequest.cli.output import print_line
from givequest.composition import Home

EXAMPLE = "people gentle Tomasz"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("names", metavar="NAME", nargs="+", help="who")
    parser.add_argument("--remove", action="store_true", help="as it was before")
    parser.description = f"{parser.description} No date of theirs comes up either, until you take that away."


def run(arguments: Namespace, home: Home) -> int:
    """Set it, or take it away."""
    people = set_gentle(home.game, placed_names(home.game, arguments.names), gentle=not arguments.remove)
    names = ", ".join(person.name for person in people)
    print_line(f"{names}: as it was before." if arguments.remove else f"{names}: no congratulations for a while.")
    return 0
