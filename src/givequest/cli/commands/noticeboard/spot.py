"""`givequest spot`: something that was noticed about a person, written down."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from givequest.application.game.game import Game
from givequest.application.noticeboard.listing import list_spots, spot_document
from givequest.application.noticeboard.noticing import notice
from givequest.application.people.resolving import namesakes
from givequest.cli.commands.people.naming_people import named_person
from givequest.cli.output import print_json, print_line
from givequest.composition import Home
from givequest.domain.noticeboard.spots import MEET
from givequest.domain.records.spot import SORTS
from givequest.domain.text import end_sentence
from givequest.errors import UsageError

EXAMPLE = 'spot win Priya "handed in her thesis"'


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.usage = "givequest spot win|need|seeker|hello NAME TEXT\n       givequest spot meet NAME NAME [WHY]"
    parser.add_argument("sort", metavar="SORT", choices=SORTS, help=f"{', '.join(SORTS)}: what you noticed")
    parser.add_argument("name", metavar="NAME", help="who it's about")
    parser.add_argument("words", metavar="TEXT", nargs="+", help="one line; for meet the other name, and why")
    parser.add_argument("--json", action="store_true", help="print what was written down")


def run(arguments: Namespace, home: Home) -> int:
    """Write it down."""
    game, words = home.game, list(arguments.words)
    other = _meant(game, words.pop(0)) if arguments.sort == MEET else None
    text = " ".join(words)
    if arguments.sort != MEET and not text.strip():
        raise UsageError("A line is needed: what did you notice?")
    spot = notice(game, arguments.sort, _meant(game, arguments.name), text, other)
    row = next(row for row in list_spots(game) if row.spot.id == spot.id)
    if arguments.json:
        print_json(spot_document(row))
    elif other is not None:
        print_line(f"{spot.person} and {spot.other}: both are asked first, then introduced. It's on the board.")
    else:
        print_line(f"{end_sentence(f'{spot.person}: {spot.text}')} It's a card on the board now.")
    return 0


def _meant(game: Game, name: str) -> str:
    """Return whom a word means: somebody's name, or the beginning of one person's; any other is a new name.

    Raises `UsageError` where several can be meant.
    """
    return named_person(game, name).name if namesakes(game, name) else name
