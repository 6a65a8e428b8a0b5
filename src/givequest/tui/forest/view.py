"""The forest on screen: pixels where there is colour, signs where there is little of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events
from textual.strip import Strip
from textual.timer import Timer

from givequest.domain.forest.grove import Grove
from givequest.domain.forest.moment import Moment
from givequest.domain.forest.visitors import NOBODY, Guests
from givequest.presentation.lines import Line
from givequest.tui.forest.few_colours import FEW, few_inks
from givequest.tui.textual_internals import driver_of
from givequest.tui.widgets.canvas import Canvas

if TYPE_CHECKING:
    from givequest.tui.forest.moving import MovingPicture

_COLOURFUL = ("truecolor", "256")
TICK = 0.5
"""Seconds after which what moves is somewhere else."""


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
        self._moving: MovingPicture | None = None
        """The picture that is shown; None: there is none, or it's in signs."""
        self._timer: Timer | None = None
        self.is_moving = False
        """Whether it goes on by itself."""

    def on_mount(self) -> None:
        """Get ready to move, in a window that is looked at."""
        self._timer = self.set_interval(TICK, self.step, pause=True)
        self.watch(self.app, "app_focus", self.rest_or_move, init=False)

    def rest_or_move(self) -> None:
        """Move while the picture is looked at: nothing does in another window, below words, or with animations off."""
        is_seen = (
            self.app.screen is self.screen and self.app.app_focus and self._text is None and self._scene is not None
        )
        if self._timer is not None:
            self.is_moving = (
                is_seen and self._scene is not None and self.app.animation_level != "none" and self.has_pixels
            )
            if self.is_moving:
                self._timer.resume()
            else:
                self._timer.pause()

    def step(self) -> None:
        """Let everything that moves go on a little."""
        if self.app.screen is not self.screen:  # something opened over it since it was asked to
            return
        if self._moving is None or self._text is not None or self._drawn_for != (*self.size, self.paint):
            return
        written = self._moving.step(self.region.offset)
        driver = driver_of(self.app)
        if written and driver is not None:
            driver.write(written)  # by itself Textual would draw whole rows: it costs ten times as much

    def render_line(self, y: int) -> Strip:
        """Return one drawn line, as it is now."""
        strip = super().render_line(y)
        if self._moving is not None and (moved := self._moving.strip(y)) is not None:
            strip = self._strips[y] = moved
        return strip

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
        self.rest_or_move()

    def read(self, text: list[Line], *, from_end: bool = False) -> None:
        """Show lines of text in the place of the picture; `from_end` begins with the last ones that have room."""
        if self._text is None or (from_end and self._text != text):
            self._top = max(0, len(text) - self.size.height) if from_end else 0
        self._text = text
        self.redraw()
        self.rest_or_move()

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
        self._moving = None
        if self._text is not None or scene is None or not self.has_pixels or not width or not height:
            return super()._draw_all()
        from givequest.presentation.forest.picture import Scenery
        from givequest.presentation.forest.toning import toning_of
        from givequest.tui.forest.moving import MovingPicture

        toning = toning_of(self.paint.theme)
        scenery = Scenery(scene.grove, scene.moment, width, 2 * height, scene.guests, toning)
        self._moving = MovingPicture(scenery, few_colours=self.app.console.color_system == "256")
        return self._moving.strips()
