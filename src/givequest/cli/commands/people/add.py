"""`givequest people add`: somebody to be kept in mind."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from givequest.application.people.editing import add_person
from givequest.cli.commands.people.fields import add_field_options, lists_of
from givequest.cli.output import print_json, print_line
from givequest.composition import Home
from givequest.domain.people.ties import TIES
from givequest.errors import UsageError

EXAMPLE = 'people add "Ana Berg" --tie close --date "3 dec birthday"'


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("name", metavar="NAME", help="the name that deeds refer to them by")
    add_field_options(parser)
    parser.add_argument("--json", action="store_true", help="print the record")


def run(arguments: Namespace, home: Home) -> int:
    """Add them."""
    game = home.game
    if arguments.tie is not None and arguments.tie not in TIES:
        raise UsageError(f"A tie is one of {', '.join(TIES)}; without one they're not placed yet.")
    lists = lists_of(arguments, game.today())
    person = add_person(game, arguments.name, tie=arguments.tie, met=arguments.met, note=arguments.note, **lists)
    if arguments.json:
        print_json(person.to_document())
    else:
        print_line(f"{person.name} is among your people.")
    return 0
