"""The config file and own decks while the app is open: what is changed there, by hand or in the app, is in force."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from textual import constants

from givequest.appearance import load_theme
from givequest.appearance.theme import without_folder
from givequest.commands.keymap import read_keymap
from givequest.composition import reread_home
from givequest.domain.deck.month_themes import month_theme
from givequest.domain.settings import Settings
from givequest.tui.terminal.driver import TerminalDriver
from givequest.tui.textual_internals import driver_of

if TYPE_CHECKING:
    from givequest.domain.diagnostics import Diagnostic
    from givequest.tui.context import AppContext


def may_hear_mouse(settings: Settings) -> bool:
    """Return whether the app hears of the mouse.

    GNU screen keeps esc back until the next key while it is asked for the mouse, which nothing here needs.
    """
    return settings.mouse and "STY" not in os.environ


class ConfigWatch:
    """Looks at the config file and the person's decks, and puts what has changed there into force."""

    def __init__(self, app: AppContext, problems: list[Diagnostic]) -> None:
        """`problems` are those of the config as it was read at launch."""
        self._app = app
        self._problems = problems

    def look_around(self) -> bool:
        """Read config and decks anew if a file of theirs has changed; return whether one had."""
        app, before = self._app, self._app.settings
        home = reread_home(app.home)
        if home is None:
            return False
        app.home = home
        problems = [*home.problems, *self._wear(before, home.settings)]
        app.replace_problems(self._problems, problems)
        self._problems = problems
        if app.page is not None:
            app.page.refresh_page()
        return True

    def wear_month(self) -> None:
        """Put the colour of the month into force, where another month has begun."""
        app = self._app
        if month_theme(app.game.today(), app.settings.hemisphere).role != app.paint.leading:
            app.themes.put_on(app.paint.theme)

    def _wear(self, before: Settings, now: Settings) -> list[Diagnostic]:
        """Put keys, theme, signs and motion into force, and return what of them cannot be used."""
        app = self._app
        app.animation_level = constants.TEXTUAL_ANIMATIONS if now.animations else "none"
        driver = driver_of(app)
        if now.mouse != before.mouse and isinstance(driver, TerminalDriver):
            driver.hear_mouse(on=may_hear_mouse(now))
        app.keymap, problems = read_keymap(now.keys)
        theme, of_theme = load_theme(now.theme, app.home.paths.themes, now.kinds.values(), app.home.paths.cache)
        problems += map(without_folder, of_theme)
        is_chosen = now.theme in (before.theme, app.themes.chosen)
        if is_chosen:
            theme = app.paint.theme
        else:
            app.themes.choose(now.theme)
            app.themes.ask()
        if now.keys != before.keys:
            app.set_keymap({identity: ",".join(keys) for identity, keys in app.keymap.items()})
        drawn_with = (now.glyphs, now.hemisphere, now.keys)
        if not is_chosen or drawn_with != (before.glyphs, before.hemisphere, before.keys):
            app.themes.put_on(theme)  # everything is drawn anew, the names of keys too
        return problems
