"""Records of rules: what was due, and since when, so that no later setting rewrites the past."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from givequest.domain.days import WEEKDAYS
from givequest.domain.records.head import HEAD, NOTHING, SEQ, is_kind, read_at, read_day, unknown_fields
from givequest.domain.records.own_fields import RULES_FIELDS
from givequest.domain.text import clean_line
from givequest.errors import RecordError
from givequest.named_tuple import NamedTuple

TYPE = "rules"
MOST_KINDS, MOST_FORMER, LONGEST_NAME, LONGEST_SCHEDULE = 64, 256, 24, 1000
_KNOWN = frozenset((*HEAD, SEQ, *RULES_FIELDS))
_KNOWN_OF_KIND = frozenset(("name", "giving", "on", "times", "start"))


class KindRules(NamedTuple):
    """What held for one kind."""

    name: str
    giving: bool
    on: str | None = None
    """An RRULE as it was written: whether it can be read is for whoever asks it for days to find out."""
    times: int | None = None
    """Days a week, from 1 to 7; only where there is no RRULE."""
    start: date | None = None
    """The day that an RRULE without a DTSTART is in step with; None: nobody wrote it down."""
    extra: Mapping[str, Any] = NOTHING
    """Fields that this version does not know: carried along, never read."""


class RulesRecord(NamedTuple):
    """The rules in force from one day on."""

    id: str
    """`rules.` and the day: there is one a day."""
    day: date
    at: str
    core: tuple[str, ...]
    """The ids of the kinds that were on the board every day."""
    kinds: Mapping[str, KindRules]
    """By their ids, in the order of the board."""
    first_weekday: int
    """0 is Monday, 6 is Sunday."""
    former: Mapping[str, KindRules] = NOTHING
    """Kinds that are not due from it on and that deeds may be of: only their names, and whether they give."""
    extra: Mapping[str, Any] = NOTHING
    """Fields that this version does not know: carried along, never read."""

    @property
    def type(self) -> str:
        """The type that it is stored under."""
        return TYPE

    def to_document(self) -> dict[str, Any]:
        """Return it as plain JSON values."""
        document: dict[str, Any] = {
            "type": TYPE,
            "id": self.id,
            "day": self.day.isoformat(),
            "at": self.at,
            "core": list(self.core),
            "kinds": {identity: _kind_document(kind) for identity, kind in self.kinds.items()},
            "first_weekday": WEEKDAYS[self.first_weekday],
        }
        if self.former:
            document["former"] = {identity: _kind_document(kind) for identity, kind in self.former.items()}
        return {**self.extra, **document}


def rules_id(day: date) -> str:
    """Return the id of the rules of a day."""
    return f"{TYPE}.{day.isoformat()}"


def read_rules(document: Mapping[str, Any]) -> RulesRecord:
    """Return the rules that a mapping describes; `RecordError` says in words what is wrong with it."""
    day = read_day(document.get("day"))
    identity = document.get("id", rules_id(day))
    if identity != rules_id(day):
        raise RecordError(f"its id isn't {rules_id(day)}, as its day would have it.")
    kinds = _read_kinds(document.get("kinds"))
    former = _read_kinds(document.get("former", {}), MOST_FORMER, least=0)
    return RulesRecord(
        identity,
        day,
        read_at(document.get("at"), day),
        _read_core(document.get("core"), kinds),
        kinds,
        _read_weekday(document.get("first_weekday")),
        {identity: kind for identity, kind in former.items() if identity not in kinds},
        unknown_fields(document, _KNOWN),
    )


def _read_kinds(value: Any, most: int = MOST_KINDS, least: int = 1) -> dict[str, KindRules]:
    if not isinstance(value, dict) or not all(isinstance(key, str) and is_kind(key) for key in value):
        raise RecordError("its kinds aren't given by words of small letters, like help.")
    if not least <= len(value) <= most:
        raise RecordError(f"it has {len(value)} kinds, and not {least} to {most}.")
    return {identity: _read_kind(identity, fields) for identity, fields in value.items()}


def _read_kind(identity: str, fields: Any) -> KindRules:
    if not isinstance(fields, dict):
        raise RecordError(f"its kind {identity} isn't given by a name and what else holds for it.")
    name, on, times = fields.get("name"), fields.get("on"), fields.get("times")
    if not isinstance(name, str) or not 0 < len(clean_line(name)) <= LONGEST_NAME:
        raise RecordError(f"the name of its kind {identity} isn't 1 to {LONGEST_NAME} characters long.")
    if type(fields.get("giving")) is not bool:
        raise RecordError(f"its kind {identity} doesn't say whether it's giving.")
    if on is not None and not (isinstance(on, str) and 0 < len(on.strip()) <= LONGEST_SCHEDULE and on.isprintable()):
        raise RecordError(f"the days of its kind {identity} aren't a rule of 1 to {LONGEST_SCHEDULE} characters.")
    if times is not None and not (type(times) is int and 1 <= times <= 7):
        raise RecordError(f"its kind {identity} isn't for 1 to 7 days a week.")
    if on is not None and times is not None:
        raise RecordError(f"its kind {identity} has both days of its own and a number of them.")
    start = None if fields.get("start") is None else read_day(fields["start"])
    return KindRules(clean_line(name), fields["giving"], on, times, start, unknown_fields(fields, _KNOWN_OF_KIND))


def _read_core(value: Any, kinds: Mapping[str, KindRules]) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(kind, str) and kind in kinds for kind in value):
        raise RecordError("its core isn't a list of its kinds.")
    if len(set(value)) < len(value):
        raise RecordError("its core names a kind twice.")
    return tuple(value)


def _read_weekday(value: Any) -> int:
    if isinstance(value, str) and value in WEEKDAYS:
        return WEEKDAYS.index(value)
    raise RecordError("its first weekday isn't one, like monday.")


def _kind_document(kind: KindRules) -> dict[str, Any]:
    start = kind.start and kind.start.isoformat()
    fields = {"name": kind.name, "giving": kind.giving, "on": kind.on, "times": kind.times, "start": start}
    return {**kind.extra, **{name: value for name, value in fields.items() if value is not None}}
