"""`givequest people edit`: what is written of a person, changed."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from givequest.application.people.editing import change_people, with_item, without_item
from givequest.cli.commands.people.fields import LISTS, add_field_options, lists_of
from givequest.cli.commands.people.naming_people import placed_names
from givequest.cli.output import print_json, print_line
from givequest.composition import Home
from givequest.domain.people.ties import TIES
from givequest.domain.records.person import PersonRecord
from givequest.domain.text import end_sentence
from givequest.errors import UsageError

EXAMPLE = 'people edit "Ana Berg" --tie none --tag boats --drop choir'
NO_TIE = "none"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("names", metavar="NAME", nargs="+", help="who; a name of your deeds becomes a person by it")
    add_field_options(parser)
    parser.add_argument(
        "--drop",
        metavar="TEXT",
        action="append",
        default=[],
        help="a tag, a date, another name or a link to take away, as written there",
    )
    parser.add_argument("--json", action="store_true", help="print the records")
    parser.description = f"{parser.description} --tie {NO_TIE}, and an empty --met or --note, take away what's there."


def run(arguments: Namespace, home: Home) -> int:
    """Change it."""
    game = home.game
    if arguments.tie not in (None, NO_TIE, *TIES):
        raise UsageError(f"A tie is one of {', '.join(TIES)}, or {NO_TIE}.")
    added = lists_of(arguments, game.today())

    def change(person: PersonRecord) -> dict[str, Any]:
        changes: dict[str, Any] = {}
        if arguments.tie is not None:
            changes["tie"] = None if arguments.tie == NO_TIE else arguments.tie
        changes |= {name: value for name in ("met", "note") if (value := getattr(arguments, name)) is not None}
        for field in LISTS.values():
            items = tuple(getattr(person, field))
            for text in arguments.drop:
                items = without_item(items, text)
            for text in added[field]:
                items = with_item(items, text)
            changes[field] = items
        return changes

    people = change_people(game, placed_names(game, arguments.names), change)
    if arguments.json:
        print_json([person.to_document() for person in people])
    elif game.has_saved:
        print_line(end_sentence(f"Changed: {', '.join(person.name for person in people)}"))
    else:
        print_line("Nothing to change: it's like that already.")
    return 0
