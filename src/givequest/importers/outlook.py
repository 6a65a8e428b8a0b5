"""Outlook contacts as CSV, the many columns of Windows and the fewer of the web, with commas or semicolons."""

from __future__ import annotations

from collections.abc import Iterator

from givequest.domain.address_books.imported import ANNIVERSARY, BIRTHDAY
from givequest.domain.text import name_key
from givequest.importers.book_builder import BookBuilder
from givequest.importers.fields.dates import DayOrder, is_no_date
from givequest.importers.fields.links import key_of, links_of
from givequest.importers.fields.names import is_nameless, joined_name
from givequest.importers.files.contents import Content
from givequest.importers.files.tables import Columns, Row
from givequest.importers.importer import Importer
from givequest.importers.table_rows import rows_of, why_nameless

_MAILS = ("e-mail address", "e-mail 2 address", "e-mail 3 address")
_PHONES = ("mobile phone", "home phone", "business phone", "primary phone", "home phone 2", "business phone 2")


def _is_header(columns: Columns) -> bool:
    return all(name in columns for name in ("first name", "last name", "e-mail address"))


def _fits(content: Content) -> bool:
    return content.table is not None and _is_header(content.table.columns)


def _read(content: Content, builder: BookBuilder) -> None:
    rows = list(rows_of(content, builder))
    order = DayOrder(cell for row in rows for cell in (row.get("birthday"), row.get("anniversary")))
    for row in rows:
        _read_row(row, order, builder)


def _read_row(row: Row, order: DayOrder, builder: BookBuilder) -> None:
    # The column Title is for Mr and Dr, and no part of a name here.
    name = joined_name(row.get("first name"), row.get("middle name"), row.get("last name"))
    nickname = row.get("nickname")
    name = name or joined_name(nickname)
    company = row.get("company")
    mails = [row.get(column) for column in _MAILS]
    phones = [row.get(column) for column in _PHONES]
    if is_nameless(name):
        builder.leave_out(row.line, why_nameless(company, mails, phones))
        return
    links = links_of(mails, phones, [row.get("web page", "personal web page")])
    builder.add(
        row.line,
        name,
        key_of(name_key(name), links),
        line=", ".join(filter(None, (row.get("job title"), company))),
        also=[nickname],
        dates=_dates(row, name, order, builder),
        tags=row.get("categories").split(";"),
        links=links,
    )


def _dates(row: Row, name: str, order: DayOrder, builder: BookBuilder) -> Iterator[str]:
    for what in (BIRTHDAY, ANNIVERSARY):
        value = row.get(what)
        if not value or is_no_date(value):
            continue
        day = order.yearly_day(value)
        if day is None:
            builder.report_date(row.line, name, what, value, order.why_none(value))
        else:
            yield f"{day} {what}"


OUTLOOK = Importer("outlook", "outlook", "Outlook contacts", _fits, _read, _is_header)
