"""What stands beside the board: the month, and below it the streaks. One widget, since neither takes keys."""

from __future__ import annotations

from collections.abc import Mapping

from givequest.application.month import Month
from givequest.domain.days import MONTHS
from givequest.domain.kinds import Kind
from givequest.domain.streaks import Streak
from givequest.tui.paint import Line
from givequest.tui.widgets.canvas import Canvas, framed
from givequest.tui.widgets.month_lines import month_lines
from givequest.tui.widgets.streak_lines import streak_lines


class Aside(Canvas):
    """The month around the day that is shown, and where the streaks stand."""

    def __init__(self, kinds: Mapping[str, Kind], *, first_weekday: int, with_numbers: bool) -> None:
        super().__init__(id="aside")
        self._kinds = kinds
        self._first_weekday = first_weekday
        self._with_numbers = with_numbers
        self._month: Month | None = None
        self._streaks: Mapping[str, Streak] = {}

    def show(self, month: Month, streaks: Mapping[str, Streak]) -> None:
        """Show a month and where the streaks stand."""
        self._month, self._streaks = month, streaks
        self.redraw()

    def lines(self, width: int, height: int) -> list[Line]:
        """Return both panels."""
        month = self._month
        if month is None:
            return []
        weeks = month_lines(month, self._first_weekday, self.paint)
        name = MONTHS[month.first.month - 1]
        title = name if month.first.year == month.today.year else f"{name} {month.first.year}"
        panel = framed(title, weeks, width, min(len(weeks) + 2, height), self.paint)
        room = min(height - len(panel), len(self._streaks) + 2)
        if room < 3:
            return panel
        rows = streak_lines(self._streaks, self._kinds, width - 4, self.paint, with_numbers=self._with_numbers)
        return panel + framed("Streaks" if self._with_numbers else "Warmth", rows, width, room, self.paint)
