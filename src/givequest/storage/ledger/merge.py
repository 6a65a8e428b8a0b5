"""Merging: copies of partitions taken into the ledger in one change, and kept under another name."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from givequest.domain.acts import ActLabel
from givequest.domain.records import AnyRecord, home_of, read_any_record
from givequest.domain.results import Doubled, Merged
from givequest.errors import StorageError
from givequest.storage.files.atomic_files import replace_file, sync_folder, unused_path
from givequest.storage.files.os_errors import told
from givequest.storage.files.reading import read_file
from givequest.storage.ledger.conflict_copies import MERGED, partition_of_copy, read_copy
from givequest.storage.ledger.ledger import Draft, Ledger
from givequest.storage.ledger.merge_plan import Document, MergePlan, Source, plan_merge
from givequest.storage.ledger.schema import partition_files
from givequest.storage.ledger.version import Version, version_of

Tables = Mapping[str, Mapping[str, Any]]


def merge_copies(ledger: Ledger, paths: Iterable[str], label: ActLabel) -> Merged:
    """Take the records of conflict copies in, in one change, and keep the copies under another name.

    Where a partition is gone, as both sides of a sync were renamed, its newest copy is put in its
    place first. A copy that cannot be read stays where it is, and is named in the result. Raises
    `StorageError` when the ledger cannot be read or written.
    """
    copies: dict[str, Tables] = {}
    left = []
    for path in paths:
        try:
            copies[path] = read_copy(path)
        except StorageError as error:
            left.append(str(error))
    adopted = _adopt(ledger, copies)
    merged = merge_tables(ledger, list(copies.values()), label)
    return merged._replace(adopted=adopted, kept_as=tuple(map(put_aside, copies)), left=tuple(left))


def merge_tables(ledger: Ledger, copies: Sequence[Tables], label: ActLabel) -> Merged:
    """Take the records of copies of partitions in, in one change; one that stands in two years is sorted out too.

    Raises `StorageError` when the ledger cannot be read or written.
    """
    plan = MergePlan({})

    def draft() -> Mapping[int, Draft]:
        nonlocal plan
        here = {part: Source(ledger.page(part).tables) for part in ledger.partitions()}
        plan = plan_merge(list(here.values()), list(map(Source, copies)))
        return _drafts(plan, here)

    ledger.exchange(label, draft, keep_seqs=True)
    doubled = tuple(Doubled(_record(plan, new), identity) for new, identity in plan.doubled.items())
    returned = tuple(_record(plan, identity) for identity in plan.returned)
    return Merged(len(plan.added), len(plan.changed), len(plan.repeated), doubled, returned)


def _adopt(ledger: Ledger, copies: Mapping[str, Tables]) -> tuple[str, ...]:
    """Put the newest copy of each partition that is gone in its place; return the paths that are there again."""
    newest: dict[int, tuple[Version, str]] = {}
    for path, tables in copies.items():
        partition = partition_of_copy(os.path.basename(path))
        if partition is not None:
            found = version_of(tables), path
            newest[partition] = max(newest.get(partition, found), found)
    adopted = []
    with ledger.held():
        there = partition_files(ledger.folder)
        for partition, (_, path) in sorted(newest.items()):
            data = read_file(path)
            if partition not in there and data is not None:
                replace_file(ledger.path_of(partition), data[0])
                adopted.append(ledger.path_of(partition))
    return tuple(adopted)


def _drafts(plan: MergePlan, here: Mapping[int, Source]) -> dict[int, Draft]:
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
    """Give a merged copy a name that makes it none any more, durably, and return it. Raises `StorageError`."""
    folder, name = os.path.split(path)
    kept = unused_path(os.path.join(folder, MERGED + name))
    with told(path, "renamed"):
        os.rename(path, kept)
        sync_folder(folder)
    return kept
