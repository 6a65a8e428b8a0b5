"""Tables of comma, semicolon or tab separated values, whose header may stand below some rows of notes."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from io import StringIO
from itertools import islice

from givequest.domain.text import clean_line
from givequest.importers.files.limits import LONGEST_ROW

HEADER_ROWS = 50
"""Rows in which the header is looked for."""
MOST_COLUMNS = 400
_SEPARATORS = ",;\t"
_ENDLESS = re.compile(rf"[^\r\n]{{{LONGEST_ROW}}}")
Columns = Mapping[str, int]
Header = Callable[[Columns], bool]
"""Returns whether columns, by their names in small letters, are those of a file that an importer knows."""


class Row:
    """One row, its cells asked for by the names of their columns."""

    __slots__ = ("_columns", "cells", "line")

    def __init__(self, cells: Sequence[str], columns: Mapping[str, int], line: int) -> None:
        self.cells = cells
        self._columns = columns
        self.line = line
        """The line of the file that it begins in, the first being 1."""

    def get(self, *names: str) -> str:
        """Return the first cell that holds anything of some columns, empty where none does."""
        for name in names:
            column = self._columns.get(name, -1)
            if 0 <= column < len(self.cells) and (cell := self.cells[column].strip()):
                return cell
        return ""

    def starting(self, beginning: str, end: str = "") -> list[str]:
        """Return the cells that hold anything of all columns whose names begin and end so, in their order."""
        names = (name for name in self._columns if name.startswith(beginning) and name.endswith(end))
        return list(filter(None, map(self.get, names)))

    def is_empty(self) -> bool:
        """Return whether no cell holds anything."""
        return not any(map(str.strip, self.cells))


class Table:
    """A table with its header; its rows are read as they are asked for."""

    def __init__(self, text: str, separator: str, columns: Mapping[str, int], skipped: int, first_line: int) -> None:
        """`skipped` rows, the header the last of them, come first; `text` begins in line `first_line`."""
        self.columns = columns
        """The numbers of the columns by their names, cleaned and in small letters."""
        self.text = text
        self._separator = separator
        self._skipped = skipped
        self._first_line = first_line
        self.unread: tuple[int, str] | None = None
        """The line from which on nothing can be read, and why; known once the rows were read."""

    @property
    def line_count(self) -> int:
        """How many lines it has: as many rows, where no cell has several."""
        return self.text.count("\n")

    def rows(self) -> Iterator[Row]:
        """Yield the rows below the header; the last of a file that was cut is none."""
        reader = csv.reader(StringIO(self.text, newline=""), delimiter=self._separator)
        is_cut = not self.text.endswith(("\n", "\r"))
        is_open = self.text.count('"') % 2 == 1
        held: Row | None = None
        started = 0
        try:
            for number, cells in enumerate(reader):
                if held is not None:
                    yield held
                held = Row(cells, self.columns, self._first_line + started) if number >= self._skipped else None
                started = reader.line_num
        except csv.Error as error:
            self.unread = (self._first_line + started, _reason(error))
            is_cut = is_open = False
        if held is None:
            return
        width = len(held.cells)
        if is_open and any("\n" in cell or "\r" in cell for cell in held.cells):
            self.unread = (held.line, "a quotation mark is opened and never closed")
        elif is_cut and width < len(self.columns) and not held.is_empty():
            self.unread = (held.line, "the file ends in the middle of the row")
        else:
            yield held


def find_table(text: str, headers: Sequence[Header]) -> Table | None:
    """Return the table that a text is; None where no row at its beginning is one of the `headers`.

    A lone quotation mark in the notes above a header swallows it; so it is looked for in single lines as well.
    """
    if _ENDLESS.search(text):
        return None
    for separator in _SEPARATORS:
        reader = csv.reader(StringIO(text, newline=""), delimiter=separator)
        with suppress(csv.Error):
            for number, cells in enumerate(islice(reader, HEADER_ROWS), 1):
                columns = _columns_of(cells)
                if any(header(columns) for header in headers):
                    return Table(text, separator, columns, number, 1)
    start = 0
    for line in range(1, HEADER_ROWS + 1):
        end = text.find("\n", start)
        single = text[start : end if end >= 0 else None].rstrip("\r")
        for separator in _SEPARATORS:
            with suppress(csv.Error):
                columns = _columns_of(next(csv.reader([single], delimiter=separator), []))
                if any(header(columns) for header in headers):
                    return Table(text[start:], separator, columns, 1, line)
        if end < 0:
            break
        start = end + 1
    return None


def _columns_of(cells: Sequence[str]) -> dict[str, int]:
    columns: dict[str, int] = {}
    for number, cell in enumerate(cells[:MOST_COLUMNS]):
        columns.setdefault(clean_line(cell).lower(), number)
    return columns


def _reason(error: csv.Error) -> str:
    return "a cell is far too large" if "field larger" in str(error) else "it isn't a row of a table"
