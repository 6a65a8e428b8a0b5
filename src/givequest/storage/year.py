"""One year of the ledger: a TinyDB database of records, with the way back from its latest changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from tinydb import TinyDB

from givequest.domain.problems import Problem
from givequest.domain.records import Record, read_record, to_document
from givequest.errors import RecordError, StorageError
from givequest.storage.append import appended, assemble, is_sealed, split_file
from givequest.storage.aside import Aside
from givequest.storage.database import CHECKSUM, AtomicStorage, Tables, broken
from givequest.storage.files import read_file, replace_file
from givequest.storage.sitting import before_in_sitting, joined

SCHEMA = 1
"""The schema number that this version writes."""
META, CHANGES, RECORDS = "schema", "changes", "records"
"""The tables of a year's file, in their order: the way back can be read without the records."""
CHANGES_KEPT = 50
"""How many of a year's latest changes can be taken back."""


class Step(NamedTuple):
    """What one change does to one year, and what of it must be remembered to take it back."""

    seq: int
    """Orders changes across years: microseconds since 1970, always growing."""
    label: str
    put: tuple[dict[str, Any], ...] = ()
    drop: tuple[str, ...] = ()
    undone: bool = False
    """Whether this step takes the change `seq` back (it can then be done again)."""
    sitting: str = ""
    """The sitting it belongs to, if any: it is taken back together with what directly went before in it."""


class YearPage:
    """What one year's file holds at one moment. Records are read when they are first asked for."""

    def __init__(self, year: int, tables: Tables | None, path: str, schema: int = SCHEMA) -> None:
        self.year = year
        self.schema = schema
        self.tables = tables or {}
        self._path = path

    @property
    def records(self) -> Mapping[str, Record]:
        """The records by id."""
        return self._read[0]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The documents that are kept, but cannot be read as records."""
        return self._read[1]

    @property
    def changes(self) -> tuple[Mapping[str, Any], ...]:
        """The latest changes, oldest first."""
        return changes_in(self.tables)

    @cached_property
    def _read(self) -> tuple[dict[str, Record], tuple[Problem, ...]]:
        records: dict[str, Record] = {}
        problems = []
        for key, document in self.tables.get(RECORDS, {}).items():
            try:
                record = read_record(document)
                if record.day.year != self.year:
                    raise RecordError(f"its day, {record.day}, is not in {self.year}.")
            except RecordError as error:
                place = f"{self._path}, record {key}"
                problems.append(Problem(place, f"{error} It is kept, but not counted."))
            else:
                records[record.id] = record
        return records, tuple(problems)

    def after(self, step: Step, tables: Tables) -> YearPage:
        """Return the page that holds the tables a step has led to, made from this one where that is quicker."""
        page = YearPage(self.year, tables, self._path, self.schema)
        if "_read" in self.__dict__ and not self.problems:
            records = dict(self.records)
            for identity in step.drop:
                records.pop(identity, None)
            records.update({document["id"]: read_record(document) for document in step.put})
            page.__dict__["_read"] = records, ()
        return page


class YearFile:
    """A year's database, `YYYY.json`."""

    def __init__(self, path: str, year: int, aside: Aside) -> None:
        self.path = path
        self.year = year
        self._database = TinyDB(path, storage=AtomicStorage)
        self._aside = aside
        self._tables: Tables | None = None
        self._page = YearPage(year, None, path)
        self._keys: dict[str, str] | None = None
        """The document id of each record id, once something was changed."""

    @property
    def storage(self) -> AtomicStorage:
        """The storage behind the database."""
        storage = self._database.storage
        assert isinstance(storage, AtomicStorage)
        return storage

    def page(self) -> YearPage:
        """Return what the file holds now; read again only when it looks different. Raises `StorageError`."""
        tables = self.storage.current()
        if tables is not self._tables or tables is None:
            schema = SCHEMA if tables is None else schema_of(tables, self.path)
            self._tables, self._page = tables, YearPage(self.year, tables, self.path, schema)
            self._keys = None
        return self._page

    def changes(self) -> tuple[Mapping[str, Any], ...]:
        """Return the latest changes, reading no more of a file than its beginning where that will do."""
        if self._tables is None:
            found = read_file(self.path)
            split = None if found is None else split_file(found[0], RECORDS)
            if split is not None:
                return changes_in(split[0])
        return self.page().changes

    def apply(self, step: Step) -> None:
        """Do one step, durably; one that was done already changes nothing. Raises `StorageError`."""
        if self._tables is None and step.put and not (step.drop or step.sitting) and self._append(step):
            return
        page = self.page()
        if page.schema > SCHEMA:
            raise StorageError(
                f"{self.path} was written by a newer givequest (schema {page.schema}, this one knows {SCHEMA}); "
                "it can be read and exported here, but not changed. Update givequest."
            )
        if is_done(step, page):
            return
        keys = self._keys_by_id()
        self._keys = None  # until it is on the disk
        way, documents, touched = self._exchange(step, keys)
        before = before_in_sitting(step.sitting, page.changes)
        way = joined(before, way) if before is not None else way
        tables = self._tables_with(documents, self._change_of(step, way), page, without=before)
        self.storage.exchange(tables, {META: tables[META], CHANGES: tables[CHANGES], RECORDS: touched})
        self._tables, self._page, self._keys = tables, page.after(step, tables), keys
        self._aside.sweep(self.year, {change["seq"] for change in tables[CHANGES].values()})

    def _append(self, step: Step) -> bool:
        """Add new records at the end of a file that was not read yet; False where that cannot be done unseen."""
        found = read_file(self.path)
        if found is None or any(b'"id":"%b"' % document["id"].encode() in found[0] for document in step.put):
            return False
        split = split_file(found[0], RECORDS)
        if split is None or not is_sealed(*split):
            return False
        tables, part = split
        page = YearPage(self.year, tables, self.path, schema_of(tables, self.path))
        if page.schema > SCHEMA or is_done(step, page) or RECORDS in tables or CHANGES not in tables:
            return False
        new = self._tables_with({}, self._change_of(step, {"put": [], "drop": [row["id"] for row in step.put]}), page)
        del new[RECORDS]
        replace_file(self.path, assemble(new, appended(part, step.put)))
        return True

    def _change_of(self, step: Step, way: Mapping[str, list[Any]]) -> dict[str, Any]:
        change = {"seq": step.seq, "label": step.label, "undone": step.undone}
        change |= {"sitting": step.sitting} if step.sitting else {}
        return change | self._aside.shelve(self.year, step.seq, way)

    def _keys_by_id(self) -> dict[str, str]:
        if self._keys is not None:
            return self._keys
        documents = (self._tables or {}).get(RECORDS, {})
        return {document["id"]: key for key, document in documents.items() if isinstance(document.get("id"), str)}

    def _exchange(self, step: Step, keys: dict[str, str]) -> tuple[dict[str, list[Any]], dict[str, Any], set[str]]:
        """Return the way back from a step, the documents after it (sharing the others), and the touched keys."""
        documents = dict((self._tables or {}).get(RECORDS, {}))
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
        return {"put": back_put, "drop": back_drop}, documents, touched

    def _tables_with(
        self, documents: dict[str, Any], change: dict[str, Any], page: YearPage, without: object = None
    ) -> Tables:
        """Return the tables that hold these documents and this change, and all else that the page holds."""
        old = page.tables
        others = [entry for entry in page.changes if entry["seq"] != change["seq"] and entry is not without]
        kept = sorted([*others, change], key=lambda entry: entry["seq"])[-CHANGES_KEPT:]
        meta = next(iter(old.get(META, {}).values()), {"schema": SCHEMA})
        return {
            META: {"1": {**meta, "revision": int(meta.get("revision", 0)) + 1, CHECKSUM: 0}},
            CHANGES: {str(number): entry for number, entry in enumerate(kept, 1)},
            **{name: table for name, table in old.items() if name not in (META, CHANGES, RECORDS)},
            RECORDS: documents,
        }


def _free_key(documents: dict[str, Any]) -> str:
    """Return a document id that is not taken: the next after the last, where that is a number."""
    last = next(reversed(documents), "0")
    number = int(last) + 1 if last.isdecimal() else len(documents) + 1
    while str(number) in documents:
        number += 1
    return str(number)


def is_done(step: Step, page: YearPage) -> bool:
    """Return whether a step is in a year's file already."""
    return any(change["seq"] == step.seq and change["undone"] == step.undone for change in page.changes)


def schema_of(tables: Tables, path: str) -> int:
    """Return the schema number of a file; `StorageError` when it has none."""
    rows = list(tables.get(META, {}).values())
    schema = rows[0].get("schema") if rows else None
    if type(schema) is not int or schema < 1:
        raise broken(path, "it does not say which schema it has")
    return schema


def changes_in(tables: Tables) -> tuple[Mapping[str, Any], ...]:
    """Return the changes that a file can take back, oldest first."""
    return tuple(entry for entry in tables.get(CHANGES, {}).values() if _is_change(entry))


def _is_change(entry: Mapping[str, Any]) -> bool:
    has_way = entry.get("aside") is True or all(isinstance(entry.get(name), list) for name in ("put", "drop"))
    return type(entry.get("seq")) is int and type(entry.get("undone")) is bool and has_way


def documents_of(records: Iterable[Record]) -> tuple[dict[str, Any], ...]:
    """Return records as the documents that a year's table holds."""
    return tuple(map(to_document, records))
