"""`givequest people names`: the two names of the day."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from givequest.application.people.names import names_of_day
from givequest.cli.output import print_json, print_line
from givequest.composition import Home
from givequest.domain.text import end_sentence

EXAMPLE = "people names --plain"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("--json", action="store_true", help="print them as JSON")
    parser.add_argument("--plain", action="store_true", help="a name a line, for a prompt or a script")
    parser.description = f"{parser.description} On a day that names nobody nothing is printed."


def run(arguments: Namespace, home: Home) -> int:
    """Print them."""
    names = names_of_day(home.game)
    found = [name for name in names if name is not None]
    if arguments.json:
        print_json({"as_of": home.game.today().isoformat(), "near": names.near, "far": names.far})
    elif arguments.plain:
        for name in found:
            print_line(name)
    elif found:
        print_line(end_sentence(f"A word today, if you like: {' or '.join(found)}"))
    return 0
