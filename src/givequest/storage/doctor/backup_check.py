"""The backups, read from end to end: which are good, and what each holds."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta
from typing import NamedTuple

from givequest.domain.diagnostics import Diagnostic, note, warning
from givequest.domain.records.partitions import name_of
from givequest.errors import StorageError
from givequest.storage.backup.backups import Backups
from givequest.storage.backup.contents import year_name, years_among
from givequest.storage.backup.validation import check_year

AHEAD = timedelta(days=1)


class BackupCheck(NamedTuple):
    """What the backups came to."""

    good: Mapping[str, frozenset[int]]
    """The partitions of each good backup by its name, the newest first."""
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def newest(self) -> str | None:
        """The newest good backup."""
        return next(iter(self.good), None)

    def newest_with(self, year: int) -> str | None:
        """Return the newest good backup that holds a year."""
        return next((name for name, years in self.good.items() if year in years), None)


def check_backups(backups: Backups, now: datetime, years: AbstractSet[int]) -> BackupCheck:
    """Read every backup and return what was found; `years` are those that should be in one."""
    good: dict[str, frozenset[int]] = {}
    diagnostics: list[Diagnostic] = []
    try:
        names = backups.names()
    except StorageError as error:
        return BackupCheck({}, (warning("unreadable-folder", backups.folder, str(error)),))
    for name in names:
        path = backups.path_of(name)
        try:
            files = backups.read(name)
            for year in years_among(files):
                check_year(files[year_name(year)], path)
        except StorageError:
            remedy = "It can be removed; 'givequest backup' takes a new one."
            words = "It is damaged, and nothing of it can be used."
            diagnostics.append(warning("damaged-backup", path, words, remedy))
        else:
            good[str(name)] = years_among(files)
    ahead = [name for name in names if name.taken - now.replace(tzinfo=None) > AHEAD]
    if ahead:
        words = f"{len(ahead)} of the backups here were taken later than now: a clock is, or was, wrong."
        remedy = "They stay, and keep no other from staying; they can be removed."
        diagnostics.append(note("backup-ahead", backups.folder, words, remedy))
    missing = sorted(years - frozenset().union(*good.values()))
    if missing:
        words = f"There is no good backup of {', '.join(map(name_of, missing))} yet."
        remedy = "One is taken with the first deed of a day; 'givequest backup' takes one now."
        diagnostics.append(note("no-backup", backups.folder, words, remedy))
    return BackupCheck(good, tuple(diagnostics))
