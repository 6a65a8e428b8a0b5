"""What every page has: a header, its own middle, a notice line and the key strip."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from givequest.application.board import Board
from givequest.application.game.game import Game
from givequest.commands.registry import EVERYWHERE, Command, commands_of
from givequest.domain.diagnostics import Diagnostic
from givequest.errors import GivequestError
from givequest.presentation.lines import cells_of
from givequest.presentation.messages import first_of
from givequest.tui.textual_internals import BatchedScreen, skip_restyling
from givequest.tui.widgets.header_line import HeaderLine
from givequest.tui.widgets.key_strip import KeyStrip
from givequest.tui.widgets.notice_line import MARGIN, NoticeLine

if TYPE_CHECKING:
    from givequest.tui.context import AppContext


def bindings_of(page: str) -> list[BindingType]:
    """Return Textual's bindings for the commands of a page (those of every page are the app's)."""
    return [binding_of(command) for command in commands_of(page) if command.page != EVERYWHERE]


def binding_of(command: Command) -> Binding:
    """Return the binding of a command; the person's keymap changes its keys by its id."""
    return Binding(",".join(command.keys), command.action, command.title, show=False, id=command.id)


class Page(BatchedScreen):
    """The base of the pages."""

    PAGE: ClassVar[str]

    def __init__(self) -> None:
        super().__init__()
        skip_restyling(self, self.app)

    @property
    def givequest(self) -> AppContext:
        """The app this page belongs to."""
        return cast("AppContext", self.app)

    @property
    def game(self) -> Game:
        """The game that is played."""
        return self.givequest.game

    def compose_middle(self) -> ComposeResult:
        """Yield the widgets between the header and the notice line."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Yield the page."""
        yield HeaderLine(self.PAGE)
        yield from self.compose_middle()
        yield NoticeLine()
        yield KeyStrip(commands_of(self.PAGE))

    def show_header(self, board: Board) -> None:
        """Show the day and the level of a board in the header."""
        self.query_one(HeaderLine).show(board, with_numbers=self.givequest.settings.numbers)

    def say(self, text: str, role: str = "notice", *, whole: bool = False) -> None:
        """Tell the person what has happened: in one line, or (`whole`) in as many as it takes."""
        notice = self.query_one(NoticeLine)
        notice.say(text, role, whole=whole and cells_of(text) > self.size.width - MARGIN)

    def say_where(self, path: str, others: Sequence[str] = (), *, also: str = "") -> None:
        """Tell the person where something was saved, to the last letter, and the names of what lies beside it."""
        home = os.path.expanduser("~")
        shown = "~" + path.removeprefix(home) if path.startswith(home + os.sep) else path
        beside = f" (and {', '.join(others)})" if others else ""
        self.query_one(NoticeLine).say(f"Saved: {shown}{beside}{also and f'. {also}'}", whole=True)

    @property
    def named(self) -> str:
        """Whom something that is noticed now is about, as far as the page can tell; empty: it can't."""
        return ""

    def forget_notice(self) -> None:
        """Take away what was said about a day or a page that is no longer shown."""
        self.query_one(NoticeLine).clear()

    def note_frame(self) -> None:
        """Take note that a frame of this page was written."""

    def refuse(self, error: GivequestError) -> None:
        """Tell the person what could not be done."""
        self.say(str(error), "slip")

    def complain(self, problems: list[Diagnostic]) -> None:
        """Tell the person the first of what could not be used, if there is any."""
        if problems:
            self.say(first_of(problems), "slip")

    def turn_over(self) -> bool:
        """Go to the new day if one has begun since the page was drawn; return whether that was so."""
        return False

    def close_up(self) -> bool:
        """Save what is open, before the app is left; False where it would be lost."""
        return True

    def refresh_page(self) -> None:
        """Show what is true now: after a change, here or elsewhere, or on a new day."""
        raise NotImplementedError


class VisitedPage(Page):
    """A page that shows what is true now whenever it is come to, the first time among them."""

    def __init__(self) -> None:
        super().__init__()
        self._is_shown = False

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Show what is true now."""
        if not self._is_shown:  # a page that is new to the app is told so twice
            self._is_shown = True
            self.refresh_page()

    def on_screen_suspend(self, event: events.ScreenSuspend) -> None:
        """Remember that the page was left."""
        self._is_shown = False
