"""The files beside the partitions: the seed, changes that are not in all of their partitions, and ways back."""

from __future__ import annotations

import os
from collections.abc import Iterator

from givequest.domain.diagnostics import Diagnostic, note, warning
from givequest.errors import StorageError
from givequest.storage.backup.contents import INSTALL, PENDING, is_way_back
from givequest.storage.backup.validation import reason_of
from givequest.storage.files.tinydb_storage import AtomicStorage


def check_companions(data: str) -> Iterator[Diagnostic]:
    """Yield what is to be told of the files beside the partitions; nobody but this program writes those."""
    for name in (INSTALL, *PENDING, *_ways_back(data)):
        path = os.path.join(data, name)
        try:
            tables = AtomicStorage(path).read_unharmed()
        except StorageError as error:
            remedy = "'givequest restore' sets it aside."
            if is_way_back(name):
                remedy = "That one change cannot be taken back; the file can be removed."
            yield warning("broken-file", path, reason_of(error, path), remedy)
        else:
            if name in PENDING and tables is not None:
                words = "A change of several years is not in all of their files yet; it counts, and the next change"
                yield note("pending-change", path, f"{words} writes it there.")


def _ways_back(data: str) -> list[str]:
    try:
        names = os.listdir(os.path.join(data, "ledger", "undo"))
    except OSError:
        return []
    return sorted(f"ledger/undo/{name}" for name in names if name.endswith(".json"))
