"""Rows, heatmaps and words: what is drawn agrees with the cells, and fits where it is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from givequest.appearance import ASCII, UNICODE, Glyphs, load_themes
from givequest.domain.charts.traces import Span, Trace, trace_series
from givequest.domain.progress.day_cells import DayCell
from givequest.domain.progress.day_facts import NOTHING_DONE, DayFacts
from givequest.domain.progress.day_mark import DayMark
from givequest.domain.progress.streaks import START
from givequest.domain.rules import Rules
from givequest.presentation.charts.grid import fit_grid
from givequest.presentation.charts.plots import column_strokes, line_strokes
from givequest.presentation.charts.strokes import glyph_of, row_strokes, ruler_strokes
from givequest.presentation.today.month import MARK_NAMES

from ...built_in import BUILT_IN, CORE

DOTS = ".·∙⋅•‧"
"""Signs that few eyes tell apart."""
FIRST = date(2026, 10, 1).toordinal()
TODAY = date(2026, 11, 23).toordinal()
NOVEMBER = range(date(2026, 11, 1).toordinal(), date(2026, 12, 1).toordinal())


def random_trace(seed: int) -> Trace:
    """Return the vow of quiet through November, after a random October."""
    random = Random(seed)
    likely = random.choice([0.3, 0.7, 0.95])

    def facts() -> DayFacts:
        deeds = {"quiet": 1} if random.random() < likely else {}
        return DayFacts(deeds=deeds, slip=random.random() < 0.1, rest=random.random() < 0.1)

    days = {day: facts() for day in range(FIRST, TODAY + 1)}
    span = Span(FIRST, NOVEMBER[-1], TODAY)
    trace = trace_series("quiet", START, lambda day: days.get(day, NOTHING_DONE), Rules(BUILT_IN, CORE), span)
    return trace.part(NOVEMBER[0], NOVEMBER[-1])


@given(seed=st.integers(0, 2**32), room=st.integers(1, 140), first_weekday=st.sampled_from([0, 6]))
@settings(max_examples=150, deadline=None)
@pytest.mark.parametrize("glyphs", [UNICODE, ASCII], ids=["unicode", "ascii"])
def test_every_sign_of_a_row_is_its_cells(glyphs: Glyphs, seed: int, room: int, first_weekday: int) -> None:
    """Each day shows its own mark, unless the length of its run is written there; between days only runs go on."""
    trace = random_trace(seed)
    grid = fit_grid(NOVEMBER, first_weekday, room)
    strokes = row_strokes(trace, grid, glyphs, ink="quiet", with_numbers=True)
    bare = row_strokes(trace, grid, glyphs, ink="quiet", with_numbers=False)
    assert len(strokes) == len(bare) == grid.width
    for cell in trace.cells:
        stroke = bare[grid.columns[cell.ordinal]]
        allowed = {glyphs.kept, glyphs.single} if cell.mark is DayMark.KEPT else {glyph_of(cell.mark, glyphs)}
        assert stroke.text in allowed
        assert stroke.day == cell.ordinal
    for cell, follower in zip(trace.cells, trace.cells[1:], strict=False):
        between = {
            bare[column].text for column in range(grid.columns[cell.ordinal] + 1, grid.columns[follower.ordinal])
        }
        same_run = cell.joined and follower.joined and not (follower.mark is DayMark.KEPT and follower.run == 1)
        assert between <= ({glyphs.kept, glyphs.bridged} if same_run else {" "})


@given(seed=st.integers(0, 2**32), room=st.integers(31, 140))
@settings(max_examples=150, deadline=None)
def test_lengths_written_in_a_row_are_those_of_its_runs(seed: int, room: int) -> None:
    """A number stands at the end of a run, is its length, and leaves some of its line to be seen."""
    trace = random_trace(seed)
    grid = fit_grid(NOVEMBER, 0, room)
    strokes = row_strokes(trace, grid, UNICODE, ink="quiet", with_numbers=True)
    ends = {run.last: run.length for run in trace.runs(goes_on=False)}
    for first, last, number in numbers_in("".join(stroke.text for stroke in strokes)):
        day = max(day for day, column in grid.columns.items() if column <= last)
        assert ends[day] == number
        assert strokes[first - 1].text in (UNICODE.kept, UNICODE.single)
    long = [
        run for run in trace.runs(goes_on=False) if run.length >= 4 and run.length == run.last - (run.first or 0) + 1
    ]
    written = {number for _, _, number in numbers_in("".join(stroke.text for stroke in strokes))}
    assert {run.length for run in long} <= written


def numbers_in(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield the first and last column of each number, and the number."""
    column = 0
    while column < len(text):
        end = column
        while end < len(text) and text[end].isdecimal():
            end += 1
        if end > column:
            yield column, end - 1, int(text[column:end])
        column = max(end, column + 1)


@pytest.mark.parametrize(
    ("room", "cell", "gap"), [(31, 1, 0), (36, 1, 1), (62, 2, 0), (67, 2, 1), (93, 3, 0), (3, 1, 0)]
)
def test_days_take_the_room_there_is(room: int, cell: int, gap: int) -> None:
    """One to three columns a day, weeks apart where that fits; the tightest where nothing does."""
    grid = fit_grid(NOVEMBER, 0, room)
    assert (grid.cell, grid.gap) == (cell, gap)
    assert grid.width <= max(room, 31)


def test_today_is_marked_without_colour() -> None:
    """It has a sign of its own; every other day has the capital of its weekday."""
    grid = fit_grid(NOVEMBER, 0, 31)
    _, initials = ruler_strokes(grid, TODAY, UNICODE)
    assert "".join(stroke.text for stroke in initials) == "SMTWTFSSMTWTFSSMTWTFSS▾TWTFSSM"


@pytest.mark.parametrize("name", sorted(load_themes()[0]))
def test_no_two_marks_look_alike_in_any_theme(name: str) -> None:
    """Each has a sign of its own, only one is a dot, and none is blank like a day to come."""
    for glyphs in (load_themes()[0][name].glyphs, UNICODE, ASCII):
        signs = [glyph_of(mark, glyphs) for mark in MARK_NAMES]
        assert len(set(signs)) == len(signs)
        assert not {sign for sign in signs if not sign.strip()}
        assert sum(sign in DOTS for sign in signs) == 1, signs
        assert glyph_of(DayMark.AHEAD, glyphs) == " "


def test_signs_without_parts_of_a_cell_make_bars_of_whole_cells() -> None:
    """Only a bar of one line shows a share by a sign of its own."""
    rows = column_strokes([0.0, 0.2, 0.5, 1.0], 4, ASCII, "warmth")
    assert ["".join(stroke.text for stroke in row) for row in rows] == ["   #", "   #", "  ##", " ###"]
    (row,) = column_strokes([0.0, 0.2, 0.5, 1.0], 1, ASCII, "warmth")
    assert "".join(stroke.text for stroke in row) == " .=@"


def test_heights_grow_with_their_shares() -> None:
    """Nothing at all is blank, a little is seen, and the whole is a full column."""
    rows = column_strokes([0.0, 0.01, 0.5, 1.0, None], 2, UNICODE, "warmth")
    assert ["".join(stroke.text for stroke in row) for row in rows] == ["   █ ", " ▁██ "]


def test_a_line_rises_and_falls_around_corners() -> None:
    """It is one line from day to day, and stops where nothing is known."""
    rows = line_strokes([0, 0, 2, 1, None, 1], 3, UNICODE, "warmth")
    assert ["".join(stroke.text for stroke in row) for row in rows] == ["  ╭╮  ", "  │╰ ─", "──╯   "]


@pytest.mark.parametrize("room", [31, 62, 70, 100])
def test_the_length_of_a_run_never_covers_today(room: int) -> None:
    """It stands behind it, in the days to come; the line goes up to today."""
    grid = fit_grid(NOVEMBER, 0, room)
    cells = tuple(
        DayCell(
            day,
            DayMark.KEPT if day <= TODAY else DayMark.AHEAD,
            START._replace(current=day - NOVEMBER[0] + 1),
            day <= TODAY,
        )
        for day in NOVEMBER
    )
    trace = Trace("quiet", START, cells)
    strokes = row_strokes(trace, grid, UNICODE, ink="quiet", with_numbers=True, today=TODAY)
    assert strokes[grid.columns[TODAY]].text == UNICODE.kept
    text = "".join(stroke.text for stroke in strokes)
    assert text.rstrip().endswith(f"{UNICODE.kept}{TODAY - NOVEMBER[0] + 1}")
