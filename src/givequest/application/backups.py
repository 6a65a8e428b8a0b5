"""Backups: taken once a day and before every big change, and brought back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Protocol

from givequest.application.game import Game
from givequest.domain.diagnostics import Inspection
from givequest.errors import GivequestError

BEFORE_IMPORT, BEFORE_MERGE = "before-import", "before-merge"


class Mended(Protocol):
    """A file that could not be used, with a good copy in its place."""

    @property
    def path(self) -> str:
        """Where the good copy is."""

    @property
    def kept_as(self) -> str | None:
        """Where the broken one is; None when there was none."""


class Restored(Protocol):
    """What a restore has done."""

    @property
    def name(self) -> str:
        """The backup."""

    @property
    def before(self) -> str | None:
        """The backup that was taken first."""

    @property
    def mended(self) -> Sequence[Mended]:
        """The files that could not be used."""

    @property
    def put(self) -> int:
        """How many records are back, or as they were."""

    @property
    def dropped(self) -> int:
        """How many records were not in that backup."""


class Merged(Protocol):
    """What a merge of conflict copies has done."""

    @property
    def added(self) -> int:
        """Records that were only in the copies."""

    @property
    def changed(self) -> int:
        """Records that were changed later in a copy than here."""

    @property
    def kept_as(self) -> Sequence[str]:
        """Where the copies are now."""

    @property
    def left(self) -> Sequence[str]:
        """Why each copy that could not be read is left where it was."""


class Archive(Protocol):
    """Where backups are kept. Every method may raise `StorageError`."""

    def take_daily(self, now: datetime) -> str | None:
        """Take the backup of this day and return its name; None when there is one, or nothing to keep."""

    def take(self, now: datetime, reason: str = "") -> str | None:
        """Take a backup and return its name; None when there is nothing to keep."""

    def left_out(self, name: str) -> Sequence[str]:
        """Return the files of the years that are not in a backup, as they cannot be used."""

    def names(self) -> Sequence[Any]:
        """Return the backups, the newest first."""

    def restore(self, word: str, now: datetime) -> Restored:
        """Make the ledger what it was when a backup was taken."""

    def mend(self, now: datetime) -> Restored | None:
        """Bring back what cannot be used; None when all can."""

    def copies(self) -> Sequence[str]:
        """Return the conflict copies that a sync folder left."""

    def merge(self) -> Merged:
        """Take their records in, in one change."""

    def inspect(self, now: datetime) -> Inspection:
        """Look at everything, and change nothing."""

    def moment_ahead(self, now: datetime) -> datetime | None:
        """Return when a record was logged that is more than a day ahead of now; None when there is none."""


def back_up(game: Game, archive: Archive) -> str:
    """Take a backup now and return its name; `GivequestError` when there is nothing to keep."""
    name = archive.take(game.now())
    if name is None:
        raise GivequestError("There is nothing to back up yet: no deed is logged, or no year can be read.")
    return name


def back_up_daily(game: Game, archive: Archive) -> str | None:
    """Take the backup of this day, unless there is one; return its name if it was taken."""
    return archive.take_daily(game.now())


def restore(game: Game, archive: Archive, word: str) -> Restored:
    """Make the ledger what it was at a backup (its name, the beginning of it, or `latest`), as one change."""
    restored = archive.restore(word, game.now())
    _look_again(game)
    return restored


def mend(game: Game, archive: Archive) -> Restored | None:
    """Bring back the newest good copies of what cannot be used; None when everything can."""
    restored = archive.mend(game.now())
    _look_again(game)
    return restored


def merge(game: Game, archive: Archive) -> Merged | None:
    """Take in what a sync folder kept apart, after a backup; None when there is no conflict copy."""
    if not archive.copies():
        return None
    archive.take(game.now(), BEFORE_MERGE)
    merged = archive.merge()
    _look_again(game)
    return merged


def _look_again(game: Game) -> None:
    if "histories" in game.__dict__:
        game.histories.refresh()
