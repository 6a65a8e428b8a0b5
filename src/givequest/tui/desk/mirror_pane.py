"""The mirror beside a message, and the list of drafts at its other side."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.message import Message

from givequest.domain.desk.drafts import MessageDraft
from givequest.domain.desk.mirror import Reflection
from givequest.presentation.desk.drafts import ROWS, draft_rows
from givequest.presentation.desk.mirror import mirror_line, mirror_lines
from givequest.presentation.lines import Line, first_seen
from givequest.tui.widgets.canvas import Panel, has_frame


class MirrorPane(Panel):
    """What is said of a message, where there is anything to say."""

    def __init__(self) -> None:
        super().__init__(id="mirror")
        self._reflection: Reflection | None = None
        self._written = ""

    def show(self, reflection: Reflection | None, written: str = "") -> None:
        """Show what is said of a text; without a reflection the questions alone."""
        self._reflection, self._written = reflection, written
        self.redraw()

    def title(self) -> str:
        """Return the heading."""
        return "Mirror"

    def lines(self, width: int, height: int) -> list[Line]:
        """Return the mirror in its border, or one line where there is room for no more."""
        if not has_frame(width, height):
            return [[("  ", self.paint.style()), *mirror_line(self._reflection, width - 3, self.paint)]]
        return super().lines(width, height)

    def content(self, width: int, height: int) -> list[Line]:
        """Return bars, hints, good signs and questions."""
        return mirror_lines(self._reflection, self._written, width, height, self.paint)


class DraftList(Panel):
    """The drafts that are being written."""

    class Chosen(Message):
        """A draft was clicked."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def __init__(self) -> None:
        super().__init__(id="drafts")
        self._drafts: Sequence[MessageDraft] = ()
        self._chosen = 0

    def show(self, drafts: Sequence[MessageDraft], chosen: int) -> None:
        """Show drafts, one of them chosen."""
        self._drafts, self._chosen = drafts, chosen
        self.redraw()

    def title(self) -> str:
        """Return the heading."""
        return "Drafts"

    def content(self, width: int, height: int) -> list[Line]:
        """Return the rows around the chosen one."""
        return draft_rows(self._drafts, self._chosen, self.givequest.game.kinds, width, height, self.paint)

    def on_click(self, event: events.Click) -> None:
        """Choose the draft that was clicked."""
        row = (event.y - has_frame(*self.size)) // ROWS
        room = max((self.size.height - 2 * has_frame(*self.size) + 1) // ROWS, 1)
        place = first_seen(self._chosen, len(self._drafts), room) + row
        if 0 <= place < len(self._drafts):
            self.post_message(self.Chosen(place))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Choose the next one."""
        if self._chosen + 1 < len(self._drafts):
            self.post_message(self.Chosen(self._chosen + 1))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Choose the one before."""
        if self._chosen:
            self.post_message(self.Chosen(self._chosen - 1))
