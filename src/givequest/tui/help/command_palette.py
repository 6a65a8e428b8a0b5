"""The command palette: the one list of commands, found by name."""

from __future__ import annotations

from functools import partial
from typing import cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from givequest.commands.keymap import keys_of
from givequest.commands.registry import Command, commands_of, shown_key
from givequest.tui.page import Page

KEYS_AT = 24
"""The column that keys stand in."""


class CommandProvider(Provider):
    """Finds the commands of the page that the palette was opened on."""

    def _commands(self) -> list[tuple[str, Command]]:
        page = self.screen
        if not isinstance(page, Page):
            return []
        found = []
        for command in commands_of(page.PAGE):
            if not command.in_palette:
                continue
            keys = keys_of(command, page.givequest.keymap)
            key = shown_key(keys[0], in_ascii=page.givequest.paint.glyphs.name == "ascii") if keys else ""
            name = f"{command.title.capitalize():<{KEYS_AT}}{key}".rstrip()
            found.append((name, command))
        return found

    async def discover(self) -> Hits:
        """Yield every command that is of use here."""
        for name, command in self._commands():
            yield DiscoveryHit(Content(name), partial(self._run, command), text=name, help=command.help)

    async def search(self, query: str) -> Hits:
        """Yield the commands whose name or help matches."""
        matcher = self.matcher(query)
        for name, command in self._commands():
            score = max(matcher.match(name), matcher.match(command.help) * 0.8)
            if score > 0:
                yield Hit(score, Content(name), partial(self._run, command), text=name, help=command.help)

    async def _run(self, command: Command) -> None:
        page = cast(Page, self.screen)
        await page.run_action(command.action) if hasattr(
            page, f"action_{command.action}"
        ) else await page.app.run_action(command.action)
