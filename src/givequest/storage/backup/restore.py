"""Restoring: the ledger as it was when a backup was taken, or a good copy of what cannot be used any more."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from typing import Any, NamedTuple

from givequest.errors import BrokenFile, GivequestError, StorageError
from givequest.storage.backup.backups import INSTALL, PENDING, Files, year_name, years_among
from givequest.storage.backup.repair import Mended, check_beside, fill_gaps, put_in_place
from givequest.storage.backup.retention import BackupName
from givequest.storage.files.atomic_files import make_folder, read_file
from givequest.storage.files.tinydb_storage import parse_tables
from givequest.storage.ledger.ledger import Draft
from givequest.storage.ledger.schema import RECORDS, SCHEMA, of_today, schema_of, year_files
from givequest.storage.recovery import Vault

BEFORE = "before-restore"
Documents = Mapping[str, dict[str, Any]]
"""Records as documents, by their ids."""


class Restored(NamedTuple):
    """What a restore has done."""

    name: str
    """The backup that it was done from; of a mending, the newest that was needed."""
    before: str | None
    """The backup that was taken first; None when there was nothing to keep."""
    mended: tuple[Mended, ...] = ()
    put: int = 0
    """Records that are back, or as they were."""
    dropped: int = 0
    """Records that are not in that backup."""


def restore(vault: Vault, name: BackupName, now: datetime) -> Restored:
    """Make the ledger what it was when a backup was taken, in one change that undo takes back.

    A year whose file is gone, or cannot be used, gets its good copy back; undo leaves that alone.
    """
    files = vault.backups.read(name)
    wanted = _wanted(files)
    vault.broken_years()  # what cannot be read at all is said before anything is done
    before = vault.take(now, BEFORE)
    make_folder(vault.ledger.folder)
    with vault.ledger.held():
        broken = set(vault.broken_years())
        mended = _mend_beside(vault, files, now)
        lost = sorted((broken | (wanted.keys() - year_files(vault.ledger.folder).keys())) & wanted.keys())
        mended += _mend_years(vault, dict.fromkeys(lost, files), now)
        _fill_gaps(vault, files)
    put, dropped = [0], [0]

    def draft() -> dict[int, Draft]:
        drafts: dict[int, Draft] = dict.fromkeys(lost, ((), ()))
        for year in vault.ledger.years():
            if year in broken - wanted.keys():
                continue  # there is no good copy of it: it stays as it is
            puts, drops = _difference(vault, year, wanted.get(year, {}))
            if puts or drops:
                drafts[year] = puts, drops
                put[0], dropped[0] = put[0] + len(puts), dropped[0] + len(drops)
        return drafts

    vault.ledger.exchange(f"Restore of {name}", draft)
    return Restored(str(name), before, tuple(mended), put[0], dropped[0])


def _wanted(files: Files) -> dict[int, Documents]:
    """Return the records of each year of a backup; a change that was not in all its years yet is made in them."""
    wanted = {year: _documents(files[year_name(year)], year_name(year)) for year in sorted(years_among(files))}
    if PENDING in files:
        for row in parse_tables(files[PENDING], PENDING).get("steps", {}).values():
            if row.get("year") in wanted:
                kept = {key: row_ for key, row_ in wanted[row["year"]].items() if key not in row["drop"]}
                wanted[row["year"]] = {**kept, **{document["id"]: document for document in row["put"]}}
    return wanted


def mend(vault: Vault, now: datetime) -> Restored | None:
    """Bring back the newest good copy of whatever cannot be used, and touch nothing else; None when all can."""
    broken = vault.broken_years()
    if not broken and not _broken_beside(vault):
        return None
    copies = _newest_copies(vault, broken)
    before = vault.take(now, BEFORE)
    with vault.ledger.held():
        mended = _mend_beside(vault, _files_with_seed(vault), now)
        mended += _mend_years(vault, {year: files for year, (_, files) in copies.items()}, now)
        for _, files in copies.values():
            _fill_gaps(vault, files)
    newest = str(max((name for name, _ in copies.values()), default=""))
    if copies:
        vault.ledger.exchange(f"Restore of {newest}", lambda: dict.fromkeys(copies, ((), ())))
    return Restored(newest, before, tuple(mended))


def _newest_copies(vault: Vault, years: list[int]) -> dict[int, tuple[BackupName, Files]]:
    """Return the newest backup with a good copy of each year; `GivequestError` when a year is in none."""
    copies: dict[int, tuple[BackupName, Files]] = {}
    for name in vault.backups.names():
        missing = set(years) - copies.keys()
        if not missing & vault.backups.years_in(name):
            continue
        with suppress(StorageError):
            files = vault.backups.read(name)
            for year in missing & years_among(files):
                _documents(files[year_name(year)], year_name(year))
                copies[year] = name, files
    for year in years:
        if year not in copies:
            raise GivequestError(
                f"{vault.ledger.path_of(year)} cannot be used, and no good backup in {vault.backups.folder} holds it; "
                "it is left as it is. A copy from elsewhere can be put in its place."
            )
    return copies


def _files_with_seed(vault: Vault) -> Files:
    """Return what the newest backup with a good seed holds; nothing when there is none."""
    for name in vault.backups.names():
        with suppress(StorageError):
            files = vault.backups.read(name)
            if _good_seed(files) is not None:
                return files
    return {}


def _broken_beside(vault: Vault) -> list[str]:
    broken = []
    for name in (INSTALL, PENDING):
        try:
            found = read_file(os.path.join(vault.data, name))
            if found is not None:
                check_beside(found[0], name)
        except BrokenFile:
            broken.append(name)
    return broken


def _mend_beside(vault: Vault, files: Files, now: datetime) -> list[Mended]:
    """Set aside what is broken beside the years; a pending change of another time is not put in its place."""
    return [
        put_in_place(os.path.join(vault.data, name), _good_seed(files) if name == INSTALL else None, now)
        for name in _broken_beside(vault)
    ]


def _good_seed(files: Files) -> bytes | None:
    with suppress(KeyError, StorageError):
        check_beside(files[INSTALL], INSTALL)
        return files[INSTALL]
    return None


def _mend_years(vault: Vault, copies: Mapping[int, Files], now: datetime) -> list[Mended]:
    return [
        put_in_place(vault.ledger.path_of(year), files[year_name(year)], now) for year, files in sorted(copies.items())
    ]


def _fill_gaps(vault: Vault, files: Files) -> None:
    beside = {path: data for path, data in files.items() if path == INSTALL or "/undo/" in path}
    if any("/undo/" in path for path in beside):
        make_folder(os.path.join(vault.ledger.folder, "undo"))
    fill_gaps(vault.data, beside)


def _documents(data: bytes, path: str) -> Documents:
    """Return the records of a year's file as documents by id; `StorageError` when it cannot be used here."""
    tables = parse_tables(data, path)
    schema = schema_of(tables, path)
    if schema > SCHEMA:
        raise StorageError(
            f"{path} in this backup was written by a newer givequest (schema {schema}); update givequest."
        )
    return _by_id(of_today(tables, schema) or {})


def _by_id(tables: Mapping[str, Mapping[str, Any]]) -> Documents:
    documents = tables.get(RECORDS, {}).values()
    return {document["id"]: document for document in documents if isinstance(document.get("id"), str)}


def _difference(vault: Vault, year: int, wanted: Documents) -> Draft:
    page = vault.ledger.page(year)
    if page.schema > SCHEMA:
        raise StorageError(
            f"{vault.ledger.path_of(year)} was written by a newer givequest; nothing was changed. Update givequest."
        )
    now = _by_id(page.tables)
    puts = tuple(document for identity, document in wanted.items() if now.get(identity) != document)
    return puts, tuple(identity for identity in now if identity not in wanted)
