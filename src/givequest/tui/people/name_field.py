"""The line above the names: what is looked for, or a new person in one line."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from givequest.tui.widgets.one_line import OneLine

FIND, NEW = "find", "new"
HINTS = {FIND: "a name, or a part of it", NEW: "Ana Berg #choir 3 dec close met at the fair"}


class NameField(OneLine):
    """One line, hidden until it is asked for."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,tab", "step(1)", show=False),
        Binding("up,shift+tab", "step(-1)", show=False),
        Binding("pagedown", "step(8)", show=False),
        Binding("pageup", "step(-8)", show=False),
    ]

    class Stepped(Message):
        """The cursor is to move while typing goes on."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    def __init__(self, typed: Callable[[str], None]) -> None:
        super().__init__(id="name-field", compact=True)
        self.purpose = FIND
        self._typed = typed

    def watch_value(self, value: str) -> None:
        """Tell of what is typed before it is drawn: what is found is in the same frame."""
        if self.is_mounted and self.is_shown:
            self._typed(value)

    def ask(self, purpose: str, value: str = "") -> None:
        """Appear for a purpose."""
        self.purpose = purpose
        self.placeholder = HINTS[purpose]
        self.styles.display = "block"
        self.cursor_blink = self.app.animation_level != "none"
        self.value = value
        self.cursor_position = len(value)
        self.screen.set_focus(self)

    def hide(self) -> None:
        """Go away."""
        self.styles.display = "none"
        self.value = ""

    @property
    def is_shown(self) -> bool:
        """Whether it is there."""
        return self.styles.display == "block"

    def action_step(self, step: int) -> None:
        """Let the cursor move."""
        self.post_message(self.Stepped(step))
