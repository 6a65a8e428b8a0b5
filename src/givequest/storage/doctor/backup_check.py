"""The check of the backups: each is read from end to end."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from givequest.domain.change_labels import count_words
from givequest.domain.diagnostics import Diagnostic, note, warning
from givequest.domain.records.partitions import name_of
from givequest.errors import StorageError
from givequest.named_tuple import NamedTuple
from givequest.storage.backup.backups import Backups
from givequest.storage.backup.contents import partitions_among, path_in_backup
from givequest.storage.backup.manifest import Manifest
from givequest.storage.backup.retention import BackupName
from givequest.storage.backup.validation import check_database
from givequest.storage.doctor.rollback_check import Copy, newest_copies


class BackupCheck(NamedTuple):
    """The result of checking the backups."""

    good: Mapping[BackupName, Manifest]
    """What each good backup holds, the newest of what they hold first."""
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def newest(self) -> str | None:
        """The name of the good backup that holds the latest change."""
        return next(map(str, self.good), None)

    @property
    def newest_copies(self) -> dict[int, Copy]:
        """The newest good copy of each partition."""
        return newest_copies(self.good)


def check_backups(backups: Backups, now: datetime, partitions: Collection[int]) -> BackupCheck:
    """Read every backup and return what was found; `partitions` should each be in one.

    Raises StorageError when the folder cannot be listed."""
    good: dict[BackupName, Manifest] = {}
    diagnostics: list[Diagnostic] = []
    try:
        names = backups.ranked()
    except StorageError as error:
        return BackupCheck({}, (warning("unreadable-folder", backups.folder, str(error)),))
    for name in names:
        path = backups.path_of(name)
        try:
            files = backups.read(name)
            for partition in partitions_among(files):
                check_database(files[path_in_backup(partition)], path)
        except StorageError:
            remedy = "It can be removed; 'givequest backup' takes a new one."
            words = "It's damaged, and nothing in it can be used."
            diagnostics.append(warning("damaged-backup", path, words, remedy))
        else:
            good[name] = backups.manifest_of(name)
    check = BackupCheck(good)
    diagnostics += _names_ahead(backups, now)
    diagnostics += _gaps(backups.folder, check)
    missing = sorted(set(partitions) - check.newest_copies.keys())
    if missing:
        words = f"There's no good backup of {', '.join(map(name_of, missing))} yet."
        remedy = "One is taken with the first deed of a day; 'givequest backup' takes one now."
        diagnostics.append(note("no-backup", backups.folder, words, remedy))
    return check._replace(diagnostics=tuple(diagnostics))


def _names_ahead(backups: Backups, now: datetime) -> list[Diagnostic]:
    """Tell of backups that are named for a day to come."""
    ahead = backups.named_ahead(now)
    if not ahead:
        return []
    count = count_words(len(ahead), "backup here is", "backups here are")
    words = f"{count} named for a day that hasn't come: a clock was ahead, or is behind."
    remedy = "What's in a backup says how new it is, not its name; you can remove one you don't need."
    return [note("backup-ahead", backups.folder, words, remedy)]


def _gaps(folder: str, check: BackupCheck) -> list[Diagnostic]:
    """Tell of backups that could not hold all that was there."""
    partial = {name: manifest for name, manifest in check.good.items() if not manifest.is_whole}
    if not partial:
        return []
    newest, manifest = next(iter(partial.items()))
    count = count_words(len(partial), "backup here lacks", "backups here lack")
    words = f"{count} what couldn't be read at that time; {newest} lacks {', '.join(sorted(manifest.left_out))}."
    return [note("incomplete-backup", folder, words, "A restore leaves alone what a backup lacks.")]
