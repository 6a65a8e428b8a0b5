"""What page 3 shows: a chart, and a cursor on one series and one day of it."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType

from givequest.application.board import board_of
from givequest.application.charts import Charts
from givequest.commands.registry import CHARTS
from givequest.domain.charts.calendar import month_span, year_span
from givequest.domain.charts.month import MonthChart
from givequest.domain.charts.year import YearChart
from givequest.errors import GivequestError
from givequest.presentation.charts.captions import empty_line
from givequest.presentation.charts.view import ChartView
from givequest.presentation.charts.wide import is_wide
from givequest.tui.charts.mirror import mirror_view
from givequest.tui.charts.panel import ChartPanel
from givequest.tui.page import VisitedPage, bindings_of
from givequest.tui.widgets.notice_line import NoticeLine

BEGINNING = "Press {page.today}, then {quest.done}: a deed draws the first line."
SOON = 0.05
"""Seconds after a chart is drawn."""
HIGH = 44
"""Lines of a chart from which on a year may have the one before it below."""


class ChartLayout(VisitedPage):
    """The chart, made anew whenever something that it shows has changed."""

    PAGE = CHARTS
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(CHARTS)

    def __init__(self) -> None:
        super().__init__()
        self._chart: MonthChart | YearChart | None = None
        self._beside: YearChart | None = None
        """The year that is drawn beside the month."""
        self._day: date | None = None
        """The day under the cursor; none: today, whatever day that is."""
        self._series = ""
        self._shows_year = False
        self._shows_mirror = False
        """Whether the year is one of posts."""
        self._ahead = 0
        """The year before which all is read."""

    def compose_middle(self) -> ComposeResult:
        """Yield the chart."""
        yield ChartPanel()

    def on_resize(self, event: events.Resize) -> None:
        """Say what the chart is of where it has no room to say so itself, and draw the year where it has room now."""
        self.call_after_refresh(self._show)

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
        self._chart = self._beside = None
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
        if self._shows_mirror and self._show_mirror():
            return
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

    def _show_mirror(self) -> bool:
        """Show the posts of the year; return whether there are any, or something was said."""
        try:
            view = mirror_view(self.game, self.day)
        except GivequestError as error:
            self.refuse(error)
            return True
        self._shows_mirror = view is not None
        if view is not None:
            self._chart = None
            self.query_one(ChartPanel).show(view)
            self._tell()
        return view is not None

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

    def _year_beside(self) -> YearChart | None:
        """Return the year to be drawn beside a month, or the one before a year, where there is room for both."""
        panel, year = self.query_one(ChartPanel), self.day.year - self._shows_year
        first = self.game.years.first()
        has_room = panel.size.height >= HIGH if self._shows_year else is_wide(*panel.size)
        if not has_room or (self._shows_year and (first is None or year < first)):
            self._beside = None
        elif self._beside is None or (self._beside.year, self._beside.trace.series) != (year, self.series):
            self._beside = self.charts.year(year, self.series)
        return self._beside

    def _make_view(self, chart: MonthChart | YearChart) -> ChartView:
        is_new = self.game.years.first() is None
        return ChartView(
            chart=chart,
            series=self.series,
            day=self.day.toordinal(),
            details=self.charts.day(self.day),
            rules=self.game.rules,
            with_numbers=self.givequest.settings.numbers,
            year=self._year_beside(),
            empty=self.givequest.with_keys(BEGINNING) if is_new else empty_line(chart, is_new=False),
        )
