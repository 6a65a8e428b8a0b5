"""People as the command line prints them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from givequest.application.people.listing import PersonRow
from givequest.domain.days import format_day
from givequest.domain.records import Record
from givequest.domain.records.person import PersonRecord
from givequest.presentation.lines import cells_of

LONGEST = 40
"""Columns that a name takes at the most."""
MOST_DEEDS = 5


def list_lines(rows: Sequence[PersonRow], *, plain: bool) -> Iterator[str]:
    """Yield a line for each of some people: in columns, or `plain` with commas between what there is to say."""
    width = min(max((cells_of(row.name) for row in rows), default=0), LONGEST)
    for row in rows:
        mark = "<" if row.named else "*" if row.coming else "z" if row.rests_until or row.in_peace else " "
        tags = ", ".join(row.record.tags) if row.record else ""
        if plain:
            yield ", ".join(filter(None, (row.name, row.profile.tie, row.word, *_notes(row), tags)))
        else:
            name = row.name + " " * (width - cells_of(row.name))
            yield f"{mark} {name}  {row.profile.tie or '-':<10}  {row.word:<18}  {tags}".rstrip()


def person_lines(row: PersonRow, deeds: Sequence[Record], today: date) -> Iterator[str]:
    """Yield all that is known of somebody, and the latest deeds for them."""
    record = row.record
    yield row.name
    yield f"  {', '.join([row.profile.tie or 'not placed', row.word, *_notes(row)])}"
    if record is not None:
        yield from (
            f"  {what}: {', '.join(texts)}" for what, texts in (("Also", record.also), ("Tags", record.tags)) if texts
        )
        yield from (f"  Met: {record.met}" for _ in (0,) if record.met)
        yield from (f"  Date: {text}" for text in record.dates)
        yield from (f"  {text}" for text in record.links)
        yield from (f"  {record.note}" for _ in (0,) if record.note)
    for deed in deeds[:MOST_DEEDS]:
        yield f"  {format_day(deed.day, today)}: {deed.kind}" + (f", {deed.note}" if deed.note else "")


def _record_lines(record: PersonRecord) -> Iterator[str]:
    lists = (("Also", record.also), ("Tags", record.tags), ("Dates", record.dates), ("Links", record.links))
    yield from (f"  {what}: {', '.join(texts)}" for what, texts in lists if texts)
    yield from (f"  {what}: {text}" for what, text in (("Met", record.met), ("Note", record.note)) if text)


def _notes(row: PersonRow) -> list[str]:
    found = ["named today"] if row.named else []
    if row.in_peace:
        found.append("left in peace")
    elif row.rests_until:
        found.append(f"rests until {format_day(row.rests_until, row.rests_until)} {row.rests_until.year}")
    if row.coming:
        found.append(f"{row.coming.written.words or 'a date'} on {format_day(row.coming.day)}")
    return [*found, "gentle"] if row.profile.gentle else found
