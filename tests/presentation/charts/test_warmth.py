"""The warmth of a month on screen: its scale, its days, and where it begins."""

from __future__ import annotations

import re
from datetime import date

import pytest

from givequest.appearance import ASCII, UNICODE, Glyphs, load_theme
from givequest.application.charts import Charts
from givequest.domain.rules import GIVING
from givequest.presentation.charts.view import ChartView
from givequest.presentation.charts.warmth import warmth_lines
from givequest.presentation.paint import Paint

from ...fixtures.charts import TODAY, MakeGame, days_from, deed

BIRTH = date(2026, 11, 9)


def draw(
    make_game: MakeGame,
    days: list[date],
    width: int = 57,
    height: int = 6,
    glyphs: Glyphs = UNICODE,
    *,
    month: date = TODAY,
    with_numbers: bool = True,
) -> list[str]:
    """Return the warmth of giving in a month as text."""
    game = make_game([deed(day) for day in days])
    charts = Charts(game)
    view = ChartView(charts.month(month), GIVING, month.toordinal(), charts.day(month), game.rules, with_numbers)
    lines = warmth_lines(view, charts.month(month), width, height, Paint(load_theme("")[0], glyphs))
    return ["".join(text for text, _ in line).rstrip() for line in lines]


def test_the_scale_is_of_whole_tenths_and_the_last_day_stands_at_its_height(make_game: MakeGame) -> None:
    """From the first day on the line rises; above it stands the top of the scale, below it the bottom."""
    lines = draw(make_game, days_from(BIRTH, 15), height=9)
    figures = [re.findall(r"\d+%", line) for line in lines]
    assert lines[0].startswith("Warmth   60%")
    assert figures == [["60%"], ["55%"], [], [], [], [], [], ["0%"], []]
    assert lines[1].endswith("─")
    assert lines[-1].split() == ["1", "2", "9", "16", "23", "30"]


def test_a_column_belongs_to_the_day_below_it_and_days_before_the_first_record_are_blank(make_game: MakeGame) -> None:
    """The line begins over the ninth, and ends with today."""
    lines = draw(make_game, days_from(BIRTH, 15))
    under = lines[-1].index("9")
    assert {line[13:under].strip() for line in lines[:-1]} == {""}
    assert any(line[under : under + 1].strip() for line in lines[:-1])
    beyond = lines[-1].index("23") + 2
    assert {line[beyond:].strip() for line in lines[:-1]} == {""}


def test_no_number_of_a_day_is_cut(make_game: MakeGame) -> None:
    """The 31st begins a week and has one column left: it goes without a number."""
    lines = draw(make_game, days_from(date(2026, 8, 1), 31), 37, 3, month=date(2026, 8, 31))
    assert lines[-1].split() == ["warm", "1", "3", "10", "17", "24"]


@pytest.mark.parametrize("width", [29, 36, 37, 43, 44, 57, 77, 200])
@pytest.mark.parametrize("height", [1, 2, 3, 4, 5, 9])
@pytest.mark.parametrize("glyphs", [UNICODE, ASCII], ids=["unicode", "ascii"])
def test_every_day_has_a_column_at_every_width(make_game: MakeGame, width: int, height: int, glyphs: Glyphs) -> None:
    """A month of 31 kept days is drawn from its first to its last column, in the lines that there are."""
    lines = draw(make_game, days_from(date(2026, 10, 1), 31), width, height, glyphs, month=date(2026, 10, 31))
    assert len(lines) == height
    label = 13 if width >= 44 else 6 if width >= 37 else 0
    plot = [line[label:] for line in (lines if height < 3 else lines[:-1])]
    filled = {column for line in plot for column, sign in enumerate(line) if sign != " "}
    assert filled == set(range(max(filled) + 1))
    assert 31 <= len(filled) <= max(width - label, 31)


def test_a_month_of_one_warmth_has_a_scale_around_it(make_game: MakeGame) -> None:
    """A line that hardly moves is no empty picture: the scale is two tenths, and no wider."""
    lines = draw(make_game, days_from(date(2025, 11, 1), 388), height=7)
    assert [re.findall(r"\d+%", line) for line in lines[:-1]] == [["100%"], [], [], [], [], ["80%"]]


def test_without_numbers_the_line_has_no_figures_but_its_days(make_game: MakeGame) -> None:
    """The word for it, the line, and the days of the month."""
    lines = draw(make_game, days_from(BIRTH, 15), with_numbers=False)
    assert lines[0].startswith("Warmth")
    assert not any(character.isdigit() for line in lines[:-1] for character in line)


def test_before_anything_was_kept_there_is_no_line(make_game: MakeGame) -> None:
    """Nor in a month to come."""
    assert draw(make_game, []) == []
    assert draw(make_game, [TODAY], month=date(2026, 12, 1)) == []
