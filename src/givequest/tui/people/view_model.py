"""What page 5 lists: everybody, who is not placed yet, dates, or address books; and in which order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from givequest.application.address_books.books import list_books
from givequest.application.game.game import Game
from givequest.application.people.listing import PersonRow, list_people
from givequest.domain.people.ties import Tie
from givequest.domain.records.yearly_dates import YearlyDate, read_yearly_date
from givequest.domain.text import name_key
from givequest.errors import RecordError
from givequest.named_tuple import NamedTuple
from givequest.presentation.people.rows import NameRow, row_of
from givequest.presentation.people.soon import NOTHING_SOON, SoonDate
from givequest.presentation.people.words import ORDERS, VIEWS, short_date

MINE, UNPLACED, DATES, BOOKS = VIEWS
IN_BOOK = "an address book"
EMPTY = {
    MINE: "Nobody is here yet; {person.new} is for whoever comes to mind.",
    UNPLACED: "Everybody is placed.",
    DATES: NOTHING_SOON,
    BOOKS: "No address book was brought yet; {person.books} looks for one.",
}
HEADS = {MINE: ("last word", "tags"), UNPLACED: ("last word", "tags"), DATES: ("date", "tags"), BOOKS: ("", "")}


class Listed(NamedTuple):
    """One row of the list."""

    row: NameRow
    person: PersonRow | None = None
    contact: str | None = None
    """The id of a contact in an address book."""


class PeopleView:
    """The people of a game as they are looked at."""

    def __init__(self, game: Game) -> None:
        self.game = game
        self.view = MINE
        self.order = "name"
        self.guest = ""
        """Somebody set aside who is listed for once, because they were looked for."""
        self.chosen: set[str] = set()
        """The names that are chosen together, by their keys."""
        self.on_board: frozenset[str] = frozenset()
        """Whom the cards of this day name."""
        self.people: Sequence[PersonRow] = ()

    def read(self) -> None:
        """Read everybody anew; who is gone is chosen no more."""
        self.people = list_people(self.game)
        self.chosen &= {name_key(person.name) for person in self.people}

    @property
    def is_nobody_here(self) -> bool:
        """Whether there is neither a person nor a name in the log."""
        return not self.people

    @property
    def to_place(self) -> list[PersonRow]:
        """The names of the log, where nobody was ever placed; the latest first."""
        if any(person.record is not None for person in self.people):
            return []
        return sorted(self.people, key=lambda person: -(person.last.toordinal() if person.last else 0))

    def listed(self) -> list[Listed]:
        """Return the rows of the view, in its order; those of address books are not people."""
        if self.view == DATES:
            return [Listed(row, person) for row, person in self._dates()]
        if self.view == BOOKS:
            return [Listed(NameRow(book.title, word=IN_BOOK)) for book in list_books(self.game)]
        people = [person for person in self.people if _tie(person) != Tie.ASIDE or person.name == self.guest]
        if self.view == UNPLACED:
            people = [person for person in people if _tie(person) is None]
        today = self.game.today()
        if self.order == "quiet":
            people.sort(key=lambda person: person.last or date.min)
        elif self.order == "date":
            people.sort(key=lambda person: _next_date(person, today))
        return [Listed(self.row(person), person) for person in people]

    def row(self, person: PersonRow) -> NameRow:
        """Return a person as a row."""
        chosen, on_board = name_key(person.name) in self.chosen, person.name in self.on_board
        return row_of(person, self.game.today(), is_chosen=chosen, on_board=on_board)

    def soon(self) -> list[SoonDate]:
        """Return the dates of the next two weeks."""
        coming = [one.coming for one in self.people if one.coming is not None]
        return sorted(SoonDate(one.day, one.profile.name, one.written.words) for one in coming)

    def _dates(self) -> list[tuple[NameRow, PersonRow]]:
        today = self.game.today()
        found = []
        for person in self.people:
            for one in dates_of(person):
                row = self.row(person)._replace(word=short_date(one))
                found.append((next_day(one, today), row, person))
        found.sort(key=lambda one: (one[0], one[1].name))
        return [(row, person) for _, row, person in found]

    @property
    def next_view(self) -> str:
        """The view that comes after this one."""
        return VIEWS[(VIEWS.index(self.view) + 1) % len(VIEWS)]

    @property
    def order_words(self) -> str:
        """The order, in words."""
        return ORDERS[self.order]

    def turn(self) -> None:
        """Go on to the next view."""
        self.view = self.next_view

    def reorder(self) -> None:
        """Go on to the next order."""
        orders = list(ORDERS)
        self.order = orders[(orders.index(self.order) + 1) % len(orders)]

    def empty(self, with_keys: Callable[[str], str]) -> str:
        """Return what stands where the view lists nobody."""
        return with_keys(EMPTY[self.view])

    def mark(self, name: str) -> None:
        """Choose a name together with others, or no more."""
        self.chosen ^= {name_key(name)}


def dates_of(person: PersonRow) -> list[YearlyDate]:
    """Return the dates of a person that can be read."""
    found = []
    for text in person.record.dates if person.record is not None else ():
        try:
            found.append(read_yearly_date(text))
        except RecordError:
            continue
    return found


def next_day(one: YearlyDate, today: date) -> date:
    """Return the next day from today on on which a date falls."""
    this_year = one.in_year(today.year)
    return this_year if this_year >= today else one.in_year(min(today.year + 1, date.max.year))


def _next_date(person: PersonRow, today: date) -> date:
    return min((next_day(one, today) for one in dates_of(person)), default=date.max)


def _tie(person: PersonRow) -> str | None:
    return person.record.tie if person.record is not None else None
