"""`givequest log`: a good deed, logged."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING

from givequest.application.deeds import find_kind, log_deed
from givequest.application.game.giving_run import kept_run, run_with
from givequest.cli.arguments import named_day
from givequest.cli.output import print_json, print_line
from givequest.composition import Home
from givequest.config.kinds import kind_ids
from givequest.domain.days import format_day

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

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


def plain(words: Sequence[str]) -> SimpleNamespace | None:
    """Return the arguments where there are words and no options, which takes no `argparse`; else None."""
    if not 1 <= len(words) <= 2 or any(word.startswith("-") or not word.isascii() for word in words):
        return None
    kind, who = (*words, None)[:2]
    return SimpleNamespace(kind=kind, who=who, note=None, effort=1, day=None, json=False)


def run(arguments: Namespace | SimpleNamespace, home: Home) -> int:
    """Log the deed."""
    game = home.game
    kind = find_kind(game, arguments.kind)
    day = named_day(arguments.day, game)
    before = kept_run(game)
    deed = log_deed(game, kind.id, day, person=arguments.who, note=arguments.note, effort=arguments.effort)
    reached = run_with(game, deed, kind, before)
    if arguments.json:
        from givequest.application.data.import_export import export_document

        print_json(export_document(deed))
        return 0
    whom = f" for {deed.person}" if deed.person and kind.giving else ""
    meant = f" Giving: day {reached}." if reached and home.settings.numbers else ""
    print_line(f"{kind.name}{whom}, logged for {format_day(deed.day, game.today())}.{meant}")
    return 0
