"""`givequest merge`: what a sync folder kept apart, when two computers wrote at once, is one ledger again."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from givequest.application.data.backups import merge
from givequest.cli.output import complain, complain_of, print_line
from givequest.composition import Home, open_backups
from givequest.domain.change_labels import count_words, name_any
from givequest.domain.records import AnyRecord
from givequest.domain.results import Merged

EXAMPLE = "merge"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("name", metavar="NAME", nargs="?", help="take in the records of this backup instead")
    parser.description = (
        f"{parser.description} "
        "Records only a copy has are added; of one that differs, the version that was changed last counts, "
        "and where nothing says which that is, both are kept. "
        "The copies are kept under names that begin with merged-, a backup is taken before, and 'givequest undo' "
        "undoes it."
    )


def run(arguments: Namespace, home: Home) -> int:
    """Merge them."""
    merged = merge(home.game, open_backups(home), arguments.name)
    if merged is None:
        print_line("There are no conflict copies.")
        return 0
    complain_of(merged.before.left_out if merged.before is not None else ())
    if merged.kept_as or merged.source:
        print_line(_summary(merged))
    if merged.repeated:
        one, several = "record that stood in two years stands", "records that stood in two years stand"
        print_line(f"{count_words(merged.repeated, one, several)} in one now.")
    _tell(merged, home)
    return 1 if merged.left else 0


def _summary(merged: Merged) -> str:
    source = merged.source or count_words(len(merged.kept_as), "conflict copy", "conflict copies")
    doubled = f", {len(merged.doubled)} kept twice" if merged.doubled else ""
    return f"{count_words(merged.added, 'record')} added from {source}, {merged.changed} changed{doubled}."


def _tell(merged: Merged, home: Home) -> None:
    """Name what a person may want to look at, and say where the copies are."""
    for path in merged.adopted:
        complain(f"{path} was gone; its newest copy is in its place.")
    for record in merged.returned:
        complain(f"{_name(record, home)} had been deleted here, and is back.")
    for doubled in merged.doubled:
        name = _name(doubled.record, home)
        complain(f"{name} is there twice, as nothing says which is the later: {doubled.beside}, {doubled.record.id}.")
    for path in merged.kept_as:
        complain(f"The copy is kept as {path}.")
    for sentence in merged.left:
        complain(sentence)
    if merged.locks:
        copies = count_words(
            merged.locks, "copy of a lock file, which held nothing, is", "copies of lock files, which held nothing, are"
        )
        complain(f"{copies} gone.")


def _name(record: AnyRecord, home: Home) -> str:
    return name_any(record, home.game.kinds, home.game.today())
