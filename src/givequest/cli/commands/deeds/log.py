"""`givequest log`: a good deed, logged."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from givequest.application.deeds import find_kind, log_deed
from givequest.cli.arguments import named_day
from givequest.cli.output import print_json, print_line
from givequest.composition import Home
from givequest.config.kinds import kind_ids
from givequest.domain.days import format_day

EXAMPLE = 'log help Ana -m "read her draft" --day yesterday'


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("kind", metavar="KIND", help=f"{', '.join(kind_ids())}, or your own")
    parser.add_argument("who", metavar="WHO", nargs="?", help="who it was for")
    parser.add_argument("-m", "--note", metavar="NOTE", help="a line about it")
    parser.add_argument(
        "--effort",
        metavar="1|2|3",
        type=int,
        choices=(1, 2, 3),
        default=1,
        help="1 a breath, 2 a short walk, 3 a climb",
    )
    parser.add_argument("--day", metavar="DAY", help="the day you did it, if not today: friday, 3 days ago, 24/11")
    parser.add_argument("--json", action="store_true", help="print the record")


def run(arguments: Namespace, home: Home) -> int:
    """Log the deed."""
    game = home.game
    kind = find_kind(game, arguments.kind)
    day = named_day(arguments.day, game)
    deed = log_deed(game, kind.id, day, person=arguments.who, note=arguments.note, effort=arguments.effort)
    if arguments.json:
        from givequest.application.data.import_export import export_document

        print_json(export_document(deed))
        return 0
    whom = f" for {deed.person}" if deed.person and kind.giving else ""
    print_line(f"{kind.name}{whom}, logged for {format_day(deed.day, game.today())}.")
    return 0
