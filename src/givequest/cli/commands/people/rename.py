"""`givequest people rename`: another name for a person."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from givequest.application.people.renaming import rename_person
from givequest.cli.commands.people.naming_people import named_person
from givequest.cli.forgetting import forget_for_good
from givequest.cli.output import print_line
from givequest.composition import Home
from givequest.errors import UsageError

EXAMPLE = 'people rename "Ana Berg" "Ana Lund" --everywhere'


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("name", metavar="NAME", help="who")
    parser.add_argument("new", metavar="NEW", help="the name to be shown from now on")
    parser.add_argument("--everywhere", action="store_true", help="put it into all deeds and notes as well")
    parser.add_argument(
        "--for-good", action="store_true", help="with --everywhere: no undo, so that the earlier name is in no file"
    )
    parser.description = (
        f"{parser.description} The earlier name leads to them as well, unless it's replaced "
        "everywhere. 'givequest undo' undoes either."
    )


def run(arguments: Namespace, home: Home) -> int:
    """Rename them."""
    if arguments.for_good and not arguments.everywhere:
        raise UsageError("--for-good goes with --everywhere: the earlier name has to be out of the deeds first.")
    person = named_person(home.game, arguments.name)
    renamed = rename_person(home.game, person, arguments.new, everywhere=arguments.everywhere)
    print_line(
        f"{person.name} is {renamed.name} now." if renamed != person else "Nothing to change: it's like that already."
    )
    if arguments.everywhere and renamed != person:
        forget_for_good(home, (person.name,), for_good=arguments.for_good)
    return 0
