"""The inspection: a check of every file in the data folder that changes nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from givequest.domain.diagnostics import Diagnostic, Inspection, warning
from givequest.domain.records import Record
from givequest.domain.records.partitions import RULES, is_year, name_of
from givequest.errors import StorageError
from givequest.storage.backup.backups import Backups
from givequest.storage.doctor.backup_check import check_backups
from givequest.storage.doctor.companion_check import check_companions
from givequest.storage.doctor.conflict_check import check_conflicts
from givequest.storage.doctor.day_check import check_days
from givequest.storage.doctor.disk_check import check_disk
from givequest.storage.doctor.folder_check import check_folders
from givequest.storage.doctor.last_seen import Seen
from givequest.storage.doctor.leftover_check import check_leftovers
from givequest.storage.doctor.partition_check import check_partition
from givequest.storage.doctor.people_check import check_people
from givequest.storage.doctor.rollback_check import check_rollbacks
from givequest.storage.ledger.ledger import Ledger
from givequest.storage.merge.plan import repeated_ids


def inspect(
    ledger: Ledger, backups: Backups, seen: Seen, now: datetime, today: date, others: Sequence[str] = ()
) -> Inspection:
    """Check everything below the data folder and change nothing; what cannot be read is in the result.

    `seen` has the versions last seen on this machine, `today` is the giving day, `others` are folders outside the
    data folder that this program writes to. Raises StorageError when a folder cannot be listed.
    """
    try:
        partitions = Ledger(ledger.folder).partitions()
    except StorageError as error:
        return Inspection(diagnostics=(warning("unreadable-folder", ledger.folder, str(error)),))
    data = os.path.dirname(ledger.folder)
    checked = check_backups(backups, now, partitions)
    copies = checked.newest_copies
    diagnostics: list[Diagnostic] = []
    ids: dict[int, frozenset[str]] = {}
    records: list[Record] = []
    for partition in partitions:
        copy = copies.get(partition)
        stored, found = check_partition(ledger.folder, partition, str(copy.name) if copy else None)
        ids[partition] = frozenset(stored)
        diagnostics += check_people(ledger.path_of(partition), stored.values())
        records += [record for record in stored.values() if isinstance(record, Record)]
        diagnostics += found
    diagnostics += _records_in_two_partitions(ledger.folder, ids)
    diagnostics += check_days(ledger.folder, records, today)
    diagnostics += check_rollbacks(ledger, copies, seen)
    diagnostics += check_companions(ledger.folder)
    diagnostics += checked.diagnostics
    diagnostics += check_conflicts(ledger.folder, data)
    diagnostics += check_folders(ledger, backups)
    diagnostics += check_leftovers(data, others)
    diagnostics += check_disk(data)
    years, count = sum(map(is_year, partitions)), sum(len(found) for part, found in ids.items() if part != RULES)
    return Inspection(years, count, len(checked.good), checked.newest, tuple(diagnostics))


def _records_in_two_partitions(folder: str, ids: Mapping[int, frozenset[str]]) -> Iterator[Diagnostic]:
    """Tell of records that stand in several partitions, as a sync folder may leave one whose day was changed."""
    repeated = repeated_ids(ids.values())
    if repeated:
        places = [name_of(partition) for partition, there in ids.items() if not there.isdisjoint(repeated)]
        count = "1 record stands" if len(repeated) == 1 else f"{len(repeated):,} records stand"
        words = f"{count} in more than one of {', '.join(places)}, and would be counted twice."
        remedy = "'givequest merge' keeps the one that was changed last."
        yield warning("id-in-two-years", folder, words, remedy)
