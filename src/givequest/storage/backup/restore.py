"""Restoring the ledger to a backup."""

from __future__ import annotations

from datetime import datetime

from givequest.domain.change_labels import Act
from givequest.domain.diagnostics import Diagnostic, note
from givequest.domain.records import is_same
from givequest.domain.records.partitions import RULES
from givequest.domain.results import Restored
from givequest.errors import StorageError
from givequest.storage.backup.backups import Backups
from givequest.storage.backup.contents import (
    Documents,
    documents_by_id,
    documents_by_partition,
    path_in_backup,
    without_repeats,
)
from givequest.storage.backup.create import create_backup
from givequest.storage.backup.manifest import Manifest
from givequest.storage.backup.quarantine import fill_gaps, replace_companions, replace_partitions
from givequest.storage.backup.retention import BackupName
from givequest.storage.backup.validation import broken_partitions
from givequest.storage.files.atomic_files import make_folder
from givequest.storage.ledger.ledger import Ledger, YearDelta
from givequest.storage.partition.schema import SCHEMA, partition_files

BEFORE_RESTORE = "before-restore"
"""The reason of the backup that is taken before a restore."""


def restore(ledger: Ledger, backups: Backups, name: BackupName, now: datetime) -> Restored:
    """Restore the ledger to a backup in one change that undo takes back.

    A partition whose file is missing or unusable is replaced with its good copy, which undo does not revert.
    Raises `StorageError` when the backup is damaged or gone, or the ledger cannot be read or written.
    """
    files = backups.read(name)
    manifest = backups.manifest_of(name)
    wanted = without_repeats(documents_by_partition(files))
    broken_partitions(ledger)  # what cannot be read at all is said before anything is done
    before = create_backup(ledger, backups, now, BEFORE_RESTORE)
    make_folder(ledger.folder)
    with ledger.held():
        broken = set(broken_partitions(ledger))
        repaired = replace_companions(ledger, (name, files), now)
        lost = sorted((broken | (wanted.keys() - partition_files(ledger.folder).keys())) & wanted.keys())
        repaired += replace_partitions(ledger, dict.fromkeys(lost, (name, files)), now)
        fill_gaps(ledger, files)
    put, dropped = [0], [0]

    unknown = [part for part in ledger.partitions() if part not in wanted and not _was_absent(part, manifest)]

    def draft() -> dict[int, YearDelta]:
        put[0] = dropped[0] = 0
        drafts: dict[int, YearDelta] = dict.fromkeys(lost, ((), ()))
        for partition in ledger.partitions():
            if partition not in wanted and (partition in broken or partition in unknown or partition == RULES):
                continue  # there is no good copy of it, or it is no record of what anybody did: it stays as it is
            puts, drops = _difference(ledger, partition, wanted.get(partition, {}))
            if puts or drops:
                drafts[partition] = puts, drops
                put[0], dropped[0] = put[0] + len(puts), dropped[0] + len(drops)
        return drafts

    ledger.commit_built(Act.RESTORE.label(str(name)), draft)
    left_alone = [_left_alone(ledger, part, name, manifest) for part in unknown if part != RULES]
    return Restored(str(name), before, tuple(repaired), put[0], dropped[0], tuple(left_alone))


def _was_absent(partition: int, manifest: Manifest) -> bool:
    """Return whether a backup knows that a partition that it does not hold was not there when it was taken."""
    return manifest.is_written and path_in_backup(partition) not in manifest.left_out.keys() | manifest.versions.keys()


def _left_alone(ledger: Ledger, partition: int, name: BackupName, manifest: Manifest) -> Diagnostic:
    """Return the words for a partition that is not in a backup, though it may have been there."""
    path = path_in_backup(partition)
    why = "An earlier givequest took that one, and didn't note whether this was there."
    if path in manifest.versions:
        why = "It was in it once, and was taken out of it."
    elif path in manifest.left_out:
        why = f"When that one was taken: {manifest.left_out[path]}"
    remedy = "Another backup may hold it; 'givequest undo' takes back what was restored of the others."
    words = f"It's left as it is, for it isn't in {name}. {why}"
    return note("left-alone", ledger.path_of(partition), words, remedy)


def _difference(ledger: Ledger, partition: int, wanted: Documents) -> YearDelta:
    page = ledger.page(partition)
    if page.schema > SCHEMA:
        raise StorageError(
            f"{ledger.path_of(partition)} was written by a newer givequest; nothing was changed. Update givequest."
        )
    now = documents_by_id(page.tables)
    puts = tuple(document for identity, document in wanted.items() if not is_same(now.get(identity), document))
    return puts, tuple(identity for identity in now if identity not in wanted)
