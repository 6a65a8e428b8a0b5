"""Where the streaks stand, each with its warmth."""

from __future__ import annotations

from collections.abc import Mapping

from givequest.domain.kinds import Kind
from givequest.domain.rules import BOARD, GIVING
from givequest.domain.streaks import Streak
from givequest.tui.paint import Line
from givequest.tui.widgets.canvas import Panel


class StreaksPanel(Panel):
    """A line a series: how many days in a row, and how warm."""

    def __init__(self, kinds: Mapping[str, Kind]) -> None:
        super().__init__(id="streaks")
        self._kinds = kinds
        self._streaks: Mapping[str, Streak] = {}
        self._with_numbers = True

    def show(self, streaks: Mapping[str, Streak], *, with_numbers: bool) -> None:
        """Show where the streaks stand."""
        self._streaks, self._with_numbers = streaks, with_numbers
        self.redraw()

    def title(self) -> str:
        """Return the panel's name."""
        return "Streaks" if self._with_numbers else "Warmth"

    def content(self, width: int, height: int) -> list[Line]:
        """Return a line for each series, as many as there is room for."""
        paint = self.paint
        lines: list[Line] = []
        for series, streak in list(self._streaks.items())[: max(height, 0)]:
            role = series if series in paint.theme.colours else "kept"
            name = series if series in (GIVING, BOARD) else self._kinds[series].name.lower()
            weight = series in (GIVING, BOARD)
            line: Line = [(f"{name[:12]:<12}", paint.style("text" if weight else "muted", bold=weight))]
            if self._with_numbers:
                days = str(streak.current) if streak.total else ""
                warmth = f"{streak.warmth * 100:.0f}%" if streak.total else ""
                line.append((f"{days:>4} ", paint.style("kept" if streak.current else "muted", bold=weight)))
                line += paint.gauge(streak.warmth, max(min(width - 22, 10), 0), role)
                line.append((f"{warmth:>5}", paint.style("muted")))
            else:
                line += paint.gauge(streak.warmth, max(width - 13, 0), role)
            lines.append(line)
        return lines
