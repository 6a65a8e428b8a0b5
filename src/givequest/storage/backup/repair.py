"""Mending: a file that cannot be used is set aside under a telling name, and a good copy put in its place."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from givequest.errors import BrokenFile
from givequest.storage.files.atomic_files import read_file, remove_file, replace_file
from givequest.storage.files.checksum import is_meddled, is_sealed
from givequest.storage.files.tinydb_storage import broken, parse_tables
from givequest.storage.ledger.append import split_file
from givequest.storage.ledger.schema import RECORDS, schema_of


class Mended(NamedTuple):
    """A file that could not be used, or was gone."""

    path: str
    kept_as: str | None
    """Where the broken one is now; None when there was none."""


def check_year(data: bytes, path: str) -> int:
    """Return the schema of a year's file; `StorageError` when it cannot be used. A whole seal spares the reading."""
    split = split_file(data, RECORDS)
    if split is not None and is_sealed(data):
        return schema_of(split[0], path)
    tables = parse_tables(data, path)
    if RECORDS not in tables:
        raise broken(path, "its records are not in it")
    return schema_of(tables, path)


def check_beside(data: bytes, path: str) -> None:
    """Raise `StorageError` when a file beside the years cannot be used: nobody edits one, so its seal must be whole."""
    parse_tables(data, path)
    if is_meddled(data):
        raise broken(path, "its checksum is not that of its contents")


def is_broken(path: str) -> bool:
    """Return whether a year's file can be read but not understood; `StorageError` when it cannot be read at all."""
    found = read_file(path)
    try:
        return found is not None and check_year(found[0], path) < 0
    except BrokenFile:
        return True


def set_aside(path: str, now: datetime) -> str | None:
    """Keep a broken file as `2026.json.broken-20261124-0801` and return that path; the broken one stays in place."""
    kept = free_name(f"{path}.broken-{now:%Y%m%d-%H%M}")
    if not os.path.lexists(path):
        return None
    found = read_file(path)
    if found is not None:
        replace_file(kept, found[0])
        return kept
    return None


def put_in_place(path: str, data: bytes | None, now: datetime) -> Mended:
    """Set a broken file aside, then put a good copy in its place (or nothing)."""
    kept = set_aside(path, now)
    if data is not None:
        replace_file(path, data)
    else:
        remove_file(path)
    return Mended(path, kept)


def fill_gaps(folder: str, files: Mapping[str, bytes]) -> None:
    """Write those of some files that are not there at all."""
    for name, data in files.items():
        path = os.path.join(folder, name)
        if not os.path.lexists(path):
            replace_file(path, data)


def free_name(path: str) -> str:
    """Return the path, or with a number behind it the first that nothing has."""
    number, free = 1, path
    while os.path.lexists(free):
        number += 1
        free = f"{path}-{number}"
    return free
