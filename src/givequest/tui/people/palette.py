"""People in the command palette, found by their names."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import Hit, Hits, Provider
from textual.content import Content

from givequest.application.people.find import PeopleFinder
from givequest.application.people.listing import list_people
from givequest.commands.registry import PEOPLE
from givequest.errors import GivequestError
from givequest.tui.page import Page

if TYPE_CHECKING:
    from givequest.tui.context import AppContext

MOST = 5
"""People that are offered at once."""
BELOW_COMMANDS = 0.3
"""The score of a name: whoever types a command's name means the command."""


class PeopleProvider(Provider):
    """Finds people; choosing one opens them on their page."""

    async def startup(self) -> None:
        """Read everybody once, when the palette is opened."""
        self._finder: PeopleFinder | None = None
        if isinstance(self.screen, Page):
            try:
                self._finder = PeopleFinder(list_people(self.screen.game))
            except GivequestError:
                return  # the page itself tells what cannot be read

    async def search(self, query: str) -> Hits:
        """Yield the people whose names hold what is typed."""
        if self._finder is None or not query.strip():
            return
        for person in self._finder.find(query, MOST, enough=0).people:
            words = f"last word {person.word}"
            yield Hit(
                BELOW_COMMANDS, Content(person.name), partial(self._open, person.name), text=person.name, help=words
            )

    async def _open(self, name: str) -> None:
        from givequest.tui.people.screen import PeoplePage

        app = cast("AppContext", self.app)
        await app.go_to_page(PEOPLE)
        page = app.page
        if isinstance(page, PeoplePage):
            page.open_person(name)
