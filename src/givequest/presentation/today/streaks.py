"""Where the streaks stand, each with its warmth."""

from __future__ import annotations

from collections.abc import Mapping

from givequest.domain.kinds import Kind
from givequest.domain.progress.streaks import Streak
from givequest.domain.rules import BOARD, GIVING, SERIES_NAMES
from givequest.presentation.lines import Line, fit
from givequest.presentation.paint import Paint

NAME_CELLS = 12


def streak_heads(width: int, paint: Paint) -> Line:
    """Return the line above the streaks that says what their figures are."""
    muted = paint.style("muted")
    return [(" " * NAME_CELLS, muted), (f"{'run':>4} ", muted), (f"{'warmth':>{_gauge_cells(width) + 5}}", muted)]


def _gauge_cells(width: int) -> int:
    return max(min(width - 22, 10), 0)


def streak_lines(
    streaks: Mapping[str, Streak], kinds: Mapping[str, Kind], width: int, paint: Paint, *, with_numbers: bool
) -> list[Line]:
    """Return a line for each series: its name, how long it is, and how warm."""
    lines: list[Line] = []
    for series, streak in streaks.items():
        role = paint.theme.role_of(series, "kept")
        name = (SERIES_NAMES.get(series) or kinds[series].name).lower()
        weight = series in (GIVING, BOARD)
        label = fit(name, NAME_CELLS, paint.glyphs.ellipsis)
        line: Line = [(label, paint.style("text" if weight else "muted", bold=weight))]
        if with_numbers:
            days = str(streak.current) if streak.total else ""
            warmth = f"{streak.warmth * 100:.0f}%" if streak.total else ""
            line.append((f"{days:>4} ", paint.style("kept" if streak.current else "muted", bold=weight)))
            line += paint.gauge(streak.warmth, _gauge_cells(width), role)
            line.append((f"{warmth:>5}", paint.style("muted")))
        else:
            line.append((" ", paint.style()))
            line += paint.gauge(streak.warmth, max(width - NAME_CELLS - 2, 0), role)
        lines.append(line)
    return lines
