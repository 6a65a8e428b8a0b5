"""The check of the files beside the partitions: seed, pending changes, undo files, change log."""

from __future__ import annotations

import os
from collections.abc import Iterator

from givequest.domain.diagnostics import Diagnostic, note, warning
from givequest.errors import StorageError
from givequest.storage.backup.contents import INSTALL, PENDING, is_way_back, path_on_disk
from givequest.storage.backup.validation import reason_of
from givequest.storage.files.table_file import TableFile
from givequest.storage.partition.change_log import FOLDER as LOG


def check_companions(folder: str) -> Iterator[Diagnostic]:
    """Yield diagnostics about the files beside the partitions in a ledger's folder, which only this program writes."""
    for name in (INSTALL, *PENDING, *_files_in(folder, "undo"), *_files_in(folder, LOG)):
        path = path_on_disk(folder, name)
        try:
            tables = TableFile(path).read_unharmed()
        except StorageError as error:
            remedy = "'givequest restore' sets it aside."
            if is_way_back(name):
                remedy = "That one change can't be undone; you can remove the file."
            elif name.startswith(f"ledger/{LOG}/"):
                remedy = "The changes in it can't be undone, and no record is in it; you can remove the file."
            yield warning("broken-file", path, reason_of(error, path), remedy)
        else:
            if name in PENDING and tables is not None:
                words = "A change of several years isn't in all of their files yet; it counts, and the next change"
                yield note("pending-change", path, f"{words} writes it there.")


def _files_in(folder: str, below: str) -> list[str]:
    try:
        names = os.listdir(os.path.join(folder, below))
    except OSError:
        return []
    return sorted(f"ledger/{below}/{name}" for name in names if name.endswith(".json"))
