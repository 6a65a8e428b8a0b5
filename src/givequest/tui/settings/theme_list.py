"""A list of themes, each with a swatch of its colours."""

from __future__ import annotations

from collections.abc import Sequence

from textual.geometry import Size
from textual.message import Message

from givequest.appearance import Theme
from givequest.appearance.following import follows
from givequest.named_tuple import NamedTuple
from givequest.presentation.lines import Line, justify, wrap
from givequest.presentation.paint import Paint
from givequest.tui.widgets.row_list import RowList

SWATCH = ("accent", "kept", "rest", "level", "congratulate", "reconnect")
ROOM_TO_TELL = 12
"""Lines from which on there is room to say what is wrong with a theme."""


class ThemeRow(NamedTuple):
    """What can be chosen: a theme, or two that follow the terminal."""

    setting: str
    """As the config file has it."""
    title: str
    theme: Theme
    """What it is drawn in now."""


class ThemeList(RowList):
    """Themes in rows, one of them chosen by the cursor."""

    class Moved(Message):
        """The cursor is on another theme."""

        def __init__(self, theme: Theme) -> None:
            super().__init__()
            self.theme = theme

    def __init__(self, rows: Sequence[ThemeRow], chosen: str, told: Sequence[str] = ()) -> None:
        """Show rows, one of them chosen by its setting, and the first thing that is wrong with any."""
        super().__init__(id="themes")
        self._told = f"{told[0]}{f' (and {len(told) - 1} more)' if len(told) > 1 else ''}" if told else ""
        self._rows = tuple(rows)
        names = [row.setting for row in rows]
        self.cursor = names.index(chosen) if chosen in names else 0

    @property
    def row(self) -> ThemeRow:
        """What the cursor is on."""
        return self._rows[self.cursor]

    @property
    def theme(self) -> Theme:
        """The theme that the cursor is on."""
        return self.row.theme

    @property
    def count(self) -> int:
        """The number of themes."""
        return len(self._rows)

    def move(self, step: int) -> None:
        """Move the cursor by some rows, and say so where it is on another theme then."""
        before = self.cursor
        super().move(step)
        if self.cursor != before:
            self.post_message(self.Moved(self.theme))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines it takes to show all."""
        told = wrap(self._told, width - 4) if self._told else []
        return len(self._rows) + 5 + (len(told) + 1 if told else 0)

    def title(self) -> str:
        """Return the title."""
        return "Themes"

    def content(self, width: int, height: int) -> list[Line]:
        """Return the rows around the cursor, and below them who made the theme."""
        paint, theme = self.paint, self.theme
        wrong: list[Line] = [[(line, paint.style("slip"))] for line in wrap(self._told, width)] if self._told else []
        wrong = [[], *wrong] if wrong and height >= ROOM_TO_TELL else []
        room = height - 3 - len(wrong) if height > 5 else max(height, 1)
        rows = [self._row(place, width) for place in self.seen(room)]
        shade = "dark" if theme.dark else "light"
        about = f"{shade}, by {theme.author}" if theme.author else shade
        about = "goes with your terminal's background" if follows(self.row.setting) else about
        keys = self.keys(("enter", "keep"), ("esc", "back"))
        return [*rows, *wrong, [], [(about, paint.style("muted"))], keys] if height > 5 else rows

    def _row(self, place: int, width: int) -> Line:
        (_, title, theme), is_chosen = self._rows[place], place == self.cursor
        paint = self.paint
        style = paint.style("cursor_text", "cursor_background", bold=True) if is_chosen else paint.style("text")
        mark = paint.glyphs.cursor if is_chosen else " "
        if width < 26:
            return [(f"{mark} {title}", style)]
        own = Paint(theme, paint.glyphs)
        swatch = [(paint.glyphs.kept, own.fixed(role, bold=True)) for role in SWATCH]
        name = justify([(f"{mark} {title}", style)], [], width - len(SWATCH) - 2, style, paint.glyphs.ellipsis)
        return [*name, (" ", own.fixed()), *swatch, (" ", own.fixed())]
