"""A year at one moment: what its file holds, and the step that makes it another."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from functools import cached_property
from typing import Any, NamedTuple

from givequest.domain.diagnostics import Diagnostic
from givequest.domain.records import Record, RecordType, read_record
from givequest.errors import RecordError
from givequest.storage.files.tinydb_storage import Tables
from givequest.storage.ledger.schema import RECORDS, SCHEMA, changes_in

CHANGED_ELSEWHERE = (
    "It was changed by something other than givequest, an editor or the disk; 'givequest doctor' tells more."
)


class Step(NamedTuple):
    """What one change does to one year, and what of it must be remembered to take it back."""

    seq: int
    """Orders changes across years: microseconds since 1970, always growing."""
    label: str
    put: tuple[dict[str, Any], ...] = ()
    drop: tuple[str, ...] = ()
    undone: bool = False
    """Whether this step takes the change `seq` back (it can then be done again)."""
    undone_at: int = 0
    """Where in the order of changes it was taken back: a change made after that ends what can be done again."""
    sitting: str = ""
    """The sitting it belongs to, if any: it is taken back together with what directly went before in it."""
    years: tuple[int, ...] = ()
    """The years of the whole change where they are several: it is taken back in all of them, or not at all."""


class YearPage:
    """What one year's file holds at one moment. Records are read when they are first asked for."""

    def __init__(
        self, year: int, tables: Tables | None, path: str, schema: int = SCHEMA, odd: tuple[Diagnostic, ...] = ()
    ) -> None:
        self.year = year
        self.schema = schema
        self.odd = odd
        """What is to be told of the file, beside its records."""
        self.tables = tables or {}
        self._path = path

    @property
    def records(self) -> Mapping[str, Record]:
        """The records by id."""
        return self._read[0]

    def of_types(self, types: Collection[RecordType]) -> list[Record]:
        """Return the records of some types, without reading the others."""
        if "_read" in self.__dict__:
            return [record for record in self.records.values() if record.type in types]
        found = {}
        for document in self.tables.get(RECORDS, {}).values():
            kind = document.get("type") if isinstance(document, dict) else None
            if isinstance(kind, str) and kind in types:
                with suppress(RecordError):  # told of where all of the year is read
                    record = read_record(document)
                    if record.day.year == self.year:
                        found[record.id] = record
        return list(found.values())

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """The documents that are kept, but cannot be read as records, and what else is odd about the file."""
        return self.odd + self._read[1]

    def told(self, problem: Diagnostic) -> YearPage:
        """Return the same page with one more problem."""
        page = YearPage(self.year, self.tables, self._path, self.schema, (*self.odd, problem))
        page.__dict__["_read"] = self._read
        return page

    @cached_property
    def changes(self) -> tuple[Mapping[str, Any], ...]:
        """The latest changes, oldest first."""
        return changes_in(self.tables)

    @cached_property
    def _read(self) -> tuple[dict[str, Record], tuple[Diagnostic, ...]]:
        records: dict[str, Record] = {}
        problems = []
        for key, document in self.tables.get(RECORDS, {}).items():
            try:
                record = read_record(document)
                if record.day.year != self.year:
                    raise RecordError(f"its day, {record.day}, is not in {self.year}.")
            except RecordError as error:
                place = f"{self._path}, record {key}"
                problems.append(Diagnostic(place, f"{error} It is kept, but not counted."))
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


def seq_to_undo(changes: Iterable[Mapping[str, Any]]) -> int | None:
    """Return the number of the change to take back: the latest in force."""
    return max((change["seq"] for change in changes if not change["undone"]), default=None)


def seq_to_redo(changes: Collection[Mapping[str, Any]]) -> int | None:
    """Return the number of the change to do again: the earliest taken back, unless another was made since."""
    newest = max((change["seq"] for change in changes), default=0)
    in_force = seq_to_undo(changes) or 0
    return min(
        (
            change["seq"]
            for change in changes
            if change["undone"] and change["seq"] > in_force and change.get("undone_at", newest) >= newest
        ),
        default=None,
    )


def is_done(step: Step, page: YearPage) -> bool:
    """Return whether a step is in a year's file already."""
    return any(change["seq"] == step.seq and change["undone"] == step.undone for change in page.changes)
