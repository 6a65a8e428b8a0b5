"""What is recorded for one day, as lines to display."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from givequest.domain.records import Record, RecordType
from givequest.domain.rules import Rules

_NAMES = {
    RecordType.SLIP: "Posted about myself",
    RecordType.REST: "Day off",
    RecordType.ENTRY: "Journal",
    RecordType.RELEASE: "Let an expectation go",
    RecordType.GIFT: "Gift",
}
_ORDER = [RecordType.REST, RecordType.DEED, RecordType.SLIP, RecordType.ENTRY, RecordType.GIFT, RecordType.RELEASE]


@dataclass(frozen=True, slots=True)
class DayLine:
    """One record, as text to display."""

    what: str
    """The name of the kind, or of the type of record."""
    who: str = ""
    words: str = ""
    """A note, or the first line of a text."""


@dataclass(frozen=True, slots=True)
class DayDetails:
    """The lines of one day."""

    day: date
    lines: tuple[DayLine, ...]


def details_of(day: date, records: Iterable[Record], rules: Rules) -> DayDetails:
    """Return the lines of a day: days off, deeds, slips, entries, gifts, releases, each in the order of `records`."""
    shown = [record for record in records if record.type in _ORDER]
    shown.sort(key=lambda record: _ORDER.index(record.type))
    return DayDetails(day, tuple(_line_of(record, rules) for record in shown))


def _line_of(record: Record, rules: Rules) -> DayLine:
    if record.type is RecordType.DEED:
        kind = rules.kind_on(record.kind or "", record.day.toordinal())
        name = kind.name if kind else str(record.kind)
        return DayLine(name, record.person or "", record.note or "")
    return DayLine(_NAMES[record.type], words=_first_line(record.text or ""))


def _first_line(text: str) -> str:
    return next((line.strip() for line in text.splitlines() if line.strip()), "")
