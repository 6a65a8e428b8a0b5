"""`givequest undo`: the latest change taken back, or any by its id."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from givequest.application.undo import list_changes, moment_of, turn_change, undo
from givequest.cli.output import complain, print_json, print_line
from givequest.composition import Home
from givequest.domain.change_labels import Turn
from givequest.errors import UsageError

if TYPE_CHECKING:
    from givequest.domain.past_changes import PastChange

USUAL = 30
"""Changes that are listed where nobody says how many."""

EXAMPLE = "undo --list"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("id", metavar="ID", nargs="?", help="the change to undo; the start of its id will do")
    parser.add_argument(
        "--list", metavar="N", nargs="?", type=int, const=USUAL, help=f"list the latest N changes ({USUAL}), with ids"
    )
    parser.add_argument("--json", action="store_true", help="list them all as JSON")
    parser.description = (
        f"{parser.description} With an ID, that change is undone and what came after it stays; records that were "
        "changed again since are left alone and named. 'givequest redo' redoes it."
    )


def run(arguments: Namespace, home: Home) -> int:
    """Take it back, or list what can be."""
    if arguments.list is None and not arguments.json:
        print_line(undo(home.game) if arguments.id is None else turn_change(home.game, arguments.id, Turn.BACK))
        return 0
    if arguments.id is not None or (arguments.list is not None and arguments.list < 1):
        raise UsageError("--list takes a number, 1 or more, and no ID; 'givequest undo --help' shows how to use it.")
    changes, problems = list_changes(home.game)
    for problem in problems:
        complain(str(problem))
    if arguments.json:
        print_json([_document(change) for change in changes[: arguments.list]])
        return 0
    _print(changes[: arguments.list])
    if len(changes) > arguments.list:
        complain(f"There are {len(changes)} changes in all; 'givequest undo --list {len(changes)}' shows them.")
    elif not changes:
        complain("Nothing has been changed yet.")
    return 0


def _print(changes: Sequence[PastChange]) -> None:
    from givequest.domain.past_changes import shortest_ids

    ids = shortest_ids(changes)
    width = max(map(len, ids), default=0)
    for identity, change in zip(ids, changes, strict=True):
        moment = moment_of(change)
        when = f"{moment:%Y-%m-%d %H:%M}" if moment else "?"
        state = "" if change.in_force else "  (undone)" if change.turn is None else "  (no longer)"
        print_line(f"{identity:<{width}}  {when:<16}  {change.title}{state}")


def _document(change: PastChange) -> dict[str, object]:
    from givequest.domain.past_changes import change_id

    moment = moment_of(change)
    return {
        "id": change.id,
        "at": moment.isoformat(timespec="seconds") if moment else None,
        "label": change.label,
        "in_force": change.in_force,
        "turn": change.turn,
        "of": change_id(change.of) if change.turn else None,
    }
