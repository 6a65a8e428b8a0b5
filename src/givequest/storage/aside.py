"""The way back from a big change, kept in a file of its own: a year's file is written with every deed."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from givequest.errors import StorageError
from givequest.storage.database import AtomicStorage
from givequest.storage.files import make_folder

LARGEST_INSIDE = 40
"""Records of a change whose way back still stands in the year's file."""
TABLE = "way_back"


class Aside:
    """The folder of such files: `undo/YEAR-SEQ.json`, each a TinyDB database."""

    def __init__(self, folder: str) -> None:
        self._folder = folder

    def shelve(self, year: int, seq: int, way: Mapping[str, list[Any]]) -> dict[str, Any]:
        """Return what of a way back goes into the year's file: the way, or the note that it is here."""
        if len(way["put"]) + len(way["drop"]) <= LARGEST_INSIDE:
            return dict(way)
        make_folder(self._folder)
        AtomicStorage(self._path(year, seq)).write({"schema": {"1": {"schema": 1}}, TABLE: {"1": dict(way)}})
        return {"aside": True}

    def fetch(self, year: int, change: Mapping[str, Any]) -> Mapping[str, list[Any]]:
        """Return the way back of a change, wherever it is; `StorageError` when it is gone."""
        if not change.get("aside"):
            return {"put": change["put"], "drop": change["drop"]}
        path = self._path(year, change["seq"])
        tables = AtomicStorage(path).read()
        rows = [] if tables is None else list(tables.get(TABLE, {}).values())
        if not rows or not all(isinstance(rows[0].get(name), list) for name in ("put", "drop")):
            raise StorageError(f"{path} is gone, so this change cannot be taken back; a backup still can be restored.")
        return {"put": rows[0]["put"], "drop": rows[0]["drop"]}

    def sweep(self, year: int, kept: set[int]) -> None:
        """Remove the ways back of a year's changes that are not kept any more."""
        with suppress(OSError):
            for name in os.listdir(self._folder):
                owner, _, seq = name.removesuffix(".json").partition("-")
                if owner == f"{year:04}" and seq.isdecimal() and int(seq) not in kept:
                    os.unlink(os.path.join(self._folder, name))

    def _path(self, year: int, seq: int) -> str:
        return os.path.join(self._folder, f"{year:04}-{seq}.json")
