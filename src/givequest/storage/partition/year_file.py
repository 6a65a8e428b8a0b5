"""The file of one partition: a TinyDB database of records, with the undo data of its latest changes."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any

from givequest.domain.diagnostics import Diagnostic
from givequest.errors import StorageError
from givequest.storage.files.atomic_files import renew_file, replace_file
from givequest.storage.files.checksum import CHECKSUM, VERIFIED, read_checksum
from givequest.storage.files.json_tables import Tables, broken
from givequest.storage.files.reading import read_file, read_until
from givequest.storage.files.table_file import TableFile
from givequest.storage.partition.append import appended, assemble, opening_of, split_file, tables_before
from givequest.storage.partition.coalescing import coalesced_with
from givequest.storage.partition.schema import (
    CHANGES,
    CHECKSUM_MISMATCH,
    META,
    RECORDS,
    SCHEMA,
    changes_in,
    of_today,
    schema_of,
)
from givequest.storage.partition.undo_order import does_something
from givequest.storage.partition.undo_store import UndoStore
from givequest.storage.partition.ways import Way, joined, left_by
from givequest.storage.partition.year_view import CHANGED_ELSEWHERE, Step, YearView, is_done

MOST_IN_HEAD, LEFT_IN_HEAD = 60, 40
"""How many changes a partition's file remembers at the most; where they are more, all but so many go into the log."""


class YearFile:
    """A partition's database: `2026.json`, `people.json`."""

    def __init__(
        self,
        path: str,
        partition: int,
        undo_store: UndoStore,
        before_migration: Callable[[str], object],
        check: Callable[[], object],
    ) -> None:
        self.path = path
        self._before_migration = before_migration
        self.partition = partition
        self._check = check
        self.storage = TableFile(path, check)
        self._undo_store = undo_store
        self._tables: Tables | None = None
        self._page = YearView(partition, None, path)
        self._keys: dict[str, str] | None = None
        """The document id of each record id, once something was changed."""

    def page(self) -> YearView:
        """Return the contents, read again only if the file has changed. Raises `StorageError`."""
        tables = self.storage.current()
        if tables is not self._tables or tables is None:
            schema = SCHEMA if tables is None else schema_of(tables, self.path)
            if tables is not None and RECORDS not in tables:
                raise broken(self.path, "its records aren't in it")
            odd = (Diagnostic(self.path, CHANGED_ELSEWHERE),) if self.storage.checksum_mismatch else ()
            self._page = YearView(self.partition, of_today(tables, schema), self.path, schema, odd)
            self._tables = tables
            self._keys = None
        return self._page

    def changeable_page(self) -> YearView:
        """Return the contents for a change. Raises `StorageError` when it is unusable, or too new for this version."""
        page = self.page()
        if page.schema > SCHEMA:
            raise StorageError(
                f"{self.path} was written by a newer givequest (schema {page.schema}, this one knows {SCHEMA}); "
                "it can be read and exported here, but not changed. Update givequest."
            )
        return page

    def unparsed(self) -> bytes | None:
        """Return the bytes for `changes` and `apply`; None if the file is parsed or missing. Raises `StorageError`."""
        found = read_file(self.path) if self._tables is None else None
        return None if found is None else found[0]

    def forget(self) -> None:
        """Make the next access read the file again."""
        self.storage.forget()
        self._tables = None

    def changes(self, unparsed: bytes | None = None) -> tuple[Mapping[str, Any], ...]:
        """Return the latest changes, reading only the head of the file if possible.

        `unparsed` has the bytes if they were just read. Raises `StorageError`.
        """
        if self._tables is None:
            head = read_until(self.path, opening_of(RECORDS)) if unparsed is None else unparsed
            tables = None if head is None else tables_before(head, RECORDS)
            if tables is not None and schema_of(tables, self.path) >= SCHEMA:
                return changes_in(tables)
        return self.page().changes

    def apply(self, step: Step, unparsed: bytes | None = None) -> None:
        """Apply one step durably; if it was applied already, only flush it to disk. Raises `StorageError`.

        New records are appended to the bytes read under this lock without parsing them, if possible.
        """
        is_new = bool(step.put) and not (step.drop or step.coalescing)
        if unparsed is not None and self._tables is None and is_new and self._append(step, unparsed):
            return
        page = self.changeable_page()
        if page.schema < SCHEMA:
            page = self._carry_forward(page)
        if is_done(step, page):
            renew_file(self.path, check=self._check)
            return
        keys = self._keys_by_id()
        self._keys = None  # until it is on the disk
        way, documents, touched = self._apply_step(step, keys)
        before = coalesced_with(step.coalescing, page.changes)
        way = joined(before, way) if before is not None else way
        tables = self._tables_with(documents, self._change_of(step, way), page, before)
        rewritten = {name: {*page.tables.get(name, ()), *tables[name]} for name in (META, CHANGES)}
        self.storage.write_tables(tables, {**rewritten, RECORDS: touched})
        self._tables, self._page, self._keys = tables, page.after(step, tables), keys
        self._undo_store.sweep(self.partition, tables[CHANGES].values())

    def _carry_forward(self, page: YearView) -> YearView:
        """Write a file of an earlier schema anew, after a backup of everything."""
        self._before_migration(self.path)
        self.storage.forget()  # no line of it stays as it was
        self.storage.write(page.tables)
        return self.page()

    def _append(self, step: Step, data: bytes) -> bool:
        """Add new records at the end of a file that nobody has parsed; False where that cannot be done unseen."""
        if any(b'"id":"%b"' % document["id"].encode() in data for document in step.put):
            return False
        split = split_file(data, RECORDS) if read_checksum(data).is_verified else None
        if split is None:
            return False
        tables, part = split
        page = YearView(self.partition, tables, self.path, schema_of(tables, self.path))
        if page.schema != SCHEMA or is_done(step, page) or RECORDS in tables or CHANGES not in tables:
            return False
        way = {"put": [], "drop": [row["id"] for row in step.put], "left": left_by(step.put)}
        new = self._tables_with({}, self._change_of(step, way), page)
        del new[RECORDS]
        longer = appended(part, step.put)
        if longer is None:
            return False
        replace_file(self.path, assemble(new, longer), check=self._check)
        self._undo_store.sweep(self.partition, new[CHANGES].values())
        return True

    def _change_of(self, step: Step, way: Way) -> dict[str, Any]:
        change: dict[str, Any] = {"seq": step.seq, "label": step.label, "undone": step.undone}
        # A change made after it was taken back ends what can be done again.
        change |= {"undone_at" if step.undone else "redone_at": step.at} if step.at else {}
        change |= {"sitting": step.coalescing} if step.coalescing else {}
        change |= {"years": list(step.years)} if step.years else {}
        change |= {"made": step.made} if step.made else {}
        change |= {"turn": step.turn, "of": step.of} if step.turn else {}
        return {**change, **self._undo_store.save(self.partition, change, way)}

    def _keys_by_id(self) -> dict[str, str]:
        if self._keys is not None:
            return self._keys
        documents = self._page.tables.get(RECORDS, {})
        return {document["id"]: key for key, document in documents.items() if isinstance(document.get("id"), str)}

    def _apply_step(self, step: Step, keys: dict[str, str]) -> tuple[Way, dict[str, Any], set[str]]:
        """Return the way back from a step, the documents after it (sharing the others), and the touched keys."""
        documents = dict(self._page.tables.get(RECORDS, {}))
        back_put, back_drop, touched = [], [], set()
        for identity in step.drop:
            key = keys.pop(identity, None)
            if key is not None:
                back_put.append(documents.pop(key))
                touched.add(key)
        for document in step.put:
            identity = document["id"]
            key = keys.get(identity)
            if key is not None:
                back_put.append(documents[key])
            else:
                back_drop.append(identity)
                key = keys[identity] = _free_key(documents)
            documents[key] = document
            touched.add(key)
        return {"put": back_put, "drop": back_drop, "left": left_by(step.put)}, documents, touched

    def _tables_with(
        self, documents: dict[str, Any], change: dict[str, Any], page: YearView, before: object = None
    ) -> Tables:
        """Return the tables that hold these documents, this change instead of one before, and all else of the page."""
        old = page.tables
        others = [entry for entry in page.changes if entry["seq"] != change["seq"] and entry is not before]
        is_new = all(entry["seq"] < change["seq"] for entry in others)
        kept = self._rest_of(others) if is_new and len(others) >= MOST_IN_HEAD else others
        kept = sorted([*kept, change], key=lambda entry: entry["seq"])
        return {
            META: self._next_meta(old),
            CHANGES: {str(number): entry for number, entry in enumerate(kept, 1)},
            **{name: table for name, table in old.items() if name not in (META, CHANGES, RECORDS)},
            RECORDS: documents,
        }

    def _next_meta(self, tables: Tables) -> dict[str, Any]:
        """Return the first table of the file as it is written next."""
        rows = tables.get(META) or {"1": {"schema": SCHEMA}}
        key, meta = next(iter(rows.items()))
        revision = meta.get("revision")
        new = {"revision": revision + 1 if type(revision) is int else 1, CHECKSUM: 0}
        new[VERIFIED] = new["revision"]
        if self.storage.checksum_mismatch:
            new[CHECKSUM_MISMATCH] = new["revision"]
        return {**rows, key: {**meta, **new}}

    def rewrite(self, tables: Tables) -> None:
        """Write the file anew with other tables, as one more revision of it. Raises `StorageError`."""
        rewritten = {**tables, META: self._next_meta(tables)}
        self.forget()
        self.storage.write(rewritten)

    def _rest_of(self, changes: Sequence[Mapping[str, Any]]) -> Sequence[Mapping[str, Any]]:
        """Return the latest of some changes, the others carried over into the log."""
        from givequest.storage.partition.change_log import ChangeLog

        ordered = sorted(changes, key=lambda entry: entry["seq"])
        ways = []
        for entry in filter(does_something, ordered[: 1 - LEFT_IN_HEAD]):
            with suppress(StorageError):  # its way back is gone, and nobody can take it back
                ways.append((entry, self._undo_store.fetch(self.partition, entry)))
        if ways:
            ChangeLog(os.path.dirname(self.path)).add(self.partition, ways)
        return ordered[1 - LEFT_IN_HEAD :]


def _free_key(documents: dict[str, Any]) -> str:
    """Return a document id that is not taken: the next after the last, where that is a number."""
    last = next(reversed(documents), "0")
    number = int(last) + 1 if last.isdecimal() else len(documents) + 1
    while str(number) in documents:
        number += 1
    return str(number)
