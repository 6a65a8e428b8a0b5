"""Page 3: looking back, a month of everything or a year of one thing."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from datetime import date
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType

from givequest.application.board import board_of
from givequest.application.charts import Charts
from givequest.application.day_walk import first_recorded, planned_until
from givequest.commands.registry import CHARTS, TODAY
from givequest.domain.charts.calendar import month_span, year_span
from givequest.domain.charts.month import MonthChart
from givequest.domain.charts.year import YearChart
from givequest.domain.days import days_in_month, next_month
from givequest.errors import GivequestError
from givequest.presentation.charts.captions import empty_line
from givequest.presentation.charts.view import ChartView
from givequest.storage.files.atomic_files import make_folder, replace_file
from givequest.tui.charts.panel import ChartPanel
from givequest.tui.page import VisitedPage, bindings_of
from givequest.tui.today.screen import TodayPage
from givequest.tui.widgets.notice_line import NoticeLine

_FOREIGN_FONTS = re.compile(r"@font-face\s*\{[^}]*\}")
"""Rich lets a picture fetch its fonts from the network; ours must be whole by itself."""


BEGINNING = "{page.today}, then {quest.done}: your first deed draws the first line."
SOON = 0.05
"""Seconds after a chart is drawn."""


class ChartsPage(VisitedPage):
    """A chart, and a cursor on one series and one day of it."""

    PAGE = CHARTS
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(CHARTS)

    def __init__(self) -> None:
        super().__init__()
        self._chart: MonthChart | YearChart | None = None
        self._day: date | None = None
        """The day under the cursor; none: today, whatever day that is."""
        self._series = ""
        self._shows_year = False
        self._ahead = 0
        """The year before which all is read."""

    def compose_middle(self) -> ComposeResult:
        """Yield the chart."""
        yield ChartPanel()

    def on_resize(self, event: events.Resize) -> None:
        """Say what the chart is of where it has no room to say so itself."""
        self.call_after_refresh(self._tell)

    @property
    def charts(self) -> Charts:
        """The charts of the game."""
        return self.game.derived(Charts)

    @property
    def day(self) -> date:
        """The day under the cursor."""
        return self._day or self.game.today()

    @property
    def series(self) -> str:
        """The series under the cursor."""
        known = self._known
        return self._series if self._series in known else known[0]

    @property
    def _known(self) -> tuple[str, ...]:
        """The series of the month or year that the cursor is in."""
        span = year_span(self.day.year) if self._shows_year else month_span(self.day.replace(day=1))
        return self.charts.series(*span)

    def refresh_page(self) -> None:
        """Show what is true now."""
        self._chart = None
        self._show()
        try:
            self.show_header(board_of(self.game))
        except GivequestError as error:
            self.refuse(error)

    def turn_over(self) -> bool:
        """Show the new day if one has begun since the chart was drawn; return whether that was so."""
        if self._chart is None or self._chart.today == self.game.today():
            return False
        self.refresh_page()
        return True

    def _show(self) -> None:
        """Show the month or year that the cursor is in; what is on screen stays where that cannot be read."""
        try:
            chart = self._chart if self._chart is not None and self._holds(self._chart) else self._make_chart()
            view = self._make_view(chart)
        except GivequestError as error:
            self.refuse(error)
            return
        self._chart = chart
        self.query_one(ChartPanel).show(view)
        self._tell()
        if not self._shows_year and self._ahead != self.day.year:
            self._ahead = self.day.year
            self.set_timer(SOON, self._read_ahead)

    def _read_ahead(self) -> None:
        """Read the year before the one that is shown, between two keys: stepping into it costs no more than a month."""
        with suppress(GivequestError):  # told when it is gone to
            self.charts.read_ahead(self._ahead - 1)

    def _tell(self) -> None:
        """Say below the chart what it does not say itself."""
        self.query_one(NoticeLine).stand("  ".join(filter(None, self.query_one(ChartPanel).untold)))

    def _holds(self, chart: MonthChart | YearChart) -> bool:
        """Return whether a chart is of what the cursor is on, today."""
        if chart.today != self.game.today() or self.day.toordinal() not in chart.days:
            return False
        if isinstance(chart, YearChart):
            return self._shows_year and chart.trace.series == self.series
        return not self._shows_year

    def _make_chart(self) -> MonthChart | YearChart:
        return self.charts.year(self.day.year, self.series) if self._shows_year else self.charts.month(self.day)

    def _make_view(self, chart: MonthChart | YearChart) -> ChartView:
        is_new = self.game.years.first() is None
        return ChartView(
            chart=chart,
            series=self.series,
            day=self.day.toordinal(),
            details=self.charts.day(self.day),
            rules=self.game.rules,
            with_numbers=self.givequest.settings.numbers,
            empty=self.givequest.with_keys(BEGINNING) if is_new else empty_line(chart, is_new=False),
        )

    def go_to(self, day: date, series: str | None = None) -> None:
        """Put the cursor on a day, and on a series if one is given; turns the page where it must."""
        day = self._within(day)
        self._day = None if day == self.game.today() else day
        self._series = series or self.series
        self._show()

    def _within(self, day: date) -> date:
        """Return the day, or the first or last one that can be gone to."""
        earliest, latest = self.charts.months()
        return max(earliest, min(day, latest.replace(day=days_in_month(latest))))

    def _move(self, days: int) -> None:
        self.go_to(date.fromordinal(max(self.day.toordinal() + days, 1)))

    def _choose(self, step: int) -> None:
        known = self._known
        self.go_to(self.day, known[(known.index(self.series) + step) % len(known)])

    def _turn(self, step: int) -> None:
        """Go to the month or year before or after, if there is one, the cursor on the same day of it."""
        first = next_month(self.day.replace(day=1), step * (12 if self._shows_year else 1))
        planned = planned_until(self.game)
        if first > planned:  # beyond there is nothing but what a clock that was ahead has logged
            first = ((first_recorded(self.game, first) or self.day) if step > 0 else planned).replace(day=1)
        day = self._within(first.replace(day=min(self.day.day, days_in_month(first))))
        if self._chart is None or day.toordinal() not in self._chart.days:
            self.go_to(day)

    def action_chart_previous(self) -> None:
        """Go to the month or year before."""
        self._turn(-1)

    def action_chart_next(self) -> None:
        """Go to the month or year after."""
        self._turn(1)

    def action_chart_span(self) -> None:
        """Switch between month and year."""
        self._shows_year = not self._shows_year
        self._show()

    def action_chart_up(self) -> None:
        """Move to the series above, in a year to the day before."""
        self._move(-1) if self._shows_year else self._choose(-1)

    def action_chart_down(self) -> None:
        """Move to the series below, in a year to the day after."""
        self._move(1) if self._shows_year else self._choose(1)

    def action_chart_left(self) -> None:
        """Move a day back, in a year a week."""
        self._move(-7 if self._shows_year else -1)

    def action_chart_right(self) -> None:
        """Move a day on, in a year a week."""
        self._move(7 if self._shows_year else 1)

    def action_chart_series(self) -> None:
        """Choose the next series."""
        self._choose(1)

    def action_chart_series_back(self) -> None:
        """Choose the series before."""
        self._choose(-1)

    def action_chart_now(self) -> None:
        """Go back to today."""
        self.go_to(self.game.today())

    def action_chart_open(self) -> None:
        """Go to the day under the cursor on Today."""
        day = self.day
        self.givequest.go_to_page(TODAY)
        page = self.givequest.page
        if isinstance(page, TodayPage):
            page.go_to(day)

    def action_chart_save(self) -> None:
        """Save what is on screen as an SVG picture, readable by its owner alone, and say where."""
        day = self.day
        name = f"{day.year:04}-{self.series}" if self._shows_year else f"{day.year:04}-{day.month:02}"
        path = os.path.join(self.givequest.home.paths.pictures, f"{name}.svg")
        picture = _FOREIGN_FONTS.sub("", self.app.export_screenshot(title=f"givequest {name}"))
        try:
            make_folder(os.path.dirname(path))
            replace_file(path, picture.encode("utf-8", "replace"))
        except GivequestError as error:
            self.refuse(error)
            return
        self.say_where(path)
