"""Migrations: converting a year's file from an earlier schema.

Each is a pure function from tables to tables with a name that the file records. A file
of an earlier schema is read through them at any time, and written anew only by the first
change to it, after a backup.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from givequest.domain.records import with_ids
from givequest.named_tuple import NamedTuple
from givequest.storage.files.checksum import CHECKSUM

Tables = dict[str, dict[str, Any]]


class Migration(NamedTuple):
    """The conversion from one schema to the next."""

    name: str
    """What is true of the file afterwards."""
    carry: Callable[[Tables], Tables]
    """Returns new tables; those it was given stay as they are."""


def _give_ids(tables: Tables) -> Tables:
    """Schema 0 knew a record by its place in the file; two equal ones are still two."""
    return {**tables, "records": with_ids(tables.get("records", {}))}


MIGRATIONS: Mapping[int, Migration] = {0: Migration("every-record-has-an-id", _give_ids)}
"""By the schema that each starts from: the next one is one more."""
OLDEST = min(MIGRATIONS)


def migrate(tables: Tables, schema: int, migrations: Mapping[int, Migration] = MIGRATIONS) -> Tables:
    """Return tables converted to the newest schema, with the conversions recorded in them.

    The undo data of earlier changes is dropped, as it holds records of the old schema.
    """
    meta: dict[str, Any] = next(iter(tables.get("schema", {}).values()), {})
    names = list(meta.get("migrations", ()))
    while schema in migrations:
        tables = migrations[schema].carry(tables)
        names.append(migrations[schema].name)
        schema += 1
    # The revision and the checksum stand first: they are looked for in the file's first bytes.
    row = {"schema": schema, "revision": meta.get("revision", 0), CHECKSUM: 0, **meta}
    row.update({"schema": schema, CHECKSUM: 0, "migrations": names})
    others = {name: table for name, table in tables.items() if name not in ("schema", "changes", "records")}
    return {"schema": {"1": row}, "changes": {}, **others, "records": tables.get("records", {})}
