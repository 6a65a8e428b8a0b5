"""Page 3: looking back, a month of everything, a year of one thing, or a year of one's own posts."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from textual import on

from givequest.application.days.day_walk import first_recorded, planned_until
from givequest.commands.registry import TODAY
from givequest.domain.days import days_in_month, next_month
from givequest.errors import GivequestError
from givequest.tui.charts.layout import ChartLayout
from givequest.tui.charts.mirror import first_posted
from givequest.tui.charts.panel import ChartPanel
from givequest.tui.today.screen import TodayPage


class ChartsPage(ChartLayout):
    """The chart, and what its keys do."""

    def go_to(self, day: date, series: str | None = None) -> None:
        """Put the cursor on a day, and on a series if one is given; turns the page where it must."""
        day = self._within(day)
        self._day = None if day == self.game.today() else day
        self._series = series or self.series
        self._show()

    def _within(self, day: date) -> date:
        """Return the day, or the first or last one that can be gone to."""
        earliest, latest = self.charts.months()
        if self._shows_mirror:
            with suppress(GivequestError):  # told when it is drawn
                earliest = min(earliest, first_posted(self.game))
        return max(earliest, min(day, latest.replace(day=days_in_month(latest))))

    def _move(self, days: int) -> None:
        if self._shows_mirror:
            first = next_month(self.day.replace(day=1), 1 if days > 0 else -1)
            self.go_to(first.replace(day=min(self.day.day, days_in_month(first))))
            return
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
        if self._shows_mirror:
            is_elsewhere = day.year != self.day.year
        else:
            is_elsewhere = self._chart is None or day.toordinal() not in self._chart.days
        if is_elsewhere:
            self.go_to(day)

    def action_chart_previous(self) -> None:
        """Go to the month or year before."""
        self._turn(-1)

    def action_chart_next(self) -> None:
        """Go to the month or year after."""
        self._turn(1)

    def action_chart_span(self) -> None:
        """Switch between month, year, and the year's posts where there are any."""
        if self._shows_mirror or not self._shows_year:
            self._shows_year, self._shows_mirror = not self._shows_year, False
        else:
            self._shows_mirror = True
            if not self._show_mirror():
                self._shows_year = False
        self._show()

    def action_chart_bring(self) -> None:
        """Bring another tracker's history along, or the archive of one's own posts."""
        from givequest.tui.trackers.flow import bring_along

        bring_along(self.app, self._after_bringing)

    def _after_bringing(self, said: str, is_of_posts: bool) -> None:
        if is_of_posts:
            self._shows_year = self._shows_mirror = True
        self.refresh_page()
        if said:
            self.say(self.givequest.with_keys(said))

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
        """Go to the day under the cursor on Today; from a month of posts, to that month."""
        if self._shows_mirror:
            self._shows_year = self._shows_mirror = False
            self._show()
            return
        day = self.day
        self.givequest.go_to_page(TODAY)
        page = self.givequest.page
        if isinstance(page, TodayPage):
            page.go_to(day)

    @on(ChartPanel.Clicked)
    def _clicked(self, message: ChartPanel.Clicked) -> None:
        """Choose what was clicked; a day of the calendar, or one that was chosen already, is opened."""
        day, series, in_calendar = message.place.day, message.place.series, message.place.in_calendar
        chosen = date.fromordinal(day) if day else self.day
        is_again = day and chosen == self.day and series in ("", self.series)
        self.go_to(chosen, series or None)
        if (is_again or in_calendar) and self.day == chosen:
            self.action_chart_open()

    @on(ChartPanel.Scrolled)
    def _scrolled(self, message: ChartPanel.Scrolled) -> None:
        """Move through the rows, in a year through its weeks."""
        self._move(7 * message.step) if self._shows_year else self._choose(message.step)

    def action_chart_save(self) -> None:
        """Ask whether to save the picture or a card, save it for its owner alone, and say where."""
        from givequest.tui.pictures.save_dialog import SaveDialog

        self.app.push_screen(SaveDialog(), self._save)

    def _save(self, what: str | None) -> None:
        if what is None:
            return
        from givequest.presentation.pictures.card import STRIP, chart_card, text_rows
        from givequest.tui.pictures.painted import forest_of
        from givequest.tui.pictures.save_dialog import CARD
        from givequest.tui.pictures.saving import save_rows

        day, series, paint = self.day, "posts" if self._shows_mirror else self.series, self.givequest.paint
        name = f"{day.year:04}-{series}" if self._shows_year else f"{day.year:04}-{day.month:02}"
        panel = self.query_one(ChartPanel)
        try:
            if what == CARD:
                forest = forest_of(self.givequest, self.game.today(), STRIP)
                rows = chart_card(panel.paper(with_frame=False), forest, paint)
                name = f"card-{name}"
            else:
                rows = text_rows(panel.paper(with_frame=True), paint)
            save_rows(self, name, rows, f"givequest {name}", with_png=what == CARD)
        except GivequestError as error:
            self.refuse(error)
