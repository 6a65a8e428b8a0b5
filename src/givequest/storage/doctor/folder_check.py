"""The data folder from outside: who may read it, and what lies about in it."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator

from givequest.domain.diagnostics import Diagnostic, note, warning
from givequest.domain.records import FIRST_YEAR
from givequest.errors import StorageError
from givequest.storage.backup.backups import Backups
from givequest.storage.files.atomic_files import FILE_MODE, FOLDER_MODE, TEMP_SUFFIX
from givequest.storage.ledger.conflict_copies import MERGED, conflict_copies, lock_copies, partition_of_copy, read_copy
from givequest.storage.ledger.ledger import Ledger
from givequest.storage.ledger.schema import partition_files, refused_files

_COPY_WORDS = re.compile(r"sync-conflict-|conflicted copy|_conflict-|\.conflict\d*$|\.\.path\d$", re.IGNORECASE)
MOST = 10
"""Files of one kind that are named one by one."""
LEAST_FREE = 1 << 20
"""Bytes below which a disk counts as full: a year is written beside itself before it is put in place."""


def inspect_folder(ledger: Ledger, backups: Backups) -> list[Diagnostic]:
    """Look at the names and the modes of everything below the data folder; what cannot be read is in the result."""
    data = os.path.dirname(ledger.folder)
    diagnostics = [*_conflicts(ledger.folder, data)]
    if os.path.isdir(data):
        diagnostics += [
            *_modes(data),
            *_scraps(data),
            *_years_before_the_first(ledger.folder),
            *_refusals(data, ledger, backups),
        ]
    return diagnostics


def _conflicts(folder: str, data: str) -> Iterator[Diagnostic]:
    copies: list[str] = []
    locks: list[str] = []
    try:
        copies, locks = conflict_copies(folder), lock_copies((data, folder))
    except StorageError as error:
        yield warning("unreadable-folder", folder, str(error))
    there = partition_files(folder) if copies else {}
    for path in copies:
        partition = partition_of_copy(os.path.basename(path))
        words = "It is a conflict copy: two computers wrote this year at once, and a sync folder kept both."
        if partition not in there:
            words = "It is a conflict copy, and its year is gone: a sync folder took the name from both sides."
        remedy = "'givequest merge' takes its records in and keeps the copy."
        try:
            read_copy(path)
        except StorageError as error:
            remedy = f"It {str(error).removeprefix(path).strip()}"
        yield warning("conflict-copy", path, words, remedy)
    for path in locks:
        yield note(
            "lock-copy",
            path,
            "It is a conflict copy of a lock file, and holds nothing.",
            "'givequest merge' removes it.",
        )
    for path in _files_below(data):
        name = os.path.basename(path)
        if _COPY_WORDS.search(name) and path not in {*copies, *locks} and not name.startswith(MERGED):
            words = "It is a conflict copy of a sync folder that holds no records of a year."
            yield warning("conflict-copy", path, words, "It can be removed once you have looked at it.")


def _modes(folder: str) -> Iterator[Diagnostic]:
    found = []
    for root, _, names in os.walk(folder):
        for path in (root, *(os.path.join(root, name) for name in names)):
            try:
                mode = stat.S_IMODE(os.stat(path).st_mode)
            except OSError:
                continue
            if mode & 0o077:
                wanted = FOLDER_MODE if path == root else FILE_MODE
                found.append((path, mode, wanted))
    for path, mode, wanted in found[:MOST]:
        words = f"Others than you may get at it (its mode is {mode:04o})."
        yield warning("open-mode", path, words, f"'chmod {wanted:o}' closes it.")
    if len(found) > MOST:
        words = f"{len(found) - MOST} more files or folders below it are open to others as well."
        yield warning("open-mode", folder, words, "'chmod -R go= ' with the folder behind it closes them all.")


def _scraps(folder: str) -> Iterator[Diagnostic]:
    for path in _files_below(folder):
        name = os.path.basename(path)
        if name.endswith(TEMP_SUFFIX):
            words = "A write that was broken off has left it, unless one is going on just now; it counts for nothing."
            yield note("scrap", path, words, "It goes with the next change, or the next backup.")
        elif ".json.broken-" in name or name.startswith(MERGED):
            words = "It is kept from an earlier restore or merge; it can be removed once you do not need it any more."
            yield note("set-aside", path, words)


def _years_before_the_first(folder: str) -> Iterator[Diagnostic]:
    for path in refused_files(folder):
        words = f"It's called like a year, but no record is from before {FIRST_YEAR}, so nothing reads it."
        yield warning("no-such-year", path, words, "Look at it in an editor, and move it out of the ledger's folder.")


def _refusals(data: str, ledger: Ledger, backups: Backups) -> Iterator[Diagnostic]:
    for folder in (data, ledger.folder, backups.folder):
        if os.path.isdir(folder) and not os.access(folder, os.W_OK | os.X_OK):
            remedy = "Make it writable, or choose another folder with --home."
            yield warning("not-writable", folder, "Nothing can be saved here.", remedy)
    for path in (ledger.lock.path, backups.lock):
        if os.path.exists(path) and not os.access(path, os.R_OK | os.W_OK):
            words = "It is somebody else's, so nothing can be saved here."
            remedy = "Make it yours with chown, or remove it while no givequest is running."
            yield warning("not-writable", path, words, remedy)
    free = _free_bytes(data)
    if free is not None and free < LEAST_FREE:
        words = f"The disk that it is on is full, or nearly: {free:,} bytes are left."
        yield warning("disk-full", data, words, "Free some space, or nothing more can be saved.")


def _free_bytes(folder: str) -> int | None:
    try:
        disk = os.statvfs(folder)
    except OSError:
        return None
    return disk.f_bavail * disk.f_frsize if disk.f_blocks else None  # some disks over a network do not say


def _files_below(folder: str) -> list[str]:
    return sorted(os.path.join(root, name) for root, _, names in os.walk(folder) for name in names)
