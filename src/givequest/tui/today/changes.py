"""What can be changed on the page of a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from givequest.application import deeds
from givequest.application.board import Board, board_of
from givequest.application.mornings import story_after
from givequest.commands.registry import DESK
from givequest.domain.kinds import QUIET
from givequest.domain.records import Record
from givequest.errors import GivequestError
from givequest.presentation import messages
from givequest.tui.page import Page
from givequest.tui.today.board_panel import BoardPanel
from givequest.tui.today.bouncing import KeyBounce
from givequest.tui.today.name_rest import NameRest
from givequest.tui.today.notices import TodayNotices
from givequest.tui.today.question_line import QuestionLine

if TYPE_CHECKING:
    from givequest.domain.records.day_record import DeedFields

NOT_YET = "That day isn't here yet. You can plan a day off, and nothing else."


class DayChanges(Page):
    """The acts of the page: deeds, days off, slips, other cards, answers."""

    def __init__(self) -> None:
        super().__init__()
        self._board: Board | None = None
        """What is shown."""
        self._notices = TodayNotices(self)
        self._name_rest = NameRest()
        self._bounce = KeyBounce()

    @property
    def day(self) -> date:
        """The day that is shown."""
        raise NotImplementedError

    def _change(self, act: Callable[[], str]) -> bool:
        """Make a change on the day that is shown, unless that day has just ended, and say what it was.

        Return whether it was made.
        """
        if self.turn_over():
            return False
        try:
            said = act()
        except GivequestError as error:
            self.refresh_page()
            self.refuse(error)
            return False
        self._notices.tell(said)
        return True

    def action_quest_done(self) -> None:
        """Log a deed for the chosen quest, unless the key only bounces."""
        row = self.query_one(BoardPanel).chosen
        if row is None or not self._bounce.note(self.day, row.quest, self.givequest.typed_at):
            self.log_chosen()

    def log_chosen(self) -> None:
        """Log a deed for the chosen quest; the cursor stays, or goes on to what's open still, as the settings say."""
        board = self.query_one(BoardPanel)
        row = board.chosen
        if row is None:
            self.say(NOT_YET)
            return
        quest, day = row.quest, self.day
        if quest.kind.id == QUIET and (quest.deeds or (self._board is not None and self._board.slip)):
            self.say(messages.QUIET_NOTED if quest.kept else self.givequest.with_keys(messages.SLIP_STANDS))
            return
        card = quest.card.id if quest.card else None

        def act() -> str:
            who = quest.person or None
            fields: DeedFields = {"person": who, "effort": quest.effort, "card": card, "other": quest.other}
            deed = deeds.log_deed(self.game, quest.kind.id, day, **fields)
            story = story_after(self.game, deed)
            return messages.given(deed, quest.kind, len(quest.deeds), card=quest.card, story=story)

        if self._change(act) and self.givequest.settings.advance and (kind := board.go_on()) is not None:
            self._bounce.follow(kind)

    def action_quest_log(self) -> None:
        """Open the dialog for a deed of the chosen quest."""
        row = self.query_one(BoardPanel).chosen
        if row is None:
            self.say(NOT_YET)
            return
        quest = row.quest
        card = quest.card.id if quest.card else None
        who = quest.person or None
        self._open_dialog(quest.kind.id, effort=quest.effort, card=card, who=who, other=quest.other)

    async def action_quest_write(self) -> None:
        """Write the message of the chosen quest, at the desk."""
        row = self.query_one(BoardPanel).chosen
        if row is None:
            self.say(NOT_YET)
            return
        from givequest.tui.desk.screen import DeskPage

        quest = row.quest
        app = self.givequest
        await app.go_to_page(DESK)
        if isinstance(app.screen, DeskPage):
            app.screen.begin(quest.kind.id, quest.person or "", quest.card.id if quest.card else None, quest.effort)

    def action_deed_new(self) -> None:
        """Open the dialog for a deed of any kind; the one that the cursor is on comes first."""
        row = self.query_one(BoardPanel).chosen
        self._open_dialog(None, preset=row.quest.kind.id if row is not None else None)

    def action_deed_edit(self) -> None:
        """Open the dialog on the chosen deed."""
        deed = self.query_one(BoardPanel).chosen_record
        if deed is None:
            self.say("Nothing to edit yet: log a deed first.")
        else:
            self._open_dialog(deed.kind, deed=deed, effort=deed.effort)

    def action_deed_delete(self) -> None:
        """Take the chosen deed away."""
        deed = self.query_one(BoardPanel).chosen_record
        if deed is None:
            self.say("Nothing to delete here.")
            return

        def act() -> str:
            deeds.delete_record(self.game, deed)
            back = self.givequest.with_keys("{change.undo} brings it back.")
            return f"{deeds.describe(self.game, deed)}: deleted. {back}"

        self._change(act)

    def open_log(self, kind: str, who: str) -> None:
        """Open the log of a deed for somebody."""
        self._open_dialog(kind, who=who)

    def _open_dialog(
        self,
        kind: str | None,
        *,
        effort: int = 1,
        card: str | None = None,
        deed: Record | None = None,
        who: str | None = None,
        other: str | None = None,
        preset: str | None = None,
    ) -> None:
        if self.turn_over():
            return
        if self.day > self.game.today():
            self.say(NOT_YET)
            return
        from givequest.tui.today.log_dialog import LogDialog

        def saved(said: str | None) -> None:
            if said:
                self._notices.tell(said)
            else:
                self.refresh_page()

        dialog = LogDialog(self.day, kind, effort=effort, card=card, deed=deed, who=who, other=other, preset=preset)
        self.app.push_screen(dialog, saved)

    def action_quest_unname(self) -> None:
        """Let the name on the chosen card rest: today, and pressed again a month, and again for good."""
        row = self.query_one(BoardPanel).chosen
        if row is None or self.turn_over():
            return
        quest = row.quest
        try:
            said = self._name_rest.go_on(self.game, quest.kind.id, quest.person)
        except GivequestError as error:
            self.refresh_page()
            self.refuse(error)
            return
        self.refresh_page()
        self.say(self.givequest.with_keys(said))

    def action_quest_redraw(self) -> None:
        """Exchange the chosen quest's card."""
        row = self.query_one(BoardPanel).chosen
        if row is None or row.quest.card is None:
            return
        kind, day, card = row.quest.kind, self.day, row.quest.card.id
        was_noticed = row.quest.spot is not None

        def act() -> str:
            deeds.redraw(self.game, kind.id, day, card)
            return f"{kind.name}: not today." if was_noticed else f"{kind.name}: swapped for another card."

        self._change(act)

    def action_day_rest(self) -> None:
        """Make the day a day off, or take that back."""
        day, resting = self.day, self._board is not None and self._board.rest

        def act() -> str:
            deeds.rest(self.game, day, day, remove=resting)
            return "Back to an ordinary day." if resting else messages.DAY_OFF

        self._change(act)

    def action_day_slip(self) -> None:
        """Note that the quiet vow was not kept, or take that note back."""
        day = self.day

        def act() -> str:
            return messages.SLIPPED if deeds.log_slip(self.game, day) else deeds.take_slip_back(self.game, day)

        self._change(act)

    def action_answer_yes(self) -> None:
        """Answer that yesterday's vow was kept."""
        self._answer(kept=True)

    def action_answer_no(self) -> None:
        """Answer that yesterday's vow was not kept."""
        self._answer(kept=False)

    def _answer(self, *, kept: bool) -> None:
        """Take an answer down, if the question was on the terminal when it was typed."""
        asked = self.query_one(QuestionLine).asked_at(self.givequest.typed_at)
        if asked is None or self.turn_over():
            return
        try:
            self.game.years.refresh()
            if board_of(self.game).question == asked:
                deed = deeds.answer_for_yesterday(self.game, asked, kept=kept)
                said = f"{messages.answered(asked, kept=kept)} {story_after(self.game, deed) if deed else ''}".rstrip()
            else:
                said = messages.ANSWERED
        except GivequestError as error:
            self.refresh_page()
            self.refuse(error)
            return
        self._notices.acknowledge(said)
