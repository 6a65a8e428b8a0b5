"""Mastodon: `following_accounts.csv`. Handles are no names, and stand for them until somebody gives one."""

from __future__ import annotations

import csv
import re
from io import StringIO

from givequest.domain.text import clean_line
from givequest.importers.book_builder import NAMELESS, BookBuilder
from givequest.importers.files.contents import Content
from givequest.importers.files.tables import Columns
from givequest.importers.importer import Importer
from givequest.importers.table_rows import rows_of

_HANDLE = re.compile(r"@?([\w.-]{1,64})(@[\w.-]{1,190}\.[\w-]{1,60})?")
HEADER = "account address"
_OF_OTHERS = ("follower", "block", "mute")


def _is_header(columns: Columns) -> bool:
    return HEADER in columns


def _fits(content: Content) -> bool:
    table = content.table
    if table is None or HEADER not in table.columns:
        return False
    return "hide notifications" not in table.columns and not content.file_name.startswith(_OF_OTHERS)


def _read(content: Content, builder: BookBuilder) -> None:
    if content.table is None:  # a file of earlier versions has no header, and whoever brings it says what it is
        rows = csv.reader(StringIO(content.text, newline=""))
        cells = ((rows.line_num, row[0]) for row in rows if row and row[0].strip())
    else:
        cells = ((row.line, row.get(HEADER)) for row in rows_of(content, builder))
    for line, cell in cells:
        handle = clean_line(cell)
        if _HANDLE.fullmatch(handle) is None:
            builder.leave_out(line, NAMELESS)
            continue
        handle = handle.removeprefix("@")
        builder.add(line, f"@{handle}", handle.casefold())


MASTODON = Importer("mastodon", "mastodon", "Mastodon accounts you follow", _fits, _read, _is_header)
