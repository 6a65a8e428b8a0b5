"""The contents of a backup: which files it holds, and the records in its partitions."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from typing import Any

from givequest.domain.records import home_of, read_any_record
from givequest.domain.records.partitions import NAMES, name_of, partition_named
from givequest.errors import StorageError
from givequest.storage.files.json_tables import parse_tables
from givequest.storage.merge.merge_copies import PartitionCopy
from givequest.storage.merge.plan import Source, plan_merge
from givequest.storage.partition.schema import PENDING_FILES, RECORDS, SCHEMA, of_today, schema_of

Files = Mapping[str, bytes]
"""What a backup holds, by its path below the data folder: `ledger/2026.json`."""
Documents = Mapping[str, dict[str, Any]]
"""Records as documents, by their ids."""

INSTALL = "install.json"
_LEDGER = "ledger/"
"""What paths of the ledger begin with in a backup, for good: earlier backups are read by it."""
PENDING = tuple(f"ledger/{name}" for name in PENDING_FILES)
_NAME = "|".join((r"\d{4}", *NAMES.values()))
_MEMBER = re.compile(rf"install\.json|ledger/(?:{_NAME}|pending|pending-2|undo/(?:{_NAME})-\d{{1,20}})\.json")
_PARTITION = re.compile(rf"ledger/({_NAME})\.json")


def is_backed_up(name: str) -> bool:
    """Return whether a file at this path below the data folder belongs in a backup."""
    return _MEMBER.fullmatch(name) is not None


def is_way_back(name: str) -> bool:
    """Return whether a file of a backup holds the undo data of a large change."""
    return name.startswith("ledger/undo/")


def path_on_disk(folder: str, name: str) -> str:
    """Return where a file of a backup belongs, whatever the ledger's folder is called."""
    if name.startswith(_LEDGER):
        return os.path.join(folder, name.removeprefix(_LEDGER))
    return os.path.join(os.path.dirname(folder), name)


def path_in_backup(partition: int) -> str:
    """Return the path of a partition's file in a backup: `ledger/2026.json`."""
    return f"ledger/{name_of(partition)}.json"


def partitions_among(names: Iterable[str]) -> frozenset[int]:
    """Return the partitions whose files are among these names."""
    found = (partition_named(match[1]) for match in map(_PARTITION.fullmatch, names) if match)
    return frozenset(partition for partition in found if partition is not None)


def documents_in(data: bytes, path: str) -> Documents:
    """Return the records of a partition's file by id. Raises `StorageError` when this version cannot use it."""
    tables = parse_tables(data, path)
    schema = schema_of(tables, path)
    if schema > SCHEMA:
        raise StorageError(
            f"{path} in this backup was written by a newer givequest (schema {schema}); update givequest."
        )
    return documents_by_id(of_today(tables, schema) or {})


def documents_by_id(tables: Mapping[str, Mapping[str, Any]]) -> Documents:
    """Return the records among a file's tables by id."""
    documents = tables.get(RECORDS, {}).values()
    return {document["id"]: document for document in documents if isinstance(document.get("id"), str)}


def copies_in(files: Files) -> list[PartitionCopy]:
    """Return the partitions of a backup, with a change that was pending at the time completed.

    Raises `StorageError` when this version cannot use one of them.
    """
    found = []
    for partition, documents in documents_by_partition(files).items():
        data = files[path_in_backup(partition)]
        tables = parse_tables(data, path_in_backup(partition))
        tables = of_today(tables, schema_of(tables, path_in_backup(partition))) or {}
        records = {str(key): row for key, row in enumerate(documents.values(), 1)}
        found.append(PartitionCopy(partition, data, {**tables, RECORDS: records}))
    return found


def documents_by_partition(files: Files) -> dict[int, Documents]:
    """Return the records of each partition of a backup, with a change that was pending at the time completed.

    Raises `StorageError` when this version cannot use one of the partitions.
    """
    found = {
        partition: documents_in(files[path_in_backup(partition)], path_in_backup(partition))
        for partition in sorted(partitions_among(files))
    }
    for pending in filter(files.__contains__, PENDING):
        for row in parse_tables(files[pending], pending).get("steps", {}).values():
            if row.get("year") in found:
                kept = {key: document for key, document in found[row["year"]].items() if key not in row["drop"]}
                found[row["year"]] = {**kept, **{document["id"]: document for document in row["put"]}}
    return found


def without_repeats(found: Mapping[int, Documents]) -> dict[int, Documents]:
    """Return the records of some partitions, each once: of a record in two of them, the version a merge would keep."""
    sources = {partition: Source({RECORDS: documents}) for partition, documents in found.items()}
    plan = plan_merge(list(sources.values()), [])
    once: dict[int, dict[str, dict[str, Any]]] = {}
    for partition, documents in found.items():
        sorted_out = plan.records.keys() & sources[partition].documents.keys()
        once[partition] = {identity: row for identity, row in documents.items() if identity not in sorted_out}
    for identity, document in plan.records.items():
        once.setdefault(home_of(read_any_record(document)), {})[identity] = dict(document)
    return {**once}
