"""Make somebody of an address book a person, and put a hello to them on the board of a day."""

from __future__ import annotations

from datetime import date, timedelta

from givequest.application.game.game import Game, new_id
from givequest.application.people.editing import new_person
from givequest.domain.address_books.imported import DEATH
from givequest.domain.address_books.titles import title_of
from givequest.domain.change_labels import Act, name_spot, shortened
from givequest.domain.days import MONTHS
from givequest.domain.noticeboard.spots import HELLO
from givequest.domain.people.ties import Tie
from givequest.domain.records.contact import ContactRecord
from givequest.domain.records.person import MOST_DATES, MOST_NAMES, PersonRecord
from givequest.domain.records.spot import LONGEST_TEXT, read_spot
from givequest.domain.text import end_sentence

NO_REASON = "Out of your address book."
"""What a hello says where the book knows nothing that is worth a word."""


def put_on_board(game: Game, contact: ContactRecord) -> tuple[PersonRecord, date]:
    """Make a person of a contact and put a hello to them on today's board, or on that of the next day that is free.

    It is one change, which undo takes back. Returns the person and the day. Raises `UsageError` for a name that is
    somebody's already, `RecordError` and `StorageError`.
    """
    person, day, today = person_of(game, contact), _next_free_day(game), game.today()
    spot = {
        "type": "spot",
        "id": new_id(),
        "day": today.isoformat(),
        "at": game.now().isoformat(timespec="seconds"),
        "sort": HELLO,
        "person": person.name,
        "text": reason_of(contact),
        **({} if day == today else {"until": day.isoformat()}),
    }
    game.save(Act.ADD.label(name_spot(HELLO, person.name)), puts=[person, read_spot(spot)])
    return person, day


def reason_of(contact: ContactRecord) -> str:
    """Return what a hello says of somebody: true by the book, and so on every day."""
    since = contact.since
    if since is not None:
        day = f"{since.day} {MONTHS[since.month - 1]} {since.year}"
        return f"You've been connected on {title_of(contact.book)} since {day}."
    return end_sentence(contact.line[: LONGEST_TEXT - 1]) if contact.line else NO_REASON


def take_out(game: Game, contact: ContactRecord, tie: str | None = None) -> PersonRecord:
    """Save a contact as a person and return the record; the contact stays in its book. Raises as `put_on_board`."""
    person = person_of(game, contact, tie)
    game.save(Act.ADD.label(f"new person {shortened(person.name)}"), puts=[person])
    return person


def person_of(game: Game, contact: ContactRecord, tie: str | None = None) -> PersonRecord:
    """Return a new person for a contact, not saved yet, with what the book knows. Raises UsageError, RecordError."""
    has_died = any(text.endswith(f" {DEATH}") for text in contact.dates)
    return new_person(
        game,
        contact.name,
        tie=tie or (str(Tie.REMEMBERED) if has_died else None),
        also=contact.also[:MOST_NAMES],
        dates=contact.dates[:MOST_DATES],
        tags=contact.tags,
        links=contact.links,
        books=(contact.id,),
    )


def _next_free_day(game: Game) -> date:
    """Return today, or the first day after it for which no hello waits."""
    taken = {spot.begins for spot in game.people.spots if spot.sort == HELLO and not spot.closed}
    day = game.today()
    while day.toordinal() in taken:
        day += timedelta(days=1)
    return day
