"""`givequest restore`: the ledger as it was at a backup, or a good copy of what cannot be read any more."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from givequest.application.data.backups import repair, restore
from givequest.cli.output import complain, complain_of, print_line
from givequest.composition import Home, open_backups
from givequest.domain.results import Restored

EXAMPLE = "restore latest"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "name", metavar="NAME", nargs="?", help="a backup, the start of its name, or latest; without one, see below"
    )
    parser.description = (
        f"{parser.description} "
        "Without a name: the newest good copy of each file that can't be used is put in its place, and nothing else "
        "is touched; where all is well, the backups are listed, the one with the latest change first. With a name: "
        "everything becomes what it was then. A backup is taken before, and 'givequest undo' undoes the restore."
    )


def run(arguments: Namespace, home: Home) -> int:
    """Restore, or list."""
    backups = open_backups(home)
    if arguments.name:
        restored = restore(home.game, backups, arguments.name)
        what = "What's in it" if restored.left_alone else "Everything"
        print_line(f"{what} is as it was at {restored.name}: {_counted(restored)}.")
        _tell(restored)
        if restored.put or restored.dropped:
            complain("'givequest undo' undoes this.")
        return 0
    repaired = repair(home.game, backups)
    if repaired is not None:
        _tell(repaired)
        return 0
    names = backups.names()
    for name in names:
        print_line(name)
    for name in backups.named_ahead(home.game.now()):
        complain(f"{name} is named for a day that hasn't come: a clock was ahead. Its contents decide how new it is.")
    complain(
        "Nothing needs restoring. These are the backups; 'givequest restore NAME' goes back to one of them."
        if names
        else "Nothing needs restoring, and there's no backup yet; 'givequest backup' takes one."
    )
    return 0


def _counted(restored: Restored) -> str:
    counts = [(restored.put, "put back"), (restored.dropped, "taken out")]
    words = [f"{count} {'record' if count == 1 else 'records'} {done}" for count, done in counts if count]
    return " and ".join(words) or "no records changed"


def _tell(restored: Restored) -> None:
    for repaired in restored.repaired:
        done = f"restored from {repaired.source}" if repaired.source else "set aside"
        print_line(f"{repaired.path} is {done}.")
        if repaired.kept_as:
            complain(f"The old file is kept as {repaired.kept_as}.")
    complain_of(restored.left_alone)
    if restored.before is not None:
        named = {repaired.path for repaired in restored.repaired}
        complain_of(gap for gap in restored.before.left_out if gap.place not in named)
        complain(f"What could be read before this is kept in the backup {restored.before.name}.")
