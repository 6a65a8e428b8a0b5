"""The ledger: a database for each year, changed under one lock, a change of several years all or nothing."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

from givequest.domain.acts import ActLabel
from givequest.domain.changes import Change
from givequest.domain.records import Record
from givequest.domain.results import Applied
from givequest.errors import BrokenFile, ChangedElsewhere, StorageError
from givequest.storage.files.atomic_files import Signature, make_folder, signature_of, sweep_parts
from givequest.storage.files.lock import PATIENCE, Lock, read_mark, write_mark
from givequest.storage.ledger.install_seed import Install
from givequest.storage.ledger.pending import Pending
from givequest.storage.ledger.schema import year_files
from givequest.storage.ledger.undo_store import Aside
from givequest.storage.ledger.year_file import YearFile, documents_of
from givequest.storage.ledger.year_view import Step, YearPage, seq_to_redo, seq_to_undo

Draft = tuple[tuple[dict[str, Any], ...], tuple[str, ...]]
"""The documents to put into a year, and the ids of those to drop."""


def _refuse_migration() -> None:
    raise StorageError("A file of an earlier givequest is not changed where no backup can be taken first.")


class Ledger:
    """All years of records under one folder.

    Reading never writes, not even a lock. `now_us` gives the microseconds since 1970
    that order changes; where the clock went back, the order still grows. `before_migration`
    takes a backup: it is called, under the lock, before a file of an earlier schema is first
    written to, and without it none is.
    """

    def __init__(
        self,
        folder: str,
        *,
        patience: float = PATIENCE,
        now_us: Callable[[], int] = lambda: time.time_ns() // 1000,
        before_migration: Callable[[], object] = _refuse_migration,
    ) -> None:
        self.folder = folder
        self.install = Install(os.path.dirname(folder))
        self.lock = Lock(os.path.join(folder, ".lock"), patience)
        self._now_us = now_us
        self._before_migration = before_migration
        self._files: dict[int, YearFile] = {}
        self._pending = Pending(os.path.join(folder, "pending.json"))
        self._aside = Aside(os.path.join(folder, "undo"))
        self._last_seq = 0

    def path_of(self, year: int) -> str:
        """Return where a year's database is, or would be."""
        return os.path.join(self.folder, f"{year:04}.json")

    def years(self) -> list[int]:
        """Return the years that have a database, oldest first."""
        found = set(year_files(self.folder))
        if os.path.lexists(self._pending.path):
            with suppress(StorageError):  # told by every page
                found |= self._pending.steps().keys()
        return sorted(found)

    def page(self, year: int, *, keep: bool = True) -> YearPage:
        """Return what a year holds now. Raises `StorageError` when its file cannot be used.

        With `keep=False` nothing of it stays in memory for the next time.
        """
        return self._pending.over(year, self._file(year, keep=keep).page())

    def signature(self, years: Iterable[int] | None = None) -> Mapping[int, Signature | None]:
        """Return what the files of some (or all) years look like from outside: changed elsewhere, they differ."""
        marks = {year: signature_of(self.path_of(year)) for year in (self.years() if years is None else years)}
        with suppress(StorageError):  # told by every page
            return self._pending.marked(marks)
        return marks

    def commit(self, change: Change) -> Applied:
        """Put and drop the records of a change, durably and all or nothing. Raises `StorageError`."""
        make_folder(self.folder)
        with self._locked() as held:
            self.install.keep()
            self._roll_forward(change.years)
            self._check(change.expects)
            seq = self._next_seq(change.years, held)
            steps = {
                year: Step(
                    seq,
                    change.label,
                    documents_of(record for record in change.puts if record.day.year == year),
                    tuple(record.id for record in change.drops if record.day.year == year),
                    sitting=change.sitting,
                )
                for year in sorted(change.years)
            }
            self._apply(steps)
        return Applied(change.label, change.years)

    def exchange(self, label: ActLabel, draft: Callable[[], Mapping[int, Draft]]) -> Applied | None:
        """Do in one change what `draft` says once nobody else can change anything; None when that is nothing."""
        make_folder(self.folder)
        with self._locked() as held:
            self.install.keep()
            self._roll_forward()
            drafts = draft()
            if not drafts:
                return None
            seq = self._next_seq(drafts, held)
            self._apply({year: Step(seq, label, puts, drops) for year, (puts, drops) in sorted(drafts.items())})
        return Applied(label, frozenset(drafts))

    @contextmanager
    def held(self) -> Iterator[None]:
        """Let nobody else change anything; what was begun is finished first, where that can be."""
        with self._locked():
            with suppress(StorageError):
                self._roll_forward()
            yield

    def undo(self) -> Applied | None:
        """Take back the latest change that is in force; None when there is none."""
        return self._turn_back(undone=False)

    def redo(self) -> Applied | None:
        """Do again the change that was taken back last, unless another was made since; None when there is none."""
        return self._turn_back(undone=True)

    def records(self, years: Iterable[int]) -> list[Record]:
        """Return the records of some years; a year whose file cannot be used raises `StorageError`."""
        return [record for year in years for record in self.page(year).records.values()]

    def _file(self, year: int, *, keep: bool = True) -> YearFile:
        file = self._files.get(year) or YearFile(self.path_of(year), year, self._aside, self._before_migration)
        if keep:
            self._files[year] = file
        return file

    def _check(self, expected: Iterable[Record]) -> None:
        for record in expected:
            if self.page(record.day.year).records.get(record.id) != record:
                raise ChangedElsewhere("This was changed elsewhere in the meantime.")

    @contextmanager
    def _locked(self) -> Iterator[int]:
        with self.lock.held() as held:
            sweep_parts(self.folder)
            yield held

    def _next_seq(self, years: Iterable[int], held: int) -> int:
        return self._seq_after((change for year in years for change in self._file(year).changes()), held)

    def _seq_after(self, changes: Iterable[Mapping[str, Any]], held: int) -> int:
        known = [change["seq"] + 1 for change in changes]
        seq: int = max([self._now_us(), read_mark(held) + 1, self._last_seq + 1, *known])
        write_mark(held, seq)  # other years, whose files are not read here, may have been changed by a faster clock
        self._last_seq = seq
        return seq

    def _roll_forward(self, wanted: Collection[int] | None = None) -> None:
        """Finish a change of several years whose process died in the middle of it, or was refused by the disk.

        A year that cannot be written now keeps nobody from a change of one `wanted` year beside it.
        """
        steps = self._pending.steps()
        if steps:
            self._pending.renew()
            self._spread(steps, wanted)

    def _spread(self, steps: Mapping[int, Step], wanted: Collection[int] | None = None) -> None:
        """Do in each year what the pending file says."""
        refused: dict[int, StorageError] = {}
        for year, step in steps.items():
            try:
                self._file(year).apply(step)
            except StorageError as error:
                refused[year] = error
        if not refused:
            self._pending.clear()
        if refused and (wanted is None or len(wanted) > 1 or not refused.keys().isdisjoint(wanted)):
            raise next(iter(refused.values()))

    def _apply(self, steps: Mapping[int, Step]) -> None:
        if len(steps) == 1:
            for year, step in steps.items():
                self._file(year).apply(step)
            return
        for year in steps:
            self._file(year).changeable_page()
        steps = {year: step._replace(years=tuple(steps)) for year, step in steps.items()}
        self._pending.write(steps)
        # From here on the change is made: what does not get into the years now is
        # read from the pending file, and written by the next change.
        with suppress(StorageError):
            self._spread(steps)

    def _turn_back(self, *, undone: bool) -> Applied | None:
        if not self.years():
            return None
        with self._locked() as held:
            self._roll_forward()
            refused: list[StorageError] = []
            entries = [(change, year) for year in self.years() for change in self._changes_of(year, refused)]
            changes = [change for change, _ in entries]
            seq = seq_to_redo(changes) if undone else seq_to_undo(changes)
            found = {year: change for change, year in entries if change["seq"] == seq}
            elsewhere = {year for change in found.values() for year in change.get("years", ())} - found.keys()
            for year in elsewhere:
                self._file(year, keep=False).page()  # says why it cannot be used, where that is the reason
            if refused and not found:
                raise refused[0]
            if elsewhere or not found:
                return None
            at = 0 if undone else self._seq_after(changes, held)
            self._apply({year: self._step_back(year, change, at) for year, change in found.items()})
        return Applied(str(next(iter(found.values())).get("label", "")), frozenset(found))

    def _changes_of(self, year: int, refused: list[StorageError]) -> tuple[Mapping[str, Any], ...]:
        """Return a year's changes; none of a year whose file cannot be used, which hides nothing of the others."""
        try:
            return self._file(year, keep=False).changes()
        except BrokenFile as error:
            refused.append(error)
            return ()

    def _step_back(self, year: int, change: Mapping[str, Any], at: int) -> Step:
        way = self._aside.fetch(year, change)
        label = str(change.get("label", ""))
        return Step(change["seq"], label, tuple(way["put"]), tuple(way["drop"]), not change["undone"], undone_at=at)
