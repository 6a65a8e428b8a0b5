"""Somebody of an address book, gathered for the panel: what the book says, and how they become a person."""

from __future__ import annotations

from collections.abc import Callable

from givequest.application.address_books.find import ContactFinder
from givequest.application.game.game import Game
from givequest.application.people.listing import PersonRow
from givequest.domain.address_books.titles import title_of
from givequest.domain.days import MONTHS
from givequest.domain.records.contact import ContactRecord
from givequest.domain.records.yearly_dates import read_yearly_date
from givequest.errors import RecordError
from givequest.presentation.people.detail import PersonDetail
from givequest.presentation.people.words import first_name_of, told_date
from givequest.tui.people.described import told_link

ON_NO_LIST = "In an address book, and on no list."


def describe_contact(contact: ContactRecord, with_keys: Callable[[str], str]) -> PersonDetail:
    """Return all that is shown of a contact."""
    facts = [ON_NO_LIST, *book_facts(contact)]
    facts += [f"Also: {', '.join(contact.also)}"] if contact.also else []
    facts += _dates(contact)
    name = first_name_of(contact.name)
    keys = ((with_keys("{person.word}"), f"a word to {name}"), (with_keys("{person.join}"), "take out of the book"))
    return PersonDetail(
        contact.name,
        tuple(filter(None, (title_of(contact.book), ", ".join(contact.tags)))),
        tuple(facts),
        tuple(told_link(link) for link in contact.links),
        keys=keys,
    )


def books_of(game: Game, person: PersonRow) -> list[str]:
    """Return what address books say of a person, a line each."""
    told = []
    index = game.derived(ContactFinder).book
    for identity in person.record.books if person.record is not None else ():
        if identity in index.ids:
            row = index.row(index.ids.index(identity))
            told.append(", ".join(filter(None, (title_of(row.book), row.line))))
    return told


def book_facts(contact: ContactRecord) -> list[str]:
    """Return what a book says of somebody: the line it has, and since when they are in it."""
    facts = [contact.line] if contact.line else []
    if contact.since is not None:
        facts.append(
            f"In touch there since {contact.since.day} {MONTHS[contact.since.month - 1]} {contact.since.year}."
        )
    return facts


def _dates(contact: ContactRecord) -> list[str]:
    told = []
    for text in contact.dates:
        try:
            told.append(f"A date: {told_date(read_yearly_date(text))}")
        except RecordError:
            continue
    return told
