"""What can be gone to from every page: the others, help, themes, settings, the palette, the shell."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual.screen import Screen
from textual.widget import AwaitMount

from givequest.commands.registry import CHARTS, DESK, FOREST, JOURNAL, NOTICEBOARD, PEOPLE, TODAY
from givequest.errors import GivequestError
from givequest.presentation import messages
from givequest.tui.context import AppContext
from givequest.tui.page import Page
from givequest.tui.terminal.driver import TerminalDriver
from givequest.tui.textual_internals import driver_of

if TYPE_CHECKING:
    from textual.command import Provider

    from givequest.domain.desk.drafts import MessageDraft


def _journal_page() -> Screen[Any]:
    from givequest.tui.journal.screen import JournalPage

    return JournalPage()


def _charts_page() -> Screen[Any]:
    from givequest.tui.charts.screen import ChartsPage

    return ChartsPage()


def _forest_page() -> Screen[Any]:
    from givequest.tui.forest.screen import ForestPage

    return ForestPage()


def _people_page() -> Screen[Any]:
    from givequest.tui.people.screen import PeoplePage

    return PeoplePage()


def _desk_page() -> Screen[Any]:
    from givequest.tui.desk.screen import DeskPage

    return DeskPage()


def _noticeboard_page() -> Screen[Any]:
    from givequest.tui.noticeboard.screen import NoticeboardPage

    return NoticeboardPage()


PAGES: dict[str, str | Callable[[], Screen[Any]]] = {
    JOURNAL: _journal_page,
    CHARTS: _charts_page,
    FOREST: _forest_page,
    PEOPLE: _people_page,
    DESK: _desk_page,
    NOTICEBOARD: _noticeboard_page,
}
"""What makes each page beside the board, by its name."""


def _command_provider() -> type[Provider]:
    from givequest.tui.help.command_palette import CommandProvider

    return CommandProvider


def _people_provider() -> type[Provider]:
    from givequest.tui.people.palette import PeopleProvider

    return PeopleProvider


def _words_provider() -> type[Provider]:
    from givequest.tui.help.palette_words import WordsProvider

    return WordsProvider


PROVIDERS: set[type[Provider] | Callable[[], type[Provider]]] = {_command_provider, _people_provider, _words_provider}
"""What makes the sources of the palette; each is imported when it is opened."""


class Navigation(AppContext):
    """The part of the app that opens pages and dialogs; each is imported when it is first opened."""

    _before_noticeboard = TODAY
    """The page from which the noticeboard was gone to."""

    async def action_page_today(self) -> None:
        """Go to the board, and show what is true now: it may have been changed on another page."""
        await self.go_to_page(TODAY)
        if isinstance(self.screen, Page):
            try:
                self.screen.refresh_page()
            except GivequestError as error:
                self.screen.refuse(error)

    async def action_page_journal(self) -> None:
        """Go to the journal."""
        await self.go_to_page(JOURNAL)

    async def action_page_charts(self) -> None:
        """Go to the charts."""
        await self.go_to_page(CHARTS)

    async def action_page_forest(self) -> None:
        """Go to the forest."""
        await self.go_to_page(FOREST)

    async def action_page_people(self) -> None:
        """Go to the people."""
        await self.go_to_page(PEOPLE)

    async def action_page_desk(self) -> None:
        """Go to the desk."""
        await self.go_to_page(DESK)

    async def action_page_noticeboard(self) -> None:
        """Go to the noticeboard."""
        if isinstance(self.screen, Page) and self.screen.PAGE != NOTICEBOARD:
            self._before_noticeboard = self.screen.PAGE
        await self.go_to_page(NOTICEBOARD)

    async def leave_noticeboard(self) -> None:
        """Go back to the page from which the noticeboard was gone to."""
        if self._before_noticeboard == TODAY:
            await self.action_page_today()
        else:
            await self.go_to_page(self._before_noticeboard)

    def action_spot_new(self) -> None:
        """Write down something that was noticed about somebody."""
        self.notice_something()

    def notice_something(self, then: Callable[[str], None] | None = None) -> None:
        """Let something that was noticed about somebody be written down; `then` gets its id."""
        page = self.screen
        if not isinstance(page, Page):
            return
        from givequest.tui.noticeboard.spot_dialog import SpotDialog

        dialog = SpotDialog(page.named)

        def done(said: str | None) -> None:
            page.refresh_page()
            if said and then is not None:
                then(dialog.saved)
            if said:
                page.say(said, whole=True)

        self.push_screen(dialog, done)

    async def write_message(self, draft: MessageDraft) -> None:
        """Go to the desk, and let someone write on a draft."""
        from givequest.tui.desk.screen import DeskPage

        await self.go_to_page(DESK)
        if isinstance(page := self.screen, DeskPage) and page.save():
            page.write(draft)

    def go_to_page(self, name: str) -> AwaitMount:
        """Show a page; whoever waits for it goes on when it is there, so that the next key finds it."""
        if isinstance(self.screen, Page) and name != self.screen.PAGE:
            self.screen.forget_notice()
            return self.switch_mode(self.DEFAULT_MODE if name == TODAY else name)
        return AwaitMount(self.screen, [])

    def action_app_help(self) -> None:
        """Show every key of this page."""
        from givequest.tui.help.screen import HelpScreen

        if isinstance(self.screen, Page):
            self.push_screen(HelpScreen(self.screen.PAGE))

    def action_app_theme(self) -> None:
        """Choose a theme, each put on while it is looked at."""
        from givequest.tui.settings.theme_screen import ThemeScreen

        if isinstance(self.screen, Page):
            self.push_screen(ThemeScreen())

    def action_app_settings(self) -> None:
        """Show the settings."""
        from givequest.tui.settings.settings_screen import SettingsScreen

        if isinstance(self.screen, Page):
            self.push_screen(SettingsScreen())

    def action_change_history(self) -> None:
        """Show what was changed, to take any of it back."""
        from givequest.tui.history.screen import HistoryScreen

        if isinstance(self.screen, Page):
            self.push_screen(HistoryScreen())

    def action_app_palette(self) -> None:
        """Open the palette."""
        from textual.command import CommandPalette

        if isinstance(self.screen, Page):
            self.push_screen(
                CommandPalette(placeholder="A command, help ana, go to 3 nov, a theme", id="--command-palette")
            )

    def action_app_suspend(self) -> None:
        """Give the terminal back to the shell for a while."""
        driver = driver_of(self)
        if isinstance(driver, TerminalDriver):
            self.app_suspend_signal.publish(self)
            if not driver.stop_process_group() and self.page is not None:
                self.page.say(messages.NO_SHELL)
