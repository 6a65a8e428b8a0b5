"""Validation: checks whether a ledger file can be used, without changing anything."""

from __future__ import annotations

from givequest.errors import BrokenFile, StorageError
from givequest.storage.backup.contents import INSTALL, PENDING, path_on_disk
from givequest.storage.files.checksum import has_checksum_mismatch, read_checksum
from givequest.storage.files.json_tables import broken, parse_tables
from givequest.storage.files.reading import read_file
from givequest.storage.ledger.ledger import Ledger
from givequest.storage.partition.append import split_file
from givequest.storage.partition.schema import RECORDS, partition_files, schema_of


def reason_of(error: StorageError, path: str) -> str:
    """Return what is wrong with a file as a sentence, without the place and the advice."""
    words = str(error).partition(" can't be used: ")[2]
    if words:
        return f"It can't be used: {words.partition('. ')[0].rstrip('.')}."
    words = str(error).removeprefix(path).strip()
    return f"It {words}" if words else str(error)


def check_database(data: bytes, path: str) -> int:
    """Return the schema of a partition's file. Raises `BrokenFile` when it cannot be used, StorageError without memory.

    It is not parsed if a valid checksum shows that this program wrote it whole.
    """
    split = split_file(data, RECORDS)
    if split is not None and read_checksum(data).is_verified:
        return schema_of(split[0], path)
    tables = parse_tables(data, path)
    if RECORDS not in tables:
        raise broken(path, "its records aren't in it")
    return schema_of(tables, path)


def check_companion(data: bytes, path: str) -> None:
    """Raise `BrokenFile` (StorageError without memory) if a file beside the partitions is unusable or was edited."""
    parse_tables(data, path)
    if has_checksum_mismatch(data):
        raise broken(path, "its checksum doesn't match its contents")


def broken_partitions(ledger: Ledger) -> list[int]:
    """Return the partitions whose files cannot be parsed. Raises `StorageError` when one cannot be read at all."""
    return [year for year, path in partition_files(ledger.folder).items() if _is_broken(path)]


def broken_companions(ledger: Ledger) -> list[str]:
    """Return the names of unusable files beside the partitions. Raises `StorageError`."""
    broken = []
    for name in (INSTALL, *PENDING):
        try:
            found = read_file(path_on_disk(ledger.folder, name))
            if found is not None:
                check_companion(found[0], name)
        except BrokenFile:
            broken.append(name)
    return broken


def _is_broken(path: str) -> bool:
    found = read_file(path)
    try:
        return found is not None and check_database(found[0], path) < 0
    except BrokenFile:
        return True
