"""CSV: a table for spreadsheets, a record a row. It is not lossless."""

from __future__ import annotations

from collections.abc import Iterator

from givequest.application.data.export_formats import Format, Problems
from givequest.application.data.import_export import all_records
from givequest.application.data.spreadsheet import csv_row, guarded
from givequest.application.game.game import Game
from givequest.domain.records import FIELDS, Record, RecordType

COLUMNS = ("day", "at", "type", *FIELDS[RecordType.DEED], "text", "id")


def csv_lines(game: Game, problems: Problems) -> Iterator[str]:
    """Yield the lines of a table; what a spreadsheet would take for a formula gets a quote before it."""
    yield csv_row(COLUMNS)
    for record in all_records(game, problems):
        yield csv_row(guarded(_cell(record, name)) for name in COLUMNS)


def _cell(record: Record, name: str) -> str:
    """Return a field as text; nothing for one that the record's type hasn't got."""
    has = ("day", "at", "type", "id", *FIELDS[record.type])
    value = getattr(record, name) if name in has else None
    return "" if value is None else str(value)


FORMAT = Format("for spreadsheets", csv_lines, has_bom=True)
