"""The names after an import: three with a true reason, ten to be placed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givequest.domain.address_books.suggestions import suggest_ten, suggest_three
from givequest.domain.records.contact import ContactRecord, contact_id
from givequest.domain.text import name_key

TODAY = date(2026, 11, 25)
OLDEST = "The first one there: 14 March 2009. Teacher, Lund."


def contact(
    name: str, since: date | None = None, *dates: str, book: str = "linkedin", line: str | None = None
) -> ContactRecord:
    """Return a contact of a book."""
    return ContactRecord(
        contact_id(book, name), TODAY, "2026-11-25T08:00:00+01:00", name, name, line, since, dates=dates
    )


def three(*contacts: ContactRecord, people: tuple[str, ...] = (), phone: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """Return the three names and their reasons, where some names are in the phone as well."""
    books = {name_key(name): ["vcard"] for name in phone}
    keys = {name_key(name) for name in people}
    suggestions = suggest_three(contacts, lambda key: books.get(key, []), keys, TODAY)
    return [(suggestion.contact.name, suggestion.reason) for suggestion in suggestions]


BEN = contact("Ben Karlsson", date(2009, 11, 27))
INGRID = contact("Ingrid Borg", date(2009, 3, 14), line="Teacher, Lund")
ZOE = contact("Zoë Müller", date(2020, 6, 1))


def test_the_three_of_the_design() -> None:
    """The nearest anniversary, the longest connection, somebody who is in two books."""
    assert three(ZOE, INGRID, BEN, phone=("Zoe Muller",)) == [
        ("Ben Karlsson", "You two connected there on 27 November 2009. In two days it's seventeen years."),
        ("Ingrid Borg", OLDEST),
        ("Zoë Müller", "In two of your address books: LinkedIn and your phone."),
    ]


@pytest.mark.parametrize(
    ("since", "told"),
    [
        (date(2025, 11, 25), "Today it's one year."),
        (date(2024, 11, 26), "Tomorrow it's two years."),
        (date(2024, 11, 24), "Yesterday it was two years."),
        (date(2005, 11, 28), "In three days it's twenty-one years."),
        (date(2006, 11, 22), "Three days ago it was twenty years."),
    ],
)
def test_a_day_of_connecting_is_told_as_people_say_it(since: date, told: str) -> None:
    """Up to three days before and after it."""
    if "twenty-one" in told:
        told = told.replace("twenty-one", "21")
    assert three(contact("Ana", since))[0][1].endswith(told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1985-11-25 birthday", "It's a birthday today, 25 November."),
        ("--11-26 birthday", "It's a birthday tomorrow, 26 November."),
        ("--12-09 birthday", "A birthday on 9 December, in fourteen days."),
        ("--12-10 birthday", ""),
        ("--11-24 birthday", ""),
        ("--11-26 anniversary", ""),
    ],
)
def test_a_birthday_counts_up_to_two_weeks_before_it(text: str, told: str) -> None:
    """And not the day after: whoever missed it needs no book to say so."""
    assert three(contact("Ana", None, text)) == [("Ana", told)]


def test_nobody_is_told_to_have_connected_no_years_ago_or_in_a_year_to_come() -> None:
    """The day of connecting itself is no anniversary of it."""
    assert "it's" not in three(contact("Ana", TODAY))[0][1]
    assert "it's" not in three(contact("Ana", TODAY + timedelta(days=1)))[0][1]


def test_the_29th_of_february_is_the_last_day_of_any_february() -> None:
    """Of connecting, and of birth."""
    suggestions = suggest_three([contact("Ana", date(2020, 2, 29))], lambda _: (), (), date(2027, 2, 28))
    assert suggestions[0].reason.endswith("Today it's seven years.")


def test_the_last_day_of_the_calendar_has_names_too() -> None:
    """A clock may be anywhere."""
    ana = contact("Ana", date(2020, 12, 31))
    assert suggest_three([ana], lambda _: (), (), date.max)[0].contact == ana
    assert suggest_ten([ana], (), date.max) == [ana]


def test_the_nearest_comes_first_then_the_oldest_then_by_name() -> None:
    """Whatever the order of the file."""
    near = [contact("D", date(2010, 11, 24)), contact("C", date(2011, 11, 26)), contact("B", date(2010, 11, 26))]
    assert three(contact("A", date(2001, 11, 28)), *near)[0][0] == "B"
    assert three(*near, contact("E", None, "1999-11-25 birthday"))[0][0] == "E"


def test_who_is_a_person_already_or_has_died_is_suggested_to_nobody() -> None:
    """By any of their names."""
    gone = contact("Grandma", date(1999, 1, 1), "2024-01-01 died", "--11-25 birthday")
    assert three(gone, BEN, people=("ben  KARLSSON",)) == []
    assert suggest_ten([gone, BEN], {"ben karlsson"}, TODAY) == []


def test_no_name_comes_twice() -> None:
    """Two of one name are one name."""
    found = three(contact("Priya", date(2009, 1, 1)), contact("priya", date(2009, 11, 25)), contact("Priya"))
    assert len(found) == 1


def test_where_a_rule_finds_nobody_the_longest_connections_take_its_place() -> None:
    """And then the first of the book, of whom nothing is claimed."""
    assert three(INGRID, ZOE, contact("Solo")) == [
        ("Ingrid Borg", OLDEST),
        ("Zoë Müller", "You two connected there on 1 June 2020."),
        ("Solo", ""),
    ]
    facebook = [contact(name, date(2014, 5, day), book="facebook") for day, name in enumerate(("A", "B"), 1)]
    assert three(*facebook)[1][1] == "You two became friends there on 2 May 2014."


def test_ten_are_those_with_a_date_near_then_the_longest_then_by_name() -> None:
    """Up to thirty days; no more than ten."""
    rest = [contact(f"Name {letter}") for letter in "KJIHGFEDCBA"]
    found = suggest_ten([*rest, ZOE, INGRID, BEN, contact("Mum", None, "--12-24 birthday")], set(), TODAY)
    assert [each.name for each in found][:4] == ["Ben Karlsson", "Mum", "Ingrid Borg", "Zoë Müller"]
    assert [each.name for each in found][4:] == [f"Name {letter}" for letter in "ABCDEF"]


@given(
    st.lists(st.tuples(st.sampled_from("abcdefgh"), st.none() | st.dates(date(1990, 1, 1), TODAY)), max_size=12),
    st.sets(st.sampled_from("abcdefgh")),
    st.randoms(use_true_random=False),
)
def test_what_is_suggested_is_in_the_book_and_no_person_whatever_the_order(
    rows: list[tuple[str, date | None]], people: set[str], chance: object
) -> None:
    """Three and ten, each name once, the dated ones the same for any order of the file."""
    contacts = [contact(name, since) for name, since in dict(rows).items()]
    shuffled = list(contacts)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    found = suggest_three(contacts, lambda _: (), people, TODAY)
    names = [each.contact.name for each in found]
    open_to = {each.name for each in contacts} - people
    assert len(names) == len(set(names)) == min(3, len(open_to))
    assert set(names) <= open_to
    dated = [each for each in found if each.reason]
    again = suggest_three(shuffled, lambda _: (), people, TODAY)
    assert dated == [each for each in again if each.reason]
    ten = suggest_ten(contacts, people, TODAY)
    assert ten == suggest_ten(shuffled, people, TODAY)
    assert len(ten) == min(10, len(open_to))
