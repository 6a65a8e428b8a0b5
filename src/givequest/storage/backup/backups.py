"""Backups: ZIP files of plain ledger files, written atomically and read back before they count."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from itertools import chain

from givequest.domain.text import clean_line
from givequest.errors import GivequestError, StorageError
from givequest.storage.backup.contents import is_backed_up, partitions_among
from givequest.storage.backup.manifest import Manifest, read_manifest
from givequest.storage.backup.retention import SUFFIX, BackupName, names_to_remove, read_name
from givequest.storage.backup.zip_files import checksum_of, read_members, zip_chunks
from givequest.storage.files.atomic_files import make_folder, remove_file, replace_file, sweep_parts
from givequest.storage.files.lock import locked
from givequest.storage.files.os_errors import os_errors_as
from givequest.storage.partition.version import Version

TRAVEL_MARGIN = timedelta(hours=26)
"""Most that two correct local clocks on Earth can differ: from UTC-12 to UTC+14."""
AHEAD = timedelta(days=1)
"""A name that is later than now by more than this was given by a clock that was ahead."""


class Backups:
    """The folder of backups; other files in it are left alone."""

    def __init__(self, folder: str) -> None:
        self.folder = folder

    @property
    def lock(self) -> str:
        """The path of the lock file of this folder."""
        return os.path.join(os.path.dirname(self.folder), ".backups.lock")

    def path_of(self, name: BackupName) -> str:
        """Return the path of a backup."""
        return os.path.join(self.folder, str(name))

    def names(self) -> list[BackupName]:
        """Return the backups in the order of their names, latest first, without opening them.

        A wrong clock may have made some of the names, so for what is newest see `ranked`. Raises StorageError.
        """
        try:
            found = os.listdir(self.folder)
        except FileNotFoundError:
            return []
        except OSError as error:
            with os_errors_as(self.folder, "read"):
                raise error
        return sorted(filter(None, map(read_name, found)), reverse=True)

    def find(self, word: str) -> BackupName:
        """Return the backup with this name, or whose name starts with it, or for `latest` the newest good one.

        Raises `GivequestError` when there is no such backup, `StorageError` when the folder cannot be read.
        """
        names = self.names()
        wanted = os.path.basename(word)
        if wanted == "latest":
            for name in self.ranked():
                with suppress(StorageError):
                    self.read(name)
                    return name
        else:
            found = [name for name in names if wanted in (str(name), str(name).removesuffix(SUFFIX))] or [
                name for name in names if wanted and str(name).startswith(wanted)
            ]
            if found:
                return found[0] if len(found) == 1 else next(name for name in self.ranked() if name in found)
        hint = "'givequest restore' lists the ones there are." if names else "There are none yet."
        raise GivequestError(f"No backup is called {clean_line(wanted)[:60]}. {hint}")

    def manifests(self) -> dict[BackupName, Manifest]:
        """Return the manifest of each readable backup. Raises `StorageError` when the folder cannot be read."""
        found = ((name, read_manifest(self.path_of(name))) for name in self.names())
        return {name: manifest for name, manifest in found if manifest is not None}

    def named_ahead(self, now: datetime) -> list[BackupName]:
        """Return the backups named for a future day, which a wrong clock made. Raises `StorageError`."""
        return [name for name in self.names() if name.taken - _wall_time(now) > AHEAD]

    def manifest_of(self, name: BackupName) -> Manifest:
        """Return the manifest of a backup; an empty one if it cannot be read."""
        return read_manifest(self.path_of(name)) or Manifest({}, is_written=False)

    def ranked(self) -> list[BackupName]:
        """Return the backups ordered by their contents, newest first. Raises `StorageError`.

        Equal ones are in the order of their names; unreadable ones come last.
        """
        manifests = self.manifests()
        nothing = Manifest({})
        return sorted(self.names(), key=lambda name: (manifests.get(name, nothing).rank, name), reverse=True)

    def copies_of(self, path: str) -> list[BackupName]:
        """Return the backups whose manifest lists a partition (`ledger/2026.json`), newest copy first.

        Raises `StorageError`.
        """
        versions = {name: manifest.versions.get(path) for name, manifest in self.manifests().items()}
        held = [(version, name) for name, version in versions.items() if version is not None]
        return [name for _, name in sorted(held, reverse=True)]

    def is_due(self, now: datetime) -> bool:
        """Return whether this day has no backup yet; one from another time zone counts. Raises `StorageError`."""
        now = _wall_time(now)
        names = self.names()
        return not any(
            name.taken.date() == now.date() or timedelta() < name.taken - now < TRAVEL_MARGIN for name in names
        )

    def write(
        self, files: Iterable[tuple[str, bytes]], now: datetime, reason: str = "", *, daily: bool = False
    ) -> BackupName | None:
        """Write a backup, read it back, delete those no longer needed, and return its name.

        Writes nothing and returns None if the first file is not a year, or another process made the `daily` one first.
        Raises `StorageError` when it is not good on the disk.
        """
        make_folder(os.path.dirname(self.folder))
        with locked(self.lock):
            if daily and not self.is_due(now):
                return None
            remaining = iter(files)
            first = next(remaining, None)
            if first is None or not partitions_among(first[:1]):
                return None
            make_folder(self.folder)
            sweep_parts(self.folder)
            name = self._next_name(now, reason)
            sums: dict[str, tuple[int, int]] = {}
            replace_file(self.path_of(name), zip_chunks(chain([first], remaining), sums))
            if not self._holds(name, sums):
                remove_file(self.path_of(name))
                raise StorageError(
                    f"{self.path_of(name)} didn't read back as it was written, so it doesn't count as a backup; "
                    "check the disk."
                )
            with suppress(StorageError):  # an old one too many harms nobody
                self._prune(now)
        return name

    def _next_name(self, now: datetime, reason: str) -> BackupName:
        """Return a name later than all others, except those more than `TRAVEL_MARGIN` ahead. Raises `StorageError`."""
        names = self.names()
        taken = _wall_time(now)
        taken = max([taken, *(name.taken for name in names if name.taken - taken < TRAVEL_MARGIN)])
        return BackupName(taken, 1 + max((name.number for name in names if name.taken == taken), default=-1), reason)

    def read(self, name: BackupName) -> dict[str, bytes]:
        """Return the files that a backup holds, by path. Raises `StorageError` when it is damaged or gone."""
        if not os.path.lexists(self.path_of(name)):
            raise StorageError(f"No backup is called {name}; 'givequest restore' lists the ones there are.")
        # All are read, of other names too: a damaged name makes a file look like one of those.
        files = {path: data for path, data in read_members(self.path_of(name)) if is_backed_up(path)}
        if not files:
            raise StorageError(f"{self.path_of(name)} holds nothing from givequest; choose another backup.")
        return files

    def _holds(self, name: BackupName, sums: Mapping[str, tuple[int, int]]) -> bool:
        """Return whether a backup reads back as it was written."""
        try:
            return {path: checksum_of(data) for path, data in read_members(self.path_of(name))} == sums
        except StorageError:
            return False

    def _prune(self, now: datetime) -> None:
        """Remove what is not needed any more; the newest copy of every partition stays, however old it is.

        A backup that left something out takes nobody's place: only whole ones push whole ones out.
        """
        names = self.names()
        until = _wall_time(now) + TRAVEL_MARGIN
        if not names_to_remove(names, until):
            return
        manifests = self.manifests()
        whole = [name for name in names if name not in manifests or manifests[name].is_whole]
        unneeded = names_to_remove(whole, until) | (names_to_remove(names, until) - set(whole))
        newest: dict[str, tuple[Version, BackupName]] = {}
        for name, manifest in manifests.items():
            for path, version in manifest.versions.items():
                if partitions_among([path]):
                    newest[path] = max(newest.get(path, (version, name)), (version, name))
        for name in sorted(unneeded - {name for _, name in newest.values()}):
            remove_file(self.path_of(name))


def _wall_time(now: datetime) -> datetime:
    return now.replace(tzinfo=None, microsecond=0)
