"""What the application needs from outside, whoever provides it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from givequest.domain.changes import Change
    from givequest.domain.diagnostics import Diagnostic
    from givequest.domain.progress.state import ProgressState
    from givequest.domain.records import Record, RecordType

Clock = Callable[[], datetime]
"""Returns the local time, with its UTC offset."""


class Page(Protocol):
    """What a year holds at one moment."""

    @property
    def records(self) -> Mapping[str, Record]:
        """The records by id."""

    def of_types(self, types: Collection[RecordType]) -> list[Record]:
        """Return the records of some types, without reading the others."""

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """What could not be read."""


class Applied(Protocol):
    """A change that is saved."""

    @property
    def label(self) -> str:
        """What it was."""

    @property
    def years(self) -> frozenset[int]:
        """The years it touched."""


class Store(Protocol):
    """Where records are kept. Every method may raise `StorageError`."""

    def years(self) -> list[int]:
        """Return the years that hold anything, oldest first."""

    def page(self, year: int, *, keep: bool = True) -> Page:
        """Return what a year holds now; `keep=False` when it will not be asked for again soon."""

    def signature(self, years: Iterable[int] | None = None) -> Mapping[int, Any]:
        """Return something for each year that differs after every change to it."""

    def commit(self, change: Change) -> Applied:
        """Save a change, all or nothing."""

    def undo(self) -> Applied | None:
        """Take back the latest change."""

    def redo(self) -> Applied | None:
        """Do again what was taken back last."""


class CheckpointStore(Protocol):
    """Where states at the ends of years are kept; may forget any of them."""

    def load(self, year: int, fingerprint: str, stamp: Mapping[int, Any]) -> ProgressState | None:
        """Return a state, if it was made by these rules from these years."""

    def save(self, year: int, fingerprint: str, stamp: Mapping[int, Any], state: ProgressState) -> None:
        """Keep a state."""
