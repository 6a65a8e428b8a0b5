"""Words that stand in a backup: whoever has a name forgotten is told which backups still know it."""

from __future__ import annotations

import re
from collections.abc import Collection

from givequest.errors import StorageError
from givequest.storage.backup.backups import Backups
from givequest.storage.backup.retention import BackupName


def holds(backups: Backups, name: BackupName, words: Collection[str]) -> bool:
    """Return whether one of some words stands anywhere in a backup, or may: where it cannot be read."""
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in words))
    try:
        files = backups.read(name)
    except StorageError:
        return True
    return any(pattern.search(data.decode(errors="replace")) for data in files.values())
