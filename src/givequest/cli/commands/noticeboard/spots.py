"""`givequest spots`: the noticeboard."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from datetime import date

from givequest.application.noticeboard.doors import Doors
from givequest.application.noticeboard.listing import SpotRow, list_spots, spot_document, step_words
from givequest.cli.output import complain, print_json, print_line
from givequest.composition import Home
from givequest.domain.noticeboard.spots import SEEKER, SpotState
from givequest.presentation.noticeboard.words import DOORS, LABELS, names_in, until_words

EXAMPLE = "spots --all"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("--all", action="store_true", help="what was done or has gone as well")
    parser.add_argument("--json", action="store_true", help="print it as JSON")


def run(arguments: Namespace, home: Home) -> int:
    """Print what stands there."""
    game = home.game
    rows = list_spots(game, with_ended=arguments.all)
    if arguments.json:
        print_json([spot_document(row) for row in rows])
        return 0
    doors = game.derived(Doors)
    for row in rows:
        print_line(_line(row, game.today()))
        if row.spot.sort == SEEKER and row.state is SpotState.OPEN and (found := doors.of(row.spot)):
            told = "; ".join(", ".join(filter(None, door)) for door in found)
            print_line(f"       {DOORS} {told}")
    if not rows:
        complain(f"Nothing is pinned up; 'givequest {_SPOT_EXAMPLE}' writes something down.")
    return 0


_SPOT_EXAMPLE = 'spot win Priya "handed in her thesis"'


def _line(row: SpotRow, today: date) -> str:
    more = ", ".join(_notes(row, today))
    text = f": {row.spot.text}" if row.spot.text else ""
    return f"{LABELS[row.spot.sort]:<6} {names_in(row.spot)}{text} ({more})"


def _notes(row: SpotRow, today: date) -> Iterator[str]:
    yield row.since
    if step := step_words(row.step):
        yield f"next: {step}"
    if row.state is SpotState.RESTS:
        yield until_words(row.until, today) if row.until is not None else "rests with them"
    elif row.state is not SpotState.OPEN:
        yield str(row.state)
