"""The line above the list: what is searched for, or the day to go to."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.suggester import Suggester
from textual.widgets import Input

from givequest.domain.journal.tags import complete_tag, unfinished_tag
from givequest.tui.textual_internals import has_suggestion

SEARCH, DAY = "search", "day"
HINTS = {SEARCH: "words, or #tag", DAY: "last friday, 2026-03, 12 May"}


class TagSuggester(Suggester):
    """Completes a tag at the end of what is searched for."""

    def __init__(self, known: Callable[[], list[str]]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._known = known

    async def get_suggestion(self, value: str) -> str | None:
        """Return the value with its tag completed."""
        typed = unfinished_tag(value)
        missing = complete_tag(typed, self._known()) if typed else ""
        return value + missing if missing else None


class JournalLine(Input):
    """One line, hidden until it is asked for."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "step(1)", show=False),
        Binding("up", "step(-1)", show=False),
        Binding("tab", "cursor_right_or_leave", show=False),
    ]

    class Stepped(Message):
        """The list is to be moved in while typing goes on."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    def __init__(self, known_tags: Callable[[], list[str]], typed: Callable[[str], None]) -> None:
        super().__init__(id="line", suggester=TagSuggester(known_tags), compact=True)
        self.purpose = SEARCH
        self._typed = typed

    def watch_value(self, value: str) -> None:
        """Tell of what is typed before it is drawn: what is found is in the same frame."""
        if self.is_mounted:
            self._typed(value)

    def ask(self, purpose: str) -> None:
        """Appear for a purpose, empty."""
        self.purpose = purpose
        self.value = ""
        self.placeholder = HINTS[purpose]
        self.styles.display = "block"
        self.screen.set_focus(self)

    def hide(self) -> None:
        """Go away."""
        self.styles.display = "none"

    @property
    def is_shown(self) -> bool:
        """Whether it is there."""
        return self.styles.display == "block"

    def action_step(self, step: int) -> None:
        """Let the list move."""
        self.post_message(self.Stepped(step))

    async def action_cursor_right_or_leave(self) -> None:
        """Take the rest of a tag; without one go to the list."""
        if has_suggestion(self):
            self.action_cursor_right()
        else:
            await self.action_submit()
