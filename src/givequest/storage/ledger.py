"""The ledger: a database for each year, changed under one lock, a change of several years all or nothing."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import Any, NamedTuple

from givequest.domain.changes import Change
from givequest.domain.records import Record
from givequest.errors import StorageError
from givequest.storage.files import Signature, make_folder, signature_of, told
from givequest.storage.install import Install
from givequest.storage.lock import PATIENCE, locked
from givequest.storage.pending import Pending
from givequest.storage.year import Step, YearFile, YearPage, documents_of


class Applied(NamedTuple):
    """A change that is on the disk."""

    label: str
    years: frozenset[int]


class Ledger:
    """All years of records under one folder.

    Reading never writes, not even a lock. `now_us` gives the microseconds since 1970
    that order changes; where the clock went back, the order still grows.
    """

    def __init__(
        self,
        folder: str,
        *,
        patience: float = PATIENCE,
        now_us: Callable[[], int] = lambda: time.time_ns() // 1000,
    ) -> None:
        self.folder = folder
        self._patience = patience
        self._now_us = now_us
        self._files: dict[int, YearFile] = {}
        self._pending = Pending(os.path.join(folder, "pending.json"))
        self._last_seq = 0
        self.install = Install(os.path.dirname(folder))

    def path_of(self, year: int) -> str:
        """Return where a year's database is, or would be."""
        return os.path.join(self.folder, f"{year:04}.json")

    def years(self) -> list[int]:
        """Return the years that have a database, oldest first."""
        try:
            names = os.listdir(self.folder)
        except (FileNotFoundError, NotADirectoryError):
            return []
        except OSError as error:
            with told(self.folder, "read"):
                raise error
        stems = (name[:4] for name in names if len(name) == 9 and name.endswith(".json"))
        found = {int(stem) for stem in stems if stem.isascii() and stem.isdigit()}
        return sorted(found | set(self._pending.years()))

    def page(self, year: int, *, keep: bool = True) -> YearPage:
        """Return what a year holds now. Raises `StorageError` when its file cannot be used.

        With `keep=False` nothing of it stays in memory for the next time.
        """
        file = self._file(year) if keep or year in self._files else YearFile(self.path_of(year), year)
        page = file.page()
        for step in self._pending.steps(year):
            page = page if _is_done(step, page) else self._pending.overlaid(step, page)
        return page

    def signature(self, years: Iterable[int] | None = None) -> Mapping[int, Signature | None]:
        """Return what the files of some (or all) years look like from outside: changed elsewhere, they differ."""
        return {year: signature_of(self.path_of(year)) for year in (self.years() if years is None else years)}

    def commit(self, change: Change) -> Applied:
        """Put and drop the records of a change, durably and all or nothing. Raises `StorageError`."""
        make_folder(self.folder)
        with self._locked():
            self.install.keep()
            seq = self._next_seq(change.years)
            steps = {
                year: Step(
                    seq,
                    change.label,
                    documents_of(record for record in change.puts if record.day.year == year),
                    tuple(record.id for record in change.drops if record.day.year == year),
                )
                for year in sorted(change.years)
            }
            self._apply(steps)
        return Applied(change.label, change.years)

    def undo(self) -> Applied | None:
        """Take back the latest change that is in force; None when there is none."""
        return self._turn_back(undone=False)

    def redo(self) -> Applied | None:
        """Do again the change that was taken back last, unless another was made since; None when there is none."""
        return self._turn_back(undone=True)

    def records(self, years: Iterable[int]) -> list[Record]:
        """Return the records of some years; a year whose file cannot be used raises `StorageError`."""
        return [record for year in years for record in self.page(year).records.values()]

    def _file(self, year: int) -> YearFile:
        file = self._files.get(year)
        if file is None:
            file = self._files[year] = YearFile(self.path_of(year), year)
        return file

    def _locked(self) -> Any:
        return locked(os.path.join(self.folder, ".lock"), self._patience)

    def _next_seq(self, years: Iterable[int]) -> int:
        self._roll_forward()
        known = [change["seq"] for year in years for change in self._file(year).page().changes]
        self._last_seq = max([self._now_us(), self._last_seq + 1, *(seq + 1 for seq in known)])
        return self._last_seq

    def _roll_forward(self) -> None:
        """Finish a change of several years whose process died in the middle of it."""
        steps = self._pending.all_steps()
        for year, step in steps.items():
            self._file(year).apply(step)
        if steps:
            self._pending.clear()

    def _apply(self, steps: Mapping[int, Step]) -> None:
        if len(steps) == 1:
            for year, step in steps.items():
                self._file(year).apply(step)
            return
        self._pending.write(steps)
        # From here on the change is made: what does not get into the years now is
        # read from the pending file, and written by the next change.
        with suppress(StorageError):
            self._roll_forward()

    def _turn_back(self, *, undone: bool) -> Applied | None:
        if not self.years():
            return None
        with self._locked():
            self._roll_forward()
            entries = [(change, year) for year in self.years() for change in self._changes_of(year)]
            in_force = max((change["seq"] for change, _ in entries if not change["undone"]), default=0)
            if undone:
                seq = min(
                    (change["seq"] for change, _ in entries if change["undone"] and change["seq"] > in_force),
                    default=0,
                )
            else:
                seq = in_force
            found = {year: change for change, year in entries if change["seq"] == seq and seq}
            if not found:
                return None
            self._apply({year: _step_back(change) for year, change in found.items()})
        label = str(next(iter(found.values()))["label"])
        return Applied(label, frozenset(found))

    def _changes_of(self, year: int) -> tuple[Mapping[str, Any], ...]:
        """Return a year's changes without keeping the whole year in memory for them."""
        return self.page(year, keep=False).changes


def _step_back(change: Mapping[str, Any]) -> Step:
    return Step(
        change["seq"],
        str(change.get("label", "")),
        tuple(change["put"]),
        tuple(change["drop"]),
        not change["undone"],
    )


def _is_done(step: Step, page: YearPage) -> bool:
    return any(change["seq"] == step.seq and change["undone"] == step.undone for change in page.changes)
