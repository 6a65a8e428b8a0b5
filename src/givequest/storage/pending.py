"""The pending file: a change of several years, written down whole before the first of them is touched."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from givequest.storage.database import AtomicStorage, broken
from givequest.storage.files import remove_file
from givequest.storage.year import META, RECORDS, SCHEMA, Step, YearPage, is_done

STEPS = "steps"


class Pending:
    """At most one change that is made, but not yet in all of its years."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._storage = AtomicStorage(path)

    def write(self, steps: Mapping[int, Step]) -> None:
        """Write the change down; when this returns, it is made."""
        rows = [{"year": year, **step._asdict()} for year, step in steps.items()]
        self._storage.write(
            {META: {"1": {"schema": SCHEMA}}, STEPS: {str(number): row for number, row in enumerate(rows, 1)}}
        )

    def clear(self) -> None:
        """Forget the change, now that it is in all of its years."""
        remove_file(self.path)
        self._storage.forget()

    def steps(self) -> dict[int, Step]:
        """Return the step of each year; none when nothing is pending."""
        tables = self._storage.current()
        if tables is None:
            return {}
        try:
            return {int(row["year"]): _read_step(row) for row in tables[STEPS].values()}
        except (KeyError, TypeError, ValueError):
            raise broken(self.path, "it does not hold the steps of a change") from None

    def over(self, year: int, page: YearPage) -> YearPage:
        """Return a year's page as it is with what is pending for it."""
        step = self.steps().get(year)
        if step is None or is_done(step, page):
            return page
        dropped = {*step.drop, *(document["id"] for document in step.put)}
        kept = [record for record in page.records.values() if record.id not in dropped]
        overlay = YearPage(year, {RECORDS: {str(n): row for n, row in enumerate(step.put, 1)}}, self.path)
        overlay.__dict__["_read"] = ({**{record.id: record for record in kept}, **overlay.records}, page.problems)
        return overlay


def _read_step(row: Mapping[str, Any]) -> Step:
    put, drop = row["put"], row["drop"]
    if not all(isinstance(document, dict) and isinstance(document.get("id"), str) for document in put):
        raise ValueError
    return Step(int(row["seq"]), str(row["label"]), tuple(put), tuple(map(str, drop)), row["undone"] is True)
