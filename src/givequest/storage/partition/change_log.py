"""The change log: older changes, moved out of the heads of the partitions.

A partition's file is written with every deed, so it remembers its latest changes only. Earlier ones are carried
over into `changes/NUMBER.json`, each a TinyDB database of some hundred changes with their ways back, so that they can
still be taken back. Of these files the oldest go once all of them together are larger than `MOST_BYTES`. Nothing but
undo needs them: to delete the folder is to forget what was changed, and no record.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from givequest.domain.diagnostics import Diagnostic
from givequest.domain.records.partitions import name_of, partition_named
from givequest.errors import BrokenFile, StorageError
from givequest.storage.files.atomic_files import make_folder, remove_file, sweep_parts
from givequest.storage.files.checksum import CHECKSUM
from givequest.storage.files.json_tables import Tables
from givequest.storage.files.os_errors import os_errors_as
from givequest.storage.files.reading import read_until
from givequest.storage.files.table_file import TableFile
from givequest.storage.partition.append import opening_of, tables_before
from givequest.storage.partition.schema import CHANGES, META, is_change
from givequest.storage.partition.undo_order import LOGGED_IN
from givequest.storage.partition.ways import Way, read_way

FOLDER = "changes"
MOST_BYTES = 32 * 2**20
"""How large the whole log may become: years of everyday use."""
FULL = 128 * 2**10
"""Bytes from which on a file is left as it is, and another begun."""
WAYS = "ways"
"""The last table of a file: the list of changes can be read without it."""
SCHEMA_OF_LOG = 1
_NAME = re.compile(r"\d{1,20}\.json")

Change = Mapping[str, Any]


class ChangeLog:
    """The folder of the log, written under the ledger's lock and read without it."""

    def __init__(self, ledger: str) -> None:
        """`ledger` is the folder of the ledger that it belongs to."""
        self.folder = os.path.join(ledger, FOLDER)

    def add(self, partition: int, changes: Sequence[tuple[Change, Way]]) -> None:
        """Store changes of a partition with their undo data, durably. Raises `StorageError`.

        The partition's file still holds them at that time, so a crash in between leaves them in both.
        """
        make_folder(self.folder)
        sweep_parts(self.folder)
        names = self._names()
        name, tables = self._to_go_on_with(names) or (self._next_name(names, changes), _empty())
        last = max((int(key) for key in tables[CHANGES] if key.isdecimal()), default=0)
        for number, (change, way) in enumerate(changes, last + 1):
            row = {key: value for key, value in change.items() if key not in ("put", "drop", "left", "aside")}
            tables[CHANGES][str(number)] = {"partition": name_of(partition), **row}
            tables[WAYS][str(number)] = dict(way)
        TableFile(os.path.join(self.folder, name)).write(tables)
        self._prune()

    def changes(self) -> tuple[dict[int, list[Change]], list[Diagnostic]]:
        """Return the changes of each partition, and problems with unreadable ones. Raises `StorageError`.

        Of two changes with one number the later counts."""
        found: dict[int, dict[int, Change]] = {}
        problems = []
        for name in self._names():
            path = os.path.join(self.folder, name)
            try:
                rows = _head(path).get(CHANGES, {})
            except StorageError as error:
                problems.append(Diagnostic(path, str(error)))
                continue
            for row in rows.values():
                partition = partition_named(str(row.get("partition")))
                if partition is not None and is_change({"put": [], "drop": [], **row}):
                    found.setdefault(partition, {})[row["seq"]] = {**row, LOGGED_IN: name}
        return {partition: list(changes.values()) for partition, changes in found.items()}, problems

    def fetch(self, partition: int, change: Change) -> Way:
        """Return the undo data of a change that was read here. Raises `StorageError` when it cannot be used."""
        path = os.path.join(self.folder, change[LOGGED_IN])
        tables = _read(path)
        wanted = change["seq"], change["undone"], name_of(partition)
        for key, row in reversed(tables.get(CHANGES, {}).items()):
            if (row.get("seq"), row.get("undone"), row.get("partition")) == wanted:
                way = read_way(tables.get(WAYS, {}).get(key, {}))
                if way is not None:
                    return way
        raise _unusable(path)

    def forget(self, is_gone: Callable[[int | None, int], bool]) -> None:
        """Take out the changes of which that is so by their partition and their number. Raises `StorageError`."""
        for name in self._names():
            path = os.path.join(self.folder, name)
            tables = _read(path)
            gone = {
                key
                for key, row in tables[CHANGES].items()
                if is_gone(partition_named(str(row.get("partition"))), row.get("seq", 0))
            }
            if gone:
                kept = {
                    table: {key: row for key, row in tables[table].items() if key not in gone}
                    for table in (CHANGES, WAYS)
                }
                TableFile(path).write({**tables, **kept})

    def _names(self) -> list[str]:
        try:
            found = os.listdir(self.folder)
        except (FileNotFoundError, NotADirectoryError):
            return []
        except OSError as error:
            with os_errors_as(self.folder, "read"):
                raise error
        return sorted(filter(_NAME.fullmatch, found), key=lambda name: int(name.removesuffix(".json")))

    def _to_go_on_with(self, names: Sequence[str]) -> tuple[str, Tables] | None:
        """Return the newest file, where there is room in it and it can be used."""
        if not names:
            return None
        path = os.path.join(self.folder, names[-1])
        try:
            tables = _read(path) if os.path.getsize(path) < FULL else None
        except (BrokenFile, OSError):
            return None
        return None if tables is None else (names[-1], tables)

    def _next_name(self, names: Sequence[str], changes: Sequence[tuple[Change, Way]]) -> str:
        last = int(names[-1].removesuffix(".json")) if names else 0
        return f"{max(last + 1, changes[0][0]['seq'])}.json"

    def _prune(self) -> None:
        sizes = {name: self._size(name) for name in self._names()}
        for name in list(sizes)[:-1]:
            if sum(sizes.values()) <= MOST_BYTES:
                return
            remove_file(os.path.join(self.folder, name))
            del sizes[name]

    def _size(self, name: str) -> int:
        path = os.path.join(self.folder, name)
        with os_errors_as(path, "read"):
            return os.path.getsize(path)


def _empty() -> Tables:
    return {META: {"1": {"schema": SCHEMA_OF_LOG, CHECKSUM: 0}}, CHANGES: {}, WAYS: {}}


def _head(path: str) -> Tables:
    """Return the tables of a file before its last one, reading no more of it than that where it is laid out as ours."""
    data = read_until(path, opening_of(WAYS))
    tables = None if data is None else tables_before(data, WAYS)
    return _read(path) if tables is None else tables


def _read(path: str) -> Tables:
    try:
        tables = TableFile(path).read_unharmed()
    except BrokenFile:
        raise _unusable(path) from None
    if tables is None or tables.keys() != _empty().keys():
        raise _unusable(path)
    return tables


def _unusable(path: str) -> BrokenFile:
    return BrokenFile(
        f"{path} can't be used, so the changes in it can't be undone. No record is in it; you can move it away."
    )
