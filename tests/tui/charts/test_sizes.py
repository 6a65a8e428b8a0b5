"""Charts in every area of cells: nothing stops them, and nothing is wider or taller than its area."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from givequest.appearance import ASCII, UNICODE, Glyphs, load_theme
from givequest.application.charts import Charts
from givequest.application.game.game import Game
from givequest.domain.charts.month import MonthChart
from givequest.domain.days import format_day
from givequest.domain.kinds import Kind
from givequest.domain.records import RecordType
from givequest.domain.settings import Settings
from givequest.presentation.charts.captions import empty_line
from givequest.presentation.charts.month import month_lines
from givequest.presentation.charts.view import ChartView
from givequest.presentation.charts.wide import wide_lines
from givequest.presentation.charts.year import year_lines
from givequest.presentation.lines import Line, width_of
from givequest.presentation.paint import Paint

from ...built_in import BUILT_IN, DEFAULTS
from ...fixtures.charts import TODAY, MakeGame, days_from, deed, record
from ...tui.charts.hostile import HOSTILE

SIZES = [
    *((width, height) for width in (1, 2, 5, 9, 30, 31, 40, 59, 60, 61, 62) for height in (1, 2, 3, 5, 8, 9, 10, 20)),
    *((width, height) for width in (71, 72, 80, 100, 120, 131, 300) for height in (1, 4, 10, 11, 12, 16, 20, 21, 26)),
    *((width, height) for width in (72, 80, 97, 300) for height in (36, 50, 100)),
]
LEGEND = ("kept", "grace day", "empty", "day off", "posted", "today")


def game_of(make_game: MakeGame, settings: Settings) -> Game:
    """Return a game with some of everything, and people and kinds of difficult names."""
    records = [deed(day, "own", person=HOSTILE[0], note=HOSTILE[7]) for day in days_from(date(2026, 8, 1), 100)]
    records += [deed(TODAY, "help", number, person=words, note=words) for number, words in enumerate(HOSTILE)]
    records += [record(RecordType.REST, TODAY), record(RecordType.ENTRY, TODAY, text=HOSTILE[9])]
    return make_game(records, settings=settings)


def draw(view: ChartView, width: int, height: int, paint: Paint) -> list[Line]:
    """Return the lines of a month or a year."""
    if isinstance(view.chart, MonthChart):
        return month_lines(view, view.chart, width, height, paint)
    return year_lines(view, view.chart, width, height, paint)


def views_of(game: Game, *, with_numbers: bool) -> list[ChartView]:
    """Return months and years: full, empty, to come, and the chosen series and day at an end."""
    charts = Charts(game)
    found = []
    series = game.rules.series
    for day, name in (
        (TODAY, series[0]),
        (date(2026, 8, 31), series[-1]),
        (date(2020, 2, 29), "quiet"),
        (date(2027, 5, 1), "board"),
    ):
        for chart in (charts.month(day), charts.year(day.year, name)):
            empty = empty_line(chart, is_new=False)
            found.append(
                ChartView(chart, name, day.toordinal(), charts.day(day), game.rules, with_numbers, empty=empty)
            )
    return found


@pytest.mark.parametrize(
    ("glyphs", "with_numbers", "first_weekday"), [(UNICODE, True, 0), (UNICODE, False, 6), (ASCII, True, 6)]
)
def test_every_size_is_drawn_within_its_bounds(
    make_game: MakeGame, glyphs: Glyphs, with_numbers: bool, first_weekday: int
) -> None:
    """No line is longer than the area from the smallest frame on, and there are never more lines than fit."""
    kinds = {**BUILT_IN, "own": Kind("own", HOSTILE[7]), "rare": Kind("rare", "[/]", schedule="FREQ=WEEKLY;BYDAY=MO")}
    game = game_of(make_game, DEFAULTS._replace(kinds=kinds, first_weekday=first_weekday))
    paint = Paint(load_theme("")[0], glyphs)
    for view in views_of(game, with_numbers=with_numbers):
        for width, height in SIZES:
            lines = draw(view, width, height, paint)
            assert len(lines) <= max(height, 3), (type(view.chart), width, height)
            if width >= 40:
                assert max(map(width_of, lines)) <= width, (type(view.chart), width, height)


@pytest.mark.parametrize("size", [(40, 8), (60, 12), (80, 20), (100, 26), (120, 36)])
def test_the_legend_is_always_there(make_game: MakeGame, size: tuple[int, int]) -> None:
    """Every mark is told of wherever the chart can be read at all."""
    game = game_of(make_game, DEFAULTS)
    paint = Paint(load_theme("")[0], UNICODE)
    for view in views_of(game, with_numbers=True):
        text = "\n".join("".join(span for span, _ in line) for line in draw(view, *size, paint))
        words = LEGEND if isinstance(view.chart, MonthChart) else ("day off",)
        assert all(word in text for word in words)
        if not isinstance(view.chart, MonthChart):
            assert "4+" in text or "7+" in text or "all" in text or "kept" in text


def test_a_month_is_whole_at_80_by_24(make_game: MakeGame) -> None:
    """Between header and keys 20 lines are left: rows with their figures, calendar, words, balance and the day."""
    game = game_of(make_game, DEFAULTS)
    paint = Paint(load_theme("")[0], UNICODE)
    view = views_of(game, with_numbers=True)[0]
    lines = ["".join(span for span, _ in line) for line in draw(view, 80, 20, paint)]
    assert len(lines) == 20
    assert "%" in next(line for line in lines if "Any giving" in line)
    assert "streak  best  warm" in lines[1]
    assert all(kind.name in "\n".join(lines[11:]) for kind in game.rules.kinds.values() if kind.giving)
    assert [line for line in lines if line.startswith("  30")]


def test_the_days_of_a_run_are_never_cut(make_game: MakeGame) -> None:
    """Where there is little room beside the months, the runs come alone."""
    game = make_game([deed(day) for day in days_from(date(2025, 12, 20), 100)])
    chart = Charts(game).year(2026, "giving")
    view = ChartView(chart, "giving", TODAY.toordinal(), Charts(game).day(TODAY), game.rules, True)
    for width in range(61, 130):
        text = "\n".join(
            "".join(span for span, _ in line)
            for line in year_lines(view, chart, width, 27, Paint(load_theme("")[0], UNICODE))
        )
        assert "20 December 2025 to 29 March" in text or "20 Dec 2025 to 29 Mar" in text, width
        assert ("Days of each month" in text) == (width >= 71)


@pytest.mark.parametrize("width", [160, 200, 300])
@pytest.mark.parametrize("height", [24, 30, 38, 44, 47, 60, 100])
def test_a_wide_month_keeps_within_its_bounds_and_fills_a_high_screen(
    make_game: MakeGame, width: int, height: int
) -> None:
    """Below the year stands what it came to, where the words of a day have room under that."""
    game = game_of(make_game, DEFAULTS)
    paint, charts = Paint(load_theme("")[0], UNICODE), Charts(game)
    for view in views_of(game, with_numbers=True):
        if not isinstance(view.chart, MonthChart):
            continue
        wide = replace(view, year=charts.year(view.chart.first.year, view.series))
        lines = wide_lines(wide, view.chart, width, height, paint)
        assert len(lines) <= height
        assert max(map(width_of, lines)) <= width
        text = "\n".join("".join(span for span, _ in line) for line in lines)
        assert ("Days of each month" in text) == (height >= 44 and not view.empty)
        assert format_day(view.details.day) in text if view.details else True


@pytest.mark.parametrize("width", [61, 80, 120, 200])
@pytest.mark.parametrize("height", [20, 36, 42, 44, 47, 60])
def test_a_high_year_has_the_one_before_it_below(make_game: MakeGame, width: int, height: int) -> None:
    """Whole, or not at all; what was done on the day stands under both."""
    records = [deed(day) for day in [*days_from(date(2025, 3, 1), 90), *days_from(date(2026, 3, 1), 90)]]
    charts = Charts(game := make_game(records))
    view = ChartView(
        charts.year(2026, "giving"), "giving", TODAY.toordinal(), charts.day(TODAY), game.rules, True,
        year=charts.year(2025, "giving"),
    )  # fmt: skip
    paint = Paint(load_theme("")[0], UNICODE)
    lines = year_lines(view, view.chart, width, height, paint)  # type: ignore[arg-type]
    text = ["".join(span for span, _ in line) for line in lines]
    assert len(lines) <= height
    assert max(map(width_of, lines)) <= width
    tops, feet = (sum(line.startswith(corner) for line in text) for corner in "╭╰")
    assert tops == feet
    assert tops == (2 if height >= 47 else 1 if height < 42 else tops)
    assert any("Any giving in 2025, 90 days" in line for line in text) is (tops == 2)
