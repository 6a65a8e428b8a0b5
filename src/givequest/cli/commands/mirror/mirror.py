"""`givequest mirror`: whose party one's posts were, a year of months, as a picture, in words or as data."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from givequest.application.mirror.mirror import mirror_document, mirror_year, posted_years
from givequest.cli.output import print_json, print_line
from givequest.cli.terminal import print_drawn
from givequest.composition import Home
from givequest.errors import UsageError
from givequest.presentation.mirror.chart import MirrorView, mirror_lines
from givequest.presentation.mirror.words import EMPTY, told_year

EXAMPLE = "mirror --year 2025 --plain"
LINES = 24


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("--year", metavar="YYYY", help="the year to show (the latest there is)")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--plain", action="store_true", help="in words, without symbols")
    form.add_argument("--json", action="store_true", help="print every counted month as JSON")


def run(arguments: Namespace, home: Home) -> int:
    """Print the mirror."""
    game, years = home.game, posted_years(home.game)
    year = _year(arguments.year)
    if arguments.json:
        print_json(mirror_document(game, year))
        return 0
    if not years:
        print_line(f"{EMPTY} 'givequest mirror import FILE' does it.")
        return 0
    shown = mirror_year(game, years[-1] if year is None else year)
    with_numbers = home.settings.numbers
    if arguments.plain:
        for sentence in told_year(shown, with_numbers=with_numbers):
            print_line(sentence)
        return 0
    last = max((month.month.month for month in shown.months if month.counts.total), default=0)
    view = MirrorView(shown, last, with_numbers)
    print_drawn(home, lambda paint, columns: mirror_lines(view, columns, LINES, paint))
    return 0


def _year(text: str | None) -> int | None:
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and len(text) == 4):
        raise UsageError(f"{text} isn't a year written YYYY.")
    return int(text)
