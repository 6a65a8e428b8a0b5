"""The check of one partition: whether it is usable, was changed by something else, and is fully readable."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from givequest.domain.diagnostics import Diagnostic, note, warning
from givequest.domain.records import AnyRecord
from givequest.errors import BrokenFile, StorageError
from givequest.storage.backup.validation import reason_of
from givequest.storage.files.checksum import has_checksum_mismatch
from givequest.storage.files.json_tables import parse_tables
from givequest.storage.files.reading import read_file
from givequest.storage.ledger.ledger import Ledger
from givequest.storage.partition.schema import CHECKSUM_MISMATCH, META, RECORDS, SCHEMA, of_today, path_of, schema_of
from givequest.storage.partition.year_view import YearView

MOST_RECORDS = 20
"""Records of one file that are named one by one."""


def check_partition(
    folder: str, partition: int, newest_copy: str | None
) -> tuple[Mapping[str, AnyRecord], list[Diagnostic]]:
    """Return the records of a partition and the diagnostics about its file.

    `newest_copy` is the backup with its newest good copy. An unusable partition has no records.
    """
    path = path_of(folder, partition)
    try:
        stored = Ledger(folder).page(partition, keep=False).stored
        found = read_file(path)
        if found is None:
            return stored, []  # all that there is of it is in a change that is pending
        data = found[0]
        tables = parse_tables(data, path)
        schema = schema_of(tables, path)
        page = YearView(partition, of_today(tables, schema), path, schema)
    except BrokenFile as error:
        remedy = "No good backup holds it; a copy from elsewhere can be put in its place."
        if newest_copy is not None:
            remedy = f"'givequest restore' puts the copy of {newest_copy} in its place and keeps this file aside."
        return {}, [warning("broken-year", path, reason_of(error, path), remedy)]
    except StorageError as error:
        return {}, [warning("unreadable-year", path, reason_of(error, path))]
    return stored, [*_writers(page, path, data), *_records(page, path)]


def _writers(page: YearView, path: str, data: bytes) -> Iterator[Diagnostic]:
    """Tell what has written a file: another version, or something other than givequest."""
    if page.schema > SCHEMA:
        words = f"It was written by a newer givequest (schema {page.schema}; this one knows {SCHEMA})."
        yield warning("newer-schema", path, words, "It can be read and exported here; update givequest to change it.")
    elif page.schema < SCHEMA:
        words = "It's from an older version. The first change upgrades it, after a backup."
        yield note("earlier-schema", path, words)
    elif has_checksum_mismatch(data):
        words = "Its checksum doesn't match: it was edited by hand, or the disk changed it."
        remedy = (
            "If that was you, all is well, and the next change to it seals it anew; "
            "if not, 'givequest restore NAME' goes back to a backup."
        )
        yield warning("broken-seal", path, words, remedy)
    else:
        row = next(iter(page.tables[META].values()))
        if CHECKSUM_MISMATCH in row:
            words = (
                f"At its change number {row[CHECKSUM_MISMATCH]}, something other than givequest had changed it before."
            )
            remedy = "If that was you, all is well; if not, a backup from before holds what it was."
            yield note("seal-was-broken", path, words, remedy)


def _records(page: YearView, path: str) -> Iterator[Diagnostic]:
    """Tell of records that cannot be read, and of those that swallow one another."""
    for problem in page.problems[:MOST_RECORDS]:
        yield problem._replace(code="unreadable-record", remedy="You can fix it in an editor.")
    if len(page.problems) > MOST_RECORDS:
        more = len(page.problems) - MOST_RECORDS
        yield warning("unreadable-record", path, f"{more} more of its records can't be read.")
    repeated = len(page.tables.get(RECORDS, {})) - len(page.problems) - len(page.stored)
    if repeated > 0:
        words = f"{repeated} of its records share an id with another; only the last of each counts."
        yield warning("repeated-id", path, words, "Give them ids of their own in an editor.")
