"""The forest on screen: pixels where there is colour, signs where there is little of it."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.strip import Strip

from givequest.domain.forest.grove import Grove
from givequest.domain.forest.moment import Moment
from givequest.domain.forest.visitors import NOBODY, Guests
from givequest.presentation.lines import Line
from givequest.tui.forest.few_colours import FEW, few_inks
from givequest.tui.widgets.canvas import Canvas

_COLOURFUL = ("truecolor", "256")


@dataclass(frozen=True, slots=True)
class Scene:
    """What is to be seen: a grove at a moment."""

    grove: Grove
    moment: Moment
    guests: Guests = NOBODY


class ForestView(Canvas, can_focus=True):
    """The picture, or words in its place."""

    def __init__(self) -> None:
        super().__init__(id="forest")
        self._scene: Scene | None = None
        self._text: list[Line] | None = None
        self._top = 0

    @property
    def has_pixels(self) -> bool:
        """Whether the terminal has the colours and the half blocks that pixels need."""
        console = self.app.console
        if self.paint.glyphs.name == "ascii" or self.app.no_color or console.no_color:
            return False
        return console.color_system is None or console.color_system in _COLOURFUL

    def show(self, scene: Scene) -> None:
        """Show a grove at a moment."""
        self._text, self._scene = None, scene
        self.redraw()

    def read(self, text: list[Line], *, from_end: bool = False) -> None:
        """Show lines of text in the place of the picture; `from_end` begins with the last ones that have room."""
        if self._text is None or (from_end and self._text != text):
            self._top = max(0, len(text) - self.size.height) if from_end else 0
        self._text = text
        self.redraw()

    def scroll_text(self, lines: int) -> None:
        """Move through text that is longer than the screen."""
        if self._text is not None:
            self._top = max(0, min(self._top + lines, len(self._text) - self.size.height))
            self.redraw()

    async def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Move on through the words; the picture goes a month on."""
        event.stop()
        await self.run_action("screen.forest_next" if self._text is None else "screen.forest_down")

    async def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Move back."""
        event.stop()
        await self.run_action("screen.forest_previous" if self._text is None else "screen.forest_up")

    def lines(self, width: int, height: int) -> list[Line]:
        """Return the text, or the picture in signs."""
        if self._text is not None:
            return self._text[self._top :]
        scene = self._scene
        if scene is None:
            return []
        from givequest.presentation.forest.text_art import draw_signs

        few = few_inks(self.paint, scene.moment) if self.app.console.color_system in FEW else {}
        lines: list[Line] = []
        for row in draw_signs(scene.grove, scene.moment, width, height):
            line: Line = []
            for sign, role in row:
                style = few.get(role) or self.paint.style(role)
                if line and line[-1][1] is style:
                    line[-1] = (line[-1][0] + sign, style)
                else:
                    line.append((sign, style))
            lines.append(line)
        return lines

    def _draw_all(self) -> list[Strip]:
        scene = self._scene
        width, height = self.size
        if self._text is not None or scene is None or not self.has_pixels or not width or not height:
            return super()._draw_all()
        from givequest.presentation.forest.picture import paint_forest
        from givequest.presentation.forest.toning import toning_of
        from givequest.tui.forest.pixels import strips_of

        toning = toning_of(self.paint.theme)
        picture = paint_forest(scene.grove, scene.moment, width, 2 * height, scene.guests, toning)
        return strips_of(picture, few_colours=self.app.console.color_system == "256")
