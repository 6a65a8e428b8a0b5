"""Export and import in JSON Lines: lossless and all or nothing; importing twice changes nothing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from givequest.application.game import Game
from givequest.application.ports import Page
from givequest.domain.acts import Act, count_words
from givequest.domain.diagnostics import Diagnostic, warning
from givequest.domain.records import (
    FIELDS,
    SEQ,
    AnyRecord,
    Record,
    RecordType,
    derive_id,
    home_of,
    order_of,
    read_any_record,
    seq_of,
    to_document,
)
from givequest.domain.records.lines import HEADER, check_header, parse_line
from givequest.domain.records.partitions import name_of
from givequest.domain.text import nearest
from givequest.errors import RecordError, StorageError

LATEST_SEQ = 2**60
"""No change that comes from elsewhere counts as later than this: there must be room for those that follow."""
ONLY_WHERE_SET = {"sort"}
"""Fields that a line has only where they hold something."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """What an import would do: the records to add and to change, and how many exist already."""

    new: tuple[AnyRecord, ...] = ()
    changed: tuple[AnyRecord, ...] = ()
    replaced: tuple[AnyRecord, ...] = ()
    """What the changed ones are now, where they move to another partition."""
    seqs: Mapping[str, int] = field(default_factory=dict)
    """The changes that the new ones are from, where the lines say so: the later of two versions is known by it."""
    known: int = 0
    problems: tuple[Diagnostic, ...] = ()
    """The lines that cannot be read; with any of them nothing is imported."""
    ahead: int = 0
    """How many of the new and the changed ones are of days that have not come, days off aside: those are planned."""


UNREADABLE_YEAR = "unreadable-year"
"""The code of the diagnostic for a year of which nothing is in an export."""


def all_records(game: Game, problems: list[Diagnostic] | None = None) -> Iterator[Record]:
    """Yield every record of a year's day by day, time and id, a year at a time.

    What cannot be read is added to `problems`; where nobody asks for them, a broken year raises `StorageError`.
    """
    for page in _pages(game, game.store.years(), problems):
        yield from sorted(page.records.values(), key=order_of)


def _pages(game: Game, partitions: Iterable[int], problems: list[Diagnostic] | None) -> Iterator[Page]:
    for partition in partitions:
        try:
            page = game.store.page(partition, keep=False)
        except StorageError as error:
            if problems is None:
                raise
            problems.append(warning(UNREADABLE_YEAR, name_of(partition), str(error)))
            continue
        if problems is not None:
            problems.extend(page.problems)
        yield page


def export_document(record: AnyRecord, seq: int = 0) -> dict[str, Any]:
    """Return a record with every field of its type, null where it holds nothing, and the change that it is from."""
    document = to_document(record)
    head = {name: document[name] for name in ("type", "id", "day", "at")}
    fields = {name: document.get(name) for name in FIELDS[record.type] if name not in ONLY_WHERE_SET}
    return {**head, **fields, **document, **({SEQ: seq} if seq else {})}


def export_lines(game: Game, problems: list[Diagnostic] | None = None) -> Iterator[str]:
    """Yield the lines of an export, without line ends.

    Records of no year come first: whoever reads on knows by then what was due, and since when.
    """
    yield json.dumps(HEADER)
    for record, seq in _with_ids_of_their_own(_stored(game, problems), problems):
        document = export_document(record, seq)
        line = json.dumps(document, ensure_ascii=False)
        # What is carried along unread was never cleaned: a terminal gets it spelt out.
        yield line if not record.extra or line.isprintable() else json.dumps(document)


def _stored(game: Game, problems: list[Diagnostic] | None) -> Iterator[tuple[AnyRecord, int]]:
    """Yield every record with the number of the change that it is from."""
    for page in _pages(game, game.store.partitions(), problems):
        for record in sorted(page.stored.values(), key=order_of):
            yield record, page.seqs.get(record.id, 0)


def _with_ids_of_their_own(
    records: Iterable[tuple[AnyRecord, int]], problems: list[Diagnostic] | None
) -> Iterator[tuple[AnyRecord, int]]:
    """Yield records, the second of an id under one derived from its content: no import would take both."""
    seen: set[str] = set()
    for record, seq in records:
        if record.id in seen:
            place = f"{name_of(home_of(record))}, record {record.id}"
            record = record._replace(id=derive_id(to_document(record)))
            message = f"Another year has a record of that id, so here it has the id {record.id}."
            remedy = "'givequest merge' sorts out which one stays."
            if problems is not None:
                problems.append(warning("repeated-id", place, message, remedy))
        seen.add(record.id)
        yield record, seq


def read_import(game: Game, lines: Iterable[str], name: str) -> Incoming:
    """Return what importing these lines would do; `name` is what problems call the file.

    A byte that is not UTF-8 is a lone surrogate in its line, as `surrogateescape` leaves it.
    """
    records, seqs, problems = _read_lines(game, lines, name)
    if problems:
        return Incoming(problems=tuple(problems))
    there = _records_by_id(game, records)
    new, changed, replaced, known = [], [], [], 0
    for record in records.values():
        old = there.get(record.id)
        if old is None:
            new.append(record)
        elif old == record:
            known += 1
        else:
            changed.append(record)
            if home_of(old) != home_of(record):
                replaced.append(old)
    return Incoming(
        tuple(new),
        tuple(changed),
        tuple(replaced),
        {each.id: seqs[each.id] for each in new if seqs[each.id]},
        known,
        ahead=sum(_is_ahead(game, record) for record in (*new, *changed)),
    )


def save_import(game: Game, incoming: Incoming) -> None:
    """Save what an import adds and changes, as one change. Raises StorageError."""
    puts = incoming.new + incoming.changed
    game.save(
        Act.IMPORT.label(count_words(len(puts), "record")), puts=puts, drops=incoming.replaced, seqs=incoming.seqs
    )


def _records_by_id(game: Game, records: Mapping[str, AnyRecord]) -> dict[str, AnyRecord]:
    there = {}
    for partition in game.store.partitions():
        page = game.store.page(partition, keep=False)
        there.update({identity: record for identity, record in page.stored.items() if identity in records})
    return there


class _Lines(NamedTuple):
    records: dict[str, AnyRecord]
    seqs: dict[str, int]
    problems: list[Diagnostic]


def _read_lines(game: Game, lines: Iterable[str], name: str) -> _Lines:
    records: dict[str, AnyRecord] = {}
    seqs: dict[str, int] = {}
    problems: list[Diagnostic] = []
    seen: dict[str, int] = {}
    number = 0
    for number, line in enumerate(lines, 1):
        try:
            if number == 1:
                check_header(line.removeprefix("\ufeff"))
            elif line.strip():
                record, seq = _read_line(game, line, seen)
                seqs[record.id] = max(seq, seqs.get(record.id, 0))
                if records.setdefault(record.id, record) != record:
                    raise RecordError(f"another line says something else under its id, {record.id}.")
        except RecordError as error:
            problems.append(Diagnostic(f"{name}, line {number}", str(error)))
            if number == 1:
                return _Lines({}, {}, problems)
    if number == 0:
        problems.append(Diagnostic(name, "It is empty."))
    return _Lines(records, seqs, problems)


def _read_line(game: Game, line: str, seen: dict[str, int]) -> tuple[AnyRecord, int]:
    document = parse_line(line)
    if document.get("id") is None:
        first = derive_id(document)
        occurrence = seen[first] = seen.get(first, -1) + 1
        document["id"] = derive_id(document, occurrence)
    record = read_any_record(document)
    if isinstance(record, Record) and record.kind is not None and record.kind not in game.rules.kinds:
        raise RecordError(_no_such_kind(game, record.kind))
    return record, min(seq_of(document), LATEST_SEQ)


def _is_ahead(game: Game, record: AnyRecord) -> bool:
    """Return whether a record, no day off, is of a day that has come neither here nor where and when it was logged."""
    if not isinstance(record, Record) or record.type is RecordType.REST or record.day <= game.today():
        return False
    moment = datetime.fromisoformat(record.at)
    return moment > game.now() or record.day > moment.date()


def _no_such_kind(game: Game, kind: str) -> str:
    near = nearest(kind, game.rules.kinds)
    hint = f"did you mean {near}? " if near else ""
    return f"there is no kind called {kind}; {hint}A kind of your own needs [quests.{kind}] in config.toml."
