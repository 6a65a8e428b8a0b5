"""The ledger: a database for each partition, changed under one lock, a change of several of them all or nothing."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from givequest.domain.acts import ActLabel, Turn
from givequest.domain.changes import Change
from givequest.domain.records import AnyRecord, Record, home_of, seq_of
from givequest.domain.records.partitions import RULES, is_year
from givequest.domain.results import Applied
from givequest.errors import ChangedElsewhere, StorageError
from givequest.storage.files.atomic_files import make_folder, sweep_parts
from givequest.storage.files.lock import PATIENCE, Lock, read_mark, write_mark
from givequest.storage.files.reading import Signature, signature_of
from givequest.storage.ledger.install_seed import Install
from givequest.storage.ledger.pending import Pending, PendingFile, current_part
from givequest.storage.ledger.schema import partition_files, path_of
from givequest.storage.ledger.undo_store import Aside
from givequest.storage.ledger.version import latest_seq
from givequest.storage.ledger.year_file import YearFile
from givequest.storage.ledger.year_view import Step, YearPage, records_in, steps_of

if TYPE_CHECKING:
    from givequest.domain.diagnostics import Diagnostic
    from givequest.domain.past_changes import PastChange
    from givequest.storage.ledger.change_history import ChangeHistory, Found

Draft = tuple[tuple[dict[str, Any], ...], tuple[str, ...]]
"""The documents to put into a partition, and the ids of those to drop."""


def _refuse_migration(path: str) -> None:
    raise StorageError(f"{path} is of an earlier givequest, and is not changed where no backup can be taken first.")


class Ledger:
    """All records under one folder, in partitions: the years, and what is of none (`domain.records.partitions`).

    Reading never writes, not even a lock. `now_us` gives the microseconds since 1970
    that order changes; where the clock went back, the order still grows. `before_migration`
    takes a backup that holds the file at a path: it is called, under the lock, before a file of
    an earlier schema is first written to, and without it none is.
    """

    def __init__(
        self,
        folder: str,
        *,
        patience: float = PATIENCE,
        now_us: Callable[[], int] = lambda: time.time_ns() // 1000,
        before_migration: Callable[[str], object] = _refuse_migration,
    ) -> None:
        self.folder = folder
        self.install = Install(os.path.dirname(folder))
        self.lock = Lock(os.path.join(folder, ".lock"), patience)
        self._now_us = now_us
        self._before_migration = before_migration
        self._files: dict[int, YearFile] = {}
        self._aside = Aside(os.path.join(folder, "undo"))
        self._pending = Pending(folder, self._aside)
        self._last_seq = 0

    def path_of(self, partition: int) -> str:
        """Return where a partition's database is, or would be."""
        return path_of(self.folder, partition)

    def years(self) -> list[int]:
        """Return the years that have a database, oldest first. Raises `StorageError`."""
        return list(filter(is_year, self.partitions()))

    def partitions(self) -> list[int]:
        """Return all partitions that have a database, those with a name first. Raises `StorageError`."""
        return sorted(partition_files(self.folder).keys() | self._pending.partitions())

    def page(self, partition: int, *, keep: bool = True) -> YearPage:
        """Return what a partition holds now. Raises `StorageError` when its file cannot be used.

        With `keep=False` nothing of it stays in memory for the next time.
        """
        return self._pending.over(partition, self._file(partition, keep=keep).page())

    def signature(self, partitions: Iterable[int] | None = None) -> Mapping[int, Signature | None]:
        """Return what the files of some partitions (of all years) look like from outside.

        Changed elsewhere, they differ. Raises `StorageError`.
        """
        marks = {
            part: signature_of(self.path_of(part)) for part in (self.years() if partitions is None else partitions)
        }
        with suppress(StorageError):  # told by every page
            return self._pending.marked(marks)
        return marks

    def commit(self, change: Change) -> Applied:
        """Put and drop the records of a change, durably and all or nothing. Raises `StorageError`."""
        make_folder(self.folder)
        with self._locked() as held:
            self.install.keep()
            partitions = change.partitions
            self._roll_forward(partitions)
            self._check(change.expects)
            self._apply(steps_of(change, *self._next_seq(partitions, held, change.seqs.values())))
        return Applied(change.label, partitions)

    def exchange(
        self, label: ActLabel, draft: Callable[[], Mapping[int, Draft]], *, keep_seqs: bool = False
    ) -> Applied | None:
        """Do in one change what `draft` says once nobody else can change anything; None when that is nothing.

        With `keep_seqs` a document that says which change it is from stays from that one. Raises `StorageError`.
        """
        make_folder(self.folder)
        with self._locked() as held:
            self.install.keep()
            self._roll_forward()
            drafts = draft()
            if not drafts:
                return None
            kept = [seq_of(row) for puts, _ in drafts.values() for row in puts] if keep_seqs else []
            seq, made = self._next_seq(drafts, held, kept)
            steps = {home: Step(seq, label, *draft, made=made) for home, draft in sorted(drafts.items())}
            self._apply({home: step.stamped(seq, keep=keep_seqs) for home, step in steps.items()})
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
        return self._turn(lambda: self._history.next_turning(Turn.BACK)) if self.partitions() else None

    def redo(self) -> Applied | None:
        """Do again the change that was taken back last, unless another was made since; None when there is none."""
        return self._turn(lambda: self._history.next_turning(Turn.AGAIN)) if self.partitions() else None

    def turn(self, seq: int, turn: Turn) -> Applied:
        """Take a change back, or do it again, by its number and as a change of its own, leaving what came after it.

        Where there is nothing of it left to do, nothing is changed, and the partitions are none. Raises
        `GivequestError` when it is so already or is not wholly remembered, and `StorageError`.
        """
        return cast(Applied, self._turn(lambda: self._history.turning_of(seq, turn)))

    def changes(self) -> tuple[list[PastChange], list[Diagnostic]]:
        """Return every change that is remembered, the latest first, and what could not be read."""
        return self._history.listed()

    def records(self, years: Iterable[int]) -> list[Record]:
        """Return the records of some years; a year whose file cannot be used raises `StorageError`."""
        return [record for year in years for record in self.page(year).records.values()]

    def _file(self, partition: int, *, keep: bool = True) -> YearFile:
        path = self.path_of(partition)
        file = self._files.get(partition)
        file = file or YearFile(path, partition, self._aside, self._before_migration)
        if keep:
            self._files[partition] = file
        return file

    def _check(self, expected: Iterable[AnyRecord]) -> None:
        for record in expected:
            if self.page(home_of(record)).stored.get(record.id) != record:
                raise ChangedElsewhere("This was changed elsewhere in the meantime.")

    @contextmanager
    def _locked(self) -> Iterator[int]:
        with self.lock.held() as held:
            sweep_parts(self.folder)
            yield held

    def _next_seq(self, partitions: Iterable[int], held: int, seqs: Iterable[int] = ()) -> tuple[int, int]:
        """Return a number that is larger than all that is known of these partitions, and than some others."""
        return self._seq_after((change for part in partitions for change in self._file(part).changes()), held, seqs)

    def _seq_after(self, changes: Iterable[Mapping[str, Any]], held: int, seqs: Iterable[int] = ()) -> tuple[int, int]:
        """Return the number of the next change, and the time by the clock where that is another."""
        known, now = [*map(latest_seq, changes), *seqs], self._now_us()
        seq: int = max([now, read_mark(held) + 1, self._last_seq + 1, *(number + 1 for number in known)])
        write_mark(held, seq)  # other years, whose files are not read here, may have been changed by a faster clock
        self._last_seq = seq
        return seq, 0 if seq == now else now

    def _roll_forward(self, wanted: Collection[int] | None = None) -> None:
        """Finish a change of several partitions whose process died in the middle of it, or was refused by the disk.

        A partition that cannot be written now keeps nobody from a change of one `wanted` partition beside it.
        """
        for file, steps in self._pending.waiting():
            file.renew()
            self._spread(file, steps, wanted)

    def _spread(self, file: PendingFile, steps: Mapping[int, Step], wanted: Collection[int] | None = None) -> None:
        """Do in each partition what a pending file says."""
        refused: dict[int, StorageError] = {}
        for partition, step in steps.items():
            try:
                database = self._file(partition)
                database.apply(current_part(step, database.page(), self._aside))
            except StorageError as error:
                refused[partition] = error
        if not refused:
            file.clear()
        if refused and (wanted is None or len(wanted) > 1 or not refused.keys().isdisjoint(wanted)):
            raise next(iter(refused.values()))

    def _apply(self, steps: Mapping[int, Step]) -> None:
        if len(steps) <= 1:
            for partition, step in steps.items():
                self._file(partition).apply(step)
            return
        for partition in steps:
            self._file(partition).changeable_page()
        together = tuple(partition for partition in steps if partition != RULES)
        together = together if len(together) > 1 else ()  # rules stay as they are when a change is taken back
        steps = {partition: step._replace(years=together) for partition, step in steps.items()}
        file = self._pending.write(steps)
        # From here on the change is made: what does not get into the partitions now is
        # read from the pending file, and written by the next change.
        with suppress(StorageError):
            self._spread(file, steps)

    @cached_property
    def _history(self) -> ChangeHistory:
        """What it remembers of its changes; nobody needs it to read, or to make one."""
        from givequest.storage.ledger.change_history import ChangeHistory
        from givequest.storage.ledger.change_log import ChangeLog

        return ChangeHistory(self.partitions, self._file, self._aside, ChangeLog(self.folder))

    def _turn(self, find: Callable[[], Found]) -> Applied | None:
        with self._locked() as held:
            self._roll_forward()
            turning, remembered = find()
            if turning is None:
                return None
            steps, kept = self._history.steps(turning, *self._seq_after(remembered, held))
            self._apply(steps)
        return Applied(turning.label, frozenset(steps), turning.turn, records_in(kept))
