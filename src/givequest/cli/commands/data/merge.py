"""`givequest merge`: what a sync folder kept apart, when two computers wrote at once, is one ledger again."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from givequest.application.backups import merge
from givequest.cli.output import complain, complain_of, print_line
from givequest.composition import Home, open_backups


def configure(parser: ArgumentParser) -> None:
    """Add the arguments: there are none."""
    parser.description = (
        f"{parser.description} "
        "Records that are only in a copy are added; of one that differs, the version that was changed last counts. "
        "The copies are kept under names that begin with merged-, a backup is taken before, and 'givequest undo' "
        "takes it back."
    )


def run(arguments: Namespace, home: Home) -> int:
    """Merge them."""
    merged = merge(home.game, open_backups(home))
    if merged is None:
        print_line("There is no conflict copy.")
        return 0
    complain_of(merged.before.left_out if merged.before is not None else ())
    if merged.kept_as:
        added = f"{merged.added} record{'' if merged.added == 1 else 's'}"
        copies = f"{len(merged.kept_as)} conflict {'copy' if len(merged.kept_as) == 1 else 'copies'}"
        print_line(f"{added} added from {copies}, {merged.changed} changed.")
        for path in merged.kept_as:
            complain(f"The copy is kept as {path}.")
    for sentence in merged.left:
        complain(sentence)
    return 1 if merged.left else 0
