"""The pending file: a change of several years, written down whole before the first of them is touched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from givequest.storage.database import AtomicStorage
from givequest.storage.files import remove_file
from givequest.storage.year import CHANGES, META, RECORDS, SCHEMA, Step, YearPage, read_page

STEPS = "steps"


class Pending:
    """At most one change that is made, but not yet in all of its years."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._storage = AtomicStorage(path)

    def write(self, steps: Mapping[int, Step]) -> None:
        """Write the change down; when this returns, it is made."""
        rows = [{"year": year, **asdict(step)} for year, step in steps.items()]
        self._storage.write(
            {META: {"1": {"schema": SCHEMA}}, STEPS: {str(number): row for number, row in enumerate(rows, 1)}}
        )

    def clear(self) -> None:
        """Forget the change, now that it is in all of its years."""
        remove_file(self.path)
        self._storage.forget()

    def all_steps(self) -> dict[int, Step]:
        """Return the step of each year; none when nothing is pending."""
        tables = self._storage.current()
        rows = [] if tables is None else tables.get(STEPS, {}).values()
        return {row["year"]: _read_step(row) for row in rows}

    def years(self) -> list[int]:
        """Return the years that a pending change touches."""
        return list(self.all_steps())

    def steps(self, year: int) -> Iterator[Step]:
        """Yield what is pending for one year."""
        step = self.all_steps().get(year)
        if step is not None:
            yield step

    def overlaid(self, step: Step, page: YearPage) -> YearPage:
        """Return a year's page as it will be once the step is in its file."""
        dropped = {*step.drop, *(document["id"] for document in step.put)}
        records = {identity: record for identity, record in page.records.items() if identity not in dropped}
        tables: dict[str, dict[str, Any]] = {
            META: {"1": {"schema": page.schema}},
            RECORDS: {str(number): document for number, document in enumerate(step.put, 1)},
            CHANGES: {},
        }
        added = read_page(tables, page.year, self.path)
        return YearPage(page.year, {**records, **added.records}, page.keys, page.changes, page.problems, page.schema)


def _read_step(row: Mapping[str, Any]) -> Step:
    return Step(row["seq"], row["label"], tuple(row["put"]), tuple(row["drop"]), row["undone"])
