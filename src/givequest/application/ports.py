"""The interfaces that the application needs from storage."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from givequest.domain.change_labels import Turn
    from givequest.domain.changes import Applied, Change
    from givequest.domain.desk.drafts import MessageDraft
    from givequest.domain.diagnostics import Diagnostic, Inspection
    from givequest.domain.past_changes import PastChange
    from givequest.domain.records import AnyRecord, Record, RecordType
    from givequest.domain.results import BackupTaken, Merged, Restored

Clock = Callable[[], datetime]
"""Returns the local time, with its UTC offset."""


class Page(Protocol):
    """The contents of a partition of the ledger (a year, or one with a name) at one moment."""

    @property
    def stored(self) -> Mapping[str, AnyRecord]:
        """All records by id, of whatever type."""

    @property
    def seqs(self) -> Mapping[str, int]:
        """The number of the change that each record is from, by its id."""

    @property
    def records(self) -> Mapping[str, Record]:
        """The records of a year by id; empty for a partition that is no year."""

    def of_types(self, types: Collection[RecordType]) -> list[Record]:
        """Return the records of some types, without reading the others."""

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """Problems with what could not be read."""

    @property
    def is_newer(self) -> bool:
        """Whether it was written by a newer version, so that it can be read but not changed."""


class Store(Protocol):
    """Where records are kept. Every method may raise `StorageError`."""

    def years(self) -> list[int]:
        """Return the years that have a file, oldest first."""

    def partitions(self) -> list[int]:
        """Return all partitions that have a file: years, and those with a name (`records.partitions`)."""

    def page(self, partition: int, *, keep: bool = True) -> Page:
        """Return the contents of a partition; `keep=False` does not keep them in memory."""

    def signature(self, partitions: Iterable[int] | None = None) -> Mapping[int, Any]:
        """Return a signature of each of some partitions (default: all years) that differs after every change to it."""

    def commit(self, change: Change) -> Applied:
        """Save a change, all or nothing."""

    def undo(self) -> Applied | None:
        """Undo the latest change."""

    def redo(self) -> Applied | None:
        """Redo the change that was undone last."""

    def turn(self, seq: int, turn: Turn) -> Applied:
        """Undo or redo one change by its number, leaving later ones; may raise `GivequestError` too."""

    def changes(self) -> tuple[Sequence[PastChange], Sequence[Diagnostic]]:
        """Return all remembered changes, latest first, and problems with what could not be read."""


class YearCache(Protocol):
    """A cache of results by year that outlives the process. It may lose anything, and no method raises."""

    def load(self, name: str, year: int, made_from: Any) -> Mapping[str, Any] | None:
        """Return the document cached for a year under a name if it was made from `made_from`; else None."""

    def save(self, name: str, year: int, made_from: Any, document: Mapping[str, Any]) -> None:
        """Cache a document of plain JSON values for a year, with what it was made from."""


class DraftStore(Protocol):
    """Where the drafts of the desk are kept; every method may raise `StorageError`."""

    def read(self) -> tuple[dict[str, MessageDraft], list[Diagnostic]]:
        """Return the drafts by id, and what of them can't be read."""

    def change(self, act: Callable[[dict[str, MessageDraft]], None]) -> None:
        """Let `act` change the drafts as they are now, all or nothing."""


class BackupService(Protocol):
    """The backups of a ledger. Every method may raise `StorageError` unless it says otherwise."""

    def take_daily(self, now: datetime) -> BackupTaken | None:
        """Take the backup of the day; None if there is one already or nothing to back up."""

    def take(self, now: datetime, reason: str = "") -> BackupTaken | None:
        """Take a backup; None if there is nothing to back up."""

    def names(self) -> Sequence[str]:
        """Return the names of the backups, ordered by their contents, newest first."""

    def named_ahead(self, now: datetime) -> Sequence[str]:
        """Return the backups named for a future day, which a wrong clock made."""

    def find(self, word: str) -> str:
        """Return the backup with this name, or whose name starts with it, or the newest good one for `latest`.

        Raises `GivequestError` when there is none.
        """

    def restore(self, word: str, now: datetime) -> Restored:
        """Restore the ledger to a backup; may raise `GivequestError` when there is no such backup."""

    def repair(self, now: datetime) -> Restored | None:
        """Replace unusable files with their newest good copies; None if there are none.

        May raise `GivequestError` when a year is in no good backup."""

    def is_apart(self) -> bool:
        """Return whether there is anything to merge: a conflict copy, or a record in two years."""

    def merge(self) -> Merged:
        """Merge the records of all conflict copies, in one change."""

    def merge_backup(self, word: str) -> Merged:
        """Merge the records of a backup, in one change that deletes nothing; may raise `GivequestError` too."""

    def forget_ways(self, words: Collection[str]) -> int:
        """Forget every change whose way back holds one of some words, for good; return how many those were."""

    def erase(self, partition: int) -> list[str]:
        """Remove a partition with all ways back that are of it, for good; return the backups that still hold it."""

    def holding(self, words: Collection[str]) -> list[str]:
        """Return the names of the backups in which one of some words stands, or may stand."""

    def inspect(self, now: datetime, today: date, others: Sequence[str] = ()) -> Inspection:
        """Check everything and change nothing; what cannot be read is in the result.

        `today` is the giving day; `others` are further folders this program writes to.
        """

    def notice_rollbacks(self, written: Collection[int] | None = None) -> list[Diagnostic]:
        """Return warnings, each only once, about files that something else put back, removed or duplicated.

        `written` are the partitions just written; None checks all.
        """

    def note_versions(self, *, settled: bool = False) -> None:
        """Record the current versions of the files as seen; older ones than before only if `settled`."""

    def moment_ahead(self, now: datetime) -> datetime | None:
        """Return the timestamp of a record logged more than a day after `now`; None if there is none."""
