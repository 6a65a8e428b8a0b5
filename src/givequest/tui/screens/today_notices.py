"""What the Today page says below its board: greetings, surprises, and what a deed gave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from givequest.application.board import Board
from givequest.domain.months import new_leaf
from givequest.errors import GivequestError
from givequest.tui import words
from givequest.tui.widgets.notice_line import NoticeLine

if TYPE_CHECKING:
    from givequest.application.surprises import Surprises
    from givequest.tui.screens.today import TodayPage

MARGIN = 3
"""Columns of a notice that are not for its words."""
SOON = 0.12
"""Seconds until surprises are looked for: before that the first frame is on its way to the terminal."""
PATIENCE = 0.3
"""Seconds between looking for surprises in one past year and in the next."""


class TodayNotices:
    """The words of one Today page."""

    def __init__(self, page: TodayPage) -> None:
        self._page = page
        self._board: Board | None = None
        self._surprises: Surprises | None = None
        self._surprise = ""
        """What there is to tell until the first deed of the day."""

    def stand(self, board: Board) -> None:
        """Show what is asked or said of a board for as long as it is so."""
        self._board = board
        notice = self._page.query_one(NoticeLine)
        has_begun = board.day != board.today or any(quest.deeds for quest in board.quests)
        if board.question is not None:
            notice.stand(words.QUESTION, "y / n")
        elif board.is_new:
            notice.stand(words.WELCOME)
        elif self._surprise and not has_begun:
            notice.stand(self._surprise)
        elif (leaf := new_leaf(board.today, self._page.game.settings.hemisphere)) and not has_begun | board.comes_back:
            notice.stand(leaf)
        else:
            notice.stand(words.greeting(board))

    def begin(self) -> None:
        """Look for surprises when the first frame is out."""
        self._page.set_timer(SOON, self.look_for_surprises)

    def look_for_surprises(self) -> None:
        """Find out what was earned lately, a past year at a time, so that no key has to wait for it."""
        from givequest.application.surprises import Surprises

        page = self._page
        if self._surprises is None:
            self._surprises = Surprises(page.game, page.givequest.home.paths.cache)
        try:
            self._surprises.refresh()
            if not self._surprises.is_prepared:
                if page.givequest.chores.is_quiet:
                    self._surprises.prepare()
                page.set_timer(PATIENCE, self.look_for_surprises)
                return
            self._surprise = words.surprise(self._surprises.to_tell(page.game.today()))
        except GivequestError:
            return  # what cannot be read is told elsewhere
        if self._surprise:
            page.refresh_page()

    def tell(self, said: str) -> None:
        """Show what is true after a change, say what it was, and let a deed be felt."""
        before = self._board
        self._page.refresh_page()
        after = self._board
        notice = self._page.query_one(NoticeLine)
        if before is None or after is None or words.new_kind(before, after) is None:
            notice.say(said)
            return
        special = words.occasion(before, after, with_numbers=self._page.givequest.settings.numbers)
        whole = f"{said} {special}".rstrip()
        fits = cell_len(whole) <= notice.size.width - MARGIN
        notice.celebrate(whole if fits or not special else special, is_special=bool(special))
