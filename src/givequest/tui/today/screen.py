"""Page 1: the board of a day."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType

from givequest.application.board import board_of
from givequest.application.calendar import month_of
from givequest.application.days.day_walk import next_day, planned_until, previous_day
from givequest.commands.registry import TODAY
from givequest.presentation import messages
from givequest.presentation.today.notice import has_above
from givequest.presentation.today.page import SIDEBAR, sidebar_width
from givequest.tui.page import bindings_of
from givequest.tui.today.board_panel import BoardPanel
from givequest.tui.today.changes import DayChanges
from givequest.tui.today.look_back_panel import LookBackPanel
from givequest.tui.today.question_line import QuestionLine
from givequest.tui.today.sidebar import Sidebar
from givequest.tui.widgets.header_line import HeaderLine
from givequest.tui.widgets.notice_line import NoticeLine

KEY_STRIP = 1
"""Lines below the notice."""


class TodayPage(DayChanges):
    """Quests, month and streaks of the day that the date cursor is on."""

    PAGE = TODAY
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(TODAY)

    def __init__(self) -> None:
        super().__init__()
        self._day: date | None = None
        """The day that was gone to; none: today, whatever day that is."""

    def compose_middle(self) -> ComposeResult:
        """Yield the board, beside it month and streaks, and what the day looks back on, where there is room."""
        yield BoardPanel()
        yield Sidebar()
        yield LookBackPanel()
        yield QuestionLine(self.givequest.seen_question)

    def on_resize(self, event: events.Resize) -> None:
        """Give the board all of a narrow screen."""
        aside = self.query_one(Sidebar)
        width = sidebar_width(event.size.width)
        aside.styles.display = "block" if width else "none"
        aside.styles.width = width or SIDEBAR
        self.query_one(LookBackPanel).make_room(event.size.width)
        self.query_one(HeaderLine).make_room(for_words=has_above(event.size.height))
        if self._board is not None:
            self._notices.stand(self._board)
        self._ask()

    def on_notice_line_height_changed(self, message: NoticeLine.HeightChanged) -> None:
        """Leave the question its place above a notice of several lines."""
        self.query_one(QuestionLine).make_room(KEY_STRIP + message.height)

    def note_frame(self) -> None:
        """Take note that what was rendered is on the terminal."""
        self.query_one(QuestionLine).note_frame()

    def on_mount(self) -> None:
        """Show the board with the first frame, and see after it whether there is an achievement to tell."""
        self.refresh_page()
        self._notices.begin()

    @property
    def day(self) -> date:
        """The day that is shown."""
        return self._day or self.game.today()

    def go_to(self, day: date) -> None:
        """Show another day, without what was said about this one."""
        today, before = self.game.today(), self.day
        self._day = None if day == today else day
        if self.day != before:
            self.forget_notice()
        self.refresh_page()

    def refresh_page(self) -> None:
        """Show what is true now."""
        board = self._board = board_of(self.game, self.day)
        self.show_header(board)
        self.query_one(BoardPanel).show(board)
        self.query_one(Sidebar).show(board, month_of(self.game, board.day), self.givequest.settings)
        self.query_one(LookBackPanel).show(board)
        self._ask()
        self._notices.refresh(board)

    def _ask(self) -> None:
        self.query_one(QuestionLine).ask(self._board.question if self._board else None)

    def turn_over(self) -> bool:
        """Go to the new day if one has begun since the board was drawn; return whether that was so."""
        board = self._board
        if board is None or board.today == self.game.today():
            return False
        self.go_to(self.game.today())
        self._notices.look_for_achievements()
        self.say(messages.NEW_DAY)
        return True

    def action_cursor_up(self) -> None:
        """Move the cursor up."""
        self._name_rest.forget()
        self.query_one(BoardPanel).move(-1)

    def action_cursor_down(self) -> None:
        """Move the cursor down."""
        self._name_rest.forget()
        self.query_one(BoardPanel).move(1)

    def on_board_panel_clicked(self, message: BoardPanel.Clicked) -> None:
        """Take note that something else is chosen; or do what was clicked again."""
        self._name_rest.forget()
        if message.again:
            self.log_chosen()

    def on_board_panel_scrolled(self, message: BoardPanel.Scrolled) -> None:
        """Move the cursor as the wheel turns."""
        self._name_rest.forget()
        self.query_one(BoardPanel).move(message.step)

    def on_sidebar_day_clicked(self, message: Sidebar.DayClicked) -> None:
        """Show the day that was clicked."""
        if message.day <= planned_until(self.game):
            self.go_to(message.day)

    def on_look_back_panel_day_clicked(self, message: LookBackPanel.DayClicked) -> None:
        """Show the earlier day that was clicked."""
        self.go_to(message.day)

    def on_sidebar_scrolled(self, message: Sidebar.Scrolled) -> None:
        """Go a day back or on, as the wheel turns over the month."""
        self.action_day_next() if message.step > 0 else self.action_day_previous()

    def action_day_previous(self) -> None:
        """Show the day before."""
        self.go_to(previous_day(self.game, self.day))

    def action_day_next(self) -> None:
        """Show the day after."""
        self.go_to(next_day(self.game, self.day))

    def action_day_go(self) -> None:
        """Ask for a day, and show it."""
        from givequest.tui.today.day_dialog import DayDialog

        def chosen(day: date | None) -> None:
            if day is not None:
                self.go_to(day)

        self.app.push_screen(DayDialog(self.day), chosen)

    def action_day_catch_up(self) -> None:
        """Let what was given on the days before today be ticked."""
        from givequest.tui.today.catch_up import CatchUpScreen

        if self.turn_over():
            return

        def left(said: str | None) -> None:
            if said:
                self._notices.acknowledge(said)  # whatever level is reached by it

        self.app.push_screen(CatchUpScreen(), left)

    def action_day_today(self) -> None:
        """Show today."""
        self.go_to(self.game.today())
