"""Inspection: every file of the data folder looked at, and none of them touched."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from datetime import datetime

from givequest.domain.diagnostics import Diagnostic, Inspection, note, warning
from givequest.domain.records.partitions import is_year, name_of
from givequest.errors import BrokenFile, StorageError
from givequest.storage.backup.backups import Backups
from givequest.storage.backup.contents import INSTALL, PENDING
from givequest.storage.backup.validation import reason_of
from givequest.storage.doctor.backup_check import BackupCheck, check_backups
from givequest.storage.doctor.folder_check import inspect_folder
from givequest.storage.doctor.rollback_check import check_rollbacks
from givequest.storage.files.checksum import is_meddled
from givequest.storage.files.json_tables import parse_tables
from givequest.storage.files.reading import read_file
from givequest.storage.files.tinydb_storage import AtomicStorage
from givequest.storage.ledger.last_seen import Seen
from givequest.storage.ledger.ledger import Ledger
from givequest.storage.ledger.merge_plan import repeated_ids
from givequest.storage.ledger.schema import MEDDLED, META, RECORDS, SCHEMA, of_today, partition_files, schema_of
from givequest.storage.ledger.year_view import YearPage

MOST_RECORDS = 20
"""Records of one year that are named one by one."""


def inspect(ledger: Ledger, backups: Backups, now: datetime, seen: Seen) -> Inspection:
    """Look at everything below the data folder, and change nothing; `seen` is what was seen last on this machine."""
    try:
        partitions = partition_files(ledger.folder)
    except StorageError as error:
        return Inspection(diagnostics=(warning("unreadable-folder", ledger.folder, str(error)),))
    checked = check_backups(backups, now, set(partitions))
    diagnostics: list[Diagnostic] = []
    ids: dict[int, frozenset[str]] = {}
    for partition, path in partitions.items():
        page, found = _inspect_year(partition, path, checked)
        ids[partition] = frozenset(page.stored) if page is not None else frozenset()
        diagnostics += found
    diagnostics += _records_in_two_years(ledger, ids)
    diagnostics += check_rollbacks(ledger, checked.newest_copies, seen)
    diagnostics += _inspect_companions(ledger)
    diagnostics += checked.diagnostics
    diagnostics += inspect_folder(ledger, backups)
    years = sum(map(is_year, partitions))
    records = sum(map(len, ids.values()))
    return Inspection(years, records, len(checked.good), checked.newest, tuple(diagnostics))


def _records_in_two_years(ledger: Ledger, ids: Mapping[int, frozenset[str]]) -> Iterator[Diagnostic]:
    """Tell of records that stand in several partitions, as a sync folder may leave one whose day was changed."""
    repeated = repeated_ids(ids.values())
    if repeated:
        places = [name_of(partition) for partition, there in ids.items() if not there.isdisjoint(repeated)]
        count = "1 record stands" if len(repeated) == 1 else f"{len(repeated):,} records stand"
        words = f"{count} in more than one of {', '.join(places)}, and would be counted twice."
        remedy = "'givequest merge' keeps the one that was changed last."
        yield warning("id-in-two-years", ledger.folder, words, remedy)


def _inspect_year(year: int, path: str, backups: BackupCheck) -> tuple[YearPage | None, list[Diagnostic]]:
    try:
        found = read_file(path)
        data = b"" if found is None else found[0]
    except StorageError as error:
        return None, [warning("unreadable-year", path, reason_of(error, path))]
    try:
        tables = parse_tables(data, path)
        schema = schema_of(tables, path)
        if RECORDS not in tables:
            raise BrokenFile(f"{path} cannot be used: its records are not in it. It is left as it is.")
    except BrokenFile as error:
        copy = backups.newest_copies.get(year)
        remedy = (
            f"'givequest restore' puts the copy of {copy.name} in its place and keeps this file aside."
            if copy
            else "No good backup holds this year; a copy from elsewhere can be put in its place."
        )
        return None, [warning("broken-year", path, reason_of(error, path), remedy)]
    page = YearPage(year, of_today(tables, schema), path, schema)
    return page, list(_oddities(page, path, data))


def _oddities(page: YearPage, path: str, data: bytes) -> Iterator[Diagnostic]:
    if page.schema > SCHEMA:
        words = f"It was written by a newer givequest (schema {page.schema}; this one knows {SCHEMA})."
        yield warning("newer-schema", path, words, "It can be read and exported here; update givequest to change it.")
    elif page.schema < SCHEMA:
        words = "It is of an earlier version; the first change to it carries it forward, after a backup."
        yield note("earlier-schema", path, words)
    elif is_meddled(data):
        yield warning(
            "broken-seal",
            path,
            "Its checksum is not that of its contents: an editor was at it, or the disk.",
            "If that was you, all is well, and the next change to it seals it anew; "
            "if not, 'givequest restore NAME' goes back to a backup.",
        )
    else:
        row = next(iter(page.tables[META].values()))
        if MEDDLED in row:
            words = f"At its change number {row[MEDDLED]}, something other than givequest had changed it before."
            remedy = "If that was you, all is well; if not, a backup from before holds what it was."
            yield note("seal-was-broken", path, words, remedy)
    for problem in page.problems[:MOST_RECORDS]:
        yield problem._replace(code="unreadable-record", remedy="It can be put right in an editor.")
    if len(page.problems) > MOST_RECORDS:
        more = len(page.problems) - MOST_RECORDS
        yield warning("unreadable-record", path, f"{more} more of its records cannot be read.")
    documents = len(page.tables.get(RECORDS, {}))
    twice = documents - len(page.problems) - len(page.stored)
    if twice > 0:
        words = f"{twice} of its records have the id of another one, and only the last of each counts."
        yield warning("repeated-id", path, words, "Give them ids of their own in an editor.")


def _inspect_companions(ledger: Ledger) -> Iterator[Diagnostic]:
    """Look at the seed, at a change that is not in all its years, and at the ways back of big changes."""
    folder = os.path.join(ledger.folder, "undo")
    names = [INSTALL, *PENDING, *(f"ledger/undo/{name}" for name in _json_in(folder))]
    for name in names:
        path = os.path.join(os.path.dirname(ledger.folder), name)
        try:
            tables = AtomicStorage(path).read_unharmed()
        except StorageError as error:
            remedy = "'givequest restore' sets it aside."
            if name.startswith("ledger/undo/"):
                remedy = "That one change cannot be taken back; the file can be removed."
            yield warning("broken-file", path, reason_of(error, path), remedy)
        else:
            if name in PENDING and tables is not None:
                words = "A change of several years is not in all of their files yet; it counts, and the next change"
                yield note("pending-change", path, f"{words} writes it there.")


def _json_in(folder: str) -> list[str]:
    try:
        return sorted(name for name in os.listdir(folder) if name.endswith(".json"))
    except OSError:
        return []
