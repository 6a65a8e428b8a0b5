"""What the Today page says below its board: greetings, achievements, and what a deed gave."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from givequest.application.board import Board
from givequest.application.mornings import quiet_days
from givequest.errors import GivequestError
from givequest.presentation import messages
from givequest.presentation.lines import cells_of
from givequest.presentation.today.notice import Standing, has_begun, standing_words
from givequest.tui.today.board_panel import BoardPanel
from givequest.tui.widgets.header_line import HeaderLine
from givequest.tui.widgets.notice_line import MARGIN, NoticeLine

if TYPE_CHECKING:
    from givequest.application.achievements import EarnedAchievement
    from givequest.application.mornings import Recollection
    from givequest.tui.page import Page

SOON = 0.12
"""Seconds until achievements are looked for: before that the first frame is on its way to the terminal."""
PATIENCE = 0.3
"""Seconds between looking for achievements in one past year and in the next."""


class TodayNotices:
    """The words of one Today page."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._board: Board | None = None
        self._earned: Sequence[EarnedAchievement] = ()
        """What was earned lately, told until the first deed of the day."""
        self._recalled = ""
        """What came to mind of days gone by, told until the first deed of the day."""
        self._standing = Standing()
        """What stands on the page."""
        self._full_day: date | None = None
        """The day of which it was said that it can earn no more."""

    def refresh(self, board: Board) -> None:
        """Show what stands on a board that was changed elsewhere, and tell of a level that was reached there."""
        before = self._board
        self.stand(board)
        if before is not None and board.level > before.level:
            numbers, line_of = self._page.givequest.settings.numbers, self._page.game.titles.line_of
            risen = messages.new_level(before, board, with_numbers=numbers, line_of=line_of)
            if risen.words:
                self._page.query_one(NoticeLine).celebrate(risen.words, risen.feast)

    def stand(self, board: Board) -> None:
        """Show what is said of a board for as long as it is so."""
        self._board = board
        page = self._page
        with_keys, hemisphere = page.givequest.with_keys, page.game.settings.hemisphere
        height = page.app.size.height
        words = standing_words(
            board,
            hemisphere,
            with_keys,
            height,
            earned=self._achievement_line,
            recalled=self._recalled,
            with_numbers=page.givequest.settings.numbers,
        )
        self._standing = words
        page.query_one(HeaderLine).stand(words.above)
        page.query_one(NoticeLine).stand(words.below)
        page.query_one(BoardPanel).stand(words.foot)

    @property
    def _achievement_line(self) -> str:
        """What was earned lately, in words that fit; nothing when nothing was."""
        room = self._page.app.size.width - MARGIN
        return messages.achievements_line(self._earned, room, self._page.givequest.with_keys)

    def begin(self) -> None:
        """Look for achievements when the first frame is out."""
        self._page.set_timer(SOON, self.look_for_achievements)

    def look_for_achievements(self) -> None:
        """Find out what was earned lately, a past year at a time, so that no key has to wait for it."""
        from givequest.application.achievements import Achievements
        from givequest.application.mornings import Recollection

        page = self._page
        achievements = page.game.derived(Achievements)
        try:
            if not achievements.is_prepared:
                if page.givequest.background.is_quiet:
                    achievements.prepare()
                page.set_timer(PATIENCE, self.look_for_achievements)
                return
            self._earned = achievements.to_tell(page.game.today())
        except GivequestError:
            return  # what cannot be read is told elsewhere
        if self._achievement_line and self._board is not None:
            self.stand(self._board)
            notice = page.query_one(NoticeLine)
            if notice.standing != self._achievement_line and not has_begun(self._board):
                notice.say(self._achievement_line)  # what stands there can wait for as long as that is read
        self._recalled = ""
        if self._board is not None and not has_begun(self._board) and not self._achievement_line:
            self._recall(Recollection(page.game, page.game.today()))

    def _recall(self, recollection: Recollection) -> None:
        """Look through one more past year for what comes to mind today, and show it once all were."""
        page, board = self._page, self._board
        try:
            if page.givequest.background.is_quiet and not recollection.read_on():
                room = page.app.size.width - MARGIN
                self._recalled = recollection.words(room) or self._forest_news(room)
                if self._recalled and board is not None:
                    self.stand(board)
                return
        except GivequestError:
            return  # what cannot be read is told elsewhere
        page.set_timer(PATIENCE, lambda: self._recall(recollection))

    def _forest_news(self, room: int) -> str:
        """Return what is new in the forest this morning, in so many characters at the most."""
        from givequest.application.forest import Forest
        from givequest.application.mornings import may_be_named
        from givequest.presentation.forest.description import tell_news

        game = self._page.game
        forest, today = game.derived(Forest), game.today()
        return tell_news(forest.news(today), forest.moment(today), game.kinds, room, may_be_named(game))

    def tell(self, said: str) -> None:
        """Show what is true after a change, say what it was, and let a deed be felt."""
        before = self._board
        self._board = None  # what is reached by this change is told here
        self._page.refresh_page()
        after = self._board
        notice = self._page.query_one(NoticeLine)
        if before is None or after is None:
            notice.say(said)
            return
        app = self._page.givequest
        special = messages.occasion(
            before, after, with_numbers=app.settings.numbers, line_of=self._page.game.titles.line_of
        )
        if special.words == messages.ENOUGH:
            special = messages.NOTHING_SPECIAL if self._full_day == after.day else special
            self._full_day = after.day
        if messages.new_kind(before, after) is not None or special.feast:
            words = app.with_keys(special.words)
            if words in (self._standing.above, self._standing.foot):
                words = ""  # it has just been lit there
            whole = f"{said} {words}".rstrip()
            if cells_of(whole) <= notice.size.width - MARGIN or not words:
                notice.celebrate(whole, special.feast)
            elif self._tells_the_story(said):  # each sentence of it is told once
                notice.say(whole, whole=True)
            else:
                notice.celebrate(words, special.feast)
        else:
            notice.say(said)

    def acknowledge(self, said: str) -> None:
        """Show what is true after an answer and say that it was heard, whatever else there is to say."""
        before, self._board = self._board, None
        self._page.refresh_page()
        after, app = self._board, self._page.givequest
        special = messages.NOTHING_SPECIAL
        if before is not None and after is not None:
            special = messages.occasion(
                before, after, with_numbers=app.settings.numbers, line_of=self._page.game.titles.line_of
            )
        notice, whole = self._page.query_one(NoticeLine), f"{said} {app.with_keys(special.words)}".rstrip()
        if special.feast and cells_of(whole) <= notice.size.width - MARGIN:
            notice.celebrate(whole, special.feast)
        else:
            notice.say(whole, whole=True)

    def _tells_the_story(self, said: str) -> bool:
        """Return whether a sentence is the one that the latest quiet day has told."""
        game = self._page.game
        return bool(said) and said == game.stories.sentence(quiet_days(game))
