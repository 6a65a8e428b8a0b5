"""Markdown: for reading, one chapter or one file per month. Not lossless."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from givequest.application.data.export_formats import Format, Problems
from givequest.application.data.import_export import all_records
from givequest.application.game.fading import shown_records
from givequest.application.game.game import Game
from givequest.domain.days import format_day, format_month
from givequest.domain.journal.sorts import LETTER, POCKET
from givequest.domain.journal.tags import tags_in
from givequest.domain.records import Record, RecordType
from givequest.domain.rules import Rules

_SORTS = {LETTER: "The letter of the month", POCKET: "A good thought, kept"}


def markdown_lines(game: Game, problems: Problems) -> Iterator[str]:
    """Yield the lines of one document with a chapter per month and a section per day. Raises StorageError."""
    for month, of_month in groupby(shown_records(game, all_records(game, problems)), key=_month_of):
        yield from _chapter(month, of_month, game.rules)


def markdown_months(game: Game, problems: Problems) -> Iterator[tuple[str, list[str]]]:
    """Yield the file name and lines of each month, with front matter for note-taking programs. Raises StorageError."""
    for (year, month), group in groupby(shown_records(game, all_records(game, problems)), key=_month_of):
        of_month = list(group)
        tags = dict.fromkeys(tag for record in of_month for tag in tags_in(record.text or ""))
        head = [
            "---",
            f"title: {json.dumps(format_month(date(year, month, 1)))}",
            f"date: {year:04}-{month:02}-01",
            f"tags: {json.dumps(list(tags), ensure_ascii=False)}",
            "---",
            "",
        ]
        yield f"{year:04}-{month:02}.md", [*head, *_chapter((year, month), of_month, game.rules)]


def _month_of(record: Record) -> tuple[int, int]:
    return record.day.year, record.day.month


def _chapter(month: tuple[int, int], records: Iterable[Record], rules: Rules) -> Iterator[str]:
    yield f"# {format_month(date(*month, 1))}"
    yield ""
    for day, of_day in groupby(records, key=lambda record: record.day):
        yield f"## {format_day(day)}"
        yield ""
        for record in of_day:
            yield from _paragraph(record, rules)
        yield ""


def _paragraph(record: Record, rules: Rules) -> Iterator[str]:
    if record.type is RecordType.DEED:
        kind = rules.kind_on(record.kind or "", record.day.toordinal())
        words = [kind.name if kind else record.kind or "", *([f"for {record.person}"] if record.person else [])]
        yield f"- {' '.join(words)}" + (f": {record.note}" if record.note else "")
    elif record.type in (RecordType.ENTRY, RecordType.GIFT):
        yield ""
        label = "A gift out of the blue" if record.type is RecordType.GIFT else _SORTS.get(record.sort or "", "")
        yield from [f"*{label}*", ""] if label else []
        yield f"{record.text}"
        yield ""
    elif record.type in (RecordType.SLIP, RecordType.REST, RecordType.RELEASE):
        words_of = {RecordType.SLIP: "posted about myself", RecordType.REST: "a day off", RecordType.RELEASE: "let go"}
        yield f"- {words_of[record.type]}"


FORMAT = Format("for reading", markdown_lines, files=markdown_months, file_endings=(".md", ".markdown", ".txt"))
