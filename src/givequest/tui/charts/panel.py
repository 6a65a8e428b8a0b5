"""The chart on screen: one widget with a cursor of its own on a series and a day."""

from __future__ import annotations

from dataclasses import replace

from textual import events
from textual.message import Message

from givequest.domain.charts.month import MonthChart
from givequest.presentation.charts import month, wide, year
from givequest.presentation.charts.places import Place, place_at
from givequest.presentation.charts.view import ChartView
from givequest.presentation.lines import Line
from givequest.presentation.mirror.chart import MirrorView, mirror_lines
from givequest.tui.widgets.canvas import Canvas

CARD_COLUMNS, MIRROR_LINES = 80, 18
"""How wide a card is, and how high the posts of a year on it."""


class ChartPanel(Canvas, can_focus=True):
    """A month of all series, a year of one, or a year of posts."""

    def __init__(self) -> None:
        super().__init__(id="chart")
        self._view: ChartView | MirrorView | None = None

    class Clicked(Message):
        """A row, a day, or both were clicked; of posts, nothing is."""

        def __init__(self, place: Place) -> None:
            super().__init__()
            self.place = place

    class Scrolled(Message):
        """The wheel was turned over the chart."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    def on_click(self, event: events.Click) -> None:
        """Tell what was clicked."""
        event.stop()
        if isinstance(self._view, ChartView) and event.chain <= 2:
            place = place_at(self._view, *self.size, self.paint, event.x, event.y)
            if place is not None:
                self.post_message(self.Clicked(place))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Tell that the wheel was turned."""
        event.stop()
        self.post_message(self.Scrolled(1))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Tell that the wheel was turned."""
        event.stop()
        self.post_message(self.Scrolled(-1))

    def show(self, view: ChartView | MirrorView) -> None:
        """Show a chart."""
        self._view = view
        self.redraw()

    @property
    def untold(self) -> list[str]:
        """What the chart is too small to say itself."""
        view = self._view
        if view is None or isinstance(view, MirrorView):
            return []
        if isinstance(view.chart, MonthChart) and wide.is_wide(*self.size):
            return []
        if isinstance(view.chart, MonthChart):
            return month.untold(view, view.chart, *self.size, self.paint)
        return year.untold(view, view.chart, *self.size, self.paint)

    def paper(self, *, with_frame: bool) -> list[Line]:
        """Return the chart without a cursor: as large as it is on screen, or as wide as a card and without a frame."""
        view, columns = self._view, CARD_COLUMNS
        if view is None:
            return []
        if isinstance(view, MirrorView):
            return mirror_lines(view, *(self.size if with_frame else (columns, MIRROR_LINES)), self.paint)
        if with_frame:
            paper = replace(view, day=0, details=None, is_printed=True)
            if isinstance(view.chart, MonthChart):
                return month.month_lines(paper, view.chart, *self.size, self.paint)
            return year.year_lines(paper, view.chart, *self.size, self.paint)
        rules, told, is_new = view.rules, view.with_numbers, bool(view.empty)
        if isinstance(view.chart, MonthChart):
            return month.printed_month(view.chart, rules, columns, self.paint, with_numbers=told, is_new=is_new)
        return year.printed_year(view.chart, view.series, rules, columns, self.paint, with_numbers=told, is_new=is_new)

    def lines(self, width: int, height: int) -> list[Line]:
        """Return the chart."""
        view = self._view
        if view is None:
            return []
        if isinstance(view, MirrorView):
            return mirror_lines(view, width, height, self.paint)
        if isinstance(view.chart, MonthChart) and wide.is_wide(width, height):
            return wide.wide_lines(view, view.chart, width, height, self.paint)
        if isinstance(view.chart, MonthChart):
            return month.month_lines(view, view.chart, width, height, self.paint)
        return year.year_lines(view, view.chart, width, height, self.paint)
