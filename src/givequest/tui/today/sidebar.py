"""What stands beside the board: the month, and below it the streaks. One widget, since neither takes keys."""

from __future__ import annotations

from collections.abc import Mapping

from givequest.application.calendar import Month
from givequest.domain.days import MONTHS
from givequest.domain.progress.streaks import Streak
from givequest.domain.settings import DEFAULTS, Settings
from givequest.presentation.lines import Line
from givequest.tui.today.month_lines import month_lines
from givequest.tui.today.streak_lines import streak_lines
from givequest.tui.widgets.canvas import Canvas, framed


class Aside(Canvas):
    """The month around the day that is shown, and where the streaks stand."""

    def __init__(self) -> None:
        super().__init__(id="aside")
        self._settings = DEFAULTS
        self._month: Month | None = None
        self._streaks: Mapping[str, Streak] = {}

    def show(self, month: Month, streaks: Mapping[str, Streak], settings: Settings) -> None:
        """Show a month and where the streaks stand, as the settings say."""
        self._month, self._streaks, self._settings = month, streaks, settings
        self.redraw()

    def lines(self, width: int, height: int) -> list[Line]:
        """Return both panels."""
        month, settings = self._month, self._settings
        if month is None:
            return []
        weeks = month_lines(month, settings.first_weekday, self.paint)
        name = MONTHS[month.first.month - 1]
        title = name if month.first.year == month.today.year else f"{name} {month.first.year}"
        panel = framed(title, weeks, width, min(len(weeks) + 2, height), self.paint)
        room = min(height - len(panel), len(self._streaks) + 2)
        if room < 3:
            return panel
        rows = streak_lines(self._streaks, settings.kinds, width - 4, self.paint, with_numbers=settings.numbers)
        return panel + framed("Streaks" if settings.numbers else "Warmth", rows, width, room, self.paint)
