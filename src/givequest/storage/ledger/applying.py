"""Applying the steps of a change to their partitions, all or nothing, under the lock."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, suppress

from givequest.domain.records.partitions import RULES
from givequest.errors import LockReplaced, StorageError
from givequest.storage.files.atomic_files import FOLDER_MODE, sweep_parts
from givequest.storage.files.lock import Lock
from givequest.storage.ledger.pending import Pending, PendingFile, current_part
from givequest.storage.partition.undo_store import UndoStore
from givequest.storage.partition.year_file import YearFile
from givequest.storage.partition.year_view import Step, is_done

NOTHING_READ: Mapping[int, bytes | None] = {}
ATTEMPTS = 50
"""How often a change is begun again where the lock is replaced meanwhile."""


class Applier:
    """Applies steps. Every method may raise `StorageError`; all but the first two need the lock."""

    def __init__(
        self,
        folder: str,
        state: str | None,
        lock: Lock,
        file_of: Callable[[int], YearFile],
        pending: Pending,
        undo_store: UndoStore,
    ) -> None:
        self._folder = folder
        self._state = state
        self._lock = lock
        self._file_of = file_of
        self._pending = pending
        self._undo_store = undo_store

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the lock; temporary files of killed processes are deleted first."""
        if self._state is not None:
            with suppress(OSError):  # without its notes there is less to say, and nothing to lose
                os.makedirs(self._state, FOLDER_MODE, exist_ok=True)
        with self._lock.held():
            sweep_parts(self._folder)
            yield

    def exclusively(self, act: Callable[[], dict[int, Step]]) -> dict[int, Step]:
        """Call `act` under the lock and return the steps that it applied.

        If another program replaces the lock file meanwhile, someone else may hold the new one. Then `act` is called
        again if nothing was written; otherwise the written steps are verified and repeated if they were overwritten.
        """
        steps, is_sure = self._begin(act)
        while not is_sure:
            with suppress(LockReplaced), self.locked():
                self.make_sure(steps)
                is_sure = self._lock.is_in_place()
        return steps

    def _begin(self, act: Callable[[], dict[int, Step]]) -> tuple[dict[int, Step], bool]:
        """Return the steps that were done, and whether nobody else can have written at the same time."""
        for _ in range(ATTEMPTS - 1):
            with suppress(LockReplaced), self.locked():
                return act(), self._lock.is_in_place()
        with self.locked():
            return act(), self._lock.is_in_place()

    def finish(self, wanted: Collection[int] | None = None) -> None:
        """Complete a pending change of several partitions that a crash or the disk interrupted.

        A partition that cannot be written does not block a change of another, `wanted` partition.
        """
        for file, steps in self._pending.waiting():
            file.renew()
            self.spread(file, steps, wanted)

    def apply(self, steps: dict[int, Step], unparsed: Mapping[int, bytes | None] = NOTHING_READ) -> dict[int, Step]:
        """Apply the steps of one change, and return them as applied.

        `unparsed` holds files that were read for it but not parsed.
        """
        if len(steps) <= 1:
            for partition, step in steps.items():
                self._file_of(partition).apply(step, unparsed.get(partition))
            return steps
        for partition in steps:
            self._file_of(partition).changeable_page()
        together = tuple(partition for partition in steps if partition != RULES)
        together = together if len(together) > 1 else ()  # rules stay as they are when a change is taken back
        steps = {partition: step._replace(years=together) for partition, step in steps.items()}
        file = self._pending.write(steps)
        # From here on the change is made: what does not get into the partitions now is
        # read from the pending file, and written by the next change.
        with suppress(StorageError):
            self.spread(file, steps)
        return steps

    def make_sure(self, steps: Mapping[int, Step]) -> None:
        """Repeat applied steps that a concurrent writer overwrote."""
        for partition, step in steps.items():
            file = self._file_of(partition)
            file.forget()
            if not is_done(step, file.page()):
                file.apply(step)

    def spread(self, file: PendingFile, steps: Mapping[int, Step], wanted: Collection[int] | None = None) -> None:
        """Apply a pending file to each partition."""
        refused: dict[int, StorageError] = {}
        for partition, step in steps.items():
            try:
                database = self._file_of(partition)
                database.apply(current_part(step, database.page(), self._undo_store))
            except StorageError as error:
                refused[partition] = error
        if not refused:
            file.clear()
        if refused and (wanted is None or len(wanted) > 1 or not refused.keys().isdisjoint(wanted)):
            raise next(iter(refused.values()))
