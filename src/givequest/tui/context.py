"""What pages, dialogs and widgets know of the app they are in, and no more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Protocol

from givequest.tui.textual_internals import TerminalApp

if TYPE_CHECKING:
    from textual.widget import AwaitMount

    from givequest.appearance import Theme
    from givequest.application.game.game import Game
    from givequest.composition import Home
    from givequest.domain.diagnostics import Diagnostic
    from givequest.domain.settings import Settings
    from givequest.presentation.paint import Paint
    from givequest.presentation.today.question import SeenQuestion
    from givequest.terminal.modes import TerminalModes


class PageContext(Protocol):
    """What dialogs and background work know of the page below them."""

    def say(self, text: str, role: str = "notice") -> None:
        """Tell the person in one line what has happened."""

    def refresh_page(self) -> None:
        """Show what is true now."""


class ThemeContext(Protocol):
    """Putting themes on."""

    chosen: str
    """The name of the theme that was chosen; empty: the default one."""

    def choose(self, name: str) -> None:
        """Take a theme as the chosen one."""

    def keep(self, theme: Theme, setting: str, title: str) -> tuple[str, str]:
        """Put a theme on, and choose it now and in the config file; return what to say, and its role."""
        raise NotImplementedError

    @property
    def follows_terminal(self) -> bool:
        """Whether the terminal's ground decides which of two themes is worn."""
        raise NotImplementedError

    def ask(self) -> None:
        """Ask the terminal for its ground, where that decides."""

    def follow(self, ground: str) -> None:
        """Take note of the terminal's ground (`#rrggbb`), and put on the theme that goes with it."""

    def chosen_theme(self) -> tuple[Theme, list[Diagnostic]]:
        """Return the theme that was chosen, as it is now, and what is wrong with it."""
        raise NotImplementedError

    def put_on(self, theme: Theme) -> None:
        """Draw everything with a theme from now on."""


class BackgroundContext(Protocol):
    """Work that waits until no key is pressed."""

    @property
    def is_quiet(self) -> bool:
        """Whether nobody has pressed a key for a while."""

    def note_key(self) -> None:
        """Note that a key was pressed just now."""


class AppContext(TerminalApp):
    """The app as its parts know it; `GivequestApp` is the one that there is."""

    home: Home
    """The folders, and the settings as they are now."""
    keymap: Mapping[str, tuple[str, ...]]
    """The keys of each command, by its id."""
    entered: TerminalModes | None
    """The modes of a terminal that is on the screen already, with a first frame; None where it is not."""
    paint: Paint
    """The colours and glyphs in force."""
    seen_question: SeenQuestion | None
    """What was asked on the screen before the app drew anything."""

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self.game.settings

    @property
    def game(self) -> Game:
        """The game that is played."""
        return self.home.game

    @property
    def themes(self) -> ThemeContext:
        """What puts themes on."""
        raise NotImplementedError

    @property
    def background(self) -> BackgroundContext:
        """The work that is done beside the game."""
        raise NotImplementedError

    @property
    def page(self) -> PageContext | None:
        """The page on screen, below any dialog."""
        raise NotImplementedError

    @property
    def typed_at(self) -> float:
        """When the key that was heard last came from the terminal, by the monotonic clock, in seconds."""
        raise NotImplementedError

    def paint_of(self, theme: Theme) -> Paint:
        """Return a theme made ready for this terminal and these settings."""
        raise NotImplementedError

    def with_keys(self, text: str) -> str:
        """Return a sentence with the keys in force in the place of {ids of commands}."""
        raise NotImplementedError

    def tell(self, problems: Iterable[Diagnostic] = ()) -> None:
        """Say the first of the problems that were not told yet."""
        raise NotImplementedError

    def replace_problems(self, gone: Iterable[Diagnostic], come: Iterable[Diagnostic]) -> None:
        """Take some problems for mended, and tell of others."""
        raise NotImplementedError

    def draw_anew(self) -> None:
        """Draw all that is drawn by us anew, on every page that was made."""
        raise NotImplementedError

    def look_at_config(self) -> None:
        """Put into force what has changed in the config file, on every page."""
        raise NotImplementedError

    def go_to_page(self, name: str) -> AwaitMount:
        """Show a page; whoever waits for it goes on when it is there."""
        raise NotImplementedError

    def notice_something(self, then: Callable[[str], None] | None = None) -> None:
        """Let something that was noticed about somebody be written down; `then` gets its id."""
        raise NotImplementedError

    async def leave_noticeboard(self) -> None:
        """Go back to the page from which the noticeboard was gone to."""
        raise NotImplementedError
