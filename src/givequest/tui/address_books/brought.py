"""Somebody who has come with an import, and what is said of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from givequest.application.address_books.import_books import ImportPreview
from givequest.domain.days import format_day
from givequest.domain.records.contact import ContactRecord
from givequest.named_tuple import NamedTuple
from givequest.presentation.people.first_minute import Suggested

NOT_THEM = "not them"


class Brought(NamedTuple):
    """Somebody who has come with an import."""

    contact: ContactRecord
    reason: str = ""


class Imported(NamedTuple):
    """What an import has brought, and who of it comes to mind."""

    preview: ImportPreview
    three: Sequence[Brought] = ()
    ten: Sequence[ContactRecord] = ()


def suggested(one: Brought, said: str, opened: str | None) -> Suggested:
    """Return somebody as the screen tells of them; of the one who is `opened`, all that the book says."""
    name, reason = one.contact.name, one.reason
    if opened == name:
        more = filter(None, (one.contact.line, *one.contact.links))
        known = [reason, *(text for text in more if text not in reason)]
        reason = "  ".join(filter(None, known))
    return Suggested(name, reason, said)


def board_words(day: date | None, today: date) -> str:
    """Return on whose day's board somebody was put; None: on that of none."""
    if day is None:
        return "among your people"
    if day == today:
        return "on today's board"
    return "on tomorrow's board" if day == today + timedelta(days=1) else f"on the board of {format_day(day)}"
