"""Drafts: messages that are being written, each gone when it's sent or thrown away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any
from zlib import crc32

from givequest.domain.records.head import NOTHING, is_card, is_kind
from givequest.domain.text import checked_line, checked_text
from givequest.errors import RecordError
from givequest.named_tuple import NamedTuple

RESTS_AFTER = timedelta(days=30)
"""How long a draft may lie untouched until it stands at the end of the list."""
_FIELDS = frozenset(("id", "text", "kind", "person", "card", "effort", "begun", "touched", "sent", "thrown"))


class MessageDraft(NamedTuple):
    """A message that is being written, with all that the deed of it will need."""

    id: str
    """The id that its deed will have: it's open as long as no record has that id."""
    begun: date
    touched: str
    """When it was last written: an ISO timestamp with its UTC offset."""
    text: str = ""
    kind: str = ""
    """The id of the kind of deed it's for."""
    person: str = ""
    """Whom it's for; empty while nobody is named."""
    card: str | None = None
    effort: int = 1
    sent: date | None = None
    """The giving day on which it was sent, or kept as a page."""
    thrown: date | None = None
    """The giving day on which it was thrown away."""
    unknown: Mapping[str, Any] = NOTHING
    """Fields that this version doesn't know: carried along, never read."""


def draft_document(draft: MessageDraft) -> dict[str, Any]:
    """Return a draft as plain JSON values, fields that hold nothing left out."""
    document: dict[str, Any] = {"id": draft.id, "begun": draft.begun.isoformat(), "touched": draft.touched}
    for name in ("text", "kind", "person", "card"):
        if value := getattr(draft, name):
            document[name] = value
    if draft.effort != 1:
        document["effort"] = draft.effort
    for name in ("sent", "thrown"):
        if day := getattr(draft, name):
            document[name] = day.isoformat()
    return document | {name: value for name, value in draft.unknown.items() if name not in document}


def read_draft(document: Mapping[str, Any]) -> MessageDraft:
    """Return the draft that a mapping describes. Raises `RecordError` saying what is wrong with it."""
    identity, kind, card = document.get("id"), document.get("kind", ""), document.get("card")
    if not (isinstance(identity, str) and identity.isascii() and identity.isalnum() and len(identity) <= 32):
        raise RecordError("its id isn't made of letters and digits.")
    if kind and not (isinstance(kind, str) and is_kind(kind)):
        raise RecordError("its kind isn't a word of small letters, like help.")
    if card is not None and not (isinstance(card, str) and is_card(card)):
        raise RecordError("its card isn't the id of a card, like help.five-minutes.")
    effort = document.get("effort", 1)
    if type(effort) is not int or effort not in range(1, 4):
        raise RecordError("its effort isn't 1, 2 or 3.")
    begun = _read_day(document, "begun")
    if begun is None:
        raise RecordError("it doesn't say when it was begun.")
    return MessageDraft(
        id=identity,
        begun=begun,
        touched=_read_time(document),
        text=checked_text(_read_string(document, "text"), "text"),
        kind=kind,
        person=checked_line(_read_string(document, "person"), "person"),
        card=card,
        effort=effort,
        sent=_read_day(document, "sent"),
        thrown=_read_day(document, "thrown"),
        unknown={name: value for name, value in document.items() if name not in _FIELDS} or NOTHING,
    )


def _read_string(document: Mapping[str, Any], name: str) -> str:
    value = document.get(name, "")
    if not isinstance(value, str):
        raise RecordError(f"its {name} isn't text.")
    return value


def _read_day(document: Mapping[str, Any], name: str) -> date | None:
    value = document.get(name)
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise RecordError(f"its {name} isn't a day, like 2026-11-25.") from None


def _read_time(document: Mapping[str, Any]) -> str:
    value = document.get("touched")
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise RecordError("it doesn't say when it was written, with the UTC offset.")
    return str(value)


def apart(draft: MessageDraft) -> MessageDraft:
    """Return a draft under an id of its own: the same for the same text, so that what comes twice adds nothing."""
    return draft._replace(id=f"{draft.id[:20]}x{crc32(draft.text.encode('utf-8', 'replace')):08x}")


def in_order(drafts: Iterable[MessageDraft], now: datetime) -> list[MessageDraft]:
    """Return drafts as they are listed: the last written first, those that have long lain untouched at the end.

    `now` has a UTC offset.
    """

    def key(draft: MessageDraft) -> tuple[bool, float, str]:
        touched = datetime.fromisoformat(draft.touched)
        return now - touched > RESTS_AFTER, -touched.timestamp(), draft.id

    return sorted(drafts, key=key)


def has_passed(draft: MessageDraft, today: date, *, is_done: bool) -> bool:
    """Return whether nothing can bring a draft back any more: the day it was sent or thrown away is over.

    Args:
        draft: The draft.
        today: The giving day.
        is_done: Whether a record has its id.

    """
    if draft.thrown is not None and draft.thrown < today:
        return True
    return is_done and (draft.sent or draft.begun) < today
