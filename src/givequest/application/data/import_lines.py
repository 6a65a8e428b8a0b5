"""Reading the lines of an export: records, and a problem for each line that cannot be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from givequest.application.game.game import Game
from givequest.domain.diagnostics import Diagnostic
from givequest.domain.records import (
    AnyRecord,
    Record,
    RulesRecord,
    derive_id,
    read_any_record,
    seq_of,
)
from givequest.domain.records.lines import check_header, parse_line
from givequest.domain.text import nearest
from givequest.errors import RecordError
from givequest.named_tuple import NamedTuple

LATEST_SEQ = 2**60
"""No change that comes from elsewhere counts as later than this: there must be room for those that follow."""


class ReadLines(NamedTuple):
    """The records of some lines, and the problems."""

    records: dict[str, AnyRecord]
    """By their ids."""
    seqs: dict[str, int]
    """The changes that the records are from, by their ids; 0 where a line does not say so."""
    problems: list[Diagnostic]
    """What is wrong with the others, in their order."""


def read_lines(game: Game, lines: Iterable[str], name: str) -> ReadLines:
    """Return the records and problems of the lines of an export; `name` is what problems call the file."""
    records: dict[str, AnyRecord] = {}
    seqs: dict[str, int] = {}
    lines_of: dict[str, int] = {}
    problems: list[tuple[int, str]] = []
    seen: dict[str, int] = {}
    number = 0
    for number, line in enumerate(lines, 1):
        try:
            if number == 1:
                check_header(line.removeprefix("\ufeff"))
            elif line.strip():
                record, seq = _read_line(game, line, seen)
                seqs[record.id] = max(seq, seqs.get(record.id, 0))
                lines_of.setdefault(record.id, number)
                if records.setdefault(record.id, record) != record:
                    raise RecordError(f"another line says something else under its id, {record.id}.")
        except RecordError as error:
            problems.append((number, str(error)))
            if number == 1:
                break
    problems += [(lines_of[identity], message) for identity, message in _unknown_kinds(game, records)]
    found = [Diagnostic(f"{name}, line {number}", message) for number, message in sorted(problems)]
    return ReadLines(records, seqs, found if number else [Diagnostic(name, "It's empty.")])


def _read_line(game: Game, line: str, seen: dict[str, int]) -> tuple[AnyRecord, int]:
    document = parse_line(line)
    if document.get("id") is None and document.get("type") != "rules":  # whose id is that of their day
        first = derive_id(document)
        occurrence = seen[first] = seen.get(first, -1) + 1
        document["id"] = derive_id(document, occurrence)
    record = read_any_record(document)
    return record, min(seq_of(document), LATEST_SEQ)


def _unknown_kinds(game: Game, records: Mapping[str, AnyRecord]) -> Iterator[tuple[str, str]]:
    """Yield the ids of records whose kind nobody knows, and what to do about it.

    An export has what was due beside the deeds: a kind that is not in it was known to nobody there either.
    """
    if any(isinstance(record, RulesRecord) for record in records.values()):
        return
    for identity, record in records.items():
        if isinstance(record, Record) and record.kind is not None and record.kind not in game.kinds:
            near = nearest(record.kind, game.settings.kinds)
            hint = f"did you mean {near}? " if near else ""
            own = f"A kind of your own needs [quests.{record.kind}] in config.toml."
            yield identity, f"no kind is called {record.kind}; {hint}{own}"
