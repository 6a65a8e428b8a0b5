"""The layout of a ledger: its files, tables, schema, and remembered changes."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from givequest.domain.records import LARGEST_SEQ, with_ids
from givequest.domain.records.partitions import is_year, name_of, partition_named
from givequest.storage.files.json_tables import Tables, broken
from givequest.storage.files.os_errors import os_errors_as
from givequest.storage.files.reading import check_absence

SCHEMA = 1
"""The schema number that this version writes."""
META, CHANGES, RECORDS = "schema", "changes", "records"
"""The tables of a year's file, in their order: the way back can be read without the records."""
CHECKSUM_MISMATCH = "changed_elsewhere"
"""The field of the first table that says at which revision a wrong checksum was found and replaced."""
SUFFIX = ".json"
PENDING_OF_YEARS, PENDING_OF_ALL = PENDING_FILES = "pending.json", "pending-2.json"
"""Where a change of several years waits, and where one of other partitions does: earlier versions know the first."""


def path_of(folder: str, partition: int) -> str:
    """Return the path of a partition's file, whether or not it exists."""
    return os.path.join(folder, name_of(partition) + SUFFIX)


def partition_files(folder: str) -> dict[int, str]:
    """Return the path of each partition's file in a folder, without opening any. Raises `StorageError`."""
    try:
        names = os.listdir(folder)
    except (FileNotFoundError, NotADirectoryError):
        for path in (folder, os.path.dirname(folder)):
            check_absence(path)
        return {}
    except OSError as error:
        with os_errors_as(folder, "read"):
            raise error
    found = (partition_named(name.removesuffix(SUFFIX)) for name in names if name.endswith(SUFFIX))
    partitions = sorted(number for number in found if number is not None)
    return {partition: path_of(folder, partition) for partition in partitions}


def refused_files(folder: str) -> list[str]:
    """Return the paths of files named for a year before `FIRST_YEAR`, which are never read."""
    with suppress(OSError):
        stems = sorted(name.removesuffix(SUFFIX) for name in os.listdir(folder) if name.endswith(SUFFIX))
        numbers = (stem for stem in stems if len(stem) == 4 and stem.isascii() and stem.isdigit())
        return [os.path.join(folder, stem + SUFFIX) for stem in numbers if not is_year(int(stem))]
    return []


def schema_of(tables: Tables, path: str) -> int:
    """Return the schema number of a file. Raises `StorageError` if it has none."""
    rows = list(tables.get(META, {}).values())
    schema = rows[0].get("schema") if rows else None
    if type(schema) is not int or schema < 0:
        raise broken(path, "it doesn't say which schema it has")
    return schema


def of_today(tables: Tables | None, schema: int) -> Tables | None:
    """Return tables migrated to the newest schema, each record with an id; tables of a newer one unchanged."""
    if tables is None or schema > SCHEMA:
        return tables
    if schema == SCHEMA:
        records = tables.get(RECORDS, {})
        return tables if all(map(_has_id, records.values())) else {**tables, RECORDS: with_ids(records)}
    from givequest.storage.partition.migrations import migrate

    return migrate(tables, schema)


def changes_in(tables: Mapping[str, Mapping[str, Any]]) -> tuple[Mapping[str, Any], ...]:
    """Return the changes that a file remembers, oldest first."""
    found = filter(is_change, tables.get(CHANGES, {}).values())
    return tuple(sorted(found, key=lambda entry: entry["seq"]))  # an editor may have sorted them in another way


def _has_id(document: Mapping[str, Any]) -> bool:
    return document.get("id") is not None


def _is_seq(value: Any) -> bool:
    return type(value) is int and 0 <= value <= LARGEST_SEQ


def is_change(entry: Mapping[str, Any]) -> bool:
    """Return whether a row of a table is a well-formed change."""
    has_way = entry.get("aside") is True or all(isinstance(entry.get(name), list) for name in ("put", "drop"))
    years = entry.get("years", [])
    return (
        _is_seq(entry.get("seq"))
        and type(entry.get("undone")) is bool
        and all(name not in entry or _is_seq(entry[name]) for name in ("undone_at", "redone_at"))
        and isinstance(years, list)
        and all(type(year) is int for year in years)
        and entry.get("turn", "undo") in ("undo", "redo")
        and (type(entry.get("of")) is int) == ("turn" in entry)
        and type(entry.get("made", 0)) is int
        and has_way
    )
