"""The check for conflict copies that a sync folder left: of partitions, of locks, of anything else."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from givequest.domain.diagnostics import Diagnostic, note, warning
from givequest.errors import StorageError
from givequest.storage.doctor.folder_check import files_below
from givequest.storage.merge.conflict_copies import MERGED, conflict_copies, lock_copies, partition_of_copy, read_copy
from givequest.storage.partition.schema import partition_files, path_of

_OTHERS = re.compile(r"sync-conflict-|conflicted copy|_conflict-|\.conflict\d*$|\.\.path\d$", re.IGNORECASE)


def check_missing(folder: str) -> Iterator[Diagnostic]:
    """Yield which partitions of the ledger in a folder are gone while there are conflict copies of them."""
    try:
        copies, there = conflict_copies(folder), partition_files(folder)
    except StorageError:
        return
    partitions = {partition_of_copy(os.path.basename(path)) for path in copies} - there.keys()
    for partition in sorted(partition for partition in partitions if partition is not None):
        words = "It's gone, and there are conflict copies of it: a sync folder took the name from both sides."
        yield warning("missing-year", path_of(folder, partition), words, "'givequest merge' takes in what's in them.")


def check_conflicts(folder: str, data: str) -> Iterator[Diagnostic]:
    """Yield diagnostics about conflict copies in the ledger's folder and anywhere in the data folder."""
    try:
        copies, locks = conflict_copies(folder), lock_copies((data, folder))
        there = partition_files(folder)
    except StorageError as error:
        yield warning("unreadable-folder", folder, str(error))
        return
    for path in copies:
        words = "It's a conflict copy: two computers wrote this file at once, and a sync folder kept both."
        if partition_of_copy(os.path.basename(path)) not in there:
            words = "It's a conflict copy, and its year is gone: a sync folder took the name from both sides."
        remedy = "'givequest merge' takes its records in and keeps the copy."
        try:
            read_copy(path)
        except StorageError as error:
            remedy = f"It {str(error).removeprefix(path).strip()}"
        yield warning("conflict-copy", path, words, remedy)
    for path in locks:
        words = "It's a conflict copy of a lock file, and holds nothing."
        yield note("lock-copy", path, words, "'givequest merge' removes it.")
    for path in files_below(data):
        name = os.path.basename(path)
        if _OTHERS.search(name) and path not in {*copies, *locks} and not name.startswith(MERGED):
            words = "It's a conflict copy of a sync folder that holds no records of a year."
            yield warning("conflict-copy", path, words, "You can remove it once you've looked at it.")
