"""Export and import in JSON Lines: lossless and all or nothing; importing twice changes nothing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from givequest.application.data.import_lines import read_lines
from givequest.application.game.game import Game
from givequest.application.ports import Page
from givequest.domain.change_labels import Act, count_words
from givequest.domain.diagnostics import Diagnostic, warning
from givequest.domain.records import (
    FIELDS,
    SEQ,
    AnyRecord,
    Record,
    RecordType,
    RulesRecord,
    derive_id,
    home_of,
    kinds_of,
    order_of,
    to_document,
)
from givequest.domain.records.lines import HEADER
from givequest.domain.records.partitions import BOOKS, name_of
from givequest.domain.rule_history import kinds_known_by, knowing, taken_in
from givequest.errors import StorageError

ONLY_WHERE_SET = {"sort", "other", "former"}
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
    rules_since: date | None = None
    """The day from which on this ledger has rules of its own, where a file's rules of those days are left out."""
    left_out: tuple[RulesRecord, ...] = ()
    """The rules that are left out, in order of their days; the kinds of deeds are known by them all the same."""
    problems: tuple[Diagnostic, ...] = ()
    """The lines that cannot be read; with any of them nothing is imported."""
    ahead: int = 0
    """How many of the new and the changed ones are of days that have not come, days off aside: those are planned."""


UNREADABLE_YEAR = "unreadable-year"
"""The code of the diagnostic for a year of which nothing is in an export."""


def all_records(game: Game, problems: list[Diagnostic] | None = None) -> Iterator[Record]:
    """Yield every record of a year's day by day, time and id, a year at a time.

    What cannot be read is added to `problems`; without it, a broken year raises `StorageError`.
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
    """Return a record with every field of its type (null if empty) and the number of the change that it is from."""
    document = to_document(record)
    head = {name: document[name] for name in ("type", "id", "day", "at")}
    of_days = FIELDS[record.type] if isinstance(record, Record) else ()
    fields = {name: document.get(name) for name in of_days if name not in ONLY_WHERE_SET}
    return {**head, **fields, **document, **({SEQ: seq} if seq else {})}


def export_lines(game: Game, problems: list[Diagnostic] | None = None, *, with_books: bool = True) -> Iterator[str]:
    """Yield the lines of an export, without line ends; those of address books only `with_books`.

    Raises StorageError as `all_records` does.

    Records that belong to no year come first, so that a reader knows the rules before the deeds.
    """
    yield json.dumps(HEADER)
    for record, seq in _with_ids_of_their_own(_stored(game, problems, with_books=with_books), problems):
        document = export_document(record, seq)
        line = json.dumps(document, ensure_ascii=False)
        # What is carried along unread was never cleaned: a terminal gets it spelt out.
        yield line if not record.extra or line.isprintable() else json.dumps(document)


def _stored(game: Game, problems: list[Diagnostic] | None, *, with_books: bool) -> Iterator[tuple[AnyRecord, int]]:
    """Yield every record with the number of the change that it is from."""
    partitions = (partition for partition in game.store.partitions() if with_books or partition not in BOOKS)
    for page in _pages(game, partitions, problems):
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
            message = f"Another year has a record with that id, so here it gets the id {record.id}."
            remedy = "'givequest merge' sorts out which one stays."
            if problems is not None:
                problems.append(warning("repeated-id", place, message, remedy))
        seen.add(record.id)
        yield record, seq


def read_import(game: Game, lines: Iterable[str], name: str) -> Incoming:
    """Return what importing these lines would do; `name` is what problems call the file. Raises StorageError.

    A byte that is not UTF-8 is a lone surrogate in its line, as `surrogateescape` leaves it.
    """
    records, seqs, problems = read_lines(game, lines, name)
    if problems:
        return Incoming(problems=tuple(problems))
    there = records_by_id(game, records)
    own_rules = game.current_rules.records
    taken = {rules.id for rules in taken_in(_rules_of(records.values()), own_rules)}
    new, changed, replaced, known, left_out = [], [], [], 0, []
    for record in records.values():
        old = there.get(record.id)
        if isinstance(record, RulesRecord) and record != old and record.id not in taken:
            left_out.append(record)
        elif old is None:
            new.append(record)
        elif old == record:
            known += count_facts([record])
        else:
            changed.append(record)
            if home_of(old) != home_of(record):
                replaced.append(old)
    from_changes = {record.id: seqs[record.id] for record in new if seqs[record.id]}
    ahead = sum(_is_ahead(game, record) for record in (*new, *changed))
    since = own_rules[0].day if left_out else None
    own = tuple(_rules_of(left_out))
    return Incoming(tuple(new), tuple(changed), tuple(replaced), from_changes, known, since, own, ahead=ahead)


def _is_ahead(game: Game, record: AnyRecord) -> bool:
    """Return whether a record, no day off, is of a day that has come neither here nor where and when it was logged."""
    if not isinstance(record, Record) or record.type is RecordType.REST or record.day <= game.today():
        return False
    moment = datetime.fromisoformat(record.at)
    return moment > game.now() or record.day > moment.date()


def save_import(game: Game, incoming: Incoming, what: str = "") -> None:
    """Save an import as one change, adding the rules in force if there would be none otherwise. Raises StorageError.

    The change is called an import of `what`: of a number of records where it is empty.
    """
    puts = incoming.new + incoming.changed
    own_rules = game.current_rules.records
    label = Act.IMPORT.label(what or count_words(count_facts(puts), "record"))
    has_rules = bool(own_rules or _rules_of(puts))
    there = sorted((*own_rules, *_rules_of(puts)), key=lambda record: record.day)
    rules = knowing(there, kinds_of(puts), lambda: {**game.kinds, **kinds_known_by(incoming.left_out)})
    puts = (*(record for record in puts if record.id not in {one.id for one in rules}), *rules)
    game.save(label, puts=puts, drops=incoming.replaced, seqs=incoming.seqs, stores_rules=not has_rules)


def count_facts(records: Iterable[AnyRecord]) -> int:
    """Return how many of some records say what was done or written; records of rules are not counted."""
    return sum(not isinstance(record, RulesRecord) for record in records)


def _rules_of(records: Iterable[AnyRecord]) -> list[RulesRecord]:
    return sorted((record for record in records if isinstance(record, RulesRecord)), key=lambda record: record.day)


def records_by_id(game: Game, records: Mapping[str, AnyRecord]) -> dict[str, AnyRecord]:
    """Return those records of the ledger that have the id of one of `records`, by it. Raises StorageError."""
    there = {}
    for partition in game.store.partitions():
        page = game.store.page(partition, keep=False)
        there.update({identity: record for identity, record in page.stored.items() if identity in records})
    return there
