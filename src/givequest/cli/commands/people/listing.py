"""`givequest people`: everybody that is kept in mind, or one of them."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from datetime import date

from givequest.application.people.listing import PersonRow, deeds_of, list_people, people_document
from givequest.cli.commands.people.naming_people import meant_among
from givequest.cli.output import complain, print_json, print_line
from givequest.cli.parser import TABLE
from givequest.cli.people_text import list_lines, person_lines
from givequest.cli.registry import PEOPLE
from givequest.composition import Home
from givequest.domain.people.ties import TIES, Tie
from givequest.domain.text import name_key

EXAMPLE = "people --tie close --order quiet"
ORDERS = ("name", "quiet", "date")


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.usage = "givequest people [NAME ...] [options]\n       givequest people COMMAND ..."
    parser.add_argument("names", metavar="NAME", nargs="*", help="only these, each in full")
    parser.add_argument("--tie", metavar="TIE", choices=TIES, help=f"only of this tie: {', '.join(TIES)}")
    parser.add_argument("--tag", metavar="TAG", help="only with this tag")
    parser.add_argument("--not-placed", action="store_true", help="only those without a tie")
    parser.add_argument("--dates", action="store_true", help="only those with a date in the next two weeks")
    parser.add_argument("--order", choices=ORDERS, default="name", help="by name, the quietest first, or by next date")
    parser.add_argument("--json", action="store_true", help="print them as JSON")
    parser.add_argument("--plain", action="store_true", help="print a line each, without columns")
    width = max(len(part.name) for part in PEOPLE)
    rows = "\n".join(f"{TABLE}{part.name:<{width}}  {part.help}" for part in PEOPLE)
    parser.epilog = (
        f"Commands, each with its own --help; someone with a command's name goes behind a lone --:\n\n{rows}"
    )


def run(arguments: Namespace, home: Home) -> int:
    """Print the list, or those who are named."""
    game, today = home.game, home.game.today()
    everybody = list_people(game, with_aside=bool(arguments.names) or arguments.tie == Tie.ASIDE)
    rows = [meant_among(game, everybody, name) for name in arguments.names] or everybody
    rows = _ordered([row for row in rows if _is_wanted(row, arguments)], arguments.order)
    if arguments.json:
        print_json(people_document(game, rows))
    elif arguments.names and not arguments.plain:
        for row in rows:
            for line in person_lines(row, deeds_of(game, row.name), today):
                print_line(line)
    else:
        for line in list_lines(rows, plain=arguments.plain):
            print_line(line)
        if not everybody:
            complain("Nobody is here yet; 'givequest people add NAME' keeps someone in mind.")
    return 0


def _is_wanted(row: PersonRow, arguments: Namespace) -> bool:
    tags = map(name_key, row.record.tags if row.record else ())
    return (
        (arguments.tie is None or row.profile.tie == arguments.tie)
        and (arguments.tag is None or name_key(arguments.tag) in tags)
        and not (arguments.not_placed and row.profile.tie is not None)
        and not (arguments.dates and row.coming is None)
    )


def _ordered(rows: Sequence[PersonRow], order: str) -> list[PersonRow]:
    if order == "quiet":
        return sorted(rows, key=lambda row: row.last or date.min)
    if order == "date":
        return sorted(rows, key=lambda row: row.coming.day if row.coming else date.max)
    return list(rows)
