"""The signs in the month beside a board are told below it, those that are in it: `r day off`."""

from __future__ import annotations

from datetime import date

import pytest

from givequest.application.calendar import Month
from givequest.domain.progress.day_mark import DayMark
from givequest.presentation.frame import framed
from givequest.presentation.lines import Line, width_of
from givequest.presentation.today.month import MARK_NAMES, marks_told

from .test_printed_board import page
from .test_reading_a_board import PAINT

DAY = date(2026, 11, 23)
SIGNS = (DayMark.REST, DayMark.BRIDGED, DayMark.OFF, DayMark.SLIP, DayMark.EMPTY)


def month_with(*marks: DayMark) -> Month:
    """Return a month that begins with some marks; the other days before today were given on."""
    before = [*marks, *[DayMark.KEPT] * 22][:22]
    return Month(DAY.replace(day=1), DAY, DAY, (*before, DayMark.TODAY, *[DayMark.AHEAD] * 7))


def text_of(line: Line) -> str:
    """Return the words of a line."""
    return "".join(text for text, _ in line)


@pytest.mark.parametrize("mark", SIGNS)
def test_a_sign_that_is_there_is_told(mark: DayMark) -> None:
    """And no other; a run of giving tells itself."""
    assert text_of(marks_told(month_with(mark), PAINT, 40)).endswith(f" {MARK_NAMES[mark]}")
    assert marks_told(month_with(), PAINT, 40) == []


def test_a_day_under_the_cursor_has_no_sign_to_tell() -> None:
    """It is lit, and shows its number."""
    month = month_with(DayMark.REST)
    assert marks_told(month._replace(day=month.first), PAINT, 40) == []


@pytest.mark.parametrize("room", range(60))
def test_as_many_are_told_as_have_room(room: int) -> None:
    """The day off first; each whole."""
    line = marks_told(month_with(*SIGNS), PAINT, room)
    assert width_of(line) <= room
    assert text_of(line).startswith("r day off") or room < 9
    told = [part[2:] for part in text_of(line).split("  ") if part]
    assert set(told) <= set(MARK_NAMES.values())


@pytest.mark.parametrize("width", range(8, 40))
def test_what_stands_in_a_lower_border_is_cut_and_never_breaks_it(width: int) -> None:
    """However long it is."""
    foot = marks_told(month_with(*SIGNS), PAINT, 60)
    lines = framed("", [], width, 3, PAINT, foot=foot)
    assert {width_of(line) for line in lines} == {width}
    assert text_of(lines[-1])[0] + text_of(lines[-1])[-1] == "╰╯"


def test_they_are_told_on_paper_as_well() -> None:
    """Below the month of `givequest today`."""
    assert any("r day off" in text_of(line) for line in page(100, month_with(DayMark.REST)))
    assert not any("r day off" in text_of(line) for line in page(100, month_with()))
