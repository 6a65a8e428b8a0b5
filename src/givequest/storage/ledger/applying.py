"""Applying: the steps of a change done in their partitions, all or nothing, while nobody else can change anything."""

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
    """Does steps. Every method may raise `StorageError`; all but the first two are called while the lock is held."""

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
        """Let nobody else change anything; what killed processes have left in the folder is gone by then."""
        if self._state is not None:
            with suppress(OSError):  # without its notes there is less to say, and nothing to lose
                os.makedirs(self._state, FOLDER_MODE, exist_ok=True)
        with self._lock.held():
            sweep_parts(self._folder)
            yield

    def exclusively(self, act: Callable[[], dict[int, Step]]) -> dict[int, Step]:
        """Do something while nobody else can change anything, and return the steps that it did.

        Where another program replaces the lock meanwhile, others may hold the new one. What is not yet written
        is begun again then; of what is, it is made sure that nobody has overwritten it with what was before.
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
        """Finish a change of several partitions whose process died in the middle of it, or was refused by the disk.

        A partition that cannot be written now keeps nobody from a change of one `wanted` partition beside it.
        """
        for file, steps in self._pending.waiting():
            file.renew()
            self.spread(file, steps, wanted)

    def apply(self, steps: dict[int, Step], unparsed: Mapping[int, bytes | None] = NOTHING_READ) -> dict[int, Step]:
        """Do the steps of one change, and return them as they were done.

        `unparsed` holds the files as they were read for it, where nobody has parsed them.
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
        """Do again what is not there any more of steps that were done, as somebody else wrote at the same time."""
        for partition, step in steps.items():
            file = self._file_of(partition)
            file.forget()
            if not is_done(step, file.page()):
                file.apply(step)

    def spread(self, file: PendingFile, steps: Mapping[int, Step], wanted: Collection[int] | None = None) -> None:
        """Do in each partition what a pending file says."""
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
