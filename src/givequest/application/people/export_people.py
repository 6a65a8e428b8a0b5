"""People in forms that other programs read: cards (vCard 4.0, RFC 6350) and a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from givequest.application.data.spreadsheet import csv_row, guarded
from givequest.application.game.game import Game
from givequest.domain.records.person import PersonRecord
from givequest.domain.records.yearly_dates import read_yearly_date

COLUMNS = ("name", "also", "tie", "tags", "dates", "met", "note", "links", "gentle", "snooze")
BIRTHDAY, WEDDING = "birthday", "wedding"
LONGEST_LINE = 75
"""Octets of a line of a card; what is longer is folded."""
_ESCAPED = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n"})


def vcard_lines(game: Game) -> Iterator[str]:
    """Yield the lines of the cards of all people, each with the carriage return that the format asks for."""
    for person in game.people.records.values():
        for line in _card(person):
            yield from (f"{part}\r" for part in _folded(line))


def csv_lines(game: Game) -> Iterator[str]:
    """Yield the lines of a table of all people; what a spreadsheet would take for a formula gets a quote before it."""
    yield csv_row(COLUMNS)
    for person in game.people.records.values():
        document = person.to_document()
        yield csv_row(guarded(_cell(document.get(name))) for name in COLUMNS)


FORMATS: Mapping[str, Callable[[Game], Iterator[str]]] = {"vcard": vcard_lines, "csv": csv_lines}


def _cell(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(value)
    return "" if value is None else "yes" if value is True else str(value)


def _card(person: PersonRecord) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:4.0"
    yield f"UID:{person.id}@givequest"
    yield f"FN:{_text(person.name)}"
    if person.also:
        yield f"NICKNAME:{','.join(map(_text, person.also))}"
    for number, text in enumerate(person.dates, 1):
        yield from _date_lines(text, number)
    if person.tags:
        yield f"CATEGORIES:{','.join(map(_text, person.tags))}"
    for link in person.links:
        kind, _, address = link.partition(" ")
        yield f"EMAIL:{_text(address)}" if kind == "mail" and address else f"URL:{_text(link)}"
    if words := " ".join(filter(None, (person.met, person.note))):
        yield f"NOTE:{_text(words)}"
    yield "END:VCARD"


def _date_lines(text: str, number: int) -> Iterator[str]:
    written = read_yearly_date(text)
    day = f"{'--' if written.year is None else f'{written.year:04}'}{written.month:02}{written.day:02}"
    name = {BIRTHDAY: "BDAY", WEDDING: "ANNIVERSARY"}.get(written.words)
    if name is not None:
        yield f"{name}:{day}"
    else:  # as the address books of telephones write a date with a name of its own
        yield f"item{number}.X-ABDATE:{day}"
        yield f"item{number}.X-ABLABEL:{_text(written.words)}"


def _text(value: str) -> str:
    return value.translate(_ESCAPED)


def _folded(line: str) -> Iterator[str]:
    """Yield a line in parts of at most 75 octets, each but the first behind a blank; no letter is cut in two."""
    part, size = "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > LONGEST_LINE:
            yield part
            part, size = " ", 1
        part, size = part + letter, size + octets
    yield part
