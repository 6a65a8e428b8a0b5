"""The seed of an installation, which gives every home its own order of cards."""

from __future__ import annotations

import os
from zlib import crc32

from givequest.storage.files.atomic_files import sweep_parts
from givequest.storage.files.checksum import CHECKSUM
from givequest.storage.files.json_tables import broken
from givequest.storage.files.table_file import TableFile
from givequest.storage.partition.schema import META, SCHEMA

TABLE = "install"


class Install:
    """The file `install.json`, a TinyDB database that holds the seed."""

    def __init__(self, folder: str) -> None:
        self.path = os.path.join(folder, "install.json")
        self._folder = folder
        self._kept: str | None = None

    def seed(self) -> str:
        """Return the stored seed, or the one that the first change will store. Raises `StorageError`."""
        if self._kept is None:
            tables = TableFile(self.path).read_unharmed()
            rows = [] if tables is None else list(tables.get(TABLE, {}).values())
            if tables is None:
                return self.derived()
            if not rows or not isinstance(rows[0].get("seed"), str):
                raise broken(self.path, "it doesn't say the seed that cards are dealt with")
            self._kept = str(rows[0]["seed"])
        return self._kept

    def keep(self) -> None:
        """Store the seed, unless it is stored, so that it stays if the folder moves. Raises `StorageError`."""
        if self._kept is not None or os.path.exists(self.path):
            return
        sweep_parts(self._folder)
        seed = self.derived()
        schema = {"schema": SCHEMA, CHECKSUM: 0}
        TableFile(self.path).write({META: {"1": schema}, TABLE: {"1": {"seed": seed}}})
        self._kept = seed

    def derived(self) -> str:
        """Return the seed derived from this folder and machine."""
        place = f"{os.path.realpath(self._folder)}|{os.getuid()}|{os.uname().nodename}"
        return f"{crc32(place.encode('utf-8', 'surrogateescape')):08x}"
