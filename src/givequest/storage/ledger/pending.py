"""The pending file: a change of several years, written down whole before the first of them is touched."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from givequest.domain.diagnostics import Diagnostic
from givequest.errors import StorageError
from givequest.storage.files.atomic_files import Signature, remove_file, renew_file, signature_of
from givequest.storage.files.checksum import CHECKSUM
from givequest.storage.files.tinydb_storage import AtomicStorage, broken
from givequest.storage.ledger.schema import META, RECORDS, SCHEMA, schema_of
from givequest.storage.ledger.year_view import Step, YearPage, is_done

STEPS = "steps"


class Pending:
    """At most one change that is made, but not yet in all of its years."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._storage = AtomicStorage(path)

    def write(self, steps: Mapping[int, Step]) -> None:
        """Write the change down; when this returns, it is made."""
        rows = [{"year": year, **step._asdict()} for year, step in steps.items()]
        meta = {"1": {"schema": SCHEMA, CHECKSUM: 0}}
        self._storage.write({META: meta, STEPS: {str(number): row for number, row in enumerate(rows, 1)}})

    def renew(self) -> None:
        """Make sure of what is written down: nobody knows whether its name would outlast a power cut."""
        renew_file(self.path)

    def clear(self) -> None:
        """Forget the change, now that it is in all of its years."""
        remove_file(self.path)
        self._storage.forget()

    def steps(self) -> dict[int, Step]:
        """Return the step of each year; none when nothing is pending."""
        tables = self._storage.current()
        if tables is None:
            return {}
        if self._storage.meddled:
            raise broken(self.path, "its checksum is not that of its contents")
        if schema_of(tables, self.path) > SCHEMA:
            raise broken(self.path, "it was written by a newer givequest, which has to finish that change")
        try:
            return {int(row["year"]): _read_step(row) for row in tables[STEPS].values()}
        except (KeyError, TypeError, ValueError):
            raise broken(self.path, "it does not hold the steps of a change") from None

    def marked(self, marks: dict[int, Signature | None]) -> dict[int, Signature | None]:
        """Return the signatures of years as they differ by what is pending for them."""
        mark = signature_of(self.path)
        if mark is None:
            return marks
        for year in self.steps().keys() & marks.keys():
            own = marks[year]
            marks[year] = mark if own is None else Signature(own.inode, own.size, own.modified ^ mark.modified)
        return marks

    def over(self, year: int, page: YearPage) -> YearPage:
        """Return a year's page as it is with what is pending for it."""
        try:
            step = self.steps().get(year)
        except StorageError as error:
            return page.told(Diagnostic(os.path.basename(self.path), str(error)))
        if step is None or is_done(step, page):
            return page
        dropped = {*step.drop, *(document["id"] for document in step.put)}
        kept = [record for record in page.records.values() if record.id not in dropped]
        overlay = YearPage(
            year, {RECORDS: {str(n): row for n, row in enumerate(step.put, 1)}}, self.path, odd=page.problems
        )
        overlay.__dict__["_read"] = ({**{record.id: record for record in kept}, **overlay.records}, ())
        return overlay


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
        int(row.get("undone_at", 0)),
        years=tuple(map(int, row.get("years", ()))),
    )
