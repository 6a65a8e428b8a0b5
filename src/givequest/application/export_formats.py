"""Exports for other programs: a table for spreadsheets, and pages for reading. Neither is lossless."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from itertools import groupby

from givequest.domain.days import MONTHS, format_day
from givequest.domain.journal.tags import tags_in
from givequest.domain.records import Record, RecordType
from givequest.domain.rules import Rules

COLUMNS = ("day", "at", "type", "kind", "person", "note", "effort", "card", "text", "id")
_SORTS = {"letter": "The letter of the month", "pocket": "Pocketed"}
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0")


def csv_lines(records: Iterable[Record]) -> Iterator[str]:
    """Yield the lines of a table; what a spreadsheet would take for a formula gets a quote before it."""
    yield _row(COLUMNS)
    for record in records:
        values = [getattr(record, name) for name in COLUMNS]
        yield _row(["" if value is None else _guarded(str(value)) for value in values])


def _row(values: Iterable[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, quoting=csv.QUOTE_ALL, lineterminator="").writerow(values)
    return buffer.getvalue()


def _guarded(value: str) -> str:
    return f"'{value}" if value.startswith(_FORMULA) else value


def markdown_lines(records: Iterable[Record], rules: Rules) -> Iterator[str]:
    """Yield the lines of a document with a chapter a month and a section a day."""
    for month, of_month in groupby(records, key=_month_of):
        yield from _chapter(month, of_month, rules)


def markdown_months(records: Iterable[Record], rules: Rules) -> Iterator[tuple[str, list[str]]]:
    """Yield a file name and its lines for each month, with the front matter that note-taking programs read."""
    for (year, month), group in groupby(records, key=_month_of):
        of_month = list(group)
        tags = dict.fromkeys(tag for record in of_month for tag in tags_in(record.text or ""))
        head = [
            "---",
            f"title: {json.dumps(f'{MONTHS[month - 1]} {year}')}",
            f"date: {year:04}-{month:02}-01",
            f"tags: {json.dumps(list(tags), ensure_ascii=False)}",
            "---",
            "",
        ]
        yield f"{year:04}-{month:02}.md", [*head, *_chapter((year, month), of_month, rules)]


def _month_of(record: Record) -> tuple[int, int]:
    return record.day.year, record.day.month


def _chapter(month: tuple[int, int], records: Iterable[Record], rules: Rules) -> Iterator[str]:
    yield f"# {MONTHS[month[1] - 1]} {month[0]}"
    yield ""
    for day, of_day in groupby(records, key=lambda record: record.day):
        yield f"## {format_day(day)}"
        yield ""
        for record in of_day:
            yield from _paragraph(record, rules)
        yield ""


def _paragraph(record: Record, rules: Rules) -> Iterator[str]:
    if record.type is RecordType.DEED:
        kind = rules.kinds.get(record.kind or "")
        words = [kind.name if kind else record.kind or "", *([f"for {record.person}"] if record.person else [])]
        yield f"- {' '.join(words)}" + (f": {record.note}" if record.note else "")
    elif record.type in (RecordType.ENTRY, RecordType.GIFT):
        yield ""
        label = "A gift that came unasked" if record.type is RecordType.GIFT else _SORTS.get(record.sort or "", "")
        yield from [f"*{label}*", ""] if label else []
        yield f"{record.text}"
        yield ""
    elif record.type in (RecordType.SLIP, RecordType.REST, RecordType.RELEASE):
        words_of = {RecordType.SLIP: "posted about myself", RecordType.REST: "a day off", RecordType.RELEASE: "let go"}
        yield f"- {words_of[record.type]}"
