"""The settings in rows, and what the chosen one means."""

from __future__ import annotations

from textual.geometry import Size

from givequest.presentation.lines import Line, wrap
from givequest.tui.settings.setting_rows import CHOICES, Choice, value_of, words_of
from givequest.tui.widgets.row_list import RowList

LABEL = 16
ABOUT = 4
"""Lines below the rows: a blank one, what the setting means, and the keys."""


class SettingsList(RowList):
    """Rows of settings, one of them chosen by the cursor."""

    goes_around = True

    def __init__(self) -> None:
        super().__init__(id="settings")
        self.told = ""
        """What could not be saved; it stands in the place of the explanation."""

    @property
    def choice(self) -> Choice:
        """The setting that the cursor is on."""
        return CHOICES[self.cursor]

    @property
    def count(self) -> int:
        """The number of settings."""
        return len(CHOICES)

    def move(self, step: int) -> None:
        """Move the cursor by some rows."""
        self.told = ""
        super().move(step)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines it takes to show all."""
        return len(CHOICES) + ABOUT + 2

    def title(self) -> str:
        """Return the title."""
        return "Settings"

    def content(self, width: int, height: int) -> list[Line]:
        """Return the rows around the cursor, and below them what the chosen one means."""
        paint = self.paint
        about = wrap(self.told or self.choice.help, width, max(height - 3, 0))
        room = max(height - max(len(about) + 2, ABOUT), 1)
        lines = [self._row(place, width) for place in self.seen(room)]
        role = "slip" if self.told else "muted"
        lines += [[], *([(line, paint.style(role))] for line in about)]
        first = ("left right", "change") if self.choice.values else ("enter", "choose")
        return [*lines, self.keys(first, ("esc", "close"))]

    def _row(self, place: int, width: int) -> Line:
        paint, glyphs = self.paint, self.paint.glyphs
        choice, is_chosen = CHOICES[place], place == self.cursor
        on = "cursor_background" if is_chosen else "background"
        plain = paint.style("cursor_text" if is_chosen else "text", on, bold=is_chosen)
        weak = paint.style("cursor_text" if is_chosen else "muted", on)
        value = value_of(choice, self.givequest.settings)
        title = paint.theme.title + (", as your terminal is" if self.givequest.themes.follows_terminal else "")
        words = words_of(choice, value) if choice.values else title
        can_turn = is_chosen and choice.values
        words = f"{glyphs.arrow_left} {words} {glyphs.arrow_right}" if can_turn else f"  {words}"
        mark = glyphs.cursor if is_chosen else " "
        label = f"{mark} {choice.label}"
        return [(f"{label:<{LABEL}}", weak), (f"{words:<{max(width - LABEL, 0)}}", plain)]
