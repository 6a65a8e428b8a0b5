"""A snapshot: all files of a ledger opened at one moment, to be read one by one later.

Since a file is never written in place, to have it open is to have it as it was: the ledger
is held for the opening only, and no more than one year is in memory at a time.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress

from givequest.errors import StorageError
from givequest.storage.backup.contents import (
    INSTALL,
    PENDING,
    is_backed_up,
    partitions_among,
    path_in_backup,
    path_on_disk,
)
from givequest.storage.backup.validation import check_companion, check_database, reason_of
from givequest.storage.files.os_errors import os_errors_as, refusal
from givequest.storage.partition.schema import partition_files

MOST_WAYS_BACK = 200
"""Ways back from this many latest big changes are kept: a process may have only so many files open."""


class Snapshot:
    """The open files of a ledger; to be created while the ledger is locked.

    Files that cannot be opened or used are listed in `left_out` with the reason, those that could be opened once
    they were read.
    """

    paths: dict[str, str]
    """Where each file is, by its path below the data folder."""
    left_out: dict[str, str]
    """Why each is missing, by the same path."""

    def __init__(self, folder: str) -> None:
        ways_back = _names_in(os.path.join(folder, "undo"))[-MOST_WAYS_BACK:]
        beside = [INSTALL, *PENDING, *(f"ledger/undo/{name}" for name in ways_back)]
        paths = {path_in_backup(year): path for year, path in partition_files(folder).items()}
        paths.update({name: path_on_disk(folder, name) for name in beside if is_backed_up(name)})
        self.left_out = {}
        self.paths = paths
        self._open: dict[str, int] = {}
        for name, path in paths.items():
            try:
                self._open[name] = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
            except FileNotFoundError:
                if os.path.islink(path) or partitions_among([name]):
                    self.left_out[name] = "It's not there any more."
            except OSError as error:
                self.left_out[name] = reason_of(refusal(error, path, "read"), path)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield each usable file with its path below the data folder; the others go to `left_out`."""
        while self._open:
            name = next(iter(self._open))
            path = self.paths[name]
            try:
                with os_errors_as(path, "read"), open(self._open.pop(name), "rb") as file:
                    data = file.read()
                if partitions_among([name]):
                    check_database(data, path)
                else:
                    check_companion(data, path)
            except StorageError as error:
                self.left_out[name] = reason_of(error, path)
            else:
                yield name, data

    def close(self) -> None:
        """Close the files that were not read."""
        while self._open:
            os.close(self._open.popitem()[1])


def _names_in(folder: str) -> list[str]:
    with suppress(OSError):
        return sorted(os.listdir(folder))
    return []
