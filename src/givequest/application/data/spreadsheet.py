"""Rows for spreadsheets, in which nothing is taken for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n", "\0")
"""How a cell begins that spreadsheets take for a formula: some of them read the full-width signs as the others."""


def csv_row(values: Iterable[str]) -> str:
    """Return a line of a table, without its end."""
    buffer = io.StringIO()
    csv.writer(buffer, quoting=csv.QUOTE_ALL, lineterminator="").writerow(values)
    return buffer.getvalue()


def guarded(value: str) -> str:
    """Return a cell with a quote before what a spreadsheet would take for a formula."""
    return f"'{value}" if value.startswith(_FORMULA) else value
