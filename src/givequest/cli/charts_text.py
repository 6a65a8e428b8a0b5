"""Charts as text of at most 80 columns: the month of every series, the year of one."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import date
from typing import TextIO

from rich.cells import set_cell_size
from rich.style import Style
from rich.text import Text

from givequest.appearance import Glyphs, Theme, choose_glyphs, load_theme
from givequest.cli.output import is_terminal, print_line
from givequest.domain.charts.balance import Balance
from givequest.domain.charts.cells import Mark
from givequest.domain.charts.grid import fit_grid
from givequest.domain.charts.month import MonthChart
from givequest.domain.charts.steps import heat_empty, heat_strokes, month_labels, shade_stroke
from givequest.domain.charts.strokes import LEGEND, Stroke, glyph_of, role_of, row_strokes, ruler_strokes
from givequest.domain.charts.words import (
    compare,
    count,
    empty_line,
    name_of,
    tell_rest,
    tell_run,
    weekday_name,
)
from givequest.domain.charts.year import LEVELS, YearChart
from givequest.domain.days import MONTHS, days_in_month
from givequest.domain.rules import BOARD, GIVING, Rules
from givequest.opening import Home

Line = list[Stroke]
NAME, FIGURES, COLUMNS = 14, 18, 80
BAR = 20
_QUIET_ROLES = ("muted", "faint", "empty", "off")


def month_text(chart: MonthChart, rules: Rules, glyphs: Glyphs, *, with_numbers: bool, is_new: bool) -> list[Line]:
    """Return a month: a row for each series with its figures, the legend, and what it comes to in words."""
    grid = fit_grid(chart.days, chart.first_weekday, COLUMNS - NAME - (FIGURES if with_numbers else 0))
    numbers, initials = ruler_strokes(grid, chart.today.toordinal(), glyphs)
    lines = [[Stroke(f"{MONTHS[chart.first.month - 1]} {chart.first.year}", bold=True)]]
    lines.append([Stroke(" " * NAME), *numbers])
    lines.append([Stroke(" " * NAME), *initials])
    if with_numbers:
        lines[-1].append(Stroke(f"{'run':>5}{'best':>6}{'warm':>6}", "muted"))
    for series, trace in chart.traces.items():
        ink = series if series in rules.kinds else "kept"
        line = [_name(name_of(series, rules), strong=series in (GIVING, BOARD))]
        line += row_strokes(trace, grid, glyphs, ink=ink, with_numbers=with_numbers)
        streak = trace.after
        if with_numbers and streak.total:
            current = str(streak.current or glyphs.dash)
            line.append(Stroke(f"{current:>5}{streak.best:>6}{streak.warmth:>6.0%}"))
        lines.append(line)
    lines.append(_legend(rules, glyphs))
    words = [
        empty_line(chart, is_new=is_new) or _named(compare(chart, GIVING, with_numbers=with_numbers), "Giving"),
        tell_rest(chart.balance, rules, chart.days[-1], chart.today),
    ]
    balance = _balance(chart.balance, rules, glyphs, with_numbers=with_numbers)
    return [*lines, *([[], *balance] if balance else []), *_sentences(words)]


def year_text(
    chart: YearChart, series: str, rules: Rules, glyphs: Glyphs, *, with_numbers: bool, is_new: bool
) -> list[Line]:
    """Return a year of one series: its heatmap with the scale, its months, its longest runs, and the balance."""
    kept = f", {count(chart.trace.kept)}" if with_numbers and chart.trace.kept else ""
    lines: list[Line] = [[Stroke(f"{name_of(series, rules)} in {chart.year}{kept}", bold=True)]]
    lines.append([Stroke(" " * 4), *month_labels(chart)])
    for position, strokes in enumerate(heat_strokes(chart, glyphs)):
        lines.append([Stroke(f"{weekday_name((chart.first_weekday + position) % 7):<4}", "muted"), *strokes])
    lines.append(_scale(chart, glyphs, with_numbers=with_numbers))
    empty = empty_line(chart, is_new=is_new)
    if empty:
        return [*lines, *_sentences([empty])]
    lines += [[], *_months(chart, glyphs, with_numbers=with_numbers)]
    runs = chart.longest_runs()
    if runs:
        lines += [[], [Stroke("Longest runs", bold=True)]]
    for run in runs:
        length = [Stroke(f"{run.length:>5}  ", "kept", bold=True)] if with_numbers else [Stroke("  ")]
        lines.append([*length, Stroke(tell_run(run, chart))])
    lines += [[], *_balance(chart.balance, rules, glyphs, with_numbers=with_numbers)]
    return lines + _sentences([tell_rest(chart.balance, rules, chart.days[-1], chart.today)])


def print_chart(home: Home, stream: TextIO, draw: Callable[..., list[Line]]) -> None:
    """Print what `draw` draws with the glyphs that a stream can show: in colour on a terminal, plain elsewhere."""
    theme, _ = load_theme(home.settings.theme, home.paths.themes)
    glyphs = choose_glyphs(theme, getattr(stream, "encoding", None), os.environ)
    lines = draw(glyphs, with_numbers=home.settings.numbers, is_new=home.game.yearbook.first_year() is None)
    if not is_terminal(stream):
        for line in lines:
            print_line(plain(line))
        return
    from rich.console import Console

    console = Console(file=stream, highlight=False, width=COLUMNS)
    for line in lines:
        console.print(coloured(line, theme), soft_wrap=True)


def plain(line: Sequence[Stroke]) -> str:
    """Return a line without colours."""
    return "".join(stroke.text for stroke in line).rstrip()


def coloured(line: Sequence[Stroke], theme: Theme) -> Text:
    """Return a line in the colours of a theme; what is said by shape alone keeps the terminal's own."""
    text = Text(no_wrap=True)
    for stroke in line:
        text.append(stroke.text, _style(stroke, theme))
    text.rstrip()
    return text


def _style(stroke: Stroke, theme: Theme) -> Style:
    if stroke.role in _QUIET_ROLES:
        return Style(dim=True)
    colour = theme.colours.get(stroke.role) if stroke.role != "text" else None
    ground = None if stroke.on == "background" else theme.colours.get(stroke.on)
    return Style(color=colour, bgcolor=ground, bold=stroke.bold or None)


def _name(name: str, *, strong: bool) -> Stroke:
    return Stroke(set_cell_size(set_cell_size(name, NAME - 2), NAME), bold=strong)


def _named(sentence: str, name: str) -> str:
    return f"{name}: {sentence}" if sentence else ""


def _sentences(words: Sequence[str]) -> list[Line]:
    said = [[Stroke(sentence)] for sentence in words if sentence]
    return [[], *said] if said else []


def _legend(rules: Rules, glyphs: Glyphs) -> Line:
    line: Line = []
    for mark, word in LEGEND:
        if mark is not Mark.OFF or rules.scheduled:
            sign = glyph_of(mark, glyphs)
            line += [Stroke("  " if line else ""), Stroke(sign if sign.strip() else "blank", role_of(mark))]
            line.append(Stroke(f" {word}", "muted"))
    return line


def _scale(chart: YearChart, glyphs: Glyphs, *, with_numbers: bool) -> Line:
    steps = chart.scale.steps
    first = LEVELS - len(steps) + 1
    none = heat_empty(glyphs)
    line = [Stroke(none, "faint"), Stroke(" none  ", "muted")] if none.strip() else []
    if not with_numbers and len(steps) > 1:
        shades = [shade_stroke(level, glyphs) for level in range(first, LEVELS + 1)]
        return [*line, Stroke("less ", "muted"), *shades, Stroke(f" more  {glyphs.rest} rest", "muted")]
    unit = {"effort": "effort ", "deeds": "deeds ", "share": "of the board ", "kept": ""}[chart.scale.unit]
    for level, label in enumerate(steps, first):
        line += [Stroke(unit if level == first else "", "muted"), shade_stroke(level, glyphs)]
        line.append(Stroke(f" {label}  ", "muted"))
    return [*line, Stroke(glyphs.rest, "rest"), Stroke(" rest", "muted")]


def _bar(share: float, glyphs: Glyphs, role: str) -> list[Stroke]:
    full = max(round(share * BAR), share > 0)
    return [Stroke(glyphs.bar_full * full, role), Stroke(glyphs.bar_empty * (BAR - full), "faint")]


def _months(chart: YearChart, glyphs: Glyphs, *, with_numbers: bool) -> list[Line]:
    lines: list[Line] = []
    for month, kept in enumerate(chart.kept_by_month(), 1):
        share = kept / days_in_month(date(chart.year, month, 1))
        figure = [Stroke(f"{kept or '':>5}")] if with_numbers else []
        lines.append([_name(MONTHS[month - 1], strong=False), *_bar(share, glyphs, "kept"), *figure])
    return lines


def _balance(balance: Balance, rules: Rules, glyphs: Glyphs, *, with_numbers: bool) -> list[Line]:
    most = max(balance.deeds.values(), default=0)
    if not most:
        return []
    return [
        [
            _name(name_of(kind, rules), strong=False),
            *_bar(number / most, glyphs, kind),
            *([Stroke(f"{number or '':>5}")] if with_numbers else []),
        ]
        for kind, number in balance.deeds.items()
    ]
