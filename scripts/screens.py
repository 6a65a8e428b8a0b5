"""What is on screen in the app, as rows that a picture is made of."""

from __future__ import annotations

from rich.color import Color, ColorType
from rich.segment import Segment
from rich.style import Style
from textual.app import App

from givequest.presentation.pictures.cells import Row, placed


def rows_of(app: App[None]) -> tuple[Row, ...]:
    """Return what is on screen."""
    return tuple(placed(map(_part, strip)) for strip in app.screen._compositor.render_strips())


def _part(segment: Segment) -> tuple[str, str, str, bool, bool]:
    style = segment.style or Style()
    colour, ground = _hex(style.color, "#ffffff"), _hex(style.bgcolor, "#000000")
    if style.reverse:
        colour, ground = ground, colour
    return segment.text, colour, ground, bool(style.bold), bool(style.italic)


def _hex(colour: Color | None, default: str) -> str:
    return default if colour is None or colour.type is ColorType.DEFAULT else colour.get_truecolor().hex
