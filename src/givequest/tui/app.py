"""The app: pages, keys, theme, and the watch on what others change and on the turn of the day."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, ClassVar

from rich.text import Text
from textual import events
from textual.app import App
from textual.binding import BindingType
from textual.screen import Screen

from givequest.appearance import Theme, without_folder
from givequest.application.game.game import Game
from givequest.application.undo import redo, undo
from givequest.commands.keymap import name_keys
from givequest.commands.registry import COMMANDS, EVERYWHERE
from givequest.composition import Home
from givequest.domain.diagnostics import Diagnostic
from givequest.errors import GivequestError, StorageError
from givequest.first_frame.launch import Launch
from givequest.first_frame.screen_style import paint_for, screen_style
from givequest.presentation.escapes import Depth
from givequest.presentation.paint import Paint
from givequest.signals import held_back
from givequest.terminal.colours import colour_depth
from givequest.tui.navigation import PAGES, PROVIDERS
from givequest.tui.page import Page, binding_of
from givequest.tui.runtime.background import BackgroundWork
from givequest.tui.runtime.config_watch import ConfigWatch, may_hear_mouse
from givequest.tui.runtime.key_hearing import KeyHearing
from givequest.tui.runtime.preload import DELAY, load_ahead
from givequest.tui.runtime.shutdown import last_words, listen
from givequest.tui.terminal.driver import TerminalDriver
from givequest.tui.textual_internals import draw_in_256_colours, heed_no_color, leave_terminal_colours, screens_of
from givequest.tui.theming.textual_theme import textual_theme
from givequest.tui.theming.theme_switcher import ThemeSwitcher
from givequest.tui.today.screen import TodayPage
from givequest.tui.widgets.canvas import Canvas

if TYPE_CHECKING:
    from givequest.domain.desk.drafts import MessageDraft

WATCH = 0.8
"""Seconds between two looks at the clock and at the ledger's files."""


class GivequestApp(KeyHearing):
    """givequest on the whole screen."""

    TITLE = "givequest"
    CSS_PATH = "app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [binding_of(command) for command in COMMANDS if command.page == EVERYWHERE]
    COMMANDS = PROVIDERS
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "f24"  # the command list has its key
    MODES: ClassVar[dict[str, str | Callable[[], Screen[Any]]]] = {App.DEFAULT_MODE: TodayPage, **PAGES}
    """The pages, made when they are first gone to; the board is the one to begin with."""

    def __init__(self, home: Home, launch: Launch | None = None, draft: MessageDraft | None = None) -> None:
        """Open a home; `launch` says what is on the screen already, `draft` which message to go on with at the desk."""
        self.home = home
        self._first_draft = draft
        style = launch.style if launch is not None else screen_style(home)
        self.keymap, self.paint = style.keymap, style.paint
        self.problems: list[Diagnostic] = [*home.problems, *style.problems]
        self._told: set[Diagnostic] = set()
        self.entered = launch.modes if launch is not None else None
        self.seen_question = launch.question if launch is not None else None
        super().__init__(driver_class=TerminalDriver)
        heed_no_color(self, without_colour=self.paint.without_colour)
        if colour_depth(os.environ) is Depth.PALETTE:
            draw_in_256_colours(self)
        self._background = BackgroundWork(self)
        self._config = ConfigWatch(self, list(self.problems))
        self.game.look_at_config = self.look_at_config
        theme = self.paint.theme
        self.register_theme(textual_theme(theme))
        self.set_reactive(App.theme, theme.name)  # there is nothing to be styled anew yet
        leave_terminal_colours(self)
        self.stylesheet.set_variables(self.get_css_variables())  # for the widgets that are Textual's own
        self.set_class(self.paint.glyphs.name == "ascii", "-ascii", update=False)
        self._themes = ThemeSwitcher(self, home.settings.theme)
        self.set_keymap({identity: ",".join(keys) for identity, keys in self.keymap.items()})
        if not home.settings.animations:
            self.animation_level = "none"

    @property
    def themes(self) -> ThemeSwitcher:
        """What puts themes on."""
        return self._themes

    @property
    def background(self) -> BackgroundWork:
        """The work that is done beside the game."""
        return self._background

    def frame_written(self, screen: Screen[Any]) -> None:
        """Tell a page that it can be seen."""
        if isinstance(screen, Page):
            screen.note_frame()

    def paint_of(self, theme: Theme) -> Paint:
        """Return a theme made ready for this terminal and these settings."""
        return paint_for(theme, self.game, self.settings)

    def with_keys(self, text: str) -> str:
        """Return a sentence of ours with the keys in force in the place of {ids of commands}."""
        return name_keys(text, self.keymap, in_ascii=self.paint.glyphs.name == "ascii")

    def delay_update(self, delay: float = 0.05) -> None:
        """Hold drawing back while pages change, but no longer than a frame: ours are complete at once."""
        super().delay_update(min(delay, 0.001))

    def get_default_screen(self) -> Screen[Any]:
        """Return the page to begin with."""
        return TodayPage()

    def on_mount(self) -> None:
        """Begin to watch, and say what in the config could not be used."""
        self.set_interval(WATCH, self.look_around)
        if not self.is_headless:
            self.app_resume_signal.subscribe(self, self._come_back)
            listen(self, self.close_up)
        self.call_after_refresh(self._settle)

    def _come_back(self, _: object) -> None:
        self.refresh(layout=True)
        self.look_around()

    def _settle(self) -> None:
        gc.freeze()  # what is here now stays; collections need not look at it
        gc.enable()
        self.set_timer(DELAY, load_ahead)
        self._themes.ask()
        self._background.read_soon()
        self._background.wait()
        self.tell()
        if self._first_draft is not None:
            self.call_later(self.write_message, self._first_draft)

    def replace_problems(self, gone: Iterable[Diagnostic], come: Iterable[Diagnostic]) -> None:
        """Take some problems for mended, and tell of others."""
        gone = set(gone)
        self._told -= gone.difference(come)
        self.problems = [problem for problem in self.problems if problem not in gone]
        self.tell(come)

    def tell(self, problems: Iterable[Diagnostic] = ()) -> None:
        """Say the first of the problems, those of the ledger among them, that were not told yet."""
        self.problems += [problem for problem in problems if problem not in self.problems]
        page = next(reversed(self.screen_stack), None)  # there is none any more while the app is left
        if isinstance(page, Page):  # a dialog hides the line; it is told when that is closed
            new = [problem for problem in [*self.problems, *self.game.problems()] if problem not in self._told]
            self._told.update(new)
            page.complain(new)

    @property
    def page(self) -> Page | None:
        """The page on screen, below any dialog."""
        return next((screen for screen in reversed(self.screen_stack) if isinstance(screen, Page)), None)

    def look_around(self) -> None:
        """Take in what others changed, and turn to a new day when it has begun."""
        page = self.page
        if page is None:
            return
        try:
            self.look_at_config()
            if page is self.screen:
                page.complain([without_folder(problem) for problem in self._themes.look_around()])
            changed = self.game.refresh()
            if page.turn_over():
                self._background.wait()
                self._config.wear_month()
                return
            if changed:
                page.refresh_page()
            if changed or not self._told.issuperset(self.problems):
                self.tell()
            self._background.keep_recent()
        except GivequestError as error:
            page.refuse(error)

    def on_app_focus(self, event: events.AppFocus) -> None:
        """Look around at once when the person comes back: the terminal may have another ground by now."""
        self._themes.ask()
        self.look_around()

    def action_change_undo(self) -> None:
        """Take back the latest change."""
        self._turn(undo)

    def action_change_redo(self) -> None:
        """Do again what was taken back."""
        self._turn(redo)

    def _turn(self, act: Callable[[Game], str]) -> None:
        page = self.page
        if page is None or page is not self.screen:
            return
        try:
            said = act(self.game)
        except GivequestError as error:
            page.refresh_page()
            page.say(str(error), "slip" if isinstance(error, StorageError) else "notice")
            return
        page.refresh_page()
        page.say(said, whole=True)

    def draw_anew(self) -> None:
        """Draw all that is drawn by us anew, on every page that was made."""
        for screen in screens_of(self):
            for canvas in screen.query(Canvas):
                canvas.refresh()

    def look_at_config(self) -> None:
        """Put into force what has changed in the config file, on every page."""
        self._config.look_around()

    def action_app_leave(self) -> None:
        """Leave, when every page has saved what is open."""
        if self.close_up():
            self.exit(return_code=0)

    def close_up(self) -> bool:
        """Let every page save what is open; return whether all of them could."""
        could = [page.close_up() for page in screens_of(self) if isinstance(page, Page)]
        return all(could)

    def last_words(self, error: BaseException | None) -> Text:
        """Return what to say when the app has to close, having saved what is open."""
        with suppress(Exception):  # it may be the page itself that something is wrong with
            self.close_up()
        return last_words(error)


def run(home: Home, launch: Launch | None = None, *, draft: MessageDraft | None = None, tour: bool = False) -> int:
    """Run the app until it is left, and return its exit code; it begins at the desk with a draft, or with a tour."""
    app = GivequestApp(home, launch, draft)
    app.begins_with_tour = tour
    with held_back():  # from before the terminal is changed until the app listens
        app.run_on_terminal(mouse=may_hear_mouse(home.settings))
    if not app.return_code:
        app.background.finish()
    return app.return_code or 0
