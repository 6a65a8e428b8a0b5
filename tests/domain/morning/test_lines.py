"""The morning line: one a day, the same all day long, in step with the year, and never twice in a while."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givequest.config.decks import load_library
from givequest.domain.morning.lines import APART, Mornings, years_between, years_in_words

from ...built_in import BUILT_IN

MORNINGS = load_library("", BUILT_IN)[0].mornings
seeds = st.text("0123456789abcdef", min_size=1, max_size=8)
hemispheres = st.sampled_from(["north", "south"])
days = st.dates(date(2000, 1, 1), date(2099, 10, 1))


@given(days, seeds, hemispheres, st.one_of(st.none(), days))
def test_no_line_comes_twice_in_sixty_days(start: date, seed: str, hemisphere: str, first: date | None) -> None:
    """Whatever the home, the hemisphere and the time of the year; small dates are counted as well."""
    seen: dict[str, date] = {}
    for step in range(3 * APART):
        day = start + timedelta(days=step)
        line = MORNINGS.of_day(day, seed, hemisphere, first)
        assert line
        if line in seen:
            assert (day - seen[line]).days > APART, line
        seen[line] = day


@given(days, seeds, hemispheres)
def test_a_line_is_a_function_of_seed_and_day(day: date, seed: str, hemisphere: str) -> None:
    """However often it is asked for, in whatever order."""
    lines = [MORNINGS.of_day(day + timedelta(days=step), seed, hemisphere) for step in (0, 5, 0)]
    assert lines[0] == lines[2]


def test_every_line_comes_to_everybody_in_four_years() -> None:
    """None sleeps at the bottom, in either hemisphere, but for those of days that are rarer than that."""
    every = {*MORNINGS.any, *(line for group in MORNINGS[1:4] for lines in group for line in lines)}
    for seed, hemisphere in (("0f3a", "north"), ("b21c", "south")):
        came = {MORNINGS.of_day(date(2026, 1, 1) + timedelta(days=step), seed, hemisphere) for step in range(4 * 366)}
        assert every - came == set()


def test_homes_differ_and_days_differ() -> None:
    """Two people on one morning seldom read the same, and nobody reads the same on two mornings in a row."""
    start = date(2026, 3, 1)
    one, other = ([MORNINGS.of_day(start + timedelta(days=n), seed) for n in range(200)] for seed in ("1", "2"))
    assert all(before != after for before, after in pairwise(one))
    assert sum(a == b for a, b in zip(one, other, strict=True)) < 30


def test_what_is_of_the_weather_comes_half_a_year_later_in_the_south() -> None:
    """Frost in July, and resolutions in January all the same."""
    frost, plans = MORNINGS.season[0][0], MORNINGS.calendar[0][0]
    months: dict[str, dict[str, set[int]]] = {}
    for hemisphere in ("north", "south"):
        months[hemisphere] = {frost: set(), plans: set()}
        for step in range(6 * 365):
            day = date(2026, 1, 1) + timedelta(days=step)
            line = MORNINGS.of_day(day, "0f3a", hemisphere)
            if line in months[hemisphere]:
                months[hemisphere][line].add(day.month)
    assert months == {"north": {frost: {1}, plans: {1}}, "south": {frost: {7}, plans: {1}}}


def test_a_line_of_a_weekday_comes_on_that_day() -> None:
    """And every weekday has its turn, about one morning in five."""
    weekdays = Counter(
        (weekday, day.weekday())
        for day in (date(2026, 1, 1) + timedelta(days=step) for step in range(3 * 365))
        for weekday, lines in enumerate(MORNINGS.weekday)
        if MORNINGS.of_day(day, "0f3a") in lines
    )
    assert all(named == real for named, real in weekdays)
    assert len(weekdays) == 7
    assert 100 < weekdays.total() < 300


@pytest.mark.parametrize(
    ("day", "hemisphere", "name"),
    [
        ("2028-02-29", "north", "02-29"), ("2026-04-01", "north", "04-01"), ("2026-11-13", "north", "friday-13"),
        ("2026-06-21", "north", "longest-day"), ("2026-06-21", "south", "shortest-day"),
        ("2026-12-21", "north", "shortest-day"), ("2026-12-21", "south", "longest-day"),
        ("2026-07-31", "north", "last-friday"), ("2026-01-01", "south", "01-01"),
    ],
)  # fmt: skip
def test_a_small_date_has_a_line_of_its_own(day: str, hemisphere: str, name: str) -> None:
    """In place of the others, wherever the home is."""
    assert MORNINGS.of_day(date.fromisoformat(day), "any", hemisphere) == MORNINGS.dates[name]


def test_the_day_of_the_first_deed_comes_round() -> None:
    """In words, without a figure, before any other small date; and not on the day itself."""
    first = date(2024, 2, 29)
    assert "hung up your coat" not in MORNINGS.of_day(first, "a", "north", first)
    assert MORNINGS.of_day(date(2028, 2, 29), "a", "north", first) == "Four years ago today you hung up your coat."
    assert "coat" not in MORNINGS.of_day(date(2025, 2, 28), "a", "north", first)
    assert years_between(date(2024, 5, 1), date(2020, 5, 1)) == 0
    assert [years_in_words(years) for years in (1, 20, 21)] == ["A year", "Twenty years", "Many years"]


def test_without_lines_there_is_no_line() -> None:
    """A game that is opened without its texts has an empty place there, and nothing breaks."""
    assert Mornings().of_day(date(2026, 3, 4), "a", "south", date(2020, 3, 4)) == ""
