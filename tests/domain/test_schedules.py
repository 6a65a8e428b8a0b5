"""Schedules: which days a rule names, read a second time with dateutil alone or with arithmetic."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from givequest.domain.schedule import comes_from, due_days, is_anchored, read_schedule

ANCHOR = date(2026, 11, 23)
WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


def days(text: str, year: int, anchor: date = ANCHOR, first_weekday: int = 0) -> list[date]:
    """Return the days of a year on which a schedule comes."""
    return sorted(map(date.fromordinal, due_days(text, year, anchor.toordinal(), first_weekday)))


REFUSED = {
    "FREQ=MONTHLY;BYDAY=53MO": "has 53MO, and there are 5 at most",
    "FREQ=MONTHLY;BYDAY=6MO": "has 6MO, and there are 5 at most",
    "FREQ=YEARLY;BYMONTH=3;BYDAY=-6MO": "has -6MO, and there are 5 at most",
    "FREQ=YEARLY;BYDAY=54MO": "has 54MO, and there are 53 at most",
    "FREQ=WEEKLY;BYDAY=2MO": "a numbered weekday, 2MO, which takes FREQ=MONTHLY or YEARLY",
    "FREQ=DAILY;BYDAY=MO(+2)": "a numbered weekday",
    "FREQ=YEARLY;BYMONTH=13": "BYMONTH=13; it goes from 1 to 12",
    "FREQ=YEARLY;BYMONTH=1,0": "BYMONTH=0; it goes from 1 to 12",
    "FREQ=MONTHLY;BYMONTHDAY=32": "BYMONTHDAY=32; it goes from 1 to 31, or -1 to -31",
    "FREQ=MONTHLY;BYMONTHDAY=0": "BYMONTHDAY=0",
    "FREQ=YEARLY;BYYEARDAY=400": "BYYEARDAY=400",
    "FREQ=YEARLY;BYWEEKNO=54": "BYWEEKNO=54",
    "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=367": "BYSETPOS=367",
    "FREQ=YEARLY;BYEASTER=-1000000": "BYEASTER=-1000000; it goes from -80 to 250",
    "FREQ=YEARLY;BYEASTER=0;BYMONTH=7": "BYEASTER, which takes FREQ=YEARLY and no other BY",
    "FREQ=DAILY;BYEASTER=0": "BYEASTER, which takes FREQ=YEARLY",
    "FREQ=DAILY;INTERVAL=0": "INTERVAL=0; it goes from 1",
    "FREQ=DAILY;INTERVAL=1001": "INTERVAL=1001",
    "FREQ=DAILY;INTERVAL=" + "9" * 300: "is not a schedule",
    "FREQ=DAILY;COUNT=0": "COUNT=0; it goes from 1",
    "FREQ=DAILY;COUNT=3;UNTIL=20261201": "is not a schedule",
    "FREQ=HOURLY": "repeats within a day",
    "FREQ=DAILY;BYHOUR=8,18": "repeats within a day",
    "FREQ=DAILY;BYHOUR=30": "BYHOUR=30",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30": "never comes",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30": "never comes",
    "FREQ=DAILY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=30": "never comes",
    "RRULE:FREQ=DAILY\nEXRULE:FREQ=DAILY": "never comes",
    "DTSTART:20261201\nFREQ=DAILY;UNTIL=20261130": "never comes",
    "FREQ=YEARLY;INTERVAL=2;BYYEARDAY=366;UNTIL=20011231": "never comes",
    "DTSTART:19691231\nFREQ=DAILY": "starts before 1970",
    "DTSTART:00010101\nFREQ=DAILY": "starts before 1970",
    "FREQ=DAILY;UNTIL=1201": "a date that isn't written like 20261130",
    "DTSTART:tomorrow\nFREQ=DAILY": "a date that isn't written like 20261130",
    "DTSTART:20261399\nFREQ=DAILY": "is not a schedule",
    "FREQ=WEEKLY;WKST=XX": "is not a schedule",
    "FREQ=SOMETIMES": "is not a schedule",
    "every other day": "is not a schedule",
    "": "is not a schedule",
    " \n ": "is not a schedule",
    "FREQ=DAILY;" + "BYMONTH=1;" * 60: "is longer than 500 characters",
    "RDATE:20261224\x00": "a date that isn't written",
    "FREQ": "is not a schedule",
    "=": "is not a schedule",
    "FREQ=DAILY:COUNT": "has a date that isn't written like",
}


@pytest.mark.parametrize(("text", "reason"), REFUSED.items())
def test_what_is_no_schedule_is_refused_in_a_sentence(text: str, reason: str) -> None:
    """Whatever dateutil would have made of it; whoever asks it for days all the same gets none."""
    with pytest.raises(ValueError) as refused:
        read_schedule(text)
    assert reason in str(refused.value)
    assert str(refused.value).isprintable()
    assert days(text, 2026) == []


def test_the_date_of_an_end_or_a_start_counts_as_it_is_written() -> None:
    """Time of day and zone say nothing about a day, in whatever way they are written."""
    whole = [date(2026, 11, 28), date(2026, 11, 29), date(2026, 11, 30)]
    for start in ("20261128", "20261128T235959", "20261128T230000Z", "2026-11-28T09:00:00"):
        for end in ("20261130", "20261130T000000Z", "20261130T235959"):
            assert days(f"DTSTART:{start}\nRRULE:FREQ=DAILY;UNTIL={end}", 2026) == whole
    zoned = "DTSTART;TZID=Pacific/Kiritimati:20261128T090000\nRRULE:FREQ=DAILY;COUNT=3"
    assert days(zoned, 2026) == whole
    assert days("DTSTART;VALUE=DATE:20261128\nRRULE:FREQ=DAILY;BYHOUR=9;UNTIL=20261130", 2026) == whole
    without = "DTSTART:20261127T090000\nRRULE:FREQ=DAILY;COUNT=4\nEXDATE;TZID=Europe/Berlin:20261127T100000"
    assert days(without, 2026) == whole
    assert days("RDATE:20261128T010203,20261129,20261130T235959Z", 2026) == whole


def test_a_rule_without_a_start_is_in_step_with_its_anchor_backwards_and_forwards() -> None:
    """Days, weeks, months and years, whatever lies between; and COUNT counts from there."""
    second = days("FREQ=DAILY;INTERVAL=2", 1999) + days("FREQ=DAILY;INTERVAL=2", 2027)
    assert {(day - ANCHOR).days % 2 for day in second} == {0}
    assert len(second) == 365
    assert days("FREQ=WEEKLY", 2026)[-6:-4] == [ANCHOR, date(2026, 11, 30)]
    fortnight = days("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE", 2026)
    assert {day for day in fortnight if ANCHOR - timedelta(days=7) <= day < ANCHOR} == set()
    assert {ANCHOR, ANCHOR + timedelta(days=2), ANCHOR - timedelta(days=14), ANCHOR - timedelta(days=12)} <= set(
        fortnight
    )
    assert days("FREQ=MONTHLY;INTERVAL=3", 2024) == [date(2024, month, 23) for month in (2, 5, 8, 11)]
    assert days("FREQ=YEARLY", 1971) == [date(1971, 11, 23)]
    assert [year for year in range(2000, 2040) if days("FREQ=YEARLY;INTERVAL=7", year)] == [
        2005,
        2012,
        2019,
        2026,
        2033,
    ]
    thirty = [ANCHOR + timedelta(days=number) for number in range(30)]
    assert days("FREQ=DAILY;COUNT=30", 2026) == thirty
    assert days("FREQ=DAILY;COUNT=30", 2025) == days("FREQ=DAILY;COUNT=30", 2027) == []
    assert days("FREQ=WEEKLY;BYDAY=MO;COUNT=2", 2026) == [ANCHOR, date(2026, 11, 30)]


def test_weeks_begin_where_the_rules_say_unless_the_schedule_says_it_itself() -> None:
    """Every second week, Sunday and Monday: one week that begins on a Sunday, two that begin on Mondays."""
    text = "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO"
    monday, sunday = days(text, 2026), days(text, 2026, first_weekday=6)
    assert ANCHOR in monday
    assert ANCHOR + timedelta(days=6) in monday
    assert ANCHOR in sunday
    assert ANCHOR - timedelta(days=1) in sunday
    assert days(f"{text};WKST=SU", 2026) == days(f"{text};WKST=SU", 2026, first_weekday=3) == sunday


def test_what_depends_on_the_anchor_says_so() -> None:
    """The days of everything else are the same for whichever anchor."""
    free = ["FREQ=WEEKLY;BYDAY=TU,TH", "FREQ=DAILY", "DTSTART:20260101\nFREQ=DAILY;INTERVAL=2", "RDATE:20260101"]
    tied = ["FREQ=DAILY;INTERVAL=2", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY", "FREQ=DAILY;COUNT=3"]
    assert [is_anchored(text) for text in free] == [False] * 4
    assert [is_anchored(text) for text in tied] == [True] * 5
    assert all(days(text, 2026) == days(text, 2026, ANCHOR + timedelta(days=1)) for text in free)
    assert not any(days(text, 2026) == days(text, 2026, ANCHOR + timedelta(days=1)) for text in tied)
    assert not is_anchored("no schedule")


def test_a_rule_that_is_over_does_not_come_any_more() -> None:
    """On its last day it does; a rare one comes as well, however long it takes."""
    for text, last in (
        ("FREQ=DAILY;UNTIL=20261130", date(2026, 11, 30)),
        ("FREQ=DAILY;COUNT=8", date(2026, 11, 30)),
        ("RDATE:20261130", date(2026, 11, 30)),
    ):
        assert comes_from(text, last.toordinal(), ANCHOR.toordinal())
        assert not comes_from(text, last.toordinal() + 1, ANCHOR.toordinal())
    assert comes_from("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO", ANCHOR.toordinal(), ANCHOR.toordinal())
    assert not comes_from("FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29", ANCHOR.toordinal(), ANCHOR.toordinal())
    assert not comes_from("no schedule", ANCHOR.toordinal(), ANCHOR.toordinal())


numbers = st.integers(-5, 5).filter(bool)


@st.composite
def recurrences(draw: st.DrawFn) -> str:
    """Return a rule as people and calendars write them."""
    frequency = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    parts = [f"FREQ={frequency}"]
    if draw(st.booleans()):
        parts.append(f"INTERVAL={draw(st.integers(1, 14))}")
    weekdays = st.lists(st.sampled_from(WEEKDAYS), min_size=1, max_size=3, unique=True)
    if draw(st.booleans()):
        numbered = frequency in ("MONTHLY", "YEARLY") and draw(st.booleans())
        names = draw(weekdays)
        parts.append("BYDAY=" + ",".join(f"{draw(numbers) if numbered else ''}{name}" for name in names))
    if draw(st.integers(0, 3)) == 0:
        parts.append(f"BYMONTH={draw(st.integers(1, 12))},{draw(st.integers(1, 12))}")
    if frequency in ("MONTHLY", "YEARLY") and draw(st.integers(0, 2)) == 0:
        parts.append(f"BYMONTHDAY={draw(st.sampled_from([1, 13, 28, 31, -1]))}")
    if frequency == "YEARLY" and draw(st.integers(0, 3)) == 0:
        parts.append(draw(st.sampled_from(["BYWEEKNO=1", "BYWEEKNO=20,53", "BYYEARDAY=1,-1", "BYYEARDAY=366"])))
    if "BYDAY" in parts[-1] and frequency in ("MONTHLY", "YEARLY") and draw(st.booleans()):
        parts.append(f"BYSETPOS={draw(st.sampled_from([1, 2, -1]))}")
    end = draw(st.sampled_from(["", "", ";COUNT=7", ";UNTIL=20240630", ";WKST=SU"]))
    return ";".join(parts) + end


starts = st.dates(date(2019, 1, 1), date(2024, 12, 31))


@given(recurrences(), starts, st.integers(0, 6), st.integers(2019, 2028))
def test_days_after_the_start_are_those_that_dateutil_counts_one_by_one(
    text: str, start: date, first_weekday: int, year: int
) -> None:
    """From the start on, with no year looked at by itself; whether the start is written or is the anchor."""
    if "WKST" not in text:
        text = f"{text};WKST={WEEKDAYS[first_weekday]}"
    begin = datetime.combine(start, datetime.min.time())
    last = datetime(year, 12, 31)
    expected = {moment.date() for moment in rrulestr(text, dtstart=begin).between(begin, last, inc=True)}
    expected = {day for day in expected if day.year == year}
    written = f"DTSTART:{start:%Y%m%d}\nRRULE:{text}"
    try:
        read_schedule(text)
    except ValueError:
        assert expected == set()
        return
    assert set(days(written, year)) == expected
    assert {day for day in days(text, year, start) if day >= start} == expected


@given(recurrences(), st.dates(date(2019, 1, 1), date(2024, 2, 28)), st.integers(0, 60))
def test_days_before_the_anchor_are_those_of_a_rule_that_began_long_before_in_step(
    text: str, anchor: date, back: int
) -> None:
    """Some whole steps of days, weeks, months or years earlier, asked of dateutil from there."""
    text = text.replace(";COUNT=7", "").replace(";UNTIL=20240630", "")
    text = text if "WKST" in text else f"{text};WKST=MO"
    anchor = anchor.replace(day=min(anchor.day, 28))
    try:
        read_schedule(text)
    except ValueError:
        return
    interval = int(text.partition("INTERVAL=")[2].partition(";")[0] or 1)
    year = anchor.year - back
    begin = datetime.combine(anchor, datetime.min.time())
    while begin.year >= year:
        if "DAILY" in text or "WEEKLY" in text:
            begin -= timedelta(days=400 * interval * (7 if "WEEKLY" in text else 1))
        else:  # so many years are whole steps of months as well
            begin = begin.replace(year=begin.year - interval)
    found = rrulestr(text, dtstart=begin).between(datetime(year, 1, 1), datetime(year, 12, 31), inc=True)
    assert days(text, year, anchor) == [moment.date() for moment in found]


@given(st.text(alphabet="FREQ=DAILYWK;:,BYMOTHUNCS0123456789-+()T\n ", max_size=60), st.integers(1970, 9999))
def test_no_text_is_too_odd_to_be_asked(text: str, year: int) -> None:
    """It is a schedule or it is not, and its days of any year are days of that year."""
    assert all(day.year == year for day in days(text, year))
    assert is_anchored(text) in (True, False)


@given(recurrences(), st.integers(1970, 9999), starts)
def test_every_year_of_every_rule_can_be_asked(text: str, year: int, anchor: date) -> None:
    """The last one too, and those before the first record."""
    assert all(day.year == year for day in days(text, year, anchor))
