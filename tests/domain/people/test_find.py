"""Finding names while they are typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givequest.domain.people.find import ENOUGH, NameIndex, folded_line

PEOPLE = (
    ("Ana Berg", "choir, boats"),
    ("Anna Bergström", "Nurse, Skåne"),
    ("Henrik Berg", "Dad's choir"),
    ("Ingrid Borg", "Teacher, Lund"),
    ("Łukasz Śmiały", "work"),
    ("Zoë Müller", "choir"),
    ("Ravi Iyer", "UX Lead, Bergen"),
    ("李小龍", ""),
)
NAMES = st.text(st.sampled_from("abcdeæñ ś李-"), min_size=1, max_size=12)


def found(typed: str, people: tuple[tuple[str, str], ...] = PEOPLE) -> tuple[list[str], list[str]]:
    """Return the names that are found for what is typed, and those that are near."""
    index = NameIndex([folded_line(name) for name, _ in people], [folded_line(line) for _, line in people])
    places, near = index.find(typed)
    return [people[place][0] for place in places], [people[place][0] for place in near]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("ana", ["Ana Berg"]),
        ("AN", ["Ana Berg", "Anna Bergström"]),
        ("berg", ["Ana Berg", "Anna Bergström", "Henrik Berg", "Ravi Iyer"]),
        ("berg an", ["Ana Berg", "Anna Bergström"]),
        ("smialy", ["Łukasz Śmiały"]),
        ("muller", ["Zoë Müller"]),
        ("choir", ["Ana Berg", "Henrik Berg", "Zoë Müller"]),
        ("berg choir", ["Ana Berg", "Henrik Berg"]),
        ("小", ["李小龍"]),
    ],
)
def test_a_beginning_comes_before_a_part_and_that_before_a_line(typed: str, names: list[str]) -> None:
    """Whatever case and accents."""
    assert found(typed)[0] == names


@pytest.mark.parametrize(
    ("typed", "name"),
    [("ingird", "Ingrid Borg"), ("mulelr", "Zoë Müller"), ("hendrik", "Henrik Berg"), ("lucasz", "Łukasz Śmiały")],
)
def test_a_misspelt_name_is_near(typed: str, name: str) -> None:
    """Where it is found nowhere as it is typed."""
    places, near = found(typed)
    assert (places, near[:1]) == ([], [name])


def test_a_misspelt_word_beside_a_right_one_is_near() -> None:
    """Both have to be meant."""
    assert found("ingird borg")[1] == ["Ingrid Borg"]
    assert found("ingird xyzzy")[1] == []


def test_where_enough_is_found_nothing_else_can_have_been_meant() -> None:
    """So what is near is looked for only then."""
    many = (*((f"Anna {letter}", "") for letter in "abcdefg"), ("Anne", ""))
    assert len(found("anna", many)[0]) >= ENOUGH
    assert found("anna", many)[1] == []


def test_nothing_typed_finds_everybody() -> None:
    """In their order, as many as are wanted."""
    assert found("  ")[0] == [name for name, _ in PEOPLE]
    assert NameIndex(["a", "b", "c"]).find("", most=2).places == (0, 1)
    assert NameIndex([]).find("a").places == ()


@given(st.lists(NAMES, max_size=12), NAMES)
def test_whatever_holds_all_words_is_found_and_nothing_else(names: list[str], typed: str) -> None:
    """Each name once."""
    folded = [folded_line(name) for name in names]
    index = NameIndex(folded)
    words = folded_line(typed).split()
    places = index.find(typed).places
    assert sorted(places) == [place for place, name in enumerate(folded) if all(word in name for word in words)]


@given(st.lists(NAMES, max_size=12), NAMES)
def test_what_is_near_is_not_found_as_well(names: list[str], typed: str) -> None:
    """A name stands in one of the two lists at most."""
    places, near = NameIndex([folded_line(name) for name in names]).find(typed)
    assert not {*places} & {*near}
    assert len({*near}) == len(near)
