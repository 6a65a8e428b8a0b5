"""Conflict copies: what a sync folder leaves when two computers wrote the same year at once.

Syncthing names them `2026.sync-conflict-20261101-120000-ABCDEFG.json`, Dropbox `2026 (Ana's
conflicted copy 2026-11-01).json`, Nextcloud `2026 (conflicted copy 2026-11-01 120000).json`,
ownCloud `2026_conflict-20261101-120000.json`; in other languages, other words. So whatever
begins with a partition and goes on is one: the ledger itself writes no such name.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from typing import Any

from givequest.domain.acts import Act, count_words
from givequest.domain.records import home_of, read_any_record
from givequest.domain.records.partitions import NAMES
from givequest.domain.results import Merged
from givequest.errors import RecordError, StorageError
from givequest.storage.files.atomic_files import read_file, sync_folder, told, unused_path
from givequest.storage.files.tinydb_storage import parse_tables
from givequest.storage.ledger.ledger import Draft, Ledger
from givequest.storage.ledger.schema import CHANGES, RECORDS, SCHEMA, SUFFIX, changes_in, of_today, schema_of

_COPY = re.compile(rf"(?:\d{{4}}[^0-9]|(?:{'|'.join(NAMES.values())})[^a-z0-9]).*\.json", re.DOTALL)
MERGED = "merged-"
"""What the name of a copy begins with once it is merged."""


def conflict_copies(folder: str) -> list[str]:
    """Return the paths of the conflict copies in a ledger's folder, in the order of their names."""
    try:
        names = os.listdir(folder)
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        with told(folder, "read"):
            raise error
    return [os.path.join(folder, name) for name in sorted(names) if _is_copy(name)]


def _is_copy(name: str) -> bool:
    stem = name.removesuffix(SUFFIX)
    return _COPY.fullmatch(name) is not None and not (stem in NAMES.values() or (len(stem) == 4 and stem.isdigit()))


def merge_copies(ledger: Ledger, paths: Iterable[str]) -> Merged:
    """Take the records of conflict copies in, in one change, and keep the copies under another name.

    A record that is only in a copy is added: to delete it once more is easy. Of one that
    differs, the version that was changed last counts; the other stays in the copy.
    """
    copies: dict[str, dict[str, dict[str, Any]]] = {}
    left = []
    for path in paths:
        try:
            copies[path] = read_copy(path)
        except StorageError as error:
            left.append(str(error))
    counts = [0, 0]

    def draft() -> Mapping[int, Draft]:
        changed = {part: _changed_last(ledger.page(part).tables) for part in ledger.partitions()}
        here = {identity: document for part in changed for identity, document in _by_id(ledger.page(part).tables)}
        last = {identity: seq for by_id in changed.values() for identity, seq in by_id.items()}
        puts: dict[str, dict[str, Any]] = {}
        for tables in copies.values():
            there = _changed_last(tables)
            for identity, document in _by_id(tables):
                known = puts.get(identity, here.get(identity))
                if known == document or (known is not None and there.get(identity, 0) <= last.get(identity, 0)):
                    continue
                puts[identity] = document
                last[identity] = there.get(identity, 0)
        counts[:] = len(puts.keys() - here.keys()), len(puts.keys() & here.keys())
        return _by_partition(puts, here)

    if copies:
        ledger.exchange(Act.MERGE.label(count_words(len(copies), "conflict copy", "conflict copies")), draft)
    return Merged(counts[0], counts[1], tuple(map(_set_aside, copies)), tuple(left))


def read_copy(path: str) -> dict[str, dict[str, Any]]:
    """Return the tables of a conflict copy; `StorageError` when it cannot be merged, and so is left where it is."""
    found = read_file(path)
    if found is None:
        raise StorageError(f"{path} is gone; it may have been merged elsewhere.")
    try:
        tables = parse_tables(found[0], path)
        schema = schema_of(tables, path)
    except StorageError:
        raise StorageError(f"{path} cannot be read, so it is left where it is; it can be moved away.") from None
    if schema > SCHEMA:
        raise StorageError(f"{path} was written by a newer givequest, so it is left where it is; update givequest.")
    return of_today(tables, schema) or {}


def _by_id(tables: Mapping[str, Mapping[str, Any]]) -> list[tuple[str, dict[str, Any]]]:
    """Return the documents that can be read as records; what cannot stays in the file that it is in."""
    found = []
    for document in tables.get(RECORDS, {}).values():
        try:
            record = read_any_record(document)
        except RecordError:
            continue
        found.append((record.id, {**document, "id": record.id}))
    return found


def _changed_last(tables: Mapping[str, Any]) -> dict[str, int]:
    """Return, of the records that the latest changes touched, which change did so last."""
    last: dict[str, int] = {}
    for change in changes_in({CHANGES: tables.get(CHANGES, {})}):
        for identity in (*change.get("drop", ()), *(row.get("id") for row in change.get("put", ()))):
            last[str(identity)] = max(change["seq"], last.get(str(identity), 0))
    return last


def _by_partition(puts: Mapping[str, dict[str, Any]], here: Mapping[str, dict[str, Any]]) -> dict[int, Draft]:
    drafts: dict[int, tuple[list[dict[str, Any]], list[str]]] = {}
    for identity, document in puts.items():
        home = home_of(read_any_record(document))
        drafts.setdefault(home, ([], []))[0].append(document)
        before = home_of(read_any_record(here[identity])) if identity in here else home
        if before != home:
            drafts.setdefault(before, ([], []))[1].append(identity)
    return {home: (tuple(documents), tuple(drops)) for home, (documents, drops) in drafts.items()}


def _set_aside(path: str) -> str:
    folder, name = os.path.split(path)
    kept = unused_path(os.path.join(folder, MERGED + name))
    with told(path, "renamed"):
        os.rename(path, kept)
        sync_folder(folder)
    return kept
