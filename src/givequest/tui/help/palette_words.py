"""Acts in words in the command palette: "help ana", "go to 3 nov", a theme by its name."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import Hit, Hits, Provider
from textual.content import Content

from givequest.appearance import Theme, load_themes
from givequest.commands.registry import TODAY
from givequest.domain.dates.date_parser import parse_past_day
from givequest.domain.days import format_day
from givequest.domain.text import clean_line
from givequest.errors import GivequestError
from givequest.tui.page import Page
from givequest.tui.today.screen import TodayPage

if TYPE_CHECKING:
    from givequest.tui.context import AppContext

FIRST, BELOW_COMMANDS = 2.0, 0.4
"""The score of what was written out, which is meant before a command like it, and of a theme's title."""
_GO, _THEME = ("go to ", "go ", "day "), "theme "


class WordsProvider(Provider):
    """Takes what is typed for a deed, a day or a theme."""

    _themes: tuple[Theme, ...] = ()

    @property
    def _app(self) -> AppContext:
        return cast("AppContext", self.app)

    async def search(self, query: str) -> Hits:
        """Yield what the words can mean."""
        if not isinstance(self.screen, Page):
            return
        words = clean_line(query)
        for hit in (self._deed(words), self._day(words.lower())):
            if hit is not None:
                yield hit
        wanted = words.lower().removeprefix(_THEME).strip()
        matcher = self.matcher(wanted)
        for theme in self._all_themes() if len(wanted) > 1 else ():
            score = matcher.match(theme.title)
            if score > 0:
                name = f"Theme: {theme.title}"
                act = partial(self._wear, theme)
                yield Hit(
                    score if wanted != words.lower() else BELOW_COMMANDS * score,
                    Content(name), act, text=name, help="Put it on, now and from now on.",
                )  # fmt: skip

    def _deed(self, words: str) -> Hit | None:
        """Return the log of a deed, where the first word is a kind and somebody follows."""
        first, _, name = words.partition(" ")
        kinds = self._app.settings.kinds.values()
        kind = next((kind for kind in kinds if first.lower() in (kind.id, kind.name.lower())), None)
        if kind is None or not name.strip():
            return None
        told = f"{kind.name}: {name.strip()}"
        act = partial(self._log, kind.id, name.strip())
        return Hit(FIRST, Content(told), act, text=told, help="Log it, with a note if you like.")

    def _day(self, words: str) -> Hit | None:
        """Return the way to a day."""
        begun = next((start for start in _GO if words.startswith(start)), None)
        if begun is None:
            return None
        try:
            day = parse_past_day(words.removeprefix(begun).strip(), self._app.game.today())
        except (GivequestError, ValueError):  # it is not written out yet
            return None
        told = f"Go to {format_day(day)}"
        return Hit(FIRST, Content(told), partial(self._go, day), text=told, help="Show that day's board.")

    def _all_themes(self) -> tuple[Theme, ...]:
        if not self._themes:
            home = self._app.home
            self._themes = tuple(load_themes(home.paths.themes, home.settings.kinds.values())[0].values())
        return self._themes

    async def _today(self) -> TodayPage | None:
        await self._app.go_to_page(TODAY)
        page = self._app.page
        return page if isinstance(page, TodayPage) else None

    async def _log(self, kind: str, name: str) -> None:
        if (page := await self._today()) is not None:
            page.open_log(kind, name)

    async def _go(self, day: date) -> None:
        if (page := await self._today()) is not None:
            page.go_to(day)

    async def _wear(self, theme: Theme) -> None:
        app = self._app
        words, role = app.themes.keep(theme, theme.name, theme.title)
        if (page := app.page) is not None:
            page.say(words, role)
