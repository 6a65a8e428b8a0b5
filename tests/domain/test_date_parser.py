"""The days that people name: every form means one day, the same everywhere, or both of two are named."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givequest.domain.dates.date_parser import AmbiguousDay, NoDay, parse_day, parse_days, parse_past_day
from givequest.domain.days import MONTHS, WEEKDAYS
from givequest.domain.journal.date_words import parse_jump
from givequest.errors import UsageError

DAYS = st.dates(date(1971, 1, 1), date(2099, 12, 31))
WITH_YEAR = (
    "{0:%Y-%m-%d}", "{0:%Y%m%d}", "{0:%Y/%m/%d}", "{0:%Y.%m.%d}", "{0.year}-{0.month}-{0.day}", "{0:%G-W%V-%u}",
    "{0.day}.{0.month}.{0.year}", "{0:%d.%m.%Y}", "{0.day}. {0.month}. {0.year}", "{0:%d.%m.%Y}.",
    "{0.day} {month} {0.year}", "{month} {0.day}, {0.year}", "{0:%d} {short} {0.year}",
    "{weekday} {0.day} {month} {0.year}",
    "{weekday}, {0:%d.%m.%Y}", "{0.year} {short} {0:%d}",
)  # fmt: skip
WITHOUT_YEAR = (
    "{0.day}.{0.month}.",
    "{0:%d.%m.}",
    "{0.day}. {0.month}.",
    "{0.day} {month}",
    "{month} {0.day}",
    "{0:%d} {short}",
)
WORDS = st.lists(
    st.sampled_from(
        [
            *("in", "ago", "last", "next", "on", "this", "of", "the", "an", "one", "days", "day", "weeks", "T", "W47"),
            *("0", "3", "11", "12", "24", "31", "99", "2026", "24.", "11.", "24/11", "5.11.", "/", "-", ".", ",", ".."),
            *(
                "friday",
                "fri",
                "nov",
                "november",
                "may",
                "march",
                "today",
                "yesterday",
                "tomorrow",
                "10:30",
                "5pm",
                "utc",
            ),
            *("٣", "２４", "\x00", "\u2028", "é"),
        ]
    ),
    max_size=6,
)


def written(form: str, day: date) -> str:
    """Return a day in a form."""
    month = MONTHS[day.month - 1]
    return form.format(day, month=month, short=month[:3], weekday=WEEKDAYS[day.weekday()])


def same_day(day: date, year: int) -> date | None:
    """Return the same day of another year, if it has one."""
    try:
        return day.replace(year=year)
    except ValueError:
        return None


def nearest(day: date, today: date, *, ahead: bool) -> date:
    """Return the last such day up to today or the next one from today on: a second way to the same."""
    candidates = [found for year in range(today.year - 9, today.year + 10) if (found := same_day(day, year))]
    if ahead:
        return min(found for found in candidates if found >= today)
    return max(found for found in candidates if found <= today)


@given(day=DAYS, today=DAYS, ahead=st.booleans(), form=st.sampled_from(WITH_YEAR))
def test_a_day_with_its_year_is_that_day_whenever_it_is_read(day: date, today: date, ahead: bool, form: str) -> None:
    """And in whatever case it is written."""
    words = written(form, day)
    assert {parse_day(spelt, today, ahead=ahead) for spelt in (words, words.upper(), f"  {words} ")} == {day}


@given(day=DAYS, today=DAYS, ahead=st.booleans(), form=st.sampled_from(WITHOUT_YEAR))
def test_a_day_without_its_year_is_the_last_or_the_next_one(day: date, today: date, ahead: bool, form: str) -> None:
    """A 29 February too."""
    assert parse_day(written(form, day), today, ahead=ahead) == nearest(day, today, ahead=ahead)


@given(
    first=st.integers(0, 32),
    second=st.integers(0, 32),
    year=st.none() | st.integers(1971, 2099),
    today=DAYS,
    ahead=st.booleans(),
    between=st.sampled_from("/-."),
)
def test_two_numbers_are_read_in_both_orders_and_never_chosen_from(
    first: int, second: int, year: int | None, today: date, ahead: bool, between: str
) -> None:
    """One reading is the day, two are named, none is refused."""
    readings = set()
    for day, month in ((first, second), (second, first)):
        try:
            found = date(2000 if year is None else year, month, day)
        except ValueError:
            continue
        readings.add(nearest(found, today, ahead=ahead) if year is None else found)
        if between == "." and year is not None:  # a dot comes behind a day, all over the world
            break
    words = between.join(str(part) for part in (first, second, year) if part is not None)
    if len(readings) == 1:
        assert parse_day(words, today, ahead=ahead) in readings
        return
    with pytest.raises(AmbiguousDay if readings else NoDay) as refused:
        parse_day(words, today, ahead=ahead)
    assert "YYYY-MM-DD" in str(refused.value)
    assert all(day.isoformat() in str(refused.value) for day in readings)


@given(today=DAYS, weekday=st.integers(0, 6), letters=st.integers(3, 9))
def test_the_name_of_a_weekday_never_means_today(today: date, weekday: int, letters: int) -> None:
    """It is the last one, or where one looks ahead the next one."""
    name = WEEKDAYS[weekday][:letters]
    last, coming = parse_day(name, today), parse_day(name, today, ahead=True)
    assert last.weekday() == coming.weekday() == weekday
    assert timedelta(0) < today - last <= timedelta(7)
    assert timedelta(0) < coming - today <= timedelta(7)
    assert parse_day(f"last {name}", today, ahead=True) == last
    with pytest.raises(AmbiguousDay) as refused:
        parse_day(f"next {name}", today, ahead=True)
    assert coming.isoformat() in str(refused.value)
    assert (coming + timedelta(7)).isoformat() in str(refused.value)


@given(today=DAYS, number=st.integers(0, 9999))
def test_days_and_weeks_are_counted_both_ways(today: date, number: int) -> None:
    """From today."""
    assert parse_day(f"{number} days ago", today) == today - timedelta(number) if number < today.toordinal() else True
    assert parse_day(f"in {number} days", today) == today + timedelta(number)
    assert parse_day("a week ago", today) == today - timedelta(7)
    assert parse_day("in one day", today) == parse_day("tomorrow", today) == today + timedelta(1)


@given(first=DAYS, today=DAYS, days=st.integers(0, 300), form=st.sampled_from(WITHOUT_YEAR))
def test_the_last_day_of_several_is_looked_for_from_the_first(first: date, today: date, days: int, form: str) -> None:
    """Over a New Year as well: `28 Dec..3 Jan`."""
    last = first + timedelta(days)
    if (last.month, last.day) == (2, 29):
        return
    assert parse_days(f"{first}..{written(form, last)}", today) == (first, last)


@given(today=DAYS, first=st.integers(0, 6), last=st.integers(0, 6))
def test_from_a_weekday_to_a_weekday_is_at_most_a_week(today: date, first: int, last: int) -> None:
    """`friday..sunday`."""
    begin, end = parse_days(f"{WEEKDAYS[first]}..{WEEKDAYS[last]}", today)
    assert begin > today
    assert (begin.weekday(), end.weekday()) == (first, last)
    assert timedelta(0) < end - begin <= timedelta(7)


@pytest.mark.parametrize("words", ["24.12...26.12.", "24 dec..26 dec", "24/12 .. 26/12", "Dec 24..12/26"])
def test_several_days_in_the_forms_of_days(words: str) -> None:
    """A dot at the end of a date is one of it."""
    assert parse_days(words, date(2026, 11, 23)) == (date(2026, 12, 24), date(2026, 12, 26))


@pytest.mark.parametrize(
    ("words", "today", "day"),
    [
        ("24 Nov 30", date(1990, 1, 1), date(2030, 11, 24)),
        ("24 Nov 98", date(2026, 1, 1), date(1998, 11, 24)),
        ("24.11.98", date(2026, 1, 1), date(1998, 11, 24)),
        ("24.11.30", date(2090, 1, 1), date(2130, 11, 24)),
        ("24 Nov 30", date(2090, 1, 1), date(2130, 11, 24)),
    ],
)
def test_a_year_of_two_digits_is_the_one_near_the_day_it_is_read(words: str, today: date, day: date) -> None:
    """Whatever the clock of the machine says."""
    assert parse_day(words, today) == day


@pytest.mark.parametrize(
    "words",
    [
        "", "..", "3 days", "in 3 days ago", "the 5th", "5th", "12", "2026", "2026-11", "2026-W47", "11/2026", "nov",
        "november 2026", "friday november 2026", "thu 20 nov 2026", "10:30", "10:30 20 nov 2026", "this friday",
        "31.4.", "29.2.2026", "2026-02-30", "0.0.", "99999 days ago", "x" * 50, "fri sat 20 nov 2026",
    ],
)  # fmt: skip
def test_what_is_no_day_is_refused(words: str) -> None:
    """With the forms that are understood."""
    with pytest.raises(NoDay, match="YYYY-MM-DD"):
        parse_day(words, date(2026, 11, 23))


@pytest.mark.parametrize("words", ["tomorrow", "in 2 days", "2026-11-24", "24.11.2026", "next friday", "24 nov 2026"])
def test_a_day_that_has_not_come_is_refused_where_none_can_be(words: str) -> None:
    """By the day that was meant."""
    with pytest.raises(UsageError, match=r"2026-11-2[4-9] is in the future"):
        parse_past_day(words, date(2026, 11, 23))


@given(words=WORDS.map(" ".join) | WORDS.map("".join) | st.text(max_size=20), today=DAYS)
def test_whatever_is_typed_is_a_day_or_told_to_be_none(words: str, today: date) -> None:
    """And nothing else happens, wherever days are named; where one is read, a jump goes there too."""
    for parse in (parse_days, parse_jump):
        with suppress(UsageError):
            parse(words, today)
    try:
        day = parse_past_day(words, today)
    except UsageError:
        return
    assert day <= today
    if len(words.strip()) > 4 and day.year >= 1970:
        assert parse_jump(words, today).day == day
