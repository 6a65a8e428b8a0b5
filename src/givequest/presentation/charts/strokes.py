"""Strokes: cells of a chart as glyphs, each with the role of its colour and the day it stands for.

What is drawn here is the same on the screen and on paper; how a role looks is the
theme's business, and where names stand is the front end's.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from givequest.domain.charts.calendar import is_weekend
from givequest.domain.charts.traces import Trace
from givequest.domain.days import WEEKDAYS
from givequest.domain.progress.day_cells import DayCell
from givequest.domain.progress.day_mark import DayMark
from givequest.named_tuple import NamedTuple
from givequest.presentation.charts.grid import Grid


class Glyphs(Protocol):
    """The signs that a theme draws with, a cell wide each."""

    @property
    def kept(self) -> str: ...  # noqa: D102 - the mark of its name
    @property
    def single(self) -> str: ...  # noqa: D102
    @property
    def bridged(self) -> str: ...  # noqa: D102
    @property
    def rest(self) -> str: ...  # noqa: D102
    @property
    def off(self) -> str: ...  # noqa: D102
    @property
    def empty(self) -> str: ...  # noqa: D102
    @property
    def slip(self) -> str: ...  # noqa: D102
    @property
    def future(self) -> str: ...  # noqa: D102
    @property
    def today(self) -> str: ...  # noqa: D102
    @property
    def h(self) -> str: ...  # noqa: D102 - a line across, down, and its four corners
    @property
    def v(self) -> str: ...  # noqa: D102
    @property
    def tl(self) -> str: ...  # noqa: D102
    @property
    def tr(self) -> str: ...  # noqa: D102
    @property
    def bl(self) -> str: ...  # noqa: D102
    @property
    def br(self) -> str: ...  # noqa: D102
    @property
    def full(self) -> str: ...  # noqa: D102 - a cell filled
    @property
    def spark(self) -> str: ...  # noqa: D102 - heights, from one step to a full cell
    @property
    def shades(self) -> str: ...  # noqa: D102 - densities, from none to full


class Stroke(NamedTuple):
    """Some text of one look."""

    text: str
    role: str = "text"
    """A role of the theme."""
    day: int = 0
    """The ordinal of the day that it stands for; 0: none."""
    bold: bool = False
    on: str = "background"
    """The role of the ground below it."""


def glyph_of(mark: DayMark, glyphs: Glyphs) -> str:
    """Return the sign of a mark."""
    return {
        DayMark.KEPT: glyphs.kept,
        DayMark.EMPTY: glyphs.empty,
        DayMark.BRIDGED: glyphs.bridged,
        DayMark.REST: glyphs.rest,
        DayMark.OFF: glyphs.off,
        DayMark.SLIP: glyphs.slip,
        DayMark.TODAY: glyphs.today,
        DayMark.AHEAD: glyphs.future,
        DayMark.BEFORE: " ",
    }[mark]


def role_of(mark: DayMark, ink: str = "kept") -> str:
    """Return the role that a mark is coloured by, kept days in the colour of their series."""
    if mark is DayMark.KEPT:
        return ink
    return {DayMark.TODAY: "accent", DayMark.AHEAD: "faint", DayMark.BEFORE: "faint"}.get(mark, mark.value)


def row_strokes(
    trace: Trace, grid: Grid, glyphs: Glyphs, *, ink: str, with_numbers: bool, today: int = 0
) -> list[Stroke]:
    """Return a series' days in a row, a stroke for each column: runs drawn through, their lengths at their ends.

    The length of one that goes on up to `today` (an ordinal) stands behind that day, which is not covered.
    """
    strokes = [Stroke(" ")] * grid.width
    cells = trace.cells
    for position, day in enumerate(cells):
        column = grid.columns[day.ordinal]
        joins = _joins(cells, position)
        lone = day.mark is DayMark.KEPT and not joins and not _joins(cells, position - 1)
        sign = glyphs.single if lone else glyph_of(day.mark, glyphs)
        strokes[column] = Stroke(sign, role_of(day.mark, ink), day.ordinal)
        if joins:
            follower = cells[position + 1]
            kept = day.mark is follower.mark is DayMark.KEPT
            line = Stroke(glyphs.kept, ink) if kept else Stroke(glyphs.bridged, role_of(DayMark.BRIDGED))
            for between in range(column + 1, grid.columns[follower.ordinal]):
                strokes[between] = line
    if with_numbers:
        _write_lengths(strokes, trace, grid, glyphs, today)
    return strokes


def _joins(cells: Sequence[DayCell], position: int) -> bool:
    """Return whether one run goes on from a day to the next."""
    if not 0 <= position < len(cells) - 1:
        return False
    day, follower = cells[position], cells[position + 1]
    return day.joined and follower.joined and not (follower.mark is DayMark.KEPT and follower.run == 1)


def _write_lengths(strokes: list[Stroke], trace: Trace, grid: Grid, glyphs: Glyphs, today: int) -> None:
    """Write each run's length over the end of its line, where some of the line stays to be seen."""
    for run in trace.runs(goes_on=False):
        text = str(run.length)
        end = grid.columns[run.last]
        if run.last == today:
            _write_behind(strokes, text if run.length > 1 else "", end + 1)
            continue
        last = end + 1 if end + 1 < len(strokes) and strokes[end + 1] == Stroke(" ") else end
        first = last - len(text) + 1
        covered = {stroke.text for stroke in strokes[max(first, 0) : end + 1]}
        stays = first > 0 and strokes[first - 1].text in (glyphs.kept, glyphs.single)
        if run.length > 1 and stays and covered <= {glyphs.kept}:
            for column, digit in enumerate(text, first):
                strokes[column] = Stroke(digit, "text", strokes[column].day, bold=True)


def _write_behind(strokes: list[Stroke], text: str, first: int) -> None:
    """Write a length into blank columns; where they do not hold it, the figures at the end of the row have to do."""
    end = first + len(text)
    if end <= len(strokes) and not "".join(stroke.text for stroke in strokes[first:end]).strip():
        for column, digit in enumerate(text, first):
            strokes[column] = Stroke(digit, "text", strokes[column].day, bold=True)


def ruler_strokes(grid: Grid, today: int, glyphs: Glyphs) -> list[list[Stroke]]:
    """Return the two lines above the rows: numbers of days, and weekdays."""
    numbers, initials = [Stroke(" ")] * grid.width, [Stroke(" ")] * grid.width
    free = 0
    for day, column in grid.columns.items():
        letter = WEEKDAYS[(day - 1) % 7][0].upper()
        look = (letter, "off" if is_weekend(day) else "muted")
        look = (glyphs.today, "accent") if day == today else look
        initials[column] = Stroke(*look, day, bold=day == today)
        if (day == grid.days[0] or grid.begins_week(day)) and column >= free:
            text = str(date.fromordinal(day).day)
            if column + len(text) <= grid.width:
                for offset, digit in enumerate(text, column):
                    numbers[offset] = Stroke(digit, "accent" if day == today else "muted")
            free = column + len(text) + 1
    return [numbers, initials]
