"""What a click on a chart means: the day that is drawn there, held against what is lit when that day is chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from givequest.appearance import UNICODE, load_theme
from givequest.application.charts import Charts
from givequest.domain.charts.month import MonthChart
from givequest.domain.charts.year import YearChart
from givequest.presentation.charts import month, places, year
from givequest.presentation.charts.month import month_lines
from givequest.presentation.charts.places import Place, place_at
from givequest.presentation.charts.view import ChartView
from givequest.presentation.charts.wide import is_wide, wide_lines
from givequest.presentation.charts.year import year_lines
from givequest.presentation.lines import Line
from givequest.presentation.paint import Paint

from ...fixtures.charts import TODAY, MakeGame, days_from, deed

PAINT = Paint(load_theme("forest", "")[0], UNICODE)
SIZES = [
    (30, 8),
    (40, 12),
    (61, 20),
    (72, 17),
    (72, 30),
    (80, 21),
    (100, 27),
    (120, 37),
    (160, 24),
    (200, 47),
    (90, 60),
]


@pytest.fixture(autouse=True)
def _worked_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work out once what is the same for all cells of a view: here each of some thousand cells is asked for."""

    def once(work: Callable[..., Any]) -> Callable[..., Any]:
        kept: dict[tuple[object, ...], tuple[tuple[object, ...], Any]] = {}

        def looked_up(*given: object, **more: object) -> Any:
            key = (*(one if isinstance(one, int) else id(one) for one in given), *sorted(more.items()))
            if key not in kept:
                kept[key] = (
                    given,
                    work(*given, **more),
                )  # with what was given, so that its id is nobody else's
            return kept[key][1]

        return looked_up

    for owner, name in (
        (month, "frame_height"),
        (year, "frame_height"),
        (places, "legend_lines"),
        (places, "scale_lines"),
        (places, "heat_window"),
        (places, "fit_rows"),
        (MonthChart, "weeks"),
        (YearChart, "weeks"),
    ):
        monkeypatch.setattr(owner, name, once(getattr(owner, name)))


def drawn(view: ChartView, width: int, height: int) -> list[Line]:
    """Return what is on the screen."""
    if isinstance(view.chart, MonthChart) and is_wide(width, height):
        return wide_lines(view, view.chart, width, height, PAINT)
    if isinstance(view.chart, MonthChart):
        return month_lines(view, view.chart, width, height, PAINT)[:height]
    return year_lines(view, view.chart, width, height, PAINT)[:height]


def lit(lines: list[Line], width: int) -> set[tuple[int, int]]:
    """Return the cells on which the cursor is."""
    cells = set()
    for row, line in enumerate(lines):
        column = 0
        for text, ink in line:
            cells |= {
                (at, row)
                for at in range(column, min(column + len(text), width))
                if ink.on == "cursor_background" and at < width
            }
            column += len(text)
    return cells


def view_of(make_game: MakeGame, *, year: bool, day: date = TODAY) -> ChartView:
    """Return a chart of two months of giving, with a cursor."""
    game = make_game([deed(day) for day in days_from(date(2026, 9, 20), 50)])
    charts = game.derived(Charts)
    chart: MonthChart | YearChart = charts.year(day.year, "giving") if year else charts.month(day)
    beside = None if year else charts.year(day.year, "giving")
    return ChartView(chart, "giving", day.toordinal(), charts.day(day), game.rules, with_numbers=True, year=beside)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("numbers", [True, False], ids=["", "no numbers"])
@pytest.mark.parametrize("first_weekday", [0, 6])
def test_each_cell_of_a_month_is_the_day_that_the_cursor_would_light_there(
    make_game: MakeGame, size: tuple[int, int], numbers: bool, first_weekday: int
) -> None:
    """In its row and in the calendar, on any size; nothing else is a day."""
    width, height = size
    view = replace(view_of(make_game, year=False), with_numbers=numbers)
    assert isinstance(view.chart, MonthChart)
    chart = replace(view.chart, first_weekday=first_weekday)
    view = replace(view, chart=chart)
    cells = [(column, line) for line in range(height) for column in range(width)]
    found = {cell: place_at(view, width, height, PAINT, *cell) for cell in cells}
    assert {place.series for place in found.values() if place and not place.in_calendar} <= set(chart.traces)
    for day in chart.days:
        lit_here = lit(drawn(replace(view, day=day), width, height), width)
        meant = {
            cell
            for cell, place in found.items()
            if place in (Place(view.series, day), Place(day=day, in_calendar=True))
        }
        assert lit_here
        assert lit_here <= meant
        rows = {cell[1] for cell in lit_here}
        assert {cell[1] for cell in meant} == rows


@pytest.mark.parametrize("size", SIZES[1:], ids=str)
def test_each_row_of_a_month_is_that_of_its_series(make_game: MakeGame, size: tuple[int, int]) -> None:
    """By its name as by its days."""
    width, height = size
    view = view_of(make_game, year=False)
    assert isinstance(view.chart, MonthChart)
    for series in list(view.chart.traces):
        view = replace(view, series=series)
        (row,) = {
            line
            for line, spans in enumerate(drawn(view, width, height))
            if spans and "▸" in "".join(t for t, _ in spans)
        }
        for column in (3, width // 2):
            place = place_at(view, width, height, PAINT, column, row)
            assert place is not None
            assert place.series == series


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_each_cell_of_a_heatmap_is_the_day_that_the_cursor_would_light_there(
    make_game: MakeGame, size: tuple[int, int]
) -> None:
    """The weeks that are seen are those around the cursor; clicking one of them chooses what's drawn there now."""
    width, height = size
    for day in (date(2026, 1, 1), date(2026, 6, 17), TODAY, date(2026, 12, 31)):
        view = view_of(make_game, year=True, day=day)
        here = {
            (column, line)
            for line in range(height)
            for column in range(width)
            if place_at(view, width, height, PAINT, column, line) == Place(day=day.toordinal())
        }
        assert lit(drawn(view, width, height), width) == here
