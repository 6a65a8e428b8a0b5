"""Undo data of large changes, in files of their own, as a year's file is rewritten with every deed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any

from givequest.domain.records.partitions import name_of
from givequest.errors import StorageError
from givequest.storage.files.atomic_files import make_folder, remove_file
from givequest.storage.files.checksum import CHECKSUM
from givequest.storage.files.table_file import TableFile
from givequest.storage.partition.ways import Way, read_way

LARGEST_INSIDE = 40
"""Records of a change whose way back still stands in the year's file."""
TABLE = "way_back"


class UndoStore:
    """The folder of undo files: `undo/PARTITION-SEQ.json`, each a TinyDB database.

    The undo data of an undo has a name of its own (SEQ with a 1 appended): until the year's file says that the
    change is undone, the other one is needed.
    """

    def __init__(self, folder: str) -> None:
        self._folder = folder

    def save(self, partition: int, change: Mapping[str, Any], way: Way) -> dict[str, Any]:
        """Store undo data if large; return the data or a reference for the year's file. Raises `StorageError`."""
        if len(way["put"]) + len(way["drop"]) <= LARGEST_INSIDE:
            return dict(way)
        make_folder(self._folder)
        storage = TableFile(self._path(partition, change))
        storage.write({"schema": {"1": {"schema": 1, CHECKSUM: 0}}, TABLE: {"1": dict(way)}})
        return {"aside": True}

    def fetch(self, partition: int, change: Mapping[str, Any]) -> Way:
        """Return the undo data of a change, wherever it is. Raises `StorageError` when it is gone."""
        inside = None if change.get("aside") else read_way(change)
        if inside is not None:
            return inside
        path = self._path(partition, change)
        tables = TableFile(path).read_unharmed()
        rows = [] if tables is None else list(tables.get(TABLE, {}).values())
        way = read_way(rows[0]) if rows else None
        if way is None:
            raise StorageError(f"{path} is gone, so this change can't be undone; a backup can still be restored.")
        return way

    def sweep(self, partition: int, kept: Iterable[Mapping[str, Any]]) -> None:
        """Delete the undo files of a partition's changes that are no longer remembered."""
        with suppress(OSError):
            names = os.listdir(self._folder)
            needed = {os.path.basename(self._path(partition, change)) for change in kept}
            for name in names:
                if name.startswith(f"{name_of(partition)}-") and name not in needed:
                    os.unlink(os.path.join(self._folder, name))

    def remove(self, partition: int, change: Mapping[str, Any]) -> None:
        """Remove the way back of a change, where it is here. Raises `StorageError`."""
        remove_file(self._path(partition, change))

    def remove_all(self, partition: int) -> None:
        """Remove the ways back of all changes of a partition. Raises `StorageError`."""
        with suppress(FileNotFoundError):
            for name in os.listdir(self._folder):
                if name.startswith(f"{name_of(partition)}-"):
                    remove_file(os.path.join(self._folder, name))

    def _path(self, partition: int, change: Mapping[str, Any]) -> str:
        return os.path.join(self._folder, f"{name_of(partition)}-{change['seq']}{'1' if change['undone'] else ''}.json")
