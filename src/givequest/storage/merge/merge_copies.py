"""Merging copies of partitions into the ledger in one change."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from givequest.domain.change_labels import ActLabel
from givequest.domain.records import AnyRecord, home_of, read_any_record
from givequest.domain.results import Doubled, Merged
from givequest.errors import StorageError
from givequest.named_tuple import NamedTuple
from givequest.storage.files.atomic_files import replace_file, sync_folder, unused_path
from givequest.storage.files.os_errors import os_errors_as
from givequest.storage.ledger.ledger import Ledger, YearDelta
from givequest.storage.merge.conflict_copies import MERGED, partition_of_copy, read_copy
from givequest.storage.merge.plan import Document, MergePlan, Source, plan_merge
from givequest.storage.partition.schema import partition_files
from givequest.storage.partition.version import Version, version_of

Tables = Mapping[str, Mapping[str, Any]]


class PartitionCopy(NamedTuple):
    """A copy of a partition, from a sync folder or a backup."""

    partition: int | None
    """What it is a copy of; None where its name does not say."""
    data: bytes
    """The file as it is."""
    tables: Tables
    """What it holds, as the newest schema has it."""


def merge_conflict_copies(ledger: Ledger, paths: Iterable[str], label: ActLabel) -> Merged:
    """Merge the records of conflict copies, in one change, and rename the copies.

    A copy that cannot be read keeps its name and is listed in the result. Raises `StorageError`
    when the ledger cannot be read or written.
    """
    copies: dict[str, PartitionCopy] = {}
    left = []
    for path in paths:
        try:
            data, tables = read_copy(path)
        except StorageError as error:
            left.append(str(error))
        else:
            copies[path] = PartitionCopy(partition_of_copy(os.path.basename(path)), data, tables)
    merged = merge_copies(ledger, list(copies.values()), label)
    return merged._replace(kept_as=tuple(map(put_aside, copies)), left=tuple(left))


def merge_copies(ledger: Ledger, copies: Sequence[PartitionCopy], label: ActLabel) -> Merged:
    """Merge the records of copies of partitions, in one change that deletes nothing.

    A missing partition is first replaced with its newest copy. A record that is in two years of the ledger is
    merged as well. Raises `StorageError` when the ledger cannot be read or written.
    """
    adopted = _adopt(ledger, copies)
    plan = MergePlan({})

    def draft() -> Mapping[int, YearDelta]:
        nonlocal plan
        here = {part: Source(ledger.page(part).tables, part) for part in ledger.partitions()}
        plan = plan_merge(list(here.values()), [Source(copy.tables, copy.partition) for copy in copies])
        return _drafts(plan, here)

    ledger.commit_built(label, draft, keep_seqs=True)
    return Merged(
        added=len(plan.added),
        changed=len(plan.changed),
        repeated=len(plan.repeated),
        doubled=tuple(Doubled(_record(plan, new), identity) for new, identity in plan.doubled.items()),
        returned=tuple(_record(plan, identity) for identity in plan.returned),
        adopted=adopted,
    )


def _adopt(ledger: Ledger, copies: Iterable[PartitionCopy]) -> tuple[str, ...]:
    """Put the newest copy of each partition that is gone in its place; return the paths that are there again."""
    newest: dict[int, tuple[Version, bytes]] = {}
    for copy in copies:
        if copy.partition is not None:
            found = version_of(copy.tables), copy.data
            newest[copy.partition] = max(newest.get(copy.partition, found), found)
    adopted = []
    with ledger.held():
        for partition in sorted(newest.keys() - partition_files(ledger.folder).keys()):
            replace_file(ledger.path_of(partition), newest[partition][1])
            adopted.append(ledger.path_of(partition))
    return tuple(adopted)


def _drafts(plan: MergePlan, here: Mapping[int, Source]) -> dict[int, YearDelta]:
    """Return what is to be put into each partition and taken out of it, so that it is as the plan says."""
    puts: dict[int, list[dict[str, Any]]] = {}
    drops: dict[int, list[str]] = {}
    for identity, document in plan.records.items():
        home = home_of(read_any_record(document))
        for partition, source in here.items():
            if partition != home and identity in source.documents:
                drops.setdefault(partition, []).append(identity)
        if home not in here or here[home].documents.get(identity) != document:
            puts.setdefault(home, []).append(dict(document))
    return {part: (tuple(puts.get(part, ())), tuple(drops.get(part, ()))) for part in puts.keys() | drops.keys()}


def _record(plan: MergePlan, identity: str) -> AnyRecord:
    document: Document = plan.records[identity]
    return read_any_record(document)


def put_aside(path: str) -> str:
    """Rename a merged copy so that it no longer counts as one, and return the new name. Raises `StorageError`."""
    folder, name = os.path.split(path)
    kept = unused_path(os.path.join(folder, MERGED + name))
    with os_errors_as(path, "renamed"):
        os.rename(path, kept)
        sync_folder(folder)
    return kept
