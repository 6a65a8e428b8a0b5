"""`givequest people forget`: a name taken out of everything that was written down."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from givequest.application.people.removing import forget_name, forgotten_words
from givequest.application.people.resolving import namesakes
from givequest.cli.commands.people.naming_people import named_person
from givequest.cli.forgetting import forget_for_good
from givequest.cli.output import print_line
from givequest.composition import Home, open_desk
from givequest.domain.change_labels import count_words

EXAMPLE = "people forget Tomasz --for-good"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("name", metavar="NAME", help="who, a person or a name in your deeds")
    parser.add_argument("--for-good", action="store_true", help="no undo, so that the name is in no file of the ledger")
    parser.description = (
        f'{parser.description} Their deeds stay, for nobody; in notes "someone" stands for the name. '
        "Journal pages are left as you wrote them. You're told which backups still hold it."
    )


def run(arguments: Namespace, home: Home) -> int:
    """Forget it."""
    game = home.game
    name = named_person(game, arguments.name).id if namesakes(game, arguments.name) else arguments.name
    forgotten = forget_name(game, name)
    print_line(forgotten_words(forgotten))
    desk = open_desk(home)
    if gone := sum(desk.forget_person(name) for name in forgotten.names):
        print_line(f"{count_words(gone, 'draft')} to them {'is' if gone == 1 else 'are'} gone as well, for good.")
    forget_for_good(home, forgotten.names, for_good=arguments.for_good)
    return 0
