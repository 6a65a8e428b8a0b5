"""Catching up, over the board: days and kinds on which what was given is ticked."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from givequest.application.days.catching_up import CatchUp, Tick, catch_up_of, log_ticked
from givequest.errors import GivequestError
from givequest.presentation.lines import Line, first_seen, wrap
from givequest.presentation.today.catch_up import Cell, caught_up, cell_at, day_line, head_line
from givequest.tui.dialog import Dialog
from givequest.tui.widgets.canvas import Panel, has_frame

TITLE = "What you gave on the days before today"
KEYS = (("space", "tick"), ("enter esc", "write it down"))
HEAD, FOOT = 1, 2
"""Lines above and below the days."""


class CatchUpGrid(Panel, can_focus=True):
    """The days, the latest first, and the kinds."""

    border_role = "border_focus"

    def __init__(self, found: CatchUp) -> None:
        super().__init__(id="catch-up")
        self._found = found
        self._cursor = Cell(0, 0)
        self._told = ""
        self._top = 0
        self.ticks: set[Tick] = set()

    @property
    def lines_needed(self) -> int:
        """How many lines it takes where there is room."""
        return len(self._found.days) + HEAD + FOOT + 2

    def move(self, down: int, right: int) -> None:
        """Move the cursor; it stops at the ends."""
        row = min(max(self._cursor.row + down, 0), len(self._found.days) - 1)
        column = min(max(self._cursor.column + right, 0), len(self._found.kinds) - 1)
        self._cursor, self._told = Cell(row, column), ""
        self.redraw()

    def tick(self) -> None:
        """Tick what the cursor is on, or take the tick away."""
        day, kind = self._found.days[self._cursor.row], self._found.kinds[self._cursor.column]
        if not day.can_have(kind.id):
            self.tell("That's noted already." if kind.id in day.kinds else "You noted a post about yourself that day.")
            return
        self.ticks ^= {(day.day, kind.id)}
        self._told = ""
        self.redraw()

    def tell(self, words: str) -> None:
        """Say something in the place of the keys."""
        self._told = words
        self.redraw()

    def on_click(self, event: events.Click) -> None:
        """Tick what was clicked."""
        event.stop()
        width, frame = self.size.width, has_frame(*self.size)
        row = event.y - frame - HEAD
        found = cell_at(self._found, width - 4 * frame, self._top + row, event.x - 2 * frame) if row >= 0 else None
        if found is not None and row < self.size.height - 2 * frame - HEAD - FOOT:
            self._cursor = found
            self.tick()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Move down."""
        self.move(1, 0)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Move up."""
        self.move(-1, 0)

    def title(self) -> str:
        """Return what it is."""
        return TITLE

    def place(self) -> str:
        """Return where one is, in a grid that scrolls."""
        shown = self.size.height - HEAD - FOOT - 2
        return f"{self._cursor.row + 1}/{len(self._found.days)}" if len(self._found.days) > shown else ""

    def content(self, width: int, height: int) -> list[Line]:
        """Return names, days, and what the keys do."""
        found, paint = self._found, self.paint
        room = max(height - HEAD - FOOT, 1)
        self._top = first_seen(self._cursor.row, len(found.days), room)
        rows = range(self._top, min(self._top + room, len(found.days)))
        lines = [head_line(found, width, self._cursor, paint)]
        lines += [day_line(found, row, self.ticks, width, self._cursor, paint) for row in rows]
        return [*lines, *([[]] * (height - len(lines) - 1)), self._foot(width)]

    def _foot(self, width: int) -> Line:
        strong, weak = self.paint.style("accent", bold=True), self.paint.style("muted")
        if self._told:
            return [(row, self.paint.style("notice")) for row in wrap(self._told, width, 1)]
        line: Line = []
        for key, words in KEYS:
            line += [("  " if line else "", weak), (key, strong), (f" {words}", weak)]
        return line


class CatchUpScreen(Dialog[str | None]):
    """The grid; whichever way it's left, what is ticked is written down, as one change."""

    CSS_PATH = "catch_up.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,q,ctrl+q,c", "leave", show=False),
        Binding("space", "tick", show=False),
        Binding("up,k", "move(-1, 0)", show=False),
        Binding("down,j", "move(1, 0)", show=False),
        Binding("left,h", "move(0, -1)", show=False),
        Binding("right,l", "move(0, 1)", show=False),
        Binding("pageup", "move(-7, 0)", show=False),
        Binding("pagedown", "move(7, 0)", show=False),
    ]

    def compose(self) -> ComposeResult:
        """Yield the grid."""
        yield CatchUpGrid(catch_up_of(self.givequest.game))

    @property
    def _grid(self) -> CatchUpGrid:
        return self.query_one(CatchUpGrid)

    def on_resize(self, event: events.Resize) -> None:
        """Take as many lines as there are days, if the screen has them."""
        self._grid.styles.height = min(self._grid.lines_needed, event.size.height)

    def action_move(self, down: int, right: int) -> None:
        """Move the cursor."""
        self._grid.move(down, right)

    def action_tick(self) -> None:
        """Tick what the cursor is on."""
        self._grid.tick()

    def action_leave(self) -> None:
        """Write down what is ticked and close; where the disk refuses, the ticks stay."""
        ticks = self._grid.ticks
        try:
            count = log_ticked(self.givequest.game, ticks)
        except GivequestError as error:
            self._grid.tell(str(error))
            return
        days = len({day for day, _ in ticks})
        self.dismiss(self.givequest.with_keys(caught_up(count, days)) if count else None)
