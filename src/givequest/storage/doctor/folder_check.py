"""The check of the data folder: who may read it, whether it is writable, and stray files."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator

from givequest.domain.diagnostics import Diagnostic, warning
from givequest.domain.records import FIRST_YEAR
from givequest.storage.backup.backups import Backups
from givequest.storage.doctor.disk_check import keeps_modes
from givequest.storage.files.atomic_files import FILE_MODE, FOLDER_MODE
from givequest.storage.ledger.ledger import Ledger
from givequest.storage.partition.schema import refused_files

MOST = 10
"""Files of one kind that are named one by one."""


def check_folders(ledger: Ledger, backups: Backups) -> Iterator[Diagnostic]:
    """Yield diagnostics about the names and modes of everything below the data folder."""
    data = os.path.dirname(ledger.folder)
    if os.path.isdir(data):
        yield from _modes(data) if keeps_modes(data) else ()
        yield from _years_before_the_first(ledger.folder)
        yield from _refusals((data, ledger.folder, backups.folder), (ledger.lock.path, backups.lock))


def files_below(folder: str) -> list[str]:
    """Return the paths of all files below a folder; none for a folder that cannot be read."""
    return sorted(os.path.join(root, name) for root, _, names in os.walk(folder) for name in names)


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
        words = f"Other users on this computer can get at it (its mode is {mode:04o})."
        yield warning("open-mode", path, words, f"'chmod {wanted:o}' closes it.")
    if len(found) > MOST:
        words = f"{len(found) - MOST} more files or folders below it are open to others, too."
        yield warning("open-mode", folder, words, "'chmod -R go= ' with the folder behind it closes them all.")


def _years_before_the_first(folder: str) -> Iterator[Diagnostic]:
    for path in refused_files(folder):
        words = f"It's named like a year, but no record is from before {FIRST_YEAR}, so nothing reads it."
        yield warning("no-such-year", path, words, "Look at it in an editor, and move it out of the ledger's folder.")


def _refusals(folders: tuple[str, ...], locks: tuple[str, ...]) -> Iterator[Diagnostic]:
    for folder in folders:
        if os.path.isdir(folder) and not os.access(folder, os.W_OK | os.X_OK):
            remedy = "Make it writable, or choose another folder with --home."
            yield warning("not-writable", folder, "Nothing can be saved here.", remedy)
    for path in locks:
        if os.path.exists(path) and not os.access(path, os.R_OK | os.W_OK):
            words = "Another user owns it, so nothing can be saved here."
            remedy = "Make it yours with chown, or remove it while no givequest is running."
            yield warning("not-writable", path, words, remedy)
