"""Pending files: a change of several partitions is written here as a whole before any of them is touched.

A change of years alone waits in `pending.json`, any other in `pending-2.json`: versions that know of no other
partition than years do not look at that one, and would finish it in a year that never was.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any

from givequest.domain.diagnostics import Diagnostic
from givequest.domain.records.partitions import NAMES, is_year
from givequest.errors import StorageError
from givequest.storage.files.atomic_files import remove_file, renew_file
from givequest.storage.files.checksum import CHECKSUM
from givequest.storage.files.json_tables import broken
from givequest.storage.files.reading import Signature, signature_of
from givequest.storage.files.table_file import TableFile
from givequest.storage.partition.schema import (
    META,
    PENDING_FILES,
    PENDING_OF_ALL,
    PENDING_OF_YEARS,
    RECORDS,
    SCHEMA,
    schema_of,
)
from givequest.storage.partition.undo_store import UndoStore
from givequest.storage.partition.version import latest_seq
from givequest.storage.partition.ways import identities_of
from givequest.storage.partition.year_view import Step, YearView, is_done

STEPS = "steps"


class PendingFile:
    """A file with at most one committed change that is not yet in all of its partitions."""

    def __init__(self, path: str, check: Callable[[], object]) -> None:
        self.path = path
        self._check = check
        self._storage = TableFile(path, check)

    def write(self, steps: Mapping[int, Step]) -> None:
        """Write a change; when this returns, it is committed. Raises `StorageError`."""
        rows = [{"year": partition, **_step_row(step)} for partition, step in steps.items()]
        meta = {"1": {"schema": SCHEMA, CHECKSUM: 0}}
        self._storage.write({META: meta, STEPS: {str(number): row for number, row in enumerate(rows, 1)}})

    def renew(self) -> None:
        """Rewrite the file durably: its writer may have died before it was flushed to disk. Raises `StorageError`."""
        renew_file(self.path, check=self._check)

    def clear(self) -> None:
        """Delete the change, once it is in all of its partitions. Raises `StorageError`."""
        remove_file(self.path, check=self._check)
        self._storage.forget()

    def steps(self) -> dict[int, Step]:
        """Return the step for each partition; none if nothing is pending. Raises `StorageError`."""
        tables = self._storage.current()
        if tables is None:
            return {}
        if self._storage.checksum_mismatch:
            raise broken(self.path, "its checksum doesn't match its contents")
        if schema_of(tables, self.path) > SCHEMA:
            raise broken(self.path, "it was written by a newer givequest, which has to finish that change")
        try:
            steps = {int(row["year"]): _read_step(row) for row in tables[STEPS].values()}
        except (KeyError, TypeError, ValueError):
            raise broken(self.path, "it doesn't hold the steps of a change") from None
        if not all(is_year(partition) or partition in NAMES for partition in steps):
            raise broken(self.path, "it's for a part of the ledger that this version doesn't know")
        return steps


class Pending:
    """The pending files: at most one change of years alone, and one that includes other partitions."""

    def __init__(self, folder: str, undo_store: UndoStore, check: Callable[[], object]) -> None:
        self._files = {name: PendingFile(os.path.join(folder, name), check) for name in PENDING_FILES}
        self._undo_store = undo_store

    def write(self, steps: Mapping[int, Step]) -> PendingFile:
        """Write a change and return its file; when this returns, it is committed. Raises `StorageError`."""
        file = self._files[PENDING_OF_YEARS if all(map(is_year, steps)) else PENDING_OF_ALL]
        file.write(steps)
        return file

    def waiting(self) -> list[tuple[PendingFile, dict[int, Step]]]:
        """Return the pending changes in their order. Raises `StorageError`."""
        found = [(file, steps) for file in self._files.values() if (steps := file.steps())]
        return sorted(found, key=lambda each: max(step.order for step in each[1].values()))

    def partitions(self) -> set[int]:
        """Return the partitions with a pending step, as far as the files can be read."""
        found: set[int] = set()
        for file in self._files.values():
            if os.path.lexists(file.path):
                with suppress(StorageError):  # told by every page
                    found |= file.steps().keys()
        return found

    def marked(self, marks: dict[int, Signature | None]) -> dict[int, Signature | None]:
        """Return the signatures of partitions, adjusted for their pending steps. Raises `StorageError`."""
        for file in self._files.values():
            mark = signature_of(file.path)
            if mark is None:
                continue
            for partition in file.steps().keys() & marks.keys():
                own = marks[partition]
                marks[partition] = mark if own is None else Signature(own.inode, own.size, own.modified ^ mark.modified)
        return marks

    def over(self, partition: int, page: YearView) -> YearView:
        """Return a partition's page with its pending steps applied. Raises `StorageError`."""
        try:
            waiting = self.waiting()
        except StorageError as error:
            return page.with_problem(Diagnostic(_name_in(error), str(error)))
        for file, steps in waiting:
            if partition in steps and not is_done(steps[partition], page):
                page = _overlaid(page, current_part(steps[partition], page, self._undo_store), file.path)
        return page


def current_part(step: Step, page: YearView, undo_store: UndoStore) -> Step:
    """Return the part of a pending step that is still to be applied, leaving records that were changed since.

    Every change completes pending ones first; only an older version of the program may not.
    """
    later = [change for change in page.changes if latest_seq(change) > step.order]
    if not later:
        return step
    changed = set(_identities(page.partition, later, undo_store))
    return step._replace(
        put=tuple(document for document in step.put if document["id"] not in changed),
        drop=tuple(identity for identity in step.drop if identity not in changed),
    )


def _identities(partition: int, changes: Iterable[Mapping[str, Any]], undo_store: UndoStore) -> Iterator[str]:
    for change in changes:
        with suppress(StorageError):  # its way back is gone: nothing more can be known of it
            yield from identities_of(undo_store.fetch(partition, change))


def _overlaid(page: YearView, step: Step, path: str) -> YearView:
    dropped = {*step.drop, *(document["id"] for document in step.put)}
    records = page.tables.get(RECORDS, {}).items()
    rows = {key: row for key, row in records if not isinstance(row.get("id"), str) or row["id"] not in dropped}
    rows |= {f"{os.path.basename(path)}, {number}": row for number, row in enumerate(step.put, 1)}
    return page.with_tables({**page.tables, RECORDS: rows})


def _name_in(error: StorageError) -> str:
    return next((name for name in reversed(PENDING_FILES) if name in str(error)), PENDING_OF_YEARS)


def _step_row(step: Step) -> dict[str, Any]:
    return {**step._asdict(), "undone_at": step.at if step.undone else 0}  # earlier versions know no `at`


def _read_step(row: Mapping[str, Any]) -> Step:
    put, drop = row["put"], row["drop"]
    if not all(isinstance(document, dict) and isinstance(document.get("id"), str) for document in put):
        raise ValueError
    return Step(
        int(row["seq"]),
        str(row["label"]),
        tuple(put),
        tuple(map(str, drop)),
        row["undone"] is True,
        int(row.get("at", row.get("undone_at", 0))),
        years=tuple(map(int, row.get("years", ()))),
        made=int(row.get("made", 0)),
        turn=str(row.get("turn", "")),
        of=int(row.get("of", 0)),
    )
