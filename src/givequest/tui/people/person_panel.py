"""One person beside the list: what you know, and the words that have gone out."""

from __future__ import annotations

from textual import events

from givequest.presentation.lines import Line
from givequest.presentation.people.detail import PersonDetail, detail_lines, scrolled
from givequest.presentation.people.rows import covered_name
from givequest.tui.widgets.canvas import Panel

NOBODY = PersonDetail("")


class PersonPanel(Panel):
    """A person; where it is open, the cursor goes through the links, and then on through the lines."""

    def __init__(self) -> None:
        super().__init__(id="person")
        self._detail = NOBODY
        self._covered = False
        self._is_open = False
        self._link: int | None = None
        self._top = 0
        self._last_top = 0
        """The first line that can stand at the top."""
        self._follows = False
        """Whether the link that is chosen has to be seen."""

    def show(self, detail: PersonDetail, *, covered: bool = False) -> None:
        """Show a person from the top, unless it is the one that is shown."""
        if detail.name != self._detail.name:
            self._top = 0
            self._link = None
        elif self._link is not None and self._link >= len(detail.links):
            self._link = len(detail.links) - 1 if detail.links else None
        self._detail, self._covered = detail, covered
        self.redraw()

    def open(self, is_open: bool) -> None:
        """Let the cursor be in here, or go back to the list."""
        self._is_open, self._top = is_open, 0
        self._link = None
        self.border_role = "border_focus" if is_open else "border"
        self.redraw()

    @property
    def name_shown(self) -> str:
        """Whom it shows; empty: nobody."""
        return self._detail.name

    @property
    def link(self) -> str | None:
        """The address that the cursor is on."""
        return self._detail.links[self._link][1] if self._link is not None else None

    def move(self, step: int) -> None:
        """Go to the next link or the one before, and beyond them scroll; above the first no link is chosen."""
        at, count = -1 if self._link is None else self._link, len(self._detail.links)
        has_scrolled = self._top > 0 and not self._follows
        if -1 <= at + step < count and not (step < 0 and has_scrolled):
            self._link, self._follows = at + step if at + step >= 0 else None, True
            self._top = 0
        else:
            self._top, self._follows = max(min(self._top + step, self._last_top), 0), False
        self.redraw()

    def title(self) -> str:
        """Return the name."""
        return covered_name(self.paint) if self._covered and self._detail.name else self._detail.name

    def content(self, width: int, height: int) -> list[Line]:
        """Return the person."""
        if self._covered:
            return [[("Names are covered.", self.paint.style("muted"))]]
        view = detail_lines(self._detail, width, height, self.paint, link=self._link, is_open=self._is_open)
        lines = view.lines
        self._last_top = max(len(lines) - height, 0)
        if self._follows and self._link is not None:
            line = next(line for line, number in view.links.items() if number == self._link)
            self._top = max(line - height + 2, 0)
        self._top = min(self._top, self._last_top)
        return scrolled(lines, self._top, height, self.paint, width)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll on."""
        self._top = min(self._top + 2, self._last_top)
        self.redraw()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll back."""
        self._top = max(self._top - 2, 0)
        self.redraw()
