"""One year of the ledger: a TinyDB database of records, with the way back from its latest changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tinydb import TinyDB

from givequest.domain.problems import Problem
from givequest.domain.records import Record, read_record, to_document
from givequest.errors import RecordError, StorageError
from givequest.storage.database import AtomicStorage, Tables, broken

SCHEMA = 1
"""The schema number that this version writes."""
RECORDS, CHANGES, META = "records", "changes", "schema"
CHANGES_KEPT = 50
"""How many of a year's latest changes can be taken back."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one change does to one year, and what of it must be remembered to take it back."""

    seq: int
    """Orders changes across years: microseconds since 1970, always growing."""
    label: str
    put: tuple[dict[str, Any], ...] = ()
    drop: tuple[str, ...] = ()
    undone: bool = False
    """Whether this step takes the change `seq` back (it can then be done again)."""


@dataclass(frozen=True, slots=True)
class YearPage:
    """What one year's file holds at one moment."""

    year: int
    records: Mapping[str, Record] = field(default_factory=dict)
    keys: Mapping[str, str] = field(default_factory=dict)
    """The TinyDB document id of each record id."""
    changes: tuple[Mapping[str, Any], ...] = ()
    problems: tuple[Problem, ...] = ()
    schema: int = SCHEMA


class YearFile:
    """A year's database, `YYYY.json`."""

    def __init__(self, path: str, year: int) -> None:
        self.path = path
        self.year = year
        self._database = TinyDB(path, storage=AtomicStorage)
        self._tables: Tables | None = None
        self._page = YearPage(year)

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
            self._tables = tables
            self._page = YearPage(self.year) if tables is None else read_page(tables, self.year, self.path)
        return self._page

    def apply(self, step: Step) -> YearPage:
        """Do one step, durably, and return the page after it; a step that was done already changes nothing."""
        page = self.page()
        if page.schema > SCHEMA:
            raise StorageError(
                f"{self.path} was written by a newer givequest (schema {page.schema}, this one knows {SCHEMA}); "
                "it can be read and exported here, but not changed. Update givequest."
            )
        if any(change["seq"] == step.seq and change["undone"] == step.undone for change in page.changes):
            return page
        tables = self._tables_after(step, page)
        self.storage.write(tables)
        after = _page_after(step, page, tables, self.path)
        self._tables, self._page = tables, after
        return after

    def _tables_after(self, step: Step, page: YearPage) -> Tables:
        """Return the tables after a step, sharing every document that it does not touch."""
        tables: Tables = dict(self._tables or {})
        tables.setdefault(META, {"1": {"schema": SCHEMA}})
        documents = dict(tables.get(RECORDS, {}))
        back_put, back_drop = [], []
        last = max(map(int, documents), default=0)
        for identity in step.drop:
            if (key := page.keys.get(identity)) is not None and key in documents:
                back_put.append(documents.pop(key))
        for document in step.put:
            key = page.keys.get(document["id"])
            if key is not None and key in documents:
                back_put.append(documents[key])
            else:
                back_drop.append(document["id"])
            if key is None:
                last += 1
                key = str(last)
            documents[key] = document
        change = {
            "seq": step.seq, "label": step.label, "undone": step.undone, "put": back_put, "drop": back_drop,
        }  # fmt: skip
        others = [entry for entry in page.changes if entry["seq"] != step.seq]
        kept = sorted([*others, change], key=lambda entry: entry["seq"])[-CHANGES_KEPT:]
        tables[RECORDS] = documents
        tables[CHANGES] = {str(number): entry for number, entry in enumerate(kept, 1)}
        return tables


def _page_after(step: Step, page: YearPage, tables: Tables, path: str) -> YearPage:
    """Return the page that the new tables hold, made from the old one."""
    touched = {*step.drop, *(document["id"] for document in step.put)}
    if any(identity not in page.records for identity in touched & page.keys.keys()):
        return read_page(tables, page.year, path)  # a document that could not be read is among them
    records, keys = dict(page.records), dict(page.keys)
    for identity in step.drop:
        records.pop(identity, None)
        keys.pop(identity, None)
    fresh = [document["id"] for document in step.put if document["id"] not in keys]
    for document in step.put:
        records[document["id"]] = read_record(document)
    new_keys = list(tables[RECORDS])[len(tables[RECORDS]) - len(fresh) :]
    keys.update(zip(fresh, new_keys, strict=True))
    return YearPage(page.year, records, keys, tuple(tables[CHANGES].values()), page.problems, page.schema)


def read_page(tables: Tables, year: int, path: str) -> YearPage:
    """Return the page that a year's tables hold: every record that can be read, and a problem for each other."""
    schema = _schema_of(tables, path)
    records: dict[str, Record] = {}
    keys: dict[str, str] = {}
    problems = []
    for key, document in tables.get(RECORDS, {}).items():
        try:
            record = read_record(document)
            if record.day.year != year:
                raise RecordError(f"its day, {record.day}, is not in {year}.")
        except RecordError as error:
            problems.append(Problem(f"{path}, record {key}", f"{error} It is kept, but not counted."))
            if isinstance(identity := document.get("id"), str):
                keys.setdefault(identity, key)
            continue
        records[record.id] = record
        keys[record.id] = key
    changes = tuple(change for change in tables.get(CHANGES, {}).values() if _is_change(change))
    return YearPage(year, records, keys, changes, tuple(problems), schema)


def _schema_of(tables: Tables, path: str) -> int:
    rows = list(tables.get(META, {}).values())
    schema = rows[0].get("schema") if rows else None
    if type(schema) is not int or schema < 1:
        raise broken(path, "it does not say which schema it has")
    return schema


def _is_change(entry: Mapping[str, Any]) -> bool:
    return (
        type(entry.get("seq")) is int
        and type(entry.get("undone")) is bool
        and all(isinstance(entry.get(name), list) for name in ("put", "drop"))
    )


def documents_of(records: Iterable[Record]) -> tuple[dict[str, Any], ...]:
    """Return records as the documents that a year's table holds."""
    return tuple(map(to_document, records))
