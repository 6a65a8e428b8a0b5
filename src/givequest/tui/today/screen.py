"""Page 1: the board of a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType

from givequest.application import deeds
from givequest.application.board import Board, board_of
from givequest.application.calendar import month_of
from givequest.commands.registry import TODAY
from givequest.domain.kinds import QUIET
from givequest.domain.records import Record
from givequest.errors import GivequestError
from givequest.presentation import messages
from givequest.presentation.today.page import SIDEBAR, sidebar_width
from givequest.tui.page import Page, bindings_of
from givequest.tui.today.board_panel import BoardPanel
from givequest.tui.today.notices import TodayNotices
from givequest.tui.today.sidebar import Sidebar


class TodayPage(Page):
    """Quests, month and streaks of the day that the date cursor is on."""

    PAGE = TODAY
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(TODAY)

    def __init__(self) -> None:
        super().__init__()
        self._day: date | None = None
        """The day that was gone to; none: today, whatever day that is."""
        self._board: Board | None = None
        self._notices = TodayNotices(self)

    def compose_middle(self) -> ComposeResult:
        """Yield the board, with month and streaks beside it where there is room."""
        yield BoardPanel()
        yield Sidebar()

    def on_resize(self, event: events.Resize) -> None:
        """Give the board all of a narrow screen."""
        aside = self.query_one(Sidebar)
        width = sidebar_width(event.size.width)
        aside.styles.display = "block" if width else "none"
        aside.styles.width = width or SIDEBAR

    def on_mount(self) -> None:
        """Show the board with the first frame, and see after it whether there is an achievement to tell."""
        self.refresh_page()
        self._notices.begin()

    @property
    def day(self) -> date:
        """The day that is shown."""
        return self._day or self.game.today()

    def go_to(self, day: date) -> None:
        """Show another day."""
        today = self.game.today()
        self._day = None if day == today else min(day, today + timedelta(days=deeds.LONGEST_REST))
        self.refresh_page()

    def refresh_page(self) -> None:
        """Show what is true now."""
        board = self._board = board_of(self.game, self.day)
        self.show_header(board)
        self.query_one(BoardPanel).show(board)
        self.query_one(Sidebar).show(month_of(self.game, board.day), board.streaks, self.givequest.settings)
        self._notices.refresh(board)

    def turn_over(self) -> bool:
        """Go to the new day if one has begun since the board was drawn; return whether that was so."""
        board = self._board
        if board is None or board.today == self.game.today():
            return False
        self._day = None
        self.refresh_page()
        self._notices.look_for_achievements()
        self.say(messages.NEW_DAY)
        return True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let answers through only while something is asked."""
        if action in ("answer_yes", "answer_no"):
            return self._board is not None and self._board.question is not None
        return True

    def _change(self, act: Callable[[], str]) -> None:
        """Make a change on the day that is shown, unless that day has just ended, and say what it was."""
        if self.turn_over():
            return
        try:
            said = act()
        except GivequestError as error:
            self.refresh_page()
            self.refuse(error)
            return
        self._notices.tell(said)

    def action_quest_done(self) -> None:
        """Log a deed for the chosen quest."""
        row = self.query_one(BoardPanel).chosen
        if row is None:
            return
        quest, day = row.quest, self.day
        if quest.kind.id == QUIET and (quest.deeds or (self._board is not None and self._board.slip)):
            self.say(messages.QUIET_NOTED if quest.kept else self.givequest.with_keys(messages.SLIP_STANDS))
            return
        card = quest.card.id if quest.card else None

        def act() -> str:
            deed = deeds.log_deed(self.game, quest.kind.id, day, effort=quest.effort, card=card)
            return messages.given(deed, quest.kind, len(quest.deeds))

        self._change(act)

    def action_quest_log(self) -> None:
        """Open the dialog for a deed of the chosen quest."""
        row = self.query_one(BoardPanel).chosen
        if row is not None:
            quest = row.quest
            self._open_dialog(quest.kind.id, effort=quest.effort, card=quest.card.id if quest.card else None)

    def action_deed_new(self) -> None:
        """Open the dialog for a deed of any kind."""
        self._open_dialog(None)

    def action_deed_edit(self) -> None:
        """Open the dialog on the chosen deed."""
        deed = self._chosen_deed()
        if deed is None:
            self.say("There is no deed here yet to edit.")
        else:
            self._open_dialog(deed.kind, deed=deed, effort=deed.effort)

    def action_deed_delete(self) -> None:
        """Take the chosen deed away."""
        deed = self._chosen_deed()
        if deed is None:
            self.say("There is no deed here to take away.")
            return

        def act() -> str:
            deeds.delete_record(self.game, deed)
            back = self.givequest.with_keys("{change.undo} brings it back.")
            return f"{deeds.describe(self.game, deed)}: taken away. {back}"

        self._change(act)

    def _chosen_deed(self) -> Record | None:
        row = self.query_one(BoardPanel).chosen
        if row is None:
            return None
        return row.deed or (row.quest.deeds[-1] if row.quest.deeds else None)

    def _open_dialog(
        self, kind: str | None, *, effort: int = 1, card: str | None = None, deed: Record | None = None
    ) -> None:
        if self.turn_over():
            return
        if self.day > self.game.today():
            self.say("This day has not come yet.")
            return
        from givequest.tui.today.log_dialog import LogDialog

        def saved(said: str | None) -> None:
            if said:
                self._notices.tell(said)
            else:
                self.refresh_page()

        self.app.push_screen(LogDialog(self.day, kind, effort=effort, card=card, deed=deed), saved)

    def action_quest_redraw(self) -> None:
        """Exchange the chosen quest's card."""
        row = self.query_one(BoardPanel).chosen
        if row is None or row.quest.card is None:
            return
        kind, day = row.quest.kind, self.day

        def act() -> str:
            deeds.redraw(self.game, kind.id, day)
            return f"{kind.name}: another card."

        self._change(act)

    def action_day_rest(self) -> None:
        """Make the day a day off, or take that back."""
        day, resting = self.day, self._board is not None and self._board.rest

        def act() -> str:
            deeds.rest(self.game, day, day, remove=resting)
            return "A day like any other again." if resting else "A day off: nothing is due."

        self._change(act)

    def action_day_slip(self) -> None:
        """Note that the quiet vow was not kept, or take that note back."""
        day = self.day

        def act() -> str:
            return messages.SLIPPED if deeds.log_slip(self.game, day) else deeds.take_slip_back(self.game, day)

        self._change(act)

    def action_answer_yes(self) -> None:
        """Yesterday's vow was kept."""
        self._answer(kept=True)

    def action_answer_no(self) -> None:
        """Yesterday's vow was not kept."""
        self._answer(kept=False)

    def _answer(self, *, kept: bool) -> None:
        asked = self._board.question if self._board else None
        if asked is None:
            return

        def act() -> str:
            deeds.answer_for_yesterday(self.game, asked, kept=kept)
            return messages.answered(asked, kept=kept)

        self._change(act)

    def action_cursor_up(self) -> None:
        """Move the cursor up."""
        self.query_one(BoardPanel).move(-1)

    def action_cursor_down(self) -> None:
        """Move the cursor down."""
        self.query_one(BoardPanel).move(1)

    def action_day_previous(self) -> None:
        """Show the day before."""
        self.go_to(self.day - timedelta(days=1))

    def action_day_next(self) -> None:
        """Show the day after."""
        self.go_to(self.day + timedelta(days=1))

    def action_day_today(self) -> None:
        """Show today."""
        self.go_to(self.game.today())
