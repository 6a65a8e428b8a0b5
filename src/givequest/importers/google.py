"""Google Contacts as CSV: the columns of today (since 2024), and those of before."""

from __future__ import annotations

from collections.abc import Iterable

from givequest.domain.address_books.imported import ANNIVERSARY, BIRTHDAY
from givequest.domain.text import name_key
from givequest.importers.book_builder import BookBuilder
from givequest.importers.fields.dates import is_no_date, yearly_day
from givequest.importers.fields.links import key_of, links_of
from givequest.importers.fields.names import is_nameless, joined_name
from givequest.importers.files.contents import Content
from givequest.importers.files.tables import Columns, Row
from givequest.importers.importer import Importer
from givequest.importers.table_rows import rows_of, why_nameless

_SEVERAL = " ::: "
_OWN_LABEL = "*"
"""What a label begins with that Google gave, and not the person: `* myContacts`."""


def _is_header(columns: Columns) -> bool:
    is_new = all(name in columns for name in ("first name", "labels", "file as"))
    return is_new or all(name in columns for name in ("given name", "family name", "group membership"))


def _fits(content: Content) -> bool:
    return content.table is not None and _is_header(content.table.columns)


def _read(content: Content, builder: BookBuilder) -> None:
    for row in rows_of(content, builder):
        _read_row(row, builder)


def _read_row(row: Row, builder: BookBuilder) -> None:
    parts = (row.get("first name", "given name"), row.get("middle name", "additional name"))
    name = joined_name(*parts, row.get("last name", "family name"))
    nickname = row.get("nickname")
    name = name or joined_name(row.get("name")) or joined_name(nickname)
    company = row.get("organization name", "organization 1 - name")
    mails = _cells(row, "e-mail ")
    phones = _cells(row, "phone ")
    if is_nameless(name):
        builder.leave_out(row.line, why_nameless(company, mails, phones))
        return
    links = links_of(mails, phones, _cells(row, "website "))
    labels = _split([row.get("labels", "group membership")])
    builder.add(
        row.line,
        name,
        key_of(name_key(name), links),
        line=", ".join(filter(None, (row.get("organization title", "organization 1 - title"), company))),
        also=[nickname],
        dates=_dates(row, name, builder),
        tags=[label for label in labels if not label.startswith(_OWN_LABEL)],
        links=links,
    )


def _dates(row: Row, name: str, builder: BookBuilder) -> Iterable[str]:
    cells = [(BIRTHDAY, row.get("birthday"))]
    for number in range(1, 10):
        label = row.get(f"event {number} - label", f"event {number} - type").lstrip("* ")
        cells.append((label.lower() or ANNIVERSARY, row.get(f"event {number} - value")))
    for what, value in cells:
        if value and not is_no_date(value):
            day = yearly_day(value)
            if day is None:
                builder.report_date(row.line, name, what, value)
            else:
                yield f"{day} {what}"


def _cells(row: Row, beginning: str) -> list[str]:
    return _split(row.starting(beginning, "- value"))


def _split(cells: Iterable[str]) -> list[str]:
    return [part.strip() for cell in cells for part in cell.split(_SEVERAL) if part.strip()]


GOOGLE = Importer("google", "google", "Google contacts", _fits, _read, _is_header)
