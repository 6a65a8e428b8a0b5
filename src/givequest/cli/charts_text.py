"""Charts as text of at most 80 columns: the month of every series, the year of one."""

from __future__ import annotations

import os
import shutil
import textwrap
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import TextIO

from rich.style import Style
from rich.text import Text

from givequest.appearance import ROLES, Glyphs, Theme, choose_glyphs, load_theme
from givequest.cli.output import is_terminal, print_line
from givequest.composition import Home
from givequest.domain.charts.balance import Balance
from givequest.domain.charts.month import MonthChart
from givequest.domain.charts.year import YearChart
from givequest.domain.days import MONTHS, days_in_month
from givequest.domain.progress.streaks import Streak
from givequest.domain.rules import BOARD, GIVING, Rules
from givequest.presentation.charts.captions import (
    compare,
    count,
    empty_line,
    name_of,
    tell_rest,
    tell_run,
    weekday_name,
)
from givequest.presentation.charts.grid import fit_grid
from givequest.presentation.charts.legend import month_legend, year_legend
from givequest.presentation.charts.plots import heat_strokes, month_labels
from givequest.presentation.charts.strokes import Stroke, row_strokes, ruler_strokes
from givequest.presentation.lines import cells_of, set_cells

Line = list[Stroke]
COLUMNS, DAYS = 80, 31
NAME, BAR, WEEKDAY = 14, 20, 4
"""Columns of a name, of a bar, and of a weekday's name."""
FIGURES = (("run", 5), ("best", 6), ("warm", 6))
"""What stands at the end of a row, and the columns it takes; it gives way before the days do."""
_QUIET_ROLES = ("muted", "faint", "empty", "off")


def month_text(
    chart: MonthChart, rules: Rules, glyphs: Glyphs, *, with_numbers: bool, is_new: bool, columns: int = COLUMNS
) -> list[Line]:
    """Return a month: a row for each series with its figures, the legend, and what it comes to in words."""
    name = max(min(NAME, columns - DAYS), 0)
    wanted = range(len(FIGURES) if with_numbers else 0, -1, -1)
    many = next((many for many in wanted if name + DAYS + _width(many) <= columns), 0)
    grid = fit_grid(chart.days, chart.first_weekday, columns - name - _width(many) - (many > 0))
    numbers, initials = ruler_strokes(grid, chart.today.toordinal(), glyphs)
    heads = [Stroke("".join(f"{head:>{cells}}" for head, cells in FIGURES[:many]), "muted")]
    lines = [[Stroke(f"{MONTHS[chart.first.month - 1]} {chart.first.year}", bold=True)]]
    lines += [[Stroke(" " * name), *numbers], [Stroke(" " * name), *initials, *heads]]
    for series, trace in chart.traces.items():
        ink = _ink(series, rules)
        line = [_name(name_of(series, rules), name, strong=series in (GIVING, BOARD))]
        line += row_strokes(trace, grid, glyphs, ink=ink, with_numbers=with_numbers)
        lines.append([*line, Stroke(_figures(trace.after, many, glyphs))])
    lines += _flow(month_legend(rules, glyphs), columns)
    words = [
        empty_line(chart, is_new=is_new) or _named(compare(chart, GIVING, with_numbers=with_numbers), "Giving"),
        tell_rest(chart.balance, rules, chart.days[-1], chart.today),
    ]
    balance = _balance(chart.balance, rules, glyphs, columns, with_numbers=with_numbers)
    return [*lines, *balance, *_sentences(words, columns)]


def year_text(
    chart: YearChart,
    series: str,
    rules: Rules,
    glyphs: Glyphs,
    *,
    with_numbers: bool,
    is_new: bool,
    columns: int = COLUMNS,
) -> list[Line]:
    """Return a year of one series: its heatmap with the scale, its months, its longest runs, and the balance."""
    kept = f", {count(chart.trace.kept)}" if with_numbers and chart.trace.kept else ""
    lines: list[Line] = [[Stroke(f"{name_of(series, rules)} in {chart.year}{kept}", bold=True)]]
    part = _weeks_shown(chart, columns - WEEKDAY)
    lines.append([Stroke(" " * WEEKDAY), *month_labels(chart)[part]])
    for position, strokes in enumerate(heat_strokes(chart, glyphs)):
        weekday = weekday_name((chart.first_weekday + position) % 7)
        lines.append([Stroke(f"{weekday:<{WEEKDAY}}", "muted"), *strokes[part]])
    lines += _flow(year_legend(chart, glyphs, with_numbers=with_numbers), columns)
    empty = empty_line(chart, is_new=is_new)
    if empty:
        return [*lines, *_sentences([empty], columns)]
    lines += _titled("Days of each month", _months(chart, glyphs, columns, with_numbers=with_numbers))
    lines += _titled("Longest runs", _runs(chart, columns, with_numbers=with_numbers))
    lines += _balance(chart.balance, rules, glyphs, columns, with_numbers=with_numbers)
    return lines + _sentences([tell_rest(chart.balance, rules, chart.days[-1], chart.today)], columns)


def print_chart(home: Home, stream: TextIO, draw: Callable[..., list[Line]]) -> None:
    """Print what `draw` draws with the glyphs that a stream can show: in colour on a terminal, plain elsewhere."""
    theme, _ = load_theme(home.settings.theme, home.paths.themes, home.settings.kinds.values())
    glyphs = choose_glyphs(theme, getattr(stream, "encoding", None), os.environ, home.settings.glyphs)
    columns = min(COLUMNS, shutil.get_terminal_size((COLUMNS, 24)).columns)
    is_new = home.game.histories.first_year() is None
    lines = draw(glyphs, with_numbers=home.settings.numbers, is_new=is_new, columns=columns)
    if not is_terminal(stream):
        for line in lines:
            print_line(plain(line))
        return
    from rich.console import Console

    console = Console(file=stream, highlight=False, width=COLUMNS)
    for line in lines:
        console.print(coloured(line, theme), soft_wrap=True)


def _ink(series: str, rules: Rules) -> str:
    """Return the role that a series is drawn in; a kind may be called like a role of another meaning."""
    return series if series in rules.kinds and series not in ROLES else "kept"


def plain(line: Sequence[Stroke]) -> str:
    """Return a line without colours."""
    return "".join(stroke.text for stroke in line).rstrip()


def coloured(line: Sequence[Stroke], theme: Theme) -> Text:
    """Return a line in the colours of a theme; what is said by shape alone keeps the terminal's own."""
    text = Text(no_wrap=True)
    for style, strokes in groupby(line, lambda stroke: _style(stroke, theme)):
        text.append("".join(stroke.text for stroke in strokes), style)
    text.rstrip()
    return text


def _style(stroke: Stroke, theme: Theme) -> Style:
    if stroke.role in _QUIET_ROLES:
        return Style(dim=True)
    colour = theme.colours.get(stroke.role) if stroke.role != "text" else None
    ground = None if stroke.on == "background" else theme.colours.get(stroke.on)
    return Style(color=colour, bgcolor=ground, bold=stroke.bold or None)


def _name(name: str, cells: int, *, strong: bool = False) -> Stroke:
    return Stroke(set_cells(set_cells(name, max(cells - 2, min(cells, 8) - 1, 0)), cells), bold=strong)


def _named(sentence: str, name: str) -> str:
    return f"{name}: {sentence}" if sentence else ""


def _width(figures: int) -> int:
    return sum(cells for _, cells in FIGURES[:figures])


def _figures(streak: Streak, many: int, glyphs: Glyphs) -> str:
    """Return the figures at the end of a row; a series that has not begun has none."""
    figures = (str(streak.current or glyphs.dash), str(streak.best), f"{streak.warmth:.0%}")
    told = zip(figures[:many], FIGURES, strict=False)
    return "".join(f"{figure:>{cells}}" for figure, (_, cells) in told) if streak.total else ""


def _weeks_shown(chart: YearChart, columns: int) -> slice:
    """Return the weeks that there is room for: all of them, or the latest up to today."""
    weeks = chart.weeks()
    now = chart.today.toordinal()
    last = next((number for number, week in enumerate(weeks, 1) if now in week), len(weeks))
    first = max(0, min(last, len(weeks)) - columns) if columns < len(weeks) else 0
    return slice(first, first + columns)


def _titled(title: str, lines: list[Line]) -> list[Line]:
    return [[], [Stroke(title, bold=True)], *lines] if lines else []


def _flow(entries: Iterable[Line], columns: int) -> list[Line]:
    """Return entries one after the other, in as many lines as they take."""
    lines: list[Line] = [[]]
    for entry in entries:
        if lines[-1] and cells_of(plain(lines[-1])) + 2 + cells_of(plain(entry)) > columns:
            lines.append([])
        lines[-1] += [Stroke("  " if lines[-1] else ""), *entry]
    return lines


def _sentences(words: Sequence[str], columns: int) -> list[Line]:
    said = [[Stroke(line)] for sentence in words for line in textwrap.wrap(sentence, max(columns, 1))]
    return [[], *said] if said else []


def _bar(name: str, share: float, role: str, number: int, glyphs: Glyphs, columns: int, *, with_numbers: bool) -> Line:
    """Return a name, a bar filled to a share, and a number."""
    cells = max(min(BAR, columns - NAME - 5), 1)
    full = max(round(share * cells), share > 0)
    bar = [Stroke(glyphs.bar_full * full, role), Stroke(glyphs.bar_empty * (cells - full), "faint")]
    return [_name(name, NAME), *bar, Stroke(f"{number or '':>5}" if with_numbers else "")]


def _months(chart: YearChart, glyphs: Glyphs, columns: int, *, with_numbers: bool) -> list[Line]:
    lines = []
    for month, kept in enumerate(chart.kept_by_month(), 1):
        share = kept / days_in_month(date(chart.year, month, 1))
        lines.append(_bar(MONTHS[month - 1], share, "kept", kept, glyphs, columns, with_numbers=with_numbers))
    return lines


def _runs(chart: YearChart, columns: int, *, with_numbers: bool) -> list[Line]:
    lines = []
    for run in chart.longest_runs():
        length = [Stroke(f"{run.length:>5}  ", "kept", bold=True)] if with_numbers else [Stroke("  ")]
        words = tell_run(run, chart)
        short = len(plain(length)) + 2 + len(words) > columns
        lines.append([*length, Stroke(tell_run(run, chart, short=True) if short else words)])
    return lines


def _balance(balance: Balance, rules: Rules, glyphs: Glyphs, columns: int, *, with_numbers: bool) -> list[Line]:
    most = max(balance.deeds.values(), default=0)
    lines = []
    for kind, number in balance.deeds.items() if most else ():
        name, share = name_of(kind, rules), number / most
        lines.append(_bar(name, share, _ink(kind, rules), number, glyphs, columns, with_numbers=with_numbers))
    return _titled("Deeds of each kind", lines)
