"""What stands above a page that is written: the prompt, or the lines of a month."""

from __future__ import annotations

from givequest.presentation.lines import Line
from givequest.tui.journal.wrap import wrap_text
from givequest.tui.widgets.canvas import Canvas

MARGIN = 2
LARGEST_SHARE = 2
"""It takes no more than this part of the height: a half."""


class JournalTold(Canvas):
    """Some lines, each in a role, as high as they need."""

    def __init__(self) -> None:
        super().__init__(id="told")
        self._texts: tuple[tuple[str, str], ...] = ()

    def show(self, texts: tuple[tuple[str, str], ...]) -> None:
        """Show texts, each with the role it is drawn in."""
        self._texts = texts
        self.styles.display = "block" if texts else "none"
        self.refresh(layout=True)
        self._drawn_for = None

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """Return how many lines the texts take."""
        size = getattr(container, "height", 24)
        return min(len(self._wrapped(width)), max(size // LARGEST_SHARE, 1))

    def lines(self, width: int, height: int) -> list[Line]:
        """Return the texts; where they do not all fit, the last of them is the one that stays."""
        lines = self._wrapped(width)
        if len(lines) > height:
            last = self._wrapped(width, self._texts[-1:])[-height:]
            lines = lines[: height - len(last)] + last
        return lines

    def _wrapped(self, width: int, texts: tuple[tuple[str, str], ...] | None = None) -> list[Line]:
        return [
            [(" " * MARGIN, self.paint.style()), (text[start:end], self.paint.style(role))]
            for text, role in (self._texts if texts is None else texts)
            for start, end in wrap_text(text, width - 2 * MARGIN)
        ]
