"""What a message is to do, above it: the sentence of its card, as high as it needs."""

from __future__ import annotations

from givequest.presentation.desk.beginning import KEYS, empty_desk
from givequest.presentation.lines import Line, wrap
from givequest.tui.widgets.canvas import Canvas, Panel

MARGIN = 2
MOST = 4
"""Lines of it at the most."""


class CardPane(Canvas):
    """The card that a message is written for; nothing where there is none."""

    def __init__(self) -> None:
        super().__init__(id="card")
        self._text = ""

    def show(self, text: str) -> None:
        """Show a sentence."""
        if text == self._text and self.styles.display == ("block" if text else "none"):
            return
        self._text = text
        self.styles.display = "block" if text else "none"
        self._drawn_for = None
        self.refresh(layout=True)

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """Return how many lines the sentence takes."""
        return len(wrap(self._text, max(width - 2 * MARGIN, 1), MOST))

    def lines(self, width: int, height: int) -> list[Line]:
        """Return the sentence."""
        return [
            [(" " * MARGIN, self.paint.style()), (row, self.paint.style("accent"))]
            for row in wrap(self._text, max(width - 2 * MARGIN, 1), height)
        ]


class EmptyDesk(Panel):
    """What stands where the message would, while nothing is being written."""

    def __init__(self) -> None:
        super().__init__(id="empty")

    def show(self, is_empty: bool) -> None:
        """Show how to begin, or nothing where a message is there."""
        self.styles.display = "block" if is_empty else "none"
        self.redraw()

    def title(self) -> str:
        """Return the heading."""
        return "Desk"

    def content(self, width: int, height: int) -> list[Line]:
        """Return the words."""
        keys = [(self.givequest.with_keys(f"{{{command}}}"), told) for command, told in KEYS]
        return empty_desk(width, height, self.paint, keys)
