"""Backups: taken once a day and before every large change, and restored."""

from __future__ import annotations

from givequest.application.game.game import Game
from givequest.application.ports import BackupService
from givequest.domain.results import BackupTaken, Merged, Restored
from givequest.errors import GivequestError

BEFORE_IMPORT, BEFORE_MERGE = "before-import", "before-merge"


def back_up(game: Game, backups: BackupService) -> BackupTaken:
    """Take a backup now. Raises `GivequestError` when there is nothing to keep, and `StorageError`."""
    taken = backups.take(game.now())
    if taken is None:
        raise GivequestError("Nothing to back up yet: no deed is logged, or no year can be read.")
    return taken


def back_up_daily(game: Game, backups: BackupService) -> BackupTaken | None:
    """Take the backup of this day, unless there is one; return it if it was taken. Raises `StorageError`."""
    return backups.take_daily(game.now())


def restore(game: Game, backups: BackupService, word: str) -> Restored:
    """Restore the ledger to a backup (its name, the start of its name, or `latest`) as one change that undo takes back.

    Raises `GivequestError` when there is no such backup, and `StorageError`.
    """
    restored = backups.restore(word, game.now())
    _look_again(game)
    return restored


def repair(game: Game, backups: BackupService) -> Restored | None:
    """Replace every unusable file with its newest good copy; None when every file can be used.

    Raises `GivequestError` when a file is in no good backup, and `StorageError`.
    """
    restored = backups.repair(game.now())
    _look_again(game)
    return restored


def merge(game: Game, backups: BackupService, word: str | None = None) -> Merged | None:
    """Merge the conflict copies of a sync folder, or the records of the backup `word`, after a new backup.

    None when there is nothing to merge. Raises `GivequestError` when there is no backup `word`, and `StorageError`.
    """
    if word is None and not backups.is_apart():
        return None
    name = None if word is None else backups.find(word)  # before there is a later one
    before = backups.take(game.now(), BEFORE_MERGE)
    merged = backups.merge() if name is None else backups.merge_backup(name)
    _look_again(game)
    return merged._replace(before=before)


def _look_again(game: Game) -> None:
    game.refresh()
