"""Rows of a table as importers take them, and what those have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from givequest.importers.book_builder import COMPANY, MAIL_ALONE, NAMELESS, PHONE_ALONE, BookBuilder
from givequest.importers.files.contents import Content
from givequest.importers.files.tables import Row


def rows_of(content: Content, builder: BookBuilder) -> Iterator[Row]:
    """Yield the rows that hold anything, and say of a table that cannot be read to its end where that is."""
    table = content.table
    if table is None:
        return
    builder.total += table.line_count
    for row in table.rows():
        builder.advance()
        if not row.is_empty():
            yield row
    if table.unread is not None:
        line, reason = table.unread
        builder.report(line, f"{reason}; nothing from there on is read.")


def why_nameless(company: str, mails: Iterable[str], phones: Iterable[str]) -> str:
    """Return why a row without a name is left out."""
    if company:
        return COMPANY
    return MAIL_ALONE if any(mails) else PHONE_ALONE if any(phones) else NAMELESS
