"""Rows of cells as PNG, by Pillow, imported only here: shapes are drawn by us, letters in a font of the system."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from givequest.errors import GivequestError
from givequest.presentation.lines import cells_of
from givequest.presentation.pictures.cells import Row, Run, columns_of
from givequest.presentation.pictures.signs import HEIGHT, WIDTH, Polygon, shape_of
from givequest.presentation.pictures.svg import BASELINE, FONT_SIZE, MARGIN

SCALE = 2
"""Pixels to a unit."""
FONTS = (
    ("DejaVuSansMono.ttf", "DejaVuSansMono-Bold.ttf"),
    ("LiberationMono-Regular.ttf", "LiberationMono-Bold.ttf"),
    ("NotoSansMono-Regular.ttf", "NotoSansMono-Bold.ttf"),
    ("UbuntuMono-R.ttf", "UbuntuMono-B.ttf"),
    ("Menlo.ttc", "Menlo.ttc"),
    ("Courier New.ttf", "Courier New Bold.ttf"),
    ("consola.ttf", "consolab.ttf"),
)
"""Fonts of one width that systems come with, plain and bold. Where none is there, Pillow's own goes into the cells."""
WITHOUT_PILLOW = "A PNG takes Pillow, which isn't here: pip install 'givequest[png]' brings it."


class PillowMissing(GivequestError):
    """No PNG can be made here."""


def png_of(rows: Sequence[Row], ground: str) -> bytes:
    """Return rows as a PNG. Raises `PillowMissing`."""
    try:
        from PIL import Image, ImageDraw
    except ImportError:
        raise PillowMissing(WITHOUT_PILLOW) from None
    size = (columns_of(rows) * WIDTH + 2 * MARGIN, len(rows) * HEIGHT + 2 * MARGIN)
    image = Image.new("RGB", (size[0] * SCALE, size[1] * SCALE), ground)
    draw, fonts = ImageDraw.Draw(image), _fonts()
    for number, row in enumerate(rows):
        for run in row:
            _draw_run(draw, run, number * HEIGHT + MARGIN, fonts)
    stream = BytesIO()
    image.save(stream, "PNG", optimize=True)
    return stream.getvalue()


def _draw_run(draw: Any, run: Run, top: int, fonts: tuple[Any, Any]) -> None:
    left = MARGIN + run.column * WIDTH
    draw.rectangle(_box(left, top, left + cells_of(run.text) * WIDTH, top + HEIGHT), fill=run.ground)
    for sign in run.text:
        width = cells_of(sign) * WIDTH
        shape = shape_of(sign)
        if shape is not None:
            colour = _between(run.ground, run.colour, shape.share)
            for polygon in shape.polygons:
                _draw_polygon(draw, polygon, left, top, colour)
        elif sign != " " and width:
            place = ((left + width / 2) * SCALE, (top + BASELINE) * SCALE)
            draw.text(place, sign, fill=run.colour, font=fonts[run.bold], anchor="ms")
        left += width


def _draw_polygon(draw: Any, polygon: Polygon, left: int, top: int, colour: str) -> None:
    (x1, y1), *_, (x2, y2) = polygon[0], polygon[2]
    if len(polygon) == 4 and {(x1, y1), (x2, y1), (x2, y2), (x1, y2)} == set(polygon):
        draw.rectangle(_box(left + x1, top + y1, left + x2, top + y2), fill=colour)
    else:
        draw.polygon([((left + x) * SCALE, (top + y) * SCALE) for x, y in polygon], fill=colour)


def _box(left: float, top: float, right: float, bottom: float) -> tuple[int, int, int, int]:
    """Return a rectangle in pixels; Pillow draws its last row and column too."""
    edges = [round(edge * SCALE) for edge in (left, top, right, bottom)]
    return edges[0], edges[1], edges[2] - 1, edges[3] - 1


def _fonts() -> tuple[Any, Any]:
    from PIL import ImageFont

    size = FONT_SIZE * SCALE
    for plain, bold in FONTS:
        try:
            return ImageFont.truetype(plain, size), ImageFont.truetype(bold, size)
        except OSError:
            continue
    own = ImageFont.load_default(size)
    return own, own


def _between(ground: str, colour: str, share: float) -> str:
    parts = ((int(ground[at : at + 2], 16), int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(below + (above - below) * share):02x}" for below, above in parts)
