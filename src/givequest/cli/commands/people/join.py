"""`givequest people join`: several people who are one."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from givequest.application.people.joining import join_people
from givequest.cli.commands.people.naming_people import named_people
from givequest.cli.output import print_line
from givequest.composition import Home
from givequest.domain.text import end_sentence

EXAMPLE = 'people join "Ana Berg" "Ana from the choir"'


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("names", metavar="NAME", nargs="+", help="two or more; the first one's name is the one shown")
    parser.description = f"{parser.description} The first one's name is shown, and the others' lead to them."


def run(arguments: Namespace, home: Home) -> int:
    """Join them."""
    joined = join_people(home.game, named_people(home.game, arguments.names))
    print_line(end_sentence(f"{joined.name} is one person now, also called {', '.join(joined.also)}"))
    return 0
