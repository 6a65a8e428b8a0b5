"""The ledger: one database per partition, changed under one lock; a change of several partitions is atomic."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any, cast

from givequest.domain.change_labels import ActLabel, Turn
from givequest.domain.changes import Applied, Change
from givequest.domain.records import AnyRecord, Record, home_of, seq_of
from givequest.domain.records.partitions import is_year
from givequest.errors import ChangedElsewhere, StorageError
from givequest.storage.files.atomic_files import make_folder
from givequest.storage.files.lock import PATIENCE, Lock
from givequest.storage.files.reading import Signature, signature_of
from givequest.storage.ledger.applying import Applier
from givequest.storage.ledger.install_seed import Install
from givequest.storage.ledger.pending import Pending
from givequest.storage.ledger.sequence import Sequence
from givequest.storage.partition.schema import partition_files, path_of
from givequest.storage.partition.undo_store import UndoStore
from givequest.storage.partition.version import latest_seq
from givequest.storage.partition.year_file import YearFile
from givequest.storage.partition.year_view import Step, YearView, records_in, steps_of

if TYPE_CHECKING:
    from givequest.domain.diagnostics import Diagnostic
    from givequest.domain.past_changes import PastChange
    from givequest.storage.ledger.change_history import ChangeHistory, Found

HOLDER, SEQUENCE = "lock-holder", "sequence"
"""Files of the state folder: who holds the lock, and the latest number of a change."""
YearDelta = tuple[tuple[dict[str, Any], ...], tuple[str, ...]]
"""The documents to put into a partition, and the ids of those to drop."""


def _refuse_migration(path: str) -> None:
    raise StorageError(f"{path} is from an earlier givequest, and isn't upgraded where no backup can be taken first.")


class Ledger:
    """All records under one folder, in partitions: the years, and what is of none (`domain.records.partitions`).

    Reading never writes, not even a lock. `now_us` gives the microseconds since 1970 that order
    changes; where the clock went back, the order still grows. `state` is a folder of this computer
    alone, for notes of who holds the lock and of the latest change; None: there are none.
    `before_migration` takes a backup that holds the file at a path: it is called, under the lock,
    before a file of an earlier schema is first written to, and without it none is.
    """

    def __init__(
        self,
        folder: str,
        *,
        state: str | None = None,
        patience: float = PATIENCE,
        now_us: Callable[[], int] = lambda: time.time_ns() // 1000,
        before_migration: Callable[[str], object] = _refuse_migration,
    ) -> None:
        self.folder = folder
        self.install = Install(os.path.dirname(folder))
        self.lock = Lock(os.path.join(folder, ".lock"), patience, state and os.path.join(state, HOLDER))
        self._sequence = Sequence(now_us, state and os.path.join(state, SEQUENCE))
        self._before_migration = before_migration
        self._files: dict[int, YearFile] = {}
        self._undo_store = UndoStore(os.path.join(folder, "undo"))
        self._pending = Pending(folder, self._undo_store, self.lock.check)
        self._applier = Applier(folder, state, self.lock, self._file, self._pending, self._undo_store)

    def path_of(self, partition: int) -> str:
        """Return where a partition's database is, or would be."""
        return path_of(self.folder, partition)

    def years(self) -> list[int]:
        """Return the years that have a database, oldest first. Raises `StorageError`."""
        return list(filter(is_year, self.partitions()))

    def partitions(self) -> list[int]:
        """Return all partitions that have a database, those with a name first. Raises `StorageError`."""
        return sorted(partition_files(self.folder).keys() | self._pending.partitions())

    def page(self, partition: int, *, keep: bool = True) -> YearView:
        """Return the contents of a partition. Raises `StorageError` when its file cannot be used.

        With `keep=False` nothing of it stays in memory.
        """
        return self._pending.over(partition, self._file(partition, keep=keep).page())

    def signature(self, partitions: Iterable[int] | None = None) -> Mapping[int, Signature | None]:
        """Return the signatures of the files of some partitions (default: all years).

        They differ after any change. Raises `StorageError`.
        """
        marks = {
            part: signature_of(self.path_of(part)) for part in (self.years() if partitions is None else partitions)
        }
        with suppress(StorageError):  # told by every page
            return self._pending.marked(marks)
        return marks

    def commit(self, change: Change) -> Applied:
        """Save a change, durably and all or nothing.

        Raises `ChangedElsewhere` when an expected record differs, and `StorageError`.
        """
        partitions = change.partitions

        def put() -> dict[int, Step]:
            self.install.keep()
            self._applier.finish(partitions)
            self._check(change.expects)
            unparsed = {part: self._file(part).unparsed() for part in partitions}
            heads = (self._file(part).changes(data) for part, data in unparsed.items())
            known = [*map(latest_seq, chain.from_iterable(heads)), *change.seqs.values()]
            return self._applier.apply(steps_of(change, *self._sequence.after(known)), unparsed)

        make_folder(self.folder)
        self._applier.exclusively(put)
        return Applied(change.label, partitions)

    def commit_built(
        self, label: ActLabel, draft: Callable[[], Mapping[int, YearDelta]], *, keep_seqs: bool = False
    ) -> Applied | None:
        """Call `draft` under the lock and commit its result atomically; None if it is empty.

        With `keep_seqs`, documents that carry a change number keep it. `draft` may be called more than once. Raises
        `StorageError`.
        """

        def put() -> dict[int, Step]:
            self.install.keep()
            self._applier.finish()
            drafts = draft()
            known = [latest_seq(change) for part in drafts for change in self._file(part).changes()]
            known += [seq_of(row) for puts, _ in drafts.values() for row in puts] if keep_seqs else []
            seq, made = self._sequence.after(known) if drafts else (0, 0)
            steps = {home: Step(seq, label, *drafted, made=made) for home, drafted in sorted(drafts.items())}
            return self._applier.apply({home: step.stamped(seq, keep=keep_seqs) for home, step in steps.items()})

        make_folder(self.folder)
        steps = self._applier.exclusively(put)
        return Applied(label, frozenset(steps)) if steps else None

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the lock; a pending change is completed first, if possible.

        Raises `LedgerLocked` when another process holds it too long, and `StorageError`.
        """
        with self._applier.locked():
            with suppress(StorageError):
                self._applier.finish()
            yield

    def undo(self) -> Applied | None:
        """Undo the latest change in force; None if there is none. Raises `StorageError`."""
        return self._turn(lambda: self._history.next_turning(Turn.BACK)) if self.partitions() else None

    def redo(self) -> Applied | None:
        """Redo the change undone last, unless another was made since; None if there is none. Raises `StorageError`."""
        return self._turn(lambda: self._history.next_turning(Turn.AGAIN)) if self.partitions() else None

    def turn(self, seq: int, turn: Turn) -> Applied:
        """Undo or redo one change by its number, as a change of its own, leaving later ones.

        If nothing of it is left to do, nothing changes and no partitions are returned. Raises `GivequestError` when it
        is turned that way already or not wholly remembered, and `StorageError`.
        """
        return cast(Applied, self._turn(lambda: self._history.turning_of(seq, turn)))

    def changes(self) -> tuple[list[PastChange], list[Diagnostic]]:
        """Return all remembered changes, latest first, and problems with unreadable ones. Raises `StorageError`."""
        return self._history.listed()

    def forget_ways(self, words: Collection[str]) -> int:
        """Forget every change whose way back holds one of some words, for good; return how many. `StorageError`."""
        from givequest.storage.ledger.erasing import forget_ways
        from givequest.storage.partition.change_log import ChangeLog

        with self._applier.locked():
            self._applier.finish()
            return forget_ways(self.partitions(), self._file, self._undo_store, ChangeLog(self.folder), words)

    def erase(self, partition: int) -> None:
        """Remove a partition, with all ways back that are of it, for good. Raises `StorageError`."""
        from givequest.storage.ledger.erasing import erase
        from givequest.storage.partition.change_log import ChangeLog

        with self._applier.locked():
            self._applier.finish()
            erase(self.path_of(partition), partition, self._undo_store, ChangeLog(self.folder))
            self._files.pop(partition, None)

    def records(self, years: Iterable[int]) -> list[Record]:
        """Return the records of some years. Raises `StorageError` when the file of one cannot be used."""
        return [record for year in years for record in self.page(year).records.values()]

    def _file(self, partition: int, *, keep: bool = True) -> YearFile:
        path = self.path_of(partition)
        file = self._files.get(partition)
        file = file or YearFile(path, partition, self._undo_store, self._before_migration, self.lock.check)
        if keep:
            self._files[partition] = file
        return file

    def _check(self, expected: Iterable[AnyRecord]) -> None:
        for record in expected:
            if self.page(home_of(record)).stored.get(record.id) != record:
                raise ChangedElsewhere("This was changed elsewhere in the meantime.")

    @cached_property
    def _history(self) -> ChangeHistory:
        """What it remembers of its changes; nobody needs it to read, or to make one."""
        from givequest.storage.ledger.change_history import ChangeHistory
        from givequest.storage.partition.change_log import ChangeLog

        return ChangeHistory(self.partitions, self._file, self._undo_store, ChangeLog(self.folder))

    def _turn(self, find: Callable[[], Found]) -> Applied | None:
        applied: Applied | None = None

        def turn() -> dict[int, Step]:
            nonlocal applied
            self._applier.finish()
            turning, remembered = find()
            if turning is None:
                return {}
            steps, kept = self._history.steps(turning, *self._sequence.after(map(latest_seq, remembered)))
            applied = Applied(turning.label, frozenset(steps), turning.turn, records_in(kept))
            return self._applier.apply(steps)

        self._applier.exclusively(turn)
        return applied
