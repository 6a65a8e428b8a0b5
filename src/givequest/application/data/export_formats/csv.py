"""CSV: a table for spreadsheets, one row per record. Not lossless."""

from __future__ import annotations

from collections.abc import Iterator

from givequest.application.data.export_formats import Format, Problems
from givequest.application.data.import_export import all_records
from givequest.application.data.spreadsheet import csv_row, guarded
from givequest.application.game.fading import shown_records
from givequest.application.game.game import Game
from givequest.domain.records import FIELDS, Record, RecordType

COLUMNS = ("day", "at", "type", *FIELDS[RecordType.DEED], "text", "id")


def csv_lines(game: Game, problems: Problems) -> Iterator[str]:
    """Yield the rows; a cell that a spreadsheet would run as a formula gets a leading quote. Raises StorageError."""
    yield csv_row(COLUMNS)
    for record in shown_records(game, all_records(game, problems)):
        yield csv_row(guarded(_cell(record, name)) for name in COLUMNS)


def _cell(record: Record, name: str) -> str:
    """Return a field as text; empty if the record's type does not have it."""
    has = ("day", "at", "type", "id", *FIELDS[record.type])
    value = getattr(record, name) if name in has else None
    return "" if value is None else str(value)


FORMAT = Format("for spreadsheets", csv_lines, has_bom=True)
