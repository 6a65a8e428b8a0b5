"""A picture as rows of runs: text in one look, at a column."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from givequest.appearance.terminal_colours import SIXTEEN, is_terminals_own
from givequest.named_tuple import NamedTuple
from givequest.presentation.escapes import STANDARD
from givequest.presentation.lines import Line, cells_of
from givequest.presentation.paint import Paint

OWN_GROUND, OWN_INK = "#16161a", "#dcdcd8"
"""What stands for the terminal's own ground and letters."""


class Run(NamedTuple):
    """Text that begins at a column."""

    column: int
    text: str
    colour: str
    """`#rrggbb`."""
    ground: str
    """`#rrggbb`."""
    bold: bool = False
    italic: bool = False


Row = tuple[Run, ...]


def row_of(line: Line, paint: Paint) -> Row:
    """Return a line as it looks in a theme."""
    parts = []
    for text, ink in line:
        look = paint.look(ink)
        colour, ground = as_hex(look.colour, is_ground=False), as_hex(look.ground, is_ground=True)
        colours = (ground, colour) if look.reverse else (colour, ground)
        parts.append((text, *colours, look.bold, look.italic))
    return placed(parts)


def as_hex(colour: str, *, is_ground: bool) -> str:
    """Return a colour as `#rrggbb`: a picture has no terminal whose own colours it could use."""
    if not is_terminals_own(colour):
        return colour
    if colour in SIXTEEN:
        return "#{:02x}{:02x}{:02x}".format(*STANDARD[SIXTEEN.index(colour)])
    return OWN_GROUND if is_ground else OWN_INK


def placed(parts: Iterable[tuple[str, str, str, bool, bool]]) -> Row:
    """Return text, colour, ground, bold and italic, each behind the one before, as a row; neighbours alike are one."""
    runs: list[Run] = []
    column = 0
    for text, colour, ground, bold, italic in parts:
        before = runs[-1] if runs else None
        if before is not None and before[2:] == (colour, ground, bold, italic):
            runs[-1] = before._replace(text=before.text + text)
        elif text:
            runs.append(Run(column, text, colour, ground, bold, italic))
        column += cells_of(text)
    return tuple(runs)


def columns_of(rows: Sequence[Row]) -> int:
    """Return how many columns a picture takes."""
    return max((row[-1].column + cells_of(row[-1].text) for row in rows if row), default=0)
