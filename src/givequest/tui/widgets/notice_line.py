"""The line above the keys: what has just happened, and what stands there otherwise."""

from __future__ import annotations

from textual.message import Message
from textual.timer import Timer

from givequest.domain.text import clean_line
from givequest.presentation.lines import Line, shorten, wrap
from givequest.presentation.messages import CLOSED, LEVEL, PLANT
from givequest.presentation.notice import INDENT, standing_line
from givequest.tui.widgets.canvas import Canvas

MARGIN = 3
"""Columns of a notice that are not for its words."""
SHOWN_FOR, WHOLE_SHOWN_FOR = 6.0, 15.0
"""Seconds that a notice stays; one of trouble says what, where and what to do, and takes longer to read."""
TROUBLE = "slip"
"""The role of a notice that must be read to its end, in as many lines as it takes."""
SHARE = 2
"""Of so many lines of the screen, a notice takes one at the most."""
STEP = 0.1
"""Seconds between two steps of a celebration."""
STEPS, FEAST_STEPS = 5, 9
GLEAM = 0.22
"""How much of a text gleams at once."""


class NoticeLine(Canvas):
    """A passing notice; below it, a standing word or hint."""

    class HeightChanged(Message):
        """Sent when a notice takes another number of lines."""

        def __init__(self, height: int) -> None:
            self.height = height
            super().__init__()

    def __init__(self) -> None:
        super().__init__(id="notice")
        self._standing = ""
        self._passing: tuple[str, str] | None = None
        self._timer: Timer | None = None
        self._gleaming: Timer | None = None
        self._height = 1
        self._step = 0
        self._steps = 0
        """Of the celebration; 0 when there is none."""
        self._feast = ""

    def stand(self, text: str) -> None:
        """Show a text whenever there is no passing notice."""
        if self._standing != text:
            self._standing = text
            self.redraw()

    @property
    def standing(self) -> str:
        """The text that shows whenever there is no passing notice."""
        return self._standing

    def say(self, text: str, role: str = "notice", *, whole: bool = False) -> None:
        """Show a notice for a while; trouble, or what is to be `whole`, in as many lines as it takes."""
        self._settle()
        self._show(text, role, whole=whole or role == TROUBLE)

    def celebrate(self, text: str, feast: str = "") -> None:
        """Show a notice at once, beside a plant that grows while a gleam goes over the words.

        The words stand there from the first moment, so that there is nothing to wait for; the
        next notice ends it. With animations off the plant is there already. A feast (one of
        `words.FEASTS`) takes longer, has a gleam and ends in a sign of its own.
        """
        self._settle()
        self._feast = feast
        self._steps = FEAST_STEPS if feast else STEPS
        self._step = 0
        if self.app.animation_level == "none":
            self._step = self._steps
        else:
            self._gleaming = self.set_interval(STEP, self._grow)
        self._show(text, "notice")

    def clear(self) -> None:
        """Take the notice away, before its time where what it was about is no longer shown."""
        self._settle()
        if self._timer is not None:
            self._timer.stop()
        self._passing = None
        self._take(1)
        self.redraw()

    def _show(self, text: str, role: str, *, whole: bool = False) -> None:
        self._passing = (clean_line(text), role)  # the name of a file may be in it
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(WHOLE_SHOWN_FOR if whole else SHOWN_FOR, self.clear)
        self._take(self._height_of(text) if whole else 1)
        self.redraw()

    def _height_of(self, text: str) -> int:
        columns, lines = self.app.size
        return len(wrap(text, columns - len(INDENT), max(lines // SHARE, 1)))

    def _take(self, height: int) -> None:
        if height != self._height:  # or a deed would have the whole page laid out anew
            self._height = height
            self.styles.height = height
            self.post_message(self.HeightChanged(height))

    def _grow(self) -> None:
        self._step += 1
        if self._step >= self._steps and self._gleaming is not None:
            self._gleaming.stop()
            self._gleaming = None
        self.redraw()

    def _settle(self) -> None:
        if self._gleaming is not None:
            self._gleaming.stop()
            self._gleaming = None
        self._steps = 0

    def lines(self, width: int, height: int) -> list[Line]:
        """Return the line, or those of a notice that is shown whole."""
        paint = self.paint
        if self._passing is not None:
            text, role = self._passing
            if height > 1:
                return self._rows(text, role, width, height)
            line: Line = [(INDENT, paint.style()), (text, paint.style(role))]
            if self._steps:
                line = [*self._plant(), *self._gleam(text, role)]
        else:
            return [standing_line(self._standing, width, paint)]
        return [shorten(line, width, paint.glyphs.ellipsis)]

    def _rows(self, text: str, role: str, width: int, height: int) -> list[Line]:
        """Return a text in at most so many lines; an ellipsis ends what has no room."""
        rows = wrap(text, width - len(INDENT))
        rows[height - 1 :] = [" ".join(rows[height - 1 :])] if len(rows) >= height else []
        style, ellipsis = self.paint.style(role), self.paint.glyphs.ellipsis
        return [shorten([(INDENT, self.paint.style()), (row, style)], width, ellipsis) for row in rows]

    def _plant(self) -> Line:
        glyphs = self.paint.glyphs
        last = {LEVEL: glyphs.level, CLOSED: glyphs.done}.get(self._feast, glyphs.tree)
        signs = (glyphs.seed, glyphs.leaf, glyphs.tree, last)
        sign = signs[min(self._step * 3 // self._steps, 3)]
        return [(sign, self.paint.style("kept", bold=True)), (" ", self.paint.style())]

    def _gleam(self, text: str, role: str) -> Line:
        """Return the text with the part of it that gleams now."""
        style, bright = self.paint.style(role), self.paint.style("text", bold=True)
        if self._step >= self._steps:
            return [(text, style)]
        first, last = _gleaming(self._step / (self._steps - 1), self._feast)
        start, end = (max(0, round(place * len(text))) for place in (first, last))
        return [(text[:start], style), (text[start:end], bright), (text[end:], style)]


def _gleaming(now: float, feast: str) -> tuple[float, float]:
    """Return from where to where (0 to 1) a text gleams at a time (0 to 1) of its celebration."""
    if feast == PLANT:  # grows from the left, as the plant does
        return 0, now
    if feast == CLOSED:  # opens from the middle to both ends
        return 0.5 - now / 2, 0.5 + now / 2
    middle = 1 - abs(1 - 2 * now) if feast == LEVEL else now  # there and back, or there
    return middle - GLEAM / 2, middle + GLEAM / 2
