"""Backups: each a zip file of plain ledger files, whole at any moment and read back before it counts."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from zlib import crc32

from givequest.errors import StorageError
from givequest.storage.files import make_folder, read_file, remove_file, replace_file, sweep_parts, told
from givequest.storage.lock import locked
from givequest.storage.rotation import BackupName, names_to_remove, read_name

Files = Mapping[str, bytes]
"""What a backup holds, by its path below the data folder: `ledger/2026.json`."""
Sums = Mapping[str, tuple[int, int]]
"""The length and the checksum of each of these."""

INSTALL, PENDING = "install.json", "ledger/pending.json"
_MEMBER = re.compile(r"install\.json|ledger/(?:\d{4}|pending|undo/\d{4}-\d{1,20})\.json")
_YEAR = re.compile(r"ledger/(\d{4})\.json")
JOURNEY = timedelta(hours=26)
"""How far apart two right clocks on one world can be."""
LARGEST = 1 << 30
"""Bytes that one backup can come to when it is read: more was not written here."""


class Backups:
    """The folder of backups. Its names say when they were taken; files with other names are nobody's business here."""

    def __init__(self, folder: str) -> None:
        self.folder = folder

    def path_of(self, name: BackupName) -> str:
        """Return where a backup is."""
        return os.path.join(self.folder, str(name))

    def names(self) -> list[BackupName]:
        """Return the backups, the newest first; none of them was opened."""
        try:
            found = os.listdir(self.folder)
        except FileNotFoundError:
            return []
        except OSError as error:
            with told(self.folder, "read"):
                raise error
        return sorted(filter(None, map(read_name, found)), reverse=True)

    def is_due(self, now: datetime) -> bool:
        """Return whether this day has no backup yet; one of a clock that a journey has put back counts."""
        taken = _wall_time(now)
        return not any(
            name.taken.date() == taken.date() or timedelta() < name.taken - taken < JOURNEY for name in self.names()
        )

    def write(
        self, files: Iterable[tuple[str, bytes]], now: datetime, reason: str = "", *, daily: bool = False
    ) -> BackupName | None:
        """Write a backup, read it back, remove those no longer needed, and return its name.

        Nothing is written, and None returned, when no year is among the files, or when another
        process was quicker with a `daily` one. Raises `StorageError` when it is not good on the disk.
        """
        make_folder(os.path.dirname(self.folder))
        with locked(os.path.join(os.path.dirname(self.folder), ".backups.lock")):
            if daily and not self.is_due(now):
                return None
            packed, sums = _pack(files)
            if not years_among(sums):
                return None
            make_folder(self.folder)
            sweep_parts(self.folder)
            name = self._next_name(now, reason)
            replace_file(self.path_of(name), packed)
            del packed
            if not self._holds(name, sums):
                remove_file(self.path_of(name))
                raise StorageError(
                    f"{self.path_of(name)} did not read back as it was written, so there is no such backup; "
                    "check the disk."
                )
            with suppress(StorageError):  # an old one too many harms nobody
                self._prune(now)
        return name

    def _next_name(self, now: datetime, reason: str) -> BackupName:
        """Return a name later than all others, but for those of a clock that was wrong."""
        names = self.names()
        taken = _wall_time(now)
        taken = max([taken, *(name.taken for name in names if name.taken - taken < JOURNEY)])
        return BackupName(taken, 1 + max((name.number for name in names if name.taken == taken), default=-1), reason)

    def read(self, name: BackupName) -> dict[str, bytes]:
        """Return what a backup holds; `StorageError` when it is damaged, or gone."""
        path = self.path_of(name)
        found = read_file(path)
        if found is None:
            raise StorageError(f"There is no backup {name}; 'givequest restore' lists those that there are.")
        return _unpack(found[0], path)

    def _holds(self, name: BackupName, sums: Sums) -> bool:
        """Return whether a backup reads back as it was written; a file at a time, however many years there are."""
        try:
            found = read_file(self.path_of(name))
            members = _members(found[0], self.path_of(name)) if found is not None else ()
            return {member: _sum(data) for member, data in members} == sums
        except StorageError:
            return False

    def years_in(self, name: BackupName) -> frozenset[int]:
        """Return the years that a backup says it holds, without reading them; none when it cannot say."""
        from zipfile import BadZipFile, ZipFile

        try:
            with ZipFile(self.path_of(name)) as archive:
                return years_among(archive.namelist())
        except (BadZipFile, OSError, ValueError, NotImplementedError):
            return frozenset()

    def _prune(self, now: datetime) -> None:
        """Remove what is not needed any more; the newest copy of every year stays, however old it is."""
        names = self.names()
        unneeded = names_to_remove(names, _wall_time(now) + JOURNEY)
        if not unneeded:
            return
        held: set[int] = set()
        for name in names:
            years = self.years_in(name)
            if name not in unneeded or years - held:
                held |= years
                continue
            remove_file(self.path_of(name))


def years_among(files: Iterable[str]) -> frozenset[int]:
    """Return the years whose files are among these."""
    matches = map(_YEAR.fullmatch, files)
    return frozenset(int(match[1]) for match in matches if match)


def is_member(name: str) -> bool:
    """Return whether a file is one that a backup holds."""
    return _MEMBER.fullmatch(name) is not None


def year_name(year: int) -> str:
    """Return what the file of a year is called in a backup."""
    return f"ledger/{year:04}.json"


def _wall_time(now: datetime) -> datetime:
    return now.replace(tzinfo=None, microsecond=0)


def _pack(files: Iterable[tuple[str, bytes]]) -> tuple[bytes, Sums]:
    from io import BytesIO
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

    buffer = BytesIO()
    sums = {}
    with ZipFile(buffer, "w") as archive:
        for path, data in files:
            entry = ZipInfo(path)  # of 1980: a zip file knows no earlier time, and a clock may
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, data, compresslevel=1)
            sums[path] = _sum(data)
    return buffer.getvalue(), sums


def _sum(data: bytes) -> tuple[int, int]:
    return len(data), crc32(data)


def _unpack(data: bytes, path: str) -> dict[str, bytes]:
    return dict(_members(data, path))


def _count(data: bytes) -> int:
    """Return how many files the end of a zip file says there are: a damaged length can swallow the next name."""
    end = data.rfind(b"PK\5\6")
    return int.from_bytes(data[end + 10 : end + 12], "little")


def _members(data: bytes, path: str) -> Iterator[tuple[str, bytes]]:
    """Yield what a zip file holds of ours, a file at a time; `StorageError` where it is damaged."""
    from io import BytesIO
    from zipfile import BadZipFile, ZipFile
    from zlib import error as ZlibError  # noqa: N812

    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) != _count(data) or sum(entry.file_size for entry in entries) > LARGEST:
                raise BadZipFile
            for entry in entries:
                content = archive.read(entry)  # of the others too: a damaged name makes a file look like one of them
                if is_member(entry.filename):
                    yield entry.filename, content
    except (BadZipFile, ZlibError, EOFError, OSError, ValueError, RuntimeError, NotImplementedError, OverflowError):
        raise StorageError(f"{path} is damaged and cannot be read as a backup; choose another one.") from None
