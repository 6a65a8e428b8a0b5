"""Going to a day: in words, or from a calendar in which each day has its number."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, Static

from givequest.application.calendar import Month, month_of
from givequest.application.days.day_walk import planned_until
from givequest.domain.days import days_in_month, format_day, format_month, next_month
from givequest.domain.journal.date_words import parse_jump
from givequest.domain.records import FIRST_YEAR
from givequest.errors import GivequestError
from givequest.presentation.lines import Line
from givequest.presentation.today.month import CELL, day_at, marks_told, month_lines
from givequest.tui.dialog import Dialog
from givequest.tui.widgets.canvas import Canvas
from givequest.tui.widgets.one_line import OneLine

EXAMPLES = "last friday, 12 May, 3 weeks ago"
KEYS = "enter go   \u2191\u2193 week   pgup pgdn month   esc cancel"
WEEK = 7
TITLE = 1
"""Lines above the names of the weekdays."""
LAST = 8
"""The line below those of the longest month, which says what its signs mean."""


class Calendar(Canvas):
    """The month of the day that is meant."""

    ground = "surface"

    class DayClicked(Message):
        """A day was clicked."""

        def __init__(self, day: date) -> None:
            super().__init__()
            self.day = day

    def __init__(self) -> None:
        super().__init__(id="calendar")
        self._month: Month | None = None

    def show(self, month: Month) -> None:
        """Show a month, and a day in it."""
        self._month = month
        self.redraw()

    def lines(self, width: int, height: int) -> list[Line]:
        """Return the name of the month, and its weeks."""
        month = self._month
        if month is None:
            return []
        paint = self.paint
        weeks = month_lines(month, self.givequest.settings.first_weekday, paint, is_numbered=True)
        lines: list[Line] = [[(format_month(month.first, month.today), paint.style(bold=True))], *weeks]
        lines += [[]] * (LAST - len(lines)) + [marks_told(month, paint, width)]
        return [
            [(text, ink._replace(on="surface") if ink.on == "background" else ink) for text, ink in line]
            for line in lines
        ]

    def on_click(self, event: events.Click) -> None:
        """Tell which day was clicked, if one was."""
        event.stop()
        if self._month is None or event.x >= 7 * CELL:
            return
        number = day_at(self._month, self.givequest.settings.first_weekday, event.y - TITLE, event.x)
        if number is not None:
            self.post_message(self.DayClicked(self._month.first.replace(day=number)))


class DayDialog(Dialog[date | None]):
    """Asks for a day; gives it back, or None when it was left."""

    CSS_PATH = "day_dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-7)", show=False, priority=True),
        Binding("down", "step(7)", show=False, priority=True),
        Binding("pageup", "turn(-1)", show=False, priority=True),
        Binding("pagedown", "turn(1)", show=False, priority=True),
    ]

    def __init__(self, day: date) -> None:
        super().__init__()
        self._day = day
        """The day that is meant."""
        self._is_understood = True
        """Whether what is typed names a day."""

    def compose(self) -> ComposeResult:
        """Yield the field and the calendar."""
        with Vertical(id="dialog"):
            yield Static(Text("Go to a day"), id="heading")
            yield OneLine(placeholder=EXAMPLES, id="day")
            yield Calendar()
            yield Static(Text(KEYS), id="hint")

    def on_mount(self) -> None:
        """Show the day that one comes from."""
        self._show()

    def _show(self) -> None:
        self.query_one(Calendar).show(month_of(self.givequest.game, self._day))

    def _hint(self, words: str) -> None:
        self.query_one("#hint", Static).update(Text(words))

    def _mean(self, day: date) -> None:
        """Take a day to be meant, within what can be gone to."""
        self._day = max(min(day, planned_until(self.givequest.game)), date(FIRST_YEAR, 1, 1))
        self._is_understood = True
        self._hint(f"enter goes to {format_day(self._day, self.givequest.game.today())}   esc cancel")
        self._show()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        if not event.value.strip():
            self._is_understood = True
            self._hint(KEYS)
            return
        try:
            self._mean(parse_jump(event.value, self.givequest.game.today()).day)
        except GivequestError:
            self._is_understood = False
            self._hint(f"try {EXAMPLES}   esc cancel")

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        if self._is_understood:
            self.dismiss(self._day)
            return
        try:
            parse_jump(event.value, self.givequest.game.today())
        except GivequestError as error:
            self._hint(str(error))

    @on(Calendar.DayClicked)
    def _clicked(self, message: Calendar.DayClicked) -> None:
        if message.day <= planned_until(self.givequest.game):
            self.dismiss(message.day)

    def on_key(self, event: events.Key) -> None:
        """Go a day back or on with the arrow keys, while there is nothing typed that they could move in."""
        step = {"left": -1, "right": 1}.get(event.key)
        if step is not None and not self.query_one("#day", Input).value:
            event.stop()
            event.prevent_default()
            self.action_step(step)

    def action_step(self, days: int) -> None:
        """Go some days back or on."""
        self._mean(date.fromordinal(max(self._day.toordinal() + days, 1)))

    def action_turn(self, months: int) -> None:
        """Go to the same day of another month."""
        first = next_month(self._day.replace(day=1), months)
        self._mean(first.replace(day=min(self._day.day, days_in_month(first))))
