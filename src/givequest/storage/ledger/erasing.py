"""Erasing: what is to be in no file of the ledger any more, and so can't be taken back either."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any

from givequest.errors import StorageError
from givequest.storage.files.atomic_files import remove_file
from givequest.storage.partition.change_log import ChangeLog
from givequest.storage.partition.schema import CHANGES
from givequest.storage.partition.undo_store import UndoStore
from givequest.storage.partition.year_file import YearFile

FORGOTTEN = "forgotten"
"""The label of a change of which nothing but its number is left."""
Change = Mapping[str, Any]


def forget_ways(
    partitions: Iterable[int],
    file_of: Callable[[int], YearFile],
    undo_store: UndoStore,
    log: ChangeLog,
    words: Collection[str],
) -> int:
    """Forget every change whose way back, or whose name, holds one of some words; return how many those were.

    Such a change stays as a number, and can't be taken back. Called while nobody else can change anything; raises
    `StorageError`, and then some may be forgotten and others not: to call it again goes on.
    """
    holds = _searcher(words)
    heads = {partition: list(file_of(partition).changes()) for partition in partitions}
    found: set[int] = set()
    turned: dict[int, int] = {}
    for partition, changes in heads.items():
        for change in changes:
            turned |= {change["seq"]: change["of"]} if "of" in change else {}
            if holds(change) or holds(_way(undo_store, partition, change)):
                found.add(change["seq"])
    for partition, logged in log.changes()[0].items():
        for change in logged:
            turned |= {change["seq"]: change["of"]} if "of" in change else {}
            if holds(change) or holds(_logged_way(log, partition, change)):
                found.add(change["seq"])
    bases = {turned.get(seq, seq) for seq in found}  # what was turned, and all that has turned it, go together
    found |= bases | {seq for seq, base in turned.items() if base in bases}
    for partition, changes in heads.items():
        if any(change["seq"] in found for change in changes):
            _empty(file_of(partition), found)
            for change in changes:
                if change["seq"] in found:
                    undo_store.remove(partition, change)
    log.forget(lambda _, seq: seq in found)
    return len(found)


def _empty(file: YearFile, seqs: Collection[int]) -> None:
    """Leave nothing of some changes of a file but their numbers: these say how far its history goes."""
    tables = file.changeable_page().tables
    rows = {key: _emptied(row) if row.get("seq") in seqs else row for key, row in tables.get(CHANGES, {}).items()}
    file.rewrite({**tables, CHANGES: rows})


def _emptied(row: Change) -> dict[str, Any]:
    kept = {name: value for name, value in row.items() if name in ("seq", "undone", "undone_at", "redone_at", "made")}
    return {**kept, "label": FORGOTTEN, "put": [], "drop": []}


def _way(undo_store: UndoStore, partition: int, change: Change) -> object:
    with suppress(StorageError):  # it is gone already
        return undo_store.fetch(partition, change)
    return None


def _logged_way(log: ChangeLog, partition: int, change: Change) -> object:
    with suppress(StorageError):
        return log.fetch(partition, change)
    return None


def _searcher(words: Collection[str]) -> Callable[[object], bool]:
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in words), re.IGNORECASE)
    return lambda value: any(pattern.search(text) for text in _texts(value))


def _texts(value: object) -> Iterator[str]:
    """Yield every text in a value of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _texts(item)


def erase(path: str, partition: int, undo_store: UndoStore, log: ChangeLog) -> None:
    """Remove the file of a partition, and all ways back that are of it. Called, and raises, as `forget_ways`."""
    log.forget(lambda other, _: other == partition)
    undo_store.remove_all(partition)
    remove_file(path)
