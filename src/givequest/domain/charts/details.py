"""Details: what was done on one day, in the person's own words."""

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
    RecordType.RELEASE: "Let go of an expectation",
    RecordType.GIFT: "Gift",
}
_ORDER = [RecordType.REST, RecordType.DEED, RecordType.SLIP, RecordType.ENTRY, RecordType.GIFT, RecordType.RELEASE]


@dataclass(frozen=True, slots=True)
class DayLine:
    """One thing that was done."""

    what: str
    """A kind's name, or what else it was."""
    who: str = ""
    words: str = ""
    """A note, or the first line of a text."""


@dataclass(frozen=True, slots=True)
class DayDetails:
    """What is known of one day."""

    day: date
    lines: tuple[DayLine, ...]


def details_of(day: date, records: Iterable[Record], rules: Rules) -> DayDetails:
    """Return what was done on a day: deeds first, in the order they were logged, then what was written."""
    shown = [record for record in records if record.type in _ORDER]
    shown.sort(key=lambda record: _ORDER.index(record.type))
    return DayDetails(day, tuple(_line_of(record, rules) for record in shown))


def _line_of(record: Record, rules: Rules) -> DayLine:
    if record.type is RecordType.DEED:
        kind = rules.kinds.get(record.kind or "")
        name = kind.name if kind else str(record.kind)
        return DayLine(name, record.person or "", record.note or "")
    return DayLine(_NAMES[record.type], words=_first_line(record.text or ""))


def _first_line(text: str) -> str:
    return next((line.strip() for line in text.splitlines() if line.strip()), "")
