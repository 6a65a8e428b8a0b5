"""The contents of a partition at one moment, and the steps that change it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from functools import cached_property
from typing import Any, cast

from givequest.domain.changes import Change
from givequest.domain.diagnostics import Diagnostic
from givequest.domain.records import (
    SEQ,
    AnyRecord,
    Record,
    RecordType,
    home_of,
    read_any_record,
    read_record,
    seq_of,
    to_document,
)
from givequest.domain.records.partitions import is_year, name_of
from givequest.errors import RecordError
from givequest.named_tuple import NamedTuple
from givequest.storage.files.json_tables import Tables
from givequest.storage.partition.schema import RECORDS, SCHEMA, changes_in

CHANGED_ELSEWHERE = (
    "Something other than givequest changed it, an editor or the disk; 'givequest doctor' tells you more."
)


class Step(NamedTuple):
    """What one change does to one partition, and what must be remembered to undo it."""

    seq: int
    """Orders changes across partitions: microseconds since 1970, always growing."""
    label: str
    put: tuple[dict[str, Any], ...] = ()
    drop: tuple[str, ...] = ()
    undone: bool = False
    """Whether this step takes the change `seq` back (it can then be done again)."""
    at: int = 0
    """Where in the order of changes it takes `seq` back, or does it again; a change itself is made at its `seq`."""
    coalescing: str = ""
    """A key, if any: it is taken back together with the change directly before it, where that has the same key."""
    years: tuple[int, ...] = ()
    """The partitions of the whole change where they are several: it is taken back in all of them, or not at all."""
    made: int = 0
    """When it was made, in microseconds since 1970, where `seq` is ahead of the clock."""
    turn: str = ""
    """Which way it turns another change, as a `Turn`; empty for one that turns none."""
    of: int = 0
    """The number of the change that it turns."""

    def stamped(self, seq: int, *, keep: bool = False) -> Step:
        """Return the step with every document numbered `seq`; with `keep`, numbers already there are kept."""
        put = (row if keep and seq_of(row) else {**row, SEQ: seq} for row in self.put)
        return self._replace(put=tuple(put))

    @property
    def order(self) -> int:
        """Its place in the order of changes."""
        return self.at or self.seq


def steps_of(change: Change, seq: int, made: int) -> dict[int, Step]:
    """Return the step of a change for each of its partitions."""
    return {
        partition: Step(
            seq,
            change.label,
            tuple(
                {**to_document(record), SEQ: change.seqs.get(record.id, seq)}
                for record in change.puts
                if home_of(record) == partition
            ),
            tuple(record.id for record in change.drops if home_of(record) == partition),
            coalescing=change.coalescing,
            made=made,
        )
        for partition in sorted(change.partitions)
    }


def records_in(documents: Iterable[Mapping[str, Any]]) -> tuple[AnyRecord, ...]:
    """Return the records that documents describe, skipping those that describe none."""
    records = []
    for document in documents:
        with suppress(RecordError):
            records.append(read_any_record(document))
    return tuple(records)


class YearView:
    """The contents of a partition's file at one moment. Records are parsed on first use."""

    def __init__(
        self, partition: int, tables: Tables | None, path: str, schema: int = SCHEMA, odd: tuple[Diagnostic, ...] = ()
    ) -> None:
        self.partition = partition
        self.schema = schema
        self.odd = odd
        """What is to be told of the file, beside its records."""
        self.tables = tables or {}
        self._path = path

    @property
    def is_newer(self) -> bool:
        """Whether it was written by a newer version, so that it can be read but not changed."""
        return self.schema > SCHEMA

    @property
    def stored(self) -> Mapping[str, AnyRecord]:
        """All its records by id, of whatever type."""
        return self._read[0]

    @cached_property
    def seqs(self) -> Mapping[str, int]:
        """The number of the change that each record is from, by its id; 0 if unknown."""
        return {str(document.get("id")): seq_of(document) for document in self.tables.get(RECORDS, {}).values()}

    @property
    def records(self) -> Mapping[str, Record]:
        """The records of a year by id; empty for a partition that is no year."""
        return cast(Mapping[str, Record], self._read[0]) if is_year(self.partition) else {}

    def of_types(self, types: Collection[RecordType]) -> list[Record]:
        """Return the records of some types of a year's days, without reading the others."""
        if "_read" in self.__dict__:
            return [record for record in self.records.values() if record.type in types]
        found = {}
        for document in self.tables.get(RECORDS, {}).values():
            kind = document.get("type") if isinstance(document, dict) else None
            if isinstance(kind, str) and kind in types:
                with suppress(RecordError):  # told of where all of the year is read
                    record = read_record(document)
                    if record.day.year == self.partition:
                        found[record.id] = record
        return list(found.values())

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """Problems: documents that cannot be read as records, and anything else odd about the file."""
        return self.odd + self._read[1]

    def with_tables(self, tables: Tables) -> YearView:
        """Return a view of the same file with other tables."""
        return YearView(self.partition, tables, self._path, self.schema, self.odd)

    def with_problem(self, problem: Diagnostic) -> YearView:
        """Return the same view with one more problem."""
        page = YearView(self.partition, self.tables, self._path, self.schema, (*self.odd, problem))
        page.__dict__["_read"] = self._read
        return page

    @cached_property
    def changes(self) -> tuple[Mapping[str, Any], ...]:
        """The latest changes, oldest first."""
        return changes_in(self.tables)

    @cached_property
    def _read(self) -> tuple[dict[str, AnyRecord], tuple[Diagnostic, ...]]:
        records: dict[str, AnyRecord] = {}
        problems = []
        for key, document in self.tables.get(RECORDS, {}).items():
            try:
                record = read_any_record(document)
                if home_of(record) != self.partition:
                    raise _strays(record, self.partition)
            except RecordError as error:
                place = f"{self._path}, record {key}"
                problems.append(Diagnostic(place, f"{error} It's kept, but not counted."))
            else:
                records[record.id] = record
        return records, tuple(problems)

    def after(self, step: Step, tables: Tables) -> YearView:
        """Return the view after a step, whose tables are given, reusing this one if that is quicker."""
        page = YearView(self.partition, tables, self._path, self.schema)
        if "_read" in self.__dict__ and not self.problems:
            records = dict(self.stored)
            for identity in step.drop:
                records.pop(identity, None)
            records.update({document["id"]: read_any_record(document) for document in step.put})
            page.__dict__["_read"] = records, ()
        return page


def _strays(record: AnyRecord, partition: int) -> RecordError:
    if is_year(partition) and isinstance(record, Record):
        return RecordError(f"its day, {record.day}, isn't in {partition}.")
    return RecordError(f"it belongs in {name_of(home_of(record))}.json, not in {name_of(partition)}.json.")


def is_done(step: Step, page: YearView) -> bool:
    """Return whether a step was already applied to a partition's file."""
    return any(change["seq"] == step.seq and change["undone"] == step.undone for change in page.changes)
