"""What the application needs from outside, whoever provides it."""

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
    """What a partition of the ledger, a year for one, holds at one moment."""

    @property
    def stored(self) -> Mapping[str, AnyRecord]:
        """All records by id, of whatever type."""

    @property
    def seqs(self) -> Mapping[str, int]:
        """The number of the change that each record is from, by its id."""

    @property
    def records(self) -> Mapping[str, Record]:
        """The records of a year by id; none of another partition."""

    def of_types(self, types: Collection[RecordType]) -> list[Record]:
        """Return the records of some types, without reading the others."""

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """What could not be read."""

    @property
    def is_newer(self) -> bool:
        """Whether a newer version has written it: it can be read, and not be changed."""


class Store(Protocol):
    """Where records are kept. Every method may raise `StorageError`."""

    def years(self) -> list[int]:
        """Return the years that hold anything, oldest first."""

    def partitions(self) -> list[int]:
        """Return all parts of the ledger that hold anything: years, and those with a name (`records.partitions`)."""

    def page(self, partition: int, *, keep: bool = True) -> Page:
        """Return what a partition holds now; `keep=False` when it will not be asked for again soon."""

    def signature(self, partitions: Iterable[int] | None = None) -> Mapping[int, Any]:
        """Return something for each of some partitions (of all years) that differs after every change to it."""

    def commit(self, change: Change) -> Applied:
        """Save a change, all or nothing."""

    def undo(self) -> Applied | None:
        """Take back the latest change."""

    def redo(self) -> Applied | None:
        """Do again what was taken back last."""

    def turn(self, seq: int, turn: Turn) -> Applied:
        """Take a change back, or do it again, by its number, leaving what came after it; also `GivequestError`."""

    def changes(self) -> tuple[Sequence[PastChange], Sequence[Diagnostic]]:
        """Return every change that is remembered, the latest first, and what could not be read."""


class YearCache(Protocol):
    """Where what years come to is kept until the next launch; it may forget any of it, and no method raises."""

    def load(self, name: str, year: int, made_from: Any) -> Mapping[str, Any] | None:
        """Return what was kept of a year under a name, if it was made from the same as `made_from`."""

    def save(self, name: str, year: int, made_from: Any, document: Mapping[str, Any]) -> None:
        """Keep what a year comes to, plain JSON values all of it, together with what it was made from."""


class DraftStore(Protocol):
    """Where the drafts of the desk are kept; every method may raise `StorageError`."""

    def read(self) -> tuple[dict[str, MessageDraft], list[Diagnostic]]:
        """Return the drafts by id, and what of them can't be read."""

    def change(self, act: Callable[[dict[str, MessageDraft]], None]) -> None:
        """Let `act` change the drafts as they are now, all or nothing."""


class BackupService(Protocol):
    """The backups of a ledger. Every method may raise `StorageError`, unless it says otherwise."""

    def take_daily(self, now: datetime) -> BackupTaken | None:
        """Take the backup of this day; None when there is one, or nothing to keep."""

    def take(self, now: datetime, reason: str = "") -> BackupTaken | None:
        """Take a backup; None when there is nothing to keep."""

    def names(self) -> Sequence[str]:
        """Return the names of the backups by what is in them, the newest first."""

    def named_ahead(self, now: datetime) -> Sequence[str]:
        """Return the backups whose names are of a day to come: a clock was ahead."""

    def find(self, word: str) -> str:
        """Return the name of the backup that a person means: whole, its beginning, or `latest`.

        Raises `GivequestError` when there is none.
        """

    def restore(self, word: str, now: datetime) -> Restored:
        """Make the ledger what it was when a backup was taken; `GivequestError` when there is no such backup."""

    def repair(self, now: datetime) -> Restored | None:
        """Bring back what cannot be used; None when all can, `GivequestError` when a year is in no good backup."""

    def is_apart(self) -> bool:
        """Return whether there is anything to merge: a conflict copy, or a record that stands in two years."""

    def merge(self) -> Merged:
        """Take the records of conflict copies in, in one change."""

    def merge_backup(self, word: str) -> Merged:
        """Take the records of a backup in, in one change that drops nothing; `GivequestError` when there is none."""

    def forget_ways(self, words: Collection[str]) -> int:
        """Forget every change whose way back holds one of some words, for good; return how many those were."""

    def erase(self, partition: int) -> list[str]:
        """Remove a partition with all ways back that are of it, for good; return the backups that still hold it."""

    def holding(self, words: Collection[str]) -> list[str]:
        """Return the names of the backups in which one of some words stands, or may stand."""

    def inspect(self, now: datetime, today: date, others: Sequence[str] = ()) -> Inspection:
        """Look at everything, and change nothing; what cannot be read is in the result.

        `today` is the giving day; `others` are folders elsewhere in which this program writes.
        """

    def notice_rollbacks(self, written: Collection[int] | None = None) -> list[Diagnostic]:
        """Return what is to be told, but only once, of files that something else put back, took away or doubled.

        `written` are partitions that were just written; None: all are looked at.
        """

    def note_versions(self, *, settled: bool = False) -> None:
        """Note how the files are as seen; those that are earlier than before only when that is `settled`."""

    def moment_ahead(self, now: datetime) -> datetime | None:
        """Return when a record was logged that is more than a day ahead of now; None when there is none."""
