"""The head of every record: its type, id, day and time, whatever it is a record of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Protocol

from givequest.errors import RecordError

NOTHING: Mapping[str, Any] = {}
FIRST_YEAR = 1970
"""No day lies before this year: every day since the first record is folded once."""
HEAD = ("type", "id", "day", "at")
"""The fields that every record has."""
SEQ = "seq"
"""The field that holds the number of the change that a stored record is from: not a part of what it says."""
LARGEST_SEQ = 2**62
_KIND = re.compile(r"[a-z][a-z0-9-]{0,31}")
_IDENTITY = re.compile(r"[A-Za-z0-9_.:-]{1,80}")


def read_id(document: Mapping[str, Any]) -> str:
    """Return the id of a record, derived from its content where it came without one; `RecordError` when it is none."""
    identity = document.get("id")
    if identity is None:
        return derive_id(document)
    if isinstance(identity, str) and _IDENTITY.fullmatch(identity):
        return identity
    raise RecordError("its id isn't 1 to 80 letters, digits or any of _ . : -")


def unknown_fields(document: Mapping[str, Any], known: frozenset[str]) -> Mapping[str, Any]:
    """Return the fields that this version does not know: they are carried along."""
    if document.keys() <= known:
        return NOTHING
    return {name: value for name, value in document.items() if name not in known}


# A year has few different days, kinds and cards: what was found good once is good.
@lru_cache(maxsize=64)
def is_kind(text: str) -> bool:
    """Return whether a text can be the id of a kind."""
    return _KIND.fullmatch(text) is not None


@lru_cache(maxsize=1024)
def is_card(text: str) -> bool:
    """Return whether a text can be the id of a card, or of a record."""
    return _IDENTITY.fullmatch(text) is not None


@lru_cache(maxsize=1024)
def _parse_iso_day(text: str) -> date | None:
    if len(text) != 10 or text[4] != "-" or text[7] != "-":  # a week date is ISO as well, but not written here
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def read_day(value: Any) -> date:
    """Return the date of an ISO day; `RecordError` when it is not one."""
    day = _parse_iso_day(value) if isinstance(value, str) else None
    if day is None:
        raise RecordError("its day isn't a date written YYYY-MM-DD." if value else "it has no day.")
    if day.year < FIRST_YEAR:
        raise RecordError(f"its day is before {FIRST_YEAR}.")
    return day


def read_at(value: Any, day: date) -> str:
    """Return when a record was logged, noon of its day where it does not say; `RecordError` when it is no timestamp."""
    if value is None:
        noon = datetime(day.year, day.month, day.day, 12)
        try:
            return noon.astimezone().isoformat()
        except (OverflowError, OSError, ValueError):  # a year that the C library does not know
            return noon.isoformat() + "+00:00"
    try:
        moment = datetime.fromisoformat(value)
        if not (value.isascii() and value.isprintable()):  # Python takes any character between date and time
            raise ValueError
    except (TypeError, ValueError):
        raise RecordError("its at isn't an ISO timestamp, like 2026-11-01T08:03:11+01:00.") from None
    if moment.tzinfo is None:
        raise RecordError("its at has no UTC offset, like +01:00 at the end.")
    return str(value)


class Logged(Protocol):
    """Whatever was logged for a day."""

    @property
    def day(self) -> date:
        """The civil date it counts for."""

    @property
    def at(self) -> str:
        """When it was logged: an ISO timestamp with its UTC offset."""

    @property
    def id(self) -> str:
        """Its id."""


def order_of(record: Logged) -> tuple[date, datetime, str]:
    """Return what records are sorted by: their day, then the instant that they were logged at, then their id.

    Timestamps with different offsets, as travel and daylight saving bring, do not sort by their letters.
    """
    return record.day, datetime.fromisoformat(record.at), record.id


def derive_id(document: Mapping[str, Any], occurrence: int = 0) -> str:
    """Return the id of a record that came without one: the same content, the same id.

    `occurrence` tells equal records of one file apart, so that none swallows another.
    """
    parts = [f"{name}={document[name]!r}" for name in sorted(document) if name not in ("id", SEQ)]
    import hashlib

    digest = hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:16] + (f"-{occurrence}" if occurrence else "")


def with_ids(documents: Mapping[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return records (by their keys in a file), each with an id: those without get the one that is derived from them.

    Of equal ones each gets one of its own, in the order of the file; none is called like another that has its id.
    """
    taken = {document.get("id") for document in documents.values()}
    seen: dict[str, int] = {}
    found = {}
    for key, document in documents.items():
        if document.get("id") is None:
            first = derive_id(document)
            occurrence = seen.get(first, 0)
            while (identity := derive_id(document, occurrence)) in taken:
                occurrence += 1
            seen[first] = occurrence + 1
            document = {**document, "id": identity}
        found[key] = document
    return found


def seq_of(document: Mapping[str, Any]) -> int:
    """Return the number of the change that a stored record is from; 0 where it is not known."""
    seq = document.get(SEQ)
    return seq if type(seq) is int and 0 < seq <= LARGEST_SEQ else 0


def is_same(document: Mapping[str, Any] | None, other: Mapping[str, Any] | None) -> bool:
    """Return whether two stored records say the same, from whichever change each is."""
    if document is None or other is None:
        return document is other
    names = (document.keys() | other.keys()) - {SEQ}
    return all(name in document and name in other and document[name] == other[name] for name in names)
